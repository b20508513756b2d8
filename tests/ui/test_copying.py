from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from livermets_desktop.model.level import Level
from livermets_desktop.model.location import Location
from livermets_desktop.ui.document_layout import span
from livermets_desktop.ui.print_dialog import PrintDialog

LIBRARY = "in LiverMets Desktop"


def select(program, first, last=None):
    """Select from the first words to the last ones that stand after them."""
    view = program.window.article.view
    text = view.document().toPlainText()
    start = text.index(first)
    end = text.index(last, start) + len(last) if last else start + len(first)
    view.setTextCursor(span(view.document(), start, end))


def copied(program):
    program.window.actions_["copy_cited"].trigger()
    data = QGuiApplication.clipboard().mimeData()
    return data.text(), data.html()


def html_of(program):
    return program.reading.article.html


@pytest.fixture
def page(program):
    program.reading.open(Location("ct-scan"), Level.CLINICIAN)
    return program


def test_a_selection_is_copied_with_all_that_says_where_it_is_from(page):
    article = page.reading.article
    part = article.sections[1]
    select(page, part.heading)
    text, html = copied(page)
    words, lines = text.split("\n\n")
    assert words == part.heading
    place, library, checked, review = lines.split("\n")[:4]
    assert place == f"{article.title} – {part.heading} (Clinician)"
    assert page.library.info.version in library
    assert library.endswith(LIBRARY)
    assert checked.startswith("Checked ")
    assert review == "Not yet reviewed by a clinician"
    assert all(line in html for line in (place, library, checked, review))
    assert page.window.notice.sentence == "Copied with its citation."


def test_without_a_selection_the_section_that_is_read_is_copied(page):
    article = page.reading.article
    page.window.article.view.go_to(article.sections[1].id)
    text, _ = copied(page)
    assert text.startswith(article.sections[1].heading)
    others = [one.heading for one in article.sections[2:] if one.depth == 2]
    assert others
    assert not any(f"\n{heading}\n" in text for heading in others)


def test_the_last_section_ends_with_the_page(page):
    page.window.article.view.go_to("sources")
    text, _ = copied(page)
    assert text.startswith("Sources")
    assert page.reading.article.sources[-1].address in text


def test_the_sources_that_are_cited_are_named_in_full(page):
    view = page.window.article.view
    view.selectAll()
    text, _ = copied(page)
    below = text.split(LIBRARY)[1]
    cited = [one for one in page.reading.article.sources if f"source:{one.number}" in html_of(page)]
    assert cited
    for source in cited:
        assert f"[{source.number}] {source.organisation}: {source.title}" in below
        assert source.address in below


def test_sources_that_are_not_cited_are_not_named(page):
    select(page, page.reading.article.title)
    text, _ = copied(page)
    assert "[1]" not in text


def test_an_overdue_text_says_so(open_program):
    program = open_program(today=date(2031, 1, 1))
    program.reading.open(Location("ct-scan"))
    select(program, program.reading.article.title)
    assert "overdue since" in copied(program)[0]


def test_rich_text_brings_structure_but_no_colours_pictures_or_links(page):
    page.window.article.view.selectAll()
    _, html = copied(page)
    assert "<table" in html
    assert "<h2>" in html
    assert not any(part in html for part in ("style=", "href=", "<img", "color", "￼"))


def test_a_plain_copy_stays_plain(page, qtbot):
    qtbot.waitUntil(page.window.isActiveWindow)
    view = page.window.article.view
    view.setFocus()
    view.selectAll()
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    assert not data.hasHtml()
    assert data.text().startswith(page.reading.article.title)
    assert "￼" not in data.text()
    assert LIBRARY not in data.text()


def test_a_table_is_copied_row_by_row(page):
    view = page.window.article.view
    [table] = [
        frame
        for frame in view.document().rootFrame().childFrames()
        if hasattr(frame, "rows") and frame.rows() > 1
    ]
    view.setTextCursor(span(view.document(), table.firstPosition(), table.lastPosition() + 1))
    text, html = copied(page)
    rows = [line.split("\t") for line in text.split("\n\n")[0].split("\n")]
    assert len(rows) == table.rows()
    assert {len(row) for row in rows} == {table.columns()}
    assert html.count("<tr>") == table.rows()


def test_both_texts_are_named_one_after_the_other(page):
    page.reading.show_side_by_side()
    page.window.article.view.go_to("what-it-shows")
    text, _ = copied(page)
    assert "Plain words" in text
    assert "For clinicians" in text
    assert text.index("Plain words") < text.index("For clinicians")
    assert "(Plain, Clinician)" in text
    headings = [
        part.heading for one, _ in page.window.article.shown_texts() for part in one.sections
    ]
    assert sum(f"\n{heading}\n" in f"\n{text}" for heading in set(headings) if heading) <= 2


def test_the_start_page_has_nothing_to_copy(program):
    assert not program.window.actions_["copy_cited"].isEnabled()


def test_a_selection_is_offered_for_print_and_printed_with_its_sources(page):
    part = page.reading.article.sections[1]
    select(page, part.heading)
    page.window.actions_["print"].trigger()
    dialog = page.window.findChild(PrintDialog)
    chosen = [one for one in dialog.findChildren(QAbstractButton) if one.isChecked()]
    assert chosen[0].text() == "The selected text"
    printed = dialog._paper._document.toPlainText()
    assert printed.startswith(page.reading.article.title)
    assert part.heading in printed
    assert page.reading.article.sections[2].heading not in printed


def test_words_cut_by_the_selection_stay_cut(page):
    summary = page.reading.article.summary
    select(page, summary[2:12])
    assert copied(page)[0].split("\n\n")[0] == summary[2:12]


def test_a_very_long_page_is_copied_at_once(program):
    view = program.window.article.view
    program.reading.open(Location("ct-scan"))
    view.show_html("<p>" + "long words " * 20_000 + "</p>")
    view.selectAll()
    view.copy()
    assert len(QGuiApplication.clipboard().text()) > 200_000
    view.moveCursor(QTextCursor.MoveOperation.Start)
