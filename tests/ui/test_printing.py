import socket
import subprocess
import sys
import time
from itertools import groupby, pairwise

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QMarginsF, QSizeF, Qt, QTimer
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel

from livermets_desktop.admin import Admin
from livermets_desktop.model.level import Level
from livermets_desktop.model.location import Location
from livermets_desktop.reader_files import ReaderFiles
from livermets_desktop.ui.page_breaks import page_of
from livermets_desktop.ui.paper import LARGE, Paper, PaperText
from livermets_desktop.ui.print_dialog import PrintDialog
from livermets_desktop.ui.print_service import PrintService
from tests.ui.stand_in_printer import stand_in_printer

A4 = QSizeF(210, 297)


@pytest.fixture
def dialog(program):
    """The pages of the article with a figure and a table."""
    return opened(program, Location("ct-scan"))


def opened(program, location, level=None):
    program.reading.open(location, level)
    program.window.actions_["print"].trigger()
    return program.window.findChild(PrintDialog)


def button(dialog, words):
    return next(one for one in dialog.findChildren(QAbstractButton) if one.text() == words)


def text(paper):
    return paper._document.toPlainText()


def told(dialog):
    label = dialog.findChild(QLabel, "told")
    return label.text() if label.isVisible() else ""


def pages_of(file):
    return len(PdfReader(file).pages)


def test_the_start_page_cannot_be_printed(program):
    assert not program.window.actions_["print"].isEnabled()


def test_the_pages_hold_the_whole_text_and_what_it_is(program, dialog):
    article = program.reading.article
    printed = text(dialog._paper)
    assert printed.startswith(article.title)
    assert all(part.heading in printed for part in article.sections[1:])
    assert "Invented Trust: Scans explained. 2024. https://guide.invalid/" in printed
    assert "Not yet reviewed by a clinician" in printed
    assert program.library.info.version in dialog._paper._text.foot


def test_a_part_alone_brings_the_sources_that_it_cites(program):
    dialog = opened(program, Location("ct-scan", "what-it-shows"), Level.CLINICIAN)
    part = next(
        one for one in dialog.findChildren(QAbstractButton) if one.text().startswith("Only “")
    )
    part.click()
    printed = text(dialog._paper)
    headings = {one.id: one.heading for one in program.reading.article.sections}
    assert headings.pop("what-it-shows") in printed
    assert not any(heading in printed for name, heading in headings.items() if name != "in-short")


def test_large_print_needs_more_paper(dialog):
    before = dialog._paper
    button(dialog, "Large print (18 point)").click()
    assert dialog._paper._document.defaultFont().pointSizeF() == pytest.approx(18)
    assert dialog._paper._document.size().height() > before._document.size().height()


def test_what_the_hospital_says_is_on_the_paper(open_program):
    admin = Admin(hospital="City Hospital", telephones=(("Line", "0123 456"),))
    dialog = opened(open_program(files=ReaderFiles(admin)), Location("ct-scan"))
    assert "Line: 0123 456" in text(dialog._paper)


def test_it_is_saved_as_pdf(program, dialog, tmp_path):
    button(dialog, "Save as PDF…").click()
    chooser = dialog.findChild(QFileDialog)
    assert chooser.selectedFiles()[0].endswith("CT scan.pdf")
    file = tmp_path / "pages.pdf"
    chooser.fileSelected.emit(str(file))
    assert pages_of(file) == len(dialog._paper)
    assert program.window.notice.sentence == f"The pages are saved in {file}."
    assert not dialog.isVisible()


@pytest.mark.parametrize("place", ["missing/pages.pdf", "folder", "n" * 300])
def test_a_file_that_cannot_be_written_is_told_and_nothing_is_left(dialog, tmp_path, place):
    (tmp_path / "folder").mkdir()
    dialog.show()
    dialog.save_requested.emit()
    dialog.findChild(QFileDialog).fileSelected.emit(str(tmp_path / place))
    assert told(dialog).endswith("cannot be written: choose another folder or name.")
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == []
    assert dialog.isVisible()


