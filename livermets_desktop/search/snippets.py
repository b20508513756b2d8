"""Quote the part of a section that shows best why it was found."""

import re
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from livermets_desktop.model.hit import Snippet
from livermets_desktop.search.analysis import fold_words

LENGTH = 130  # two lines of the results
_BEFORE = 40  # characters before the first mark
_ELLIPSIS = "…"


class Mark(NamedTuple):
    """Tell where a word that was looked for stands in a text."""

    form: str
    start: int
    end: int


def find_words(text: str, words: Collection[str]) -> list[tuple[int, int]]:
    """Return where folded words stand in a text, as (start, end) offsets that do not overlap."""
    return [(mark.start, mark.end) for mark in marks_in(text, words)]


def marks_in(text: str, words: Collection[str]) -> list[Mark]:
    """Find folded words in a text."""
    if not words:
        return []
    found = fold_words(text, only=frozenset(words))
    return _apart(Mark(word.text, word.start, word.end) for word in found)


def marks_of(stems: Sequence[str], offsets: Sequence[int], words: Collection[str]) -> list[Mark]:
    """Find folded words in a text that was cut into stems already."""
    return _apart(
        Mark(form, offsets[2 * place], offsets[2 * place + 1])
        for place, form in enumerate(stems)
        if form in words
    )


def snippet(text: str, marks: Sequence[Mark]) -> Snippet:
    """Return the best quotation of a text around marks, at most `LENGTH` characters long."""
    start = _best_start(marks)
    start = max(0, min(start, len(text) - LENGTH + len(_ELLIPSIS)))
    start = _word_start(text, start)
    end = _word_end(text, start)
    return _quote(text, start, end, marks)


def _apart(found: Iterable[Mark]) -> list[Mark]:
    """Join the marks of a compound and its parts."""
    marks: list[Mark] = []
    for mark in found:
        if not marks or mark.start >= marks[-1].end:
            marks.append(mark)
        elif mark.end > marks[-1].end:  # the longer form covers its parts
            marks[-1] = mark._replace(start=marks[-1].start)
    return marks


def _best_start(found: Sequence[Mark]) -> int:
    """Return where a window begins that shows most different words, then most words."""
    best, best_start = (0, 0), 0
    for first, word in enumerate(found):
        start = max(0, word.start - _BEFORE)
        limit = start + LENGTH - 2 * len(_ELLIPSIS)
        inside = [mark.form for mark in found[first : first + LENGTH] if mark.end <= limit]
        rank = (len(set(inside)), len(inside))
        if rank > best:
            best, best_start = rank, start
    return best_start


def _word_start(text: str, start: int) -> int:
    """Move a start to the next beginning of a word, if one is near."""
    if start == 0 or text[start - 1].isspace():
        return start
    space = next((i for i in range(start, start + _BEFORE) if text[i].isspace()), start - 1)
    return space + 1


def _word_end(text: str, start: int) -> int:
    """Return the last end of a word that leaves room for the ellipses."""
    limit = start + LENGTH - len(_ELLIPSIS) * (1 if start == 0 else 2)
    if limit >= len(text) or text[limit].isspace():
        return min(limit, len(text))
    return next((i for i in range(limit, limit - _BEFORE, -1) if text[i].isspace()), limit)


def _quote(text: str, start: int, end: int, found: Sequence[Mark]) -> Snippet:
    opening = _ELLIPSIS if start else ""
    quoted = re.sub(r"\s", " ", text[start:end])
    closing = _ELLIPSIS if end < len(text.rstrip()) else ""
    shift = len(opening) - start
    marks = tuple(
        (word.start + shift, word.end + shift)
        for word in found
        if start <= word.start and word.end <= end
    )
    return Snippet(opening + quoted + closing, marks)
