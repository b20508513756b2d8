"""The button that offers the filters of the search as a menu."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from livermets_desktop.model.hit import Results
from livermets_desktop.model.kind import Kind
from livermets_desktop.model.level import Level
from livermets_desktop.model.query import Filters
from livermets_desktop.model.topic import Topic
from livermets_desktop.ui.icons import Icons

_LONGEST = 60  # characters of a group in the menu


class _Choice(NamedTuple):
    """Offer one filter; one that would leave nothing cannot be chosen."""

    words: str
    filters: Filters
    possible: bool = True


class FilterButton(QPushButton):
    """Let the reader choose level, kind and group; the menu is made when it is asked for."""

    filters_chosen = Signal(object)

    def __init__(self, groups: Sequence[Topic], parent: QWidget | None = None) -> None:
        super().__init__(" " + self.tr("Filter"), parent)
        self._topics = groups
        self._filters = Filters()
        self._results = Results("")
        self.setObjectName("filterButton")
        self.setProperty("kind", "outlined")
        self.setAccessibleName(self.tr("Filter the results"))
        self.setToolTip(self.tr("Show only one level, kind or group"))
        self.clicked.connect(self._on_clicked)

    def set_look(self, icons: Icons) -> None:
        """Use these colours and sizes from now on."""
        self.setIcon(icons.icon("filter", "ink", 18))
        self.setIconSize(icons.size(18))

    def show_state(self, filters: Filters, results: Results) -> None:
        """Offer what these results can be narrowed down to."""
        self._filters, self._results = filters, results

    def menu_of_filters(self) -> QMenu:
        """Make the menu."""
        menu = QMenu(self.window())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        now = self._filters
        parts = (
            (self.tr("&Level"), self._levels(now)),
            (self.tr("&Kind"), self._kinds(now)),
            (self.tr("&Group"), self._groups(now)),
        )
        for title, choices in parts:
            self._fill(menu.addMenu(title), choices)
        menu.addSeparator()
        clear = menu.addAction(self.tr("&Clear Filters"))
        clear.setEnabled(now != Filters())
        clear.triggered.connect(lambda: self.filters_chosen.emit(Filters()))
        return menu

    def _levels(self, now: Filters) -> Iterable[_Choice]:
        yield _Choice(self.tr("Both levels"), now._replace(level=None))
        yield _Choice(self.tr("Plain words"), now._replace(level=Level.PLAIN))
        yield _Choice(self.tr("For clinicians"), now._replace(level=Level.CLINICIAN))

    def _kinds(self, now: Filters) -> Iterable[_Choice]:
        yield _Choice(self.tr("All kinds"), now._replace(kind=None))
        counts = dict(self._results.kinds)
        for kind, words in (
            (Kind.ARTICLE, self.tr("Articles")),
            (Kind.TERM, self.tr("Glossary")),
            (Kind.QUESTION, self.tr("Questions")),
        ):
            yield self._counted(words, now._replace(kind=kind), counts.get(kind, 0))

    def _groups(self, now: Filters) -> Iterable[_Choice]:
        yield _Choice(self.tr("All groups"), now._replace(group=""))
        counts = dict(self._results.groups)
        for group in self._topics:
            filters = now._replace(group=group.id)
            yield self._counted(group.title[:_LONGEST], filters, counts.get(group.id, 0))

    def _counted(self, words: str, filters: Filters, count: int) -> _Choice:
        return _Choice(f"{words} ({count})", filters, possible=count > 0)

    def _fill(self, menu: QMenu, choices: Iterable[_Choice]) -> None:
        group = QActionGroup(menu)
        for choice in choices:
            action = group.addAction(choice.words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(choice.filters == self._filters)
            action.setEnabled(choice.possible or action.isChecked())
            action.triggered.connect(partial(self._on_chosen, choice.filters))
            menu.addAction(action)

    def _on_chosen(self, filters: Filters) -> None:
        self.filters_chosen.emit(filters)

    def _on_clicked(self) -> None:
        self.menu_of_filters().popup(self.mapToGlobal(self.rect().bottomLeft()))
