"""What lies over the whole screen for a moment: a card in the middle, the page dim below it."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from livermets_desktop.ui.announce import announce
from livermets_desktop.ui.icons import Icons
from livermets_desktop.ui.kiosk.tiles import words_label
from livermets_desktop.ui.kiosk.touch import TouchButton, look_at
from livermets_desktop.ui.look_controller import dress
from livermets_desktop.ui.theme import Theme

_DIM = 166  # of 255: 65 %
_AROUND = 48


class Look(NamedTuple):
    """Hold how a card looks; `style` is a style sheet of its own, "" for that of the window."""

    theme: Theme
    icons: Icons
    style: str = ""


class Overlay(QWidget):
    """Dim the window and show a card of a width in pixels at 100 %."""

    def __init__(self, window: QWidget, width: int) -> None:
        super().__init__(window)
        self._window, self._width = window, width
        self._looks: tuple[Look, Look] | None = None
        self._before: QWidget | None = None  # what had the keyboard
        self.card = QFrame()
        self.card.setObjectName("kioskCard")
        layout = QGridLayout(self)
        layout.addWidget(self.card, 0, 0, Qt.AlignmentFlag.AlignCenter)
        self.hide()

    def set_look(self, theme: Theme, icons: Icons) -> None:
        """Use these colours and sizes from now on."""
        look_at(self.findChildren(TouchButton), icons)
        room = self._window.width() - theme.box(_AROUND)
        self.card.setFixedWidth(min(theme.box(self._width), room))

    def set_looks(self, usual: Look, grown: Look) -> None:
        """Use these from now on; the second is that of large text."""
        self._looks = usual, grown

    def appear(self, *, grows: bool = True) -> None:
        """Lie over everything, in the size of the text or in the usual one."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        if self._looks is not None:
            look = self._looks[grows]
            dress(self, look.style)
            self.set_look(look.theme, look.icons)
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()

    def focusNextPrevChild(self, following: bool) -> bool:  # as Qt calls it
        """Keep the keyboard in the card while it is there."""
        if not self.isVisible():
            return super().focusNextPrevChild(following)
        buttons = [one for one in self.findChildren(TouchButton) if one.isVisible()]
        if not buttons:
            return True
        here = next((place for place, one in enumerate(buttons) if one.hasFocus()), -1)
        place = (here + 1) % len(buttons) if following else max(here, 0) - 1
        reason = Qt.FocusReason.TabFocusReason if following else Qt.FocusReason.BacktabFocusReason
        buttons[place].setFocus(reason)
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the keyboard back to what had it."""
        super().hideEvent(event)
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what lies below."""
        QPainter(self).fillRect(self.rect(), QColor(0, 0, 0, _DIM))


class Choice(NamedTuple):
    """Name one answer; `kind` is how its button looks."""

    id: str
    words: str
    icon: str = ""
    kind: str = "touch"


class QuestionCard(Overlay):
    """Say something and let the visitor choose; each button closes the card."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, 720)
        self.setObjectName("questionCard")
        self._title = words_label("warningTitle")
        self._words = words_label("warningText")
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(24)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(56, 56, 56, 48)
        column.setSpacing(24)
        for widget in (self._title, self._words, self._picture):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addLayout(self._buttons)

    def ask(
        self,
        title: str,
        words: str,
        choices: Sequence[Choice],
        picture: QPixmap | None = None,
    ) -> dict[str, TouchButton]:
        """Show a question, and return the buttons of its answers."""
        self._title.setText(title)
        self._words.setText(words)
        self._picture.setVisible(picture is not None)
        if picture is not None:
            self._picture.setPixmap(picture)
        while item := self._buttons.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        buttons = {one.id: self._button(one) for one in choices}
        self.appear(grows=picture is None)  # which would not fit
        next(iter(buttons.values())).setFocus(Qt.FocusReason.PopupFocusReason)
        announce(self, f"{title} {words}")
        return buttons

    def tell(self, title: str, words: str, picture: QPixmap | None = None) -> None:
        """Say something that needs no answer."""
        self.ask(title, words, [Choice("close", self.tr("Close"))], picture)

    def _button(self, choice: Choice) -> TouchButton:
        button = TouchButton(choice.words, choice.icon, kind=choice.kind)
        button.setProperty("tall", True)
        policy = button.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        button.setSizePolicy(policy)
        button.clicked.connect(self.hide)
        self._buttons.addWidget(button, 1)
        return button
