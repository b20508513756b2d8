import random
import time

import pytest

from livermets_desktop.search.suggestions import (
    MAX_COMPLETIONS,
    Vocabulary,
    Word,
    corrected,
    read_words,
    write_words,
)
from livermets_desktop.search.word_forms import american, root, sound, stem


def vocabulary(frequencies, named=()):
    return Vocabulary(
        Word(word, stem(word), american(word), root(word), sound(word), count, word in named)
        for word, count in frequencies.items()
    )


WORDS = vocabulary(
    {
        "metastasis": 20,
        "metastases": 40,
        "jaundice": 9,
        "chemotherapy": 30,
        "oesophagus": 3,
        "tumour": 50,
        "liver": 90,
        "live": 2,
        "fever": 8,
        "ca199": 2,
        "colon": 6,
        "colony": 1,
    }
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("jaundcie", "jaundice"),
        ("jandice", "jaundice"),
        ("metastsis", "metastasis"),
        ("chemotheraphy", "chemotherapy"),
        ("lievr", "liver"),
        ("livr", "liver"),
        ("coln", "colon"),
        ("ilver", "liver"),
        ("xyzzyx", ""),
        ("zz", ""),
        ("c199", ""),
    ],
)
def test_a_slip_is_corrected(typed, meant):
    assert WORDS.correct(typed) == meant


def test_the_more_frequent_of_two_near_words_wins():
    words = vocabulary({"never": 1, "fever": 8, "lever": 3})
    assert words.correct("wever") == "fever"


def test_a_word_of_the_field_wins_over_a_more_frequent_one_as_near():
    assert vocabulary({"scan": 90, "stan": 1}, named=["stan"]).correct("swan") == "stan"
    assert vocabulary({"scan": 90, "stun": 1}, named=["stun"]).correct("scin") == "scan"


def test_several_words_may_have_been_meant_the_likeliest_first():
    words = vocabulary({"fever": 8, "never": 9, "lever": 3, "seven": 9}, named=["fever"])
    assert words.corrections("wever") == ("fever", "never", "lever")
    assert words.corrections("zzzzzz") == ()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("quimotherapy", "chemotherapy"), ("esofagus", "oesophagus"), ("kolon", "colon")],
)
def test_a_word_that_was_spelled_by_ear_is_known(typed, meant):
    assert WORDS.correct(typed) == meant


def test_two_words_that_were_written_as_one_are_parted():
    assert WORDS.parts("liverfever") == ("liver", "fever")
    assert WORDS.parts("livertree") == ()
    assert corrected("my livertumour", WORDS) == "my liver tumour"


def test_words_of_one_root_are_relatives():
    known = vocabulary(dict.fromkeys(("operate", "operations", "operable", "opera", "live"), 1))
    assert sorted(known.relatives("operation")) == ["operable", "operate"]
    assert known.relatives("liver") == []


def test_words_are_read_as_they_were_written():
    words = [
        Word("oesophagus", "esophag", "esophagus", "esophagu", "esofagus", 3),
        Word("liver", "liver", "liver", "liver", "liver", 9, named=True),
    ]
    assert read_words(write_words(words)) == words


def test_a_word_with_another_beginning_and_another_slip_is_not_meant():
    assert vocabulary({"unable": 9}).correct("curable") == ""


def test_a_transposition_is_nearer_than_another_letter():
    words = vocabulary({"from": 1, "firm": 9})
    assert words.correct("form") == "from"


def test_a_whole_query_is_corrected_and_the_rest_of_it_stays():
    assert corrected('my "jaundcie" & lievr', vocabulary({"my": 1, "jaundice": 1, "liver": 1})) == (
        'my "jaundice" & liver'
    )
    assert corrected("tumors", WORDS) == ""


def test_completions_come_in_either_spelling():
    assert WORDS.completions("esoph") == ["oesophagus"]
    assert WORDS.completions("oesoph") == ["oesophagus"]
    assert WORDS.completions("tumo") == ["tumour"]


def test_completions_are_the_most_frequent_words_and_few():
    words = vocabulary({f"word{number}": number for number in range(500)})
    found = words.completions("word")
    assert len(found) == MAX_COMPLETIONS
    assert found[:2] == ["word499", "word498"]


def test_a_correction_takes_no_longer_than_a_keystroke():
    dice = random.Random(4)  # noqa: S311
    syllables = [a + b for a in "bcdfghlmnprstv" for b in "aeiou"]
    words = {"".join(dice.choices(syllables, k=dice.randint(2, 5))): 1 for _ in range(8_000)}
    known = vocabulary(words)
    start = time.process_time()
    known.correct("chemothreapy")
    known.correct("rebalito")
    assert time.process_time() - start < 0.2
