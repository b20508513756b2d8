"""What a dialog says to the reader, below its content."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from livermets_desktop.ui.announce import announce


class ToldLine(QLabel):
    """Show one sentence, and say it to assistive technology."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("told")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.hide()

    def tell(self, sentence: str) -> None:
        """Say something; "" takes back what was said."""
        self.setText(sentence)
        self.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)
