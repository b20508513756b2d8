"""Sections in a file, for processes of their own."""

import json
from collections.abc import Sequence
from pathlib import Path

from livermets_desktop.model.article import SectionText
from livermets_desktop.model.kind import Kind
from livermets_desktop.model.level import Level


def write_sections(file: Path, sections: Sequence[SectionText]) -> None:
    """Write the sections."""
    file.write_text(json.dumps(sections), encoding="utf-8")


def read_sections(file: Path) -> list[SectionText]:
    """Read the sections."""
    rows = (SectionText(*row) for row in json.loads(file.read_text(encoding="utf-8")))
    return [
        row._replace(
            level=Level(row.level),
            aliases=tuple(row.aliases),
            entries=tuple(row.entries),
            kind=Kind(row.kind),
        )
        for row in rows
    ]
