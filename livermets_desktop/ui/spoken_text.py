"""A page as it is read aloud: sentence by sentence, each with its place in the text."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import (
    QTextBlock,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextListFormat,
    QTextTable,
    QTextTableCell,
)

from livermets_desktop.spoken import Passage, SpokenWords, sentences
from livermets_desktop.ui.document_layout import (
    blocks,
    column_of,
    fragments_of,
    from_qt_units,
    list_of,
    qt_units,
    table_of,
)

_PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"
_FIGURE = "figure:"

translate = QCoreApplication.translate


class _Place(NamedTuple):
    """Say where a paragraph stands: a column of two texts (-1 for none), a table of figures."""

    column: int = -1
    cell: QTextTableCell | None = None
    table: QTextTable | None = None


def passages(
    document: QTextDocument, words: SpokenWords, columns: tuple[str, str] = ("", "")
) -> list[Passage]:
    """Cut a page into what is said one after the other; `columns` name two texts side by side."""
    found: list[Passage] = []
    column = -1
    for block in blocks(document.begin()):
        place = _place_of(block)
        if block.text() not in columns or place.column < 0:
            before = _before(block, place)
            if column != place.column >= 0:
                before = f"{columns[place.column]}. {before}"
            parts = list(_of_block(block, words, before))
            column = place.column if parts else column
            found += parts
    return found


def _of_block(block: QTextBlock, words: SpokenWords, before: str) -> Iterator[Passage]:
    """Yield the pictures and the sentences of a paragraph; what comes before is said once."""
    for fragment in fragments_of(block):
        shown = _picture_words(fragment)
        for start, end in sentences(shown):
            said = words.said(before + shown[start:end])
            yield Passage(said, fragment.position(), fragment.length())
            before = ""
    place = _place_of(block)
    if place.table is not None and place.cell is not None and place.cell.row() == 0:
        return  # the heads of columns are said with what stands below them
    text = _read_text(block)
    for start, end in sentences(text):
        if said := words.said(before + from_qt_units(text[start:end])):
            yield Passage(said, block.position() + start, end - start)
            before = ""


def _read_text(block: QTextBlock) -> str:
    """Return a paragraph with blanks for pictures and the numbers of sources."""
    text = "".join(
        " " * fragment.length() if _is_citation(fragment) else fragment.text()
        for fragment in fragments_of(block)
    ).replace(_PICTURE, " ")
    return qt_units(text)


def _is_citation(fragment: QTextFragment) -> bool:
    return fragment.charFormat().anchorHref().startswith("source:")


def _picture_words(fragment: QTextFragment) -> str:
    """Return what is said for a picture: what a figure shows, of which kind a call-out is."""
    form = fragment.charFormat()
    if not form.isImageFormat():
        return ""
    name = form.toImageFormat().name()
    if name.startswith(_FIGURE):
        shown = str(form.property(QTextFormat.Property.ImageAltText) or "")
        return translate("SpokenText", "Figure: {0}").format(shown) if shown else ""
    return {
        "icon:urgent": translate("SpokenText", "Urgent."),
        "icon:note": translate("SpokenText", "Note."),
        "icon:evidence": translate("SpokenText", "Evidence."),
    }.get(name, "")


def _before(block: QTextBlock, place: _Place) -> str:
    """Return what is said before a paragraph: the number of an entry, the head of a column."""
    listing = list_of(block)
    if listing is not None and listing.format().style() is QTextListFormat.Style.ListDecimal:
        return f"{listing.itemNumber(block) + 1}. "
    if place.table is None or place.cell is None or not block.text().strip():
        return ""
    if block != place.cell.firstCursorPosition().block():
        return ""
    head = place.table.cellAt(0, place.cell.column()).firstCursorPosition().block()
    return f"{_read_text(head).strip()}: " if head.text().strip() else ""


def _place_of(block: QTextBlock) -> _Place:
    """Return where a paragraph stands."""
    table = table_of(block)
    if table is None or table.rows() == 1:  # a call-out and a pair of sections have one
        return _Place(column_of(block))
    return _Place(column_of(block), table.cellAt(block.position()), table)
