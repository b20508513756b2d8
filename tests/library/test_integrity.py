import json
import os

import pytest

from livermets_desktop.library.format import FORMAT
from livermets_desktop.library.integrity import (
    database_hash,
    verify_database,
    verify_index,
    write_manifest,
)
from tests.library.tiny import write_library

FILES = {"_MAIN_1.toc": b"table of contents", "MAIN_abc.seg": b"postings" * 100}


@pytest.fixture
def folder(tmp_path):
    index = tmp_path / "library" / "index"
    index.mkdir(parents=True)
    for name, data in FILES.items():
        (index / name).write_bytes(data)
    return write_library(tmp_path / "library")


def change_manifest(folder, change):
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text("utf-8"))
    change(manifest["files"])
    path.write_text(json.dumps(manifest), "utf-8")


def test_an_untouched_library_is_verified(folder):
    assert verify_database(folder)
    assert verify_index(folder)


def test_the_manifest_names_every_file_with_its_hash(folder):
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert (manifest["format"], manifest["id"], manifest["version"]) == (FORMAT, "tiny", "2026.1")
    assert set(manifest["files"]) == {"library.db", "index/_MAIN_1.toc", "index/MAIN_abc.seg"}
    assert manifest["files"]["library.db"] == database_hash(folder)


@pytest.mark.parametrize("place", range(0, 17, 3))
def test_a_flipped_bit_in_the_index_is_noticed(folder, place):
    path = folder / "index" / "_MAIN_1.toc"
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)
    assert not verify_index(folder)
    assert verify_database(folder)


@pytest.mark.parametrize("length", [0, 1, 400, 799])
def test_a_truncated_index_is_noticed(folder, length):
    path = folder / "index" / "MAIN_abc.seg"
    path.write_bytes(path.read_bytes()[:length])
    assert not verify_index(folder)


def test_a_missing_file_of_the_index_is_noticed(folder):
    (folder / "index" / "MAIN_abc.seg").unlink()
    assert not verify_index(folder)


def test_an_extra_file_in_the_index_is_noticed(folder):
    (folder / "index" / "_MAIN_2.toc").write_bytes(b"newer")
    assert not verify_index(folder)


def test_a_missing_or_empty_index_is_not_verified(folder):
    change_manifest(folder, lambda files: [files.pop(f"index/{name}") for name in FILES])
    for name in FILES:
        (folder / "index" / name).unlink()
    assert not verify_index(folder)
    (folder / "index").rmdir()
    assert not verify_index(folder)


def test_a_folder_or_link_in_the_index_is_refused(folder, tmp_path):
    (tmp_path / "elsewhere").write_bytes(FILES["_MAIN_1.toc"])
    (folder / "index" / "_MAIN_1.toc").unlink()
    (folder / "index" / "_MAIN_1.toc").symlink_to(tmp_path / "elsewhere")
    assert not verify_index(folder)
    (folder / "index" / "_MAIN_1.toc").unlink()
    (folder / "index" / "_MAIN_1.toc").mkdir()
    assert not verify_index(folder)


def test_an_index_that_is_a_link_is_refused(folder, tmp_path):
    (folder / "index").rename(tmp_path / "elsewhere")
    (folder / "index").symlink_to(tmp_path / "elsewhere")
    assert not verify_index(folder)


@pytest.mark.parametrize("name", ["../../canary", "index/../../canary", "{canary}", "canary"])
def test_a_path_in_the_manifest_is_never_followed(folder, tmp_path, name):
    # A named pipe: whoever opened it would wait for ever, and this test would run into its limit.
    canary = tmp_path / "canary"
    os.mkfifo(canary)
    os.mkfifo(folder / "canary")
    change_manifest(folder, lambda files: files.update({name.format(canary=canary): "0" * 64}))
    assert not verify_index(folder)


def test_a_changed_database_is_noticed(folder):
    with (folder / "library.db").open("ab") as file:
        file.write(b"\0")
    assert not verify_database(folder)
    assert verify_index(folder)


def test_a_missing_database_is_noticed(folder):
    (folder / "library.db").unlink()
    assert not verify_database(folder)


def test_a_database_that_the_manifest_does_not_name_is_not_verified(folder):
    change_manifest(folder, lambda files: files.pop("library.db"))
    assert not verify_database(folder)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"files": []}',
        '{"files": {"index/_MAIN_1.toc": 1}}',
        "[" * 100_000,
        " " * 2_000_000,
        "\udcff",
    ],
)
def test_a_damaged_manifest_verifies_nothing(folder, text):
    (folder / "manifest.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    assert not verify_database(folder)
    assert not verify_index(folder)


def test_a_missing_manifest_verifies_nothing(folder):
    (folder / "manifest.json").unlink()
    assert not verify_database(folder)
    assert not verify_index(folder)


def test_the_hash_of_the_database_is_not_taken_from_the_manifest(folder):
    before = database_hash(folder)
    change_manifest(folder, lambda files: files.update({"library.db": "../../somewhere"}))
    assert database_hash(folder) == before


def test_an_index_without_a_database_has_a_manifest_too(folder):
    (folder / "library.db").unlink()
    write_manifest(folder, library_id="tiny", version="1")
    assert verify_index(folder)
