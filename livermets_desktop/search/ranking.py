"""Find the sections for the terms of a query and give each a score (BM25F)."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from livermets_desktop.model.query import QueryTerm
from livermets_desktop.search.lexicon import Alternative
from livermets_desktop.search.postings import OpenIndex
from livermets_desktop.search.query import marked_forms
from livermets_desktop.search.suggestions import Vocabulary
from livermets_desktop.search.word_forms import stem

_SATURATION = 4.0  # high, because the weights of titles must not saturate
_LENGTH = 0.4
_COMPLETED = 0.5  # a word that typing may still become counts less than the word itself
_LONG_QUERY = 3  # terms
_OTHER_WORD = 0.6  # so does another word for the same
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

    def scores(
        self, terms: Sequence[QueryTerm], alternatives: Iterable[Alternative] = ()
    ) -> dict[int, float]:
        """Return the sections with all terms or, if there is none, with most of them.

        What stands for some terms counts as all of them, but less than the words that were typed.
        """
        found = [self._scored(term) for term in terms]
        scores: dict[int, float] = defaultdict(float)
        counts: dict[int, int] = defaultdict(int)
        for scored in found:
            for doc, score in scored.items():
                scores[doc] += score
                counts[doc] += 1
        for alternative in alternatives:
            typed = found[alternative.first : alternative.end]
            for doc, score in self._best(alternative.terms).items():
                own = sum(scored.get(doc, 0.0) for scored in typed)
                scores[doc] += max(0.0, _OTHER_WORD * score - own)
                counts[doc] += sum(doc not in scored for scored in typed)
        return _with_most(scores, counts, len(terms))

    def _best(self, terms: Iterable[QueryTerm]) -> dict[int, float]:
        """Return the score of the best of several terms."""
        best: dict[int, float] = {}
        for term in terms:
            for doc, score in self._scored(term).items():
                best[doc] = max(score, best.get(doc, 0.0))
        return best

    def _scored(self, term: QueryTerm) -> dict[int, float]:
        if not term.open or len(term.words) > 1:
            return self._saturated(self._weights(term))
        # Each word that typing may still become is as rare as it is by itself.
        form = stem(term.words[0])
        scores = self._saturated(self._index.weights(form))
        for other in self._completions(term.words[0]) - {form}:
            for doc, score in self._saturated(self._index.weights(other)).items():
                scores[doc] = max(scores.get(doc, 0.0), _COMPLETED * score)
        return scores

    def _saturated(self, weights: Weights) -> dict[int, float]:
        rarity = self._rarity(len(weights))
        return {
            doc: rarity * weight * (1 + _SATURATION) / (weight + _SATURATION * self._norms[doc])
            for doc, weight in weights.items()
        }

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


def _with_most(
    scores: Mapping[int, float], counts: Mapping[int, int], total: int
) -> dict[int, float]:
    """Keep the sections with all terms; if none has all, a long query may miss one more."""
    most = max(counts.values(), default=0)
    least = most - 1 if most < total and total >= _LONG_QUERY else most
    return {
        doc: score * (counts[doc] / total) ** 2
        for doc, score in scores.items()
        if counts[doc] >= max(1, least)
    }
