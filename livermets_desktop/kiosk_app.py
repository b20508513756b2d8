"""The composition root of the public screen: one window, one visitor after the other."""

import gc
import logging
import os
import sys
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from livermets_desktop import paths
from livermets_desktop.app import log_exception, log_qt_message, make_application, open_index
from livermets_desktop.environment import refused_variables
from livermets_desktop.errors import KioskError
from livermets_desktop.heartbeat import EVERY_SECONDS, Heartbeat
from livermets_desktop.kiosk_file import Kiosk, load
from livermets_desktop.library.integrity import verify_database
from livermets_desktop.library.reader import Library
from livermets_desktop.log import start_log
from livermets_desktop.sentence import Sentence
from livermets_desktop.ui.kiosk.outside import Outside
from livermets_desktop.ui.kiosk.program import KioskProgram
from livermets_desktop.ui.tasks import Tasks

_log = logging.getLogger(__name__)
LOG = "kiosk.log"
LEFT_BY_PIN, FAILED = 0, 1


def run(library: Path, *, trusted: bool) -> int:
    """Fill the screen until staff leave by their PIN; return the exit code.

    Raises:
        KioskError: if the kiosk's file or the environment is not as it must be.
        LibraryError: if the library cannot be used.
    """
    kiosk = load(paths.kiosk_file())
    if names := refused_variables(os.environ):
        raise KioskError(
            Sentence(
                "The kiosk does not start with these variables of the environment: {0}.",
                ", ".join(names),
            )
        )
    qInstallMessageHandler(log_qt_message)
    application = make_application(paths.resources())
    application.setQuitOnLastWindowClosed(False)
    program = _make_program(library, kiosk, trusted=trusted)
    sys.excepthook = partial(_on_exception, program)
    checks = _prepare(program, application)
    program.window.showFullScreen()
    code = application.exec()
    program.close()
    checks.close()
    return code


def _make_program(folder: Path, kiosk: Kiosk, *, trusted: bool) -> KioskProgram:
    library = Library.open(folder, trusted=trusted)
    # In memory or as it came: nothing is written for a visitor.
    outside = Outside(partial(open_index, folder, trusted, None, _log.warning))
    return KioskProgram(library, paths.resources(), kiosk, outside)


def _prepare(program: KioskProgram, application: QApplication) -> Tasks:
    """Do when the window is shown what it does not wait for."""
    checks = Tasks(program)
    checks.finished.connect(lambda _, sound: None if sound else application.exit(FAILED))
    heartbeat = Heartbeat.of_environment()
    timer = QTimer(program, interval=EVERY_SECONDS * 1000)
    timer.timeout.connect(partial(_beat, heartbeat))
    program.left.connect(partial(application.exit, LEFT_BY_PIN))

    def begin() -> None:
        _beat(heartbeat)
        timer.start()
        gc.enable()  # see cli
        start_log(paths.state_folder(), LOG)
        program.prepare()
        checks.run(partial(verify_database, program.library.folder))

    QTimer.singleShot(0, program, begin)
    return checks


def _beat(heartbeat: Heartbeat) -> None:
    if not heartbeat.beat():  # the watcher is gone
        QCoreApplication.exit(FAILED)


def _on_exception(
    program: KioskProgram,
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
) -> None:
    """Log where something failed, and begin anew: no visitor sees a half-made page."""
    log_exception(kind, error, trace)
    program.reset()
