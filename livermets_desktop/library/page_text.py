"""Writes an article as plain text, for the command line."""

import re

from livermets_desktop.errors import NotInLibraryError
from livermets_desktop.library.safe_html import plain_text
from livermets_desktop.model.article import Article

_SECTION = re.compile(r'(?=(?:<h[23]>)?<a name="(?!source-|term-)[a-z0-9-]+"></a>)')
_NAME = re.compile(r'(?:<h[23]>)?<a name="([a-z0-9-]+)"></a>')
_BETWEEN_CELLS = re.compile(r"</t[dh]>\s*<t[dh][^>]*>")


def page_text(article: Article, section: str = "") -> str:
    """Return an article, or one section of it, a paragraph a line.

    Raises:
        NotInLibraryError: if the article has no such section at this level.
    """
    parts = _parts(article.html)
    if not section:
        return "\n\n".join(_text(part) for _, part in parts if part.strip())
    wanted = [_text(part) for name, part in parts if name == section]
    if not wanted:
        raise NotInLibraryError("section", f"{article.id}#{section}")
    return "\n\n".join(wanted)


def _parts(html: str) -> list[tuple[str, str]]:
    """Cut the body into (section, HTML); a heading and its anchor are not cut apart."""
    parts: list[tuple[str, str]] = []
    for part in _SECTION.split(html):
        name = _NAME.match(part)
        if name is None and parts:
            parts[-1] = (parts[-1][0], parts[-1][1] + part)
        elif name is not None and parts and parts[-1][1] in ("<h2>", "<h3>"):
            parts[-1] = (name[1], parts[-1][1] + part)
        else:
            parts.append((name[1] if name else "", part))
    return parts


def _text(html: str) -> str:
    html = _BETWEEN_CELLS.sub(" | ", html).replace("<li>", "<li>- ")
    return plain_text(html)
