"""Where the reader has been since the program was started, in the place of the topic tree."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from livermets_desktop.ui.side_panel import SidePanel


class HistoryPanel(SidePanel):
    """Show the pages that were read, the newest first."""

    clear_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("history", self.tr("History"), parent=parent)
        self._say_when_empty(
            self.tr(
                "Nothing read yet.\n\n"
                "The pages you open are listed here until you quit, the newest first."
            )
        )
        self._clear = QPushButton(self.tr("Clear history"))
        self._clear.setObjectName("clearHistory")
        self._clear.setProperty("kind", "outlined")
        self._clear.clicked.connect(self.clear_requested)
        self._pages.modelReset.connect(self._show_state)
        self._show_buttons([self._clear])
        self._show_state()

    def _show_state(self) -> None:
        self._clear.setEnabled(bool(self.view.rows))
