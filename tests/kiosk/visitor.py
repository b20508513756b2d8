"""The public screen with a visitor made of code: python -m tests.kiosk.visitor ARGUMENTS.

The whole program runs as it does for visitors; only the administrator's file stands elsewhere. The
environment says where (KIOSK_FILE), what the visitor does (KIOSK_VISIT, a method of `Visitor`) and
where it is written down (KIOSK_JOURNAL: a process, a time and a word on each line).
"""

import os
import shutil
import sys
import time
import traceback
from contextlib import nullcontext
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest

from livermets_desktop import cli, kiosk_app, kiosk_file, paths
from livermets_desktop.ui.kiosk.touch import TouchButton
from tests.access.layout import settle
from tests.ui.stand_in_printer import stand_in_printer

JOURNAL = Path(os.environ.get("KIOSK_JOURNAL", ""))
CANARY = "qwzx-canary"
ARTICLE = "ct-scan"
PIN = "271828"
_BETWEEN = 30  # milliseconds between two touches
_REST = 200  # milliseconds in which the workers forget
_MOST = 20  # seconds to wait for anything


def note(word):
    """Write into the journal."""
    with JOURNAL.open("a", encoding="utf-8") as lines:
        lines.write(f"{os.getpid()} {time.monotonic()} {word}\n")


class Paints(QObject):
    """Note when a page is painted for the first time."""

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            note(f"painted-{watched.objectName()}")
            watched.removeEventFilter(self)
        return False


class Visited(kiosk_app.KioskProgram):
    """The program, with a visitor in front of it."""

    def __init__(self, *arguments):
        super().__init__(*arguments)
        paints = Paints(self)
        for page in self.window.pages:
            page.installEventFilter(paints)

    def prepare(self):
        """Let the visitor come when all is there."""
        super().prepare()
        QTimer.singleShot(0, self, self.visit)

    def visit(self):
        """Do what is to be done; what goes wrong must not look like its end."""
        try:
            getattr(Visitor(self), os.environ.get("KIOSK_VISIT", "look"))()
        except Exception:  # noqa: BLE001 - told on stderr, and in the journal
            traceback.print_exc()
            note("gave-up")
            QCoreApplication.exit(9)


class Visitor:
    """Touch what a visitor would touch."""

    def __init__(self, program):
        self.program, self.window = program, program.window

    def look(self):
        """Do nothing but look."""

    def read(self):
        """Search, then open an article and stay there."""
        self.begin()
        self.open_article()
        note("reads")

    def leave(self):
        """Leave by the PIN at once."""
        self.begin()
        self.leave_by_pin()

    def day(self):
        """Do everything that a visitor can do, be forgotten, and let staff leave."""
        self.visit(prints=True)
        home = Path.home()
        shutil.copytree(home, home.parent / "after-reset")
        note("reset")
        self.leave()

    def quiet_day(self):
        """The same without printing, which asks a program of the system."""
        self.visit(prints=False)
        self.leave()

    def visit(self, *, prints):
        """Type, read, tick, print, take home; then be forgotten."""
        self.begin()
        self.look_for(CANARY)
        assert self.window.pages.search.query == CANARY
        self.touch(self.window.top.home)
        self.open_article()
        bar = self.window.pages.reading.bar
        for button in (bar.bigger, bar.bigger, bar.on, bar.take):
            self.touch(button)
        self.touch(self.buttons(self.window.card)[-1])
        questions = self.window.pages.questions
        if prints:
            self.print_with(bar.print)
        self.touch(self.window.pages.reading.questions)
        next(iter(questions.boxes.values())).click()
        if prints:
            self.print_with(questions.print)
        note("visited")
        self.program.reset()
        settle(_REST)

    # -- touches -----------------------------------------------------------------------------

    def begin(self):
        """Touch the start page."""
        self.touch(self.window.pages.attract.start)
        assert self.window.page is self.window.pages.tiles

    def look_for(self, words):
        """Type by the keys on the screen, and wait for the answer."""
        page, answered = self.window.pages.search, []
        self.program.tasks.finished.connect(lambda _, results: answered.append(results.query))
        self.touch(self.window.pages.tiles._field)
        for letter in words:
            self.touch(page.keyboard.keys[letter])
        wait_until(lambda: words in answered)

    def open_article(self):
        """Search for an article and touch it."""
        self.look_for("ct")
        row = next(one for one in self.window.pages.search._rows if one.hit.article == ARTICLE)
        self.touch(row)
        assert self.program.reading.article.id == ARTICLE

    def print_with(self, button):
        """Touch a button that prints, then the answer, and wait for what is told."""
        told, card = [], self.window.card
        self.program.printing.printer.told.connect(told.append)
        self.touch(button)
        self.touch(self.buttons(card)[0])
        wait_until(lambda: told)
        note("printed" if "being printed" in told[0] else "printed-not")
        self.touch(self.buttons(card)[-1])

    def leave_by_pin(self):
        """Touch the top bar seven times, then the keys of the PIN."""
        for _ in range(7):
            self.touch(self.window.top, QPoint(6, 6))
        pad = self.window.pin_pad
        for digit in PIN:
            self.touch(pad.keys[digit])
        note("leaves")
        self.touch(pad.enter)

    def buttons(self, card):
        """Return the buttons that a card shows."""
        return [one for one in card.findChildren(TouchButton) if one.isVisible()]

    def touch(self, widget, place=None):
        """Touch a widget in its middle, once nothing else lies there."""
        settle(_BETWEEN)
        wait_until(lambda: self.is_there(widget, place or widget.rect().center()))
        place = place or widget.rect().center()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)

    def is_there(self, widget, place):
        """Tell whether a touch falls on a widget."""
        there = self.window.childAt(widget.mapTo(self.window, place))
        return there is not None and (there is widget or widget.isAncestorOf(there))


def wait_until(true):
    """Let the window live until something is so."""
    end = time.monotonic() + _MOST
    while not true():
        assert time.monotonic() < end
        settle(_BETWEEN)


def printer_of_the_day():
    """Return a printer that stands in, its pages beside the home folder."""
    if os.environ.get("KIOSK_VISIT") != "day":
        return nullcontext()
    return stand_in_printer(JOURNAL.parent / "printed.pdf", names=("foyer",))


def main():
    """Be the program's command line."""
    paths.kiosk_file = lambda: Path(os.environ["KIOSK_FILE"])
    paths.program = lambda: [sys.executable, "-B", "-m", "tests.kiosk.visitor"]
    kiosk_file.can_change = lambda _: False
    kiosk_app.KioskProgram = Visited
    with printer_of_the_day():
        return cli.main()


if __name__ == "__main__":
    sys.exit(main())
