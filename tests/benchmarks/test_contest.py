import pytest

from tests.benchmarks.contest import Line, contest, sum_of_medians
from tests.benchmarks.engine import FTS5, OURS, TANTIVY, XAPIAN, Kind
from tests.benchmarks.table import Bound


def cells(line):
    return [cell.strip() for cell in contest("ten", [line]).splitlines()[-1].strip("|").split("|")]


def test_a_line_shows_each_engine_the_ratio_to_fts5_and_the_bound():
    values = {OURS: [1.0] * 4 + [9.0], FTS5: [2.0], TANTIVY: [0.04]}
    assert cells(Line("phrase", "ms", values, Bound("p95", 8))) == [
        *("phrase", "1.00 / 9.00 ms", "2.00 ms", "n/a", "0.04 ms", "0.50"),
        "p95 <= 8 ms: exceeded",
    ]


def test_without_fts5_there_is_no_ratio():
    assert cells(Line("misspelled", "ms", {OURS: [1.0], TANTIVY: [2.0]}))[-2:] == ["", ""]


def test_the_head_names_what_was_searched():
    assert contest("ten", []).splitlines()[0].startswith("| ten: median / p95 |")


@pytest.mark.parametrize(("own", "holds"), [(5.0, True), (5.1, False)])
def test_the_sum_of_medians_is_held_against_that_of_fts5(own, holds):
    by_kind = {
        Kind.COMMON: {OURS: [1.0, 1.0, 9.0], FTS5: [2.0], XAPIAN: [3.0]},
        Kind.PHRASE: {OURS: [own], FTS5: [4.0]},
    }
    line = sum_of_medians("sum", by_kind, Bound("ratio", 1))
    assert line.values == {OURS: (1.0 + own,), FTS5: (6.0,)}
    assert line.row.holds is holds


def test_misspelled_words_are_not_in_the_sum():
    by_kind = {
        Kind.COMMON: {OURS: [1.0], FTS5: [2.0], TANTIVY: [3.0]},
        Kind.MISSPELLED: {OURS: [50.0], TANTIVY: [60.0]},
    }
    values = sum_of_medians("sum", by_kind, None).values
    assert values == {OURS: (1.0,), FTS5: (2.0,), TANTIVY: (3.0,)}
