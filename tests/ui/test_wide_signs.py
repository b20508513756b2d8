"""Signs that Qt counts as two characters and Python as one: in libraries of others."""

import pytest

from livermets_desktop.model.location import Location
from livermets_desktop.spoken import SpokenWords
from livermets_desktop.ui.copied_text import copied_text
from livermets_desktop.ui.document_layout import span
from livermets_desktop.ui.spoken_text import passages
from tests.library.tiny import with_article_html, write_library

FACES = "\N{GRINNING FACE}" * 4


@pytest.fixture
def panel(open_program, tmp_path):
    html = f"<p>{FACES} alpha beta. The liver {FACES} is large.</p>"
    folder = write_library(tmp_path / "library", with_article_html(html))
    program = open_program(folder, trusted=False)
    program.reading.open(Location("ct-scan"))
    return program.window.article


def test_what_is_found_on_the_page_is_marked(panel):
    panel.find_on_page("liver")
    (mark,) = panel.view.extraSelections()
    assert mark.cursor.selectedText() == "liver"


def test_what_is_selected_is_copied(panel):
    cursor = panel.view.document().find("alpha beta")
    assert copied_text(cursor).text == "alpha beta"
    cursor = panel.view.document().find(f"{FACES} alpha")
    assert copied_text(cursor).text == f"{FACES} alpha"


def test_the_sentence_that_is_spoken_is_marked(panel):
    words = SpokenWords({"CT": "C T"}, {"mg": "milligrams"}, {"≤": "at most"}, "to")
    document = panel.view.document()
    (said,) = (one for one in passages(document, words) if "liver" in one.text)
    assert said.text == f"The liver {FACES} is large."
    assert span(document, said.start, said.end).selectedText() == said.text