def test_it_is_printed_by_keyboard(program, qtbot, tmp_path):
    qtbot.waitUntil(program.window.isActiveWindow)
    program.reading.open(Location("ct-scan"))
    with stand_in_printer(tmp_path / "pages.pdf"):
        QTest.keyClick(program.window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        dialog = program.window.findChild(PrintDialog)
        qtbot.waitUntil(dialog.isActiveWindow)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        sentence = "The pages are on their way to the printer."
        qtbot.waitUntil(lambda: program.window.notice.sentence == sentence)
    assert pages_of(tmp_path / "pages.pdf") >= 1


def test_without_a_printer_it_says_what_to_do(dialog, qtbot, tmp_path):
    with stand_in_printer(tmp_path / "pages.pdf", names=()):
        button(dialog, "Print…").click()
        qtbot.waitUntil(lambda: bool(told(dialog)))
    assert told(dialog) == "This PC has no printer: save the pages as PDF instead."


@pytest.mark.qt_log_ignore("QPainter::begin")
@pytest.mark.parametrize("fault", [{"refuses": True}, {"takes": 1}, {"breaks": True}])
def test_a_printer_that_refuses_is_told(program, dialog, qtbot, tmp_path, fault):
    dialog._large.click()
    assert len(dialog._paper) > 1
    with stand_in_printer(tmp_path / "pages.pdf", **fault):
        button(dialog, "Print…").click()
        qtbot.waitUntil(lambda: bool(told(dialog)))
    assert told(dialog).startswith("The printer did not take the pages")
    assert dialog.isVisible()
    assert program.window.notice.sentence == ""


def test_pages_that_are_not_there_are_not_printed(program, dialog, qtbot, tmp_path):
    dialog._large.click()
    count = len(dialog.paper)
    with stand_in_printer(tmp_path / "pages.pdf", first=90):
        button(dialog, "Print…").click()
        qtbot.waitUntil(lambda: bool(told(dialog)))
    assert told(dialog) == f"There is no page 90, the last one is {count}: choose other pages."
    assert not (tmp_path / "pages.pdf").exists()
    assert program.window.notice.sentence == ""


def test_what_is_printed_is_what_is_wished_when_the_printer_is_chosen(
    program, dialog, qtbot, monkeypatch, tmp_path
):
    asked = []

    def ask(service):
        asked.append(service)

    monkeypatch.setattr(PrintService, "ask", ask)
    button(dialog, "Print…").click()
    usual = len(dialog.paper)
    button(dialog, "Large print (18 point)").click()
    with stand_in_printer(tmp_path / "pages.pdf"):
        asked[0].answered.emit(True)
        qtbot.waitUntil(lambda: bool(program.window.notice.sentence))
    assert pages_of(tmp_path / "pages.pdf") == len(dialog.paper) > usual


def test_a_strip_that_a_printer_leaves_free_does_not_shift_the_page(program):
    strip = QMarginsF(12, 12, 12, 12)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    device = QPdfWriter(buffer)
    page = QPageSize(QPageSize.PageSizeId.A4)
    upright, unit = QPageLayout.Orientation.Portrait, QPageLayout.Unit.Point
    assert device.setPageLayout(QPageLayout(page, upright, strip, unit, strip))
    assert make_paper(program, "<p>words</p>").print_on(device)
    assert device.pageLayout().paintRectPoints() == device.pageLayout().fullRectPoints()


def test_half_a_print_is_thrown_away(program):
    paper = make_paper(program, "<p>some words of a line</p>" * 200)
    thrown = []

    class Jammed(QPdfWriter):
        def newPage(self):  # noqa: N802  # Qt's name
            return False

    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert not paper.print_on(Jammed(buffer), give_up=lambda: thrown.append(1))
    assert thrown == [1]


@pytest.fixture
def silent_print_service(monkeypatch):
    """A print service that takes a call and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        monkeypatch.setenv("CUPS_SERVER", f"127.0.0.1:{server.getsockname()[1]}")
        yield


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the service is CUPS")
@pytest.mark.usefixtures("silent_print_service")
def test_a_print_service_that_hangs_does_not_hang_the_window(qtbot):
    beats = []
    beat = QTimer(interval=20)
    beat.timeout.connect(lambda: beats.append(time.monotonic()))
    service = PrintService(most=500)
    with qtbot.waitSignal(service.answered) as answered:
        beat.start()
        service.ask()
    assert answered.args == [False]
    assert max(later - sooner for sooner, later in pairwise(beats)) < 0.4


def test_a_print_service_that_hangs_is_told(dialog, qtbot, monkeypatch):
    asked = []

    def ask(service):
        asked.append(service)

    monkeypatch.setattr(PrintService, "ask", ask)
    button(dialog, "Print…").click()
    button(dialog, "Print…").click()
    assert len(asked) == 1
    qtbot.waitUntil(lambda: told(dialog) == "Asking the print service…")
    asked[0].answered.emit(False)
    assert told(dialog).startswith("The print service of this PC does not answer")


def make_paper(program, html, *, foot="Foot", scale=1.0):
    theme, _ = program.look.on_paper(scale, 1.0)
    blank = QImage(1, 1, QImage.Format.Format_ARGB32)
    return Paper(PaperText(html, foot), theme, lambda _: blank, A4)


def test_no_heading_stands_alone_at_the_foot_of_a_page(program):
    for lines in range(30, 50):
        html = f"{'<p>line</p>' * lines}<h2>Heading</h2>{'<p>text</p>' * 12}"
        paper = make_paper(program, html)
        (_, _, page) = next(paper.headings())
        first = paper._document.findBlock(paper._document.toPlainText().index("text"))
        assert page == page_of(paper._document, first)
        assert len(paper) >= 2 or lines < 40


def test_no_line_is_cut_between_two_pages(program):
    paper = make_paper(program, "<p>gypsy quiz (jpq)</p>" * 130)
    whole = QImage(700, 6000, QImage.Format.Format_Grayscale8)
    whole.fill(Qt.GlobalColor.white)
    painter = QPainter(whole)
    paper._document.drawContents(painter)
    painter.end()
    assert len(paper) > 2
    for page in range(1, len(paper)):
        edge = int(page * paper._body.height())
        for row in range(edge - 3, edge + 1):  # what is left out below, and what is above
            assert {whole.pixelColor(x, row).lightness() for x in range(700)} == {255}


@pytest.mark.parametrize("scale", [1.0, LARGE])
@pytest.mark.parametrize("words", [1, 20, 60, 120])
def test_a_foot_of_any_length_is_whole(program, words, scale):
    paper = make_paper(program, "<p>words</p>" * 60, foot="gH " * words, scale=scale)
    page = painted(paper, 0)
    below = range(int(paper._body.bottom()) + 1, page.height())
    dark = [any(page.pixelColor(x, y).lightness() < 160 for x in range(600)) for y in below]
    bands = [len(list(rows)) for is_dark, rows in groupby(dark) if is_dark]
    assert len(bands) > words // 40
    assert set(bands[1:]) in ({bands[1]}, {bands[1], bands[1] + 1}, {bands[1], bands[1] - 1})
    assert not any(dark[-10:])


def painted(paper, number):
    page = QImage(paper.size.toSize(), QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.white)
    painter = QPainter(page)
    paper.paint(painter, number)
    painter.end()
    return page


def test_every_page_has_its_foot_and_nothing_beyond_its_edges(program):
    paper = make_paper(program, "<p>some words of a line</p>" * 200)
    for number in range(len(paper)):
        page = painted(paper, number)
        dark = [
            (x, y)
            for y in range(0, page.height(), 2)
            for x in range(0, page.width(), 2)
            if page.pixelColor(x, y).lightness() < 128
        ]
        assert any(y > paper._body.bottom() for _, y in dark)
        assert all(40 < x < page.width() - 40 for x, _ in dark)
        assert all(40 < y < page.height() - 20 for _, y in dark)


def test_the_printer_is_not_asked_before_print_is_chosen():
    script = (
        "import sys; import livermets_desktop.ui.print_controller; "
        "sys.exit('PySide6.QtPrintSupport' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
