"""A library that tries to make the window open files, addresses and programs.

Every name that it gives away holds `CANARY`, and files of such names lie in the folder `bait`.
"""

import os
from dataclasses import replace
from pathlib import Path

from livermets_desktop.library.contents import (
    ArticleRow,
    LibraryContents,
    RelatedRow,
    SectionRow,
    TermRow,
    TopicRow,
)
from tests.library.hostile import CANARY, SNIPPETS, WEB_LINKS
from tests.library.tiny import tiny_contents, tiny_png, write_library

_SVG = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>'


def addresses(bait: Path) -> tuple[str, ...]:
    """Return addresses of every kind that lead out of a library; some name a file that is there."""
    picture = bait / f"{CANARY}.png"
    up = os.path.relpath(picture, Path.cwd())
    return (
        str(picture),
        picture.as_uri(),
        f"file:{picture}",
        f"FILE://localhost{picture}",
        up,
        f"../../../../../../../..{picture}",
        f"figure:{picture}",
        f"figure:../../../../../../../..{picture}",
        f"icon:{picture}",
        f"icon:{bait / CANARY}",
        f"article:{picture}",
        f"article:../../{CANARY}",
        f"term:{picture}",
        f"source:{picture}",
        f"//{CANARY}.invalid/a.png",
        f"\\\\{CANARY}\\share\\a.png",
        f"\\\\?\\C:\\{CANARY}.png",
        f"C:\\{CANARY}.png",
        f"C:/{CANARY}.png",
        f"http://{CANARY}.invalid/a.png",
        f"https://127.0.0.1/{CANARY}.png",
        f"ftp://127.0.0.1/{CANARY}.png",
        f"qrc:/{CANARY}.png",
        f":/{CANARY}.png",
        f"javascript:{CANARY}()",
        f"JavaScript:{CANARY}()",
        f"vbscript:{CANARY}",
        f"data:text/html,{CANARY}",
        f"mailto:{CANARY}@127.0.0.1",
        f"#{CANARY}",
    )


def lay_bait(bait: Path) -> None:
    """Put files where the library points to, so that a window that opens them succeeds."""
    bait.mkdir()
    for ending in ("png", "jpg"):
        (bait / f"{CANARY}.{ending}").write_bytes(tiny_png())
    (bait / f"{CANARY}.svg").write_text(_SVG)
    (bait / f"{CANARY}.css").write_text("p { color: red }")
    (bait / CANARY).write_text("<p>opened</p>")


def texts(bait: Path) -> dict[str, str]:
    """Return the HTML of every article by its id."""
    snippets = [*SNIPPETS.values(), *WEB_LINKS.values()]
    for address in addresses(bait):
        snippets.append(f'<p><a href="{address}">click</a> <img src="{address}" alt="x"></p>')
        snippets.append(f"<p style=\"background-image:url('{address}')\">x</p>")
    snippets.append(f'<link rel="stylesheet" href="{bait / CANARY}.css"><p>x</p>')
    return {f"trap-{number}": html for number, html in enumerate(snippets)}


def write_hostile_library(folder: Path, bait: Path) -> Path:
    """Write the library and lay its bait."""
    lay_bait(bait)
    return write_library(folder, _contents(bait))


def _contents(bait: Path) -> LibraryContents:
    tiny = tiny_contents()
    image = f'<img src="{bait / CANARY}.png">'
    html = texts(bait)
    first = next(iter(html))
    return replace(
        tiny,
        meta=tuple(
            replace(row, value=f"{row.value} {image}")
            if row.key in ("title", "licence", "disclaimer", "subtitle")
            else replace(row, value=first)
            if row.key == "urgent"
            else row
            for row in tiny.meta
        ),
        topics=(
            TopicRow(
                "traps", "group", "", 0, f"Traps {image}", image, str(bait / CANARY), len(html)
            ),
            TopicRow("none", "group", "", 1, "None", image, f"../../{CANARY}", 0),
            *(
                TopicRow(name, "article", "traps", place, f"{name} {image}", levels="plain")
                for place, name in enumerate(html)
            ),
        ),
        articles=tuple(
            ArticleRow(name, "plain", image, text, "2026-01-15", "2027-01-15", image, "2026-01-20")
            for name, text in html.items()
        ),
        sections=tuple(
            SectionRow(name, "plain", 0, "in-short", image, 2, f"bait {name} {image}")
            for name in html
        ),
        terms=(TermRow("jaundice", f"jaundice {image}", image, "{}"),),
        related=tuple(RelatedRow(name, 0, first) for name in html),
        aliases=(),
        citations=(),
        claim_uses=(),
    )
