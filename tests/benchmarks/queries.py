"""Queries of each kind for given sections.

No two queries of a kind share the first letters of a word, so that each is the first to use its
terms; none shares them with the first word, which is asked of an index just opened.
"""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from livermets_desktop.model.article import SectionText
from tests.benchmarks.engine import Kind
from tests.benchmarks.misspelling import misspelled

Words = tuple[str, ...]

_SEED = 7
_LETTERS = 3  # as many as a prefix has
_STEM = 5  # words that begin with so many letters alike may have one stem
_ENOUGH_WORDS = 6  # of a section that three are drawn from
_CANDIDATES = 200  # for each query wanted
_LONG_WORD = 6
_WORD = re.compile(r"\b[a-z]{4,}\b")
_PAIR = re.compile(r"(?=\b([a-z]{4,}) ([a-z]{4,})\b)")
_ANY_WORD = re.compile(r"\w+")
# What the search takes for grammar in a question would not be searched for.
_GRAMMAR = frozenset(
    (
        "what", "which", "when", "where", "about", "after", "does", "have", "been", "were", "with",
        "from", "this", "that", "these", "those", "they", "their", "there", "your", "during",
        "while", "could", "might", "should", "would", "will", "shall", "whom", "whose",
    )
)  # fmt: skip


class Vocabulary:
    """Hold the words of the sections, the most frequent first; equally frequent ones by name."""

    def __init__(self, sections: Sequence[SectionText]) -> None:
        self.sections = sections
        self.by_section = [_words(section.body) for section in sections]
        found = Counter(word for words in self.by_section for word in words)
        self.by_use = sorted(found, key=lambda word: (-found[word], word))

    @property
    def first(self) -> str:
        """Return a word of middling frequency, to ask an index just opened."""
        return self.by_use[len(self.by_use) // 10]


def queries(vocabulary: Vocabulary, count: int) -> dict[Kind, list[Words]]:
    """Return so many queries of each kind, the same ones each time."""
    dice = random.Random(_SEED)  # noqa: S311  # no secret
    by_use = vocabulary.by_use
    single = [(word,) for word in by_use]
    wide = [words for words in vocabulary.by_section if len(words) >= _ENOUGH_WORDS]
    drawn = [tuple(dice.sample(dice.choice(wide), 3)) for _ in range(_CANDIDATES * count)]
    candidates: Mapping[Kind, Iterable[Words]] = {
        Kind.COMMON: single,
        Kind.RARE: reversed(single),
        Kind.AND: drawn,
        Kind.OR: _nowhere_together(vocabulary.sections, wide, dice, _CANDIDATES * count),
        Kind.PHRASE: _pairs(vocabulary.sections, dice, _CANDIDATES * count),
        Kind.PREFIX: [(word[:_LETTERS],) for word in by_use],
        Kind.WORD_AND_PREFIX: [(word, other[:_LETTERS]) for word, other, _ in drawn],
        Kind.MISSPELLED: _misspelled(by_use, dice, _CANDIDATES * count),
    }
    taken = vocabulary.first[:_LETTERS]
    return {kind: _apart(some, count, taken) for kind, some in candidates.items()}


def _apart(candidates: Iterable[Words], count: int, taken: str) -> list[Words]:
    """Return the first so many candidates whose words all begin differently."""
    used, kept = {taken}, list[Words]()
    for words in candidates:
        beginnings = {word[:_LETTERS] for word in words}
        if len(beginnings) == len(words) and not beginnings & used:
            kept.append(words)
            used |= beginnings
        if len(kept) == count:
            break
    return kept


def _words(text: str) -> list[str]:
    return sorted(set(_WORD.findall(text)) - _GRAMMAR)


def _pairs(sections: Sequence[SectionText], dice: random.Random, count: int) -> Iterator[Words]:
    """Draw words that stand side by side."""
    for section in dice.choices(sections, k=count):
        pairs = [pair for pair in _PAIR.findall(section.body) if not _GRAMMAR & set(pair)]
        if pairs:
            yield dice.choice(pairs)


def _nowhere_together(
    sections: Sequence[SectionText],
    by_section: Sequence[Sequence[str]],
    dice: random.Random,
    count: int,
) -> Iterator[Words]:
    """Draw three words, of which no section has all three, not in another form either."""
    places: dict[str, set[int]] = defaultdict(set)
    for number, section in enumerate(sections):
        text = " ".join((section.title, *section.aliases, section.heading, section.body))
        for word in _ANY_WORD.findall(text.lower()):
            places[word[:_STEM]].add(number)
    for _ in range(count):
        words = tuple(dice.choice(dice.choice(by_section)) for _ in range(3))
        if not set.intersection(*(places[word[:_STEM]] for word in words)):
            yield words


def _misspelled(by_use: Sequence[str], dice: random.Random, count: int) -> Iterator[Words]:
    """Draw words with one and with two slips in turn."""
    known = frozenset(by_use)
    long = [word for word in by_use if len(word) >= _LONG_WORD]
    for number in range(count):
        word = misspelled(dice.choice(long), 1 + number % 2, dice)
        if word not in known:
            yield (word,)
