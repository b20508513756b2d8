"""A reader who does thousands of things in one window: memory, files, threads and widgets."""

import ctypes
import gc
import os
import random
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from livermets_desktop.app import Program
from livermets_desktop.model.level import Level
from livermets_desktop.model.location import Location
from livermets_desktop.ui.page_links import page_links
from tests.benchmarks.real_window import Wait, pages, real_window, rest
from tests.benchmarks.table import Bound, Row
from tests.benchmarks.typed_queries import QUERIES

_MB = 1024 * 1024
_OFTEN = 500  # actions between two looks at what is used


class Used(NamedTuple):
    """What the process holds: memory in MB, open files, threads, widgets by class."""

    memory: float
    files: int
    threads: int
    widgets: Counter[str]


def endurance(*, actions: int = 20_000, warm_up: int = 1_000) -> list[Row]:
    """Do many things in the real window; the first ones fill what is kept on purpose."""
    looks = list(used_over(actions, warm_up=warm_up))
    grown = tuple(look.memory - looks[0].memory for look in looks[1:])
    files, threads = ({getattr(look, name) for look in looks} for name in ("files", "threads"))
    name = f"Memory grown over {actions:,} actions, after the first {warm_up:,}"
    rows = [Row(name, "MB", grown, bound=Bound("median", 5))]
    rows.append(Row("Memory grown at the end of them", "MB", grown[-1:], bound=Bound("median", 5)))
    if max(len(files), len(threads)) > 1:
        rows.append(Row("Open files and threads", "", missing=f"changed: {files}, {threads}"))
    return rows


def twice() -> list[Row]:
    """Open every article at each level, twice over: what the second time adds."""
    with real_window() as program:
        places = pages(program)
        looks = []
        for _ in range(3):
            for name, level in places:
                program.reading.open(Location(name), level)
                rest(program.window)
            looks.append(used().memory)
    name = "Memory grown by opening every article twice more"
    return [Row(name, "MB", (looks[2] - looks[0],), bound=Bound("median", 10))]


def used_over(actions: int, *, warm_up: int, seed: int = 7) -> Iterator[Used]:
    """Act, and look at what is used after the warm-up and then now and again."""
    with real_window() as program:
        reader = Reader(program, random.Random(seed))  # noqa: S311 - no secret
        for number in range(1, actions + 1):
            reader.act()
            if number >= warm_up and (number - warm_up) % _OFTEN == 0:
                reader.tidy()
                yield used()
        reader.tidy()
        yield used()


def used() -> Used:
    """Look at what the process holds now; what was freed is given back first."""
    gc.collect()
    with suppress(OSError, AttributeError):  # elsewhere than with the GNU library
        ctypes.CDLL("libc.so.6").malloc_trim(0)
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    widgets = Counter(type(widget).__name__ for widget in QApplication.allWidgets())
    memory = pages * os.sysconf("SC_PAGE_SIZE") / _MB
    return Used(memory, _open_files(), threading.active_count(), widgets)


def _open_files() -> int:
    """Count the open files, but not the event of each thread of Qt's pools, which rest and end."""
    files = 0
    for file in Path("/proc/self/fd").iterdir():
        with suppress(FileNotFoundError):  # the one that lists them
            files += "eventfd" not in str(file.readlink())
    return files


class Reader:
    """Do one thing after the other, by chance."""

    def __init__(self, program: Program, dice: random.Random) -> None:
        self._program, self._dice = program, dice
        self._topics = [topic.id for topic in program.library.articles()]
        self._does: dict[Callable[[], object], int] = {
            self._open: 30,
            self._search: 10,
            self._open_hit: 10,
            self._find: 5,
            self._follow: 15,
            self._trigger: 60,
            self._resize: 2,
            self._dialog: 2,
        }

    def act(self) -> None:
        """Do one thing, and let the window come to rest."""
        does, weights = list(self._does), list(self._does.values())
        self._dice.choices(does, weights)[0]()
        rest(self._program.window)

    def tidy(self) -> None:
        """Go where the window holds the same each time."""
        program = self._program
        program.search.leave()
        program.look.set_theme("light")
        program.look.set_size(100)
        program.window.resize(1280, 800)
        program.reading.set_level(Level.PLAIN)
        program.reading.open(Location(self._topics[0]))
        rest(program.window)

    def _open(self) -> None:
        level = self._dice.choice(list(Level))
        self._program.reading.open(Location(self._dice.choice(self._topics)), level)

    def _search(self) -> None:
        field = self._program.window.navigation.field
        query = self._dice.choice(QUERIES)
        words = query[: self._dice.randint(1, len(query))]
        if words == field.text():
            return
        wait = Wait()
        self._program.tasks.finished.connect(wait.end)
        field.setText(words)
        wait.wait()
        self._program.tasks.finished.disconnect(wait.end)

    def _open_hit(self) -> None:
        navigation = self._program.window.navigation
        if navigation.shows_results and navigation.result_view.choose_first():
            hit = navigation.result_view.current_hit()
            if hit is not None:
                self._program.search.open_hit(hit)

    def _find(self) -> None:
        article = self._program.window.article
        article.start_finding()
        article.find_on_page(self._dice.choice(("liver", "scan", "e", "nowhere")))
        article.step_hit(1)

    def _follow(self) -> None:
        """Follow a link of the page; a card that opens is closed again."""
        links = page_links(self._program.window.article.view.document())
        if links:
            self._program.reading.follow(self._dice.choice(links).address)
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()

    def _trigger(self) -> None:
        names = (
            *("back", "forward", "home", "next_topic", "previous_topic", "switch_level"),
            *("side_by_side", "bigger", "smaller", "normal_size", "theme_light", "theme_dark"),
            *("theme_contrast", "topics", "outline", "bookmark", "bookmarks", "history"),
            *("next_hit", "previous_hit", "next_pane", "parent", "urgent", "search"),
        )
        self._program.window.actions_[self._dice.choice(names)].trigger()

    def _resize(self) -> None:
        width, height = self._dice.choice(((1280, 800), (700, 600), (1600, 900)))
        self._program.window.resize(width, height)

    def _dialog(self) -> None:
        """Open a dialog, which waits until it is closed."""
        QTimer.singleShot(20, self._program.window, _close_dialog)
        names = ("preferences", "keys", "about", "links")
        self._program.window.actions_[self._dice.choice(names)].trigger()


def _close_dialog() -> None:
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        dialog.close()
