import pytest

from livermets_desktop.model.hit import NameKind
from livermets_desktop.model.kind import Kind
from livermets_desktop.model.level import Level
from livermets_desktop.search.names import Names, names_file
from tests.search.tiny import make, searcher, sections

TERM = make("ct-scan", "term-tumour", Level.PLAIN, "tumour", "A lump.")._replace(
    kind=Kind.TERM, entries=("growth", "tumors"), title="Glossary"
)


@pytest.fixture(scope="module")
def names():
    return Names(names_file([*sections(), TERM]))


def found(names, text, prefer=None, limit=9):
    return [(name.text, name.kind) for name in names.beginning(text, prefer, limit)]


def test_titles_come_before_other_names_and_headings(names):
    assert found(names, "ca") == [
        ("CA 19-9", NameKind.ALIAS),
        ("CAT scan", NameKind.ALIAS),
        ("secondary liver cancer", NameKind.ALIAS),
    ]
    assert found(names, "li") == [("liver mets", NameKind.ALIAS), ("Limits", NameKind.HEADING)]
    assert found(names, "c") == []  # one letter begins too many


@pytest.mark.parametrize("typed", ["tumou", "tumor", "Tumour m", "tumor mark"])
def test_a_name_is_found_in_either_spelling(names, typed):
    assert ("Tumour markers", NameKind.TITLE) in found(names, typed)


def test_a_name_is_found_by_one_of_its_first_words(names):
    assert found(names, "scan") == [("CT scan", NameKind.TITLE)]
    assert found(names, "metasta") == []  # the fifth word is too far in


def test_a_term_is_found_by_all_its_forms_and_leads_to_its_entry(names):
    (name,) = names.beginning("growth", None, 9)
    assert (name.location.article, name.location.section) == ("ct-scan", "term-tumour")
    assert (name.kind, name.title) == (NameKind.TERM, "Glossary")


def test_the_preferred_level_is_named_and_a_place_comes_once(names):
    (name,) = names.beginning("what it shows", Level.CLINICIAN, 9)
    assert name.level is Level.CLINICIAN
    assert len(names.beginning("how it", None, 9)) == 1


def test_as_many_names_are_told_as_are_wanted(names):
    assert len(names.beginning("ch", None, 1)) == 1
    assert found(names, "zzz") == []
    assert found(names, "?!") == []


def test_names_are_told_while_typing():
    asked = searcher()
    assert [name.text for name in asked.search("tumour ma", typing=True).names] == [
        "Tumour markers"
    ]
    assert asked.search("tumour ma").names == ()
