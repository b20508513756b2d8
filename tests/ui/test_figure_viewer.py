"""A figure of the article, large over the window."""

import time
from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from livermets_desktop.library.contents import FigureRow
from livermets_desktop.model.level import Level
from livermets_desktop.model.location import Location
from livermets_desktop.ui.figure_view import FigureView
from livermets_desktop.ui.figure_viewer import FigureViewer
from tests.library.tiny import tiny_contents, tiny_png, write_library

FIGURE = "ct-scan/two-phases"


def with_figure(light, dark=None):
    """Return the tiny library with these bitmaps for the figure of the CT page."""
    rows = (("light", light), ("dark", dark or light))
    figures = tuple(FigureRow(FIGURE, theme, 4, 2, png) for theme, png in rows)
    return replace(tiny_contents(), figures=figures)


@pytest.fixture
def open_page(open_program, qtbot, tmp_path):
    """Return a function that opens the CT page with a figure of its own."""

    def make(*bitmaps, **options):
        bitmaps = bitmaps or (tiny_png(1704, 600, grey=200), tiny_png(1704, 600, grey=40))
        folder = write_library(tmp_path / "library", with_figure(*bitmaps))
        program = open_program(folder, **options)
        program.reading.open(Location("ct-scan"), Level.CLINICIAN)
        qtbot.waitUntil(program.window.isActiveWindow)
        program.window.grab()  # everything is laid out
        return program

    return make


def viewer(program):
    found = program.window.findChildren(FigureViewer)
    shown = [one for one in found if one.isVisible()]
    return shown[0] if shown else None


def place_of_figure(program):
    """Return where the figure is on the page, scrolled into sight."""
    view = program.window.article.view
    cursor = QTextCursor(view.document())
    [position] = view._layout.figures
    cursor.setPosition(position)
    view.setTextCursor(cursor)
    view.ensureCursorVisible()
    return view.cursorRect(cursor).center() + QPoint(40, 0)


def opened(program):
    program.window.actions_["figure"].trigger()
    return viewer(program)


def key(widget, *keys):
    for one in keys:
        QTest.keyClick(widget, one)


def test_a_click_on_a_figure_opens_it_with_its_caption_and_alt_text(open_page):
    program = open_page()
    view = program.window.article.view

    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place_of_figure(program))

    shown = viewer(program)
    assert shown.geometry() == program.window.centralWidget().geometry()
    assert shown.view.accessibleName() == "Figure 1. Two phases."
    assert shown.view.accessibleDescription() == "Two slices of one liver."
    assert shown._caption.text() == "Figure 1. Two phases."


def test_tab_reaches_the_figure_enter_opens_it_and_esc_comes_back(open_page):
    program = open_page(size=(1000, 420))
    view = program.window.article.view
    for _ in range(40):
        key(view, Qt.Key.Key_Tab)
        if FIGURE in link_at(view):
            break
    before = view.verticalScrollBar().value()
    assert before > 0

    key(view, Qt.Key.Key_Return)
    assert program.window.focusWidget() is viewer(program).view
    key(viewer(program).view, Qt.Key.Key_Escape)

    assert viewer(program) is None
    assert program.window.focusWidget() is view
    assert view.verticalScrollBar().value() == before
    assert FIGURE in link_at(view)


def link_at(view):
    cursor = view.textCursor()
    cursor.setPosition(cursor.selectionStart())
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
    return cursor.charFormat().anchorHref()


def test_the_hand_and_a_hint_tell_that_a_figure_opens(open_page):
    program = open_page()
    view = program.window.article.view
    place = place_of_figure(program)

    QTest.mouseMove(view.viewport(), place)
    view.highlighted.emit(f"figure:{FIGURE}")

    assert view.anchorAt(place) == f"figure:{FIGURE}"
    assert view.toolTip() == "Show large"
    view.highlighted.emit("")
    assert view.toolTip() == ""


def test_an_action_opens_the_figure_in_sight(open_page):
    program = open_page()

    assert opened(program) is not None


def test_a_page_without_figures_says_so(open_page):
    program = open_page()
    program.reading.open(Location("laparoscopy"))

    assert opened(program) is None
    assert "no figure on this page" in program.window.notice.sentence


def test_all_of_a_figure_is_seen_at_first_and_after_the_window_changed(open_page):
    program = open_page()
    view = opened(program).view

    assert view.rect().contains(view.target.toRect())
    program.window.resize(900, 500)
    assert view.rect().contains(view.target.toRect())
    assert view.width() < 900


