"""Pages of large tiles: the groups of the library, and the topics of one group."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from livermets_desktop.model.topic import Topic
from livermets_desktop.ui.icons import Icons
from livermets_desktop.ui.kiosk.touch import TouchButton, chosen, column_area, look_at
from livermets_desktop.ui.look_controller import dress
from livermets_desktop.ui.theme import Theme
from livermets_desktop.ui.wrap_row import WrapRow

_WIDTH = 1088  # of the page at 100 %


def words_label(name: str, words: str = "") -> QLabel:
    """Return a label that breaks its plain words into lines."""
    label = QLabel(words)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


class Tile(QPushButton):
    """One topic or group as one large button: icon, title and a line of text."""

    def __init__(self, topic: Topic, summary: str) -> None:
        super().__init__()
        self.topic = topic
        self.setObjectName("tile")
        self.setAccessibleName(f"{topic.title}: {summary}" if summary else topic.title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._picture = QLabel()
        self._picture.setObjectName("tileIcon")
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setVisible(bool(topic.icon))
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch()
        words.addWidget(words_label("tileTitle", topic.title))
        if summary:
            words.addWidget(words_label("tileText", summary))
        words.addStretch()
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._picture)
        self._row.addLayout(words, 1)
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_look(self, icons: Icons) -> None:
        """Use these colours and sizes from now on."""
        side = icons.size(48)
        self._picture.setFixedSize(side)
        if self.topic.icon:
            self._picture.setPixmap(icons.pixmap(self.topic.icon, "accent", 26))
        gap = side.width() // 3
        self._row.setContentsMargins(2 * gap, gap, gap, gap)
        self._row.setSpacing(gap)


class TilesPage(QWidget):
    """Show tiles below a question; the signals carry ids of a group or an article."""

    topic_chosen = Signal(str)
    search_requested = Signal()

    def __init__(self, summary: Callable[[Topic], str]) -> None:
        super().__init__()
        self.setObjectName("tilesPage")
        self._summary = summary
        self._question = words_label("kioskQuestion")
        self._field = TouchButton("", "search", kind="field")
        chosen(self._field, self.search_requested.emit)
        self._often = WrapRow(gap=10)
        self._offers = False
        self._grid = QGridLayout()
        self.tiles: list[Tile] = []
        self._look: tuple[Theme, Icons] | None = None
        content = QWidget()
        content.setObjectName("tiles")
        self._column = QVBoxLayout(content)
        self._column.setSpacing(16)
        for widget in (self._question, self._field):
            self._column.addWidget(widget)
        self._column.addWidget(self._often)
        self._column.addLayout(self._grid)
        self._column.addStretch(1)
        self._area = column_area(content, "tilesArea")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)

    def show_topics(self, question: str, topics: Sequence[Topic], hint: str = "") -> None:
        """Show topics below a question; with a hint also the way to the search."""
        self._question.setText(question)
        self._field.set_words(hint)
        self._field.setVisible(bool(hint))
        self._often.setVisible(bool(hint) and self._offers)
        for tile in self.tiles:
            tile.hide()
            tile.deleteLater()
        self.tiles = [Tile(topic, self._summary(topic)) for topic in topics]
        for tile in self.tiles:
            tile.clicked.connect(lambda _=False, name=tile.topic.id: self.topic_chosen.emit(name))
        if self._look is not None:
            self.set_look(*self._look)
        self._area.verticalScrollBar().setValue(0)

    def offer(self, words: str, topics: Sequence[Topic]) -> None:
        """Offer a few topics by name above the tiles."""
        label = words_label("kioskNote", words)
        label.setWordWrap(False)
        widgets: list[QWidget] = [label]
        for topic in topics:
            button = TouchButton(topic.title, kind="chip")
            button.clicked.connect(lambda _=False, name=topic.id: self.topic_chosen.emit(name))
            widgets.append(button)
        self._offers = bool(topics)
        self._often.show_widgets(widgets)

    def grow(self, style: str, theme: Theme, icons: Icons) -> None:
        """Use a style sheet of its own, "" for that of the window."""
        dress(self, style)
        self.set_look(theme, icons)

    def set_look(self, theme: Theme, icons: Icons) -> None:
        """Use these colours and sizes from now on."""
        self._look = theme, icons
        self._often.set_look(theme)
        look_at(self.findChildren(TouchButton), icons)
        for tile in self.tiles:
            tile.set_look(icons)
        self._arrange()

    def resizeEvent(self, event: object) -> None:
        """Arrange the tiles for the new width."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._arrange()

    def _arrange(self) -> None:
        if self._look is None:
            return
        theme, _ = self._look
        side = max(theme.box(48), (self.width() - theme.box(_WIDTH)) // 2)
        self._column.setContentsMargins(side, theme.box(20), side, theme.box(16))
        columns = max(1, min(3, (self.width() - 2 * side) // theme.box(300)))
        self._grid.setSpacing(theme.box(16))
        for tile in self.tiles:
            self._grid.removeWidget(tile)
        for number, tile in enumerate(self.tiles):
            tile.setMinimumHeight(theme.box(96))
            self._grid.addWidget(tile, number // columns, number % columns)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
