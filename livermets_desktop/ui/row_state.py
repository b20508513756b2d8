"""What a delegate has to know of a row, asked from the view.

The options that Qt hands to a delegate say the same, but reading them loads `QStyle` and all of its
enumerations: a tenth of the time that a bare window takes to start.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractItemView

# Between the edge of a row and its ground, for the ring of the keyboard: they may be of one colour.
RING_ROOM = 4

_Index = QModelIndex | QPersistentModelIndex


def is_chosen(view: QAbstractItemView, index: _Index) -> bool:
    """Tell whether a row is selected."""
    return view.selectionModel().isSelected(index)


def is_focused(view: QAbstractItemView, index: _Index) -> bool:
    """Tell whether the keyboard is at a row."""
    return view.hasFocus() and index == view.currentIndex()


def row_width(view: QAbstractItemView) -> int:
    """Return the width of a row, beside the scroll bar if there is one."""
    bar = view.verticalScrollBar()
    return view.maximumViewportSize().width() - (bar.width() if bar.isVisible() else 0)


def is_hovered(view: QAbstractItemView, index: _Index) -> bool:
    """Tell whether the mouse is over a row."""
    if not view.underMouse():  # asked first: a viewport costs more (see article_view)
        return False
    return index == view.indexAt(view.viewport().mapFromGlobal(QCursor.pos()))
