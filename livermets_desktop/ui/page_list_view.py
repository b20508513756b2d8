"""Pages as a list: a name in one line or more, what it is in smaller letters below."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDropEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from livermets_desktop.model.bookmark import LONGEST_NAME
from livermets_desktop.ui.direction import draw_words, mirrored
from livermets_desktop.ui.page_list_model import PageListModel, PageRow
from livermets_desktop.ui.row_ground import paint_ground
from livermets_desktop.ui.row_state import is_chosen, row_width
from livermets_desktop.ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_WRAP = Qt.TextFlag.TextWordWrap
_WRAP_ANYWHERE = _WRAP | Qt.TextFlag.TextWrapAnywhere
_MARGIN = 4
_NOTE_POINTS = 9.5
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _PageDelegate(QStyledItemDelegate):
    """Measure and paint one row, and let its name be edited."""

    def __init__(self, theme: Theme, view: "PageListView") -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._heights: dict[PageRow, int] = {}
        self._measured_for = (0, "")

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height that the words need; the list asks for all rows, again and again."""
        width, row = row_width(self._view), self._view.rows[index.row()]
        if self._measured_for != (width, self._view.font().key()):
            self._measured_for = width, self._view.font().key()
            self._heights.clear()
        if row not in self._heights:
            _, note = self._places(row, QRect(0, 0, width, 10_000))
            self._heights[row] = note.bottom() + self._theme.gap(8)
        return QSize(width, self._heights[row])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint ground, name and note."""
        row = self._view.rows[index.row()]
        chosen = is_chosen(self._view, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = option.rect.adjusted(_MARGIN, 1, -_MARGIN, -1)
        paint_ground(painter, ground, self._view, index, self._theme)
        name, note = self._places(row, option.rect)
        painter.setPen(self._theme.color("on_sel" if chosen else "ink"))
        painter.setFont(self._name_font(row))
        wrap = _wrap(row.name, painter.fontMetrics(), name.width())
        draw_words(painter, mirrored(name, option.rect, self._view), wrap, row.name, self._view)
        painter.setPen(self._theme.color("on_sel" if chosen else "ink2"))
        painter.setFont(self._note_font())
        wrap = _wrap(row.note, painter.fontMetrics(), note.width())
        draw_words(painter, mirrored(note, option.rect, self._view), wrap, row.note, self._view)
        painter.restore()

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> QLineEdit:
        """Make the field for a new name."""
        field = QLineEdit(parent)
        field.setObjectName("rowField")
        field.setMaxLength(LONGEST_NAME)
        field.setAccessibleName(self.tr("New name"))
        return field

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        """Put the field over the row."""
        height = max(editor.sizeHint().height(), self._theme.box(32))
        top = option.rect.center().y() - height // 2
        editor.setGeometry(_MARGIN, top, row_width(self._view) - 2 * _MARGIN, height)

    def _places(self, row: PageRow, rect: QRect) -> tuple[QRect, QRect]:
        """Return where name and note go."""
        theme = self._theme
        name = rect.adjusted(theme.gap(16), theme.gap(8), -theme.gap(10), 0)
        name.setHeight(_height(row.name, QFontMetrics(self._name_font(row)), name.width()))
        note = name.translated(0, name.height() + theme.gap(2))
        note.setHeight(_height(row.note, QFontMetrics(self._note_font()), note.width()))
        return name, note

    def _name_font(self, row: PageRow) -> QFont:
        font = QFont(self._view.font())
        font.setBold(row.here)
        return font

    def _note_font(self) -> QFont:
        font = QFont(self._view.font())
        font.setPointSizeF(self._theme.points(_NOTE_POINTS))
        return font


def _wrap(words: str, metrics: QFontMetrics, width: int) -> int:
    """Break lines between words, unless one alone is too long."""
    longest = max(map(metrics.horizontalAdvance, words.split()), default=0)
    return _WRAP if longest < width else _WRAP_ANYWHERE


def _height(words: str, metrics: QFontMetrics, width: int) -> int:
    if metrics.horizontalAdvance(words) < width:  # rounded: as wide may be too wide
        return metrics.height()
    room = QRect(0, 0, width, 10_000)
    return metrics.boundingRect(room, _wrap(words, metrics, width), words).height()


class PageListView(QListView):
    """Show pages; the signals carry numbers of rows, `row_moved` also that of the new place."""

    row_opened = Signal(int)
    row_removed = Signal(int)
    row_moved = Signal(int, int)

    def __init__(
        self, name: str, title: str, pages: PageListModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pages = pages
        self.setModel(pages)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        if pages.editable:
            self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        pages.dataChanged.connect(self.scheduleDelayedItemsLayout)
        self.clicked.connect(self._on_clicked)

    def set_look(self, theme: Theme) -> None:
        """Use these colours and sizes from now on."""
        previous = self.itemDelegate()
        self.setItemDelegate(_PageDelegate(theme, self))
        previous.deleteLater()

    @property
    def rows(self) -> tuple[PageRow, ...]:
        """Return what is shown."""
        return self._pages.rows

    def choose(self, number: int) -> None:
        """Choose a row, the last one if there are not so many."""
        if self.rows:
            self.setCurrentIndex(self._pages.index(min(number, len(self.rows) - 1), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter, remove by Del, move by Ctrl+Up and Ctrl+Down; the rest is the list's."""
        key, row = Qt.Key(event.key()), self.currentIndex().row()
        with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if row < 0 or self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif key in _ENTER:
            self.row_opened.emit(row)
        elif key == Qt.Key.Key_Delete and self._pages.editable:
            self.row_removed.emit(row)
        elif key in _MOVES and with_ctrl and self._pages.editable:
            self.row_moved.emit(row, row + _MOVES[key])
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell where a row was dropped: who keeps the order shows new rows."""
        start, place = self.currentIndex().row(), event.position().toPoint()
        target = self.indexAt(place)
        end = target.row() if target.isValid() else len(self.rows) - 1
        # Ignored: the list itself would take the row out.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.setState(QAbstractItemView.State.NoState)
        if start >= 0:
            self.row_moved.emit(start, end)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows again: their words are wrapped."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _on_clicked(self, index: QModelIndex) -> None:
        self.row_opened.emit(index.row())
