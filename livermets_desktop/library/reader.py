"""Reads a compiled library: the tree, the articles, and what stands around them."""

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from livermets_desktop.errors import (
    LibraryDamagedError,
    LibraryFormatError,
    LibraryNotFoundError,
    NotInLibraryError,
)
from livermets_desktop.library.database import Database
from livermets_desktop.library.format import DATABASE, FORMAT, MANIFEST
from livermets_desktop.library.images import is_harmless
from livermets_desktop.library.integrity import read_manifest
from livermets_desktop.library.rows import (
    SOURCES,
    TERMS,
    TOPICS,
    line_of,
    source_of,
    term_of,
    text_of,
    topic_of,
    walk,
)
from livermets_desktop.library.section_texts import article_texts, kind_of, term_texts
from livermets_desktop.model.article import (
    Article,
    LibraryInfo,
    QuestionStage,
    Section,
    SectionText,
    Source,
    Term,
)
from livermets_desktop.model.kind import Kind
from livermets_desktop.model.level import Level
from livermets_desktop.model.topic import Topic, TopicKind

# The texts of `meta` that are no lines: when how many checks are due, words that say the same.
_CHECK_DUE, _EVERYDAY = "check_due", "everyday"


class Library:
    """Read one compiled library; each thread opens its own."""

    def __init__(self, folder: Path, *, trusted: bool, today: date) -> None:
        self.folder = folder
        self.trusted = trusted
        self._today = today
        self._database = Database(folder)

    @classmethod
    def open(cls, folder: Path, *, trusted: bool, today: date | None = None) -> Self:
        """Open the library in a folder; the texts of one that is not trusted are cleaned.

        Raises:
            LibraryNotFoundError: if the folder holds no library.
            LibraryFormatError: if it was made for another version of this program.
            LibraryDamagedError: if its files cannot be read.
        """
        _check_files(folder)
        library = cls(folder, trusted=trusted, today=today or date.today())
        try:
            _check_format(library.meta().get("format"))
            library.info  # noqa: B018 - what everybody needs is read at once, so that damage shows
        except BaseException:
            library.close()
            raise
        return library

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the library; nothing can be read from it any more."""
        self._database.close()

    def meta(self) -> dict[str, str]:
        """Return what the library says about itself as a whole."""
        with self._database.guard():
            rows = self._database.rows("SELECT key, value FROM meta")
            return {
                text_of(key): (text_of if key in (_CHECK_DUE, _EVERYDAY) else line_of)(value)
                for key, value in rows
            }

    @cached_property
    def info(self) -> LibraryInfo:
        """Describe the library as a whole."""
        meta = self.meta()
        with self._database.guard():
            today = self._today.isoformat()
            overdue = sum(
                int(count) for due, count in json.loads(meta[_CHECK_DUE]).items() if due < today
            )
            return LibraryInfo(
                id=meta["id"],
                title=meta["title"],
                version=meta["version"],
                licence=meta["licence"],
                disclaimer=meta["disclaimer"],
                checked=date.fromisoformat(meta["checked"]),
                article_count=int(meta["article_count"]),
                overdue_count=overdue,
                unreviewed_count=int(meta["unreviewed_count"]),
                subtitle=meta.get("subtitle", ""),
                urgent=meta.get("urgent", ""),
                help=meta.get("help", ""),
                glossary=meta.get("glossary", ""),
                questions=meta.get("questions", ""),
            )

    def children(self, parent: str = "") -> tuple[Topic, ...]:
        """Return the topics right below one, in order; "" stands above the top."""
        with self._database.guard():
            rows = self._database.rows(f"{TOPICS} WHERE parent = ? ORDER BY position, id", parent)
            return tuple(topic_of(row) for row in rows)

    def topic(self, id: str) -> Topic:  # noqa: A002 - the name of the field
        """Return one topic.

        Raises:
            NotInLibraryError: if there is none with that id.
        """
        with self._database.guard():
            return topic_of(self._one("topic", id, f"{TOPICS} WHERE id = ?"))

    def path(self, id: str) -> tuple[Topic, ...]:  # noqa: A002
        """Return the way from the top down to a topic, which comes last.

        Raises:
            NotInLibraryError: if the topic or one above it is missing.
        """
        way = {id: self.topic(id)}
        while parent := next(reversed(way.values())).parent:
            if parent in way:
                raise LibraryDamagedError(self.folder)
            way[parent] = self.topic(parent)
        return tuple(reversed(way.values()))

    def articles(self) -> tuple[Topic, ...]:
        """Return all articles in the order of the tree."""
        with self._database.guard():
            below = defaultdict(list)
            for row in self._database.rows(f"{TOPICS} ORDER BY position, id"):
                topic = topic_of(row)
                below[topic.parent].append(topic)
        return tuple(topic for topic in walk(below) if topic.kind is TopicKind.ARTICLE)

    def article(self, id: str, level: Level) -> Article:  # noqa: A002
        """Return an article at a level, or at the other one if only that exists.

        Raises:
            NotInLibraryError: if there is no such article.
        """
        topic = self.topic(id)
        with self._database.guard():
            rows = self._database.rows("SELECT level, * FROM article WHERE id = ?", id)
            by_level = {Level(row[0]): row[3:] for row in rows}
            if not by_level:
                raise NotInLibraryError("article", id)
            level = level if level in by_level else level.other
            summary, html, checked, due, reviewed_by, reviewed, asked = by_level[level]
            return Article(
                id=id,
                level=level,
                levels=tuple(one for one in Level if one in by_level),
                title=topic.title,
                group=topic.parent,
                summary=self._summary(summary),
                html=self._html(html),
                sections=self._sections(id, level),
                sources=self._sources(id, level),
                related=self._related(id),
                checked=date.fromisoformat(checked),
                check_due=date.fromisoformat(due),
                reviewed_by=line_of(reviewed_by),
                reviewed=date.fromisoformat(reviewed) if reviewed else None,
                asked_html=self._html(asked),
                help=self._is_help(topic),
            )

    def figure(self, name: str, theme: str, *, large: bool = False) -> bytes:
        """Return the bitmap of a figure for a theme, or the light one if there is no other.

        `large` is for paper, large views and large text.

        Raises:
            NotInLibraryError: if it is missing, no bitmap or too large.
        """
        sql = "SELECT png, large_png FROM figure WHERE name = ? AND theme IN (?, 'light')"
        rows = self._database.rows(f"{sql} ORDER BY theme != ? LIMIT 1", name, theme, theme)
        png, large_png = rows[0] if rows else (None, None)
        data = large_png if large and large_png else png
        if not isinstance(data, bytes) or not is_harmless(data):
            raise NotInLibraryError("figure", name)
        return data

    def term(self, id: str) -> Term:  # noqa: A002
        """Return one term of the glossary.

        Raises:
            NotInLibraryError: if there is none with that id.
        """
        with self._database.guard():
            return term_of(self._one("term", id, f"{TERMS} WHERE id = ?"))

    def terms(self) -> tuple[Term, ...]:
        """Return the glossary in the order of its ids."""
        with self._database.guard():
            return tuple(term_of(row) for row in self._database.rows(TERMS))

    def everyday_words(self) -> tuple[tuple[str, ...], ...]:
        """Return the words of everyday language that say the same, a group each."""
        meta = self.meta()
        with self._database.guard():
            groups = json.loads(meta.get(_EVERYDAY, "[]"))
            return tuple(tuple(line_of(word) for word in group) for group in groups)

    def question_stages(self) -> tuple[QuestionStage, ...]:
        """Return the questions for patients to ask, stage by stage."""
        sql = "SELECT id, title, questions FROM question_stage ORDER BY position, id"
        with self._database.guard():
            return tuple(
                QuestionStage(
                    line_of(id_), line_of(title), tuple(line_of(one) for one in json.loads(rest))
                )
                for id_, title, rest in self._database.rows(sql)
            )

    def source(self, key: str) -> Source:
        """Return one source.

        Raises:
            NotInLibraryError: if there is none with that key.
        """
        with self._database.guard():
            return source_of(self._one("source", key, f"{SOURCES} WHERE key = ?"))

    def section_texts(self) -> Iterator[SectionText]:
        """Return every section at every level in the order of the tree, and every term."""
        terms = self.terms()
        for topic in self.articles():
            group_title = self.topic(topic.parent).title if topic.parent else ""
            kind = kind_of(topic, self.info)
            with self._database.guard():
                yield from list(article_texts(self._database, topic, kind, group_title))
                if kind is Kind.TERM:
                    yield from term_texts(topic, terms, group_title)

    def _is_help(self, topic: Topic) -> bool:
        return bool(topic.parent) and topic.parent == self.info.help

    def _one(self, what: str, name: str, sql: str) -> tuple[Any, ...]:
        rows = self._database.rows(sql, name)
        if not rows:
            raise NotInLibraryError(what, name)
        return rows[0]

    def _html(self, html: Any) -> str:
        if not isinstance(html, str):
            raise TypeError
        if self.trusted:
            return html
        from livermets_desktop.library.safe_html import clean  # noqa: PLC0415 - foreign texts only

        return clean(html)

    def _summary(self, summary: Any) -> str:
        # A summary is plain text: what a foreign one has of HTML is cleaned, then taken out.
        if self.trusted:
            return line_of(summary)
        from livermets_desktop.library.safe_html import plain_text  # noqa: PLC0415 - see above

        return line_of(plain_text(self._html(summary)))

    def _sections(self, article: str, level: Level) -> tuple[Section, ...]:
        rows = self._database.rows(
            "SELECT id, heading, depth FROM section WHERE article = ? AND level = ?"
            " ORDER BY position",
            article,
            level,
        )
        return tuple(
            Section(text_of(section), line_of(heading), int(depth))
            for section, heading, depth in rows
        )

    def _sources(self, article: str, level: Level) -> tuple[Source, ...]:
        rows = self._database.rows(
            f"{SOURCES.replace(' FROM', ', number FROM')} JOIN citation ON citation.source = key"
            " WHERE article = ? AND level = ? ORDER BY number",
            article,
            level,
        )
        return tuple(source_of(row[:-1], number=int(row[-1])) for row in rows)

    def _related(self, article: str) -> tuple[Topic, ...]:
        # A join: what is not in the library is not offered.
        rows = self._database.rows(
            f"{TOPICS} JOIN related ON related.other = topic.id WHERE article = ?"
            " ORDER BY related.position",
            article,
        )
        return tuple(topic_of(row) for row in rows)


def _check_files(folder: Path) -> None:
    try:
        if not all((folder / name).is_file() for name in (DATABASE, MANIFEST)):
            raise LibraryNotFoundError(folder)
        found = read_manifest(folder).get("format")
    except (OSError, ValueError) as error:
        raise LibraryDamagedError(folder) from error
    _check_format(found)


def _check_format(found: object) -> None:
    if str(found) != str(FORMAT):
        raise LibraryFormatError(str(found)[:20], FORMAT)
