"""The watcher of a public screen, by a clock of its own: nothing here waits."""

import logging
from heapq import heappop, heappush

import pytest

from livermets_desktop.children import STOP, Event
from livermets_desktop.heartbeat import EVERY_SECONDS
from livermets_desktop.kiosk_watch import LEFT, MISTAKE, Watcher

KIOSK, PAGE = ("kiosk",), ("page",)
CRASH = 1
START = 2  # seconds from the start of a program to its first beat


class Scene:
    """Children that do what was written down for each of their starts, on a clock that jumps."""

    def __init__(self, *kiosks, page=()):
        self.now = 0.0
        self.told = []
        self._kiosks, self._page = list(kiosks), page
        self._due = []
        self._alive = set()
        self._last = 0

    def clock(self):
        return self.now

    def start(self, command):
        self._last += 1
        self.told.append((self.now, "+", command[0]))
        self._alive.add(self._last)
        for seconds, code in self._kiosks.pop(0) if command == KIOSK else self._page:
            event = STOP if code == "stop" else Event(self._last, code)
            heappush(self._due, (self.now + seconds, len(self._due), event))
        return self._last

    def kill(self, child):
        self._alive.discard(child)
        self.told.append((self.now, "-", child))

    def event(self, seconds):
        until = self.now + seconds
        while self._due and self._due[0][0] <= until:
            self.now, _, event = heappop(self._due)
            if event == STOP or event.child in self._alive:
                return event
        self.now = until
        return None

    def starts(self, command):
        return [when for when, what, name in self.told if (what, name) == ("+", command[0])]


