"""Read what a reader typed: words, "quoted phrases", -unwanted words, title:words.

While typing, the last word may be the beginning of one. There is nothing else to make mistakes in:
wildcards, brackets, operators and the names of other fields only separate words.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from livermets_desktop.model.hit import Condition, ConditionKind
from livermets_desktop.model.query import Query, QueryTerm
from livermets_desktop.search.analysis import Part, compounds
from livermets_desktop.search.word_forms import stem

MAX_CHARACTERS = 256
MAX_WORDS = 16

_QUOTES = "[“”„‟«»″]"
_ASKED = (
    r"""(?i)(?<!\S)(?P<sign>-(?="|[^\W\d_])|title:(?="|\w))(?:"(?P<signed>[^"]*)"?|(?P<word>[^\s"]+))"""
    r"""|"(?P<phrase>[^"]*)"?"""
)
# What says little by itself; of whom a question is, too.
GRAMMAR = frozenset(
    (
        "what", "which", "who", "whom", "whose", "where", "when", "why", "how", "is", "are", "am",
        "was", "were", "be", "been", "do", "does", "did", "can", "could", "may", "might", "should",
        "would", "will", "shall", "have", "has", "had", "the", "a", "an", "of", "in", "on", "at",
        "to", "for", "by", "from", "with", "and", "or", "as", "i", "me", "my", "you", "your", "we",
        "our", "it", "its", "they", "their", "he", "she", "his", "this", "that", "these", "those",
        "there", "if", "about", "after", "during", "while", "whats", "whos", "wheres", "hows",
        "isnt", "arent", "wasnt", "dont", "doesnt", "didnt", "cant", "couldnt", "wont", "wouldnt",
        "shouldnt", "im", "ive", "thats", "theres", "theyre", "youre", "husband", "wife", "mum",
        "mother", "dad", "father",
    )
)  # fmt: skip
_OPERATORS = frozenset(("AND", "OR", "NOT"))
_KEPT_IN_CAPITALS = "WHO"
_CONDITIONS = {
    "": ConditionKind.PHRASE,
    "-": ConditionKind.EXCLUDED,
    "title:": ConditionKind.TITLE,
}


def parse(text: str, *, typing: bool = False) -> Query:
    """Read a query; whatever was typed, the answer is a query, at worst one without terms.

    `5-FU "side effects" jaun` becomes the compound (5, fu), the phrase (side, effects) and jaun.
    """
    cleaned = clean(text)
    excluded: list[QueryTerm] = []
    conditions: list[Condition] = []
    found = _read(re.sub(_QUOTES, '"', cleaned), excluded, conditions)
    spoken = list(_capped(term for term in found if term.words))
    if spoken and spoken[-1].words == ("a",):
        spoken[-1] = spoken[-1]._replace(grammar=False)  # "vitamin A", or the beginning of a word
    ends_in_excluded = bool(conditions) and (
        conditions[-1].kind is ConditionKind.EXCLUDED and conditions[-1].end == len(cleaned)
    )
    if typing and spoken and not ends_in_excluded and cleaned[-1:].isalnum():
        spoken[-1] = spoken[-1]._replace(open=True)
    terms = [term for term in spoken if not term.grammar] or spoken
    return Query(cleaned, tuple(terms), tuple(_capped(excluded)), tuple(conditions), tuple(spoken))


def clean(text: str) -> str:
    """Return a query without control and direction characters, with single spaces, cut short."""
    shown = text[: 4 * MAX_CHARACTERS]
    if not shown.isprintable():
        shown = "".join(map(_visible, shown))
    return " ".join(shown.split())[:MAX_CHARACTERS] + _last_space(text)


def marked_forms(term: QueryTerm) -> set[str]:
    """Return the forms that are marked in a text for a term, without those that typing adds.

    Of "HER2" or "5-FU" only the joined form is marked, not each "her" and each 5 of the text.
    """
    forms = {stem(term.joined)} if term.joined else set()
    if len(term.words) == 1 or term.quoted:
        return forms | {stem(word) for word in term.words}
    if term.spaced or all(word.isalpha() for word in term.words):
        forms |= {stem(word) for word in term.words if word.isalpha() and len(word) > 1}
    return forms


def _last_space(text: str) -> str:
    """Keep one space at the end: it says that the last word is complete."""
    return " " if len(text) <= MAX_CHARACTERS and text[-1:].isspace() else ""


@lru_cache(maxsize=4096)
def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cf":
        return ""
    return " " if category[0] in "CZ" else character


def _read(text: str, excluded: list[QueryTerm], conditions: list[Condition]) -> Iterator[QueryTerm]:
    """Yield the wanted terms; note what is excluded and what was asked for beyond words."""
    last = 0
    for asked in re.finditer(_ASKED, text):
        yield from _words(text[last : asked.start()])
        last = asked.end()
        condition, term = _asked(asked)
        if term.words:
            conditions.append(condition)
            if condition.kind is ConditionKind.EXCLUDED:
                excluded.append(term)
            else:
                yield term
    yield from _words(text[last:])


def _asked(asked: re.Match[str]) -> tuple[Condition, QueryTerm]:
    kind = _CONDITIONS[(asked["sign"] or "").casefold()]
    written = next(part for part in asked.group("signed", "word", "phrase") if part is not None)
    term = _phrase(written) if asked["word"] is None else _one_word(written)
    condition = Condition(kind, written.strip(), *asked.span())
    return condition, term._replace(titled=kind is ConditionKind.TITLE)


def _words(text: str) -> Iterator[QueryTerm]:
    for compound in (part for found in compounds(text) for part in _trimmed(found)):
        written = text[compound[0].start : compound[-1].end]
        yield _term(compound)._replace(grammar=_can_go(written, compound))


def _trimmed(compound: list[Part]) -> Iterator[list[Part]]:
    """Take words of grammar from the ends of what belongs together: "of 5-FU", "CA 19-9 in"."""
    first, end = 0, len(compound)
    while end - first > 1 and compound[first + 1].spaced and _is_grammar(compound[first]):
        first += 1
    while end - first > 1 and compound[end - 1].spaced and _is_grammar(compound[end - 1]):
        end -= 1
    yield from ([part] for part in compound[:first])
    yield compound[first:end]
    yield from ([part] for part in compound[end:])


def _is_grammar(part: Part) -> bool:
    return part.plain in GRAMMAR


def _term(compound: list[Part]) -> QueryTerm:
    words = tuple(part.plain for part in compound)
    return QueryTerm(words, spaced=any(part.spaced for part in compound[1:]))


def _can_go(written: str, compound: list[Part]) -> bool:
    if written in _OPERATORS:
        return True
    return written != _KEPT_IN_CAPITALS and all(map(_is_grammar, compound))


def _phrase(text: str) -> QueryTerm:
    words = tuple(part.plain for compound in compounds(text) for part in compound)
    return QueryTerm(words[:MAX_WORDS], quoted=True)


def _one_word(text: str) -> QueryTerm:
    """Return what was written without a space as one term."""
    found = list(compounds(text))
    return _term(found[0]) if len(found) == 1 else _phrase(text)


def _capped(terms: Iterable[QueryTerm]) -> Iterator[QueryTerm]:
    room = MAX_WORDS
    for term in terms:
        words = term.words[:room]
        if words:
            yield term._replace(words=words)
        room -= len(words)
