"""What a reader looks for, as a typed value."""

from typing import NamedTuple

from livermets_desktop.model.hit import Condition
from livermets_desktop.model.kind import Kind
from livermets_desktop.model.level import Level


class Filters(NamedTuple):
    """Leave only sections of one level, one group (by its id) or one kind; empty leaves all."""

    level: Level | None = None
    group: str = ""
    kind: Kind | None = None


class QueryTerm(NamedTuple):
    """Name one thing a section has to hold: a word, a compound or a quoted phrase.

    `words` are in lower case, without accents, in the order typed: ("jaundice",) or ("5", "fu").
    `quoted`: the words stand side by side. `spaced`: a compound was typed with spaces ("CA 19-9").
    `open`: the last word may go on, because the reader is still typing it. `titled`: the title or
    the heading has to hold it. `grammar`: it says nothing by itself ("of", "is").
    """

    words: tuple[str, ...]
    quoted: bool = False
    spaced: bool = False
    open: bool = False
    titled: bool = False
    grammar: bool = False

    @property
    def joined(self) -> str:
        """Return the words of a compound written as one, "" for a single word or a phrase."""
        return "" if self.quoted or len(self.words) == 1 else "".join(self.words)


class Query(NamedTuple):
    """Hold a cleaned query and its terms, in the order typed; no terms find nothing.

    `spoken` are all terms, `terms` are without those of grammar, if others remain. `excluded` are
    terms that no section may hold, `conditions` what was asked for beyond words.
    """

    text: str
    terms: tuple[QueryTerm, ...] = ()
    excluded: tuple[QueryTerm, ...] = ()
    conditions: tuple[Condition, ...] = ()
    spoken: tuple[QueryTerm, ...] = ()

    @property
    def dropped(self) -> tuple[str, ...]:
        """Return the words that were left out."""
        if len(self.spoken) == len(self.terms):
            return ()
        return tuple(" ".join(term.words) for term in self.spoken if term not in self.terms)
