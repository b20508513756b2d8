import pytest

from livermets_desktop.model.hit import Snippet
from livermets_desktop.search.analysis import fold_words
from livermets_desktop.search.columns import read_words, write_words
from livermets_desktop.search.snippets import LENGTH, find_words, marks_in, marks_of
from livermets_desktop.search.snippets import snippet as quote

FILLER = "Nothing of interest stands in this sentence. " * 20


def snippet(text, words):
    return quote(text, marks_in(text, words))


def marked(quoted: Snippet) -> list[str]:
    return [quoted.text[start:end] for start, end in quoted.marks]


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("The Ménétrier disease", "menetrier", "Ménétrier"),
        ("The Me\u0301ne\u0301trier disease", "menetrier", "Me\u0301ne\u0301trier"),
        ("ﬁ ﬀ ﬁbrosis", "fibros", "ﬁbrosis"),
        ("α α-fetoprotein", "alphafetoprotein", "α-fetoprotein"),
        ("All tumours", "tumor", "tumours"),
        ("A CA 19-9 test", "ca199", "CA 19-9"),
    ],
)
def test_words_are_found_with_the_folding_of_the_index(text, word, found):
    assert [text[start:end] for start, end in find_words(text, {word})] == [found]


def test_a_compound_and_its_parts_make_one_mark():
    text = "after Child-Pugh B"
    assert find_words(text, {"child", "childpugh", "pugh"}) == [(6, 16)]
    assert find_words("CT-guided", {"ct", "guid"}) == [(0, 2), (3, 9)]


def test_no_words_find_nothing():
    assert find_words("liver", set()) == []


def test_a_short_text_is_quoted_whole():
    assert snippet("The liver.", {"liver"}) == Snippet("The liver.", ((4, 9),))


def test_the_window_holds_the_most_words():
    text = f"The liver. {FILLER}Here jaundice meets the liver. {FILLER}"
    quoted = snippet(text, {"liver", "jaundic"})
    assert marked(quoted) == ["jaundice", "liver"]
    assert quoted.text.startswith("…")
    assert quoted.text.endswith("…")


@pytest.mark.parametrize("before", [0, 1, 50, 200, 219, 220, 400])
@pytest.mark.parametrize("after", [0, 1, 100, 500])
def test_a_quotation_is_short_cut_at_words_and_rightly_marked(before, after):
    text = FILLER[:before] + " jaundice " + FILLER[:after]
    quoted = snippet(text, {"jaundic"})
    assert len(quoted.text) <= LENGTH
    assert marked(quoted) == ["jaundice"]
    whole = set(text.split())
    assert set(quoted.text.strip("…").split()) <= whole


def test_a_text_without_the_words_is_quoted_from_its_beginning():
    quoted = snippet(FILLER, {"jaundic"})
    assert quoted.text.startswith("Nothing of interest")
    assert quoted.marks == ()


def test_line_breaks_become_spaces():
    assert snippet("One\ntwo", {"two"}) == Snippet("One two", ((4, 7),))


def test_an_unbroken_text_is_cut():
    assert len(snippet("x" * 100_000, {"y"}).text) <= LENGTH


def test_marks_are_the_indexed_words():
    text = "Metastases (mets) of a tumour; metastatic"
    spans = {(word.start, word.end) for word in fold_words(text)}
    assert set(find_words(text, {"metastas"})) <= spans
    assert len(find_words(text, {"metastas"})) == 3


def test_a_text_that_was_cut_before_is_marked_alike():
    text = "After Child-Pugh B a CT-guided biopsy: CA 19-9, 5-FU and α-fetoprotein."
    data = write_words(fold_words(text))
    for words in ({"childpugh", "child"}, {"ca199"}, {"5fu", "ct"}, {"alphafetoprotein"}, set()):
        assert marks_of(*read_words(data), words) == marks_in(text, words)
