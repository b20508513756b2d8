"""Answer queries from one open index."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from heapq import nlargest
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple, Self, TypeVar

from livermets_desktop.errors import IndexUnusableError
from livermets_desktop.model.hit import Hit, Name, NameKind, Results, Snippet
from livermets_desktop.model.kind import Kind
from livermets_desktop.model.level import Level
from livermets_desktop.model.query import Filters, Query
from livermets_desktop.search.explanation import described
from livermets_desktop.search.filtering import Filter
from livermets_desktop.search.interpretation import Interpretation, Interpreter
from livermets_desktop.search.lexicon import Lexicon
from livermets_desktop.search.names import Names
from livermets_desktop.search.postings import NAMES, WORDS, OpenIndex
from livermets_desktop.search.query import parse
from livermets_desktop.search.reranking import Reranker, Wish
from livermets_desktop.search.retrieval import Retrieval, Scores
from livermets_desktop.search.schema import ExactField
from livermets_desktop.search.snippets import marks_of, snippet
from livermets_desktop.search.suggestions import Vocabulary, corrected, read_words

_LOOKED_AT = 24  # texts whose names are looked at
_MANY = 4  # times as many texts are weighed as are wanted
_NAMES = 6
_KEPT_ANSWERS = 32
# What a name is worth of which only the beginning was typed.
_BEGUN = {NameKind.TITLE: 1.5, NameKind.ALIAS: 0.3}
_LAST = 0.001
_NO_FILTERS = Filters()

_Answer = TypeVar("_Answer")


class _Ranked(NamedTuple):
    score: float
    doc: int


class _Options(NamedTuple):
    """Hold what is wanted beside the query; see `Searcher.search`."""

    filters: Filters
    prefer: Level | None
    limit: int
    typing: bool


class Searcher:
    """Search one index; a searcher belongs to one thread at a time."""

    def __init__(self, index: OpenIndex, lexicon: Lexicon | None = None) -> None:
        self._index = index
        self._vocabulary = Vocabulary(read_words(index.text(WORDS)))
        self._interpreter = Interpreter(self._vocabulary, lexicon or Lexicon())
        self._retrieval = Retrieval(index, self._vocabulary)
        self._filter = Filter(index)
        self._reranker = Reranker(index)
        # Letters are taken back as often as they are typed. A cache of its own for each searcher:
        # that of a method would keep the index alive.
        self._answer = lru_cache(maxsize=_KEPT_ANSWERS)(self._search)

    @classmethod
    def open(cls, folder: Path, lexicon: Lexicon | None = None) -> Self:
        """Open an index whose files have been verified: opening unpickles them.

        Raises:
            IndexUnusableError: if it is damaged or missing.
        """
        return _guarded(lambda: cls(OpenIndex.open(folder), lexicon))

    def forget(self) -> None:
        """Forget the last queries and their answers."""
        self._answer.cache_clear()

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
        """Return the best sections for a query, each article's section once.

        `prefer` puts texts of that level before equally good ones of the other. While `typing`, the
        last word may be the beginning of one, and it is told which names begin with the query and
        what each group and kind would leave. Only the first `quoted` hits carry their snippets, all
        if it is None.

        Raises:
            IndexUnusableError: if the index turns out to be damaged.
        """
        query = parse(text, typing=typing)
        options = _Options(filters, prefer, limit, typing)
        results = _guarded(lambda: self._answer(query, options))
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

    def _search(self, query: Query, options: _Options) -> Results:
        meaning = self._interpreter.interpret(query)
        query = meaning.query
        found = self._retrieval.find(query.terms, meaning.alternatives)
        asked = self._asked_for(found.scores, query)
        left = self._filter.filtered(asked, options.filters)
        names = self._names.beginning(query.text, options.prefer, _NAMES) if options.typing else ()
        exact = self._begun(query.text, names, left) | self._exact(meaning, left)
        wish = self._interpreter.wish(meaning, found.rarities)
        answered = any(self._index.places[doc].kind is not Kind.HELP for doc in found.complete)
        ranked = self._ranked(left, wish, exact, options, help_last=answered) if left else []
        results = Results(
            query=query.text,
            hits=tuple(self._hit(one) for one in ranked[: max(0, options.limit)]),
            total=self._filter.total(left),
            suggestion=self._interpreter.suggestion(query, found=bool(left)),
            words=tuple(sorted(self._interpreter.marked(meaning))),
            exact=bool(ranked) and exact.get(ranked[0].doc, 0.0) >= ExactField.OTHER,
            also=meaning.also,
            ignored=_without_sections(query, found.counts),
            corrected=meaning.corrected,
            partial=not found.complete,
            nearest=() if left else self._interpreter.nearest(query),
            names=names,
            conditions=query.conditions,
            wanted=tuple(map(described, query.terms)),
            unwanted=tuple(map(described, query.excluded)),
            dropped=query.dropped,
        )
        if not options.typing:
            return results
        groups, kinds = self._filter.counts(asked, options.filters)
        return results._replace(groups=groups, kinds=kinds)

    def _asked_for(self, scores: Scores, query: Query) -> Scores:
        """Leave the texts without the excluded terms and with those of titles."""
        if query.excluded:
            scores = self._filter.without(scores, map(self._retrieval.scores, query.excluded))
        titled = [self._interpreter.wanted_of(term) for term in query.terms if term.titled]
        return self._filter.titled(scores, titled) if titled else scores

    def _ranked(
        self,
        scores: Scores,
        wish: Wish,
        exact: Mapping[int, float],
        options: _Options,
        *,
        help_last: bool,
    ) -> list[_Ranked]:
        """Return the best sections, each once at its better level, the best one first."""
        factors = self._reranker.factors(options.prefer)
        most = max(scores.values())
        # Two texts make one hit at most, so this many are enough.
        best = _best(scores, factors, max(_LOOKED_AT, 2 * options.limit))
        looked_at = {doc: scores[doc] / most for doc in [*islice(best, _LOOKED_AT), *exact]}
        again = self._reranker.scores(looked_at, wish, exact)
        for doc, score in again.items():
            by_name = exact.get(doc, 0.0) >= ExactField.OTHER
            again[doc] = score * self._worth(doc, factors, by_name=by_name, help_last=help_last)
        lowest = min(again.values())
        hits: dict[int, _Ranked] = {}
        for doc in {**best, **exact}:
            one = _Ranked(again[doc] if doc in again else min(lowest, best[doc] / most), doc)
            section = self._filter.sections[doc]
            if section not in hits or one.score > hits[section].score:
                hits[section] = one
        return sorted(hits.values(), key=lambda one: (-one.score, one.doc))

    def _worth(
        self, doc: int, factors: Sequence[float], *, by_name: bool, help_last: bool
    ) -> float:
        """Return what a text is worth; help is as good as others if it is asked for by name.

        Else it comes last if others say all that is wanted.
        """
        if self._index.places[doc].kind is not Kind.HELP:
            return factors[doc]
        if by_name:
            return 1.0
        return _LAST if help_last else factors[doc]

    def _exact(self, meaning: Interpretation, left: Scores) -> dict[int, float]:
        """Return the summaries of the articles whose title or other name the query is."""
        found: dict[int, float] = {}
        for key, worth in self._interpreter.exact_keys(meaning).items():
            for doc, weight in self._index.exact(key).items():
                if doc in left:
                    found[doc] = max(worth * weight, found.get(doc, 0.0))
        return found

    def _begun(self, text: str, names: Iterable[Name], left: Scores) -> dict[int, float]:
        """Return the summaries of the articles whose title or other name begins with the query."""
        found = {}
        for one in names:
            doc = self._docs[one.article, one.section, one.level]
            begins = one.text.casefold().startswith(text.strip().casefold())
            if begins and one.kind in _BEGUN and doc in left:
                found[doc] = _BEGUN[one.kind]
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


def _best(scores: Scores, factors: Sequence[float], count: int) -> Scores:
    """Return the best texts in order, by their scores times their factors, which are 1 at most."""
    candidates: Iterable[tuple[int, float]] = scores.items()
    if len(scores) > _MANY * count:
        candidates = nlargest(_MANY * count, candidates, key=itemgetter(1))
    weighted = [(doc, score * factors[doc]) for doc, score in candidates]
    return dict(nlargest(count, weighted, key=itemgetter(1)))


def _without_sections(query: Query, counts: Sequence[int]) -> tuple[str, ...]:
    """Return the terms that no section holds, as they are shown."""
    pairs = zip(query.terms, counts, strict=True)
    return tuple(" ".join(term.words) for term, count in pairs if not count)


def _guarded(work: Callable[[], _Answer]) -> _Answer:
    try:
        return work()
    except Exception as error:  # on damaged files Whoosh raises anything, even MemoryError
        raise IndexUnusableError from error
