"""The sheet of keys, made from the list of actions."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QWidget,
)

from livermets_desktop.ui.actions import Actions
from livermets_desktop.ui.close_button import fill_dialog


class KeysDialog(QDialog):
    """List every key and what it does."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keysDialog")
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        rows = [(_keys(action.shortcuts()), action.text().replace("&", "")) for action in actions]
        rows += [
            (self.tr("↓, Enter"), self.tr("In the search field: into the results; open")),
            (self.tr("Esc"), self.tr("Back to the results, then to where you were")),
            (self.tr("Ctrl+wheel"), self.tr("Bigger or smaller text")),
        ]
        content = QWidget()
        grid = QGridLayout(content)
        grid.setHorizontalSpacing(32)
        grid.setColumnStretch(1, 1)
        for number, (keys, words) in enumerate(row for row in rows if row[0]):
            for column, text in enumerate((keys, words)):
                label = QLabel(text)
                label.setTextFormat(Qt.TextFormat.PlainText)
                grid.addWidget(label, number, column)
        fill_dialog(self, content)


def _keys(sequences: list[QKeySequence]) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(sequence.toString(native) for sequence in sequences)
