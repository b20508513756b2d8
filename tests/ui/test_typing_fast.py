"""A reader, or a key that is held down, types faster than anybody searches."""

import gc
import time
from itertools import chain, cycle, islice

import pytest
from PySide6.QtCore import QObject, QTimer

from livermets_desktop.model.hit import Hit, Name, NameKind, Results, Snippet
from livermets_desktop.model.level import Level

KEYS, SECONDS, LONGEST_GAP = 1000, 5, 0.1
QUERIES = ("liver metastases", "ct scan", "jaundice and itch", '"side effects" -pain', "metastisis")
WORDS = "The quick brown fox jumps over the lazy dog while two lines of a snippet are quoted here. "


class BusyIndex:
    """Answer every query with as much as can be shown, all of it new, after some work."""

    def __init__(self):
        self.asked = []

    def search(self, text, **_):
        self.asked.append(text)
        assert sum(number % 7 for number in range(40_000))  # holds the interpreter for 2 ms
        number = len(self.asked)
        hits = tuple(self.hit(number, place) for place in range(50))
        names = tuple(
            Name(f"{text} {place}", NameKind.HEADING, "ct-scan", "contrast", Level.PLAIN, "CT scan")
            for place in range(5)
        )
        also = ("other", "words") * (number % 3)
        return Results(text, hits, 50, names=names, also=also, ignored=(text,) * (number % 2))

    def quote(self, hits, _words):
        return hits

    def hit(self, number, place):
        return Hit(
            article=f"article-{place // 2}",
            section=f"section-{place}",
            level=Level.PLAIN,
            title=f"Article {place // 2}",
            heading=f"Section {place} of answer {number}",
            group_title="Finding out",
            snippet=Snippet(f"{number}, {place}: {WORDS}", ((3, 9), (20, 26))),
            score=1.0,
        )


class Typist(QObject):
    """Put texts into the field at the pace of the clock, and time the gaps of the event loop.

    Gaps are counted in the time that this process has the processor: others may be busy.
    """

    def __init__(self, field, texts):
        super().__init__()
        self._field, self._texts = field, texts
        self.gap, self.typed = 0.0, 0
        self._start, self._last = time.perf_counter(), time.process_time()
        self._timer = QTimer(self, interval=1)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    @property
    def done(self):
        return self.typed == len(self._texts)

    def _tick(self):
        now = time.process_time()
        self.gap = max(self.gap, now - self._last)
        due = int((time.perf_counter() - self._start) * KEYS / SECONDS)
        while self.typed < min(due, len(self._texts)):
            self._field.setText(self._texts[self.typed])
            self.typed += 1
        self._last = now
        if self.done:
            self._timer.stop()


def letter_by_letter(query):
    """Return what stands in the field while a query is typed and taken away again."""
    ends = range(1, len(query) + 1)
    return [query[:end] for end in (*ends, *reversed(ends))]


@pytest.fixture
def little_garbage():
    """Let the collector pass over what other tests have left."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("little_garbage")
@pytest.mark.no_cover  # tracing would be timed too
def test_a_thousand_letters_in_five_seconds_leave_no_gap_and_the_last_one_wins(
    program, search, qtbot
):
    search(program, "warm")
    program.window.grab()
    kept = program.search._index
    index = program.search._index = BusyIndex()
    typed = chain.from_iterable(map(letter_by_letter, cycle(QUERIES)))
    typist = Typist(program.window.navigation.field, [*islice(typed, KEYS - 1), "the last"])
    qtbot.waitUntil(lambda: typist.done, timeout=30_000)
    qtbot.waitUntil(lambda: program.search._results.query == "the last")
    assert typist.gap < LONGEST_GAP
    assert index.asked[-1] == "the last"
    assert len(index.asked) <= KEYS
    program.search._index = kept
    first = program.window.navigation.result_view.rows[0]
    assert first.place.text == "the last 0"
