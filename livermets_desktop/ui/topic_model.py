"""The topic tree as a Qt item model: a level is read when it is opened."""

from typing import Any, Protocol, overload

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from livermets_desktop.model.topic import Topic

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

TOPIC_ROLE = Qt.ItemDataRole.UserRole


class TopicTree(Protocol):
    """Give the topics below a topic ("" for the top)."""

    def children(self, parent: str = "") -> tuple[Topic, ...]:
        """Return the topics directly below one."""
        ...


class _Node:
    """One row; its children are None until they were read."""

    def __init__(self, topic: Topic | None, parent: "_Node | None" = None, row: int = 0) -> None:
        self.topic = topic
        self.parent = parent
        self.row = row
        self.children: list[_Node] | None = None
        self.seen: dict[str, _Node] = {}


class TopicModel(QAbstractItemModel):
    """Show the topics of a library; rows below a group are fetched on demand."""

    def __init__(self, tree: TopicTree, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tree = tree
        self._root = _Node(None)
        self._read(self._root)

    @property
    def groups(self) -> tuple[Topic, ...]:
        """Return the topics at the top."""
        return tuple(node.topic for node in self._root.children or () if node.topic is not None)

    def index(self, row: int, column: int, parent: _Index = _ROOT) -> QModelIndex:
        """Return the index of a child."""
        node = self._node(parent)
        if column != 0 or node.children is None or not 0 <= row < len(node.children):
            return QModelIndex()
        return self.createIndex(row, column, node.children[row])

    @overload
    def parent(self) -> QObject | None: ...

    @overload
    def parent(self, child: _Index) -> QModelIndex: ...

    def parent(self, child: _Index | None = None) -> QModelIndex | QObject | None:
        """Return the index of the group a topic lies in."""
        if child is None:
            return super().parent()
        node = self._node(child).parent
        if node is None or node.topic is None:
            return QModelIndex()
        return self.createIndex(node.row, 0, node)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return how many children were read so far."""
        return len(self._node(parent).children or ())

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Return 1: the title."""
        return 1

    def hasChildren(self, parent: _Index = _ROOT) -> bool:
        """Tell from the topic alone, without reading its children."""
        node = self._node(parent)
        return node.topic is None or node.topic.child_count > 0

    def canFetchMore(self, parent: _Index) -> bool:
        """Tell whether the children of a group were not read yet."""
        node = self._node(parent)
        return node.children is None and self.hasChildren(parent)

    def fetchMore(self, parent: _Index) -> None:
        """Read the children of a group."""
        node = self._node(parent)
        if node.topic is None or node.children is not None:
            return
        topics = self._tree.children(node.topic.id)
        if topics:
            self.beginInsertRows(parent, 0, len(topics) - 1)
            self._adopt(node, topics)
            self.endInsertRows()
        else:
            node.children = []

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title, or the topic itself for `TOPIC_ROLE`."""
        topic = self._node(index).topic
        if topic is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return topic.title
        return topic if role == TOPIC_ROLE else None

    def find(self, path: tuple[str, ...]) -> QModelIndex:
        """Return the index of a topic by the ids on the way to it, reading what is needed."""
        node, index = self._root, QModelIndex()
        for name in path:
            if self.canFetchMore(index):
                self.fetchMore(index)
            if name not in node.seen:
                return QModelIndex()
            node = node.seen[name]
            index = self.createIndex(node.row, 0, node)
        return index

    def _node(self, index: _Index) -> _Node:
        if not index.isValid():
            return self._root
        node: _Node = index.internalPointer()
        return node

    def _read(self, node: _Node) -> None:
        self._adopt(node, self._tree.children(node.topic.id if node.topic else ""))

    def _adopt(self, node: _Node, topics: tuple[Topic, ...]) -> None:
        node.children = [_Node(topic, node, row) for row, topic in enumerate(topics)]
        node.seen = {topic.id: child for topic, child in zip(topics, node.children, strict=True)}
