"""A sentence for the reader above the page, with a button that closes it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from livermets_desktop.ui.announce import announce
from livermets_desktop.ui.wording import translated


class NoticeBar(QWidget):
    """Show one sentence until the reader closes it or goes on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noticeBar")
        self._lasting = False
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setObjectName("notice")
        self._work: Callable[[], object] | None = None
        self._undo = QPushButton(self.tr("Undo"))
        self._undo.setObjectName("undoNotice")
        self._undo.setProperty("kind", "outlined")
        self._undo.clicked.connect(self._on_undo)
        close = QPushButton(self.tr("Close"))
        close.setObjectName("closeNotice")
        close.setProperty("kind", "outlined")
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 6, 16, 6)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._undo)
        layout.addWidget(close)
        self.hide()

    def let_go(self) -> None:
        """Hide a sentence about a page that was left."""
        if not self._lasting:
            self.hide()

    @property
    def sentence(self) -> str:
        """Return what is shown."""
        return self._words.text()

    def tell(
        self, sentence: str, *, lasting: bool = False, undo: Callable[[], object] | None = None
    ) -> None:
        """Show a sentence; a lasting one stays until the reader closes it."""
        self._lasting, self._work = lasting, undo
        self._undo.setVisible(undo is not None)
        words = translated(sentence)
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self.setVisible(bool(sentence))
        announce(self, words)

    def _on_undo(self) -> None:
        """Undo what the sentence tells of, once."""
        work, self._work = self._work, None
        self.hide()
        if work is not None:
            work()
