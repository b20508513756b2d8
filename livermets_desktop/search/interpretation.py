"""Understand a query: what else says the same, what was likely meant, what stands for each term."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from livermets_desktop.model.query import Query, QueryTerm
from livermets_desktop.search.lexicon import Alternative, Lexicon
from livermets_desktop.search.query import marked_forms
from livermets_desktop.search.reranking import Wanted, Wish
from livermets_desktop.search.schema import exact_key
from livermets_desktop.search.suggestions import Vocabulary, corrected
from livermets_desktop.search.word_forms import stem

_LESS_LIKELY = 0.7  # what the second and third correction of a word are worth
_OF_CORRECTED = 0.3  # what a synonym of a corrected word is worth
_NEAREST = 5  # words
_SHORTEST = 3  # letters of a beginning that near words have in common


_CORRECTED, _BY_SYNONYM = 0.9, 0.5  # what a name is worth that was not typed itself


class Interpretation(NamedTuple):
    """Hold a query, other words for the same, and known words for the unknown ones."""

    query: Query
    synonyms: tuple[Alternative, ...]
    corrections: tuple[Alternative, ...]
    relatives: tuple[Alternative, ...]

    @property
    def alternatives(self) -> tuple[Alternative, ...]:
        """Return all that can stand for terms of the query."""
        return (*self.synonyms, *self.corrections, *self.relatives)

    def instead_of(self, place: int) -> list[QueryTerm]:
        """Return all that can stand for one term."""
        return [
            term
            for other in self.alternatives
            if other.first <= place < other.end
            for term in other.terms
        ]

    @property
    def corrected(self) -> tuple[tuple[str, str], ...]:
        """Return the unknown words, each with what it was taken for."""
        terms = self.query.terms
        found = {terms[one.first].words[0]: one.shown[0] for one in reversed(self.corrections)}
        return tuple(found.items())[::-1]

    @property
    def also(self) -> tuple[str, ...]:
        """Return the other words as they are shown."""
        return tuple(word for other in self.synonyms for word in other.shown)


class Interpreter:
    """Understand queries with the words of an index and the lexicon of its library."""

    def __init__(self, vocabulary: Vocabulary, lexicon: Lexicon) -> None:
        self._vocabulary = vocabulary
        self._lexicon = lexicon

    def interpret(self, query: Query) -> Interpretation:
        """Return what a query means."""
        if kept := self._lexicon.grammar_of_names(query.spoken):
            places = enumerate(query.spoken)
            terms = (term for place, term in places if place in kept or not term.grammar)
            query = query._replace(terms=tuple(terms))
        synonyms = tuple(self._lexicon.alternatives(query.terms))
        known = {place for other in synonyms for place in range(other.first, other.end)}
        corrections = tuple(self._corrections(query.terms, known))
        synonyms += tuple(self._synonyms_of(corrections, query.terms))
        relatives = (*self._joined(query.terms), *self._relatives(query.terms))
        return Interpretation(query, synonyms, corrections, relatives)

    def wish(self, meaning: Interpretation, rarities: Sequence[float]) -> Wish:
        """Return what stands for each term, and the words of grammar that were left out."""
        terms = [
            self.wanted_of(term, *meaning.instead_of(place))._replace(weight=rarity)
            for place, (term, rarity) in enumerate(zip(meaning.query.terms, rarities, strict=True))
        ]
        return Wish(terms, [stem(word) for word in meaning.query.dropped])

    def wanted_of(self, *terms: QueryTerm) -> Wanted:
        """Return what stands for any of some terms."""
        stems: set[str] = set()
        phrases: list[tuple[str, ...]] = []
        for term in terms:
            if len(term.words) > 1 and not any(word.isdigit() for word in term.words):
                phrases.append(tuple(map(stem, term.words)))
            if not term.quoted or len(term.words) == 1:
                stems |= {stem(term.joined or term.words[0])} | self._completed(term)
        return Wanted(1.0, frozenset(stems), tuple(phrases))

    def exact_keys(self, meaning: Interpretation) -> dict[str, float]:
        """Return the keys of names that the query may be, and what each is worth."""
        terms = meaning.query.terms
        keys = {
            _key(other.terms[place]): _BY_SYNONYM
            for other in meaning.synonyms
            if (other.first, other.end) == (0, len(terms))
            for place in range(len(other.terms))
        }
        if meaning.corrections:
            meant = {other.first: other.terms[0] for other in reversed(meaning.corrections)}
            keys[_key(*(meant.get(place, term) for place, term in enumerate(terms)))] = _CORRECTED
        keys |= {_key(*terms): 1.0, exact_key(meaning.query.text): 1.0}
        return {key: worth for key, worth in keys.items() if key}

    def marked(self, meaning: Interpretation) -> set[str]:
        """Return the forms that are to be marked in a text.

        The words of another phrase are not marked: each by itself is another word.
        """
        others = [term for one in meaning.alternatives for term in one.terms if not term.quoted]
        forms = set()
        for term in (*meaning.query.terms, *others):
            forms |= marked_forms(term) | self._completed(term)
        return forms

    def suggestion(self, query: Query, *, found: bool) -> str:
        """Return a better spelling of a query, "" if there is none or none is needed."""
        words = [word for term in query.terms for word in term.words]
        if query.terms and query.terms[-1].open and self._vocabulary.completions(words[-1]):
            words.pop()  # a word that is still being typed is not misspelled
        if found and all(self._vocabulary.knows(word) for word in words):
            return ""
        return corrected(query.text, self._vocabulary)

    def nearest(self, query: Query) -> tuple[str, ...]:
        """Return known words that begin like the unknown ones, the longest beginnings first."""
        near: dict[str, None] = {}
        for word in (word for term in query.terms for word in term.words):
            if not self._vocabulary.knows(word):
                near |= dict.fromkeys(self._like(word))
        return tuple(near)[:_NEAREST]

    def _like(self, word: str) -> list[str]:
        for length in range(len(word) - 1, _SHORTEST - 1, -1):
            if found := self._vocabulary.completions(word[:length]):
                return found[:_NEAREST]
        return []

    def _completed(self, term: QueryTerm) -> set[str]:
        if not term.open:
            return set()
        return self._vocabulary.completed_stems(term.joined or term.words[-1])

    def _relatives(self, terms: Sequence[QueryTerm]) -> Iterator[Alternative]:
        """Yield for each finished word those that are made of the same root."""
        for place, term in enumerate(terms):
            if len(term.words) > 1 or term.quoted or term.open or term.titled:
                continue
            if found := self._vocabulary.relatives(term.words[0]):
                others = tuple(QueryTerm((word,)) for word in found)
                yield Alternative(place, place + 1, others, ())

    def _corrections(
        self, terms: Sequence[QueryTerm], known: Collection[int]
    ) -> Iterator[Alternative]:
        """Yield for each unknown word the known one that was likely meant."""
        for place, term in enumerate(terms):
            word = term.words[0]
            if term.quoted or len(term.words) > 1 or place in known or self._vocabulary.knows(word):
                continue
            if term.open and self._vocabulary.completions(word):
                continue
            words: list[tuple[str, ...]] = [(one,) for one in self._vocabulary.corrections(word)]
            if parts := self._vocabulary.parts(word):
                words.append(parts)
            likeliest = self._vocabulary.correct(word)
            for meant in sorted(words, key=lambda one: " ".join(one) != likeliest):
                shown = " ".join(meant)
                worth = 1.0 if shown == likeliest else _LESS_LIKELY
                other = QueryTerm(meant, quoted=len(meant) > 1)
                yield Alternative(place, place + 1, (other,), (shown,), worth)

    def _synonyms_of(
        self, corrections: Sequence[Alternative], terms: Sequence[QueryTerm]
    ) -> Iterator[Alternative]:
        """Yield other words for what unknown words were taken for."""
        meant = {other.first: other.terms[0] for other in reversed(corrections)}
        if not meant:
            return
        spelled = [meant.get(place, term) for place, term in enumerate(terms)]
        for other in self._lexicon.alternatives(spelled):
            if any(place in meant for place in range(other.first, other.end)):
                yield other._replace(worth=_OF_CORRECTED)

    def _joined(self, terms: Sequence[QueryTerm]) -> Iterator[Alternative]:
        """Yield for two words that are written as one elsewhere the one: "ultra sound"."""
        for place, (left, right) in enumerate(pairwise(terms)):
            if any(len(term.words) > 1 or term.quoted or term.titled for term in (left, right)):
                continue
            word = left.words[0] + right.words[0]
            if self._vocabulary.knows(word):
                term = QueryTerm((word,), open=right.open)
                yield Alternative(place, place + 2, (term,), (word,))


def _key(*terms: QueryTerm) -> str:
    """Return the key of the name that these terms are."""
    return "".join(exact_key(word) for term in terms for word in term.words)
