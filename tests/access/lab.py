"""The real window over the library that ships, brought to every screen one after the other."""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTextToSpeech import QTextToSpeech
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from livermets_desktop import paths
from livermets_desktop.app import Program
from livermets_desktop.library.reader import Library
from livermets_desktop.model.bookmark import Bookmark
from livermets_desktop.model.level import Level
from livermets_desktop.model.location import Location
from livermets_desktop.model.query import Filters
from livermets_desktop.reader_files import ReaderFiles
from livermets_desktop.ui.speech_bar import SpeechBar

THEMES = ("light", "dark", "contrast")
# Actions that end the program, change the look that is measured, or only go to another page.
_APART = ("quit", "full_screen", "bigger", "smaller", "normal_size", "theme_", "level_", "copy")
_PAGES = ("back", "forward", "home", "parent", "next_topic", "previous_topic", "urgent", "help")
_LONGEST_WAIT = 20_000


class Look(NamedTuple):
    """Name a theme, a text size in per cent and the size of the window."""

    theme: str
    text_size: int
    size: tuple[int, int] = (1280, 800)

    def __str__(self) -> str:
        return f"{self.theme} {self.text_size} % {self.size[0]}x{self.size[1]}"


class Screen(NamedTuple):
    """Name what is shown; `top` is the window, or what covers it and keeps the keyboard."""

    name: str
    top: QWidget


def wait_until(happened, milliseconds=_LONGEST_WAIT):
    """Let the event loop run until something has happened; return whether it has."""
    if happened():
        return True
    loop, ask = QEventLoop(), QTimer(interval=5)
    ask.timeout.connect(lambda: happened() and loop.quit())
    QTimer.singleShot(milliseconds, loop.quit)
    ask.start()
    loop.exec()
    ask.stop()
    return happened()


