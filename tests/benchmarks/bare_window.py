"""The floor for a window by PySide6: one label, and a word on stdout when it is painted."""

import sys

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from tests.benchmarks.first_paint import PAINTED, FirstPaint, say


def main() -> int:
    """Show the window until the process is ended."""
    application = QApplication(sys.argv)
    window = QMainWindow()
    label = QLabel("A bare window")
    window.setCentralWidget(label)
    window.resize(1280, 800)
    FirstPaint(label, lambda: say(PAINTED))
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
