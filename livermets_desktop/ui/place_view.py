"""Where the reader is, in one line: group and title, shortened to the room there is."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from livermets_desktop.ui.icons import Icons
from livermets_desktop.ui.theme import Theme

_GAP = 6
_ARROW = 14


class PlaceView(QWidget):
    """Show "Finding out > CT scan"; the group gives way first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("place")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._group, self._title = "", ""
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
        if self._group and before + metrics.horizontalAdvance(self._title) <= room.width():
            self._write(painter, room, theme, "ink2", self._group)
            side = theme.box(_ARROW)
            top = room.center().y() - side // 2 + 1
            painter.drawPixmap(
                room.left() + group_width + _GAP, top, icons.pixmap("right", "ink2", _ARROW)
            )
            room.setLeft(room.left() + before)
        title = metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, room.width())
        self._write(painter, room, theme, "ink", title)
        painter.end()

    def _write(self, painter: QPainter, room: QRect, theme: Theme, ink: str, words: str) -> None:
        painter.setPen(theme.color(ink))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(room, middle, words)
