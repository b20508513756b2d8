"""The time of one visitor: watches for touches, warns, and ends."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from livermets_desktop.idle import IdleClock, IdleLimits

_LOOK_EVERY = 250  # milliseconds
_TOUCHES = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,  # what the second of two quick touches becomes
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
    )
)


class Session(QObject):
    """`warned` carries the seconds that are left, `stayed` comes when a touch ends the warning."""

    warned = Signal(int)
    stayed = Signal()
    over = Signal()

    def __init__(
        self,
        limits: IdleLimits,
        clock: Callable[[], float],
        on_article: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._clock, self._on_article = IdleClock(limits, clock), on_article
        self._warning = False
        self.running = False
        # The button that ends a session is no sign of wanting to stay.
        self.ends: QObject | None = None
        self._timer = QTimer(self, interval=_LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        program = QApplication.instance()
        if program is not None:
            program.installEventFilter(self)

    def begin(self) -> None:
        """Count from now on."""
        self._clock.touch()
        self.running = True
        self._timer.start()

    def hear(self) -> None:
        """Note that a sentence is read aloud."""
        self._clock.hear()

    def end(self) -> None:
        """Count no more: nobody is there."""
        self.running = self._warning = False
        self._timer.stop()

    def stop(self) -> None:
        """Watch nothing any more."""
        self.end()
        program = QApplication.instance()
        if program is not None:
            program.removeEventFilter(self)

    def look(self) -> None:
        """Look at the clock."""
        on_article = self._on_article()
        left = self._clock.seconds_left(on_article=on_article)
        if left <= 0:
            self.end()
            self.over.emit()
        elif self._clock.is_warning(on_article=on_article):
            self._warning = True
            self.warned.emit(int(-(-left // 1)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note every touch, whatever it falls on."""
        touched = watched.isWidgetType() and watched is not self.ends
        if self.running and touched and event.type() in _TOUCHES:
            self._clock.touch()
            if self._warning:
                self._warning = False
                self.stayed.emit()
        return False
