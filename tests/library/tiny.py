"""A tiny library of five invented articles, for every test that needs one.

`tiny_contents()` gives its rows, `write_library(folder)` a whole compiled library without an index.

    care         "Looking after yourself"
        urgent-help   plain, clinician    urgent call-out; reviewed
        eating-well   plain only
    tests        "Finding out"
        ct-scan       plain, clinician    figure ct-scan/two-phases (light and dark), table, sources
        blood-tests   plain, clinician    figure blood-tests/tube (light only); check overdue
        laparoscopy   clinician only
"""

import json
import struct
import zlib
from dataclasses import replace
from html import escape
from pathlib import Path

from livermets_desktop.library.contents import (
    AliasRow,
    ArticleRow,
    CitationRow,
    ClaimRow,
    ClaimUseRow,
    FigureRow,
    LibraryContents,
    MetaRow,
    RelatedRow,
    SectionRow,
    SourceRow,
    TermRow,
    TopicRow,
)
from livermets_desktop.library.format import DATABASE, INDEX
from livermets_desktop.library.integrity import write_manifest
from livermets_desktop.library.reader import Library
from livermets_desktop.library.writer import write_database
from livermets_desktop.search.indexer import build_index

CALLOUT = (
    '<table class="callout urgent" width="100%"><tr><td class="icon">'
    '<img src="icon:urgent" width="20" height="20"></td><td class="text">'
    '<p class="callout-title">Call now</p><p>Fever with yellow skin is an emergency.</p>'
    "</td></tr></table>"
)
TABLE = (
    '<table class="data" width="100%"><tr><th align="left">Test</th><th align="right">Found</th>'
    '</tr><tr><td>CT</td><td align="right">84 %</td></tr></table>'
    '<p class="caption"><strong>Table 1.</strong> How many spots a scan finds.</p>'
)
FIGURE = (
    '<p class="figure"><img src="figure:ct-scan/two-phases" alt="Two slices of one liver." '
    'width="568" height="200"></p><p class="caption"><strong>Figure 1.</strong> Two phases.</p>'
)

# article -> level -> (summary, [(id, heading, depth, body as plain text, html put below it)])
TEXTS = {
    "urgent-help": {
        "plain": (
            "Some signs cannot wait. Call at once if you see them.",
            [
                (
                    "call-now",
                    "When to call now",
                    2,
                    "Call if you have fever and jaundice.",
                    CALLOUT,
                ),
                ("what-to-do-now", "What you can do now", 2, "Keep the number at hand.", ""),
            ],
        ),
        "clinician": (
            "Cholangitis and neutropenic sepsis are emergencies. Treat before imaging.",
            [
                (
                    "call-now",
                    "Signs of an emergency",
                    2,
                    "Fever with jaundice: cholangitis.",
                    CALLOUT,
                )
            ],
        ),
    },
    "eating-well": {
        "plain": (
            "Small meals are easier. Eat what you like.",
            [
                (
                    "small-meals",
                    "Why small meals help",
                    2,
                    "A large liver presses on the stomach.",
                    "",
                ),
                ("drinks", "What to drink", 3, "Sip water between meals.", ""),
            ],
        ),
    },
    "ct-scan": {
        "plain": (
            "A CT scan takes pictures of the liver in slices. It takes ten minutes.",
            [
                ("what-it-shows", "What it shows", 2, "It shows spots in the liver.", FIGURE),
                ("contrast", "The dye", 2, "You may feel warm for a moment.", ""),
            ],
        ),
        "clinician": (
            "Portal-venous CT is the first staging test. Sensitivity falls below 10 mm.",
            [
                ("what-it-shows", "What it shows", 2, "Hypodense metastases in one phase.", TABLE),
                ("contrast", "Contrast", 2, "Iodinated contrast, 1.5 ml/kg.", FIGURE),
                ("evidence", "Evidence", 3, "One meta-analysis of 39 studies.", ""),
            ],
        ),
    },
    "blood-tests": {
        "plain": (
            "Blood tests show how the liver works. They cannot show cancer alone.",
            [("which-tests", "Which tests are done", 2, "Albumin, bilirubin and enzymes.", "")],
        ),
        "clinician": (
            "Liver enzymes are neither sensitive nor specific. CEA may rise.",
            [("which-tests", "Tests", 2, "Alkaline phosphatase, CA 19-9 and 5-HIAA.", "")],
        ),
    },
    "laparoscopy": {
        "clinician": (
            "Staging laparoscopy looks for what scans miss. It changes one plan in five.",
            [("yield", "Yield", 2, "Peritoneal deposits below 5 mm are found.", "")],
        ),
    },
}
GROUPS = {
    "care": ("Looking after yourself", ("urgent-help", "eating-well")),
    "tests": ("Finding out", ("ct-scan", "blood-tests", "laparoscopy")),
}
TITLES = {
    "urgent-help": "When to get help",
    "eating-well": "Eating well",
    "ct-scan": "CT scan",
    "blood-tests": "Blood tests",
    "laparoscopy": "Laparoscopy",
}
META = {
    "id": "tiny",
    "title": "A tiny library",
    "version": "2026.1",
    "licence": "CC-BY-4.0",
    "disclaimer": "Invented for tests.",
    "subtitle": "Five articles that nobody needs.",
    "urgent": "urgent-help",
}
EVERYDAY = '[["children", "kids"]]'


