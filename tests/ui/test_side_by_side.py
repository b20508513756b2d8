import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QTextTable
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider, QLabel, QPushButton

from livermets_desktop.model.level import Level
from livermets_desktop.model.location import Location
from livermets_desktop.reader_files import ReaderFiles
from livermets_desktop.ui.reference_card import ReferenceCard


def segment(program, name):
    return program.window.tool_bar.level.findChild(QPushButton, name)


def pairs(program):
    """Return the words of the pairs of sections that the page shows."""
    tables = program.window.article.view.document().rootFrame().childFrames()
    assert all(isinstance(table, QTextTable) and table.rows() == 1 for table in tables)
    return [(cell_text(table, 0), cell_text(table, 2)) for table in tables]


def cell_text(table, column):
    cell = table.cellAt(0, column)
    cursor = cell.firstCursorPosition()
    cursor.setPosition(cell.lastPosition(), cursor.MoveMode.KeepAnchor)
    return cursor.selectedText().replace("\u2029", " ")


@pytest.fixture
def both(open_program):
    """A window that shows both texts of the article with a figure and a table."""
    program = open_program(size=(1280, 800), side_by_side=True)
    program.reading.open(Location("ct-scan"))
    return program


def test_both_texts_stand_in_pairs(both):
    head, first, *others = pairs(both)
    assert head == ("Plain words", "For clinicians")
    plain = both.library.article("ct-scan", Level.PLAIN)
    clinician = both.library.article("ct-scan", Level.CLINICIAN)
    assert plain.summary in first[0]
    assert clinician.summary in first[1]
    headings = {part.id: part.heading for part in plain.sections[1:]}
    for part in (part for part in clinician.sections[1:] if part.depth == 2):
        row = next(row for row in others if row[1].startswith(part.heading))
        assert row[0].startswith(headings.get(part.id, ""))


def test_the_key_switches_in_place_and_back(program, qtbot):
    qtbot.waitUntil(program.window.isActiveWindow)
    program.reading.open(Location("ct-scan", "what-it-shows"))
    QTest.keyClick(program.window, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert program.window.article.shows_both
    assert segment(program, "both").isChecked()
    assert program.window.article.section == "what-it-shows"
    QTest.keyClick(program.window, Qt.Key.Key_F8)
    assert not program.window.article.shows_both
    assert program.window.article.section == "what-it-shows"
    assert program.reading.shown_level is Level.PLAIN


class Widths(QObject):
    """Notes how much text there is whenever the page gets another width."""

    def __init__(self, view):
        super().__init__(view)
        self.texts = []
        self._view = view
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Resize:
            self.texts.append(len(self._view.toPlainText()))
        return False


def test_the_texts_are_laid_out_once_for_the_room_that_they_have(open_program, qtbot):
    program = open_program(size=(1280, 800))
    qtbot.waitExposed(program.window)
    program.reading.open(Location("ct-scan"))
    widths = Widths(program.window.article.view)
    program.reading.show_side_by_side()
    program.reading.set_level(Level.CLINICIAN)
    assert len(widths.texts) == 2  # the list beside the text went and came
    assert set(widths.texts) == {0}


def test_a_click_on_a_level_ends_it(both):
    segment(both, "clinician").click()
    assert not both.reading.shows_both
    assert both.reading.shown_level is Level.CLINICIAN
    assert both.window.actions_["level_clinician"].isChecked()


def test_it_is_remembered(open_program):
    files = ReaderFiles()
    first = open_program(files=files)
    segment(first, "both").click()
    assert files.settings.current.side_by_side
    second = open_program(files=files)
    second.reading.open(Location("ct-scan"))
    assert second.window.article.shows_both


def test_a_topic_with_one_text_shows_that_and_says_why(both):
    both.reading.open(Location("eating-well"))
    assert not both.window.article.shows_both
    assert not segment(both, "both").isEnabled()
    assert "one level only" in segment(both, "both").toolTip()
    both.reading.open(Location("ct-scan"))
    assert both.window.article.shows_both


def test_a_number_opens_the_source_of_its_own_text(both):
    source = both.library.article("ct-scan", Level.CLINICIAN).sources[0]
    both.reading.follow("source:clinician-1")
    card = both.window.findChild(ReferenceCard)
    assert any(source.title in label.text() for label in card.findChildren(QLabel))
    card.findChild(QPushButton).click()
    assert both.window.article.view.place() == "source-clinician-1"


@pytest.mark.parametrize("name", ["nobody-1", "clinician-99", "clinician-", "-1-1", "plain"])
def test_a_number_of_no_text_is_inert(both, name):
    both.reading.follow(f"source:{name}")
    assert both.window.findChild(ReferenceCard) is None


def test_going_back_comes_back_to_the_place(both):
    view = both.window.article.view
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    before = view.verticalScrollBar().value()
    both.reading.open(Location("blood-tests"))
    both.reading.go_back()
    assert view.verticalScrollBar().value() == pytest.approx(before, abs=2)


def test_a_place_of_the_text_that_goes_is_not_looked_for_while_it_is_exchanged(open_program):
    program = open_program(size=(1280, 800))
    program.reading.open(Location("ct-scan"))
    view = program.window.article.view
    view.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderToMaximum)
    program.window.resize(1240, 800)
    assert isinstance(view.place(), int)
    program.reading.show_side_by_side()  # Qt would warn of a position that is not in the text
    assert program.window.article.shows_both


def test_figures_call_outs_and_tables_stay_in_their_column(both):
    both.reading.open(Location("urgent-help"))
    view, theme = both.window.article.view, both.look.theme
    width = view.viewport().width()
    grounds = [ground for ground, _ in view._layout.callouts(width, theme)]
    assert len(grounds) == 2
    assert grounds[0].right() < width / 2 < grounds[1].left()
    assert grounds[1].right() < width


def test_figures_follow_the_width_of_the_column(open_program):
    program = open_program(size=(640, 600), text_size=200, side_by_side=True)
    program.reading.open(Location("ct-scan"))
    program.window.resize(1280, 800)
    view = program.window.article.view
    widths = [
        fragment.charFormat().toImageFormat().width()
        for block in blocks(view.document())
        for fragment in fragments(block)
        if fragment.charFormat().toImageFormat().name().startswith("figure:")
    ]
    column = (view.viewport().width() - 48) * 0.48
    assert widths
    assert all(width == pytest.approx(column, abs=2) for width in widths)


def blocks(document):
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def fragments(block):
    iterator = block.begin()
    while not iterator.atEnd():
        yield iterator.fragment()
        iterator += 1


def test_the_outline_gives_way_and_lists_the_sections_of_both(both):
    assert not both.window.article.outline.isVisible()
    both.window.resize(1920, 1080)
    assert both.window.article.outline.isVisible()
    texts = [both.library.article("ct-scan", level) for level in Level]
    headings = {part.id for text in texts for part in text.sections if part.depth == 2}
    model = both.window.article.outline.model()
    assert model.rowCount() == len(headings) + 1  # and the sources


def test_find_marks_both_texts(both):
    both.window.article.find_on_page("scan")
    text = both.window.article.view.plain_text()
    plain = both.library.article("ct-scan", Level.PLAIN).html.lower().count("scan")
    assert plain
    assert both.window.article.hit_place[1] > 1
    assert text.lower().count("scan") >= both.window.article.hit_place[1]
