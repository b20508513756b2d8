import json
import os
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC

from livermets_desktop.errors import IndexUnusableError
from livermets_desktop.index_store import open_searcher
from livermets_desktop.library.format import INDEX, MANIFEST
from livermets_desktop.library.integrity import database_hash, verify_index, write_manifest
from livermets_desktop.library.reader import Library
from livermets_desktop.search.indexer import build_index
from livermets_desktop.search.schema import VERSION, make_schema
from livermets_desktop.search.searcher import Searcher
from tests.library.tiny import write_library

QUERIES = ("liver", "ct scan", "CA 19-9", "scan liver", "fever jaundice")


class Trap:
    """Leave a marker when it is unpickled."""

    def __init__(self, marker):
        self.marker = marker

    def __reduce__(self):
        return (Path.touch, (self.marker,))


def write_manifest_of(folder):
    write_manifest(folder, library_id="tiny", version="2026.1")


@pytest.fixture
def folder(tmp_path):
    """A compiled library with its index, as it is shipped."""
    folder = write_library(tmp_path / "library")
    with Library.open(folder, trusted=True) as library:
        build_index(folder / INDEX, library.section_texts())
    write_manifest_of(folder)
    return folder


@pytest.fixture
def library(folder):
    with Library.open(folder, trusted=True) as library:
        yield library


def answers(searcher):
    found = [searcher.search(query) for query in QUERIES]
    searcher.close()
    return found


@pytest.fixture
def truth(library):
    return answers(open_searcher(library, None))


def set_trap(index, marker):
    """Put a table of contents into an index that touches the marker when it is read."""
    toc = TOC(make_schema(), [Trap(marker)], 9)
    toc.write(FileStorage(str(index)), "MAIN")


def opened(monkeypatch):
    """Note every folder whose index is opened."""
    folders = []
    real = Searcher.open.__func__

    def note(cls, folder, lexicon):
        folders.append(folder)
        return real(cls, folder, lexicon)

    monkeypatch.setattr(Searcher, "open", classmethod(note))
    return folders


def test_the_shipped_index_of_a_trusted_library_is_used(library, tmp_path, truth):
    assert truth[0].hits
    assert answers(open_searcher(library, tmp_path / "cache")) == truth
    assert not (tmp_path / "cache").exists()


def test_the_index_of_an_untrusted_library_is_never_opened(folder, tmp_path, monkeypatch, truth):
    set_trap(folder / INDEX, tmp_path / "marker")
    write_manifest_of(folder)
    folders = opened(monkeypatch)
    with Library.open(folder, trusted=False) as library:
        assert answers(open_searcher(library, tmp_path / "cache")) == truth
        assert answers(open_searcher(library, None)) == truth
    assert folders == [tmp_path / "cache" / database_hash(folder) / INDEX]
    assert not (tmp_path / "marker").exists()


def test_a_tampered_index_is_never_unpickled(library, folder, tmp_path, truth):
    marker = tmp_path / "marker"
    set_trap(folder / INDEX, marker)
    assert answers(open_searcher(library, None)) == truth
    assert not marker.exists()


def test_the_trap_of_these_tests_works(tmp_path):
    (tmp_path / INDEX).mkdir()
    set_trap(tmp_path / INDEX, tmp_path / "marker")
    with pytest.raises(IndexUnusableError):
        Searcher.open(tmp_path / INDEX)
    assert (tmp_path / "marker").exists()


def test_a_tampered_index_in_the_cache_is_never_unpickled(folder, tmp_path, truth):
    cache = tmp_path / "cache"
    with Library.open(folder, trusted=False) as library:
        answers(open_searcher(library, cache))
        set_trap(cache / database_hash(folder) / INDEX, tmp_path / "marker")
        assert answers(open_searcher(library, cache)) == truth
    assert not (tmp_path / "marker").exists()
    assert verify_index(cache / database_hash(folder))


