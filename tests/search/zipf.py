"""Sections of invented words whose frequencies follow Zipf's law, for tests that need many."""

import random

from livermets_desktop.model.article import SectionText
from livermets_desktop.model.level import Level

_SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
_WORDS = 400


def words(dice):
    """Return different words, the most frequent first."""
    found = {"".join(dice.choices(_SYLLABLES, k=dice.randint(2, 4))) for _ in range(2 * _WORDS)}
    return sorted(found)[:_WORDS]


def sections(count, seed=5):
    """Return so many sections, the same ones each time."""
    dice = random.Random(seed)  # noqa: S311
    known = words(dice)
    shares = [1 / rank for rank in range(1, len(known) + 1)]
    for number in range(count):
        body = dice.choices(known, shares, k=dice.randint(5, 60))
        yield SectionText(
            article=f"article-{number // 5}",
            section="in-short" if number % 5 == 0 else f"part-{number % 5}",
            level=Level.PLAIN,
            title=" ".join(dice.choices(known, k=2)),
            aliases=(),
            heading=" ".join(dice.choices(known, k=3)),
            body=f"{' '.join(body).capitalize()}.",
            group="all",
            group_title="All of it",
        )
