"""A check box whose tick is drawn as the icons are: style sheets know pictures only."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton


class TickBox(QCheckBox):
    """Show a tick in the colours and the size of the theme."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self._tick = QPixmap()

    def set_tick(self, tick: QPixmap) -> None:
        """Use this tick from now on."""
        self._tick = tick
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tick over the box."""
        super().paintEvent(event)
        if self.isChecked() and not self._tick.isNull():
            option = QStyleOptionButton()
            self.initStyleOption(option)
            part = QStyle.SubElement.SE_CheckBoxIndicator
            room = self.style().subElementRect(part, option, self)
            size = self._tick.deviceIndependentSize().toSize()
            middle = Qt.AlignmentFlag.AlignCenter
            place = QStyle.alignedRect(self.layoutDirection(), middle, size, room)
            painter = QPainter(self)
            painter.drawPixmap(place, self._tick)
            painter.end()
