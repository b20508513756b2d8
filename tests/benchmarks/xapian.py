"""Xapian as Kiwix uses it: the full-text index of a ZIM file, read through libzim."""

import html
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

from libzim.reader import Archive
from libzim.search import Query, Searcher
from libzim.writer import Creator, Hint, Item, StringProvider

from tests.benchmarks.engine import RESULTS, SNIPPET, Engine, Kind
from tests.benchmarks.quoting import quote

if TYPE_CHECKING:
    from livermets_desktop.model.article import SectionText

_FILE = "sections.zim"
_PAGE = (
    "<html><head><title>{title}</title></head><body><h1>{title}</h1>{aliases}{body}</body></html>"
)
_BODY = '<p id="body">'


class Xapian(Engine):
    """Ask for all words, which is all that libzim can."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._searcher = Searcher(archive)

    @staticmethod
    def build(folder: Path, sections: "Sequence[SectionText]") -> None:
        """Write one page for each section, uncompressed: so are the texts in the other indexes."""
        folder.mkdir()
        creator = Creator(folder / _FILE).config_indexing(True, "eng").config_compression("none")
        with creator.set_mainpath("0"):
            for number, section in enumerate(sections):
                creator.add_item(_Page(str(number), section))

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the file and its index."""
        return cls(Archive(folder / _FILE))

    def answer(self, _kind: Kind, words: Sequence[str]) -> Sequence[tuple[str, str]]:
        """Return title and snippet of the best sections; libzim has no snippets for Python."""
        search = self._searcher.search(Query().set_query(" ".join(words)))
        return [self._quoted(path, words) for path in search.getResults(0, RESULTS)]

    def _quoted(self, path: str, words: Sequence[str]) -> tuple[str, str]:
        entry = self._archive.get_entry_by_path(path)
        page = bytes(entry.get_item().content).decode()
        body = html.unescape(page.partition(_BODY)[2].partition("</p>")[0])
        return entry.title, quote(body, words, SNIPPET)


class _Page(Item):  # type: ignore[misc] # libzim has no types
    """Give libzim one section as an HTML page, which it indexes."""

    def __init__(self, path: str, section: "SectionText") -> None:
        super().__init__()
        self._path = path
        self._section = section

    def get_path(self) -> str:
        """Return its address in the file."""
        return self._path

    def get_title(self) -> str:
        """Return what libzim weighs more than the text."""
        return f"{self._section.title}: {self._section.heading}"

    def get_mimetype(self) -> str:
        """Return the type that libzim indexes."""
        return "text/html"

    def get_contentprovider(self) -> StringProvider:
        """Return the page."""
        page = _PAGE.format(
            title=html.escape(self.get_title()),
            aliases=html.escape(" ".join(self._section.aliases)),
            body=f"{_BODY}{html.escape(self._section.body)}</p>",
        )
        return StringProvider(page)

    def get_hints(self) -> dict[Hint, int]:
        """Tell that the page is one to find."""
        return {Hint.FRONT_ARTICLE: 1}
