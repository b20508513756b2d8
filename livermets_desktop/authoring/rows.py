"""From articles and rendered pages to the rows of a compiled library."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from livermets_desktop.authoring.article_files import Article, LevelText
from livermets_desktop.authoring.content_source import ContentSource
from livermets_desktop.authoring.figures import Figure
from livermets_desktop.authoring.made_lists import QUESTIONS, TERMS
from livermets_desktop.authoring.render import IN_SHORT, Page
from livermets_desktop.library.contents import (
    AliasRow,
    ArticleRow,
    CitationRow,
    ClaimRow,
    ClaimUseRow,
    FigureRow,
    IndexEntryRow,
    LibraryContents,
    MetaRow,
    QuestionStageRow,
    RelatedRow,
    SectionRow,
    SourceRow,
    TermRow,
    TopicRow,
)
from livermets_desktop.model.article import Term
from livermets_desktop.model.level import Level
from livermets_desktop.model.topic import TopicKind


@dataclass(frozen=True, slots=True)
class RenderedText:
    """Hold one text with its article and its page."""

    article: Article
    text: LevelText
    page: Page


def library_contents(
    source: ContentSource, texts: list[RenderedText], figures: Mapping[str, tuple[Figure, ...]]
) -> LibraryContents:
    """Return the rows of a library."""
    return LibraryContents(
        meta=tuple(_meta(source)),
        topics=tuple(_topics(source)),
        articles=tuple(_article(rendered) for rendered in texts),
        aliases=tuple(_aliases(source)),
        index_entries=tuple(_index_entries(source)),
        related=tuple(_related(source)),
        sections=tuple(row for rendered in texts for row in _sections(rendered)),
        citations=tuple(row for rendered in texts for row in _citations(rendered)),
        sources=tuple(_sources(source)),
        figures=tuple(_figures(figures)),
        terms=tuple(_term(term) for term in source.glossary.terms),
        question_stages=tuple(_question_stages(source)),
        claims=tuple(_claims(source)),
        claim_uses=tuple(sorted(_claim_uses(texts), key=str)),
    )


def _meta(source: ContentSource) -> Iterator[MetaRow]:
    library = source.library
    yield MetaRow("id", library.id)
    yield MetaRow("title", library.title)
    yield MetaRow("subtitle", library.subtitle)
    yield MetaRow("version", library.version)
    yield MetaRow("language", library.language)
    yield MetaRow("licence", library.licence)
    yield MetaRow("disclaimer", library.disclaimer)
    yield MetaRow("urgent", next((one.id for one in source.articles.values() if one.urgent), ""))
    yield MetaRow("help", library.help)
    yield MetaRow("glossary", _article_with(source, TERMS))
    yield MetaRow("questions", _article_with(source, QUESTIONS))
    yield MetaRow("everyday", json.dumps(source.glossary.everyday, ensure_ascii=False))


def _article_with(source: ContentSource, kind: str) -> str:
    """Return the id of the first article with lists of this kind, "" if none has any."""
    for article, text in source.texts():
        if any(one.kind == kind for one in text.outline.lists):
            return article.id
    return ""


def _topics(source: ContentSource) -> Iterator[TopicRow]:
    """Return the tree without planned articles and without groups that hold nothing else."""
    groups = [
        (group, [entry for entry in group.articles if entry.id in source.articles])
        for group in source.library.groups
    ]
    filled = [(group, entries) for group, entries in groups if entries]
    for position, (group, entries) in enumerate(filled):
        yield TopicRow(
            id=group.id,
            kind=TopicKind.GROUP,
            parent="",
            position=position,
            title=group.title,
            summary=group.summary,
            icon=group.icon,
            child_count=len(entries),
        )
        for place, entry in enumerate(entries):
            article = source.articles[entry.id]
            levels = " ".join(level for level in Level if level in article.texts)
            yield TopicRow(
                article.id, TopicKind.ARTICLE, group.id, place, article.title, levels=levels
            )


def _article(rendered: RenderedText) -> ArticleRow:
    article, text = rendered.article, rendered.text
    return ArticleRow(
        id=article.id,
        level=text.level,
        summary=text.summary,
        html=rendered.page.html,
        checked=_iso(article.checked),
        check_due=_iso(article.check_due),
        reviewed_by=article.reviewed_by,
        reviewed=_iso(article.reviewed),
        asked_html=rendered.page.asked_html,
    )


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _aliases(source: ContentSource) -> Iterator[AliasRow]:
    for article in source.articles.values():
        for position, alias in enumerate(article.aliases):
            yield AliasRow(article.id, position, alias)


def _index_entries(source: ContentSource) -> Iterator[IndexEntryRow]:
    for article in source.articles.values():
        for section, entries in article.index.items():
            for position, entry in enumerate(entries):
                yield IndexEntryRow(article.id, section, position, entry)


def _related(source: ContentSource) -> Iterator[RelatedRow]:
    """Return pointers to articles that are written."""
    for article in source.articles.values():
        written = [one.id for one in article.related if one.id in source.articles]
        for position, other in enumerate(written):
            yield RelatedRow(article.id, position, other)


def _sections(rendered: RenderedText) -> Iterator[SectionRow]:
    name, level = rendered.article.id, rendered.text.level
    letters = rendered.text.outline.sections_with(TERMS)
    for position, one in enumerate(rendered.page.sections):
        body = "" if one.id in letters else one.body  # each term is found by itself
        yield SectionRow(name, level, position, one.id, one.heading, one.depth, body)


def _citations(rendered: RenderedText) -> Iterator[CitationRow]:
    for number, key in enumerate(rendered.page.sources, start=1):
        yield CitationRow(rendered.article.id, rendered.text.level, number, key)


def _sources(source: ContentSource) -> Iterator[SourceRow]:
    for one in source.sources.values():
        yield SourceRow(one.key, one.title, one.organisation, one.date, one.address)


def _figures(figures: Mapping[str, tuple[Figure, ...]]) -> Iterator[FigureRow]:
    for name, themes in figures.items():
        for figure in themes:
            size = figure.width, figure.height
            yield FigureRow(name, figure.theme, *size, figure.png, figure.large_png)


def _term(term: Term) -> TermRow:
    forms = {
        "abbreviations": term.abbreviations,
        "plurals": term.plurals,
        "us": term.us,
        "variants": term.variants,
        "narrower": term.narrower,
        "related": term.related,
    }
    return TermRow(term.id, term.term, term.definition, json.dumps(forms, ensure_ascii=False))


def _question_stages(source: ContentSource) -> Iterator[QuestionStageRow]:
    for position, stage in enumerate(source.questions):
        questions = json.dumps(stage.questions, ensure_ascii=False)
        yield QuestionStageRow(stage.id, position, stage.title, questions)


def _claims(source: ContentSource) -> Iterator[ClaimRow]:
    for claim in source.claims.values():
        sources = " ".join(claim.sources)
        yield ClaimRow(claim.id, claim.audience, claim.statement, claim.status, sources)


def _claim_uses(texts: list[RenderedText]) -> set[ClaimUseRow]:
    """A claim that a section names twice is one use."""
    return {
        ClaimUseRow(claim, one.article.id, one.text.level, comment.section or IN_SHORT)
        for one in texts
        for comment in one.text.outline.claims
        for claim in comment.ids
    }
