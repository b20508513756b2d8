"""Widgets side by side, in further lines where there is no room."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from livermets_desktop.ui.direction import mirrored
from livermets_desktop.ui.theme import Theme

_GAP = 6


class WrapRow(QWidget):
    """Arrange widgets like words in a paragraph; `apart`: the last of a line stands at its end."""

    def __init__(
        self, parent: QWidget | None = None, *, apart: bool = False, gap: int = _GAP
    ) -> None:
        super().__init__(parent)
        self._widgets: list[QWidget] = []
        self._wanted = self._gap = gap
        self._apart = apart
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_look(self, theme: Theme) -> None:
        """Use these sizes from now on."""
        self._gap = theme.gap(self._wanted)
        self._put()
        self.updateGeometry()

    def show_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Show these in place of those before, in this order; the caller keeps them."""
        for widget in self._widgets:
            if widget not in widgets:
                widget.hide()
        self._widgets = list(widgets)
        for widget in widgets:
            if widget.parentWidget() is not self:
                widget.setParent(self)
            widget.show()
        self._put()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Need more lines in less width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        """Wish to be as wide as now."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Need room for each one."""
        sizes = [widget.minimumSizeHint() for widget in self._widgets]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._put()

    def event(self, event: QEvent) -> bool:
        """Follow widgets that need another size than before."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._put()
            self.updateGeometry()  # the layout around may have asked in between, and remember
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Measure anew: while hidden, nobody tells that widgets got another font or icon."""
        self._put()
        self.updateGeometry()
        super().showEvent(event)

    def _put(self) -> None:
        for widget, place in zip(self._widgets, self._places(self.width()), strict=True):
            widget.setGeometry(mirrored(place, self.rect(), self))

    def _places(self, width: int) -> list[QRect]:
        """Return where everything goes: in lines, and in the middle of its line."""
        lines: list[list[QRect]] = [[]]
        left = top = 0
        for widget in self._widgets:
            if widget.isHidden():
                lines[-1].append(QRect(left, top, 0, 0))
                continue
            size = widget.sizeHint()
            if left and left + size.width() > width:
                left, top = 0, top + _height(lines[-1]) + self._gap
                lines.append([])
            lines[-1].append(QRect(left, top, min(size.width(), width), size.height()))
            left += size.width() + self._gap
        for line in lines:
            for place in line:
                place.translate(0, (_height(line) - place.height()) // 2)
            if self._apart and len(line) > 1:
                line[-1].moveRight(width - 1)
        return [place for line in lines for place in line]


def _height(line: Sequence[QRect]) -> int:
    return max((place.height() for place in line), default=0)
