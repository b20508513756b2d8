"""The language of the window: that of the system, if there is a translation, else English."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication

_NAME = "livermets-desktop"
_ENGLISH = "en"


def install_language(application: QGuiApplication, folder: Path) -> None:
    """Translate the window into the language of the system, and mirror it if that is written so.

    English has a translation too: the forms of one and of many. Qt's own words, such as those of
    the file dialog, follow only where the window's do: it never speaks two languages.
    """
    system = QLocale.system()
    words = QTranslator(application)
    if not words.load(system, _NAME, "_", str(folder)):
        words.load(f"{_NAME}_{_ENGLISH}", str(folder))
    QCoreApplication.installTranslator(words)
    if words.language().startswith(_ENGLISH):
        return
    application.setLayoutDirection(QLocale(words.language()).textDirection())
    of_qt = QTranslator(application)
    own = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if of_qt.load(QLocale(words.language()), "qtbase", "_", own):
        QCoreApplication.installTranslator(of_qt)
