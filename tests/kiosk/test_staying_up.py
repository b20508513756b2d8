"""The watcher with the real window: killed, stopped, and left by the PIN."""

import os
import signal
import time

import pytest

from livermets_desktop.heartbeat import HUNG_SECONDS
from tests.kiosk.processes import VISITOR, Screen, real_library

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
BACK_AFTER_CRASH, BACK_AFTER_HANG = 10, 25  # seconds


@pytest.fixture
def watched(tmp_path):
    """Return a function that starts the watcher with a visitor on its screen."""
    screen = Screen(tmp_path)

    def start(visit):
        screen.start(*VISITOR, "kiosk", "watch", "--library", real_library(), KIOSK_VISIT=visit)
        return screen

    yield start
    screen.end()


def seconds_to_come_back(screen, blow, most):
    """Hit a screen on which somebody reads; return how long it is to the painted start page."""
    reader = screen.wait_for("reads")
    hit = time.monotonic()
    os.kill(reader.process, blow)
    again = screen.wait_for("painted-attract", count=2, seconds=most + 5)
    assert again.process != reader.process
    return again.when - hit


@pytest.mark.kiosk_rule(22)
def test_a_killed_screen_is_back_on_the_start_page_within_ten_seconds(watched):
    screen = watched("read")
    seconds = seconds_to_come_back(screen, signal.SIGKILL, BACK_AFTER_CRASH)
    assert seconds <= BACK_AFTER_CRASH
    assert pages_painted_by_the_second(screen)[0] == "painted-attract"


@pytest.mark.kiosk_rule(23)
def test_a_hung_screen_is_ended_and_back_within_twenty_five_seconds(watched):
    screen = watched("read")
    reader = screen.wait_for("reads")
    seconds = seconds_to_come_back(screen, signal.SIGSTOP, BACK_AFTER_HANG)
    assert HUNG_SECONDS - 5 <= seconds <= BACK_AFTER_HANG
    with pytest.raises(ProcessLookupError):
        os.kill(reader.process, 0)


@pytest.mark.kiosk_rule(24)
def test_left_by_the_pin_the_watcher_ends_too(watched):
    screen = watched("leave")
    assert screen.process.wait(20) == 0
    assert len(screen.entries("painted-attract")) == 1


@pytest.mark.kiosk_rule(22)
def test_told_to_end_the_watcher_takes_the_screen_with_it(watched):
    screen = watched("read")
    reader = screen.wait_for("reads")
    screen.process.terminate()
    assert screen.process.wait(10) == 0
    with pytest.raises(ProcessLookupError):
        os.kill(reader.process, 0)


def pages_painted_by_the_second(screen):
    """Return what the second screen painted, in this order."""
    entries = [line.split() for line in screen.journal.read_text().splitlines()]
    first = entries[0][0]
    return [word for process, _, word in entries if process != first and "painted" in word]
