"""The reader's bookmarks, kept as one JSON file."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from livermets_desktop.errors import BookmarksError, LocationError
from livermets_desktop.json_file import as_json, delete, read_json, set_aside, text_of, write_whole
from livermets_desktop.model.bookmark import Bookmark, clean_name
from livermets_desktop.model.level import Level
from livermets_desktop.model.location import Location
from livermets_desktop.sentence import Sentence

FORMAT = 1
MOST = 1000
MAX_BYTES = 1024 * 1024
_NO_ROOM = Sentence("There is no room for more than {0} bookmarks: remove some first.", MOST)


class Imported(NamedTuple):
    """Count what an import did; `left_out` could not be understood or found no room."""

    added: int
    known: int
    left_out: int


class _NewerError(ValueError):
    """Report a file of a later version of the program."""


class BookmarkFile:
    """Load and save the bookmarks; without a place to write they live in memory.

    `notice` is one sentence for the reader when something was wrong, else ""; `on_notice` is called
    with one that comes up later, `on_change` after every change.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.bookmarks: tuple[Bookmark, ...] = ()
        self.notice = ""
        self.on_notice: Callable[[str], object] = lambda _: None
        self.on_change: Callable[[], object] = lambda: None
        self._may_write = path is not None
        self._refused = False

    def load(self) -> tuple[Bookmark, ...]:
        """Read the file; what cannot be understood is set aside as `.bad`, what is good is used."""
        if self.path is None:
            return self.bookmarks
        try:
            self.bookmarks, lost = _read(self.path)
        except FileNotFoundError:
            return self.bookmarks
        except OSError:
            self._may_write = False
            self.notice = Sentence(
                "Your bookmarks cannot be read: those you make last until you quit."
            )
        except _NewerError:
            self._set_aside(Sentence("Your bookmarks were made by a newer version"))
        except ValueError:
            self._set_aside(Sentence("Your bookmarks were unreadable"))
        else:
            if lost:
                self._set_aside(Sentence("Some of your bookmarks were unreadable"))
                self._save()
        return self.bookmarks

    def is_marked(self, mark: Bookmark) -> bool:
        """Tell whether a bookmark marks the same place at the same level."""
        return self.place_of(mark) >= 0

    def place_of(self, mark: Bookmark) -> int:
        """Return the number of the bookmark of the same place and level, -1 if there is none."""
        same = (number for number, one in enumerate(self.bookmarks) if one.marks_same(mark))
        return next(same, -1)

    def add(self, mark: Bookmark, at: int | None = None) -> bool:
        """Add a bookmark, at the end if no number is named; False when it is there or has no room.

        A reader is told that there is no room.
        """
        if self.is_marked(mark):
            return False
        marks = list(self.bookmarks)
        marks.insert(len(marks) if at is None else at, mark)
        return self._change(marks)

    def remove(self, number: int) -> None:
        """Take one bookmark out."""
        self._change([*self.bookmarks[:number], *self.bookmarks[number + 1 :]])

    def rename(self, number: int, name: str) -> None:
        """Give one bookmark another name; "" is what the library calls it."""
        marks = list(self.bookmarks)
        marks[number] = marks[number]._replace(name=clean_name(name))
        self._change(marks)

    def move(self, number: int, to: int) -> None:
        """Give one bookmark another place in the order."""
        marks = list(self.bookmarks)
        marks.insert(max(0, min(to, len(marks) - 1)), marks.pop(number))
        self._change(marks)

    def clear(self) -> None:
        """Forget all bookmarks and delete their files, also what could not be read."""
        self.bookmarks = ()
        if self.path is not None:
            try:
                delete(self.path)
            except OSError:
                self._tell(
                    Sentence("Your bookmarks cannot be deleted: delete {0} yourself.", self.path)
                )
        self.on_change()

    def export_to(self, path: Path) -> None:
        """Write a copy of the bookmarks.

        Raises:
            BookmarksError: if it cannot be written.
        """
        try:
            write_whole(path, _as_text(self.bookmarks))
        except OSError as error:
            raise BookmarksError(
                Sentence("The bookmarks cannot be written to {0}: choose another folder.", path)
            ) from error

    def import_from(self, path: Path) -> Imported:
        """Add the bookmarks of a file that are not there yet.

        Raises:
            BookmarksError: if the file cannot be read or there is no room for them.
        """
        try:
            found, lost = _read(path)
        except OSError as error:
            raise BookmarksError(
                Sentence("The file {0} cannot be read: choose another.", path)
            ) from error
        except _NewerError as error:
            raise BookmarksError(
                Sentence(
                    "The file {0} was made by a newer version of the program: update this one.",
                    path,
                )
            ) from error
        except ValueError as error:
            raise BookmarksError(
                Sentence("The file {0} holds no bookmarks: choose another.", path)
            ) from error
        fresh = [mark for mark in found if not self.is_marked(mark)]
        added = fresh[: MOST - len(self.bookmarks)]
        if added and not self._change([*self.bookmarks, *added]):
            raise BookmarksError(_NO_ROOM)
        return Imported(len(added), len(found) - len(fresh), len(fresh) - len(added) + lost)

    def _change(self, marks: Sequence[Bookmark]) -> bool:
        """Take other bookmarks, unless they are more than the file may hold."""
        text = _as_text(marks)
        if len(marks) > MOST or len(text.encode()) > MAX_BYTES:
            self._tell(_NO_ROOM)
            return False
        self.bookmarks = tuple(marks)
        self._save()
        self.on_change()
        return True

    def _save(self) -> None:
        """Write the file anew; a disk that refuses is not an error and may be better next time."""
        if self.path is None or not self._may_write:
            return
        try:
            write_whole(self.path, _as_text(self.bookmarks))
            self._refused = False
        except OSError:
            if not self._refused:
                self._tell(
                    Sentence("Your bookmarks cannot be saved here: they last until you quit.")
                )
            self._refused = True

    def _tell(self, sentence: str) -> None:
        self.notice = sentence
        self.on_notice(sentence)

    def _set_aside(self, what: str) -> None:
        self.notice = Sentence("{0}: the old file is kept beside the new one.", what)
        if self.path is not None:
            try:
                set_aside(self.path)
            except OSError:
                self._may_write = False
                self.notice = Sentence(
                    "{0}: the old file is kept, new ones last until you quit.", what
                )


