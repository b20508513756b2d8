"""The watcher with real programs: killed, stopped, deaf, and left alone."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from livermets_desktop.children import NOT_STARTED, Event, Processes, environment_of_child
from livermets_desktop.heartbeat import VARIABLE

ROOT = Path(__file__).resolve().parent.parent
STAND_IN = ROOT / "tests" / "stand_in_kiosk.py"
HUNG = 3  # instead of 15 seconds
WATCH = f"""
import logging, sys
import livermets_desktop.kiosk_watch as watch
from livermets_desktop.children import Processes
logging.basicConfig(level=logging.INFO, format="%(message)s")
watch.HUNG_SECONDS = {HUNG}
children = Processes()
children.stop_on_signals()
sys.exit(watch.Watcher(children, [sys.executable, *sys.argv[1:]], ["/no/page"]).run())
"""
pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")


def until(true, seconds=10):
    """Return what a function gives, once it gives something."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := true():
            return found
        time.sleep(0.02)  # noqa: TID251  # another program is waited for
    raise TimeoutError


class Watched:
    """A watcher in a process of its own, and the journal of what it starts."""

    def __init__(self, journal, deeds, **environment):
        self.journal = journal
        self.process = subprocess.Popen(
            [sys.executable, "-c", WATCH, STAND_IN, journal, *deeds],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            stderr=subprocess.PIPE,
            text=True,
        )

    def starts(self):
        if not self.journal.exists():
            return []
        lines = self.journal.read_text().splitlines()
        return [(int(pid), float(when), path) for pid, when, path in map(str.split, lines)]

    def start(self, number):
        """Return process and time of the n-th start, once it happened."""
        return until(lambda: self.starts()[number - 1 :])[0][:2]

    def end(self):
        """Wait for the end; return code and log."""
        _, log = self.process.communicate(timeout=10)
        return self.process.returncode, log.splitlines()


@pytest.fixture
def watch(tmp_path):
    """Return a function that starts a watcher; what still runs is ended."""
    started = []

    def run(*deeds, **environment):
        started.append(Watched(tmp_path / "journal", deeds, **environment))
        return started[-1]

    yield run
    for one in started:
        one.process.kill()
        for pid, _, _ in one.starts():  # they hold the pipe of the log
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        one.process.communicate()


def gone(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def test_a_killed_screen_is_back_within_ten_seconds(watch):
    watched = watch("beat")
    pid, _ = watched.start(1)
    killed = time.monotonic()
    os.kill(pid, signal.SIGKILL)
    _, back = watched.start(2)
    assert back - killed < 10


def test_a_stopped_screen_is_ended_and_back(watch):
    watched = watch("beat")
    pid, started = watched.start(1)
    until(lambda: time.monotonic() > started + 2 * HUNG)  # it beats: nobody ends it
    assert len(watched.starts()) == 1
    os.kill(pid, signal.SIGSTOP)
    stopped = time.monotonic()
    _, back = watched.start(2)
    assert HUNG < back - stopped < HUNG + 10
    assert gone(pid)


@pytest.mark.parametrize("one", [signal.SIGTERM, signal.SIGINT])
def test_told_to_end_the_watcher_ends_a_deaf_screen_and_itself_at_once(watch, one):
    watched = watch("beat")
    pid, _ = watched.start(1)
    told = time.monotonic()
    watched.process.send_signal(one)
    code, log = watched.end()
    assert time.monotonic() - told < 5
    assert code == 0
    assert gone(pid)
    assert log[0] == "The watcher was told to end"


def test_a_screen_left_with_the_pin_is_not_started_again(watch):
    watched = watch("0")
    assert watched.end() == (0, ["The screen ended with exit code 0"])
    assert len(watched.starts()) == 1


def test_a_mistake_of_configuration_keeps_its_sentence_and_ends(watch):
    code, log = watch("2").end()
    assert code == 2
    assert log[0] == "A sentence."
    assert log[-1] == "A program cannot be started: FileNotFoundError"  # the page, here


def test_a_screen_whose_watcher_was_killed_ends_by_itself(watch):
    watched = watch("beat")
    pid, _ = watched.start(1)
    watched.process.kill()
    until(lambda: gone(pid))


def test_a_screen_knows_none_of_qts_switches_but_two(watch):
    watched = watch("0", QT_PLUGIN_PATH="/tmp/evil")  # noqa: S108
    watched.end()
    assert watched.starts()[0][2] == "None"


def test_the_environment_keeps_what_is_not_qts():
    given = {
        "PATH": "/bin",
        "QT_QPA_PLATFORM": "wayland",
        "QT_SCALE_FACTOR": "2",
        "QT_DEBUG_PLUGINS": "1",
        "Qt_Style_Override": "x",
        "QML_IMPORT_PATH": "/tmp",  # noqa: S108
        "WAYLAND_DISPLAY": "wayland-0",
    }
    assert environment_of_child(given) == {
        "PATH": "/bin",
        "QT_QPA_PLATFORM": "wayland",
        "QT_SCALE_FACTOR": "2",
        "WAYLAND_DISPLAY": "wayland-0",
        VARIABLE: "1",
    }


def test_a_program_that_cannot_be_started_ends_at_once():
    children = Processes()
    child = children.start(["/no/such/program"])
    assert children.event(1) == Event(child, NOT_STARTED)
    children.kill(child)


def test_without_an_event_the_wait_ends():
    children = Processes()
    before = children.clock()
    assert children.event(0.1) is None
    assert 0.1 <= children.clock() - before < 1
