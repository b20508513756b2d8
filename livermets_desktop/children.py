"""The programs that the watcher of a public screen starts: their beats and their ends."""

import logging
import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import NamedTuple, Protocol

from livermets_desktop.environment import refused_variables
from livermets_desktop.heartbeat import VARIABLE

_log = logging.getLogger(__name__)
NOT_STARTED = 127
_SLICE_SECONDS = 1.0  # on Windows nothing interrupts a wait
_DEATH_SECONDS = 5.0
_MANY_BEATS = 64


class Event(NamedTuple):
    """Say that a child beat, or with what code it ended; child 0 is the watcher: it shall end."""

    child: int
    code: int | None = None


STOP = Event(0)


class Children(Protocol):
    """Start children, end them, wait for what they tell."""

    def clock(self) -> float:
        """Return seconds that no change of the system's time moves."""
        ...

    def start(self, command: Sequence[str]) -> int:
        """Start a program and return its number; one that cannot be started ends at once."""
        ...

    def kill(self, child: int) -> None:
        """End a child that may not listen any more."""
        ...

    def event(self, seconds: float) -> Event | None:
        """Return the next event, None if there is none for so long."""
        ...


class Processes:
    """Be children that are processes of the system; no shell starts them."""

    clock = staticmethod(time.monotonic)

    def __init__(self) -> None:
        self._events: SimpleQueue[Event] = SimpleQueue()
        self._running: dict[int, subprocess.Popen[bytes]] = {}
        self._last = 0

    def stop_on_signals(self) -> None:
        """Let Ctrl+C and the system's request to end be an event."""
        for one in (signal.SIGINT, signal.SIGTERM):
            signal.signal(one, lambda *_: self._events.put(STOP))

    def start(self, command: Sequence[str]) -> int:
        """Start a program and return its number; one that cannot be started ends at once."""
        self._last += 1
        try:
            process = subprocess.Popen(  # noqa: S603  # the program's own command
                command,
                env=environment_of_child(os.environ),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                bufsize=0,
            )
        except OSError as error:
            _log.error("A program cannot be started: %s", type(error).__name__)
            self._events.put(Event(self._last, NOT_STARTED))
            return self._last
        self._running[self._last] = process
        Thread(target=self._listen, args=(self._last, process), daemon=True).start()
        return self._last

    def kill(self, child: int) -> None:
        """End a child that may not listen any more."""
        process = self._running.pop(child, None)
        if process:
            process.kill()
            with suppress(subprocess.TimeoutExpired):  # the system itself holds it
                process.wait(_DEATH_SECONDS)

    def event(self, seconds: float) -> Event | None:
        """Return the next event, None if there is none for so long."""
        until = self.clock() + seconds
        while True:
            left = max(until - self.clock(), 0.0)
            with suppress(Empty):
                return self._events.get(timeout=min(left, _SLICE_SECONDS))
            if left <= _SLICE_SECONDS:
                return None

    def _listen(self, child: int, process: subprocess.Popen[bytes]) -> None:
        """Pass beats on until the child ends; this runs on a thread of its own."""
        if process.stdout is None:
            return
        with process.stdout as beats:
            while beats.read(_MANY_BEATS):
                self._events.put(Event(child))
        self._events.put(Event(child, process.wait()))


def environment_of_child(environment: Mapping[str, str]) -> dict[str, str]:
    """Return what a child may know of the environment: none of Qt's switches but two."""
    refused = refused_variables(environment)
    kept = {name: value for name, value in environment.items() if name not in refused}
    return {**kept, VARIABLE: "1"}
