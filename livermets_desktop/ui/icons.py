"""Icons: drawn from the SVG files in `resources/icons`, tinted by colour tokens."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from livermets_desktop.ui.theme import Theme

# What points on or back, or is a list: mirrored where the window begins at the right.
_DIRECTED = ("back", "forward", "left", "right", "leave", "list", "topics")
_RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft
_UNKNOWN = "book"
_STROKE = b'stroke-width="1.75"'


class Icons:
    """Draw the program's icons for one theme at one pixel ratio."""

    def __init__(self, folder: Path, theme: Theme, pixel_ratio: float = 1.0) -> None:
        self._folder = folder
        self._names = {path.stem for path in folder.glob("*.svg")}
        self._theme = theme
        self._ratio = pixel_ratio
        self._drawn: dict[tuple[str, str, int], QPixmap] = {}

    def pixmap(self, name: str, color: str = "ink", size: int = 20) -> QPixmap:
        """Draw one icon, `size` in pixels at 100 % text, in the colour of a token."""
        side = self._theme.box(size)
        key = (name, color, side)
        if key not in self._drawn:
            self._drawn[key] = self._draw(name, self._theme.tokens[color], side)
        return self._drawn[key]

    def color(self, token: str) -> QColor:
        """Return the colour of a token."""
        return self._theme.color(token)

    def icon(self, name: str, color: str = "ink", size: int = 20) -> QIcon:
        """Draw one icon for something that is never disabled."""
        return QIcon(self.pixmap(name, color, size))

    def two_state_icon(self, name: str, color: str = "ink", size: int = 20) -> QIcon:
        """Draw one icon with its disabled form."""
        icon = self.icon(name, color, size)
        icon.addPixmap(self.pixmap(name, "disabled", size), QIcon.Mode.Disabled)
        return icon

    def size(self, size: int = 20) -> QSize:
        """Return the size of an icon at the current text size."""
        return QSize(self._theme.box(size), self._theme.box(size))

    def _draw(self, name: str, color: str, side: int) -> QPixmap:
        # A library names icons too: only those in the folder are read.
        known = name if name in self._names else _UNKNOWN
        file, pixels = str(self._folder / f"{known}.svg"), round(side * self._ratio)
        mirrored = name in _DIRECTED and QGuiApplication.layoutDirection() is _RIGHT_TO_LEFT
        shape = _shape(file, pixels, _stroke(side), mirrored)
        image = QImage(shape.size(), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(QColor(color))
        painter = QPainter(image)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        painter.drawImage(QPoint(0, 0), shape)
        painter.end()
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(self._ratio)
        return pixmap


@lru_cache(maxsize=256)  # one text size has about 50, whatever their colours
def _shape(file: str, pixels: int, stroke: float, mirrored: bool) -> QImage:
    """Draw how much of each pixel an icon covers."""
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    source = Path(file).read_bytes().replace(_STROKE, f'stroke-width="{stroke}"'.encode())
    painter = QPainter(image)
    if mirrored:
        painter.translate(pixels, 0)
        painter.scale(-1, 1)
    QSvgRenderer(source).render(painter, QRectF(image.rect()))
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Alpha8)


def _stroke(side: int) -> float:
    """Return the width of the lines: smaller icons need relatively stronger ones."""
    if side <= 18:
        return 1.9
    return 1.75 if side <= 28 else 1.6