def tiny_png(width: int = 4, height: int = 2, grey: int = 200) -> bytes:
    """Return a grey PNG."""

    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    lines = (b"\x00" + bytes([grey]) * width) * height
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", header),
            chunk(b"IDAT", zlib.compress(lines)),
            chunk(b"IEND", b""),
        )
    )


def tiny_contents() -> LibraryContents:
    """Return the rows of the library."""
    return LibraryContents(
        meta=tuple(MetaRow(*row) for row in (*META.items(), ("everyday", EVERYDAY))),
        topics=tuple(_topics()),
        articles=tuple(_articles()),
        aliases=(
            AliasRow("ct-scan", 0, "computed tomography"),
            AliasRow("ct-scan", 1, "CAT scan"),
            AliasRow("blood-tests", 0, "liver function tests"),
        ),
        related=(
            RelatedRow("ct-scan", 0, "laparoscopy"),
            RelatedRow("ct-scan", 1, "not-written-yet"),
            RelatedRow("ct-scan", 2, "blood-tests"),
        ),
        sections=tuple(_sections()),
        citations=(
            CitationRow("ct-scan", "plain", 1, "GUIDE"),
            CitationRow("ct-scan", "clinician", 1, "TRIAL"),
            CitationRow("ct-scan", "clinician", 2, "GUIDE"),
        ),
        sources=(
            SourceRow(
                "GUIDE", "Scans explained", "Invented Trust", "2024", "https://guide.invalid/"
            ),
            SourceRow("TRIAL", "A trial of scans", "Invented Journal", "2025", "doi:10.0/invented"),
        ),
        figures=(
            FigureRow("ct-scan/two-phases", "light", 4, 2, tiny_png(grey=200)),
            FigureRow("ct-scan/two-phases", "dark", 4, 2, tiny_png(grey=40)),
            FigureRow("blood-tests/tube", "light", 4, 2, tiny_png(grey=120)),
        ),
        terms=(
            TermRow("albumin", "albumin", "Main blood protein, made by the liver.", "{}"),
            TermRow("jaundice", "jaundice", "Yellow skin and eyes.", _forms(variants=["icterus"])),
            TermRow(
                "tumour-marker",
                "tumour marker",
                "Blood substance that some cancers make.",
                _forms(plurals=["tumour markers"], us=["tumor marker"], abbreviations=["TM"]),
            ),
        ),
        claims=(ClaimRow("F001", "B", "CT finds spots.", "seen", "GUIDE"),),
        claim_uses=(ClaimUseRow("F001", "ct-scan", "plain", "what-it-shows"),),
    )


