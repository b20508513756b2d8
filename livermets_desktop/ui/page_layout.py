"""The layout of a page: its headings, call-outs and figures, and the width of its columns."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import (
    QTextCharFormat,
    QTextDocument,
    QTextFrame,
    QTextTable,
)

from livermets_desktop.ui.callouts import CALLOUTS, TEXT_ICONS, callout_ground
from livermets_desktop.ui.data_tables import fit_columns
from livermets_desktop.ui.document_layout import fragments, one_layout, root_frame, span
from livermets_desktop.ui.figure_links import link_figures
from livermets_desktop.ui.theme import Theme

_BODY_PIXELS = 17
_COLUMN = 33.4 * _BODY_PIXELS
_SIDE = 24
_TOP = 32
_BOTTOM = 64
_PART = 0.48  # of the width for each text of two; the gutter between them has the rest
_TOP_SECTION = "in-short"  # Qt loses an anchor that stands before a paragraph
# Links with a dotted line, by their kind, and its colour: terms, and the marks of statements.
_DOTTED = {"term": "accent", "note": "ink2"}
_NO_SECTIONS = ("source-", "term-")


class PageLayout:
    """Find what stands where in a text, and set it in one column or in two side by side."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._paired = False
        self._anchors: list[tuple[str, int]] = []
        self._callouts: list[tuple[int, str]] = []
        self._images: list[int] = []
        self.figures: list[int] = []
        self.links_figures = True
        self._column: tuple[int, int, float] | None = None

    def clear(self) -> None:
        """Forget a text that goes."""
        self._anchors, self._callouts, self._images, self.figures = [], [], [], []
        self._column = None

    def read(self, theme: Theme, *, paired: bool) -> None:
        """Find headings, figures and call-outs of a new text, and underline terms and marks."""
        self._paired = paired
        dotted: list[tuple[int, int, str]] = []
        self._anchors = [(_TOP_SECTION, 0)]
        for block, fragment in fragments(self._document):
            form = fragment.charFormat()
            self._anchors += [(name, block.position()) for name in form.anchorNames()]
            if form.isImageFormat():
                self._images.append(fragment.position())
                if form.toImageFormat().name() in CALLOUTS:
                    self._callouts.append((fragment.position(), form.toImageFormat().name()))
            elif token := _DOTTED.get(form.anchorHref().partition(":")[0]):
                start = fragment.position()
                dotted.append((start, start + fragment.length(), token))
        self._underline(dotted, theme)
        if self.links_figures:
            self.figures = link_figures(self._document, self._images)

    def set_width(self, width: int, theme: Theme) -> None:
        """Set the width of the columns by the margins of the whole text."""
        column = round(_COLUMN * theme.scale)
        page = min(round(column / _PART) if self._paired else column, width - 2 * _SIDE)
        left = max((width - page) // 2, _SIDE)
        if (page, left, theme.scale) == self._column:
            return
        self._column = page, left, theme.scale
        frame = root_frame(self._document)
        form = frame.frameFormat()
        form.setLeftMargin(left)
        form.setRightMargin(max(width - page - left, _SIDE))
        form.setTopMargin(theme.gap(_TOP))
        form.setBottomMargin(theme.gap(_BOTTOM))
        with one_layout(self._document):
            frame.setFrameFormat(form)
            column = round(page * _PART) if self._paired else page
            self._fit_images(max(column, 120), theme)
            for part in self._parts():
                fit_columns(part, column, theme, may_be_wider=not self._paired)

    # -- places ------------------------------------------------------------------------------

    def section_start(self, section: str) -> int:
        """Return the position in the text at which a section starts, 0 if there is none."""
        return next((position for name, position in self._anchors if name == section), 0)

    def section_edge(self, section: str) -> int:
        """Return the position at which a section starts, or the row of both texts that holds it."""
        start = self.section_start(section)
        table = span(self._document, start, start).currentTable() if self._paired else None
        return table.firstPosition() if table is not None else start

    def section_before(self, position: int) -> str:
        """Return the id of the section that a position belongs to."""
        names = (
            name
            for name, start in reversed(self._anchors)
            if start <= position and not name.startswith(_NO_SECTIONS)
        )
        return next(names, "")

    def has_section(self, section: str) -> bool:
        """Tell whether a section begins somewhere; sources and terms are none."""
        names = (name for name, _ in self._anchors if not name.startswith(_NO_SECTIONS))
        return section in names

    def section_at(self, edge: float) -> str:
        """Return the id of the section that holds what is `edge` pixels below the top."""
        layout = self._document.documentLayout()
        section = self._anchors[0][0] if self._anchors else ""
        for name, position in self._anchors:
            if name.startswith(_NO_SECTIONS):
                continue
            if layout.blockBoundingRect(self._document.findBlock(position)).top() > edge:
                break
            section = name
        return section

    def callouts(self, width: int, theme: Theme) -> Iterator[tuple[QRectF, str]]:
        """Go through the call-outs: the ground of each and the name of its icon."""
        frame = root_frame(self._document).frameFormat()
        page = width - frame.leftMargin() - frame.rightMargin()
        for position, name in self._callouts:
            table = span(self._document, position, position).currentTable()
            if table is not None:
                start, end = self._column_of(table, position)
                ground = callout_ground(self._document, table, theme)
                ground.setLeft(frame.leftMargin() + start * page)
                ground.setRight(frame.leftMargin() + end * page)
                yield ground, name

    # -- inside ------------------------------------------------------------------------------

    def _parts(self) -> list[QTextFrame]:
        """Return what holds the tables of the text: two texts stand in tables of their own."""
        root = root_frame(self._document)
        return root.childFrames() if self._paired else [root]

    def _column_of(self, callout: QTextTable, position: int) -> tuple[float, float]:
        """Return where the column of a call-out begins and ends, in shares of the page."""
        pair = callout.parentFrame()
        if not isinstance(pair, QTextTable):
            return 0.0, 1.0
        return (1 - _PART, 1.0) if pair.cellAt(position).column() else (0.0, _PART)

    def _underline(self, spans: list[tuple[int, int, str]], theme: Theme) -> None:
        dotted = QTextCharFormat()
        dotted.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        for start, end, token in spans:
            dotted.setUnderlineColor(theme.color(token))
            span(self._document, start, end).mergeCharFormat(dotted)

    def _fit_images(self, column: int, theme: Theme) -> None:
        """Give figures the width of the column and icons the size of the text."""
        for position in self._images:
            picture = span(self._document, position, position + 1)
            image = picture.charFormat().toImageFormat()
            width, height = image.width(), image.height()
            icon = TEXT_ICONS.get(image.name())
            wanted = theme.box(icon[1]) if icon else column
            if width <= 0 or round(width) == wanted:
                continue
            image.setWidth(wanted)
            image.setHeight(height * wanted / width)
            picture.setCharFormat(image)
