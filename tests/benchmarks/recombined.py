"""Any number of sections made of the library's own sentences.

Sentences are drawn with replacement, each as often as the library uses it: so words keep their
frequencies, which follow Zipf's law.
"""

import random
import re
from collections.abc import Sequence

from livermets_desktop.model.article import SectionText

_SEED = 7
_SECTIONS_PER_ARTICLE = 10
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


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