def as_row(mark: Bookmark) -> dict[str, Any]:
    """Write a bookmark as a row of a file."""
    return {
        "place": str(mark.location),
        "level": mark.level,
        "title": mark.title,
        "heading": mark.heading,
        "name": mark.name,
    }


def bookmark_of(row: Any) -> Bookmark:
    """Understand a row of a file.

    Raises:
        ValueError, TypeError, KeyError, LocationError: if anything is wrong in it.
    """
    location = Location.parse(text_of(row["place"]))
    title = clean_name(text_of(row["title"]))
    if not title:
        raise ValueError(row)
    return Bookmark(
        location.article,
        location.section,
        Level(row["level"]),
        title,
        clean_name(text_of(row.get("heading", ""))),
        clean_name(text_of(row.get("name", ""))),
    )


def _as_text(marks: Sequence[Bookmark]) -> str:
    return as_json({"format": FORMAT, "bookmarks": [as_row(mark) for mark in marks]})


def _read(path: Path) -> tuple[tuple[Bookmark, ...], int]:
    """Return the bookmarks of a file, and how many others could not be understood."""
    data = read_json(path, MAX_BYTES)
    if not isinstance(data, dict) or type(data.get("format")) is not int:
        raise ValueError(path)
    if data["format"] > FORMAT:
        raise _NewerError(path)
    rows = data.get("bookmarks")
    if data["format"] < FORMAT or not isinstance(rows, list):
        raise ValueError(path)
    marks: dict[tuple[str, str, Level], Bookmark] = {}
    lost = 0
    for row in rows:
        try:
            mark = bookmark_of(row)
            marks.setdefault(mark[:3], mark)
        except (ValueError, TypeError, KeyError, LocationError):
            lost += 1
    kept = tuple(marks.values())[:MOST]
    return kept, lost + len(marks) - len(kept)
