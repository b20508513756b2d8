from livermets_desktop.model.article import Term
from livermets_desktop.search.explanation import explain
from livermets_desktop.search.indexer import build_index_in_memory
from livermets_desktop.search.lexicon import Lexicon
from livermets_desktop.search.searcher import Searcher
from tests.search.tiny import sections

TERMS = (Term("fluorouracil", "fluorouracil", "A drug.", abbreviations=("5-FU",)),)


def explained(query):
    searcher = Searcher(build_index_in_memory(sections()), Lexicon(TERMS))
    return list(explain(searcher.search(query)))


def test_all_that_was_understood_is_said():
    assert explained('What is the "side effects" of 5-FU title:chemotherapy -beads') == [
        "Wanted: the phrase “side effects”, 5fu in every way of writing,"
        " chemotherapy in a title or heading.",
        "Not wanted: beads.",
        "Left out as words of grammar: what, is, the, of.",
        "Also searched, counting less: fluorouracil.",
        "Word forms that are marked: 5fu, chemotherapy, effect, fluorouracil, side.",
        "Found: 1 section.",
    ]


def test_slips_and_unknown_words_are_said():
    assert explained("jaundise qwxyzzy") == [
        "Wanted: jaundise, qwxyzzy.",
        "No section has “jaundise”; searched for “jaundice” in its place.",
        "No section has: qwxyzzy.",
        "No section has all that is wanted; these have most of it.",
        "Word forms that are marked: jaundic, jaundiz, qwxyzzy.",
        "Found: 1 section.",
    ]


def test_an_exact_name_is_said():
    assert "The query is the title or another name of the first hit." in explained("CT scan")


def test_a_query_of_nothing_is_said():
    assert explained("?!") == ["Wanted: nothing that can be looked for.", "Found: 0 sections."]
