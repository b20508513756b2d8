"""What a reader takes away: from the wish to a whole PDF file."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from livermets_desktop.app import Program
from livermets_desktop.model.bookmark import Bookmark
from livermets_desktop.model.handout import Handout
from livermets_desktop.model.level import Level
from livermets_desktop.model.location import Location
from livermets_desktop.ui.paper import Paper
from livermets_desktop.ui.paper_desk import usual_size
from livermets_desktop.ui.pdf_file import save_pdf
from livermets_desktop.ui.print_dialog import PrintDialog, Wish
from tests.benchmarks.real_window import real_window
from tests.benchmarks.table import Bound, Row

_TIMES = 5
_SECTIONS = 10


def taking() -> list[Row]:
    """Save the longest article and a hand-out of ten sections as PDF, several times."""
    with real_window() as program:
        article = _times(lambda: _article(program))
        handout = _times(lambda: _handout(program))
    return [
        Row("PDF of the longest article", "s", article, bound=Bound("p95", 1)),
        Row(f"PDF of a hand-out of {_SECTIONS} sections", "s", handout, bound=Bound("p95", 2)),
    ]


def _times(lay_out: Callable[[], Paper]) -> tuple[float, ...]:
    times = []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(_TIMES):
            begun = time.perf_counter()
            if not save_pdf(lay_out(), "Pages", str(Path(folder) / f"{number}.pdf")):
                raise OSError(folder)
            times.append(time.perf_counter() - begun)
    return tuple(times)


def _article(program: Program) -> Paper:
    library = program.library
    longest = max(
        (library.article(topic.id, level) for topic in library.articles() for level in Level),
        key=lambda one: len(one.html),
    )
    program.reading.open(Location(longest.id), longest.level)
    program.window.actions_["print"].trigger()
    dialog = program.window.findChildren(PrintDialog)[-1]
    paper = dialog.lay_out(Wish("all"))
    dialog.reject()
    return paper


def _handout(program: Program) -> Paper:
    parts = [
        Bookmark(topic.id, part.id, Level.PLAIN, topic.title, part.heading)
        for topic in program.library.articles()[5:10]
        for part in program.library.article(topic.id, Level.PLAIN).sections[1:3]
    ]
    program.handout.use(Handout(tuple(parts[:_SECTIONS])))
    return program.handout.paper(Wish("all"), usual_size())
