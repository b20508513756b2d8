import pytest
from PySide6.QtWidgets import QLabel, QWidget

from livermets_desktop.admin import Admin
from livermets_desktop.model.location import Location
from livermets_desktop.reader_files import ReaderFiles

ADMIN = Admin(
    hospital="City <b>Hospital</b>",
    telephones=(("Oncology line, day and night", "0123 456 789"), ("Switchboard", "0123 1")),
    local_protocol="Fever after chemotherapy: see protocol ONC-12.",
)
NOTE = "From your hospital, not from this library."


def band(program):
    return program.window.home.findChild(QWidget, "hospitalBand")


@pytest.fixture
def program(open_program):
    return open_program(files=ReaderFiles(ADMIN))


def test_the_start_page_shows_name_numbers_and_protocol(program):
    words = [label.text() for label in band(program).findChildren(QLabel)]
    assert words == [
        "City <b>Hospital</b>",
        "0123 456 789",
        "Oncology line, day and night",
        "0123 1",
        "Switchboard",
        "Fever after chemotherapy: see protocol ONC-12.",
        NOTE,
    ]


def test_without_an_administrator_there_is_nothing_of_it(open_program):
    program = open_program()
    assert band(program) is None
    program.reading.open(Location("urgent-help"))
    assert NOTE not in program.window.article.view.plain_text()


@pytest.mark.parametrize("both", [False, True])
def test_the_page_for_emergencies_shows_it_above_the_text(program, both):
    if both:
        program.reading.show_side_by_side()
    program.reading.open(Location("urgent-help"))
    view = program.window.article.view
    text = view.plain_text()
    place = text.index("City <b>Hospital</b>")
    assert place < text.index("Oncology line, day and night: 0123 456 789") < text.index(NOTE)
    assert text.index(NOTE) < text.index(program.reading.article.summary)
    width = view.viewport().width()
    ground = next(iter(view._layout.callouts(width, program.look.theme)))[0]
    assert ground.width() > width / 2
    program.reading.open(Location("ct-scan"))
    assert NOTE not in view.plain_text()


def test_a_name_is_missing_when_only_a_number_is_given(open_program):
    program = open_program(files=ReaderFiles(Admin(telephones=(("Line", "0123"),))))
    words = [label.text() for label in band(program).findChildren(QLabel)]
    assert words == ["Your hospital", "0123", "Line", NOTE]
