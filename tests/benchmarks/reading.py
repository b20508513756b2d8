"""Opening articles, switching level, colours and text size: from the wish to the painted page."""

from collections.abc import Callable, Sequence
from itertools import cycle, islice

from livermets_desktop.app import Program
from livermets_desktop.model.level import Level
from livermets_desktop.model.location import Location
from tests.benchmarks.real_window import milliseconds_to_paint, pages, real_window, rest
from tests.benchmarks.table import Bound, Row

_TIMES = 30  # of each kind of switch


def reading() -> list[Row]:
    """Open every article at every level it has, then switch on many pages and on the longest."""
    with real_window() as program:
        places = pages(program)
        _open(program, *places[-1])  # warm-up; also another page than the first one
        times = tuple(_open(program, *place) for place in places)
        name = f"Article to painted page ({len(places)} pages)"
        rows = [Row(name, "ms", times, bound=Bound("p95", 50))]
        names = list(dict.fromkeys(name for name, _ in places))
        both = [one for one in names if len(program.library.article(one, Level.PLAIN).levels) > 1]
        rows += _switches(program, both, "", 50)
        longest = max(both, key=lambda one: len(program.library.article(one, Level.PLAIN).html))
        return rows + _switches(program, [longest], ", longest page", 100)


def _switches(program: Program, names: Sequence[str], where: str, bound: float) -> list[Row]:
    """Switch forth and back, on one page after the other."""
    actions, look, reading = program.window.actions_, program.look, program.reading
    kinds: dict[str, Sequence[Callable[[], object]]] = {
        "Level": (actions["switch_level"].trigger,),
        "Side by side": (
            reading.show_side_by_side,
            lambda: reading.set_level(Level.CLINICIAN),
        ),
        "Colours": (lambda: look.set_theme("dark"), lambda: look.set_theme("light")),
        "Text size": (lambda: look.set_size(110), lambda: look.set_size(100)),
    }
    rows = []
    for kind, switches in kinds.items():
        times = []
        pages = islice(cycle(names), _TIMES)
        for page, switch in zip(pages, cycle(switches), strict=False):
            if reading.article is None or reading.article.id != page:
                _open(program, page, Level.PLAIN)
            times.append(_paint(program, switch))
        reading.set_level(Level.PLAIN)
        name = f"{kind} to painted page ({len(times)} switches{where})"
        rows.append(Row(name, "ms", tuple(times), bound=Bound("p95", bound)))
    return rows


def _open(program: Program, article: str, level: Level) -> float:
    return _paint(program, lambda: program.reading.open(Location(article), level))


def _paint(program: Program, act: Callable[[], object]) -> float:
    time = milliseconds_to_paint(program.window.article.view.viewport(), act)
    rest(program.window)
    return time
