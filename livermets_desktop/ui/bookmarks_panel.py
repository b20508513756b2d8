"""The reader's bookmarks, in the place of the topic tree."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from livermets_desktop.ui.icons import Icons
from livermets_desktop.ui.side_panel import SidePanel
from livermets_desktop.ui.theme import Theme


class BookmarksPanel(SidePanel):
    """Show bookmarks in the order of the reader; the signals carry numbers of rows."""

    renamed = Signal(int, str)
    removed = Signal(int)
    moved = Signal(int, int)

    def __init__(self, export: QAction, import_: QAction, parent: QWidget | None = None) -> None:
        super().__init__("bookmarks", self.tr("Bookmarks"), editable=True, parent=parent)
        self._say_when_empty(
            self.tr(
                "No bookmarks yet.\n\n"
                "Press Ctrl+D on a page, or the bookmark button above it: the page is listed here,"
                " with the section you read."
            )
        )
        self._rename = self._button("rename", self.tr("Rename"), self.tr("F2"))
        self._up = self._button("up", "", self.tr("Ctrl+Up"), self.tr("Move up"))
        self._down = self._button("down", "", self.tr("Ctrl+Down"), self.tr("Move down"))
        self._remove = self._button("remove", self.tr("Remove"), self.tr("Del"))
        self._export = self._button("export", self.tr("Export…"))
        self._import = self._button("import", self.tr("Import…"))
        self._show_buttons(
            [self._rename, self._remove, self._up, self._down, self._export, self._import]
        )
        self._connect(export, import_)
        self._show_state()

    def set_look(self, theme: Theme, icons: Icons) -> None:
        """Use these colours and sizes from now on."""
        super().set_look(theme, icons)
        for button, name in ((self._up, "up"), (self._down, "down")):
            button.setIcon(icons.two_state_icon(name))
            button.setIconSize(icons.size())

    def _button(self, name: str, words: str, keys: str = "", spoken: str = "") -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(f"{name}Bookmark")
        if words:
            button.setProperty("kind", "outlined")
        button.setAccessibleName(spoken or words.rstrip("…"))
        if keys:
            button.setToolTip(f"{spoken or words} ({keys})")
        return button

    def _connect(self, export: QAction, import_: QAction) -> None:
        view = self.view
        self._pages.renamed.connect(self.renamed)
        self._pages.dataChanged.connect(self._show_state)
        self._pages.modelReset.connect(self._show_state)
        view.selectionModel().currentChanged.connect(self._show_state)
        view.row_removed.connect(self.removed)
        view.row_moved.connect(self._move)
        self._rename.clicked.connect(lambda: view.edit(view.currentIndex()))
        self._up.clicked.connect(lambda: self._move_current(-1))
        self._down.clicked.connect(lambda: self._move_current(1))
        self._remove.clicked.connect(lambda: self.removed.emit(view.currentIndex().row()))
        self._export.clicked.connect(export.trigger)
        self._import.clicked.connect(import_.trigger)

    def _move_current(self, step: int) -> None:
        row = self.view.currentIndex().row()
        self._move(row, row + step)

    def _move(self, start: int, end: int) -> None:
        """Move a row and stay on it."""
        if 0 <= end < len(self.view.rows) and end != start:
            self.moved.emit(start, end)
            self.view.choose(end)

    def _show_state(self) -> None:
        """Let the buttons do what can be done with the chosen row."""
        row, count = self.view.currentIndex().row(), len(self.view.rows)
        for button in (self._rename, self._remove):
            button.setEnabled(row >= 0)
        self._up.setEnabled(row > 0)
        self._down.setEnabled(0 <= row < count - 1)
        self._export.setEnabled(count > 0)
