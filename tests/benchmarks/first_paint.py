"""Tells when a widget has really been painted."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget

PAINTED = "painted"


class FirstPaint(QObject):
    """Call `then` once, after the first paint of a widget that finds `is_ready` true."""

    def __init__(
        self,
        widget: QWidget,
        then: Callable[[], object],
        is_ready: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__(widget)
        self._then = then
        self._is_ready = is_ready
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the widget paint, then tell: a filter alone would tell before the paint."""
        if event.type() != QEvent.Type.Paint or not self._is_ready():
            return False
        watched.removeEventFilter(self)
        QCoreApplication.sendEvent(watched, event)
        self._then()
        self.deleteLater()
        return True


def say(word: str) -> None:
    """Tell the process that measures."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()
