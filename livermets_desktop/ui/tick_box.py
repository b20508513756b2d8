"""A check box whose tick is drawn as the icons are: style sheets know pictures only."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QStyleOptionButton

from livermets_desktop.ui.direction import draw_words

_WRAP = Qt.TextFlag.TextWordWrap
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_HIGHEST = 10_000
_AROUND = 5  # above and below the lines
_SHORTEST = 12  # letters of a line


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
        painter = QPainter(self)
        self._paint_tick(painter)
        painter.end()

    def _part(self, part: QStyle.SubElement) -> QRect:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        return self.style().subElementRect(part, option, self)

    def _paint_tick(self, painter: QPainter) -> None:
        if self.isChecked() and not self._tick.isNull():
            room = self._part(QStyle.SubElement.SE_CheckBoxIndicator)
            size = self._tick.deviceIndependentSize().toSize()
            middle = Qt.AlignmentFlag.AlignCenter
            place = QStyle.alignedRect(self.layoutDirection(), middle, size, room)
            painter.drawPixmap(place, self._tick)


class WrappedTickBox(TickBox):
    """Show long words in several lines."""

    def __init__(self, words: str) -> None:
        super().__init__(words.replace("&", "&&"))  # no letter of it is a key
        self._words = words
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.rect = QRect(0, 0, width, self.height())
        part = QStyle.SubElement.SE_CheckBoxContents
        beside = width - self.style().subElementRect(part, option, self).width()
        lines = self.fontMetrics().boundingRect(0, 0, width - beside, _HIGHEST, _WRAP, self._words)
        return max(super().sizeHint().height(), lines.height() + 2 * _AROUND)

    def minimumSizeHint(self) -> QSize:
        """Leave the width to the lines."""
        return QSize(self.fontMetrics().averageCharWidth() * _SHORTEST, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box as the style does, and the words in lines."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_CheckBox, option, painter, self)
        self._paint_tick(painter)
        draw_words(painter, self._room(), _MIDDLE | _WRAP, self._words, self)
        painter.end()

    def hitButton(self, place: QPoint) -> bool:  # noqa: N802  # Qt's name
        """Let the words be clicked too."""
        return self.rect().contains(place)

    def _room(self) -> QRect:
        """Return where the words stand."""
        return self._part(QStyle.SubElement.SE_CheckBoxContents)
