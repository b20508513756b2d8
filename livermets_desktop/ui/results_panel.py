"""The answer to a search: count, suggestion, the results, or what to do when there are none."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from livermets_desktop.model.hit import Results
from livermets_desktop.ui.result_model import ResultModel
from livermets_desktop.ui.result_view import ResultView
from livermets_desktop.ui.theme import Theme

_FEW = 5  # other words that are told
_QUIET = 150  # milliseconds before "Searching..." is said


class ResultsPanel(QWidget):
    """Show results, or a sentence in their place."""

    suggestion_chosen = Signal(str)
    topics_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ResultModel(self)
        self.view = ResultView()
        self.view.setModel(self._model)
        self._searching = QTimer(self, singleShot=True, interval=_QUIET)
        self._searching.timeout.connect(lambda: self._say(self.tr("Searching…")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head())
        layout.addWidget(self._instead())
        layout.addWidget(self.view, 1)
        layout.addWidget(self._keys())

    def set_look(self, theme: Theme) -> None:
        """Use these colours and sizes from now on."""
        self.view.set_look(theme)

    def start_search(self) -> None:
        """Keep the old results until the new ones come; say so when it takes long."""
        if not self._searching.isActive():
            self._searching.start()

    def stop_search(self) -> None:
        """Wait no longer."""
        self._searching.stop()

    def show_results(self, results: Results) -> None:
        """Show the answer to a query."""
        self._searching.stop()
        self._model.show_results(results)
        self.view.scrollToTop()
        self._show_suggestion(results.suggestion)
        self._show_also(results.also)
        self._nothing.setVisible(not results.hits)
        self.view.setVisible(bool(results.hits))
        if not results.hits:
            self._say(self.tr("Nothing found"))
            query = results.query.strip()
            self._nothing_words.setText(self.tr("Nothing found for “{0}”.").format(query))
            return
        topics = len({hit.article for hit in results.hits})
        words = self.tr("{0} sections in {1} topics").format(len(results.hits), topics)
        self._say(words if topics > 1 else self.tr("Sections found: {0}").format(len(results.hits)))

    def show_failure(self, sentence: str) -> None:
        """Say why there are no results."""
        self._searching.stop()
        self._model.show_results(Results(""))
        self._show_suggestion("")
        self._show_also(())
        self._say(self.tr("No search at the moment"))
        self._nothing_words.setText(sentence)
        self._nothing.show()
        self.view.hide()

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
        self._also = QLabel()
        self._also.setObjectName("small")
        self._also.setTextFormat(Qt.TextFormat.PlainText)
        self._also.setWordWrap(True)
        words = QVBoxLayout(head)
        words.setContentsMargins(20, 2, 16, 10)
        words.setSpacing(4)
        words.addWidget(self._suggestion, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self._also)
        words.addWidget(self._count)
        return head

    def _instead(self) -> QWidget:
        self._nothing = QWidget()
        self._nothing_words = QLabel()
        self._nothing_words.setObjectName("nothingFound")
        self._nothing_words.setTextFormat(Qt.TextFormat.PlainText)
        advice = QLabel(
            self.tr("Try fewer or shorter words, another word for it, or choose from the topics.")
        )
        to_topics = QPushButton(self.tr("Show the topics"))
        to_topics.setObjectName("toTopics")
        to_topics.setProperty("kind", "outlined")
        to_topics.clicked.connect(self.topics_requested)
        column = QVBoxLayout(self._nothing)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        for label in (self._nothing_words, advice):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(to_topics, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        return self._nothing

    def _keys(self) -> QWidget:
        keys = QLabel(self.tr("↑ ↓ choose    Enter open    Esc back"))
        keys.setObjectName("footer")
        keys.setAlignment(Qt.AlignmentFlag.AlignCenter)
        keys.setContentsMargins(8, 6, 8, 6)
        return keys

    def _say(self, words: str) -> None:
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

    def _on_suggestion_clicked(self) -> None:
        self.suggestion_chosen.emit(self._suggestion.property("words"))
