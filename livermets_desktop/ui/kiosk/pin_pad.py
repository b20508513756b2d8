"""How staff leave: a number of touches where nothing is, then the PIN."""

from collections import deque
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from livermets_desktop.pin import LONGEST, PinLock
from livermets_desktop.ui.kiosk.overlay import Overlay
from livermets_desktop.ui.kiosk.tiles import words_label
from livermets_desktop.ui.kiosk.touch import TouchButton, chosen

_TOUCHES, _WITHIN = 7, 4.0  # seconds
_KEYS = ("123", "456", "789", "0")
_DOT = "●"


class LeaveGesture:
    """Count touches on a place where nobody touches by chance so often."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._touches: deque[float] = deque(maxlen=_TOUCHES)

    def touch(self) -> bool:
        """Note a touch; True if it was the last of so many in a short time."""
        self._touches.append(self._clock())
        done = len(self._touches) == _TOUCHES and self._touches[-1] - self._touches[0] <= _WITHIN
        if done:
            self._touches.clear()
        return done


class PinPad(Overlay):
    """Ask for the PIN; `opened` comes when it is right."""

    opened = Signal()

    def __init__(self, window: QWidget, lock: PinLock) -> None:
        super().__init__(window, 420)
        self.setObjectName("pinPad")
        self._lock = lock
        self._digits = ""
        self._title = words_label("warningTitle", self.tr("For staff: PIN"))
        self._dots = words_label("pinDots")
        self._dots.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._told = words_label("warningText")
        self.keys: dict[str, TouchButton] = {}
        self.cancel = TouchButton(self.tr("Cancel"))
        self.enter = TouchButton(self.tr("Leave"), kind="primary")
        self.erase = TouchButton(self.tr("Delete"))
        self._lay_out()
        chosen(self.cancel, self.close_pad)
        chosen(self.enter, self.try_pin)
        chosen(self.erase, self._erase)

    def ask(self) -> None:
        """Show the pad, with nothing typed."""
        self._type("")
        self._told.setText("")
        self.appear(grows=False)
        self.cancel.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_pad(self) -> None:
        """Forget what was typed."""
        self._type("")
        self.hide()

    def try_pin(self) -> None:
        """Compare what was typed."""
        digits, left = self._digits, self._lock.seconds_left
        self._type("")
        if not left and self._lock.opens(digits):
            self.hide()
            self.opened.emit()
            return
        left = self._lock.seconds_left
        if left:
            words = self.tr("Too many tries: wait %Ln second(s).", "", -(-int(left * 10) // 10))
        else:
            words = self.tr("That is not the PIN.")
        self._told.setText(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits of a real keyboard too."""
        if event.text() in self.keys:
            self._add(event.text())
        elif event.key() == Qt.Key.Key_Backspace:
            self._erase()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.try_pin()

    def _add(self, digit: str) -> None:
        self._type(self._digits + digit)

    def _erase(self) -> None:
        self._type(self._digits[:-1])

    def _type(self, digits: str) -> None:
        self._digits = digits[:LONGEST]
        self._dots.setText(_DOT * len(self._digits) or " ")

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(12)
        for row, digits in enumerate(_KEYS):
            for place, digit in enumerate(digits):
                key = TouchButton(digit, kind="key")
                key.setProperty("pin", True)
                chosen(key, partial(self._add, digit))
                self.keys[digit] = key
                grid.addWidget(key, row, place if row < len(_KEYS) - 1 else 1)
        grid.addWidget(self.erase, len(_KEYS) - 1, 2)
        below = QHBoxLayout()
        below.setSpacing(12)
        for button in (self.cancel, self.enter):
            below.addWidget(button, 1)
        for button in (self.cancel, self.enter, self.erase, *self.keys.values()):
            self._stretch(button)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(40, 40, 40, 40)
        column.setSpacing(16)
        column.addWidget(self._title)
        column.addWidget(self._dots)
        column.addLayout(grid)
        column.addWidget(self._told)
        column.addLayout(below)

    def _stretch(self, button: TouchButton) -> None:
        policy = button.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        button.setSizePolicy(policy)
