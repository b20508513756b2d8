"""What a visitor may print: the open page or the ticked questions, in normal or large print."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QSizeF

from livermets_desktop.admin import Admin
from livermets_desktop.kiosk_file import Kiosk
from livermets_desktop.model.article import Article, LibraryInfo
from livermets_desktop.ui.kiosk.overlay import Choice
from livermets_desktop.ui.kiosk.printing import KioskPrinter
from livermets_desktop.ui.kiosk.window import KioskWindow
from livermets_desktop.ui.look_controller import LookController
from livermets_desktop.ui.paper import Paper, PaperText
from livermets_desktop.ui.paper_desk import lay_out, usual_size
from livermets_desktop.ui.print_dialog import Wish
from livermets_desktop.ui.printed_page import page_head, page_text, without_offers
from livermets_desktop.ui.question_text import question_list
from livermets_desktop.ui.reading_controller import ReadingController


class KioskPrinting(QObject):
    """Ask how a visitor wants pages, print them, and say what came of it."""

    def __init__(
        self,
        window: KioskWindow,
        reading: ReadingController,
        look: LookController,
        info: LibraryInfo,
        kiosk: Kiosk,
        today: Callable[[], date],
    ) -> None:
        super().__init__(window)
        self._window, self._reading, self._look = window, reading, look
        self._info, self._today = info, today
        self._admin = Admin(hospital=kiosk.hospital, telephones=kiosk.telephones)
        self.printer = KioskPrinter(kiosk, self)
        self.printer.told.connect(self._tell)

    def print_page(self, article: Article) -> None:
        """Offer to print the open page."""
        self._ask(partial(self._page, article))

    def print_questions(self) -> None:
        """Offer to print the ticked questions."""
        self._ask(self._questions)

    def forget(self) -> None:
        """Begin anew for the next visitor."""
        self.printer.forget()

    def _ask(self, write: Callable[[], PaperText]) -> None:
        """Say how many pages it will be, in normal and in large print."""
        card = self._window.card
        if self.printer.is_used_up:
            words = self.tr(
                "You have printed as often as is possible at this screen. Please ask a member of"
                " staff if you need more."
            )
            card.tell(self.tr("No more pages"), words)
            return
        papers = {large: partial(self._paper, write, large=large) for large in (False, True)}
        normal, large = (len(paper(usual_size())) for paper in papers.values())
        words = self.tr("Large: {0}").format(self._pages(large))
        buttons = card.ask(
            self.tr("Print"),
            self._limit(max(normal, large)),
            [
                Choice("False", self._pages(normal), "print", "primary"),
                Choice("True", words, "print"),
                Choice("close", self.tr("Close")),
            ],
        )
        for size, make in papers.items():
            buttons[str(size)].clicked.connect(lambda _=False, make=make: self.printer.print(make))

    def _limit(self, pages: int) -> str:
        if pages > self.printer.most_pages:
            return self.tr("Not more than %Ln page(s) are printed.", "", self.printer.most_pages)
        return self.tr("The pages come out of the printer near this screen.")

    def _pages(self, count: int) -> str:
        return self.tr("%Ln page(s)", "", min(count, self.printer.most_pages))

    def _paper(self, write: Callable[[], PaperText], size: QSizeF, *, large: bool) -> Paper:
        return lay_out(write(), Wish("all", large), size, self._look, self._reading)

    def _page(self, article: Article) -> PaperText:
        today, panel = self._today(), self._window.pages.reading.panel
        head = page_head([article], self._admin, today, panel.count_sources)
        return page_text([article], head + without_offers(article.html), self._info, today)

    def _questions(self) -> PaperText:
        chosen = list(self._window.pages.questions.chosen())
        return question_list(chosen, self._info, self._admin)

    def _tell(self, sentence: str) -> None:
        self._window.card.tell(self.tr("Print"), sentence)
