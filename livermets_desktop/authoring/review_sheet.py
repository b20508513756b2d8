"""The sheet on which a clinician reviews the library: every claim with its source, box by box."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html import escape
from pathlib import Path

from livermets_desktop.authoring.article_files import Article
from livermets_desktop.authoring.claims import Claim
from livermets_desktop.authoring.content_source import ContentSource, read_content
from livermets_desktop.authoring.problem import Report
from livermets_desktop.authoring.render import IN_SHORT_HEADING
from livermets_desktop.errors import ContentError
from livermets_desktop.model.article import Source

_STYLE = """
body { font: 10.5pt/1.35 sans-serif; color: #14211f; max-width: 62rem; margin: 2rem auto;
  padding: 0 1rem; }
h1 { font-size: 20pt; margin-bottom: 0.2rem; }
h2 { font-size: 15pt; margin: 2.4rem 0 0.4rem; border-bottom: 2px solid #14211f; }
h3 { font-size: 12.5pt; margin: 1.6rem 0 0.3rem; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.6rem 0.35rem 0;
  border-bottom: 1px solid #b9c4c2; overflow-wrap: anywhere; }
th { border-bottom: 2px solid #14211f; font-size: 9.5pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
h2, h3 { break-after: avoid; }
.id { width: 8%; }
.status { width: 11%; }
.sources { width: 29%; font-size: 9pt; }
.verdict { width: 13%; font-size: 9pt; }
.verdict label { display: block; white-space: nowrap; }
.places, .quiet { color: #4b5b58; font-size: 9pt; }
.unverified { font-weight: bold; }
.sign { margin: 0.8rem 0 1.6rem; break-inside: avoid; }
.sign span { display: inline-block; margin: 1.1rem 1.2rem 0 0; }
.line { border-bottom: 1px solid #14211f; min-width: 11rem; height: 1.1rem; }
@page { size: A4; margin: 14mm; }
@media print {
  body { margin: 0; padding: 0; max-width: none; font-size: 9pt; }
  .sources, .verdict, .places, .quiet, th { font-size: 8pt; }
}
"""
_HEAD = (
    '<thead><tr><th class="id">Claim</th><th>Statement and where it stands</th>'
    '<th class="status">Status</th><th class="sources">Sources</th>'
    '<th class="verdict">Verdict</th></tr></thead>'
)
_VERDICT = "".join(
    f'<label><input type="checkbox"> {verdict}</label>'
    for verdict in ("correct", "change", "take out")
)
_SIGNATURE = (
    '<p class="sign">'
    + "".join(
        f'<span>{label}</span><span class="line"></span>'
        for label in ("Reviewed by", "Role", "Date", "Signature")
    )
    + "</p>"
)
_INSTRUCTIONS = (
    "<p>Each row is one claim of the register, with the sources it rests on and the sections that"
    " state it. Read the section in the program beside the row and tick a verdict. Write what"
    " should change into the margin, and sign below the article. An article counts as reviewed"
    " only when a named clinician has signed: then <code>reviewed_by</code> and"
    " <code>reviewed</code> are set in its article.toml.</p>"
)


def write_review_sheet(content: Path, output: Path, *, today: date) -> None:
    """Write the sheet of a content source to a file.

    Raises:
        ContentError: if the content source cannot be read or the file not be written.
    """
    report = Report()
    source = read_content(content, report)
    if errors := report.errors():
        message = f"The sheet is not written: {content} cannot be read; content check says why."
        raise ContentError(message, tuple(map(str, errors)))
    try:
        output.write_text(review_sheet(source, today=today), encoding="utf-8")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ContentError(f"The sheet cannot be written to {output}: {reason}.") from error


def review_sheet(source: ContentSource, *, today: date) -> str:
    """Return one HTML page, complete in itself, with each claim by article and a line to sign."""
    library = source.library
    title = escape(f"Review of {library.title}, version {library.version}")
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(library.language)}"><head><meta charset="utf-8">'
        f"<title>{title}</title><style>{_STYLE}</style></head><body>\n"
        + "\n".join(_body(source, title, today))
        + "\n</body></html>\n"
    )


def _body(source: ContentSource, title: str, today: date) -> Iterator[str]:
    yield f'<h1>{title}</h1><p class="quiet">Made on {today.isoformat()}.</p>'
    yield _INSTRUCTIONS
    used: set[str] = set()
    for group in source.library.groups:
        articles = [source.articles[one.id] for one in group.articles if one.id in source.articles]
        with_claims = [(article, places) for article in articles if (places := _places(article))]
        if with_claims:
            yield f"<h2>{escape(group.title)}</h2>"
        for article, places in with_claims:
            used.update(places)
            yield f"<h3>{escape(article.title)}</h3>"
            yield f'<p class="quiet">{escape(_dates(article))}</p>'
            yield _table(places, source)
            yield _SIGNATURE
    rest = dict.fromkeys((name for name in source.claims if name not in used), ())
    if rest:
        yield "<h2>Claims that no article states</h2>"
        yield _table(rest, source)
    yield "<h2>Sources</h2>"
    yield from (f"<p>{_source(one)}</p>" for one in source.sources.values())


def _dates(article: Article) -> str:
    review = f"reviewed by {article.reviewed_by}" if article.reviewed_by else "not yet reviewed"
    return f"Checked {article.checked}, next check by {article.check_due}; {review}."


def _places(article: Article) -> dict[str, Sequence[str]]:
    """Return for each claim of an article the sections that state it, in the order of the text."""
    places: dict[str, list[str]] = {}
    for level, text in article.texts.items():
        headings = {heading.id: heading.text for heading in text.outline.headings}
        for comment in text.outline.claims:
            place = f"{level}: {headings.get(comment.section, IN_SHORT_HEADING)}"
            for name in comment.ids:
                if place not in places.setdefault(name, []):
                    places[name].append(place)
    return {name: places[name] for name in sorted(places)}


def _table(places: Mapping[str, Sequence[str]], source: ContentSource) -> str:
    rows = (
        _row(source.claims[name], where, source.sources)
        for name, where in places.items()
        if name in source.claims
    )
    return f"<table>{_HEAD}<tbody>{''.join(rows)}</tbody></table>"


def _row(claim: Claim, places: Sequence[str], sources: Mapping[str, Source]) -> str:
    named = "".join(f"<div>{_source_in_short(key, sources)}</div>" for key in claim.sources)
    where = "".join(f'<div class="places">{escape(place)}</div>' for place in places)
    change = f", {claim.change}" if claim.change not in {"", "none"} else ""
    return (
        f'<tr><td class="id">{escape(claim.id)}</td><td>{escape(claim.statement)}{where}</td>'
        f'<td class="status {escape(claim.status)}">{escape(claim.status + change)}</td>'
        f'<td class="sources">{named or "none"}</td><td class="verdict">{_VERDICT}</td></tr>\n'
    )


def _source_in_short(key: str, sources: Mapping[str, Source]) -> str:
    source = sources.get(key)
    return escape(f"[{key}] {source.organisation}: {source.title}" if source else f"[{key}]")


def _source(source: Source) -> str:
    parts = (f"{source.organisation}: {source.title}", source.date, source.address)
    return escape(f"[{source.key}] {'. '.join(part for part in parts if part)}")
