"""The register of facts: claims.tsv."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from livermets_desktop.authoring.problem import Place, Report, Rule, quoted
from livermets_desktop.authoring.source_files import read_text

COLUMNS = ["id", "audience", "statement", "status", "sources", "change", "note"]
AUDIENCES = frozenset({"B", "C", "P"})
STATUSES = frozenset({"seen", "definition", "editorial", "unverified"})
CHANGES = frozenset({"", "none", "clarified", "corrected"})


@dataclass(frozen=True, slots=True)
class Claim:
    """Hold one fact; its sources are keys of sources.toml.

    `change` tells how a core fact differs from the article that the library started from ("none",
    "clarified" or "corrected"); it is "" for all other facts.
    """

    id: str
    audience: str
    statement: str
    status: str
    sources: tuple[str, ...]
    change: str
    place: Place

    @property
    def is_core(self) -> bool:
        """Tell whether a library without this fact would be incomplete."""
        return bool(self.change)


def read_claims(file: Path, report: Report) -> dict[str, Claim]:
    """Read the register; rows that cannot be used are in the report."""
    text = read_text(file, report)
    if text is None:
        return {}
    # Statements hold quotation marks as they are, so nothing is quoted.
    rows = csv.reader(io.StringIO(text, newline="\n"), delimiter="\t", quoting=csv.QUOTE_NONE)
    claims: dict[str, Claim] = {}
    try:
        for line, row in enumerate(rows, start=1):
            if line == 1:
                _check_header(row, Place(file), report)
            elif row and (claim := _claim(row, Place(file, line), report)):
                if claim.id in claims:
                    message = f"The claim {quoted(claim.id)} stands in the register twice."
                    report.add(Rule.DUPLICATE_CLAIM, claim.place, message)
                claims[claim.id] = claim
    except csv.Error as error:
        message = f"The row cannot be read: {error}."
        report.add(Rule.BAD_CLAIM_ROW, Place(file, rows.line_num), message)
    return claims


def _check_header(row: list[str], place: Place, report: Report) -> None:
    if row != COLUMNS:
        message = f"The first line must name the columns {', '.join(COLUMNS)}, divided by tabs."
        report.add(Rule.BAD_CLAIM_ROW, place, message)


def _claim(row: list[str], place: Place, report: Report) -> Claim | None:
    if len(row) != len(COLUMNS):
        message = f"The row has {len(row)} columns instead of {len(COLUMNS)}."
        report.add(Rule.BAD_CLAIM_ROW, place, message)
        return None
    values = dict(zip(COLUMNS, row, strict=True))
    for name, allowed in (("audience", AUDIENCES), ("status", STATUSES), ("change", CHANGES)):
        if values[name] not in allowed:
            choice = ", ".join(sorted(value for value in allowed if value))
            message = f"The {name} {quoted(values[name])} is not one of {choice}."
            report.add(Rule.BAD_CLAIM_ROW, place, message)
    for name in ("id", "statement"):
        if not values[name].strip():
            report.add(Rule.BAD_CLAIM_ROW, place, f"The column {name} is empty.")
    sources = tuple(key for key in values["sources"].split() if key != "-")
    return Claim(
        id=values["id"],
        audience=values["audience"],
        statement=values["statement"],
        status=values["status"],
        sources=sources,
        change=values["change"],
        place=place,
    )
