"""The files that belong to the whole library: library.toml, sources.toml, glossary.toml."""

import re
from dataclasses import dataclass
from pathlib import Path

from livermets_desktop.authoring.problem import Place, Report, Rule, quoted
from livermets_desktop.authoring.toml_files import Table, read_toml
from livermets_desktop.model.article import QuestionStage, Source, Term

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SOURCE_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """Name an article in library.toml; a planned one has no text yet."""

    id: str
    group: str
    planned: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Group:
    """Describe a group of articles."""

    id: str
    title: str
    summary: str
    icon: str
    articles: tuple[ArticleEntry, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class LibraryFile:
    """Hold what library.toml says."""

    id: str = ""
    title: str = ""
    subtitle: str = ""
    version: str = ""
    language: str = ""
    licence: str = ""
    disclaimer: str = ""
    help: str = ""
    groups: tuple[Group, ...] = ()

    def entries(self) -> list[ArticleEntry]:
        """Return all articles, planned ones too, in the order of the tree."""
        return [entry for group in self.groups for entry in group.articles]


def read_library(file: Path, report: Report) -> LibraryFile:
    """Read library.toml."""
    table = read_toml(file, report)
    if table is None:
        return LibraryFile()
    library = LibraryFile(
        id=read_id(table, "id"),
        title=table.text("title"),
        subtitle=table.text("subtitle"),
        version=table.text("version"),
        language=table.text("language"),
        licence=table.text("licence"),
        disclaimer=table.text("disclaimer"),
        help=table.text("help", required=False),
        groups=tuple(_group(group) for group in table.tables("groups")),
    )
    if library.help and library.help not in {group.id for group in library.groups}:
        message = f"“help” names {quoted(library.help)}, which is no group."
        table.report(Rule.BAD_ID, "help", message)
    table.finish()
    _check_topic_ids(library, report)
    return library


def _group(table: Table) -> Group:
    name = read_id(table, "id")
    group = Group(
        id=name,
        title=table.text("title"),
        summary=table.text("summary"),
        icon=table.text("icon"),
        articles=tuple(_entry(entry, name) for entry in table.tables("articles")),
        place=table.place("id"),
    )
    table.finish()
    return group


def _entry(table: Table, group: str) -> ArticleEntry:
    entry = ArticleEntry(read_id(table, "id"), group, table.flag("planned"), table.place())
    table.finish()
    return entry


def read_id(table: Table, key: str) -> str:
    """Return an id, or "" if it is missing or not written as one."""
    text = table.text(key)
    if not text.strip():
        return ""
    if not ID.fullmatch(text):
        message = f"The id {quoted(text)} must be small letters and digits joined by hyphens."
        table.report(Rule.BAD_ID, key, message)
        return ""
    return text


def _check_topic_ids(library: LibraryFile, report: Report) -> None:
    """Groups and articles are nodes of one tree, so an id stands for one of them only."""
    topics = [(group.id, group.place) for group in library.groups]
    topics += [(entry.id, entry.place) for entry in library.entries()]
    seen: set[str] = set()
    for name, place in topics:
        if name and name in seen:
            report.add(Rule.DUPLICATE_TOPIC, place, f"The id {quoted(name)} is used twice.")
        seen.add(name)


def read_sources(file: Path, report: Report) -> dict[str, Source]:
    """Read sources.toml: one table for each key."""
    table = read_toml(file, report)
    if table is None:
        return {}
    sources = {}
    for key in table.keys():  # noqa: SIM118 - a Table is not a mapping
        entry = table.table(key)
        if not SOURCE_KEY.fullmatch(key):
            message = f"The key {quoted(key)} must be letters, digits, hyphens and underscores."
            table.report(Rule.BAD_ID, key, message)
        elif entry is not None:
            sources[key] = _source(key, entry)
    return sources


def _source(key: str, table: Table) -> Source:
    source = Source(
        key=key,
        title=table.text("title"),
        organisation=table.text("organisation"),
        date=table.text("date", required=False),
        address=table.text("address"),
    )
    table.text("read")
    table.finish()
    return source


@dataclass(frozen=True, slots=True)
class GlossaryFile:
    """Hold what glossary.toml says.

    `names` are capitals that need no explanation, as of trials; `everyday` words that say the same
    in everyday language, a group each, which are no terms.
    """

    terms: tuple[Term, ...] = ()
    names: frozenset[str] = frozenset()
    everyday: tuple[tuple[str, ...], ...] = ()


def read_questions(file: Path, report: Report) -> tuple[QuestionStage, ...]:
    """Read questions.toml, which a library need not have."""
    table = read_toml(file, report) if file.exists() else None
    if table is None:
        return ()
    stages: dict[str, QuestionStage] = {}
    for entry in table.tables("stages"):
        stage = QuestionStage(read_id(entry, "id"), entry.text("title"), entry.texts("questions"))
        if stage.id in stages:
            message = f"The stage {quoted(stage.id)} stands in the file twice."
            entry.report(Rule.DUPLICATE_STAGE, "id", message)
        entry.finish()
        stages[stage.id] = stage
    table.finish()
    return tuple(stages.values())


def read_glossary(file: Path, report: Report) -> GlossaryFile:
    """Read glossary.toml."""
    table = read_toml(file, report)
    if table is None:
        return GlossaryFile()
    names = frozenset(table.texts("names"))
    everyday = _everyday(table)
    seen: set[str] = set()
    terms = []
    for entry in table.tables("terms"):
        term = _term(entry)
        if term.id and term.id in seen:
            message = f"The term {quoted(term.id)} stands in the glossary twice."
            entry.report(Rule.DUPLICATE_TERM, "id", message)
        seen.add(term.id)
        terms.append(term)
    table.finish()
    return GlossaryFile(tuple(terms), names, everyday)


def _everyday(table: Table) -> tuple[tuple[str, ...], ...]:
    words = table.table("everyday", required=False)
    if words is None:
        return ()
    groups = tuple((name, *words.texts(name)) for name in words.keys())  # noqa: SIM118 - no dict
    words.finish()
    return groups


def _term(table: Table) -> Term:
    term = Term(
        id=read_id(table, "id"),
        term=table.text("term"),
        definition=table.text("definition"),
        abbreviations=table.texts("abbreviations"),
        plurals=table.texts("plurals"),
        us=table.texts("us"),
        variants=table.texts("variants"),
        narrower=table.texts("narrower"),
        related=table.texts("related"),
    )
    table.finish()
    return term
