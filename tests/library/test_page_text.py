from datetime import date

import pytest

from livermets_desktop.errors import NotInLibraryError
from livermets_desktop.library.page_text import page_text
from livermets_desktop.model.article import Article
from livermets_desktop.model.level import Level

HTML = (
    '<a name="in-short"></a><p class="lead">Yellow skin.</p>'
    '<h2><a name="why"></a>Why</h2><p>Bile <strong>cannot</strong> flow.</p><ul><li>one</li></ul>'
    '<table class="data"><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>'
    '<h3><a name="how"></a>How</h3><p>Slowly.</p>'
    '<h2><a name="sources"></a>Sources</h2><ol><li><a name="source-1"></a>A book.</li></ol>'
)


def article() -> Article:
    day = date(2026, 1, 1)
    return Article(
        "jaundice", Level.PLAIN, (Level.PLAIN,), "Jaundice", "g", "", HTML, (), (), (), day, day
    )


def test_a_page_is_written_section_by_section_with_its_headings():
    assert page_text(article()) == (
        "Yellow skin.\n\nWhy\nBile cannot flow.\n- one\nA | B\n1 | 2\n\nHow\nSlowly.\n\n"
        "Sources\n- A book."
    )


def test_one_section_is_written_alone():
    assert page_text(article(), "how") == "How\nSlowly."


def test_a_section_that_is_missing_is_an_error():
    with pytest.raises(NotInLibraryError, match="jaundice#nowhere"):
        page_text(article(), "nowhere")
