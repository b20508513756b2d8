"""Search results as they look: topic in bold, sections with a snippet and marked words."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPalette,
    QPen,
    QResizeEvent,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from livermets_desktop.model.hit import Hit, Snippet
from livermets_desktop.ui.result_model import HEAD_ROLE, HIT_ROLE, TopicHead
from livermets_desktop.ui.row_state import is_chosen, is_focused, is_hovered, row_width
from livermets_desktop.ui.theme import Theme
from livermets_desktop.ui.wording import escaped

_Index = QModelIndex | QPersistentModelIndex


def marked(snippet: Snippet, open_tag: str, close_tag: str) -> str:
    """Write a snippet as HTML with its marks."""
    parts, last = [], 0
    for start, end in snippet.marks:
        parts += [escaped(snippet.text[last:start]), open_tag, escaped(snippet.text[start:end])]
        parts.append(close_tag)
        last = end
    return "".join(parts) + escaped(snippet.text[last:])


class _ResultDelegate(QStyledItemDelegate):
    """Paint one row of the results."""

    def __init__(self, theme: Theme, view: "ResultView") -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height that the words of a row need."""
        hit: Hit | None = index.data(HIT_ROLE)
        width = row_width(self._view)
        if hit is None:
            return QSize(width, self._theme.box(26) + self._theme.gap(18 if index.row() else 6))
        document = self._document(hit, self._text_width(width), "ink2")
        return QSize(width, round(document.size().height()) + self._theme.gap(16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a topic or a section."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        head: TopicHead | None = index.data(HEAD_ROLE)
        if head is not None:
            self._paint_head(painter, rect, head, first=index.row() == 0)
        else:
            self._paint_hit(painter, rect, index, index.data(HIT_ROLE))
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRect, head: TopicHead, *, first: bool) -> None:
        side = self._theme.gap(16)
        if not first:
            painter.setPen(self._theme.color("line"))
            top = rect.top() + self._theme.gap(6)
            painter.drawLine(rect.left() + side, top, rect.right() - side, top)
        line = rect.adjusted(side, rect.height() - self._theme.box(26), -side, 0)
        bold = QFont(self._view.font())
        bold.setBold(True)
        small = QFont(self._view.font())
        small.setPointSizeF(self._theme.points(9.5))
        group = head.group_title
        title_width = min(QFontMetrics(bold).horizontalAdvance(head.title), line.width())
        painter.setFont(bold)
        painter.setPen(self._theme.color("ink"))
        middle = Qt.AlignmentFlag.AlignVCenter
        title = QFontMetrics(bold).elidedText(head.title, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignLeading, title)
        room = line.width() - title_width - self._theme.gap(16)
        if QFontMetrics(small).horizontalAdvance(group) <= room:
            painter.setFont(small)
            painter.setPen(self._theme.color("ink2"))
            painter.drawText(line, middle | Qt.AlignmentFlag.AlignTrailing, group)

    def _paint_hit(self, painter: QPainter, rect: QRect, index: _Index, hit: Hit) -> None:
        chosen = is_chosen(self._view, index)
        focused = is_focused(self._view, index)
        ground = rect.adjusted(8, 1, -8, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or is_hovered(self._view, index):
            painter.setBrush(self._theme.color("sel" if chosen else "hover"))
            painter.drawRoundedRect(ground, 6, 6)
        if chosen:
            painter.setBrush(self._theme.color("sel_bar"))
            inset = 5 if focused else 0
            painter.drawRect(ground.left() + inset, ground.top() + 6, 3, ground.height() - 12)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("focus"), 2))
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), 6, 6)
        ink = "on_sel" if chosen else "ink2"
        document = self._document(hit, self._text_width(rect.width()), ink)
        painter.translate(rect.left() + self._side(), rect.top() + self._theme.gap(8))
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, self._theme.color(ink))
        document.documentLayout().draw(painter, context)

    def _side(self) -> int:
        return self._theme.gap(20)

    def _text_width(self, width: int) -> int:
        return max(width - 2 * self._side(), 80)

    def _document(self, hit: Hit, width: int, ink: str) -> QTextDocument:
        tokens = self._theme.tokens
        document = QTextDocument()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        font = QFont(self._view.font())
        font.setPointSizeF(self._theme.points(10.5))
        document.setDefaultFont(font)
        heading_ink = tokens["on_sel"] if ink == "on_sel" else tokens["accent"]
        mark = f"<span style='background-color:{tokens['mark']}; color:{tokens['on_mark']}'>"
        document.setHtml(
            f"<div style='color:{heading_ink}; font-weight:bold'>{escaped(hit.heading)}</div>"
            f"<div style='color:{tokens[ink]}; font-size:{self._theme.points(10):.1f}pt'>"
            f"{marked(hit.snippet, mark, '</span>')}</div>"
        )
        document.setTextWidth(width)
        return document


class ResultView(QListView):
    """Show search results; `hit_chosen` carries the hit that was opened."""

    hit_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("results")
        self.setAccessibleName(self.tr("Search results"))
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._on_clicked)

    def set_look(self, theme: Theme) -> None:
        """Use these colours and sizes from now on."""
        previous = self.itemDelegate()
        self.setItemDelegate(_ResultDelegate(theme, self))
        previous.deleteLater()

    def choose_first(self) -> bool:
        """Choose the first section; False when there is none."""
        model = self.model()
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            if index.data(HIT_ROLE) is not None:
                self.setCurrentIndex(index)
                self.scrollToTop()
                return True
        return False

    def current_hit(self) -> Hit | None:
        """Return the chosen hit."""
        hit: Hit | None = self.currentIndex().data(HIT_ROLE)
        return hit

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the chosen hit by Enter; the rest is the list's own."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_clicked(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let rows find their heights again when the width changes."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _on_clicked(self, index: QModelIndex) -> None:
        hit = index.data(HIT_ROLE)
        if hit is not None:
            self.hit_chosen.emit(hit)
