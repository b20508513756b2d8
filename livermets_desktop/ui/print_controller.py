"""What of a page goes on paper: all of it, one section, or what is selected, with its sources."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from PySide6.QtCore import QObject, QSizeF

from livermets_desktop.admin import Admin
from livermets_desktop.model.article import Article, LibraryInfo
from livermets_desktop.ui.copied_text import Copied, cited_sources, copied_text
from livermets_desktop.ui.main_window import MainWindow
from livermets_desktop.ui.paper import Paper, PaperText
from livermets_desktop.ui.paper_desk import PaperDesk
from livermets_desktop.ui.print_dialog import PrintDialog, Wish
from livermets_desktop.ui.printed_page import page_head, page_text, without_offers
from livermets_desktop.ui.reading_controller import ReadingController
from livermets_desktop.ui.text_pairs import section
from livermets_desktop.ui.wording import escaped

_ALL, _SECTION, _SELECTION = "all", "section", "selection"
_HEADING = 24  # characters of a heading that are shown
_CITED = re.compile(r'href="source:([0-9]+)"')


class PrintController(QObject):
    """Lay out on paper what is read."""

    def __init__(
        self,
        window: MainWindow,
        reading: ReadingController,
        desk: PaperDesk,
        info: LibraryInfo,
        admin: Admin,
        today: Callable[[], date],
    ) -> None:
        super().__init__(window)
        self._window, self._reading, self._desk = window, reading, desk
        self._info, self._admin, self._today = info, admin, today
        self._texts: Sequence[tuple[Article, str]] = ()
        self._section = ""
        self._selected = Copied("", "", ())

    def open(self) -> PrintDialog | None:
        """Show what the open page would look like on paper; None if there is no page."""
        self._texts = self._window.article.shown_texts()
        self._section = self._window.article.section
        if not self._texts:
            return None
        article = self._texts[0][0]
        parts = {}
        panel = self._window.article
        if panel.view.textCursor().hasSelection():
            self._selected = copied_text(panel.view.textCursor(), panel.column_titles)
            parts[_SELECTION] = self.tr("The selected text")
        parts[_ALL] = self.tr("The whole page")
        heading = next((part.heading for part in article.sections if part.id == self._section), "")
        if heading and len(self._texts) == 1:
            parts[_SECTION] = self.tr("Only “{0}”").format(_cut(heading))
        return self._desk.show(article.title, parts, self.paper)

    def paper(self, wish: Wish, size: QSizeF) -> Paper:
        """Lay out the page, or only its section, on paper of a size in millimetres."""
        return self._desk.paper(self._text(wish.part), wish, size)

    # -- what is printed ---------------------------------------------------------------------

    def _text(self, part: str) -> PaperText:
        texts = [article for article, _ in self._texts]
        if part == _SELECTION:
            sources = cited_sources(texts, self._selected.sources)
            bodies = [self._head(texts) + self._selected.html + self._sources(sources)]
        else:
            bodies = [self._head([one]) + self._body(one, html, part) for one, html in self._texts]
        return page_text(texts, "".join(bodies), self._info, self._today())

    def _head(self, texts: Sequence[Article]) -> str:
        return page_head(texts, self._admin, self._today(), self._window.article.count_sources)

    def _body(self, article: Article, html: str, part: str) -> str:
        html = without_offers(html)
        if part == _ALL:
            return html
        chosen = section(html, self._section)
        return chosen + self._sources(cited_sources([article], _CITED.findall(chosen)))

    def _sources(self, lines: Iterable[str]) -> str:
        html = "".join(f'<p class="source">{escaped(line)}</p>' for line in lines)
        return f"<h2>{escaped(self.tr('Sources'))}</h2>{html}" if html else ""


def _cut(heading: str) -> str:
    """Cut a heading that is too long for one line."""
    return heading if len(heading) <= _HEADING else f"{heading[: _HEADING - 1].rstrip()}…"
