"""Call-outs of an article: a rounded ground with a bar, which rich text itself cannot draw."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextDocument, QTextTable

from livermets_desktop.ui.review_line import ICON_SIDE, OVERDUE_ICON
from livermets_desktop.ui.theme import Theme

_PADDING = 12
_RADIUS = 6
_BAR = 4


class CalloutColors(NamedTuple):
    """Name the colours of one kind of call-out."""

    ground: str
    bar: str
    ink: str


# By the icon that stands in a call-out: it says in the text what kind it is.
CALLOUTS = {
    "icon:urgent": CalloutColors("urgent_soft", "urgent", "urgent_ink"),
    "icon:note": CalloutColors("note_soft", "accent", "accent"),
    "icon:evidence": CalloutColors("evid_soft", "evid_bar", "ink2"),
}
# The icons that a text shows: the colour of each and its side in pixels at 100 % text.
TEXT_ICONS = {
    **{name: (colors.ink, 20) for name, colors in CALLOUTS.items()},
    OVERDUE_ICON: ("urgent_ink", ICON_SIDE),
}


def callout_ground(document: QTextDocument, table: QTextTable, theme: Theme) -> QRectF:
    """Return top and bottom of the ground of a call-out; its width is that of the column.

    Qt's own rectangle of a table is off by its padding.
    """
    layout = document.documentLayout()
    cell = table.cellAt(0, table.columns() - 1)
    first = layout.blockBoundingRect(cell.firstCursorPosition().block())
    last = layout.blockBoundingRect(cell.lastCursorPosition().block())
    padding = theme.gap(_PADDING)
    return QRectF(0, first.top() - padding, 0, last.bottom() - first.top() + 2 * padding)


def paint_callout(painter: QPainter, ground: QRectF, name: str, theme: Theme) -> None:
    """Paint the ground and the bar; in high contrast an outline, no ground."""
    colors = CALLOUTS[name]
    edge = theme.color(colors.bar)
    outlined = theme.name == "contrast"
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 2) if outlined else Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(colors.ground))
    painter.drawRoundedRect(ground, _RADIUS, _RADIUS)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(edge)
    painter.setClipRect(QRectF(ground.left(), ground.top(), _BAR, ground.height()))
    painter.drawRoundedRect(
        QRectF(ground.left(), ground.top(), 4 * _BAR, ground.height()), _RADIUS, _RADIUS
    )
    painter.restore()
