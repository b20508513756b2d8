"""What a finger needs: large buttons with words, and lists that scroll by a flick."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QScrollArea,
    QScroller,
    QScrollerProperties,
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from livermets_desktop.ui.icons import Icons

_GAP = 8
_RING = 2  # pixels of the ring in a button that has a ground of its own
_ON_GROUND = {"primary": "on_accent", "urgent": "on_urgent"}
_SIDE, _ABOVE = 20, 20  # of the icon beside and above the words, at 100 %


class TouchButton(QToolButton):
    """A button with words and an icon, beside them or (`above`) over them."""

    def __init__(
        self, words: str, icon: str = "", *, kind: str = "touch", above: bool = False
    ) -> None:
        super().__init__()
        self._icon = icon
        style = Qt.ToolButtonStyle
        if not icon:
            self.setToolButtonStyle(style.ToolButtonTextOnly)
        else:
            beside = style.ToolButtonTextBesideIcon
            self.setToolButtonStyle(style.ToolButtonTextUnderIcon if above else beside)
        self._above = above
        self._ring: QColor | None = None
        self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """Say what the button does."""
        gap = "" if self._above or not self._icon else " "
        self.setText(gap + words.replace("&", "&&"))
        self.setAccessibleName(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Put icon and words in the middle, where Qt lets them begin at the left."""
        if self._above or not self._icon or self.property("kind") == "field":
            super().paintEvent(event)
            return
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        label = QStyleOptionToolButton(option)
        width = self.iconSize().width() + _GAP + self.fontMetrics().horizontalAdvance(self.text())
        label.rect = QRect(0, 0, min(width + _GAP, self.width()), self.height())
        label.rect.moveCenter(self.rect().center())
        option.text, option.icon = "", QIcon()
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        painter.drawControl(QStyle.ControlElement.CE_ToolButtonLabel, label)
        if self._ring is not None and self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._ring, _RING))
            painter.drawRoundedRect(self.rect().adjusted(5, 5, -6, -6), 5, 5)
        painter.end()

    def set_look(self, icons: Icons) -> None:
        """Draw the icon in these colours and sizes."""
        if not self._icon:
            return
        ground = _ON_GROUND.get(self.property("kind"))
        self._ring = icons.color(ground) if ground else None
        size = _ABOVE if self._above else _SIDE
        self.setIcon(icons.two_state_icon(self._icon, ground or "ink", size))
        self.setIconSize(icons.size(size))


def flicks(area: QAbstractScrollArea) -> None:
    """Let a finger, or a mouse that stands for one, scroll an area."""
    port = area.viewport()
    QScroller.grabGesture(port, QScroller.ScrollerGestureType.LeftMouseButtonGesture)
    scroller = QScroller.scroller(port)
    properties = scroller.scrollerProperties()
    metric, overshoot = QScrollerProperties.ScrollMetric, QScrollerProperties.OvershootPolicy
    off = overshoot.OvershootAlwaysOff
    properties.setScrollMetric(metric.VerticalOvershootPolicy, off)
    properties.setScrollMetric(metric.HorizontalOvershootPolicy, off)
    properties.setScrollMetric(metric.DragStartDistance, 0.003)  # metres
    scroller.setScrollerProperties(properties)


def column_area(content: QWidget, name: str) -> QScrollArea:
    """Return an area that scrolls its content up and down."""
    area = QScrollArea()
    area.setObjectName(name)
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    flicks(area)
    return area


def look_at(buttons: Iterable[TouchButton], icons: Icons) -> None:
    """Give all buttons a look."""
    for button in buttons:
        button.set_look(icons)


def chosen(button: QToolButton, act: Callable[[], object]) -> None:
    """Act when the button is chosen."""
    button.clicked.connect(lambda _=False: act())
