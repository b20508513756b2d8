"""Which language the window speaks, and how dates and numbers are written."""

import os
import shutil
import subprocess
import sys
from datetime import date

import pytest
from PySide6.QtCore import QLocale

from livermets_desktop import paths
from livermets_desktop.sentence import Sentence, joined
from livermets_desktop.ui.wording import clock_time, long_date, month, translated
from tests.ui.pseudo import make_pseudo

FOLDER = paths.resources() / "translations"
DAY = date(2026, 11, 3)


@pytest.fixture
def in_locale():
    """Return a function that lets dates and numbers follow a locale."""
    yield lambda name: QLocale.setDefault(QLocale(name))
    QLocale.setDefault(QLocale.c())


@pytest.mark.parametrize(
    ("name", "day", "of_year"),
    [
        ("C", "3 November 2026", "November 2026"),
        ("en_GB", "3 November 2026", "November 2026"),
        ("en_US", "November 3, 2026", "November 2026"),
        ("de_DE", "3. November 2026", "November 2026"),
        ("tr_TR", "3 Kasım 2026", "Kasım 2026"),
        ("hu_HU", "2026. november 3.", "november 2026"),
        ("pt_BR", "3 de novembro de 2026", "novembro 2026"),
        ("ja_JP", "2026年11月3日", "11月 2026"),
        ("ar_EG", "٣ نوفمبر ٢٠٢٦", "نوفمبر ٢٠٢٦"),
    ],
)
def test_dates_are_written_as_the_system_does_without_the_weekday(in_locale, name, day, of_year):
    in_locale(name)
    assert (long_date(DAY), month(DAY)) == (day, of_year)


def test_the_time_of_day_is_written_as_the_system_does(in_locale):
    at = 1_000_000_000
    in_locale("en_US")
    assert clock_time(at).endswith(("AM", "PM"))
    in_locale("de_DE")
    assert len(clock_time(at)) == 5


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 sections"), (1, "1 section"), (2024, "2024 sections")]
)
def test_english_has_a_form_for_one_and_a_form_for_many(program, count, words):
    assert program.window.navigation.results.tr("%Ln section(s)", "", count) == words


def test_large_numbers_are_written_as_the_system_does(program, in_locale):
    in_locale("de_DE")
    assert program.window.navigation.results.tr("%Ln topic(s)", "", 2024) == "2.024 topics"


def test_a_sentence_of_the_core_is_translated_with_what_is_in_it(pseudo):
    unreadable = Sentence("Your bookmarks were unreadable")
    first = Sentence("{0}: the old file is kept beside the new one.", unreadable)
    second = Sentence("The library in {0} is damaged: install it again.", "/x")
    whole = joined("", first, second)
    assert translated(whole).count("⟦") == 3
    assert "/x" in translated(whole)
    assert translated("Not from the core.") == "Not from the core."


SHOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from livermets_desktop.ui.language import install_language
application = QApplication([])
install_language(application, Path(sys.argv[1]))
print(QCoreApplication.translate("ArticlePanel", "In short"))
print(QCoreApplication.translate("QPlatformTheme", "Cancel"))
print(application.layoutDirection().name)
"""
ENGLISH = ["In short", "Cancel", "LeftToRight"]


@pytest.mark.parametrize(
    ("locale", "shown"),
    [
        ("C", ENGLISH),
        ("en_GB", ENGLISH),
        ("fr_FR", ENGLISH),  # there is none: Qt's own French would be a second language
        ("ar_EG", ENGLISH),
        ("de_AT", ["⟦Îñ šĥöŕţ ⟧", "Abbrechen", "LeftToRight"]),
        ("he_IL", ["⟦Îñ šĥöŕţ ⟧", "ביטול", "RightToLeft"]),
    ],
)
def test_the_window_speaks_the_language_of_the_system_if_it_can(tmp_path, locale, shown):
    shutil.copy(FOLDER / "livermets-desktop_en.qm", tmp_path)
    make_pseudo(tmp_path, "de")
    make_pseudo(tmp_path, "he")
    done = subprocess.run(
        [sys.executable, "-c", SHOW, tmp_path],
        env=os.environ | {"LC_ALL": f"{locale}.UTF-8", "PYTHONUTF8": "1"},
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode().splitlines() == shown
