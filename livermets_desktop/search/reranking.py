"""Put the sections that were found in order, by what their names say of the query.

The words of a section tell what it speaks of, its names what it is about. So the best sections by
their words are looked at again: how well title, heading and index entries fit the query, and how
near to each other its words stand in the text.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from livermets_desktop.model.kind import Kind
from livermets_desktop.model.level import Level
from livermets_desktop.search.postings import OpenIndex
from livermets_desktop.search.query import GRAMMAR
from livermets_desktop.search.schema import IN_SHORT, ExactField

_GRAMMAR = 0.5  # what a word of grammar weighs; a word in half of all texts weighs 0.7
_AFTER = 0.75  # what a further word of a name counts that begins with the query
_EXACT_TITLE = 10.0  # above every other score


class Wanted(NamedTuple):
    """Hold what stands for one term of a query, and how much the term tells.

    `stems` are single words, `phrases` several in a row.
    """

    weight: float
    stems: frozenset[str]
    phrases: tuple[tuple[str, ...], ...] = ()


class Wish:
    """Know all that is wanted, and find it in texts that were cut into stems.

    Words of grammar tell little, but "what does the liver do" is more than "liver": in names they
    count a little.
    """

    def __init__(self, terms: Sequence[Wanted], grammar: Sequence[str] = ()) -> None:
        self.count = len(terms)
        self._weights = [*(term.weight for term in terms), *(_GRAMMAR for _ in grammar)]
        self._total = sum(self._weights) or 1.0
        self._term_of = {stem: place for place, term in enumerate(terms) for stem in term.stems}
        self._phrases = [(place, one) for place, term in enumerate(terms) for one in term.phrases]
        places = enumerate(grammar, start=len(terms))
        self._in_names = {stem: place for place, stem in places} | self._term_of

    def find(self, stems: Sequence[str]) -> list[tuple[int, int]]:
        """Return where terms stand in a text, in order: the place and the number of the term."""
        return self._found(stems, self._term_of)

    def find_in_name(self, stems: Sequence[str]) -> list[tuple[int, int]]:
        """Return where terms and words of grammar stand in a name."""
        return self._found(stems, self._in_names)

    def share(self, terms: Iterable[int]) -> float:
        """Return from 0 to 1 how much of all that is wanted these terms are."""
        return sum(self._weights[term] for term in set(terms)) / self._total

    def _found(self, stems: Sequence[str], term_of: Mapping[str, int]) -> list[tuple[int, int]]:
        found = [(place, term_of[one]) for place, one in enumerate(stems) if one in term_of]
        for term, phrase in self._phrases:
            for start, one in enumerate(stems):
                if one == phrase[0] and tuple(stems[start : start + len(phrase)]) == phrase:
                    found += [(place, term) for place in range(start, start + len(phrase))]
        return sorted(found) if self._phrases else found


class Tuning(NamedTuple):
    """Hold how much each property of a section counts beside its words, whose best score is 1."""

    names: float = 1.5  # title and heading together hold the terms
    title: float = 1.3  # the title fits, for the summary of an article
    entry: float = 1.0  # an index entry fits
    exact: float = 2.0  # a name of the article is the query, or the other words for it
    text: float = 0.3  # the terms stand in the text itself
    near: float = 0.3  # the terms stand near to each other
    sharp: float = 0.8  # how much it counts that a name says no more than the query
    term: float = 0.2  # what a glossary term is worth
    question: float = 0.7  # what a question to ask is worth
    help: float = 0.15  # what a page about the program is worth, unless it is asked for by name
    other_level: float = 0.5  # what a text of the level is worth that is not preferred


_TUNING = Tuning()


class Reranker:
    """Score the sections of one index again."""

    def __init__(self, index: OpenIndex, tuning: Tuning = _TUNING) -> None:
        self._index = index
        self._tuning = tuning
        self._factors: dict[Level | None, list[float]] = {}

    def factors(self, prefer: Level | None) -> list[float]:
        """Return what each section is worth by its kind and level."""
        if prefer not in self._factors:
            tuning = self._tuning
            kinds = {
                Kind.ARTICLE: 1.0,
                Kind.TERM: tuning.term,
                Kind.QUESTION: tuning.question,
                Kind.HELP: tuning.help,
            }
            self._factors[prefer] = [
                kinds[place.kind] * (1.0 if prefer in (None, place.level) else tuning.other_level)
                for place in self._index.places
            ]
        return self._factors[prefer]

    def scores(
        self, words: Mapping[int, float], wish: Wish, exact: Mapping[int, float]
    ) -> dict[int, float]:
        """Return new scores of some sections; `words` are the scores of their words, at most 1."""
        return {
            doc: score + self._of_names(doc, wish, exact.get(doc, 0.0))
            for doc, score in words.items()
        }

    def _of_names(self, doc: int, wish: Wish, exact: float) -> float:
        tuning = self._tuning
        title, heading, aliases, *entries = self._index.names(doc)
        in_title, in_heading = wish.find_in_name(title), wish.find_in_name(heading)
        found = (*in_title, *in_heading, *wish.find_in_name(aliases))
        score = tuning.names * wish.share(term for _, term in found)
        entry = max(
            (self._fit(name, wish.find_in_name(name), wish) for name in entries), default=0.0
        )
        score += tuning.entry * entry
        if self._index.places[doc].section == IN_SHORT:
            score += tuning.title * self._fit(title, in_title, wish)
        in_text = wish.find(self._index.words(doc)[0])
        score += tuning.text * wish.share(term for _, term in in_text)
        if wish.count > 1:
            score += tuning.near * _nearness(in_text) / wish.count
        return score + (_EXACT_TITLE if exact == ExactField.TITLE else tuning.exact * exact)

    def _fit(self, name: Sequence[str], found: Sequence[tuple[int, int]], wish: Wish) -> float:
        """Return from 0 to 1 how well a name fits: 1 if it says all that is wanted and no more."""
        if not found:
            return 0.0
        sharp = self._tuning.sharp
        places = {place for place, _ in found}
        unasked: float = sum(
            place not in places and word not in GRAMMAR for place, word in enumerate(name)
        )
        if 0 in places:
            unasked *= _AFTER  # a name begins with what it is about
        told = len(places) / (len(places) + unasked)
        return wish.share(term for _, term in found) * (1 - sharp + sharp * told)


def _nearness(found: Iterable[tuple[int, int]]) -> float:
    """Return how many terms stand how close together: as many as there are if side by side."""
    best = 0.0
    last: dict[int, int] = {}
    for place, term in found:
        last.pop(term, None)
        last[term] = place  # the latest one is last
        for number, start in enumerate(reversed(last.values()), start=1):
            if number > 1:
                best = max(best, number * number / max(place - start + 1, number))
    return best
