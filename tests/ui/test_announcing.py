"""What is announced to assistive technology, and that nothing is without it."""

import pytest
from PySide6.QtTest import QTest

from livermets_desktop.model.location import Location
from livermets_desktop.ui.print_dialog import PrintDialog
from tests.access.status import screen_reader


@pytest.fixture
def reader():
    """A screen reader that keeps what it is told."""
    with screen_reader() as receiver:
        yield receiver


@pytest.fixture
def said(reader):
    """What it would say."""
    return reader.said


def test_a_page_is_announced_with_its_level(program, said):
    program.reading.open(Location("ct-scan"))
    assert said == ["CT scan. Reading level: Clinician"]
    program.reading.go_home()
    assert said[1:] == ["Start page"]


def test_a_switched_level_is_announced_without_the_page(program, said):
    program.reading.open(Location("ct-scan"))
    program.window.actions_["switch_level"].trigger()
    program.window.actions_["side_by_side"].trigger()
    assert said[1:] == ["Reading level: Plain", "Reading level: Side by side"]


def test_a_text_size_is_announced_and_a_theme_is_not(program, said):
    program.window.actions_["bigger"].trigger()
    program.window.actions_["theme_dark"].trigger()
    assert said == [f"Text size {program.look.text_size} %"]


def test_the_count_of_results_is_announced(program, search, said):
    search(program, "jaundice")
    assert said == [program.window.navigation.results._count.text()]
    search(program, "qqzzxx")
    assert len(said) == 2
    assert said[1] == program.window.navigation.results._count.text()


def test_what_is_found_on_the_page_is_announced(program, said):
    program.reading.open(Location("ct-scan"))
    program.window.actions_["find"].trigger()
    QTest.keyClicks(program.window.article.hits.field, "scan")
    assert said[-1] == program.window.article.hits._place.text()
    assert "of" in said[-1]
    program.window.actions_["next_hit"].trigger()
    assert said[-1] == program.window.article.hits._place.text()


def test_another_count_of_pages_is_announced(program, said):
    program.reading.open(Location("ct-scan"))
    program.window.actions_["print"].trigger()
    dialog = program.window.findChild(PrintDialog)
    dialog._large.click()
    assert said[-1] == dialog._count.text()
    dialog.reject()


def test_notices_and_bookmarks_are_announced(program, said):
    program.controller.tell("Something that the reader has to know.")
    program.reading.open(Location("ct-scan"))
    program.window.actions_["bookmark"].trigger()
    assert said[0] == "Something that the reader has to know."
    assert said[-1].startswith("Bookmarked: CT scan")


def test_without_assistive_technology_nothing_is_said(program, reader):
    reader.active = False
    program.reading.open(Location("ct-scan"))
    program.controller.tell("Something that the reader has to know.")
    assert reader.said == []
