"""A hand-out: parts of several pages, and questions, for one person to take home."""

from typing import NamedTuple

from livermets_desktop.model.bookmark import Bookmark

MOST_PARTS = 60
LONGEST_LINE = 200
LONGEST_QUESTION = 300


class Handout(NamedTuple):
    """Hold the parts in their order: places of the library, and questions in a patient's words.

    `line` stands at the top, such as an appointment; `name` is what a kept list is called.
    """

    parts: tuple[Bookmark | str, ...] = ()
    line: str = ""
    name: str = ""

    def with_part(self, part: Bookmark | str, at: int | None = None) -> "Handout":
        """Add a part, at the end if no place is named; what is there already stays as it is.

        Raises:
            OverflowError: if there is no room for it.
        """
        if self.holds(part):
            return self
        if len(self.parts) >= MOST_PARTS:
            raise OverflowError
        place = len(self.parts) if at is None else at
        return self._replace(parts=(*self.parts[:place], part, *self.parts[place:]))

    def without(self, number: int) -> "Handout":
        """Take one part out."""
        return self._replace(parts=(*self.parts[:number], *self.parts[number + 1 :]))

    def with_moved(self, number: int, to: int) -> "Handout":
        """Give one part another place in the order."""
        parts = list(self.parts)
        parts.insert(max(0, min(to, len(parts) - 1)), parts.pop(number))
        return self._replace(parts=tuple(parts))

    def holds(self, part: Bookmark | str) -> bool:
        """Tell whether it has the same place at the same level, or the same question."""
        if isinstance(part, str):
            return part in self.parts
        return any(isinstance(one, Bookmark) and one.marks_same(part) for one in self.parts)
