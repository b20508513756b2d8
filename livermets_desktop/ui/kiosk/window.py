"""The window of a public screen: one page at a time, nothing leads out of it."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from livermets_desktop.pin import PinLock
from livermets_desktop.ui.icons import Icons
from livermets_desktop.ui.kiosk.attract import AttractPage
from livermets_desktop.ui.kiosk.bars import TopBar
from livermets_desktop.ui.kiosk.overlay import Look, Overlay, QuestionCard
from livermets_desktop.ui.kiosk.pin_pad import PinPad
from livermets_desktop.ui.kiosk.questions_page import QuestionsPage
from livermets_desktop.ui.kiosk.reading_page import ReadingPage
from livermets_desktop.ui.kiosk.search_page import SearchPage
from livermets_desktop.ui.kiosk.tiles import TilesPage, words_label
from livermets_desktop.ui.kiosk.warning import IdleWarning
from livermets_desktop.ui.theme import Theme

_LEAST, _MOST = 1.0, 1.5
_HEIGHT, _WIDTH, _UPRIGHT_WIDTH = 720, 1280, 830  # pixels for which the bars are drawn
_MOST_GROWTH = 1.5  # of tiles, when the text grows


def chrome_theme(theme: Theme, screen: QSize) -> Theme:
    """Return the colours of a theme at the size that bars and tiles have on a screen."""
    width, height = screen.width(), screen.height()
    fits = width / (_WIDTH if width >= height else _UPRIGHT_WIDTH)
    scale = min(min(width, height) / _HEIGHT, fits)
    return theme._replace(scale=min(max(scale, _LEAST), _MOST))


class Pages(NamedTuple):
    """Name the pages of the window."""

    attract: AttractPage
    tiles: TilesPage
    reading: ReadingPage
    search: SearchPage
    questions: QuestionsPage


class KioskWindow(QWidget):
    """Hold the pages; `resized` comes when all sizes are to be set anew."""

    resized = Signal()

    def __init__(self, pages: Pages, title: str, notes: tuple[str, str], lock: PinLock) -> None:
        super().__init__()
        self.setObjectName("kiosk")
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.pages = pages
        self.top = TopBar(title)
        self.top.hold(pages.search.field_box)
        self.may_close = False
        self._grown: tuple[Theme, Icons] | None = None
        self._own_style = ""
        self._stack = QStackedWidget()
        for page in pages:
            self._stack.addWidget(page)
        self._foot = self._make_foot(notes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # the screen says it
        layout.addWidget(self.top)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._foot)
        self.card = QuestionCard(self)
        self.pin_pad = PinPad(self, lock)
        self.warning = IdleWarning(self)

    @property
    def page(self) -> QWidget | None:
        """Return the page that is shown."""
        return self._stack.currentWidget()

    @property
    def overlays(self) -> tuple[Overlay, ...]:
        """Return what may lie over the pages."""
        return self.card, self.pin_pad, self.warning

    def show_page(self, page: QWidget, *, home: bool = False) -> None:
        """Show a page with the bars that belong to it."""
        self._dress(page)
        self._stack.setCurrentWidget(page)
        self.top.setVisible(page is not self.pages.attract)
        self._foot.setVisible(page is self.pages.tiles)
        if home:
            self.top.show_home(room=self.width() >= self.height())
        else:
            self.top.show_page(searching=page is self.pages.search)

    def set_look(self, theme: Theme, icons: Icons, *, ratio: float, growth: float) -> None:
        """Use these colours; the text has a size of its own, with which tiles grow a little."""
        chrome = chrome_theme(theme, self.size())
        drawn = Icons(theme.styles.parent / "icons", chrome, ratio)
        grown = chrome._replace(scale=chrome.scale * min(max(growth, 1.0), _MOST_GROWTH))
        pages = self.pages
        for part in (self.top, pages.attract):
            part.set_look(drawn)
        self._grown = grown, Icons(theme.styles.parent / "icons", grown, ratio)
        self._own_style = grown.kiosk_style() if grown != chrome else ""
        self._dress(self.page)
        pages.search.set_look(chrome, drawn)
        pages.reading.set_look(theme, chrome, drawn)
        pages.reading.panel.set_look(theme, icons)
        for overlay in self.overlays:
            overlay.set_looks(Look(chrome, drawn), Look(*self._grown, self._own_style))

    def _dress(self, page: QWidget | None) -> None:
        """Give pages the size they have with the text, when they are seen."""
        if self._grown is not None and isinstance(page, TilesPage | QuestionsPage | SearchPage):
            page.grow(self._own_style, *self._grown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit everything to the screen."""
        super().resizeEvent(event)
        for overlay in self.overlays:
            overlay.setGeometry(self.rect())
        self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Fill the screen again, whatever made the window smaller."""
        full = Qt.WindowState.WindowFullScreen
        if event.type() == QEvent.Type.WindowStateChange and self.windowState() != full:
            self.setWindowState(full)
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay, unless staff have left by their PIN."""
        if self.may_close:
            event.accept()
        else:
            event.ignore()

    def _make_foot(self, notes: tuple[str, str]) -> QWidget:
        foot = QWidget()
        foot.setObjectName("kioskFoot")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(foot)
        row.setContentsMargins(48, 16, 48, 16)
        row.addWidget(words_label("kioskNote", notes[0]), 1)
        right = words_label("kioskNote", notes[1])
        right.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(right, 2)
        return foot
