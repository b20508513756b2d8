"""The public screen as a process of its own, with a home and a file of its own."""

import os
import subprocess
import sys
import time
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import NamedTuple

from livermets_desktop import paths
from livermets_desktop.authoring.build import build
from livermets_desktop.pin import hash_pin

ROOT = Path(__file__).resolve().parent.parent.parent
PIN = "271828"
VISITOR = (sys.executable, "-B", "-m", "tests.kiosk.visitor")
KIOSK = f"""
pin = "{hash_pin(PIN)}"
[session]
idle = 3600
idle_on_article = 3600
[printing]
printer = "foyer"
[sound]
volume = 0
[addresses]
default = "https://hospital.example/liver"
"""


class Entry(NamedTuple):
    """A line of the journal."""

    process: int
    when: float
    word: str


class Screen:
    """One screen, its folder, its home and its journal."""

    def __init__(self, folder):
        self.folder, self.home = folder, folder / "home"
        self.journal = folder / "journal"
        (self.home / "tmp").mkdir(parents=True)
        (folder / "kiosk.toml").write_text(KIOSK)
        self.process = None

    @property
    def log(self):
        """Return what the program logged."""
        file = self.home / "state" / "livermets-desktop" / "kiosk.log"
        return file.read_text() if file.exists() else ""

    @property
    def out(self):
        """Return what the program wrote to its output."""
        return (self.folder / "out").read_text()

    def environment(self, **more):
        """Return an environment with a home in the screen's folder, and no switches of Qt."""
        usual = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
        return {
            **usual,
            "QT_QPA_PLATFORM": "offscreen",
            "HOME": str(self.home),
            **{
                f"XDG_{one.upper()}_HOME": str(self.home / one)
                for one in ("config", "state", "cache", "data")
            },
            "TMPDIR": str(self.home / "tmp"),
            "PYTHONPATH": str(ROOT),
            "KIOSK_FILE": str(self.folder / "kiosk.toml"),
            "KIOSK_JOURNAL": str(self.journal),
            **more,
        }

    def start(self, *command, **environment):
        """Start a command of the program; what it says goes into files of the folder."""
        with (self.folder / "out").open("wb") as out, (self.folder / "err").open("wb") as err:
            self.process = subprocess.Popen(
                list(map(str, command)),
                cwd=ROOT,
                env=self.environment(**environment),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
            )

    def run(self, *command, **environment):
        """Run a command to its end; return its exit code."""
        self.start(*command, **environment)
        try:
            return self.process.wait(45)
        finally:
            self.end()

    def entries(self, word):
        """Return the lines of the journal with this word."""
        if not self.journal.exists():
            return []
        lines = map(str.split, self.journal.read_text().splitlines())
        entries = [Entry(int(process), float(when), told) for process, when, told in lines]
        assert "gave-up" not in [one.word for one in entries], (self.folder / "err").read_text()
        return [one for one in entries if one.word == word]

    def wait_for(self, word, count=1, seconds=20):
        """Return the n-th line with this word, once it is there."""
        return until(lambda: self.entries(word)[count - 1 : count], seconds)[0]

    def end(self):
        """End what still runs."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def until(true, seconds=20):
    """Return what a function gives, once it gives something."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := true():
            return found
        time.sleep(0.02)  # noqa: TID251  # another program is waited for
    raise TimeoutError


@cache
def real_library():
    """Return the library that ships, compiled here if that was not done before."""
    shipped = paths.shipped_library()
    if shipped.is_dir():
        return shipped
    folder = Path(mkdtemp()) / "library"
    build(paths.content(), folder, resources=paths.resources(), today=date.today())
    return folder
