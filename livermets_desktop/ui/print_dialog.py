"""What goes on paper: which text, how large, and how its pages look."""

from collections.abc import Callable

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

_PREVIEW = 480  # width of a page in the preview at 100 % text
_REST = 80  # milliseconds after the last change of size
_BELOW_FROM = 1.5  # of the usual text size: then the pages stand below the choices
_LEAST = 160
_EDGES = QSize(2, 2)  # of a page, as in the style sheet
_DESK = 16  # around a page
_MOST_PAGES = 60  # that the preview paints


class PrintDialog(QDialog):
    """Show the pages as they will be.

    `print_requested` and `save_requested` carry what is chosen: a part by its id, and whether it is
    large.
    """

    print_requested = Signal(object)
    save_requested = Signal(object)

    def __init__(
        self,
        parts: dict[str, str],
        make: Callable[[str, bool], Paper],
        look: LookController,
        parent: QWidget,
    ) -> None:
        """Offer parts of the page by id and words; `make` lays one of them out, large or not."""
        super().__init__(parent)
        self.setObjectName("printDialog")
        self.setWindowTitle(self.tr("Print"))
        self._make, self._look = make, look
        self._part = next(iter(parts))
        self._told = QLabel()
        self._pages = QVBoxLayout()
        self._count = QLabel()
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._large = TickBox(self.tr("Large print (18 point)"))
        self._large.set_tick(look.icons.pixmap("check", "on_accent", 14))
        self._large.toggled.connect(self._make_pages)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._show_pages)
        self._lay_out(parts)
        self._make_pages()

    def tell(self, sentence: str) -> None:
        """Say why something did not work."""
        self._told.setText(sentence)
        self._told.show()
        announce(self._told, sentence)

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
        self._told.setObjectName("told")
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._told.hide()
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
        for name, words in parts.items():
            button = QRadioButton(words)
            button.setChecked(name == self._part)
            button.clicked.connect(lambda _=False, name=name: self._choose(name))
            group.addButton(button)
            side.addWidget(button)
        side.addSpacing(8)
        side.addWidget(self._large)
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

    def _button(self, words: str, kind: str, wish: SignalInstance) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("kind", kind)
        button.setAutoDefault(kind == "primary")
        button.setDefault(kind == "primary")
        button.clicked.connect(lambda: wish.emit((self._part, self._large.isChecked())))
        return button

    def _choose(self, part: str) -> None:
        self._part = part
        self._make_pages()

    def _make_pages(self) -> None:
        self._paper = self._make(self._part, self._large.isChecked())
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
