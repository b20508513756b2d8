"""The words of a text as they are read: blocks, and their sentences without any markup."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum, auto
from itertools import groupby

from livermets_desktop.authoring.markdown_text import CITATION, prose_lines

_HEADING = re.compile(r"\s*#{1,6}\s+(.*?)\s*(?:\{#[^{}]*\})?\s*")
_CALLOUT = re.compile(r'\s*!!! \w+ "(.*)"\s*')
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s+")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_EMPHASIS = re.compile(r"\*\*|`|\\(?=\W)")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[”’\"')]*\s+(?=[“‘\"'(]*[A-Z0-9])")
_CAPTION = "Table:"


class BlockKind(StrEnum):
    """Tell the blocks of a text apart."""

    HEADING = auto()
    PARAGRAPH = auto()
    LIST = auto()
    TABLE = auto()
    IMAGE = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a block as it was written, with its number in the file."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together; `section` is the id of the main heading above ("" for none)."""

    kind: BlockKind
    section: str
    lines: tuple[Line, ...]

    @property
    def line(self) -> int:
        """Return the number of the first line."""
        return self.lines[0].number

    @property
    def has_citation(self) -> bool:
        """Tell whether a source is named in the block."""
        return any(CITATION.search(line.text) for line in self.lines)

    def sentences(self) -> Iterator[str]:
        """Return the sentences without markup; an item of a list ends one."""
        for part in self._parts():
            text = " ".join(plain_words(line) for line in part)
            yield from (found for found in _SENTENCE_END.split(" ".join(text.split())) if found)

    def _parts(self) -> Iterator[list[str]]:
        part: list[str] = []
        for line in self.lines:
            title = _CALLOUT.fullmatch(line.text)
            if title:
                yield [title[1]]
                continue
            if part and (self.kind is BlockKind.TABLE or _ITEM.match(line.text)):
                yield part
                part = []
            part.append(line.text)
        yield part


def prose_blocks(text: str, section_ids: Iterable[tuple[int, str]]) -> list[Block]:
    """Divide a text into blocks; `section_ids` gives the lines of main headings and their ids."""
    sections = dict(section_ids)
    blocks: list[Block] = []
    section = ""
    for lines in _groups(prose_lines(text.split("\n"))):
        section = sections.get(lines[0].number, section)
        kind = _kind(lines[0].text)
        before = blocks[-1] if blocks else None
        if before and before.kind is BlockKind.TABLE and lines[0].text.startswith(_CAPTION):
            blocks[-1] = Block(BlockKind.TABLE, section, (*before.lines, *lines))
        else:
            blocks.append(Block(kind, section, lines))
    return blocks


def plain_words(line: str) -> str:
    """Return a line without citations, link targets, marks of emphasis, headings and lists."""
    if heading := _HEADING.fullmatch(line):
        line = heading[1]
    line = CITATION.sub("", _ITEM.sub("", line, count=1) if _ITEM.match(line) else line)
    line = _LINK.sub(r"\1", line)
    return _EMPHASIS.sub("", line.replace("|", " ")).strip()


def _groups(lines: list[str]) -> Iterator[tuple[Line, ...]]:
    """Divide at blank lines; a heading is a group of its own."""
    numbered = (Line(number, line) for number, line in enumerate(lines, start=1))
    for key, group in groupby(numbered, key=_group_key):
        if key == "text":
            yield tuple(group)
        elif key:
            yield from ((line,) for line in group)


def _group_key(line: Line) -> str:
    if not line.text.strip():
        return ""
    return "heading" if _HEADING.fullmatch(line.text) else "text"


def _kind(first: str) -> BlockKind:
    text = first.strip()
    if _HEADING.fullmatch(first):
        return BlockKind.HEADING
    if text.startswith("!["):
        return BlockKind.IMAGE
    if text.startswith("|"):
        return BlockKind.TABLE
    return BlockKind.LIST if _ITEM.match(first) else BlockKind.PARAGRAPH
