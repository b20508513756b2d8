"""The page of an article: hits bar, text, and beside it the outline and related topics."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from livermets_desktop.model.article import Article
from livermets_desktop.model.level import Level
from livermets_desktop.ui.article_view import ArticleView
from livermets_desktop.ui.direction import begins_right
from livermets_desktop.ui.focus_ring import FocusRing
from livermets_desktop.ui.hits_bar import HitsBar
from livermets_desktop.ui.icons import Icons
from livermets_desktop.ui.outline_view import OutlineView
from livermets_desktop.ui.review_line import review_html
from livermets_desktop.ui.theme import Theme
from livermets_desktop.ui.wording import escaped

# Widths of the window at 100 % text that leave room for the outline beside one text, and two.
OUTLINE_ROOM = 1100
_OUTLINE_ROOM_BESIDE_BOTH = 1650
_OUTLINE_WIDTH = 224
_PART = 3  # depth of the headings that the outline leaves out
_TITLES_HEIGHT = 150  # the titles of the two lists and the gaps around them

Spans = Sequence[tuple[int, int]]


class ArticlePanel(QWidget):
    """Show one article and lead through its sections and hits."""

    link_chosen = Signal(str)
    topic_chosen = Signal(str)
    size_step = Signal(int)
    search_requested = Signal()
    room_changed = Signal()

    def __init__(
        self,
        figure: Callable[[str], QImage],
        find_words: Callable[[str, Sequence[str]], Spans],
        find_text: Callable[[str, str], Spans],
        today: Callable[[], date] = date.today,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._find_words, self._find_text = find_words, find_text
        self._article: Article | None = None
        self._other: Article | None = None
        self._asked = False
        self._above: dict[str, str] = {}
        self._locate: Callable[[str], Spans] | None = None
        self._spans: list[tuple[int, int]] = []
        self._current, self._start = -1, 0
        self._theme: Theme | None = None
        self._beside_wanted = True
        self.view = ArticleView(figure)
        self.view.installEventFilter(self)
        FocusRing(self.view)
        self.hits = HitsBar()
        self._beside = QWidget(self.view)
        self.outline = OutlineView("outline", self.tr("On this page"))
        self.related = OutlineView("related", self.tr("Related topics"))
        self._fill_beside()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.hits)
        layout.addWidget(self.view, 1)
        self._connect()

    # -- what is shown -----------------------------------------------------------------------

    def set_look(self, theme: Theme, icons: Icons) -> None:
        """Use these colours and sizes for what is shown from now on."""
        self._theme = theme
        self.view.set_look(theme, icons)
        self.hits.set_look(theme, icons)
        self.outline.set_look(theme)
        self.related.set_look(theme)
        self._place_beside()

    @contextmanager
    def shown_anew(self) -> Iterator[None]:
        """Take the page away while all changes around it, so that it is laid out once, at the end.

        The reader stays at the same place of it.
        """
        place = self.view.place()
        with self.view.emptied():
            yield
            if self._article is not None:
                self._load()
                self.view.go_to(place)

    def show_article(
        self, article: Article, place: str | float = "", other: Article | None = None
    ) -> None:
        """Show an article from a section or from a share of its text; with `other` both levels."""
        self.clear_marks()
        was_both = self.shows_both
        self._article, self._other = article, other
        self._asked = False
        if self.shows_both == was_both:
            self._load()
        else:
            # The text is laid out once, for the room that it will have.
            with self.view.emptied():
                self.room_changed.emit()
                self._load()
        self.view.go_to(place or 0.0)

    def show_asked(self, section: str) -> None:
        """Show the figures that the reader has to ask for, until another page is shown."""
        if any(one.asked_html for one in self._texts()):
            self._asked = True
            self._load()
            self.view.go_to(section)

    def show_above(self, article: str, html: str) -> None:
        """Show a call-out above the text of one article, whenever it is opened."""
        self._above[article] = html

    def show_below(self, bar: QWidget) -> None:
        """Put a bar below the text."""
        cast("QVBoxLayout", self.layout()).addWidget(bar)

    def show_beside(self, *, beside: bool) -> None:
        """Show or hide the lists beside the text."""
        self._beside_wanted = beside
        self._place_beside()

    def shown_texts(self) -> list[tuple[Article, str]]:
        """Return the texts of the open page with their HTML as it is shown."""
        return [(one, self._html_of(one)) for one in self._texts()]

    @property
    def shows_both(self) -> bool:
        """Tell whether both levels are shown side by side."""
        return self._other is not None

    @property
    def column_titles(self) -> tuple[str, str]:
        """Name the columns of two texts side by side."""
        return self.tr("Plain words"), self.tr("For clinicians")

    def section_cursor(self) -> QTextCursor:
        """Return a cursor that has selected the section that is read, of both texts if shown."""
        names = [name for name, _ in self.outline.entries]
        here = max(self.outline.marked, 0)
        return self.view.sections_between(*(*names[here : here + 2], "", "")[:2])

    @property
    def room_for_outline(self) -> int:
        """Return how wide the window must be, at 100 % text, to have the outline in it."""
        return _OUTLINE_ROOM_BESIDE_BOTH if self.shows_both else OUTLINE_ROOM

    @property
    def section(self) -> str:
        """Return the id of the section that is read."""
        return self.view.section

    # -- hits --------------------------------------------------------------------------------

    def mark_words(self, words: tuple[str, ...], section: str) -> None:
        """Mark words of a search; the first hit in the given section is the current one."""
        self.hits.show_search()
        self._locate = (lambda text: self._find_words(text, words)) if words else None
        self._find_hits(self.view.section_start(section))

    def start_finding(self) -> None:
        """Let the reader find something on the page: what is selected, or what was found last."""
        selected = self.view.textCursor().selectedText()
        self._start = self.view.top_position()
        self.hits.start_finding(selected if "\u2029" not in selected else "")

    def find_on_page(self, wanted: str) -> None:
        """Mark what a reader typed, from where the page was when finding began."""
        self._locate = lambda text: self._find_text(text, wanted)
        self._find_hits(self._start)

    def step_hit(self, step: int) -> None:
        """Go to the next (+1) or previous (-1) hit, round the end."""
        if self._spans:
            following = self._current + step
            self._current = following % len(self._spans)
            self._show_marks(wrapped=following != self._current)

    def clear_marks(self) -> None:
        """Forget the hits."""
        finding = self.hits.is_finding
        self._locate, self._spans, self._current = None, [], -1
        self.hits.show_search()
        self._show_marks()
        if finding:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Forget the page, what is marked and selected in it, and what was looked for."""
        self.clear_marks()
        self.hits.forget()
        self._article = self._other = None
        self.view.show_html("")

    @property
    def hit_place(self) -> tuple[int, int]:
        """Return the number of the current hit, from 0, and how many there are."""
        return self._current, len(self._spans)

    def _find_hits(self, start: int) -> None:
        """Find the hits; the first one at or after a position is the current one."""
        self._spans = list(self._locate(self.view.plain_text())) if self._locate else []
        later = (number for number, span in enumerate(self._spans) if span[0] >= start)
        self._current = next(later, 0) if self._spans else -1
        self._show_marks()

    def _show_marks(self, *, wrapped: bool = False) -> None:
        self.view.mark(self._spans, self._current)
        self.hits.show_place(self._current, len(self._spans), wrapped=wrapped)

    # -- inside ------------------------------------------------------------------------------

    def _texts(self) -> tuple[Article, ...]:
        """Return the one text that is shown, or both, the plain one first."""
        texts = [one for one in (self._article, self._other) if one]
        return tuple(sorted(texts, key=lambda one: one.level is not Level.PLAIN))

    def _load(self) -> None:
        article, *_ = texts = self._texts()
        self.view.show_html(
            f"<h1>{escaped(article.title)}</h1>"
            f'<p class="review">{review_html(texts, self._today(), self.count_sources)}</p>'
            f"{self._above.get(article.id, '')}{self._body(texts)}",
            paired=self.shows_both,
        )
        entries = self._entries(texts)
        self.outline.show_entries(entries)
        self.outline.mark_entry(entries[0][0] if entries else "")
        self.related.show_entries([(topic.id, topic.title) for topic in article.related])
        self._related_title.setVisible(bool(article.related))
        self.related.setVisible(bool(article.related))
        self._place_beside()
        if self._locate is not None:
            self._find_hits(self._spans[self._current][0] if self._spans else 0)

    def count_sources(self, count: int) -> str:
        """Say how many sources there are."""
        return self.tr("%Ln source(s)", "", count)

    def _body(self, texts: Sequence[Article]) -> str:
        bodies = [self._html_of(one) for one in texts]
        if len(bodies) == 1:
            return bodies[0]
        # Loaded when two texts are shown for the first time.
        from livermets_desktop.ui.text_pairs import paired_html  # noqa: PLC0415

        return paired_html(bodies[0], bodies[1], self.column_titles)

    def _html_of(self, article: Article) -> str:
        return article.asked_html if self._asked and article.asked_html else article.html

    def _entries(self, texts: Sequence[Article]) -> list[tuple[str, str]]:
        """List the sections; of two texts those of both, by the plain heading if there is one."""
        parts = list(texts[0].sections)
        if len(texts) > 1:
            from livermets_desktop.ui.text_pairs import pairs  # noqa: PLC0415

            named = [[(part.id, part) for part in one.sections] for one in texts]
            parts = [part for pair in pairs(*named) if (part := pair[0] or pair[1])]
        in_short = self.tr("In short")
        entries = [(part.id, part.heading or in_short) for part in parts if part.depth < _PART]
        count = len(texts[0].sources)
        if any(one.sources for one in texts):
            sources = self.tr("Sources ({0})").format(count)
            entries.append(("sources", self.tr("Sources") if len(texts) > 1 else sources))
        return entries

    def _on_section_reached(self, name: str) -> None:
        """Mark the section, or the one that it is a part of."""
        main = ""
        for part in (part for one in self._texts() for part in one.sections):
            main = part.id if part.depth < _PART else main
            if part.id == name:
                self.outline.mark_entry(main)
                return
        self.outline.mark_entry(name)

    def _fill_beside(self) -> None:
        self._beside.setObjectName("beside")
        outline_title = QLabel(self.tr("On this page"))
        self._related_title = QLabel(self.tr("Related topics"))
        column = QVBoxLayout(self._beside)
        column.setContentsMargins(0, 40, 12, 12)
        column.setSpacing(6)
        for title, entries in ((outline_title, self.outline), (self._related_title, self.related)):
            title.setObjectName("groupLabel")
            column.addWidget(title)
            column.addWidget(entries)
            column.addSpacing(16)
        column.addStretch()

    def _place_beside(self) -> None:
        """Put the lists into the strip between the text and its scroll bar."""
        if self._theme is None:
            return
        width = self._theme.box(_OUTLINE_WIDTH) if self._beside_wanted else 0
        self._beside.setVisible(self._beside_wanted)
        self.view.reserve_beside(width)
        if not self._beside_wanted:
            return
        port = self.view.viewport().geometry()
        left = port.left() - width if begins_right(self) else port.right() + 1
        self._beside.setGeometry(left, 0, width, self.view.height())
        room = self.view.height() - self._theme.box(_TITLES_HEIGHT)
        related = min(self.related.wanted_height(), room // 3)
        outline = min(self.outline.wanted_height(), room - related)
        self.related.setFixedHeight(max(related, 0))
        self.outline.setFixedHeight(max(outline, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lists beside the text."""
        super().resizeEvent(event)
        self._place_beside()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the text by Esc: back to the search; follow its size."""
        if event.type() == QEvent.Type.Resize:
            self._place_beside()
        if _is_escape(event):
            self.search_requested.emit()
            return True
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self.view.link_chosen.connect(self.link_chosen)
        self.view.size_step.connect(self.size_step)
        self.view.section_reached.connect(self._on_section_reached)
        self.outline.entry_chosen.connect(self.view.scroll_to_section)
        self.related.entry_chosen.connect(self.topic_chosen)
        self.hits.next_requested.connect(lambda: self.step_hit(1))
        self.hits.previous_requested.connect(lambda: self.step_hit(-1))
        self.hits.close_requested.connect(self.clear_marks)
        self.hits.find_changed.connect(self.find_on_page)


def _is_escape(event: QEvent) -> bool:
    pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
    return pressed and cast("QKeyEvent", event).key() == Qt.Key.Key_Escape
