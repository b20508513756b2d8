"""Pages to go to as a Qt item model: bookmarks, or where the reader has been."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class PageRow(NamedTuple):
    """Show a page in two lines: its name, and what it is; `here` is where the reader is now."""

    name: str
    note: str
    here: bool = False


class PageListModel(QAbstractListModel):
    """Show pages row by row; `renamed` carries the number of a row and the name typed for it."""

    renamed = Signal(int, str)

    def __init__(self, *, editable: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PageRow, ...] = ()
        self.editable = editable

    @property
    def rows(self) -> tuple[PageRow, ...]:
        """Return all rows in their order."""
        return self._rows

    def show_rows(self, rows: Sequence[PageRow]) -> None:
        """Replace what is shown; as many rows as before stay chosen as they are."""
        if len(rows) == len(self._rows) > 0:
            self._rows = tuple(rows)
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a row; to be edited is the name alone."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.EditRole:
            return row.name
        return f"{row.name}, {row.note}" if role in _SPOKEN else None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell which name was typed; who keeps the names shows new rows."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        self.renamed.emit(index.row(), value)
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let the rows of an editable list be renamed and dragged to another place."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled if self.editable else Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.editable:
            flags |= Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are only ever moved."""
        return Qt.DropAction.MoveAction
