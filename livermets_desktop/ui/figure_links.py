"""Figures of a text that lead to their large form."""

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from livermets_desktop.ui.document_layout import span

SCHEME = "figure:"


def link_figures(document: QTextDocument, images: Iterable[int]) -> list[int]:
    """Make links of the figures among these images; return where they stand."""
    figures = []
    for position in images:
        name = _image(document, position).charFormat().toImageFormat().name()
        if name.startswith(SCHEME):
            link = QTextCharFormat()
            link.setAnchor(True)
            link.setAnchorHref(name)
            _image(document, position).mergeCharFormat(link)
            figures.append(position)
    return figures


def figure_words(document: QTextDocument, figures: Iterable[int], name: str) -> tuple[str, str]:
    """Return the caption of a figure and the words for what is to be seen on it, "" for none."""
    for position in figures:
        form = _image(document, position).charFormat().toImageFormat()
        if form.name() == SCHEME + name:
            alt = str(form.property(QTextFormat.Property.ImageAltText) or "")
            return _caption(document.findBlock(position).next()), alt
    return "", ""


def first_figure_below(document: QTextDocument, figures: Sequence[int], top: float) -> str:
    """Return the name of the first figure that ends below a height, else the last; "" for none."""
    if not figures:
        return ""
    place = document.documentLayout().blockBoundingRect
    below = (one for one in figures if place(document.findBlock(one)).bottom() > top)
    found = _image(document, next(below, figures[-1]))
    return found.charFormat().toImageFormat().name().removeprefix(SCHEME)


def _image(document: QTextDocument, position: int) -> QTextCursor:
    return span(document, position, position + 1)


def _caption(block: QTextBlock) -> str:
    """Return the words of a caption: a paragraph that begins with its bold number."""
    start = block.begin()
    if start.atEnd() or block.blockFormat().headingLevel():
        return ""
    form = start.fragment().charFormat()
    return block.text() if form.font().bold() and not form.isImageFormat() else ""
