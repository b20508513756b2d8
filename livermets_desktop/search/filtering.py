"""Leave of the sections that were found those that the reader wants, and count what is left."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from typing import Any

from livermets_desktop.model.kind import Kind
from livermets_desktop.model.level import Level
from livermets_desktop.model.query import Filters
from livermets_desktop.search.postings import OpenIndex
from livermets_desktop.search.reranking import Wanted, Wish
from livermets_desktop.search.retrieval import Scores

Counts = tuple[tuple[Any, int], ...]


class Filter:
    """Filter the sections of one index."""

    def __init__(self, index: OpenIndex) -> None:
        self._index = index

    @cached_property
    def sections(self) -> list[int]:
        """Return for each text the number of its section, the same at both levels."""
        numbers: dict[tuple[str, str], int] = {}
        return [
            numbers.setdefault((place.article, place.section), len(numbers))
            for place in self._index.places
        ]

    def without(self, scores: Scores, excluded: Iterable[Iterable[int]]) -> Scores:
        """Leave out texts."""
        unwanted = set().union(*excluded)
        return {doc: score for doc, score in scores.items() if doc not in unwanted}

    def titled(self, scores: Scores, terms: Sequence[Wanted]) -> Scores:
        """Leave the texts with all of these terms in their titles or headings."""
        wishes = [Wish([term]) for term in terms]
        left = {}
        for doc, score in scores.items():
            title, heading, *_ = self._index.names(doc)
            names = [*title, "", *heading]
            if all(wish.find(names) for wish in wishes):
                left[doc] = score
        return left

    def filtered(self, scores: Scores, filters: Filters) -> Scores:
        """Leave the texts of a level, a group and a kind."""
        tests = (
            (filters.level, self._levels),
            (filters.group, self._groups),
            (filters.kind, self._kinds),
        )
        for wanted, values in tests:
            if wanted:
                scores = {doc: score for doc, score in scores.items() if values[doc] == wanted}
        return scores

    def total(self, scores: Scores) -> int:
        """Count sections."""
        return len(set(map(self.sections.__getitem__, scores)))

    def counts(self, scores: Scores, filters: Filters) -> tuple[Counts, Counts]:
        """Count what each group and each kind would leave of the sections, the most first."""
        any_group = self._once(self.filtered(scores, filters._replace(group="")))
        any_kind = any_group
        if filters.group or filters.kind:
            any_kind = self._once(self.filtered(scores, filters._replace(kind=None)))
        groups = Counter(map(self._groups.__getitem__, any_group))
        kinds = Counter(map(self._kinds.__getitem__, any_kind))
        return tuple(groups.most_common()), tuple(kinds.most_common())

    def _once(self, scores: Scores) -> Collection[int]:
        """Return one text of each section."""
        return dict(zip(map(self.sections.__getitem__, scores), scores, strict=True)).values()

    @cached_property
    def _levels(self) -> list[Level]:
        return [place.level for place in self._index.places]

    @cached_property
    def _groups(self) -> list[str]:
        return [place.group for place in self._index.places]

    @cached_property
    def _kinds(self) -> list[Kind]:
        return [place.kind for place in self._index.places]
