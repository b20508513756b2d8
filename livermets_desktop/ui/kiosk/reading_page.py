"""The page of an article for a finger: its sections beside the text, large buttons below."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from livermets_desktop.ui.article_panel import ArticlePanel
from livermets_desktop.ui.icons import Icons
from livermets_desktop.ui.kiosk.bars import BottomBar
from livermets_desktop.ui.kiosk.touch import TouchButton, flicks
from livermets_desktop.ui.outline_view import OutlineView
from livermets_desktop.ui.theme import Theme

_BESIDE = 304  # pixels at 100 % for the sections beside the text
_FADE = 38
_TWO_LINES = 56
_ROW_GROWTH = 1.5  # rows for fingers


class _Fade(QWidget):
    """Fade the last lines of the text while there is more below."""

    def __init__(self, panel: ArticlePanel) -> None:
        super().__init__(panel.view)
        self._view = panel.view
        self._theme: Theme | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        bar = panel.view.verticalScrollBar()
        bar.valueChanged.connect(self._follow)
        bar.rangeChanged.connect(self._follow)
        panel.view.installEventFilter(self)

    def set_look(self, theme: Theme) -> None:
        self._theme = theme
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the text."""
        if event.type() == QEvent.Type.Resize:
            self._follow()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of the page, from nothing to all."""
        if self._theme is None:
            return
        ground = self._theme.color("surface")
        fade = QLinearGradient(0, 0, 0, self.height())
        fade.setColorAt(1, ground)
        ground.setAlpha(0)
        fade.setColorAt(0, ground)
        QPainter(self).fillRect(self.rect(), fade)

    def _follow(self) -> None:
        bar = self._view.verticalScrollBar()
        self.setVisible(bar.value() < bar.maximum())
        height = self._theme.box(_FADE) if self._theme else _FADE
        port = self._view.viewport().geometry()
        self.setGeometry(port.left(), port.bottom() - height + 1, port.width(), height)


class ReadingPage(QWidget):
    """Show an article; `questions_requested` leads to the questions to ask."""

    questions_requested = Signal()

    def __init__(self, panel: ArticlePanel, *, prints: bool, speaks: bool, clinician: bool) -> None:
        """Offer printing, a voice and the level for clinicians only where there is one."""
        super().__init__()
        self._clinician = clinician
        self.setObjectName("readingPage")
        self.panel = panel
        self.bar = BottomBar()
        self.bar.print.setVisible(prints)
        self.bar.speech.setVisible(speaks)
        self._fade = _Fade(panel)
        self._wide = True
        self._contents_shown = False
        self._unit = 1.0
        self._beside = QWidget()
        self._beside.setObjectName("kioskBeside")
        self._beside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = QLabel(self.tr("On this page"))
        self._title.setObjectName("kioskGroup")
        self.outline = OutlineView("kioskOutline", self.tr("On this page"))
        self.questions = TouchButton(self.tr("Questions to ask"), "question")
        self._lay_out()
        panel.show_beside(beside=False)
        panel.view.leave_figures()
        panel.view.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._connect()

    def _connect(self) -> None:
        panel = self.panel
        flicks(panel.view)
        flicks(self.outline)
        self.outline.entry_chosen.connect(self._on_section)
        panel.view.section_reached.connect(self.outline.mark_entry)
        self.bar.on_requested.connect(lambda: self._turn(1))
        self.bar.up_requested.connect(lambda: self._turn(-1))
        self.bar.contents_requested.connect(self._on_contents)
        self.questions.clicked.connect(self.questions_requested)
        scroll = panel.view.verticalScrollBar()
        scroll.valueChanged.connect(self._show_ends)
        scroll.rangeChanged.connect(self._show_ends)

    def set_look(self, theme: Theme, chrome: Theme, icons: Icons) -> None:
        """Use these colours and sizes: `theme` for the text, `chrome` for all around it."""
        self._unit = chrome.scale
        self.bar.set_look(icons)
        self.questions.set_look(icons)
        self.outline.set_look(chrome._replace(scale=chrome.scale * _ROW_GROWTH))
        self._fade.set_look(theme)
        self._fit()

    def show_article(self, *, other_level: bool, clinician: bool, takes: bool) -> None:
        """List the sections of the article that the panel shows, and what can be done with it."""
        self.outline.show_entries(self.panel.outline.entries)
        self.outline.mark_entry(self.panel.section)
        self.bar.level.setVisible(other_level and self._clinician)
        self.bar.show_level(clinician=clinician)
        self.bar.take.setVisible(takes)
        self._contents_shown = False
        self._fit()
        self._show_ends()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the sections beside the text where there is room."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        side = QVBoxLayout(self._beside)
        side.setContentsMargins(40, 40, 40, 32)
        side.setSpacing(12)
        side.addWidget(self._title)
        side.addWidget(self.outline, 1)
        side.addWidget(self.questions)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._beside)
        middle.addWidget(self.panel, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(middle, 1)
        layout.addWidget(self.bar)

    def _fit(self) -> None:
        self._wide = self.width() >= self.height()
        self.bar.show_room(wide=self._wide)
        covered = self._contents_shown and not self._wide
        self._beside.setVisible(self._wide or covered)
        self.panel.setVisible(not covered)
        if self._wide:
            self._beside.setFixedWidth(round(_BESIDE * self._unit))
        else:
            self._beside.setMinimumWidth(0)
            self._beside.setMaximumWidth(self.width())

    def _on_contents(self) -> None:
        self._contents_shown = not self._contents_shown
        self._fit()

    def _on_section(self, name: str) -> None:
        self._contents_shown = False
        self._fit()
        self.panel.view.scroll_to_section(name)

    def _turn(self, step: int) -> None:
        """Go on or back by what is seen, less two lines."""
        bar = self.panel.view.verticalScrollBar()
        self.panel.view.verticalScrollBar().setValue(
            bar.value() + step * (self.panel.view.viewport().height() - _TWO_LINES)
        )

    def _show_ends(self) -> None:
        bar = self.panel.view.verticalScrollBar()
        self.bar.up.setEnabled(bar.value() > 0)
        self.bar.on.setEnabled(bar.value() < bar.maximum())
