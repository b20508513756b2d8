"""Checks of a library as a whole: what it leaves out, and whether all of it can be reached."""

from collections.abc import Collection
from statistics import median

from livermets_desktop.authoring.content_source import ContentSource
from livermets_desktop.authoring.problem import Place, Report, Rule, quoted

MAX_MEDIAN_GRADE = 6.5


def check_library(source: ContentSource, grades: Collection[float], report: Report) -> None:
    """Report core facts nobody states, articles nobody leads to, and texts that read too hard."""
    _check_core_facts(source, report)
    _check_ways_in(source, report)
    if grades and median(grades) > MAX_MEDIAN_GRADE:
        message = (
            f"Half of the plain texts read above grade {median(grades):.1f} (Flesch-Kincaid);"
            f" the limit is {MAX_MEDIAN_GRADE}."
        )
        report.add(Rule.MEDIAN_GRADE, Place(source.folder / "library.toml"), message)


def _check_core_facts(source: ContentSource, report: Report) -> None:
    stated = source.stated_claims()
    for claim in source.claims.values():
        if claim.is_core and claim.id not in stated:
            message = f"No article states the core fact {quoted(claim.id)}: {claim.statement}"
            report.add(Rule.UNCOVERED_CLAIM, claim.place, message)


def _check_ways_in(source: ContentSource, report: Report) -> None:
    reached = {
        related.id for article in source.articles.values() for related in article.related
    } | {
        link.target.removeprefix("article:").partition("#")[0]
        for article, text in source.texts()
        for link in text.outline.links
        if link.target.partition("#")[0] != f"article:{article.id}"
    }
    for article in source.articles.values():
        if article.id not in reached:
            message = "No other article leads here: link to it, or name it under “related”."
            report.add(Rule.NO_WAY_IN, Place(article.folder / "article.toml"), message)
