"""Whatever a disk refuses to write, rename or remove: files are old or new, and one is told."""

import gc
import json
from itertools import count

import pytest

from livermets_desktop.bookmarks import BookmarkFile
from livermets_desktop.errors import BookmarksError
from livermets_desktop.handouts import HandoutFile
from livermets_desktop.index_store import open_searcher
from livermets_desktop.library.reader import Library
from livermets_desktop.model.bookmark import Bookmark
from livermets_desktop.model.handout import Handout
from livermets_desktop.model.level import Level
from livermets_desktop.recent import RecentFile
from livermets_desktop.settings import SettingsFile
from tests.library.tiny import write_library
from tests.nth_write import Disk

OLD = Bookmark("ct-scan", "", Level.PLAIN, "CT scan")
NEW = Bookmark("blood-tests", "", Level.PLAIN, "Blood tests")


def refusing_disks(tmp_path):
    """Go through disks that refuse the first change, the second, … until none is refused."""
    for number in count(1):
        folder = tmp_path / str(number)
        folder.mkdir()
        disk = Disk(number)
        yield folder, disk
        if not disk.was_refused:
            assert number > 2, "nothing was asked of the disk"
            return


def settings_of(path):
    file = SettingsFile(path)
    file.load()
    assert file.notice == ""
    return file


def bookmarks_of(path):
    file = BookmarkFile(path)
    file.load()
    assert file.notice == ""
    return file


def handouts_of(path):
    file = HandoutFile(path)
    file.load()
    assert file.notice == ""
    return file


def test_preferences_are_old_or_new(tmp_path):
    for folder, disk in refusing_disks(tmp_path):
        path = folder / "settings.json"
        settings_of(path).update(theme="dark")
        file, told = settings_of(path), []
        file.on_notice = told.append
        with disk.mounted():
            file.update(theme="contrast")
        assert file.current.theme == "contrast"
        kept = settings_of(path).current.theme
        assert kept == ("dark" if told else "contrast")
        assert bool(told) == disk.was_refused
        assert [one.name for one in folder.iterdir()] == ["settings.json"]


def test_bookmarks_are_old_or_new(tmp_path):
    for folder, disk in refusing_disks(tmp_path):
        path = folder / "bookmarks.json"
        bookmarks_of(path).add(OLD)
        file, told = bookmarks_of(path), []
        file.on_notice = told.append
        with disk.mounted():
            assert file.add(NEW)
        assert file.bookmarks == (OLD, NEW)
        kept = bookmarks_of(path).bookmarks
        assert kept == ((OLD,) if told else (OLD, NEW))
        assert bool(told) == disk.was_refused
        assert [one.name for one in folder.iterdir()] == ["bookmarks.json"]


def test_hand_outs_are_old_or_new(tmp_path):
    old, new = Handout((OLD,), name="A"), Handout((NEW,), name="A")
    for folder, disk in refusing_disks(tmp_path):
        path = folder / "handouts.json"
        assert handouts_of(path).keep(old)
        file, told = handouts_of(path), []
        file.on_notice = told.append
        with disk.mounted():
            assert file.keep(new) != disk.was_refused
        assert handouts_of(path).handouts == file.handouts == ((old,) if told else (new,))
        assert bool(told) == disk.was_refused
        assert [one.name for one in folder.iterdir()] == ["handouts.json"]


def test_exported_bookmarks_are_old_or_new(tmp_path):
    for folder, disk in refusing_disks(tmp_path):
        path = folder / "mine.json"
        path.write_text("old")
        file = BookmarkFile(None)
        file.add(OLD)
        with disk.mounted():
            told = ""
            try:
                file.export_to(path)
            except BookmarksError as error:
                told = str(error)
        assert bool(told) == disk.was_refused
        text = path.read_text()
        assert text == "old" if disk.was_refused else json.loads(text)["bookmarks"]
        assert [one.name for one in folder.iterdir()] == ["mine.json"]


def test_what_was_read_last_is_old_or_new(tmp_path):
    for folder, disk in refusing_disks(tmp_path):
        path = folder / "recent.json"
        RecentFile(path, 5).add("old")
        file = RecentFile(path, 5)
        file.load()
        with disk.mounted():
            file.add("new")
        assert file.entries == ("new", "old")
        again = RecentFile(path, 5)
        again.load()
        assert again.entries == (("old",) if disk.was_refused else ("new", "old"))


@pytest.mark.parametrize("kind", [SettingsFile, BookmarkFile])
def test_a_file_that_cannot_be_read_is_never_lost(tmp_path, kind):
    for folder, disk in refusing_disks(tmp_path):
        path = folder / "file.json"
        path.write_text("{ broken")
        file = kind(path)
        with disk.mounted():
            file.load()
            file.add(NEW) if kind is BookmarkFile else file.update(theme="dark")
        assert file.notice
        texts = [one.read_text() for one in folder.glob("file.*")]
        assert "{ broken" in texts


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # Whoosh leaves files open when one fails
def test_an_index_is_whole_or_not_there(tmp_path):
    source = write_library(tmp_path / "library")
    with Library.open(source, trusted=False) as library:
        for folder, disk in refusing_disks(tmp_path):
            cache = folder / "cache"
            with disk.mounted():
                searcher = open_searcher(library, cache)
            found = [hit.location for hit in searcher.search("jaundice").hits]
            assert found
            searcher.close()
            later = open_searcher(library, cache)
            assert [hit.location for hit in later.search("jaundice").hits] == found
            later.close()
            assert len(list(cache.iterdir())) == 1
            gc.collect()
