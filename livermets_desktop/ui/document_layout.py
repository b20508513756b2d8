"""Go through a text, and change it without having it laid out again for each change."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSizeF
from PySide6.QtGui import (
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFragment,
    QTextFrame,
    QTextList,
    QTextTable,
)

_PAIR = 3  # columns of a pair of sections: two texts and the gutter


@contextmanager
def paused_layout(document: QTextDocument) -> Iterator[None]:
    """Lay nothing out until all is changed: without a page size Qt does not.

    Qt lays a long text out in steps; a change in between would leave its end without layout.
    """
    size = document.pageSize()
    document.setPageSize(QSizeF(0, 0))
    try:
        yield
    finally:
        document.setPageSize(size)


@contextmanager
def one_layout(document: QTextDocument) -> Iterator[None]:
    """Let the text be laid out once after several changes, and from its start."""
    with paused_layout(document):
        changes = QTextCursor(document)
        changes.beginEditBlock()
        try:
            yield
        finally:
            changes.endEditBlock()


def root_frame(document: QTextDocument) -> QTextFrame:
    """Return the frame of the whole text.

    The document's own method leaves a wrapper behind for each text that it ever held.
    """
    frame = QTextCursor(document).currentFrame()
    while (outer := _outer(frame)) is not None:
        frame = outer
    return frame


def _outer(frame: QTextFrame) -> QTextFrame | None:
    return frame.parentFrame()


def table_of(block: QTextBlock) -> QTextTable | None:
    """Return the innermost table that holds a paragraph, None if it stands in none."""
    return QTextCursor(block).currentTable()


def list_of(block: QTextBlock) -> QTextList | None:
    """Return the list that a paragraph is an entry of, None if it is of none."""
    return block.textList()


def column_of(block: QTextBlock) -> int:
    """Return in which of two texts side by side a paragraph stands: 0, 1, or -1 for neither."""
    frame: QTextFrame | None = table_of(block)
    while frame is not None:
        if isinstance(frame, QTextTable) and frame.rows() == 1 and frame.columns() == _PAIR:
            return frame.cellAt(block.position()).column() // 2
        frame = _outer(frame)
    return -1


def span(document: QTextDocument, start: int, end: int) -> QTextCursor:
    """Return a cursor that has selected a part of a text."""
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def qt_units(text: str) -> str:
    r"""Return a text with as many characters as Qt counts: two for a sign beyond U+FFFF.

    >>> len(qt_units("a\N{GRINNING FACE}"))
    3
    """
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) == 2 * len(text):
        return text
    return "".join(map(chr, memoryview(units).cast("H")))


def from_qt_units(units: str) -> str:
    r"""Return a part of such a text as it was; half of a sign is none.

    >>> from_qt_units(qt_units("a\N{GRINNING FACE}b")[:3])
    'a\U0001f600'
    """
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


def fragments(document: QTextDocument) -> Iterator[tuple[QTextBlock, QTextFragment]]:
    """Go through the pieces of a text that look the same, each with its block."""
    for block in blocks(document.begin()):
        for fragment in fragments_of(block):
            yield block, fragment


def blocks(block: QTextBlock, end: int | None = None) -> Iterator[QTextBlock]:
    """Go through the paragraphs from one on, up to a position or the end of the text."""
    while block.isValid() and (end is None or block.position() < end):
        yield block
        block = block.next()


def fragments_of(block: QTextBlock) -> Iterator[QTextFragment]:
    """Go through the pieces of a paragraph that look the same."""
    iterator = block.begin()
    while not iterator.atEnd():
        yield iterator.fragment()
        iterator += 1
