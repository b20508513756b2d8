"""Says where the reader came to: the page, its reading level, the text size."""

from PySide6.QtCore import QObject

from livermets_desktop.model.article import Article
from livermets_desktop.ui.announce import announce
from livermets_desktop.ui.look_controller import LookController
from livermets_desktop.ui.main_window import MainWindow
from livermets_desktop.ui.reading_controller import ReadingController
from livermets_desktop.ui.wording import level_word


class AnnouncementController(QObject):
    """Announce only what has changed; notices, counts and hits are announced by their bars."""

    def __init__(
        self, window: MainWindow, reading: ReadingController, look: LookController
    ) -> None:
        super().__init__(window)
        self._window, self._reading, self._look = window, reading, look
        self._page = reading.article.id if reading.article else ""
        self._level = self._level_words()
        self._text_size = look.text_size
        reading.page_opened.connect(self._on_page_opened)
        look.look_changed.connect(self._on_look_changed)

    def _on_page_opened(self, article: Article | None) -> None:
        page, level = article.id if article else "", self._level_words()
        words = []
        if page != self._page:
            words.append(article.title if article else self.tr("Start page"))
        if level != self._level or (article and page != self._page):
            words.append(self.tr("Reading level: {0}").format(level))
        self._page, self._level = page, level
        announce(self._window, ". ".join(words))

    def _on_look_changed(self) -> None:
        if self._look.text_size != self._text_size:
            self._text_size = self._look.text_size
            announce(self._window, self.tr("Text size {0} %").format(self._text_size))

    def _level_words(self) -> str:
        if self._reading.shows_both:
            return self.tr("Side by side")
        return level_word(self._reading.shown_level)
