"""How what the index keeps of a section is written: read without a parser."""

from array import array
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from livermets_desktop.model.article import SectionText
from livermets_desktop.model.kind import Kind
from livermets_desktop.model.level import Level
from livermets_desktop.search.analysis import FoldedWord

_FIELD, _LINE, _WORD = "\x1f", "\n", " "


class Place(NamedTuple):
    """Identify an indexed section."""

    article: str
    section: str
    level: Level
    group: str
    kind: Kind


def write_places(sections: Iterable[SectionText]) -> str:
    """Write line by line which sections they are."""
    return _LINE.join(
        _FIELD.join((one.article, one.section, one.level, one.group, one.kind)) for one in sections
    )


def read_places(text: str) -> list[Place]:
    """Read what `write_places` wrote."""
    levels, kinds = {one.value: one for one in Level}, {one.value: one for one in Kind}
    rows = (line.split(_FIELD) for line in text.split(_LINE) if line)
    return [
        Place(article, section, levels[level], group, kinds[kind])
        for article, section, level, group, kind in rows
    ]


def write_shown(section: SectionText) -> bytes:
    """Write what a hit shows of a section: title, heading, title of the group, text."""
    parts = (section.title, section.heading, section.group_title, section.body)
    return _FIELD.join(parts).encode()


def read_shown(data: bytes) -> list[str]:
    """Read what `write_shown` wrote."""
    return data.decode().split(_FIELD)


def write_names(names: Sequence[Sequence[str]]) -> bytes:
    """Write the stems of several names."""
    return _LINE.join(_WORD.join(stems) for stems in names).encode()


def read_names(data: bytes) -> list[list[str]]:
    """Read what `write_names` wrote."""
    return [line.split() for line in data.decode().split(_LINE)]


def write_words(words: Sequence[FoldedWord]) -> bytes:
    """Write the stems of a text and where they begin and end in it."""
    offsets = array("I")
    for word in words:
        offsets.extend((word.start, word.end))
    stems = _WORD.join(word.text for word in words).encode()
    return len(stems).to_bytes(4, "little") + stems + offsets.tobytes()


def read_words(data: bytes) -> tuple[list[str], "array[int]"]:
    """Read what `write_words` wrote: the stems, and twice as many offsets."""
    end = 4 + int.from_bytes(data[:4], "little")
    offsets = array("I")
    offsets.frombytes(data[end:])
    return data[4:end].decode().split(), offsets
