"""Opens the card of a term or a source: by a click, by a key, or while the mouse rests on it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QCursor

from livermets_desktop.model.article import Source, Term
from livermets_desktop.ui.article_view import ArticleView
from livermets_desktop.ui.look_controller import LookController
from livermets_desktop.ui.reading_controller import ReadingController

if TYPE_CHECKING:
    from livermets_desktop.ui.reference_card import ReferenceCard

_REST = 500  # milliseconds that the mouse rests on a word before its card opens
_STAY = 300  # milliseconds to bring the mouse from the word into the card


class CardController(QObject):
    """Show one card at a time; one that the mouse opened goes when the mouse goes."""

    def __init__(
        self, reading: ReadingController, view: ArticleView, look: LookController, glossary: str
    ) -> None:
        super().__init__(view)
        self._reading, self._view, self._look, self._glossary = reading, view, look, glossary
        self._cards: dict[Qt.WindowType, ReferenceCard] = {}
        self._under_mouse = ""
        self._rest = self._timer(_REST, self._on_rested)
        self._stay = self._timer(_STAY, self._on_left)
        reading.reference_requested.connect(self._on_requested)
        view.highlighted.connect(self._on_highlighted)
        view.verticalScrollBar().valueChanged.connect(self.close)
        view.installEventFilter(self)

    def close(self) -> None:
        """Close the card that the mouse opened."""
        self._rest.stop()
        if Qt.WindowType.ToolTip in self._cards:
            self._cards[Qt.WindowType.ToolTip].close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a key close what the mouse opened."""
        if event.type() == QEvent.Type.KeyPress:
            self.close()
        return super().eventFilter(watched, event)

    def _on_requested(self, reference: object, address: str) -> None:
        self.close()
        card = self._fill(Qt.WindowType.Popup, reference, address)
        card.pop_up(self._at_link(), self._look.theme)
        card.take_focus()

    def _on_highlighted(self, url: QUrl) -> None:
        self._under_mouse = url.toString()
        if self._under_mouse:
            self._stay.stop()
            self._rest.start()
        else:
            self._rest.stop()
            self._stay.start()

    def _on_rested(self) -> None:
        address = self._under_mouse
        reference = self._reading.reference(address)
        if reference is not None:
            card = self._fill(Qt.WindowType.ToolTip, reference, address)
            card.pop_up(self._below_mouse(), self._look.theme)

    def _on_left(self) -> None:
        card = self._cards.get(Qt.WindowType.ToolTip)
        if card is None or self._under_mouse:
            return
        if card.underMouse():
            self._stay.start()
        else:
            card.close()

    def _fill(self, kind: Qt.WindowType, reference: object, address: str) -> "ReferenceCard":
        card = self._cards.get(kind) or self._make(kind)
        if isinstance(reference, Term):
            card.show_term(reference, self._glossary)
        elif isinstance(reference, Source):
            number = address.partition(":")[2]
            article = self._reading.article
            card.show_source(reference, f"article:{article.id if article else ''}#source-{number}")
        else:
            card.show_unverified()
        return card

    def _make(self, kind: Qt.WindowType) -> "ReferenceCard":
        # Loaded with the first card: the start does not wait for it.
        from livermets_desktop.ui.reference_card import ReferenceCard  # noqa: PLC0415

        card = ReferenceCard(self._view.window(), kind)
        card.link_chosen.connect(self._reading.follow)
        self._cards[kind] = card
        return card

    def _at_link(self) -> QPoint:
        """Return where the link was chosen: at the mouse, or by keyboard at the cursor."""
        view = self._view
        mouse = QCursor.pos()
        if view.rect().contains(view.mapFromGlobal(mouse)) and view.underMouse():
            return self._below_mouse()
        return view.mapToGlobal(view.cursorRect().bottomLeft())

    def _below_mouse(self) -> QPoint:
        """Return the lower edge of the line that the mouse is on."""
        port = self._view.viewport()
        mouse = QCursor.pos()
        line = self._view.cursorRect(self._view.cursorForPosition(port.mapFromGlobal(mouse)))
        return QPoint(mouse.x(), port.mapToGlobal(line.bottomLeft()).y())

    def _timer(self, milliseconds: int, work: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(work)
        return timer
