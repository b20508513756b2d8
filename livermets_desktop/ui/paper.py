"""Pages of paper: an article laid out for print, with a line below each page."""

import re
from collections.abc import Callable, Iterator
from math import ceil
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QFontMetricsF,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPainter,
    QPalette,
    QTextDocument,
)

from livermets_desktop.ui.data_tables import fit_columns
from livermets_desktop.ui.document_layout import blocks, fragments, paused_layout, root_frame, span
from livermets_desktop.ui.page_breaks import mend_breaks, page_of, part_paragraphs, repeat_heads
from livermets_desktop.ui.theme import Theme

DOTS_PER_INCH = 96  # texts are laid out in these; a device scales them to its own
LARGE = 18 / 11
_POINTS, _FOOT_POINTS = 11, 8.5
_MILLIMETRE = DOTS_PER_INCH / 25.4
_SIDE, _TOP, _BOTTOM = 20 * _MILLIMETRE, 16 * _MILLIMETRE, 22 * _MILLIMETRE
_ABOVE_FOOT, _BELOW_FOOT = 5 * _MILLIMETRE, 4 * _MILLIMETRE
_BESIDE_FOOT, _LINE_ABOVE_FOOT = 16, 4
_LONGEST_COUNT = 999  # pages, for the room that their number takes
_ICON = 16
_HIGHEST = 0.9  # of a page for a figure
_OVERLAP = 2
_ANCHOR = re.compile(r"(</?)a\b")  # leads nowhere from paper


class PaperText(NamedTuple):
    """Hold what is to be printed: HTML, and the words that stand below each page."""

    html: str
    foot: str


