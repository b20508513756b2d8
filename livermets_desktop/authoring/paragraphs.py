"""How long and how entangled the paragraphs of a text are.

Markdown takes time that grows with the square of a paragraph's length, and for brackets that are
not closed with the cube of their number.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

_BRACKETS = re.compile(r"[\[\]]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines without a blank line between them; `open_brackets` is how many are open at most."""

    line: int
    length: int
    open_brackets: int


def paragraphs(lines: Sequence[str]) -> Iterator[Paragraph]:
    """Return the paragraphs of a text; lists, tables and headings count as such too."""
    numbered = enumerate(lines, start=1)
    for is_text, group in groupby(numbered, key=lambda item: bool(item[1].strip())):
        if is_text:
            block = list(group)
            text = "\n".join(line for _, line in block)
            yield Paragraph(block[0][0], len(text), _open_brackets(text))


def _open_brackets(text: str) -> int:
    steps = (1 if found == "[" else -1 for found in _BRACKETS.findall(text))
    return max(accumulate(steps, lambda depth, step: max(0, depth + step)), default=0)
