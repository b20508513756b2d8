"""Search by touch: a field in the top bar, results as large rows, keys on the screen below."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from livermets_desktop.model.hit import Hit, Results, Snippet
from livermets_desktop.model.kind import Kind
from livermets_desktop.ui.icons import Icons
from livermets_desktop.ui.kiosk.keyboard import ScreenKeyboard
from livermets_desktop.ui.kiosk.tiles import words_label
from livermets_desktop.ui.kiosk.touch import TouchButton, chosen, column_area, look_at
from livermets_desktop.ui.look_controller import dress
from livermets_desktop.ui.result_model import by_topic
from livermets_desktop.ui.theme import Theme
from livermets_desktop.ui.wording import escaped
from livermets_desktop.ui.wrap_row import WrapRow

_MOST_ROWS = 12
_MOST_WORDS = 4
LONGEST_QUERY = 100


class _Row(QPushButton):
    """One topic that was found, by its best section."""

    def __init__(self, hit: Hit, *, urgent: bool) -> None:
        super().__init__()
        self.hit = hit
        self._urgent = urgent
        self.setObjectName("foundRow")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(f"{hit.title}, {hit.group_title}: {hit.snippet.text}")
        self._icon, self._chevron = QLabel(), QLabel()
        self._snippet = QLabel()
        self._snippet.setObjectName("foundText")
        self._snippet.setTextFormat(Qt.TextFormat.RichText)
        self._snippet.setWordWrap(True)
        self._head = QLabel()
        self._head.setTextFormat(Qt.TextFormat.RichText)
        self._head.setWordWrap(True)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._icon)
        head.addWidget(self._head, 1)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addLayout(head)
        words.addWidget(self._snippet)
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 16, 24, 16)
        row.addLayout(words, 1)
        row.addWidget(self._chevron)
        self._icon.setVisible(self._urgent)
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_look(self, theme: Theme, icons: Icons) -> None:
        """Use these colours and sizes from now on."""
        if self._urgent:
            self._icon.setPixmap(icons.pixmap("urgent", "urgent_ink", 18))
        self._chevron.setPixmap(icons.pixmap("right", "ink2", 18))
        color = theme.tokens["urgent_ink" if self._urgent else "accent"]
        title = f'<b style="font-size: {theme.points(13.5)}pt; color: {color}">{{}}</b>'
        group = f'<span style="font-size: {theme.points(9.5)}pt; color: {theme.tokens["ink2"]}">'
        self._head.setText(
            f"{title.format(escaped(self.hit.title))}&nbsp;&nbsp;"
            f"{group}{escaped(self.hit.group_title)}</span>"
        )
        self._snippet.setText(_marked(self.hit.snippet, theme))
        self.setMinimumHeight(self.sizeHint().height())


class SearchPage(QWidget):
    """Show what is found; `query_changed` carries what stands in the field."""

    query_changed = Signal(str)
    hit_chosen = Signal(object)

    def __init__(self, urgent: str) -> None:
        super().__init__()
        self.setObjectName("searchPage")
        self._urgent = urgent
        self._rows: list[_Row] = []
        self._row_look: tuple[Theme, Icons] | None = None
        self.field = self._make_field()
        self.clear = TouchButton(self.tr("Clear"), "close", kind="quiet")
        self._lens = QLabel()
        self.field_box = self._make_field_box()
        self._count = words_label("foundCount")
        content = QWidget()
        content.setObjectName("tiles")
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(48, 8, 48, 20)
        self._column.setSpacing(16)
        self._column.addStretch(1)
        self._area = column_area(content, "tilesArea")
        self.keyboard = ScreenKeyboard()
        self._words = WrapRow(gap=10)
        self._below = self._below_results()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(48, 0, 48, 0)
        head.addWidget(self._count)
        layout.addLayout(head)
        layout.addWidget(self._area, 1)
        layout.addWidget(self._below)
        self._connect()

    @property
    def query(self) -> str:
        """Return what stands in the field."""
        return self.field.text()

    def start(self, words: str = "") -> None:
        """Begin a search, with the keys on the screen."""
        self.field.setText(words)
        self._below.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if not words:
            self.show_nothing()

    def show_nothing(self) -> None:
        """Show no results, and ask for words."""
        self._fill([])
        self._count.setText(self.tr("What would you like to know?"))
        self._offer(())

    def show_results(self, results: Results) -> None:
        """Show the best section of each topic."""
        found = [hit for hit in results.hits if hit.kind is not Kind.HELP]
        topics = [hits[0] for hits in by_topic(found)][:_MOST_ROWS]
        self._fill(topics)
        if topics:
            count = self.tr("%Ln topic(s)", "", len(topics))
            self._count.setText(self.tr("{0} about “{1}”").format(count, results.query.strip()))
        else:
            sentence = self.tr("Nothing found for “{0}”. Try another word, or go Home.")
            self._count.setText(sentence.format(results.query.strip()))
        names = [name.text for name in results.names]
        words = [results.suggestion] if results.suggestion else []
        self._offer(list(dict.fromkeys([*words, *names, *results.nearest]))[:_MOST_WORDS])

    def show_failure(self, sentence: str) -> None:
        """Say why there are no results."""
        self._fill([])
        self._count.setText(sentence)
        self._offer(())

    def set_look(self, theme: Theme, icons: Icons) -> None:
        """Use these colours and sizes from now on."""
        self.keyboard.set_look(icons)
        self._words.set_look(theme)
        look_at([self.clear], icons)
        self._lens.setPixmap(icons.pixmap("search", "ink2", 20))

    def grow(self, style: str, theme: Theme, icons: Icons) -> None:
        """Let results grow with the text; the keys stay as they are."""
        dress(self._area, style)
        self._row_look = theme, icons
        for row in self._rows:
            row.set_look(theme, icons)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let letters of a real keyboard go into the field, wherever the focus is."""
        if event.text().isprintable() and event.text():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.field.insert(event.text())
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring the keys on the screen back when the field is touched."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self._below.show()
        return super().eventFilter(watched, event)

    def _make_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName("kioskField")
        field.setMaxLength(LONGEST_QUERY)
        field.setPlaceholderText(self.tr("Type a word, such as jaundice"))
        field.setAccessibleName(self.tr("Search"))
        field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        field.setAcceptDrops(False)
        return field

    def _make_field_box(self) -> QWidget:
        box = QWidget()
        box.setObjectName("kioskFieldBox")
        box.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(box)
        row.setContentsMargins(20, 2, 8, 2)
        for widget in (self._lens, self.field, self.clear):
            row.addWidget(widget)
        return box

    def _below_results(self) -> QWidget:
        below = QWidget()
        below.setObjectName("keyboardBox")
        below.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(below)
        column.setContentsMargins(48, 16, 48, 24)
        column.setSpacing(16)
        column.addWidget(self._words)
        keys = QHBoxLayout()
        keys.addStretch(1)
        keys.addWidget(self.keyboard, 100)
        keys.addStretch(1)
        column.addLayout(keys)
        return below

    def _connect(self) -> None:
        self.field.textChanged.connect(self.query_changed)
        self.field.returnPressed.connect(self._below.hide)
        self.keyboard.typed.connect(self.field.insert)
        self.keyboard.erased.connect(self.field.backspace)
        self.keyboard.entered.connect(self._below.hide)
        self.keyboard.hidden.connect(self._below.hide)
        chosen(self.clear, self.start)
        for touched in (self.field, self.field_box):
            touched.installEventFilter(self)

    def _fill(self, hits: Sequence[Hit]) -> None:
        for old in self._rows:
            old.hide()
            old.deleteLater()
        self._rows = [_Row(hit, urgent=hit.article == self._urgent) for hit in hits]
        for number, row in enumerate(self._rows):
            row.clicked.connect(lambda _=False, hit=row.hit: self.hit_chosen.emit(hit))
            self._column.insertWidget(number, row)
            if self._row_look is not None:
                row.set_look(*self._row_look)
        # Made last, they would come after all keys.
        for before, after in pairwise((self.clear, *self._rows)):
            QWidget.setTabOrder(before, after)
        self._area.verticalScrollBar().setValue(0)

    def _offer(self, words: Sequence[str]) -> None:
        """Offer words of the library that come near."""
        label = words_label("kioskNote", self.tr("Words in this library:"))
        label.setWordWrap(False)
        buttons = [TouchButton(one, kind="key2") for one in words]
        for button, one in zip(buttons, words, strict=True):
            button.clicked.connect(lambda _=False, one=one: self.field.setText(one))
        for old in self._words.findChildren(QWidget):
            old.hide()
            old.deleteLater()
        self._words.show_widgets([label, *buttons] if words else [])


def _marked(snippet: Snippet, theme: Theme) -> str:
    """Write a quotation with its found words marked."""
    html, before = "", 0
    style = f"background-color: {theme.tokens['mark']}; color: {theme.tokens['on_mark']}"
    for start, end in snippet.marks:
        html += escaped(snippet.text[before:start])
        html += f'<span style="{style}">{escaped(snippet.text[start:end])}</span>'
        before = end
    return html + escaped(snippet.text[before:])
