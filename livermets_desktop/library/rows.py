"""Turns rows of the database into the values that the program works with.

A foreign or damaged row may hold anything: whatever does not fit raises TypeError, ValueError or
KeyError, which `Database.guard` turns into one error.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from livermets_desktop.library.control_characters import strip_control
from livermets_desktop.model.article import Source, Term
from livermets_desktop.model.level import Level
from livermets_desktop.model.topic import Topic, TopicKind

_LONGEST_LINE = 2_000
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

TOPICS = "SELECT topic.id, kind, title, parent, summary, icon, child_count, levels FROM topic"
TERMS = "SELECT id, term, definition, forms FROM term"
SOURCES = "SELECT key, title, organisation, date, address FROM source"


def text_of(value: Any) -> str:
    """Return plain text without control characters."""
    if not isinstance(value, str):
        raise TypeError("not a text")
    return strip_control(value)


def line_of(value: Any) -> str:
    """Return a text that is shown in one line, cut where nobody would read on.

    A line without end would hang whatever measures it.
    """
    text = text_of(value)
    return text if len(text) <= _LONGEST_LINE else f"{text[:_LONGEST_LINE]}…"


def id_of(value: Any) -> str:
    """Return an id that can stand in a link."""
    if not _ID.fullmatch(value):
        raise ValueError("not an id")
    return str(value)


def topic_of(row: Sequence[Any]) -> Topic:
    """Build a topic from a row of `TOPICS`."""
    id_, kind, title, parent, summary, icon, child_count, levels = row
    return Topic(
        id=id_of(id_),
        kind=TopicKind(kind),
        title=line_of(title),
        parent=id_of(parent) if parent else "",
        summary=line_of(summary),
        icon=line_of(icon),
        child_count=int(child_count),
        levels=tuple(Level(level) for level in text_of(levels).split()),
    )


def term_of(row: Sequence[Any]) -> Term:
    """Build a term from a row of `TERMS`."""
    id_, term, definition, forms = row
    known = json.loads(forms)
    lists = {
        kind: tuple(line_of(form) for form in known.get(kind, ()))
        for kind in ("abbreviations", "plurals", "us", "variants", "narrower", "related")
    }
    return Term(line_of(id_), line_of(term), line_of(definition), **lists)


def source_of(row: Sequence[Any], *, number: int = 0) -> Source:
    """Build a source from a row of `SOURCES`."""
    key, title, organisation, when, address = map(line_of, row)
    return Source(key, title, organisation, when, address, number)


def walk(below: Mapping[str, Sequence[Topic]]) -> Iterator[Topic]:
    """Walk the tree from the top, given the topics right below each one, each list in order."""
    waiting = list(reversed(below.get("", ())))
    while waiting:
        topic = waiting.pop()
        yield topic
        waiting.extend(reversed(below.get(topic.id, ())))