class _PaperDocument(QTextDocument):
    """A text that reads nothing by itself."""

    def __init__(self, picture: Callable[[str], QImage]) -> None:
        super().__init__()
        self._picture = picture

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Answer from the library only; super is never asked, it would read the disk."""
        address = name.toString() if isinstance(name, QUrl) else name
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return self._picture(address)
        return None


class Paper:
    """Lay a text out on pages of one size, and paint them on whatever has pages."""

    def __init__(
        self, text: PaperText, theme: Theme, picture: Callable[[str], QImage], size: QSizeF
    ) -> None:
        self._text, self._theme = text, theme
        self._size = size * _MILLIMETRE
        width = self._size.width() - 2 * _SIDE
        bottom = max(_BOTTOM, _ABOVE_FOOT + self._foot_height(width) + _BELOW_FOOT)
        self._body = QRectF(_SIDE, _TOP, width, self._size.height() - _TOP - bottom)
        self._document = _PaperDocument(picture)
        self._ruler = QImage(1, 1, QImage.Format.Format_ARGB32)
        self._ruler.setDotsPerMeterX(round(DOTS_PER_INCH / 0.0254))
        self._ruler.setDotsPerMeterY(round(DOTS_PER_INCH / 0.0254))
        font = _font(_POINTS * theme.scale)
        self._document.setDefaultFont(font)
        self._document.setDocumentMargin(0)
        self._document.documentLayout().setPaintDevice(self._ruler)
        self._document.setDefaultStyleSheet(theme.paper_style())
        self._document.setHtml(_ANCHOR.sub(r"\1span", text.html))
        self._lay_out()

    def __len__(self) -> int:
        """Return how many pages there are; a dot or two beyond the last line are none."""
        return max(ceil((self._document.size().height() - _OVERLAP) / self._body.height()), 1)

    @property
    def size(self) -> QSizeF:
        """Return the size of a page in dots."""
        return self._size

    def headings(self) -> Iterator[tuple[int, str, int]]:
        """Go through the headings: level, words, and the page, counted from 0."""
        for block in blocks(self._document.begin()):
            if level := block.blockFormat().headingLevel():
                yield level, block.text().strip(), page_of(self._document, block)

    def page_words(self, number: int) -> str:
        """Say which page it is, counted from 0, of how many."""
        words = QCoreApplication.translate("Paper", "Page {0} of {1}")
        return words.format(number + 1, len(self))

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint one page, counted from 0, in dots from its upper left corner."""
        painter.save()
        painter.translate(self._body.topLeft())
        painter.translate(0, -number * self._body.height())
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, self._theme.color("ink"))
        # What touches the edge belongs to the page beside: lines and pictures overlap by a dot.
        page = QRectF(0, number * self._body.height(), self._body.width(), self._body.height())
        context.clip = page.adjusted(0, _OVERLAP, 0, -_OVERLAP)
        painter.setClipRect(page.adjusted(0, 0, 0, -_OVERLAP))
        self._document.documentLayout().draw(painter, context)
        painter.restore()
        self._paint_foot(painter, number)

    def print_on(
        self,
        device: QPagedPaintDevice,
        first: int = 0,
        last: int = -1,
        *,
        give_up: Callable[[], object] = lambda: None,
    ) -> bool:
        """Paint the pages from `first` to `last` on a device.

        False if it refuses; what it took already is then thrown away by `give_up`.
        """
        layout = device.pageLayout()
        # Printers that leave a strip free would shift the page by it.
        layout.setMode(QPageLayout.Mode.FullPageMode)
        layout.setMargins(QMarginsF(0, 0, 0, 0))
        device.setPageLayout(layout)
        painter = QPainter()
        if not painter.begin(device):
            return False
        scale = device.logicalDpiX() / DOTS_PER_INCH
        end = len(self) if last < 0 else min(last + 1, len(self))
        for number in range(first, end):
            if number > first and not device.newPage():
                give_up()
                painter.end()
                return False
            painter.save()
            painter.scale(scale, scale)
            self.paint(painter, number)
            painter.restore()
        return painter.end()

    # -- inside ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        with paused_layout(self._document):
            self._fit_images()
            frame = root_frame(self._document)
            fit_columns(frame, self._body.width(), self._theme)
            repeat_heads(frame)
        self._document.setPageSize(self._body.size())
        mend_breaks(self._document)
        part_paragraphs(self._document)

    def _fit_images(self) -> None:
        """Give figures the width of the page, as far as its height allows, and icons theirs."""
        width, height = self._body.width(), self._body.height() * _HIGHEST
        for _, fragment in list(fragments(self._document)):
            form = fragment.charFormat()
            if not form.isImageFormat():
                continue
            image = form.toImageFormat()
            if image.name().startswith("figure:") and image.width() > 0:
                scale = min(width / image.width(), height / max(image.height(), 1))
                image.setWidth(image.width() * scale)
                image.setHeight(image.height() * scale)
            else:
                image.setWidth(_ICON * self._theme.scale)
                image.setHeight(_ICON * self._theme.scale)
            start = fragment.position()
            span(self._document, start, start + 1).setCharFormat(image)

    def _foot_font(self) -> QFont:
        font = _font(_FOOT_POINTS)
        font.setPixelSize(round(_FOOT_POINTS * min(self._theme.scale, 1.3) * DOTS_PER_INCH / 72))
        return font

    def _foot_room(self, width: float) -> float:
        """Return how much of a width the words of the foot have, beside the number of the page."""
        number = QCoreApplication.translate("Paper", "Page {0} of {1}")
        longest = number.format(_LONGEST_COUNT, _LONGEST_COUNT)
        beside = QFontMetricsF(self._foot_font()).horizontalAdvance(longest)
        return width - beside - _BESIDE_FOOT

    def _foot_height(self, width: float) -> float:
        """Return how high the foot is, with the line above it and a dot to spare for each line."""
        metrics = QFontMetricsF(self._foot_font())
        room = QRectF(0, 0, self._foot_room(width) - 1, self._size.height())
        words = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self._text.foot)
        return _LINE_ABOVE_FOOT + words.height() * (1 + 1 / metrics.lineSpacing())

    def _paint_foot(self, painter: QPainter, number: int) -> None:
        painter.save()
        painter.setPen(Qt.GlobalColor.black)
        painter.setFont(self._foot_font())
        top = self._body.bottom() + _ABOVE_FOOT
        room = QRectF(_SIDE, top, self._body.width(), self._size.height() - top - _BELOW_FOOT)
        painter.drawLine(room.topLeft(), room.topRight())
        room.adjust(0, _LINE_ABOVE_FOOT, 0, 0)
        flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        painter.drawText(room, right, self.page_words(number))
        room.setWidth(self._foot_room(room.width()))
        painter.drawText(room, flags, self._text.foot)
        painter.restore()


def _font(points: float) -> QFont:
    font = QFont("Atkinson Hyperlegible")
    font.setPointSizeF(points)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # as wide on each device
    return font
