"""Print what the library holds, article by article: words, reading grade, citations, claims.

Usage: python -m tools.content_report [--output FILE]
"""

import argparse
import sys
from pathlib import Path
from statistics import median
from typing import NamedTuple

from livermets_desktop.authoring.article_files import Article, LevelText
from livermets_desktop.authoring.content_source import ContentSource, read_content
from livermets_desktop.authoring.glossary_links import Glossary
from livermets_desktop.authoring.problem import Report
from livermets_desktop.authoring.prose import BlockKind, prose_blocks
from livermets_desktop.authoring.readability import reading_grade, words_of
from livermets_desktop.model.level import Level

CONTENT = Path(__file__).resolve().parents[1] / "content"

ABOUT = """\
# What the library holds

Made by `make content-report`. Words are those of the text as it is written, without headings,
source lists and what is made from data (the questions, the glossary). The grade is Flesch-Kincaid
for texts in plain words; terms of the glossary count as words of two syllables. Citations counts
the different sources of a text, claims the different rows of the register that it states.
"""


class Counts(NamedTuple):
    """Count one text; the grade is None for clinicians' texts and for short ones."""

    words: int
    grade: float | None
    citations: int
    claims: int


def counts(text: LevelText, glossary: Glossary) -> Counts:
    """Count the words, sources and claims of a text."""
    blocks = prose_blocks(text.text, text.outline.main_sections())
    read = [block for block in blocks if block.kind is not BlockKind.HEADING]
    plain = text.level is Level.PLAIN
    return Counts(
        words=len(words_of([one for block in read for one in block.sentences()])),
        grade=reading_grade(blocks, glossary) if plain else None,
        citations=len({key for citation in text.outline.citations for key in citation.keys}),
        claims=len({name for comment in text.outline.claims for name in comment.ids}),
    )


def report(source: ContentSource) -> str:
    """Return the table as Markdown."""
    glossary = Glossary(source.glossary.terms)
    rows = [(article, text, counts(text, glossary)) for article, text in source.texts()]
    lines = [ABOUT, *_totals(source, [row[2] for row in rows]), ""]
    for group in source.library.groups:
        lines += [
            f"## {group.title}",
            "",
            "| Article | Level | Words | Grade | Citations | Claims |",
        ]
        lines += ["| --- | --- | ---: | ---: | ---: | ---: |"]
        lines += [_line(*row) for row in rows if row[0].group == group.id]
        lines.append("")
    return "\n".join(lines)


def _totals(source: ContentSource, found: list[Counts]) -> list[str]:
    medical = [one for one in source.articles.values() if one.group != source.library.help]
    groups = {one.group for one in medical}
    grades = [one.grade for one in found if one.grade is not None]
    figures = sum(len(one.figures) for one in medical)
    stated = source.stated_claims()
    core = [claim.id for claim in source.claims.values() if claim.is_core]
    return [
        f"- {len(medical)} articles in {len(groups)} groups, {len(found)} texts with help pages",
        f"- {sum(one.words for one in found):,} words, {figures} figures",
        f"- {len(source.glossary.terms)} terms, {len(source.sources)} sources,"
        f" {sum(len(stage.questions) for stage in source.questions)} questions to ask",
        f"- {len(stated)} of {len(source.claims)} claims stated,"
        f" {len(stated.intersection(core))} of {len(core)} core facts",
        f"- grade of the plain texts: median {median(grades):.1f}, highest {max(grades):.1f}",
    ]


def _line(article: Article, text: LevelText, found: Counts) -> str:
    grade = "" if found.grade is None else f"{found.grade:.1f}"
    cells = (article.title, text.level, found.words, grade, found.citations, found.claims)
    return f"| {' | '.join(map(str, cells))} |"


def main() -> None:
    """Print the report, or write it to a file as well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path)
    output = parser.parse_args().output
    text = report(read_content(CONTENT, Report()))
    sys.stdout.write(text)
    if output:
        output.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
