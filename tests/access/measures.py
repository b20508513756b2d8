"""The measures and their bounds, each a function that returns what breaks the bound."""

from collections.abc import Callable
from functools import cached_property, partial
from itertools import product
from statistics import median
from typing import NamedTuple

from tests.access.content import figures_without_words, grades, hard_texts, skipped_headings
from tests.access.controls import moving, nameless, small_menu_rows, small_targets
from tests.access.keyboard import missed_panes, traps
from tests.access.lab import THEMES, Lab, Look
from tests.access.layout import layout_faults
from tests.access.pixels import faint_edges, faint_words, missing_rings
from tests.access.speech import seconds_of_speech, slow_speech
from tests.access.status import unannounced
from tests.access.tasks import failed_tasks, tell_tasks

# The smaller window in one theme: colours change no sizes.
LOOKS = (
    *(Look(*one) for one in product(THEMES, (100, 200))),
    *(Look("light", text_size, (1024, 768)) for text_size in (100, 200)),
)
USUAL = LOOKS[0]


class Survey:
    """Everything that was found on one walk through all screens in all looks."""

    def __init__(self, lab: Lab):
        self.lab = lab
        self.screens: list[str] = []

    @cached_property
    def found(self) -> dict[str, list[str]]:
        """Return the findings of each measure that is taken from the screens."""
        found: dict[str, list[str]] = {
            name: [] for name in ("A1", "A2", "A3", "A5", "A6", "A7", "A13")
        }
        for look in LOOKS:
            self.lab.wear(look)
            self.lab.visit(partial(self._look_at, look, found))
        self.lab.wear(USUAL)
        found["A6"] += small_menu_rows(self.lab.window)
        return found

    def _look_at(self, look, found, screen):
        size = self.lab.window.size()
        assert (size.width(), size.height()) == look.size, "the window is not as large as it says"
        for name, faults in self._faults(look, screen.top):
            found[name] += [f"{screen.name}, {look}: {fault}" for fault in faults]
        if look == USUAL:
            self.screens.append(screen.name)

    def _faults(self, look, top):
        yield "A3", layout_faults(top)
        if look.text_size == 100 and look.size == USUAL.size:
            yield "A2", [*faint_words(top), *faint_edges(top)]
            yield "A7", missing_rings(top)
        if look.theme != "light":
            return
        yield "A1", nameless(top)
        if look.text_size == 100:
            yield "A6", small_targets(top)
        if look == USUAL:
            yield "A13", moving(top)
            if top is self.lab.window:
                yield "A5", missed_panes(top)
        yield "A5", traps(top)

    @cached_property
    def grades(self):
        """Return the reading grades of the plain texts."""
        return grades()

    @cached_property
    def speech(self):
        """Return the seconds until a voice begins and until it is silent."""
        return seconds_of_speech(self.lab)


class Measure(NamedTuple):
    """Name a measure, its bound, and what finds everything that breaks it."""

    id: str
    words: str
    bound: str
    find: Callable[[Survey], list[str]]
    tell: Callable[[Survey, list[str]], str] = lambda _survey, found: str(len(found))
    verdict: Callable[[Survey], str] = lambda _survey: "kept"


def _walked(name):
    return lambda survey: survey.found[name]


MEASURES = (
    Measure("A1", "controls without an accessible name", "0", _walked("A1")),
    Measure("A2", "words below 4.5:1 (large 3:1), edges below 3:1, as painted", "0", _walked("A2")),
    Measure("A3", "controls clipped or covered, at 100 and 200 % text", "0", _walked("A3")),
    Measure(
        "A4",
        "core tasks by keyboard alone",
        "10 of 10",
        lambda survey: failed_tasks(survey.lab),
        lambda _survey, found: tell_tasks(found),
    ),
    Measure("A5", "keyboard traps; controls or panes the keyboard misses", "0", _walked("A5")),
    Measure("A6", "targets under 24 px", "0", _walked("A6")),
    Measure("A7", "controls without a ring of 2 px and 3:1 for the keyboard", "0", _walked("A7")),
    Measure(
        "A8",
        "figures without alternative text",
        "0",
        lambda survey: figures_without_words(survey.lab.program.library),
    ),
    Measure(
        "A9",
        "reading grade of plain texts: highest; median",
        "8; 6.5",
        lambda survey: hard_texts(survey.grades),
        lambda survey, _: (
            f"{max(survey.grades.values()):.1f}; {median(survey.grades.values()):.1f}"
        ),
    ),
    Measure(
        "A10",
        "reading aloud: seconds until it starts; stops (without those of the PC's voice)",
        "1; 0.2",
        lambda survey: slow_speech(survey.speech),
        lambda survey, _: "; ".join(f"{took:.2f}" for took in survey.speech),
    ),
    Measure(
        "A11",
        "status messages that are not announced",
        "0",
        lambda survey: unannounced(survey.lab),
    ),
    Measure(
        "A12",
        "headings that skip a level",
        "0",
        lambda survey: skipped_headings(survey.lab.program.library),
    ),
    Measure("A13", "things that move by themselves", "0", _walked("A13")),
)
