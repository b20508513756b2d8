"""Checks of what a text refers to: articles and sections, sources, claims, images."""

import re

from livermets_desktop.authoring.article_files import Article, LevelText
from livermets_desktop.authoring.content_source import ContentSource
from livermets_desktop.authoring.made_lists import MadeLists
from livermets_desktop.authoring.problem import Place, Report, Rule, quoted
from livermets_desktop.authoring.text_checks import RESERVED_IDS
from livermets_desktop.authoring.text_outline import Image, Link
from livermets_desktop.errors import LocationError
from livermets_desktop.model.level import Level
from livermets_desktop.model.location import Location

FIGURE_FILE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.svg")

_SCHEME = "article:"


def check_references(
    article: Article, text: LevelText, source: ContentSource, report: Report
) -> None:
    """Report everything in a text that leads nowhere."""
    planned = {entry.id for entry in source.library.entries() if entry.planned}
    for link in text.outline.links:
        _check_link(link, text, source, planned=planned, report=report)
    for image in text.outline.images:
        _check_image(image, Place(text.file, image.line), article, report)
    _check_citations(text, source, report)
    _check_claims(text, source, report)
    _check_lists(text, source, report)


def _check_link(
    link: Link, text: LevelText, source: ContentSource, *, planned: set[str], report: Report
) -> None:
    place = Place(text.file, link.line)
    if not link.target.startswith(_SCHEME):
        message = f"The link {quoted(link.target)} must start with article: and an id."
        report.add(Rule.LINK_SCHEME, place, message)
        return
    try:
        location = Location.parse(link.target.removeprefix(_SCHEME))
    except LocationError:
        report.add(Rule.DEAD_LINK, place, f"The link {quoted(link.target)} is not well-formed.")
        return
    if location.article in planned:
        message = f"The article {quoted(location.article)} is planned, there is nothing to link to."
        report.add(Rule.PLANNED_LINK, place, message)
    elif location.article not in source.articles:
        message = f"There is no article {quoted(location.article)}."
        report.add(Rule.DEAD_LINK, place, message)
    else:
        _check_anchor(location, source.articles[location.article], text.level, place, report)


def _check_anchor(
    location: Location, target: Article, level: Level, place: Place, report: Report
) -> None:
    """A link keeps the reader's level if the target has it."""
    shown = target.texts.get(level) or target.texts.get(level.other)
    known = RESERVED_IDS if shown is None else RESERVED_IDS.union(shown.outline.section_ids())
    if location.section and shown and location.section not in known:
        message = (
            f"The article {quoted(location.article)} has no section {quoted(location.section)}"
            f" at the level {shown.level}."
        )
        report.add(Rule.DEAD_ANCHOR, place, message)


def _check_image(image: Image, place: Place, article: Article, report: Report) -> None:
    if not image.alt:
        message = f"The image {quoted(image.target)} needs a description: ![Description](file.svg)."
        report.add(Rule.IMAGE_ALT, place, message)
    if not FIGURE_FILE.fullmatch(image.target):
        message = f"The image {quoted(image.target)} must be an SVG file beside the text."
        report.add(Rule.IMAGE_TYPE, place, message)
    elif image.target not in {figure.name for figure in article.figures}:
        report.add(Rule.IMAGE_MISSING, place, f"There is no image {quoted(image.target)}.")


def _check_citations(text: LevelText, source: ContentSource, report: Report) -> None:
    for citation in text.outline.citations:
        place = Place(text.file, citation.line)
        for key in citation.keys:
            if not key:
                report.add(Rule.EMPTY_CITATION, place, "A citation has no key; write [@KEY].")
            elif key not in source.sources:
                message = f"The source {quoted(key)} is not in sources.toml."
                report.add(Rule.UNKNOWN_CITATION, place, message)


def _check_claims(text: LevelText, source: ContentSource, report: Report) -> None:
    for comment in text.outline.claims:
        place = Place(text.file, comment.line)
        for name in comment.ids:
            claim = source.claims.get(name)
            if claim is None:
                message = f"The claim {quoted(name)} is not in claims.tsv."
                report.add(Rule.UNKNOWN_CLAIM, place, message)
            elif claim.status == "unverified" and text.level is Level.PLAIN:
                message = f"The claim {quoted(name)} is unverified; plain text must not state it."
                report.add(Rule.UNVERIFIED_CLAIM, place, message)


def _check_lists(text: LevelText, source: ContentSource, report: Report) -> None:
    if not text.outline.lists:
        return
    known = MadeLists(source.questions, source.glossary.terms).names()
    for made in text.outline.lists:
        if (made.kind, made.name) not in known:
            message = f"There is no list {quoted(f'{made.kind}: {made.name}')}."
            report.add(Rule.UNKNOWN_LIST, Place(text.file, made.line), message)
