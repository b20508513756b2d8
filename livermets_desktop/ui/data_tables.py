"""Tables of figures in an article: columns as wide as what stands in them asks for."""

import re
from collections.abc import Iterator, Sequence

from PySide6.QtGui import (
    QFontMetricsF,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextFrame,
    QTextLength,
    QTextTable,
)

from livermets_desktop.ui.document_layout import blocks, fragments_of
from livermets_desktop.ui.theme import Theme

# What a column has beside its words: its padding, and some air.
_BESIDE = 20
# A table whose words ask for too much is set smaller, by 100 % text down to the smallest size on
# a page, by larger text a little more: better than to break words.
_SMALLEST = 0.83
_SMALLEST_OF_LARGE = 0.7
# Beyond this share of the width, words are not broken any more: the table is wider than the page.
_CRAMPED = 1.5
# Tables that nobody reads; Qt gives their columns what it likes.
_MOST_CELLS = 1_000
_SIZE = QTextFormat.Property.UserProperty.value + 1


def fit_columns(
    frame: QTextFrame, width: float, theme: Theme, *, may_be_wider: bool = True
) -> None:
    """Share a width between the columns of each table in a frame that has more than one row.

    Qt gives columns with long and with short texts the same. Here each has the room of its longest
    word, and what is left goes to those that have more to say.
    """
    for table in frame.childFrames():
        if isinstance(table, QTextTable) and 1 < table.rows() <= _MOST_CELLS / table.columns():
            _fit(table, width, theme, may_be_wider=may_be_wider)


def column_shares(needs: Sequence[tuple[float, float]], width: float) -> list[float]:
    """Return the width of each column in per cent, given its least width and that of all it holds.

    >>> column_shares([(20, 20), (20, 140)], 100)
    [20.0, 80.0]
    """
    least = sum(needed for needed, _ in needs)
    wanted = sum(wish - needed for needed, wish in needs)
    spare = max(width - least, 0.0)
    part = min(spare / wanted, 1.0) if wanted else 0.0
    widths = [needed + part * (wish - needed) for needed, wish in needs]
    return [100 * one / sum(widths) for one in widths]


def _fit(table: QTextTable, width: float, theme: Theme, *, may_be_wider: bool) -> None:
    form, beside = table.format(), theme.gap(_BESIDE)
    before = form.doubleProperty(_SIZE) or 1.0
    words = [_needs(table, column) for column in range(table.columns())]
    room = max(width - beside * len(words), 1.0)
    asked = sum(longest for longest, _ in words) / before
    smallest = max(_SMALLEST / theme.scale, _SMALLEST_OF_LARGE)
    size = min(max(room / asked, smallest), 1.0) if asked else 1.0
    change = size / before
    if abs(change - 1) > 0.01:  # less is not seen
        _resize(table, change)
        form.setProperty(_SIZE, size)
        words = [(longest * change, all_ * change) for longest, all_ in words]
    needs = [(longest + beside, all_ + beside) for longest, all_ in words]
    if may_be_wider and sum(needed for needed, _ in needs) > _CRAMPED * width:
        kind = QTextLength.Type.FixedLength
        lengths = [min(needed, width) for needed, _ in needs]
    else:
        kind, lengths = QTextLength.Type.PercentageLength, column_shares(needs, width)
    form.setColumnWidthConstraints([QTextLength(kind, length) for length in lengths])
    table.setFormat(form)


def _needs(table: QTextTable, column: int) -> tuple[float, float]:
    """Return the width of the longest word of a column, and of its longest line, in pixels."""
    words, lines = 0.0, 0.0
    for row in range(table.rows()):
        for block in _blocks(table, row, column):
            word, line = 0.0, 0.0
            for fragment in fragments_of(block):
                advance = QFontMetricsF(fragment.charFormat().font()).horizontalAdvance
                line += advance(fragment.text())
                for place, part in enumerate(_parts(fragment.text())):
                    word = advance(part) if place else word + advance(part)
                    words = max(words, word)
            lines = max(lines, line)
    return words, max(lines, words)


def _parts(text: str) -> list[str]:
    r"""Divide a text where a line may end.

    >>> _parts("one-off PD-1\u00a0block")
    ['one-', 'off', 'PD-1\xa0block']
    """
    return re.sub(r"[\u200b\u2028]|(?<=-)(?=[^\W\d])", " ", text).split(" ")


def _resize(table: QTextTable, change: float) -> None:
    """Make all words of a table larger or smaller."""
    spans = [
        (fragment.position(), fragment.length(), fragment.charFormat().font().pointSizeF())
        for row in range(table.rows())
        for column in range(table.columns())
        for block in _blocks(table, row, column)
        for fragment in fragments_of(block)
    ]
    cursor = table.firstCursorPosition()
    for start, length, points in spans:
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        form = QTextCharFormat()
        form.setFontPointSize(points * change)
        cursor.mergeCharFormat(form)


def _blocks(table: QTextTable, row: int, column: int) -> Iterator[QTextBlock]:
    cell = table.cellAt(row, column)
    return blocks(cell.firstCursorPosition().block(), cell.lastCursorPosition().position() + 1)
