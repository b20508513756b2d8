"""The bar above an article that leads through hits: of a search, or of what is typed into it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from livermets_desktop.ui.announce import announce
from livermets_desktop.ui.icons import Icons
from livermets_desktop.ui.theme import Theme

_LONGEST_TEXT = 256
_FIELD_WIDTH = 300


class HitsBar(QWidget):
    """Show "Your search on this page, 5 of 11", or a field for what to find; wishes are signals."""

    find_changed = Signal(str)
    next_requested = Signal()
    previous_requested = Signal()
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hitsBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icons: Icons | None = None
        self._title = QLabel(self.tr("Your search on this page"))
        self.field = self._make_field()
        self._place = QLabel()
        self._place.setObjectName("place")
        self._buttons = (
            (self._button(self.tr("Previous hit"), "previousHit", self.previous_requested), "up"),
            (self._button(self.tr("Next hit"), "nextHit", self.next_requested), "down"),
            (self._button(self.tr("Close the marks"), "closeHits", self.close_requested), "close"),
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 4, 16, 4)
        layout.addWidget(self._title)
        layout.addWidget(self.field, 1)
        layout.addStretch()
        layout.addWidget(self._place)
        for button, _ in self._buttons:
            layout.addWidget(button)
        self.hide()

    def set_look(self, theme: Theme, icons: Icons) -> None:
        """Use these colours and sizes from now on."""
        self.setFixedHeight(theme.box(36) + 8)
        self.field.setMaximumWidth(theme.box(_FIELD_WIDTH))
        self._icons = icons
        if self.isVisible():
            self._draw_icons()

    @property
    def is_finding(self) -> bool:
        """Tell whether the reader finds in the page, rather than goes through a search's hits."""
        return not self.field.isHidden() and not self.isHidden()

    def start_finding(self, text: str) -> None:
        """Let the reader type what to find; a text that is given is found at once."""
        self._title.hide()
        self.field.show()
        self.show()
        if text and text != self.field.text():
            self.field.setText(text)
        else:
            self.find_changed.emit(self.field.text())
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_place(self, current: int, count: int, *, wrapped: bool = False) -> None:
        """Show which hit is the current one, counted from 0, and whether the end was passed."""
        words = self.tr("{0} of {1}").format(current + 1, count)
        if not count:
            words = self.tr("Not found on this page") if self.field.text().strip() else ""
        elif wrapped:
            words = self.tr("{0}, from the other end").format(words)
        if words != self._place.text():
            announce(self, words)
        self._place.setText(words)
        for button, name in self._buttons:
            button.setEnabled(bool(count) or name == "close")
        if not self.is_finding:
            self.setVisible(count > 0)

    def show_search(self) -> None:
        """Show the hits of a search; what was typed to be found is kept for the next time."""
        self.field.hide()
        self._title.show()

    def forget(self) -> None:
        """Forget what was typed to be found."""
        self.field.clear()
        self.show_search()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Step by Enter, Down and Up and leave by Esc while the field has the keyboard."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            backward = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            wish = {
                Qt.Key.Key_Return: self.previous_requested if backward else self.next_requested,
                Qt.Key.Key_Enter: self.previous_requested if backward else self.next_requested,
                Qt.Key.Key_Down: self.next_requested,
                Qt.Key.Key_Up: self.previous_requested,
                Qt.Key.Key_Escape: self.close_requested,
            }.get(Qt.Key(event.key()))
            if wish is not None:
                wish.emit()
                return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the icons when they are needed."""
        self._draw_icons()
        super().showEvent(event)

    def _draw_icons(self) -> None:
        if self._icons is None:
            return
        for button, name in self._buttons:
            button.setIcon(self._icons.two_state_icon(name, "ink"))
            button.setIconSize(self._icons.size())

    def _make_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName("findField")
        field.setMaxLength(_LONGEST_TEXT)
        field.setPlaceholderText(self.tr("Find on this page"))
        field.setAccessibleName(self.tr("Find on this page"))
        field.textChanged.connect(self.find_changed)
        field.installEventFilter(self)
        field.hide()
        return field

    def _button(self, words: str, name: str, wish: SignalInstance) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.clicked.connect(wish)
        return button
