"""What stands in the place of the topic tree for a while: a title, a list, buttons below it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from livermets_desktop.ui.icons import Icons
from livermets_desktop.ui.notice_bar import NoticeBar
from livermets_desktop.ui.page_list_model import PageListModel, PageRow
from livermets_desktop.ui.page_list_view import PageListView
from livermets_desktop.ui.theme import Theme
from livermets_desktop.ui.wrap_row import WrapRow


class SidePanel(QWidget):
    """Show a list of pages, or words in the place of an empty one; the signals carry rows.

    Rows of an editable list are `removed` and `moved`.
    `notice` is for sentences that the window cannot show while this panel covers the page.
    """

    close_requested = Signal()
    page_chosen = Signal(int)
    removed = Signal(int)
    moved = Signal(int, int)

    def __init__(
        self, name: str, title: str, *, editable: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}Panel")
        self._pages = PageListModel(editable=editable, parent=self)
        self.view = PageListView(name, title, self._pages)
        self.view.row_opened.connect(self.page_chosen)
        self.view.row_removed.connect(self.removed)
        self.view.row_moved.connect(self._move)
        self.notice = NoticeBar()
        self._close = QPushButton()
        self._empty = QLabel()
        self._steps: dict[str, QPushButton] = {}
        self._buttons = WrapRow()
        self._foot = QVBoxLayout()
        self._layout = QVBoxLayout(self)
        self._lay_out(title)

    def set_look(self, theme: Theme, icons: Icons) -> None:
        """Use these colours and sizes from now on."""
        self.view.set_look(theme)
        self._close.setIcon(icons.icon("close", "ink2", 18))
        self._close.setIconSize(icons.size(18))
        for name, button in self._steps.items():
            button.setIcon(icons.two_state_icon(name))
            button.setIconSize(icons.size())
        self._buttons.set_look(theme)

    def show_rows(self, rows: Sequence[PageRow]) -> None:
        """Show other pages, and keep the place among them."""
        place, focused = self.view.currentIndex().row(), self.view.hasFocus()
        self._pages.show_rows(rows)
        self._empty.setVisible(not rows)
        self.view.setVisible(bool(rows))
        if place >= 0 and self.view.currentIndex().row() != place:
            self.view.choose(place)
        if focused:
            self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def entry(self) -> QWidget:
        """Return what takes the keyboard: the list, or without one the button that closes."""
        return self.view if self.view.rows else self._close

    def covers(self, page: QWidget) -> bool:
        """Tell whether this is to be seen and the page is not."""
        return self.isVisible() and not page.isVisible()

    def start(self) -> None:
        """Take the keyboard."""
        # A list that takes the keyboard has a current row at once, but none that is chosen.
        self.view.choose(max(self.view.currentIndex().row(), 0))
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_requested.emit()
            return
        super().keyPressEvent(event)

    def _remove_current(self) -> None:
        self.removed.emit(self.view.currentIndex().row())

    def _move_current(self, step: int) -> None:
        row = self.view.currentIndex().row()
        self._move(row, row + step)

    def _move(self, start: int, end: int) -> None:
        """Move a row and stay on it."""
        if 0 <= end < len(self.view.rows) and end != start:
            self.moved.emit(start, end)
            self.view.choose(end)

    def _say_when_empty(self, words: str) -> None:
        self._empty.setText(words)

    def _row_buttons(self) -> list[QWidget]:
        """Make the buttons that change the chosen row, as far as that can be done."""
        remove = self._button("removeRow", self.tr("Remove"), self.tr("Del"))
        up = self._button("rowUp", "", self.tr("Ctrl+Up"), self.tr("Move up"))
        down = self._button("rowDown", "", self.tr("Ctrl+Down"), self.tr("Move down"))
        self._steps = {"up": up, "down": down}
        remove.clicked.connect(self._remove_current)
        up.clicked.connect(lambda: self._move_current(-1))
        down.clicked.connect(lambda: self._move_current(1))

        def show_state() -> None:
            row, count = self.view.currentIndex().row(), len(self.view.rows)
            remove.setEnabled(row >= 0)
            up.setEnabled(row > 0)
            down.setEnabled(0 <= row < count - 1)

        for change in (self._pages.dataChanged, self._pages.modelReset):
            change.connect(show_state)
        self.view.selectionModel().currentChanged.connect(show_state)
        show_state()
        steps = QWidget()  # one thing, so that no line holds one of them alone
        row = QHBoxLayout(steps)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(up)
        row.addWidget(down)
        return [remove, steps]

    def _show_buttons(self, buttons: Sequence[QWidget]) -> None:
        self._buttons.show_widgets(buttons)

    def _button(self, name: str, words: str, keys: str = "", spoken: str = "") -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        if words:
            button.setProperty("kind", "outlined")
        button.setAccessibleName(spoken or words.rstrip("…"))
        if keys:
            button.setToolTip(f"{spoken or words} ({keys})")
        return button

    def _lay_out(self, title: str) -> None:
        head = QLabel(title)
        head.setObjectName("columnTitle")
        name = self.tr("Close {0}").format(title)
        self._close.setObjectName("closeSide")
        self._close.setAccessibleName(name)
        self._close.setToolTip(self.tr("{0} (Esc)").format(name))
        self._close.clicked.connect(self.close_requested)
        self._empty.setObjectName("emptySide")
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(18, 4, 16, 4)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        top = QHBoxLayout()
        top.setContentsMargins(18, 0, 16, 4)
        top.addWidget(head, 1)
        top.addWidget(self._close)
        self._foot.setContentsMargins(16, 8, 16, 12)
        self._foot.setSpacing(8)
        self._foot.addWidget(self._buttons)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addLayout(top)
        self._layout.addWidget(self.notice)
        self._layout.addWidget(self._content(), 1)

    def _content(self) -> QScrollArea:
        """Join list and buttons: with large letters in a low window they scroll together."""
        content = QWidget()
        content.setObjectName("sideContent")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self._empty, 1)
        column.addLayout(self._foot)
        area = QScrollArea()
        area.setObjectName("sideArea")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setWidget(content)
        return area
