"""What happens between the search field, the index and the page."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from livermets_desktop.errors import LiverMetsError
from livermets_desktop.model.hit import Hit, Results
from livermets_desktop.model.level import Level
from livermets_desktop.ui.navigation_panel import NavigationPanel
from livermets_desktop.ui.reading_controller import ReadingController
from livermets_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from livermets_desktop.model.history import Visit

_log = logging.getLogger(__name__)


class SearchableIndex(Protocol):
    """Answer queries; lives on the worker thread."""

    def search(
        self, text: str, *, prefer: Level | None = None, limit: int = 50, typing: bool = False
    ) -> Results:
        """Answer one query."""
        ...


class SearchController(QObject):
    """Ask on the worker, show the newest answer, open hits.

    `opened` carries the words to mark and the section they are looked for in, `noticed` a sentence
    about the index.
    """

    opened = Signal(tuple, str)
    closed = Signal()
    noticed = Signal(str)

    def __init__(
        self,
        open_index: Callable[[Callable[[str], object]], SearchableIndex],
        panel: NavigationPanel,
        reading: ReadingController,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_index = open_index
        self._index: SearchableIndex | None = None
        self._panel = panel
        self._reading = reading
        self._tasks = tasks
        self._results = Results("")
        self._before: Visit | None = None
        self._entered = False
        panel.query_changed.connect(self._on_query_changed)
        panel.query_entered.connect(self._on_query_entered)
        panel.search_left.connect(self.leave)
        panel.hit_chosen.connect(self.open_hit)
        tasks.finished.connect(self._on_finished)
        tasks.failed.connect(self._on_failed)

    def prepare(self) -> None:
        """Open the index on the worker before the first query, when the window is at rest."""
        QTimer.singleShot(0, self, self._warm_up)

    def open_hit(self, hit: Hit) -> None:
        """Open the section of a hit and mark the words in it."""
        if self._reading.open(hit.location, hit.level):
            self.opened.emit(self._results.words, hit.section)

    def leave(self) -> None:
        """Leave the search: back to where the reader was before it."""
        before, self._before = self._before, None
        self._panel.field.clear()
        if before is not None:
            self._reading.return_to(before)
        self.closed.emit()

    def _warm_up(self) -> None:
        if self._tasks.newest == 0:
            self._tasks.run(lambda: self._ask("", Level.PLAIN))

    def _ask(self, words: str, level: Level) -> Results:
        """Answer a query; runs on the worker, which alone touches the index."""
        if self._index is None:
            self._index = self._open_index(self.noticed.emit)
        return self._index.search(words, prefer=level, typing=True)

    def _on_query_changed(self, words: str) -> None:
        self._entered = False
        if not words.strip():
            self._tasks.forget()
            self._before = None
            self._panel.show_topics()
            return
        if self._before is None:
            self._before = self._reading.place
        self._panel.results.start_search()
        level = self._reading.level
        self._tasks.run(lambda: self._ask(words, level))

    def _on_query_entered(self) -> None:
        """Open the chosen or the exact match; else go to the results."""
        if self._results.query != self._panel.query:
            self._entered = True
            return
        self._entered = False
        hit = self._panel.result_view.current_hit()
        if hit is None and self._results.exact:
            hit = self._results.hits[0]
        if hit is not None:
            self.open_hit(hit)
        else:
            self._panel.focus_results()

    def _on_finished(self, _number: int, results: Results) -> None:
        if results.query != self._panel.query or not results.query.strip():
            return
        self._results = results
        self._panel.show_results(results)
        if self._entered:
            self._on_query_entered()

    def _on_failed(self, _number: int, error: Exception) -> None:
        _log.error("Search failed: %s", type(error).__name__)
        sentence = (
            str(error)
            if isinstance(error, LiverMetsError)
            else self.tr("The search failed: choose from the topics, they stay readable.")
        )
        self._panel.show_failure(sentence)
