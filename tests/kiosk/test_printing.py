"""Pages, codes and the voice of a public screen."""

import pytest
from pypdf import PdfReader
from PySide6 import QtPrintSupport
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog

from livermets_desktop.ui.kiosk.take_home import address_of, qr_code
from tests.ui.stand_in_printer import stand_in_printer


@pytest.fixture
def no_dialogs(monkeypatch):
    """Let every dialog of the system fail the test."""

    def refuse(*_):
        raise AssertionError("a dialog of the system")

    for name in ("QPrintDialog", "QPageSetupDialog", "QPrintPreviewDialog"):
        monkeypatch.setattr(QtPrintSupport, name, refuse)
    monkeypatch.setattr(QDialog, "exec", refuse)


def text_of(file):
    return " ".join(" ".join(page.extract_text() for page in PdfReader(file).pages).split())


def card_of(kiosk):
    card = kiosk.window.card
    return (card._title.text(), card._words.text()) if card.isVisible() else None


def press(kiosk, words):
    card = kiosk.window.card
    buttons = [card._buttons.itemAt(place).widget() for place in range(card._buttons.count())]
    next(one for one in buttons if words in one.text()).click()


def print_page(kiosk, qtbot, words="page"):
    kiosk.window.pages.reading.bar.print.click()
    press(kiosk, words)
    qtbot.waitUntil(lambda: card_of(kiosk) is not None)
    told = card_of(kiosk)[1]
    press(kiosk, "Close")
    return told


@pytest.mark.kiosk_rule(12)
def test_pages_are_printed_without_a_dialog(kiosk, qtbot, tmp_path, no_dialogs):
    kiosk.open("ct-scan")
    with stand_in_printer(tmp_path / "pages.pdf", names=("Foyer",)):
        told = print_page(kiosk, qtbot)
    assert told == "Your pages are being printed. Please take all of them."
    text = text_of(tmp_path / "pages.pdf")
    assert kiosk.reading.article.title in text
    assert "Not yet reviewed by a clinician" in text


@pytest.mark.kiosk_rule(12)
def test_no_more_pages_are_printed_than_the_administrator_allows(open_kiosk, qtbot, tmp_path):
    kiosk = open_kiosk(printer="Foyer", pages=1, clinician=True)
    kiosk.begin()
    kiosk.open("ct-scan")
    kiosk.window.pages.reading.bar.level.click()
    with stand_in_printer(tmp_path / "pages.pdf", names=("Foyer",)):
        kiosk.window.pages.reading.bar.print.click()
        assert card_of(kiosk)[1] == "Not more than 1 page is printed."
        press(kiosk, "Large")
        qtbot.waitUntil(lambda: (tmp_path / "pages.pdf").exists() and card_of(kiosk) is not None)
    assert len(PdfReader(tmp_path / "pages.pdf").pages) == 1


@pytest.mark.kiosk_rule(13)
def test_the_fourth_time_is_refused_and_the_next_visitor_prints_again(kiosk, qtbot, tmp_path):
    kiosk.open("ct-scan")
    with stand_in_printer(tmp_path / "pages.pdf", names=("Foyer",)):
        for _ in range(3):
            assert print_page(kiosk, qtbot).startswith("Your pages are being printed")
        kiosk.window.pages.reading.bar.print.click()
        assert card_of(kiosk)[0] == "No more pages"
        kiosk.reset()
        kiosk.begin()
        kiosk.open("ct-scan")
        assert print_page(kiosk, qtbot).startswith("Your pages are being printed")


@pytest.mark.kiosk_rule(12)
@pytest.mark.qt_log_ignore("QPainter::begin")
@pytest.mark.parametrize("fault", [{"names": ()}, {"refuses": True}, {"breaks": True}])
def test_a_printer_that_does_not_work_is_told_and_counts_for_nothing(kiosk, qtbot, tmp_path, fault):
    kiosk.open("ct-scan")
    with stand_in_printer(tmp_path / "pages.pdf", **{"names": ("Foyer",)} | fault):
        told = print_page(kiosk, qtbot)
    assert told == "The printer does not work. Please tell a member of staff."
    assert kiosk.printing.printer.jobs == 0


@pytest.mark.kiosk_rule(12)
def test_without_a_printer_there_is_no_button(open_kiosk):
    kiosk = open_kiosk()
    kiosk.begin()
    kiosk.open("ct-scan")
    assert not kiosk.window.pages.reading.bar.print.isVisible()
    assert not kiosk.window.pages.questions.print.isVisibleTo(kiosk.window.pages.questions)


def test_waiting_jobs_are_cancelled_at_a_reset(kiosk, monkeypatch):
    cancelled = []
    monkeypatch.setattr(
        "livermets_desktop.ui.kiosk.printing.cancel_jobs",
        lambda printer, title: cancelled.append((printer, title)),
    )
    kiosk.printing.printer.jobs = 1
    kiosk.reset()
    kiosk.reset()
    assert cancelled == [("Foyer", "LiverMets Desktop kiosk")]


