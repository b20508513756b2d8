import pytest

from livermets_desktop.search.query import MAX_CHARACTERS, MAX_WORDS, clean, marked_forms, parse


def words(text, **options):
    return [term.words for term in parse(text, **options).terms]


def test_words_phrases_and_compounds_are_told_apart():
    word, compound, phrase = parse('jaundice 5-FU "side effects"').terms
    assert word.words == ("jaundice",)
    assert (compound.words, compound.joined) == (("5", "fu"), "5fu")
    assert (phrase.words, phrase.quoted) == (("side", "effects"), True)


def test_an_open_quotation_mark_is_closed_at_the_end():
    assert parse('liver "side eff').terms[1].words == ("side", "eff")
    assert parse('liver "').terms[0].words == ("liver",)


@pytest.mark.parametrize("text", ["“side effects”", "«side effects»", "„side effects“"])
def test_typographic_quotation_marks_quote(text):
    assert parse(text).terms[0].quoted


def test_only_the_last_word_is_open_and_only_while_typing():
    assert [term.open for term in parse("liver met", typing=True).terms] == [False, True]
    assert [term.open for term in parse("liver met").terms] == [False, False]


@pytest.mark.parametrize("text", ["liver met ", '"liver met"', "liver met."])
def test_a_finished_word_is_not_open(text):
    assert not any(term.open for term in parse(text, typing=True).terms)


def test_question_words_go_if_other_words_remain():
    assert words("What is a CT scan?") == [("ct",), ("scan",)]
    assert words("what is it") == [("what",), ("is",), ("it",)]
    assert words("can") == [("can",)]


def test_words_that_only_look_like_question_words_stay():
    assert words("vitamin a") == [("vitamin",), ("a",)]
    assert words("WHO status") == [("who",), ("status",)]
    assert words("not US") == [("not",), ("us",)]


def test_unwanted_words_and_words_of_titles_are_told_apart():
    query = parse('title:scan dye -metal -"side effects"')
    scan, dye = query.terms
    assert (scan.words, scan.titled) == (("scan",), True)
    assert (dye.words, dye.titled) == (("dye",), False)
    assert [term.words for term in query.excluded] == [("metal",), ("side", "effects")]
    assert [(one.kind, one.text) for one in query.conditions] == [
        ("title", "scan"),
        ("excluded", "metal"),
        ("excluded", "side effects"),
    ]
    assert [query.text[one.start : one.end] for one in query.conditions] == [
        "title:scan",
        "-metal",
        '-"side effects"',
    ]


@pytest.mark.parametrize(
    "text", ["CA 19 -9", "non-small", "5 - 6", "-", "--", "liver -", "body:x", "subtitle:x"]
)
def test_what_only_looks_like_a_condition_is_none(text):
    query = parse(text)
    assert (query.excluded, query.conditions) == ((), ())
    assert not any(term.titled for term in query.terms)


def test_an_unwanted_word_is_never_open():
    query = parse("liver -met", typing=True)
    assert not any(term.open for term in (*query.terms, *query.excluded))


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("dose of 5-FU", [("dose",), ("5", "fu")]),
        ("CA 19-9 in jaundice", [("ca", "19", "9"), ("jaundice",)]),
        ("is CA 19-9 the", [("ca", "19", "9")]),
    ],
)
def test_words_of_grammar_do_not_belong_to_numbers(text, terms):
    assert words(text) == terms


def test_left_out_words_are_told():
    assert parse("what is a CT scan").dropped == ("what", "is", "a")
    assert parse("what is it").dropped == ()


def test_operators_brackets_and_wildcards_only_separate():
    assert words("(liver OR lung*) AND NOT [bile]") == [("liver",), ("lung",), ("bile",)]


def test_a_query_is_cut_to_its_limits():
    assert len(parse("x" * 10_000).text) == MAX_CHARACTERS
    assert sum(len(term.words) for term in parse(" ".join("abcdefghijklmnopqrst")).terms) <= 16
    assert len(parse('"' + "w " * 100).terms[0].words) == MAX_WORDS
    assert parse("1/" * 100).terms[0].words == ("1",) * MAX_WORDS


def test_control_and_direction_characters_are_stripped():
    assert clean("li\u202ever\0\tmets\n\ud800x") == "liver mets x"
    assert clean("me\u00adtas\u200btases ") == "metastases "


def test_only_the_joined_form_of_a_number_compound_is_marked():
    assert marked_forms(parse("HER2").terms[0]) == {"her2"}
    assert marked_forms(parse("CA 19-9").terms[0]) == {"ca199", "ca"}
    assert marked_forms(parse("Child-Pugh").terms[0]) == {"childpugh", "child", "pugh"}
