"""One engine in a process of its own: nothing else warms it up or bears a part of its memory.

Called by `searching`, with a request as JSON on stdin; the reply goes into the file that is named.
"""

import gc
import json
import re
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from tests.benchmarks.engine import KINDS, Engine, Kind, load

_Made = TypeVar("_Made")


def main() -> None:
    """Do what the request says."""
    request = json.load(sys.stdin)
    act = {"build": _build, "ask": _ask, "memory": _memory}[request.pop("act")]
    Path(sys.argv[1]).write_text(json.dumps(act(**request)), encoding="utf-8")


def _build(engine: str, folder: str, sections: str) -> dict[str, float]:
    """Build an index of the sections in a file."""
    from tests.benchmarks.sections_file import read_sections

    texts, maker = read_sections(Path(sections)), load(engine)
    return {"build": _timed(lambda: maker.build(Path(folder), texts))[1]}


def _ask(
    engine: str, folder: str, first: Sequence[str], kind: str, queries: Sequence[Sequence[str]]
) -> dict[str, Any]:
    """Open an index, ask a first query, then each of the others twice."""
    maker = load(engine)
    _, preparing = _timed(maker.prepare)
    index, opening = _timed(lambda: maker.open(Path(folder)))
    _, first_answer = _timed(lambda: index.answer(Kind.COMMON, first))
    asked = [_twice(index, Kind(kind), words) for words in queries]
    cold, warm, found = zip(*asked, strict=True)
    return {
        "prepare": preparing,
        "open": opening,
        "first": first_answer,
        "cold": cold,
        "warm": warm,
        "found": found,
    }


def _twice(index: Engine, kind: Kind, words: Sequence[str]) -> tuple[float, float, int]:
    """Return the times of both askings, and how many sections were found."""
    found, cold = _timed(lambda: index.answer(kind, words))
    _, warm = _timed(lambda: index.answer(kind, words))
    return cold, warm, len(found)


def _memory(
    engine: str, folder: str, queries: Mapping[str, Sequence[Sequence[str]]]
) -> dict[str, float]:
    """Ask everything, and tell the memory with the index open; without an engine, do nothing."""
    index = load(engine).open(Path(folder)) if engine else None
    if index:
        for kind in KINDS[engine]:
            for words in queries[kind]:
                index.answer(kind, words)
    gc.collect()
    return {"memory": _proportional_set_size()}


def _proportional_set_size() -> float:
    """Return megabytes, 0 where the system does not tell."""
    try:
        rollup = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0.0
    found = re.search(r"^Pss: +(\d+) kB", rollup, re.MULTILINE)
    return int(found[1]) / 1024 if found else 0.0


def _timed(work: Callable[[], _Made]) -> tuple[_Made, float]:
    """Return what was made, and the milliseconds."""
    start = time.perf_counter()
    made = work()
    return made, 1000 * (time.perf_counter() - start)


if __name__ == "__main__":
    main()
