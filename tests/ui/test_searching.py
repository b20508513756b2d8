import shutil
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from livermets_desktop.errors import IndexUnusableError
from livermets_desktop.model.level import Level
from livermets_desktop.model.location import Location
from livermets_desktop.ui.row_state import row_width


def counted(program):
    return program.window.navigation.results._count.text()


def test_typing_shows_sections_and_esc_goes_back_to_the_tree(program, search):
    navigation = program.window.navigation
    search(program, "jaundice")
    assert navigation.shows_results
    assert "found" in counted(program) or "topics" in counted(program)
    QTest.keyClick(navigation.field, Qt.Key.Key_Escape)
    assert not navigation.shows_results
    assert navigation.query == ""


def test_a_result_is_opened_by_keyboard_at_its_section_with_marks(program, search):
    search(program, "hypodense")
    navigation = program.window.navigation
    navigation.field.setFocus()
    QTest.keyClick(navigation.field, Qt.Key.Key_Down)
    assert navigation.result_view.hasFocus() or navigation.result_view.current_hit()
    QTest.keyClick(navigation.result_view, Qt.Key.Key_Return)
    assert program.reading.article.id == "ct-scan"
    current, count = program.window.article.hit_place
    assert (current, count) == (0, 1)
    assert program.window.article.hits.isVisible()
    [selection] = program.window.article.view.extraSelections()
    assert selection.cursor.selectedText() == "Hypodense"


def test_esc_returns_to_the_results_and_then_to_where_the_reader_was(program, search):
    program.reading.open(Location("eating-well"))
    search(program, "hypodense")
    navigation = program.window.navigation
    assert navigation.focus_results()
    QTest.keyClick(navigation.result_view, Qt.Key.Key_Return)
    assert program.reading.article.id == "ct-scan"
    QTest.keyClick(program.window.article.view, Qt.Key.Key_Escape)
    assert program.window.article.hit_place == (-1, 0)
    assert navigation.shows_results
    QTest.keyClick(navigation.result_view, Qt.Key.Key_Escape)
    assert program.reading.article.id == "eating-well"
    assert not navigation.shows_results


