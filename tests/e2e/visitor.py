"""A reader made of code, who clicks on everything: python -m tests.e2e.visitor LIBRARY TRUSTED.

The whole program runs as it does for readers; only its self test is replaced by this visit.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from livermets_desktop import app
from livermets_desktop.model.location import Location
from livermets_desktop.ui import self_test
from tests.e2e.hostile_library import addresses

BAIT = Path(sys.argv[3]) if len(sys.argv) > 3 else Path()


class Visitor(QObject):
    """Open every article, click every link, then look at what else shows words of the library."""

    done = Signal(str)

    def __init__(self, window, reading, tasks, topic):
        super().__init__(window)
        self.window, self.reading, self.tasks = window, reading, tasks
        self.clicks = self.pages = 0

    def start(self):
        """Begin when the window is at rest."""
        QTimer.singleShot(0, self, self.visit)

    def visit(self):
        """Make the whole visit, and say how much was seen."""
        self.window.grab()
        for topic in self.reading._library.articles():
            self.reading.open(Location(topic.id))
            self.pages += 1
            self.click_links()
        for address in addresses(BAIT):
            self.reading.follow(address)
        self.reading.follow("term:jaundice")
        for popup in QApplication.topLevelWidgets():
            popup.grab()
            if popup is not self.window:
                popup.close()
        self.search("bait")
        self.window.grab()
        self.look_at_dialog("about")
        self.window.actions_["theme_dark"].trigger()
        self.reading.go_home()
        self.window.grab()
        sys.stdout.write(f"pages {self.pages} clicks {self.clicks}\n")
        self.done.emit("")

    def click_links(self):
        """Click every link of the page with the mouse, as Qt itself sees it."""
        view = self.window.article.view
        view.grab()
        for place in list(link_places(view)):
            cursor = QTextCursor(view.document())
            cursor.setPosition(place)
            point = view.cursorRect(cursor).center() + QPoint(4, 0)
            if view.anchorAt(point):
                page = self.reading.article
                QTest.mouseMove(view.viewport(), point)
                QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
                self.clicks += 1
                if self.reading.article is not page:
                    self.reading.go_back()

    def search(self, words):
        """Search, and wait for the answer."""
        loop = QEventLoop()
        self.tasks.finished.connect(loop.quit)
        self.window.navigation.field.setText(words)
        loop.exec()

    def look_at_dialog(self, action):
        """Open a dialog, paint it, close it."""

        def look():
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, QDialog)
            dialog.grab()
            QApplication.sendEvent(dialog, QEvent(QEvent.Type.ToolTip))
            dialog.reject()

        QTimer.singleShot(0, self, look)
        self.window.actions_[action].trigger()


def link_places(view) -> Iterator[int]:
    """Return where links stand in the text."""
    block = view.document().begin()
    while block.isValid():
        iterator = block.begin()
        while not iterator.atEnd():
            if iterator.fragment().charFormat().anchorHref():
                yield iterator.fragment().position()
            iterator += 1
        block = block.next()


if __name__ == "__main__":
    self_test.SelfTest = app.SelfTest = Visitor
    sys.exit(app.run(app.Start(Path(sys.argv[1]), sys.argv[2] == "trusted", self_test=True)))
