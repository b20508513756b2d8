"""Rows of measured values and the one table that shows them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

P95 = 0.95
ENOUGH_FOR_P95 = 5
_DIGITS = {"s": 2, "ms": 1, "MB": 1}
_HEAD = ("Measurement", "median", "p95", "compared with", "median", "p95", "ratio", "bound")


class NotMeasuredError(Exception):
    """Say why something could not be measured."""


@dataclass(frozen=True, slots=True)
class Bound:
    """Limit one figure of a row: its "median", "p95" or "ratio"."""

    figure: str
    limit: float


@dataclass(frozen=True, slots=True)
class Row:
    """Hold the values of one measurement and of what it is compared with.

    Without values, `missing` says why there are none.
    """

    name: str
    unit: str
    values: tuple[float, ...] = ()
    other: str = ""
    other_values: tuple[float, ...] = ()
    bound: Bound | None = None
    missing: str = ""

    @property
    def ratio(self) -> float | None:
        """Return the ratio of the medians, None if nothing is compared."""
        if not self.values or not self.other_values:
            return None
        return median(self.values) / median(self.other_values)

    @property
    def holds(self) -> bool | None:
        """Tell whether the bound holds, None if there is none or nothing was measured."""
        if self.bound is None or not self.values:
            return None
        figures = {
            "median": median(self.values),
            "p95": percentile(self.values, P95),
            "ratio": self.ratio,
        }
        figure = figures[self.bound.figure]
        return None if figure is None else figure <= self.bound.limit


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that at least this share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def table(rows: Sequence[Row]) -> str:
    """Write the rows as a Markdown table that reads well as plain text too."""
    return grid([_HEAD, *(_cells(row) for row in rows)])


def grid(cells: Sequence[Sequence[str]]) -> str:
    """Write cells as a Markdown table, the first line of them as its head."""
    widths = [max(len(line[column]) for line in cells) for column in range(len(cells[0]))]
    lines = [_line(line, widths) for line in cells]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "| " + " | ".join(map(str.ljust, cells, widths)) + " |"


def _cells(row: Row) -> tuple[str, ...]:
    if not row.values:
        return (
            row.name,
            row.missing or "not measured here",
            "",
            row.other,
            "",
            "",
            "",
            bound_text(row),
        )
    ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
    own = _figures(row.values, row.unit)
    other = _figures(row.other_values, row.unit)
    return (row.name, *own, row.other, *other, ratio, bound_text(row))


def _figures(values: Sequence[float], unit: str) -> tuple[str, str]:
    """Write the median and, if there are enough values for it, the 95th percentile."""
    if not values:
        return "", ""
    digits = _DIGITS[unit]
    high = f"{percentile(values, P95):.{digits}f} {unit}" if len(values) >= ENOUGH_FOR_P95 else ""
    return f"{median(values):.{digits}f} {unit}", high


def bound_text(row: Row) -> str:
    """Write a bound and whether it holds."""
    if row.bound is None:
        return ""
    unit = "" if row.bound.figure == "ratio" else f" {row.unit}"
    words = {True: ": holds", False: ": exceeded", None: ""}[row.holds]
    return f"{row.bound.figure} <= {row.bound.limit:g}{unit}{words}"
