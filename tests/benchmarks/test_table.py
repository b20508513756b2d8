import pytest

from tests.benchmarks.table import Bound, Row, percentile, table


def cells(row):
    return [cell.strip() for cell in table([row]).splitlines()[-1].strip("|").split("|")]


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [
        (range(1, 101), 0.95, 95),
        (range(1, 101), 0.5, 50),
        ([3, 1, 2], 0.95, 3),
        ([7], 0.95, 7),
        ([1, 2, 3, 4], 0.5, 2),
    ],
)
def test_a_percentile_is_one_of_the_values(values, share, expected):
    assert percentile(list(values), share) == expected


def test_the_ratio_is_that_of_the_medians():
    row = Row("start", "s", (1.0, 9.0, 2.0), "bare window", (0.5, 0.5, 4.0))
    assert row.ratio == 4.0


def test_without_something_to_compare_there_is_no_ratio():
    assert Row("open", "ms", (1.0, 2.0)).ratio is None


@pytest.mark.parametrize(
    ("bound", "holds"),
    [
        (Bound("median", 2.0), True),
        (Bound("median", 1.9), False),
        (Bound("p95", 9.0), True),
        (Bound("p95", 8.9), False),
        (Bound("ratio", 4.0), True),
        (Bound("ratio", 3.9), False),
    ],
)
def test_a_bound_holds_up_to_its_limit(bound, holds):
    row = Row("start", "s", (1.0, 2.0, 9.0), "bare window", (0.5,), bound)
    assert row.holds is holds


def test_a_bound_on_nothing_neither_holds_nor_fails():
    row = Row("memory", "MB", bound=Bound("median", 110))
    assert row.holds is None
    assert cells(row)[-1] == "median <= 110 MB"


def test_a_row_shows_values_comparison_ratio_and_bound():
    row = Row("start", "s", (1.0,) * 5, "bare window", (0.5,) * 5, Bound("ratio", 2))
    assert cells(row) == [
        *("start", "1.00 s", "1.00 s", "bare window", "0.50 s", "0.50 s", "2.00"),
        "ratio <= 2: holds",
    ]


def test_few_values_have_no_95th_percentile():
    assert cells(Row("build", "s", (1.0, 2.0, 3.0)))[1:3] == ["2.00 s", ""]


def test_a_row_without_values_says_why():
    assert cells(Row("memory", "MB"))[1] == "not measured here"
    assert cells(Row("start", "s", missing="not measured: no paint"))[1] == "not measured: no paint"


def test_all_lines_have_the_same_width():
    lines = table([Row("a", "s", (1.0,)), Row("a longer name", "MB", (100.0,) * 9)]).splitlines()
    assert len({len(line) for line in lines}) == 1
    assert len(lines) == 4
