"""Did you mean: a better spelling of a whole query."""

import random
import time

from livermets_desktop import paths
from livermets_desktop.index_store import open_searcher
from livermets_desktop.library.reader import Library
from livermets_desktop.search.searcher import Searcher
from tests.benchmarks.misspelling import misspelled
from tests.benchmarks.table import Bound, Row
from tests.benchmarks.typed_queries import QUERIES

_SEED = 7
_LONG_WORD = 6


def suggestions() -> list[Row]:
    """Ask for a better spelling of queries as readers type them, with one and with two slips."""
    with Library.open(paths.shipped_library(), trusted=True) as library:
        searcher = open_searcher(library, None)
        searcher.suggest("absentword")  # what is read once is read
        queries = misspelled_queries()
        times = tuple(_milliseconds(searcher, query) for query in queries)
        searcher.close()
    name = f"Did you mean ({len(queries)} misspelled queries)"
    return [Row(name, "ms", times, bound=Bound("p95", 100))]


def misspelled_queries() -> list[str]:
    """Return the queries that have a long word, that one misspelled; the same ones each time."""
    dice = random.Random(_SEED)  # noqa: S311  # no secret
    return [
        query.replace(longest, misspelled(longest, slips, dice))
        for query in QUERIES
        if len(longest := max(query.split(), key=len)) >= _LONG_WORD and longest.isalpha()
        for slips in (1, 2)
    ]


def _milliseconds(searcher: Searcher, query: str) -> float:
    start = time.perf_counter()
    searcher.suggest(query)
    return 1000 * (time.perf_counter() - start)
