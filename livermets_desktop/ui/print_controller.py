"""What happens when a reader prints a page or saves it as PDF.

The classes of the printer are loaded, and the system's print service is asked, only after the
reader chose Print.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QSaveFile, QSizeF, Qt
from PySide6.QtGui import QImage, QPageSize, QPdfWriter

from livermets_desktop.admin import Admin
from livermets_desktop.model.article import Article, LibraryInfo, Source
from livermets_desktop.ui.file_dialog import file_dialog
from livermets_desktop.ui.hospital import hospital_html
from livermets_desktop.ui.look_controller import LookController
from livermets_desktop.ui.main_window import MainWindow
from livermets_desktop.ui.paper import LARGE, Paper, PaperText
from livermets_desktop.ui.print_dialog import PrintDialog
from livermets_desktop.ui.reading_controller import ReadingController
from livermets_desktop.ui.review_line import review_html, review_words
from livermets_desktop.ui.text_pairs import sections
from livermets_desktop.ui.wording import escaped, level_word

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_ALL, _SECTION = "all", "section"
_HEADING = 24  # characters of a heading that are shown
_ICON_RATIO = 4  # dots of an icon to a dot of the layout
_CITED = re.compile(r'href="source:([0-9]+)"')
_ASK = re.compile(r'<p class="ask">.*?</p>', re.DOTALL)
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_LETTER = {"US", "CA", "MX", "PH", "CL", "CO", "CR", "GT", "PA", "DO", "PR", "SV", "VE"}


class PrintController(QObject):
    """Lay out on paper what is read, and bring it to a printer or into a file."""

    def __init__(
        self,
        window: MainWindow,
        reading: ReadingController,
        look: LookController,
        info: LibraryInfo,
        admin: Admin,
        today: Callable[[], date],
    ) -> None:
        super().__init__(window)
        self._window, self._reading, self._look = window, reading, look
        self._info, self._admin, self._today = info, admin, today
        self._texts: Sequence[tuple[Article, str]] = ()
        self._section = ""

    def open(self) -> PrintDialog | None:
        """Show what the open page would look like on paper; None if there is no page."""
        self._texts = self._window.article.shown_texts()
        self._section = self._window.article.section
        if not self._texts:
            return None
        article = self._texts[0][0]
        parts = {_ALL: self.tr("The whole page")}
        heading = next((part.heading for part in article.sections if part.id == self._section), "")
        if heading and len(self._texts) == 1:
            parts[_SECTION] = self.tr("Only “{0}”").format(_cut(heading))
        dialog = PrintDialog(parts, self.paper, self._look, self._window)
        dialog.print_requested.connect(lambda make: self._on_print(dialog, make))
        dialog.save_requested.connect(lambda make: self._on_save(dialog, make))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def paper(self, part: str, large: bool, size: QSizeF | None = None) -> Paper:
        """Lay out the page, or only its section, on paper of a size in millimetres."""
        theme, icons = self._look.on_paper(LARGE if large else 1.0, _ICON_RATIO)

        def picture(address: str) -> QImage:
            scheme, _, name = address.partition(":")
            if scheme == "figure":
                return self._reading.figure(name, "light", large=True)
            return icons.pixmap(name, "ink", 16).toImage()

        return Paper(self._text(part), theme, picture, size or _usual_size())

    # -- what is printed ---------------------------------------------------------------------

    def _text(self, part: str) -> PaperText:
        article = self._texts[0][0]
        bodies = [self._body(one, html, part) for one, html in self._texts]
        head = f"<h1>{escaped(article.title)}</h1>"
        foot = (
            article.title,
            ", ".join(level_word(one.level) for one, _ in self._texts),
            f"{self._info.title} {self._info.version}",
            *review_words([one for one, _ in self._texts], self._today()),
        )
        html = head + "".join(bodies)
        return PaperText(html, "  ·  ".join(foot))

    def _body(self, article: Article, html: str, part: str) -> str:
        lines = review_html([article], self._today(), self._window.article.count_sources)
        review = f'<p class="review">{lines}</p>'
        html = _ASK.sub("", html)
        if part == _SECTION:
            section = dict(sections(html)).get(self._section, html)
            cited = {int(number) for number in _CITED.findall(section)}
            html = section + self._sources([one for one in article.sources if one.number in cited])
        return review + hospital_html(self._admin) + html

    def _sources(self, sources: Sequence[Source]) -> str:
        lines = [
            f'<p class="caption">[{one.number}] {escaped(one.organisation)}: {escaped(one.title)}. '
            f"{escaped(one.date)} {escaped(one.address)}</p>"
            for one in sources
        ]
        return f"<h2>{escaped(self.tr('Sources'))}</h2>{''.join(lines)}" if lines else ""

    # -- where it goes -----------------------------------------------------------------------

    def _on_print(self, dialog: PrintDialog, make: tuple[str, bool]) -> None:
        # The system's print service is asked from here on.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo  # noqa: PLC0415

        if not QPrinterInfo.availablePrinterNames():
            dialog.tell(self.tr("This PC has no printer: save the pages as PDF instead."))
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(_usual_page())
        printer.setDocName(self._texts[0][0].title)
        chooser = QPrintDialog(printer, dialog)
        chooser.finished.connect(chooser.deleteLater)
        chooser.accepted.connect(lambda: self._print(dialog, make, printer))
        chooser.setWindowModality(Qt.WindowModality.WindowModal)
        chooser.show()

    def _print(self, dialog: PrintDialog, make: tuple[str, bool], printer: "QPrinter") -> None:
        size = printer.pageLayout().fullRect(printer.pageLayout().Unit.Millimeter).size()
        paper = self.paper(*make, size)
        first, last = printer.fromPage() - 1, printer.toPage() - 1
        done = paper.print_on(printer, max(first, 0), last)
        if done and printer.printerState() is not printer.PrinterState.Error:
            dialog.accept()
            self._window.notice.tell(self.tr("The pages are on their way to the printer."))
        else:
            dialog.tell(
                self.tr("The printer did not take the pages: look at it, or save them as PDF.")
            )

    def _on_save(self, dialog: PrintDialog, make: tuple[str, bool]) -> None:
        title = self._texts[0][0].title
        chooser = file_dialog(dialog, self.tr("Save as PDF"), "PDF (*.pdf)", self._window)
        chooser.setAcceptMode(chooser.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("pdf")
        chooser.selectFile(f"{_NOT_IN_NAMES.sub(' ', title)[:100].strip()}.pdf")
        chooser.fileSelected.connect(lambda file: self._save(dialog, make, file))
        chooser.open()

    def _save(self, dialog: PrintDialog, make: tuple[str, bool], file: str) -> None:
        if self.save(make, file):
            dialog.accept()
            self._window.notice.tell(self.tr("The pages are saved in {0}.").format(file))
        else:
            sentence = self.tr("The file {0} cannot be written: choose another folder or name.")
            dialog.tell(sentence.format(file))

    def save(self, make: tuple[str, bool], file: str) -> bool:
        """Write the pages as PDF; False leaves what was there before."""
        target = QSaveFile(file)
        if not target.open(QSaveFile.OpenModeFlag.WriteOnly):
            return False
        writer = QPdfWriter(target)
        writer.setTitle(self._texts[0][0].title)
        writer.setCreator("LiverMets Desktop")
        writer.setPageSize(_usual_page())
        written = self.paper(*make).print_on(writer)
        return written and target.commit()


def _cut(heading: str) -> str:
    """Cut a heading that is too long for one line."""
    return heading if len(heading) <= _HEADING else f"{heading[: _HEADING - 1].rstrip()}…"


def _usual_page() -> QPageSize:
    """Return the paper that is usual where the reader is."""
    letter = QLocale.territoryToCode(QLocale().territory()) in _LETTER
    return QPageSize(QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4)


def _usual_size() -> QSizeF:
    return _usual_page().size(QPageSize.Unit.Millimeter)
