"""Installed where nothing may be written, for a reader who has no home folder."""

import shutil
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
# Mount a folder read-only, make sure of that, run the command.
READ_ONLY = """
mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" || exit 99
if touch "$0/probe" 2>/dev/null; then exit 98; fi
exec "$@"
"""
NO_HOME = dict.fromkeys(
    ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"),
    "/proc/nowhere",
)


@pytest.fixture
def installed(tmp_path, real_library):
    """The program as an installer lays it down: package, resources and library in one folder."""
    folder = tmp_path / "installed"
    package = folder / "livermets_desktop"
    ignored = shutil.ignore_patterns("__pycache__", "authoring")
    shutil.copytree(ROOT / "livermets_desktop", package, ignore=ignored)
    shutil.copytree(ROOT / "resources", package / "_data" / "resources")
    shutil.copytree(real_library, package / "_data" / "library")
    return folder


@pytest.fixture
def run_read_only(run_process):
    """Return a function that runs a command while a folder is mounted read-only."""
    alone = ["unshare", "--map-root-user", "--mount"]
    if not shutil.which("unshare") or run_process(*alone, "true").code:
        pytest.skip("this system makes no mount namespace (unshare)")

    def run(folder, *command, **environment):
        done = run_process(*alone, "sh", "-c", READ_ONLY, folder, *command, **environment)
        if done.code == 99:
            pytest.skip(f"a folder cannot be mounted read-only: {done.err}")
        assert done.code != 98, "the folder is not read-only"
        return done

    return run


def listing(folder):
    return {
        path: (path.stat().st_mtime_ns, path.stat().st_size)
        for path in [folder, *folder.rglob("*")]
    }


START = """
import sys
sys.path[0] = sys.argv.pop(1)
from livermets_desktop import cli
assert cli.__file__.startswith(sys.path[0]), cli.__file__
sys.exit(cli.main())
"""


def start(folder, *arguments):
    return (sys.executable, "-c", START, folder, *arguments)


@pytest.mark.parametrize("home", [{}, NO_HOME], ids=["home", "no home"])
def test_an_installed_program_writes_nothing_beside_itself(installed, run_read_only, home):
    before = listing(installed)
    done = run_read_only(installed, *start(installed, "--self-test"), **home)
    assert (done.code, done.out, done.err) == (0, "", "")
    found = run_read_only(installed, *start(installed, "search", "jaundice", "--json"), **home)
    assert (found.code, found.err) == (0, "")
    assert '"symptoms-and-signs"' in found.out
    assert listing(installed) == before
    assert not Path(NO_HOME["HOME"]).exists()


def test_nothing_is_written_beside_a_program_that_could(installed, run_process):
    before = {path for path in listing(installed) if "__pycache__" not in path.parts}
    done = run_process(*start(installed, "--self-test"), PYTHONDONTWRITEBYTECODE="1")
    assert (done.code, done.err) == (0, "")
    assert set(listing(installed)) == before


def test_a_library_of_ones_own_may_lie_in_a_read_only_folder(real_library, tmp_path, run_read_only):
    folder = tmp_path / "disc"
    shutil.copytree(real_library, folder)
    before = listing(folder)
    program = (sys.executable, "-m", "livermets_desktop")
    for home in ({}, NO_HOME):
        done = run_read_only(folder, *program, "--self-test", "--library", folder, **home)
        assert (done.code, done.out, done.err) == (0, "", "")
        found = run_read_only(folder, *program, "search", "jaundice", "--library", folder, **home)
        assert (found.code, found.err) == (0, "")
    assert listing(folder) == before


def test_a_missing_library_ends_the_self_test_with_a_sentence(tmp_path, run_program):
    done = run_program("--self-test", "--library", tmp_path)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("There is no library in ")
    assert done.err.count("\n") == 1
