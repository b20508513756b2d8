"""Pages about the program, and figures that a page shows only when they are asked for."""

import pytest

from livermets_desktop.model.level import Level
from livermets_desktop.model.location import Location
from livermets_desktop.ui.home_panel import HomePanel
from livermets_desktop.ui.result_model import HitRow
from tests.library.tiny import with_help, write_library


@pytest.fixture
def program(open_program, tmp_path):
    return open_program(write_library(tmp_path / "library", with_help()))


def shown(program):
    return program.window.article.view.toPlainText()


def test_help_opens_the_first_page_about_the_program(program):
    program.window.actions_["help"].trigger()

    assert program.reading.article.id == "searching"


def test_a_page_about_the_program_speaks_of_no_review(program):
    program.window.actions_["help"].trigger()

    assert "About this program" in shown(program)
    assert "clinician" not in shown(program)


def test_help_stands_in_the_tree_and_not_among_the_groups_of_the_start_page(program):
    home = program.window.findChild(HomePanel)

    assert [card.topic.id for card in home._cards] == ["care", "tests"]
    assert [topic.id for topic in program.library.children()] == ["care", "tests", "help"]


def test_pages_about_the_program_are_not_counted_as_topics(program):
    info = program.library.info

    assert info.article_count == 5
    assert info.checked.isoformat() == "2026-02-01"


def test_help_is_found_after_everything_medical(program, search):
    search(program, "jaundice")

    rows = program.window.navigation.result_view.rows
    articles = [row.place.article for row in rows if isinstance(row, HitRow)]
    assert len(articles) > 1
    assert articles[-1] == "searching"


def test_figures_are_shown_when_the_reader_asks(program):
    program.reading.set_level(Level.PLAIN)
    program.reading.open(Location("eating-well"))
    assert "Nine of ten" not in shown(program)

    program.reading.follow("ask:small-meals")

    assert "Nine of ten" in shown(program)


def test_figures_stay_while_the_look_changes_and_go_with_the_page(program):
    program.reading.open(Location("eating-well"))
    program.reading.follow("ask:small-meals")

    program.look.set_size(150)
    assert "Nine of ten" in shown(program)

    program.reading.open(Location("ct-scan"))
    program.reading.go_back()
    assert "Nine of ten" not in shown(program)


def test_asking_where_there_is_nothing_to_ask_changes_nothing(program):
    program.reading.open(Location("ct-scan"))
    before = shown(program)

    program.reading.follow("ask:contrast")

    assert shown(program) == before
