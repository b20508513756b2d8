"""Tells in linear time whether HTML is too large or too deeply nested to be parsed at all.

The scan may count too much, never too little: an end tag counts only if it closes the tag that was
opened last, and not at all where a parser could see other tags than this scan does.
"""

import re

MAX_LENGTH = 1_000_000
_MAX_DEPTH = 40
_MAX_TABLES = 3
_MAX_CELLS = 3_000
_CELLS = frozenset(("td", "th"))
# A parser takes quadratic time for elements that stand in a table beside its cells, for attributes
# of one tag and for ampersands.
_MAX_OTHERS = 30_000
_MAX_TAG = 4_000
_MAX_ENTITIES = 20_000

# Elements that go together with the text in them.
DROPPED = (
    "iframe",
    "math",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "script",
    "select",
    "style",
    "svg",
    "template",
    "textarea",
    "title",
    "xmp",
)
# Elements, and beginnings of anything but a tag, after which tags are not what they look like.
_TREACHEROUS = frozenset((*DROPPED, "frameset", "plaintext", ""))
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)

# Every alternative takes the rest of the text rather than failing, so that no place is read twice.
TOKEN = re.compile(
    r"""<(?:
        (?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*+)
        (?: [^>=]++ | =\s*+(?: "[^"]*+(?:"|\Z) | '[^']*+(?:'|\Z) )?+ )*+ (?:>|\Z)
        | [!?/][^>]*+(?:>|\Z)
    )""",
    re.VERBOSE,
)
_DROPPED = re.compile(
    rf"<({'|'.join(DROPPED)})\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL
)


def without_dropped(html: str) -> str:
    """Return the text without comments, scripts and the like where they are plainly written."""
    return _DROPPED.sub("", html)


def is_too_complex(html: str) -> bool:
    """Tell whether the text is longer, fuller or more nested than an article ever is."""
    if len(html) > MAX_LENGTH or html.count("&") > _MAX_ENTITIES:
        return True
    scan = _Scan()
    return not all(scan.accepts(token) for token in TOKEN.finditer(html))


class _Scan:
    """Count what the tags of a text open."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._closes = True
        self._tables = self._cells = self._others = 0

    def accepts(self, token: re.Match[str]) -> bool:
        """Count one tag, and tell whether all is still within the limits."""
        name = (token["name"] or "").lower()
        self._closes = self._closes and name not in _TREACHEROUS
        if name not in _CELLS:
            self._others += 1
        if token["end"]:
            self._close(name)
        else:
            self._enter(name)
        return (
            len(self._open) <= _MAX_DEPTH
            and self._tables <= _MAX_TABLES
            and self._cells <= _MAX_CELLS
            and self._others <= _MAX_OTHERS
            and token.end() - token.start() <= _MAX_TAG
        )

    def _enter(self, name: str) -> None:
        self._cells += name in _CELLS
        self._tables += name == "table"
        if name not in _VOID:
            self._open.append(name)

    def _close(self, name: str) -> None:
        if self._closes and self._open and self._open[-1] == name:
            self._open.pop()
            self._tables -= name == "table"
