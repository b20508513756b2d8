"""The search at many sections, beside SQLite's full-text search on the same texts."""

import sqlite3
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from livermets_desktop import paths
from livermets_desktop.library.reader import Library
from livermets_desktop.model.article import SectionText
from livermets_desktop.search.indexer import build_index
from livermets_desktop.search.searcher import Searcher
from tests.benchmarks import full_text
from tests.benchmarks.recombined import queries, recombined
from tests.benchmarks.table import NotMeasuredError, Row

_OTHER = "SQLite FTS5"
_RESULTS = 20
_OPENINGS = 9
_QUERIES = 60


def searching(*, count: int) -> list[Row]:
    """Build both indexes of so many sections, open them and ask them the same queries."""
    with Library.open(paths.shipped_library(), trusted=True) as library:
        texts = list(library.section_texts())
    sections = recombined(texts, count)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        return _measure(sections, Path(folder) / "index", Path(folder) / "fts5.db")


def _measure(sections: Sequence[SectionText], folder: Path, file: Path) -> list[Row]:
    label = f"{len(sections):,} sections"
    build = (
        _time(lambda: build_index(folder, sections)),
        _time(lambda: full_text.build(file, sections)),
    )
    size = (sum(one.stat().st_size for one in folder.iterdir()), file.stat().st_size)
    rows = [
        Row(f"{label}: build", "s", (build[0] / 1000,), _OTHER, (build[1] / 1000,)),
        Row(f"{label}: size on disk", "MB", (size[0] / 1e6,), _OTHER, (size[1] / 1e6,)),
        _openings(label, folder, file),
    ]
    searcher, connection = Searcher.open(folder), full_text.open_table(file)
    try:
        for kind, texts in queries(sections, _QUERIES).items():
            rows.append(_answers(f"{label}: {kind}", searcher, connection, texts))
    finally:
        searcher.close()
        connection.close()
    return rows


def _openings(label: str, folder: Path, file: Path) -> Row:
    def ours() -> None:
        Searcher.open(folder).close()

    def other() -> None:
        full_text.open_table(file).close()

    times = [(_time(ours), _time(other)) for _ in range(_OPENINGS)]
    own, others = zip(*times, strict=True)
    return Row(f"{label}: open", "ms", own, _OTHER, others)


def _answers(
    name: str, searcher: Searcher, connection: sqlite3.Connection, texts: Sequence[str]
) -> Row:
    """Ask each query once on each side, so that our first use of a term counts."""
    prefix = name.endswith("prefix")
    own, others = [], []
    for text in texts:
        ask_own = partial(searcher.search, text, limit=_RESULTS, typing=prefix)
        match = full_text.match_words(text, prefix=prefix)
        ask_other = partial(full_text.search, connection, match, _RESULTS)
        times = _time(ask_own), _time(ask_other)
        if not ask_own().hits:
            raise NotMeasuredError(f"{name}: nothing is found for “{text}”")
        if ask_other():  # its stemmer turns the beginning "bey" into "bei" and finds nothing
            own.append(times[0])
            others.append(times[1])
    return Row(name, "ms", tuple(own), _OTHER, tuple(others))


def _time(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)
