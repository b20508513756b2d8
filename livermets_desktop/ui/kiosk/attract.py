"""The page that stands when nobody is there: it says what this is, in large type."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from livermets_desktop.ui.icons import Icons
from livermets_desktop.ui.kiosk.tiles import words_label
from livermets_desktop.ui.kiosk.touch import TouchButton, chosen, look_at

_EVERY = 20_000  # milliseconds


class AttractPage(QWidget):
    """Show one sentence after the other; any touch begins."""

    begun = Signal()

    def __init__(self, title: str, hospital: str) -> None:
        super().__init__()
        self.setObjectName("attract")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sentences = (
            (
                self.tr("Cancer that has spread to the liver"),
                self.tr("What it is, how it is found, how it is treated, and living with it."),
            ),
            (
                self.tr("In plain words and large type"),
                self.tr("Find what you want to know, make the text bigger, take a page home."),
            ),
            (
                self.tr("Private"),
                self.tr("Nothing you read or type here is kept. It is cleared when you leave."),
            ),
        )
        self._number = 0
        self._mark = QLabel()
        self._title = words_label("attractTitle")
        self._words = words_label("attractText")
        self.start = TouchButton(self.tr("Touch to start"), "right", kind="primary")
        self.start.setProperty("tall", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(120, 80, 120, 80)
        column.setSpacing(24)
        column.addWidget(words_label("kioskTitle", hospital))
        column.addStretch(1)
        for widget in (self._mark, self._title, self._words):
            column.addWidget(widget)
        column.addSpacing(24)
        column.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(2)
        column.addWidget(words_label("kioskNote", title))
        chosen(self.start, self.begun.emit)
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.show_next)
        self._show(0)

    def set_look(self, icons: Icons) -> None:
        """Use these colours and sizes from now on."""
        look_at([self.start], icons)
        self._mark.setPixmap(icons.pixmap("liver", "accent", 72))

    def show_next(self) -> None:
        """Show the next sentence, in place of the other and without motion."""
        self._show((self._number + 1) % len(self._sentences))

    def mousePressEvent(self, event: object) -> None:
        """Begin by a touch anywhere."""
        self.begun.emit()

    def showEvent(self, event: object) -> None:
        """Begin with the first sentence."""
        self._show(0)
        self._timer.start()

    def hideEvent(self, event: object) -> None:
        """Rest while somebody reads."""
        self._timer.stop()

    def _show(self, number: int) -> None:
        self._number = number
        title, words = self._sentences[number]
        self._title.setText(title)
        self._words.setText(words)
