from xml.etree.ElementTree import Element, SubElement

from livermets_desktop.authoring.made_lists import TERMS, MadeLists, letter_of
from livermets_desktop.authoring.markdown_text import LIST_MARK
from livermets_desktop.model.article import Term


def entry(term):
    root = Element("div")
    SubElement(root, "p").text = f"{LIST_MARK}{TERMS}:{letter_of(term)}"
    MadeLists((), (term,)).insert(root)
    return "".join(root.itertext())


def test_other_words_kinds_and_spellings_are_told_apart():
    lamp = Term(
        "lamp",
        "lamp",
        "Gives light.",
        abbreviations=("LP",),
        us=("lampe",),
        variants=("light",),
        narrower=("table lamp", "torch"),
        related=("candle",),
    )
    assert entry(lamp) == (
        "lamp (LP): Gives light. Also: light, lampe (US). Such as: table lamp, torch."
    )


def test_a_term_without_other_words_is_its_definition():
    assert entry(Term("lamp", "lamp", "Gives light.")) == "lamp: Gives light."
