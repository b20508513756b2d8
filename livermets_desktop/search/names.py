"""The names that lead somewhere: titles, headings, other names and terms, by their beginning."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from livermets_desktop.model.article import SectionText
from livermets_desktop.model.hit import Name, NameKind
from livermets_desktop.model.kind import Kind
from livermets_desktop.model.level import Level
from livermets_desktop.search.analysis import compounds
from livermets_desktop.search.schema import IN_SHORT
from livermets_desktop.search.word_forms import american

_FIELD, _OR, _LINE = "\x1f", "\x1e", "\n"
_SHORTEST = 2  # letters
_MOST_READ = 512  # names that begin with two letters
_FIRST_WORDS = 3  # a name is found by each of its first words
_ORDER = (NameKind.TITLE, NameKind.ALIAS, NameKind.TERM, NameKind.HEADING)


class _Key(NamedTuple):
    """Hold the beginning by which a name is found; `word` is the place of its first word."""

    key: str
    word: int
    name: int


class Names:
    """Find names by their beginning, in either spelling, at the start of one of their words."""

    def __init__(self, file: str) -> None:
        lines = [line.split(_FIELD) for line in file.split(_LINE) if line]
        self._names = [fields[:-1] for fields in lines]
        self._keys = sorted(
            _Key(" ".join(words[first:]), first, number)
            for number, fields in enumerate(lines)
            for words in map(str.split, fields[-1].split(_OR))
            for first in range(min(len(words), _FIRST_WORDS))
        )

    def beginning(self, text: str, prefer: Level | None, limit: int) -> tuple[Name, ...]:
        """Return the best names that begin so: whole names first, titles before headings."""
        keys = {_folded(text), _spelled(_folded(text))}
        if len(min(keys, key=len)) < _SHORTEST:
            return ()
        best: dict[tuple[str, str, str], tuple[tuple[object, ...], Name]] = {}
        for found in (found for key in keys for found in self._found(key)):
            name = _read(self._names[found.name])
            rank = (
                found.word > 0,
                _ORDER.index(name.kind),
                prefer is not None and name.level is not prefer,
                len(name.text),
                found.name,
            )
            place = (name.article, name.section, name.text.casefold())
            if place not in best or rank < best[place][0]:
                best[place] = (rank, name)
        ranked = sorted(best.values(), key=lambda one: one[0])
        return tuple(_first_of_each_place(name for _, name in ranked))[:limit]

    def _found(self, key: str) -> Iterator[_Key]:
        start = bisect_left(self._keys, (key,))
        for found in self._keys[start : start + _MOST_READ]:
            if not found.key.startswith(key):
                return
            yield found


def names_file(sections: Iterable[SectionText]) -> str:
    """Write the names of sections."""
    return _LINE.join(_written(name) for section in sections for name in _names(section))


def _written(name: Name) -> str:
    """Write a name with what it is compared by: typed letters begin one of two spellings."""
    folded = _folded(name.text)
    return _FIELD.join((*name, _OR.join(dict.fromkeys((folded, _spelled(folded))))))


def _names(section: SectionText) -> Iterator[Name]:
    def name(text: str, kind: NameKind) -> Name:
        text = " ".join(text.split())
        return Name(text, kind, section.article, section.section, section.level, section.title)

    if section.section == IN_SHORT:
        yield name(section.title, NameKind.TITLE)
        for alias in section.aliases:
            yield name(alias, NameKind.ALIAS)
    elif section.kind is Kind.TERM:
        for form in (section.heading, *section.entries):
            yield name(form, NameKind.TERM)
    else:
        yield name(section.heading, NameKind.HEADING)


def _read(fields: Sequence[str]) -> Name:
    text, kind, article, section, level, title = fields
    return Name(text, NameKind(kind), article, section, Level(level), title)


def _first_of_each_place(names: Iterable[Name]) -> Iterator[Name]:
    """Leave out further names of one place."""
    seen = set()
    for name in names:
        if name.location not in seen:
            seen.add(name.location)
            yield name


def _folded(text: str) -> str:
    """Return a name or its beginning as it is compared."""
    return " ".join(part.plain for compound in compounds(text) for part in compound)


def _spelled(folded: str) -> str:
    """Return it in American spelling."""
    return " ".join(map(american, folded.split()))
