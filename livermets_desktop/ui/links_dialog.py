"""The links of a page as a list: the text itself is one block to assistive technology."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from livermets_desktop.ui.close_button import close_button
from livermets_desktop.ui.outline_view import OutlineView
from livermets_desktop.ui.theme import Theme

_SIZE = (460, 480)
_OF_SCREEN = 0.85


class LinksDialog(QDialog):
    """Let the reader choose one of many links; `link_chosen` carries its number."""

    link_chosen = Signal(int)

    def __init__(self, words: Sequence[str], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("linksDialog")
        self.setWindowTitle(self.tr("Links on this page"))
        self.list = OutlineView("links", self.windowTitle())
        self.list.set_look(theme)
        self.list.show_entries([(str(number), one) for number, one in enumerate(words)])
        self.list.entry_chosen.connect(self._on_chosen)
        layout = QVBoxLayout(self)
        layout.addWidget(self.list)
        layout.addWidget(close_button(self))
        room = self.screen().availableSize() * _OF_SCREEN
        self.resize(min(theme.box(_SIZE[0]), room.width()), min(theme.box(_SIZE[1]), room.height()))

    def choose(self, number: int) -> None:
        """Go to one link of the list."""
        index = self.list.model().index(number, 0)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index, OutlineView.ScrollHint.PositionAtCenter)

    def _on_chosen(self, name: str) -> None:
        self.accept()
        self.link_chosen.emit(int(name))
