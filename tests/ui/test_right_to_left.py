"""The window for a language that is written from right to left."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtTest import QTest

from livermets_desktop.model.location import Location
from livermets_desktop.ui.tick_box import WrappedTickBox
from tests.library.tiny import tiny_contents, write_library

RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft


@pytest.fixture
def mirrored(qapp):
    """Let the program begin at the right; ask for this before the window."""
    qapp.setLayoutDirection(RIGHT_TO_LEFT)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def turned(mirrored, open_program):
    """A window that begins at the right."""
    return open_program()


def left_of(widget):
    return widget.mapTo(widget.window(), widget.rect().topLeft()).x()


def inked(image, ground):
    """Return the columns of a picture that hold something."""
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) != ground for y in range(0, image.height(), 2))
    ]


def balance(image):
    """Tell on which side a picture has more: less than 0 is left."""
    middle = image.width() / 2 - 0.5
    return sum(
        (x - middle) * image.pixelColor(x, y).alpha()
        for x in range(image.width())
        for y in range(image.height())
    )


def test_the_topics_stand_at_the_right_and_the_tool_bar_is_mirrored(turned):
    window = turned.window
    assert left_of(window.navigation) > left_of(window.tool_bar) + window.tool_bar.width() - 2
    bar = window.tool_bar
    back, urgent = (bar.findChild(object, name) for name in ("backButton", "urgentButton"))
    assert left_of(back) > left_of(urgent)


def test_the_lists_beside_a_page_stand_at_its_end(turned):
    turned.reading.open(Location("ct-scan"))
    article = turned.window.article
    assert left_of(article.outline) < left_of(article.view.viewport())
    assert article.outline.geometry().right() <= article.view.viewport().geometry().left()


def test_arrows_point_the_other_way(qapp, open_program):
    there = open_program().look.icons.pixmap("back").toImage()
    qapp.setLayoutDirection(RIGHT_TO_LEFT)
    try:
        back = open_program().look.icons.pixmap("back").toImage()
        search = open_program().look.icons.pixmap("search").toImage()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert balance(there) < 0 < balance(back)
    assert search == open_program().look.icons.pixmap("search").toImage()


@pytest.mark.parametrize("view", ["topics", "outline"])
def test_rows_begin_at_the_right(turned, view):
    turned.reading.open(Location("ct-scan"))
    window = turned.window
    rows = window.navigation.topic_view if view == "topics" else window.article.outline
    image = rows.viewport().grab(rows.visualRect(rows.model().index(0, 0))).toImage()
    columns = inked(image, image.pixelColor(image.width() // 4, 1))
    assert columns[0] > image.width() - columns[-1]


def test_results_begin_at_the_right_and_english_stays_english(turned, search, monkeypatch):
    search(turned, "scan")
    view = turned.window.navigation.result_view
    layouts = []
    draw = QTextLayout.draw
    monkeypatch.setattr(
        QTextLayout, "draw", lambda layout, *rest: (layouts.append(layout), draw(layout, *rest))
    )
    view.grab()
    assert layouts
    for layout in layouts:
        assert layout.textOption().textDirection() is not RIGHT_TO_LEFT
        line = layout.lineAt(0)
        assert line.naturalTextRect().right() == pytest.approx(line.width(), abs=2)


def test_the_arrow_keys_open_and_close_a_group_the_other_way(turned):
    tree = turned.window.navigation.topic_view
    group = tree.model().index(0, 0)
    tree.setCurrentIndex(group)
    QTest.keyClick(tree, Qt.Key.Key_Left)
    assert tree.isExpanded(group)
    QTest.keyClick(tree, Qt.Key.Key_Right)
    assert not tree.isExpanded(group)


def test_english_text_of_a_page_stays_left_to_right(turned):
    turned.reading.open(Location("ct-scan"))
    view = turned.window.article.view
    block = view.document().begin()
    while block.isValid():
        assert block.textDirection() is Qt.LayoutDirection.LeftToRight
        block = block.next()


def test_arabic_of_a_library_is_shown_from_right_to_left(open_program, tmp_path, search):
    contents = tiny_contents()
    title = "تصوير الكبد (CT)"
    contents = replace(
        contents,
        topics=tuple(
            replace(row, title=title) if row.id == "ct-scan" else row for row in contents.topics
        ),
    )
    program = open_program(write_library(tmp_path / "arabic", contents), trusted=False)
    program.reading.open(Location("ct-scan"))
    view = program.window.article.view
    assert program.reading.article.title == title
    assert view.document().begin().text() == title
    assert view.document().begin().textDirection() is RIGHT_TO_LEFT
    assert program.window.windowTitle().startswith(title)


def test_questions_to_tick_are_read_in_the_direction_of_their_letters(mirrored, qtbot):
    box = WrappedTickBox("HHHHHHHH.")
    qtbot.addWidget(box)
    box.resize(300, 40)
    picture = box.grab(box._room()).toImage()
    columns = inked(picture, picture.pixelColor(0, 0))
    assert columns[0] > picture.width() // 2  # they begin at the right
    upper = picture.copy(columns[-1] - 2, 0, 3, picture.height() // 2)
    assert inked(upper, picture.pixelColor(0, 0)) == []  # the full stop is the last
