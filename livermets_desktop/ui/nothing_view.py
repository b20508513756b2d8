"""What stands in the place of results when there are none: no dead end."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from livermets_desktop.ui.theme import Theme
from livermets_desktop.ui.wrap_row import WrapRow


class NothingView(QWidget):
    """Say why there is nothing, and show the ways on."""

    query_chosen = Signal(str)
    filters_cleared = Signal()
    topics_requested = Signal()
    glossary_requested = Signal()

    def __init__(self, *, glossary: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel()
        self.words.setObjectName("nothingFound")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self._advice = QLabel(
            self.tr("Try fewer or shorter words, another word for it, or choose from the topics.")
        )
        self._near, self._ways = WrapRow(), WrapRow()
        self._near_title = QLabel(self.tr("Near words:"))
        self._links: list[QPushButton] = []
        self._unfiltered = self._button("withoutFilters", self.tr("Search without filters"))
        self._unfiltered.clicked.connect(self.filters_cleared)
        topics = self._button("toTopics", self.tr("Show the topics"))
        topics.clicked.connect(self.topics_requested)
        self._always = [topics]
        if glossary:
            terms = self._button("toGlossary", self.tr("Open the glossary"))
            terms.clicked.connect(self.glossary_requested)
            self._always.append(terms)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        for label in (self.words, self._advice):
            label.setWordWrap(True)
        for part in (self.words, self._near, self._advice, self._ways):
            column.addWidget(part)
        column.addStretch()

    def set_look(self, theme: Theme) -> None:
        """Use these sizes from now on."""
        for row in (self._near, self._ways):
            row.set_look(theme)

    def show_sentence(
        self, sentence: str, *, near: Sequence[str] = (), filtered: bool = False
    ) -> None:
        """Show a sentence, words to search for instead, and whether only filters are in the way."""
        self.words.setText(sentence)
        self._advice.setVisible(not filtered)
        self._show_near(near)
        self._unfiltered.setVisible(filtered)
        ways = [self._unfiltered, *self._always] if filtered else self._always
        self._ways.show_widgets(ways)

    def _show_near(self, words: Sequence[str]) -> None:
        for link in self._links:
            link.deleteLater()
        self._links = [self._link(word) for word in words]
        self._near.show_widgets([self._near_title, *self._links] if words else [])
        self._near.setVisible(bool(words))

    def _link(self, word: str) -> QPushButton:
        link = QPushButton(word.replace("&", "&&"))
        link.setObjectName("nearWord")
        link.setProperty("kind", "link")
        link.setAccessibleName(self.tr("Search for {0}").format(word))
        link.clicked.connect(partial(self.query_chosen.emit, word))
        return link

    def _button(self, name: str, words: str) -> QPushButton:
        # Shown before it has a place: without a parent it would be a window and take the keyboard.
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setProperty("kind", "outlined")
        return button