def beats(last, start=START):
    """A program that beats from its start until `last` seconds."""
    return [(start + number * EVERY_SECONDS, None) for number in range(int(last) // EVERY_SECONDS)]


def run(scene):
    return Watcher(scene, KIOSK, PAGE).run()


def test_a_screen_left_with_the_pin_ends_the_watcher():
    scene = Scene([*beats(60), (60, LEFT)])
    assert run(scene) == LEFT
    assert scene.now == 60
    assert len(scene.starts(KIOSK)) == 1
    assert scene.starts(PAGE) == []


def test_a_crash_is_mended_after_a_second():
    scene = Scene([(START, None), (4, CRASH)], [(1, LEFT)])
    assert run(scene) == LEFT
    assert scene.starts(KIOSK) == [0, 5]


def test_a_screen_that_beats_is_left_alone_for_days():
    days = 3 * 24 * 3600
    scene = Scene([*beats(days), (days, LEFT)])
    assert run(scene) == LEFT
    assert scene.now == days


def test_a_screen_hangs_when_its_last_beat_is_15_seconds_old():
    scene = Scene([(2, None), (7, None)], [(1, LEFT)])
    assert run(scene) == LEFT
    assert (7 + 15, "-", 1) in scene.told
    (_, again) = scene.starts(KIOSK)
    assert again + START - 7 <= 25


def test_a_hung_screen_is_ended_before_the_next_begins():
    scene = Scene([(2, None)], [(1, LEFT)])
    run(scene)
    told = [(what, name) for _, what, name in scene.told]
    assert told == [("+", "kiosk"), ("-", 1), ("+", "kiosk"), ("-", 2)]


def test_the_first_beat_has_30_seconds():
    scene = Scene([(29, None), (31, LEFT)])
    assert run(scene) == LEFT
    assert len(scene.starts(KIOSK)) == 1
    scene = Scene([(31, None), (40, CRASH)], [(1, LEFT)])
    run(scene)
    assert scene.starts(KIOSK) == [0, 31]


def test_pauses_grow_and_each_crash_is_mended_within_ten_seconds():
    scene = Scene(*[[(3, CRASH)]] * 4, [(3, LEFT)])
    run(scene)
    first, *more = scene.starts(KIOSK)
    pauses = [later - earlier - 3 for earlier, later in zip([first, *more], more, strict=False)]
    assert pauses == [1, 2, 4, 4]
    assert max(pauses) + START <= 10


def test_five_failures_within_five_minutes_show_the_plain_page_for_three_minutes():
    scene = Scene(*[[(3, CRASH)]] * 5, [(1, LEFT)])
    assert run(scene) == LEFT
    (page,) = scene.starts(PAGE)
    fifth, sixth = scene.starts(KIOSK)[-2:]
    assert (page, sixth) == (fifth + 3, fifth + 3 + 180)
    assert (sixth, "-", 6) in scene.told


def test_each_failure_soon_after_the_page_brings_the_page_again():
    scene = Scene(*[[(3, CRASH)]] * 8, [(1, LEFT)])
    run(scene)
    assert len(scene.starts(PAGE)) == 4


def test_a_screen_that_stayed_up_after_the_page_is_mended_as_at_first():
    hours = [*beats(7200), (7200, CRASH)]
    scene = Scene(*[[(3, CRASH)]] * 5, hours, [(1, LEFT)])
    run(scene)
    assert len(scene.starts(PAGE)) == 1
    assert scene.starts(KIOSK)[-1] == scene.starts(KIOSK)[-2] + 7200 + 1


def test_seldom_failures_never_show_the_page():
    scene = Scene(*[[*beats(100), (100, CRASH)]] * 50, [(1, LEFT)])
    run(scene)
    assert scene.starts(PAGE) == []


def test_a_page_that_ends_does_not_hurry_the_screen():
    scene = Scene(*[[(3, CRASH)]] * 5, [(1, LEFT)], page=[(1, CRASH)])
    run(scene)
    assert scene.starts(KIOSK)[-1] - scene.starts(PAGE)[-1] == 180


def test_a_mistake_of_configuration_is_tried_once_and_shows_the_page():
    scene = Scene([(1, MISTAKE)], page=[(36_000, "stop")])
    assert run(scene) == MISTAKE
    assert (scene.starts(KIOSK), scene.starts(PAGE)) == ([0], [1])
    assert scene.told[-1] == (36_001, "-", 2)


def test_where_no_page_can_be_shown_a_mistake_ends_the_watcher():
    scene = Scene([(1, MISTAKE)], page=[(2, CRASH)])
    assert run(scene) == MISTAKE
    assert scene.now == 3


@pytest.mark.parametrize("when", [1, 4, 5.5])
def test_told_to_end_the_watcher_ends_the_screen_and_itself_at_once(when):
    scene = Scene([(2, None), (when, "stop"), (5, CRASH)])
    assert run(scene) == LEFT
    assert scene.now == when
    assert scene.told[-1][1:] == ("-", 1)


def test_told_to_end_during_the_page_the_watcher_ends_that_too():
    scene = Scene(*[[(3, CRASH)]] * 5, page=[(7, "stop")])
    assert run(scene) == LEFT
    assert scene.now == scene.starts(PAGE)[0] + 7
    assert scene.told[-1][1:] == ("-", 6)


def test_beats_of_a_screen_that_was_ended_do_not_count():
    late = [(2, None), (20, None), (25, None), (30, None)]
    scene = Scene(late, [(31, CRASH)], [(1, LEFT)])
    scene.kill = lambda child: scene.told.append((scene.now, "-", child))  # its beats still come
    run(scene)
    assert scene.starts(KIOSK)[1:] == [18, 18 + 30 + 2]


def test_the_log_holds_reasons_and_counts(caplog):
    caplog.set_level(logging.INFO)
    run(Scene(*[[(3, CRASH)]] * 4, [(2, None)], [(1, MISTAKE)], page=[(1, CRASH)]))
    assert caplog.messages[:2] == [
        "The screen ended with exit code 1",
        "Failure 1 of 5: again in 1 s",
    ]
    assert caplog.messages[-5:] == [
        "Failure 4 of 5: again in 4 s",
        "The screen hung and was ended",
        "Failure 5 of 5: out of order for 180 s",
        "The screen ended with exit code 2",
        "The screen is set up wrongly: livermets-desktop kiosk check says how",
    ]
