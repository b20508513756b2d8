"""Hand-outs that a reader keeps by name, as one JSON file."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from livermets_desktop.bookmarks import as_row, bookmark_of
from livermets_desktop.errors import LocationError
from livermets_desktop.json_file import as_json, read_json, set_aside, text_of, write_whole
from livermets_desktop.model.bookmark import Bookmark, clean_name
from livermets_desktop.model.handout import LONGEST_LINE, LONGEST_QUESTION, Handout
from livermets_desktop.sentence import Sentence

FORMAT = 1
MOST = 100
_MAX_BYTES = 4 * 1024 * 1024


class HandoutFile:
    """Load and save hand-outs by name; without a place to write nothing is kept.

    `notice` is one sentence for the reader when something was wrong, else ""; `on_notice` is called
    with one that comes up later.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.handouts: tuple[Handout, ...] = ()
        self.notice = ""
        self.on_notice: Callable[[str], object] = lambda _: None

    @property
    def keeps(self) -> bool:
        """Tell whether hand-outs can be kept at all."""
        return self.path is not None

    def load(self) -> tuple[Handout, ...]:
        """Read the file; what cannot be understood is set aside as `.bad`, what is good is used."""
        if self.path is None:
            return ()
        try:
            self.handouts, lost = _read(self.path)
        except FileNotFoundError:
            return ()
        except OSError:
            self.path = None
            self.notice = Sentence("Your hand-outs cannot be read: none is kept now.")
        except (ValueError, TypeError, KeyError, AttributeError):
            self._set_aside()
        else:
            if lost:
                self._set_aside()
                self._save()
        return self.handouts

    def keep(self, handout: Handout) -> bool:
        """Keep a hand-out under its name, in the place of an older one; False if it cannot be."""
        others = [one for one in self.handouts if one.name != handout.name]
        if len(others) >= MOST:
            self.on_notice(Sentence("No more than {0} hand-outs are kept: delete one first.", MOST))
            return False
        kept = sorted([*others, handout], key=lambda one: one.name.casefold())
        return self._change(kept)

    def remove(self, name: str) -> bool:
        """Forget the hand-out of a name; False if the file cannot be written."""
        return self._change([one for one in self.handouts if one.name != name])

    def _change(self, handouts: Sequence[Handout]) -> bool:
        before, self.handouts = self.handouts, tuple(handouts)
        if self._save():
            return True
        self.handouts = before
        self.on_notice(Sentence("The hand-out cannot be kept here: print it, or save it as PDF."))
        return False

    def _save(self) -> bool:
        if self.path is None:
            return False
        rows = [
            {"name": one.name, "line": one.line, "parts": [_as_row(part) for part in one.parts]}
            for one in self.handouts
        ]
        try:
            write_whole(self.path, as_json({"format": FORMAT, "handouts": rows}))
        except OSError:
            return False
        return True

    def _set_aside(self) -> None:
        self.notice = Sentence("Some of your hand-outs were unreadable: the old file is kept.")
        if self.path is not None:
            try:
                set_aside(self.path)
            except OSError:
                self.path = None


def _as_row(part: Bookmark | str) -> dict[str, Any]:
    return {"question": part} if isinstance(part, str) else as_row(part)


def _read(path: Path) -> tuple[tuple[Handout, ...], int]:
    """Return the hand-outs of a file, and how much of it could not be understood."""
    data = read_json(path, _MAX_BYTES)
    if data["format"] != FORMAT or not isinstance(data["handouts"], list):
        raise ValueError(path)
    handouts: dict[str, Handout] = {}
    lost = max(len(data["handouts"]) - MOST, 0)
    for row in data["handouts"][:MOST]:
        try:
            handout, missing = _handout(row)
        except (ValueError, TypeError, KeyError, AttributeError):
            lost += 1
        else:
            handouts[handout.name] = handout
            lost += missing
    return tuple(sorted(handouts.values(), key=lambda one: one.name.casefold())), lost


def _handout(row: Any) -> tuple[Handout, int]:
    name = clean_name(text_of(row["name"]))
    if not name:
        raise ValueError(row)
    handout = Handout(line=clean_name(text_of(row.get("line", "")), LONGEST_LINE), name=name)
    lost = 0
    for part in row["parts"]:
        try:
            handout = handout.with_part(_part(part))
        except (ValueError, TypeError, KeyError, LocationError, OverflowError):
            lost += 1
    return handout, lost


def _part(row: Any) -> Bookmark | str:
    if "question" not in row:
        return bookmark_of(row)
    question = clean_name(text_of(row["question"]), LONGEST_QUESTION)
    if not question:
        raise ValueError(row)
    return question
