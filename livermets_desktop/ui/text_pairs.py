"""Two texts of one article side by side: their sections in pairs, the plain one at the left."""

import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

from livermets_desktop.model.level import Level

# The library has cleaned the text: every tag is closed, attributes stand in double quotes.
_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)(?:[^<>"]|"[^"]*")*>')
_HEADING = re.compile(r'<h([23])><a name="([a-z0-9-]+)">')
_SOURCE = re.compile(r'(<a [^>]*?(?:name="source-|href="source:))([0-9]+")')
_SINGLE = ("br", "hr", "img")
_FIRST = "in-short"
_MAIN = 2  # the level of the headings that part a text

_T = TypeVar("_T")


def paired_html(plain: str, clinician: str, titles: tuple[str, str]) -> str:
    """Return a table of one row for each pair of sections, below one with both titles.

    Qt lays a table out whole, but tables only as far as they are looked at. Numbers of sources
    count anew in each text: their addresses say which one is meant.
    """
    left = sections(_with_level(plain, Level.PLAIN))
    right = sections(_with_level(clinician, Level.CLINICIAN))
    rows = (_row(one or "", other or "", "pair") for one, other in pairs(left, right))
    return "".join([_row(*titles, "level"), *rows])


def pairs(
    left: Sequence[tuple[str, _T]], right: Sequence[tuple[str, _T]]
) -> Iterator[tuple[_T | None, _T | None]]:
    """Join what has the same name; the others keep their place beside nothing.

    >>> list(pairs([("a", 1), ("b", 2)], [("a", 3), ("c", 4)]))
    [(1, 3), (2, None), (None, 4)]
    """
    rest = list(right)
    for name, part in left:
        names = [other for other, _ in rest]
        if name not in names:
            yield part, None
            continue
        place = names.index(name)
        yield from ((None, other) for _, other in rest[:place])
        yield part, rest[place][1]
        del rest[: place + 1]
    yield from ((None, part) for _, part in rest)


def _row(left: str, right: str, kind: str) -> str:
    cells = f'<td class="{kind}" width="48%">{left}</td><td width="4%"></td>'
    row = f'<tr>{cells}<td class="{kind}" width="48%">{right}</td></tr>'
    return f'<table class="{kind}" width="100%" cellspacing="0">{row}</table>'


def _with_level(html: str, level: Level) -> str:
    return _SOURCE.sub(rf"\g<1>{level.value}-\g<2>", html)


def sections(html: str) -> list[tuple[str, str]]:
    """Cut a text before each main heading that stands in nothing else.

    >>> sections('<p>A</p><h2><a name="b"></a>B</h2><p>C</p>')
    [('in-short', '<p>A</p>'), ('b', '<h2><a name="b"></a>B</h2><p>C</p>')]
    """
    cuts = [(name, start) for name, level, start in _cuts(html) if level == _MAIN]
    ends = [*(start for _, start in cuts[1:]), len(html)]
    return [(name, html[start:end]) for (name, start), end in zip(cuts, ends, strict=True)]


def section(html: str, wanted: str) -> str:
    """Return one section with those below it, "" if there is none of this name.

    >>> section('<p>A</p><h2><a name="b"></a>B</h2><h3><a name="c"></a>C</h3>', "c")
    '<h3><a name="c"></a>C</h3>'
    """
    cuts = list(_cuts(html))
    for number, (name, level, start) in enumerate(cuts):
        if name == wanted:
            ends = (end for _, other, end in cuts[number + 1 :] if other <= level)
            return html[start : next(ends, len(html))]
    return ""


def _cuts(html: str) -> Iterator[tuple[str, int, int]]:
    """Go through the headings that stand in nothing else: name, level, and where they begin."""
    yield _FIRST, _MAIN, 0
    depth = 0
    for tag in _TAG.finditer(html):
        if tag[1]:
            depth -= 1
        elif tag[2] not in _SINGLE:
            heading = None if depth else _HEADING.match(html, tag.start())
            if heading:
                yield heading[2], int(heading[1]), tag.start()
            depth += 1
