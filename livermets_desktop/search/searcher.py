"""Answer queries from one open index."""

from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Self, TypeVar

from livermets_desktop.errors import IndexUnusableError
from livermets_desktop.model.hit import Hit, Results
from livermets_desktop.model.level import Level
from livermets_desktop.model.query import Query, QueryTerm
from livermets_desktop.search.lexicon import Alternative, Lexicon
from livermets_desktop.search.postings import OpenIndex
from livermets_desktop.search.query import parse
from livermets_desktop.search.ranking import Ranking
from livermets_desktop.search.schema import exact_key
from livermets_desktop.search.snippets import snippet
from livermets_desktop.search.suggestions import Vocabulary, corrected

_EXACT = 100.0  # for a title above every score of words; an alias only tips the scale
_OTHER_LEVEL = 0.7  # what a section is worth at the level that is not preferred

_Answer = TypeVar("_Answer")


class _Ranked(NamedTuple):
    score: float
    doc: int


class Searcher:
    """Search one index; a searcher belongs to one thread at a time."""

    def __init__(self, index: OpenIndex, lexicon: Lexicon | None = None) -> None:
        self._index = index
        self._lexicon = lexicon or Lexicon()
        self._vocabulary = Vocabulary(index.vocabulary())
        self._ranking = Ranking(index, self._vocabulary)

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
        level: Level | None = None,
        prefer: Level | None = None,
        limit: int = 50,
        typing: bool = False,
    ) -> Results:
        """Return the best sections for a query, each article's section once; help comes last.

        `level` finds only texts of that level; `prefer` puts texts of that level before equally
        good ones of the other. While `typing`, the last word may be the beginning of one.

        Raises:
            IndexUnusableError: if the index turns out to be damaged.
        """
        query = parse(text, typing=typing)
        return _guarded(lambda: self._search(query, level, prefer, limit))

    def suggest(self, text: str) -> str:
        """Return a better spelling of the whole query, "" if there is none."""
        return corrected(parse(text).text, self._vocabulary)

    def _search(
        self, query: Query, level: Level | None, prefer: Level | None, limit: int
    ) -> Results:
        synonyms = tuple(self._lexicon.alternatives(query.terms))
        known = {place for other in synonyms for place in range(other.first, other.end)}
        others = (*synonyms, *self._corrections(query.terms, known))
        scores = self._ranking.scores(query.terms, others)
        exact = self._exact(query)
        for doc, weight in exact.items():
            scores[doc] = scores.get(doc, 0.0) + _EXACT * weight
        ranked = self._ranked(scores, level, prefer)
        # The words of a phrase are not marked: each by itself is another word.
        also = [term for other in others for term in other.terms if not term.quoted]
        looked_for = (*query.terms, *also)
        forms = sorted({form for term in looked_for for form in self._ranking.forms(term)})
        return Results(
            query=query.text,
            hits=tuple(self._hit(found, forms) for found in ranked[: max(0, limit)]),
            total=len(ranked),
            suggestion=self._suggestion(query, found=bool(ranked)),
            words=tuple(forms),
            exact=bool(ranked) and ranked[0].doc in exact,
            also=tuple(word for other in synonyms for word in other.shown),
        )

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
            if correction := self._vocabulary.correct(word):
                meant = QueryTerm((correction,))
                yield Alternative(place, place + 1, (meant,), (correction,))

    def _exact(self, query: Query) -> dict[int, float]:
        """Return the summaries of the articles that have the query as title or alias."""
        words = "".join(exact_key(word) for term in query.terms for word in term.words)
        keys = {exact_key(query.text), words}
        return {
            doc: weight for key in keys if key for doc, weight in self._index.exact(key).items()
        }

    def _ranked(
        self, scores: dict[int, float], level: Level | None, prefer: Level | None
    ) -> list[_Ranked]:
        best: dict[tuple[str, str], _Ranked] = {}
        for doc in sorted(scores):
            place = self._index.places[doc]
            if level and place.level is not level:
                continue
            factor = _OTHER_LEVEL if prefer and place.level is not prefer else 1.0
            found = _Ranked(scores[doc] * factor, doc)
            key = (place.article, place.section)
            if key not in best or found.score > best[key].score:
                best[key] = found
        places = self._index.places
        return sorted(
            best.values(), key=lambda found: (places[found.doc].help, -found.score, found.doc)
        )

    def _suggestion(self, query: Query, *, found: bool) -> str:
        words = [word for term in query.terms for word in term.words]
        if query.terms and query.terms[-1].open and self._vocabulary.completions(words[-1]):
            words.pop()  # a word that is still being typed is not misspelled
        if found and all(self._vocabulary.knows(word) for word in words):
            return ""
        return corrected(query.text, self._vocabulary)

    def _hit(self, found: _Ranked, forms: Collection[str]) -> Hit:
        title, heading, group_title, body = self._index.shown(found.doc)
        place = self._index.places[found.doc]
        return Hit(
            article=place.article,
            section=place.section,
            level=place.level,
            title=title,
            heading=heading,
            group_title=group_title,
            snippet=snippet(body, forms),
            score=round(found.score, 6),
        )


def _guarded(work: Callable[[], _Answer]) -> _Answer:
    try:
        return work()
    except Exception as error:  # on damaged files Whoosh raises anything, even MemoryError
        raise IndexUnusableError from error
