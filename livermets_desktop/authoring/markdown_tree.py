"""From Markdown to a tree of elements, without HTML, references or automatic links."""

from html import unescape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.admonition import AdmonitionExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor

from livermets_desktop.authoring.element_text import expand
from livermets_desktop.authoring.markdown_text import markdown_lines

_INLINE = (
    "html",
    "entity",
    "autolink",
    "automail",
    "reference",
    "image_reference",
    "short_reference",
    "short_image_ref",
)
_BLOCKS = ("reference", "setextheader", "hr")
# After all processors that come with Markdown.
_LAST = -10


class _KeepTree(Treeprocessor):
    """Keeps the finished tree, which Markdown itself would only hand out as HTML."""

    def __init__(self, markdown: Markdown) -> None:
        super().__init__(markdown)
        self.root = Element("div")

    def run(self, root: Element) -> None:
        self.root = root


def parse_markdown(text: str) -> Element:
    """Return the blocks of a text below one root."""
    markdown = Markdown(extensions=[AdmonitionExtension(), SaneListExtension(), TableExtension()])
    markdown.preprocessors.deregister("html_block")
    for name in _INLINE:
        markdown.inlinePatterns.deregister(name)
    for name in _BLOCKS:
        markdown.parser.blockprocessors.deregister(name)
    markdown.treeprocessors.deregister("prettify")
    keeper = _KeepTree(markdown)
    markdown.treeprocessors.register(keeper, "keep", _LAST)
    markdown.convert("\n".join(markdown_lines(text)))
    # Entities, also those that Markdown writes for code, become the signs they stand for.
    expand(keeper.root, lambda part: [unescape(part)], lambda _: False)
    return keeper.root
