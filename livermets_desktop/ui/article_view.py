"""One article as it is read, on a text browser that opens nothing by itself."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QPoint, QSizeF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QImage,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from livermets_desktop.ui.callouts import TEXT_ICONS, paint_callout
from livermets_desktop.ui.direction import begins_right
from livermets_desktop.ui.document_layout import one_layout, paused_layout, qt_units, span
from livermets_desktop.ui.figure_links import figure_words, first_figure_below
from livermets_desktop.ui.icons import Icons
from livermets_desktop.ui.page_layout import PageLayout
from livermets_desktop.ui.theme import Theme

_BODY_POINTS = 12.75
_SIDE = 24
_INDENT = 26
_OF_FONT = (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange)
_OVERHANG = 4  # Qt makes some tables that much wider than they are
# A section by its id, a share of the whole text, or a position in it.
Place = str | float | int


class ArticleView(QTextBrowser):
    """Show safe HTML in a measured column.

    `link_chosen` carries the address of a link, `section_reached` the id of the section that is
    read while scrolling, `size_step` +1 or -1 when the wheel is turned with Ctrl.
    """

    link_chosen = Signal(str)
    section_reached = Signal(str)
    size_step = Signal(int)

    def __init__(self, figure: Callable[[str], QImage], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure = figure
        self._theme: Theme | None = None
        self._icons: Icons | None = None
        self._layout = PageLayout(self.document())
        self._section = self._told = ""
        self._width = 0  # for which the columns are set
        self._found: list[QTextEdit.ExtraSelection] = []
        self._spoken: list[QTextEdit.ExtraSelection] = []
        # Where the text was brought to, kept through changes of size until the reader scrolls.
        self._target: Place | None = None
        self._make_viewport()
        self.setObjectName("article")
        self.setAccessibleName(self.tr("Article"))
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.anchorClicked.connect(self._on_anchor_clicked)
        self.highlighted.connect(self._on_link_below_mouse)
        self.verticalScrollBar().valueChanged.connect(self._tell_section)
        self.verticalScrollBar().actionTriggered.connect(self._on_reader_scrolls)
        self._sideways = QTimer(self, interval=0, singleShot=True)
        self._sideways.timeout.connect(self._offer_sideways)
        self.horizontalScrollBar().rangeChanged.connect(self._on_range_changed)

    def _make_viewport(self) -> None:
        """Make the viewport here, as Qt makes it.

        To find what Qt's own one is, PySide loads every class of widgets: a tenth of the start.
        """
        viewport = QWidget(self)
        viewport.setBackgroundRole(QPalette.ColorRole.Base)
        viewport.setAutoFillBackground(True)
        viewport.setMouseTracking(True)
        viewport.setCursor(Qt.CursorShape.IBeamCursor)
        self.setViewport(viewport)
        # The layout still measures text on the old one, which is gone.
        self.document().documentLayout().setPaintDevice(viewport)

    # -- what is shown -----------------------------------------------------------------------

    def set_look(self, theme: Theme, icons: Icons) -> None:
        """Use these colours and sizes for what is shown from now on."""
        self._theme, self._icons = theme, icons
        font = QFont(self.font())
        font.setPointSizeF(theme.points(_BODY_POINTS))
        self.document().setDefaultFont(font)
        self.document().setIndentWidth(theme.box(_INDENT))
        self.document().setDefaultStyleSheet(theme.article_style())
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, theme.color("ink"))
        palette.setColor(QPalette.ColorRole.Base, theme.color("surface"))
        palette.setColor(QPalette.ColorRole.Link, theme.color("accent"))
        palette.setColor(QPalette.ColorRole.Highlight, theme.color("accent"))
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.color("on_accent"))
        self.setPalette(palette)

    def leave_figures(self) -> None:
        """Make no links of the figures of texts that are shown from now on."""
        self._layout.links_figures = False

    def show_html(self, html: str, *, paired: bool = False) -> None:
        """Show an article from its top, without marks; `paired` are two texts in one table."""
        self._found, self._spoken = [], []
        self._show_marks()
        self._layout.clear()
        self._target = 0.0
        with self._kept_scroll_bar(), paused_layout(self.document()):
            self.setHtml(html)
            with one_layout(self.document()):
                if self._theme is not None:
                    self._layout.read(self._theme, paired=paired)
                self._set_width()
        self._section = self._told = ""
        self.go_to(0.0)

    @contextmanager
    def emptied(self) -> Iterator[None]:
        """Show nothing, in the same place, until something is shown again."""
        with self._kept_scroll_bar():
            self._layout.clear()
            self._target = 0.0  # a place of the text that went is none of nothing
            self.setHtml("")
            yield

    def reserve_beside(self, width: int) -> None:
        """Keep a strip free at the end, inside the scroll bar, for the lists beside the text."""
        left, right = (width, 0) if begins_right(self) else (0, width)
        if (self.viewportMargins().left(), self.viewportMargins().right()) != (left, right):
            self.setViewportMargins(left, 0, right, 0)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy words alone: they are to look like the text that they are put into."""
        # Loaded with the first copy.
        from livermets_desktop.ui.copied_text import copied_text  # noqa: PLC0415

        data = QMimeData()
        data.setText(copied_text(self.textCursor()).text)
        return data

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Answer from the library only; super is never asked, it would read the disk."""
        address = name.toString() if isinstance(name, QUrl) else name
        scheme, _, rest = address.partition(":")
        image = QImage(1, 1, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        if kind != QTextDocument.ResourceType.ImageResource.value or self._icons is None:
            return image
        if address in TEXT_ICONS:
            return self._icons.pixmap(rest, *TEXT_ICONS[address]).toImage()
        return self._figure(rest) if scheme == "figure" else image

    # -- places in the text ------------------------------------------------------------------

    def scroll_to_section(self, section: str) -> None:
        """Bring the heading of a section to the top."""
        self.go_to(section)

    def scroll_share(self) -> float:
        """Return how far the text is scrolled, 0 to 1."""
        bar = self.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() else 0.0

    @property
    def section(self) -> str:
        """Return the id of the section that is read: where the reader went, or the top one."""
        gone_to = self._target if isinstance(self._target, str) else ""
        return gone_to if self._layout.has_section(gone_to) else self._section

    def section_start(self, section: str) -> int:
        """Return the position in the text at which a section starts, 0 if there is none."""
        return self._layout.section_start(section)

    def section_before(self, position: int) -> str:
        """Return the id of the section that a position in the text belongs to."""
        return self._layout.section_before(position)

    def sections_between(self, first: str, following: str) -> QTextCursor:
        """Return a cursor that has selected the text from one section up to another, "" for all."""
        start, end = (self._layout.section_edge(name) if name else 0 for name in (first, following))
        if end <= start:
            end = self.document().characterCount()
        return span(self.document(), start, end - 1)

    def figure_at_top(self) -> str:
        """Return the name of the first figure that is in sight or below, else the last one."""
        top = self.verticalScrollBar().value()
        return first_figure_below(self.document(), self._layout.figures, top)

    def figure_words(self, name: str) -> tuple[str, str]:
        """Return the caption of a figure and the words for what is to be seen on it."""
        return figure_words(self.document(), self._layout.figures, name)

    def plain_text(self) -> str:
        """Return the text; its positions are those of `mark`."""
        return qt_units(self.toPlainText())

    def mark(self, spans: Sequence[tuple[int, int]], current: int) -> None:
        """Mark spans of the text, one of them as the current one, and show that one."""
        self._found = [
            self._marked(start, end, "mark_now" if number == current else "mark")
            for number, (start, end) in enumerate(spans)
        ]
        self._show_marks()
        if 0 <= current < len(spans):
            self._show_span(spans[current][0])

    def mark_spoken(self, start: int, end: int) -> None:
        """Mark what is read aloud, below the other marks, and show it; an empty span marks none."""
        self._spoken = [self._marked(start, end, "spoken")] if start < end else []
        self._show_marks()
        if self._spoken:
            self._show_span(start)

    def select(self, start: int, end: int) -> None:
        """Go to a span of the text and select it."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setTextCursor(span(self.document(), start, end))
        self._show_span(start)

    def _marked(self, start: int, end: int, token: str) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        if self._theme is not None:
            selection.format.setBackground(self._theme.color(token))
            selection.format.setForeground(self._theme.color(f"on_{token}"))
        selection.cursor = span(self.document(), start, end)
        return selection

    def _show_marks(self) -> None:
        self.setExtraSelections([*self._spoken, *self._found])

    def _show_span(self, position: int) -> None:
        top = self._top_of(position)
        bar = self.verticalScrollBar()
        height = self.viewport().height()
        if not bar.value() + _SIDE <= top <= bar.value() + height - 3 * _SIDE:
            self._target = None
            bar.setValue(round(top - height / 3))

    def place(self) -> Place:
        """Return where the text is, to go to again after it was loaded or laid out anew."""
        if self._target is not None:
            return self._target
        return self.top_position()

    def top_position(self) -> int:
        """Return the position in the text at the top of the window."""
        return self.cursorForPosition(QPoint(self.viewport().width() // 2, 0)).position()

    def go_to(self, place: Place) -> None:
        """Go to a place, and stay there when the size changes until the reader scrolls."""
        bar = self.verticalScrollBar()
        if isinstance(place, float):
            bar.setValue(round(place * bar.maximum()))
        elif isinstance(place, int):
            bar.setValue(round(self._top_of(place)))
        else:
            start = self.section_start(place)
            bar.setValue(round(self._top_of(start)) - _SIDE if start else 0)
        self._target = place
        self._tell_section()

    def _top_of(self, position: int) -> float:
        """Return how far below the top of the text a line is."""
        # The layout of a block would leave a wrapper behind for each text that is shown.
        line = self.cursorRect(span(self.document(), position, position))
        return line.top() + self.verticalScrollBar().value()

    def _set_width(self) -> None:
        if self._theme is not None:
            self._width = self.viewport().width()
            self._layout.set_width(self._width, self._theme)

    @contextmanager
    def _kept_scroll_bar(self) -> Iterator[None]:
        """Keep the scroll bar while the text is exchanged: without it, all is laid out anew."""
        before = self.verticalScrollBarPolicy()
        if self.verticalScrollBar().isVisible():
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        try:
            yield
        finally:
            self.setVerticalScrollBarPolicy(before)

    # -- events ------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the place in the text while the column gets a new width."""
        place = self.place()
        changed = self.viewport().width() != self._width
        if changed:
            # Qt lays the text out when it gives it the new page size, so once, and with the
            # columns of that: what the scroll bars learn of the old ones may be the last they do.
            self.document().setPageSize(QSizeF(0, 0))
            self._set_width()
        super().resizeEvent(event)
        if changed and self.document().pageSize().isNull():  # Qt saw no change
            self.document().setPageSize(QSizeF(self.viewport().width(), -1))
        self.go_to(place)

    def showEvent(self, event: QShowEvent) -> None:
        """Stay at the place in the text: Qt goes to the text cursor when it is first shown."""
        place = self.place()
        super().showEvent(event)
        self.go_to(place)

    def changeEvent(self, event: QEvent) -> None:
        """Leave the text as it is when the font changes: it comes anew with the look."""
        if event.type() in _OF_FONT:
            QFrame.changeEvent(self, event)
        else:
            super().changeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Change the text size of the whole window with Ctrl; scroll otherwise."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.size_step.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the grounds of call-outs below the text."""
        if self._theme is not None:
            painter = QPainter(self.viewport())
            painter.translate(
                -self.horizontalScrollBar().value(), -self.verticalScrollBar().value()
            )
            for ground, name in self._layout.callouts(self.viewport().width(), self._theme):
                paint_callout(painter, ground, name, self._theme)
            painter.end()
        super().paintEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go from link to link by Tab; from the lists beside the text go on to what follows.

        They lie in this view, so Qt asks it where Tab goes, and it would step through its links;
        so it would when it is hidden and has to let the keyboard go.
        """
        if self.hasFocus() and self.isVisible():
            return super().focusNextPrevChild(forward)
        return QWidget.focusNextPrevChild(self, forward)

    def _on_anchor_clicked(self, url: QUrl) -> None:
        self.link_chosen.emit(url.toString())

    def _on_link_below_mouse(self, url: QUrl) -> None:
        self.setToolTip(self.tr("Show large") if url.scheme() == "figure" else "")

    def _on_range_changed(self) -> None:
        self._sideways.start()

    def _offer_sideways(self) -> None:
        """Offer to scroll sideways only to what is wider than the page: a table of many columns.

        Not while Qt sets the ranges: a bar that comes or goes then leaves them as they were, which
        happens by the other one too.
        """
        bar, policy = self.horizontalScrollBar(), Qt.ScrollBarPolicy
        if bar.maximum() > _OVERHANG:
            beyond = round(self.document().size().width()) - self.viewport().width()
            bar.setMaximum(max(beyond, 0))
        wider = bar.maximum() > _OVERHANG
        self.setHorizontalScrollBarPolicy(
            policy.ScrollBarAsNeeded if wider else policy.ScrollBarAlwaysOff
        )

    def _on_reader_scrolls(self) -> None:
        self._target = None

    def _tell_section(self) -> None:
        """Tell which section is read now."""
        self._section = self._section_at_top()
        if self.section != self._told:
            self._told = self.section
            self.section_reached.emit(self._told)

    def _section_at_top(self) -> str:
        bar = self.verticalScrollBar()
        edge = bar.value() + self.viewport().height() / 5
        if bar.value() >= bar.maximum() > 0:
            edge = self.document().size().height()
        return self._layout.section_at(edge)
