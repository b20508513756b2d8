"""The answer to a search: what was understood, filters, the results, or ways on without any."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from livermets_desktop.model.hit import Results
from livermets_desktop.model.level import Level
from livermets_desktop.model.query import Filters
from livermets_desktop.model.topic import Topic
from livermets_desktop.ui.announce import announce
from livermets_desktop.ui.filter_bar import FilterBar
from livermets_desktop.ui.filter_button import FilterButton
from livermets_desktop.ui.icons import Icons
from livermets_desktop.ui.nothing_view import NothingView
from livermets_desktop.ui.result_model import ResultModel
from livermets_desktop.ui.result_view import ResultView
from livermets_desktop.ui.theme import Theme
from livermets_desktop.ui.wrap_row import WrapRow

_FEW = 5  # other words that are told
_QUIET = 150  # milliseconds before "Searching..." is said


class _Scroller(QScrollArea):
    """Give what stands above the results the height it needs; with little room it scrolls."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        self.setObjectName("resultsTop")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        # Qt keeps a bar that was needed once if its width makes the words take another line: it is
        # chosen here, when all parts have their sizes.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._choice = QTimer(self, singleShot=True, interval=0)
        self._choice.timeout.connect(self._choose_bar)
        self._content = QWidget()
        self._content.setObjectName("resultsTopContent")
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in parts:
            column.addWidget(part)
        column.addStretch()
        self.setWidget(self._content)

    def sizeHint(self) -> QSize:
        """Wish for all of the content."""
        return QSize(self.width(), self._content.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Be content with little."""
        return QSize(0, self.fontMetrics().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the height of the content."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._choice.start()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the height that the content needs in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
        self._choice.start()

    def _choose_bar(self) -> None:
        policy = Qt.ScrollBarPolicy
        fits = self.sizeHint().height() <= self.height()
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded
        )


class ResultsPanel(QWidget):
    """Show results, or a sentence in their place."""

    query_chosen = Signal(str)
    filters_chosen = Signal(object)
    topics_requested = Signal()
    glossary_requested = Signal()

    def __init__(
        self, groups: Sequence[Topic], *, glossary: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = ResultModel(self)
        self.view = ResultView(self._model)
        self.nothing = NothingView(glossary=glossary)
        self.filter_button = FilterButton(groups)
        self.filter_bar = FilterBar(groups)
        self._searching = QTimer(self, singleShot=True, interval=_QUIET)
        self._searching.timeout.connect(lambda: self._say(self.tr("Searching…")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(_Scroller(self._head(), self.nothing))
        layout.addWidget(self.view, 1)
        layout.addWidget(self._keys())
        self._connect()
        self.clear()

    def set_look(self, theme: Theme, icons: Icons) -> None:
        """Use these colours and sizes from now on."""
        self.view.set_look(theme, icons)
        self.filter_button.set_look(icons)
        self.filter_bar.set_look(theme)
        self._counted.set_look(theme)
        self.nothing.set_look(theme)

    def start_search(self) -> None:
        """Keep the old results until the new ones come; say so when it takes long."""
        if not self._searching.isActive():
            self._searching.start()

    def clear(self) -> None:
        """Wait no longer, and show nothing: the search was left."""
        self._show(Results(""), Filters(), Level.PLAIN)
        self._say("")
        self.nothing.hide()
        self.view.show()

    def show_results(self, results: Results, filters: Filters, level: Level) -> None:
        """Show the answer to a query to a reader of a level."""
        self._show(results, filters, level)
        self._say(self._count_of(results))
        if not results.hits:
            self._explain(results)

    def _explain(self, results: Results) -> None:
        """Say why there are no results: with a total, filters are in the way."""
        if results.total:
            others = self.tr("%Ln section(s)", "", results.total)
            words = self.tr("Nothing found with these filters. Without them: {0}.").format(others)
            self.nothing.show_sentence(words, filtered=True)
        else:
            words = self.tr("Nothing found for “{0}”.").format(results.query.strip())
            self.nothing.show_sentence(words, near=results.nearest)

    def show_snippets(self, results: Results) -> None:
        """Complete the results that are shown."""
        self._model.show_snippets(results)

    def show_failure(self, sentence: str) -> None:
        """Say why there are no results."""
        self._show(Results(""), Filters(), Level.PLAIN)
        self._say(self.tr("No search at the moment"))
        self.nothing.show_sentence(sentence)

    def _show(self, results: Results, filters: Filters, level: Level) -> None:
        self._searching.stop()
        self._model.show_results(results, level)
        self.view.begin()
        self._show_suggestion(results.suggestion)
        self._show_also(results.also)
        self._show_ignored(results.ignored if results.hits else ())
        self.filter_button.show_state(filters, results)
        self.filter_button.setVisible(bool(results.hits) or filters != Filters())
        self.filter_bar.show_state(filters, results)
        self.nothing.setVisible(not results.hits)
        self.view.setVisible(bool(results.hits or results.names))

    def _head(self) -> QWidget:
        head = QWidget()
        head.setObjectName("resultsHead")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._suggestion = QPushButton()
        self._suggestion.setObjectName("suggestion")
        self._suggestion.setProperty("kind", "link")
        self._suggestion.clicked.connect(self._on_suggestion_clicked)
        self._count = QLabel()
        self._count.setObjectName("resultCount")
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._also, self._ignored = _small_label(), _small_label()
        self._counted = WrapRow(apart=True)
        self._counted.show_widgets([self._count, self.filter_button])
        words = QVBoxLayout(head)
        words.setContentsMargins(20, 2, 16, 8)
        words.setSpacing(4)
        words.addWidget(self._suggestion, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self._also)
        words.addWidget(self._ignored)
        words.addWidget(self._counted)
        words.addWidget(self.filter_bar)
        return head

    def _keys(self) -> QWidget:
        keys = QLabel(self.tr("↑ ↓ choose    Enter open    Esc back"))
        keys.setObjectName("footer")
        keys.setAlignment(Qt.AlignmentFlag.AlignCenter)
        keys.setContentsMargins(8, 6, 8, 6)
        return keys

    def _connect(self) -> None:
        self.filter_button.filters_chosen.connect(self.filters_chosen)
        self.filter_bar.filters_chosen.connect(self.filters_chosen)
        self.filter_bar.query_chosen.connect(self.query_chosen)
        self.nothing.query_chosen.connect(self.query_chosen)
        self.nothing.filters_cleared.connect(lambda: self.filters_chosen.emit(Filters()))
        self.nothing.topics_requested.connect(self.topics_requested)
        self.nothing.glossary_requested.connect(self.glossary_requested)

    def _count_of(self, results: Results) -> str:
        count = len(results.hits)
        if not count:
            return self.tr("Nothing found")
        if count < results.total:
            return self.tr("Best {0} of %Ln section(s)", "", results.total).format(count)
        topics = len({hit.article for hit in results.hits})
        if topics > 1:
            found = self.tr("%Ln section(s)", "", count), self.tr("%Ln topic(s)", "", topics)
            return self.tr("{0} in {1}").format(*found)
        return self.tr("Sections found: {0}").format(count)

    def _say(self, words: str) -> None:
        if words != self._count.text():
            announce(self, words)
        self._count.setText(words)
        self._count.setAccessibleName(words)

    def _show_suggestion(self, words: str) -> None:
        self._suggestion.setVisible(bool(words))
        self._suggestion.setProperty("words", words)
        self._suggestion.setText(self.tr("Did you mean “{0}”?").format(words.replace("&", "&&")))

    def _show_also(self, words: tuple[str, ...]) -> None:
        shown = ", ".join(words[:_FEW]) + ("…" if len(words) > _FEW else "")
        self._also.setVisible(bool(words))
        self._also.setText(self.tr("Also searched: {0}").format(shown))

    def _show_ignored(self, words: tuple[str, ...]) -> None:
        """Tell which words were left out because they stand nowhere."""
        shown = ", ".join(f"“{word}”" for word in words)
        sentence = self.tr("Left out: {0} stand(s) nowhere in this library.", "", len(words))
        self._ignored.setVisible(bool(words))
        self._ignored.setText(sentence.format(shown))

    def _on_suggestion_clicked(self) -> None:
        self.query_chosen.emit(self._suggestion.property("words"))


def _small_label() -> QLabel:
    label = QLabel()
    label.setObjectName("small")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
