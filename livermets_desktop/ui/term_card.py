"""A small card with the plain definition of a glossary term."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from livermets_desktop.model.article import Term
from livermets_desktop.ui.theme import Theme


class TermCard(QFrame):
    """Pop up at a word; any key or click elsewhere closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("termCard")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._name, self._definition = QLabel(), QLabel()
        self._name.setObjectName("termName")
        for label in (self._name, self._definition):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 14)
        layout.setSpacing(4)
        layout.addWidget(self._name)
        layout.addWidget(self._definition)

    def show_term(self, term: Term, theme: Theme, below: QPoint) -> None:
        """Show a term below a point of the screen."""
        short = ", ".join(term.abbreviations)
        self._name.setText(f"{term.term} ({short})" if short and short != term.term else term.term)
        self._definition.setText(term.definition)
        self.setAccessibleName(f"{self._name.text()}: {term.definition}")
        self.setFixedWidth(theme.box(320))
        self.adjustSize()
        screen = self.screen().availableGeometry()
        left = min(below.x(), screen.right() - self.width() - 8)
        top = below.y() + 8
        if top + self.height() > screen.bottom():
            top = below.y() - self.height() - theme.box(28)
        self.move(max(left, screen.left()), max(top, screen.top()))
        self.show()
