"""The bar above an article that leads through the hits of a search."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from livermets_desktop.ui.icons import Icons
from livermets_desktop.ui.theme import Theme


class HitsBar(QWidget):
    """Show "Your search on this page, 5 of 11"; wishes are signals."""

    next_requested = Signal()
    previous_requested = Signal()
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hitsBar")
        self._icons: Icons | None = None
        self._title = QLabel(self.tr("Your search on this page"))
        self._place = QLabel()
        self._place.setObjectName("place")
        self._buttons = (
            (self._button(self.tr("Previous hit"), self.previous_requested), "up"),
            (self._button(self.tr("Next hit"), self.next_requested), "down"),
            (self._button(self.tr("Close the marks"), self.close_requested), "close"),
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 4, 16, 4)
        layout.addWidget(self._title)
        layout.addStretch()
        layout.addWidget(self._place)
        for button, _ in self._buttons:
            layout.addWidget(button)
        self.hide()

    def set_look(self, theme: Theme, icons: Icons) -> None:
        """Use these colours and sizes from now on."""
        self.setFixedHeight(theme.box(36) + 8)
        self._icons = icons
        if self.isVisible():
            self._draw_icons()

    def show_place(self, current: int, count: int) -> None:
        """Show which hit is the current one, counted from 0; nothing when there is none."""
        self._place.setText(self.tr("{0} of {1}").format(current + 1, count))
        self.setVisible(count > 0)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the icons when they are needed."""
        self._draw_icons()
        super().showEvent(event)

    def _draw_icons(self) -> None:
        if self._icons is None:
            return
        for button, name in self._buttons:
            button.setIcon(self._icons.icon(name))
            button.setIconSize(self._icons.size())

    def _button(self, name: str, wish: SignalInstance) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name.split(maxsplit=1)[0].lower() + "Hit")
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(wish)
        return button
