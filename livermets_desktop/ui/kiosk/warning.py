"""The warning before everything is cleared: a falling number, and two ways to answer."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from livermets_desktop.ui.announce import announce
from livermets_desktop.ui.icons import Icons
from livermets_desktop.ui.kiosk.overlay import Overlay
from livermets_desktop.ui.kiosk.tiles import words_label
from livermets_desktop.ui.kiosk.touch import TouchButton, chosen
from livermets_desktop.ui.theme import Theme

_RING, _STROKE = 108, 7


class _Ring(QWidget):
    """The seconds that are left, as a number and as a part of a ring; it steps, it never moves."""

    def __init__(self) -> None:
        super().__init__()
        self._theme: Theme | None = None
        self._left, self._of = 0, 1

    def set_look(self, theme: Theme) -> None:
        self._theme = theme
        side = theme.box(_RING)
        self.setFixedSize(side, side)

    def show_left(self, seconds: int, of: int) -> None:
        self._left, self._of = seconds, max(of, 1)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring from the top round, and the number in it."""
        if self._theme is None:
            return
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = theme.box(_STROKE)
        ring = QRectF(self.rect()).adjusted(stroke, stroke, -stroke, -stroke)
        painter.setPen(QPen(theme.color("line"), stroke))
        painter.drawEllipse(ring)
        pen = QPen(theme.color("accent"), stroke)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(ring, 90 * 16, -round(360 * 16 * self._left / self._of))
        painter.setPen(theme.color("ink"))
        font = QFont(self.font())
        font.setPointSizeF(theme.points(24))
        font.setBold(True)
        painter.setFont(font)
        number = ring.adjusted(0, 0, 0, -theme.box(18))
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(self._left))
        font.setPointSizeF(theme.points(9.5))
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(theme.color("ink2"))
        below = ring.adjusted(0, theme.box(38), 0, 0)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.tr("seconds"))


class IdleWarning(Overlay):
    """Ask before all is cleared; a touch anywhere stays, `finished` clears at once."""

    finished = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, 683)
        self.setObjectName("idleWarning")
        self._ring = _Ring()
        self.keep = TouchButton(self.tr("Keep reading"), "check", kind="primary")
        self.finish = TouchButton(self.tr("Finish and clear now"), "leave")
        self._title = words_label("warningTitle", self.tr("Are you still reading?"))
        self._words = words_label(
            "warningText",
            self.tr(
                "If nobody touches the screen, this page closes and everything you looked at is"
                " cleared, so that the next person cannot see it. Touch anywhere to stay."
            ),
        )
        self._lay_out()
        chosen(self.finish, self.finished.emit)
        self._told = -1

    def set_look(self, theme: Theme, icons: Icons) -> None:
        """Use these colours and sizes from now on."""
        super().set_look(theme, icons)
        self._ring.set_look(theme)

    def show_left(self, seconds: int, of: int) -> None:
        """Show the number; every ten seconds it is said to those who cannot see it."""
        self._ring.show_left(seconds, of)
        if not self.isVisible():
            self.appear()
            self.keep.setFocus(Qt.FocusReason.PopupFocusReason)
            self._told = -1
        if self._told < 0 or seconds <= self._told - 10:
            self._told = seconds
            words = self.tr(
                "Are you still reading? Everything is cleared in %Ln second(s).", "", seconds
            )
            announce(self, words)

    def _lay_out(self) -> None:
        text = QVBoxLayout()
        text.setSpacing(10)
        text.addWidget(self._title)
        text.addWidget(self._words)
        top = QHBoxLayout()
        top.setSpacing(48)
        top.addWidget(self._ring)
        top.addLayout(text, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(24)
        for button in (self.keep, self.finish):
            policy = button.sizePolicy()
            policy.setHorizontalPolicy(policy.Policy.Expanding)
            button.setSizePolicy(policy)
            button.setProperty("tall", True)
            buttons.addWidget(button, 1)
        card = QVBoxLayout(self.card)
        card.setContentsMargins(56, 64, 56, 56)
        card.setSpacing(56)
        card.addLayout(top)
        card.addLayout(buttons)
