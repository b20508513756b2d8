"""Other words for what was typed, from the glossary: abbreviations, synonyms, lay words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from livermets_desktop.model.article import Term
from livermets_desktop.model.query import QueryTerm
from livermets_desktop.search.query import parse
from livermets_desktop.search.word_forms import stem

_LONGEST_FORM = 6  # words
_MOST_FORMS = 50_000
_MOST_MEANINGS = 2  # a form with more of them says nothing


class Alternative(NamedTuple):
    """Name what can stand for some terms of a query: from the first to before the end.

    `terms` are the other words, each as one thing to look for, `shown` the same for the reader,
    `worth` is how likely they are meant, beside others for the same terms.
    """

    first: int
    end: int
    terms: tuple[QueryTerm, ...]
    shown: tuple[str, ...]
    worth: float = 1.0


class _Form(NamedTuple):
    """Hold one way to say a term: by what it is known, what is looked for, what is shown."""

    key: tuple[str, ...]
    term: QueryTerm
    shown: str


class Lexicon:
    """Know the forms of all terms of a glossary, and everyday words that say the same."""

    def __init__(self, terms: Iterable[Term] = (), everyday: Iterable[Sequence[str]] = ()) -> None:
        self._forms: dict[tuple[str, ...], list[list[_Form]]] = defaultdict(list)
        for term in terms:
            # Plurals are the same words to the index; "embolization" stands for a part of a term.
            size = len(term.term.split())
            american = [form for form in term.us if len(form.split()) == size]
            own = (term.term, *term.abbreviations, *term.variants, *american)
            self._add((*own, *term.narrower, *term.related))
        for words in everyday:
            self._add(words)

    def _add(self, words: Sequence[str]) -> None:
        forms = {form.key: form for text in reversed(words) if (form := _form(text))}
        for key in forms:
            if len(self._forms) < _MOST_FORMS:
                self._forms[key].append(list(forms.values())[::-1])

    def grammar_of_names(self, spoken: Sequence[QueryTerm]) -> set[int]:
        """Return which words of grammar belong to names, such as that of "living will"."""
        kept: set[int] = set()
        for first in range(len(spoken)):
            for end in range(first + 2, min(len(spoken), first + _LONGEST_FORM) + 1):
                grammar = {place for place in range(first, end) if spoken[place].grammar}
                if grammar and _key(spoken[first:end]) in self._forms:
                    kept |= grammar
        return kept

    def alternatives(self, terms: Sequence[QueryTerm]) -> Iterator[Alternative]:
        """Yield the alternatives for a query, for as many of its terms at once as possible."""
        first = 0
        while first < len(terms):
            for end in range(min(len(terms), first + _LONGEST_FORM), first, -1):
                found = self._found(terms, first, end)
                if found is not None:
                    yield found
                    first = end - 1
                    break
            first += 1

    def _found(self, terms: Sequence[QueryTerm], first: int, end: int) -> Alternative | None:
        if any(term.quoted for term in terms[first:end]):
            return None  # what stands in quotes is meant to the letter
        typed = _key(terms[first:end])
        meanings = self._forms.get(typed, ())
        if not 0 < len(meanings) <= _MOST_MEANINGS:
            return None
        others: dict[tuple[str, ...], _Form] = {}
        for form in (form for meaning in meanings for form in meaning):
            if form.key != typed:
                others.setdefault(form.key, form)
        if not others:
            return None
        _, found, shown = zip(*others.values(), strict=True)
        return Alternative(first, end, tuple(found), tuple(shown))


def _form(text: str) -> _Form | None:
    """Read a form without its words of grammar, unless too little would be left of it."""
    query = parse(text)
    kept = sum(len(term.words) for term in query.terms)
    terms = query.spoken if kept == 1 and len(query.spoken) > 1 else query.terms
    key = _key(terms)
    if not 0 < len(key) <= _LONGEST_FORM:
        return None
    return _Form(key, _as_one(terms), text)


def _key(terms: Iterable[QueryTerm]) -> tuple[str, ...]:
    """Return what different ways of writing the same words have in common."""
    return tuple(
        stem(word) for term in terms for word in ((term.joined,) if term.joined else term.words)
    )


def _as_one(terms: Sequence[QueryTerm]) -> QueryTerm:
    """Return several words as a phrase, one as it is."""
    if len(terms) == 1:
        return terms[0]
    return QueryTerm(tuple(word for term in terms for word in term.words), quoted=True)
