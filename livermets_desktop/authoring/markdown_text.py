"""What stands in a text, line by line: headings, links, citations, images, claims and more.

The scanner reads what authors write, not all of Markdown. Code (`like this`, or between fences)
and escaped signs are left alone. The time it takes grows with the length of the text, not faster.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from livermets_desktop.authoring.paragraphs import paragraphs
from livermets_desktop.authoring.text_outline import (
    Callout,
    Citation,
    ClaimsComment,
    Heading,
    Image,
    Link,
    ListComment,
    TextOutline,
    TextTable,
)

_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_HIDDEN = re.compile(r"\\[\\`*_{}\[\]()<>#+\-.!|]|(?<!`)(`++)[^`]++(?<!`)\1(?!`)")
_CLAIMS = re.compile(r"\s*<!-- *claims:((?: +[A-Za-z0-9]+)+) *-->\s*")
_LIST = re.compile(r"\s*<!-- *(questions|terms): *([a-z0-9]+(?:-[a-z0-9]+)*) *-->\s*")
# Stands for a list in what Markdown is given; no keyboard has this sign.
LIST_MARK = "\ue000"
_CLAIMS_LIKE = re.compile(r"<!--.*claim|^\s*claims:", re.IGNORECASE)
_HTML = re.compile(r"<[A-Za-z/!?]")
_HEADING = re.compile(r"(\s*)(#{1,6})(.*)")
_UNDERLINE = re.compile(r"(?:=+|-+) *")
_HEADING_ID = re.compile(r"\s*\{#([a-z0-9]+(?:-[a-z0-9]+)*)\}\s*")
_CALLOUT = re.compile(r'(\s*)!!!(?: (urgent|note|evidence) "([^"]+)"\s*$)?')
_TARGET = re.compile(r"(!?)\[((?:[^\[\]]++|\[[^\[\]]*+\])*+)\]\(([^()]*+)\)")
_LINK_START = re.compile(r"\]\(")
_DESTINATION = re.compile(r"""\s*<?([^\s<>]*)>?(?:\s+["'](.*)["'])?\s*""", re.DOTALL)
# The keys of a citation are its first group; `citation_keys` divides them.
CITATION = re.compile(r"\[@([^\[\]]*+)\]")
_TABLE_RULE = re.compile(r"\s*\|?[ :]*-[-| :]*")
_MARKERS = re.compile(r"(?:\s*(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s)))*+\s*")
_MARKER = re.compile(r">|[-*+]|\d+[.)]")
INDENT = 4


@dataclass(slots=True)
class _Block:
    """The call-out that the current line stands in, by its indentation (None outside of one)."""

    indent: int | None = None

    def enter(self, line: str) -> bool:
        """Take a line into account; return whether it stands inside."""
        width = _indent(line)
        if self.indent is not None and line.strip() and width < self.indent + INDENT:
            self.indent = None
        return self.indent is not None


def scan(text: str) -> TextOutline:
    """Find everything in a text."""
    lines = text.split("\n")
    visible = visible_lines(lines)
    comments = [_CLAIMS.fullmatch(line) for line in visible]
    prose = prose_lines(lines)
    headings = _headings(prose)
    callouts, tables = _blocks(prose)
    links, images = _links_and_images(prose)
    html = [number for number, line in enumerate(prose, 1) if _HTML.search(line)]
    bad_claims = [number for number, line in enumerate(prose, 1) if _CLAIMS_LIKE.search(line)]
    return TextOutline(
        headings=tuple(headings),
        links=tuple(links),
        images=tuple(images),
        citations=tuple(_citations(prose)),
        claims=tuple(_claims(comments, headings)),
        lists=tuple(_lists(visible)),
        callouts=tuple(callouts),
        tables=tuple(tables),
        html=tuple(number for number in html if number not in set(bad_claims)),
        bad_claims=tuple(bad_claims),
        nesting=tuple(_nesting(line) for line in prose),
        line_lengths=tuple(len(line) for line in lines),
        paragraphs=tuple(paragraphs(prose)),
    )


def prose_lines(lines: list[str]) -> list[str]:
    """Return the lines that readers see, without code; all others are empty."""
    return [
        "" if _CLAIMS.fullmatch(line) or _LIST.fullmatch(line) else line
        for line in visible_lines(lines)
    ]


def visible_lines(lines: list[str]) -> list[str]:
    """Return the lines with code and escaped signs replaced by spaces."""
    visible = []
    fence = ""
    for line in lines:
        mark = _FENCE.match(line)
        if fence:
            visible.append("")
            if mark and mark.group(1).startswith(fence) and not line.strip(" `~"):
                fence = ""
        elif mark:
            fence = mark.group(1)
            visible.append("")
        else:
            visible.append(_HIDDEN.sub(lambda found: " " * len(found.group()), line))
    return visible


def markdown_lines(text: str) -> list[str]:
    """Return the lines for Markdown: claims left out, lists marked, fenced code indented."""
    lines = text.split("\n")
    result = []
    fenced = _fenced(lines)
    for line, inside in zip(lines, fenced, strict=True):
        if inside:
            result.append("" if _FENCE.match(line) else " " * INDENT + line)
        else:
            made = _LIST.fullmatch(line)
            shown = f"{LIST_MARK}{made[1]}:{made[2]}" if made else line
            result.append("" if _CLAIMS.fullmatch(line) else shown)
    return result


def _fenced(lines: list[str]) -> list[bool]:
    """Tell for each line whether it belongs to fenced code, its fences included."""
    return [
        bool(line) and not shown for line, shown in zip(lines, visible_lines(lines), strict=True)
    ]


def _headings(lines: list[str]) -> list[Heading]:
    headings = []
    before = ""
    for number, line in enumerate(lines, start=1):
        if found := _HEADING.fullmatch(line):
            space, marks, rest = found.groups()
            heading_id = _HEADING_ID.search(rest)
            name = heading_id.group(1) if heading_id and heading_id.end() == len(rest) else ""
            text = rest[: heading_id.start()] if heading_id else rest
            headings.append(Heading(number, len(marks), text.strip(), name, bool(space)))
        elif before.strip() and _UNDERLINE.fullmatch(line):
            headings.append(Heading(number - 1, 1 if line[0] == "=" else 2, before.strip(), ""))
        before = line
    return headings


def _claims(comments: list[re.Match[str] | None], headings: list[Heading]) -> list[ClaimsComment]:
    starts = [heading.line for heading in headings]
    claims = []
    for number, comment in enumerate(comments, start=1):
        if comment:
            index = bisect_right(starts, number) - 1
            section = headings[index].id if index >= 0 else ""
            claims.append(ClaimsComment(number, tuple(comment.group(1).split()), section))
    return claims


def _lists(lines: list[str]) -> list[ListComment]:
    found = ((number, _LIST.fullmatch(line)) for number, line in enumerate(lines, start=1))
    return [ListComment(number, made[1], made[2]) for number, made in found if made]


def _blocks(lines: list[str]) -> tuple[list[Callout], list[TextTable]]:
    callouts: list[Callout] = []
    tables: list[TextTable] = []
    block = _Block()
    table_end = 0
    for index, line in enumerate(lines):
        inside = block.enter(line)
        if found := _CALLOUT.match(line):
            callouts.append(Callout(index + 1, found.group(2) or "", inside))
            block.indent = _indent(line)
        elif index >= table_end and _starts_table(lines, index):
            table_end, cells = _table_cells(lines, index)
            tables.append(TextTable(index + 1, cells, inside))
    return callouts, tables


def _starts_table(lines: list[str], index: int) -> bool:
    rule = lines[index + 1] if index + 1 < len(lines) else ""
    return "|" in lines[index] and "|" in rule and bool(_TABLE_RULE.fullmatch(rule))


def _table_cells(lines: list[str], start: int) -> tuple[int, int]:
    """Return the line after a table and the number of its cells."""
    columns = max(1, lines[start].strip().strip("|").count("|") + 1)
    end = start
    while end < len(lines) and lines[end].strip():
        end += 1
    return end, columns * (end - start - 1)


class _LineFinder:
    """Find the line of an offset in lines that were joined."""

    def __init__(self, lines: list[str]) -> None:
        self._starts = [0, *accumulate(len(line) + 1 for line in lines)]

    def line(self, offset: int) -> int:
        return bisect_right(self._starts, offset)


def _links_and_images(lines: list[str]) -> tuple[list[Link], list[Image]]:
    finder = _LineFinder(lines)
    text = "\n".join(lines)
    links = []
    images = []
    covered: set[int] = set()
    for found in _TARGET.finditer(text):
        covered.add(found.end(2))
        line = finder.line(found.start())
        destination = _DESTINATION.fullmatch(found.group(3))
        target = destination.group(1) if destination else found.group(3).strip()
        if found.group(1):
            images.append(Image(line, target, found.group(2).strip()))
        else:
            links.append(Link(line, target))
    # A link in an unusual form is still seen: its target is everything up to the end of the line.
    for start in _LINK_START.finditer(text):
        if start.start() not in covered:
            end = text.find("\n", start.end())
            target = text[start.end() : end if end >= 0 else len(text)]
            links.append(Link(finder.line(start.start()), target.strip()))
    return links, images


def _citations(lines: list[str]) -> list[Citation]:
    finder = _LineFinder(lines)
    return [
        Citation(finder.line(found.start()), citation_keys(found.group(1)))
        for found in CITATION.finditer("\n".join(lines))
    ]


def citation_keys(inside: str) -> tuple[str, ...]:
    """Read "A; @B", the inside of a citation after its first sign.

    >>> citation_keys("MACM; @CCS")
    ('MACM', 'CCS')
    """
    return tuple(key.strip().removeprefix("@").strip() for key in inside.split(";"))


def _nesting(line: str) -> int:
    """Return how deep lists and quotes are nested at a line, judged by markers and indentation."""
    found = _MARKERS.match(line)
    start = found.group() if found else ""
    return len(_MARKER.findall(start)) + _indent(line) // INDENT


def _indent(line: str) -> int:
    return sum(INDENT if letter == "\t" else 1 for letter in line[: -len(line.lstrip()) or None])
