"""A figure large over the window, with its caption."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QMenuBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from livermets_desktop.ui.figure_view import FigureView
from livermets_desktop.ui.theme import Theme
from livermets_desktop.ui.wording import LONGEST
from livermets_desktop.ui.wrap_row import WrapRow

_CAPTION_WIDTH = 640
_MARGIN = 12


class FigureViewer(QFrame):
    """Cover an area of the window until the reader is done.

    `closed` comes when the reader leaves by key or button, `left` when something else got the
    keyboard: a search, another page.
    """

    closed = Signal()
    left = Signal()

    def __init__(self, area: QWidget) -> None:
        super().__init__(area.window())
        self.setObjectName("figureViewer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._area = area
        self._theme: Theme | None = None
        self.view = FigureView()
        self.view.setObjectName("figure")
        self._caption, self._size = QLabel(), QLabel()
        self._buttons = WrapRow(apart=True)
        self._stops: list[QWidget] = [self.view]
        self._fill()
        area.installEventFilter(self)
        program = QApplication.instance()
        if isinstance(program, QApplication):
            program.focusChanged.connect(self._on_focus_changed)

    def set_look(self, theme: Theme) -> None:
        """Use these colours and sizes from now on."""
        self._theme = theme
        self.view.set_look(theme)
        self._buttons.set_look(theme)
        margin = theme.gap(_MARGIN)
        if layout := self.layout():
            layout.setContentsMargins(margin, margin, margin, margin)
            layout.setSpacing(margin)
        self._fit_caption()

    def show_figure(self, image: QImage, caption: str, description: str) -> None:
        """Show a figure with its caption; `description` says in words what is to be seen."""
        shown = caption if len(caption) <= LONGEST else f"{caption[:LONGEST]}…"
        self._caption.setText(shown)
        self._caption.setVisible(bool(shown))
        self._fit_caption()
        self.view.setAccessibleName(shown or self.tr("Figure"))
        self.view.setAccessibleDescription(description)
        self.setAccessibleName(shown or self.tr("Figure"))
        self.view.show_image(image)

    def open(self) -> None:
        """Cover the area and take the keyboard."""
        self.setGeometry(self._area.geometry())
        self.show()
        self.raise_()
        self.view.setFocus(Qt.FocusReason.PopupFocusReason)

    # -- building ----------------------------------------------------------------------------

    def _fill(self) -> None:
        self._size.setObjectName("small")
        self._caption.setTextFormat(Qt.TextFormat.PlainText)
        self._caption.setWordWrap(True)
        self._buttons.show_widgets(
            [
                self._button(self.tr("Bigger"), "+", lambda: self.view.step(1)),
                self._button(self.tr("Smaller"), "-", lambda: self.view.step(-1)),
                self._button(self.tr("Fit"), "0", self.view.fit),
                self._size,
                self._button(self.tr("Close"), self.tr("Esc"), self.closed.emit),
            ]
        )
        self.view.zoomed.connect(self._on_zoomed)
        layout = QVBoxLayout(self)
        layout.addWidget(self._buttons)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._caption, 0, Qt.AlignmentFlag.AlignHCenter)

    def _button(self, words: str, key: str, work: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("kind", "outlined")
        button.setToolTip(self.tr("{0} ({1})").format(words, key))
        button.clicked.connect(lambda _=False: work())
        self._stops.append(button)
        return button

    def _fit_caption(self) -> None:
        if self._theme is not None:
            room = self.width() - 2 * self._theme.gap(_MARGIN)
            width = max(min(self._theme.box(_CAPTION_WIDTH), room), 1)
            self._caption.setMinimumSize(0, 0)  # a label never asks for less than its least height
            self._caption.setFixedSize(width, max(self._caption.heightForWidth(width), 0))

    def _on_zoomed(self, size: int) -> None:
        self._size.setText(self.tr("{0} %").format(size))

    # -- events ------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the area that is covered."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self.setGeometry(self._area.geometry())
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines of the caption anew."""
        super().resizeEvent(event)
        self._fit_caption()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom by the keys that the buttons name; leave by Esc."""
        work = {
            Qt.Key.Key_Plus: lambda: self.view.step(1),
            Qt.Key.Key_Equal: lambda: self.view.step(1),
            Qt.Key.Key_Minus: lambda: self.view.step(-1),
            Qt.Key.Key_0: self.view.fit,
            Qt.Key.Key_1: self.view.show_actual_size,
            Qt.Key.Key_Escape: self.closed.emit,
        }.get(Qt.Key(event.key()))
        if work is not None:
            work()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab within what is seen."""
        here = self._stops.index(focus) if (focus := self.focusWidget()) in self._stops else 0
        following = self._stops[(here + (1 if forward else -1)) % len(self._stops)]
        following.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or now.window() is not self.window() or isinstance(now, QMenuBar):
            return
        if self.isVisible() and now is not self and not self.isAncestorOf(now):
            self.left.emit()
