"""The window: arranges the panels and joins their signals."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from livermets_desktop.model.article import LibraryInfo
from livermets_desktop.settings import Settings
from livermets_desktop.ui.actions import Actions, fill_menu_bar
from livermets_desktop.ui.article_panel import OUTLINE_ROOM, ArticlePanel
from livermets_desktop.ui.home_panel import HomePanel
from livermets_desktop.ui.icons import Icons
from livermets_desktop.ui.navigation_panel import NavigationPanel
from livermets_desktop.ui.notice_bar import NoticeBar
from livermets_desktop.ui.status_view import StatusView
from livermets_desktop.ui.theme import Theme
from livermets_desktop.ui.tool_bar import ToolBar

if TYPE_CHECKING:
    from livermets_desktop.ui.side_panel import SidePanel

# Widths at 100 % text below which the window closes up.
_TREE_ROOM = 800
_WORDS_ROOM = 400


class MainWindow(QMainWindow):
    """Hold tree, search, page and bars; `geometry_kept` carries sizes to remember."""

    geometry_kept = Signal(dict)
    first_painted = Signal()

    def __init__(
        self,
        info: LibraryInfo,
        actions: Actions,
        navigation: NavigationPanel,
        home: HomePanel,
        article: ArticlePanel,
    ) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle(self.tr("LiverMets Desktop"))
        self.actions_ = actions
        self.navigation = navigation
        self.home = home
        self.article = article
        self.tool_bar = ToolBar(actions)
        self.notice = NoticeBar()
        self._status = StatusView(info)
        self._scale, self._compact, self._painted = 1.0, False, False
        self._topics_width, self._results_width = 288, 440
        self._pages = QStackedWidget()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        fill_menu_bar(self.menuBar(), actions)
        self.addActions(list(actions))
        self.statusBar().addWidget(self._status)
        self.statusBar().setSizeGripEnabled(False)
        navigation.results_toggled.connect(self._on_results_toggled)
        navigation.close_requested.connect(self.show_page)
        self.tool_bar.topics_requested.connect(navigation.close_side)
        self.tool_bar.topics_requested.connect(self.show_navigation)
        button = self.tool_bar.outline_button
        button.clicked.connect(lambda: article.outline.show_menu(button))
        actions["topics"].toggled.connect(self._fit)
        actions["outline"].toggled.connect(self._fit)
        article.room_changed.connect(self._fit)

    # -- what is shown -----------------------------------------------------------------------

    def set_look(self, theme: Theme, icons: Icons) -> None:
        """Use these colours and sizes from now on."""
        self._scale = theme.scale
        with self.article.shown_anew():
            for part in (self.tool_bar, self.navigation, self.home, self.article):
                part.set_look(theme, icons)
            self._fit()

    def restore(self, settings: Settings) -> None:
        """Take the sizes of the last time."""
        self._topics_width, self._results_width = settings.topics_width, settings.results_width
        self.actions_["topics"].setChecked(settings.topics_shown)
        self.actions_["outline"].setChecked(settings.outline_shown)
        screen = self.screen().availableSize()
        self.resize(
            min(settings.window[0], screen.width()), min(settings.window[1], screen.height())
        )
        if settings.maximised:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def show_home(self) -> None:
        """Show the start page."""
        self._pages.setCurrentWidget(self.home)
        self._fit()

    def show_article(self) -> None:
        """Show the page of an article."""
        self._pages.setCurrentWidget(self.article)
        self._fit()

    def show_page(self) -> None:
        """Show the page where tree or results cover it, and go there."""
        if self._compact:
            self.navigation.hide()
            self._right.show()
        self.current_page.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_navigation(self) -> None:
        """Show tree or results, over the page where there is little room."""
        if self._compact:
            self._right.hide()
        self.navigation.show()
        if not self.navigation.shows_results:
            self.navigation.listing.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_side(self, panel: "SidePanel") -> None:
        """Show a panel in the place of the tree, and go there."""
        self.actions_["topics"].setChecked(True)
        self.navigation.show_side(panel)
        self.show_navigation()
        panel.start()

    def close_side(self) -> None:
        """Show the tree again, and go back to the page."""
        self.navigation.close_side()
        self.show_page()

    @property
    def current_page(self) -> QWidget:
        """Return what the keyboard reads: the start page or the text of the article."""
        if self._pages.currentWidget() is self.home:
            return self.home
        return self.article.view

    def step_pane(self, step: int) -> None:
        """Move the keyboard to the next (+1) or previous (-1) pane."""
        navigation = self.navigation
        panes = [navigation.field, navigation.listing, self.current_page, self.article.outline]
        panes = [pane for pane in panes if pane.isVisible()]
        # The outline lies inside the article, so the innermost pane counts: the last one.
        here = max((n for n, pane in enumerate(panes) if self._holds_focus(pane)), default=-1)
        start = here if here >= 0 or step > 0 else 0
        panes[(start + step) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)

    # -- building ----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._pages.addWidget(self.home)
        self._pages.addWidget(self.article)
        self._right = QWidget()
        self._right.setObjectName("reading")
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.tool_bar, self.notice, self._pages):
            column.addWidget(part)
        column.setStretchFactor(self._pages, 1)
        self._splitter.addWidget(self.navigation)
        self._splitter.addWidget(self._right)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.splitterMoved.connect(self._on_splitter_moved)
        self.setCentralWidget(self._splitter)
        self.setMinimumSize(480, 360)

    # -- fitting to the room -----------------------------------------------------------------

    def _fit(self) -> None:
        """Close up or open out with the width of the window and the size of the text."""
        width = self.width() / self._scale
        compact = width < _TREE_ROOM
        narrow = width < self.article.room_for_outline or self.navigation.shows_results
        shown = self.actions_["topics"].isChecked()
        if compact != self._compact or not compact:
            self._compact = compact
            self._right.setVisible(True)
            self.navigation.setVisible(shown and not compact)
        self.navigation.show_compact(compact=compact)
        on_article = self._pages.currentWidget() is self.article
        beside = self.actions_["outline"].isChecked() and not narrow
        self.article.show_beside(beside=beside)
        close, tiny = width < OUTLINE_ROOM, width < _WORDS_ROOM
        self.tool_bar.show_room(compact=compact, close=close, tiny=tiny, outline=on_article)
        self._status.show_room(compact=compact, tiny=tiny)
        if not compact and shown:
            self._size_navigation()

    def _size_navigation(self) -> None:
        wanted = self._results_width if self.navigation.shows_results else self._topics_width
        left = min(round(wanted * self._scale), self.width() // 2)
        self._splitter.setSizes([left, self.width() - left])

    def _holds_focus(self, pane: QWidget) -> bool:
        return pane.hasFocus() or pane.isAncestorOf(self.focusWidget())

    # -- events ------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit to the new size."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell when the window has been painted for the first time, with everything in it."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.first_painted.emit)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the action of the full screen true when the system changes the state."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.actions_["full_screen"].setChecked(self.isFullScreen())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the sizes be remembered."""
        kept: dict[str, Any] = {
            "maximised": self.isMaximized(),
            "topics_width": self._topics_width,
            "results_width": self._results_width,
            "topics_shown": self.actions_["topics"].isChecked(),
            "outline_shown": self.actions_["outline"].isChecked(),
        }
        if not (self.isMaximized() or self.isFullScreen()):
            kept["window"] = (self.width(), self.height())
        self.geometry_kept.emit(kept)
        super().closeEvent(event)

    def _on_results_toggled(self) -> None:
        self._fit()
        if self._compact:
            self.show_navigation()

    def _on_splitter_moved(self, position: int) -> None:
        width = max(120, round(position / self._scale))
        if self.navigation.shows_results:
            self._results_width = width
        else:
            self._topics_width = width
