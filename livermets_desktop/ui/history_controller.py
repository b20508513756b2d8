"""What happens between the list of pages read, the menu of recent ones and the page."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from livermets_desktop.errors import LiverMetsError
from livermets_desktop.ui.actions import menu_of
from livermets_desktop.ui.look_controller import LookController
from livermets_desktop.ui.main_window import MainWindow
from livermets_desktop.ui.reading_controller import ReadableLibrary, ReadingController
from livermets_desktop.ui.wording import clock_time, level_word

if TYPE_CHECKING:
    from livermets_desktop.model.history import Visit
    from livermets_desktop.ui.history_panel import HistoryPanel
    from livermets_desktop.ui.page_list_model import PageRow


class HistoryController(QObject):
    """Show where the reader has been, and go there again."""

    def __init__(
        self,
        window: MainWindow,
        library: ReadableLibrary,
        reading: ReadingController,
        look: LookController,
    ) -> None:
        super().__init__(window)
        self._window, self._library, self._reading, self._look = window, library, reading, look
        self._panel: HistoryPanel | None = None
        self._visits: list[Visit] = []
        self._menu = menu_of(window.menuBar(), "&Go").addMenu(self.tr("&Recent"))
        self._menu.aboutToShow.connect(self._fill_menu)
        window.actions_["history"].triggered.connect(self.show_panel)
        reading.page_opened.connect(self._show_visits)
        reading.forgotten.connect(self._on_forgotten)

    def show_panel(self) -> None:
        """Show the list, and go there."""
        if self._panel is None:
            self._panel = self._make_panel()
        self._show_visits()
        self._window.show_side(self._panel)

    def _make_panel(self) -> "HistoryPanel":
        # Loaded when it is asked for: the start does not wait for it.
        from livermets_desktop.ui.history_panel import HistoryPanel  # noqa: PLC0415

        panel = HistoryPanel()
        panel.page_chosen.connect(lambda row: self._reading.return_to(self._visits[row]))
        panel.close_requested.connect(self._window.close_side)
        panel.clear_requested.connect(self._reading.forget)
        self._look.add(panel.set_look)
        return panel

    def _show_visits(self) -> None:
        """List the pages that were read, the newest first."""
        if self._panel is None:
            return
        current = -1
        rows: list[PageRow] = []
        self._visits = []
        for number, visit in reversed(self._reading.visits.items()):
            if visit.location is None:
                continue
            here = number == self._reading.current_visit
            current = len(rows) if here else current
            rows.append(self._row(visit, here=here))
            self._visits.append(visit)
        self._panel.show_rows(rows)
        if current >= 0:
            self._panel.view.choose(current)

    def _row(self, visit: "Visit", *, here: bool) -> "PageRow":
        from livermets_desktop.ui.page_list_model import PageRow  # noqa: PLC0415 - as above

        clock = clock_time(visit.time)
        name = visit.location.article if visit.location else ""
        try:
            path = self._library.path(name)
        except LiverMetsError:  # the page could not be shown either
            return PageRow(name, clock)
        parts = [clock, *(topic.title for topic in path[-2:-1]), level_word(visit.level)]
        if here:
            parts.insert(1, self.tr("You are here"))
        return PageRow(path[-1].title, " · ".join(parts), here=here)

    def _fill_menu(self) -> None:
        self._menu.clear()
        for topic in self._reading.recent:
            action = self._menu.addAction(topic.title.replace("&", "&&"))
            action.triggered.connect(partial(self._reading.open_topic, topic.id))
        if not self._reading.recent:
            self._menu.addAction(self.tr("Nothing read yet")).setEnabled(False)

    def _on_forgotten(self) -> None:
        self._window.home.show_recent(self._reading.recent)
        self._show_visits()
        if self._panel is not None and self._panel.isAncestorOf(self._window.focusWidget()):
            self._panel.entry.setFocus(Qt.FocusReason.OtherFocusReason)
