"""Measures the program and prints one table: python -m tests.benchmarks [--quick]."""

import argparse
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial

from livermets_desktop.errors import LiverMetsError
from tests.benchmarks import compiling, searching, start
from tests.benchmarks.table import NotMeasuredError, Row, table

Measurement = Callable[[], list[Row]]


def main() -> int:
    """Measure everything; return 1 if something could not be measured."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer repetitions, 1,000 sections")
    options = parser.parse_args()
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false"}
    rows: list[Row] = []
    failed = False
    for name, measure in _measurements(quick=options.quick):
        sys.stderr.write(f"{name} ...\n")
        try:
            rows += measure()
        except (
            NotMeasuredError,
            LiverMetsError,
            OSError,
            subprocess.SubprocessError,
            sqlite3.Error,
        ) as error:
            rows.append(Row(name, "", missing=f"not measured: {error}"))
            failed = True
    sys.stdout.write(f"{table(rows)}\n")
    return int(failed)


def _measurements(*, quick: bool) -> Iterator[tuple[str, Measurement]]:
    """Name the measurements in order; memory comes before Qt is loaded here."""
    yield "Start", partial(start.starts, pairs=5 if quick else 15)
    yield "Memory", partial(start.memory, runs=1 if quick else 5)
    yield "Compiling", partial(compiling.compiling, runs=1 if quick else 5)
    yield "Reading", _reading
    yield "Keystrokes", partial(_keystrokes, queries=20 if quick else 64)
    for count in (1_000,) if quick else (1_000, 10_000):
        yield f"Search in {count:,} sections", partial(searching.searching, count=count)


def _reading() -> list[Row]:
    from tests.benchmarks.reading import openings

    return openings()


def _keystrokes(*, queries: int) -> list[Row]:
    from tests.benchmarks.keystrokes import keystrokes

    return keystrokes(queries=queries)


if __name__ == "__main__":
    sys.exit(main())
