"""Figures as bitmaps, for light and for dark pages."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import resvg_py

from livermets_desktop.authoring.problem import Report
from livermets_desktop.authoring.source_files import read_text
from livermets_desktop.authoring.svg import check_figure
from livermets_desktop.library.format import LARGE_FIGURE_DOTS, PAGE_FIGURE_DOTS

FONT_FAMILY = "Atkinson Hyperlegible"

_ATTRIBUTE = re.compile(r"""=\s*(?:"[^"<]*"|'[^'<]*')""")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\b")


@dataclass(frozen=True, slots=True)
class Figure:
    """Hold one figure in one theme."""

    theme: str
    width: int
    height: int
    png: bytes
    large_png: bytes


class FigurePainter:
    """Turns figures into bitmaps with the fonts and colours of `resources`."""

    def __init__(self, resources: Path) -> None:
        fonts = sorted((resources / "fonts").glob("*.ttf"))
        self._fonts = [str(file) for file in fonts]
        self._dark = read_colours(resources / "figure-colours.toml")

    def paint(self, file: Path) -> tuple[Figure, ...]:
        """Return a figure for each theme.

        Raises:
            ValueError: if the figure is not valid; `check_figure` says why.
        """
        report = Report()
        text = read_text(file, report)
        large = (0, 0) if text is None else check_figure(text, file, report)
        if text is None or report.errors():
            raise ValueError("; ".join(str(problem) for problem in report.errors()))
        small = _on_page(large[0]), _on_page(large[1])
        return tuple(
            Figure(theme, *large, self._bitmap(svg, *small), self._bitmap(svg, *large))
            for theme, svg in (("light", text), ("dark", swap_colours(text, self._dark)))
        )

    def _bitmap(self, svg: str, width: int, height: int) -> bytes:
        return resvg_py.svg_to_bytes(
            svg_string=svg,
            width=width,
            height=height,
            skip_system_fonts=True,
            font_files=self._fonts,
            font_family=FONT_FAMILY,
            serif_family=FONT_FAMILY,
            sans_serif_family=FONT_FAMILY,
            monospace_family=FONT_FAMILY,
        )


def _on_page(dots: int) -> int:
    return max(1, round(dots * PAGE_FIGURE_DOTS / LARGE_FIGURE_DOTS))


def read_colours(file: Path) -> dict[str, str]:
    """Read which colour of a light figure becomes which in a dark one."""
    colours = tomllib.loads(file.read_text(encoding="utf-8"))["dark"]
    return {light.upper(): str(dark) for light, dark in colours.items()}


def swap_colours(svg: str, colours: Mapping[str, str]) -> str:
    """Replace colours in the values of attributes, never in the text of a figure."""

    def swap(found: re.Match[str]) -> str:
        return colours.get(found.group().upper(), found.group())

    return _ATTRIBUTE.sub(lambda found: _COLOUR.sub(swap, found.group()), svg)
