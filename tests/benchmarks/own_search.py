"""Our own search, opened as the program opens it: with the words of the library's glossary."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Self

from livermets_desktop import paths
from livermets_desktop.library.reader import Library
from livermets_desktop.model.article import SectionText
from livermets_desktop.model.hit import Hit
from livermets_desktop.search.indexer import build_index
from livermets_desktop.search.lexicon import Lexicon
from livermets_desktop.search.searcher import Searcher
from tests.benchmarks.engine import RESULTS, Engine, Kind


class OwnSearch(Engine):
    """Ask as a reader does: a query whose last word is a beginning is still being typed."""

    def __init__(self, searcher: Searcher) -> None:
        self._searcher = searcher

    @classmethod
    def prepare(cls) -> None:
        """Read the glossary of the library."""
        _lexicon()

    @staticmethod
    def build(folder: Path, sections: Sequence[SectionText]) -> None:
        """Write an index."""
        build_index(folder, sections)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open an index."""
        return cls(Searcher.open(folder, _lexicon()))

    def answer(self, kind: Kind, words: Sequence[str]) -> Sequence[Hit]:
        """Return the best sections; they carry their snippets."""
        text = " ".join(words)
        if kind is Kind.PHRASE:
            text = f'"{text}"'
        typing = kind in (Kind.PREFIX, Kind.WORD_AND_PREFIX)
        return self._searcher.search(text, limit=RESULTS, typing=typing).hits


@cache
def _lexicon() -> Lexicon:
    with Library.open(paths.shipped_library(), trusted=True) as library:
        return Lexicon(library.terms(), library.everyday_words())
