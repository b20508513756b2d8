"""Tables of figures in an article: columns as wide as what stands in them asks for."""

from collections.abc import Sequence

from PySide6.QtGui import QFontMetricsF, QTextFrame, QTextLength, QTextTable

# What a column has beside its words: its padding, and some air.
_BESIDE = 20


def fit_columns(frame: QTextFrame, width: float) -> None:
    """Share a width between the columns of each table in a frame that has more than one row.

    Qt gives columns with long and with short texts the same. Here each has the room of its longest
    word, and what is left goes to those that have more to say.
    """
    for table in frame.childFrames():
        if isinstance(table, QTextTable) and table.rows() > 1:
            form = table.format()
            shares = column_shares([_needs(table, n) for n in range(table.columns())], width)
            percentage = QTextLength.Type.PercentageLength
            form.setColumnWidthConstraints([QTextLength(percentage, share) for share in shares])
            table.setFormat(form)


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


def _needs(table: QTextTable, column: int) -> tuple[float, float]:
    """Return the width of the longest word of a column, and of its longest cell, in pixels."""
    words, cells = 0.0, 0.0
    for row in range(table.rows()):
        cell = table.cellAt(row, column)
        selection = cell.firstCursorPosition()
        selection.setPosition(cell.lastPosition(), selection.MoveMode.KeepAnchor)
        metrics = QFontMetricsF(selection.charFormat().font())
        text = selection.selectedText()
        cells = max(cells, metrics.horizontalAdvance(text))
        words = max(words, *(metrics.horizontalAdvance(word) for word in text.split() or [""]))
    return words + _BESIDE, max(cells, words) + _BESIDE
