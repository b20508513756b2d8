import json
import os
import random
from pathlib import Path

import pytest

from livermets_desktop.bookmarks import FORMAT, MAX_BYTES, MOST, BookmarkFile, Imported
from livermets_desktop.errors import BookmarksError
from livermets_desktop.model.bookmark import Bookmark
from livermets_desktop.model.level import Level

CT = Bookmark("ct-scan", "what-it-shows", Level.PLAIN, "CT scan", "What it shows", "My scan")
BLOOD = Bookmark("blood-tests", "", Level.CLINICIAN, "Blood tests")
CARE = Bookmark("eating-well", "", Level.PLAIN, "Eating well", name="Für später – 肝臓")
MARKS = (CT, BLOOD, CARE)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "bookmarks.json"


def mark(number):
    return Bookmark(f"article-{number}", "", Level.PLAIN, f"Article {number}")


def load(path):
    file = BookmarkFile(path)
    file.load()
    return file


def file_with(path, *marks):
    file = load(path)
    for one in marks:
        assert file.add(one)
    return file


def write(path, data):
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())


def text_of(*rows, **changes):
    return json.dumps({"format": FORMAT, "bookmarks": list(rows)} | changes)


ROW = {"place": "ct-scan#what-it-shows", "level": "plain", "title": "CT scan"}


def test_without_a_file_there_are_no_bookmarks_and_nothing_is_written(path):
    file = load(path)
    assert (file.bookmarks, file.notice) == ((), "")
    assert not path.parent.exists()


def test_bookmarks_are_there_the_next_time_in_their_order(path):
    file_with(path, *MARKS)
    assert load(path).bookmarks == MARKS
    assert [one.name for one in path.parent.iterdir()] == ["bookmarks.json"]


def test_a_place_is_marked_once_at_each_level(path):
    file = file_with(path, CT)
    assert not file.add(CT._replace(title="Other words"))
    assert file.is_marked(CT._replace(name=""))
    assert not file.is_marked(CT._replace(level=Level.CLINICIAN))
    assert not file.is_marked(CT._replace(section=""))
    assert load(path).bookmarks == (CT,)


def test_a_bookmark_is_removed_and_put_back_where_it_was(path):
    file = file_with(path, *MARKS)
    file.remove(1)
    assert load(path).bookmarks == (CT, CARE)
    file.add(BLOOD, 1)
    assert load(path).bookmarks == MARKS


def test_a_name_is_one_short_line_without_tricks_and_can_be_taken_back(path):
    file = file_with(path, CT)
    file.rename(0, "  gpj.\u202efdp\x00\x1b \n  my\u2066 notes\ud800 ")
    assert file.bookmarks[0].words == "gpj.fdp my notes"
    file.rename(0, "x" * 1000)
    assert len(load(path).bookmarks[0].name) == 200
    file.rename(0, " ")
    assert load(path).bookmarks[0].words == "CT scan, What it shows"


@pytest.mark.parametrize(
    ("number", "to", "order"),
    [(0, 2, (1, 2, 0)), (2, 0, (2, 0, 1)), (1, 99, (0, 2, 1)), (1, -3, (1, 0, 2))],
)
def test_a_bookmark_is_moved_in_the_order(path, number, to, order):
    file = file_with(path, *MARKS)
    file.move(number, to)
    assert load(path).bookmarks == tuple(MARKS[one] for one in order)


def test_every_change_is_told(path):
    file, told = load(path), []
    file.on_change = lambda: told.append(file.bookmarks)
    file.add(CT)
    file.rename(0, "A")
    file.clear()
    assert told == [(CT,), (CT._replace(name="A"),), ()]


def test_without_a_path_they_live_in_memory():
    file = file_with(None, *MARKS)
    file.remove(0)
    assert file.bookmarks == (BLOOD, CARE)
    file.clear()
    assert (file.bookmarks, file.notice) == ((), "")


def test_clearing_leaves_no_file_of_the_reader(path):
    write(path, "{")
    load(path)
    file = file_with(path, CT)
    path.with_name("bookmarks.json.tmp").write_text("left by a crash")
    file.clear()
    assert file.bookmarks == ()
    assert list(path.parent.iterdir()) == []


def test_a_file_that_cannot_be_deleted_is_named(path, monkeypatch):
    file = file_with(path, CT)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        file.clear()
    assert file.notice == f"Your bookmarks cannot be deleted: delete {path} yourself."


