"""Every check of a content source."""

from datetime import date
from pathlib import Path

from livermets_desktop.authoring.article_checks import check_article
from livermets_desktop.authoring.content_source import ContentSource, read_content
from livermets_desktop.authoring.figures import FigurePainter
from livermets_desktop.authoring.glossary_links import Glossary
from livermets_desktop.authoring.library_checks import check_library
from livermets_desktop.authoring.parts import paint_figures, render_texts
from livermets_desktop.authoring.plain_checks import check_plain
from livermets_desktop.authoring.problem import Problem, Report, Rule, quoted
from livermets_desktop.authoring.progress import no_progress
from livermets_desktop.authoring.prose import prose_blocks
from livermets_desktop.authoring.reference_checks import check_references
from livermets_desktop.authoring.text_checks import check_text
from livermets_desktop.authoring.wording_checks import check_wording, known_capitals
from livermets_desktop.model.level import Level


def check(content: Path, *, today: date, resources: Path) -> list[Problem]:
    """Return everything that is wrong with a content source, in the order of files and lines."""
    report = Report()
    source = checked_source(content, today=today, report=report)
    if not report.errors():
        # What only shows when a figure is painted or a text rendered.
        figures = paint_figures(source, FigurePainter(resources), report, no_progress)
        render_texts(source, figures, report, no_progress)
    return report.problems()


def checked_source(content: Path, *, today: date, report: Report) -> ContentSource:
    """Read a content source and report what is wrong with it, short of rendering its texts."""
    source = read_content(content, report)
    known = {entry.id for entry in source.library.entries()}
    _check_claim_sources(source, report)
    for article in source.articles.values():
        check_article(article, known, today, report)
        for text in article.texts.values():
            check_text(text, report)
            check_references(article, text, source, report)
    check_library(source, _check_words(source, report), report)
    return source


def _check_words(source: ContentSource, report: Report) -> list[float]:
    """Check what the texts say word by word; return the reading grades of the plain ones."""
    capitals = known_capitals(source.glossary)
    glossary = Glossary(source.glossary.terms)
    grades = []
    for _, text in source.texts():
        blocks = prose_blocks(text.text, text.outline.main_sections())
        check_wording(text, blocks, capitals, report)
        if text.level is Level.PLAIN:
            grades.append(check_plain(text, blocks, glossary, report))
    return [grade for grade in grades if grade is not None]


def _check_claim_sources(source: ContentSource, report: Report) -> None:
    for claim in source.claims.values():
        for key in claim.sources:
            if key not in source.sources:
                message = f"The source {quoted(key)} is not in sources.toml."
                report.add(Rule.UNKNOWN_SOURCE, claim.place, message)
