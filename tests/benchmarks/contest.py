"""The table of one measurement by several engines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from tests.benchmarks.engine import ENGINES, FTS5, KINDS, OURS, Kind
from tests.benchmarks.table import ENOUGH_FOR_P95, P95, Bound, Row, bound_text, grid, percentile

_NOT_AVAILABLE = "n/a"
_DIGITS = {"s": 2, "ms": 2, "MB": 1, "%": 0}
_RATIO = f"{OURS} / {FTS5}"

Values = Mapping[str, Sequence[float]]


@dataclass(frozen=True, slots=True)
class Line:
    """Hold what each engine needed; one that cannot do it is left out."""

    name: str
    unit: str
    values: Values = field(default_factory=dict)
    bound: Bound | None = None

    @property
    def row(self) -> Row:
        """Return our values beside those of FTS5."""
        own, other = (tuple(self.values.get(engine, ())) for engine in (OURS, FTS5))
        return Row(self.name, self.unit, own, FTS5, other, self.bound)


def contest(title: str, lines: Sequence[Line]) -> str:
    """Write a table; a cell holds the median and, of enough values, the 95th percentile."""
    head = (f"{title}: median / p95", *ENGINES, _RATIO, "bound")
    return grid([head, *map(_cells, lines)])


def sum_of_medians(name: str, by_kind: Mapping[Kind, Values], bound: Bound | None) -> Line:
    """Add up the medians of the kinds of query that FTS5 knows; an engine without one has none."""
    kinds = [values for kind, values in by_kind.items() if kind in KINDS[FTS5]]
    sums = {
        engine: (sum(median(values[engine]) for values in kinds),)
        for engine in ENGINES
        if all(engine in values for values in kinds)
    }
    return Line(name, "ms", sums, bound)


def _cells(line: Line) -> tuple[str, ...]:
    shown = (_shown(line.values.get(engine, ()), line.unit) for engine in ENGINES)
    ratio = line.row.ratio
    return (line.name, *shown, "" if ratio is None else f"{ratio:.2f}", bound_text(line.row))


def _shown(values: Sequence[float], unit: str) -> str:
    if not values:
        return _NOT_AVAILABLE
    numbers = [median(values)]
    if len(values) >= ENOUGH_FOR_P95:
        numbers.append(percentile(values, P95))
    return " / ".join(f"{number:.{_DIGITS[unit]}f}" for number in numbers) + f" {unit}"
