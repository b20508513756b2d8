"""Sentences and words for a voice, without Qt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livermets_desktop import paths
from livermets_desktop.spoken import SpokenWords, sentences


def cut(text):
    return [text[start:end] for start, end in sentences(text)]


@pytest.fixture(scope="module")
def words():
    return SpokenWords.load(paths.resources() / "spoken.toml")


@pytest.mark.parametrize(
    "text",
    [
        "Some drugs, e.g. aspirin, wait.",
        "Some drugs, e.g. Aspirin, wait.",
        "Ask Dr. Lee about it.",
        "Give 3.5 mg.",
        "Lee et al. Found it in 2019.",
        "See Fig. 2 for this.",
        "Written by Dr. J. R. Smith.",
        "RAS v. BRAF was asked.",
        "He asked “why?” and left.",
        "1. Take it",
    ],
)
def test_a_dot_within_a_sentence_does_not_end_it(text):
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("Is it? Yes! Good…", ["Is it?", "Yes!", "Good…"]),
        ("Well… He left.", ["Well…", "He left."]),
        ("“It is.” He left.", ["“It is.”", "He left."]),
        ("It is (so.) He left.", ["It is (so.)", "He left."]),
        ("Found in hepatitis B. Ask.", ["Found in hepatitis B.", "Ask."]),
        ("The answer is no. Ask.", ["The answer is no.", "Ask."]),
        ("It was 5. Then 6.", ["It was 5.", "Then 6."]),
        ("Checked · 29 sources\u2028Not reviewed", ["Checked", "29 sources", "Not reviewed"]),
        ("  . – ", []),
    ],
)
def test_a_text_is_cut_where_its_sentences_end(text, parts):
    assert cut(text) == parts


@given(st.text(alphabet="aB1 .!?·\n\u2028)”é", max_size=40))
def test_no_letter_is_lost_or_said_twice(text):
    spans = list(sentences(text))
    said = [place for start, end in spans for place in range(start, end)]
    assert said == sorted(set(said))
    assert [n for n, letter in enumerate(text) if letter.isalnum() and n not in said] == []
    assert all(cut == cut.strip() for cut in cut(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a CT scan", "a C T scan"),
        ("CTs and NETs", "C Ts and N E Ts"),
        ("5 mg, then 20\u00a0%", "5 milligrams, then 20 per cent"),
        ("≤5 cm or ≥ 2 mm", "at most 5 centimetres or at least 2 millimetres"),
        ("5-FU 400 mg/m²", "five F U 400 milligrams per square metre"),
        ("HCC vs CEA", "H C C versus C E A"),
        ("3–5 years", "3 to 5 years"),
        ("11.1 v 9.2 months", "11.1 versus 9.2 months"),
        ("See www.example.org/long/page for more", "See for more"),
        ("See https://example.org/\u200blong.", "See"),
        ("the mg and the DIRECT words stay", "the mg and the DIRECT words stay"),
        ("HR+ is no hazard", "H R+ is no hazard"),
    ],
)
def test_words_that_a_voice_says_wrongly_are_said_otherwise(words, text, said):
    assert words.said(text) == said
