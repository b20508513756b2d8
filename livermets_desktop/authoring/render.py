"""From the text of an article to the page that is shown."""

import re
from collections.abc import Collection, Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from livermets_desktop.authoring.article_files import LevelText
from livermets_desktop.authoring.blocks import BlockShaper
from livermets_desktop.authoring.element_text import Piece, as_html, expand
from livermets_desktop.authoring.glossary_links import Glossary, TermLinker
from livermets_desktop.authoring.made_lists import MadeLists
from livermets_desktop.authoring.markdown_text import CITATION, citation_keys
from livermets_desktop.authoring.markdown_tree import parse_markdown
from livermets_desktop.library.html_limits import is_too_complex
from livermets_desktop.library.safe_html import clean, plain_text
from livermets_desktop.model.article import Source

IN_SHORT = "in-short"
IN_SHORT_HEADING = "In short"

_NO_BREAK = "\u00a0"
_PERCENT = re.compile(r"(?<=\d)\s?%")
_CODE = frozenset({"code", "pre"})
_NO_TERMS = frozenset({*_CODE, "a", "h2", "h3", "th"})
_NO_MARKS = frozenset({*_CODE, "a", "h2", "h3"})
_NO_TERM_CLASSES = frozenset({"caption", "callout-title", "entry"})
_SHOW_FIGURES = "Show the figures"
# The mark of a statement for which no source was read: "(not verified)", "(rare; not verified)".
_UNVERIFIED = re.compile(r"\bnot verified(?=[^()]*\))")


class RenderError(Exception):
    """Report a text that is too complex to be shown."""


_ENDS = (".", ":", ";", "?", "!", ",", "…", ")")


@dataclass(frozen=True, slots=True)
class RenderedSection:
    """Hold one section as plain text; a citation leaves no trace in it."""

    id: str
    heading: str
    depth: int
    body: str


