"""Where each core fact is stated: the section, and two terms that stand there in one sentence."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from livermets_desktop.authoring.article_files import LevelText
from livermets_desktop.authoring.prose import prose_blocks

FILE = Path(__file__).parent / "coverage.toml"


@dataclass(frozen=True)
class Coverage:
    """Say where a fact is stated; the text before the first heading is the section ""."""

    fact: str
    article: str
    level: str
    section: str
    terms: tuple[str, str]


def read_coverage() -> list[Coverage]:
    with FILE.open("rb") as stream:
        table = tomllib.load(stream)
    return [
        Coverage(fact, row["article"], row["level"], row["section"], tuple(row["terms"]))
        for fact, row in table.items()
    ]


def sentences_of(text: LevelText, section: str) -> list[str]:
    """Return the sentences, items and rows of one main section, its headings included."""
    return [
        sentence
        for block in prose_blocks(text.text, text.outline.main_sections())
        if block.section == section
        for sentence in block.sentences()
    ]


def stating(sentences: list[str], terms: tuple[str, str]) -> list[str]:
    """Return the sentences that hold both terms, whatever their case."""
    folded = [term.casefold() for term in terms]
    return [one for one in sentences if all(term in one.casefold() for term in folded)]
