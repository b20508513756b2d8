"""Cut a text into the words that are indexed, looked for and marked.

Index, query and highlighter all use `fold_words`, so what is found is what is marked. A form with
hyphens, slashes or digits counts in its parts and joined: "5-FU" is 5, fu and 5fu; so is "5 FU",
because digits and a short word side by side belong together.
"""

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from livermets_desktop.search.word_forms import stem

LONGEST_WORD = 64
_LONGEST_JOIN = 4  # parts
_SHORT_WORD = 4  # letters that a digit beside them, after a space, is taken to belong to
_ISOTOPE_LETTERS = 2

_DIGIT = r"\d²³¹⁰⁴-⁹₀-₉"
# Combining marks, soft hyphens and zero-width joiners do not end a word.
_INSIDE = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"
_GLUE = "-/_\u2010\u2011\u2212"
_DIGIT_GLUE = ".,\u2013"
_SPACE = " \u00a0\u2009\u202f"
_LETTERS = rf"(?:[^\W_{_DIGIT}]++[{_INSIDE}]*+)++"
_PART = rf"(?:{_LETTERS}(?:['’]{_LETTERS})*+|[{_DIGIT}]++)"
_BETWEEN = (
    rf"(?:[{_GLUE}]?+|[{_SPACE}](?=[{_DIGIT}])|(?<=[{_DIGIT}])(?:[{_SPACE}]|[{_DIGIT_GLUE}]))"
)
# A word, and, as group 1, what may belong to it; `_belong_together` looks closer at that.
_RUN = rf"{_PART}((?:{_BETWEEN}{_PART})+)?"

_GREEK = (
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
    "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon",
    "phi", "chi", "psi", "omega",
)  # fmt: skip
_LETTER_NAMES = {ord("α") + place: name for place, name in enumerate(_GREEK)} | {
    ord(letter): plain
    for letter, plain in zip("æœøłđðıþ", ("ae", "oe", "o", "l", "d", "d", "i", "th"), strict=True)
}


class FoldedWord(NamedTuple):
    """Hold one indexed word: `text` for comparing, `plain` as written, and where it stands.

    The parts of a compound take one position each; joined forms have that of their first part.
    """

    text: str
    plain: str
    start: int
    end: int
    position: int


class Part(NamedTuple):
    """Hold one unbroken run of letters or of digits; `spaced` if it belongs across a space."""

    plain: str
    start: int
    end: int
    spaced: bool = False


def fold_words(text: str, *, only: Container[str] | None = None) -> list[FoldedWord]:
    """Return the words of a text in order, or only those whose `text` is wanted."""
    words: list[FoldedWord] = []
    position = 0
    for run in re.finditer(_RUN, text):
        if run.lastindex is None:
            plain = fold(run.group())
            form = stem(plain)
            if plain and (only is None or form in only):
                words.append(FoldedWord(form, plain, *run.span(), position))
            position += 1
            continue
        for compound in _compounds(text, run):
            found = _words(compound, position)
            words += found if only is None else (word for word in found if word.text in only)
            position += len(compound)
    return words


def compounds(text: str) -> Iterator[list[Part]]:
    """Yield the words of a text, parts that belong together in one list."""
    for run in re.finditer(_RUN, text):
        yield from _compounds(text, run)


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """Return a word in lower case, without accents and ligatures, Greek letters by their names."""
    text = word.casefold().replace("’", "'")
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in text if c.isalnum() or c == "'").translate(_LETTER_NAMES)
    return text.removesuffix("'s").replace("'", "")[:LONGEST_WORD]


@cache
def _part() -> re.Pattern[str]:
    """Compile at the first use, like `re.finditer`: importing this module costs no time."""
    return re.compile(_PART)


def _compounds(text: str, run: re.Match[str]) -> Iterator[list[Part]]:
    compound: list[Part] = []
    for match in _part().finditer(text, *run.span()):
        part = Part(fold(match.group()), *match.span())
        if compound and part.plain:
            gap = text[compound[-1].end : part.start]
            if _belong_together(compound[-1].plain, part.plain, gap):
                part = part._replace(spaced=gap in _SPACE and gap != "")
            else:
                yield compound
                compound = []
        if part.plain:
            compound.append(part)
    if compound:
        yield compound


def _belong_together(left: str, right: str, gap: str) -> bool:
    if gap not in _SPACE or not gap:
        return True
    if left.isdigit() == right.isdigit():
        return False
    return len(right if left.isdigit() else left) <= _SHORT_WORD


def _words(compound: list[Part], position: int) -> Iterator[FoldedWord]:
    for first, part in enumerate(compound):
        place = position + first
        yield FoldedWord(stem(part.plain), part.plain, part.start, part.end, place)
        for last in range(first + 1, min(first + _LONGEST_JOIN, len(compound))):
            plain = _join(compound[first : last + 1])
            yield FoldedWord(stem(plain), plain, part.start, compound[last].end, place)
        following = compound[first + 1] if first + 1 < len(compound) else None
        if following and _is_isotope(part.plain, following.plain):
            plain = following.plain + part.plain  # 90Y is looked for as Y-90
            yield FoldedWord(plain, plain, part.start, following.end, place)


def _join(parts: Iterable[Part]) -> str:
    return "".join(part.plain for part in parts)[:LONGEST_WORD]


def _is_isotope(left: str, right: str) -> bool:
    return left.isdigit() and right.isalpha() and len(right) <= _ISOTOPE_LETTERS
