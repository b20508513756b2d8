"""SQLite's full-text search over the same sections, as a yardstick."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from livermets_desktop.model.article import SectionText

_CREATE = (
    "CREATE VIRTUAL TABLE sections USING fts5"
    "(title, aliases, heading, body, place UNINDEXED, tokenize = 'porter')"
)
_SEARCH = (
    "SELECT title, heading, place, snippet(sections, 3, '[', ']', '…', 20) FROM sections"
    " WHERE sections MATCH ? ORDER BY rank LIMIT ?"
)


def build(file: Path, sections: Iterable[SectionText]) -> None:
    """Write the sections into one table and optimise it, as our own index is."""
    connection = sqlite3.connect(file)
    with connection:
        connection.execute(_CREATE)
        connection.executemany(
            "INSERT INTO sections VALUES (?, ?, ?, ?, ?)", map(_values, sections)
        )
        connection.execute("INSERT INTO sections(sections) VALUES ('optimize')")
    connection.close()


def open_table(file: Path) -> sqlite3.Connection:
    """Open the table; SQLite reads nothing of it before the first query, so one is asked."""
    connection = sqlite3.connect(file)
    search(connection, "absentword", 1)
    return connection


def search(
    connection: sqlite3.Connection, query: str, limit: int
) -> list[tuple[str, str, str, str]]:
    """Return the best sections with their snippets."""
    return connection.execute(_SEARCH, (query, limit)).fetchall()


def match_words(query: str, *, prefix: bool) -> str:
    """Write a query of plain words, or one quoted phrase, in FTS5's language."""
    if query.startswith('"'):
        return query
    words = " ".join(f'"{word}"' for word in query.split())
    return f"{words}*" if prefix else words


def _values(section: SectionText) -> tuple[str, ...]:
    place = f"{section.level} {section.article}#{section.section}"
    return (section.title, " ".join(section.aliases), section.heading, section.body, place)
