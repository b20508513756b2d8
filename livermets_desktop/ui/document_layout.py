"""Go through a text, and change it without having it laid out again for each change."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextFragment, QTextFrame


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


def span(document: QTextDocument, start: int, end: int) -> QTextCursor:
    """Return a cursor that has selected a part of a text."""
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def fragments(document: QTextDocument) -> Iterator[tuple[QTextBlock, QTextFragment]]:
    """Go through the pieces of a text that look the same, each with its block."""
    block = document.begin()
    while block.isValid():
        for fragment in fragments_of(block):
            yield block, fragment
        block = block.next()


def fragments_of(block: QTextBlock) -> Iterator[QTextFragment]:
    """Go through the pieces of a paragraph that look the same."""
    iterator = block.begin()
    while not iterator.atEnd():
        yield iterator.fragment()
        iterator += 1
