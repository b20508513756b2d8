"""What goes on paper: which text, how large, and how its pages look."""

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QImage, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from livermets_desktop.ui.announce import announce
from livermets_desktop.ui.close_button import close_button
from livermets_desktop.ui.focus_ring import FocusRing
from livermets_desktop.ui.look_controller import LookController
from livermets_desktop.ui.paper import Paper
from livermets_desktop.ui.tick_box import TickBox
from livermets_desktop.ui.told_line import ToldLine

_PREVIEW = 480  # width of a page in the preview at 100 % text
_REST = 80  # milliseconds after the last change of size
_BELOW_FROM = 1.5  # of the usual text size: then the pages stand below the choices
_LEAST = 160
_EDGES = QSize(2, 2)  # of a page, as in the style sheet
_DESK = 16  # around a page
_MOST_PAGES = 60  # that the preview paints


class Wish(NamedTuple):
    """Say what the reader wants on paper: a part by its id, and how it looks."""

    part: str
    large: bool = False
    grey: bool = False


class PrintDialog(QDialog):
    """Show the pages as they will be; what is wanted of them is the `wish`."""

    print_requested = Signal()
    save_requested = Signal()

    def __init__(
        self,
        parts: dict[str, str],
        make: Callable[[Wish], Paper],
        look: LookController,
        parent: QWidget,
    ) -> None:
        """Offer parts of the page by id and words; `make` lays out what is wished."""
        super().__init__(parent)
        self.setObjectName("printDialog")
        self.setWindowTitle(self.tr("Print"))
        self.lay_out, self._look = make, look
        self._wish = Wish(next(iter(parts)))
        self._told = ToldLine()
        self._pages = QVBoxLayout()
        self._count = QLabel()
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._large = TickBox(self.tr("Large print (18 point)"))
        self._large.toggled.connect(lambda on: self._choose(large=on))
        self._grey = TickBox(self.tr("Black and white"))
        self._grey.toggled.connect(lambda on: self._choose(grey=on))
        for box in (self._large, self._grey):
            box.set_tick(look.icons.pixmap("check", "on_accent", 14))
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._show_pages)
        self._lay_out(parts)
        self._make_pages()

    @property
    def wish(self) -> Wish:
        """Return what is chosen."""
        return self._wish

    @property
    def paper(self) -> Paper:
        """Return the pages that are shown."""
        return self._paper

    def tell(self, sentence: str) -> None:
        """Say why something did not work; "" takes back what was said."""
        self._told.tell(sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width, when it is settled."""
        super().resizeEvent(event)
        self._rest.start()

    def _lay_out(self, parts: dict[str, str]) -> None:
        beside = self._look.theme.scale < _BELOW_FROM
        direction = QBoxLayout.Direction
        row = QBoxLayout(direction.LeftToRight if beside else direction.TopToBottom)
        row.setSpacing(24 if beside else 8)
        row.addLayout(self._choices(parts))
        row.addWidget(self._preview(), 1)
        below = QHBoxLayout()
        below.addWidget(self._button(self.tr("Print…"), "primary", self.print_requested))
        below.addWidget(self._button(self.tr("Save as PDF…"), "outlined", self.save_requested))
        below.addStretch()
        below.addWidget(close_button(self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 12)
        layout.setSpacing(12)
        layout.addLayout(row, 1)
        layout.addWidget(self._told)
        layout.addLayout(below)
        theme, screen = self._look.theme, self.screen().availableSize()
        self.resize(QSize(theme.gap(900), theme.gap(720)).boundedTo(screen * 0.9))

    def _choices(self, parts: dict[str, str]) -> QVBoxLayout:
        side = QVBoxLayout()
        side.setSpacing(6)
        group = QButtonGroup(self)
        for name, words in parts.items() if len(parts) > 1 else ():
            button = QRadioButton(words)
            button.setChecked(name == self._wish.part)
            button.clicked.connect(lambda _=False, name=name: self._choose(part=name))
            group.addButton(button)
            side.addWidget(button)
        side.addSpacing(8)
        side.addWidget(self._large)
        side.addWidget(self._grey)
        side.addSpacing(8)
        side.addWidget(self._count)
        if self._look.theme.scale < _BELOW_FROM:
            side.addStretch()
        return side

    def _preview(self) -> QScrollArea:
        content = QWidget()
        content.setObjectName("paperDesk")
        content.setLayout(self._pages)
        self._pages.setSpacing(_DESK)
        self._pages.setContentsMargins(_DESK, _DESK, _DESK, _DESK)
        self._area = area = QScrollArea()
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        area.setObjectName("preview")
        area.setAccessibleName(self.tr("Pages as they will be printed"))
        area.setWidgetResizable(True)
        area.setWidget(content)
        FocusRing(area)
        return area

    def _button(self, words: str, kind: str, wanted: SignalInstance) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("kind", kind)
        button.setAutoDefault(kind == "primary")
        button.setDefault(kind == "primary")
        button.clicked.connect(wanted)
        return button

    def _choose(self, **changes: Any) -> None:
        self._wish = self._wish._replace(**changes)
        self._make_pages()
        announce(self._count, self._count.text())

    def _make_pages(self) -> None:
        self._paper = self.lay_out(self._wish)
        self._show_pages()

    def _show_pages(self) -> None:
        """Paint the pages as wide as there is room."""
        self._rest.stop()
        while item := self._pages.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for number in range(min(len(self._paper), _MOST_PAGES)):
            page = QLabel()
            page.setObjectName("paperPage")
            picture = self._picture(number)
            page.setPixmap(picture)
            page.setFixedSize(picture.deviceIndependentSize().toSize() + _EDGES)
            page.setAccessibleName(self._paper.page_words(number))
            self._pages.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
        if len(self._paper) > _MOST_PAGES:
            words = QLabel(self.tr("The preview shows the first {0} pages.").format(_MOST_PAGES))
            self._pages.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        self._pages.addStretch()
        self._count.setText(self.tr("%Ln page(s)", "", len(self._paper)))

    def _picture(self, number: int) -> QPixmap:
        ratio = self.devicePixelRatioF()
        room = self._area.viewport().width() - 2 * _DESK - _EDGES.width()
        scale = max(min(self._look.theme.gap(_PREVIEW), room), _LEAST) / self._paper.size.width()
        image = QImage(self._paper.size.toSize() * scale * ratio, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(scale * ratio, scale * ratio)
        self._paper.paint(painter, number)
        painter.end()
        image.setDevicePixelRatio(ratio)
        return QPixmap.fromImage(image)
