"""The topic tree as it looks: full-width rows, a chevron for groups, a bar at the chosen topic."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from livermets_desktop.model.topic import Topic, TopicKind
from livermets_desktop.ui.direction import draw_words, mirrored
from livermets_desktop.ui.icons import Icons
from livermets_desktop.ui.row_ground import paint_ground
from livermets_desktop.ui.row_state import is_chosen
from livermets_desktop.ui.theme import Theme
from livermets_desktop.ui.topic_model import TOPIC_ROLE

_Index = QModelIndex | QPersistentModelIndex


_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
_MARGIN = 4
_CHEVRON = 16
_RAGGED = 8  # letters
_TWO_LINES = 40
_MANY = 1_000  # topics of a group: measuring the title of each would be felt


def _cut(title: str, metrics: QFontMetrics, lines: int, width: int) -> str:
    """Cut a title that the lines do not hold; the first may end early, between two words."""
    room = lines * width - (lines - 1) * _RAGGED * metrics.averageCharWidth()
    return metrics.elidedText(title, Qt.TextElideMode.ElideRight, room)


class _TopicDelegate(QStyledItemDelegate):
    """Paint one row of the tree."""

    def __init__(self, theme: Theme, icons: Icons, view: "TopicView") -> None:
        super().__init__(view)
        self._theme = theme
        self._icons = icons
        self._view = view
        # Qt asks for the height of each row again and again while it lays a window out.
        self._lines: dict[tuple[str, int], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height that the title needs, in two lines if it is long."""
        if self._view.uniformRowHeights():
            return QSize(self._theme.box(120), self._theme.box(32))
        topic: Topic = index.data(TOPIC_ROLE)
        place = topic.title, self._view.maximumViewportSize().width()
        if place not in self._lines:
            metrics = QFontMetrics(self._view.font())
            fits = metrics.horizontalAdvance(topic.title) < self._room(topic)
            self._lines[place] = 0 if fits else metrics.lineSpacing()
        return QSize(self._theme.box(120), self._theme.box(32) + self._lines[place])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint ground, bar, chevron and title."""
        topic: Topic = index.data(TOPIC_ROLE)
        chosen = is_chosen(self._view, index)
        rect: QRect = option.rect.adjusted(_MARGIN, 1, -_MARGIN, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, rect, self._view, index, self._theme)
        ink = "on_sel" if chosen else "ink"
        is_open = self._view.isExpanded(index)
        if topic.kind is TopicKind.GROUP:
            arrow = "open" if is_open else "right"
            side = self._theme.box(_CHEVRON)
            top = rect.center().y() - side // 2
            left = rect.left() + self._theme.gap(8)
            chevron = mirrored(QRect(left, top, side, side), rect, self._view)
            painter.drawPixmap(chevron.topLeft(), self._icons.pixmap(arrow, ink, _CHEVRON))
        painter.setPen(self._theme.color(ink))
        left = rect.left() + self._left(topic)
        room = QRect(left, rect.top(), self._room(topic), rect.height())
        room = mirrored(room, rect, self._view)
        painter.setClipRect(room)  # a word may be longer than the row
        self._paint_title(painter, room, topic.title, bold=chosen or is_open)
        painter.restore()

    def _paint_title(self, painter: QPainter, room: QRect, title: str, *, bold: bool) -> None:
        """Paint a title, in bold if that fits: nothing moves when a topic is chosen."""
        lines = 1 if room.height() < self._theme.box(_TWO_LINES) else 2
        font = QFont(self._view.font())
        painter.setFont(font)
        shown = _cut(title, QFontMetrics(font), lines, room.width())
        font.setBold(bold)
        if _cut(title, QFontMetrics(font), lines, room.width()) == shown:
            painter.setFont(font)
        draw_words(painter, room, _WRAP, shown, self._view)

    def _left(self, topic: Topic) -> int:
        """Return where the title starts."""
        gap = 6 if topic.kind is TopicKind.GROUP else 18
        return self._theme.gap(8) + self._theme.box(_CHEVRON) + self._theme.gap(gap)

    def _room(self, topic: Topic) -> int:
        """Return the width of a title; it leaves room for a scroll bar, be it there or not."""
        bar = self._view.verticalScrollBar().sizeHint().width()
        width = self._view.maximumViewportSize().width() - bar - 2 * _MARGIN
        return width - self._left(topic) - self._theme.gap(6)


class TopicView(QTreeView):
    """Show the topic tree; `topic_chosen` carries the id of an article."""

    topic_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topics")
        self.setAccessibleName(self.tr("Topics"))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._on_clicked)
        self.expanded.connect(self._on_expanded)

    def set_look(self, theme: Theme, icons: Icons) -> None:
        """Use these colours and sizes from now on."""
        previous = self.itemDelegate()
        self.setItemDelegate(_TopicDelegate(theme, icons, self))
        previous.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current topic by Enter or Space; the rest is the tree's own."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._on_clicked(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows again: titles are wrapped."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def show_topic(self, index: QModelIndex) -> None:
        """Choose a topic and let it be seen, without opening it."""
        if not index.isValid():
            self.clearSelection()
            return
        parent = index.parent()
        if parent.isValid():
            self.setExpanded(parent, True)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def _on_expanded(self, index: QModelIndex) -> None:
        if self.model().rowCount(index) > _MANY:
            self.setUniformRowHeights(True)

    def _on_clicked(self, index: QModelIndex) -> None:
        topic = index.data(TOPIC_ROLE)
        if topic is None:
            return
        if topic.kind is TopicKind.GROUP:
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self.topic_chosen.emit(topic.id)
