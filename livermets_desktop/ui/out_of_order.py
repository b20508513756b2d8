"""The plain page of a public screen that does not work: two sentences, no library, no way out."""

import sys

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QLabel

from livermets_desktop import paths
from livermets_desktop.heartbeat import EVERY_SECONDS, Heartbeat
from livermets_desktop.ui.language import install_language

_TIMES_LARGER = 3


class OutOfOrderPage(QLabel):
    """Tell visitors that the screen is out of order; the watcher alone ends it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setCursor(Qt.CursorShape.BlankCursor)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * _TIMES_LARGER)
        self.setFont(font)
        self.setText(self.tr("This screen is out of order. Please tell a member of staff."))
        self.setWindowTitle(self.tr("Out of order"))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay."""
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Fill the screen again, whatever made the window smaller."""
        full = Qt.WindowState.WindowFullScreen
        if event.type() == QEvent.Type.WindowStateChange and self.windowState() != full:
            self.setWindowState(full)
        super().changeEvent(event)


def show_out_of_order() -> int:
    """Show the page until the watcher ends it, or is gone itself."""
    application = QApplication([*sys.argv[:1], "-style", "fusion"])
    install_language(application, paths.resources() / "translations")
    page = OutOfOrderPage()
    page.showFullScreen()
    heartbeat = Heartbeat.of_environment()
    timer = QTimer(page)
    timer.timeout.connect(lambda: heartbeat.beat() or QCoreApplication.exit(1))
    timer.start(EVERY_SECONDS * 1000)
    return application.exec()
