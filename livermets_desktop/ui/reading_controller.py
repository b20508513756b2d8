"""What happens when a reader goes from page to page."""

import logging
from itertools import islice
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from livermets_desktop.errors import LiverMetsError, LocationError
from livermets_desktop.model.article import Article, LibraryInfo, Source, Term
from livermets_desktop.model.history import History, Visit
from livermets_desktop.model.level import Level
from livermets_desktop.model.location import Location
from livermets_desktop.model.topic import Topic
from livermets_desktop.recent import RecentFile
from livermets_desktop.settings import SettingsFile
from livermets_desktop.ui.article_panel import ArticlePanel
from livermets_desktop.ui.wording import told

_log = logging.getLogger(__name__)
_RECENT = 10
UNVERIFIED = "unverified"  # the mark of a statement for which no source was read


class ReadableLibrary(Protocol):
    """Give what reading needs of a library."""

    @property
    def info(self) -> LibraryInfo:
        """Describe the library."""
        ...

    def article(self, name: str, level: Level, /) -> Article:
        """Return an article, at the other level if it has only that."""
        ...

    def path(self, name: str, /) -> tuple[Topic, ...]:
        """Return the topics from the top down to one."""
        ...

    def articles(self) -> tuple[Topic, ...]:
        """Return all articles in the order of the tree."""
        ...

    def figure(self, name: str, theme: str, /, *, large: bool = False) -> bytes:
        """Return a figure as PNG."""
        ...

    def term(self, name: str, /) -> Term:
        """Return a term of the glossary."""
        ...


