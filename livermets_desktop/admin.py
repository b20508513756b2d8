"""The administrator's file for shared PCs: what is kept, fixed and shown for all readers.

Whatever is wrong in it is taken the safest way: nothing is kept, nothing is unlocked.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from livermets_desktop.model.level import Level
from livermets_desktop.sentence import Sentence
from livermets_desktop.settings import TEXT_SIZES, THEMES

if TYPE_CHECKING:
    from livermets_desktop.toml_table import Table

_CHOICES: dict[str, tuple[Any, ...]] = {
    "level": tuple(Level),
    "theme": THEMES,
    "text_size": TEXT_SIZES,
}
PREFERENCES = frozenset(_CHOICES)
_TABLES = {
    "keep": ("history", "bookmarks", "recent_queries"),
    "preferences": tuple(_CHOICES),
    "locked": ("preferences",),
}
_TOP = ("hospital", "local_protocol", "telephones", *_TABLES)


class Admin(NamedTuple):
    """Hold what the administrator decides; all texts are plain, one line each.

    `preferences` are first values, fixed ones for the names that are `locked`; `telephones` are
    pairs of label and number.
    """

    keep_history: bool = True
    keep_bookmarks: bool = True
    keep_recent_queries: bool = False
    locked: frozenset[str] = frozenset()
    preferences: tuple[tuple[str, Any], ...] = ()
    hospital: str = ""
    telephones: tuple[tuple[str, str], ...] = ()
    local_protocol: str = ""


SAFEST = Admin(
    keep_history=False, keep_bookmarks=False, keep_recent_queries=False, locked=PREFERENCES
)


def load(file: Path) -> tuple[Admin, str]:
    """Read the file; the sentence says so if something is wrong with it, else it is empty."""
    admin, problems = check(file)
    if not problems:
        return admin, ""
    return admin, Sentence(
        "There are mistakes in the administrator's file {0}:"
        " the command livermets-desktop admin check {0} names them.",
        file,
    )


def check(file: Path) -> tuple[Admin, tuple[str, ...]]:
    """Read the file and report every problem as `FILE:LINE: sentence`; it may be missing."""
    try:
        with file.open("rb") as stream:
            # Most PCs have no such file: they do not pay for the reader when the program starts.
            from livermets_desktop.toml_table import MAX_BYTES, understand  # noqa: PLC0415

            data = stream.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return Admin(), ()
    except OSError as error:
        return SAFEST, (f"{file}:1: The file cannot be read: {error.strerror}.",)
    admin, faults = understand(data, _TOP, _admin)
    return admin or SAFEST, tuple(f"{file}:{line}: {sentence}" for line, sentence in faults)


def _admin(top: "Table") -> Admin:
    keep = top.table("keep", _TABLES["keep"])
    usual = Admin()
    return Admin(
        keep_history=keep.flag("history", usual=usual.keep_history),
        keep_bookmarks=keep.flag("bookmarks", usual=usual.keep_bookmarks),
        keep_recent_queries=keep.flag("recent_queries", usual=usual.keep_recent_queries),
        locked=_locked(top.table("locked", _TABLES["locked"])),
        preferences=tuple(_preferences(top.table("preferences", _TABLES["preferences"]))),
        hospital=top.text("hospital"),
        telephones=tuple(top.telephones()),
        local_protocol=top.text("local_protocol"),
    )


def _locked(table: "Table") -> frozenset[str]:
    names = table.values.get("preferences", [])
    if not isinstance(names, list) or not all(name in tuple(_CHOICES) for name in names):
        table.wrong("preferences", f"“preferences” must be a list of {', '.join(_CHOICES)}.")
        return PREFERENCES
    return PREFERENCES if table.doubtful else frozenset(names)


def _preferences(table: "Table") -> Iterator[tuple[str, Any]]:
    for name, choices in _CHOICES.items():
        value = table.choice(name, choices)
        if value is not None:
            yield name, value
