"""Links the first use of each term of the glossary in a text."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from livermets_desktop.authoring.element_text import Piece
from livermets_desktop.model.article import Term

# "US" is the country in these texts far more often than the scan.
_NEVER = frozenset({"US"})


class Glossary:
    """Knows the forms of all terms that can be linked."""

    def __init__(self, terms: Iterable[Term]) -> None:
        terms = tuple(terms)
        words = _unique((form, term.id) for term in terms for form in _words(term))
        exact = _unique((form, term.id) for term in terms for form in term.abbreviations)
        self._words = {form: name for form, name in words.items() if form not in exact}
        self._exact = {form: name for form, name in exact.items() if form not in _NEVER}
        self._pattern = _pattern(self._words, self._exact)

    def find(self, text: str) -> Iterator[tuple[re.Match[str], str]]:
        """Return each place where a term stands, the longest form first, and the id of the term."""
        for found in self._pattern.finditer(text):
            shown = " ".join(found.group().split())
            name = self._exact.get(shown) or self._words.get(shown.lower())
            if name:
                yield found, name


class TermLinker:
    """Links each term once: make one for every text."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self._linked: set[str] = set()

    def link(self, text: str) -> list[Piece]:
        """Return the text with links for the terms that it uses first."""
        pieces: list[Piece] = []
        end = 0
        for found, name in self._glossary.find(text):
            if name not in self._linked:
                self._linked.add(name)
                link = Element("a", {"class": "term", "href": f"term:{name}"})
                link.text = found.group()
                pieces += [text[end : found.start()], link]
                end = found.end()
        return [*pieces, text[end:]]


def _words(term: Term) -> Iterator[str]:
    """Return the forms whose case does not matter, a regular plural included."""
    exact = set(term.abbreviations)
    for form in (term.term, *term.plurals, *term.us):
        if form not in exact:
            yield form.lower()
            yield f"{form.lower()}s"


def _unique(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Leave out forms that more than one term has: nobody can tell which is meant."""
    names = set(pairs)
    counts = Counter(form for form, _ in names)
    return {form: name for form, name in names if counts[form] == 1}


def _pattern(words: Iterable[str], exact: Iterable[str]) -> re.Pattern[str]:
    forms = [(form, f"(?i:{_spaced(form)})") for form in words]
    forms += [(form, _spaced(form)) for form in exact]
    forms.sort(key=lambda form: (-len(form[0]), form))
    alternatives = "|".join(pattern for _, pattern in forms) or r"(?!)"
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])")


def _spaced(form: str) -> str:
    """A term may be broken across lines, or held together."""
    return r"\s".join(re.escape(word) for word in form.split())
