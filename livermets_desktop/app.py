"""The composition root of the window: builds every part once and hands them to each other."""

import gc
import logging
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from functools import cache, cached_property, partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLockFile, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QFontDatabase, QIcon, QImage, QImageReader
from PySide6.QtWidgets import QApplication

from livermets_desktop import paths
from livermets_desktop.errors import LibraryDamagedError, LibraryError, NotInLibraryError
from livermets_desktop.library.integrity import verify_database
from livermets_desktop.library.reader import Library
from livermets_desktop.log import start_log
from livermets_desktop.model.article import Article
from livermets_desktop.model.level import Level
from livermets_desktop.model.location import Location
from livermets_desktop.reader_files import ReaderFiles
from livermets_desktop.sentence import Sentence
from livermets_desktop.ui.actions import Actions
from livermets_desktop.ui.article_panel import ArticlePanel
from livermets_desktop.ui.home_panel import HomePanel
from livermets_desktop.ui.hospital import hospital_html
from livermets_desktop.ui.language import install_language
from livermets_desktop.ui.late_search import find_text, find_words
from livermets_desktop.ui.look_controller import LookController
from livermets_desktop.ui.main_window import MainWindow
from livermets_desktop.ui.marks_controller import MarksController
from livermets_desktop.ui.navigation_panel import NavigationPanel
from livermets_desktop.ui.preferences_controller import PreferencesController
from livermets_desktop.ui.reading_controller import ReadingController
from livermets_desktop.ui.screen_fit import ScreenFit
from livermets_desktop.ui.search_controller import SearchableIndex, SearchController
from livermets_desktop.ui.tasks import Tasks
from livermets_desktop.ui.topic_model import TopicModel
from livermets_desktop.ui.window_controller import WindowController
from livermets_desktop.ui.wording import told

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

    from livermets_desktop.ui.handout_controller import HandoutController
    from livermets_desktop.ui.paper_desk import PaperDesk
    from livermets_desktop.ui.questions_controller import QuestionsController

_log = logging.getLogger(__name__)
_MAX_IMAGE_MB = 64


class Start(NamedTuple):
    """Say what the window opens with; None keeps what the reader had last."""

    library: Path
    trusted: bool
    level: Level | None = None
    location: Location | None = None
    self_test: bool = False


