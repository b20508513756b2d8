"""Search results as a Qt item model: topics, and below each its sections."""

from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from livermets_desktop.model.hit import Hit, Results

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

HIT_ROLE = Qt.ItemDataRole.UserRole
HEAD_ROLE = Qt.ItemDataRole.UserRole + 1


class TopicHead(NamedTuple):
    """Name the topic that the sections below it belong to."""

    title: str
    group_title: str


def rows_of(results: Results) -> list[TopicHead | Hit]:
    """Group the hits by article, the article with the best section first."""
    groups: dict[str, list[Hit]] = {}
    for hit in results.hits:
        groups.setdefault(hit.article, []).append(hit)
    rows: list[TopicHead | Hit] = []
    for hits in groups.values():
        rows.append(TopicHead(hits[0].title, hits[0].group_title))
        rows.extend(hits)
    return rows


class ResultModel(QAbstractListModel):
    """Show the answer to one query, row by row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[TopicHead | Hit] = []

    def show_results(self, results: Results) -> None:
        """Replace what is shown."""
        self.beginResetModel()
        self._rows = rows_of(results)
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a row, or the hit or head itself by its role."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == HIT_ROLE:
            return row if isinstance(row, Hit) else None
        if role == HEAD_ROLE:
            return row if isinstance(row, TopicHead) else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _words(row)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let only sections be chosen."""
        if index.isValid() and isinstance(self._rows[index.row()], Hit):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


def _words(row: TopicHead | Hit) -> str:
    if isinstance(row, TopicHead):
        return f"{row.title}, {row.group_title}"
    return f"{row.heading}: {row.snippet.text}"
