"""The list of pages read, and forgetting them, in a whole window over the tiny library."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from livermets_desktop.model.level import Level
from livermets_desktop.model.location import Location
from livermets_desktop.ui.actions import menu_of


def read(program, *names):
    for name in names:
        program.reading.open(Location(name))


def panel_of(program):
    program.window.actions_["history"].trigger()
    return program._history._panel


def rows(panel):
    return [(row.name, row.here) for row in panel.view.rows]


def recent(program):
    menu = menu_of(program.window.menuBar(), "&Go").actions()[-1].menu()
    menu.aboutToShow.emit()
    return menu.actions()


def test_ctrl_h_lists_the_pages_newest_first_with_time_and_level(qtbot, program):
    read(program, "ct-scan", "blood-tests")
    program.reading.go_home()
    program.reading.open(Location("ct-scan"), Level.PLAIN)
    qtbot.waitUntil(program.window.isActiveWindow)
    qtbot.keyClick(program.window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    panel = program._history._panel
    assert rows(panel) == [("CT scan", True), ("Blood tests", False), ("CT scan", False)]
    notes = [row.note for row in panel.view.rows]
    assert re.fullmatch(r"\d\d:\d\d · You are here · Finding out · Plain", notes[0])
    assert re.fullmatch(r"\d\d:\d\d · Finding out · Clinician", notes[1])
    assert panel.view.hasFocus()
    assert panel.view.currentIndex().row() == 0


def test_enter_goes_there_and_back_leads_back(qtbot, program):
    read(program, "ct-scan", "blood-tests")
    panel = panel_of(program)
    qtbot.waitUntil(program.window.isActiveWindow)
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert program.reading.article.id == "ct-scan"
    assert program.window.article.view.hasFocus()
    assert rows(panel) == [("CT scan", True), ("Blood tests", False), ("CT scan", False)]
    program.reading.go_back()
    assert program.reading.article.id == "blood-tests"
    assert rows(panel) == [("CT scan", False), ("Blood tests", True), ("CT scan", False)]
    program.reading.go_forward()
    assert program.reading.article.id == "ct-scan"


def test_a_page_comes_back_as_far_scrolled_as_it_was_left(qtbot, open_program):
    program = open_program(size=(1280, 400))
    read(program, "ct-scan")
    bar = program.window.article.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 100)
    bar.setValue(bar.maximum() // 2)
    share = bar.value()
    read(program, "laparoscopy")
    panel_of(program).page_chosen.emit(1)
    assert program.reading.article.id == "ct-scan"
    assert abs(bar.value() - share) <= 2


def test_the_start_page_alone_is_no_history(program):
    panel = panel_of(program)
    assert rows(panel) == []
    assert panel._empty.isVisible()
    assert not panel.findChild(QPushButton, "clearHistory").isEnabled()
    read(program, "ct-scan")
    assert rows(panel) == [("CT scan", True)]


def test_clearing_forgets_the_way_the_recent_pages_and_the_places(program):
    read(program, "ct-scan", "blood-tests")
    program.reading.go_back()
    panel = panel_of(program)
    panel.findChild(QPushButton, "clearHistory").click()
    assert rows(panel) == []
    reading, actions = program.reading, program.window.actions_
    assert reading.visits == {}
    assert reading.recent == ()
    assert not actions["back"].isEnabled()
    assert not actions["forward"].isEnabled()
    assert [one.text() for one in recent(program)] == ["Nothing read yet"]
    assert reading.article.id == "ct-scan"
    assert program.window.focusWidget() is panel.entry
    read(program, "laparoscopy")
    assert rows(panel) == [("Laparoscopy", True)]
    assert not actions["back"].isEnabled()


def test_the_menu_has_the_last_ten_and_the_start_page_the_last_five(program):
    names = ["ct-scan", "blood-tests", "laparoscopy", "eating-well", "urgent-help"]
    read(program, *names, "ct-scan")
    titles = [topic.title for topic in program.reading.recent]
    assert len(titles) == 5
    assert titles[0] == "CT scan"
    entries = recent(program)
    assert [entry.text() for entry in entries] == titles
    entries[1].trigger()
    assert program.reading.article.title == titles[1]
    program.reading.go_home()
    assert program.window.home._recent.count() == 5


def test_bookmarks_and_history_take_each_others_place(program):
    panel = panel_of(program)
    program.window.actions_["bookmarks"].trigger()
    assert not panel.isVisible()
    assert program._marks._panel.isVisible()
    program.window.actions_["history"].trigger()
    assert panel.isVisible()
    panel.findChild(QPushButton, "closeSide").click()
    assert program.window.navigation.topic_view.isVisible()
