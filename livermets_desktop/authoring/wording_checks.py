"""Checks of how a text is worded: figures with their source, abbreviations, UK spelling."""

import re

from livermets_desktop.authoring.article_files import LevelText
from livermets_desktop.authoring.library_files import GlossaryFile
from livermets_desktop.authoring.problem import Place, Report, Rule, quoted
from livermets_desktop.authoring.prose import Block, BlockKind, plain_words
from livermets_desktop.authoring.us_spelling import american_words

_FIGURE = re.compile(
    r"\d[\d.,–-]*\s?(?:%|(?:months?|years?|mL|ml|mg|Gy|mm|cm|µmol|mmol"
    r"|patients|people|women|men|adults|children|participants|studies|trials)\b)"
)
_CAPITALS = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
_IS_ABBREVIATION = re.compile(r"(?=.*[A-Z].*[A-Z]).*")
_ROMAN = re.compile(r"[IVX]+[ab]?")
_INTRODUCED = re.compile(r"\(([^()]*)\)")
# The plural of an abbreviation, or the version of a scheme such as FOLFOX4.
_ENDING = re.compile(r"(?<=[A-Z])(?:s|\d)$")


def known_capitals(glossary: GlossaryFile) -> frozenset[str]:
    """Return the abbreviations that the glossary explains, and names that need no explanation."""
    texts = [
        form
        for term in glossary.terms
        for form in (
            term.term,
            *term.abbreviations,
            *term.plurals,
            *term.us,
            *term.variants,
            *term.narrower,
        )
    ]
    known = {*glossary.names, *texts}
    for text in (*texts, *glossary.names):
        known.update(part for part in _CAPITALS.findall(text) if _IS_ABBREVIATION.fullmatch(part))
    return frozenset(known)


def check_wording(
    text: LevelText, blocks: list[Block], known: frozenset[str], report: Report
) -> None:
    """Report figures without a source, abbreviations nobody explains and American spelling."""
    _check_figures(text, blocks, report)
    _check_capitals(text, blocks, known, report)
    for block in blocks:
        for line in block.lines:
            for american in american_words(plain_words(line.text)):
                message = f"Write {quoted(american)} in UK spelling."
                report.add(Rule.US_SPELLING, Place(text.file, line.number), message)


def _check_figures(text: LevelText, blocks: list[Block], report: Report) -> None:
    before: Block | None = None
    for block in blocks:
        cited = block.has_citation or (before is not None and _introduces(before, block))
        if not cited and block.kind not in {BlockKind.HEADING, BlockKind.IMAGE}:
            for line in block.lines:
                if found := _FIGURE.search(plain_words(line.text)):
                    message = f"The figure {quoted(found.group())} needs a source: [@KEY]."
                    report.add(Rule.UNCITED_FIGURE, Place(text.file, line.number), message)
        before = block


def _introduces(before: Block, block: Block) -> bool:
    """A line that ends with a colon belongs to the list or table below it."""
    is_below = block.kind in {BlockKind.LIST, BlockKind.TABLE}
    return is_below and before.has_citation and plain_words(before.lines[-1].text).endswith(":")


def _check_capitals(
    text: LevelText, blocks: list[Block], known: frozenset[str], report: Report
) -> None:
    lines = [
        (line.number, plain_words(line.text))
        for block in blocks
        if block.kind is not BlockKind.IMAGE
        for line in block.lines
    ]
    introduced = {
        part
        for _, words in lines
        for inside in _INTRODUCED.findall(words)
        for part in _CAPITALS.findall(inside)
    }
    seen: set[str] = set()
    for number, words in lines:
        for found in _CAPITALS.findall(words):
            if found not in seen and not _is_explained(found, known | introduced):
                seen.add(found)
                message = (
                    f"The abbreviation {quoted(found)} is neither in glossary.toml nor written out"
                    " in the text as “full name (ABC)”."
                )
                report.add(Rule.ABBREVIATION, Place(text.file, number), message)


def _is_explained(found: str, known: frozenset[str]) -> bool:
    word = _ENDING.sub("", found)
    if word in known or found in known or not _IS_ABBREVIATION.fullmatch(word):
        return True
    if _ROMAN.fullmatch(word):
        return True
    parts = word.split("-")
    return len(parts) > 1 and all(_is_explained(part, known) for part in parts)
