"""Answer queries from one open index."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property
from heapq import nlargest
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple, Self, TypeVar

from livermets_desktop.errors import IndexUnusableError
from livermets_desktop.model.hit import Hit, Results, Snippet
from livermets_desktop.model.level import Level
from livermets_desktop.model.query import Filters, Query, QueryTerm
from livermets_desktop.search.interpretation import Interpreter
from livermets_desktop.search.lexicon import Lexicon
from livermets_desktop.search.names import Names
from livermets_desktop.search.postings import NAMES, WORDS, OpenIndex
from livermets_desktop.search.query import parse
from livermets_desktop.search.reranking import Reranker, Wanted
from livermets_desktop.search.retrieval import Retrieval, Scores
from livermets_desktop.search.schema import exact_key
from livermets_desktop.search.snippets import marks_of, snippet
from livermets_desktop.search.suggestions import Vocabulary, corrected, read_words

_LOOKED_AT = 64  # sections, at least, whose names are looked at
_NAMES = 6
_NO_FILTERS = Filters()

_Answer = TypeVar("_Answer")


class _Ranked(NamedTuple):
    score: float
    doc: int


class Searcher:
    """Search one index; a searcher belongs to one thread at a time."""

    def __init__(self, index: OpenIndex, lexicon: Lexicon | None = None) -> None:
        self._index = index
        self._vocabulary = Vocabulary(read_words(index.text(WORDS)))
        self._interpreter = Interpreter(self._vocabulary, lexicon or Lexicon())
        self._retrieval = Retrieval(index, self._vocabulary)
        self._reranker = Reranker(index)

    @classmethod
    def open(cls, folder: Path, lexicon: Lexicon | None = None) -> Self:
        """Open an index whose files have been verified: opening unpickles them.

        Raises:
            IndexUnusableError: if it is damaged or missing.
        """
        return _guarded(lambda: cls(OpenIndex.open(folder), lexicon))

    def close(self) -> None:
        """Close the files of the index."""
        self._index.close()

    def search(
        self,
        text: str,
        *,
        filters: Filters = _NO_FILTERS,
        prefer: Level | None = None,
        limit: int = 50,
        typing: bool = False,
        quoted: int | None = None,
    ) -> Results:
        """Return the best sections for a query, each article's section once; help comes last.

        `prefer` puts texts of that level before equally good ones of the other. While `typing`, the
        last word may be the beginning of one, and names that begin with the query are told. Only
        the first `quoted` hits carry their snippets, all if it is None.

        Raises:
            IndexUnusableError: if the index turns out to be damaged.
        """
        query = parse(text, typing=typing)
        results = _guarded(lambda: self._search(query, filters, prefer, limit))
        if typing:
            names = _guarded(lambda: self._names.beginning(query.text, prefer, _NAMES))
            results = results._replace(names=names)
        first = len(results.hits) if quoted is None else max(0, quoted)
        hits = (*self.quote(results.hits[:first], results.words), *results.hits[first:])
        return results._replace(hits=hits)

    def quote(self, hits: Iterable[Hit], words: Collection[str]) -> tuple[Hit, ...]:
        """Return hits of this index with their snippets.

        Raises:
            IndexUnusableError: if the index turns out to be damaged.
        """
        forms = frozenset(words)
        return _guarded(lambda: tuple(self._quoted(hit, forms) for hit in hits))

    def suggest(self, text: str) -> str:
        """Return a better spelling of the whole query, "" if there is none."""
        return corrected(parse(text).text, self._vocabulary)

    @cached_property
    def _names(self) -> Names:
        """Read them when the first letter is typed."""
        return Names(self._index.text(NAMES))

    @cached_property
    def _sections(self) -> list[tuple[str, str]]:
        """Return the identity of each section, the same at both levels."""
        return [(place.article, place.section) for place in self._index.places]

    def _search(self, query: Query, filters: Filters, prefer: Level | None, limit: int) -> Results:
        meaning = self._interpreter.interpret(query)
        found = self._retrieval.find(query.terms, meaning.alternatives)
        scores = self._allowed(found.scores, query, filters.level)
        left = self._filtered(scores, filters)
        exact = {doc: weight for doc, weight in self._exact(query).items() if doc in left}
        wanted = self._interpreter.wanted(meaning, found.rarities)
        ranked = self._ranked(left, wanted, exact, prefer, limit) if left else []
        return Results(
            query=query.text,
            hits=tuple(self._hit(one) for one in ranked[: max(0, limit)]),
            total=len({self._sections[doc] for doc in left}),
            suggestion=self._interpreter.suggestion(query, found=bool(left)),
            words=tuple(sorted(self._interpreter.marked(meaning))),
            exact=bool(ranked) and ranked[0].doc in exact,
            also=meaning.also,
            ignored=tuple(
                " ".join(term.words)
                for term, count in zip(query.terms, found.counts, strict=True)
                if not count
            ),
            corrected=meaning.corrected,
            partial=found.partial,
            nearest=() if left else self._interpreter.nearest(query),
            conditions=query.conditions,
            groups=self._counted("group", self._filtered(scores, filters._replace(group=""))),
            kinds=self._counted("kind", self._filtered(scores, filters._replace(kind=None))),
        )

    def _allowed(self, scores: Scores, query: Query, level: Level | None) -> Scores:
        """Leave the sections of a level without the excluded terms and with those of the title."""
        excluded: set[int] = set()
        for term in query.excluded:
            excluded.update(self._retrieval.scores(term))
        titled = [term for term in query.terms if term.titled]
        if not (excluded or titled or level):
            return scores
        places = self._index.places
        return {
            doc: score
            for doc, score in scores.items()
            if doc not in excluded
            and (level is None or places[doc].level is level)
            and (not titled or self._is_titled(doc, titled))
        }

    def _is_titled(self, doc: int, terms: Iterable[QueryTerm]) -> bool:
        title, heading, *_ = self._index.names(doc)
        wanted = (self._interpreter.wanted_of(term) for term in terms)
        return all(one.places_in([*title, "", *heading]) for one in wanted)

    def _filtered(self, scores: Scores, filters: Filters) -> Scores:
        """Leave the sections of a group and of a kind."""
        if not (filters.group or filters.kind):
            return scores
        places = self._index.places
        return {
            doc: score
            for doc, score in scores.items()
            if (not filters.group or places[doc].group == filters.group)
            and (filters.kind is None or places[doc].kind is filters.kind)
        }

    def _counted(self, what: str, scores: Scores) -> tuple[tuple[Any, int], ...]:
        """Count sections by a property of their place."""
        docs = {self._sections[doc]: doc for doc in scores}.values()
        counts = Counter(getattr(self._index.places[doc], what) for doc in docs)
        return tuple(counts.most_common())

    def _ranked(
        self,
        scores: Scores,
        wanted: Sequence[Wanted],
        exact: Mapping[int, float],
        prefer: Level | None,
        limit: int,
    ) -> list[_Ranked]:
        """Return the best sections, each once at its better level, the best one first."""
        factors = self._reranker.factors(prefer)
        most = max(scores.values())
        worth = {doc: score / most * factors[doc] for doc, score in scores.items()}
        # Two texts make one hit at most, so this many are enough.
        best = dict(nlargest(max(_LOOKED_AT, 2 * limit), worth.items(), key=itemgetter(1)))
        looked_at = {doc: scores[doc] / most for doc in [*islice(best, _LOOKED_AT), *exact]}
        again = self._reranker.scores(looked_at, wanted, exact)
        again = {doc: score * factors[doc] for doc, score in again.items()}
        lowest = min(again.values())
        hits: dict[tuple[str, str], _Ranked] = {}
        for doc in {**best, **exact}:
            one = _Ranked(again[doc] if doc in again else min(lowest, worth[doc]), doc)
            section = self._sections[doc]
            if section not in hits or one.score > hits[section].score:
                hits[section] = one
        return sorted(hits.values(), key=lambda one: (-one.score, one.doc))

    def _exact(self, query: Query) -> dict[int, float]:
        """Return the summaries of the articles that have the query as title or alias."""
        words = "".join(exact_key(word) for term in query.terms for word in term.words)
        keys = {exact_key(query.text), words} - {""}
        found: dict[int, float] = {}
        for key in sorted(keys):
            found |= self._index.exact(key)
        return found

    def _hit(self, found: _Ranked) -> Hit:
        title, heading, group_title, _ = self._index.shown(found.doc)
        place = self._index.places[found.doc]
        return Hit(
            article=place.article,
            section=place.section,
            level=place.level,
            title=title,
            heading=heading,
            group_title=group_title,
            snippet=Snippet(""),
            score=round(found.score, 6),
            kind=place.kind,
        )

    def _quoted(self, hit: Hit, forms: Collection[str]) -> Hit:
        doc = self._docs[hit.article, hit.section, hit.level]
        *_, body = self._index.shown(doc)
        return hit._replace(snippet=snippet(body, marks_of(*self._index.words(doc), forms)))

    @cached_property
    def _docs(self) -> dict[tuple[str, str, Level], int]:
        """Return the numbers of the sections."""
        places = enumerate(self._index.places)
        return {(place.article, place.section, place.level): doc for doc, place in places}


def _guarded(work: Callable[[], _Answer]) -> _Answer:
    try:
        return work()
    except Exception as error:  # on damaged files Whoosh raises anything, even MemoryError
        raise IndexUnusableError from error
