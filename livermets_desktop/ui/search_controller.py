"""What happens between the search field, the index and the page."""

import logging
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from livermets_desktop.errors import LiverMetsError
from livermets_desktop.model.hit import Hit, Name, Results
from livermets_desktop.model.level import Level
from livermets_desktop.model.query import Filters
from livermets_desktop.recent import RecentFile
from livermets_desktop.ui.navigation_panel import NavigationPanel
from livermets_desktop.ui.reading_controller import ReadingController
from livermets_desktop.ui.tasks import Tasks
from livermets_desktop.ui.wording import told

if TYPE_CHECKING:
    from livermets_desktop.model.history import Visit

_log = logging.getLogger(__name__)
_REST = 120  # milliseconds without a letter before what nobody sees yet is quoted
_NO_FILTERS = Filters()
_WARM_UP = "livr canc"  # a slip and a beginning: all that the first letters need is made


class SearchableIndex(Protocol):
    """Answer queries; lives on the worker thread."""

    def search(
        self,
        text: str,
        *,
        filters: Filters = _NO_FILTERS,
        prefer: Level | None = None,
        limit: int = 50,
        typing: bool = False,
        quoted: int | None = None,
    ) -> Results:
        """Answer one query; only the first `quoted` hits carry snippets."""
        ...

    def quote(self, hits: Sequence[Hit], words: Collection[str]) -> tuple[Hit, ...]:
        """Return hits with their snippets."""
        ...

    def forget(self) -> None:
        """Forget the last queries."""
        ...

    def close(self) -> None:
        """Let its files go."""
        ...


class SearchController(QObject):
    """Ask on the worker, show the newest answer, open hits.

    `opened` carries the words to mark and the section they are looked for in, `noticed` a sentence
    about the index.
    """

    opened = Signal(tuple, str)
    closed = Signal()
    noticed = Signal(object)

    def __init__(
        self,
        open_index: Callable[[Callable[[str], object]], SearchableIndex],
        panel: NavigationPanel,
        reading: ReadingController,
        tasks: Tasks,
        queries: RecentFile,
    ) -> None:
        super().__init__(panel)
        self._queries = queries
        self._open_index = open_index
        self._index: SearchableIndex | None = None
        self._panel = panel
        self._reading = reading
        self._tasks = tasks
        self._results = Results("")
        self._filters = _NO_FILTERS
        self._before: Visit | None = None
        self._answered = ""  # what stood in the field when the results were asked for
        self._entered = False
        self._quoting = 0
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._on_rest)
        panel.query_changed.connect(self._on_query_changed)
        panel.query_entered.connect(self._on_query_entered)
        panel.search_left.connect(self.leave)
        panel.hit_chosen.connect(self.open_hit)
        panel.filters_chosen.connect(self._on_filters_chosen)
        panel.offer_queries(lambda: queries.entries)
        tasks.finished.connect(self._on_finished)
        tasks.failed.connect(self._on_failed)

    def prepare(self) -> None:
        """Open the index on the worker before the first query, when the window is at rest."""
        QTimer.singleShot(0, self, self._warm_up)

    def open_hit(self, hit: Hit | Name) -> None:
        """Open the place of a section or a name, and mark the words in it."""
        self._queries.add(self._panel.query)
        if self._reading.open(hit.location, hit.level):
            self.opened.emit(self._results.words, hit.section)

    def leave(self) -> None:
        """Leave the search: back to where the reader was before it."""
        before, self._before = self._before, None
        self._panel.field.clear()
        if before is not None:
            self._reading.return_to(before)
        self.closed.emit()

    def forget(self) -> None:
        """Forget the query, the results, and what else the search knows of the reader."""
        self._rest.stop()
        self._before = None
        self._panel.field.clear()  # the topics come back, the filters go
        self._results, self._answered = Results(""), ""
        self._queries.clear()
        if self._index is not None:
            self._tasks.run(self._forget_queries)

    # -- on the worker, which alone touches the index ----------------------------------------

    def _opened(self) -> SearchableIndex:
        if self._index is None:
            self._index = self._open_index(self.noticed.emit)
        return self._index

    def _forget_queries(self) -> Results:
        self._opened().forget()
        return Results("")

    def _ask(self, words: str, filters: Filters, level: Level, seen: int) -> Results:
        """Answer a query; no hits but a total: they are all filtered out."""
        index = self._opened()
        results = index.search(words, filters=filters, prefer=level, typing=True, quoted=0)
        if filters != _NO_FILTERS and not results.hits:
            results = results._replace(total=index.search(words, typing=True, limit=0).total)
        if filters != _NO_FILTERS or results.conditions:
            results = results._replace(names=())  # they are whole topics and terms
        return self._quote(results, seen)

    def _quote(self, results: Results, count: int | None = None) -> Results:
        """Add the snippets that stand first in the list, or all."""
        # Loaded with the first search.
        from livermets_desktop.ui.result_model import by_topic  # noqa: PLC0415

        shown = [hit for hits in by_topic(results.hits) for hit in hits][:count]
        quoted = self._opened().quote(shown, results.words)
        found = dict(zip(shown, quoted, strict=True))
        return results._replace(hits=tuple(found.get(hit, hit) for hit in results.hits))

    # -- from the panel ----------------------------------------------------------------------

    def _warm_up(self) -> None:
        if self._tasks.newest == 0:
            self._tasks.run(lambda: self._ask(_WARM_UP, _NO_FILTERS, Level.PLAIN, 0))

    def _on_query_changed(self, words: str) -> None:
        self._entered = False
        self._rest.stop()
        if not words.strip():
            self._tasks.forget()
            self._before = None
            self._filters = _NO_FILTERS
            self._panel.show_topics()
            return
        if self._before is None:
            self._before = self._reading.place
        filters, level, seen = self._filters, self._reading.level, self._panel.result_view.room
        self._tasks.run(lambda: self._ask(words, filters, level, seen))
        self._panel.start_search()

    def _on_filters_chosen(self, filters: Filters) -> None:
        self._filters = filters
        self._on_query_changed(self._panel.query)

    def _on_query_entered(self) -> None:
        """Open the chosen or the exact match; else go to the results."""
        if self._answered != self._panel.query:
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

    def _on_rest(self) -> None:
        results = self._results
        self._quoting = self._tasks.run(lambda: self._quote(results))

    # -- from the worker ---------------------------------------------------------------------

    def _on_finished(self, number: int, results: Results) -> None:
        if not self._panel.query.strip():
            return
        self._results = results
        if number == self._quoting:
            self._panel.results.show_snippets(results)
            return
        self._answered = self._panel.query
        level = self._filters.level or self._reading.level
        self._panel.show_results(results, self._filters, level)
        if self._entered:
            self._on_query_entered()
        if any(not hit.snippet.text for hit in results.hits):
            self._rest.start()

    def _on_failed(self, _number: int, error: Exception) -> None:
        _log.error("Search failed: %s", type(error).__name__)
        sentence = (
            told(error)
            if isinstance(error, LiverMetsError)
            else self.tr("The search failed: choose from the topics, they stay readable.")
        )
        self._panel.show_failure(sentence)
