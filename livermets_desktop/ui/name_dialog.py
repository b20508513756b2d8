"""A dialog that asks for a name."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from livermets_desktop.model.bookmark import LONGEST_NAME, clean_name
from livermets_desktop.ui.theme import Theme

_WIDTH = 420


class NameDialog(QDialog):
    """Ask for a name; `named` carries the one that the reader typed."""

    named = Signal(str)

    def __init__(self, title: str, label: str, done: str, theme: Theme, parent: QWidget) -> None:
        """Show a label above the field; `done` is what the first button says."""
        super().__init__(parent)
        self.setObjectName("nameDialog")
        self.setWindowTitle(title)
        self._field = QLineEdit()
        self._field.setObjectName("findField")
        self._field.setMaxLength(LONGEST_NAME)
        self._field.setAccessibleName(label)
        self._field.textChanged.connect(self._show_state)
        self._done = self._button(done, "primary")
        self._done.setDefault(True)
        self._done.clicked.connect(self._on_done)
        self._lay_out(label)
        self._show_state()
        room = self.screen().availableSize().width()
        self.resize(min(theme.gap(_WIDTH), room), self.sizeHint().height())

    def offer(self, name: str) -> None:
        """Write a name into the field, to be kept or overwritten."""
        self._field.setText(name)
        self._field.selectAll()

    def _lay_out(self, label: str) -> None:
        words = QLabel(label)
        words.setWordWrap(True)
        words.setBuddy(self._field)
        leave = self._button(self.tr("Cancel"), "outlined")
        leave.clicked.connect(self.reject)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addStretch()
        below.addWidget(self._done)
        below.addWidget(leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 12)
        layout.setSpacing(12)
        layout.addWidget(words)
        layout.addWidget(self._field)
        layout.addLayout(below)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, words: str, kind: str) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("kind", kind)
        button.setAutoDefault(kind == "primary")
        return button

    def _show_state(self) -> None:
        self._done.setEnabled(bool(clean_name(self._field.text())))

    def _on_done(self) -> None:
        self.named.emit(self._field.text())
        self.accept()
