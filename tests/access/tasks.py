"""The core tasks by keyboard alone: real keys to the window, each result checked."""

import tempfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from livermets_desktop.model.level import Level
from livermets_desktop.ui.print_dialog import PrintDialog
from tests.access.lab import wait_until
from tests.ui.stand_in_printer import stand_in_printer

_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_MOST_TABS = 400


def press(lab, key, modifier=Qt.KeyboardModifier.NoModifier):
    """Press a key where the keyboard is."""
    QTest.keyClick(QApplication.focusWidget() or lab.window, key, modifier)


def type_words(lab, words):
    QTest.keyClicks(QApplication.focusWidget() or lab.window, words)


def open_help(lab):
    press(lab, Qt.Key.Key_F1)
    article = lab.program.reading.article
    return article is not None and article.help


def find(lab):
    press(lab, Qt.Key.Key_K, _CTRL)
    answers = []
    told = lab.program.tasks.finished.connect(lambda _number, answer: answers.append(answer))
    type_words(lab, "jaundice")
    found = wait_until(lambda: bool(answers) and answers[-1].query == "jaundice")
    lab.program.tasks.finished.disconnect(told)
    press(lab, Qt.Key.Key_Down)
    press(lab, Qt.Key.Key_Return)
    return found and lab.program.reading.article is not None


def read(lab):
    """Read from the top to the end by Page Down; the page has the keyboard."""
    bar = lab.window.article.view.verticalScrollBar()
    press(lab, Qt.Key.Key_Home, _CTRL)
    began = bar.value()
    for _ in range(200):
        if bar.value() == bar.maximum():
            break
        press(lab, Qt.Key.Key_PageDown)
    return began == 0 and bar.value() == bar.maximum() > 0


def follow_a_link(lab):
    """Go by Tab from link to link to one that leads to another topic; follow it by Enter."""
    before, view = lab.program.reading.article.id, lab.window.article.view
    for _ in range(_MOST_TABS):
        press(lab, Qt.Key.Key_Tab)
        address = view.textCursor().charFormat().anchorHref()
        if view.hasFocus() and address.startswith("article:") and before not in address:
            press(lab, Qt.Key.Key_Return)
            return lab.program.reading.article.id != before
    return False


def go_back(lab):
    before = lab.program.reading.article.id
    press(lab, Qt.Key.Key_Left, _ALT)
    return lab.program.reading.article.id != before


def switch_level(lab):
    before = lab.program.reading.shown_level
    press(lab, Qt.Key.Key_F8)
    after = lab.program.reading.shown_level
    press(lab, Qt.Key.Key_F8)
    return {before, after} == set(Level) and lab.program.reading.shown_level is before


def change_size(lab):
    look = lab.program.look
    before = look.text_size
    press(lab, Qt.Key.Key_Plus, _CTRL)
    bigger = look.text_size > before
    press(lab, Qt.Key.Key_0, _CTRL)
    return bigger and look.text_size == 100


def bookmark(lab):
    press(lab, Qt.Key.Key_D, _CTRL)
    told = lab.window.notice.sentence
    press(lab, Qt.Key.Key_D, _CTRL)
    return told.startswith("Bookmarked") and lab.window.notice.sentence != told


def find_in_page(lab):
    press(lab, Qt.Key.Key_F, _CTRL)
    type_words(lab, "liver")
    _, count = lab.window.article.hit_place
    first, _ = lab.window.article.hit_place
    press(lab, Qt.Key.Key_F3)
    following, _ = lab.window.article.hit_place
    press(lab, Qt.Key.Key_Escape)
    return count > 1 and following == first + 1 and lab.window.article.view.hasFocus()


def print_page(lab):
    """Print the page on a stand-in printer: the keys, and Enter for the first button."""
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder) / "pages.pdf"
        with stand_in_printer(pages):
            press(lab, Qt.Key.Key_P, _CTRL)
            opened = wait_until(lambda: isinstance(QApplication.activeWindow(), PrintDialog))
            press(lab, Qt.Key.Key_Return)
            printed = wait_until(lambda: QApplication.activeModalWidget() is None)
        return opened and printed and pages.read_bytes().startswith(b"%PDF")


TASKS = {
    "open help": open_help,
    "find": find,
    "read": read,
    "follow a link": follow_a_link,
    "go back": go_back,
    "switch level": switch_level,
    "change size": change_size,
    "bookmark": bookmark,
    "find in page": find_in_page,
    "print": print_page,
}


def failed_tasks(lab):
    """Do every task, one after the other; return those that failed."""
    lab.reset()
    lab.program.reading.go_home()
    failed = [f"by keyboard alone: {name}" for name, work in TASKS.items() if not work(lab)]
    lab.reset()
    return failed


def tell_tasks(failed):
    """Say how many of the tasks can be done."""
    return f"{len(TASKS) - len(failed)} of {len(TASKS)}"
