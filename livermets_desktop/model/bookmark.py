"""A place that a reader wants to find again."""

from typing import NamedTuple

from livermets_desktop.model.level import Level
from livermets_desktop.model.location import Location

LONGEST_NAME = 200
# Not printable to Python, but of use in names: what joins or parts letters in some scripts.
_JOINERS = "\u00ad\u200c\u200d"


class Bookmark(NamedTuple):
    """Remember a place at a level, and the words it was shown with when it was marked.

    `name` is what the reader calls it, "" for the words of the library.
    """

    article: str
    section: str
    level: Level
    title: str
    heading: str = ""
    name: str = ""

    @property
    def location(self) -> Location:
        """Return the place."""
        return Location(self.article, self.section)

    @property
    def words(self) -> str:
        """Return what the bookmark is called."""
        return self.name or (f"{self.title}, {self.heading}" if self.heading else self.title)

    def marks_same(self, other: "Bookmark") -> bool:
        """Tell whether the other one marks the same place at the same level."""
        return self[:3] == other[:3]


def clean_name(text: str, longest: int = LONGEST_NAME) -> str:
    """Make one short line of a text, without control characters and overrides of direction."""
    kept = (
        one if one.isprintable() or one in _JOINERS else " " if one.isspace() else ""
        for one in text[: 10 * longest]
    )
    return " ".join("".join(kept).split())[:longest].strip()
