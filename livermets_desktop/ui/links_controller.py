"""Offers the links of the page as a list, and follows the one that is chosen."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Qt

from livermets_desktop.model.article import Source
from livermets_desktop.ui.look_controller import LookController
from livermets_desktop.ui.main_window import MainWindow
from livermets_desktop.ui.page_links import PageLink, first_below, page_links
from livermets_desktop.ui.reading_controller import ReadingController
from livermets_desktop.ui.wording import LONGEST


class LinksController(QObject):
    """Open the list when the reader asks for it."""

    def __init__(
        self, window: MainWindow, reading: ReadingController, look: LookController
    ) -> None:
        super().__init__(window)
        self._window, self._reading, self._look = window, reading, look
        window.actions_["links"].triggered.connect(self._on_asked)

    def _on_asked(self) -> None:
        view = self._window.article.view
        links = page_links(view.document()) if self._reading.article else []
        if not links:
            self._window.notice.tell(self.tr("There is no link on this page."))
            return
        # Loaded with the first list of links: the start does not wait for it.
        from livermets_desktop.ui.links_dialog import LinksDialog  # noqa: PLC0415

        words = list(self._words(links))
        dialog = LinksDialog(words, self._look.theme, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.link_chosen.connect(partial(self._follow, links))
        dialog.open()
        dialog.choose(first_below(view.document(), links, view.verticalScrollBar().value()))

    def _words(self, links: Iterable[PageLink]) -> Iterable[str]:
        """Say of each link what it shows and what it leads to."""
        kinds = {
            "article": self.tr("{0} (topic)"),
            "term": self.tr("{0} (glossary term)"),
            "source": self.tr("{0} (source)"),
            "figure": self.tr("{0} (figure)"),
            "ask": self.tr("{0} (shows more on this page)"),
        }
        for link in links:
            words = link.words
            if link.kind == "source":
                found = self._reading.reference(link.address)
                if isinstance(found, Source):
                    words = f"[{found.number}] {found.organisation}: {found.title}"
            elif link.kind == "figure":
                name = link.address.partition(":")[2]
                words = self._window.article.view.figure_words(name)[0] or self.tr("Figure")
            yield kinds.get(link.kind, "{0}").format(words[:LONGEST])

    def _follow(self, links: list[PageLink], number: int) -> None:
        """Go to the link in the text, so that its card opens there, and follow it."""
        self._window.article.view.select(links[number].start, links[number].end)
        self._reading.follow(links[number].address)
