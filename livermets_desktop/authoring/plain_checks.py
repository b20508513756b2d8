"""Checks of texts in plain words: how hard they read, and what they leave to a question."""

import re
from collections.abc import Collection

from livermets_desktop.authoring.article_files import LevelText
from livermets_desktop.authoring.glossary_links import Glossary
from livermets_desktop.authoring.problem import Place, Report, Rule, quoted
from livermets_desktop.authoring.prose import Block, BlockKind
from livermets_desktop.authoring.readability import READ, reading_grade, words_of

MAX_GRADE = 8.0
MAX_SENTENCE = 35

_NUMBER = r"\d[\d.,–-]*"
_DOSE = re.compile(rf"{_NUMBER}\s?(?:mg|mcg|µg|micrograms?|milligrams?|g|Gy|GBq|MBq|IU|units)\b")
_SHARE = re.compile(
    rf"{_NUMBER}\s?%|{_NUMBER}\s(?:months?|years?|weeks?)\b|\b\d+ (?:in|of|out of)\b",
    re.IGNORECASE,
)
_SURVIVAL = re.compile(
    r"\bsurviv|\balive\b|\blived?\b(?! in\b)|\bliving (?:longer|for)\b|\blife expectancy"
    r"|\bdie[ds]?\b|\bdeaths?\b|\bcured?\b",
    re.IGNORECASE,
)


def check_plain(
    text: LevelText, blocks: list[Block], glossary: Glossary, report: Report
) -> float | None:
    """Report what a text in plain words must not hold; return its reading grade."""
    for block in blocks:
        if block.kind in READ:
            _check_sentences(block, text, report)
    asked = _asked(blocks, text.asks_first)
    for block in blocks:
        if block.kind is not BlockKind.IMAGE:
            _check_figures(block, text, report, asked=block in asked)
    return _check_grade(text, blocks, glossary, report)


def _check_sentences(block: Block, text: LevelText, report: Report) -> None:
    for sentence in block.sentences():
        count = len(words_of([sentence]))
        if count > MAX_SENTENCE:
            message = (
                f"The sentence {quoted(sentence)} has {count} words; the limit for plain text"
                f" is {MAX_SENTENCE}."
            )
            report.add(Rule.LONG_SENTENCE, Place(text.file, block.line), message)


def _asked(blocks: list[Block], asks_first: Collection[str]) -> list[Block]:
    """Return the blocks that are shown on request: all but the first below such a heading."""
    asked: list[Block] = []
    for name in asks_first:
        below = [one for one in blocks if one.section == name and one.kind is not BlockKind.HEADING]
        asked += below[1:]
    return asked


def _check_figures(block: Block, text: LevelText, report: Report, *, asked: bool) -> None:
    place = Place(text.file, block.line)
    for sentence in block.sentences():
        if dose := _DOSE.search(sentence):
            message = f"Plain text gives no doses: {quoted(dose.group())}."
            report.add(Rule.DOSE, place, message)
        if not asked and _SURVIVAL.search(sentence) and (share := _SHARE.search(sentence)):
            message = (
                f"The figure {quoted(share.group())} speaks of survival; in plain text it stands"
                " in a section that “asks_first” names, below the paragraph that asks."
            )
            report.add(Rule.SURVIVAL_FIGURE, place, message)


def _check_grade(
    text: LevelText, blocks: list[Block], glossary: Glossary, report: Report
) -> float | None:
    grade = reading_grade(blocks, glossary)
    if grade is not None and grade > MAX_GRADE:
        message = (
            f"The text reads at grade {grade:.1f} (Flesch-Kincaid, terms of the glossary counted"
            f" as two syllables); the limit is {MAX_GRADE:.0f}: use shorter sentences and words."
        )
        report.add(Rule.READING_GRADE, Place(text.file), message)
    return grade
