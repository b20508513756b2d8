"""The reader's bookmarks, in the place of the topic tree."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from livermets_desktop.ui.side_panel import SidePanel


class BookmarksPanel(SidePanel):
    """Show bookmarks in the order of the reader; the signals carry numbers of rows."""

    renamed = Signal(int, str)

    def __init__(self, export: QAction, import_: QAction, parent: QWidget | None = None) -> None:
        super().__init__("bookmarks", self.tr("Bookmarks"), editable=True, parent=parent)
        self._say_when_empty(
            self.tr(
                "No bookmarks yet.\n\n"
                "Press Ctrl+D on a page, or the bookmark button above it: the page is listed here,"
                " with the section you read."
            )
        )
        self._rename = self._button("renameBookmark", self.tr("Rename"), self.tr("F2"))
        self._export = self._button("exportBookmarks", self.tr("Export…"))
        self._import = self._button("importBookmarks", self.tr("Import…"))
        self._show_buttons([self._rename, *self._row_buttons(), self._export, self._import])
        self._connect(export, import_)
        self._show_state()

    def _connect(self, export: QAction, import_: QAction) -> None:
        view = self.view
        self._pages.renamed.connect(self.renamed)
        self._pages.dataChanged.connect(self._show_state)
        self._pages.modelReset.connect(self._show_state)
        view.selectionModel().currentChanged.connect(self._show_state)
        self._rename.clicked.connect(lambda: view.edit(view.currentIndex()))
        self._export.clicked.connect(export.trigger)
        self._import.clicked.connect(import_.trigger)

    def _show_state(self) -> None:
        """Let the buttons do what can be done with the chosen row."""
        self._rename.setEnabled(self.view.currentIndex().isValid())
        self._export.setEnabled(bool(self.view.rows))
