"""A reader made of code: python -m tests.e2e.reader DAY LIBRARY prints what that reader saw.

The whole program runs as it does for readers; only its self test is replaced by this reader.
"""

import json
import sys
import traceback
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel

from livermets_desktop import app
from livermets_desktop.model.location import Location
from livermets_desktop.ui import self_test
from tests.access.layout import crowded, overlapping, settle


class Reader(QObject):
    """Use the window by its keys, links and actions."""

    done = Signal(str)

    def __init__(self, window, reading, tasks, topic):
        super().__init__(window)
        self.window, self.reading, self.tasks = window, reading, tasks
        self.seen = {}

    def start(self):
        """Begin when the window is at rest."""
        QTimer.singleShot(0, self, self.go)

    def go(self):
        """Live through the day; what goes wrong must not look like its end."""
        try:
            getattr(self, sys.argv[1])()
        except Exception:  # noqa: BLE001 - told on stderr
            traceback.print_exc()
            self.done.emit("The reader gave up.")

    def first(self):
        """Search, open, follow, go back; change preferences; close the window."""
        window, reading, seen = self.window, self.reading, self.seen
        window.actions_["level_clinician"].trigger()
        seen["start"] = window.windowTitle()
        self.search("hypodense metastases")
        results = window.navigation.result_view
        seen["found"] = window.navigation.shows_results
        QTest.keyClick(window.navigation.field, Qt.Key.Key_Down)
        QTest.keyClick(results, Qt.Key.Key_Return)
        seen["opened"] = [reading.article.id, window.article.section]
        marks = window.article.view.extraSelections()
        seen["marked"] = [marks[0].cursor.selectedText()]
        reading.follow("article:blood-tests#which-tests")
        seen["followed"] = reading.article.id
        window.actions_["back"].trigger()
        seen["back"] = reading.article.id
        window.actions_["forward"].trigger()
        seen["forward"] = reading.article.id
        window.actions_["home"].trigger()
        seen["home"] = window.windowTitle()
        window.actions_["theme_dark"].trigger()
        window.actions_["bigger"].trigger()
        window.actions_["bigger"].trigger()
        window.actions_["outline"].setChecked(False)
        window.resize(700, 560)
        self.leave()

    def second(self):
        """Look at what is left of the first day."""
        window, reading, settings = self.window, self.reading, self.reading._settings.current
        self.seen.update(
            level=reading.level.value,
            theme=settings.theme,
            text_size=settings.text_size,
            size=[window.width(), window.height()],
            outline=window.actions_["outline"].isChecked(),
            back=reading.can_go_back,
            recent=[topic.id for topic in reading.recent],
            query=window.navigation.query,
        )
        self.leave()

    def looks(self):
        """Open pages in a small window, and look what is clipped or off the screen."""
        window, reading = self.window, self.reading
        settle(200)
        room = window.screen().availableGeometry()
        self.seen["on_screen"] = room.contains(window.frameGeometry())
        found = {}
        for size in (100, 200):
            window.actions_["normal_size"].trigger()
            while reading._settings.current.text_size < size:
                window.actions_["bigger"].trigger()
            window.resize(800, 560)
            reading.go_home()
            found[f"home {size}"] = self.faults()
            reading.open(Location("ct-scan"))
            found[f"article {size}"] = self.faults()
            self.search("scan")
            found[f"search {size}"] = self.faults()
            window.navigation.field.clear()
        self.seen["faults"] = {place: faults for place, faults in found.items() if faults}
        self.seen["ratio"] = window.devicePixelRatio()
        self.leave()

    def faults(self):
        """Return what is clipped or covered now."""
        settle(50)
        return [*crowded(self.window), *overlapping(self.window)]

    def stays(self):
        """Choose dark colours, then stay until the process is killed."""
        self.window.actions_["theme_dark"].trigger()
        sys.stdout.write("here\n")
        sys.stdout.flush()

    def full(self):
        """Use a disk that has no room left: change preferences, mark a page, save it as PDF."""
        window, reading, seen = self.window, self.reading, self.seen
        seen["start"] = window.notice.sentence
        window.actions_["theme_contrast"].trigger()
        seen["theme"] = [reading._settings.current.theme, window.notice.sentence]
        reading.open(Location("ct-scan"))
        window.actions_["bookmark"].trigger()
        seen["marked"] = window.notice.sentence
        window.actions_["print"].trigger()
        dialog = window.findChild(QDialog, "printDialog")
        dialog.save_requested.emit()
        dialog.findChild(QFileDialog).fileSelected.emit(str(Path.home() / "pages.pdf"))
        seen["saved"] = dialog.findChild(QLabel, "told").text()
        dialog.reject()
        self.search("scan")
        seen["found"] = window.navigation.shows_results
        self.leave()

    def leave(self):
        """Say what was seen, and close the window."""
        self.seen["notice"] = self.window.notice.sentence
        sys.stdout.write(json.dumps(self.seen))
        self.window.close()

    def search(self, words):
        """Type a query and wait for its answer."""
        loop = QEventLoop()
        self.tasks.finished.connect(loop.quit)
        self.window.navigation.field.setText(words)
        loop.exec()


if __name__ == "__main__":
    self_test.SelfTest = app.SelfTest = Reader
    sys.exit(app.run(app.Start(Path(sys.argv[2]), trusted=True, self_test=True)))
