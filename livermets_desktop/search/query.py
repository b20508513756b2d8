"""Read what a reader typed: words, "quoted phrases" and, while typing, the beginning of a word.

There is no query language to make mistakes in: wildcards, brackets and operators only separate
words.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from livermets_desktop.model.query import Query, QueryTerm
from livermets_desktop.search.analysis import Part, compounds
from livermets_desktop.search.word_forms import stem

MAX_CHARACTERS = 256
MAX_WORDS = 16

_QUOTES = re.compile('["“”„‟«»″]')
_QUESTION_WORDS = frozenset(
    (
        "what", "which", "who", "whom", "whose", "where", "when", "why", "how", "is", "are", "am",
        "was", "were", "be", "been", "do", "does", "did", "can", "could", "may", "might", "should",
        "would", "will", "shall", "have", "has", "had", "the", "a", "an", "of", "in", "on", "at",
        "to", "for", "by", "from", "with", "and", "or", "as", "i", "me", "my", "you", "your", "we",
        "our", "it", "its", "they", "their", "he", "she", "his", "this", "that", "these", "those",
        "there", "if", "about", "after", "during", "while",
    )
)  # fmt: skip
_OPERATORS = frozenset(("AND", "OR", "NOT"))
_KEPT_IN_CAPITALS = "WHO"


def parse(text: str, *, typing: bool = False) -> Query:
    """Read a query; whatever was typed, the answer is a query, at worst one without terms.

    `5-FU "side effects" jaun` becomes the compound (5, fu), the phrase (side, effects) and jaun.
    """
    cleaned = clean(text)
    pieces = _QUOTES.split(cleaned)
    terms: list[QueryTerm] = []
    droppable: list[bool] = []
    for number, piece in enumerate(pieces):
        found = [_phrase(piece)] if number % 2 else list(_terms(piece))
        for term, can_go in found:
            if term.words:
                terms.append(term)
                droppable.append(can_go)
    if typing and terms and cleaned[-1:].isalnum():
        terms[-1] = terms[-1]._replace(open=True)
    if terms and terms[-1].words == ("a",):
        droppable[-1] = False  # "vitamin A", or the beginning of another word
    if not all(droppable):
        terms = [term for term, can_go in zip(terms, droppable, strict=True) if not can_go]
    return Query(cleaned, tuple(_capped(terms)))


def clean(text: str) -> str:
    """Return a query without control and direction characters, with single spaces, cut short."""
    characters = (_visible(character) for character in text[: 4 * MAX_CHARACTERS])
    return " ".join("".join(characters).split())[:MAX_CHARACTERS] + _last_space(text)


def marked_forms(term: QueryTerm) -> set[str]:
    """Return the forms that are marked in a text for a term, without those that typing adds.

    Of "HER2" or "5-FU" only the joined form is marked, not each "her" and each 5 of the text.
    """
    forms = {stem(term.joined)} if term.joined else set()
    if len(term.words) == 1 or term.quoted:
        return forms | {stem(word) for word in term.words}
    if term.spaced or all(word.isalpha() for word in term.words):
        forms |= {stem(word) for word in term.words if word.isalpha() and len(word) > 1}
    return forms


def _last_space(text: str) -> str:
    """Keep one space at the end: it says that the last word is complete."""
    return " " if len(text) <= MAX_CHARACTERS and text[-1:].isspace() else ""


@lru_cache(maxsize=4096)
def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cf":
        return ""
    return " " if category[0] in "CZ" else character


def _terms(text: str) -> Iterator[tuple[QueryTerm, bool]]:
    for compound in compounds(text):
        written = text[compound[0].start : compound[-1].end]
        yield _term(compound), _can_go(written, compound)


def _term(compound: list[Part]) -> QueryTerm:
    words = tuple(part.plain for part in compound)
    return QueryTerm(words, spaced=any(part.spaced for part in compound))


def _can_go(written: str, compound: list[Part]) -> bool:
    if written in _OPERATORS:
        return True
    return written != _KEPT_IN_CAPITALS and all(p.plain in _QUESTION_WORDS for p in compound)


def _phrase(text: str) -> tuple[QueryTerm, bool]:
    words = tuple(part.plain for compound in compounds(text) for part in compound)
    return QueryTerm(words[:MAX_WORDS], quoted=True), False


def _capped(terms: list[QueryTerm]) -> Iterator[QueryTerm]:
    room = MAX_WORDS
    for term in terms:
        words = term.words[:room]
        if words:
            yield term._replace(words=words)
        room -= len(words)
