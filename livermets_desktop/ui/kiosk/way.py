"""Where a visitor may go, and the way back: lists and the search lie between the articles."""

from collections.abc import Callable
from functools import partial

from livermets_desktop.library.reader import Library
from livermets_desktop.model.level import Level
from livermets_desktop.model.topic import Topic
from livermets_desktop.ui.kiosk.window import KioskWindow
from livermets_desktop.ui.reading_controller import ReadingController


class Way:
    """Keep for each page how to show again what was left for it; home is where every way begins.

    Without `clinician` nothing is offered that has no plain text.
    """

    def __init__(
        self,
        library: Library,
        reading: ReadingController,
        window: KioskWindow,
        go_home: Callable[[], None],
        *,
        clinician: bool,
    ) -> None:
        self._library, self._reading, self._window = library, reading, window
        self._go_home, self._clinician = go_home, clinician
        self._steps: list[Callable[[], None]] = []
        self._group = ""
        self._visit = 0  # the newest article
        self.returns = False

    def topics(self, name: str = "") -> list[Topic]:
        """Return the topics of a group, of the highest ones for "", that visitors may read."""
        return [one for one in self._library.children(name) if self._is_offered(one)]

    def begin(self) -> None:
        """Begin at home."""
        self._steps.clear()
        self._group = ""

    def forget(self) -> None:
        """Begin with another visitor, who has read nothing."""
        self.begin()
        self._visit = 0

    def leave(self) -> None:
        """Note that another page comes after the one that is shown."""
        self._steps.append(self._again())

    def open_group(self, name: str) -> None:
        """Show the topics of a group."""
        self.leave()
        self._show_group(name)

    def arrive(self) -> bool:
        """Note the article that is open; False if visitors may not read it, then it is left."""
        again, visit = self._again(), self._reading.current_visit
        came, self._visit = visit > self._visit, max(visit, self._visit)
        if self._reading.shown_level is Level.CLINICIAN and not self._clinician:
            self._return(again)  # a link led there
            return False
        if came:
            self._steps.append(partial(self._return, again))
        return True

    def go_back(self) -> None:
        """Show again what was left last."""
        (self._steps.pop() if self._steps else self._go_home)()

    def _is_offered(self, topic: Topic) -> bool:
        if self._clinician:
            return True
        return Level.PLAIN in topic.levels if topic.levels else bool(self.topics(topic.id))

    def _show_group(self, name: str) -> None:
        if not name:
            self._go_home()
            return
        self._group = name
        tiles = self._window.pages.tiles
        tiles.show_topics(self._library.topic(name).title, self.topics(name))
        self._window.show_page(tiles)

    def _again(self) -> Callable[[], None]:
        page, pages = self._window.page, self._window.pages
        if page is None or page in (pages.tiles, pages.attract):
            return partial(self._show_group, self._group)
        return partial(self._window.show_page, page)

    def _return(self, show: Callable[[], None]) -> None:
        """Go back from an article to the one before it, and to the page it was opened from."""
        self.returns = True
        self._reading.go_back()
        self.returns = False
        show()