class Program:
    """Hold the parts of a window together.

    `make_voice` makes the engine that reads aloud; None takes that of this PC.
    """

    make_voice: "Callable[[], QTextToSpeech | None] | None" = None

    def __init__(
        self,
        library: Library,
        files: ReaderFiles,
        resources: Path,
        cache: Path | None,
        *,
        today: Callable[[], date] = date.today,
    ) -> None:
        self.library = library
        settings = files.settings
        self.tasks = Tasks()
        self._checks = Tasks()
        self.look = LookController(resources, settings)
        self.look.apply_fonts_and_colors()
        navigation = NavigationPanel(TopicModel(library))
        article = ArticlePanel(self._figure, find_words, find_text, today)
        groups = [topic for topic in library.children() if topic.id != library.info.help]
        home = HomePanel(library.info, groups, partial(_urgent_page, library), files.admin)
        article.show_above(library.info.urgent, hospital_html(files.admin))
        self.window = MainWindow(library.info, Actions(), navigation, home, article)
        self.reading = ReadingController(library, settings, article, files.topics)
        make_index = partial(open_index, library.folder, library.trusted, cache)
        self.search = SearchController(
            make_index, navigation, self.reading, self.tasks, files.queries
        )
        self.window.first_painted.connect(self.prepare)
        self.look.style(self.window)
        self.controller = WindowController(
            self.window, library, self.reading, self.search, self.look, settings
        )
        self.preferences = PreferencesController(
            self.window, self.reading, self.search, self.look, files
        )
        self._marks = MarksController(
            self.window, library, self.reading, self.look, files.bookmarks
        )
        self._files, self._admin, self._today = files, files.admin, today
        self._when_chosen("print", self._make_printing)
        self._when_chosen("copy_cited", self._make_copying)
        self._when_chosen("handout", lambda: self.handout.show)
        self._when_chosen("add_to_handout", lambda: self.handout.add)
        self._when_chosen("questions", lambda: self._questions.show)
        self._resources = resources
        self._when_chosen("read_aloud", self._make_speech)
        self.window.actions_["stop_reading"].setEnabled(False)
        self._complete = False

    def _when_chosen(self, name: str, make: Callable[[], Callable[[], object]]) -> None:
        """Do what `make` returns when an action is chosen; `make` is called the first time only.

        So the start does not load what may not be wanted.
        """
        made = cache(make)
        self.window.actions_[name].triggered.connect(lambda _=False: made()())

    def _make_printing(self) -> Callable[[], object]:
        from livermets_desktop.ui.print_controller import PrintController  # noqa: PLC0415

        parts = self.window, self.reading, self._desk, self.library.info, self._admin, self._today
        return PrintController(*parts).open

    def _make_copying(self) -> Callable[[], object]:
        from livermets_desktop.ui.copy_controller import CopyController  # noqa: PLC0415

        return CopyController(self.window, self.library.info, self._today).copy

    def _make_speech(self) -> Callable[[], object]:
        from livermets_desktop.ui.speaker import system_engine  # noqa: PLC0415
        from livermets_desktop.ui.speech_controller import SpeechController  # noqa: PLC0415

        words = self._resources / "spoken.toml"
        parts = self.window, self.reading, self.look, self._files.settings, words
        return SpeechController(*parts, self.make_voice or system_engine).toggle

    @cached_property
    def _desk(self) -> "PaperDesk":
        from livermets_desktop.ui.paper_desk import PaperDesk  # noqa: PLC0415

        return PaperDesk(self.window, self.reading, self.look)

    @cached_property
    def handout(self) -> "HandoutController":
        """Return the hand-out, made when it is asked for."""
        from livermets_desktop.handouts import HandoutFile  # noqa: PLC0415
        from livermets_desktop.ui.handout_controller import HandoutController  # noqa: PLC0415
        from livermets_desktop.ui.handout_text import HandoutWriter  # noqa: PLC0415

        library, article = self.library, self.window.article
        writer = HandoutWriter(
            library.article, library.info, self._admin, self._today, article.count_sources
        )
        file = HandoutFile(self._files.handouts)
        parts = self.window, self.reading, self._desk, file, writer, self._marks.here
        return HandoutController(*parts)

    @cached_property
    def _questions(self) -> "QuestionsController":
        from livermets_desktop.ui.questions_controller import QuestionsController  # noqa: PLC0415

        library, stages = self.library, self.library.question_stages()
        parts = self.window, stages, self._desk, self.look, library.info, self._admin
        questions = QuestionsController(*parts)
        questions.add_to_handout = self._add_to_handout
        return questions

    def _add_to_handout(self, questions: Sequence[str]) -> str:
        return self.handout.add_questions(questions)

    def open(self, start: Start) -> None:
        """Open the first page; what can wait begins after the first paint."""
        if start.level is not None:
            self.reading.set_level(start.level)
        if start.location is None or not self.reading.open(start.location):
            self.reading.go_home()

    def show(self, start: Start) -> None:
        """Show the window with its first page: a text is laid out once, for its room there."""
        if start.location is not None:
            self.window.show_article()
        self.window.show()
        self.open(start)

    def close(self) -> None:
        """Let the workers finish and close the library."""
        self.tasks.close()
        self._checks.close()
        self.library.close()

    def complete(self) -> None:
        """Make the parts that the first paint does not wait for."""
        if self._complete:
            return
        from livermets_desktop.ui.announcement_controller import (  # noqa: PLC0415
            AnnouncementController,
        )
        from livermets_desktop.ui.card_controller import CardController  # noqa: PLC0415
        from livermets_desktop.ui.figure_controller import FigureController  # noqa: PLC0415
        from livermets_desktop.ui.history_controller import HistoryController  # noqa: PLC0415
        from livermets_desktop.ui.links_controller import LinksController  # noqa: PLC0415

        self._complete = True
        window, reading, look = self.window, self.reading, self.look
        CardController(reading, window.article.view, look, self.library.info.glossary)
        self._history = HistoryController(window, self.library, reading, look)
        self.figures = FigureController(window, reading, look)
        LinksController(window, reading, look)
        AnnouncementController(window, reading, look)

    def prepare(self) -> None:
        """Complete the window, check the library and open its index, on the workers."""
        self.complete()
        self.search.prepare()
        self._checks.finished.connect(self._on_checked)
        self._checks.run(partial(verify_database, self.library.folder))

    def _figure(self, name: str) -> QImage:
        look = self.look
        return self.reading.figure(name, look.theme.figures, large=look.needs_large_figures)

    def _on_checked(self, _number: int, sound: object) -> None:
        if not sound:
            self.window.notice.tell(told(LibraryDamagedError(self.library.folder)), lasting=True)


def _urgent_page(library: Library) -> Article | None:
    """Return the page for emergencies in plain words, if the library has one."""
    try:
        return library.article(library.info.urgent, Level.PLAIN)
    except NotInLibraryError:
        return None


