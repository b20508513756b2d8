"""Snippets for engines that give none: what their users write themselves."""

import re
from collections.abc import Sequence

_BEFORE = 40  # characters


def quote(text: str, words: Sequence[str], length: int) -> str:
    """Return so much of a text around the first of the words, each of them marked.

    >>> quote("A scan shows the liver.", ["live"], 100)
    'A scan shows the [live]r.'
    """
    pattern = re.compile(r"\b(" + "|".join(map(re.escape, words)) + ")", re.IGNORECASE)
    first = pattern.search(text)
    start = max(0, first.start() - _BEFORE) if first else 0
    return pattern.sub(r"[\1]", text[start : start + length])
