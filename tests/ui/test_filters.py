from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from livermets_desktop.library.contents import MetaRow
from livermets_desktop.model.hit import (
    Condition,
    ConditionKind,
    Hit,
    Name,
    NameKind,
    Results,
    Snippet,
)
from livermets_desktop.model.kind import Kind
from livermets_desktop.model.level import Level
from livermets_desktop.model.query import Filters
from livermets_desktop.ui.result_model import HitRow, NameRow
from tests.access.layout import crowded, overlapping
from tests.library.tiny import tiny_contents, with_article_html, write_library
from tests.ui.test_window import SIZES


@pytest.fixture
def navigation(program):
    return program.window.navigation


@pytest.fixture
def choose(qtbot):
    """Return a function that chooses an entry of the menu of filters and waits for the answer."""

    def pick(program, part, words):
        menu = program.window.navigation.results.filter_button.menu_of_filters()
        below = next(one.menu() for one in menu.actions() if one.text().replace("&", "") == part)
        [action] = [one for one in below.actions() if one.text().startswith(words)]
        with qtbot.waitSignal(program.tasks.finished, timeout=10_000):
            action.trigger()
        menu.close()

    return pick


def places(navigation):
    rows = navigation.result_view.rows
    return [str(row.place.location) for row in rows if isinstance(row, HitRow)]


def chips(navigation):
    bar = navigation.results.filter_bar
    return [one for one in bar.findChildren(QPushButton) if one.isVisible()]


def words_of(buttons):
    return [one.text().removesuffix("  ×") for one in buttons]


def press(qtbot, program, button):
    with qtbot.waitSignal(program.tasks.finished, timeout=10_000):
        button.click()


def hit(article="ct-scan", section="contrast", **fields):
    made = Hit(article, section, Level.PLAIN, "CT scan", "The dye", "Group", Snippet("warm"), 1.0)
    return made._replace(**fields)


# -- the instant box ---------------------------------------------------------------------------


def test_names_that_begin_so_stand_above_the_sections_and_are_opened_by_enter(
    program, navigation, search
):
    search(program, "comp")
    first, *_ = navigation.result_view.rows
    assert isinstance(first, NameRow)
    assert (first.place.text, first.note) == ("computed tomography", "see CT scan")
    navigation.field.setFocus()
    QTest.keyClick(navigation.field, Qt.Key.Key_Down)
    assert navigation.result_view.current_hit() is first.place
    QTest.keyClick(navigation.result_view, Qt.Key.Key_Return)
    assert program.reading.article.id == "ct-scan"


def test_the_arrow_keys_walk_over_names_and_sections_and_back_into_the_field(
    program, navigation, search
):
    search(program, "what")
    view = navigation.result_view
    navigation.field.setFocus()
    seen = []
    QTest.keyClick(navigation.field, Qt.Key.Key_Down)
    for _ in range(sum(not hasattr(row, "group_title") for row in view.rows)):
        seen.append(type(view.current_hit()))
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert {Name, Hit} == set(seen)
    for _ in range(len(seen) - 1):
        QTest.keyClick(view, Qt.Key.Key_Up)
    assert not navigation.field.hasFocus()
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert program.window.focusWidget() is navigation.field


def test_a_query_with_two_spaces_is_answered(program, navigation, search):
    search(program, "ct")
    search(program, "hypodense  metastases")
    assert "ct-scan#what-it-shows" in places(navigation)


def test_enter_before_the_answer_waits_for_it(program, navigation, qtbot):
    with qtbot.waitSignal(program.tasks.finished, timeout=10_000):
        navigation.field.setText("ct  scan")
        QTest.keyClick(navigation.field, Qt.Key.Key_Return)
    assert program.reading.article.id == "ct-scan"


def test_a_term_is_opened_at_its_place_in_the_glossary(open_program, tmp_path):
    filler = "<p>Other words, one below the other.</p>" * 60
    html = f'<p class="lead">Terms</p>{filler}<p><a name="term-icterus"></a>icterus: yellow.</p>'
    program = open_program(write_library(tmp_path / "library", with_article_html(html)))
    program.search._results = Results("yellow", words=("yellow",))
    program.search.open_hit(hit(section="term-icterus", kind=Kind.TERM))
    article = program.window.article
    assert article.view.section_start("term-icterus") > 1000
    assert article.hit_place == (0, 1)
    assert article.view.scroll_share() > 0.5


class PatientIndex:
    """Quote only the hits that are asked for; the last one belongs to the first topic."""

    def __init__(self, count):
        self.bare = tuple(
            hit(f"a{n % (count - 1)}", f"s{n}", snippet=Snippet(""), title=f"T{n}")
            for n in range(count)
        )

    def search(self, text, **_):
        return Results(text, self.bare, len(self.bare))

    def quote(self, hits, words):
        return tuple(one._replace(snippet=Snippet(f"about {one.section}")) for one in hits)


