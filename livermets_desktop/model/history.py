"""Where a reader has been: the way back and forward, and all that was visited."""

import time
from collections.abc import Callable
from typing import NamedTuple

from livermets_desktop.model.level import Level
from livermets_desktop.model.location import Location

LIMIT = 100


class Visit(NamedTuple):
    """Remember a page, its level and how far it was scrolled (0 to 1); None is the start page.

    `time` is when it was opened, in seconds since 1970, for readers only.
    """

    location: Location | None
    level: Level
    scroll: float = 0.0
    time: float = 0.0


class History:
    """Keep the last visits, at most `LIMIT` of them, and a way back and forward through them."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self._number = 0
        self._visits: dict[int, Visit] = {}
        self._way: list[int] = []
        self._current = -1

    def __len__(self) -> int:
        """Return how many visits lie on the way back and forward."""
        return len(self._way)

    @property
    def can_go_back(self) -> bool:
        """Tell whether there is a visit before the current one."""
        return self._current > 0

    @property
    def can_go_forward(self) -> bool:
        """Tell whether there is a visit after the current one."""
        return self._current + 1 < len(self._way)

    @property
    def visits(self) -> dict[int, Visit]:
        """Return all visits by number, the oldest first, also those that are on no way any more."""
        return dict(self._visits)

    @property
    def current(self) -> int:
        """Return the number of the current visit, 0 if there is none."""
        return self._way[self._current] if self._way else 0

    def visit(self, visit: Visit) -> None:
        """Go to a new page; the way that lay ahead is forgotten."""
        self._number += 1
        self._visits[self._number] = visit._replace(time=self._clock())
        self._way = [*self._way[: self._current + 1], self._number]
        if len(self._visits) > LIMIT:
            beside = (number for number in self._visits if number not in self._way)
            oldest = next(beside, self._way[0])
            del self._visits[oldest]
            self._way = [number for number in self._way if number != oldest]
        self._current = len(self._way) - 1

    def update(self, visit: Visit) -> None:
        """Replace the current visit, as when the page was scrolled before leaving it."""
        if self._way:
            time_of_visit = self._visits[self.current].time
            self._visits[self.current] = visit._replace(time=time_of_visit)

    def back(self) -> Visit | None:
        """Step back and return that visit, or None at the start."""
        return self._step(-1) if self.can_go_back else None

    def forward(self) -> Visit | None:
        """Step forward and return that visit, or None at the end."""
        return self._step(1) if self.can_go_forward else None

    def _step(self, step: int) -> Visit:
        self._current += step
        return self._visits[self.current]
