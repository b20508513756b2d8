"""SQLite's full-text search, as a yardstick."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

from tests.benchmarks.engine import RESULTS, Engine, Kind

if TYPE_CHECKING:
    from livermets_desktop.model.article import SectionText

_FILE = "sections.db"
_CREATE = (
    "CREATE VIRTUAL TABLE sections USING fts5"
    "(title, aliases, heading, body, place UNINDEXED, tokenize = 'porter')"
)
_SEARCH = (
    "SELECT title, heading, place, snippet(sections, 3, '[', ']', '…', 20) FROM sections"
    " WHERE sections MATCH ? ORDER BY rank LIMIT ?"
)


class Fts5(Engine):
    """Ask in FTS5's own language."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @staticmethod
    def build(folder: Path, sections: "Sequence[SectionText]") -> None:
        """Write the sections into one table and optimise it, as our own index is."""
        folder.mkdir()
        connection = sqlite3.connect(folder / _FILE)
        with connection:
            connection.execute(_CREATE)
            connection.executemany(
                "INSERT INTO sections VALUES (?, ?, ?, ?, ?)", map(_values, sections)
            )
            connection.execute("INSERT INTO sections(sections) VALUES ('optimize')")
        connection.close()

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the table."""
        return cls(sqlite3.connect(folder / _FILE))

    def answer(self, kind: Kind, words: Sequence[str]) -> Sequence[tuple[str, str, str, str]]:
        """Return the best sections with their snippets."""
        return self._connection.execute(_SEARCH, (match(kind, words), RESULTS)).fetchall()


def match(kind: Kind, words: Sequence[str]) -> str:
    """Write a query in FTS5's language."""
    if kind is Kind.PHRASE:
        return f'"{" ".join(words)}"'
    quoted = [f'"{word}"' for word in words]
    if kind is Kind.OR:
        return " OR ".join(quoted)
    star = "*" if kind in (Kind.PREFIX, Kind.WORD_AND_PREFIX) else ""
    return " ".join(quoted) + star


def _values(section: "SectionText") -> tuple[str, ...]:
    place = f"{section.level} {section.article}#{section.section}"
    return (section.title, " ".join(section.aliases), section.heading, section.body, place)