# -- files that cannot be read ---------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        '"format"',
        "7",
        "{}",
        "{",
        "\0" * 100,
        b"\xff\xfe{\0}\0",
        "[" * 30_000,
        text_of(ROW) + " " * MAX_BYTES,
        '{"format": ' + "1" * 5_000 + "}",
        text_of(ROW, format=0),
        text_of(ROW, format="1"),
        text_of(ROW, format=True),
        text_of(ROW, format=1.0),
        text_of(bookmarks={"place": ROW}),
        text_of(bookmarks=None),
    ],
    ids=range(18),
)
def test_a_file_that_holds_no_bookmarks_is_kept_as_bad(path, text):
    write(path, text)
    before = path.read_bytes()
    file = load(path)
    assert file.bookmarks == ()
    assert file.notice == "Your bookmarks were unreadable: the old file is kept beside the new one."
    assert not path.exists()
    assert path.with_suffix(".bad").read_bytes() == before
    file.add(CT)
    assert load(path).bookmarks == (CT,)


def test_a_file_of_a_newer_version_is_kept_as_bad(path):
    write(path, text_of(ROW, format=FORMAT + 1))
    file = load(path)
    assert file.bookmarks == ()
    assert file.notice.startswith("Your bookmarks were made by a newer version:")
    assert path.with_suffix(".bad").exists()


def test_a_second_bad_file_leaves_the_first_one(path):
    for text in ("first", "second", "third"):
        write(path, text)
        load(path)
    kept = {one.name: one.read_text() for one in path.parent.iterdir()}
    assert kept == {
        "bookmarks.bad": "first",
        "bookmarks.bad1": "second",
        "bookmarks.bad2": "third",
    }


@pytest.mark.parametrize(
    "row",
    [
        None,
        7,
        "ct-scan",
        [],
        {},
        ROW | {"place": "../../etc"},
        ROW | {"place": 7},
        ROW | {"place": "ct-scan#What"},
        ROW | {"level": "expert"},
        ROW | {"level": ["plain"]},
        ROW | {"title": ""},
        ROW | {"title": "\u202e\x00"},
        ROW | {"title": {"a": 1}},
        ROW | {"name": None},
        ROW | {"heading": 3},
    ],
    ids=str,
)
def test_one_bad_bookmark_costs_none_of_the_good_ones(path, row):
    write(path, text_of(ROW, row, ROW | {"place": "blood-tests"}))
    before = path.read_bytes()
    file = load(path)
    assert [one.article for one in file.bookmarks] == ["ct-scan", "blood-tests"]
    assert file.notice.startswith("Some of your bookmarks were unreadable:")
    assert path.with_suffix(".bad").read_bytes() == before
    again = load(path)
    assert (again.bookmarks, again.notice) == (file.bookmarks, "")


def test_500_flipped_bytes_raise_nothing_and_lose_nothing_that_is_good(tmp_path):
    dice = random.Random(5)  # noqa: S311
    good = tmp_path / "bookmarks.json"
    file_with(good, *MARKS)
    right = good.read_bytes()
    for number in range(500):
        data = bytearray(right)
        place = dice.randrange(len(data))
        data[place] = dice.randrange(256)
        path = tmp_path / str(number) / "bookmarks.json"
        path.parent.mkdir()
        path.write_bytes(data)
        file = load(path)
        assert all(isinstance(one.level, Level) and one.title for one in file.bookmarks)
        if file.notice:
            assert path.with_suffix(".bad").read_bytes() == bytes(data)
            assert file.bookmarks == load(path).bookmarks
        else:
            assert path.read_bytes() == bytes(data)
            assert len(file.bookmarks) == 3 or bytes(data).count(b"place") == 3
        if file.bookmarks:
            assert len(set(file.bookmarks) & set(MARKS)) >= 2


def test_a_pipe_or_a_folder_in_the_place_of_the_file_is_left_alone(path):
    path.mkdir(parents=True)
    file = file_with(path, CT)
    assert file.bookmarks == (CT,)
    assert file.notice == "Your bookmarks cannot be read: those you make last until you quit."
    assert path.is_dir()
    if hasattr(os, "mkfifo"):
        pipe = path / "bookmarks.json"
        os.mkfifo(pipe)
        assert "cannot be read" in load(pipe).notice


# -- disks that refuse -----------------------------------------------------------------------


