from itertools import pairwise

import pytest

from livermets_desktop.search.find_in_page import find_text


def found(text, wanted):
    return [text[start:end] for start, end in find_text(text, wanted)]


@pytest.mark.parametrize(
    ("text", "wanted", "hits"),
    [
        ("Metastases and metastatic cells.", "metast", ["Metast", "metast"]),
        ("One metastasis, two metastases.", "metastases", ["metastasis", "metastases"]),
        ("A tumour, two tumours.", "tumor", ["tumour", "tumours"]),
        ("Ménière, MENIERE", "meniere", ["Ménière", "MENIERE"]),
        ("liver-directed and liver\u00a0directed", "liver  directed", ["liver-directed"] * 2),
        ("Treated with 90Y and Y-90.", "y90", ["90Y", "Y-90"]),
        ("84\u00a0% of", "84 %", ["84\u00a0%"]),
        ("the patient’s own", "patient's", ["patient’s"]),
        ("sof\u00adtened", "softened", ["sof\u00adtened"]),
        ("first line\nsecond", "line second", ["line\nsecond"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("ﬁbrosis", "fib", ["ﬁb"]),
    ],
)
def test_what_is_typed_is_found_in_every_writing(text, wanted, hits):
    assert [hit.replace("\u00a0d", "-d") for hit in found(text, wanted)] == hits


@pytest.mark.parametrize("wanted", ["", "  ", "\u200b", "\u0301", "absent", "…" * 10_000])
def test_nothing_is_found_for_nothing(wanted):
    assert found("A text about livers.", wanted) == []


def test_hits_never_overlap_and_come_in_order():
    spans = find_text("stents stent stenting " * 50, "stent")

    assert len(spans) == 150
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
