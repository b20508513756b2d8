"""Bookmarks in a whole window over the tiny library."""

import json

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton

from livermets_desktop.bookmarks import MOST, BookmarkFile
from livermets_desktop.model.bookmark import Bookmark
from livermets_desktop.model.level import Level
from livermets_desktop.model.location import Location
from livermets_desktop.reader_files import ReaderFiles
from livermets_desktop.ui.actions import menu_of

CT = Bookmark("ct-scan", "", Level.CLINICIAN, "CT scan")
GONE = Bookmark("of-old", "", Level.PLAIN, "Old page")


@pytest.fixture
def marks():
    """The bookmarks of the windows that are opened."""
    return BookmarkFile(None)


@pytest.fixture
def open_program(open_program, marks):
    """Open windows with these bookmarks."""

    def make(*place, **preferences):
        files = ReaderFiles()
        files.bookmarks = marks
        return open_program(*place, files=files, **preferences)

    return make


def panel_of(program):
    program.window.actions_["bookmarks"].trigger()
    return program._marks._panel


def names(panel):
    return [row.name for row in panel.view.rows]


def notice(program):
    bar = program.window.notice
    return bar.sentence if bar.isVisible() else ""


def section_of(program, level=Level.CLINICIAN):
    return program.library.article("ct-scan", level).sections[1]


def test_a_page_is_marked_and_the_mark_is_taken_away_by_the_same_keys(marks, open_program):
    program = open_program()
    action, button = (
        program.window.actions_["bookmark"],
        program.window.findChild(QPushButton, "bookmarkButton"),
    )
    assert not action.isEnabled()
    program.reading.open(Location("ct-scan"))
    assert action.isEnabled()
    assert not action.isChecked()
    button.click()
    assert marks.bookmarks == (CT,)
    assert (action.isChecked(), button.isChecked()) == (True, True)
    assert button.toolTip() == "Remove the bookmark (Ctrl+D)"
    assert notice(program) == "Bookmarked: CT scan"
    action.trigger()
    assert marks.bookmarks == ()
    assert (action.isChecked(), button.isChecked()) == (False, False)
    assert notice(program) == "Bookmark removed: CT scan"
    program.window.findChild(QPushButton, "undoNotice").click()
    assert marks.bookmarks == (CT,)
    assert action.isChecked()
    assert notice(program) == ""


