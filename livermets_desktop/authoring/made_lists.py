"""Lists in a text that are made from data: the questions of a stage, the terms of a letter."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement

from livermets_desktop.authoring.markdown_text import LIST_MARK
from livermets_desktop.model.article import QuestionStage, Term

DIGITS = "0-9"
QUESTIONS, TERMS = "questions", "terms"  # the kinds of lists

ListName = tuple[str, str]


class MadeLists:
    """Knows the lists by kind and name: ("questions", "before-a-scan"), ("terms", "b")."""

    def __init__(self, stages: Iterable[QuestionStage], terms: Iterable[Term]) -> None:
        self._stages = {stage.id: stage for stage in stages}
        self._terms: dict[str, list[Term]] = defaultdict(list)
        for term in sorted(terms, key=lambda term: term.term.casefold()):
            self._terms[letter_of(term)].append(term)

    def names(self) -> set[ListName]:
        """Return the names of all lists."""
        questions = {(QUESTIONS, name) for name in self._stages}
        return questions | {(TERMS, letter) for letter in self._terms}

    def insert(self, root: Element) -> None:
        """Put the lists where a text has a mark for them."""
        blocks: list[Element] = []
        for block in list(root):
            kind, _, name = (block.text or "").removeprefix(LIST_MARK).partition(":")
            is_mark = block.tag == "p" and (block.text or "").startswith(LIST_MARK)
            blocks += self._blocks(kind, name) if is_mark else [block]
        root[:] = blocks

    def _blocks(self, kind: str, name: str) -> Iterator[Element]:
        if kind == QUESTIONS and name in self._stages:
            items = Element("ul")
            for question in self._stages[name].questions:
                SubElement(items, "li").text = question
            yield items
        elif kind == TERMS:
            yield from (_entry(term) for term in self._terms.get(name, ()))


def letter_of(term: Term) -> str:
    """Return the letter under which a term stands, or "0-9"."""
    first = term.term[:1].casefold()
    return first if first.isascii() and first.isalpha() else DIGITS


def _entry(term: Term) -> Element:
    entry = Element("p", {"class": "entry"})
    anchor = SubElement(entry, "a", {"name": f"term-{term.id}"})
    anchor.tail = ""
    name = SubElement(entry, "strong")
    short = ", ".join(form for form in term.abbreviations if form != term.term)
    name.text = f"{term.term} ({short})" if short else term.term
    others = ", ".join((*term.variants, *(f"{form} (US)" for form in term.us)))
    such = ", ".join(term.narrower)
    name.tail = (
        f": {term.definition}"
        + (f" Also: {others}." if others else "")
        + (f" Such as: {such}." if such else "")
    )
    return entry
