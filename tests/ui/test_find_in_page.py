import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from livermets_desktop.model.level import Level
from livermets_desktop.model.location import Location

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(program, qtbot):
    """A window with the CT article open and the field to find in it."""
    program.reading.open(Location("ct-scan"))
    qtbot.waitUntil(program.window.isActiveWindow)
    QTest.keyClick(program.window, Qt.Key.Key_F, CTRL)
    return program


def told(program):
    return program.window.article.hits.findChild(QLabel, "place").text()


def marked(program):
    marks = program.window.article.view.extraSelections()
    return [mark.cursor.selectedText() for mark in marks]


def test_what_is_typed_is_marked_letter_by_letter(page):
    field = page.window.article.hits.field
    QTest.keyClicks(field, "phas")

    assert set(map(str.lower, marked(page))) == {"phas"}
    assert told(page) == f"1 of {len(marked(page))}"


def test_enter_and_f3_go_on_and_say_when_they_start_again(page):
    hits = page.window.article.hits
    QTest.keyClicks(hits.field, "ct")
    count = len(marked(page))
    assert count > 1
    QTest.keyClick(hits.field, Qt.Key.Key_Return)
    assert told(page) == f"2 of {count}"
    QTest.keyClick(hits.field, Qt.Key.Key_Return, SHIFT)
    QTest.keyClick(page.window, Qt.Key.Key_F3, SHIFT)
    assert told(page) == f"{count} of {count}, from the other end"
    QTest.keyClick(page.window, Qt.Key.Key_F3)
    assert told(page) == f"1 of {count}, from the other end"


def test_what_is_not_there_is_said_and_the_page_stays(page):
    before = page.window.article.view.scroll_share()
    QTest.keyClicks(page.window.article.hits.field, "zebra")

    assert told(page) == "Not found on this page"
    assert marked(page) == []
    assert page.window.article.view.scroll_share() == before
    assert page.window.article.hits.isVisible()


def test_esc_takes_the_marks_away_and_returns_to_the_page(page):
    field = page.window.article.hits.field
    QTest.keyClicks(field, "ct")
    QTest.keyClick(field, Qt.Key.Key_Escape)

    assert not page.window.article.hits.isVisible()
    assert marked(page) == []
    assert page.window.focusWidget() is page.window.article.view


def test_the_next_time_the_same_is_found_again(page):
    hits = page.window.article.hits
    QTest.keyClicks(hits.field, "ct")
    QTest.keyClick(hits.field, Qt.Key.Key_Escape)
    QTest.keyClick(page.window, Qt.Key.Key_F, CTRL)

    assert hits.field.selectedText() == "ct"
    assert marked(page)


def test_a_selected_word_is_found(program):
    program.reading.open(Location("ct-scan"))
    view = program.window.article.view
    view.find("staging")
    QTest.keyClick(program.window, Qt.Key.Key_F, CTRL)

    assert program.window.article.hits.field.text() == "staging"
    assert set(marked(program)) == {"staging"}


def test_marks_stay_through_a_change_of_size_and_go_with_the_page(page):
    QTest.keyClicks(page.window.article.hits.field, "ct")
    count = len(marked(page))
    page.look.set_size(150)
    assert len(marked(page)) == count
    page.reading.set_level(Level.PLAIN)
    assert marked(page) == []
    assert not page.window.article.hits.isVisible()


def test_the_start_page_has_nothing_to_be_found(program):
    assert not program.window.actions_["find"].isEnabled()
    program.reading.open(Location("ct-scan"))
    assert program.window.actions_["find"].isEnabled()


def test_hits_of_a_search_stand_in_the_same_bar(page, search):
    QTest.keyClicks(page.window.article.hits.field, "ct")
    search(page, "contrast")
    page.window.navigation.focus_results()
    QTest.keyClick(page.window.navigation.result_view, Qt.Key.Key_Return)

    assert page.window.article.hits.field.isHidden()
    assert set(map(str.lower, marked(page))) == {"contrast"}
