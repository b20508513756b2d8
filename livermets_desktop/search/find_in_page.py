"""Find what a reader types in the text of a page: by letters, and words in all their forms."""

import unicodedata
from array import array
from functools import lru_cache

from livermets_desktop.search.analysis import fold_words
from livermets_desktop.search.snippets import find_words

_AS_SPACE = frozenset("-‐‑‒–−/ \t\n\u00a0\u2009\u202f\u2028\u2029")
_AS_APOSTROPHE = frozenset("’‘ʼ")


def find_text(text: str, wanted: str) -> list[tuple[int, int]]:
    """Return where something stands in a text, as (start, end) offsets that do not overlap.

    Case, accents, hyphens and kinds of spaces do not count. A whole word is found in its other
    forms and spellings too, as by the search.
    """
    folded, places = _fold(text)
    letters = _fold(" ".join(wanted.split()))[0]
    if not letters.strip():
        return []
    spans = []
    start = folded.find(letters)
    while start >= 0:
        end = start + len(letters)
        spans.append((places[start], places[end - 1] + 1))
        start = folded.find(letters, end)
    return _apart(spans + find_words(text, _forms(wanted.strip())))


def _forms(wanted: str) -> frozenset[str]:
    """Return the folded forms of what is wanted if it is one word or compound."""
    found = fold_words(wanted)
    return frozenset(word.text for word in found if (word.start, word.end) == (0, len(wanted)))


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    apart: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart


@lru_cache(maxsize=4)
def _fold(text: str) -> tuple[str, "array[int]"]:
    """Return a folded text, and for each of its letters the place in the text."""
    letters: list[str] = []
    places = array("I")  # a long page has 50,000 letters: as objects they would take 2 MB
    for place, letter in enumerate(text):
        folded = _fold_letter(letter)
        letters.append(folded)
        places.extend([place] * len(folded))
    return "".join(letters), places


@lru_cache(maxsize=1024)
def _fold_letter(letter: str) -> str:
    if letter in _AS_SPACE:
        return " "
    if letter in _AS_APOSTROPHE:
        return "'"
    parts = unicodedata.normalize("NFKD", letter.casefold())
    return "".join(one for one in parts if unicodedata.category(one) not in ("Mn", "Cf"))
