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
from livermets_desktop.search.schema import IN_SHORT, ExactField

_EXACT_TITLE = 10.0  # above every other score
_NEAR = 12  # marks that are looked at from each one on


class Wanted(NamedTuple):
    """Hold what stands for one term of a query, and how much the term tells.

    `stems` are single words, `phrases` several in a row.
    """

    weight: float
    stems: frozenset[str]
    phrases: tuple[tuple[str, ...], ...] = ()

    def places_in(self, stems: Sequence[str]) -> list[int]:
        """Return where it stands in a text that was cut into stems."""
        places = [place for place, word in enumerate(stems) if word in self.stems]
        for phrase in self.phrases:
            first, length = phrase[0], len(phrase)
            for start, word in enumerate(stems):
                if word == first and tuple(stems[start : start + length]) == phrase:
                    places += range(start, start + length)
        return places


class Tuning(NamedTuple):
    """Hold how much each property of a section counts beside its words, whose best score is 1."""

    names: float = 0.5  # title and heading together hold the terms
    heading: float = 0.0  # the heading fits
    title: float = 0.2  # the title fits, for the summary of an article
    entry: float = 0.8  # an index entry fits
    alias: float = 0.5  # another name of the article fits, for its summary
    near: float = 0.4  # the terms stand near to each other
    in_short: float = 0.0  # it is a summary
    sharp: float = 0.5  # how much it counts that a name says no more than the query
    term: float = 0.2  # what a glossary term is worth
    question: float = 0.5  # what a question to ask is worth
    help: float = 0.001  # pages about the program come last
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
        self,
        words: Mapping[int, float],
        wanted: Sequence[Wanted],
        exact: Mapping[int, float],
    ) -> dict[int, float]:
        """Return new scores of some sections; `words` are the scores of their words, at most 1."""
        return {
            doc: score + self._of_names(doc, wanted, exact.get(doc, 0.0))
            for doc, score in words.items()
        }

    def _of_names(self, doc: int, wanted: Sequence[Wanted], exact: float) -> float:
        tuning = self._tuning
        title, heading, *others = self._index.names(doc)
        in_short = self._index.places[doc].section == IN_SHORT
        names = [*title, "", *heading]
        both = _share(wanted, [term for term in wanted if term.places_in(names)])
        score = tuning.names * both + tuning.heading * self._fit(heading, wanted)
        other = max((self._fit(name, wanted) for name in others), default=0.0)
        if in_short:
            score += tuning.in_short + tuning.title * self._fit(title, wanted)
        score += (tuning.alias if in_short else tuning.entry) * other
        if len(wanted) > 1:
            score += tuning.near * _nearness(self._index.words(doc)[0], wanted)
        return score + (_EXACT_TITLE if exact == ExactField.TITLE else 0.0)

    def _fit(self, name: Sequence[str], wanted: Sequence[Wanted]) -> float:
        """Return from 0 to 1 how well a name fits: 1 if it says all that is wanted and no more."""
        places = {term: term.places_in(name) for term in wanted}
        used = {place for found in places.values() for place in found}
        if not used:
            return 0.0
        share = _share(wanted, [term for term, found in places.items() if found])
        sharp = self._tuning.sharp
        return share * (1 - sharp + sharp * len(used) / len(name))


def _share(wanted: Iterable[Wanted], found: Iterable[Wanted]) -> float:
    """Return how much of what is wanted was found."""
    total = sum(term.weight for term in wanted)
    return sum(term.weight for term in found) / total if total else 0.0


def _nearness(stems: Sequence[str], wanted: Sequence[Wanted]) -> float:
    """Return from 0 to 1 how close together how many of the terms stand in a text."""
    marks = sorted(
        (place, number) for number, term in enumerate(wanted) for place in term.places_in(stems)
    )
    best = 0.0
    for first, (start, _) in enumerate(marks):
        seen = set()
        for place, number in marks[first : first + _NEAR]:
            seen.add(number)
            if len(seen) > 1:
                span = max(place - start + 1, len(seen))
                best = max(best, len(seen) ** 2 / (len(wanted) * span))
    return best
