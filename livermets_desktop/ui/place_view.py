"""Where the reader is, in one line: group and title, shortened to the room there is."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCursor, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from livermets_desktop.ui.direction import draw_words, mirrored
from livermets_desktop.ui.icons import Icons
from livermets_desktop.ui.theme import Theme

_GAP = 6
_ARROW = 14
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class PlaceView(QWidget):
    """Show "Finding out > CT scan"; the group gives way first, and a click on it opens it.

    The keyboard has the action of the parent topic for that.
    """

    group_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("place")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._group, self._title = "", ""
        self._group_room = QRect()
        self.setMouseTracking(True)
        self._theme: Theme | None = None
        self._icons: Icons | None = None

    def set_look(self, theme: Theme, icons: Icons) -> None:
        """Use these colours and sizes from now on."""
        self._theme, self._icons = theme, icons
        self.update()

    def show_place(self, group: str, title: str) -> None:
        """Show a title in its group; without a group the title alone."""
        self._group, self._title = group, title
        self.setAccessibleName(f"{group}, {title}" if group else title)
        self.setToolTip(f"{group} › {title}" if group else title)
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Need no width: the text is shortened instead."""
        return QSize(0, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint group, arrow and title on one line."""
        theme, icons = self._theme, self._icons
        if theme is None or icons is None:
            return
        font = QFont(self.font())
        font.setPointSizeF(theme.points(10))
        metrics = QFontMetrics(font)
        painter = QPainter(self)
        painter.setFont(font)
        room = self.rect().adjusted(theme.gap(8), 0, -theme.gap(4), 0)
        group_width = metrics.horizontalAdvance(self._group)
        before = group_width + 2 * _GAP + theme.box(_ARROW)
        self._group_room = QRect()
        if self._group and before + metrics.horizontalAdvance(self._title) <= room.width():
            group = QRect(room.left(), 0, group_width, self.height())
            self._group_room = mirrored(group, self.rect(), self)
            hovered = self.underMouse() and self._is_on_group(self.mapFromGlobal(QCursor.pos()))
            font.setUnderline(hovered)
            painter.setFont(font)
            self._write(painter, room, theme, "accent" if hovered else "ink2", self._group)
            font.setUnderline(False)
            painter.setFont(font)
            side = theme.box(_ARROW)
            top = room.center().y() - side // 2 + 1
            arrow = QRect(room.left() + group_width + _GAP, top, side, side)
            arrow = mirrored(arrow, self.rect(), self)
            painter.drawPixmap(arrow.topLeft(), icons.pixmap("right", "ink2", _ARROW))
            room.setLeft(room.left() + before)
        title = metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, room.width())
        self._write(painter, room, theme, "ink", title)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that the group can be clicked."""
        on_group = self._is_on_group(event.position().toPoint())
        shape = Qt.CursorShape.PointingHandCursor if on_group else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show the group as usual again."""
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the group that was clicked."""
        left = event.button() is Qt.MouseButton.LeftButton
        if left and self._is_on_group(event.position().toPoint()):
            self.group_chosen.emit()

    def _is_on_group(self, point: QPoint) -> bool:
        return self._group_room.contains(point)

    def _write(self, painter: QPainter, room: QRect, theme: Theme, ink: str, words: str) -> None:
        painter.setPen(theme.color(ink))
        draw_words(painter, mirrored(room, self.rect(), self), _MIDDLE, words, self)
