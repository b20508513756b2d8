"""What the measurement wants of a search engine, and the engines it knows."""

from collections.abc import Sequence
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    from livermets_desktop.model.article import SectionText

OURS, FTS5, XAPIAN, TANTIVY = "LiverMets", "SQLite FTS5", "Xapian (libzim)", "tantivy"
RESULTS = 20
SNIPPET = 130  # characters, as long as ours

# Only the engine that is asked for is loaded: its memory is measured.
_CLASSES = {
    OURS: ("tests.benchmarks.own_search", "OwnSearch"),
    FTS5: ("tests.benchmarks.fts5", "Fts5"),
    XAPIAN: ("tests.benchmarks.xapian", "Xapian"),
    TANTIVY: ("tests.benchmarks.tantivy_search", "Tantivy"),
}
ENGINES = tuple(_CLASSES)


class Kind(StrEnum):
    """Name a kind of query."""

    COMMON = "common term"
    RARE = "rare term"
    AND = "three terms, all wanted"
    OR = "three terms, nowhere together (OR)"
    PHRASE = "phrase"
    PREFIX = "3-letter prefix"
    WORD_AND_PREFIX = "word and prefix"
    MISSPELLED = "misspelled word"


# FTS5 cannot correct a word. libzim asks Xapian for all words: no OR, no phrase and no prefix.
KINDS = {
    OURS: tuple(Kind),
    FTS5: tuple(kind for kind in Kind if kind is not Kind.MISSPELLED),
    XAPIAN: (Kind.COMMON, Kind.RARE, Kind.AND),
    TANTIVY: tuple(Kind),
}


class Engine(Protocol):
    """Hold one index open."""

    @classmethod
    def prepare(cls) -> None:
        """Read what is needed beside the index; most engines need nothing."""
        return

    @staticmethod
    def build(folder: Path, sections: "Sequence[SectionText]") -> None:
        """Write an index into an empty folder."""

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open an index."""

    def answer(self, kind: Kind, words: Sequence[str]) -> Sequence[object]:
        """Return the best sections, each with its snippet."""


def load(name: str) -> type[Engine]:
    """Return the class of an engine."""
    module, class_name = _CLASSES[name]
    found: type[Engine] = getattr(import_module(module), class_name)
    return found
