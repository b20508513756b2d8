"""A printer that writes its pages into a file, for a system that has none."""

from contextlib import contextmanager
from unittest.mock import patch

from PySide6 import QtPrintSupport
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog

_Printer = QtPrintSupport.QPrinter


class _ChosenAtOnce(QDialog):
    """The system's dialog, in which the reader agrees to everything."""

    def __init__(self, printer, parent):
        super().__init__(parent)
        self.printer = printer

    def showEvent(self, event):
        super().showEvent(event)
        QTimer.singleShot(0, self.accept)


@contextmanager
def stand_in_printer(
    file, *, names=("Stand-in",), refuses=False, takes=None, breaks=False, first=0
):
    """Let the system have these printers; what is printed goes into a file, from a page on.

    Or it is refused, from the start, after it `takes` so many pages, or in the end (`breaks`).
    """

    class Printer(_Printer):
        PrinterMode = _Printer.PrinterMode
        PrinterState = _Printer.PrinterState

        def __init__(self, mode):
            super().__init__(mode)
            self.setOutputFormat(_Printer.OutputFormat.PdfFormat)
            self.setOutputFileName("/proc/nowhere/pages.pdf" if refuses else str(file))
            self.setFromTo(first, first)
            self.pages = 1

        def newPage(self):  # noqa: N802  # Qt's name
            self.pages += 1
            return (takes is None or self.pages <= takes) and super().newPage()

        def printerState(self):  # noqa: N802  # Qt's name
            return self.PrinterState.Error if breaks else super().printerState()

    with (
        patch.object(QtPrintSupport, "QPrintDialog", _ChosenAtOnce),
        patch.object(QtPrintSupport, "QPrinter", Printer),
        patch.object(QtPrintSupport.QPrinterInfo, "availablePrinterNames", lambda: list(names)),
    ):
        yield
