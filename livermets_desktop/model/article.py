"""An article as it is read, and what stands around its text."""

from dataclasses import dataclass
from datetime import date

from livermets_desktop.model.level import Level
from livermets_desktop.model.topic import Topic


@dataclass(frozen=True, slots=True)
class Section:
    """Name one section of an article; depth 2 is a main heading, 3 a heading below it."""

    id: str
    heading: str
    depth: int = 2


@dataclass(frozen=True, slots=True)
class Source:
    """Describe one source; `number` is its number in the article, 0 outside of one."""

    key: str
    title: str
    organisation: str
    date: str
    address: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Term:
    """Define one term of the glossary."""

    id: str
    term: str
    definition: str
    abbreviations: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    us: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """Hold one article at one reading level, ready to be shown.

    `html` is the safe body without the title; the first section is always "in-short", the summary.
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


@dataclass(frozen=True, slots=True)
class SectionText:
    """Hold the plain text of one section at one level: the unit that search finds."""

    article: str
    section: str
    level: Level
    title: str
    aliases: tuple[str, ...]
    heading: str
    body: str
    group: str
    group_title: str


@dataclass(frozen=True, slots=True)
class LibraryInfo:
    """Describe a library as a whole.

    `checked` is the newest date of its articles, `urgent` the id of its emergency page or "".
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
