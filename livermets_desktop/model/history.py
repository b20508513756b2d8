"""Where a reader has been: the way back and forward."""

from typing import NamedTuple

from livermets_desktop.model.level import Level
from livermets_desktop.model.location import Location

LIMIT = 100


class Visit(NamedTuple):
    """Remember a page, its level and how far it was scrolled (0 to 1); None is the start page."""

    location: Location | None
    level: Level
    scroll: float = 0.0


class History:
    """Keep the last visits, at most `LIMIT` of them, and a place among them."""

    def __init__(self) -> None:
        self._visits: list[Visit] = []
        self._current = -1

    def __len__(self) -> int:
        """Return how many visits are kept."""
        return len(self._visits)

    @property
    def can_go_back(self) -> bool:
        """Tell whether there is a visit before the current one."""
        return self._current > 0

    @property
    def can_go_forward(self) -> bool:
        """Tell whether there is a visit after the current one."""
        return self._current + 1 < len(self._visits)

    def visit(self, visit: Visit) -> None:
        """Go to a new page; what lay ahead is forgotten."""
        del self._visits[self._current + 1 :]
        self._visits.append(visit)
        del self._visits[:-LIMIT]
        self._current = len(self._visits) - 1

    def update(self, visit: Visit) -> None:
        """Replace the current visit, as when the page was scrolled before leaving it."""
        if self._visits:
            self._visits[self._current] = visit

    def back(self) -> Visit | None:
        """Step back and return that visit, or None at the start."""
        if not self.can_go_back:
            return None
        self._current -= 1
        return self._visits[self._current]

    def forward(self) -> Visit | None:
        """Step forward and return that visit, or None at the end."""
        if not self.can_go_forward:
            return None
        self._current += 1
        return self._visits[self._current]
