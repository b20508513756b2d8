"""The PostgreSQL manual as Debian packs it: running English by other authors, cut into sections."""

import os
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

from livermets_desktop.model.article import SectionText
from livermets_desktop.model.level import Level
from tests.benchmarks.table import NotMeasuredError

VARIABLE = "LIVERMETS_BENCH_MANUAL"
_INSTALLED = "postgresql-doc-*/html"
# Not postgresql-doc: that one may renew an installed server too.
_ADVICE = f"install Debian's package postgresql-doc-15, or name a folder of its pages in {VARIABLE}"
_HEADINGS = frozenset(("h1", "h2", "h3", "h4"))
_FEWEST_WORDS = 70  # makes sections of 80 on average; articles of the library have 88
_MOST_CHARACTERS = 4_000
_NUMBER = re.compile(r"^(Chapter |Appendix )?([A-Z]|\d+)(\.\d+)*\.\s+")


class Part(NamedTuple):
    """Hold a heading, or a paragraph, of a page."""

    is_heading: bool
    text: str


def manual(count: int) -> list[SectionText]:
    """Return so many sections from all over the manual.

    Raises:
        NotMeasuredError: if it is not installed, or too short.
    """
    folder = os.environ.get(VARIABLE) or max(
        map(str, Path("/usr/share/doc").glob(_INSTALLED)), default=""
    )
    sections = _sections(Path(folder)) if folder else ()
    if len(sections) < count:
        raise NotMeasuredError(_ADVICE if not sections else f"only {len(sections)} sections")
    return [sections[number * len(sections) // count] for number in range(count)]


@cache
def _sections(folder: Path) -> tuple[SectionText, ...]:
    files = sorted(folder.glob("*.html"))
    return tuple(one for file in files for one in sections_of(file.stem, _read(file)))


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace")


def sections_of(name: str, page: str) -> Iterator[SectionText]:
    """Cut a page at its headings, and at paragraphs where enough words have come together."""
    parser = _Paragraphs()
    parser.feed(page)
    parser.close()
    title = heading = ""
    body: list[str] = []
    number = 0
    for part in (*parser.parts, Part(is_heading=True, text="")):
        if not part.is_heading:
            body.append(part.text)
        if body and (part.is_heading or _words(body) >= _FEWEST_WORDS):
            number += 1
            yield _section(name, number, (title, heading), " ".join(body))
            body = []
        if part.is_heading:
            title, heading = title or part.text, part.text


def _words(texts: list[str]) -> int:
    return sum(len(text.split()) for text in texts)


def _section(name: str, number: int, titles: tuple[str, str], body: str) -> SectionText:
    title, heading = titles
    return SectionText(
        article=name,
        section=f"part-{number}",
        level=Level.PLAIN,
        title=title,
        aliases=(),
        heading=heading,
        body=body[:_MOST_CHARACTERS],
        group="manual",
        group_title="Manual",
    )


class _Paragraphs(HTMLParser):
    """Collect headings and plain paragraphs; those of a class are signatures and links."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[Part] = []
        self._inside = ""
        self._pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a part."""
        if tag in _HEADINGS or (tag == "p" and not attrs):
            self._inside, self._pieces = tag, []

    def handle_data(self, data: str) -> None:
        """Keep the text of a part."""
        if self._inside:
            self._pieces.append(data)

    def handle_endtag(self, tag: str) -> None:
        """End a part."""
        if tag != self._inside:
            return
        text = " ".join("".join(self._pieces).split())
        is_heading = tag in _HEADINGS
        if text:
            self.parts.append(Part(is_heading, _NUMBER.sub("", text) if is_heading else text))
        self._inside = ""
