from PySide6.QtCore import QModelIndex, Qt

from livermets_desktop.model.topic import Topic, TopicKind
from livermets_desktop.ui.topic_model import TOPIC_ROLE, TopicModel


class Tree:
    """Ten groups of ten articles that count how often they are asked."""

    def __init__(self):
        self.asked = []

    def children(self, parent=""):
        self.asked.append(parent)
        if not parent:
            return tuple(
                Topic(f"g{n}", TopicKind.GROUP, f"Group {n}", child_count=10) for n in range(10)
            )
        return tuple(
            Topic(f"{parent}a{n}", TopicKind.ARTICLE, f"Article {n}", parent) for n in range(10)
        )


def test_the_model_keeps_the_rules_of_qt(qtmodeltester):
    qtmodeltester.check(TopicModel(Tree()))


def test_a_level_is_read_only_when_it_is_opened():
    tree = Tree()
    model = TopicModel(tree)
    assert model.rowCount() == 10
    assert all(model.hasChildren(model.index(row, 0)) for row in range(10))
    assert tree.asked == [""]
    model.fetchMore(model.index(3, 0))
    assert tree.asked == ["", "g3"]
    assert model.rowCount(model.index(3, 0)) == 10
    assert model.rowCount(model.index(4, 0)) == 0


def test_a_topic_is_found_by_the_way_to_it():
    model = TopicModel(Tree())
    index = model.find(("g2", "g2a7"))
    assert index.data(Qt.ItemDataRole.DisplayRole) == "Article 7"
    assert index.data(TOPIC_ROLE).id == "g2a7"
    assert index.parent().data() == "Group 2"


def test_a_topic_that_is_not_there_has_no_index():
    model = TopicModel(Tree())
    assert model.find(("g2", "nothing")) == QModelIndex()
    assert model.find(("nothing",)) == QModelIndex()
