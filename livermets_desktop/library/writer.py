"""Writes the database of a compiled library."""

import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing
from dataclasses import fields
from pathlib import Path
from typing import Any

from livermets_desktop.errors import ContentError
from livermets_desktop.library.contents import ArticleRow, LibraryContents, MetaRow
from livermets_desktop.library.format import FORMAT, SCHEMA


def write_database(path: Path, contents: LibraryContents) -> None:
    """Write the database anew, in one transaction; equal contents give equal bytes.

    Raises:
        ContentError: if rows contradict each other or the file cannot be written.
    """
    path.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            _fill(connection, contents)
    except sqlite3.Error as error:
        path.unlink(missing_ok=True)
        raise ContentError(f"The library cannot be written to {path}: {error}.") from error


def _fill(connection: sqlite3.Connection, contents: LibraryContents) -> None:
    connection.execute("PRAGMA page_size = 4096")
    connection.executescript(f"BEGIN; {SCHEMA}")
    for table, rows in _tables(contents):
        # Sorted, so that the order in which the source was read leaves no trace in the file.
        values = sorted(_values(row) for row in rows)
        if values:
            marks = ", ".join("?" * len(values[0]))
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", values)  # noqa: S608
    connection.execute("COMMIT")


def _tables(contents: LibraryContents) -> Iterator[tuple[str, Iterable[Any]]]:
    yield "meta", (*contents.meta, *_counts(_medical(contents)))
    yield "topic", contents.topics
    yield "article", contents.articles
    yield "alias", contents.aliases
    yield "index_entry", contents.index_entries
    yield "related", contents.related
    yield "section", contents.sections
    yield "citation", contents.citations
    yield "source", contents.sources
    yield "figure", contents.figures
    yield "term", contents.terms
    yield "question_stage", contents.question_stages
    yield "claim", contents.claims
    yield "claim_use", contents.claim_uses


def _medical(contents: LibraryContents) -> list[ArticleRow]:
    """Return the articles without the pages about the program."""
    group = next((row.value for row in contents.meta if row.key == "help"), "")
    pages = {topic.id for topic in contents.topics if group and topic.parent == group}
    return [article for article in contents.articles if article.id not in pages]


def _counts(articles: Collection[ArticleRow]) -> Iterator[MetaRow]:
    """Count once what every start wants to know: the reader then need not read all articles."""
    yield MetaRow("format", str(FORMAT))
    due: dict[str, str] = {}
    for row in articles:
        due[row.id] = min(row.check_due, due.get(row.id, row.check_due))
    yield MetaRow("article_count", str(len(due)))
    yield MetaRow("check_due", json.dumps(Counter(due.values()), sort_keys=True))
    yield MetaRow("checked", max((row.checked for row in articles), default=""))
    yield MetaRow("unreviewed_count", str(len({row.id for row in articles if not row.reviewed_by})))


def _values(row: Any) -> tuple[Any, ...]:
    return tuple(getattr(row, field.name) for field in fields(row))