def test_keys_and_buttons_make_it_bigger_and_smaller(open_page):
    program = open_page()
    shown = opened(program)
    fitting = shown.view.scale

    key(shown.view, Qt.Key.Key_Plus)
    assert shown.view.scale == pytest.approx(fitting * 1.25)
    key(shown.view, Qt.Key.Key_1)
    assert shown.view.scale == 1
    assert shown._size.text() == "100 %"
    key(shown.view, Qt.Key.Key_0)
    assert shown.view.scale == pytest.approx(fitting)
    words = {button.text(): button for button in shown.findChildren(QPushButton)}
    words["Bigger"].click()
    words["Bigger"].click()
    words["Smaller"].click()
    assert shown.view.scale == pytest.approx(fitting * 1.25)
    words["Fit"].click()
    assert shown.view.scale == pytest.approx(fitting)
    words["Close"].click()
    assert viewer(program) is None


def test_the_size_stays_within_bounds(open_page):
    view = opened(open_page()).view

    view.step(100)
    assert view.scale == 4
    view.step(-100)
    assert view.rect().contains(view.target.toRect())


def test_zooming_at_a_point_keeps_it_there(open_page):
    view = opened(open_page()).view
    view.step(4)
    at = QPointF(view.width() / 3, view.height() / 2)
    before = (at - view.target.topLeft()) / view.scale

    view.step(1, at)

    after = (at - view.target.topLeft()) / view.scale
    assert (after - before).manhattanLength() < 0.01


def test_a_figure_is_moved_by_dragging_and_by_arrow_keys_but_not_out_of_sight(open_page):
    view = opened(open_page()).view
    key(view, Qt.Key.Key_Right)
    assert view.rect().contains(view.target.toRect())
    view.step(6)
    before = view.target.topLeft()
    start = view.rect().center()

    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, start - QPoint(30, 10))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start - QPoint(30, 10))
    assert view.target.topLeft() == before - QPointF(30, 10)

    key(view, Qt.Key.Key_Left)
    assert view.target.left() == pytest.approx(before.x() - 30 + view.width() / 10)
    key(view, *[Qt.Key.Key_Down] * 100)
    assert view.target.bottom() == pytest.approx(view.height(), abs=1)


def test_tab_stays_within_the_figure(open_page):
    program = open_page()
    shown = opened(program)
    names = []

    for _ in range(6):
        key(program.window.focusWidget(), Qt.Key.Key_Tab)
        focus = program.window.focusWidget()
        assert shown.isAncestorOf(focus)
        names.append(focus.text() if isinstance(focus, QPushButton) else "figure")

    assert names == ["Bigger", "Smaller", "Fit", "Close", "figure", "Bigger"]


def test_theme_and_text_size_follow_while_it_is_open(open_page):
    program = open_page(theme="light")
    shown = opened(program)
    shown.view.step(2)
    scale, width = shown.view.scale, shown._caption.width()
    assert grey(shown.view) == 200

    program.look.set_theme("dark")
    assert grey(shown.view) == 40
    assert shown.view.scale == pytest.approx(scale)
    program.look.set_size(150)

    assert viewer(program) is shown
    assert shown._caption.width() > width


def grey(view):
    return view.grab().toImage().pixelColor(view.rect().center()).red()


def test_going_elsewhere_closes_it(open_page):
    program = open_page()

    assert opened(program)
    program.window.actions_["search"].trigger()
    assert viewer(program) is None

    assert opened(program)
    program.reading.go_back()
    assert viewer(program) is None


def test_its_memory_is_given_back(open_page, qtbot):
    program = open_page()
    shown = opened(program)

    key(shown.view, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: not shiboken6.isValid(shown))


def test_a_long_caption_leaves_room_for_the_figure(open_page):
    program = open_page(text_size=300)
    shown = opened(program)

    shown.show_figure(QImage(), "caption " * 10_000, "")

    assert len(shown._caption.text()) < 400
    assert shown.minimumSizeHint().width() <= program.window.centralWidget().width()


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "bitmap",
    [b"", tiny_png(1, 1), tiny_png(16_000, 1), tiny_png(1, 16_000), tiny_png(4_000, 4_000)],
    ids=["missing", "one dot", "a line", "a column", "16 million dots"],
)
def test_any_figure_is_shown_moved_and_made_bigger_at_once(open_page, bitmap):
    program = open_page(bitmap, trusted=False)
    start = time.process_time()
    shown = opened(program)

    for work in (lambda: None, *[lambda: shown.view.step(2)] * 4, shown.view.show_actual_size):
        work()
        key(shown.view, Qt.Key.Key_Right, Qt.Key.Key_Down)
        shown.grab()

    assert time.process_time() - start < 2


def test_a_scaled_figure_is_not_scaled_for_each_paint(open_page):
    view = opened(open_page(tiny_png(4_000, 4_000))).view
    view.grab()
    scaled = view._scaled.cacheKey()

    view.grab()
    assert view._scaled.cacheKey() == scaled

    view.step(1)
    view.grab()
    assert view._scaled.cacheKey() != scaled


def test_a_view_without_a_figure_does_no_harm(qtbot):
    view = FigureView()
    qtbot.addWidget(view)
    view.step(1)
    view.fit()
    assert not view.grab().isNull()
