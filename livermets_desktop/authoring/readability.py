"""How hard a text is to read, as a school grade."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from pyphen import Pyphen  # type: ignore[import-untyped]

from livermets_desktop.authoring.glossary_links import Glossary
from livermets_desktop.authoring.prose import Block, BlockKind

# Grades of shorter texts say little.
LEAST_WORDS = 100
READ = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST})
_TERM = "token"  # two syllables: a term is explained where it stands, its length is no obstacle
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")


def words_of(sentences: Sequence[str]) -> list[str]:
    """Return the words of some sentences; "X-rays" is one."""
    return [word for sentence in sentences for word in _WORD.findall(sentence)]


def reading_grade(blocks: Iterable[Block], glossary: Glossary) -> float | None:
    """Return the Flesch-Kincaid grade of a text, None if it is too short to tell.

    Paragraphs and lists count, headings and tables do not. Terms of the glossary count as words of
    two syllables; the syllables of other words are counted by the places where they can be
    hyphenated. Formula: Kincaid, Fishburne, Rogers, Chissom: Derivation of new readability
    formulas for Navy enlisted personnel. Naval Technical Training Command, Research Branch
    Report 8-75, 1975.
    """
    neutral = [
        _neutral(sentence, glossary)
        for block in blocks
        if block.kind in READ
        for sentence in block.sentences()
    ]
    words = words_of(neutral)
    count = sum(1 for sentence in neutral if _WORD.search(sentence))
    if len(words) < LEAST_WORDS:
        return None
    syllables = sum(_syllables(word.lower()) for word in words)
    return 0.39 * len(words) / count + 11.8 * syllables / len(words) - 15.59


def _neutral(sentence: str, glossary: Glossary) -> str:
    parts, end = [], 0
    for found, _ in glossary.find(sentence):
        parts += [sentence[end : found.start()], _TERM]
        end = found.end()
    return "".join((*parts, sentence[end:]))


@cache
def _hyphenation() -> Pyphen:
    return Pyphen(lang="en_US")


def _syllables(word: str) -> int:
    return sum(len(_hyphenation().positions(part)) + 1 for part in re.split(r"\W", word))
