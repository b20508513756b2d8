"""A whole window over the tiny library."""

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool, QTranslator
from PySide6.QtGui import QFontDatabase

from livermets_desktop import paths
from livermets_desktop.app import Program
from livermets_desktop.library.reader import Library
from livermets_desktop.model.level import Level
from livermets_desktop.reader_files import ReaderFiles
from livermets_desktop.ui.language import install_language
from tests.library.tiny import write_shipped
from tests.ui.pseudo import make_pseudo


@pytest.fixture(scope="session")
def tiny_folder(tmp_path_factory):
    """A compiled tiny library with its index."""
    return write_shipped(tmp_path_factory.mktemp("tiny") / "library")


@pytest.fixture(scope="session", autouse=True)
def _fonts_and_words(qapp):
    install_language(qapp, paths.resources() / "translations")
    for font in (paths.resources() / "fonts").glob("*.ttf"):
        QFontDatabase.addApplicationFont(str(font))


@pytest.fixture
def open_program(qtbot, tiny_folder, tmp_path):
    """Return a function that opens a window over a library, the tiny one if none is named."""
    programs = []
    # Windows of tests before: each look of a program is given to all widgets that are there.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def make(
        folder=tiny_folder,
        *,
        trusted=True,
        size=(1280, 800),
        files=None,
        today=date(2026, 3, 1),
        **preferences,
    ):
        kept = files or ReaderFiles()
        kept.settings.update(**{"level": Level.CLINICIAN} | preferences)
        library = Library.open(folder, trusted=trusted, today=today)
        resources, cache = paths.resources(), tmp_path / "cache"
        program = Program(library, kept, resources, cache, today=lambda: today)
        qtbot.addWidget(program.window)
        program.window.resize(*size)
        program.reading.go_home()
        program.window.show()
        program.complete()
        programs.append(program)
        return program

    yield make
    for program in programs:
        program.window.close()
        program.close()
    assert QThreadPool.globalInstance().activeThreadCount() == 0


@pytest.fixture
def program(open_program):
    """A window over the tiny library, on its start page."""
    return open_program()


@pytest.fixture
def search(qtbot):
    """Return a function that types a query and waits for its answer."""

    def ask(program, words):
        with qtbot.waitSignal(program.tasks.finished, timeout=10_000):
            program.window.navigation.field.setText(words)

    return ask


@pytest.fixture(scope="session")
def pseudo_file(tmp_path_factory):
    """A translation into the language that nobody speaks."""
    return make_pseudo(tmp_path_factory.mktemp("pseudo"), "en")


@pytest.fixture
def pseudo(qapp, pseudo_file):
    """Let the window speak the language that nobody speaks; ask for this before the window."""
    words = QTranslator()
    assert words.load(str(pseudo_file))
    qapp.installTranslator(words)
    yield
    qapp.removeTranslator(words)
