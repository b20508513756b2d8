"""Search results as a Qt item model: names to go to, then topics, and below each its sections."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple
from unicodedata import normalize

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from livermets_desktop.model.hit import Hit, Name, NameKind, Results
from livermets_desktop.model.kind import Kind
from livermets_desktop.model.level import Level
from livermets_desktop.ui.wording import LONGEST

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_MOST_NAMES = 5


class NameRow(NamedTuple):
    """Name a place to go to; `note` says what it is, `typed` which part of the name was typed."""

    place: Name
    note: str
    typed: tuple[int, int]


class TopicHead(NamedTuple):
    """Name the topic that the sections below it belong to."""

    title: str
    group_title: str


class HitRow(NamedTuple):
    """Show a section; `note` says what a reader of the other level has to know."""

    place: Hit
    note: str


Row = NameRow | TopicHead | HitRow


class ResultModel(QAbstractListModel):
    """Show the answer to one query, row by row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._level = Level.PLAIN

    @property
    def rows(self) -> Sequence[Row]:
        """Return all rows in their order."""
        return self._rows

    def show_results(self, results: Results, level: Level) -> None:
        """Replace what is shown to a reader of a level."""
        self.beginResetModel()
        self._level = level
        self._rows = list(self._rows_of(results))
        self.endResetModel()

    def show_snippets(self, results: Results) -> None:
        """Show the same results, now with the snippets of all."""
        rows = list(self._rows_of(results))
        if len(rows) == len(self._rows) > 0:
            self._rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a row."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _words(self._rows[index.row()]) if index.isValid() else None
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let only places be chosen."""
        if index.isValid() and not isinstance(self._rows[index.row()], TopicHead):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def _rows_of(self, results: Results) -> Iterator[Row]:
        """Yield the names, then the hits by article, the article with the best section first."""
        topics = by_topic(results.hits)
        for name in _names(results, topics[0] if topics else []):
            yield NameRow(name, self._note_of_name(name), typed_part(name.text, results.query))
        for hits in topics:
            yield TopicHead(hits[0].title, hits[0].group_title)
            for hit in hits:
                yield HitRow(hit, self._note_of_hit(hit))

    def _note_of_name(self, name: Name) -> str:
        if name.kind is NameKind.TITLE:
            return self.tr("Topic")
        if name.kind is NameKind.TERM:
            return self.tr("Glossary")
        words = self.tr("see {0}") if name.kind is NameKind.ALIAS else self.tr("in {0}")
        return words.format(name.title)

    def _note_of_hit(self, hit: Hit) -> str:
        if hit.level is self._level or hit.kind in (Kind.TERM, Kind.HELP):
            return ""
        return self.tr("In plain words") if hit.level is Level.PLAIN else self.tr("For clinicians")


def by_topic(hits: Iterable[Hit]) -> list[list[Hit]]:
    """Return the hits of each topic, the topic with the best hit first."""
    topics: dict[str, list[Hit]] = {}
    for hit in hits:
        topics.setdefault(hit.article, []).append(hit)
    return list(topics.values())


def _names(results: Results, first: list[Hit]) -> tuple[Name, ...]:
    """Return the names, but not one alone that the first topic below would only repeat."""
    names = results.names[:_MOST_NAMES]
    repeated = (
        len(names) == 1
        and names[0].kind is NameKind.TITLE
        and any(hit.location == names[0].location for hit in first)
    )
    return () if repeated else names


def _words(row: Row) -> str:
    if isinstance(row, TopicHead):
        return f"{row.title}, {row.group_title}"
    if isinstance(row, NameRow):
        return f"{row.place.text}, {row.note}"
    words = f"{row.place.heading}: {row.place.snippet.text}"
    return f"{words} ({row.note})" if row.note else words


def typed_part(name: str, typed: str) -> tuple[int, int]:
    """Return where in a name its typed beginning, or that of one of its words, stands.

    Only letters and digits count, without accents: "ca199" is found in "CA 19-9". (0, 0) for none.
    """
    letters, wanted = _letters(name[:LONGEST]), [letter for _, letter in _letters(typed)]
    for first, (start, _) in enumerate(letters):
        if start and name[start - 1].isalnum():
            continue
        part = letters[first : first + len(wanted)]
        if wanted and [letter for _, letter in part] == wanted:
            return start, part[-1][0] + 1
    return 0, 0


def _letters(text: str) -> list[tuple[int, str]]:
    return [(n, normalize("NFD", one)[0].casefold()) for n, one in enumerate(text) if one.isalnum()]
