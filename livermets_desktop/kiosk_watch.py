"""Keeps a public screen up: starts it again when it ends or hangs, or says that it does not work.

The log holds reasons and counts, nothing that a visitor did.
"""

import logging
import sys
from collections import deque
from collections.abc import Sequence
from pathlib import Path

from livermets_desktop import paths
from livermets_desktop.children import STOP, Children, Event, Processes
from livermets_desktop.heartbeat import HUNG_SECONDS
from livermets_desktop.log import start_log

_log = logging.getLogger(__name__)
LEFT, MISTAKE = 0, 2
START_SECONDS = 30
PAUSES = (1, 2, 4, 4)
FAILURES, WITHIN_SECONDS = 5, 300
PAGE_SECONDS = 180


class Watcher:
    """Watch one screen; `kiosk` and `page` are the commands of the screen and of the plain page."""

    def __init__(self, children: Children, kiosk: Sequence[str], page: Sequence[str]) -> None:
        self._children, self._kiosk, self._page = children, kiosk, page
        self._failures: deque[float] = deque(maxlen=FAILURES)
        self._stopped = False

    def run(self) -> int:
        """Keep the screen up until somebody leaves it with the PIN, or this program is ended."""
        while not self._stopped:
            code = self._live()
            if code == LEFT:
                return LEFT
            if code == MISTAKE:
                _log.error("The screen is set up wrongly: livermets-desktop kiosk check says how")
                self._show_page_for_good()
                return MISTAKE
            self._rest()
        return LEFT

    def _live(self) -> int | None:
        """Run the screen once; return its exit code, None if it hung."""
        child = self._children.start(self._kiosk)
        code = self._follow(child)
        self._children.kill(child)
        if code is None:
            _log.warning("The screen hung and was ended")
        else:
            _log.info("The screen ended with exit code %d", code)
        return code

    def _follow(self, child: int) -> int | None:
        due = self._children.clock() + START_SECONDS
        while (left := due - self._children.clock()) > 0:
            event = self._next(left)
            if event == STOP:
                return LEFT
            if event is None or event.child != child:
                continue
            if event.code is not None:
                return event.code
            due = self._children.clock() + HUNG_SECONDS
        return None

    def _rest(self) -> None:
        """Wait a little after a failure; after many, show the plain page for some minutes."""
        now = self._children.clock()
        self._failures.append(now)
        recent = sum(now - one < WITHIN_SECONDS for one in self._failures)
        if recent < FAILURES:
            pause = PAUSES[recent - 1]
            _log.info("Failure %d of %d: again in %d s", recent, FAILURES, pause)
            self._wait(pause)
            return
        _log.error("Failure %d of %d: out of order for %d s", recent, FAILURES, PAGE_SECONDS)
        page = self._children.start(self._page)
        self._wait(PAGE_SECONDS)
        self._children.kill(page)
        self._failures.extend([self._children.clock()] * (FAILURES - 1))  # one more: the page again

    def _show_page_for_good(self) -> None:
        """Show the plain page until it or this program ends."""
        page = self._children.start(self._page)
        event = None
        while not self._stopped and (event is None or event.child != page or event.code is None):
            event = self._next(PAGE_SECONDS)
        self._children.kill(page)

    def _wait(self, seconds: float) -> None:
        until = self._children.clock() + seconds
        while not self._stopped and (left := until - self._children.clock()) > 0:
            self._next(left)

    def _next(self, seconds: float) -> Event | None:
        event = self._children.event(seconds)
        if event == STOP:
            self._stopped = True
            _log.info("The watcher was told to end")
        return event


def watch(library: Path | None) -> int:
    """Watch this PC's screen; return the exit code for what started the watcher."""
    logging.getLogger("livermets_desktop").addHandler(logging.StreamHandler(sys.stderr))
    start_log(paths.state_folder(), "kiosk-watch.log")
    children = Processes()
    children.stop_on_signals()
    program = paths.program()
    kiosk = [*program, "--kiosk", *(["--library", str(library)] if library else [])]
    return Watcher(children, kiosk, [*program, "kiosk", "out-of-order"]).run()