class ReadingController(QObject):
    """Open pages, keep the history and the level.

    `page_opened` carries the article, or None for the start page; `failed` one sentence;
    `forgotten` comes when the way here is forgotten; `reference_requested` carries the term or the
    source that a link names, and the address of the link.
    """

    page_opened = Signal(object)
    failed = Signal(str)
    forgotten = Signal()
    reference_requested = Signal(object, str)
    figure_requested = Signal(str)

    def __init__(
        self,
        library: ReadableLibrary,
        settings: SettingsFile,
        panel: ArticlePanel,
        topics: RecentFile,
    ) -> None:
        super().__init__(panel)
        self._topics = topics
        self._library = library
        self._settings = settings
        self._panel = panel
        self._history = History()
        self._article: Article | None = None
        self._other: Article | None = None
        self._figures: dict[tuple[str, str, bool], QImage] = {}
        self.level = settings.current.level
        self.side_by_side = settings.current.side_by_side
        panel.link_chosen.connect(self.follow)
        panel.topic_chosen.connect(self.open_topic)

    # -- where the reader is -----------------------------------------------------------------

    @property
    def article(self) -> Article | None:
        """Return the article that is open, None on the start page."""
        return self._article

    @property
    def shown_level(self) -> Level:
        """Return the level of the page: a hit may be at another one than the reader reads."""
        return self._article.level if self._article else self.level

    @property
    def shows_both(self) -> bool:
        """Tell whether the page shows both texts; an article with one level only never does."""
        return self.side_by_side and (self._article is None or self._other is not None)

    @property
    def path(self) -> tuple[Topic, ...]:
        """Return the topics from the top down to the open article, none if it is in no tree."""
        try:
            return self._library.path(self._article.id) if self._article else ()
        except LiverMetsError:
            return ()

    @property
    def recent(self) -> tuple[Topic, ...]:
        """Return the topics that were opened last, the newest first."""
        topics = (self._topic(name) for name in self._topics.entries)
        return tuple(islice((topic for topic in topics if topic), _RECENT))

    @property
    def can_go_back(self) -> bool:
        """Tell whether there is a page to go back to."""
        return self._history.can_go_back

    @property
    def can_go_forward(self) -> bool:
        """Tell whether there is a page to go forward to."""
        return self._history.can_go_forward

    @property
    def visits(self) -> dict[int, Visit]:
        """Return the pages that were opened by number, the oldest first."""
        return self._history.visits

    @property
    def current_visit(self) -> int:
        """Return the number of the page that is open, 0 if it is forgotten."""
        return self._history.current

    @property
    def place(self) -> Visit:
        """Return where the reader is now, to come back to."""
        if self._article is None:
            return Visit(None, self.level)
        location = Location(self._article.id, self._panel.section)
        return Visit(location, self.shown_level, self._panel.view.scroll_share())

    # -- going somewhere ---------------------------------------------------------------------

    def open(self, location: Location, level: Level | None = None) -> bool:
        """Open an article from the top or at a section; False when there is none."""
        fixed = "level" in self._settings.fixed
        wanted = self.level if fixed or level is None else level
        if not self._show(location, wanted, None):
            return False
        self._history.visit(Visit(location, wanted))
        self._tell()
        return True

    def open_topic(self, name: str) -> None:
        """Open an article from its top."""
        self.open(Location(name))

    def go_home(self) -> None:
        """Open the start page."""
        self._leave()
        self._article = self._other = None
        self._history.visit(Visit(None, self.level))
        self._tell()

    def go_back(self) -> None:
        """Go back to where the reader was before."""
        self._leave()
        self._revisit(self._history.back())

    def go_forward(self) -> None:
        """Go forward again."""
        self._leave()
        self._revisit(self._history.forward())

    def return_to(self, visit: Visit) -> None:
        """Go to a place that `place` returned, unless the reader is still there."""
        now = self.place
        if now.location == visit.location and now.scroll == visit.scroll:
            return
        if visit.location is None:
            self.go_home()
        elif self._show(visit.location, visit.level, visit.scroll):
            self._history.visit(visit)
            self._tell()

    def go_beside(self, step: int) -> None:
        """Go to the next (+1) or previous (-1) topic in the order of the tree."""
        topics = self._library.articles()
        names = [topic.id for topic in topics]
        if self._article is None or self._article.id not in names:
            place = 0 if step > 0 else len(names) - 1
        else:
            place = names.index(self._article.id) + step
        if 0 <= place < len(names):
            self.open_topic(names[place])

    def set_level(self, level: Level) -> None:
        """Switch the reading level in place: same article, same section."""
        if self.side_by_side or not level is self.level is self.shown_level:
            self._switch(level, side_by_side=False)

    def show_side_by_side(self) -> None:
        """Show both levels of an article section by section, from the same section on."""
        if not self.side_by_side:
            self._switch(self.shown_level, side_by_side=True)

    def _switch(self, level: Level, *, side_by_side: bool) -> None:
        if "level" in self._settings.fixed:
            return
        section = self._panel.section
        self.level, self.side_by_side = level, side_by_side
        self._settings.update(level=level, side_by_side=side_by_side)
        if self._article is not None and level in self._article.levels:
            self._show(Location(self._article.id, section), level, None)
            self._history.update(Visit(Location(self._article.id, section), level))
        self._tell()

    def follow(self, address: str) -> None:
        """Follow a link of an article: to a place, source, term or figures; others are inert."""
        scheme, _, rest = address.partition(":")
        try:
            if scheme == "article":
                self.open(Location.parse(rest))
            elif scheme == "figure":
                self.figure_requested.emit(rest)
            elif scheme == "ask":
                self._panel.show_asked(rest)
            elif (found := self._reference(scheme, rest)) is not None:
                self.reference_requested.emit(found, address)
        except LocationError:
            _log.info("A link names no place")
        except LiverMetsError as error:
            self._fail(error)

    def reference(self, address: str) -> Term | Source | str | None:
        """Return the term, source or mark that a link names, None if there is none."""
        scheme, _, rest = address.partition(":")
        try:
            return self._reference(scheme, rest)
        except LiverMetsError:
            return None

    def figure(self, name: str, theme: str, *, large: bool = False) -> QImage:
        """Return a figure of the library; a missing one is an empty picture.

        Those of the open article are kept: another level or text size shows them again.
        """
        key = name, theme, large
        if key not in self._figures:
            self._figures[key] = self._load_figure(name, theme, large=large)
        return self._figures[key]

    def _load_figure(self, name: str, theme: str, *, large: bool) -> QImage:
        image = QImage()
        try:
            image.loadFromData(self._library.figure(name, theme, large=large))
        except LiverMetsError as error:
            _log.warning("A figure is missing: %s", type(error).__name__)
        if image.isNull():
            image = QImage(1, 1, QImage.Format.Format_ARGB32)
            image.fill(0)
        return image

    def forget(self) -> None:
        """Forget where the reader has been, and how far pages were scrolled."""
        self._history = History()
        self._topics.clear()
        self.forgotten.emit()

    # -- inside ------------------------------------------------------------------------------

    def _reference(self, scheme: str, name: str) -> Term | Source | str | None:
        if scheme == "term":
            return self._library.term(name)
        if scheme == "note" and name == UNVERIFIED:
            return UNVERIFIED
        return self._source(name) if scheme == "source" else None

    def _source(self, name: str) -> Source | None:
        """Find a source by its number; of two texts side by side by level and number."""
        level, _, number = name.rpartition("-")
        texts = [one for one in (self._article, self._other) if one]
        for article in (one for one in texts if level in ("", one.level.value)):
            for source in article.sources:
                if str(source.number) == number:
                    return source
        return None

    def _show(self, location: Location, level: Level, scroll: float | None) -> bool:
        self._leave()
        return self._read(location, level, scroll)

    def _read(self, location: Location, level: Level, scroll: float | None) -> bool:
        """Show an article at a section, or (with `scroll`) as it was left."""
        try:
            article = self._library.article(location.article, level)
            other = self._companion(article)
        except LiverMetsError as error:
            self._fail(error)
            return False
        if self._article is None or self._article.id != article.id:
            self._figures.clear()
        self._article, self._other = article, other
        place = location.section if scroll is None else scroll
        self._panel.show_article(article, place, other)
        self._topics.add(article.id)
        return True

    def _companion(self, article: Article) -> Article | None:
        """Return the text of the other level, if both are to be shown and there is one."""
        if not self.side_by_side or len(article.levels) < 2:
            return None
        return self._library.article(article.id, article.level.other)

    def _leave(self) -> None:
        """Keep how far the page was scrolled that the reader leaves."""
        if len(self._history):
            self._history.update(self.place)

    def _revisit(self, visit: Visit | None) -> None:
        if visit is None:
            return
        self._article = self._other = None
        if visit.location is not None:
            self._read(visit.location, visit.level, visit.scroll)
        self._tell()

    def _topic(self, name: str) -> Topic | None:
        """Return a topic that was read, None if this library does not have it."""
        try:
            return self._library.path(name)[-1]
        except LiverMetsError:
            return None

    def _fail(self, error: LiverMetsError) -> None:
        _log.warning("Reading failed: %s", type(error).__name__)
        self.failed.emit(told(error))

    def _tell(self) -> None:
        self.page_opened.emit(self._article)
