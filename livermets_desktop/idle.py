"""How long nobody has touched a public screen."""

from collections.abc import Callable
from typing import NamedTuple

LONGEST_LISTENING = 600.0  # seconds


class IdleLimits(NamedTuple):
    """Say after how many seconds without a touch a session ends; the warning lies within them."""

    anywhere: float
    on_article: float
    warning: float


class IdleClock:
    """Count down from the last touch; `clock` never goes back, whatever the time of day does."""

    def __init__(self, limits: IdleLimits, clock: Callable[[], float]) -> None:
        self._limits, self._clock = limits, clock
        self._touched = self._since = clock()

    def touch(self) -> None:
        """Begin anew: somebody is there."""
        self._touched = self._since = self._clock()

    def hear(self) -> None:
        """Begin anew while a page is read aloud: who listens touches nothing.

        It counts for so long after the last touch that a page is not read to nobody without end.
        """
        self._since = min(self._clock(), self._touched + LONGEST_LISTENING)

    def seconds_left(self, *, on_article: bool) -> float:
        """Return how long it is to the end of the session, 0 if it is over."""
        limit = self._limits.on_article if on_article else self._limits.anywhere
        return max(limit - (self._clock() - self._since), 0.0)

    def is_warning(self, *, on_article: bool) -> bool:
        """Tell whether the reader is to be warned."""
        return self.seconds_left(on_article=on_article) <= self._limits.warning
