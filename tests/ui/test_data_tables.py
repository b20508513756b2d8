import doctest
from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocument

from livermets_desktop.ui import data_tables
from livermets_desktop.ui.data_tables import column_shares, fit_columns
from livermets_desktop.ui.theme import Theme

THEME = Theme("light", 1.0, {}, Path())


def widths(html, width=500):
    document = QTextDocument()
    document.setHtml(html)
    fit_columns(document.rootFrame(), width, THEME)
    [table] = document.rootFrame().childFrames()
    return [round(share.rawValue()) for share in table.format().columnWidthConstraints()]


def test_the_example_is_true():
    assert doctest.testmod(data_tables).failed == 0


def test_long_cells_get_more_room_than_short_ones(qapp):
    rows = "<tr><th>Test</th><th>Found</th><th>Remark</th></tr>"
    rows += f"<tr><td>CT</td><td>84 %</td><td>{'some words ' * 20}</td></tr>"
    first, second, third = widths(f"<table>{rows}</table>")
    assert third > 2 * max(first, second)


def test_the_longest_word_of_a_heading_has_room(qapp):
    rows = "<tr><th>Sensitivity per lesion</th><th>B</th></tr><tr><td>1</td><td>2</td></tr>"
    first, second = widths(f"<table>{rows}</table>")
    assert first > second


def test_columns_that_need_more_than_there_is_shrink_alike():
    assert column_shares([(300, 300), (100, 900)], 200) == pytest.approx([75, 25])


def test_an_empty_table_does_no_harm(qapp):
    assert sum(widths("<table><tr><td></td><td></td></tr><tr><td></td><td></td></tr></table>"))


def test_a_call_out_is_left_alone(qapp):
    assert widths("<table><tr><td>icon</td><td>text</td></tr></table>") in ([], [0, 0])
