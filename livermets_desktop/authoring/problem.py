"""What is wrong with a content source, and where."""

from dataclasses import dataclass, field
from enum import StrEnum, auto
from pathlib import Path


class Rule(StrEnum):
    """Name every rule that a content source is checked against."""

    UNREADABLE = auto()
    TOO_LARGE = auto()
    NOT_UTF8 = auto()
    UTF16 = auto()
    BYTE_ORDER_MARK = auto()
    CONTROL_CHARACTER = auto()
    BAD_TOML = auto()
    UNKNOWN_KEY = auto()
    MISSING_KEY = auto()
    WRONG_TYPE = auto()
    BAD_ID = auto()
    DUPLICATE_TOPIC = auto()
    DUPLICATE_TERM = auto()
    DUPLICATE_CLAIM = auto()
    DUPLICATE_STAGE = auto()
    BAD_CLAIM_ROW = auto()
    UNKNOWN_SOURCE = auto()
    MISSING_FOLDER = auto()
    UNLISTED_FOLDER = auto()
    SUMMARY = auto()
    CHECKED = auto()
    CHECK_DUE = auto()
    OVERDUE = auto()
    REVIEWER = auto()
    RELATED_UNKNOWN = auto()
    RELATED_SELF = auto()
    LEVELS = auto()
    UNPAIRED = auto()
    PAIRS = auto()
    PAIR_ORDER = auto()
    HEADING_LEVEL = auto()
    HEADING_ID = auto()
    DUPLICATE_HEADING = auto()
    LINK_SCHEME = auto()
    DEAD_LINK = auto()
    PLANNED_LINK = auto()
    DEAD_ANCHOR = auto()
    EMPTY_CITATION = auto()
    UNKNOWN_CITATION = auto()
    CLAIMS_COMMENT = auto()
    UNKNOWN_CLAIM = auto()
    UNVERIFIED_CLAIM = auto()
    UNCOVERED_CLAIM = auto()
    NO_WAY_IN = auto()
    UNKNOWN_LIST = auto()
    ASKS_FIRST = auto()
    INDEX_ENTRY = auto()
    UNCITED_FIGURE = auto()
    SURVIVAL_FIGURE = auto()
    DOSE = auto()
    ABBREVIATION = auto()
    US_SPELLING = auto()
    LONG_SENTENCE = auto()
    READING_GRADE = auto()
    MEDIAN_GRADE = auto()
    CALLOUT = auto()
    RAW_HTML = auto()
    LONG_LINE = auto()
    DEEP_NESTING = auto()
    NESTED_TABLE = auto()
    LARGE_TABLE = auto()
    IMAGE_MISSING = auto()
    IMAGE_ALT = auto()
    IMAGE_TYPE = auto()
    IMAGE_UNUSED = auto()
    IMAGE_BOMB = auto()
    SVG_BROKEN = auto()
    SVG_SCRIPT = auto()
    SVG_REFERENCE = auto()
    SVG_ENTITY = auto()
    SVG_ELEMENT = auto()
    CANNOT_RENDER = auto()


WARNINGS = frozenset({Rule.OVERDUE, Rule.IMAGE_UNUSED})


@dataclass(frozen=True, slots=True)
class Place:
    """Name a line of a file, counted from 1."""

    file: Path
    line: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Tell what is wrong at one line; a warning does not keep a library from being compiled."""

    file: Path
    line: int
    message: str
    rule: Rule = field(default=Rule.UNREADABLE, compare=False)

    @property
    def is_warning(self) -> bool:
        """Tell whether the library can be compiled all the same."""
        return self.rule in WARNINGS

    def __str__(self) -> str:
        """Write the problem as "file:line: message"."""
        mark = "warning: " if self.is_warning else ""
        return f"{self.file}:{self.line}: {mark}{self.message}"


class Report:
    """Collect problems; the same problem counts once."""

    def __init__(self) -> None:
        self._problems: set[Problem] = set()

    def add(self, rule: Rule, place: Place, message: str) -> None:
        """Note that a rule is broken at a place."""
        self._problems.add(Problem(place.file, place.line, message, rule))

    def problems(self) -> list[Problem]:
        """Return what was noted, in the order of files and lines."""
        return sorted(self._problems)

    def errors(self) -> list[Problem]:
        """Return the problems that keep a library from being compiled."""
        return [problem for problem in self.problems() if not problem.is_warning]


def quoted(text: str) -> str:
    """Quote a text of unknown length and content for a message."""
    shown = "".join(letter if letter.isprintable() else "�" for letter in text[:60])
    return f"“{shown}…”" if len(text) > len(shown) else f"“{shown}”"
