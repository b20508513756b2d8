"""The left side of the window: search field, and below it the topics or the results."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from livermets_desktop.model.hit import Results
from livermets_desktop.model.level import Level
from livermets_desktop.model.query import Filters
from livermets_desktop.model.topic import Topic
from livermets_desktop.ui.direction import begins_right
from livermets_desktop.ui.icons import Icons
from livermets_desktop.ui.theme import Theme
from livermets_desktop.ui.topic_model import TopicModel
from livermets_desktop.ui.topic_view import TopicView

if TYPE_CHECKING:
    from livermets_desktop.ui.result_view import ResultView
    from livermets_desktop.ui.results_panel import ResultsPanel
    from livermets_desktop.ui.side_panel import SidePanel

_LONGEST_QUERY = 256


class NavigationPanel(QWidget):
    """Let the reader type a query, choose a topic or open a result."""

    query_changed = Signal(str)
    query_entered = Signal()
    search_left = Signal()
    close_requested = Signal()
    hit_chosen = Signal(object)
    filters_chosen = Signal(object)
    glossary_requested = Signal()
    results_toggled = Signal(bool)

    def __init__(self, topics: TopicModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._topic_model = topics
        self.topic_view = TopicView()
        self.topic_view.setModel(topics)
        self._results: ResultsPanel | None = None
        self._side: SidePanel | None = None
        self._has_glossary = False
        self._queries: Callable[[], Sequence[str]] = tuple
        self._look: tuple[Theme, Icons] | None = None
        self._make_field()
        self._lay_out()

    def set_look(self, theme: Theme, icons: Icons) -> None:
        """Use these colours and sizes from now on."""
        self._look = theme, icons
        self.topic_view.set_look(theme, icons)
        if self._results is not None:
            self._results.set_look(theme, icons)
        self._lens.setPixmap(icons.pixmap("search", "ink2", 18))
        self._clear.setIcon(icons.icon("close", "ink2", 18))
        self._clear.setIconSize(icons.size(18))
        # Room for what stands inside the field, beside its text.
        before, after = theme.box(18) + 12, theme.box(32) + 4
        if begins_right(self):
            before, after = after, before
        self.field.setTextMargins(before, 0, after, 0)
        self._close.setIcon(icons.icon("close"))
        self._close.setIconSize(icons.size())

    def offer_glossary(self) -> None:
        """Offer the glossary when nothing is found."""
        self._has_glossary = True

    def offer_queries(self, queries: Callable[[], Sequence[str]]) -> None:
        """Offer these queries by Down in the empty field."""
        self._queries = queries

    def show_compact(self, *, compact: bool) -> None:
        """Offer a way back to the page when this panel covers it."""
        self._close.setVisible(compact)
        self._hint.setVisible(not compact and not self.field.text())

    def show_place(self, path: tuple[Topic, ...]) -> None:
        """Choose the topic in the tree where the reader is."""
        self.topic_view.show_topic(self._topic_model.find(tuple(topic.id for topic in path)))

    def show_side(self, panel: "SidePanel") -> None:
        """Show a panel in the place of the tree until it is closed; the search is left."""
        if self._pages.indexOf(panel) < 0:
            self._pages.addWidget(panel)
        self._side = panel
        self.field.clear()
        self._show_page(panel)

    def close_side(self) -> None:
        """Show the tree again in the place of a panel."""
        self._side = None
        if not self.shows_results:
            self._show_page(self._topics)

    def open_group(self, group: str) -> None:
        """Open one group in the tree and go there."""
        self.close_side()
        self.field.clear()
        index = self._topic_model.find((group,))
        if index.isValid():
            self.topic_view.setExpanded(index, True)
            self.topic_view.setCurrentIndex(index)
            self.topic_view.scrollTo(index, TopicView.ScrollHint.PositionAtTop)
            self.topic_view.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def query(self) -> str:
        """Return what stands in the search field."""
        return self.field.text()

    @property
    def listing(self) -> QWidget:
        """Return what takes the keyboard below the field: results, a panel's list or the tree."""
        if self.shows_results:
            return self.result_view
        return self.topic_view if self._side is None else self._side.entry

    @property
    def shows_results(self) -> bool:
        """Tell whether results stand in the place of the tree."""
        return self._results is not None and self._pages.currentWidget() is self._results

    @property
    def results(self) -> "ResultsPanel":
        """Return the panel of results, which is made for the first search."""
        if self._results is None:
            self._results = self._make_results()
        return self._results

    @property
    def result_view(self) -> "ResultView":
        """Return the list of results."""
        return self.results.view

    def focus_search(self) -> None:
        """Go to the search field and select what stands in it."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def focus_results(self) -> bool:
        """Go to the results, to the one that was chosen last; False when there are none."""
        if not self.shows_results:
            return False
        if self.result_view.current_hit() is None and not self.result_view.choose_first():
            return False
        self.result_view.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def start_search(self) -> None:
        """Make room for results at once: they come while the window is laid out for them."""
        self.results.start_search()
        self._show_page(self.results)

    def show_results(self, results: Results, filters: Filters, level: Level) -> None:
        """Show the answer to the query that stands in the field."""
        self.results.show_results(results, filters, level)
        self._show_page(self.results)

    def show_failure(self, sentence: str) -> None:
        """Say why there are no results."""
        self.results.show_failure(sentence)
        self._show_page(self.results)

    def show_topics(self) -> None:
        """Show the tree again, or the panel that stands in its place."""
        if self._results is not None:
            self._results.clear()
        self._show_page(self._side or self._topics)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give Down, Up and Esc their meaning in the field and the results."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.search_left.emit()
                return True
            if watched is self.field and event.key() == Qt.Key.Key_Down:
                if not (self.focus_results() or self._show_queries()):
                    self.listing.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            in_list = watched is not self.field and event.key() == Qt.Key.Key_Up
            if in_list and self.result_view.at_first():
                self.focus_search()
                return True
        return super().eventFilter(watched, event)

    def _show_queries(self) -> bool:
        """Open the menu of the last queries; False when there are none."""
        queries = () if self.query else self._queries()
        if queries:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            for query in queries:
                menu.addAction(query.replace("&", "&&"), partial(self.field.setText, query))
            menu.popup(self.field.mapToGlobal(self.field.rect().bottomLeft()))
            menu.setActiveAction(menu.actions()[0])
        return bool(queries)

    def _make_field(self) -> None:
        self.field = QLineEdit()
        self.field.setObjectName("searchField")
        self.field.setMaxLength(_LONGEST_QUERY)
        self.field.setPlaceholderText(self.tr("Search all topics"))
        self.field.setAccessibleName(self.tr("Search all topics"))
        self._lens = QLabel()
        self._hint = QLabel(self.tr("Ctrl K"))
        self._hint.setObjectName("hint")
        for label in (self._lens, self._hint):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._clear = QPushButton()
        self._clear.setObjectName("clearSearch")
        self._clear.setAccessibleName(self.tr("Clear the search"))
        self._clear.setToolTip(self.tr("Clear the search"))
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.clicked.connect(self.field.clear)
        self._clear.hide()
        inside = QHBoxLayout(self.field)
        inside.setContentsMargins(12, 2, 4, 2)
        inside.addWidget(self._lens)
        inside.addStretch()
        inside.addWidget(self._hint)
        inside.addSpacing(8)
        inside.addWidget(self._clear)
        self.field.textChanged.connect(self._on_text_changed)
        self.field.returnPressed.connect(self.query_entered)
        self.field.installEventFilter(self)

    def _make_results(self) -> "ResultsPanel":
        from livermets_desktop.ui.results_panel import ResultsPanel  # noqa: PLC0415

        results = ResultsPanel(self._topic_model.groups, glossary=self._has_glossary)
        self._pages.addWidget(results)
        results.view.installEventFilter(self)
        results.view.hit_chosen.connect(self.hit_chosen)
        results.query_chosen.connect(self._on_query_chosen)
        results.filters_chosen.connect(self.filters_chosen)
        results.glossary_requested.connect(self.glossary_requested)
        results.topics_requested.connect(self.field.clear)
        if self._look is not None:
            results.set_look(*self._look)
        return results

    def _lay_out(self) -> None:
        self._close = QPushButton(" " + self.tr("Back to the page"))
        self._close.setObjectName("closeNavigation")
        self._close.clicked.connect(self.close_requested)
        self._close.hide()
        label = QLabel(self.tr("Topics"))
        label.setObjectName("groupLabel")
        label.setContentsMargins(14, 4, 0, 0)
        self._topics = QWidget()
        topics = QVBoxLayout(self._topics)
        topics.setContentsMargins(4, 0, 4, 8)
        topics.setSpacing(4)
        topics.addWidget(label)
        topics.addWidget(self.topic_view)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._topics)
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(self.field, 1)
        row.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self._pages, 1)

    def _on_text_changed(self, words: str) -> None:
        self._clear.setVisible(bool(words))
        self._hint.setVisible(not words and self._close.isHidden())
        self.query_changed.emit(words)

    def _on_query_chosen(self, words: str) -> None:
        self.field.setText(words)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_page(self, page: QWidget) -> None:
        before = self.shows_results
        self._pages.setCurrentWidget(page)
        if before != self.shows_results:
            self.results_toggled.emit(self.shows_results)
