"""The real window on an X display with a window manager: keys, wishes to close, random touches."""

import os
import random
import re
import shutil
import subprocess
import time
from ctypes.util import find_library
from pathlib import Path

import pytest

from tests.kiosk.processes import VISITOR, Screen, real_library, until

PROGRAMS = ("Xvfb", "openbox", "xdotool", "wmctrl", "xprop", "xwininfo")
LIBRARY = "xcb-cursor"  # of Qt's plugin for X
MANAGER_KEYS = Path("/etc/xdg/openbox/rc.xml")
STARTS = re.compile(r"<keybind [^>]*>(?:(?!</keybind>).)*\"Execute\".*?</keybind>", re.DOTALL)
SIZE = (1280, 800)
KEYS = (
    *("alt+F4", "ctrl+q", "ctrl+w", "F11", "Escape", "alt+Tab", "super", "F1", "F10", "Menu"),
    *("ctrl+p", "ctrl+o", "ctrl+s", "ctrl+n", "ctrl+Tab", "ctrl+alt+t", "ctrl+shift+i", "F12"),
    *("alt+Left", "alt+f", "ctrl+f", "ctrl+F4", "shift+F10", "Print", "ctrl+c", "ctrl+v"),
)
CALM = 0.15  # seconds in which a window would go away
EVENTS = 200


class Desk:
    """A display with a window manager."""

    def __init__(self, folder):
        out, into = os.pipe()
        size = f"{SIZE[0]}x{SIZE[1]}x24"
        command = ("Xvfb", "-noreset", "-displayfd", str(into), "-screen", "0", size)
        self._folder = folder
        self._log = (folder / "desk").open("wb")
        self._processes = [self._start(*command, pass_fds=(into,))]
        os.close(into)
        with os.fdopen(out) as told:
            self.display = f":{told.readline().strip()}"

    def start(self):
        """Start the window manager, with all its keys but those that start programs.

        Those are the system's to hold; if a program is missing, openbox says so above everything.
        """
        keys = self._folder / "rc.xml"
        keys.write_text(STARTS.sub("", MANAGER_KEYS.read_text("utf-8")), "utf-8")
        self._processes.append(self._start("openbox", "--sm-disable", "--config-file", keys))
        until(lambda: "window id" in self.tell("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"))

    def tell(self, *command, words=None):
        """Run a program on the display and return its output."""
        done = subprocess.run(
            command,
            capture_output=True,
            check=False,
            env=self._environment(),
            input=words,
            text=True,
        )
        return done.stdout

    def end(self):
        """End it all."""
        for process in reversed(self._processes):
            process.terminate()
            process.wait(10)
        self._log.close()

    def _start(self, *command, **more):
        environment = self._environment() if hasattr(self, "display") else os.environ
        said = {"stdin": subprocess.DEVNULL, "stdout": self._log, "stderr": self._log}
        return subprocess.Popen(command, env=environment, **said, **more)

    def _environment(self):
        return {**os.environ, "DISPLAY": self.display}


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A display of its own."""
    if missing := [one for one in PROGRAMS if not shutil.which(one)]:
        pytest.skip(f"not installed: {', '.join(missing)}")
    if not find_library(LIBRARY):
        pytest.skip(f"not installed: lib{LIBRARY}")
    desk = Desk(tmp_path_factory.mktemp("desk"))
    try:
        desk.start()
        yield desk
    finally:
        desk.end()


@pytest.fixture
def screen(desk, tmp_path):
    """A public screen on the display, with somebody who reads."""
    screen = Screen(tmp_path)
    screen.start(
        *(*VISITOR, "--kiosk", "--library", real_library()),
        KIOSK_VISIT="read",
        QT_QPA_PLATFORM="xcb",
        DISPLAY=desk.display,
        LIVERMETS_HEARTBEAT="1",
    )
    try:
        screen.wait_for("reads")
        (screen.window,) = until(lambda: windows(desk))
        until(lambda: full(desk, screen.window))
        yield screen
    finally:
        screen.end()


def windows(desk):
    """Return the numbers of the windows, the highest last."""
    told = desk.tell("xprop", "-root", "_NET_CLIENT_LIST_STACKING")
    return re.findall(r"0x\w+", told)


def full(desk, window):
    """Tell whether a window is seen and fills the screen, above all others."""
    state = desk.tell("xprop", "-id", window, "_NET_WM_STATE")
    shape = desk.tell("xwininfo", "-id", window)
    return (
        "_NET_WM_STATE_FULLSCREEN" in state
        and "_NET_WM_STATE_HIDDEN" not in state
        and "IsViewable" in shape
        and f"-geometry {SIZE[0]}x{SIZE[1]}+0+0" in shape
        and windows(desk)[-1] == window
    )


def calm(seconds=CALM):
    """Give a window the time in which it would go away."""
    time.sleep(seconds)  # noqa: TID251  # what must not happen cannot be waited for


@pytest.mark.kiosk_rule(10)
def test_no_key_leads_out(desk, screen):
    left = []
    for key in KEYS:
        desk.tell("xdotool", "key", "--clearmodifiers", key)
        calm()
        if screen.process.poll() is not None or not full(desk, screen.window):
            left.append(key)
    calm(1)
    assert left == []
    assert full(desk, screen.window)


@pytest.mark.kiosk_rule(9, 10)
def test_the_window_manager_may_not_close_it(desk, screen):
    for _ in range(3):
        desk.tell("wmctrl", "-i", "-c", screen.window)
        calm()
    calm(1)
    assert screen.process.poll() is None
    assert full(desk, screen.window)


@pytest.mark.kiosk_rule(10)
@pytest.mark.parametrize(
    "wish",
    [
        ("xdotool", "windowminimize"),
        ("wmctrl", "-b", "remove,fullscreen", "-i", "-r"),
    ],
    ids=["minimised", "not full"],
)
def test_made_smaller_it_fills_the_screen_again(desk, screen, wish):
    desk.tell(*wish, screen.window)
    calm()
    assert until(lambda: full(desk, screen.window), 5)
    assert screen.process.poll() is None


@pytest.mark.kiosk_rule(21)
def test_random_touches_and_keys_leave_it_full_and_answering(desk, screen):
    dice = random.Random(21)  # noqa: S311  # the same touches each time
    events = [random_event(dice) for _ in range(EVENTS)]
    desk.tell("xdotool", "-", words="\n".join(events))
    beats = len(screen.out)
    assert until(lambda: len(screen.out) > beats)  # it still answers
    assert screen.process.poll() is None
    assert full(desk, screen.window)
    assert screen.log == ""


def random_event(dice):
    """Return what xdotool shall do."""
    if dice.random() < 0.6:
        x, y = (dice.randrange(side) for side in SIZE)
        return f"mousemove {x} {y} click 1"
    key = dice.choice([*KEYS, *"abcdefghij", "Tab", "Return", "space", "BackSpace", "Down"])
    return f"key --delay 2 {key}"
