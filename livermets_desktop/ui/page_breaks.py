"""Where a text on paper goes on to the next page: never within what belongs together."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise

from PySide6.QtGui import (
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrame,
    QTextTable,
)

from livermets_desktop.ui.document_layout import blocks, fragments_of, paused_layout, table_of

_NEW_PAGE = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore
_MOST = 0.9  # of a page for what is kept on one
_SMALL = 0.33  # of a page for a table that is not parted
_BOLD = 600  # weights from here on are bold
_LINES = 1.5  # that stand below a heading at least, without the rest of the second
_EDGE = 1  # a dot above and below may lie on another page
_SHORT = 2  # dots that are left of a page: no line fits there


def repeat_heads(frame: QTextFrame) -> None:
    """Let each table that goes on to another page begin there with its head."""
    for table in frame.childFrames():
        if isinstance(table, QTextTable) and table.rows() > 1 and _has_head(table):
            form = table.format()
            form.setHeaderRowCount(1)
            table.setFormat(form)


def mend_breaks(document: QTextDocument) -> None:
    """Begin a new page before call-outs, rows and lines that would be cut, and lonely headings.

    The text has a page size. What is moved may cut or leave alone something else: so one after the
    other, from the start.
    """
    moved: set[int] = set()
    while (fault := next(_faults(document, moved), None)) is not None:
        position, move = fault
        moved.add(position)
        with paused_layout(document):
            move()


def part_paragraphs(document: QTextDocument) -> None:
    """Let what a page goes on with be a paragraph of its own.

    Qt paints the last line above a page too if its paragraph goes on. Nobody sees it there; a
    screen reader would say it twice.
    """
    places = [
        place for block in blocks(document.begin()) for place in _page_starts(document, block)
    ]
    with paused_layout(document):
        for place in reversed(places):
            _part(document, place)


def page_of(document: QTextDocument, block: QTextBlock) -> int:
    """Return the page on which a paragraph begins, counted from 0."""
    return int(_edges(document, block)[0] // document.pageSize().height())


def _page_starts(document: QTextDocument, block: QTextBlock) -> Iterator[int]:
    """Go through the positions in a paragraph at which another page begins."""
    top, height = (
        document.documentLayout().blockBoundingRect(block).top(),
        document.pageSize().height(),
    )
    layout = block.layout()
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    for above, line in pairwise(lines):
        if (top + above.y() + _EDGE) // height < (top + line.y() + _EDGE) // height:
            yield block.position() + line.textStart()


def _part(document: QTextDocument, position: int) -> None:
    """Part a paragraph in two that look like one."""
    cursor = QTextCursor(document)
    cursor.setPosition(position)
    first, second = cursor.blockFormat(), cursor.blockFormat()
    items = cursor.currentList()
    if items is not None:
        second.setObjectIndex(-1)
        second.setIndent(first.indent() + items.format().indent())
    first.setBottomMargin(0)
    second.setTopMargin(0)
    second.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_Auto)
    cursor.setBlockFormat(first)
    cursor.insertBlock(second)


_Fault = tuple[int, Callable[[], None]]


def _faults(document: QTextDocument, moved: set[int]) -> Iterator[_Fault]:
    """Go through what breaks badly: its position, and what moves it to the next page."""
    table = None
    for block in blocks(document.begin()):
        inside = table_of(block)
        if inside is not None and inside != table:
            yield from (one for one in _cut_rows(document, inside) if one[0] not in moved)
        table = inside
        if block.position() in moved:
            continue
        if _is_lonely(document, block):
            yield block.position(), partial(_move_block, block)
        elif inside is None and (gap := _gap_above(document, block)):
            yield block.position(), partial(_push, block, gap)


def _cut_rows(document: QTextDocument, table: QTextTable) -> Iterator[_Fault]:
    """Go through the rows that fit on a page and are cut; a call-out has one row.

    A break within a cell would have Qt count pages for each cell. So the row above is made longer,
    and with the first rows or from a small table the whole of it goes.
    """
    height = document.pageSize().height()
    edges = [_row_edges(document, table, row) for row in range(table.rows())]
    top, bottom = edges[0][0], edges[-1][1]
    if bottom - top < _SMALL * height and top // height < bottom // height:
        yield table.firstPosition(), partial(_move_table, table)
        return
    for row, (top, bottom) in enumerate(edges):
        if bottom - top < _MOST * height and top // height < bottom // height:
            position = table.cellAt(row, 0).firstPosition()
            if row <= 1:
                yield position, partial(_move_table, table)
            else:
                yield position, partial(_lengthen, table, row - 1, height - top % height)


def _row_edges(document: QTextDocument, table: QTextTable, row: int) -> tuple[float, float]:
    cells = [table.cellAt(row, column) for column in range(table.columns())]
    tops = (_edges(document, cell.firstCursorPosition().block())[0] for cell in cells)
    bottoms = (_edges(document, cell.lastCursorPosition().block())[1] for cell in cells)
    return min(tops), max(bottoms)


def _is_lonely(document: QTextDocument, block: QTextBlock) -> bool:
    """Tell whether a heading stands at the foot of a page with less than two lines below it."""
    following = block.next()
    if not block.blockFormat().headingLevel() or not following.isValid():
        return False
    height = document.pageSize().height()
    first = following.layout().lineAt(0)
    second = _edges(document, following)[0] + (first.height() if first.isValid() else 0) * _LINES
    return page_of(document, block) < second // height


def _gap_above(document: QTextDocument, block: QTextBlock) -> float:
    """Return what a paragraph whose first line is cut lacks to the next page, 0 for others.

    Below a table whose margin reaches over the end of a page, Qt takes it to stand on the next.
    """
    line = block.layout().lineAt(0)
    height = document.pageSize().height()
    if not line.isValid() or not block.text().strip() or line.height() >= height:
        return 0.0
    top = _edges(document, block)[0]
    cut = top // height < (top + line.height() - 2 * _EDGE) // height
    return height - (top - _EDGE) % height if cut else 0.0


def _push(block: QTextBlock, gap: float) -> None:
    """Move a paragraph down; a break before it would leave an empty page."""
    form = block.blockFormat()
    form.setTopMargin(form.topMargin() + gap)
    QTextCursor(block).setBlockFormat(form)


def _move_block(block: QTextBlock) -> None:
    """Begin a new page before a paragraph, and the headings above it."""
    while (above := block.previous()).blockFormat().headingLevel():
        block = above
    form = block.blockFormat()
    form.setPageBreakPolicy(_NEW_PAGE)
    QTextCursor(block).setBlockFormat(form)


def _move_table(table: QTextTable) -> None:
    """Begin a new page before a table, or before the headings above it."""
    above = table.firstCursorPosition().block().previous()
    if above.blockFormat().headingLevel():
        _move_block(above)
        return
    form = table.format()
    form.setPageBreakPolicy(_NEW_PAGE)
    table.setFormat(form)


def _lengthen(table: QTextTable, row: int, height: float) -> None:
    """Make a row so long that the next one begins on a new page."""
    for column in range(table.columns()):
        cell = table.cellAt(row, column)
        form = cell.format().toTableCellFormat()
        form.setBottomPadding(form.bottomPadding() + max(height - _SHORT, 0))
        cell.setFormat(form)


def _has_head(table: QTextTable) -> bool:
    """Tell whether all words of the first row are bold."""
    cells = (table.cellAt(0, column) for column in range(table.columns()))
    fragments = [one for cell in cells for one in fragments_of(cell.firstCursorPosition().block())]
    return all(one.charFormat().fontWeight() >= _BOLD for one in fragments)


def _edges(document: QTextDocument, block: QTextBlock) -> tuple[float, float]:
    """Return where a paragraph begins and ends; its first line may be on the page after its top."""
    rect = document.documentLayout().blockBoundingRect(block)
    first = block.layout().lineAt(0)
    top = rect.top() + (first.y() if first.isValid() else 0) + _EDGE
    return top, max(rect.bottom() - _EDGE, top)
