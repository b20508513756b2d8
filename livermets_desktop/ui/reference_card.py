"""A small card at a word or a number in the text: a term explained, a source named."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from livermets_desktop.model.article import Source, Term
from livermets_desktop.ui.theme import Theme

_WIDTH = 320
_BELOW = 8  # pixels between the word and its card
_CHECKED = "article:about-this-library#checked-and-unverified"
_LINE = 28  # height of the line that a card above it must not cover


class ReferenceCard(QFrame):
    """Pop up at a place: as a popup that Esc or a click elsewhere closes, or as a tool tip.

    `link_chosen` carries the address of the full entry that the reader asked for.
    """

    link_chosen = Signal(str)

    def __init__(self, parent: QWidget, kind: Qt.WindowType = Qt.WindowType.Popup) -> None:
        super().__init__(parent, kind)
        self.setObjectName("referenceCard")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._address = ""
        self._title, self._text, self._small = QLabel(), QLabel(), QLabel()
        self._title.setObjectName("cardName")
        self._small.setObjectName("small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(0)
        for label in (self._title, self._text, self._small):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setContentsMargins(0, 0, 0, 4)
            layout.addWidget(label)
        self._link = QPushButton()
        self._link.setObjectName("cardLink")
        self._link.setProperty("kind", "link")
        self._link.clicked.connect(self._on_link)
        layout.addWidget(self._link, 0, Qt.AlignmentFlag.AlignLeft)

    def show_term(self, term: Term, glossary: str) -> None:
        """Explain a term; `glossary` is the article that lists all terms, "" for none."""
        short = ", ".join(term.abbreviations)
        self._title.setText(f"{term.term} ({short})" if short and short != term.term else term.term)
        self._text.setText(term.definition)
        self._small.hide()
        address = f"article:{glossary}#term-{term.id}" if glossary else ""
        self._show_link(self.tr("In the glossary"), address)

    def show_source(self, source: Source, address: str) -> None:
        """Name a source; `address` is that of its entry in the list of sources."""
        self._title.setText(f"[{source.number}]  {source.organisation}")
        self._text.setText(f"{source.title}. {source.date}".rstrip(" ."))
        self._small.setText(source.address)
        self._small.setVisible(bool(source.address))
        self._show_link(self.tr("In the list of sources"), address)

    def show_unverified(self) -> None:
        """Explain the mark of a statement for which no source was read."""
        self._title.setText(self.tr("Not verified"))
        self._text.setText(
            self.tr(
                "The authors read no source for this: it is general knowledge. "
                "Check it before you use it."
            )
        )
        self._small.hide()
        self._show_link(self.tr("What is checked, and how"), _CHECKED)

    def pop_up(self, below: QPoint, theme: Theme) -> None:
        """Show the card below a point of the screen, or above it where there is no room."""
        self.setAccessibleName(f"{self._title.text()}: {self._text.text()}")
        self.setFixedWidth(theme.box(_WIDTH))
        self.adjustSize()
        screen = self.screen().availableGeometry()
        left = min(below.x(), screen.right() - self.width() - _BELOW)
        top = below.y() + _BELOW
        if top + self.height() > screen.bottom():
            top = below.y() - self.height() - theme.box(_LINE)
        self.move(max(left, screen.left()), max(top, screen.top()))
        self.show()

    def take_focus(self) -> None:
        """Let the keyboard follow the link at once."""
        self._link.setFocus(Qt.FocusReason.PopupFocusReason)

    def _show_link(self, words: str, address: str) -> None:
        self._address = address
        self._link.setText(words)
        self._link.setVisible(bool(address))

    def _on_link(self) -> None:
        self.close()
        self.link_chosen.emit(self._address)
