"""An administrator's TOML file, read strictly: every key that is not known, every wrong value told.

Texts are plain, one line each. The program starts without this module where there is no file.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from livermets_desktop.toml_lines import Fault, KeyLines, KeyPath, parse

MAX_TELEPHONES = 8
MAX_TEXT = 200
MAX_BYTES = 64 * 1024
MAX_LINE = 1000  # the parser's time grows with the square of the dots in one key
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
# Not printable to Python, but of use in names and numbers: spaces that do not break and are thin,
# the soft hyphen, and what joins or parts letters in some scripts.
_SPACING = "\u00a0\u2009\u202f\u00ad\u200c\u200d"

Faults = list[tuple[int, str]]
_Problems = list[tuple[KeyPath, str]]
_Made = TypeVar("_Made")


def understand(
    data: bytes, known: tuple[str, ...], make: Callable[["Table"], _Made]
) -> tuple[_Made | None, Faults]:
    """Make something of a file whose top has the `known` keys, and tell what is wrong by line.

    What is no TOML makes nothing.
    """
    data = data.removeprefix(_BYTE_ORDER_MARK)
    unfit = _unfit(data)
    if unfit:
        return None, [unfit]
    text = data.decode()
    values = parse(text)
    if isinstance(values, Fault):
        return None, [(values.line, values.message)]
    problems: _Problems = []
    made = make(Table(values, known, problems))
    lines = KeyLines(text)
    return made, sorted((lines.line(path), sentence) for path, sentence in problems)


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


class Table:
    """A table of the file that is being read.

    It is `doubtful` if what is missing may have been meant: something unknown stands in its place.
    """

    def __init__(
        self,
        values: object,
        known: tuple[str, ...] | None,
        problems: _Problems,
        path: KeyPath = (),
    ) -> None:
        self.values: Mapping[str, Any] = values if isinstance(values, dict) else {}
        self._problems = problems
        self._path = path
        unknown = [key for key in self.values if known is not None and key not in known]
        self.doubtful = bool(unknown) or not isinstance(values, dict)
        for key in unknown:
            self.wrong(key, f"The key “{printable(key[:80])}” is not known here.")

    def wrong(self, key: str | int, sentence: str) -> None:
        """Tell what is wrong with a key."""
        self._problems.append(((*self._path, key), sentence))

    def table(self, key: str, known: tuple[str, ...] | None) -> "Table":
        """Return the table of a key, empty if there is none; None knows every key."""
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            self.wrong(key, f"“{key}” must be a table: begin it with a line [{key}].")
        below = Table(value, known, self._problems, (*self._path, key))
        below.doubtful |= self.doubtful and key not in self.values
        return below

    def flag(self, key: str, *, usual: bool) -> bool:
        """Read true or false; what is wrong is false."""
        value = self.values.get(key, usual and not self.doubtful)
        if isinstance(value, bool):
            return value
        self.wrong(key, f"“{key}” must be true or false, without quotes.")
        return False

    def number(self, key: str, usual: int, low: int, high: int) -> int:
        """Read a whole number within bounds; what is wrong is the usual one."""
        value = self.values.get(key, usual)
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return value
        self.wrong(key, f"“{key}” must be a whole number from {low} to {high}.")
        return usual

    def choice(self, key: str, choices: Iterable[Any]) -> Any:
        """Read one of some values; None for what is wrong or missing."""
        value = self.values.get(key)
        # 125.0 equals 125, yet is no whole number; a level equals its name.
        chosen = [one for one in choices if one == value and isinstance(one, type(value))]
        if chosen:
            return chosen[0]
        if key in self.values:
            self.wrong(key, f"“{key}” must be one of {listed(choices)}.")
        return None

    def text(self, key: str, *, required: bool = False) -> str:
        """Read a plain text of one line; what is wrong is empty."""
        value = self.values.get(key, "")
        fault = _text_fault(value) or ("is missing." if required and not value.strip() else "")
        if fault:
            self.wrong(key, f"“{key}” {fault}")
            return ""
        return str(value).strip()

    def telephones(self) -> Iterator[tuple[str, str]]:
        """Read the tables [[telephones]] as pairs of label and number."""
        values = self.values.get("telephones", [])
        if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
            self.wrong("telephones", "“telephones” must be tables: begin each with [[telephones]].")
            return
        for index, value in enumerate(values[:MAX_TELEPHONES]):
            place = (*self._path, "telephones", index)
            table = Table(value, ("label", "number"), self._problems, place)
            label, number = (table.text(key, required=True) for key in ("label", "number"))
            if label and number:  # a number that nobody can place is worse than none
                yield label, number
        if len(values) > MAX_TELEPHONES:
            too_many = f"{MAX_TELEPHONES} telephones are the most: this is one more."
            self._problems.append(((*self._path, "telephones", MAX_TELEPHONES), too_many))


def _text_fault(value: object) -> str:
    if not isinstance(value, str):
        return "must be a text in quotes."
    if len(value) > MAX_TEXT:
        return f"has {len(value)} characters: {MAX_TEXT} are the most."
    if printable(value) != value:
        return "must be one line without control characters or marks of writing direction."
    return ""


def printable(text: str) -> str:
    """Return the text with a ? for everything that cannot be shown."""
    return "".join(one if one.isprintable() or one in _SPACING else "?" for one in text)


def listed(choices: Iterable[object]) -> str:
    """Write a list of values."""
    return ", ".join(map(str, choices))
