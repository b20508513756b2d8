"""Find the sections for the terms of a query and give each a score (BM25F)."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping

from livermets_desktop.model.query import QueryTerm
from livermets_desktop.search.postings import OpenIndex
from livermets_desktop.search.query import marked_forms
from livermets_desktop.search.suggestions import Vocabulary
from livermets_desktop.search.word_forms import stem

_SATURATION = 4.0  # high, because the weights of titles must not saturate
_LENGTH = 0.4
_COMPLETED = 0.5  # a word that typing may still become counts less than the word itself
_TAKEN_APART = 0.5  # so do the parts of a compound

Weights = Mapping[int, float]


class Ranking:
    """Score the sections of one index."""

    def __init__(self, index: OpenIndex, vocabulary: Vocabulary) -> None:
        self._index = index
        self._vocabulary = vocabulary
        count = max(1, len(index.docs))
        average = max(1.0, sum(index.lengths) / count)
        self._norms = [1 - _LENGTH + _LENGTH * length / average for length in index.lengths]

    def scores(self, terms: Iterable[QueryTerm]) -> dict[int, float]:
        """Return the sections with all terms or, if there is none, with the most terms."""
        scores: dict[int, float] = defaultdict(float)
        counts: dict[int, int] = defaultdict(int)
        for term in terms:
            weights = self._weights(term)
            rarity = self._rarity(len(weights))
            for doc, weight in weights.items():
                saturated = weight * (1 + _SATURATION) / (weight + _SATURATION * self._norms[doc])
                scores[doc] += rarity * saturated
                counts[doc] += 1
        most = max(counts.values(), default=0)
        return {doc: score for doc, score in scores.items() if counts[doc] == most}

    def forms(self, term: QueryTerm) -> set[str]:
        """Return the forms that are to be marked in a text for a term."""
        forms = marked_forms(term)
        if term.open:
            forms |= self._completions(term.joined or term.words[-1])
        return forms

    def _rarity(self, found: int) -> float:
        return math.log(1 + (len(self._index.docs) - found + 0.5) / (found + 0.5))

    def _weights(self, term: QueryTerm) -> Weights:
        if len(term.words) == 1:
            return self._word(term.words[0], term=term)
        if term.quoted:
            return self._phrase(term)
        joined = self._word(term.joined, term=term)
        if term.spaced:
            return _sum((joined, 1.0), (self._all_words(term), _TAKEN_APART))
        if any(word.isdigit() for word in term.words):
            return joined  # the index joins these in every way of writing
        return _sum((joined, 1.0), (self._phrase(term), _TAKEN_APART))

    def _word(self, word: str, *, term: QueryTerm) -> Weights:
        form = stem(word)
        weights = self._index.weights(form)
        if not term.open:
            return weights
        others = self._completions(word) - {form}
        return _sum((weights, 1.0), *((self._index.weights(o), _COMPLETED) for o in others))

    def _completions(self, beginning: str) -> set[str]:
        return {stem(word) for word in self._vocabulary.completions(beginning)}

    def _all_words(self, term: QueryTerm) -> Weights:
        weights: list[Weights] = [self._index.weights(stem(word)) for word in term.words[:-1]]
        weights.append(self._word(term.words[-1], term=term))
        return {
            doc: min(word[doc] for word in weights)
            for doc in weights[0]
            if all(doc in word for word in weights)
        }

    def _phrase(self, term: QueryTerm) -> Weights:
        """Return the sections in which the words stand side by side."""
        last = {stem(term.words[-1])}
        if term.open:
            last |= self._completions(term.words[-1])
        choices = [{stem(word)} for word in term.words[:-1]] + [last]
        places = [self._positions(forms) for forms in choices]
        found = {}
        for doc in places[0]:
            starts = places[0][doc]
            for shift, word in enumerate(places[1:], start=1):
                starts = starts & {place - shift for place in word.get(doc, ())}
            if starts:
                weights = (self._index.weights(next(iter(forms))) for forms in choices[:-1])
                found[doc] = min((word.get(doc, 1.0) for word in weights), default=1.0)
        return found

    def _positions(self, forms: set[str]) -> dict[int, frozenset[int]]:
        if len(forms) == 1:
            return self._index.positions(next(iter(forms)))
        found: dict[int, frozenset[int]] = {}
        for form in forms:
            for doc, places in self._index.positions(form).items():
                found[doc] = found.get(doc, frozenset()) | places
        return found


def _sum(*weighted: tuple[Weights, float]) -> dict[int, float]:
    total: dict[int, float] = defaultdict(float)
    for weights, factor in weighted:
        for doc, weight in weights.items():
            total[doc] += factor * weight
    return dict(total)
