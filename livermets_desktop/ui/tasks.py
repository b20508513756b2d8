"""The one way to leave the interface thread."""

import logging
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

_log = logging.getLogger(__name__)


class _Job(QRunnable):
    def __init__(
        self, work: Callable[[], Any], tell: Callable[[Any, Exception | None], None]
    ) -> None:
        super().__init__()
        self._work = work
        self._tell = tell

    def run(self) -> None:
        """Do the work and hand over what came of it."""
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001  # the boundary of the thread: told on the other side
            self._tell(None, error)
        else:
            self._tell(result, None)


class Tasks(QObject):
    """Run plain functions one after another on one worker thread; the newest request wins.

    While one runs, a newer request replaces the one that waits. `finished` (a number, the result)
    and `failed` (a number, the error) come on the interface thread; numbers rise.
    """

    finished = Signal(int, object)
    failed = Signal(int, object)
    _told = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._number = 0
        self._running = False
        self._closed = False
        self._waiting: Callable[[], Any] | None = None
        self._told.connect(self._on_told)

    @property
    def newest(self) -> int:
        """Return the number of the newest request."""
        return self._number

    def run(self, work: Callable[[], Any]) -> int:
        """Ask for some work and return the number of the request."""
        self._number += 1
        if self._closed:
            return self._number
        if self._running:
            self._waiting = work
        else:
            self._start(work)
        return self._number

    def forget(self) -> None:
        """Let every answer to earlier requests be stale."""
        self._number += 1
        self._waiting = None

    def drain(self, milliseconds: int = 10_000) -> bool:
        """Wait until nothing runs any more."""
        self._waiting = None
        return self._pool.waitForDone(milliseconds)

    def close(self) -> None:
        """Wait until nothing runs any more, and begin nothing else."""
        self._closed = True
        self.drain()

    def _start(self, work: Callable[[], Any]) -> None:
        self._running = True
        number = self._number
        self._pool.start(_Job(work, lambda result, error: self._told.emit(number, result, error)))

    def _on_told(self, number: int, result: object, error: object) -> None:
        self._running = False
        if self._waiting is not None:
            work, self._waiting = self._waiting, None
            self._start(work)
        if number != self._number:
            return
        if error is None:
            self.finished.emit(number, result)
        else:
            _log.error("A background task failed: %s", type(error).__name__)
            self.failed.emit(number, error)
