"""What the index holds of a section: its words, where they stand, what names it, what a hit shows.

All parts of a section share one field, each word with the weight of its part: that is BM25F in its
simple form (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields",
2004), where a section is a text in which the title stands many times. What a posting stores as its
weight is the saturated frequency of BM25 already; only the rarity of the word is left for a query.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from whoosh.columns import VarBytesColumn
from whoosh.fields import COLUMN, FieldType, Schema
from whoosh.formats import Existence, Positions

from livermets_desktop.model.article import SectionText
from livermets_desktop.search.analysis import FoldedWord, compounds, fold_words
from livermets_desktop.search.word_forms import stem

VERSION = "4"  # raise it whenever an index made before would answer differently
IN_SHORT = "in-short"

_TITLE, _TITLE_BELOW, _HEADING, _ENTRY, _BODY = 12.0, 4.0, 4.0, 6.0, 1.0
_ALIAS = 0.5  # an alias names one section of the article at best
_GAP = 100  # positions between two parts: no phrase reaches from one into the next
_SATURATION = 8.0  # high, because the weights of titles must not saturate
_LENGTH = 0.4  # how much a long section is held against it
_LAST_POSITION = 0xFFFF


class Part(NamedTuple):
    """Hold one part of a section, cut into words, and what each of them weighs."""

    words: list[FoldedWord]
    weight: float


class Analysed(NamedTuple):
    """Hold a section cut into words; `body` are those of its text, `norm` its relative length."""

    section: SectionText
    parts: tuple[Part, ...]
    names: tuple[tuple[str, ...], ...]
    norm: float = 1.0

    @property
    def body(self) -> list[FoldedWord]:
        """Return the words of the text itself."""
        return self.parts[-1].words

    @property
    def length(self) -> int:
        """Return the number of words in all parts."""
        return sum(len(part.words) for part in self.parts)

    def with_average(self, length: float) -> "Analysed":
        """Return the section with its length held against the average."""
        return self._replace(norm=1 - _LENGTH + _LENGTH * self.length / max(1.0, length))


def analyse(section: SectionText) -> Analysed:
    """Cut a section into words.

    `names` are the stems of its title, of its heading, of all other names of its article together,
    and then of each of its own entries.
    """
    in_short = section.section == IN_SHORT
    aliases = [fold_words(alias) for alias in section.aliases]
    entries = [fold_words(entry) for entry in section.entries]
    title = fold_words(section.title)
    heading = [] if in_short else fold_words(section.heading)
    parts = (
        Part(title, _TITLE if in_short else _TITLE_BELOW),
        *(Part(words, _ALIAS) for words in aliases),
        Part(heading, _HEADING),
        *(Part(words, _ENTRY) for words in entries),
        Part(fold_words(section.body), _BODY),
    )
    every_alias = [word for words in aliases for word in words]
    names = (_stems(title), _stems(heading), _stems(every_alias), *map(_stems, entries))
    return Analysed(section, parts, names)


class WordField(FieldType):  # type: ignore[misc] # Whoosh has no types
    """Index the words of a section, each with its saturated weight."""

    def __init__(self) -> None:
        super().__init__(format=Existence(), analyzer=None)

    def index(self, section: Analysed, **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield each word once: its bytes, frequency, weight and no value."""
        weights: dict[str, float] = defaultdict(float)
        for part in section.parts:
            for word in part.words:
                weights[word.text] += part.weight
        for text, weight in weights.items():
            impact = weight * (1 + _SATURATION) / (weight + _SATURATION * section.norm)
            yield text.encode(), 1, impact, b""


class PositionField(FieldType):  # type: ignore[misc] # Whoosh has no types
    """Index where the words stand; apart from the weights, which most queries need alone."""

    def __init__(self) -> None:
        super().__init__(format=Positions(), analyzer=None)

    def index(self, section: Analysed, **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield each word once, with its positions as 16-bit numbers."""
        positions: dict[str, array[int]] = defaultdict(lambda: array("H"))
        start = 0
        for part in section.parts:
            for word in part.words:
                positions[word.text].append(min(start + word.position, _LAST_POSITION))
            start += _GAP + (part.words[-1].position if part.words else 0)
        for text, places in positions.items():
            yield text.encode(), 1, 1.0, places.tobytes()


class ExactField(FieldType):  # type: ignore[misc] # Whoosh has no types
    """Index title and aliases as a whole, for the summary of each article, and terms."""

    TITLE, OTHER = 2.0, 1.0

    def __init__(self) -> None:
        super().__init__(format=Existence(), analyzer=None)

    def index(self, section: SectionText, **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield the keys of the title and of the other names; the title weighs more."""
        if section.section != IN_SHORT:
            return
        keys = {exact_key(name): self.OTHER for name in section.aliases}
        keys[exact_key(section.title)] = self.TITLE
        for key, weight in keys.items():
            if key:
                yield key.encode(), 1, weight, b""


def exact_key(text: str) -> str:
    """Return what two ways of writing one title have in common ("CA 19-9" and "ca199")."""
    return "".join(stem(part.plain) for compound in compounds(text) for part in compound)


def make_schema() -> Schema:
    """Return the schema: indexed fields, columns by section, and what a hit shows."""
    return Schema(
        words=WordField(),
        positions=PositionField(),
        exact=ExactField(),
        names=COLUMN(VarBytesColumn()),
        body=COLUMN(VarBytesColumn()),
        shown=COLUMN(VarBytesColumn()),
    )


def _stems(words: list[FoldedWord]) -> tuple[str, ...]:
    return tuple(word.text for word in words)
