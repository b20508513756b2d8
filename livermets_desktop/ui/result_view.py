"""Search results as a list: names to go to, topics in bold, sections with marked words."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from livermets_desktop.model.hit import Hit, Name
from livermets_desktop.ui.icons import Icons
from livermets_desktop.ui.result_model import ResultModel, Row, TopicHead
from livermets_desktop.ui.result_rows import ResultRows
from livermets_desktop.ui.row_ground import paint_ground
from livermets_desktop.ui.row_state import is_chosen, row_width
from livermets_desktop.ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_LOWEST_ROW = 50  # of a section, at 100 % text
_MARGIN = 8


class _ResultDelegate(QStyledItemDelegate):
    """Hand the rows to what measures and paints them.

    The list asks for sizes often, one by one: they are measured together and kept.
    """

    def __init__(self, rows: ResultRows, theme: Theme, view: "ResultView") -> None:
        super().__init__(view)
        self._rows, self._theme = rows, theme
        self._view = view
        self._sizes: list[QSize] = []
        self._width = 0

    def forget(self) -> None:
        """Measure again: there are other rows."""
        self._width = 0

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height that the words of a row need."""
        width = row_width(self._view)
        if width != self._width:
            self._width = width
            self._sizes = [
                QSize(width, self._rows.height(row, width, first=number == 0))
                for number, row in enumerate(self._view.rows)
            ]
        return self._sizes[index.row()]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a row."""
        row = self._view.rows[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not isinstance(row, TopicHead):
            ground = option.rect.adjusted(_MARGIN, 1, -_MARGIN, -1)
            paint_ground(painter, ground, self._view, index, self._theme)
        chosen = is_chosen(self._view, index)
        self._rows.paint(painter, option.rect, row, first=index.row() == 0, chosen=chosen)
        painter.restore()


class ResultView(QListView):
    """Show search results; `hit_chosen` carries the section or the name that was opened."""

    hit_chosen = Signal(object)

    def __init__(self, model: ResultModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._results = model
        self._delegate: _ResultDelegate | None = None
        self._lowest = _LOWEST_ROW
        model.modelReset.connect(self._on_rows_changed)
        model.dataChanged.connect(self._on_rows_changed)
        self.setModel(model)
        self.setObjectName("results")
        self.setAccessibleName(self.tr("Search results"))
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._on_clicked)

    def set_look(self, theme: Theme, icons: Icons) -> None:
        """Use these colours and sizes from now on."""
        previous = self.itemDelegate()
        self._lowest = theme.box(_LOWEST_ROW)
        self.setViewportMargins(0, theme.gap(4), 0, 0)
        self._delegate = _ResultDelegate(ResultRows(theme, icons, self), theme, self)
        self.setItemDelegate(self._delegate)
        previous.deleteLater()

    @property
    def rows(self) -> Sequence[Row]:
        """Return what is shown."""
        return self._results.rows

    def begin(self) -> None:
        """Lay other rows out now, from the top: left to Qt, they would be painted twice."""
        self.executeDelayedItemsLayout()
        self.scrollToTop()

    @property
    def room(self) -> int:
        """Return how many sections can be seen at once, at most."""
        return self.height() // self._lowest + 1

    def choose_first(self) -> bool:
        """Choose the first name or section; False when there is none."""
        row = self._first_row()
        if row < 0:
            return False
        self.setCurrentIndex(self.model().index(row, 0))
        self.scrollToTop()
        return True

    def at_first(self) -> bool:
        """Tell whether nothing above the current row can be chosen."""
        return self.currentIndex().row() <= self._first_row()

    def current_hit(self) -> Hit | Name | None:
        """Return the chosen section or name."""
        return self._place_of(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the chosen row by Enter; the rest is the list's own."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_clicked(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let rows find their heights again when the width changes."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _first_row(self) -> int:
        rows = enumerate(self.rows)
        return next((number for number, row in rows if not isinstance(row, TopicHead)), -1)

    def _place_of(self, index: QModelIndex) -> Hit | Name | None:
        row = self.rows[index.row()] if index.isValid() else None
        return None if row is None or isinstance(row, TopicHead) else row.place

    def _on_rows_changed(self) -> None:
        if self._delegate is not None:
            self._delegate.forget()

    def _on_clicked(self, index: QModelIndex) -> None:
        hit = self._place_of(index)
        if hit is not None:
            self.hit_chosen.emit(hit)
