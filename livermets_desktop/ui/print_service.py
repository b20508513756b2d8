"""Whether the system's print service answers.

Qt asks it from the interface thread and waits for as long as it likes: a service that hangs would
hang the window. So the same question is put from a thread of its own before, and not for ever.
"""

import ctypes
import sys
import threading
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Signal

_MOST = 5_000  # milliseconds
_ACTIVE = 0  # CUPS_WHICHJOBS_ACTIVE
_WAITS = (3, 4, 6)  # pending, held, stopped: what is on its way to paper is let go on
_LIBRARIES = {"linux": "libcups.so.2", "darwin": "/usr/lib/libcups.2.dylib"}


class PrintService(QObject):
    """Ask the print service once; `answered` says whether it did."""

    answered = Signal(bool)
    _told = Signal()

    def __init__(self, parent: QObject | None = None, *, most: int = _MOST) -> None:
        """Wait `most` milliseconds for an answer."""
        super().__init__(parent)
        self._rest = QTimer(self, singleShot=True, interval=most)
        self._rest.timeout.connect(lambda: self.answered.emit(False))
        self._told.connect(self._on_told)

    def ask(self) -> None:
        """Ask, and go on."""
        self._rest.start()
        # Nothing ends a call that hangs, so the end of the program must not wait for it.
        threading.Thread(target=self._ask, daemon=True).start()

    def _ask(self) -> None:
        _list_printers()
        with suppress(RuntimeError):  # who asked is gone
            self._told.emit()

    def _on_told(self) -> None:
        if self._rest.isActive():
            self._rest.stop()
            self.answered.emit(True)


def _library() -> ctypes.CDLL | None:
    """Load the system's print library, None where there is none."""
    try:
        return ctypes.CDLL(_LIBRARIES[sys.platform])
    except (KeyError, OSError):
        return None


def _list_printers() -> None:
    """Ask as Qt will; without the library Qt finds no printer either."""
    cups = _library()
    if cups is None:
        return
    found = ctypes.c_void_p()
    cups.cupsFreeDests(cups.cupsGetDests(ctypes.byref(found)), found)


class _Job(ctypes.Structure):
    """A job as the library describes it: `cups_job_t`."""

    _fields_ = (
        ("id", ctypes.c_int),
        ("printer", ctypes.c_char_p),
        ("title", ctypes.c_char_p),
        ("user", ctypes.c_char_p),
        ("format", ctypes.c_char_p),
        ("state", ctypes.c_int),
        ("size", ctypes.c_int),
        ("priority", ctypes.c_int),
        ("completed", ctypes.c_long),
        ("created", ctypes.c_long),
        ("begun", ctypes.c_long),
    )


def cancel_jobs(printer: str, title: str) -> None:
    """Cancel this user's jobs of a title that wait, and go on; where no library is, nothing is."""
    threading.Thread(target=_cancel, args=(printer.encode(), title.encode()), daemon=True).start()


def _cancel(printer: bytes, title: bytes) -> None:
    cups = _library()
    if cups is None:
        return
    jobs = ctypes.POINTER(_Job)()
    count = cups.cupsGetJobs(ctypes.byref(jobs), printer, 1, _ACTIVE)
    for job in jobs[: max(count, 0)]:
        if job.title == title and job.state in _WAITS:
            cups.cupsCancelJob(printer, job.id)
    cups.cupsFreeJobs(count, jobs)
