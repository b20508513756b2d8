"""Figures of the article, large over the window."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt

from livermets_desktop.ui.look_controller import LookController
from livermets_desktop.ui.main_window import MainWindow
from livermets_desktop.ui.reading_controller import ReadingController

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from livermets_desktop.ui.figure_viewer import FigureViewer


class FigureController(QObject):
    """Open a figure large, in the look in force, and close it when the reader goes elsewhere."""

    def __init__(
        self, window: MainWindow, reading: ReadingController, look: LookController
    ) -> None:
        super().__init__(window)
        self._window, self._reading, self._look = window, reading, look
        self._viewer: FigureViewer | None = None
        self._name = ""
        reading.figure_requested.connect(self.show)
        reading.page_opened.connect(self._leave)
        look.look_changed.connect(self._on_look_changed)
        window.actions_["figure"].triggered.connect(self._on_action)

    def show(self, name: str) -> None:
        """Show a figure of the page large."""
        # Loaded with the first figure that is shown large.
        from livermets_desktop.ui.figure_viewer import FigureViewer  # noqa: PLC0415

        self._leave()
        self._name = name
        viewer = self._viewer = FigureViewer(cast("QWidget", self._window.centralWidget()))
        viewer.closed.connect(self._on_closed)
        viewer.left.connect(self._leave)
        self._fill(viewer)
        viewer.open()

    def _fill(self, viewer: "FigureViewer") -> None:
        caption, description = self._window.article.view.figure_words(self._name)
        viewer.set_look(self._look.theme)
        image = self._reading.figure(self._name, self._look.theme.figures, large=True)
        viewer.show_figure(image, caption, description)

    def _leave(self) -> None:
        """Close the figure and give its memory back."""
        if self._viewer is not None:
            viewer, self._viewer = self._viewer, None
            viewer.hide()
            viewer.deleteLater()

    def _on_closed(self) -> None:
        self._leave()
        self._window.article.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_look_changed(self) -> None:
        if self._viewer is not None:
            self._fill(self._viewer)

    def _on_action(self) -> None:
        """Show the figure at the top of the window, or the next one below it."""
        name = self._window.article.view.figure_at_top() if self._reading.article else ""
        if name:
            self.show(name)
        else:
            self._window.notice.tell(self.tr("There is no figure on this page."))
