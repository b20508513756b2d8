from PySide6.QtCore import Qt

from livermets_desktop.model.hit import Hit, Results, Snippet
from livermets_desktop.model.level import Level
from livermets_desktop.ui.result_model import HEAD_ROLE, HIT_ROLE, ResultModel
from livermets_desktop.ui.result_view import marked


def hit(article, section, score):
    snippet = Snippet("a <b> c", ((2, 5),))
    return Hit(article, section, Level.PLAIN, article.title(), section, "Group", snippet, score)


RESULTS = Results("x", (hit("ct", "one", 3.0), hit("mri", "two", 2.0), hit("ct", "three", 1.0)), 3)


def test_sections_stand_below_their_topic_and_the_best_topic_first(qtmodeltester):
    model = ResultModel()
    model.show_results(RESULTS)
    qtmodeltester.check(model)
    words = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert words == ["Ct, Group", "one: a <b> c", "three: a <b> c", "Mri, Group", "two: a <b> c"]


def test_only_sections_can_be_chosen():
    model = ResultModel()
    model.show_results(RESULTS)
    head, first = model.index(0, 0), model.index(1, 0)
    assert not model.flags(head) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(first) & Qt.ItemFlag.ItemIsSelectable
    assert head.data(HEAD_ROLE).title == "Ct"
    assert head.data(HIT_ROLE) is None
    assert first.data(HIT_ROLE).section == "one"


def test_a_snippet_is_written_as_text_not_as_html():
    assert marked(Snippet("a <b> c", ((2, 5),)), "[", "]") == "a [&lt;b&gt;] c"
