"""Find the sections for the terms of a query, each with the score of its words (BM25).

A word scores as in Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and
Beyond", 2009: its rarity times its saturated frequency, which the index holds.
"""

import math
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from livermets_desktop.model.query import QueryTerm
from livermets_desktop.search.lexicon import Alternative
from livermets_desktop.search.postings import OpenIndex
from livermets_desktop.search.query import marked_forms
from livermets_desktop.search.suggestions import Vocabulary
from livermets_desktop.search.word_forms import stem

_COMPLETED = 0.5  # a word that typing may still become counts less than the word itself
_OTHER_WORD = 0.6  # so does another word for the same
_TAKEN_APART = 0.5  # so do the parts of a compound
_MOST = 0.5  # of what the best section tells, a section has to tell
_FEW = 20  # sections with all terms, so few that others with most of them are wanted too

Scores = dict[int, float]


class Found(NamedTuple):
    """Hold the scores of the sections; in how many each term stands, and how rare it is by that.

    `complete` are the sections with all terms.
    """

    scores: Scores
    complete: Collection[int]
    counts: tuple[int, ...]
    rarities: tuple[float, ...]


class Retrieval:
    """Score the sections of one index."""

    def __init__(self, index: OpenIndex, vocabulary: Vocabulary) -> None:
        self._index = index
        self._vocabulary = vocabulary

    def find(self, terms: Sequence[QueryTerm], alternatives: Iterable[Alternative] = ()) -> Found:
        """Return the sections with all terms or, if few have all, with most of them.

        What stands for some terms counts as all of them, but less than the words that were typed.
        """
        scored = [self.scores(term) for term in terms]
        for other in alternatives:
            share = _OTHER_WORD * other.worth / (other.end - other.first)
            for doc, score in self._best(other.terms).items():
                for term in range(other.first, other.end):
                    scored[term][doc] = max(scored[term].get(doc, 0.0), share * score)
        counts = tuple(map(len, scored))
        rarities = tuple(map(self.rarity, counts))
        scores, complete = _together(scored, rarities)
        return Found(scores, complete, counts, rarities)

    def scores(self, term: QueryTerm) -> Scores:
        """Return the sections with a term and its score in each."""
        if len(term.words) == 1:
            return self._word(term.words[0], open_=term.open)
        if term.quoted:
            return self._phrase(term)
        joined = self._word(term.joined, open_=term.open)
        if term.spaced:
            return _better(joined, self._all_words(term), _TAKEN_APART)
        if any(word.isdigit() for word in term.words):
            return joined  # the index joins these in every way of writing
        return _better(joined, self._phrase(term), _TAKEN_APART)

    def forms(self, term: QueryTerm) -> set[str]:
        """Return the forms that are to be marked in a text for a term."""
        forms = marked_forms(term)
        if term.open:
            forms |= self._vocabulary.completed_stems(term.joined or term.words[-1])
        return forms

    def rarity(self, found: int) -> float:
        """Return how much a word tells that so many sections hold."""
        return math.log(1 + (len(self._index.docs) - found + 0.5) / (found + 0.5))

    def _best(self, terms: Iterable[QueryTerm]) -> Scores:
        """Return the score of the best of several terms."""
        best: Scores = {}
        for term in terms:
            best = _better(best, self.scores(term), 1.0)
        return best

    def _word(self, word: str, *, open_: bool = False) -> Scores:
        form = stem(word)
        scores = self._stem(form)
        return self._completed(word, form) | scores if open_ else scores

    def _completed(self, beginning: str, form: str) -> Scores:
        """Return the scores of words that typing may still become; the rarest one in a text counts.

        Each of them is as rare as it is by itself.
        """
        others = self._vocabulary.completed_stems(beginning) - {form}
        scores: Scores = {}
        for other in sorted(others, key=self._sections_with, reverse=True):
            scores |= self._stem(other, worth=_COMPLETED)
        return scores

    def _sections_with(self, form: str) -> tuple[int, str]:
        return len(self._index.postings(form).docs), form

    def _stem(self, form: str, *, worth: float = 1.0) -> Scores:
        docs, weights = self._index.postings(form)
        factor = worth * self.rarity(len(docs))
        return dict(zip(docs, [factor * weight for weight in weights], strict=True))

    def _all_words(self, term: QueryTerm) -> Scores:
        words = [self._word(word) for word in term.words[:-1]]
        words.append(self._word(term.words[-1], open_=term.open))
        return {doc: sum(word[doc] for word in words) for doc in _common(words)}

    def _phrase(self, term: QueryTerm) -> Scores:
        """Return the sections in which the words stand side by side."""
        choices = [[stem(word)] for word in term.words]
        if term.open:
            last = term.words[-1]
            choices[-1] = sorted({stem(last), *self._vocabulary.completed_stems(last)})
        places = [self._positions(forms) for forms in choices]
        found = [doc for doc in _common(places) if _side_by_side([one[doc] for one in places])]
        rarity = self.rarity(len(found))
        weights = [dict(zip(*self._index.postings(forms[0]), strict=True)) for forms in choices]
        return {doc: rarity * min(word[doc] for word in weights if doc in word) for doc in found}

    def _positions(self, forms: Sequence[str]) -> dict[int, bytes]:
        found = self._index.positions(forms[0])
        if len(forms) > 1:
            found = dict(found)
            for form in forms[1:]:
                for doc, places in self._index.positions(form).items():
                    found[doc] = found.get(doc, b"") + places
        return found


def _together(
    scored: Sequence[Scores], rarities: Sequence[float]
) -> tuple[Scores, Collection[int]]:
    """Add up the scores of the terms where all are found, or most; tell where all are."""
    if len(scored) < 2:  # noqa: PLR2004
        return (scored[0], scored[0]) if scored else ({}, ())
    found = _common(scored)
    if len(found) >= _FEW:
        return {doc: sum(one[doc] for one in scored) for doc in found}, found
    # Each term is wanted as much as it tells.
    told: dict[int, float] = defaultdict(float)
    for one, weight in zip(scored, rarities, strict=True):
        for doc in one:
            told[doc] += weight
    total = sum(rarities)
    least = _MOST * max(told.values(), default=0.0)
    scores = {
        doc: sum(one.get(doc, 0.0) for one in scored) * share / total
        for doc, share in told.items()
        if share >= least
    }
    return scores, found


def _common(found: Sequence[Mapping[int, object]]) -> set[int]:
    smallest, *others = sorted(found, key=len)
    return set(smallest).intersection(*others)


def _better(scores: Scores, others: Scores, factor: float) -> Scores:
    """Return the better of two scores of each section, the second one times a factor."""
    better = dict(scores)
    for doc, score in others.items():
        if factor * score > better.get(doc, 0.0):
            better[doc] = factor * score
    return better


def _side_by_side(words: Sequence[bytes]) -> bool:
    starts = set(_numbers(words[0]))
    for shift, places in enumerate(words[1:], start=1):
        starts &= {place - shift for place in _numbers(places)}
    return bool(starts)


def _numbers(data: bytes) -> "array[int]":
    numbers = array("H")
    numbers.frombytes(data)
    return numbers
