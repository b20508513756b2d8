"""The real library, and the program as a process of its own."""

import os
import resource
import subprocess
import sys
from dataclasses import dataclass
from datetime import date

import pytest

from livermets_desktop import paths
from livermets_desktop.authoring.build import build
from livermets_desktop.library.format import INDEX
from livermets_desktop.library.integrity import write_manifest
from livermets_desktop.library.reader import Library
from livermets_desktop.search.indexer import build_index
from tests.library.tiny import write_library


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a process; `seconds` of processor time, its children's too."""

    code: int
    out: str
    err: str
    seconds: float


@pytest.fixture(scope="session")
def real_library(tmp_path_factory):
    """The library that ships, compiled here if that was not done before."""
    shipped = paths.shipped_library()
    if shipped.is_dir():
        return shipped
    folder = tmp_path_factory.mktemp("real") / "library"
    build(paths.content(), folder, resources=paths.resources(), today=date.today())
    return folder


@pytest.fixture
def library(tmp_path):
    """A compiled tiny library with its index."""
    folder = write_library(tmp_path / "library")
    with Library.open(folder, trusted=True) as library:
        build_index(folder / INDEX, library.section_texts())
    write_manifest(folder, library_id="tiny", version="2026.1")
    return folder


@pytest.fixture(scope="session")
def run_process():
    """Return a function that runs a command to its end."""

    def run(*command, **environment):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(
            list(map(str, command)),
            capture_output=True,
            env=os.environ | environment,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode(), seconds)

    return run


@pytest.fixture(scope="session")
def run_program(run_process):
    """Return a function that runs the program with some arguments."""

    def run(*arguments, **environment):
        return run_process(sys.executable, "-m", "livermets_desktop", *arguments, **environment)

    return run
