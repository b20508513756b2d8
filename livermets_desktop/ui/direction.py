"""Painting in a window that begins at the left, or at the right where a language does.

Qt's own way, `QStyle.visualRect`, loads `QStyle` and all of its enumerations: see row_state.
"""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute


def begins_right(widget: QWidget) -> bool:
    """Tell whether a widget begins at the right."""
    return widget.layoutDirection() is Qt.LayoutDirection.RightToLeft


def mirrored(part: QRect, room: QRect, widget: QWidget) -> QRect:
    """Return where a part of a room goes that was measured from the left."""
    if not begins_right(widget):
        return part
    return part.translated(room.left() + room.right() - part.left() - part.right(), 0)


def draw_words(painter: QPainter, room: QRect, flags: int, words: str, widget: QWidget) -> None:
    """Draw words from the beginning of a room, each text in the direction of its own letters."""
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.drawText(room, flags | start_of(widget), words)


def end_of(widget: QWidget) -> Qt.AlignmentFlag:
    """Return the other side."""
    return _LEFT if begins_right(widget) else _RIGHT


def start_of(widget: QWidget) -> Qt.AlignmentFlag:
    """Return the side on which texts of a widget begin, whatever their letters."""
    return _RIGHT if begins_right(widget) else _LEFT
