"""Colours, sizes and style sheets: filled from the token sets in `resources/`."""

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

NAMES = ("light", "dark", "contrast")
# Text boxes grow with the text size, gaps by this part of that growth.
_GAP_GROWTH = 0.4
_PLACEHOLDER = re.compile(r"@(pt|box|gap)\(([\d.]+)\)|@([a-z_0-9]+)")


class Theme(NamedTuple):
    """Hold one set of colours at one text size (`scale` 1.0 for 100 %)."""

    name: str
    scale: float
    tokens: dict[str, str]
    styles: Path

    @classmethod
    def load(cls, resources: Path, name: str, text_size: int) -> "Theme":
        """Read the colours of one theme from the resources; `text_size` in per cent."""
        themes = json.loads((resources / "themes.json").read_text(encoding="utf-8"))
        return cls(name, text_size / 100, themes[name], resources / "styles")

    def color(self, token: str) -> QColor:
        """Return one colour by the name of its token."""
        return QColor(self.tokens[token])

    def box(self, pixels: float) -> int:
        """Return the size of something that holds text: it grows with the text."""
        return round(pixels * self.scale)

    def gap(self, pixels: float) -> int:
        """Return the size of a gap: it grows less than the text."""
        return round(pixels * (1 + (self.scale - 1) * _GAP_GROWTH))

    def points(self, size: float) -> float:
        """Return a font size in points."""
        return size * self.scale

    @property
    def figures(self) -> str:
        """Return the theme whose figures belong to this one."""
        return self.tokens["figures"]

    def window_style(self) -> str:
        """Return the style sheet of the window."""
        style = self._fill("window.qss")
        if QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            style = style.replace("border-left:", "border-right:")
        return style

    def kiosk_style(self) -> str:
        """Return the style sheet of the kiosk's window."""
        return self.window_style() + self._fill("kiosk.qss")

    def article_style(self) -> str:
        """Return the style sheet of articles."""
        return self._fill("article.css")

    def paper_style(self) -> str:
        """Return the style sheet of what is printed."""
        return self._fill("paper.css")

    def palette(self) -> QPalette:
        """Return the palette, for what style sheets do not reach."""
        palette = QPalette()
        for role, token in (
            (QPalette.ColorRole.Window, "canvas"),
            (QPalette.ColorRole.Base, "surface"),
            (QPalette.ColorRole.AlternateBase, "sunken"),
            (QPalette.ColorRole.Button, "surface"),
            (QPalette.ColorRole.ToolTipBase, "raised"),
            (QPalette.ColorRole.Highlight, "accent"),
            (QPalette.ColorRole.HighlightedText, "on_accent"),
            (QPalette.ColorRole.Link, "accent"),
            (QPalette.ColorRole.LinkVisited, "accent"),
            (QPalette.ColorRole.PlaceholderText, "ink2"),
            (QPalette.ColorRole.Text, "ink"),
            (QPalette.ColorRole.WindowText, "ink"),
            (QPalette.ColorRole.ButtonText, "ink"),
            (QPalette.ColorRole.ToolTipText, "ink"),
        ):
            palette.setColor(role, self.color(token))
        for role in (
            QPalette.ColorRole.Text,
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.ButtonText,
        ):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("disabled"))
        return palette

    def _fill(self, file: str) -> str:
        def value(match: re.Match[str]) -> str:
            kind, number, token = match.groups()
            if kind == "pt":
                return f"{self.points(float(number)):.2f}pt"
            if kind == "box":
                return f"{self.box(float(number))}px"
            if kind == "gap":
                return f"{self.gap(float(number))}px"
            return self.tokens[token]

        return _PLACEHOLDER.sub(value, _read(self.styles / file))


@lru_cache(maxsize=8)
def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
