"""Opening articles: from the wish to the painted page."""

from livermets_desktop.app import Program
from livermets_desktop.model.level import Level
from livermets_desktop.model.location import Location
from tests.benchmarks.real_window import milliseconds_to_paint, real_window, rest
from tests.benchmarks.table import Bound, Row


def openings() -> list[Row]:
    """Open every article at every level it has."""
    with real_window() as program:
        places = [
            (topic.id, level)
            for topic in program.library.articles()
            for level in program.library.article(topic.id, Level.PLAIN).levels
        ]
        _milliseconds(program, *places[-1])  # warm-up; also another page than the first one
        times = tuple(_milliseconds(program, *place) for place in places)
    name = f"Article to painted page ({len(places)} pages)"
    return [Row(name, "ms", times, bound=Bound("p95", 50))]


def _milliseconds(program: Program, article: str, level: Level) -> float:
    viewport = program.window.article.view.viewport()
    location = Location(article)
    time = milliseconds_to_paint(viewport, lambda: program.reading.open(location, level))
    rest(program.window)
    return time
