"""Keeps the window on a screen that is there."""

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QMainWindow


class ScreenFit(QObject):
    """Bring the window back when its screen goes or shrinks."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        program = QGuiApplication.instance()
        if isinstance(program, QGuiApplication):
            program.screenRemoved.connect(self.fit)
            program.screenAdded.connect(self._watch)
        for screen in QGuiApplication.screens():
            self._watch(screen)

    def fit(self) -> None:
        """Move and shrink the window until all of it is on a screen, with its frame."""
        window = self._window
        if window.isMaximized() or window.isFullScreen():
            return
        frame, inner = window.frameGeometry(), window.geometry()
        edges = frame.size() - inner.size()
        room = _nearest(frame).availableGeometry()
        if not room.contains(frame):
            window.resize(inner.size().boundedTo(room.size() - edges))
            frame = window.frameGeometry()
            frame.moveRight(min(frame.right(), room.right()))
            frame.moveBottom(min(frame.bottom(), room.bottom()))
            frame.moveLeft(max(frame.left(), room.left()))
            frame.moveTop(max(frame.top(), room.top()))
            window.move(frame.topLeft())

    def _watch(self, screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(self.fit)


def _nearest(frame: QRect) -> QScreen:
    """Return the screen that shows most of a window, the main one if none does."""

    def shown(screen: QScreen) -> int:
        common = screen.availableGeometry().intersected(frame)
        return common.width() * common.height()

    best = max(QGuiApplication.screens(), key=shown)
    return best if shown(best) else QGuiApplication.primaryScreen()
