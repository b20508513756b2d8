"""Tells in linear time whether HTML is too large or too deeply nested to be parsed at all.

The scan may count too much, never too little: an end tag counts only if it closes the tag that was
opened last, and not at all where a parser could see other tags than this scan does.
"""

import re

MAX_LENGTH = 1_000_000
_MAX_DEPTH = 40
_MAX_TABLES = 3
_MAX_CELLS = 20_000
_MAX_TAG = 4_000

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
    """Tell whether the text has more or deeper elements than an article ever has."""
    open_names: list[str] = []
    tables = cells = 0
    closes = True
    for token in TOKEN.finditer(html):
        name = (token["name"] or "").lower()
        closes = closes and name not in _TREACHEROUS
        if token["end"]:
            if closes and open_names and open_names[-1] == name:
                open_names.pop()
                tables -= name == "table"
            continue
        if name not in _VOID:
            open_names.append(name)
        tables += name == "table"
        cells += name in ("td", "th")
        if len(open_names) > _MAX_DEPTH or tables > _MAX_TABLES or cells > _MAX_CELLS:
            return True
        if token.end() - token.start() > _MAX_TAG:
            return True
    return False
