"""Theme and text size: chosen by the reader, applied to everything at once."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QPixmapCache
from PySide6.QtWidgets import QApplication, QWidget

from livermets_desktop.library.format import PAGE_FIGURE_DOTS
from livermets_desktop.settings import TEXT_SIZES, SettingsFile
from livermets_desktop.ui.icons import Icons
from livermets_desktop.ui.theme import Theme

_INTERFACE_POINTS = 10.5


class LookController(QObject):
    """Build the theme from the preferences; `look_changed` comes after everything has it.

    `ratio` is that of the best screen: what is drawn for it is scaled down on the others.
    """

    look_changed = Signal()

    def __init__(
        self, resources: Path, settings: SettingsFile, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._resources = resources
        self._settings = settings
        self._receivers: list[Callable[[Theme, Icons], None]] = []
        self._window: QWidget | None = None
        self._write: Callable[[Theme], str] = Theme.window_style
        self.theme, self.icons = self._build()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        program = QGuiApplication.instance()
        if isinstance(program, QGuiApplication):
            program.screenAdded.connect(self._on_screen_added)

    def add(self, receiver: Callable[[Theme, Icons], None]) -> None:
        """Let a part of the window have the look, now and after each change."""
        self._receivers.append(receiver)
        receiver(self.theme, self.icons)

    def set_theme(self, name: str) -> None:
        """Choose a theme, or "system" to follow the system."""
        self._settings.update(theme=name)
        self.apply()

    def step_size(self, step: int) -> None:
        """Make the text bigger (+1) or smaller (-1)."""
        place = TEXT_SIZES.index(self._settings.current.text_size) + step
        if 0 <= place < len(TEXT_SIZES):
            self.set_size(TEXT_SIZES[place])

    def set_size(self, text_size: int) -> None:
        """Choose a text size in per cent."""
        self._settings.update(text_size=text_size)
        self.apply()

    @property
    def text_size(self) -> int:
        """Return the text size in per cent."""
        return self._settings.current.text_size

    @property
    def needs_large_figures(self) -> bool:
        """Tell whether a figure in the column has more dots than the one for pages."""
        return self.theme.scale * self.ratio > PAGE_FIGURE_DOTS

    def on_paper(self, scale: float, ratio: float) -> tuple[Theme, Icons]:
        """Return what paper is written with: dark on white, in a size of its own."""
        theme = Theme.load(self._resources, "light", 100)._replace(scale=scale)
        return theme, Icons(self._resources / "icons", theme, ratio)

    def apply(self) -> None:
        """Give the look to the whole program."""
        self.theme, self.icons = self._build()
        QPixmapCache.clear()  # Qt keeps what it made of the icons that go
        self.apply_fonts_and_colors()
        if self._window is not None:
            self.style(self._window, self._write)
        for receiver in self._receivers:
            receiver(self.theme, self.icons)
        self.look_changed.emit()

    def apply_fonts_and_colors(self) -> None:
        """Set font and palette of the program: before there are widgets that would keep others."""
        program = QApplication.instance()
        if isinstance(program, QApplication):
            font = QFont("Atkinson Hyperlegible")
            font.setPointSizeF(self.theme.points(_INTERFACE_POINTS))
            program.setFont(font)
            program.setPalette(self.theme.palette())

    def style(self, window: QWidget, write: Callable[[Theme], str] = Theme.window_style) -> None:
        """Set the style sheet of the window: once its parts are there, in one pass over them.

        Dialogs and menus have it from the window. A style sheet of the whole program would be the
        same to readers, but Qt takes three times as long to change it.
        """
        self._window, self._write = window, write
        dress(window, write(self.theme))

    def _build(self) -> tuple[Theme, Icons]:
        settings = self._settings.current
        name = settings.theme
        if name == "system":
            dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
            name = "dark" if dark else "light"
        theme = Theme.load(self._resources, name, settings.text_size)
        self.ratio = _highest_ratio()
        return theme, Icons(self._resources / "icons", theme, self.ratio)

    def _on_screen_added(self) -> None:
        if _highest_ratio() > self.ratio:
            self.apply()

    def _on_system_changed(self) -> None:
        if self._settings.current.theme == "system":
            self.apply()


def dress(widget: QWidget, style: str) -> None:
    """Set a style sheet, if it is another: Qt goes through all widgets even for the same one."""
    if style != widget.styleSheet():
        widget.setStyleSheet(style)


def _highest_ratio() -> float:
    """Return the highest ratio of all screens."""
    return max(screen.devicePixelRatio() for screen in QGuiApplication.screens())
