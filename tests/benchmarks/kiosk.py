"""The public screen: from a touch to the painted page, and how long the end of a session takes."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from livermets_desktop import paths
from livermets_desktop.app import make_application, open_index
from livermets_desktop.kiosk_file import Kiosk
from livermets_desktop.library.reader import Library
from livermets_desktop.ui.kiosk.outside import Outside
from livermets_desktop.ui.kiosk.program import KioskProgram
from tests.benchmarks.real_window import Wait, rest
from tests.benchmarks.table import Bound, Row

_TOUCHES, _RESETS = 60, 20


def kiosk() -> list[Row]:
    """Touch tiles, articles, sizes and the way back; then let sessions end."""
    with _screen() as program:
        touches = tuple(_touches(program))
        resets = tuple(_reset(program) for _ in range(_RESETS))
    return [
        Row(
            f"Touch to painted page ({len(touches)} touches)",
            "ms",
            touches,
            bound=Bound("p95", 100),
        ),
        Row(f"Kiosk: end of a session ({_RESETS} resets)", "ms", resets, bound=Bound("p95", 500)),
    ]


@contextmanager
def _screen() -> Iterator[KioskProgram]:
    application = QApplication.instance() or make_application(paths.resources())
    folder = paths.shipped_library()
    index = partial(open_index, folder, True, None, lambda _: None)
    library = Library.open(folder, trusted=True)
    program = KioskProgram(library, paths.resources(), Kiosk(), Outside(index))
    program.window.resize(1920, 1080)
    wait = Wait(program.window)
    program.tasks.finished.connect(wait.end)
    program.window.show()
    program.prepare()
    try:
        wait.wait()
        yield program
    finally:
        program.close()
        program.window.may_close = True
        program.window.close()
        application.sendPostedEvents()


def _touches(program: KioskProgram) -> Iterator[float]:
    """Go through the groups, read an article of each, make the text bigger and go back."""
    window, pages = program.window, program.window.pages
    program.begin()
    yield _touch(program, window.top.urgent)
    program.go_home()
    done = 1
    while done < _TOUCHES:
        for number in range(len(pages.tiles.tiles) - 1):
            yield _touch(program, pages.tiles.tiles[number])
            yield _touch(program, pages.tiles.tiles[0])
            yield _touch(program, pages.reading.bar.bigger)
            yield _touch(program, pages.reading.bar.on)
            yield _touch(program, window.top.home)
            program.reset()
            program.begin()
            rest(window)
            done += 5


def _touch(program: KioskProgram, target: QAbstractButton) -> float:
    """Touch a button: what is painted while it is pressed does not count."""
    QTest.mousePress(target, Qt.MouseButton.LeftButton)
    rest(program.window)
    begun = time.perf_counter()
    QTest.mouseRelease(target, Qt.MouseButton.LeftButton)
    rest(program.window)
    return (time.perf_counter() - begun) * 1000


def _reset(program: KioskProgram) -> float:
    program.begin()
    program.open("ct-scan")
    rest(program.window)
    begun = time.perf_counter()
    program.reset()
    taken = (time.perf_counter() - begun) * 1000
    rest(program.window)
    return taken
