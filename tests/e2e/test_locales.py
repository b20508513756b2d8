"""The program in other countries: it starts, finds the same, and writes dates as one does there."""

import sys

import pytest

LOCALES = ("C", "tr_TR", "de_DE", "ar_EG")
# Capital I is no i to a Turkish reader: words, commands and order must not depend on that.
QUERIES = ("CIRRHOSIS INFECTION", "ınfection", "title:IMAGING")
SHOW = """
from datetime import date
from PySide6.QtWidgets import QApplication
from livermets_desktop.ui.wording import long_date
application = QApplication([])
print(long_date(date(2026, 11, 3)))
"""


@pytest.fixture(params=LOCALES)
def environment(request):
    """The variables of a system in one country."""
    name = f"{request.param}.UTF-8"
    return {"LC_ALL": name, "LANG": name, "PYTHONUTF8": "1"}


@pytest.mark.parametrize("query", QUERIES)
def test_a_search_finds_the_same_in_the_same_order_everywhere(run_program, query):
    answers = set()
    for name in LOCALES:
        variables = {"LC_ALL": f"{name}.UTF-8", "LANG": f"{name}.UTF-8", "PYTHONUTF8": "1"}
        done = run_program("search", query, **variables)
        answers.add((done.code, done.out, done.err))
    assert len(answers) == 1
    assert next(iter(answers))[2] == ""


def test_the_window_starts_and_finds_something_everywhere(run_program, environment):
    done = run_program("--self-test", **environment)
    assert (done.code, done.out) == (0, "")


def test_dates_are_those_of_the_country(run_process, environment):
    done = run_process(sys.executable, "-c", SHOW, **environment)
    assert (
        done.out.strip()
        == {
            "C": "3 November 2026",
            "tr_TR": "3 Kasım 2026",
            "de_DE": "3. November 2026",
            "ar_EG": "٣ نوفمبر ٢٠٢٦",
        }[environment["LC_ALL"].removesuffix(".UTF-8")]
    )
