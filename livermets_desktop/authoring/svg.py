"""Checks of a figure: only plain drawing elements, nothing from outside, nothing that explodes."""

import math
import re
from pathlib import Path
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl, Locator

import defusedxml.sax
from defusedxml.common import DefusedXmlException

from livermets_desktop.authoring.problem import Place, Report, Rule, quoted
from livermets_desktop.library.format import MAX_FIGURE_PIXELS

# Figures are drawn for a column of a third of this width.
WIDTH = 1704
MAX_DEPTH = 50
MAX_ELEMENTS = 20_000

_SHAPES = ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan")
_PAINTS = ("linearGradient", "radialGradient", "stop", "clipPath", "marker")
_ELEMENTS = frozenset(("svg", "g", "defs", "title", "desc", *_SHAPES, *_PAINTS))
_REASONS = {
    "script": (Rule.SVG_SCRIPT, "Scripts are not allowed in a figure."),
    "use": (Rule.SVG_ELEMENT, "<use> is not allowed in a figure: it can grow without limit."),
    "image": (Rule.SVG_REFERENCE, "<image> is not allowed in a figure; draw it."),
    "foreignObject": (Rule.SVG_ELEMENT, "<foreignObject> is not allowed in a figure."),
}
_EVENT_HANDLER = re.compile(r"on[a-z]+", re.IGNORECASE)
_OUTSIDE = re.compile(
    r"""url\(\s*["']?(?!\s*["']?#)|@import|(?:https?|file|ftp|data|javascript|vbscript):""",
    re.IGNORECASE,
)


def figure_size(view_box: str) -> tuple[int, int] | None:
    """Return width and height of the bitmap for a viewBox, or None if it is not usable.

    >>> figure_size("0 0 568 284")
    (1704, 852)
    """
    try:
        _, _, width, height = (float(part) for part in view_box.replace(",", " ").split())
    except ValueError:
        return None
    if not (math.isfinite(width) and math.isfinite(height) and width > 0 and height > 0):
        return None
    ratio = height / width
    return (WIDTH, max(1, round(WIDTH * ratio))) if math.isfinite(ratio) else None


def check_figure(text: str, file: Path, report: Report) -> tuple[int, int]:
    """Report what is wrong with a figure and return the size of its bitmap ((0, 0) if unknown)."""
    handler = _Figure(file, report)
    try:
        defusedxml.sax.parseString(text.encode(), handler, forbid_dtd=True)
    except DefusedXmlException:
        message = "A document type or an entity is not allowed in a figure."
        report.add(Rule.SVG_ENTITY, Place(file, handler.line()), message)
    except SAXParseException as error:
        message = f"The figure is not well-formed: {error.getMessage()}."
        report.add(Rule.SVG_BROKEN, Place(file, error.getLineNumber() or 1), message)
    except _TooMuchError as error:
        report.add(Rule.IMAGE_BOMB, Place(file, handler.line()), str(error))
    except (ValueError, LookupError) as error:
        # An encoding that the XML declaration names and nobody knows.
        report.add(Rule.SVG_BROKEN, Place(file), f"The figure cannot be read: {error}.")
    return handler.size


class _TooMuchError(Exception):
    """Stop reading a figure that is too deep or too large."""


class _Figure(ContentHandler):
    """Look at each element of a figure."""

    def __init__(self, file: Path, report: Report) -> None:
        super().__init__()
        self.size = (0, 0)
        self._file = file
        self._report = report
        self._locator: Locator | None = None
        self._depth = 0
        self._count = 0

    def setDocumentLocator(self, locator: Locator) -> None:  # noqa: N802 - name of the base class
        self._locator = locator

    def line(self) -> int:
        return (self._locator.getLineNumber() if self._locator else None) or 1

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802
        self._depth += 1
        self._count += 1
        if self._depth > MAX_DEPTH:
            raise _TooMuchError(f"Elements are nested more than {MAX_DEPTH} deep.")
        if self._count > MAX_ELEMENTS:
            raise _TooMuchError(f"The figure has more than {MAX_ELEMENTS} elements.")
        if self._depth == 1:
            self._check_root(name, attrs)
        self._check_element(name)
        for key in attrs.getNames():
            self._check_attribute(key, attrs.getValue(key))

    def endElement(self, name: str) -> None:  # noqa: N802, ARG002
        self._depth -= 1

    def processingInstruction(self, target: str, data: str) -> None:  # noqa: N802, ARG002
        self._add(Rule.SVG_REFERENCE, f"The instruction {quoted(target)} is not allowed.")

    def _check_root(self, name: str, attrs: AttributesImpl) -> None:
        if name != "svg":
            self._add(Rule.IMAGE_TYPE, f"The file is not SVG: it starts with <{name[:30]}>.")
            return
        size = figure_size(attrs.get("viewBox", ""))
        if size is None:
            message = f'The figure needs a viewBox such as "0 0 {WIDTH} 600".'
            self._add(Rule.SVG_BROKEN, message)
        elif size[0] * size[1] > MAX_FIGURE_PIXELS:
            limit = MAX_FIGURE_PIXELS // 1_000_000
            message = (
                f"The figure would have {size[0]} x {size[1]} pixels; the limit is {limit} Mpx."
            )
            self._add(Rule.IMAGE_BOMB, message)
        else:
            self.size = size

    def _check_element(self, name: str) -> None:
        local = name.rpartition(":")[2]
        if local in _REASONS:
            self._add(*_REASONS[local])
        elif name not in _ELEMENTS:
            self._add(Rule.SVG_ELEMENT, f"The element <{name[:30]}> is not allowed in a figure.")

    def _check_attribute(self, name: str, value: str) -> None:
        if _EVENT_HANDLER.fullmatch(name):
            self._add(Rule.SVG_SCRIPT, f"The event handler {quoted(name)} is not allowed.")
        elif name == "xmlns" or name.startswith("xmlns:"):
            return
        elif name.rpartition(":")[2] == "href" and not value.strip().startswith("#"):
            self._add(Rule.SVG_REFERENCE, f"The reference {quoted(value)} leads out of the figure.")
        elif _OUTSIDE.search(value):
            self._add(Rule.SVG_REFERENCE, f"The value {quoted(value)} leads out of the figure.")

    def _add(self, rule: Rule, message: str) -> None:
        self._report.add(rule, Place(self._file, self.line()), message)
