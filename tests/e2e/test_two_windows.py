"""Two windows of one user at once: the second reads everything and keeps nothing."""

import json
import os
import subprocess
import sys
from contextlib import contextmanager

import pytest

OPEN_ALREADY = "LiverMets Desktop is open already: changes in this window are not kept."


@pytest.fixture
def environment(tmp_path):
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")
    home = {name: str(tmp_path / "home" / name.lower()) for name in names}
    return home | {"QT_QPA_PLATFORM": "offscreen"}


@pytest.fixture
def day(run_process, library, environment):
    """Return a function that lives through a day, from start to end."""

    def run(name):
        command = (sys.executable, "-m", "tests.e2e.reader", name, library)
        done = run_process(*command, **environment)
        assert (done.code, done.err) == (0, "")
        return json.loads(done.out)

    return run


@pytest.fixture
def first_window(library, environment):
    """Return a context with another window open, which chose dark colours."""

    @contextmanager
    def open_window():
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.e2e.reader", "stays", str(library)],
            stdout=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            env=os.environ | environment,
        )
        try:
            assert process.stdout.readline() == b"here\n"
            yield
        finally:
            process.kill()
            process.communicate()

    return open_window


def kept(tmp_path):
    home = tmp_path / "home"
    files = {path for path in home.rglob("*") if path.suffix in (".json", ".bad")}
    return {path.name: path.read_text() for path in files}


def test_a_second_window_works_and_keeps_nothing(first_window, day, tmp_path):
    with first_window():
        before = kept(tmp_path)
        assert json.loads(before["settings.json"])["theme"] == "dark"
        seen = day("first")
        assert (seen["opened"][0], seen["notice"]) == ("ct-scan", OPEN_ALREADY)
        assert kept(tmp_path) == before
        assert day("second")["notice"] == OPEN_ALREADY


def test_a_lock_that_a_killed_window_left_is_taken_over(first_window, day, tmp_path):
    with first_window():
        pass
    assert list((tmp_path / "home").rglob("window.lock"))
    assert day("first")["notice"] == ""
    assert day("second")["recent"] == ["blood-tests", "ct-scan"]
    assert not list((tmp_path / "home").rglob("window.lock"))
