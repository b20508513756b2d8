import json
import random

import pytest

from livermets_desktop.recent import FORMAT, RecentFile


@pytest.fixture
def path(tmp_path):
    return tmp_path / "state" / "topics.json"


def load(path, most=5):
    file = RecentFile(path, most)
    file.load()
    return file


def test_the_newest_stands_first_and_each_once(path):
    file = load(path)
    for entry in ("a", "b", "a", " c ", "", "  "):
        file.add(entry)
    assert file.entries == ("c", "a", "b")
    assert load(path).entries == ("c", "a", "b")
    assert [one.name for one in path.parent.iterdir()] == ["topics.json"]


def test_no_more_are_kept_than_asked_for(path):
    file = load(path)
    for number in range(9):
        file.add(str(number))
    assert file.entries == ("8", "7", "6", "5", "4")
    assert load(path, most=2).entries == ("8", "7")


def test_entries_lose_what_turns_the_direction_of_writing(path):
    file = load(path)
    file.add("\u202ejaun\u2066dice\x00")
    assert file.entries == ("jaundice",)
    entries = ["\u202e", "by\u202dhand", "كبد"]
    path.write_text(json.dumps({"format": FORMAT, "entries": entries}))
    assert load(path).entries == ("byhand", "كبد")


def test_without_a_path_nothing_is_written(tmp_path):
    file = load(None)
    file.add("jaundice")
    assert file.entries == ("jaundice",)
    assert file.clear()
    assert list(tmp_path.rglob("*")) == []


@pytest.mark.parametrize(
    "text",
    ["", "7", "[]", "{", '{"format": 2, "entries": []}', '{"format": 1}', "x" * 70_000]
    + [f'{{"format": 1, "entries": {entries}}}' for entries in ('"abc"', "[1]", "{}", "null")],
)
def test_a_file_that_cannot_be_understood_is_set_aside(path, text):
    path.parent.mkdir()
    path.write_text(text)
    file = load(path)
    assert file.entries == ()
    assert path.with_suffix(".bad").read_text() == text
    file.add("a")
    assert load(path).entries == ("a",)


def test_clearing_leaves_nothing_on_the_disk(path):
    path.parent.mkdir()
    path.write_text("jaundice")
    file = load(path)
    file.add("itching")
    assert file.clear()
    assert file.entries == ()
    assert list(path.parent.iterdir()) == []


def test_500_flipped_bits_never_raise(path):
    dice = random.Random(5)  # noqa: S311
    right = json.dumps({"format": FORMAT, "entries": ["ct-scan", "pain"]}).encode()
    path.parent.mkdir()
    for _ in range(500):
        data = bytearray(right)
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        path.write_bytes(bytes(data))
        assert all(isinstance(entry, str) for entry in load(path).entries)


def test_a_place_that_cannot_be_written_is_no_fault(tmp_path):
    (tmp_path / "file").write_text("")
    file = load(tmp_path / "file" / "topics.json")
    file.add("a")
    assert file.entries == ("a",)
