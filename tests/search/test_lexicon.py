import pytest

from livermets_desktop.model.article import Term
from livermets_desktop.search.indexer import build_index_in_memory
from livermets_desktop.search.lexicon import Lexicon
from livermets_desktop.search.query import parse
from livermets_desktop.search.searcher import Searcher
from tests.search.tiny import sections

ASCITES = Term("ascites", "ascites", "Fluid.", variants=("water in the belly",))
FLUOROURACIL = Term("fluorouracil", "fluorouracil", "A drug.", abbreviations=("5-FU",))
WISHES = Term("wishes", "advance care planning", "Talking early.", variants=("living will",))
HAZARD = Term("hazard", "hazard ratio", "A ratio.", abbreviations=("HR",))
HORMONE = Term("hormone", "hormone receptor", "A receptor.", abbreviations=("HR",))
HEART = Term("heart", "heart rate", "A rate.", abbreviations=("HR",))

FOLFOX = Term(
    "folfox", "FOLFOX", "Drugs.", narrower=("mFOLFOX6",), related=("oxaliplatin",), us=("folfoks",)
)


@pytest.fixture
def lexicon():
    return Lexicon((ASCITES, FLUOROURACIL, WISHES, HAZARD, HORMONE, HEART))


@pytest.fixture
def searcher(lexicon):
    return Searcher(build_index_in_memory(sections()), lexicon)


def shown(lexicon, text):
    return [other.shown for other in lexicon.alternatives(parse(text).terms)]


@pytest.mark.parametrize(
    ("typed", "others"),
    [
        ("ascites", [("water in the belly",)]),
        ("water in the belly", [("ascites",)]),
        ("water belly", [("ascites",)]),
        ("5 FU", [("fluorouracil",)]),
        ("5fu", [("fluorouracil",)]),
        ("drain ascites", [("water in the belly",)]),
    ],
)
def test_another_word_is_known_in_every_way_of_writing(lexicon, typed, others):
    assert shown(lexicon, typed) == others


def test_as_many_words_as_possible_are_taken_together(lexicon):
    [other] = lexicon.alternatives(parse("drain water in the belly").terms)

    assert (other.first, other.end) == (1, 3)


@pytest.mark.parametrize("typed", ['"ascites"', "bowel", "", "how long to live", "HR"])
def test_what_is_quoted_unknown_or_has_many_meanings_stays_alone(lexicon, typed):
    assert shown(lexicon, typed) == []


def test_a_section_is_found_by_another_word_and_the_reader_is_told(searcher):
    results = searcher.search("fluorouracil")

    assert results.hits[0].article == "chemotherapy"
    assert results.also == ("5-FU",)
    assert "5fu" in results.words


def test_the_word_that_was_typed_counts_more(lexicon):
    texts = [
        text._replace(body=body, aliases=(), section=body.split(":")[0].lower())
        for text, body in zip(
            list(sections())[:2], ("Other: 5-FU.", "Typed: fluorouracil."), strict=True
        )
    ]

    results = Searcher(build_index_in_memory(texts), lexicon).search("fluorouracil")

    assert [hit.section for hit in results.hits] == ["typed", "other"]


def test_a_slip_finds_the_word_that_was_meant(searcher):
    results = searcher.search("diarhoea")

    assert results.hits[0].section == "side-effects"
    assert results.suggestion == "diarrhoea"
    assert results.also == ()


def test_a_name_keeps_its_word_of_grammar(searcher):
    results = searcher.search("what is a living will")

    assert results.wanted == ("living", "will")
    assert results.also == ("advance care planning",)
    assert results.dropped == ("what", "is", "a")
    assert searcher.search("will it hurt").also == ()


def test_kinds_and_related_things_are_searched_too():
    assert shown(Lexicon((FOLFOX,)), "FOLFOX") == [("folfoks", "mFOLFOX6", "oxaliplatin")]
    assert shown(Lexicon((FOLFOX,)), "oxaliplatin") == [("FOLFOX", "folfoks", "mFOLFOX6")]


def test_everyday_words_stand_for_each_other():
    lexicon = Lexicon((ASCITES,), (("children", "kids", "young people"),))

    assert shown(lexicon, "kids") == [("children", "young people")]
    assert shown(lexicon, "young people ascites") == [
        ("children", "kids"),
        ("water in the belly",),
    ]


def test_other_words_for_a_corrected_word_are_searched_too():
    searcher = Searcher(build_index_in_memory(sections()), Lexicon((), (("diarrhoea", "stoma"),)))

    results = searcher.search("diarhoea")

    assert results.corrected == (("diarhoea", "diarrhoea"),)
    assert results.also == ("stoma",)


def test_us_spelling_of_a_part_of_a_term_is_no_other_word_for_it():
    term = Term("pve", "portal vein embolisation", "A step.", us=("embolization",))
    assert shown(Lexicon((term,)), "embolization") == []
