"""Keys on the screen: letters, digits and what a search needs; it remembers nothing."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from livermets_desktop.ui.icons import Icons
from livermets_desktop.ui.kiosk.touch import TouchButton, chosen, look_at

_ROWS = ("1234567890", "qwertyuiop", "asdfghjkl/", "zxcvbnm")
_KEY, _HEIGHT, _GAP = 83, 56, 8  # pixels at 100 %
_WIDE = 2  # cells of the grid that a key takes


class ScreenKeyboard(QWidget):
    """Type by touch; `typed` carries one character."""

    typed = Signal(str)
    erased = Signal()
    entered = Signal()
    hidden = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("keyboard")
        self.keys: dict[str, TouchButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for row, letters in enumerate(_ROWS):
            start = 3 if row == len(_ROWS) - 1 else 0
            for place, letter in enumerate(letters):
                self._add(letter, row, start + _WIDE * place)
        for place, letter in enumerate("-'"):
            self._add(letter, 1, 20 + _WIDE * place)
        self._erase = self._special(self.tr("Delete"), "backspace", 0, 20, 4)
        self._erase.clicked.connect(self.erased)
        search = self._special(self.tr("Search"), "search", 2, 20, 4, kind="primary")
        search.clicked.connect(self.entered)
        self._special(self.tr("Hide"), "keyboard", 3, 0, 3).clicked.connect(self.hidden)
        self._special(self.tr("Space"), "", 3, 17, 7, kind="key").clicked.connect(
            lambda: self.typed.emit(" ")
        )

    def set_look(self, icons: Icons) -> None:
        """Use these colours and sizes from now on."""
        look_at(self.findChildren(TouchButton), icons)
        unit = icons.size(100).width() / 100
        self._grid.setSpacing(round(_GAP * unit))
        for key in self.findChildren(TouchButton):
            key.setFixedHeight(round(_HEIGHT * unit))
        for column in range(24):
            self._grid.setColumnMinimumWidth(column, round((_KEY / 2 - _GAP) * unit))
            self._grid.setColumnStretch(column, 1)
        self.setMaximumWidth(round(1040 * unit))

    def _add(self, letter: str, row: int, column: int, width: int = _WIDE) -> None:
        key = TouchButton(letter, kind="key")
        chosen(key, lambda: self.typed.emit(letter))
        self.keys[letter] = key
        self._put(key, row, column, width)

    def _special(
        self, words: str, icon: str, row: int, column: int, width: int, *, kind: str = "key2"
    ) -> TouchButton:
        key = TouchButton(words, icon, kind=kind)
        self._put(key, row, column, width)
        return key

    def _put(self, key: TouchButton, row: int, column: int, width: int) -> None:
        policy = key.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Ignored)
        key.setSizePolicy(policy)
        self._grid.addWidget(key, row, column, 1, width)

    def letters(self) -> Iterable[str]:
        """Return the characters that can be typed."""
        return self.keys
