"""The parts of the kiosk: made once, and handed to each other."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from livermets_desktop.admin import Admin
from livermets_desktop.idle import IdleLimits
from livermets_desktop.kiosk_file import Kiosk
from livermets_desktop.library.reader import Library
from livermets_desktop.model.article import Article
from livermets_desktop.model.hit import Hit, Results
from livermets_desktop.model.level import Level
from livermets_desktop.model.location import Location
from livermets_desktop.model.query import Filters
from livermets_desktop.model.topic import Topic
from livermets_desktop.pin import PinLock
from livermets_desktop.reader_files import ReaderFiles
from livermets_desktop.ui.article_panel import ArticlePanel
from livermets_desktop.ui.card_controller import CardController
from livermets_desktop.ui.hospital import hospital_html
from livermets_desktop.ui.icons import Icons
from livermets_desktop.ui.kiosk.attract import AttractPage
from livermets_desktop.ui.kiosk.guard import Guard
from livermets_desktop.ui.kiosk.outside import Outside
from livermets_desktop.ui.kiosk.pin_pad import LeaveGesture
from livermets_desktop.ui.kiosk.questions_page import QuestionsPage
from livermets_desktop.ui.kiosk.reading_page import ReadingPage
from livermets_desktop.ui.kiosk.search_page import SearchPage
from livermets_desktop.ui.kiosk.session import Session
from livermets_desktop.ui.kiosk.take_home import address_of, show_code
from livermets_desktop.ui.kiosk.tiles import TilesPage
from livermets_desktop.ui.kiosk.way import Way
from livermets_desktop.ui.kiosk.window import KioskWindow, Pages, chrome_theme
from livermets_desktop.ui.late_search import find_text, find_words
from livermets_desktop.ui.look_controller import LookController
from livermets_desktop.ui.reading_controller import ReadingController
from livermets_desktop.ui.tasks import Tasks
from livermets_desktop.ui.theme import Theme
from livermets_desktop.ui.wording import month

if TYPE_CHECKING:
    from livermets_desktop.ui.kiosk.print_pages import KioskPrinting
    from livermets_desktop.ui.kiosk.speech import KioskSpeech
    from livermets_desktop.ui.search_controller import SearchableIndex

_OFTEN = ("jaundice-and-itch", "ct-scan", "side-effects", "eating-and-activity")


class KioskProgram(QObject):
    """Hold the parts of the kiosk together, and let each visitor begin anew.

    `left` comes when staff have left by their PIN.
    """

    left = Signal()

    def __init__(self, library: Library, resources: Path, kiosk: Kiosk, outside: Outside) -> None:
        super().__init__()
        self.library, self.kiosk, self._resources = library, kiosk, resources
        self._outside = outside
        self._index: SearchableIndex | None = None
        self._admin = Admin(hospital=kiosk.hospital, telephones=kiosk.telephones)
        files = ReaderFiles(self._admin)  # nothing on the disk
        self.settings = files.settings
        self.settings.update(level=Level.PLAIN, text_size=kiosk.text_size)
        self.tasks = Tasks(self)
        self.look = LookController(resources, files.settings, self)
        self.look.apply_fonts_and_colors()
        panel = ArticlePanel(self._figure, find_words, find_text, outside.today)
        panel.show_above(library.info.urgent, hospital_html(self._admin))
        self.reading = ReadingController(library, files.settings, panel, files.topics)
        self.window = self._make_window(panel)
        parts = library, self.reading, self.window, self.go_home
        self._way = Way(*parts, clinician=kiosk.clinician)
        info = library.info
        self._cards = CardController(self.reading, panel.view, self.look, info.glossary)
        self.session = self._make_session()
        self._guard = Guard(self)
        self._gesture = LeaveGesture(outside.clock)
        self._printing: KioskPrinting | None = None
        self._speech: KioskSpeech | None = None
        self._offer_often()
        self._connect()
        self.look.style(self.window, self._style)
        self.look.add(self._set_look)
        self.reset()

    def _make_session(self) -> Session:
        kiosk = self.kiosk
        limits = IdleLimits(kiosk.idle, kiosk.idle_on_article, kiosk.warning)
        session = Session(limits, self._outside.clock, lambda: self._reads, self)
        session.ends = self.window.warning.finish
        return session

    def _make_window(self, panel: ArticlePanel) -> KioskWindow:
        info, kiosk = self.library.info, self.kiosk
        pages = Pages(
            AttractPage(info.title, kiosk.hospital),
            TilesPage(self._summary),
            ReadingPage(
                panel,
                prints=bool(kiosk.printer),
                speaks=kiosk.volume > 0,
                clinician=kiosk.clinician,
            ),
            SearchPage(info.urgent),
            QuestionsPage(self.library.question_stages(), prints=bool(kiosk.printer)),
        )
        notes = (
            self.tr("Private: what you read here is forgotten when you leave."),
            self.tr("General information. Your own team knows you best. Checked {0}.").format(
                month(info.checked)
            ),
        )
        lock = PinLock(kiosk.pin, self._outside.clock)
        return KioskWindow(pages, info.title, notes, lock)

    @property
    def _reads(self) -> bool:
        return self.window.page is self.window.pages.reading

    @property
    def printing(self) -> "KioskPrinting":
        """Return what prints, made when somebody prints."""
        if self._printing is None:
            from livermets_desktop.ui.kiosk.print_pages import KioskPrinting  # noqa: PLC0415

            parts = self.window, self.reading, self.look, self.library.info, self.kiosk
            self._printing = KioskPrinting(*parts, self._outside.today)
        return self._printing

    @property
    def speech(self) -> "KioskSpeech":
        """Return what reads aloud, made when somebody listens."""
        if self._speech is None:
            from livermets_desktop.ui.kiosk.speech import KioskSpeech  # noqa: PLC0415
            from livermets_desktop.ui.speaker import system_engine  # noqa: PLC0415

            panel, words = self.window.pages.reading.panel, self._resources / "spoken.toml"
            voice = self._outside.voice or system_engine
            self._speech = KioskSpeech(panel, words, self.kiosk.volume, voice, self)
            self._speech.speaking.connect(self.window.pages.reading.bar.show_speaking)
            self._speech.failed.connect(self._on_no_voice)
            self._speech.speaker.sentence_changed.connect(self.session.hear)
        return self._speech

    def prepare(self) -> None:
        """Open the index before the first search."""
        self.tasks.run(self._open_index)

    def close(self) -> None:
        """Let the workers finish and close the library."""
        self._guard.stop()
        self.session.stop()
        self._silence()
        self.tasks.close()
        if self._index is not None:
            self._index.close()
        self.library.close()

    # -- going somewhere ---------------------------------------------------------------------

    def begin(self) -> None:
        """Let a visitor begin."""
        self.session.begin()
        self.go_home()

    def go_home(self) -> None:
        """Show the groups of the library."""
        self._silence()
        self._way.begin()
        info = self.library.info
        groups = [one for one in self._way.topics() if one.id != info.help]
        questions = [one for one in self.library.articles() if one.id == info.questions]
        choose = self.tr("Choose, print, take along")
        self.window.pages.tiles.show_topics(
            self.tr("What would you like to know?"),
            [*groups[:8], *(one._replace(icon="question", summary=choose) for one in questions)],
            self.tr("Type a word, such as jaundice"),
        )
        self.window.show_page(self.window.pages.tiles, home=True)

    def open(self, name: str) -> None:
        """Open the topics of a group, an article, or the questions."""
        self._silence()
        if name == self.library.info.questions:
            self._way.leave()
            self.window.show_page(self.window.pages.questions)
        elif self.library.children(name):
            self._way.open_group(name)
        else:
            self.reading.open(Location(name))

    def go_back(self) -> None:
        """Go back by one page; before the first one is the home page."""
        self._silence()
        self._way.go_back()

    def reset(self) -> None:
        """Forget the visitor, and wait for the next one."""
        self.session.end()
        self._silence()
        self._close_what_lies_open()
        if self._printing is not None:
            self._printing.forget()
        self.window.pages.questions.forget()
        self.reading.forget()
        self._way.forget()
        self.reading.go_home()
        self.reading.set_level(Level.PLAIN)
        self.window.pages.reading.panel.forget()
        self.window.pages.search.start()
        self.tasks.forget()
        if self._index is not None:
            self.tasks.run(self._forget_queries)
        clipboard = QGuiApplication.clipboard()
        for mode in (clipboard.Mode.Clipboard, clipboard.Mode.Selection):
            clipboard.clear(mode)
        if self.settings.current.text_size != self.kiosk.text_size:
            self.look.set_size(self.kiosk.text_size)
        self.window.show_page(self.window.pages.attract)

    def _close_what_lies_open(self) -> None:
        for overlay in self.window.overlays:
            overlay.hide()
        self.window.pin_pad.close_pad()
        self._cards.close()
        while (popup := QApplication.activePopupWidget()) is not None and popup.close():
            pass
        while (dialog := QApplication.activeModalWidget()) is not None and dialog.close():
            pass

    # -- inside ------------------------------------------------------------------------------

    def _connect(self) -> None:
        window, pages, top = self.window, self.window.pages, self.window.top
        bar = pages.reading.bar
        window.resized.connect(self._on_resized)
        pages.attract.begun.connect(self.begin)
        pages.tiles.topic_chosen.connect(self.open)
        pages.tiles.search_requested.connect(self._on_search)
        pages.search.query_changed.connect(self._on_query)
        pages.search.hit_chosen.connect(self._on_hit)
        questions = pages.questions.print_requested
        questions.connect(lambda: self.printing.print_questions())  # noqa: PLW0108
        pages.reading.questions_requested.connect(lambda: self.open(self.library.info.questions))
        for steps in (top.size_step, bar.size_step, pages.reading.panel.size_step):
            steps.connect(self.look.step_size)
        bar.print_requested.connect(self._on_print)
        bar.take_requested.connect(self._on_take)
        # Made when they are asked for.
        bar.speech_requested.connect(lambda: self.speech.toggle())  # noqa: PLW0108
        bar.level_requested.connect(self._on_level)
        top.back_requested.connect(self.go_back)
        top.home_requested.connect(self.go_home)
        top.search_requested.connect(self._on_search)
        top.finish_requested.connect(self.reset)
        top.urgent_requested.connect(lambda: self.open(self.library.info.urgent))
        top.corner_touched.connect(self._on_corner)
        window.pin_pad.opened.connect(self._leave)
        self._connect_session()
        self.reading.page_opened.connect(self._on_page)
        self.tasks.finished.connect(self._on_finished)
        self.tasks.failed.connect(self._on_failed)

    def _connect_session(self) -> None:
        session, warning = self.session, self.window.warning
        warning.finished.connect(self.reset)
        session.warned.connect(lambda left: warning.show_left(left, self.kiosk.warning))
        session.stayed.connect(warning.hide)
        session.over.connect(self.reset)

    def _on_corner(self) -> None:
        if self._gesture.touch():
            self.window.pin_pad.ask()

    def _leave(self) -> None:
        self.reset()
        self.window.may_close = True
        self.window.close()
        self.left.emit()

    def _on_print(self) -> None:
        article = self.reading.article
        if article is not None:
            self.printing.print_page(article)

    def _on_take(self) -> None:
        article = self.reading.article
        if article is not None:
            theme = chrome_theme(self.look.theme, self.window.size())
            show_code(self.window.card, article.id, self.kiosk, theme)

    def _on_no_voice(self, _sentence: str) -> None:
        self.window.pages.reading.bar.show_no_voice()
        words = self.tr("This screen cannot read aloud at the moment.")
        self.window.card.tell(self.tr("Read aloud"), words)

    def _silence(self) -> None:
        if self._speech is not None:
            self._speech.stop()

    def _on_level(self) -> None:
        self._silence()
        clinician = self.reading.shown_level is Level.CLINICIAN
        self.reading.set_level(Level.PLAIN if clinician else Level.CLINICIAN)

    def _on_page(self, article: Article | None) -> None:
        if article is None:
            if not self._way.returns:
                self.go_home()
            return
        self._silence()
        if not self._way.arrive():
            self.window.card.tell(article.title, self.tr("This page is for clinicians."))
            return
        self.window.pages.reading.show_article(
            other_level=len(article.levels) > 1,
            clinician=self.reading.shown_level is Level.CLINICIAN,
            takes=bool(address_of(article.id, self.kiosk)),
        )
        self.window.show_page(self.window.pages.reading)

    def _on_search(self) -> None:
        self._silence()
        if self.window.page is not self.window.pages.search:
            self._way.leave()
        self.window.pages.search.start()
        self.window.show_page(self.window.pages.search)
        self.window.pages.search.field.setFocus()

    def _on_query(self, words: str) -> None:
        if not words.strip():
            self.tasks.forget()
            self.window.pages.search.show_nothing()
            return
        self.tasks.run(partial(self._ask, words))

    def _on_hit(self, hit: Hit) -> None:
        self.reading.open(hit.location, hit.level)

    def _ask(self, words: str) -> Results:
        """Answer a query, on the worker."""
        filters = Filters(level=Level.PLAIN)
        return self._opened().search(words, filters=filters, prefer=Level.PLAIN, typing=True)

    def _open_index(self) -> Results:
        self._opened()
        return Results("")

    def _opened(self) -> "SearchableIndex":
        if self._index is None:
            self._index = self._outside.open_index()
        return self._index

    def _forget_queries(self) -> Results:
        if self._index is not None:
            self._index.forget()
        return Results("")

    def _on_finished(self, _number: int, results: Results) -> None:
        if results.query and self.window.pages.search.query.strip():
            self.window.pages.search.show_results(results)

    def _on_failed(self, _number: int, _error: Exception) -> None:
        self.window.pages.search.show_failure(
            self.tr("The search does not work at the moment: choose from the topics.")
        )

    def _set_look(self, theme: Theme, icons: Icons) -> None:
        with self.window.pages.reading.panel.shown_anew():
            growth = self.settings.current.text_size / self.kiosk.text_size
            self.window.set_look(theme, icons, ratio=self.look.ratio, growth=growth)
        if self._speech is not None:
            self._speech.mark_again()

    def _style(self, theme: Theme) -> str:
        return chrome_theme(theme, self.window.size()).kiosk_style()

    def _on_resized(self) -> None:
        self.look.apply()

    def _offer_often(self) -> None:
        topics = {topic.id: topic for topic in self.library.articles()}
        often = [topics[name] for name in _OFTEN if name in topics]
        self.window.pages.tiles.offer(self.tr("Often asked:"), often)

    def _summary(self, topic: Topic) -> str:
        if topic.summary or not topic.levels:
            return topic.summary
        return self.library.article(topic.id, Level.PLAIN).summary

    def _figure(self, name: str) -> QImage:
        look = self.look
        return self.reading.figure(name, look.theme.figures, large=look.needs_large_figures)
