"""Public screens over the tiny library, with a clock that stands still."""

from dataclasses import dataclass
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFontDatabase
from PySide6.QtTextToSpeech import QTextToSpeech

from livermets_desktop import paths
from livermets_desktop.app import open_index
from livermets_desktop.kiosk_file import Kiosk
from livermets_desktop.library.reader import Library
from livermets_desktop.model.article import QuestionStage
from livermets_desktop.pin import hash_pin
from livermets_desktop.ui.kiosk.outside import Outside
from livermets_desktop.ui.kiosk.program import KioskProgram
from livermets_desktop.ui.language import install_language
from tests.library.tiny import write_shipped

PIN = "2580"
HASHED = hash_pin(PIN)
STAGES = (QuestionStage("first", "At the first visit", ("What is it?", "What can be done?")),)


@dataclass
class Clock:
    """A clock that is moved by hand."""

    now: float = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture(scope="session", autouse=True)
def _fonts_and_words(qapp):
    install_language(qapp, paths.resources() / "translations")
    for font in (paths.resources() / "fonts").glob("*.ttf"):
        QFontDatabase.addApplicationFont(str(font))


@pytest.fixture(scope="session")
def tiny_folder(tmp_path_factory):
    """A compiled tiny library, as it is shipped."""
    return write_shipped(tmp_path_factory.mktemp("tiny") / "library")


@pytest.fixture
def clock():
    """The clock of the screens that are opened."""
    return Clock()


@pytest.fixture
def open_kiosk(qtbot, tiny_folder, clock, monkeypatch):
    """Return a function that opens a screen; values are those of the administrator's file."""
    programs = []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    monkeypatch.setattr(Library, "question_stages", lambda _: STAGES)

    def make(*, size=(1920, 1080), folder=tiny_folder, **values):
        library = Library.open(folder, trusted=True, today=date(2026, 3, 1))
        index = partial(open_index, folder, True, None, lambda _: None)
        outside = Outside(index, clock, lambda: date(2026, 3, 1), lambda: QTextToSpeech("mock"))
        kiosk = Kiosk(pin=HASHED)._replace(**values)
        program = KioskProgram(library, paths.resources(), kiosk, outside)
        program.window.resize(*size)
        program.window.show()
        programs.append(program)
        return program

    yield make
    for program in programs:
        program.close()
        program.window.may_close = True
        program.window.close()
        program.window.deleteLater()
        program.deleteLater()


@pytest.fixture
def kiosk(open_kiosk):
    """A screen on which somebody has just begun."""
    program = open_kiosk(printer="Foyer", address="https://hospital.example/liver")
    program.begin()
    return program
