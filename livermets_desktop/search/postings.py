"""Read an index: which sections hold a word, how often and where.

Whoosh answers one posting at a time through several layers of calls; asking it for the best hits of
a few words takes longer than a keystroke. Here a word's postings are read once and kept.
"""

from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, Self

from whoosh.filedb.filestore import FileStorage

from livermets_desktop.model.level import Level
from livermets_desktop.search.schema import make_schema

_KEPT_WORDS = 2048


class Place(NamedTuple):
    """Identify an indexed section; `help` marks the pages about the program."""

    article: str
    section: str
    level: Level
    help: bool


class OpenIndex:
    """Hold an open Whoosh index; `docs` are the numbers of its sections."""

    def __init__(self, index: Any) -> None:
        self._index = index
        self._reader = index.reader()
        self.docs = range(self._reader.doc_count_all())
        self.places = self._read_places()
        lengths = [self._reader.doc_field_length(doc, "text", 0) for doc in self.docs]
        self.lengths = [length or 0 for length in lengths]
        # One cache for each index: a method's own cache would keep the index alive.
        self.weights = lru_cache(maxsize=_KEPT_WORDS)(self._read_weights)
        self.positions = lru_cache(maxsize=_KEPT_WORDS)(self._read_positions)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open an index on the disk; if it is damaged, Whoosh may raise any error."""
        return cls(FileStorage(str(folder), readonly=True).open_index(schema=make_schema()))

    def vocabulary(self) -> dict[str, int]:
        """Return all words as they are written, with the number of sections that hold them."""
        words = self._reader.iter_field("vocabulary")
        return {word.decode(): info.doc_frequency() for word, info in words}

    def exact(self, key: str) -> dict[int, float]:
        """Return the sections whose article has this key as its title or alias."""
        return self._read("exact", key)

    def shown(self, doc: int) -> tuple[str, str, str, str]:
        """Return title, heading, title of the group and body of a section."""
        title, heading, group_title, body = self._reader.stored_fields(doc)["hit"]
        return title, heading, group_title, body

    def close(self) -> None:
        """Close the files."""
        self._reader.close()
        self._index.close()

    def _read_places(self) -> list[Place]:
        column = self._reader.column_reader("place") if self.docs else []
        places = []
        for doc in self.docs:
            level, place, *help_mark = column[doc].decode().split(" ")
            article, _, section = place.partition("#")
            places.append(Place(article, section, Level(level), bool(help_mark)))
        return places

    def _read_weights(self, word: str) -> dict[int, float]:
        return self._read("text", word)

    def _read(self, field: str, word: str) -> dict[int, float]:
        found: dict[int, float] = {}
        if (field, word) in self._reader:
            matcher = self._reader.postings(field, word)
            while matcher.is_active():
                found[matcher.id()] = matcher.weight()
                matcher.next()
        return found

    def _read_positions(self, word: str) -> dict[int, frozenset[int]]:
        found: dict[int, frozenset[int]] = {}
        if ("text", word) in self._reader:
            matcher = self._reader.postings("text", word)
            while matcher.is_active():
                found[matcher.id()] = frozenset(matcher.value_as("positions"))
                matcher.next()
        return found
