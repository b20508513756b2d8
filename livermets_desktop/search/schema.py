"""What is indexed of a section, and how much each of its parts weighs.

All parts share one field, each word with the weight of its part: that is BM25F in its simple form,
where a section is a text in which the title stands many times. It needs one look-up for each word.
"""

from collections import defaultdict
from collections.abc import Iterator

from whoosh.columns import VarBytesColumn
from whoosh.fields import COLUMN, ID, STORED, TEXT, Schema

from livermets_desktop.model.article import SectionText
from livermets_desktop.search.analysis import compounds, fold_words
from livermets_desktop.search.word_forms import stem

VERSION = "3"  # raise it whenever an index made before would answer differently
IN_SHORT = "in-short"

_TITLE, _ALIAS, _HEADING, _BODY = 16.0, 4.0, 12.0, 1.0
# The names of the article in the sections below its summary; an alias names one of them at best.
_TITLE_BELOW, _ALIAS_BELOW = 2.0, 0.3
_GAP = 100  # positions between two parts: no phrase reaches from one into the next
_EXACT_TITLE, _EXACT_ALIAS = 2.0, 0.02


class SectionField(TEXT):  # type: ignore[misc] # Whoosh has no types
    """Index the words of a section with weights and positions."""

    def index(self, section: SectionText, **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield each word: its bytes, frequency, weight and encoded positions."""
        positions: dict[str, list[int]] = defaultdict(list)
        weights: dict[str, float] = defaultdict(float)
        start = 0
        for text, weight in _parts(section):
            last = 0
            for word in fold_words(text):
                positions[word.text].append(start + word.position)
                weights[word.text] += weight
                last = word.position
            start += last + _GAP
        for word_text, places in positions.items():
            value = self.format.encode(places)
            yield word_text.encode(), len(places), weights[word_text], value


class VocabularyField(ID):  # type: ignore[misc] # Whoosh has no types
    """Index the words of a section as they are written, to complete and to correct."""

    def index(self, section: SectionText, **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield each word once."""
        text = "\n".join(text for text, _ in _parts(section))
        for plain in {word.plain for word in fold_words(text)}:
            yield plain.encode(), 1, 1.0, b""


class ExactField(ID):  # type: ignore[misc] # Whoosh has no types
    """Index title and aliases as a whole, for the summary of each article."""

    def index(self, section: SectionText, **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield the keys of the title and of the aliases; the title weighs more."""
        if section.section != IN_SHORT:
            return
        keys = {exact_key(alias): _EXACT_ALIAS for alias in section.aliases}
        keys[exact_key(section.title)] = _EXACT_TITLE
        for key, weight in keys.items():
            if key:
                yield key.encode(), 1, weight, b""


def exact_key(text: str) -> str:
    """Return what two ways of writing one title have in common ("CA 19-9" and "ca199")."""
    return "".join(stem(part.plain) for compound in compounds(text) for part in compound)


def make_schema() -> Schema:
    """Return the schema: three indexed fields, the identity of a section, and what a hit shows."""
    return Schema(
        text=SectionField(),
        vocabulary=VocabularyField(),
        exact=ExactField(),
        place=COLUMN(VarBytesColumn()),
        hit=STORED(),
    )


def _parts(section: SectionText) -> Iterator[tuple[str, float]]:
    in_short = section.section == IN_SHORT
    yield section.title, _TITLE if in_short else _TITLE_BELOW
    yield "\n".join(section.aliases), _ALIAS if in_short else _ALIAS_BELOW
    if not in_short:
        yield section.heading, _HEADING
    yield section.body, _BODY
