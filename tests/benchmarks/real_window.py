"""The real window over the real library, for measurements inside one process."""

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from livermets_desktop import paths
from livermets_desktop.app import Program, Start, make_application
from livermets_desktop.library.reader import Library
from livermets_desktop.model.level import Level
from livermets_desktop.reader_files import ReaderFiles
from tests.benchmarks.first_paint import FirstPaint
from tests.benchmarks.table import NotMeasuredError

_PATIENCE = 10_000  # milliseconds


@contextmanager
def real_window() -> Iterator[Program]:
    """Open the window on its start page, with the search index open."""
    application = QApplication.instance() or make_application(paths.resources())
    folder = paths.shipped_library()
    with tempfile.TemporaryDirectory() as cache:
        library = Library.open(folder, trusted=True)
        program = Program(library, ReaderFiles(), paths.resources(), Path(cache))
        wait = Wait(program.window)
        program.tasks.finished.connect(wait.end)
        program.window.resize(1280, 800)
        program.window.show()
        program.open(Start(folder, trusted=True))
        try:
            wait.wait()
            program.tasks.finished.disconnect(wait.end)
            yield program
        finally:
            program.window.close()
            program.close()
            application.sendPostedEvents()


class Wait(QObject):
    """Run the event loop until `end` is called."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._loop = QEventLoop(self)
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._timer.timeout.connect(self._loop.quit)
        self._ended = 0.0

    def end(self, *_: object) -> None:
        """End the wait; it may not have begun yet."""
        self._ended = time.perf_counter()
        self._loop.quit()

    def wait(self) -> float:
        """Wait, and return the time of the end."""
        if not self._ended:
            self._timer.start()
            self._loop.exec()
            self._timer.stop()
        if not self._ended:
            raise NotMeasuredError("the window did not answer")
        ended, self._ended = self._ended, 0.0
        return ended


def rest(window: QWidget) -> None:
    """Let the window finish what it put off, so that the next measurement does not pay for it."""
    wait = Wait()
    QTimer.singleShot(10, window, wait.end)
    wait.wait()


def milliseconds_to_paint(widget: QWidget, act: Callable[[], object]) -> float:
    """Measure from the beginning of `act` to the end of the widget's next paint."""
    wait = Wait()
    FirstPaint(widget, wait.end)
    start = time.perf_counter()
    act()
    widget.update()  # a widget that shows the same as before is painted too
    return 1000 * (wait.wait() - start)


def pages(program: Program) -> list[tuple[str, Level]]:
    """List every article with each level that it has."""
    return [
        (topic.id, level)
        for topic in program.library.articles()
        for level in program.library.article(topic.id, Level.PLAIN).levels
    ]
