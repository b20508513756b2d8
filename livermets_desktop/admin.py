"""The administrator's file for shared PCs: what is kept, fixed and shown for all readers.

Whatever is wrong in it is taken the safest way: nothing is kept, nothing is unlocked.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from livermets_desktop.model.level import Level
from livermets_desktop.sentence import Sentence
from livermets_desktop.settings import TEXT_SIZES, THEMES

if TYPE_CHECKING:
    from livermets_desktop.toml_lines import KeyPath

MAX_TELEPHONES = 8
MAX_TEXT = 200
MAX_BYTES = 64 * 1024
MAX_LINE = 1000  # the parser's time grows with the square of the dots in one key
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
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
# Not printable to Python, but of use in names and numbers: spaces that do not break and are thin,
# the soft hyphen, and what joins or parts letters in some scripts.
_SPACING = "\u00a0\u2009\u202f\u00ad\u200c\u200d"


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
_Faults = list[tuple[int, str]]
_Problems = list[tuple["KeyPath", str]]


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
            data = stream.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return Admin(), ()
    except OSError as error:
        return SAFEST, (f"{file}:1: The file cannot be read: {error.strerror}.",)
    admin, faults = _understand(data)
    return admin, tuple(f"{file}:{line}: {sentence}" for line, sentence in faults)


def _understand(data: bytes) -> tuple[Admin, _Faults]:
    # Most PCs have no such file: they do not pay for the parser when the program starts.
    from livermets_desktop.toml_lines import Fault, KeyLines, parse  # noqa: PLC0415

    data = data.removeprefix(_BYTE_ORDER_MARK)
    unfit = _unfit(data)
    if unfit:
        return SAFEST, [unfit]
    text = data.decode()
    values = parse(text)
    if isinstance(values, Fault):
        return SAFEST, [(values.line, values.message)]
    problems: _Problems = []
    admin = _admin(_Table(values, _TOP, problems))
    lines = KeyLines(text)
    return admin, sorted((lines.line(path), sentence) for path, sentence in problems)


def _unfit(data: bytes) -> tuple[int, str] | None:
    if len(data) > MAX_BYTES:
        return 1, f"The file is larger than {MAX_BYTES // 1024} KB."
    for number, line in enumerate(data.split(b"\n"), start=1):
        if len(line) > MAX_LINE:
            return number, f"The line is longer than {MAX_LINE} bytes."
        try:
            line.decode()
        except UnicodeDecodeError:
            return number, "This is not UTF-8 text: save the file as UTF-8."
    return None


class _Table:
    """A table of the file that is being read.

    It is `doubtful` if what is missing may have been meant: something unknown stands in its place.
    """

    def __init__(
        self, values: object, known: tuple[str, ...], problems: _Problems, path: "KeyPath" = ()
    ) -> None:
        self.values: Mapping[str, Any] = values if isinstance(values, dict) else {}
        self.problems = problems
        self._path = path
        unknown = [key for key in self.values if key not in known]
        self.doubtful = bool(unknown) or not isinstance(values, dict)
        for key in unknown:
            self.wrong(key, f"The key “{_printable(key[:80])}” is not known here.")

    def wrong(self, key: str, sentence: str) -> None:
        self.problems.append(((*self._path, key), sentence))

    def table(self, key: str) -> "_Table":
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            self.wrong(key, f"“{key}” must be a table: begin it with a line [{key}].")
        below = _Table(value, _TABLES[key], self.problems, (key,))
        below.doubtful |= self.doubtful and key not in self.values
        return below

    def flag(self, key: str, *, usual: bool) -> bool:
        value = self.values.get(key, usual and not self.doubtful)
        if isinstance(value, bool):
            return value
        self.wrong(key, f"“{key}” must be true or false, without quotes.")
        return False

    def text(self, key: str, *, required: bool = False) -> str:
        value = self.values.get(key, "")
        fault = _text_fault(value) or ("is missing." if required and not value.strip() else "")
        if fault:
            self.wrong(key, f"“{key}” {fault}")
            return ""
        return str(value).strip()


def _text_fault(value: object) -> str:
    if not isinstance(value, str):
        return "must be a text in quotes."
    if len(value) > MAX_TEXT:
        return f"has {len(value)} characters: {MAX_TEXT} are the most."
    if _printable(value) != value:
        return "must be one line without control characters or marks of writing direction."
    return ""


def _printable(text: str) -> str:
    return "".join(one if one.isprintable() or one in _SPACING else "?" for one in text)


def _admin(top: _Table) -> Admin:
    keep = top.table("keep")
    usual = Admin()
    return Admin(
        keep_history=keep.flag("history", usual=usual.keep_history),
        keep_bookmarks=keep.flag("bookmarks", usual=usual.keep_bookmarks),
        keep_recent_queries=keep.flag("recent_queries", usual=usual.keep_recent_queries),
        locked=_locked(top.table("locked")),
        preferences=tuple(_preferences(top.table("preferences"))),
        hospital=top.text("hospital"),
        telephones=tuple(_telephones(top)),
        local_protocol=top.text("local_protocol"),
    )


def _locked(table: _Table) -> frozenset[str]:
    names = table.values.get("preferences", [])
    if not isinstance(names, list) or not all(name in tuple(_CHOICES) for name in names):
        table.wrong("preferences", f"“preferences” must be a list of {_listed(_CHOICES)}.")
        return PREFERENCES
    return PREFERENCES if table.doubtful else frozenset(names)


def _preferences(table: _Table) -> Iterator[tuple[str, Any]]:
    for name, choices in _CHOICES.items():
        value = table.values.get(name)
        # 125.0 equals 125, yet is no whole number; a level equals its name.
        chosen = [one for one in choices if one == value and isinstance(one, type(value))]
        if chosen:
            yield name, chosen[0]
        elif name in table.values:
            table.wrong(name, f"“{name}” must be one of {_listed(choices)}.")


def _telephones(top: _Table) -> Iterator[tuple[str, str]]:
    values = top.values.get("telephones", [])
    if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
        top.wrong("telephones", "“telephones” must be tables: begin each with [[telephones]].")
        return
    for index, value in enumerate(values[:MAX_TELEPHONES]):
        table = _Table(value, ("label", "number"), top.problems, ("telephones", index))
        label, number = (table.text(key, required=True) for key in ("label", "number"))
        if label and number:  # a number that nobody can place is worse than none
            yield label, number
    if len(values) > MAX_TELEPHONES:
        place = ("telephones", MAX_TELEPHONES)
        top.problems.append((place, f"{MAX_TELEPHONES} telephones are the most: this is one more."))


def _listed(choices: Iterable[object]) -> str:
    return ", ".join(map(str, choices))
