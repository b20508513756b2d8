"""The links of a text in their order."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QTextDocument

from livermets_desktop.ui.document_layout import fragments


class PageLink(NamedTuple):
    """Name one link: its words, its address, and where it stands in the text."""

    words: str
    address: str
    start: int
    end: int

    @property
    def kind(self) -> str:
        """Return what the link leads to: the scheme of its address."""
        return self.address.partition(":")[0]


def page_links(document: QTextDocument) -> list[PageLink]:
    """Return the links; one that is set in several pieces is one link."""
    links: list[PageLink] = []
    for _, fragment in fragments(document):
        address = fragment.charFormat().anchorHref()
        if address:
            start = fragment.position()
            words, end = fragment.text().strip(), start + fragment.length()
            if links and (links[-1].address, links[-1].end) == (address, start):
                before = links.pop()
                words, start = f"{before.words} {words}", before.start
            links.append(PageLink(words, address, start, end))
    return links


def first_below(document: QTextDocument, links: Sequence[PageLink], top: float) -> int:
    """Return the number of the first link that is in sight or below a height, else of the last."""
    place = document.documentLayout().blockBoundingRect
    for number, link in enumerate(links):
        if place(document.findBlock(link.start)).bottom() > top:
            return number
    return len(links) - 1
