"""Any number of sections made of the library's own sentences, and queries for them.

Sentences are drawn with replacement, each as often as the library uses it: so words keep their
frequencies, which follow Zipf's law.
"""

import random
import re
from collections import Counter
from collections.abc import Sequence

from livermets_desktop.model.article import SectionText

_SEED = 7
_SECTIONS_PER_ARTICLE = 10
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_WORD = re.compile(r"\b[a-z]{4,}\b")
_PAIR = re.compile(r"\b[a-z]{4,} [a-z]{4,}\b")
# What the search takes for grammar in a question would not be searched for.
_GRAMMAR = frozenset(
    (
        "what", "which", "when", "where", "about", "after", "does", "have", "been", "were", "with",
        "from", "this", "that", "these", "those", "they", "their", "there", "your", "during",
        "while", "could", "might", "should", "would", "will", "shall", "whom", "whose",
    )
)  # fmt: skip


def recombined(texts: Sequence[SectionText], count: int) -> list[SectionText]:
    """Return so many sections, the same ones each time."""
    dice = random.Random(_SEED)  # noqa: S311  # no secret
    bodies = [_SENTENCE_END.split(text.body) for text in texts]
    sentences = [sentence for body in bodies for sentence in body if sentence]
    sections = []
    for number in range(count):
        article, part = divmod(number, _SECTIONS_PER_ARTICLE)
        frame, titled = dice.choice(texts), texts[article * 7919 % len(texts)]
        body = " ".join(dice.choices(sentences, k=len(dice.choice(bodies))))
        sections.append(
            SectionText(
                article=f"{titled.article}-{article}",
                section=f"{frame.section}-{part}",
                level=frame.level,
                title=f"{titled.title} {article}",
                aliases=titled.aliases,
                heading=frame.heading,
                body=body,
                group=frame.group,
                group_title=frame.group_title,
            )
        )
    return sections


def queries(sections: Sequence[SectionText], count: int) -> dict[str, list[str]]:
    """Return so many queries of each kind; a prefix is the end of a query without a space."""
    dice = random.Random(_SEED)  # noqa: S311  # no secret
    words = [_words(section.body) for section in sections]
    found = Counter(word for section in words for word in section)
    by_use = [word for word, _ in found.most_common()]
    some = dice.choices([section for section in words if len(section) > 5], k=count)
    in_order = [sorted(section) for section in some]
    return {
        "common term": by_use[:count],
        "rare term": by_use[-count:],
        "three terms": [" ".join(dice.sample(section, 3)) for section in in_order],
        "phrase": [f'"{pair}"' for pair in _pairs(sections, dice, count)],
        "3-letter prefix": list(dict.fromkeys(word[:3] for word in by_use))[:count],
        "word and prefix": [_word_and_prefix(dice.sample(section, 2)) for section in in_order],
    }


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text)) - _GRAMMAR


def _pairs(sections: Sequence[SectionText], dice: random.Random, count: int) -> list[str]:
    pairs = [pair for text in dice.choices(sections, k=20 * count) for pair in _pairs_of(text.body)]
    return dice.sample(sorted(set(pairs)), count)


def _pairs_of(text: str) -> list[str]:
    return [pair for pair in _PAIR.findall(text) if not _GRAMMAR & set(pair.split())]


def _word_and_prefix(words: Sequence[str]) -> str:
    return f"{words[0]} {words[1][:3]}"