def test_what_nobody_sees_yet_is_quoted_when_the_reader_rests(program, navigation, search, qtbot):
    search(program, "warm")
    kept, program.search._index = program.search._index, PatientIndex(40)
    search(program, "many")
    rows = [row for row in navigation.result_view.rows if isinstance(row, HitRow)]
    assert [row.place.section for row in rows[:2]] == ["s0", "s39"]
    assert all(row.place.snippet.text for row in rows[:5])
    assert not rows[-1].place.snippet.text
    assert navigation.focus_results()
    qtbot.waitUntil(lambda: bool(navigation.result_view.rows[-1].place.snippet.text))
    assert navigation.result_view.current_hit() is not None
    program.search._index = kept


# -- filters -----------------------------------------------------------------------------------


def test_a_filter_leaves_its_sections_and_is_shown_as_a_chip(
    program, navigation, search, choose, qtbot
):
    search(program, "liver")
    everything = places(navigation)
    assert chips(navigation) == []
    choose(program, "Group", "Finding out")
    left = places(navigation)
    assert left
    assert set(left) < set(everything)
    assert {place.partition("#")[0] for place in left} <= {"ct-scan", "blood-tests", "laparoscopy"}
    [chip] = chips(navigation)
    assert words_of([chip]) == ["Finding out"]
    assert chip.accessibleName() == "Remove filter: Finding out"
    press(qtbot, program, chip)
    assert places(navigation) == everything
    assert chips(navigation) == []


def test_several_filters_are_cleared_at_once(program, navigation, search, choose, qtbot):
    search(program, "liver")
    choose(program, "Level", "Plain words")
    choose(program, "Kind", "Articles")
    *both, clear = chips(navigation)
    assert words_of(both) == ["Plain words", "Articles"]
    assert {row.place.level for row in navigation.result_view.rows if isinstance(row, HitRow)} == {
        Level.PLAIN
    }
    press(qtbot, program, clear)
    assert chips(navigation) == []
    assert program.search._filters == Filters()


def test_filters_stay_while_the_query_changes_and_go_when_the_search_is_left(
    program, navigation, search, choose
):
    search(program, "liver")
    choose(program, "Level", "For clinicians")
    search(program, "liver enzymes")
    assert words_of(chips(navigation)) == ["For clinicians"]
    QTest.keyClick(navigation.field, Qt.Key.Key_Escape)
    assert not navigation.shows_results
    search(program, "liver")
    assert chips(navigation) == []


def test_the_menu_counts_and_offers_nothing_that_leaves_nothing(program, navigation, search):
    search(program, "sip water")
    menu = navigation.results.filter_button.menu_of_filters()
    _, kinds, groups, _, clear = menu.actions()
    entries = {one.text(): one.isEnabled() for one in groups.menu().actions()}
    assert entries == {
        "All groups": True,
        "Looking after yourself (1)": True,
        "Finding out (0)": False,
    }
    assert kinds.menu().actions()[0].isChecked()
    assert not clear.isEnabled()
    menu.close()


def test_the_filters_are_reached_and_chosen_by_keyboard(program, navigation, search, qtbot):
    search(program, "liver")
    navigation.field.setFocus()
    names = []
    while "filterButton" not in names and len(names) < 10:
        QTest.keyClick(program.window, Qt.Key.Key_Tab)
        names.append(program.window.focusWidget().objectName())
    assert names[-1] == "filterButton"
    QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(QApplication.activePopupWidget(), key)
    assert QApplication.activePopupWidget() is not menu
    with qtbot.waitSignal(program.tasks.finished, timeout=10_000):
        QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Return)
    assert program.search._filters == Filters(level=Level.PLAIN)


def test_filters_that_leave_nothing_offer_the_search_without_them(
    program, navigation, search, choose, qtbot
):
    search(program, "liver")
    choose(program, "Group", "Finding out")
    search(program, "sip water")
    nothing = navigation.results.nothing
    assert nothing.isVisible()
    words = "Nothing found with these filters. Without them: 1 section."
    assert nothing.words.text() == words
    button = navigation.results.findChild(QPushButton, "withoutFilters")
    press(qtbot, program, button)
    assert places(navigation) == ["eating-well#drinks"]
    search(program, "qwxyzzy")
    assert not button.isVisible()


def test_conditions_of_the_query_are_chips_that_cut_them_out(program, navigation, search, qtbot):
    search(program, 'liver "the liver" -albumin title:ct')
    found = chips(navigation)
    assert words_of(found) == ["phrase “the liver”", "without albumin", "in titles: ct"]
    assert found[1].accessibleName() == "Remove from the search: without albumin"
    press(qtbot, program, found[1])
    assert navigation.query == 'liver "the liver" title:ct'
    assert navigation.field.hasFocus()
    press(qtbot, program, chips(navigation)[0])
    assert navigation.query == "liver title:ct"


