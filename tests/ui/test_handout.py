"""The hand-out and the questions in a whole window over the tiny library."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QScrollArea

from livermets_desktop.admin import Admin
from livermets_desktop.handouts import HandoutFile
from livermets_desktop.model.article import QuestionStage
from livermets_desktop.model.bookmark import Bookmark
from livermets_desktop.model.handout import MOST_PARTS, Handout
from livermets_desktop.model.level import Level
from livermets_desktop.model.location import Location
from livermets_desktop.reader_files import ReaderFiles
from livermets_desktop.ui.handout_panel import HandoutPanel
from livermets_desktop.ui.name_dialog import NameDialog
from livermets_desktop.ui.page_list_view import _height as row_height
from livermets_desktop.ui.paper_desk import usual_size
from livermets_desktop.ui.print_dialog import PrintDialog, Wish
from livermets_desktop.ui.questions_dialog import QuestionsDialog
from livermets_desktop.ui.wording import source_words

STAGES = (
    QuestionStage("first", "At the first visit", ("What is it?", "What is the aim & why?")),
    QuestionStage("scan", "Before a scan", ("May I eat?",)),
)
GONE = Bookmark("of-old", "", Level.PLAIN, "Old page")


@pytest.fixture
def files(tmp_path):
    admin = Admin(hospital="City Hospital", telephones=(("Line", "0123 456"),))
    return ReaderFiles(admin, handouts=tmp_path / "handouts.json")


@pytest.fixture
def program(open_program, files):
    program = open_program(files=files, level=Level.PLAIN)
    program.reading.open(Location("ct-scan", "what-it-shows"))
    return program


def panel_of(program):
    program.window.actions_["handout"].trigger()
    return program.window.findChild(HandoutPanel)


def add(program):
    program.window.actions_["add_to_handout"].trigger()


def press(panel, name):
    panel.findChild(QPushButton, name).click()


def names(panel):
    return [row.name for row in panel.view.rows]


def paper_of(program):
    return program.handout.paper(Wish("all"), usual_size())


def text(paper):
    return paper._document.toPlainText()


def headings(paper):
    return [(level, words) for level, words, _ in paper.headings()]


def notice(program):
    return program.window.notice.sentence if program.window.notice.isVisible() else ""


def test_the_section_that_is_read_is_added_and_taken_back(program):
    add(program)
    assert notice(program) == "Added to the hand-out: CT scan, What it shows"
    panel = panel_of(program)
    assert names(panel) == ["What it shows"]
    assert panel.view.rows[0].note == "CT scan · Plain"
    program.window.notice._undo.click()
    assert names(panel) == []
    add(program)
    add(program)
    assert notice(program) == "Already in the hand-out: CT scan, What it shows"
    assert len(names(panel)) == 1


def test_nothing_can_be_added_from_the_start_page(program):
    panel = panel_of(program)
    program.reading.go_home()
    assert not program.window.actions_["add_to_handout"].isEnabled()
    for name in ("addSection", "addPage"):
        assert not panel.findChild(QPushButton, name).isEnabled()
    program.reading.open(Location("blood-tests"))
    press(panel, "addSection")
    assert names(panel) == ["Blood tests"]
    assert panel.view.rows[0].note == "Whole page · Plain"


def test_an_empty_one_says_how_to_begin_and_cannot_be_printed(program, qtbot):
    panel = panel_of(program)
    assert "Ctrl+Shift+A" in panel._empty.text()
    assert panel._empty.isVisible()
    assert not panel._print.isEnabled()
    add(program)
    assert panel._print.isEnabled()
    qtbot.waitUntil(lambda: panel._count.text() == "1 page")


def test_parts_are_ordered_and_removed_by_keys(program, qtbot):
    panel = panel_of(program)
    press(panel, "addSection")
    press(panel, "addPage")
    program.reading.open(Location("blood-tests"))
    press(panel, "addPage")
    assert names(panel) == ["What it shows", "CT scan", "Blood tests"]
    panel.view.choose(2)
    QTest.keyClick(panel.view, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert names(panel) == ["What it shows", "Blood tests", "CT scan"]
    press(panel, "rowUp")
    assert names(panel)[0] == "Blood tests"
    QTest.keyClick(panel.view, Qt.Key.Key_Delete)
    assert names(panel) == ["What it shows", "CT scan"]
    program.window.notice._undo.click()
    assert names(panel) == ["Blood tests", "What it shows", "CT scan"]
    panel.view.choose(1)
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert program.reading.place.location == Location("ct-scan", "what-it-shows")


def test_the_pages_hold_the_parts_in_order_with_their_sources(program):
    panel = panel_of(program)
    add(program)
    program.reading.open(Location("blood-tests"))
    add(program)
    QTest.keyClicks(panel.findChild(QLineEdit), "Tuesday <b>10.30</b>")
    program.handout.add_questions(["May I drive & fly?"])
    paper = paper_of(program)
    words = text(paper)
    article = program.library.article("ct-scan", Level.PLAIN)
    shown = next(part for part in article.sections if part.id == "what-it-shows")
    assert headings(paper)[0] == (1, f"{program.library.info.title}: your hand-out")
    assert (2, "CT scan") in headings(paper)
    assert (3, shown.heading) in headings(paper)
    assert headings(paper)[-1] == (2, "Questions to ask")
    assert words.index("CT scan") < words.index("Blood tests") < words.index("May I drive & fly?")
    assert "Tuesday <b>10.30</b>" in words
    assert "Line: 0123 456" in words
    assert "Not yet reviewed by a clinician" in words
    others = [part.heading for part in article.sections[1:] if part.id != "what-it-shows"]
    assert others
    assert not any((3, one) in headings(paper) for one in others)
    foot = paper._text.foot
    assert foot.startswith("City Hospital")
    assert "Printed on 1 March 2026" in foot


def test_a_section_brings_the_sources_it_cites_and_no_others(program):
    article = program.library.article("ct-scan", Level.PLAIN)
    add(program)
    assert "Sources of" not in text(paper_of(program))
    program.reading.open(Location("ct-scan", article.sections[-1].id))
    add(program)
    assert "Sources of “CT scan”" in text(paper_of(program))
    assert f"[1] {source_words(article.sources[0])}" in text(paper_of(program))


def test_what_is_not_in_the_library_is_said_and_left_out(program):
    panel = panel_of(program)
    program.handout.use(Handout((GONE,)))
    assert panel.view.rows[0].note == "Whole page · Plain · not in this library"
    assert "Old page" not in text(paper_of(program))
    panel.page_chosen.emit(0)
    assert program.reading.article.id == "ct-scan"


def test_a_full_one_says_so_and_200_sections_are_refused(program):
    program.handout.use(Handout(tuple(f"Question {one}" for one in range(MOST_PARTS))))
    add(program)
    sentence = f"The hand-out is full: it has room for {MOST_PARTS} parts."
    assert notice(program) == sentence
    assert program.handout.add_questions([f"Other {one}" for one in range(200)]) == sentence
    assert len(program.handout._handout.parts) == MOST_PARTS


def test_lists_are_kept_by_name_without_the_line_for_one_person(program, files, qtbot):
    panel = panel_of(program)
    add(program)
    QTest.keyClicks(panel.findChild(QLineEdit), "Mrs Example, Tuesday")
    panel._menu.actions()[0].trigger()
    dialog = program.window.findChild(NameDialog)
    assert not dialog._done.isEnabled()
    QTest.keyClicks(dialog._field, "  Before a CT ")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert notice(program) == "Kept as “Before a CT”."
    assert "Example" not in files.handouts.read_text()
    program.window.actions_["clear"].trigger()
    assert names(panel) == []
    assert panel.findChild(QLineEdit).text() == ""
    opened = next(one for one in panel._menu.actions() if one.text() == "Before a CT")
    opened.trigger()
    assert names(panel) == ["What it shows"]
    panel.delete_wanted.emit("Before a CT")
    assert HandoutFile(files.handouts).load() == ()
    program.window.notice._undo.click()
    assert [one.name for one in HandoutFile(files.handouts).load()] == ["Before a CT"]


def test_a_kept_list_takes_the_place_of_another_and_can_be_taken_back(program):
    panel = panel_of(program)
    program.handout._file.keep(Handout(("Why?",), name="Mine"))
    add(program)
    program.handout._open_kept("Mine")
    assert names(panel) == ["Why?"]
    program.window.notice._undo.click()
    assert names(panel) == ["What it shows"]


def test_nothing_is_kept_where_bookmarks_are_not(open_program, tmp_path):
    files = ReaderFiles(Admin(keep_bookmarks=False), handouts=tmp_path / "handouts.json")
    program = open_program(files=files)
    panel = panel_of(program)
    assert panel.findChild(QPushButton, "keptHandouts") is None
    program.reading.open(Location("ct-scan"))
    add(program)
    assert list(tmp_path.glob("handouts*")) == []


def test_it_is_shown_and_closed_by_keys(program, qtbot):
    qtbot.waitUntil(program.window.isActiveWindow)
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(program.window, Qt.Key.Key_A, control | shift)
    QTest.keyClick(program.window, Qt.Key.Key_H, control | shift)
    panel = program.window.findChild(HandoutPanel)
    assert panel.isVisible()
    assert panel.view.hasFocus()
    QTest.keyClick(panel.view, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_it_is_previewed(program):
    panel = panel_of(program)
    add(program)
    program.handout._count_pages()
    panel._print.click()
    dialog = program.window.findChild(PrintDialog)
    assert "CT scan" in text(dialog._paper)
    dialog._large.click()
    assert len(dialog._paper) >= len(paper_of(program))
    dialog.reject()


def test_undo_takes_back_one_change_and_leaves_later_ones(program):
    panel = panel_of(program)
    program.handout.use(Handout(("First?", "Second?", "Third?")))
    panel.removed.emit(1)
    QTest.keyClicks(panel.findChild(QLineEdit), "Tuesday 10.30")
    panel.moved.emit(0, 1)
    program.window.notice._undo.click()
    assert names(panel) == ["Third?", "Second?", "First?"]
    assert panel.findChild(QLineEdit).text() == "Tuesday 10.30"
    add(program)
    panel.moved.emit(3, 0)
    program.window.notice._undo.click()
    assert names(panel) == ["Third?", "Second?", "First?"]


def test_what_was_cleared_is_not_brought_back_by_undo(open_program, files):
    program = open_program(size=(700, 600), files=files, level=Level.PLAIN)
    program.reading.open(Location("ct-scan", "what-it-shows"))
    panel = panel_of(program)
    add(program)
    panel.removed.emit(0)
    assert panel.notice.isVisible()
    program.window.actions_["clear"].trigger()
    panel_of(program)
    assert not panel.notice.isVisible()
    assert not program.window.notice.isVisible()


def test_a_list_kept_in_the_place_of_an_older_one_can_be_taken_back(program, files):
    program.handout._file.keep(Handout(("Why?",), name="Mine"))
    panel_of(program)
    add(program)
    program.handout._keep("Mine")
    assert notice(program) == "Kept as “Mine”, in the place of an older list."
    program.window.notice._undo.click()
    assert HandoutFile(files.handouts).load() == (Handout(("Why?",), name="Mine"),)
    program.handout.use(Handout(("Why?",)))
    program.handout._keep("Mine")
    assert notice(program) == "Kept as “Mine”."


def test_a_long_name_makes_no_menu_wider_than_the_window(open_program, files):
    program = open_program(files=files, text_size=300)
    panel = panel_of(program)
    program.handout._file.keep(Handout(("Why?",), name="x & " * 25))
    panel_of(program)
    assert panel._menu.sizeHint().width() <= program.window.width()
    assert "…" in panel._menu.actions()[2].text()


def test_all_buttons_are_whole_in_a_low_window_with_large_letters(open_program, files, qtbot):
    program = open_program(size=(1280, 800), files=files, text_size=300)
    panel = panel_of(program)
    program.handout.use(Handout(tuple(f"Question {one}" for one in range(20))))
    qtbot.wait(50)
    row = panel._buttons
    assert row.height() >= row.heightForWidth(row.width())
    assert panel._print.height() >= panel._print.minimumSizeHint().height()
    area = panel.findChild(QScrollArea, "sideArea")
    assert area.verticalScrollBar().maximum() > 0
    panel._print.setEnabled(True)
    area.ensureWidgetVisible(panel._print)
    assert panel._print.visibleRegion().boundingRect() == panel._print.rect()


def test_names_as_wide_as_their_row_are_not_cut(qapp):
    wrap = Qt.TextFlag.TextWordWrap
    for words in ("What do you hope to learn from this scan?", "Could it be something else?"):
        for size in (9.0, 9.7, 11.0, 13.3, 18.1, 26.4):
            font = QFont(qapp.font())
            font.setPointSizeF(size)
            metrics = QFontMetrics(font)
            width = metrics.horizontalAdvance(words)
            for room in (width - 1, width, width + 1):
                needed = metrics.boundingRect(QRect(0, 0, room, 9999), wrap, words).height()
                if needed > metrics.height() * 1.5:
                    assert row_height(words, metrics, room) >= needed


def test_pages_are_counted_only_where_they_are_seen(program, qtbot, monkeypatch):
    panel = panel_of(program)
    add(program)
    qtbot.waitUntil(lambda: panel._count.text() == "1 page")
    panel.close_requested.emit()
    monkeypatch.setattr(program.handout, "paper", lambda *_: range(2))
    program.handout.add_questions(["May I eat before the scan?"])
    program.handout._count_pages()
    assert panel._count.text() == "1 page"
    panel_of(program)
    qtbot.waitUntil(lambda: panel._count.text() == "2 pages")


@pytest.mark.parametrize("way", ["handout", "topics"])
def test_pages_are_counted_when_the_list_comes_back(program, qtbot, way):
    panel = panel_of(program)
    add(program)
    qtbot.waitUntil(lambda: panel._count.text() == "1 page")
    program.window.actions_["topics"].trigger()
    assert not panel.isVisible()
    program.handout.add_questions([f"May I eat {one}?" for one in range(40)])
    qtbot.waitUntil(lambda: not program.handout._rest.isActive())
    program.window.actions_[way].trigger()
    assert panel.isVisible()
    assert panel._print.isEnabled()
    qtbot.waitUntil(lambda: panel._count.text() not in ("", "1 page"))


def test_what_was_wrong_with_kept_lists_is_told_with_the_first_sentence(open_program, files):
    files.handouts.write_text("[{", encoding="utf-8")
    program = open_program(files=files, level=Level.PLAIN)
    program.reading.open(Location("ct-scan"))
    add(program)
    wrong, added = notice(program).split(". ")
    assert wrong.startswith("Some of your hand-outs were unreadable")
    assert added.startswith("Added to the hand-out: CT scan")
    add(program)
    assert notice(program).startswith("Already in the hand-out")


def test_it_is_told_when_the_list_is_opened_too(open_program, files):
    files.handouts.write_text("[{", encoding="utf-8")
    program = open_program(files=files)
    panel_of(program)
    assert notice(program).startswith("Some of your hand-outs were unreadable")


def test_an_emptied_one_cannot_be_printed_any_more(program, qtbot):
    panel = panel_of(program)
    add(program)
    qtbot.waitUntil(panel._print.isEnabled)
    program.handout.forget()
    assert (panel._count.text(), panel._print.isEnabled()) == ("", False)


def test_a_long_one_says_that_its_preview_ends(program, monkeypatch):
    monkeypatch.setattr("livermets_desktop.ui.print_dialog._MOST_PAGES", 2)
    program.handout.use(Handout(tuple(f"Question {one}" for one in range(MOST_PARTS))))
    program.handout.print()
    dialog = program.window.findChild(PrintDialog)
    assert len(dialog.findChildren(QLabel, "paperPage")) == 2
    words = {one.text() for one in dialog.findChildren(QLabel)}
    assert "The preview shows the first 2 pages." in words
    dialog.reject()


# -- questions -------------------------------------------------------------------------------


@pytest.fixture
def dialog(program):
    program._questions._stages = STAGES
    program.window.actions_["questions"].trigger()
    return program.window.findChild(QuestionsDialog)


def told(dialog):
    label = dialog.findChild(QLabel, "told")
    return label.text() if label.isVisible() else ""


def write(dialog, words):
    dialog._field.setText(words)
    QTest.keyClick(dialog._field, Qt.Key.Key_Return)


def reopened(program, dialog):
    dialog.reject()
    program.window.actions_["questions"].trigger()
    return program.window.findChildren(QuestionsDialog)[-1]


def test_every_question_of_every_stage_can_be_ticked(program, dialog):
    stages = STAGES
    questions = [one for stage in stages for one in stage.questions]
    assert list(dialog._boxes) == questions
    assert not dialog._print.isEnabled()
    for box in dialog._boxes.values():
        box.click()
    assert dialog.chosen == tuple(questions)
    assert dialog._print.isEnabled()
    again = reopened(program, dialog)
    assert again.chosen == tuple(questions)


def test_a_question_that_is_typed_but_not_added_goes_along(program, dialog):
    assert not dialog._handout.isEnabled()
    QTest.keyClicks(dialog._field, "May I drive?")
    dialog._handout.click()
    assert dialog.chosen == ("May I drive?",)
    assert program.handout._handout.parts == ("May I drive?",)
    assert dialog._field.text() == ""


def test_own_questions_are_added_once_and_ticked(program, dialog):
    write(dialog, "  May I\tdrive?\u202e ")
    write(dialog, "May I drive?")
    write(dialog, "   ")
    assert dialog.chosen == ("May I drive?",)
    assert dialog._titles["own"].isVisible()
    known = STAGES[0].questions[0]
    write(dialog, known)
    assert dialog._boxes[known].isChecked()
    assert len(dialog._boxes) == len({*dialog._boxes})
    assert "May I drive?" in reopened(program, dialog).chosen


def test_there_is_room_for_so_many_questions_of_ones_own(dialog):
    for number in range(31):
        write(dialog, f"Question {number}")
    assert told(dialog) == "There is room for 30 questions of your own."
    assert "Question 29" in dialog._boxes
    assert "Question 30" not in dialog._boxes
    assert dialog._field.text() == "Question 30"
    dialog._handout.click()
    assert told(dialog) == "There is room for 30 questions of your own."
    assert dialog._field.text() == "Question 30"


def test_the_page_has_the_questions_by_stage_with_lines_to_write_on(program, dialog):
    stage = STAGES[0]
    dialog._boxes[stage.questions[0]].click()
    write(dialog, "Why <b>me</b>?")
    dialog._print.click()
    paper = program.window.findChild(PrintDialog)._paper
    assert headings(paper) == [
        (1, "My questions"),
        (2, "Your own questions"),
        (2, stage.title),
    ]
    assert "Why <b>me</b>?" in text(paper)
    assert stage.questions[0] in text(paper)
    tables = [one for one in paper._document.rootFrame().childFrames() if hasattr(one, "rows")]
    assert [table.rows() for table in tables if table.rows() > 1] == [3, 3]
    program.window.findChild(PrintDialog).reject()


def test_chosen_questions_go_into_the_hand_out(program, dialog):
    question = STAGES[0].questions[0]
    dialog._boxes[question].click()
    dialog._handout.click()
    assert told(dialog) == "The questions are in the hand-out (Ctrl+Shift+H)."
    dialog.reject()
    assert panel_of(program).view.rows[0] == (question, "Question", False)


def test_what_was_ticked_is_forgotten_when_all_is_cleared(program, dialog):
    write(dialog, "Why?")
    dialog.reject()
    program.window.actions_["clear"].trigger()
    program.window.actions_["questions"].trigger()
    again = program.window.findChildren(QuestionsDialog)[-1]
    assert again.chosen == ()
    assert "Why?" not in again._boxes


def test_long_questions_are_wrapped_and_never_cut(open_program, files, qtbot):
    program = open_program(files=files, text_size=300)
    program._questions._stages = STAGES
    program.window.actions_["questions"].trigger()
    dialog = program.window.findChild(QuestionsDialog)
    write(dialog, "word " * 59)
    qtbot.wait(50)
    for box in dialog._boxes.values():
        assert box.height() >= box.heightForWidth(box.width())


def test_nothing_of_it_is_loaded_before_it_is_asked_for():
    late = ("handouts", "ui.handout_text", "ui.handout_panel", "ui.questions_dialog", "ui.pdf_file")
    script = (
        "import sys; import livermets_desktop.app; "
        f"sys.exit(any('livermets_desktop.' + one in sys.modules for one in {late}) or "
        "'pypdf' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
