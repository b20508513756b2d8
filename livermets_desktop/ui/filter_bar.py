"""What narrows a search down, as chips: each is a button that takes its condition away."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from livermets_desktop.model.hit import Condition, ConditionKind, Results
from livermets_desktop.model.kind import Kind
from livermets_desktop.model.level import Level
from livermets_desktop.model.query import Filters
from livermets_desktop.model.topic import Topic
from livermets_desktop.ui.theme import Theme
from livermets_desktop.ui.wording import LONGEST
from livermets_desktop.ui.wrap_row import WrapRow

_CROSS = "  ×"
_AROUND = f"mm{_CROSS}mm"  # as wide as what stands around the words, with the edges
_WIDEST = 200  # of the words of a chip, at 100 % text


class _Chip(NamedTuple):
    """Describe a chip: its words, what it is called, and what is left without it."""

    words: str
    name: str
    left: Filters | str


class FilterBar(WrapRow):
    """Show the chips; pressed, they ask for other filters or for another query."""

    filters_chosen = Signal(object)
    query_chosen = Signal(str)

    def __init__(self, groups: Sequence[Topic], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = {group.id: group.title[:LONGEST] for group in groups}
        self._chips: list[_Chip] = []
        self._buttons: list[QPushButton] = []
        self._clear: QPushButton | None = None
        self._widest = _WIDEST
        self.hide()

    def set_look(self, theme: Theme) -> None:
        """Use these sizes from now on."""
        self._widest = theme.box(_WIDEST)
        super().set_look(theme)
        self._write_all()

    def minimumSizeHint(self) -> QSize:
        """Need no width: the words are shortened instead."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the words to the room there is."""
        self._write_all()
        super().resizeEvent(event)

    def show_state(self, filters: Filters, results: Results) -> None:
        """Show the filters, and what the query itself asks for."""
        chips = [*self._filter_chips(filters), *self._condition_chips(results)]
        if chips == self._chips:
            return
        self._chips = chips
        while len(self._buttons) < len(chips):
            self._buttons.append(self._button(len(self._buttons)))
        shown = self._buttons[: len(chips)]
        self._write_all()
        several = sum(map(bool, filters)) > 1
        self.show_widgets([*shown, self._clear_button()] if several else shown)
        self.setVisible(bool(chips))

    def _filter_chips(self, filters: Filters) -> list[_Chip]:
        name = self.tr("Remove filter: {0}")
        levels = {Level.PLAIN: self.tr("Plain words"), Level.CLINICIAN: self.tr("For clinicians")}
        kinds = {
            Kind.ARTICLE: self.tr("Articles"),
            Kind.TERM: self.tr("Glossary"),
            Kind.QUESTION: self.tr("Questions"),
        }
        chosen: list[tuple[str, Filters]] = []
        if filters.level is not None:
            chosen.append((levels[filters.level], filters._replace(level=None)))
        if filters.kind is not None:
            chosen.append((kinds.get(filters.kind, ""), filters._replace(kind=None)))
        if filters.group:
            title = self._titles.get(filters.group, filters.group)
            chosen.append((title, filters._replace(group="")))
        return [_Chip(words, name.format(words), left) for words, left in chosen]

    def _condition_chips(self, results: Results) -> list[_Chip]:
        words = {
            ConditionKind.PHRASE: self.tr("phrase “{0}”"),
            ConditionKind.EXCLUDED: self.tr("without {0}"),
            ConditionKind.TITLE: self.tr("in titles: {0}"),
        }
        name = self.tr("Remove from the search: {0}")
        chips = []
        for one in results.conditions:
            said = words[one.kind].format(one.text)
            chips.append(_Chip(said, name.format(said), _without(results.query, one)))
        return chips

    def _button(self, number: int) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"chip{number}")
        button.setProperty("kind", "chip")
        button.clicked.connect(partial(self._on_pressed, number))
        return button

    def _clear_button(self) -> QPushButton:
        if self._clear is None:
            self._clear = QPushButton(self.tr("Clear filters"), self)
            self._clear.setObjectName("clearFilters")
            self._clear.setProperty("kind", "link")
            self._clear.clicked.connect(lambda: self.filters_chosen.emit(Filters()))
        return self._clear

    def _write_all(self) -> None:
        for button, chip in zip(self._buttons, self._chips, strict=False):
            button.ensurePolished()
            metrics = button.fontMetrics()
            room = min(self._widest, self.width() - metrics.horizontalAdvance(_AROUND))
            words = metrics.elidedText(chip.words, Qt.TextElideMode.ElideMiddle, room)
            button.setText(f"{words}{_CROSS}".replace("&", "&&"))
            button.setAccessibleName(chip.name)
            button.setToolTip(chip.name)

    def _on_pressed(self, number: int) -> None:
        left = self._chips[number].left
        if isinstance(left, str):
            self.query_chosen.emit(left)
        else:
            self.filters_chosen.emit(left)


def _without(query: str, condition: Condition) -> str:
    """Cut a condition out of the query that it was typed in."""
    return " ".join((query[: condition.start] + " " + query[condition.end :]).split())