@pytest.mark.parametrize("point", range(8))
def test_a_truncated_index_is_built_anew(library, folder, point, truth, tmp_path):
    for path in (folder / INDEX).iterdir():
        data = path.read_bytes()
        path.write_bytes(data[: len(data) * point // 8])
    assert answers(open_searcher(library, tmp_path / "cache")) == truth


def test_a_deleted_index_is_built_anew(library, folder, truth, tmp_path):
    shutil.rmtree(folder / INDEX)
    assert answers(open_searcher(library, tmp_path / "cache")) == truth


def test_an_index_without_a_manifest_of_its_own_is_built_anew(library, folder, truth):
    manifest = json.loads((folder / MANIFEST).read_text())
    manifest["files"] = {"library.db": manifest["files"]["library.db"]}
    (folder / MANIFEST).write_text(json.dumps(manifest))
    assert answers(open_searcher(library, None)) == truth


@pytest.mark.filterwarnings(
    # Whoosh leaves a damaged file to the garbage collector.
    "ignore::pytest.PytestUnraisableExceptionWarning"
)
def test_a_verified_index_that_cannot_be_read_is_built_anew(library, folder, tmp_path, truth):
    for path in (folder / INDEX).glob("*.toc"):
        path.write_bytes(b"made by another program")
    write_manifest_of(folder)
    cache = tmp_path / "cache"
    assert answers(open_searcher(library, cache)) == truth
    kept = cache / database_hash(folder)
    for path in (kept / INDEX).glob("*.toc"):
        path.write_bytes(b"made by another program")
    write_manifest(kept, library_id="tiny", version=VERSION)
    assert answers(open_searcher(library, cache)) == truth
    assert verify_index(kept)


def test_200_flipped_bits_never_give_a_wrong_answer(library, folder, tmp_path, truth, monkeypatch):
    cache = tmp_path / "cache"
    shutil.copytree(folder / INDEX, tmp_path / "kept")
    folders = opened(monkeypatch)
    dice = random.Random(1)  # noqa: S311
    paths = sorted((folder / INDEX).iterdir())
    for _ in range(200):
        path = dice.choice(paths)
        data = bytearray(path.read_bytes())
        if not data:
            continue
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        path.write_bytes(data)
        assert answers(open_searcher(library, cache)) == truth
        path.write_bytes((tmp_path / "kept" / path.name).read_bytes())
    assert set(folders) == {cache / database_hash(folder) / INDEX}


def test_an_index_in_the_cache_is_used_again(folder, tmp_path, truth):
    cache = tmp_path / "cache"
    with Library.open(folder, trusted=False) as library:
        answers(open_searcher(library, cache))
        made = {path: path.stat().st_mtime_ns for path in cache.rglob("*")}
        assert answers(open_searcher(library, cache)) == truth
    assert {path: path.stat().st_mtime_ns for path in cache.rglob("*")} == made


def test_an_index_of_another_version_of_the_program_is_built_anew(folder, tmp_path, truth):
    cache = tmp_path / "cache"
    with Library.open(folder, trusted=False) as library:
        answers(open_searcher(library, cache))
        kept = cache / database_hash(folder)
        build_index(kept / INDEX, [])
        write_manifest(kept, library_id="tiny", version="0")
        assert answers(open_searcher(library, cache)) == truth
    assert [path.name for path in cache.iterdir()] == [kept.name]


@pytest.mark.parametrize("where", ["/proc/nowhere/cache", "{file}", "{file}/below", "/dev/full"])
def test_a_cache_that_cannot_be_written_is_done_without(folder, tmp_path, truth, where):
    file = tmp_path / "file"
    file.touch()
    with Library.open(folder, trusted=False) as library:
        assert answers(open_searcher(library, Path(where.format(file=file)))) == truth


def test_a_full_cache_is_done_without(folder, tmp_path, truth, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("livermets_desktop.index_store.build_index", full)
    cache = tmp_path / "cache"
    with Library.open(folder, trusted=False) as library:
        assert answers(open_searcher(library, cache)) == truth
    assert list(cache.iterdir()) == []


BUILD = """
import sys
from pathlib import Path
from livermets_desktop.errors import IndexUnusableError
from livermets_desktop.index_store import open_searcher
from livermets_desktop.library.reader import Library
with Library.open(Path(sys.argv[1]), trusted=False) as library:
    print("building", flush=True)
    open_searcher(library, Path(sys.argv[2]))
    print("built", flush=True)
"""


def test_a_program_killed_while_building_leaves_no_half_index(folder, tmp_path, truth):
    cache = tmp_path / "cache"
    dice = random.Random(2)  # noqa: S311
    for _ in range(10):
        builder = subprocess.Popen(
            [sys.executable, "-c", BUILD, folder, cache], stdout=subprocess.PIPE, text=True
        )
        builder.stdout.readline()
        try:
            builder.wait(dice.random() * 0.08)
        except subprocess.TimeoutExpired:
            os.kill(builder.pid, signal.SIGKILL)
        builder.wait()
        builder.stdout.close()
        kept = cache / database_hash(folder)
        assert not kept.exists() or verify_index(kept)
        with Library.open(folder, trusted=False) as library:
            assert answers(open_searcher(library, cache)) == truth
        assert [path.name for path in cache.iterdir()] == [kept.name]
        shutil.rmtree(cache)


def test_windows_that_build_at_once_all_answer(folder, tmp_path):
    cache = tmp_path / "cache"
    code = BUILD.replace("open_searcher(library", "searcher = open_searcher(library").replace(
        'print("built"', 'print(searcher.search("liver").total'
    )
    builders = [
        subprocess.Popen(
            [sys.executable, "-c", code, folder, cache], stdout=subprocess.PIPE, text=True
        )
        for _ in range(4)
    ]
    told = [builder.communicate()[0].split() for builder in builders]
    assert [builder.returncode for builder in builders] == [0] * 4
    assert len({tuple(lines) for lines in told}) == 1
