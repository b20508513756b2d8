"""The list of the links of a page."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from livermets_desktop.model.location import Location
from livermets_desktop.ui.links_dialog import LinksDialog
from livermets_desktop.ui.page_links import page_links


@pytest.fixture
def ask(program, qtbot):
    """Return a function that asks for the links of an article by its key."""

    def asked(article="ct-scan"):
        qtbot.waitUntil(program.window.isActiveWindow)
        program.reading.open(Location(article))
        keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(program.window, Qt.Key.Key_L, keys)
        return QApplication.activeModalWidget()

    yield asked
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        dialog.close()


def rows(dialog):
    return [words for _, words in dialog.list.entries]


def test_every_link_is_listed_in_the_order_of_the_text(program, ask):
    dialog = ask()
    assert isinstance(dialog, LinksDialog)
    links = page_links(program.window.article.view.document())
    assert len(rows(dialog)) == len(links) > 3
    assert [link.start for link in links] == sorted(link.start for link in links)
    assert {words.rpartition("(")[2] for words in rows(dialog)} <= {
        "topic)",
        "glossary term)",
        "source)",
        "figure)",
    }


def test_the_list_begins_where_the_reader_is(program, ask):
    program.window.resize(1000, 400)
    dialog = ask()
    assert dialog.list.currentIndex().row() == 0
    dialog.close()
    bar = program.window.article.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    program.window.actions_["links"].trigger()
    assert QApplication.activeModalWidget().list.currentIndex().row() > 0


def test_enter_follows_the_link(program, ask):
    dialog = ask()
    number = next(n for n, words in enumerate(rows(dialog)) if words.endswith("(topic)"))
    dialog.choose(number)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert program.reading.article.id != "ct-scan"
    assert not isinstance(QApplication.activeModalWidget(), LinksDialog)


def test_a_term_is_opened_at_its_place_in_the_text(program, ask):
    dialog = ask()
    number = next(n for n, words in enumerate(rows(dialog)) if words.endswith("(glossary term)"))
    dialog.choose(number)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    card = QApplication.activePopupWidget()
    assert card.objectName() == "referenceCard"
    words = rows(dialog)[number].removesuffix(" (glossary term)")
    assert program.window.article.view.textCursor().selectedText() == words
    card.close()


def test_esc_leaves_the_list(program, ask):
    dialog = ask()
    QTest.keyClick(dialog.list, Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None
    assert program.reading.article.id == "ct-scan"


def test_a_page_without_links_says_so(program, qtbot):
    program.window.actions_["links"].trigger()
    assert program.window.notice.sentence == "There is no link on this page."


def test_a_link_in_pieces_is_one_link(qapp):
    document = QTextDocument()
    document.setHtml('<p><a href="term:ct">CT <b>scan</b></a> and <a href="source:1">[1]</a></p>')
    assert [(link.words, link.kind) for link in page_links(document)] == [
        ("CT scan", "term"),
        ("[1]", "source"),
    ]


@pytest.mark.no_cover
def test_three_hundred_links_are_listed_at_once(program, qtbot):
    started = time.process_time()
    dialog = LinksDialog(
        [f"[{n}] A source with a long name" * 3 for n in range(300)],
        program.look.theme,
        program.window,
    )
    dialog.show()
    dialog.choose(150)
    dialog.grab()
    assert time.process_time() - started < 0.5
    dialog.close()
