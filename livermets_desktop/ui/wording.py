"""How values are written for readers."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

from livermets_desktop.errors import LiverMetsError
from livermets_desktop.model.article import Source
from livermets_desktop.model.level import Level
from livermets_desktop.sentence import Sentence

_AROUND_WEEKDAY = " ,\u060c\u1361\u1363\u1365"  # commas of several scripts
LONGEST = 300  # characters of a title or heading that are shown in one place


def translated(sentence: str) -> str:
    """Say a sentence of the core in the language of the window; others are in it already."""
    if not isinstance(sentence, Sentence):
        return sentence
    values = [translated(one) if isinstance(one, str) else one for one in sentence.values]
    return QCoreApplication.translate("Sentences", sentence.pattern).format(*values)


def told(error: LiverMetsError) -> str:
    """Say in the language of the window what an error says."""
    return translated(error.args[0])


def long_date(day: date) -> str:
    """Write a date in full, as the reader's system does, without the day of the week.

    In the United Kingdom 3 November 2026.
    """
    locale = QLocale()
    full = locale.dateFormat(QLocale.FormatType.LongFormat)
    return locale.toString(_date(day), full.replace("dddd", "").strip(_AROUND_WEEKDAY))


def month(day: date) -> str:
    """Write a month with its year: November 2026."""
    locale = QLocale()
    name = locale.standaloneMonthName(day.month)
    words = QCoreApplication.translate("Dates", "{0} {1}", "month and year")
    return words.format(name, locale.toString(_date(day), "yyyy"))


def clock_time(seconds: float) -> str:
    """Write the time of day of a moment, as the reader's system does: 15:05."""
    moment = QDateTime.fromSecsSinceEpoch(int(seconds))
    return QLocale().toString(moment.time(), QLocale.FormatType.ShortFormat)


def level_word(level: Level) -> str:
    """Name a level as its switch does."""
    if level is Level.PLAIN:
        return QCoreApplication.translate("LevelBar", "Plain")
    return QCoreApplication.translate("LevelBar", "Clinician")


def source_words(source: Source) -> str:
    """Name a source in full: who says it, where, when, and the address."""
    what = f"{source.organisation}: {source.title}. {source.date}".rstrip(" .")
    return f"{what}. {source.address}".rstrip()


def escaped(text: str) -> str:
    """Write text as HTML; the standard library's way loads a table of every entity there is."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _date(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
