"""Brings laid-out pages to a preview, and from there to a printer or into a PDF file.

The classes of the printer are loaded, and the system's print service is asked, only after the
reader chose Print.
"""

import re
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSizeF, Qt, QTimer
from PySide6.QtGui import QImage, QPageSize

from livermets_desktop.ui.file_dialog import file_dialog
from livermets_desktop.ui.look_controller import LookController
from livermets_desktop.ui.main_window import MainWindow
from livermets_desktop.ui.paper import LARGE, Paper, PaperText
from livermets_desktop.ui.pdf_file import save_pdf, usual_page
from livermets_desktop.ui.print_dialog import PrintDialog, Wish
from livermets_desktop.ui.reading_controller import ReadingController

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_ICON_RATIO = 4  # dots of an icon to a dot of the layout
_SOON = 700  # milliseconds after which a silent print service is told of
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')

# Lays out what the reader wishes on paper of a size in millimetres.
MakePaper = Callable[[Wish, QSizeF], Paper]


class PaperDesk(QObject):
    """Show pages before they are printed or saved."""

    def __init__(
        self, window: MainWindow, reading: ReadingController, look: LookController
    ) -> None:
        super().__init__(window)
        self._window, self._reading, self.look = window, reading, look

    def show(self, title: str, parts: dict[str, str], make: MakePaper) -> PrintDialog:
        """Show the pages that `make` lays out, with `parts` to choose from by id and words."""

        def on_usual_paper(wish: Wish) -> Paper:
            return make(wish, usual_size())

        dialog = PrintDialog(parts, on_usual_paper, self.look, self._window)
        dialog.print_requested.connect(lambda: self._on_print(dialog, title, make))
        dialog.save_requested.connect(lambda: self._on_save(dialog, title, make))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def paper(self, text: PaperText, wish: Wish, size: QSizeF) -> Paper:
        """Lay a text out on paper of a size in millimetres."""
        return lay_out(text, wish, size, self.look, self._reading)

    def _on_print(self, dialog: PrintDialog, title: str, make: MakePaper) -> None:
        # Nothing of printing is loaded before.
        from livermets_desktop.ui.print_service import PrintService  # noqa: PLC0415

        if dialog.findChild(PrintService) is not None:
            return  # asked already
        service = PrintService(dialog)
        asking = self.tr("Asking the print service…")
        QTimer.singleShot(_SOON, service, lambda: dialog.tell(asking))
        service.answered.connect(service.deleteLater)
        service.answered.connect(partial(self._choose_printer, dialog, title, make))
        service.ask()

    def _choose_printer(
        self, dialog: PrintDialog, title: str, make: MakePaper, answers: bool
    ) -> None:
        # The system's print service is asked from here on.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo  # noqa: PLC0415

        dialog.tell("")
        if not answers:
            dialog.tell(
                self.tr(
                    "The print service of this PC does not answer: try again later, or save the"
                    " pages as PDF."
                )
            )
            return
        if not QPrinterInfo.availablePrinterNames():
            dialog.tell(self.tr("This PC has no printer: save the pages as PDF instead."))
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(usual_page())
        printer.setDocName(title)
        chooser = QPrintDialog(printer, dialog)
        chooser.finished.connect(chooser.deleteLater)
        chooser.accepted.connect(lambda: self._print(dialog, make, printer))
        chooser.setWindowModality(Qt.WindowModality.WindowModal)
        chooser.show()

    def _print(self, dialog: PrintDialog, make: MakePaper, printer: "QPrinter") -> None:
        page = printer.pageLayout()
        first, last = printer.fromPage() - 1, printer.toPage() - 1
        # What is wished now: the service may have taken its time.
        paper = make(dialog.wish, page.fullRect(page.Unit.Millimeter).size())
        if first >= len(paper):
            words = self.tr("There is no page {0}, the last one is {1}: choose other pages.")
            dialog.tell(words.format(first + 1, len(paper)))
            return
        done = paper.print_on(printer, max(first, 0), last, give_up=printer.abort)
        if done and printer.printerState() is not printer.PrinterState.Error:
            dialog.accept()
            self._window.notice.tell(self.tr("The pages are on their way to the printer."))
        else:
            dialog.tell(
                self.tr("The printer did not take the pages: look at it, or save them as PDF.")
            )

    def _on_save(self, dialog: PrintDialog, title: str, make: MakePaper) -> None:
        chooser = file_dialog(dialog, self.tr("Save as PDF"), "PDF (*.pdf)", self._window)
        chooser.setAcceptMode(chooser.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("pdf")
        chooser.selectFile(f"{_NOT_IN_NAMES.sub(' ', title)[:100].strip()}.pdf")
        chooser.fileSelected.connect(
            lambda file: self._save(dialog, title, make(dialog.wish, usual_size()), file)
        )
        chooser.open()

    def _save(self, dialog: PrintDialog, title: str, paper: Paper, file: str) -> None:
        if save_pdf(paper, title, file):
            dialog.accept()
            self._window.notice.tell(self.tr("The pages are saved in {0}.").format(file))
        else:
            sentence = self.tr("The file {0} cannot be written: choose another folder or name.")
            dialog.tell(sentence.format(file))


def lay_out(
    text: PaperText, wish: Wish, size: QSizeF, look: LookController, reading: ReadingController
) -> Paper:
    """Lay a text out on paper of a size in millimetres, with the figures of the library."""
    theme, icons = look.on_paper(LARGE if wish.large else 1.0, _ICON_RATIO)

    def picture(address: str) -> QImage:
        scheme, _, name = address.partition(":")
        if scheme == "figure":
            figure = reading.figure(name, "light", large=True)
            return _in_grey(figure) if wish.grey else figure
        return icons.pixmap(name, "ink", 16).toImage()

    return Paper(text, theme, picture, size)


def _in_grey(figure: QImage) -> QImage:
    """Return a figure without its colours; figures have no holes."""
    return figure.convertToFormat(QImage.Format.Format_Grayscale8)


def usual_size() -> QSizeF:
    """Return the size of the paper that is usual where the reader is, in millimetres."""
    return usual_page().size(QPageSize.Unit.Millimeter)
