"""A short list beside the article: sections of the page, or related topics."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from livermets_desktop.ui.direction import draw_words, mirrored
from livermets_desktop.ui.row_ground import fill
from livermets_desktop.ui.row_state import is_focused, is_hovered
from livermets_desktop.ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter


class _OutlineDelegate(QStyledItemDelegate):
    """Paint one entry beside a thin line; the current one in colour beside a bar."""

    def __init__(self, theme: Theme, view: "OutlineView") -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        # Qt asks for the size of each row again and again while it lays a window out.
        self._sizes: dict[tuple[str, int], QSize] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height that the words need."""
        words, width = index.data(), self._view.maximumViewportSize().width()
        size = self._sizes.get((words, width))
        if size is None:
            room = QRect(0, 0, self._room(), 10_000)
            bounds = QFontMetrics(self._view.font()).boundingRect(room, _WRAP, words)
            height = max(bounds.height() + self._theme.gap(10), self._theme.box(30))
            size = self._sizes[words, width] = QSize(width, height)
        return size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint line or bar and the words."""
        here = index.row() == self._view.marked
        rect = option.rect
        painter.save()
        line = QRect(rect.left(), rect.top(), 1, rect.height())
        fill(painter, mirrored(line, rect, self._view), self._theme.color("line"))
        if here:
            bar = QRect(rect.left(), rect.top() + 4, 3, rect.height() - 8)
            fill(painter, mirrored(bar, rect, self._view), self._theme.color("accent"))
        hovered = is_hovered(self._view, index)
        painter.setPen(self._theme.color("accent" if here else "ink" if hovered else "ink2"))
        painter.setFont(self._view.font())
        left = rect.left() + self._theme.gap(14)
        room = mirrored(QRect(left, rect.top(), self._room(), rect.height()), rect, self._view)
        draw_words(painter, room, _WRAP, index.data(), self._view)
        if is_focused(self._view, index):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("focus"), 2))
            ring = mirrored(rect.adjusted(5, 1, -1, -1), rect, self._view)
            painter.drawRoundedRect(ring, 6, 6)
        painter.restore()

    def _room(self) -> int:
        """Return the width of the words; it leaves room for a scroll bar, be it there or not."""
        bar = self._view.verticalScrollBar().sizeHint().width()
        return self._view.maximumViewportSize().width() - bar - self._theme.gap(22)


class OutlineView(QListView):
    """Show entries by name; `entry_chosen` carries the id of one."""

    entry_chosen = Signal(str)

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries: tuple[tuple[str, str], ...] = ()
        self._ids: tuple[str, ...] = ()
        self.marked = -1
        self._entries = QStringListModel(self)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setModel(self._entries)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._on_clicked)

    def set_look(self, theme: Theme) -> None:
        """Use these colours and sizes from now on."""
        previous = self.itemDelegate()
        self.setItemDelegate(_OutlineDelegate(theme, self))
        previous.deleteLater()

    def show_entries(self, entries: Sequence[tuple[str, str]]) -> None:
        """Replace the list by (id, words) pairs."""
        self.entries = tuple(entries)
        self._ids = tuple(name for name, _ in entries)
        self.marked = -1
        self._entries.setStringList([words for _, words in entries])

    def mark_entry(self, name: str) -> None:
        """Mark the entry where the reader is."""
        before = self._entries.index(self.marked, 0)
        self.marked = self._ids.index(name) if name in self._ids else -1
        here = self._entries.index(self.marked, 0)
        self.update(before)
        self.update(here)
        if here.isValid():
            self.scrollTo(here)

    def show_menu(self, button: QWidget) -> None:
        """Offer the entries as a menu below a button, where there is no room for the list."""
        menu = QMenu(button.window())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, words in self.entries:
            action = menu.addAction(words.replace("&", "&&"))
            action.triggered.connect(lambda _=False, name=name: self.entry_chosen.emit(name))
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def wanted_height(self) -> int:
        """Return the height that shows every entry."""
        rows = (self.sizeHintForRow(row) for row in range(len(self._ids)))
        return sum(rows) + 2 * self.frameWidth() + 4

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current entry by Enter or Space; the rest is the list's own."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._on_clicked(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.isValid():
            self.entry_chosen.emit(self._ids[index.row()])
