"""What a search answers."""

from enum import StrEnum
from typing import NamedTuple

from livermets_desktop.model.kind import Kind
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
    kind: Kind = Kind.ARTICLE

    @property
    def location(self) -> Location:
        """Return the place to open."""
        return Location(self.article, self.section)


class NameKind(StrEnum):
    """Tell what a name that begins with the typed words stands for."""

    TITLE = "title"
    ALIAS = "alias"
    HEADING = "heading"
    TERM = "term"


class Name(NamedTuple):
    """Name a place by a title, an alias, a heading or a glossary term that a reader may go to.

    `text` is the name as written, `title` that of the article it leads to.
    """

    text: str
    kind: NameKind
    article: str
    section: str
    level: Level
    title: str

    @property
    def location(self) -> Location:
        """Return the place to open."""
        return Location(self.article, self.section)


class ConditionKind(StrEnum):
    """Tell what a reader asked for beyond words."""

    PHRASE = "phrase"
    EXCLUDED = "excluded"
    TITLE = "title"


class Condition(NamedTuple):
    """Tell one thing a reader asked for, as `text`; it was typed as `query[start:end]`."""

    kind: ConditionKind
    text: str
    start: int
    end: int


class Results(NamedTuple):
    """Answer one query: the best hits, how many sections match in all, what else was understood.

    `suggestion` is a better spelling of the whole query ("" for none); `words` are the folded forms
    to mark in a text; `exact` says that the query is the title or an alias of the first hit; `also`
    are other words that were looked for, `corrected` unknown words and what they were taken for,
    `ignored` typed words that stand nowhere, `nearest` words of the library that come near to a
    query without hits; `partial` says that no section holds all that was typed. `names` are the
    places whose name begins with the query. `wanted`, `unwanted` and `dropped` say what was looked
    for, what no hit may hold and which words of grammar were left out. `groups` and `kinds` count
    the sections that a filter by them would leave, the most first.
    """

    query: str
    hits: tuple[Hit, ...] = ()
    total: int = 0
    suggestion: str = ""
    words: tuple[str, ...] = ()
    exact: bool = False
    also: tuple[str, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()
    partial: bool = False
    ignored: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()
    names: tuple[Name, ...] = ()
    conditions: tuple[Condition, ...] = ()
    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    groups: tuple[tuple[str, int], ...] = ()
    kinds: tuple[tuple[Kind, int], ...] = ()