def open_index(
    folder: Path,
    trusted: bool,  # noqa: FBT001
    cache: Path | None,
    tell: Callable[[str], object],
) -> SearchableIndex:
    """Open the index with a library of its own: this runs on the worker."""
    # Whoosh is loaded after the first paint.
    from livermets_desktop.index_store import open_searcher  # noqa: PLC0415

    with Library.open(folder, trusted=trusted) as library:
        return open_searcher(library, cache, tell=tell)


def _on_exception(
    tell: Callable[[str], None],
    kind: type[BaseException],
    _error: BaseException,
    trace: TracebackType | None,
) -> None:
    """Log where something failed, and tell the reader one sentence."""
    log_exception(kind, _error, trace)
    tell(Sentence("Something went wrong in the program: you can go on reading, or start it again."))


def log_exception(
    kind: type[BaseException], _error: BaseException, trace: TracebackType | None
) -> None:
    """Log where something failed, not with what words."""
    import traceback  # noqa: PLC0415  # seldom needed

    places = [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(trace)]
    _log.error("%s at %s", kind.__name__, ", ".join(places[-5:]))


def log_qt_message(kind: QtMsgType, _context: object, words: str) -> None:
    """Log what Qt finds grave."""
    if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        _log.error("Qt: %s", words)


def make_application(resources: Path) -> QApplication:
    """Make the one QApplication with the shipped fonts and the program's name."""
    QImageReader.setAllocationLimit(_MAX_IMAGE_MB)
    # The style is named here: to hand it out, PySide loads `QStyle` with all its enumerations.
    application = QApplication([*sys.argv[:1], "-style", "fusion"])
    application.setApplicationName("livermets-desktop")
    application.setApplicationDisplayName("LiverMets Desktop")
    application.setDesktopFileName("livermets-desktop")
    install_language(application, resources / "translations")
    for font in sorted((resources / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(font))
    return application


def _lock_files() -> QLockFile:
    """Lock the reader's files for this window, if no other has them.

    A lock that a program left behind is taken over: its number of a process tells. Where no lock
    can be written, no file can be.
    """
    folder = paths.state_folder()
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    lock = QLockFile(str(folder / "window.lock"))
    lock.setStaleLockTime(0)
    lock.tryLock(0)
    return lock


def _wait_for_paint(window: MainWindow, resources: Path) -> None:
    """Do after the first paint what nobody waits for: screen, icon, collector, log."""
    window.first_painted.connect(ScreenFit(window).fit)
    icon = str(resources / "icons" / "app.svg")
    window.first_painted.connect(lambda: window.setWindowIcon(QIcon(icon)))
    window.first_painted.connect(gc.enable)  # see cli
    window.first_painted.connect(partial(start_log, paths.state_folder()))


def _start_self_test(program: Program, application: QApplication) -> None:
    from livermets_desktop.ui.self_test import SelfTest  # noqa: PLC0415  # seldom needed

    first = next((topic.id for topic in program.library.articles()), "")
    test = SelfTest(program.window, program.reading, program.tasks, first)
    end = partial(_end_self_test, application)
    test.done.connect(end)
    sys.excepthook = partial(_on_exception, end)
    test.start()


def _end_self_test(application: QApplication, sentence: str) -> None:
    if sentence:
        sys.stderr.write(f"{sentence}\n")
    application.exit(1 if sentence else 0)


def run(start: Start) -> int:
    """Show the window until the reader quits; return the exit code.

    Raises:
        LibraryError: if the library cannot be used; the reader was told so.
    """
    logging.getLogger("livermets_desktop").addHandler(logging.NullHandler())
    qInstallMessageHandler(log_qt_message)
    resources = paths.resources()
    application = make_application(resources)
    lock = _lock_files()
    files = ReaderFiles.open(keeps=lock.error() is not QLockFile.LockError.LockFailedError)
    try:
        library = Library.open(start.library, trusted=start.trusted)
        program = Program(library, files, resources, paths.index_cache())
    except LibraryError as error:
        start_log(paths.state_folder())
        _log.error("No library: %s", type(error).__name__)  # no trace for readers
        if not start.self_test:  # nobody would close it
            from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415

            QMessageBox.critical(None, "LiverMets Desktop", told(error))
        raise
    sys.excepthook = partial(_on_exception, program.controller.tell)
    _wait_for_paint(program.window, resources)
    program.show(start)
    program.controller.tell(files.notice)
    files.settings.on_notice = program.controller.tell
    if start.self_test:
        _start_self_test(program, application)
    code = application.exec()
    program.close()
    lock.unlock()
    return code
