"""What stands in the place of the topic tree for a while: a title, a list, buttons below it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from livermets_desktop.ui.icons import Icons
from livermets_desktop.ui.notice_bar import NoticeBar
from livermets_desktop.ui.page_list_model import PageListModel, PageRow
from livermets_desktop.ui.page_list_view import PageListView
from livermets_desktop.ui.theme import Theme
from livermets_desktop.ui.wrap_row import WrapRow


class SidePanel(QWidget):
    """Show a list of pages, or words in the place of an empty one.

    `notice` is for sentences that the window cannot show while this panel covers the page.
    """

    close_requested = Signal()
    page_chosen = Signal(int)

    def __init__(
        self, name: str, title: str, *, editable: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}Panel")
        self._pages = PageListModel(editable=editable, parent=self)
        self.view = PageListView(name, title, self._pages)
        self.view.row_opened.connect(self.page_chosen)
        self.notice = NoticeBar()
        self._close = QPushButton()
        self._empty = QLabel()
        self._buttons = WrapRow()
        self._layout = QVBoxLayout(self)
        self._lay_out(title)

    def set_look(self, theme: Theme, icons: Icons) -> None:
        """Use these colours and sizes from now on."""
        self.view.set_look(theme)
        self._close.setIcon(icons.icon("close", "ink2", 18))
        self._close.setIconSize(icons.size(18))
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

    def _say_when_empty(self, words: str) -> None:
        self._empty.setText(words)

    def _show_buttons(self, buttons: Sequence[QWidget]) -> None:
        self._buttons.show_widgets(buttons)

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
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.addWidget(self._buttons)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addLayout(top)
        self._layout.addWidget(self.notice)
        self._layout.addWidget(self.view, 1)
        self._layout.addWidget(self._empty, 1)
        self._layout.addLayout(foot)