class Lab:
    """A window to measure in."""

    def __init__(self, folder, cache):
        files = ReaderFiles(handouts=cache / "handouts.json")
        self.settings = files.settings
        self.settings.update(level=Level.CLINICIAN)
        self.program = Program(Library.open(folder, trusted=True), files, paths.resources(), cache)
        self.voices: list[QTextToSpeech] = []  # that were asked for
        self.program.make_voice = self._make_voice
        self.window = self.program.window
        self.program.reading.go_home()
        self.window.resize(1280, 800)
        self.window.show()
        self.program.complete()
        self.opening: list[str] = []  # the actions that open a dialog or a panel
        assert wait_until(self.window.isActiveWindow)

    def _make_voice(self):
        self.voices.append(QTextToSpeech("mock"))
        return self.voices[-1]

    def close(self):
        self.window.close()
        self.program.close()

    def wear(self, look: Look):
        """Show the window in another look."""
        self.settings.update(theme=look.theme, text_size=look.text_size)
        self.program.look.apply()
        self.window.resize(*look.size)

    def search(self, words, filters=None):
        """Type a query and wait for its answer, its snippets too."""
        navigation, tasks = self.window.navigation, self.program.tasks
        answers = []
        told = tasks.finished.connect(lambda _number, answer: answers.append(answer))
        if filters is None:
            navigation.field.setText(words)
        else:
            navigation.filters_chosen.emit(filters)
        assert wait_until(lambda: bool(answers))
        tasks.finished.disconnect(told)

    def reset(self):
        """Go back to an article without search, notice or marks."""
        while (dialog := QApplication.activeModalWidget()) is not None:
            dialog.close()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        self.window.activateWindow()
        assert wait_until(self.window.isActiveWindow)
        window, reading = self.window, self.program.reading
        window.navigation.field.clear()
        window.article.clear_marks()
        window.actions_["stop_reading"].trigger()
        window.notice.tell("")
        window.close_side()
        self.program.handout.forget()
        reading.set_level(Level.CLINICIAN)
        reading.open(Location("ct-scan"))

    # -- screens -----------------------------------------------------------------------------

    def visit(self, look_at):
        """Bring the window to every screen, and to each that an action opens, and look at it."""
        for name, work in self._named().items():
            self.reset()
            look_at(Screen(name, work() or self.window))
        for action in self._opening():
            self.reset()
            name = self.window.actions_[action].text().replace("&", "")
            if not self._trigger(action, partial(_look_at_dialog, look_at, name)):
                look_at(Screen(name, self._covering()))
            self._undo(action)
        self.reset()

    def _named(self):
        reading = self.program.reading
        return {
            "start": reading.go_home,
            "article": lambda: None,
            "article in plain words": lambda: (
                reading.open(Location("when-to-get-help"), Level.PLAIN) and None
            ),
            "side by side": reading.show_side_by_side,
            "results": partial(self._results, "jaundice"),
            "opened result": self._opened_result,
            "no results": partial(self._results, "qqzzxx"),
            "narrowed results": self._narrowed,
            "filtered out": partial(self._narrowed, Filters(group="help")),
            "find": self._find,
            "notice": lambda: self.window.notice.tell("Something that the reader has to know."),
            "term card": partial(self._card, "term:"),
            "source card": partial(self._card, "source:"),
            "hand-out with parts": self._handout,
            "hand-out beside two texts": self._handout_beside,
            "name of a kept list": self._keep_handout,
            "preview of a hand-out": self._preview,
            "preview that tells": partial(self._preview, "This PC has no printer."),
            "chosen questions": self._questions,
            "paused reading": self._paused,
        }

    def _results(self, words):
        self.search(words)
        self.window.show_navigation()

    def _opened_result(self):
        self._results("jaundice")
        self.window.navigation.result_view.choose_first()
        self.program.search.open_hit(self.window.navigation.result_view.current_hit())

    def _narrowed(self, filters=None):
        self._results('pain "side effects" -surgery')
        chosen = filters or Filters(level=Level.PLAIN, group="living-with-it")
        self.search("", chosen)
        self.window.show_navigation()

    def _find(self):
        self.window.actions_["find"].trigger()
        self.window.article.hits.field.setText("liver")

    def _card(self, scheme):
        html = self.program.reading.article.html
        start = html.index(f'href="{scheme}') + 6
        self.program.reading.follow(html[start : html.index('"', start)])
        return QApplication.activePopupWidget()

    def _handout(self):
        """Fill a hand-out with everything that it can hold."""
        handout, reading = self.program.handout, self.program.reading
        handout.add_page()
        reading.open(Location("ct-scan", reading.article.sections[1].id))
        handout.add()
        gone = Bookmark("gone", "part", Level.PLAIN, "Of another library", "A part " * 12)
        handout.use(handout._handout.with_part(gone)._replace(line="Tuesday 1 December, 10.30"))
        handout.add_questions([f"May I do this before the scan, and when, {n}?" for n in range(9)])
        handout.show()
        # The last: it is told of where the list covers the page.
        handout._remove(len(handout._handout.parts) - 1)
        handout._count_pages()

    def _handout_beside(self):
        self.program.reading.show_side_by_side()
        self._handout()

    def _keep_handout(self):
        self._handout()
        self.program.handout._on_keep()
        return self._dialog()

    def _preview(self, told=""):
        self._handout()
        self.program.handout.print()
        self._dialog().tell(told)
        return self._dialog()

    def _questions(self):
        self.window.actions_["questions"].trigger()
        dialog = self._dialog()
        for box in list(dialog._boxes.values())[:3]:
            box.setChecked(True)
        dialog.own_added.emit("May I travel to my daughter's wedding in June, and whom may I call?")
        dialog.handout_requested.emit()
        return dialog

    def _dialog(self):
        dialog = QApplication.activeModalWidget()
        assert wait_until(dialog.isActiveWindow)
        return dialog

    def _paused(self):
        self.window.actions_["read_aloud"].trigger()
        bar = self.window.findChild(SpeechBar)
        assert wait_until(bar.isVisible)
        bar.show_voices(["Anna", "Bertil"], "Anna")
        self.window.actions_["read_aloud"].trigger()
        bar.start()

    # -- what actions open -------------------------------------------------------------------

    def _opening(self):
        """Return the actions that open a dialog or a panel; they are found once."""
        if not self.opening:
            self.opening = [action.objectName() for action in self.window.actions_]
            self.opening = [name for name in self.opening if self._opens(name)]
        return self.opening

    def _opens(self, name):
        if name.startswith(_APART) or name in _PAGES:
            return False
        self.reset()
        before = self._shown()
        opens = self._trigger(name, lambda _: None) or bool(self._shown() - before)
        self._undo(name)
        return opens

    def _shown(self):
        return {part.objectName() for part in self.window.findChildren(QWidget) if part.isVisible()}

    def _covering(self):
        """Return what covers the window and has the keyboard, or the window."""
        part = self.window.focusWidget()
        while part is not None and part.parentWidget() is not self.window:
            part = part.parentWidget()
        own = (None, self.window.centralWidget(), self.window.menuBar(), self.window.statusBar())
        return self.window if part in own else part

    def _trigger(self, name, look_at):
        """Do what an action does, look at the dialog that it opens; return whether one was."""
        action = self.window.actions_[name]
        if action.isCheckable() and action.isChecked():
            action.trigger()  # shown already: shown anew
        visitor = _DialogVisitor(look_at)
        action.trigger()
        return visitor.end()

    def _undo(self, name):
        self.reset()
        action = self.window.actions_[name]
        if action.isCheckable() and not action.actionGroup() and name not in ("topics", "outline"):
            action.setChecked(False)


def _look_at_dialog(look_at, name, dialog):
    assert wait_until(dialog.isActiveWindow)
    look_at(Screen(name, dialog))


class _DialogVisitor:
    """Look at a dialog while it is open, whether it blocks or not, and close it."""

    def __init__(self, look_at):
        self._look_at = look_at
        self._met = []
        self._errors = []
        self._ask = QTimer(interval=5)
        self._ask.timeout.connect(self._on_time)
        self._ask.start()

    def end(self):
        """Return whether there was a dialog; raise what went wrong while it was looked at."""
        self._on_time()  # one that does not block is open still
        self._ask.stop()
        if self._errors:
            raise self._errors[0]
        return bool(self._met)

    def _on_time(self):
        dialog = QApplication.activeModalWidget()
        if dialog is None or dialog in self._met:
            return
        try:
            if not isinstance(dialog, QFileDialog):  # the system has its own
                self._met.append(dialog)
                self._look_at(dialog)
        except Exception as error:  # noqa: BLE001 - raised again where the action was triggered
            self._errors.append(error)
        finally:
            dialog.close()
