"""What a scan of a text finds, each thing with its line."""

from dataclasses import dataclass

from livermets_desktop.authoring.paragraphs import Paragraph

MAIN_HEADING = 2  # depth; a heading below it has 3


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `id` is "" if there is none or it is not written as an id."""

    line: int
    depth: int
    text: str
    id: str
    indented: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A link to whatever was written in parentheses."""

    line: int
    target: str


@dataclass(frozen=True, slots=True)
class Image:
    """An image; the caption is its title."""

    line: int
    target: str
    alt: str


@dataclass(frozen=True, slots=True)
class Citation:
    """The keys of one pair of brackets; a key may be empty."""

    line: int
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimsComment:
    """The facts that a paragraph states, and the section it stands in."""

    line: int
    ids: tuple[str, ...]
    section: str


@dataclass(frozen=True, slots=True)
class ListComment:
    """A place for a list made from data: the questions of a stage, the terms of a letter."""

    line: int
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Callout:
    """A call-out; `kind` is "" if the kind is unknown or the title missing."""

    line: int
    kind: str
    nested: bool


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table, its number of cells and whether it stands in a call-out (which is a table too)."""

    line: int
    cells: int
    nested: bool


@dataclass(frozen=True, slots=True)
class TextOutline:
    """Everything found in a text; `html` and `bad_claims` are the lines where such things stand."""

    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    images: tuple[Image, ...]
    citations: tuple[Citation, ...]
    claims: tuple[ClaimsComment, ...]
    lists: tuple[ListComment, ...]
    callouts: tuple[Callout, ...]
    tables: tuple[TextTable, ...]
    html: tuple[int, ...]
    bad_claims: tuple[int, ...]
    nesting: tuple[int, ...]
    line_lengths: tuple[int, ...]
    paragraphs: tuple[Paragraph, ...]

    def section_ids(self) -> list[str]:
        """Return the ids of all headings, in order."""
        return [heading.id for heading in self.headings if heading.id]

    def sections_with(self, kind: str) -> set[str]:
        """Return the ids of the sections that hold a made list of this kind."""
        found = set()
        for one in self.lists:
            if one.kind == kind:
                above = [heading.id for heading in self.headings if heading.line < one.line]
                found.update(above[-1:])
        return found

    def main_sections(self) -> list[tuple[int, str]]:
        """Return the lines and ids of the main headings, in order."""
        main = (heading for heading in self.headings if heading.depth == MAIN_HEADING)
        return [(heading.line, heading.id) for heading in main]
