"""The ground of a row: chosen, under the mouse, or with the ring of the keyboard."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView

from livermets_desktop.ui.direction import mirrored
from livermets_desktop.ui.row_state import RING_ROOM, is_chosen, is_focused, is_hovered
from livermets_desktop.ui.theme import Theme


def paint_ground(
    painter: QPainter,
    rect: QRect,
    view: QAbstractItemView,
    index: QModelIndex | QPersistentModelIndex,
    theme: Theme,
) -> None:
    """Paint the ground of a row of a view, which is as large as `rect`."""
    focused = is_focused(view, index)
    painter.setPen(Qt.PenStyle.NoPen)
    if is_chosen(view, index):
        inset = RING_ROOM if focused else 0
        painter.setBrush(theme.color("sel"))
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), 6 - inset, 6 - inset)
        painter.setBrush(theme.color("sel_bar"))
        # A little inside: in the colour around the row it looks like a notch at the edge.
        bar = QRect(rect.left() + 4, rect.top() + 7, 3, rect.height() - 14)
        painter.drawRoundedRect(mirrored(bar, rect, view), 1.5, 1.5)
    elif is_hovered(view, index):
        painter.setBrush(theme.color("hover"))
        painter.drawRoundedRect(rect, 6, 6)
    if focused:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("focus"), 2))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)


def fill(painter: QPainter, place: QRect, color: QColor) -> None:
    """Fill a rectangle with a colour.

    For Qt's own `fillRect`, PySide loads the classes of gradients with all their presets.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRect(place)
