import pytest
from PySide6.QtCore import Qt

from livermets_desktop.model.hit import Hit, Name, NameKind, Results, Snippet
from livermets_desktop.model.kind import Kind
from livermets_desktop.model.level import Level
from livermets_desktop.ui.result_model import (
    HitRow,
    NameRow,
    ResultModel,
    TopicHead,
    typed_part,
)


def hit(article, section, score=1.0, *, level=Level.PLAIN, kind=Kind.ARTICLE, text="a <b> c"):
    snippet = Snippet(text, ((2, 5),) if text else ())
    title = article.title()
    return Hit(article, section, level, title, section, "Group", snippet, score, kind)


def name(text, kind, article="ct", section="in-short", title="Ct"):
    return Name(text, kind, article, section, Level.PLAIN, title)


RESULTS = Results("x", (hit("ct", "one", 3.0), hit("mri", "two", 2.0), hit("ct", "three", 1.0)), 3)


@pytest.fixture
def model(qapp):
    return ResultModel()


def words(model):
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_sections_stand_below_their_topic_and_the_best_topic_first(model, qtmodeltester):
    model.show_results(RESULTS, Level.PLAIN)
    qtmodeltester.check(model)
    assert words(model) == [
        "Ct, Group",
        "one: a <b> c",
        "three: a <b> c",
        "Mri, Group",
        "two: a <b> c",
    ]


def test_names_to_go_to_stand_above_and_say_what_they_are(model, qtmodeltester):
    names = (
        name("Xylose test", NameKind.TITLE, "xylose", title="Xylose test"),
        name("X-ray pictures", NameKind.ALIAS),
        name("X marks", NameKind.HEADING, section="marks"),
        name("xanthoma", NameKind.TERM, "glossary", "term-xanthoma", "Glossary"),
    )
    model.show_results(RESULTS._replace(names=names), Level.PLAIN)
    qtmodeltester.check(model)
    assert words(model)[:5] == [
        "Xylose test, Topic",
        "X-ray pictures, see Ct",
        "X marks, in Ct",
        "xanthoma, Glossary",
        "Ct, Group",
    ]


def test_a_single_name_is_left_out_that_the_first_topic_would_repeat(model):
    results = Results("ct", (hit("ct", "in-short"), hit("ct", "one")), 2)
    title, other = name("Ct", NameKind.TITLE), name("ct dye", NameKind.HEADING, section="dye")
    model.show_results(results._replace(names=(title,)), Level.PLAIN)
    assert isinstance(model.rows[0], TopicHead)
    model.show_results(results._replace(names=(title, other)), Level.PLAIN)
    assert [row.place for row in model.rows[:2]] == [title, other]
    model.show_results(results._replace(names=(other,)), Level.PLAIN)
    assert model.rows[0].place == other


def test_no_more_than_five_names_are_shown(model):
    names = tuple(name(f"x{n}", NameKind.HEADING, section=f"s{n}") for n in range(6))
    model.show_results(RESULTS._replace(names=names), Level.PLAIN)
    assert sum(isinstance(row, NameRow) for row in model.rows) == 5


def test_a_section_at_the_other_level_says_so_but_a_term_does_not(model):
    hits = (
        hit("ct", "one", level=Level.CLINICIAN),
        hit("glossary", "term-ct", level=Level.PLAIN, kind=Kind.TERM),
        hit("ct", "two", level=Level.PLAIN),
    )
    model.show_results(Results("x", hits, 3), Level.PLAIN)
    assert [row.note for row in model.rows if isinstance(row, HitRow)] == ["For clinicians", "", ""]
    model.show_results(Results("x", hits, 3), Level.CLINICIAN)
    notes = [row.note for row in model.rows if isinstance(row, HitRow)]
    assert notes == ["", "In plain words", ""]
    assert words(model)[2] == "two: a <b> c (In plain words)"


def test_only_places_can_be_chosen(model):
    model.show_results(RESULTS._replace(names=(name("x", NameKind.HEADING),)), Level.PLAIN)
    chosen = [
        bool(model.flags(model.index(row, 0)) & Qt.ItemFlag.ItemIsSelectable)
        for row in range(model.rowCount())
    ]
    assert chosen == [True, False, True, True, False, True]


def test_snippets_that_come_later_change_the_rows_without_a_reset(model, qtbot):
    bare = Results("x", (hit("ct", "one"), hit("ct", "two", text="")), 2)
    model.show_results(bare, Level.PLAIN)
    full = bare._replace(hits=(hit("ct", "one"), hit("ct", "two")))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show_snippets(full)
    assert words(model)[2] == "two: a <b> c"


@pytest.mark.parametrize(
    ("text", "typed", "part"),
    [
        ("Jaundice and itch", "jaun", "Jaun"),
        ("Jaundice and itch", "ITCH", "itch"),
        ("Jaundice and itch", "and it", "and it"),
        ("Jaundice and itch", "aundice", ""),
        ("CA 19-9", "ca199", "CA 19-9"),
        ("Ménière’s", "meni", "Méni"),
        ("PET/CT", "ct", "CT"),
        ("CT", "ct scan", ""),
        ("CT", " ", ""),
    ],
)
def test_the_typed_beginning_is_found_in_a_name(text, typed, part):
    start, end = typed_part(text, typed)
    assert text[start:end] == part