def test_a_visitor_who_left_gets_nothing_printed(kiosk, qtbot, tmp_path):
    kiosk.open("ct-scan")
    with stand_in_printer(tmp_path / "pages.pdf", names=("Foyer",)):
        kiosk.window.pages.reading.bar.print.click()
        press(kiosk, "page")
        service = kiosk.printing.printer._service
        kiosk.reset()
        # It answered when nobody waited any more: deleted since, it is told by hand.
        kiosk.printing.printer._on_answered(service, None, True)
    assert not (tmp_path / "pages.pdf").exists()
    assert card_of(kiosk) is None


def test_ticked_questions_are_printed(kiosk, qtbot, tmp_path):
    page = kiosk.window.pages.questions
    kiosk.window.show_page(page)
    assert not page.print.isEnabled()
    for box in page.boxes.values():
        box.click()
    with stand_in_printer(tmp_path / "pages.pdf", names=("Foyer",)):
        page.print.click()
        press(kiosk, "page")
        qtbot.waitUntil(lambda: (tmp_path / "pages.pdf").exists() and card_of(kiosk) is not None)
    assert "What can be done?" in text_of(tmp_path / "pages.pdf")


# -- taking it home --------------------------------------------------------------------------


def modules(picture):
    """Read a code back as rows of dark and light."""
    image = picture.toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    side = image.width()
    dark = [x for x in range(side) if image.pixelColor(x, side // 2).value() < 128]
    edge = next(
        y for y in range(side) if any(image.pixelColor(x, y).value() < 128 for x in range(side))
    )
    assert dark[0] >= edge
    dot = edge // 4
    count = side // dot - 8
    return [
        [image.pixelColor((x + 4) * dot + dot // 2, (y + 4) * dot + dot // 2).value() < 128
         for x in range(count)]
        for y in range(count)
    ]  # fmt: skip


def test_the_code_is_that_of_the_address_with_a_quiet_edge():
    import segno

    address = "https://hospital.example/liver/ct-scan?from=kiosk"
    expected = [
        [bool(dot) for dot in row] for row in segno.make(address, error="m", micro=False).matrix
    ]
    assert modules(qr_code(address, 300)) == expected


def test_a_topic_has_its_own_address_or_that_of_all(open_kiosk):
    kiosk = open_kiosk(address="https://a.example/", addresses=(("ct-scan", "https://b.example/"),))
    assert address_of("ct-scan", kiosk.kiosk) == "https://b.example/"
    assert address_of("blood-tests", kiosk.kiosk) == "https://a.example/"
    kiosk.begin()
    kiosk.open("ct-scan")
    kiosk.window.pages.reading.bar.take.click()
    assert "https://b.example/" in card_of(kiosk)[1]
    assert not kiosk.window.card._picture.pixmap().isNull()


def test_without_an_address_there_is_no_code(open_kiosk):
    kiosk = open_kiosk(addresses=(("blood-tests", "https://b.example/"),))
    kiosk.begin()
    kiosk.open("ct-scan")
    assert not kiosk.window.pages.reading.bar.take.isVisible()
    kiosk._on_take()
    assert card_of(kiosk) is None
    kiosk.open("blood-tests")
    assert kiosk.window.pages.reading.bar.take.isVisible()


# -- reading aloud ---------------------------------------------------------------------------


def test_the_page_is_read_aloud_until_the_button_is_touched_again(open_kiosk, qtbot):
    kiosk = open_kiosk(volume=40)
    kiosk.begin()
    kiosk.open("ct-scan")
    bar = kiosk.window.pages.reading.bar
    bar.speech.click()
    view = kiosk.window.pages.reading.panel.view
    qtbot.waitUntil(lambda: bool(view.extraSelections()))
    assert bar.speech.accessibleName() == "Stop reading"
    assert round(kiosk.speech.speaker._engine.volume(), 2) == 0.4
    bar.speech.click()
    assert not kiosk.speech.speaks
    assert bar.speech.accessibleName() == "Read aloud"


def test_without_sound_there_is_no_button(open_kiosk):
    kiosk = open_kiosk(volume=0)
    kiosk.begin()
    kiosk.open("ct-scan")
    assert not kiosk.window.pages.reading.bar.speech.isVisible()


def test_another_page_or_a_reset_makes_it_silent(kiosk, qtbot):
    for leave in (lambda: kiosk.open("blood-tests"), kiosk.go_home, kiosk.reset):
        kiosk.begin()
        kiosk.open("ct-scan")
        kiosk.speech.toggle()
        qtbot.waitUntil(lambda: kiosk.speech.speaks)
        leave()
        assert not kiosk.speech.speaks
