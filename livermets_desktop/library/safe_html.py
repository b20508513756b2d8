"""Makes the HTML of an article harmless before Qt sees it.

Qt reads files that HTML names by itself, nested tables cost it exponential time and one endless
word hangs it. `clean` lets through only what our own articles consist of, and never raises: a text
over the limits comes back as plain paragraphs.
"""

import re
from collections.abc import Iterator
from html import escape, unescape

from livermets_desktop.library.control_characters import strip_control
from livermets_desktop.library.html_limits import (
    DROPPED,
    MAX_LENGTH,
    TOKEN,
    is_too_complex,
    without_dropped,
)

_ID = r"[a-z0-9]+(?:[-_][a-z0-9]+)*"
_WORDS = re.compile(r"[\s\u200b]+|[^\s\u200b]+")
_MAX_WORD = 200  # longer than any address
_WORD_PART = 80
_MAX_SPACE = 8
_PARAGRAPH = 2_000
# More than this would not be laid out within two seconds.
_MAX_SHOWN = 1_000_000
_INLINE = frozenset(("a", "em", "span", "strong", "sub", "sup"))
_WEB = re.compile(r"(?:https?|ftp)://\S{1,2000}", re.IGNORECASE)
_ALLOWED = {
    "a": {
        "href": rf"article:{_ID}(?:#{_ID})?|(?:term|ask|note):{_ID}|source:[1-9][0-9]{{0,3}}",
        "name": _ID,
        "class": "term|cite|unverified",
    },
    "br": {},
    "em": {},
    "h2": {},
    "h3": {},
    "img": {
        "src": rf"icon:{_ID}|figure:{_ID}(?:/{_ID})?",
        "alt": r"(?s:.*)",
        "width": "[1-9][0-9]{0,3}",
        "height": "[1-9][0-9]{0,3}",
    },
    "li": {},
    "ol": {"class": "sources"},
    "p": {"class": "lead|callout-title|caption|figure|entry|ask"},
    "span": {"class": "address"},
    "strong": {},
    "sub": {},
    "sup": {},
    "table": {"class": "callout (?:urgent|note|evidence)|data", "width": "100%"},
    "td": {"class": "icon|text", "align": "left|right"},
    "th": {"align": "left|right"},
    "tr": {},
    "ul": {},
}
_PATTERNS = {
    (tag, name): re.compile(pattern)
    for tag, attributes in _ALLOWED.items()
    for name, pattern in attributes.items()
}
_ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')
# Schemes that nh3 leaves to our own patterns; all others it removes itself.
_SCHEMES = {"article", "term", "ask", "note", "source", "icon", "figure", "http", "https", "ftp"}


def plain_text(html: str) -> str:
    """Return the words of a text in HTML, without markup; blocks stand on lines of their own."""
    parts: list[str] = []
    place = 0
    text = without_dropped(html)
    for token in TOKEN.finditer(text):
        parts.append(text[place : token.start()])
        parts.append("" if (token["name"] or "").lower() in _INLINE else "\n")
        place = token.end()
    parts.append(text[place:])
    lines = strip_control(unescape("".join(parts))).split("\n")
    return "\n".join(words for line in lines if (words := " ".join(line.split())))


def clean(html: str) -> str:
    """Return HTML that holds nothing but what our own articles consist of."""
    text = without_dropped(strip_control(html[: MAX_LENGTH + 1]))
    if len(html) > MAX_LENGTH or is_too_complex(text):
        return _as_paragraphs(html)
    safe = strip_control(_allowed_only(text))
    return _as_paragraphs(html) if is_too_complex(safe) else "".join(_finish(safe))


def _allowed_only(html: str) -> str:
    # Imported here: a library that is trusted never needs it.
    import nh3  # noqa: PLC0415

    return nh3.clean(
        html,
        tags=set(_ALLOWED),
        clean_content_tags=set(DROPPED),
        attributes={tag: set(names) for tag, names in _ALLOWED.items()},
        attribute_filter=_attribute,
        link_rel=None,
        url_schemes=_SCHEMES,
    )


def _attribute(tag: str, name: str, value: str) -> str | None:
    # Asked about elements too that are removed afterwards; an error in here would let all pass.
    pattern = _PATTERNS.get((tag, name))
    if pattern and pattern.fullmatch(value):
        return value
    if (tag, name) == ("a", "href") and _WEB.fullmatch(value.strip()):
        return value.strip()
    return None


def _finish(html: str) -> Iterator[str]:
    """Write web addresses out, put words in the place of images, and break endless words up."""
    breaker = _Breaker()
    addresses: list[str] = []
    place = 0
    for token in TOKEN.finditer(html):
        yield breaker.text(unescape(html[place : token.start()]))
        place = token.end()
        tag, name = token[0], token["name"]
        attributes = dict(_ATTRIBUTE.findall(tag))
        breaker.pass_tag(name)
        if name == "a" and token["end"]:
            address = addresses.pop() if addresses else ""
            yield breaker.text(f" ({address})") if address else ""
        elif name == "a":
            tag, address = _without_web_address(tag, attributes.get("href", ""))
            addresses.append(address)
        elif name == "img" and "src" not in attributes:
            tag = breaker.text(unescape(attributes.get("alt", "")))
        yield tag
    yield breaker.text(unescape(html[place:]))


def _without_web_address(tag: str, href: str) -> tuple[str, str]:
    if not _WEB.fullmatch(unescape(href)):
        return tag, ""
    return tag.replace(f' href="{href}"', ""), unescape(href)


def _as_paragraphs(html: str) -> str:
    text = " ".join(plain_text(html[:_MAX_SHOWN]).split())
    if len(html) > _MAX_SHOWN:
        text += " …"
    pieces = (text[start : start + _PARAGRAPH] for start in range(0, len(text), _PARAGRAPH))
    return "".join(f"<p>{_Breaker().text(piece)}</p>" for piece in pieces)


class _Breaker:
    """Escape text, and break up words and spaces that have no end, across inline tags too."""

    def __init__(self) -> None:
        self._letters = 0
        self._spaces = 0

    def pass_tag(self, name: str | None) -> None:
        """Note a tag: all but inline ones end a word."""
        if name not in _INLINE:
            self._letters = self._spaces = 0

    def text(self, text: str) -> str:
        """Return the text as HTML."""
        pieces = (
            self._space(piece) if piece[0] == "\u200b" or piece[0].isspace() else self._word(piece)
            for piece in _WORDS.findall(text)
        )
        return escape("".join(pieces), quote=False)

    def _space(self, piece: str) -> str:
        before, self._spaces = self._spaces, self._spaces + len(piece)
        self._letters = 0
        if self._spaces <= _MAX_SPACE:
            return piece
        return "" if before else " "

    def _word(self, piece: str) -> str:
        before, self._letters = self._letters, self._letters + len(piece)
        self._spaces = 0
        if self._letters <= _MAX_WORD:
            return piece
        parts = [piece[start : start + _WORD_PART] for start in range(0, len(piece), _WORD_PART)]
        self._letters = len(parts[-1])
        return "\u200b" * bool(before) + "\u200b".join(parts)
