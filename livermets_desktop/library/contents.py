"""What a compiled library holds, as rows: each class mirrors one table of `format.SCHEMA`.

The order of the fields is the order of the columns.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MetaRow:
    """Hold one fact about the whole.

    Required are id, title, version, licence and disclaimer. These may be missing: subtitle, urgent
    (the id of the page for emergencies), help (the id of the group of pages about the program),
    glossary and questions (the ids of the articles that list the terms and the questions).
    """

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class TopicRow:
    """Hold one node of the tree."""

    id: str
    kind: str
    parent: str
    position: int
    title: str
    summary: str = ""
    icon: str = ""
    child_count: int = 0
    levels: str = ""


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """Hold one article at one level."""

    id: str
    level: str
    summary: str
    html: str
    checked: str
    check_due: str
    reviewed_by: str = ""
    reviewed: str = ""
    asked_html: str = ""


@dataclass(frozen=True, slots=True)
class AliasRow:
    """Hold another name of an article."""

    article: str
    position: int
    alias: str


@dataclass(frozen=True, slots=True)
class IndexEntryRow:
    """Hold one entry that the index of a book would have for a section."""

    article: str
    section: str
    position: int
    entry: str


@dataclass(frozen=True, slots=True)
class RelatedRow:
    """Hold a pointer from one article to another."""

    article: str
    position: int
    other: str


@dataclass(frozen=True, slots=True)
class SectionRow:
    """Hold one section; position 0 is "in-short", the summary."""

    article: str
    level: str
    position: int
    id: str
    heading: str
    depth: int
    body: str


@dataclass(frozen=True, slots=True)
class CitationRow:
    """Give a source its number in one text."""

    article: str
    level: str
    number: int
    source: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """Hold one source."""

    key: str
    title: str
    organisation: str
    date: str
    address: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """Hold one figure in one theme, as a bitmap."""

    name: str
    theme: str
    width: int
    height: int
    png: bytes
    large_png: bytes = b""


@dataclass(frozen=True, slots=True)
class TermRow:
    """Hold one term of the glossary; `forms` is JSON."""

    id: str
    term: str
    definition: str
    forms: str


@dataclass(frozen=True, slots=True)
class QuestionStageRow:
    """Hold the questions for one stage of care; `questions` is JSON."""

    id: str
    position: int
    title: str
    questions: str


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """Hold one fact of the register."""

    id: str
    audience: str
    statement: str
    status: str
    sources: str


@dataclass(frozen=True, slots=True)
class ClaimUseRow:
    """Say which section states a fact."""

    claim: str
    article: str
    level: str
    section: str


@dataclass(frozen=True, slots=True)
class LibraryContents:
    """Hold all rows of a library, in any order; the writer adds its format and counts."""

    meta: tuple[MetaRow, ...]
    topics: tuple[TopicRow, ...] = ()
    articles: tuple[ArticleRow, ...] = ()
    aliases: tuple[AliasRow, ...] = ()
    index_entries: tuple[IndexEntryRow, ...] = ()
    related: tuple[RelatedRow, ...] = ()
    sections: tuple[SectionRow, ...] = ()
    citations: tuple[CitationRow, ...] = ()
    sources: tuple[SourceRow, ...] = ()
    figures: tuple[FigureRow, ...] = ()
    terms: tuple[TermRow, ...] = ()
    question_stages: tuple[QuestionStageRow, ...] = ()
    claims: tuple[ClaimRow, ...] = ()
    claim_uses: tuple[ClaimUseRow, ...] = ()