def test_ctrl_d_and_ctrl_b_are_the_keys(qtbot, marks, open_program):
    program = open_program()
    program.reading.open(Location("ct-scan"))
    qtbot.waitUntil(program.window.isActiveWindow)
    qtbot.keyClick(program.window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert marks.bookmarks == (CT,)
    qtbot.keyClick(program.window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert program.window.focusWidget() is program._marks._panel.view


@pytest.mark.parametrize("height", [500, 2000])
def test_a_section_is_marked_with_its_heading_and_its_level(marks, open_program, height):
    program = open_program(size=(1280, height))
    part = section_of(program)
    program.reading.open(Location("ct-scan", part.id))
    program.window.actions_["bookmark"].trigger()
    assert marks.bookmarks == (CT._replace(section=part.id, heading=part.heading),)
    assert notice(program) == f"Bookmarked: CT scan, {part.heading}"
    program.reading.open(Location("ct-scan"))
    assert not program.window.actions_["bookmark"].isChecked()
    program.window.article.outline.entry_chosen.emit(part.id)
    assert program.window.actions_["bookmark"].isChecked()
    program.reading.set_level(Level.PLAIN)
    assert not program.window.actions_["bookmark"].isChecked()


def test_a_bookmark_opens_its_section_at_its_level(marks, open_program):
    program = open_program(level=Level.PLAIN)
    part = section_of(program)
    marks.add(CT._replace(section=part.id, heading=part.heading, name="Mine"))
    panel = panel_of(program)
    panel.view.row_opened.emit(0)
    assert program.reading.article.id == "ct-scan"
    assert program.reading.shown_level is Level.CLINICIAN
    assert program.reading.level is Level.PLAIN
    assert program.window.article.section == part.id
    assert program.window.actions_["bookmark"].isChecked()
    assert program.window.focusWidget() is program.window.article.view


def test_each_row_says_what_it_marks(marks, open_program):
    program = open_program()
    part = section_of(program)
    for mark in (
        CT._replace(section=part.id, heading=part.heading),
        CT._replace(name="For Monday"),
        GONE,
        CT._replace(section="of-old", heading="Old part"),
    ):
        marks.add(mark)
    view = panel_of(program).view
    model = view.model()
    assert [model.index(row, 0).data() for row in range(4)] == [
        f"CT scan, Finding out · {part.heading} · Clinician",
        "For Monday, CT scan · Clinician",
        "Old page, Not in this library · Plain",
        "CT scan, Finding out · Old part · no part of this page any more · Clinician",
    ]
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(1, 0).data(spoken) == model.index(1, 0).data()
    assert view.accessibleName() == "Bookmarks"


def test_what_is_gone_from_the_library_is_said_and_its_bookmark_kept(marks, open_program):
    program = open_program()
    marks.add(GONE)
    marks.add(CT._replace(section="of-old", heading="Old part"))
    panel = panel_of(program)
    panel.view.row_opened.emit(0)
    assert program.reading.article is None
    assert notice(program) == "“Old page” is not in this library. The bookmark is kept."
    panel.view.row_opened.emit(1)
    assert program.reading.article.id == "ct-scan"
    assert notice(program) == "“Old part” is no part of “CT scan” any more: this is its top."
    assert len(marks.bookmarks) == 2


def test_the_list_is_worked_by_keyboard(qtbot, marks, open_program):
    program = open_program()
    for name in ("ct-scan", "blood-tests", "laparoscopy"):
        marks.add(Bookmark(name, "", Level.CLINICIAN, name))
    panel = panel_of(program)
    view = panel.view
    qtbot.waitUntil(program.window.isActiveWindow)
    assert view.hasFocus()
    assert view.selectionModel().isSelected(view.currentIndex())
    ctrl = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(view, Qt.Key.Key_Down, ctrl)
    assert [one.article for one in marks.bookmarks] == ["blood-tests", "ct-scan", "laparoscopy"]
    assert view.currentIndex().row() == 1
    qtbot.keyClick(view, Qt.Key.Key_Up, ctrl)
    qtbot.keyClick(view, Qt.Key.Key_Up, ctrl)
    assert [one.article for one in marks.bookmarks] == ["ct-scan", "blood-tests", "laparoscopy"]
    qtbot.keyClick(view, Qt.Key.Key_F2)
    field = view.findChild(QLineEdit, "rowField")
    assert field.text() == "ct-scan"
    field.selectAll()
    qtbot.keyClicks(field, "My page")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(panel) == ["My page", "blood-tests", "laparoscopy"])
    assert program.reading.article is None
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert names(panel) == ["My page", "laparoscopy"]
    assert view.hasFocus()
    assert view.currentIndex().row() == 1
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert program.reading.article.id == "laparoscopy"


def test_esc_in_the_name_keeps_the_old_one_and_the_librarys_own_name_is_none(
    qtbot, marks, open_program
):
    program = open_program()
    marks.add(CT._replace(name="Mine"))
    panel = panel_of(program)
    qtbot.waitUntil(program.window.isActiveWindow)
    for words, key, name in (
        ("Other", Qt.Key.Key_Escape, "Mine"),
        ("CT scan", Qt.Key.Key_Return, ""),
    ):
        panel.findChild(QPushButton, "renameBookmark").click()
        field = panel.view.findChildren(QLineEdit, "rowField")[-1]
        field.setText(words)
        qtbot.keyClick(field, key)
        qtbot.waitUntil(lambda: not panel.view.findChildren(QLineEdit, "rowField"))
        assert marks.bookmarks[0].name == name
    assert program.window.navigation.listing is panel.view


def test_esc_closes_the_list_and_goes_back_to_the_page(qtbot, marks, open_program):
    program = open_program()
    program.reading.open(Location("ct-scan"))
    marks.add(CT)
    panel = panel_of(program)
    qtbot.waitUntil(program.window.isActiveWindow)
    qtbot.keyClick(panel.view, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert program.window.navigation.topic_view.isVisible()
    assert program.window.article.view.hasFocus()


def test_buttons_do_what_can_be_done_with_the_row(marks, open_program):
    program = open_program()
    marks.add(CT)
    marks.add(GONE)
    panel = panel_of(program)

    def enabled():
        steps = "renameBookmark", "removeRow", "rowUp", "rowDown"
        names = *steps, "exportBookmarks", "importBookmarks"
        return [panel.findChild(QPushButton, name).isEnabled() for name in names]

    assert enabled() == [True, True, False, True, True, True]
    panel.findChild(QPushButton, "rowDown").click()
    assert marks.bookmarks == (GONE, CT)
    assert enabled() == [True, True, True, False, True, True]
    panel.findChild(QPushButton, "rowUp").click()
    assert marks.bookmarks == (CT, GONE)
    panel.findChild(QPushButton, "removeRow").click()
    panel.findChild(QPushButton, "removeRow").click()
    assert marks.bookmarks == ()
    assert enabled() == [False, False, False, False, False, True]
    for button in panel.findChildren(QPushButton):
        assert button.accessibleName() or button.text()


def test_an_empty_list_says_how_to_fill_it(marks, open_program):
    program = open_program()
    panel = panel_of(program)
    assert not panel.view.isVisible()
    assert "Press Ctrl+D on a page" in panel._empty.text()
    assert panel._empty.isVisible()
    assert program.window.focusWidget() is panel.entry is panel._close
    program.reading.open(Location("ct-scan"))
    program.window.actions_["bookmark"].trigger()
    assert panel.view.isVisible()
    assert not panel._empty.isVisible()


@pytest.mark.parametrize(("target", "order"), [(2, ["b", "c", "a"]), (None, ["b", "c", "a"])])
def test_a_row_is_dragged_to_another_place(marks, open_program, target, order):
    program = open_program()
    for name in ("a", "b", "c"):
        marks.add(Bookmark(name, "", Level.PLAIN, name))
    view = panel_of(program).view
    model = view.model()
    place = QPointF(20, view.viewport().height() - 2)
    if target is not None:
        view.executeDelayedItemsLayout()
        place = QPointF(view.visualRect(model.index(target, 0)).center())
    mime = model.mimeData([model.index(0, 0)])
    assert isinstance(mime, QMimeData)
    view.dropEvent(
        QDropEvent(
            place,
            Qt.DropAction.MoveAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    assert [one.article for one in marks.bookmarks] == order
    assert view.currentIndex().row() == 2


def test_leaving_a_search_comes_back_to_the_list(marks, open_program, search):
    program = open_program()
    marks.add(CT)
    panel = panel_of(program)
    navigation = program.window.navigation
    search(program, "scan")
    assert navigation.shows_results
    assert not panel.isVisible()
    program.search.leave()
    assert panel.isVisible()
    search(program, "scan")
    program.window.actions_["bookmarks"].trigger()
    assert navigation.query == ""
    assert panel.view.hasFocus() or program.window.focusWidget() is panel.view
    search(program, "scan")
    program.window._on_results_toggled()
    program.window.navigation.open_group("tests")
    assert navigation.topic_view.isVisible()
    assert not panel.isVisible()


def test_with_little_room_the_list_covers_the_page_and_tells_what_happened(marks, open_program):
    program = open_program(size=(700, 700))
    marks.add(CT)
    marks.add(GONE)
    panel = panel_of(program)
    window = program.window
    assert panel.isVisible()
    assert not window.current_page.isVisible()
    panel.page_chosen.emit(1)
    assert panel.notice.isVisible()
    assert panel.notice.sentence.startswith("“Old page” is not in this library.")
    panel.removed.emit(1)
    panel.notice.findChild(QPushButton, "undoNotice").click()
    assert marks.bookmarks == (CT, GONE)
    panel.page_chosen.emit(0)
    assert window.article.view.isVisible()
    assert not panel.isVisible()
    window.tool_bar.topics_requested.emit()
    assert window.navigation.topic_view.isVisible()
    more = window.tool_bar.findChild(QPushButton, "moreButton").menu()
    assert window.actions_["bookmark"] in more.actions()
    assert not window.findChild(QPushButton, "bookmarkButton").isVisible()


def test_the_list_takes_the_place_of_a_hidden_tree(marks, open_program):
    program = open_program(topics_shown=False)
    assert not program.window.navigation.isVisible()
    marks.add(CT)
    panel = panel_of(program)
    assert panel.isVisible()
    panel.page_chosen.emit(0)
    assert panel.isVisible()


def test_the_menu_has_the_first_ten_by_name(marks, open_program):
    program = open_program()
    marks.add(CT._replace(name="Rest & sleep"))
    for number in range(12):
        marks.add(Bookmark(f"b-{number}", "", Level.PLAIN, f"B {number}"))
    menu = menu_of(program.window.menuBar(), "&Bookmarks")
    for _ in range(2):
        menu.aboutToShow.emit()
        texts = [action.text() for action in menu.actions()]
        assert texts.count("Rest && sleep") == 1
        assert texts[-10:] == ["Rest && sleep", *(f"B {number}" for number in range(9))]
    next(one for one in menu.actions() if one.text() == "Rest && sleep").trigger()
    assert program.reading.article.id == "ct-scan"


def test_the_start_page_has_the_first_five(marks, open_program):
    program = open_program()
    home = program.window.home

    def texts():
        widgets = [home._marked.itemAt(n).widget() for n in range(home._marked.count())]
        return [widget.text() for widget in widgets]

    assert texts() == ["None yet: Ctrl+D marks a page"]
    marks.add(CT._replace(name="x" * 200))
    for number in range(5):
        marks.add(Bookmark(f"b-{number}", "", Level.PLAIN, f"B {number} & more"))
    assert texts()[1:] == [*(f"B {n} && more" for n in range(4)), "All bookmarks (6)"]
    assert texts()[0].endswith("…")
    assert home.horizontalScrollBar().maximum() == 0
    home.findChildren(QPushButton, "bookmark")[-5].click()
    assert program.reading.article.id == "ct-scan"
    program.reading.go_home()
    home.findChildren(QPushButton, "allBookmarks")[-1].click()
    assert program._marks._panel.isVisible()


def test_bookmarks_go_to_a_file_and_come_back(qtbot, marks, open_program, tmp_path):
    program = open_program()
    file = tmp_path / "out.json"
    assert not program.window.actions_["export_bookmarks"].isEnabled()
    marks.add(CT)
    marks.add(GONE)
    program.window.actions_["export_bookmarks"].trigger()
    dialog = program.window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(file))
    dialog.reject()
    assert notice(program) == f"Your bookmarks are written to {file}."
    marks.remove(0)
    rows = json.loads(file.read_text())
    rows["bookmarks"].append("no bookmark")
    file.write_text(json.dumps(rows))
    program._marks._import(str(file))
    assert marks.bookmarks == (GONE, CT)
    assert notice(program) == (
        "Bookmarks added: 1. There already: 1. Left out, as unreadable or too many: 1."
    )
    program.window.actions_["import_bookmarks"].trigger()
    dialog = program.window.findChildren(QFileDialog)[-1]
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFile
    dialog.reject()
    program._marks._import(str(tmp_path))
    assert notice(program) == f"The file {tmp_path} cannot be read: choose another."
    program._marks._export(str(tmp_path))
    assert notice(program).startswith("The bookmarks cannot be written to")


def test_what_cannot_be_kept_is_said_and_not_covered_by_good_news(
    marks, open_program, tmp_path, monkeypatch
):
    program = open_program()
    marks.bookmarks = tuple(CT._replace(article=f"a-{number}") for number in range(MOST))
    program.reading.open(Location("ct-scan"))
    program.window.actions_["bookmark"].trigger()
    assert notice(program).startswith("There is no room for more than 1000 bookmarks")
    assert not program.window.actions_["bookmark"].isChecked()
    marks.bookmarks = ()
    (tmp_path / "file").touch()
    marks.path, marks._may_write = tmp_path / "file" / "bookmarks.json", True
    program.window.actions_["bookmark"].trigger()
    assert notice(program) == "Your bookmarks cannot be saved here: they last until you quit."
    assert program.window.actions_["bookmark"].isChecked()


def test_an_import_that_is_not_saved_says_that_alone(marks, open_program, tmp_path):
    program = open_program()
    source = tmp_path / "source.json"
    marks.add(CT)
    marks.export_to(source)
    marks.clear()
    marks.path, marks._may_write = source / "below-a-file.json", True
    program._marks._import(str(source))
    assert marks.bookmarks == (CT,)
    assert notice(program) == "Your bookmarks cannot be saved here: they last until you quit."


def test_clearing_from_outside_empties_every_list(marks, open_program):
    program = open_program()
    marks.add(CT)
    panel = panel_of(program)
    marks.clear()
    assert names(panel) == []
    assert program.window.home._marked.count() == 1
    assert not program.window.actions_["bookmark"].isChecked()


def test_long_names_are_wrapped_and_never_wider_than_the_list(marks, open_program):
    program = open_program(text_size=200, size=(1700, 800))
    marks.add(CT._replace(name="word " * 30))
    marks.add(GONE._replace(name="W" * 200))
    view = panel_of(program).view
    view.executeDelayedItemsLayout()
    line = view.fontMetrics().lineSpacing()
    for row in range(2):
        rect = view.visualRect(view.model().index(row, 0))
        assert rect.height() > 4 * line
        assert rect.width() <= view.viewport().width()
    assert not view.grab().isNull()


def test_bookmarks_are_there_when_the_program_is_started_again(open_program, marks, tmp_path):
    marks.path, marks._may_write = tmp_path / "bookmarks.json", True
    program = open_program()
    program.reading.open(Location("ct-scan"))
    program.window.actions_["bookmark"].trigger()
    program.window.close()
    again = BookmarkFile(tmp_path / "bookmarks.json")
    assert again.load() == (CT,)
    assert again.notice == ""
