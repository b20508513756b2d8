"""How values are written for readers."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from livermets_desktop.model.level import Level

LONGEST = 300  # characters of a title or heading that are shown in one place


def long_date(day: date) -> str:
    """Write a date in full: 3 November 2026."""
    return f"{day.day} {day:%B %Y}"


def level_word(level: Level) -> str:
    """Name a level as its switch does."""
    words = "Plain" if level is Level.PLAIN else "Clinician"
    return QCoreApplication.translate("LevelBar", words)


def escaped(text: str) -> str:
    """Write text as HTML; the standard library's way loads a table of every entity there is."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
