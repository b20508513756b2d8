"""Run the tests of the public screen and print which line of the checklist holds.

python -m tests.kiosk: exit code 1 if one does not.
"""

import sys
from collections import defaultdict
from pathlib import Path

import pytest

from tests.kiosk.rules import OF_THE_SYSTEM, RULES

FOLDER = Path(__file__).parent
_WORST = ("failed", "skipped", "held")


class Outcomes:
    """Note what came of the tests of each line."""

    def __init__(self) -> None:
        self.by_rule: dict[int, list[str]] = defaultdict(list)
        self._rules: dict[str, list[int]] = {}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Note which lines a test holds."""
        for item in items:
            marks = item.iter_markers("kiosk_rule")
            self._rules[item.nodeid] = [number for mark in marks for number in mark.args]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note how a test ended."""
        outcome = "held" if report.passed and report.when == "call" else report.outcome
        if outcome != "passed":
            for number in self._rules[report.nodeid]:
                self.by_rule[number].append(outcome)

    def of(self, number: int) -> str:
        """Return the worst outcome of the tests of a line."""
        found = self.by_rule.get(number, [])
        return next((one for one in _WORST if one in found), "not tested")


def main() -> int:
    """Print the table; 1 if a line does not hold."""
    outcomes = Outcomes()
    code = pytest.main([str(FOLDER), "-q", "--no-header"], plugins=[outcomes])
    _say("\n| # | rule | result |\n| --- | --- | --- |")
    for number, words in RULES.items():
        count = len(outcomes.by_rule.get(number, []))
        _say(f"| {number} | {words} | {outcomes.of(number)} ({count} tests) |")
    _say("\nHeld by the system alone, see docs/kiosk.md: " + "; ".join(OF_THE_SYSTEM) + ".")
    missing = [number for number in RULES if outcomes.of(number) in ("failed", "not tested")]
    return int(bool(code or missing))


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")


if __name__ == "__main__":
    sys.exit(main())