def test_names_are_offered_only_for_plain_words(program, navigation, search, choose):
    def named():
        return any(isinstance(row, NameRow) for row in navigation.result_view.rows)

    search(program, "comp")
    assert named()
    choose(program, "Level", "Plain words")
    assert not named()
    navigation.field.clear()
    search(program, "-comp")
    assert not named()


# -- no dead end -------------------------------------------------------------------------------


def test_near_words_are_links_that_search_for_them(program, navigation, search, qtbot):
    search(program, "jaunqwx")
    links = navigation.results.nothing.findChildren(QPushButton, "nearWord")
    assert "jaundice" in words_of(links)
    press(qtbot, program, links[words_of(links).index("jaundice")])
    assert navigation.query == "jaundice"
    assert places(navigation)


def test_a_word_that_was_left_out_is_told(program, navigation, search):
    search(program, "jaundice ")
    labels = navigation.results.findChildren(QLabel, "small")
    assert [label.text() for label in labels if label.isVisible() and "Left" in label.text()] == []
    results = program.search._results._replace(ignored=("xyz",))
    navigation.show_results(results, Filters(), Level.PLAIN)
    told = [label.text() for label in labels if label.isVisible() and "Left" in label.text()]
    assert told == ["Left out: “xyz” stands nowhere in this library."]
    several = results._replace(ignored=("xyz", "qwx"))
    navigation.show_results(several, Filters(), Level.PLAIN)
    assert "Left out: “xyz”, “qwx” stand nowhere in this library." in [
        label.text() for label in labels
    ]


def test_the_topics_and_the_glossary_are_offered_when_nothing_is_found(
    open_program, tmp_path, search, qtbot
):
    contents = tiny_contents()
    contents = replace(contents, meta=(*contents.meta, MetaRow("glossary", "blood-tests")))
    program = open_program(write_library(tmp_path / "library", contents))
    navigation = program.window.navigation
    search(program, "qwxyzzy")
    navigation.results.findChild(QPushButton, "toGlossary").click()
    assert program.reading.article.id == "blood-tests"
    navigation.results.findChild(QPushButton, "toTopics").click()
    assert not navigation.shows_results


def test_a_library_without_a_glossary_offers_none(program, navigation, search):
    search(program, "qwxyzzy")
    assert navigation.results.findChild(QPushButton, "toTopics").isVisible()
    assert navigation.results.findChild(QPushButton, "toGlossary") is None


# -- the look ----------------------------------------------------------------------------------

MUCH = Results(
    'pain "side effects" -surgery title:biopsy',
    (hit(), hit(section="evidence", heading="A heading that is as long as two lines of the list")),
    72,
    suggestion="pains",
    also=("aches", "soreness", "discomfort"),
    ignored=("xyzzy",),
    names=(
        Name("pain", NameKind.TERM, "ct-scan", "contrast", Level.PLAIN, "CT scan"),
        Name("Pain " * 12, NameKind.HEADING, "ct-scan", "evidence", Level.PLAIN, "CT scan"),
    ),
    conditions=(
        Condition(ConditionKind.PHRASE, "side effects", 5, 19),
        Condition(ConditionKind.EXCLUDED, "surgery " * 12, 20, 28),
        Condition(ConditionKind.TITLE, "biopsy & more", 29, 41),
    ),
)
NONE = MUCH._replace(hits=(), names=(), total=0, nearest=("paint", "pained", "painless"))
NARROW = Filters(Level.PLAIN, "care", Kind.ARTICLE)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text_size", [100, 200, 300])
def test_chips_and_ways_on_are_neither_clipped_nor_over_each_other(
    open_program, size, text_size, qtbot
):
    program = open_program(size=size, text_size=text_size)
    window = program.window

    def fits(results):
        window.navigation.show_results(results, NARROW, Level.CLINICIAN)
        window.show_navigation()
        qtbot.waitUntil(lambda: [*crowded(window), *overlapping(window)] == [], timeout=2000)

    fits(MUCH)
    fits(NONE)
    fits(NONE._replace(total=5))


def test_everything_new_has_a_name_for_screen_readers(program, navigation):
    navigation.show_results(MUCH, NARROW, Level.CLINICIAN)
    navigation.show_results(NONE, NARROW, Level.CLINICIAN)
    buttons = navigation.results.findChildren(QPushButton)
    assert len(buttons) > 10
    for button in buttons:
        face = QAccessible.queryAccessibleInterface(button)
        assert button.isHidden() or face.text(QAccessible.Text.Name), button.objectName()
    navigation.show_results(MUCH, NARROW, Level.CLINICIAN)
    view = navigation.result_view
    index = view.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "pain, Glossary"


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_look_changes_while_chips_are_shown(program, navigation, theme, qtbot):
    navigation.show_results(MUCH, NARROW, Level.CLINICIAN)
    program.window.grab()
    program.window.actions_["bigger"].trigger()
    program.window.actions_[f"theme_{theme}"].trigger()
    qtbot.waitUntil(lambda: crowded(program.window) == [])
