"""Printing without a dialog of the system: on one printer, so many pages, so many times."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSizeF, Signal

from livermets_desktop.kiosk_file import Kiosk
from livermets_desktop.ui.paper import Paper
from livermets_desktop.ui.pdf_file import usual_page
from livermets_desktop.ui.print_service import PrintService, cancel_jobs

_JOB = "LiverMets Desktop kiosk"  # of no visitor: a printer shows the names of jobs


class KioskPrinter(QObject):
    """Print pages for one visitor after the other; `told` carries what came of it."""

    told = Signal(str)

    def __init__(self, kiosk: Kiosk, parent: QObject) -> None:
        super().__init__(parent)
        self._kiosk = kiosk
        self._service: PrintService | None = None
        self.jobs = 0

    @property
    def there(self) -> bool:
        """Tell whether the administrator named a printer."""
        return bool(self._kiosk.printer)

    @property
    def most_pages(self) -> int:
        """Return how many pages a job may have."""
        return self._kiosk.pages

    @property
    def is_used_up(self) -> bool:
        """Tell whether this visitor has printed as often as is allowed."""
        return self.jobs >= self._kiosk.jobs

    def print(self, lay_out: Callable[[QSizeF], Paper]) -> None:
        """Print the first pages of what is laid out on the paper of the printer."""
        if self.is_used_up or self._service is not None:
            return
        service = self._service = PrintService(self)
        service.answered.connect(lambda answers: self._on_answered(service, lay_out, answers))
        service.ask()

    def forget(self) -> None:
        """Begin anew for the next visitor: what this one still waits for is not printed."""
        if self._service is not None:
            self._service.deleteLater()
            self._service = None
        if self.jobs:
            cancel_jobs(self._kiosk.printer, _JOB)
        self.jobs = 0

    def _on_answered(
        self, service: PrintService, lay_out: Callable[[QSizeF], Paper], answers: bool
    ) -> None:
        if service is not self._service:  # who asked has left
            return
        service.deleteLater()
        self._service = None
        done = answers and self._print(lay_out)
        if done:
            self.jobs += 1
            self.told.emit(self.tr("Your pages are being printed. Please take all of them."))
        else:
            self.told.emit(self.tr("The printer does not work. Please tell a member of staff."))

    def _print(self, lay_out: Callable[[QSizeF], Paper]) -> bool:
        # The system's print service is asked from here on.
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo  # noqa: PLC0415

        if self._kiosk.printer not in QPrinterInfo.availablePrinterNames():
            return False
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPrinterName(self._kiosk.printer)
        printer.setPageSize(usual_page())
        printer.setDocName(_JOB)
        page = printer.pageLayout()
        paper = lay_out(page.fullRect(page.Unit.Millimeter).size())
        last = min(len(paper), self._kiosk.pages) - 1
        return paper.print_on(printer, 0, last, give_up=printer.abort) and (
            printer.printerState() is not QPrinter.PrinterState.Error
        )
