"""Measures the program: python -m tests.benchmarks [--quick] [--only NAME]."""

import argparse
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeVar

from livermets_desktop.errors import LiverMetsError
from tests.benchmarks import compiling, start
from tests.benchmarks.contest import Line, contest
from tests.benchmarks.table import NotMeasuredError, Row, table

_MEASUREMENTS = (
    "start",
    "memory",
    "compiling",
    "reading",
    "taking",
    "kiosk",
    "keystrokes",
    "spelling",
    "search",
)
_ONLY_BY_NAME = ("endurance",)  # takes a quarter of an hour
_FAILURES = (
    NotMeasuredError,
    LiverMetsError,
    OSError,
    subprocess.SubprocessError,
    sqlite3.Error,
)

_Measured = TypeVar("_Measured")
_Measurement = Callable[[], list[_Measured]]


def main() -> int:
    """Measure everything, or what is named; return 1 if something could not be measured."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer repetitions, 1,000 sections")
    parser.add_argument(
        "--only", choices=(*_MEASUREMENTS, *_ONLY_BY_NAME), help="measure nothing else"
    )
    options = parser.parse_args()
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false"}
    rows: list[Row] = []
    for name, measure in _measurements(quick=options.quick):
        if options.only == name or (options.only is None and name in _MEASUREMENTS):
            rows += _measured(name, measure, rows)
    tables = []
    if options.only in (None, "search"):
        for name, search in _searches(quick=options.quick):
            lines = _measured(name, search, rows)
            tables += [contest(name, lines)] if lines else []
    if rows:
        tables.insert(0, table(rows))
    sys.stdout.write("\n\n".join(tables) + "\n")
    return int(any(row.missing for row in rows))


def _measured(name: str, measure: _Measurement[_Measured], rows: list[Row]) -> list[_Measured]:
    """Measure one thing, or add a row that says why that is not possible."""
    sys.stderr.write(f"{name} ...\n")
    try:
        return measure()
    except _FAILURES as error:
        rows.append(Row(name, "", missing=f"not measured: {error}"))
        return []


def _measurements(*, quick: bool) -> Iterator[tuple[str, _Measurement[Row]]]:
    """Name the measurements in order; memory comes before Qt is loaded here."""
    yield "start", partial(start.starts, pairs=5 if quick else 15)
    yield "memory", partial(start.memory, runs=1 if quick else 5)
    yield "compiling", partial(compiling.compiling, runs=1 if quick else 5)
    yield "reading", _reading
    yield "taking", _taking
    yield "kiosk", _kiosk
    yield "keystrokes", partial(_keystrokes, queries=20 if quick else 64)
    yield "spelling", _spelling
    yield "endurance", partial(_endurance, actions=2_000 if quick else 20_000)


def _searches(*, quick: bool) -> Iterator[tuple[str, _Measurement[Line]]]:
    """Name the measurements of the search."""
    for count in (1_000,) if quick else (1_000, 10_000):
        name = f"{count:,} sections of the library's sentences"
        yield name, partial(_search, "library", count, queries=20 if quick else 60)
    for count in () if quick else (1_000, 10_000):
        name = f"{count:,} sections of the PostgreSQL manual"
        yield name, partial(_search, "manual", count, queries=60)


def _reading() -> list[Row]:
    from tests.benchmarks.reading import reading

    return reading()


def _taking() -> list[Row]:
    from tests.benchmarks.taking import taking

    return taking()


def _kiosk() -> list[Row]:
    from tests.benchmarks.kiosk import kiosk

    return kiosk()


def _keystrokes(*, queries: int) -> list[Row]:
    from tests.benchmarks.keystrokes import keystrokes

    return keystrokes(queries=queries)


def _endurance(*, actions: int) -> list[Row]:
    from tests.benchmarks.endurance import endurance, twice

    return endurance(actions=actions) + twice()


def _spelling() -> list[Row]:
    from tests.benchmarks.spelling import suggestions

    return suggestions()


def _search(texts: str, count: int, *, queries: int) -> list[Line]:
    from tests.benchmarks.postgres_manual import manual
    from tests.benchmarks.searching import from_the_library, searching

    sections = {"library": from_the_library, "manual": manual}[texts](count)
    return searching(sections, count=queries)


if __name__ == "__main__":
    sys.exit(main())
