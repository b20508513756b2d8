"""Checks of one article: its dates, what it is related to, its two levels and its figures."""

from collections import Counter
from datetime import date

from livermets_desktop.authoring.article_files import Article, LevelText
from livermets_desktop.authoring.problem import Place, Report, Rule, quoted
from livermets_desktop.authoring.render import IN_SHORT
from livermets_desktop.authoring.source_files import read_text
from livermets_desktop.authoring.svg import check_figure
from livermets_desktop.authoring.text_outline import MAIN_HEADING
from livermets_desktop.model.level import Level


def check_article(article: Article, known: set[str], today: date, report: Report) -> None:
    """Report what is wrong with an article; `known` holds the ids of all articles."""
    _check_dates(article, today, report)
    _check_related(article, known, report)
    _check_figures(article, report)
    _check_index(article, report)
    for text in article.texts.values():
        _check_unpaired(text, article.texts.get(text.level.other), report)
        _check_asks_first(text, report)
    if len(article.texts) == len(Level):
        _check_pairs(article.texts[Level.PLAIN], article.texts[Level.CLINICIAN], report)


def _check_dates(article: Article, today: date, report: Report) -> None:
    if article.checked and article.checked > today:
        report.add(Rule.CHECKED, article.checked_place, "“checked” lies in the future.")
    if article.reviewed and article.reviewed > today:
        report.add(Rule.REVIEWER, article.checked_place, "“reviewed” lies in the future.")
    if article.checked and article.check_due and article.check_due < article.checked:
        report.add(Rule.CHECK_DUE, article.check_due_place, "“check_due” lies before “checked”.")
    elif article.check_due and article.check_due < today:
        report.add(Rule.OVERDUE, article.check_due_place, "The text is due to be checked again.")


def _check_related(article: Article, known: set[str], report: Report) -> None:
    for related in article.related:
        if related.id == article.id:
            report.add(Rule.RELATED_SELF, related.place, "The article is related to itself.")
        elif related.id not in known:
            message = f"The related article {quoted(related.id)} is not in library.toml."
            report.add(Rule.RELATED_UNKNOWN, related.place, message)


def _check_figures(article: Article, report: Report) -> None:
    used = {image.target for text in article.texts.values() for image in text.outline.images}
    for file in article.figures:
        text = read_text(file, report)
        if text is not None:
            check_figure(text, file, report)
        if file.name not in used:
            report.add(Rule.IMAGE_UNUSED, Place(file), "No text shows this figure.")


def _check_index(article: Article, report: Report) -> None:
    """Entries lead to sections that are there, each once."""
    known = {name for text in article.texts.values() for name in text.outline.section_ids()}
    for section, entries in article.index.items():
        place = article.index_places[section]
        if section not in known and section != IN_SHORT:
            message = f"“index” names {quoted(section)}, which is no section of the article."
            report.add(Rule.INDEX_ENTRY, place, message)
        for entry, count in Counter(map(str.casefold, entries)).items():
            if count > 1:
                message = f"The entry {quoted(entry)} stands twice at {quoted(section)}."
                report.add(Rule.INDEX_ENTRY, place, message)


def _check_unpaired(text: LevelText, other: LevelText | None, report: Report) -> None:
    own = set(text.outline.section_ids())
    others = set(other.outline.section_ids()) if other else set()
    for name in text.unpaired:
        if name not in own:
            message = f"“unpaired” names {quoted(name)}, which is no section of {text.file.name}."
            report.add(Rule.UNPAIRED, text.unpaired_place, message)
        elif name in others:
            message = f"“unpaired” names {quoted(name)}, which both levels have."
            report.add(Rule.UNPAIRED, text.unpaired_place, message)


def _check_asks_first(text: LevelText, report: Report) -> None:
    """What is shown on request is one section without headings of its own."""
    place = text.asks_first_place
    depth_of = {heading.id: heading.depth for heading in text.outline.headings}
    for name in text.asks_first:
        if depth_of.get(name) != MAIN_HEADING:
            message = f"“asks_first” names {quoted(name)}, which is no main section of the text."
            report.add(Rule.ASKS_FIRST, place, message)
    section = ""
    for heading in text.outline.headings:
        if heading.depth == MAIN_HEADING:
            section = heading.id
        elif section in text.asks_first:
            message = "A section that is shown on request has no headings of its own."
            report.add(Rule.ASKS_FIRST, Place(text.file, heading.line), message)


def _check_pairs(plain: LevelText, clinician: LevelText, report: Report) -> None:
    for text, other in ((plain, clinician), (clinician, plain)):
        partners = {*other.outline.section_ids(), *text.unpaired}
        for heading in text.outline.headings:
            if heading.id and heading.id not in partners:
                message = (
                    f"The section {quoted(heading.id)} has no partner in {other.file.name};"
                    " give it one or list it in “unpaired”."
                )
                report.add(Rule.PAIRS, Place(text.file, heading.line), message)
    _check_order(plain, clinician, report)


def _check_order(plain: LevelText, clinician: LevelText, report: Report) -> None:
    first = plain.outline.section_ids()
    common = set(first).intersection(clinician.outline.section_ids())
    expected = [name for name in first if name in common]
    paired = [heading for heading in clinician.outline.headings if heading.id in common]
    for name, heading in zip(expected, paired, strict=False):
        if heading.id != name:
            message = f"The section {quoted(name)} comes first in plain.md; keep one order."
            report.add(Rule.PAIR_ORDER, Place(clinician.file, heading.line), message)
            return
