from dataclasses import replace

import pytest

from livermets_desktop.library.contents import (
    ArticleRow,
    IndexEntryRow,
    MetaRow,
    SectionRow,
    TopicRow,
)
from livermets_desktop.library.reader import Library
from livermets_desktop.model.kind import Kind
from livermets_desktop.model.level import Level
from tests.library.tiny import tiny_contents, with_help, write_library


def with_glossary():
    """Return the library with its terms on a page, index entries, and a page of questions."""
    contents = with_help()
    html = '<p class="lead">Words.</p><p><a name="term-jaundice"></a>jaundice</p>'
    return replace(
        contents,
        meta=(*contents.meta, MetaRow("glossary", "words"), MetaRow("questions", "eating-well")),
        topics=(
            *contents.topics,
            TopicRow("words", "article", "care", 2, "Words", levels="plain clinician"),
        ),
        articles=(
            *contents.articles,
            *(
                ArticleRow("words", one, "Words.", html, "2026-03-01", "2027-03-02")
                for one in Level
            ),
        ),
        sections=(
            *contents.sections,
            *(SectionRow("words", one, 0, "in-short", "In short", 2, "Words.") for one in Level),
            *(SectionRow("words", one, 1, "j", "J", 2, "") for one in Level),
        ),
        index_entries=(
            IndexEntryRow("ct-scan", "contrast", 1, "warm feeling"),
            IndexEntryRow("ct-scan", "contrast", 0, "dye"),
            IndexEntryRow("ct-scan", "in-short", 0, "doughnut"),
        ),
    )


@pytest.fixture
def texts(tmp_path):
    with Library.open(write_library(tmp_path, with_glossary()), trusted=False) as library:
        return list(library.section_texts())


def of(texts, article):
    return [text for text in texts if text.article == article]


def test_a_section_has_its_index_entries_in_order_at_both_levels(texts):
    entries = {(text.section, text.level): text.entries for text in of(texts, "ct-scan")}
    assert entries["contrast", Level.PLAIN] == ("dye", "warm feeling")
    assert entries["contrast", Level.CLINICIAN] == ("dye", "warm feeling")
    assert entries["in-short", Level.PLAIN] == ("doughnut",)
    assert entries["what-it-shows", Level.PLAIN] == ()


def test_each_term_is_a_text_of_the_page_that_lists_it(texts):
    words = of(texts, "words")
    plain = [text.section for text in words if text.level is Level.PLAIN]
    assert plain == ["in-short", "term-albumin", "term-jaundice", "term-tumour-marker"]
    marker = words[-1]
    assert (marker.level, marker.kind, marker.title) == (Level.CLINICIAN, Kind.TERM, "Words")
    assert (marker.heading, marker.body) == (
        "tumour marker",
        "Blood substance that some cancers make.",
    )
    assert marker.entries == ("TM", "tumour markers", "tumor marker")


def test_texts_are_told_apart_by_kind(texts):
    kinds = {(text.article, text.kind) for text in texts}
    assert kinds == {
        ("urgent-help", Kind.ARTICLE),
        ("eating-well", Kind.QUESTION),
        ("words", Kind.ARTICLE),  # its introduction
        ("words", Kind.TERM),
        ("ct-scan", Kind.ARTICLE),
        ("blood-tests", Kind.ARTICLE),
        ("laparoscopy", Kind.ARTICLE),
        ("searching", Kind.HELP),
    }


def test_a_library_without_a_glossary_page_has_no_terms_among_its_texts(tmp_path):
    with Library.open(write_library(tmp_path, tiny_contents()), trusted=True) as library:
        assert not [text for text in library.section_texts() if text.kind is Kind.TERM]
        assert (library.info.glossary, library.info.questions) == ("", "")


def test_the_pages_are_known(tmp_path):
    with Library.open(write_library(tmp_path, with_glossary()), trusted=True) as library:
        assert (library.info.glossary, library.info.questions) == ("words", "eating-well")
