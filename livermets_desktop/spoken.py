"""What a voice says of a text: its sentences, and other words for what it would say wrongly."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

# A sentence ends at these marks before a space; a line and a dot between two parts end one too.
_MARKS = ".!?…"
_END = re.compile(r"[.!?…]+[\"'”’)\]»]*(?=\s|$)|[\n\u2028]|\s·\s")
_LAST_WORD = re.compile(r"[\w.]*$")
_SHORT = ("al", "cf", "dr", "e.g", "eg", "i.e", "ie", "mr", "mrs", "ms", "prof", "st", "v", "vs")
_SHORT_BEFORE_NUMBERS = ("approx", "ca", "fig", "no", "p", "pp", "ref", "tab", "vol")
_SPACES = re.compile(r"[\s\u200b]+")
_SPACE_BEFORE_MARK = re.compile(r" +(?=[.,;:!?)])")
_ADDRESS = re.compile(r"\b(?:https?://)?[\w-]+(?:\.[\w-]+)+/\S*|https?://\S+")
_RANGE = re.compile(r"(?<=\d)\s?–\s?(?=\d)")


class Passage(NamedTuple):
    """Hold what is said in one breath, and where it stands in the text that is shown."""

    text: str
    start: int
    length: int

    @property
    def end(self) -> int:
        """Return the position after it."""
        return self.start + self.length


class SpokenWords:
    """Say signs, units and short names as a reader would.

    >>> SpokenWords({"CT": "C T"}, {"mg": "milligrams"}, {"≤": "at most"}, "to").said("CT ≤5 mg")
    'C T at most 5 milligrams'
    """

    def __init__(
        self, words: dict[str, str], units: dict[str, str], signs: dict[str, str], between: str
    ) -> None:
        self._between = f" {between} "
        self._words, self._units, self._signs = words, units, signs
        self._word = re.compile(rf"(?<!\w)({_any(words)})(s?)(?!\w)")
        self._unit = re.compile(rf"(?<=\d)\s?({_any(units)})(?!\w)")
        self._sign = re.compile(_any(signs))

    @classmethod
    def load(cls, path: Path) -> "SpokenWords":
        """Read the words from a file."""
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        return cls(data["words"], data["units"], data["signs"], data["between_numbers"])

    def said(self, text: str) -> str:
        """Return a text as it is to be said, on one line and without addresses."""
        text = _ADDRESS.sub(" ", text.replace("\u200b", ""))
        text = _RANGE.sub(self._between, text)
        text = self._unit.sub(lambda found: f" {self._units[found[1]]}", text)
        text = self._word.sub(lambda found: self._words[found[1]] + found[2], text)
        text = self._sign.sub(lambda found: f" {self._signs[found[0]]} ", text)
        return _SPACE_BEFORE_MARK.sub("", _SPACES.sub(" ", text)).strip()


def _any(choices: dict[str, str]) -> str:
    """Return a pattern for any of these, the longest first."""
    return "|".join(re.escape(one) for one in sorted(choices, key=len, reverse=True))


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Go through the sentences: where each begins and ends, without the spaces around it.

    >>> text = "Give 3.5 mg, e.g. at noon. Ask Dr. Lee."
    >>> [text[start:end] for start, end in sentences(text)]
    ['Give 3.5 mg, e.g. at noon.', 'Ask Dr. Lee.']
    """
    start = 0
    for end in _END.finditer(text):
        if _is_end(text, start, end):
            last = end.end() if end[0][0] in _MARKS else end.start()
            yield from _trimmed(text, start, last)
            start = end.end()
    yield from _trimmed(text, start, len(text))


def _is_end(text: str, start: int, end: re.Match[str]) -> bool:
    mark, following = end[0], text[end.end() :].lstrip()[:1]
    if mark[0] not in _MARKS:
        return True
    if following.islower():
        return False
    return mark[0] != "." or not _is_short(text[start : end.start()], following)


def _is_short(before: str, following: str) -> bool:
    """Tell whether the dot after this text belongs to its last word."""
    found = _LAST_WORD.search(before)
    word = found[0] if found else ""
    rest = before[: len(before) - len(word)].rstrip()
    if word.lower() in _SHORT or (word.lower() in _SHORT_BEFORE_NUMBERS and following.isdigit()):
        return True
    if word.isdigit() and not rest:  # the number of an entry
        return True
    # A first name, not the last letter of "hepatitis B".
    return len(word) == 1 and word.isupper() and (not rest or rest.endswith("."))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give a sentence without the spaces around it, if there is a word in it."""
    part = text[start:end]
    if any(letter.isalnum() for letter in part):
        yield start + len(part) - len(part.lstrip()), start + len(part.rstrip())
