"""How the rows of the results are measured and painted.

Each row's text is laid out once and kept as long as it, the width and the look are the same: the
next letter of a query mostly finds the same sections.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from livermets_desktop.model.hit import NameKind
from livermets_desktop.ui.direction import draw_words, end_of, mirrored, start_of
from livermets_desktop.ui.icons import Icons
from livermets_desktop.ui.result_model import HitRow, NameRow, Row, TopicHead
from livermets_desktop.ui.theme import Theme
from livermets_desktop.ui.wording import LONGEST

_NEW_LINE = "\u2028"
_NARROWEST = 80
_KEPT = 400  # rows
_SNIPPET_LINES = 2
_SIDE, _ICON = 20, 16
_ICONS = {
    NameKind.TITLE: "book",
    NameKind.ALIAS: "book",
    NameKind.HEADING: "list",
    NameKind.TERM: "note",
}
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class _Part(NamedTuple):
    """Give a part of a text its look; a length of 0 is no part."""

    start: int
    length: int
    form: QTextCharFormat


class _Laid(NamedTuple):
    """Hold a text that was laid out, and what stands beside its first line, at the right."""

    layout: QTextLayout
    height: int
    beside: str = ""


class ResultRows:
    """Measure and paint rows in one look."""

    def __init__(self, theme: Theme, icons: Icons, view: QWidget) -> None:
        font = view.font()
        self._view = view
        self._option = QTextOption(start_of(view))
        self._option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._theme = theme
        self._icons = icons
        self._laid: dict[tuple[object, ...], _Laid] = {}
        self._font, self._bold = _font(font, theme.points(10.5)), _font(font, theme.points(10.5))
        self._bold.setBold(True)
        self._small = _font(font, theme.points(9.5))
        self._metrics, self._bold_metrics = QFontMetrics(self._font), QFontMetrics(self._bold)
        self._small_metrics = QFontMetrics(self._small)

    def height(self, row: Row, width: int, *, first: bool) -> int:
        """Return the height that the words of a row need."""
        if isinstance(row, TopicHead):
            return self._theme.box(26) + self._theme.gap(6 if first else 18)
        if isinstance(row, NameRow):
            return self._lay_out(row, width, chosen=False).height + self._theme.gap(10)
        if not row.place.snippet.text:
            return self._expected(row, width)
        return self._lay_out(row, width, chosen=False).height + self._theme.gap(16)

    def paint(self, painter: QPainter, rect: QRect, row: Row, *, first: bool, chosen: bool) -> None:
        """Paint the words of a row upon its ground."""
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        if isinstance(row, TopicHead):
            self._paint_head(painter, rect, row, first=first)
        else:
            self._paint_place(painter, rect, row, chosen=chosen)

    def _paint_head(self, painter: QPainter, rect: QRect, head: TopicHead, *, first: bool) -> None:
        side = self._theme.gap(20)
        if not first:
            painter.setPen(self._theme.color("line"))
            top = rect.top() + self._theme.gap(6)
            painter.drawLine(rect.left() + side, top, rect.right() - side, top)
        line = rect.adjusted(side, rect.height() - self._theme.box(26), -side, 0)
        words = _one_line(head.title)
        title = self._bold_metrics.elidedText(words, Qt.TextElideMode.ElideRight, line.width())
        painter.setFont(self._bold)
        painter.setPen(self._theme.color("ink"))
        draw_words(painter, line, _MIDDLE, title, self._view)
        taken = self._bold_metrics.horizontalAdvance(title) + self._theme.gap(16)
        group = _one_line(head.group_title)
        if self._small_metrics.horizontalAdvance(group) <= line.width() - taken:
            painter.setFont(self._small)
            painter.setPen(self._theme.color("ink2"))
            painter.drawText(line, _MIDDLE | end_of(self._view), group)

    def _paint_place(
        self, painter: QPainter, rect: QRect, row: NameRow | HitRow, *, chosen: bool
    ) -> None:
        laid = self._lay_out(row, rect.width(), chosen=chosen)
        ink = "on_sel" if chosen else "ink" if isinstance(row, NameRow) else "ink2"
        room = rect.adjusted(self._left(row), 0, -self._theme.gap(_SIDE), 0)
        room = mirrored(room, rect, self._view)
        top = rect.top() + (rect.height() - laid.height) / 2
        painter.setPen(self._theme.color(ink))
        laid.layout.draw(painter, QPointF(room.left(), top))
        if not isinstance(row, NameRow):
            return
        line = QRectF(room.left(), top, room.width(), laid.layout.lineAt(0).height())
        icon = self._icons.pixmap(_ICONS[row.place.kind], "on_sel" if chosen else "ink2", _ICON)
        side = self._theme.box(_ICON)
        middle = round(line.center().y() - side / 2)
        place = QRect(rect.left() + self._theme.gap(_SIDE), middle, side, side)
        painter.drawPixmap(mirrored(place, rect, self._view).topLeft(), icon)
        if laid.beside:
            painter.setFont(self._small)
            painter.setPen(self._theme.color("on_sel" if chosen else "ink2"))
            painter.drawText(line, _MIDDLE | end_of(self._view), laid.beside)

    # -- laying out --------------------------------------------------------------------------

    def _left(self, row: NameRow | HitRow) -> int:
        """Return where the text of a row begins."""
        if isinstance(row, NameRow):
            return self._theme.gap(_SIDE) + self._theme.box(_ICON) + self._theme.gap(8)
        return self._theme.gap(_SIDE)

    def _room(self, row: NameRow | HitRow, width: int) -> int:
        return max(width - self._left(row) - self._theme.gap(_SIDE), _NARROWEST)

    def _lay_out(self, row: NameRow | HitRow, width: int, *, chosen: bool) -> _Laid:
        room = self._room(row, width)
        shown = row.place.snippet if isinstance(row, HitRow) else row.typed
        key = (room, chosen, _name_of(row), row.note, shown)
        laid = self._laid.get(key)
        if laid is None:
            if len(self._laid) >= _KEPT:
                self._laid.clear()
            if isinstance(row, HitRow):
                laid = self._lay_out_hit(row, room, chosen=chosen)
            else:
                laid = self._lay_out_name(row, room, chosen=chosen)
            self._laid[key] = laid
        return laid

    def _expected(self, row: HitRow, width: int) -> int:
        """Return about the height that a section will need when it has been quoted."""
        heading = self._bold_metrics.horizontalAdvance(_one_line(row.place.heading))
        lines = heading // self._room(row, width) + 1 + _SNIPPET_LINES
        return lines * self._bold_metrics.height() + self._theme.gap(16)

    def _lay_out_name(self, row: NameRow, room: int, *, chosen: bool) -> _Laid:
        """Put what it is beside the name if there is room, else below it."""
        name, note = _one_line(row.place.text), _one_line(row.note)
        taken = self._bold_metrics.horizontalAdvance(name) + self._theme.gap(16)
        beside = note if self._small_metrics.horizontalAdvance(note) <= room - taken else ""
        words = name if beside else f"{name}{_NEW_LINE}{note}"
        start, end = row.typed
        parts = [
            _Part(start, end - start, self._form(bold=True)),
            _Part(len(name), len(words) - len(name), self._form("ink2", 9.5, chosen=chosen)),
        ]
        return self._laid_out(words, parts, room, beside)

    def _lay_out_hit(self, row: HitRow, room: int, *, chosen: bool) -> _Laid:
        heading, snippet = _one_line(row.place.heading), row.place.snippet
        before = f"{row.note}\u2002·\u2002" if row.note else ""
        body = f"{before}{snippet.text}"
        start = len(heading) + 1
        parts = [
            _Part(0, len(heading), self._form("accent", bold=True, chosen=chosen)),
            _Part(start, len(body), self._form("ink2", 10, chosen=chosen)),
            _Part(start, len(row.note), self._form("ink", 10, chosen=chosen)),
        ]
        shown = start + len(before)
        parts += [_Part(shown + at, end - at, self._mark) for at, end in snippet.marks]
        return self._laid_out(f"{heading}{_NEW_LINE}{body}" if body else heading, parts, room)

    def _laid_out(self, words: str, parts: Sequence[_Part], room: int, beside: str = "") -> _Laid:
        layout = QTextLayout(words, self._font)
        layout.setCacheEnabled(True)
        layout.setTextOption(self._option)
        layout.setFormats([_format_range(part) for part in parts if part.length])
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return _Laid(layout, round(height), beside)

    def _form(
        self, ink: str = "", points: float = 10.5, *, bold: bool = False, chosen: bool = False
    ) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFontPointSize(self._theme.points(points))
        if bold:
            form.setFontWeight(QFont.Weight.Bold)
        if ink:
            form.setForeground(self._theme.color("on_sel" if chosen else ink))
        return form

    @property
    def _mark(self) -> QTextCharFormat:
        form = self._form("on_mark", 10)
        form.setBackground(self._theme.color("mark"))
        return form


def _font(like: QFont, points: float) -> QFont:
    font = QFont(like)
    font.setPointSizeF(points)
    return font


def _name_of(row: NameRow | HitRow) -> str:
    return row.place.heading if isinstance(row, HitRow) else row.place.text


def _one_line(words: str) -> str:
    """Return a title or heading as it is shown: a foreign library may hold anything."""
    return " ".join(words[:LONGEST].split())


def _format_range(part: _Part) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = part
    return made