def test_the_keys_step_through_the_hits_and_round_the_end(program, search):
    program.reading.set_level(Level.PLAIN)
    search(program, "slices pictures liver")
    assert program.window.navigation.focus_results()
    QTest.keyClick(program.window.navigation.result_view, Qt.Key.Key_Return)
    article = program.window.article
    start, count = article.hit_place
    assert count > 1
    QTest.keyClick(program.window, Qt.Key.Key_F3)
    assert article.hit_place[0] == (start + 1) % count
    for _ in range(count):
        QTest.keyClick(program.window, Qt.Key.Key_F3)
    assert article.hit_place[0] == (start + 1) % count
    QTest.keyClick(program.window, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert article.hit_place[0] == start


def test_enter_opens_the_exact_match(program, search):
    search(program, "ct scan")
    QTest.keyClick(program.window.navigation.field, Qt.Key.Key_Return)
    assert program.reading.article.id == "ct-scan"


def test_enter_without_an_exact_match_goes_to_the_results_and_guesses_nothing(program, search):
    search(program, "liver slices")
    QTest.keyClick(program.window.navigation.field, Qt.Key.Key_Return)
    assert program.reading.article is None
    assert program.window.navigation.result_view.current_hit() is not None


def test_nothing_found_is_no_dead_end(program, search):
    search(program, "qwxyzzy")
    results = program.window.navigation.results
    assert "Nothing found for “qwxyzzy”." in results.nothing.words.text()
    assert results.nothing.isVisible()


def test_a_slip_is_forgiven_and_the_right_spelling_offered(program, search):
    search(program, "jaundise")
    results = program.window.navigation.results
    assert program.window.navigation.result_view.model().rowCount() > 0
    assert results._suggestion.isVisible()
    with_answer = program.tasks.finished
    seen = []
    with_answer.connect(lambda _number, answer: seen.append(answer.query))
    results._suggestion.click()
    assert program.window.navigation.query == "jaundice"


def test_the_newest_query_is_the_one_answered(program, search, qtbot):
    field = program.window.navigation.field
    search(program, "liver")
    answers = []
    program.tasks.finished.connect(lambda _number, answer: answers.append(answer.query))
    for end in range(1, len("hypodense metastases") + 1):
        field.setText("hypodense metastases"[:end])
    qtbot.waitUntil(lambda: "hypodense metastases" in answers)
    assert program.tasks.drain()
    assert program.search._results.query == "hypodense metastases"


def test_the_window_lives_while_a_search_hangs(program, qtbot):
    go_on = threading.Event()

    class Hanging:
        def search(self, text, **_):
            assert go_on.wait(10)
            raise IndexUnusableError

    program.search._index = Hanging()
    program.window.navigation.field.setText("liver")
    assert not program.window.navigation.results.nothing.isVisible()
    program.reading.open(Location("ct-scan"))
    assert program.reading.article.id == "ct-scan"
    with qtbot.waitSignal(program.tasks.failed):
        go_on.set()
    assert counted(program) == "No search at the moment"
    assert str(IndexUnusableError()) in program.window.navigation.results.nothing.words.text()


@pytest.mark.parametrize("query", ["**", "(((((", "x" * 10_000, "\x00\u202e", "🦠", '"', "*a*"])
def test_a_query_that_hurts_gets_an_answer(program, search, query):
    search(program, f"{query} ")
    assert not program.search._results.hits or program.search._results.query


def test_the_query_is_not_written_to_the_log(program, search, caplog):
    with caplog.at_level("DEBUG"):
        search(program, "canaryword")
    assert "canaryword" not in caplog.text


@pytest.mark.parametrize(("height", "scrolls"), [(420, True), (1000, False)])
def test_rows_are_measured_as_wide_as_they_are_painted(open_program, search, height, scrolls):
    program = open_program(size=(1280, height))
    search(program, "liver")
    view = program.window.navigation.result_view
    program.window.grab()
    assert view.verticalScrollBar().isVisible() is scrolls
    assert row_width(view) == view.visualRect(view.model().index(1, 0)).width()


def test_above_the_results_a_scroll_bar_goes_with_its_need(program, search, qtbot):
    search(program, "liver")
    panel = program.window.navigation.results
    area = panel.findChild(QScrollArea, "resultsTop")
    bar = area.verticalScrollBar()
    # Words that are as wide as there is room, so that they take two lines beside the bar.
    panel._show_also(("i",))
    also, line = panel._also, panel._also.fontMetrics()
    qtbot.waitUntil(lambda: area.height() == panel.layout().itemAt(0).sizeHint().height() > 40)
    words = also.text()
    while line.horizontalAdvance(words + " i") <= also.width():
        words += " i"
    also.setText(words)
    assert also.heightForWidth(also.width() - bar.sizeHint().width()) > also.height()
    area.setMaximumHeight(30)
    qtbot.waitUntil(bar.isVisible)
    area.setMaximumHeight(10_000)
    qtbot.waitUntil(lambda: not bar.isVisible())
    assert area.height() == also.parentWidget().height()


def test_a_damaged_index_is_told_and_search_works_all_the_same(
    open_program, tiny_folder, tmp_path, search, qtbot
):
    folder = tmp_path / "damaged"
    shutil.copytree(tiny_folder, folder)
    [postings] = (folder / "index").glob("*.pst")
    postings.write_bytes(postings.read_bytes()[:50])
    program = open_program(folder)
    program.reading.open(Location("ct-scan"))
    search(program, "hypodense")
    qtbot.waitUntil(lambda: program.window.notice.sentence == str(IndexUnusableError()))
    assert program.window.notice.isVisible()
    assert program.search._results.hits[0].article == "ct-scan"


def test_a_damaged_library_is_told_on_every_page(open_program, tiny_folder, tmp_path, qtbot):
    folder = tmp_path / "damaged"
    shutil.copytree(tiny_folder, folder)
    with (folder / "library.db").open("ab") as database:
        database.write(b"more")
    program = open_program(folder)
    notice = program.window.notice
    qtbot.waitUntil(lambda: "is damaged: install it again" in notice.sentence)
    program.reading.open(Location("ct-scan"))
    assert notice.isVisible()
