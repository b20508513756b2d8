"""Typing a query letter by letter: from the letter to the painted results."""

import time

from PySide6.QtCore import QObject

from livermets_desktop.app import Program
from livermets_desktop.model.hit import Results
from tests.benchmarks.first_paint import FirstPaint
from tests.benchmarks.real_window import Wait, real_window
from tests.benchmarks.table import Bound, Row
from tests.benchmarks.typed_queries import QUERIES


def keystrokes(*, queries: int) -> list[Row]:
    """Type the first so many queries into the search field of the real window."""
    with real_window() as program:
        typist = Typist(program)
        times = [typist.type_word(query) for query in QUERIES[:queries]]
    letters = tuple(time for word in times for time in word)
    name = f"Keystroke to painted results ({len(times)} queries, {len(letters)} keystrokes)"
    return [Row(name, "ms", letters, bound=Bound("p95", 25))]


class Typist(QObject):
    """Type, and wait for the painted answer to each letter."""

    def __init__(self, program: Program) -> None:
        super().__init__(program.window)
        self._navigation = program.window.navigation
        self._wait = Wait(self)
        self._typed = ""
        # Connected after the controllers: the panel shows the answer by then.
        program.tasks.finished.connect(self._on_finished)

    def type_word(self, query: str) -> list[float]:
        """Return the milliseconds of each letter, and leave the field empty."""
        times = [self._type(query[:end]) for end in range(1, len(query) + 1)]
        self._navigation.field.clear()
        return times

    def _type(self, words: str) -> float:
        self._typed = words
        start = time.perf_counter()
        self._navigation.field.setText(words)
        return 1000 * (self._wait.wait() - start)

    def _on_finished(self, _number: int, results: Results) -> None:
        if results.query != self._typed:
            return
        panel = self._navigation.results
        painted = panel.view.viewport() if results.hits else panel.nothing.words
        FirstPaint(painted, self._wait.end)
        painted.update()  # the same sentence as before is painted too
