"""The texts that search finds: every section at every level, and every term of the glossary."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from livermets_desktop.library.database import Database
from livermets_desktop.library.rows import id_of, line_of, text_of
from livermets_desktop.model.article import LibraryInfo, SectionText, Term
from livermets_desktop.model.kind import Kind
from livermets_desktop.model.level import Level
from livermets_desktop.model.topic import Topic


class _Names(NamedTuple):
    """Hold the other names of an article and, by section, its index entries."""

    aliases: tuple[str, ...]
    entries: Mapping[str, tuple[str, ...]]


def kind_of(topic: Topic, info: LibraryInfo) -> Kind:
    """Return what kind of text an article is."""
    if info.help and topic.parent == info.help:
        return Kind.HELP
    kinds = {info.glossary: Kind.TERM, info.questions: Kind.QUESTION}
    return kinds.get(topic.id, Kind.ARTICLE)


def article_texts(
    database: Database, topic: Topic, kind: Kind, group_title: str
) -> Iterator[SectionText]:
    """Yield the sections of an article; the letters of the glossary are no text of their own."""
    names = _names(database, topic.id)
    rows = database.rows(
        "SELECT id, level, heading, body FROM section WHERE article = ?"
        " ORDER BY level DESC, position",  # "plain" before "clinician"
        topic.id,
    )
    for section, level, heading, body in rows:
        if kind is Kind.TERM and not body:
            continue
        yield SectionText(
            article=topic.id,
            section=text_of(section),
            level=Level(level),
            title=topic.title,
            aliases=names.aliases,
            heading=line_of(heading),
            body=text_of(body),
            group=topic.parent,
            group_title=group_title,
            entries=names.entries.get(section, ()),
            # The introduction to the glossary is no term.
            kind=Kind.ARTICLE if kind is Kind.TERM else kind,
        )


def term_texts(topic: Topic, terms: Sequence[Term], group_title: str) -> Iterator[SectionText]:
    """Yield the terms, as entries of the article that lists them."""
    for level in topic.levels:
        for term in terms:
            yield SectionText(
                article=topic.id,
                section=f"term-{id_of(term.id)}",
                level=level,
                title=topic.title,
                aliases=(),
                heading=term.term,
                body=term.definition,
                group=topic.parent,
                group_title=group_title,
                entries=(
                    *term.abbreviations,
                    *term.plurals,
                    *term.us,
                    *term.variants,
                    *term.narrower,
                ),
                kind=Kind.TERM,
            )


def _names(database: Database, article: str) -> _Names:
    aliases = database.rows("SELECT alias FROM alias WHERE article = ? ORDER BY position", article)
    entries: dict[str, list[str]] = defaultdict(list)
    sql = "SELECT section, entry FROM index_entry WHERE article = ? ORDER BY section, position"
    for section, entry in database.rows(sql, article):
        entries[section].append(line_of(entry))
    return _Names(
        tuple(line_of(alias) for (alias,) in aliases),
        {section: tuple(lines) for section, lines in entries.items()},
    )
