import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QPushButton, QRadioButton

from livermets_desktop.admin import PREFERENCES, Admin
from livermets_desktop.model.level import Level
from livermets_desktop.model.location import Location
from livermets_desktop.reader_files import ReaderFiles
from livermets_desktop.settings import Settings

CANARY = "jaundice"


@pytest.fixture
def dialog(qtbot):
    """Return a function that opens the preferences of a program."""

    def show(program):
        shown = program.preferences.dialog()
        qtbot.addWidget(shown)
        shown.show()
        return shown

    return show


def button(dialog, words):
    found = [one for one in dialog.findChildren(QAbstractButton) if one.text() == words]
    assert len(found) == 1, words
    return found[0]


def words(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def at_work(tmp_path, **admin):
    """Return files in a profile of their own, and the profile."""
    names = ("settings", "bookmarks", "topics", "queries")
    profile = tmp_path / "profile"
    paths = {name: profile / f"{name}.json" for name in names}
    files = ReaderFiles(Admin(**admin), **paths)
    files.load()
    return files, profile


def test_choices_apply_at_once(program, dialog):
    shown = dialog(program)
    program.reading.open(Location("ct-scan"))
    button(shown, "Dark").click()
    assert program.look.theme.name == "dark"
    button(shown, "Bigger").click()
    assert program.look.text_size == 110
    assert "110 %" in words(shown)
    button(shown, "Plain words").click()
    assert program.reading.shown_level is Level.PLAIN
    button(shown, "Both side by side").click()
    assert program.window.article.shows_both
    button(shown, "Topics").click()
    assert not program.window.navigation.isVisible()


def test_it_shows_what_was_chosen_elsewhere(program, dialog):
    shown = dialog(program)
    program.window.actions_["theme_contrast"].trigger()
    program.window.actions_["bigger"].trigger()
    program.window.actions_["outline"].trigger()
    assert button(shown, "High contrast").isChecked()
    assert not button(shown, "On this page").isChecked()
    assert "110 %" in words(shown)


def test_the_level_can_be_chosen_on_a_page_that_lacks_it(program, dialog):
    program.reading.open(Location("eating-well"))
    shown = dialog(program)
    assert button(shown, "For clinicians").isEnabled()
    button(shown, "For clinicians").click()
    assert program.reading.level is Level.CLINICIAN


def test_reset_brings_what_the_administrator_wants_first(open_program, dialog):
    files = ReaderFiles(Admin(preferences=(("theme", "contrast"), ("text_size", 150))))
    program = open_program(files=files, theme="dark", text_size=200, outline_shown=False)
    shown = dialog(program)
    button(shown, "Reset to defaults").click()
    assert files.settings.current._replace(window=Settings().window) == Settings(
        theme="contrast", text_size=150
    )
    assert program.look.theme.name == "contrast"
    assert button(shown, "High contrast").isChecked()
    assert button(shown, "Plain words").isChecked()
    assert program.window.actions_["outline"].isChecked()


def test_what_is_locked_cannot_be_changed_by_anything(open_program, dialog, qtbot):
    files = ReaderFiles(Admin(locked=PREFERENCES, preferences=(("text_size", 125),)))
    program = open_program(files=files)
    qtbot.waitUntil(program.window.isActiveWindow)
    program.reading.open(Location("ct-scan"), Level.CLINICIAN)
    for key in (Qt.Key.Key_F8, Qt.Key.Key_Plus):
        modifier = Qt.KeyboardModifier.ControlModifier if key == Qt.Key.Key_Plus else None
        QTest.keyClick(program.window, key, modifier or Qt.KeyboardModifier.NoModifier)
    for action in ("theme_dark", "bigger", "level_clinician", "side_by_side"):
        assert not program.window.actions_[action].isEnabled()
        program.window.actions_[action].trigger()
    program.window.article.size_step.emit(1)
    program.window.tool_bar.level.level_chosen.emit(Level.CLINICIAN)
    program.window.tool_bar.level.side_by_side_chosen.emit()
    assert files.settings.current[:4] == Settings(text_size=125)[:4]
    assert program.reading.shown_level is Level.PLAIN
    shown = dialog(program)
    assert words(shown).count("Set by your hospital") == 3
    assert not any(radio.isEnabled() for radio in shown.findChildren(QRadioButton))
    segment = program.window.tool_bar.level.findChild(QPushButton, "clinician")
    assert segment.accessibleDescription() == "Set by your hospital"


def test_topics_read_are_remembered_unless_the_administrator_forbids_it(open_program, tmp_path):
    files, profile = at_work(tmp_path)
    open_program(files=files).reading.open(Location("ct-scan"))
    again, _ = at_work(tmp_path)
    assert [topic.id for topic in open_program(files=again).reading.recent] == ["ct-scan"]
    forbidden, _ = at_work(tmp_path, keep_history=False)
    assert not (profile / "topics.json").exists()
    program = open_program(files=forbidden)
    program.reading.open(Location("ct-scan"))
    assert [topic.id for topic in program.reading.recent] == ["ct-scan"]  # while it is open
    assert not (profile / "topics.json").exists()


def test_a_topic_that_this_library_lacks_is_left_out(open_program):
    files = ReaderFiles()
    files.topics.add("gone")
    assert open_program(files=files).reading.recent == ()


def open_first_hit(program, search):
    search(program, CANARY)
    program.window.navigation.result_view.choose_first()
    program.search.open_hit(program.window.navigation.result_view.current_hit())


def test_queries_are_offered_only_where_they_may_be_kept(open_program, search, tmp_path):
    files, profile = at_work(tmp_path, keep_recent_queries=True)
    program = open_program(files=files)
    open_first_hit(program, search)
    again = open_program(files=at_work(tmp_path, keep_recent_queries=True)[0])
    QTest.keyClick(again.window.navigation.field, Qt.Key.Key_Down)
    [menu] = again.window.navigation.findChildren(QMenu)
    assert [action.text() for action in menu.actions()] == [CANARY]
    menu.actions()[0].trigger()
    assert again.window.navigation.query == CANARY
    menu.close()
    usual, _ = at_work(tmp_path)
    assert not (profile / "queries.json").exists()
    program = open_program(files=usual)
    open_first_hit(program, search)
    program.search.leave()
    assert usual.queries.entries == ()
    QTest.keyClick(program.window.navigation.field, Qt.Key.Key_Down)
    assert program.window.navigation.findChildren(QMenu) == []


def test_what_another_program_copied_stays_in_the_clipboard(program, monkeypatch):
    monkeypatch.setattr(program.window, "isActiveWindow", lambda: False)
    QGuiApplication.clipboard().setText("a letter")
    program.window.actions_["clear"].trigger()
    assert QGuiApplication.clipboard().text() == "a letter"


def test_clearing_leaves_nothing_of_what_was_done(open_program, search, tmp_path, qtbot):
    files, profile = at_work(tmp_path, keep_recent_queries=True)
    program = open_program(files=files)
    qtbot.waitUntil(program.window.isActiveWindow)
    program.reading.open(Location("blood-tests"))
    open_first_hit(program, search)
    window = program.window
    window.article.start_finding()
    window.article.hits.field.setText(CANARY)
    window.article.view.selectAll()
    window.actions_["copy"].trigger()
    assert CANARY in QGuiApplication.clipboard().text().lower()
    window.actions_["clear"].trigger()
    assert (window.navigation.query, window.navigation.shows_results) == ("", False)
    assert program.reading.article is None
    assert not program.reading.can_go_back
    assert not program.reading.can_go_forward
    assert program.reading.recent == ()
    assert CANARY not in QGuiApplication.clipboard().text().lower()
    assert window.article.view.plain_text() == ""
    window.article.start_finding()
    assert window.article.hits.field.text() == ""
    assert window.notice.sentence.startswith("Cleared: ")
    window.close()
    program.close()
    kept = [one.read_text() for one in profile.rglob("*") if one.is_file()]
    assert kept
    assert not any(CANARY in text or "blood-tests" in text for text in kept)


def test_the_index_forgets_the_last_queries(program, search, qtbot):
    search(program, CANARY)
    searcher = program.search._index
    assert searcher._answer.cache_info().currsize
    with qtbot.waitSignal(program.tasks.finished):
        program.search.forget()
    assert searcher._answer.cache_info().currsize == 0


@pytest.mark.parametrize("theme", ["light", "contrast"])
@pytest.mark.parametrize("text_size", [100, 200, 300])
def test_the_dialog_fits_and_scrolls_when_it_must(open_program, dialog, theme, text_size):
    shown = dialog(open_program(theme=theme, text_size=text_size))
    screen = shown.screen().availableGeometry()
    assert shown.height() <= screen.height()
    for one in shown.findChildren(QAbstractButton):
        if one.isVisible():
            assert one.width() >= one.minimumSizeHint().width(), one.text()