@dataclass(frozen=True, slots=True)
class Page:
    """Hold one text as HTML, its sections and the keys of its sources in the order of numbers.

    `asked_html` has the figures that the reader has to ask for, "" if there are none; the sections
    are without them.
    """

    html: str
    asked_html: str
    sections: tuple[RenderedSection, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Renderer:
    """Renders texts with the sources, terms, made lists and figures of a library.

    `figure_sizes` gives the width and height in pixels of figures, by "article/figure".
    """

    sources: Mapping[str, Source]
    glossary: Glossary
    lists: MadeLists
    figure_sizes: Mapping[str, tuple[int, int]]

    def render(self, article: str, text: LevelText) -> Page:
        """Return the page of a text.

        Raises:
            RenderError: if the page would be too complex for the window.
        """
        root = parse_markdown(text.text)
        self.lists.insert(root)
        BlockShaper(article, self.figure_sizes).shape(root)
        root.insert(0, _lead(text.summary))
        numbers: dict[str, int] = {}
        expand(root, _bind_percent, _is_code)
        # Citations first: the key of a source may be a term too.
        expand(root, lambda part: self._cite(part, numbers), _is_code)
        expand(root, _mark_unverified, _is_heading)
        expand(root, TermLinker(self.glossary).link, _takes_no_terms)
        sources = list(self._source_list(numbers)) if numbers else []
        shown = _without_asked(root, text.asks_first)
        asked = _html([*root, *sources]) if text.asks_first else ""
        html = _html([*shown, *sources])
        return Page(html, asked, tuple(_sections(shown)), tuple(numbers))

    def _cite(self, text: str, numbers: dict[str, int]) -> list[Piece]:
        """Replace citations by numbered links that stay with the sentence before them."""
        pieces: list[Piece] = []
        end = 0
        for found in CITATION.finditer(text):
            keys = citation_keys(found.group(1))
            if not self.sources.keys() >= set(keys):
                continue
            before = text[end : found.start()]
            kept = before.rstrip()
            pieces.append(kept + _NO_BREAK if kept != before else before)
            for index, key in enumerate(keys):
                number = numbers.setdefault(key, len(numbers) + 1)
                pieces += [" ", _citation(number)] if index else [_citation(number)]
            end = found.end()
        return [*pieces, text[end:]]

    def _source_list(self, numbers: Mapping[str, int]) -> tuple[Element, Element]:
        heading = Element("h2")
        SubElement(heading, "a", {"name": "sources"}).tail = "Sources"
        items = Element("ol", {"class": "sources"})
        for key, number in numbers.items():
            source = self.sources[key]
            date = f" {_sentence(source.date)}" if source.date else ""
            item = SubElement(items, "li")
            anchor = SubElement(item, "a", {"name": f"source-{number}"})
            anchor.tail = f"{source.organisation}: {_sentence(source.title)}{date} "
            SubElement(item, "span", {"class": "address"}).text = source.address
        return heading, items


def _html(blocks: Iterable[Element]) -> str:
    html = "\n".join(as_html(block) for block in blocks)
    if is_too_complex(html):
        raise RenderError("The text is too complex to be shown: nested too deeply or too long.")
    return clean(html)


def _without_asked(root: Element, asks_first: Collection[str]) -> list[Element]:
    """Leave of the sections that ask first their first block, and put the choice below it."""
    shown: list[Element] = []
    section, blocks = "", 0
    for block in root:
        if block.tag == "h2":
            section, blocks = block[0].get("name", ""), 0
        else:
            blocks += 1
        if section not in asks_first or blocks <= 1:
            shown.append(block)
        if section in asks_first and blocks == 1:
            shown.append(_choice(section))
    return shown


def _choice(section: str) -> Element:
    choice = Element("p", {"class": "ask"})
    SubElement(choice, "a", {"href": f"ask:{section}"}).text = _SHOW_FIGURES
    return choice


def _lead(summary: str) -> Element:
    lead = Element("p", {"class": "lead"})
    SubElement(lead, "a", {"name": IN_SHORT}).tail = summary
    return lead


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _bind_percent(text: str) -> list[Piece]:
    return [_PERCENT.sub(f"{_NO_BREAK}%", text)]


def _citation(number: int) -> Element:
    link = Element("a", {"class": "cite", "href": f"source:{number}"})
    link.text = f"[{number}]"
    return link


def _mark_unverified(text: str) -> list[Piece]:
    """Make a link to its meaning of each mark."""
    pieces: list[Piece] = []
    end = 0
    for found in _UNVERIFIED.finditer(text):
        mark = Element("a", {"class": "unverified", "href": "note:unverified"})
        mark.text = found.group()
        pieces += [text[end : found.start()], mark]
        end = found.end()
    return [*pieces, text[end:]]


def _is_heading(element: Element) -> bool:
    return element.tag in _NO_MARKS


def _is_code(element: Element) -> bool:
    return element.tag in _CODE


def _takes_no_terms(element: Element) -> bool:
    return element.tag in _NO_TERMS or element.get("class") in _NO_TERM_CLASSES


def _sections(page: Iterable[Element]) -> list[RenderedSection]:
    """Divide the page at its headings."""
    found: list[tuple[str, str, int, list[Element]]] = [(IN_SHORT, IN_SHORT_HEADING, 2, [])]
    for block in page:
        if block.tag in {"h2", "h3"}:
            name = block[0].get("name", "")
            found.append((name, _words([block]), int(block.tag[1]), []))
        else:
            found[-1][3].append(block)
    return [
        RenderedSection(name, heading, depth, _body(blocks))
        for name, heading, depth, blocks in found
    ]


def _body(blocks: list[Element]) -> str:
    """Return the words of a section, a block a line, list items and cells told apart by ";"."""
    lines = [line.strip() for line in _words(blocks).splitlines()]
    ended = [line if line.endswith(_ENDS) else f"{line};" for line in lines[:-1]]
    return "\n".join((*ended, *lines[-1:]))


def _words(blocks: list[Element]) -> str:
    """Return the plain text of blocks without their citations."""
    copies = [deepcopy(block) for block in blocks]
    for block in copies:
        for element in block.iter("a"):
            if element.get("class") == "cite":
                element.text = ""
    return plain_text("\n".join(as_html(block) for block in copies))
