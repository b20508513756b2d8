"""What a search answers."""

from typing import NamedTuple

from livermets_desktop.model.level import Level
from livermets_desktop.model.location import Location


class Snippet(NamedTuple):
    """Quote a section; `marks` are (start, end) offsets of the found words in `text`."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


class Hit(NamedTuple):
    """Name one section that was found, at one level; a higher score is better."""

    article: str
    section: str
    level: Level
    title: str
    heading: str
    group_title: str
    snippet: Snippet
    score: float

    @property
    def location(self) -> Location:
        """Return the place to open."""
        return Location(self.article, self.section)


class Results(NamedTuple):
    """Answer one query: the best hits, how many sections match in all, what else was understood.

    `suggestion` is a better spelling of the whole query ("" for none); `words` are the folded forms
    to mark in a text; `exact` says that the query is the title or an alias of the first hit; `also`
    are other words that were looked for.
    """

    query: str
    hits: tuple[Hit, ...] = ()
    total: int = 0
    suggestion: str = ""
    words: tuple[str, ...] = ()
    exact: bool = False
    also: tuple[str, ...] = ()
