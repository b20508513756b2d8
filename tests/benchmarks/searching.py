"""The search at many sections, beside other engines on the same texts."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from livermets_desktop import paths
from livermets_desktop.library.reader import Library
from livermets_desktop.model.article import SectionText
from tests.benchmarks.contest import Line, Values, sum_of_medians
from tests.benchmarks.engine import ENGINES, KINDS, OURS, Kind
from tests.benchmarks.queries import Vocabulary, Words, queries
from tests.benchmarks.recombined import recombined
from tests.benchmarks.sections_file import write_sections
from tests.benchmarks.start import ROOT
from tests.benchmarks.table import Bound, NotMeasuredError

_MANY = 10_000  # sections, for which the bounds are
_PATIENCE = 600  # seconds for one engine and one kind of query
_COLD = Bound("p95", 50)
_NO_SLOWER = Bound("ratio", 1)

_Replies = dict[str, dict[str, Any]]  # by engine


def from_the_library(count: int) -> list[SectionText]:
    """Return so many sections made of the library's own sentences."""
    with Library.open(paths.shipped_library(), trusted=True) as library:
        return recombined(list(library.section_texts()), count)


def searching(sections: Sequence[SectionText], *, count: int) -> list[Line]:
    """Let each engine index the sections and answer so many queries of each kind."""
    vocabulary = Vocabulary(sections)
    asked = queries(vocabulary, count)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        bench = _Bench(Path(home), vocabulary.first)
        lines = bench.build(sections)
        lines += bench.memory(asked)
        answers = {kind: bench.ask(kind, words) for kind, words in asked.items()}
    is_bound = len(sections) >= _MANY
    lines += _openings(answers, is_bound=is_bound)
    return [*lines, *_answers(answers, is_bound=is_bound)]


class _Bench(NamedTuple):
    """Call the engines, each in a process of its own for each thing to do."""

    home: Path
    first: str

    def build(self, sections: Sequence[SectionText]) -> list[Line]:
        """Build each index once."""
        file = self.home / "sections.json"
        write_sections(file, sections)
        times, sizes = {}, {}
        for engine in ENGINES:
            reply = self._call("build", engine, sections=str(file))
            times[engine] = (reply["build"] / 1000,)
            sizes[engine] = (_megabytes(self._folder(engine)),)
        return [Line("build", "s", times), Line("size on disk", "MB", sizes)]

    def memory(self, asked: Mapping[Kind, Sequence[Words]]) -> list[Line]:
        """Measure the memory after all queries, less that of the same process without an engine."""
        bare = self._call("memory", "", queries={})["memory"]
        found = {engine: self._call("memory", engine, queries=asked) for engine in ENGINES}
        values = {engine: (reply["memory"] - bare,) for engine, reply in found.items()}
        return [Line("memory (PSS) after all queries", "MB", values if bare else {})]

    def ask(self, kind: Kind, words: Sequence[Words]) -> _Replies:
        """Ask the queries of one kind of each engine that can answer them."""
        replies = {
            engine: self._call("ask", engine, first=[self.first], kind=kind, queries=words)
            for engine in ENGINES
            if kind in KINDS[engine]
        }
        missed = [
            text for text, found in zip(words, replies[OURS]["found"], strict=True) if not found
        ]
        if missed and kind is not Kind.MISSPELLED:
            raise NotMeasuredError(f"{kind}: nothing is found for {missed[:3]}")
        return replies

    def _call(self, act: str, engine: str, **request: object) -> dict[str, Any]:
        reply = self.home / "reply.json"
        request |= {"act": act, "engine": engine, "folder": str(self._folder(engine))}
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.engine_process", reply],
            input=json.dumps(request),
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=False,
        )
        if done.returncode:
            reason = done.stderr.strip().rpartition("\n")[2]
            raise NotMeasuredError(f"{engine}, {act}: {reason}")
        answer: dict[str, Any] = json.loads(reply.read_text(encoding="utf-8"))
        return answer

    def _folder(self, engine: str) -> Path:
        return self.home / f"index-{ENGINES.index(engine) if engine else 'none'}"


def _openings(answers: Mapping[Kind, _Replies], *, is_bound: bool) -> Iterator[Line]:
    """Join the openings, one before each kind of query.

    What an engine puts off until the first query is paid there: that is a cold one too.
    """
    glossary = [replies[OURS]["prepare"] for replies in answers.values()]
    yield Line("read the glossary for other words", "ms", {OURS: glossary})
    for name, key, bound in (("open", "open", None), ("first answer after that", "first", _COLD)):
        values = {
            engine: [replies[engine][key] for replies in answers.values() if engine in replies]
            for engine in ENGINES
        }
        yield Line(name, "ms", values, bound if is_bound else None)


def _answers(answers: Mapping[Kind, _Replies], *, is_bound: bool) -> Iterator[Line]:
    for times in ("cold", "warm"):
        by_kind = {kind: _answered(kind, replies, times) for kind, replies in answers.items()}
        for kind, values in by_kind.items():
            bound = _COLD if times == "cold" and kind is not Kind.MISSPELLED else None
            yield Line(f"{kind}, {times}", "ms", values, bound if is_bound else None)
        name = f"sum of the medians but the misspelled, {times}"
        yield sum_of_medians(name, by_kind, _NO_SLOWER if is_bound else None)
    yield Line("misspelled words answered", "%", _shares(answers[Kind.MISSPELLED]))


def _answered(kind: Kind, replies: _Replies, times: str) -> Values:
    """Return the times of the queries for which every engine found something."""
    found = zip(*(reply["found"] for reply in replies.values()), strict=True)
    kept = [kind is Kind.MISSPELLED or all(counts) for counts in found]
    return {
        engine: [time for time, keep in zip(reply[times], kept, strict=True) if keep]
        for engine, reply in replies.items()
    }


def _shares(replies: _Replies) -> Values:
    found = {engine: reply["found"] for engine, reply in replies.items()}
    return {engine: (100 * sum(map(bool, all_)) / len(all_),) for engine, all_ in found.items()}


def _megabytes(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.iterdir()) / 1e6
