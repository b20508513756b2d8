"""Ask the search what readers type, and tell how often the right section comes first.

Usage: python -m tools.relevance [--library DIR] [--misses-of-the-test-half]

The queries stand in tests/search/relevance.toml (to tune by) and relevance-test.toml (kept apart:
its misses are printed only on demand). success@k is the share of queries with an accepted section
among the first k; MRR is the mean of 1/rank of the first accepted section (Voorhees, "The TREC-8
Question Answering Track Report", 1999), 0 beyond the tenth.
"""

import argparse
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from livermets_desktop import paths
from livermets_desktop.index_store import open_searcher
from livermets_desktop.library.reader import Library
from livermets_desktop.model.level import Level
from livermets_desktop.search.searcher import Searcher

TESTS = Path(__file__).resolve().parents[1] / "tests" / "search"
TUNING, TEST = TESTS / "relevance.toml", TESTS / "relevance-test.toml"
DEPTH = 10


class Judged(NamedTuple):
    """Hold one query with the sections that a fair judge accepts as its answer."""

    typed: str
    kind: str
    level: Level
    accepted: frozenset[str]


class Ranked(NamedTuple):
    """Tell at which rank the first accepted section stands (0 for none), and what came first."""

    query: Judged
    rank: int
    first: str


def read_queries(file: Path) -> list[Judged]:
    """Read one half of the set."""
    with file.open("rb") as stream:
        rows = tomllib.load(stream)["queries"]
    return [
        Judged(row["typed"], row["kind"], Level(row["level"]), frozenset(row["accepted"]))
        for row in rows
    ]


def rank_all(searcher: Searcher, queries: Sequence[Judged]) -> list[Ranked]:
    """Ask each query as its reader does; a partial word is still being typed."""
    return [_ranked(searcher, query) for query in queries]


def success(found: Sequence[Ranked], depth: int) -> float:
    """Return the share of queries with an accepted section among the first ones."""
    return sum(0 < one.rank <= depth for one in found) / len(found)


def _ranked(searcher: Searcher, query: Judged) -> Ranked:
    typing = query.kind == "partial"
    results = searcher.search(query.typed, prefer=query.level, limit=DEPTH, typing=typing)
    if not results.hits and results.suggestion:
        results = searcher.search(results.suggestion, prefer=query.level, limit=DEPTH)
    places = [str(hit.location) for hit in results.hits]
    ranks = (rank for rank, place in enumerate(places, start=1) if place in query.accepted)
    return Ranked(query, next(ranks, 0), places[0] if places else "nothing")


def _table(found: Sequence[Ranked]) -> Iterator[str]:
    kinds: dict[str, list[Ranked]] = defaultdict(list)
    for one in found:
        kinds[one.query.kind].append(one)
    yield f"{'kind':14}{'queries':>8}{'success@1':>11}{'success@5':>11}{'MRR':>7}"
    for kind, ones in [*sorted(kinds.items()), ("all", list(found))]:
        mean = sum(1 / one.rank for one in ones if one.rank) / len(ones)
        figures = f"{success(ones, 1):>11.3f}{success(ones, 5):>11.3f}{mean:>7.3f}"
        yield f"{kind:14}{len(ones):>8}{figures}"


def _misses(found: Sequence[Ranked]) -> Iterator[str]:
    for one in found:
        if one.rank != 1:
            where = f"rank {one.rank}" if one.rank else "not found"
            yield f"{one.query.kind}: {one.query.typed} ({one.query.level}): {where}; {one.first}"


def main() -> None:
    """Print the figures of both halves and the misses of the one that is tuned by."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--library", type=Path, default=paths.shipped_library())
    parser.add_argument("--misses-of-the-test-half", action="store_true")
    options = parser.parse_args()
    with Library.open(options.library, trusted=True) as library:
        searcher = open_searcher(library, None)
    for name, file in (("Tuning half", TUNING), ("Test half", TEST)):
        found = rank_all(searcher, read_queries(file))
        lines = [name, *_table(found), ""]
        if file == TUNING or options.misses_of_the_test_half:
            lines += [*_misses(found), ""]
        sys.stdout.write("\n".join(lines) + "\n")
    searcher.close()


if __name__ == "__main__":
    main()
