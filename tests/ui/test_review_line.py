"""The lines below the title: how an article was checked, and by whom it was reviewed."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtGui import QTextCursor

from livermets_desktop.model.level import Level
from livermets_desktop.model.location import Location
from tests.library.tiny import tiny_contents, write_library

CLOCK = "\ufffc"  # a picture in a text


@pytest.fixture
def open_page(open_program, tmp_path):
    """Return a function that opens the CT page on a day; it is due on 15 June 2026."""

    def make(today, *, due="2026-06-15", **options):
        tiny = tiny_contents()
        rows = (replace(row, checked="2025-06-15", check_due=due) for row in tiny.articles)
        folder = write_library(tmp_path / "library", replace(tiny, articles=tuple(rows)))
        program = open_program(folder, today=today, **options)
        program.reading.open(Location("ct-scan"), Level.CLINICIAN)
        return program

    return make


def lines(program):
    return program.window.article.view.document().findBlockByNumber(1).text().split("\u2028")


def test_an_article_says_when_it_is_to_be_checked_again(open_page):
    first, second = lines(open_page(date(2026, 6, 15)))

    assert "Checked 15 June 2025, next check by June 2026" in first
    assert CLOCK not in first
    assert second == "Not yet reviewed by a clinician"


def test_the_day_after_it_is_overdue_with_a_clock(open_page):
    program = open_page(date(2026, 6, 16))
    first, second = lines(program)

    assert f"Checked 15 June 2025, {CLOCK} overdue since June 2026" in first.replace("\xa0", " ")
    assert second == "Not yet reviewed by a clinician"
    document = program.window.article.view.document()
    form = document.find("overdue").charFormat()
    assert form.foreground().color() == program.look.theme.color("urgent_ink")


@pytest.mark.parametrize("size", [100, 200, 300])
def test_the_clock_is_as_large_as_the_words(open_page, size):
    program = open_page(date(2099, 1, 1), text_size=size)
    view = program.window.article.view
    block = view.document().findBlockByNumber(1)
    cursor = QTextCursor(view.document())
    cursor.setPosition(block.position() + block.text().index(CLOCK) + 1)

    side = cursor.charFormat().toImageFormat().width()

    assert side == program.look.theme.box(16)
    assert view.loadResource(2, "icon:clock").width() >= side


@pytest.mark.parametrize("today", [date(1, 1, 1), date(1970, 1, 1), date(2099, 12, 31), date.max])
def test_a_clock_that_is_wrong_does_no_harm(open_page, today):
    program = open_page(today)

    assert "Checked 15 June 2025" in lines(program)[0]
    assert "June 2026" in lines(program)[0].replace("\xa0", " ")


@pytest.mark.parametrize("due", ["0001-01-01", "9999-12-31"])
def test_any_date_of_a_library_is_shown(open_page, due):
    assert "Checked 15 June 2025" in lines(open_page(date(2026, 1, 1), due=due))[0]


def test_the_start_page_counts_by_the_same_clock(open_page):
    assert open_page(date(2026, 6, 16)).library.info.overdue_count > 0


def test_of_two_texts_the_one_that_is_due_first_counts(open_program, tmp_path):
    tiny = tiny_contents()
    dues = {"plain": "2026-06-15", "clinician": "2027-06-15"}
    rows = (replace(row, check_due=dues[row.level]) for row in tiny.articles)
    folder = write_library(tmp_path / "library", replace(tiny, articles=tuple(rows)))
    program = open_program(folder, today=date(2026, 7, 1))
    program.reading.open(Location("ct-scan"), Level.CLINICIAN)
    assert "overdue" not in lines(program)[0]

    program.window.actions_["side_by_side"].trigger()

    assert "overdue since June 2026" in lines(program)[0].replace("\xa0", " ")


def test_both_texts_are_reviewed_only_if_each_is(open_program, tmp_path):
    tiny = tiny_contents()
    signed = {"plain": ("Dr A", "2026-01-20"), "clinician": ("", "")}
    rows = (
        replace(row, reviewed_by=signed[row.level][0], reviewed=signed[row.level][1])
        for row in tiny.articles
    )
    folder = write_library(tmp_path / "library", replace(tiny, articles=tuple(rows)))
    program = open_program(folder)
    program.reading.open(Location("ct-scan"), Level.PLAIN)
    assert lines(program)[1] == "Reviewed by Dr A, 20 January 2026"

    program.window.actions_["side_by_side"].trigger()

    assert lines(program)[1] == "Not yet reviewed by a clinician"


def test_sources_are_counted_only_where_there_are_some(open_program, tmp_path):
    tiny = tiny_contents()
    with_sources = open_program(write_library(tmp_path / "library", tiny))
    with_sources.reading.open(Location("ct-scan"), Level.CLINICIAN)
    assert lines(with_sources)[0].endswith("2 sources")
    bare = write_library(tmp_path / "bare", replace(tiny, citations=()))

    without = open_program(bare)
    without.reading.open(Location("ct-scan"), Level.CLINICIAN)

    assert lines(without)[0].endswith("next check by January 2027")
