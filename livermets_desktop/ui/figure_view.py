"""One figure that can be made bigger and moved about."""

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from livermets_desktop.ui.theme import Theme

_STEP = 1.25
_WHEEL_NOTCH = 120
_MOST = 4.0  # beyond this only dots grow
_KEYS_MOVE = 0.1  # of the view, with an arrow key
_RING = 2
_EDGE = 8
_MOVES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class FigureView(QWidget):
    """Show a picture as large as there is room; `zoomed` carries its size in per cent."""

    zoomed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._image = QImage()
        self._scaled = QImage()
        self._theme: Theme | None = None
        self._scale = 1.0
        self._fits = True
        self._middle = QPointF()  # the place of the picture in the middle of the view
        self._held: QPointF | None = None

    def set_look(self, theme: Theme) -> None:
        """Use these colours from now on."""
        self._theme = theme
        self.update()

    def show_image(self, image: QImage) -> None:
        """Show a picture; one of the same size as before keeps size and place."""
        if image.size() != self._image.size():
            self._fits = True
            self._middle = QPointF(image.width() / 2, image.height() / 2)
        # The form that is drawn without being changed each time.
        self._image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
        self._scaled = QImage()
        self._set_scale(self._fitting() if self._fits else self._scale)

    def step(self, steps: float, at: QPointF | None = None) -> None:
        """Make the picture bigger (above 0) or smaller, and keep what is at a point there."""
        self._fits = False
        self._set_scale(self._scale * _STEP**steps, at)

    def fit(self) -> None:
        """Show all of the picture."""
        self._fits = True
        self._set_scale(self._fitting())

    def show_actual_size(self) -> None:
        """Give each dot of the picture one dot of the screen."""
        self._fits = False
        self._set_scale(1 / self.devicePixelRatioF())

    @property
    def scale(self) -> float:
        """Return how many pixels of the view a dot of the picture is wide."""
        return self._scale

    @property
    def target(self) -> QRectF:
        """Return where the picture is in the view; parts of it may be outside."""
        size = QSizeF(self._image.size()) * self._scale
        return QRectF(QPointF(self.rect().center()) - self._middle * self._scale, size)

    # -- inside ------------------------------------------------------------------------------

    def _fitting(self) -> float:
        if self._image.isNull():
            return 1.0
        room = QSizeF(self.size()) - QSizeF(2 * _EDGE, 2 * _EDGE)
        width, height = self._image.width(), self._image.height()
        return max(min(room.width() / width, room.height() / height, _MOST), 1 / max(width, height))

    def _set_scale(self, scale: float, at: QPointF | None = None) -> None:
        fitting = self._fitting()
        bounded = min(max(scale, min(fitting, 1.0)), max(fitting, _MOST))
        if at is not None:
            beside = at - QPointF(self.rect().center())
            self._middle += beside / self._scale - beside / bounded
        self._scale = bounded
        self._move(QPointF())
        self.zoomed.emit(round(100 * bounded * self.devicePixelRatioF()))

    def _move(self, way: QPointF) -> None:
        """Move the view over the picture, not beyond its edges."""
        wanted = self._middle + way / self._scale
        self._middle = QPointF(
            _within(wanted.x(), self._image.width(), self.width() / self._scale),
            _within(wanted.y(), self._image.height(), self.height() / self._scale),
        )
        if self._held is None:
            self._show_hand()
        self.update()

    def _show_hand(self) -> None:
        target = self.target
        held = target.width() > self.width() or target.height() > self.height()
        self.setCursor(Qt.CursorShape.OpenHandCursor if held else Qt.CursorShape.ArrowCursor)

    def _paint_image(self, painter: QPainter) -> None:
        target, ratio = self.target, self.devicePixelRatioF()
        if self._scale * ratio < 1:
            size = (target.size() * ratio).toSize().expandedTo(QSize(1, 1))
            if self._scaled.size() != size:
                self._scaled = self._image.scaled(
                    size,
                    Qt.AspectRatioMode.IgnoreAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            painter.drawImage(target, self._scaled)
            return
        # Only what is seen: a picture at four times its size would not fit into the memory.
        seen = target.intersected(QRectF(self.rect()))
        part = QRectF((seen.topLeft() - target.topLeft()) / self._scale, seen.size() / self._scale)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._scale * ratio > 1)
        painter.drawImage(seen, self._image, part)

    # -- events ------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture, and the ring of the keyboard's focus."""
        painter = QPainter(self)
        if not self._image.isNull():
            self._paint_image(painter)
        if self.hasFocus() and self._theme is not None:
            painter.setPen(QPen(self._theme.color("focus"), _RING))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go on showing all of the picture."""
        super().resizeEvent(event)
        self._set_scale(self._fitting() if self._fits else self._scale)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom, with and without Ctrl: there is nothing to scroll."""
        if event.angleDelta().y():
            self.step(event.angleDelta().y() / _WHEEL_NOTCH, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the picture."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the picture."""
        if self._held is not None:
            way = self._held - event.position()
            self._held = event.position()
            self._move(way)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go of the picture."""
        self._held = None
        self._show_hand()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move over the picture with the arrow keys."""
        move = _MOVES.get(Qt.Key(event.key()))
        if move is None:
            event.ignore()
            return
        self._move(
            QPointF(move[0] * self.width() * _KEYS_MOVE, move[1] * self.height() * _KEYS_MOVE)
        )


def _within(middle: float, length: float, room: float) -> float:
    """Keep the middle where the picture fills the room, or is in the middle of it."""
    if length <= room:
        return length / 2
    return min(max(middle, room / 2), length - room / 2)
