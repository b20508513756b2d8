"""Replacing text inside a tree of elements by text and further elements."""

from collections.abc import Callable, Iterable
from xml.etree.ElementTree import Element, tostring

Piece = str | Element


def expand(
    element: Element, change: Callable[[str], Iterable[Piece]], skip: Callable[[Element], bool]
) -> None:
    """Replace each text below an element, in the order of reading, by what `change` returns."""
    if skip(element):
        return
    pieces = list(change(element.text or ""))
    for child in list(element):
        tail = child.tail or ""
        expand(child, change, skip)
        pieces += [child, *change(tail)]
    fill(element, pieces)


def fill(element: Element, pieces: Iterable[Piece]) -> None:
    """Make an element consist of texts and elements."""
    attributes = dict(element.attrib)
    tail = element.tail
    element.clear()
    element.attrib.update(attributes)
    element.tail = tail
    last: Element | None = None
    for piece in pieces:
        if isinstance(piece, Element):
            piece.tail = ""
            element.append(piece)
            last = piece
        elif last is None:
            element.text = (element.text or "") + piece
        else:
            last.tail = (last.tail or "") + piece


def as_html(element: Element) -> str:
    """Write an element, without the text that follows it."""
    tail, element.tail = element.tail, None
    html = tostring(element, encoding="unicode", method="html")
    element.tail = tail
    return html
