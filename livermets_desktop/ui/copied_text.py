"""A part of a page as words, and as HTML that brings no colours and no links along."""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextCursor, QTextFragment, QTextListFormat

from livermets_desktop.model.article import Article
from livermets_desktop.ui.document_layout import (
    blocks,
    column_of,
    fragments_of,
    from_qt_units,
    list_of,
    qt_units,
    table_of,
)
from livermets_desktop.ui.wording import escaped, level_word, source_words

_PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"
_NEW_LINE = "\N{LINE SEPARATOR}"
_BOLD = 600  # weights from here on are bold


class Copied(NamedTuple):
    """Hold a part of a page as words and as HTML; `sources` are the numbers of those it cites."""

    text: str
    html: str
    sources: tuple[str, ...]


class _Line(NamedTuple):
    """One paragraph, list entry or table cell.

    `whole` tells lists and tables of a page apart; `row` is the row of a cell, the number of an
    entry; `column` that of two texts side by side, -1 for none.
    """

    kind: str
    text: str
    html: str
    whole: int = 0
    row: int = 0
    column: int = -1


def copied_text(cursor: QTextCursor, columns: tuple[str, str] = ("", "")) -> Copied:
    """Return what a cursor has selected; `columns` name two texts that stand side by side."""
    sources: dict[str, None] = {}
    lines = [line for line in _lines(cursor, sources) if line.kind == "td" or line.text.strip()]
    if len({line.column for line in lines if line.column >= 0}) > 1:
        lines = list(_with_columns(lines, columns))
    groups = [
        (kind, list(members))
        for (kind, _), members in groupby(lines, key=lambda line: (line.kind, line.whole))
    ]
    text = "\n".join(_plain(kind, members) for kind, members in groups)
    html = "".join(_rich(kind, members) for kind, members in groups)
    return Copied(text, html, tuple(sources))


def cited_sources(texts: Sequence[Article], numbers: Collection[str]) -> Iterator[str]:
    """Name the sources with these numbers; a number of two texts begins with its level: plain-3."""
    for article in texts:
        for source in article.sources:
            names = {str(source.number), f"{article.level.value}-{source.number}"}
            if names.intersection(numbers):
                words = f"[{source.number}] {source_words(source)}"
                yield f"{level_word(article.level)} {words}" if len(texts) > 1 else words


def _with_columns(lines: list[_Line], columns: tuple[str, str]) -> Iterator[_Line]:
    """Say before each part which of two texts it is from."""
    for column, part in groupby(lines, key=lambda line: line.column):
        if column >= 0:
            words = columns[min(column, 1)]
            yield _Line("p", words, f"<b>{escaped(words)}</b>")
        yield from part


def _plain(kind: str, lines: list[_Line]) -> str:
    if kind == "td":
        rows = groupby(lines, key=lambda line: line.row)
        return "\n".join("\t".join(line.text for line in row) for _, row in rows)
    if kind == "ul":
        return "\n".join(f"• {line.text}" for line in lines)
    if kind == "ol":
        return "\n".join(f"{line.row}. {line.text}" for line in lines)
    return "\n".join(line.text for line in lines)


def _rich(kind: str, lines: list[_Line]) -> str:
    if kind == "td":
        rows = groupby(lines, key=lambda line: line.row)
        cells = ("".join(f"<td>{line.html}</td>" for line in row) for _, row in rows)
        return f'<table class="data">{"".join(f"<tr>{row}</tr>" for row in cells)}</table>'
    if kind in ("ul", "ol"):
        entries = "".join(f"<li>{line.html}</li>" for line in lines)
        return f'<{kind} start="{lines[0].row}">{entries}</{kind}>'
    return "".join(f"<{kind}>{line.html}</{kind}>" for line in lines)


def _lines(cursor: QTextCursor, sources: dict[str, None]) -> Iterator[_Line]:
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    for block in blocks(cursor.document().findBlock(start), end):
        pieces = list(_pieces(block, start, end, sources))
        text = "".join(piece for piece, _ in pieces).replace(_NEW_LINE, "\n")
        html = "".join(piece for _, piece in pieces).replace(_NEW_LINE, "<br>")
        yield _line(block, text, html)


def _line(block: QTextBlock, text: str, html: str) -> _Line:
    table, listing, column = table_of(block), list_of(block), column_of(block)
    if table is not None and table.rows() > 1:  # a call-out and a pair of sections have one
        row = table.cellAt(block.position()).row()
        return _Line("td", text, html, table.firstPosition(), row, column)
    if listing is not None:
        ordered = listing.format().style() is QTextListFormat.Style.ListDecimal
        first, number = listing.item(0).position(), listing.itemNumber(block) + 1
        return _Line("ol" if ordered else "ul", text, html, first, number, column)
    level = block.blockFormat().headingLevel()
    return _Line(f"h{level}" if level else "p", text, html, column=column)


def _pieces(
    block: QTextBlock, start: int, end: int, sources: dict[str, None]
) -> Iterator[tuple[str, str]]:
    for fragment in fragments_of(block):
        first = fragment.position()
        part = qt_units(fragment.text())[max(start - first, 0) : max(end - first, 0)]
        text = from_qt_units(part).replace(_PICTURE, "")
        if text:
            scheme, _, number = fragment.charFormat().anchorHref().partition(":")
            if scheme == "source":
                sources[number] = None
            yield text, _marked_up(text, fragment)


def _marked_up(text: str, fragment: QTextFragment) -> str:
    form = fragment.charFormat()
    html = escaped(text)
    align = form.verticalAlignment()
    for wanted, tag in (
        (align is form.VerticalAlignment.AlignSuperScript, "sup"),
        (align is form.VerticalAlignment.AlignSubScript, "sub"),
        (form.fontWeight() >= _BOLD, "b"),
        (form.fontItalic(), "i"),
    ):
        html = f"<{tag}>{html}</{tag}>" if wanted else html
    return html
