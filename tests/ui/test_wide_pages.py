"""Lines, tables and pages at any width of the window and any size of the text."""

import statistics
import time

import pytest

from livermets_desktop.model.location import Location
from tests.library.tiny import with_article_html, write_library

WORD = "w" * 5_000


def row(cells, tag="td", **attributes):
    written = " ".join(f'{name}="{value}"' for name, value in attributes.items())
    return "<tr>" + "".join(f"<{tag} {written}>{cell}</{tag}>" for cell in cells) + "</tr>"


def table(*rows, **attributes):
    written = " ".join(f'{name}="{value}"' for name, value in attributes.items())
    return f'<table class="data" {written}>{"".join(rows)}</table>'


TABLES = {
    "20,000 wide": table(row("abc"), row("def"), width=20_000),
    "cells 20,000 wide": table(row("abc", width=20_000), row("def", width=20_000)),
    "500 columns": table(*[row(["cell"] * 500)] * 3),
    "500 columns in one row": table(row(["cell"] * 500)),
    "words without end": table(row([WORD] * 3), row([WORD] * 3)),
    "8 columns of long words": table(row(["Bilirubinoxidoreductase"] * 8), row("abcdefgh")),
    "500 columns of words without end": table(*[row([WORD[:1_000]] * 500)] * 2),
    "2,900 cells": table(*[row(["cell"] * 50)] * 58),
    "19,000 cells": table(*[row(["cell"] * 95)] * 200),
    "9,000 rows": table(*[row(["a few words", "more"])] * 9_000),
    "tables in a table": table(row([table(row(["cell"] * 200), row(["cell"] * 200))] * 2) * 2),
}


@pytest.fixture
def open_page(open_program, tmp_path):
    """Return a function that opens a page with this text."""

    def make(html, *, trusted=False, **options):
        folder = write_library(tmp_path / "library", with_article_html(f"{html}<p>End.</p>"))
        program = open_program(folder, trusted=trusted, **options)
        return program, program.window.article.view

    return make


def lines(view):
    """Return the texts of all lines of paragraphs but the last ones."""
    found = []
    block = view.document().begin()
    while block.isValid():
        for number in range(block.layout().lineCount() - 1):
            line = block.layout().lineAt(number)
            found.append(block.text()[line.textStart() :][: line.textLength()])
        block = block.next()
    return found


@pytest.mark.parametrize("text_size", [100, 200, 300])
@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080), (2560, 1440)])
def test_a_line_has_about_seventy_letters_where_there_is_room(open_page, size, text_size):
    words = (
        "The liver filters the blood that comes from the bowel, so cancer cells often settle in "
        "it. A scan shows where they are and how large they have become over the last months. "
    )
    program, view = open_page(f"<p>{words * 3}</p>", size=size, text_size=text_size)
    program.reading.open(Location("ct-scan"))

    letters = statistics.median(len(line) for line in lines(view))

    room = view.viewport().width() / (text_size / 100)
    assert letters <= 78
    assert letters >= 60 or room < 620


@pytest.mark.parametrize("text_size", [100, 200, 300])
def test_no_word_of_a_table_of_eight_columns_is_broken(open_page, text_size):
    names = ["Bilirubin (mg/dL)", "Albumin (g/dL)", "INR", "Ascites", "Enceph- alopathy"]
    html = table(row([*names, "Points", "Grade", "Meaning"], "th"), row(["1", "2", "3", "4"] * 2))
    program, view = open_page(html, size=(1280, 800), text_size=text_size)
    program.reading.open(Location("ct-scan"))

    assert not [line for line in lines(view) if line[-1].isalpha()]
    assert not view.horizontalScrollBar().isVisible()


def test_a_table_that_was_set_smaller_grows_with_the_room(open_page):
    names = [f"Bilirubin{number}" for number in range(6)]
    program, view = open_page(table(row(names), row(names)), size=(500, 600))
    program.reading.open(Location("ct-scan"))
    narrow = view.document().find("Bilirubin3").charFormat().font().pointSizeF()

    program.window.resize(1280, 800)

    wide = view.document().find("Bilirubin3").charFormat().font().pointSizeF()
    assert narrow < wide
    assert wide == pytest.approx(11.5, abs=0.2)


@pytest.mark.no_cover
@pytest.mark.parametrize("size", [100, 300])
@pytest.mark.parametrize("kind", TABLES)
def test_any_table_is_shown_at_once_and_nothing_of_it_is_out_of_reach(open_page, qtbot, kind, size):
    check(qtbot, *open_page(TABLES[kind], text_size=size))


@pytest.mark.no_cover
@pytest.mark.parametrize("kind", list(TABLES)[:3])
def test_nor_is_it_in_a_library_that_is_not_cleaned(open_page, qtbot, kind):
    check(qtbot, *open_page(TABLES[kind], trusted=True))


def check(qtbot, program, view):
    start = time.process_time()
    assert program.reading.open(Location("ct-scan"))
    program.window.grab()

    assert time.process_time() - start < 2
    bar = view.horizontalScrollBar()
    width = view.document().size().width()
    qtbot.waitUntil(lambda: bar.isVisible() == (width > view.viewport().width() + 4))
    assert bar.maximum() >= width - view.viewport().width() - 1


def test_a_scroll_bar_goes_with_the_wide_page(open_page, qtbot):
    program, view = open_page(TABLES["500 columns"])
    program.reading.open(Location("ct-scan"))
    bar = view.horizontalScrollBar()
    qtbot.waitUntil(bar.isVisible)

    program.reading.open(Location("laparoscopy"))

    qtbot.waitUntil(lambda: not bar.isVisible())
    assert bar.value() == 0


def test_a_scroll_bar_that_qt_told_wrongly_neither_comes_nor_scrolls(open_page, qtbot):
    """It tells so when a page is resized within its resizing."""
    program, view = open_page("<p>Short.</p>")
    program.reading.open(Location("ct-scan"))
    bar = view.horizontalScrollBar()

    bar.setRange(0, 300)

    assert not bar.isVisible()
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    assert not bar.isVisible()


def test_no_page_is_wider_than_the_window_for_a_moment(open_page):
    """What Qt tells the scroll bars then is sometimes the last that it tells them."""
    program, view = open_page(table(row(["Bilirubin"] * 6)) * 30)
    widest = []
    view.horizontalScrollBar().rangeChanged.connect(lambda _, most: widest.append(most))

    program.reading.open(Location("ct-scan"))
    for width in (1920, 1280, 1500, 1280):
        program.window.resize(width, 800)

    assert max(widest, default=0) <= 4
