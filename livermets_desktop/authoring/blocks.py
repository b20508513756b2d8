"""Gives the blocks of Markdown the shape that an article has on screen.

The shapes are those that the reader's style sheet knows and Qt's rich text can show: call-outs are
tables of one row, for instance.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from livermets_desktop.authoring.element_text import fill
from livermets_desktop.library.format import LARGE_FIGURE_DOTS

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_HEADING_ID = re.compile(r"\s*\{#([a-z0-9]+(?:-[a-z0-9]+)*)\}\s*$")
_TABLE_CAPTION = "Table:"
_ICON_SIZE = "20"


@dataclass(slots=True)
class BlockShaper:
    """Shapes the blocks of one text and counts its figures and tables."""

    article: str
    sizes: Mapping[str, tuple[int, int]]
    _tables: int = field(default=0, init=False)
    _figures: int = field(default=0, init=False)

    def shape(self, parent: Element) -> None:
        """Shape everything below an element."""
        blocks: list[Element] = []
        for child in list(parent):
            blocks += self._shaped(child, blocks[-1] if blocks else None)
        _replace_children(parent, blocks)

    def _shaped(self, block: Element, before: Element | None) -> list[Element]:
        if block.tag in _HEADINGS:
            return [_heading(block)]
        if block.tag == "div":
            return [self._callout(block)]
        if block.tag == "table":
            return [_data_table(block)]
        if block.tag == "img":
            return [self._image(block)]
        if block.tag == "p":
            return self._paragraph(block, before)
        self.shape(block)
        return [block]

    def _paragraph(self, block: Element, before: Element | None) -> list[Element]:
        if _only_images(block):
            return [part for image in list(block) for part in self._figure(image)]
        self.shape(block)
        if _is_data_table(before) and _is_table_caption(block):
            return [self._table_caption(block)]
        return [block]

    def _callout(self, block: Element) -> Element:
        kind = block.get("class", "").removeprefix("admonition").strip() or "note"
        self.shape(block)
        text = _element("td", "text")
        text.extend(block)
        for paragraph in text.iter("p"):
            if paragraph.get("class") == "admonition-title":
                paragraph.set("class", "callout-title")
        icon = _element("td", "icon")
        size = {"width": _ICON_SIZE, "height": _ICON_SIZE}
        icon.append(Element("img", {"src": f"icon:{kind}", **size}))
        row = Element("tr")
        row.extend((icon, text))
        table = Element("table", {"class": f"callout {kind}", "width": "100%"})
        table.append(row)
        return table

    def _table_caption(self, paragraph: Element) -> Element:
        self._tables += 1
        paragraph.text = (paragraph.text or "").lstrip().removeprefix(_TABLE_CAPTION)
        return _caption(f"Table {self._tables}.", paragraph)

    def _figure(self, image: Element) -> Iterable[Element]:
        self._figures += 1
        text = Element("p")
        text.text = f" {image.get('title', '')}"
        frame = _element("p", "figure")
        frame.append(self._image(image))
        return frame, _caption(f"Figure {self._figures}.", text)

    def _image(self, image: Element) -> Element:
        name = f"{self.article}/{image.get('src', '').removesuffix('.svg')}"
        width, height = self.sizes.get(name, (0, 0))
        result = Element("img", {"src": f"figure:{name}", "alt": image.get("alt", "")})
        result.set("width", str(width // LARGE_FIGURE_DOTS))
        result.set("height", str(height // LARGE_FIGURE_DOTS))
        result.tail = image.tail
        return result


def _heading(block: Element) -> Element:
    """Move the id from the end of the heading into a place to jump to."""
    last = block[-1] if len(block) else None
    text = (block.text if last is None else last.tail) or ""
    found = _HEADING_ID.search(text)
    rest = text[: found.start()] if found else text
    if last is None:
        block.text = rest
    else:
        last.tail = rest
    anchor = Element("a", {"name": found.group(1)} if found else {})
    anchor.tail = block.text
    block.text = None
    block.insert(0, anchor)
    return block


def _data_table(block: Element) -> Element:
    table = Element("table", {"class": "data", "width": "100%"})
    for row in block.iter("tr"):
        for cell in row:
            align = "right" if "right" in cell.get("style", "") else "left"
            cell.attrib.clear()
            if align == "right" or cell.tag == "th":
                cell.set("align", align)
        table.append(row)
    return table


def _is_data_table(block: Element | None) -> bool:
    return block is not None and block.get("class") == "data"


def _is_table_caption(block: Element) -> bool:
    return (block.text or "").lstrip().startswith(_TABLE_CAPTION)


def _only_images(block: Element) -> bool:
    texts = [block.text, *(child.tail for child in block)]
    is_empty = not any(text and text.strip() for text in texts)
    return is_empty and len(block) > 0 and all(child.tag == "img" for child in block)


def _caption(label: str, text: Element) -> Element:
    strong = Element("strong")
    strong.text = label
    strong.tail = text.text
    caption = _element("p", "caption")
    caption.append(strong)
    caption.extend(text)
    return caption


def _element(tag: str, name: str) -> Element:
    return Element(tag, {"class": name})


def _replace_children(parent: Element, children: list[Element]) -> None:
    pieces: list[str | Element] = [parent.text or ""]
    for child in children:
        pieces += [child, child.tail or ""]
    fill(parent, pieces)
