import pytest

from livermets_desktop.authoring.glossary_links import Glossary, TermLinker
from livermets_desktop.model.article import Term

TERMS = (
    Term("lantern", "lantern", "A light.", abbreviations=("LN",)),
    Term("paper-lantern", "paper lantern", "Of paper."),
    Term(
        "colour", "colour temperature", "Warmth.", us=("color temperature",), plurals=("colours",)
    ),
    Term("hazard-ratio", "hazard ratio", "A ratio.", abbreviations=("HR",)),
    Term("hormone-receptor", "hormone receptor", "A receptor.", abbreviations=("HR",)),
    Term("ultrasound", "ultrasound", "A test.", abbreviations=("US",)),
    Term("cell", "B-cell", "A cell."),
)


def linked(text):
    pieces = TermLinker(Glossary(TERMS)).link(text)
    return [
        (piece.get("href").removeprefix("term:"), piece.text)
        for piece in pieces
        if not isinstance(piece, str)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lantern, lantern", [("lantern", "Lantern")]),
        ("two lanterns", [("lantern", "lanterns")]),
        ("Paper lantern, lantern", [("paper-lantern", "Paper lantern"), ("lantern", "lantern")]),
        ("a paper\nlantern", [("paper-lantern", "paper\nlantern")]),
        ("Color temperature of colours", [("colour", "Color temperature")]),
        ("an LN and an ln", [("lantern", "LN")]),
        ("LNX and XLN, LN-like", []),
        ("lanternfish", []),
        ("HR 1.04 in the US", []),
        ("a hazard ratio (HR)", [("hazard-ratio", "hazard ratio")]),
        ("one B-cell", [("cell", "B-cell")]),
        ("", []),
    ],
)  # fmt: skip
def test_the_first_use_of_a_term_is_linked(text, expected):
    assert linked(text) == expected


def test_the_text_itself_stays_as_it_is():
    text = "A paper lantern, a lantern, an LN."
    pieces = TermLinker(Glossary(TERMS)).link(text)

    assert "".join(piece if isinstance(piece, str) else piece.text for piece in pieces) == text


def test_a_term_is_linked_once_over_several_texts():
    linker = TermLinker(Glossary(TERMS))

    assert len(linker.link("a lantern")) == 3
    assert linker.link("a lantern") == ["a lantern"]


def test_an_empty_glossary_links_nothing():
    assert TermLinker(Glossary(())).link("a lantern") == ["a lantern"]
