from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from livermets_desktop.library.contents import TopicRow
from livermets_desktop.model.level import Level
from livermets_desktop.model.location import Location
from livermets_desktop.reader_files import ReaderFiles
from livermets_desktop.settings import Settings, SettingsFile
from livermets_desktop.ui.about_dialog import AboutDialog
from livermets_desktop.ui.keys_dialog import KeysDialog
from livermets_desktop.ui.self_test import SelfTest
from tests.access.layout import layout_faults
from tests.library.tiny import tiny_contents, write_library

SIZES = [(1280, 800), (1024, 768), (1920, 1080), (800, 600)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text_size", [100, 200, 300])
def test_nothing_is_clipped_and_nothing_overlaps(open_program, search, size, text_size):
    program = open_program(size=size, text_size=text_size)
    window = program.window
    assert layout_faults(window) == []
    program.reading.open(Location("ct-scan"))
    assert layout_faults(window) == []
    search(program, "liver")
    window.show_navigation()
    assert layout_faults(window) == []


def test_with_little_room_the_tree_covers_the_page_and_gives_it_back(open_program):
    program = open_program(size=(760, 700))
    window = program.window
    assert not window.navigation.isVisible()
    window.tool_bar.topics_requested.emit()
    assert window.navigation.isVisible()
    assert not window.tool_bar.isVisible()
    window.navigation.topic_view.topic_chosen.emit("ct-scan")
    assert not window.navigation.isVisible()
    assert window.article.isVisible()


def test_with_little_room_the_sections_become_a_menu(open_program):
    program = open_program(size=(900, 700))
    program.reading.open(Location("ct-scan"))
    assert program.window.tool_bar.outline_button.isVisible()
    assert not program.window.article.outline.isVisible()
    program.window.tool_bar.outline_button.click()
    menu = QApplication.activePopupWidget()
    assert "Contrast" in [action.text() for action in menu.actions()]
    menu.close()


def test_a_wider_window_opens_out_again(open_program):
    program = open_program(size=(760, 700))
    program.window.resize(1400, 800)
    assert program.window.navigation.isVisible()
    assert program.window.tool_bar.isVisible()
    program.reading.open(Location("ct-scan"))
    assert program.window.article.outline.isVisible()


def test_f6_goes_through_every_pane_and_round(program):
    program.reading.open(Location("ct-scan"))
    window = program.window
    seen = []
    for _ in range(5):
        QTest.keyClick(window, Qt.Key.Key_F6)
        seen.append(window.focusWidget().objectName())
    assert set(seen[:4]) == {"searchField", "topics", "article", "outline"}
    assert seen[4] == seen[0]


def test_the_search_key_selects_the_query(program):
    field = program.window.navigation.field
    field.setText("liver")
    QTest.keyClick(program.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert program.window.focusWidget() is field
    assert field.selectedText() == "liver"


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_a_theme_is_changed_while_running(program, theme):
    program.reading.open(Location("ct-scan"))
    program.window.actions_[f"theme_{theme}"].trigger()
    assert program.look.theme.name == theme
    surface = program.look.theme.color("surface")
    view = program.window.article.view
    assert view.grab().toImage().pixelColor(3, 3) == surface


def test_the_text_size_has_ends(program):
    actions = program.window.actions_
    assert not actions["smaller"].isEnabled()
    while actions["bigger"].isEnabled():
        actions["bigger"].trigger()
    assert program.look.text_size == 300
    assert not actions["bigger"].isEnabled()
    actions["normal_size"].trigger()
    assert program.look.text_size == 100


def test_sizes_and_choices_are_kept_for_the_next_time(open_program, tmp_path):
    kept = ReaderFiles(settings=tmp_path / "settings.json")
    first = open_program(size=(1300, 850), files=kept, theme="dark")
    first.reading.set_level(Level.PLAIN)
    first.window.actions_["outline"].setChecked(False)
    first.window.close()
    again = SettingsFile(tmp_path / "settings.json")
    settings = again.load()
    assert settings == Settings(
        level=Level.PLAIN, theme="dark", window=(1300, 850), outline_shown=False
    )


def test_the_self_test_passes_on_a_sound_library(program, qtbot):
    test = SelfTest(program.window, program.reading, program.tasks, "ct-scan")
    with qtbot.waitSignal(test.done, timeout=20_000) as end:
        test.start()
    assert end.args == [""]


def test_the_self_test_fails_without_an_article(program, qtbot):
    test = SelfTest(program.window, program.reading, program.tasks, "nothing")
    with qtbot.waitSignal(test.done, timeout=20_000) as end:
        test.start()
    assert end.args == ["The self test found no article."]


def test_the_self_test_fails_without_pages_for_paper(program, qtbot):
    program.window.actions_["print"].triggered.disconnect()
    test = SelfTest(program.window, program.reading, program.tasks, "ct-scan")
    with qtbot.waitSignal(test.done, timeout=20_000) as end:
        test.start()
    assert end.args == ["The self test could not make a PDF."]


def test_every_key_stands_in_the_sheet_of_keys(program):
    dialog = KeysDialog(program.window.actions_)
    words = {label.text() for label in dialog.findChildren(QLabel)}
    assert {"Ctrl+K, Ctrl+L, /", "F8", "Switch Reading Level"} <= words


def test_about_says_that_nobody_has_reviewed_the_library(program):
    dialog = AboutDialog(program.library.info, program.look.icons)
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Not yet reviewed by a clinician" in words
    assert "no network connection" in words


def test_a_long_title_stands_in_two_lines_of_the_tree(open_program, tmp_path):
    contents = tiny_contents()
    title = "Blood tests, and what they can and cannot tell about the liver"
    topics = (
        replace(topic, title=title) if topic.id == "blood-tests" else topic
        for topic in contents.topics
    )
    folder = write_library(tmp_path / "library", replace(contents, topics=tuple(topics)))
    program = open_program(folder)
    program.reading.open_topic("ct-scan")
    view = program.window.navigation.topic_view

    [short, long] = (
        view.visualRect(view.model().find(("tests", name))).height()
        for name in ("ct-scan", "blood-tests")
    )

    assert long == short + view.fontMetrics().lineSpacing()


def test_the_titles_of_a_very_large_group_are_not_measured_one_by_one(open_program, tmp_path):
    contents = tiny_contents()
    many = (
        TopicRow(f"topic-{number}", "article", "tests", number + 10, f"{number} " * 20)
        for number in range(2_000)
    )
    folder = write_library(
        tmp_path / "library", replace(contents, topics=(*contents.topics, *many))
    )
    program = open_program(folder)
    view = program.window.navigation.topic_view
    assert not view.uniformRowHeights()

    view.setExpanded(view.model().find(("tests",)), True)

    assert view.uniformRowHeights()
    view.grab()
