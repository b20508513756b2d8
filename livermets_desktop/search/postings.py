"""Read an index: which sections hold a word, how much it weighs there, and where it stands.

Whoosh hands out one posting at a time through several layers of calls; asking it for the best hits
of a few words takes longer than a keystroke. Here the postings of a word are decoded block by block
and kept.
"""

from array import array
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple, Self

from whoosh.filedb.filestore import FileStorage
from whoosh.reading import TermNotFound

from livermets_desktop.search.columns import read_names, read_places, read_shown, read_words
from livermets_desktop.search.schema import make_schema

WORDS, NAMES, PLACES = "words.txt", "names.txt", "places.txt"  # files beside those of Whoosh

_KEPT_WORDS = 256
_KEPT_POSITIONS = 32


class Postings(NamedTuple):
    """Hold the sections of a word in ascending order, and what it weighs in each."""

    docs: "array[int]"
    weights: "array[float]"


class OpenIndex:
    """Hold an open Whoosh index; `docs` are the numbers of its sections."""

    def __init__(self, index: Any) -> None:
        self._index = index
        self._reader = index.reader()
        self.docs = range(self._reader.doc_count_all())
        self.places = read_places(self.text(PLACES))
        columns = ("names", "body", "shown") if self.docs else ()
        self._columns = {name: self._reader.column_reader(name) for name in columns}
        # Caches for each index: those of a method would keep the index alive.
        self.postings = lru_cache(maxsize=_KEPT_WORDS)(self._read_postings)
        self.positions = lru_cache(maxsize=_KEPT_POSITIONS)(self._read_positions)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open an index on the disk; if it is damaged, Whoosh may raise any error."""
        return cls(FileStorage(str(folder), readonly=True).open_index(schema=make_schema()))

    def exact(self, key: str) -> dict[int, float]:
        """Return the sections whose article has this key as its title or alias."""
        found = self._matcher("exact", key)
        return dict(zip(*_decoded(found), strict=True)) if found else {}

    def shown(self, doc: int) -> list[str]:
        """Return title, heading, title of the group and body of a section."""
        return read_shown(self._columns["shown"][doc])

    def names(self, doc: int) -> list[list[str]]:
        """Return the stems of title, heading and all other names of a section."""
        return read_names(self._columns["names"][doc])

    def words(self, doc: int) -> tuple[list[str], "array[int]"]:
        """Return the stems of the body of a section, and where each begins and ends in it."""
        return read_words(self._columns["body"][doc])

    def text(self, name: str) -> str:
        """Return the text of one of the files beside those of Whoosh."""
        storage = self._index.storage
        with storage.open_file(name) as file:
            data: bytes = file.read(storage.file_length(name))
            return data.decode()

    def close(self) -> None:
        """Close the files."""
        self._reader.close()
        self._index.close()

    def _read_postings(self, word: str) -> Postings:
        found = self._matcher("words", word)
        return _decoded(found) if found else Postings(array("I"), array("f"))

    def _read_positions(self, word: str) -> dict[int, bytes]:
        """Return the positions of a word by section, as bytes of 16-bit numbers."""
        found = self._matcher("positions", word)
        if not found:
            return {}
        return {
            doc: value
            for docs, _, values in _blocks(found)
            for doc, value in zip(docs, values, strict=True)
        }

    def _matcher(self, field: str, word: str) -> Any:
        try:
            return self._reader.postings(field, word)
        except TermNotFound:
            return None


def _decoded(matcher: Any) -> Postings:
    docs, weights = array("I"), array("f")
    for block_docs, block_weights, _ in _blocks(matcher):
        docs.extend(block_docs)
        weights.extend(block_weights)
    return Postings(docs, weights)


def _blocks(matcher: Any) -> Iterator[tuple[Any, Any, Any]]:
    """Yield the numbers, weights and values of whole blocks, as Whoosh's own matcher reads them."""
    if not hasattr(matcher, "_read_data"):  # a word with one posting has no block
        while matcher.is_active():
            yield (matcher.id(),), (matcher.weight(),), (matcher.value(),)
            matcher.next()
        return
    while matcher.is_active():
        # Its public calls hand out one posting at a time.
        matcher._read_data()  # noqa: SLF001
        docs, weights, values = matcher._data  # noqa: SLF001
        if weights is None:
            weights = 1.0
        if isinstance(weights, float):
            weights = (weights,) * len(docs)
        yield accumulate(docs), weights, values
        matcher._next_block()  # noqa: SLF001