def refuse(*_, **__):
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("step", ["write_text", "replace", "mkdir"])
@pytest.mark.parametrize("count", range(4))
def test_a_disk_that_refuses_the_nth_time_leaves_the_old_or_the_new_file(
    path, step, count, monkeypatch
):
    file_with(path, CT)
    file, told, calls, real = load(path), [], [], getattr(Path, step)
    file.on_notice = told.append

    def fail_once(*args, **options):
        calls.append(step)
        return refuse() if len(calls) == count + 1 else real(*args, **options)

    wanted = [file.bookmarks]
    with monkeypatch.context() as patch:
        patch.setattr(Path, step, fail_once)
        for change in (
            lambda: file.add(BLOOD),
            lambda: file.rename(0, "B"),
            lambda: file.add(CARE),
        ):
            change()
            wanted.append(file.bookmarks)
            assert load(path).bookmarks in wanted[-2:]
            assert load(path).notice == ""
    cannot = "Your bookmarks cannot be saved here: they last until you quit."
    assert told == ([cannot] if count < 3 else [])
    assert [one.name for one in path.parent.iterdir()] == ["bookmarks.json"]
    if count < 2:  # the disk took a later change: everything is kept
        assert load(path).bookmarks == file.bookmarks


def test_a_bad_file_that_cannot_be_moved_is_not_written_over(path, monkeypatch):
    write(path, "{")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        file = load(path)
    file.add(CT)
    assert file.bookmarks == (CT,)
    assert file.notice.endswith("the old file is kept, new ones last until you quit.")
    assert path.read_text() == "{"


# -- room ------------------------------------------------------------------------------------


def test_the_thousandth_bookmark_is_the_last_one(path):
    write(path, text_of(*(ROW | {"place": f"article-{number}"} for number in range(MOST - 1))))
    file = load(path)
    assert file.add(mark(MOST))
    assert not file.add(mark(MOST + 1))
    assert file.notice == "There is no room for more than 1000 bookmarks: remove some first."
    assert len(load(path).bookmarks) == MOST


def test_the_file_never_grows_too_large_to_be_read_again(path):
    file, number = load(path), 0
    long = "\U0001f600" * 200
    while file.notice == "":
        file.bookmarks += tuple(
            mark(n)._replace(title=long, heading=long, name=long)
            for n in range(number, number + 100)
        )
        number += 100
        file.add(mark(number + 5000))
    assert path.stat().st_size < MAX_BYTES
    assert load(path).notice == ""


# -- export and import -----------------------------------------------------------------------


def test_what_was_exported_can_be_imported_and_is_known_the_second_time(path, tmp_path):
    copy = tmp_path / "copy.json"
    file_with(path, *MARKS).export_to(copy)
    other = file_with(None, BLOOD._replace(name="Mine"))
    assert other.import_from(copy) == Imported(2, 1, 0)
    assert other.bookmarks == (BLOOD._replace(name="Mine"), CT, CARE)
    assert other.import_from(copy) == Imported(0, 3, 0)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["copy.json", "data"]


def test_an_import_takes_what_there_is_room_for_and_counts_the_rest(path, tmp_path):
    source = tmp_path / "source.json"
    write(source, text_of(7, *(ROW | {"place": f"article-{number}"} for number in range(MOST))))
    file = file_with(path, CT, mark(0))
    assert file.import_from(source) == Imported(MOST - 2, 1, 2)
    assert len(load(path).bookmarks) == MOST
    assert source.exists()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (None, "The file {0} cannot be read: choose another."),
        ("nothing", "The file {0} holds no bookmarks: choose another."),
        (
            text_of(ROW, format=2),
            "The file {0} was made by a newer version of the program: update this one.",
        ),
    ],
)
def test_a_file_that_cannot_be_imported_is_left_alone_and_named(path, tmp_path, text, sentence):
    source = tmp_path / "source.json"
    if text is not None:
        source.write_text(text)
    file = file_with(path, CT)
    with pytest.raises(BookmarksError) as caught:
        file.import_from(source)
    assert str(caught.value) == sentence.format(source)
    assert file.bookmarks == (CT,)
    assert source.exists() is (text is not None)


def test_an_import_that_has_no_room_changes_nothing(path, tmp_path):
    source = tmp_path / "source.json"
    long = "\U0001f600" * 200
    rows = (ROW | {"place": f"b-{number}", "title": long} for number in range(400))
    source.write_text(json.dumps({"format": 1, "bookmarks": list(rows)}, ensure_ascii=False))
    file = load(path)
    file.bookmarks = tuple(mark(n)._replace(title=long, name=long) for n in range(600))
    with pytest.raises(BookmarksError, match="no room"):
        file.import_from(source)
    assert len(file.bookmarks) == 600


def test_a_folder_that_takes_no_export_is_named(tmp_path):
    with pytest.raises(BookmarksError) as caught:
        file_with(None, CT).export_to(tmp_path)
    assert str(caught.value) == (
        f"The bookmarks cannot be written to {tmp_path}: choose another folder."
    )
    assert list(tmp_path.parent.glob("*.tmp")) == []
