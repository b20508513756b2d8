"""The folder of one article: article.toml, the texts and the figures."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from livermets_desktop.authoring.library_files import ArticleEntry
from livermets_desktop.authoring.markdown_text import scan
from livermets_desktop.authoring.problem import Place, Report, Rule
from livermets_desktop.authoring.source_files import read_text
from livermets_desktop.authoring.text_outline import TextOutline
from livermets_desktop.authoring.toml_files import Table, read_toml
from livermets_desktop.model.level import Level


@dataclass(frozen=True, slots=True)
class LevelText:
    """Hold the text of one level with what article.toml says about it.

    `asks_first` names the sections whose figures are shown only when the reader asks for them.
    """

    level: Level
    file: Path
    text: str
    outline: TextOutline
    summary: str
    unpaired: tuple[str, ...]
    unpaired_place: Place
    asks_first: tuple[str, ...]
    asks_first_place: Place


@dataclass(frozen=True, slots=True)
class Related:
    """Name a related article and where it is named."""

    id: str
    place: Place


@dataclass(frozen=True, slots=True)
class Article:
    """Hold one article as it was written; dates are None where they are missing."""

    id: str
    group: str
    folder: Path
    title: str
    aliases: tuple[str, ...]
    related: tuple[Related, ...]
    checked: date | None
    check_due: date | None
    check_due_place: Place
    checked_place: Place
    reviewed_by: str
    reviewed: date | None
    texts: dict[Level, LevelText]
    figures: tuple[Path, ...]
    urgent: bool
    index: dict[str, tuple[str, ...]]
    index_places: dict[str, Place]


def read_article(folder: Path, entry: ArticleEntry, report: Report) -> Article | None:
    """Read the folder of an article, or return None with the reason in the report."""
    table = read_toml(folder / "article.toml", report)
    if table is None:
        return None
    reviewed_by, reviewed = _review(table)
    index, index_places = _index(table)
    article = Article(
        id=entry.id,
        group=entry.group,
        folder=folder,
        title=table.text("title"),
        aliases=table.texts("aliases"),
        related=_related(table),
        checked=table.day("checked", rule=Rule.CHECKED),
        checked_place=table.place("checked"),
        check_due=table.day("check_due", rule=Rule.CHECK_DUE),
        check_due_place=table.place("check_due"),
        reviewed_by=reviewed_by,
        reviewed=reviewed,
        texts=_texts(folder, table, report),
        figures=_figures(folder),
        urgent=table.flag("urgent"),
        index=index,
        index_places=index_places,
    )
    table.finish()
    return article


def _index(table: Table) -> tuple[dict[str, tuple[str, ...]], dict[str, Place]]:
    """Read the index entries of the sections, by the ids of the sections."""
    entries = table.table("index", required=False)
    if entries is None:
        return {}, {}
    names = entries.keys()
    index = {name: entries.texts(name) for name in names}
    return index, {name: entries.place(name) for name in names}


def _review(table: Table) -> tuple[str, date | None]:
    """Read who has reviewed the article, and when; one without the other is no review."""
    name = table.text("reviewed_by", required=False).strip()
    reviewed = table.day("reviewed", required=False, rule=Rule.WRONG_TYPE)
    table.day("next_review", required=False, rule=Rule.WRONG_TYPE)
    if reviewed and not name:
        message = "“reviewed” needs the name of the clinician in “reviewed_by”."
        table.report(Rule.REVIEWER, "reviewed", message)
    if name and not reviewed:
        message = "“reviewed_by” needs the date of the review in “reviewed”."
        table.report(Rule.REVIEWER, "reviewed_by", message)
    return (name, reviewed) if name and reviewed else ("", None)


def _related(table: Table) -> tuple[Related, ...]:
    place = table.place("related")
    return tuple(Related(name, place) for name in table.texts("related"))


def _texts(folder: Path, table: Table, report: Report) -> dict[Level, LevelText]:
    """Read the texts; a level has both a table and a file, or neither."""
    texts = {}
    for level in Level:
        file = folder / f"{level}.md"
        properties = table.table(level, required=False)
        exists = file.exists() or file.is_symlink()
        if properties is None and not exists:
            continue
        if properties is None:
            message = f"The table [{level}] is missing, although there is {file.name}."
            report.add(Rule.LEVELS, table.place(), message)
        elif not exists:
            report.add(Rule.LEVELS, properties.place(), f"The file {file.name} is missing.")
        elif text := _level_text(file, level, properties, report):
            texts[level] = text
    if not any((folder / f"{level}.md").exists() for level in Level):
        report.add(Rule.LEVELS, table.place(), "The article has neither plain.md nor clinician.md.")
    return texts


def _level_text(file: Path, level: Level, properties: Table, report: Report) -> LevelText | None:
    summary = properties.text("summary", rule=Rule.SUMMARY)
    unpaired = properties.texts("unpaired")
    asks_first = properties.texts("asks_first")
    properties.finish()
    text = read_text(file, report)
    if text is None:
        return None
    return LevelText(
        level=level,
        file=file,
        text=text,
        outline=scan(text),
        summary=summary,
        unpaired=unpaired,
        unpaired_place=properties.place("unpaired"),
        asks_first=asks_first,
        asks_first_place=properties.place("asks_first"),
    )


def _figures(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(file for file in folder.iterdir() if file.suffix.lower() == ".svg"))
