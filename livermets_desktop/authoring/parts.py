"""The parts of a library that take time to make: painted figures and rendered texts."""

from livermets_desktop.authoring.article_files import Article, LevelText
from livermets_desktop.authoring.content_source import ContentSource
from livermets_desktop.authoring.figures import Figure, FigurePainter
from livermets_desktop.authoring.glossary_links import Glossary
from livermets_desktop.authoring.made_lists import MadeLists
from livermets_desktop.authoring.problem import Place, Report, Rule
from livermets_desktop.authoring.progress import Progress
from livermets_desktop.authoring.render import Page, Renderer
from livermets_desktop.authoring.rows import RenderedText


def paint_figures(
    source: ContentSource, painter: FigurePainter, report: Report, progress: Progress
) -> dict[str, tuple[Figure, ...]]:
    """Return the bitmaps of all figures, by "article/figure"; what fails is in the report."""
    files = [(article, file) for article in source.articles.values() for file in article.figures]
    figures = {}
    with progress("Figures", len(files)) as advance:
        for article, file in files:
            try:
                figures[f"{article.id}/{file.stem}"] = painter.paint(file)
            except ValueError as error:
                message = f"The figure cannot be drawn: {error}"
                report.add(Rule.CANNOT_RENDER, Place(file), message)
            advance()
    return figures


def render_texts(
    source: ContentSource,
    figures: dict[str, tuple[Figure, ...]],
    report: Report,
    progress: Progress,
) -> list[RenderedText]:
    """Return the pages of all texts; what fails is in the report."""
    sizes = {name: (themes[0].width, themes[0].height) for name, themes in figures.items()}
    terms = source.glossary.terms
    lists = MadeLists(source.questions, terms)
    renderer = Renderer(source.sources, Glossary(terms), lists, sizes)
    texts = list(source.texts())
    rendered = []
    with progress("Articles", len(texts)) as advance:
        for article, text in texts:
            page = _page(renderer, article, text, report)
            if page:
                rendered.append(RenderedText(article, text, page))
            advance()
    return rendered


def _page(renderer: Renderer, article: Article, text: LevelText, report: Report) -> Page | None:
    try:
        return renderer.render(article.id, text)
    except Exception as error:  # noqa: BLE001 - Markdown raises anything on texts made to hurt it
        reason = str(error) or type(error).__name__
        report.add(Rule.CANNOT_RENDER, Place(text.file), f"The text cannot be shown: {reason}")
        return None
