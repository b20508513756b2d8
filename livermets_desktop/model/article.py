"""An article as it is read, and what stands around its text."""

from datetime import date
from typing import NamedTuple

from livermets_desktop.model.kind import Kind
from livermets_desktop.model.level import Level
from livermets_desktop.model.topic import Topic


class Section(NamedTuple):
    """Name one section of an article; depth 2 is a main heading, 3 a heading below it."""

    id: str
    heading: str
    depth: int = 2


class Source(NamedTuple):
    """Describe one source; `number` is its number in the article, 0 outside of one."""

    key: str
    title: str
    organisation: str
    date: str
    address: str
    number: int = 0


class Term(NamedTuple):
    """Define one term of the glossary.

    `variants` are other words for the same, `narrower` words for kinds of it, `related` words for
    other things that a reader who looks for it may mean.
    """

    id: str
    term: str
    definition: str
    abbreviations: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    us: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()
    related: tuple[str, ...] = ()


class QuestionStage(NamedTuple):
    """Hold the questions for one stage of care, as a patient would ask them."""

    id: str
    title: str
    questions: tuple[str, ...]


class Article(NamedTuple):
    """Hold one article at one reading level, ready to be shown.

    `html` is the safe body without the title; the first section is always "in-short", the summary.
    `asked_html` is the body with the figures that are shown only when the reader asks for them, ""
    if there are none. `help` marks a page about the program itself, which no clinician reviews.
    `reviewed_by` is "" and `reviewed` is None until a named clinician has signed.
    """

    id: str
    level: Level
    levels: tuple[Level, ...]
    title: str
    group: str
    summary: str
    html: str
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    related: tuple[Topic, ...]
    checked: date
    check_due: date
    reviewed_by: str = ""
    reviewed: date | None = None
    asked_html: str = ""
    help: bool = False


class SectionText(NamedTuple):
    """Hold the plain text of one section at one level: the unit that search finds.

    `entries` are what an index at the back of a book would list for it.
    """

    article: str
    section: str
    level: Level
    title: str
    aliases: tuple[str, ...]
    heading: str
    body: str
    group: str
    group_title: str
    entries: tuple[str, ...] = ()
    kind: Kind = Kind.ARTICLE


class LibraryInfo(NamedTuple):
    """Describe a library as a whole.

    `checked` is the newest date of its articles. `urgent` is the id of its emergency page, `help`
    that of the group of pages about the program, `glossary` and `questions` those of the articles
    that list the terms and the questions to ask ("" for none). The counts leave out the help pages.
    """

    id: str
    title: str
    version: str
    licence: str
    disclaimer: str
    checked: date
    article_count: int
    overdue_count: int = 0
    unreviewed_count: int = 0
    subtitle: str = ""
    urgent: str = ""
    help: str = ""
    glossary: str = ""
    questions: str = ""