def write_library(folder: Path, contents: LibraryContents | None = None) -> Path:
    """Write a whole compiled library without an index into a folder, and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    write_database(folder / DATABASE, contents or tiny_contents())
    write_manifest(folder, library_id=META["id"], version=META["version"])
    return folder


def with_article_html(html: str, *, article: str = "ct-scan") -> LibraryContents:
    """Return the library with another HTML in one article, at all its levels."""
    contents = tiny_contents()
    rows = (replace(row, html=html) if row.id == article else row for row in contents.articles)
    return replace(contents, articles=tuple(rows))


def _topics():
    for position, (group, (title, articles)) in enumerate(GROUPS.items()):
        yield TopicRow(
            group, "group", "", position, title, f"About {group}", "compass", len(articles)
        )
        for below, article in enumerate(articles):
            levels = " ".join(TEXTS[article])
            yield TopicRow(article, "article", group, below, TITLES[article], levels=levels)


def _articles():
    for article, levels in TEXTS.items():
        for level, (summary, sections) in levels.items():
            yield ArticleRow(
                id=article,
                level=level,
                summary=summary,
                html=_html(article, summary, sections),
                checked="2026-02-01" if article == "ct-scan" else "2026-01-15",
                check_due="2026-06-30" if article == "blood-tests" else "2027-01-15",
                reviewed_by="Dr A. Invented" if article == "urgent-help" else "",
                reviewed="2026-01-20" if article == "urgent-help" else "",
            )


def _sections():
    for article, levels in TEXTS.items():
        for level, (summary, sections) in levels.items():
            yield SectionRow(article, level, 0, "in-short", "In short", 2, summary)
            for position, (id_, heading, depth, body, _) in enumerate(sections, start=1):
                yield SectionRow(article, level, position, id_, heading, depth, body)


def _html(article, summary, sections):
    parts = [f'<a name="in-short"></a><p class="lead">{escape(summary)}</p>']
    for id_, heading, depth, body, below in sections:
        parts.append(f'<h{depth}><a name="{id_}"></a>{heading}</h{depth}><p>{body}</p>{below}')
    if article == "ct-scan":
        parts.append(
            '<p>See <a href="article:blood-tests#which-tests">blood tests</a>, '
            '<a class="term" href="term:jaundice">jaundice</a>. '
            '<a class="cite" href="source:1">[1]</a></p><h2><a name="sources"></a>Sources</h2>'
            '<ol class="sources"><li><a name="source-1"></a>Invented Trust: Scans explained. 2024. '
            '<span class="address">https://guide.invalid/</span></li></ol>'
        )
    return "".join(parts)


def _forms(**forms):
    return json.dumps(forms)


def with_help() -> LibraryContents:
    """Return the library with a page about the program, and figures that one page asks for."""
    contents = tiny_contents()
    text = '<a name="in-short"></a><p class="lead">Type a word.</p>'
    asks = '<p class="ask"><a href="ask:small-meals">Show the figures</a></p>'
    articles = (
        replace(row, html=row.html + asks, asked_html=f"{row.html}<p>Nine of ten.</p>")
        if row.id == "eating-well"
        else row
        for row in contents.articles
    )
    return replace(
        contents,
        meta=(*contents.meta, MetaRow("help", "help")),
        topics=(
            *contents.topics,
            TopicRow("help", "group", "", 2, "Help", "About the program", "question", 1),
            TopicRow("searching", "article", "help", 0, "Searching jaundice", levels="plain"),
        ),
        articles=(
            *articles,
            ArticleRow("searching", "plain", "Type a word.", text, "2026-03-01", "2026-03-02"),
        ),
        sections=(
            *contents.sections,
            SectionRow("searching", "plain", 0, "in-short", "In short", 2, "Type jaundice."),
        ),
    )


def write_shipped(folder):
    """Write a library with its index, as it is shipped, and return its folder."""
    write_library(folder)
    with Library.open(folder, trusted=True) as library:
        build_index(folder / INDEX, library.section_texts())
        info = library.info
    write_manifest(folder, library_id=info.id, version=info.version)
    return folder
