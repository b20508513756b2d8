"""The start page: help first, then the groups of the library."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from livermets_desktop.admin import Admin
from livermets_desktop.model.article import Article, LibraryInfo
from livermets_desktop.model.topic import Topic
from livermets_desktop.ui.direction import start_of
from livermets_desktop.ui.focus_ring import FocusRing
from livermets_desktop.ui.hospital import hospital_note, hospital_title
from livermets_desktop.ui.icons import Icons
from livermets_desktop.ui.theme import Theme
from livermets_desktop.ui.wording import long_date

_WIDTH = 1008
_CARD = 80
_CARD_GAP = 16
_ROWS = 5  # of recent topics and bookmarks


def _label(name: str, words: str = "") -> QLabel:
    label = QLabel(words)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setAlignment(start_of(label) | Qt.AlignmentFlag.AlignVCenter)
    return label


def _link(name: str, words: str) -> QPushButton:
    button = QPushButton(words.replace("&", "&&"))
    button.setAccessibleName(words)
    button.setObjectName(name)
    button.setProperty("kind", "link")
    return button


def _empty(column: QVBoxLayout) -> None:
    while item := column.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()


class _Card(QPushButton):
    """One group: icon, title and a line of text, as one button."""

    def __init__(self, topic: Topic) -> None:
        super().__init__()
        self.topic = topic
        self.setObjectName("card")
        self.setAccessibleName(f"{topic.title}: {topic.summary}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.icon_label = QLabel()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(_label("cardTitle", topic.title))
        words.addWidget(_label("cardText", topic.summary))
        words.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 14, 16, 14)
        row.setSpacing(14)
        row.addWidget(self.icon_label, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class HomePanel(QScrollArea):
    """Show the start page; `group_chosen` and `topic_chosen` carry ids, `bookmark_chosen` a number.

    It is there only while it is shown: neither opening an article nor changing the look of all
    widgets waits for it.
    """

    group_chosen = Signal(str)
    topic_chosen = Signal(str)
    bookmark_chosen = Signal(int)
    bookmarks_requested = Signal()
    urgent_chosen = Signal()

    def __init__(
        self,
        info: LibraryInfo,
        groups: Sequence[Topic],
        urgent: Callable[[], Article | None],
        admin: Admin,
    ) -> None:
        super().__init__()
        self.setObjectName("home")
        self.setAccessibleName(self.tr("Start page"))
        self.setWidgetResizable(True)
        FocusRing(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._info, self._groups, self._urgent, self._admin = info, groups, urgent, admin
        self._look: tuple[Theme, Icons] | None = None
        self._topics: Sequence[Topic] = ()
        self._bookmarks: Sequence[str] = ()
        self._link_room = 0
        self._start_over()

    def set_look(self, theme: Theme, icons: Icons) -> None:
        """Use these colours and sizes from now on."""
        self._look = theme, icons
        for card in self._cards:
            card.icon_label.setPixmap(icons.pixmap(card.topic.icon, "accent", 24))
        for label, icon in self._facts:
            label.setPixmap(icons.pixmap(icon, "ink2", 18))
        self._band_icon.setPixmap(icons.pixmap("urgent", "urgent_ink", 28))
        self._arrange()

    def show_recent(self, topics: Sequence[Topic]) -> None:
        """Show the topics that were read last."""
        self._topics = topics
        if self.widget() is None:
            return
        _empty(self._recent)
        for topic in topics[:_ROWS]:
            button = _link("recentTopic", topic.title)
            button.clicked.connect(lambda _=False, name=topic.id: self.topic_chosen.emit(name))
            self._recent.addWidget(button)
        if not topics:
            self._recent.addWidget(_label("small", self.tr("Nothing yet in this session")))
        self._cut_links()

    def show_bookmarks(self, names: Sequence[str]) -> None:
        """Show the first bookmarks by name."""
        self._bookmarks = names
        if self.widget() is None:
            return
        _empty(self._marked)
        for number, name in enumerate(names[:_ROWS]):
            button = _link("bookmark", name)
            button.clicked.connect(lambda _=False, one=number: self.bookmark_chosen.emit(one))
            self._marked.addWidget(button)
        if names:
            button = _link("allBookmarks", self.tr("All bookmarks ({0})").format(len(names)))
            button.clicked.connect(self.bookmarks_requested)
            self._marked.addWidget(button)
        else:
            self._marked.addWidget(_label("small", self.tr("None yet: Ctrl+D marks a page")))
        self._cut_links()

    def showEvent(self, event: QShowEvent) -> None:
        """Build the page when it is needed."""
        if self.widget() is None:
            self._build()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the page go, unless the whole window is put away."""
        super().hideEvent(event)
        if not event.spontaneous() and self.widget() is not None:
            self.takeWidget().deleteLater()
            self._start_over()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the cards anew when the width changes."""
        super().resizeEvent(event)
        self._arrange()

    def _start_over(self) -> None:
        self._cards: list[_Card] = []
        self._facts: list[tuple[QLabel, str]] = []
        self._recent, self._marked = QVBoxLayout(), QVBoxLayout()
        self._grid, self._page = QGridLayout(), QVBoxLayout()
        self._band_icon = QLabel()

    def _build(self) -> None:
        content = QWidget()
        content.setObjectName("homeContent")
        content.setLayout(self._page)
        for column in (self._page, self._recent, self._marked):
            column.setSpacing(0)
        self._cards = [_Card(group) for group in self._groups]
        for card in self._cards:
            card.clicked.connect(lambda _=False, name=card.topic.id: self.group_chosen.emit(name))
        self._fill(self._info, self._urgent())
        self.setWidget(content)
        self.show_recent(self._topics)
        self.show_bookmarks(self._bookmarks)
        if self._look is not None:
            self.set_look(*self._look)

    def _fill(self, info: LibraryInfo, urgent: Article | None) -> None:
        self._page.addWidget(_label("pageTitle", info.title))
        self._page.addSpacing(4)
        self._page.addWidget(_label("pageLead", info.subtitle))
        self._page.addSpacing(24)
        if urgent is not None:
            self._page.addWidget(self._urgent_band(urgent))
            self._page.addSpacing(24)
        if title := hospital_title(self._admin):
            self._page.addWidget(self._hospital_band(title))
            self._page.addSpacing(24)
        self._grid.setSpacing(_CARD_GAP)
        self._page.addLayout(self._grid)
        self._recent_box = self._column(self.tr("Recently read"), self._recent)
        self._marked_box = self._column(self.tr("Bookmarks"), self._marked)
        self._facts_box = self._column(self.tr("This library"), self._library_facts(info))
        self._page.addStretch()
        self._page.addSpacing(24)
        honest = self.tr("Not yet reviewed by a clinician for use in care.")
        words = f"{honest} {info.disclaimer}" if info.unreviewed_count else info.disclaimer
        self._page.addWidget(_label("small", words))

    def _urgent_band(self, urgent: Article) -> QWidget:
        band = QWidget()
        band.setObjectName("urgentBand")
        band.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(_label("urgentTitle", urgent.title))
        words.addWidget(_label("urgentSummary", urgent.summary))
        button = QPushButton(self.tr("Open the page"))
        button.setObjectName("openUrgent")
        button.setProperty("kind", "urgent")
        button.clicked.connect(self.urgent_chosen)
        row = QHBoxLayout(band)
        row.setContentsMargins(20, 14, 20, 14)
        row.setSpacing(16)
        row.addWidget(self._band_icon)
        row.addLayout(words, 1)
        row.addWidget(button)
        return band

    def _hospital_band(self, title: str) -> QWidget:
        band = QWidget()
        band.setObjectName("hospitalBand")
        band.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        grid = QGridLayout(band)
        grid.setContentsMargins(20, 14, 20, 14)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(_label("columnTitle", title), 0, 0, 1, 2)
        for row, (label, number) in enumerate(self._admin.telephones, start=1):
            call = _label("telephone", number)
            call.setWordWrap(False)
            call.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(call, row, 0)
            grid.addWidget(_label("fact", label), row, 1)
        if line := self._admin.local_protocol:
            grid.addWidget(_label("fact", line), grid.rowCount(), 0, 1, 2)
        grid.addWidget(_label("small", hospital_note()), grid.rowCount(), 0, 1, 2)
        return band

    def _library_facts(self, info: LibraryInfo) -> QVBoxLayout:
        within = info.article_count - info.overdue_count
        lines = [
            ("calendar", self.tr("Content of {0}").format(long_date(info.checked))),
            (
                "check",
                self.tr(
                    "%Ln topic(s), {0} within their review date", "", info.article_count
                ).format(within),
            ),
            ("shield", self.tr("Offline: nothing leaves this PC")),
        ]
        if info.overdue_count:
            due = self.tr("Topics due for review: {0}").format(info.overdue_count)
            lines.insert(2, ("clock", due))
        column = QVBoxLayout()
        column.setSpacing(8)
        for icon, words in lines:
            row = QHBoxLayout()
            row.setSpacing(10)
            mark = QLabel()
            self._facts.append((mark, icon))
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(_label("fact", words), 1)
            column.addLayout(row)
        return column

    def _column(self, title: str, content: QVBoxLayout) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(8)
        column.addWidget(_label("columnTitle", title))
        column.addLayout(content)
        column.addStretch()
        return box

    def _arrange(self) -> None:
        """Set three, two or one cards a row, centred in the room there is."""
        if self._look is None or not self._cards:
            return
        theme, _ = self._look
        width = self.viewport().width()
        content = min(theme.gap(_WIDTH), width - 48)
        side = max((width - content) // 2, 24)
        self._page.setContentsMargins(side, theme.gap(36), side, 24)
        count = max(1, min(3, content // theme.box(260)))
        self._link_room = (content - (count - 1) * _CARD_GAP) // count
        self._cut_links()
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // count, number % count)
            inner = content // count - 16 - 20 - 16 - 14 - theme.box(24)
            card.setMinimumHeight(max(theme.gap(_CARD), _needed_height(card, inner)))
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < count else 0)
            self._grid.setColumnMinimumWidth(column, 0)
        below = (len(self._cards) + count - 1) // count
        for number, box in enumerate((self._recent_box, self._marked_box, self._facts_box)):
            self._grid.addWidget(box, below + number // count, number % count)
        self._fit_height()

    def _cut_links(self) -> None:
        """Cut names that are too long for their column, and say them in full as tool tips."""
        for box in (self._recent_box, self._marked_box):
            for link in box.findChildren(QPushButton):
                link.ensurePolished()
                words, room = link.accessibleName(), self._link_room - 8
                cut = link.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
                link.setText(cut.replace("&", "&&"))
                link.setToolTip(words if cut != words else "")
        self._fit_height()

    def _fit_height(self) -> None:
        """Give the page its height: a scroll area leaves words that wrap too little of it."""
        if content := self.widget():
            content.setMinimumHeight(self._page.totalHeightForWidth(self.viewport().width()))


def _needed_height(card: _Card, width: int) -> int:
    labels = [label for label in card.findChildren(QLabel) if label is not card.icon_label]
    return sum(label.heightForWidth(width) for label in labels) + 32
