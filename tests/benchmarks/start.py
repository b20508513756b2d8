"""Start of the program to its first painted article, and its memory, beside a bare window."""

import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.table import Bound, NotMeasuredError, Row

ROOT = Path(__file__).parents[2]
OURS, BARE = "tests.benchmarks.article_window", "tests.benchmarks.bare_window"
_PAINTED, _SEARCHABLE = "painted", "searchable"  # this process must not load Qt: pages are shared
_LONGEST_START = 30  # seconds
_AFTER_PAINT = 2
_FOLDERS = ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")


def starts(*, pairs: int) -> list[Row]:
    """Measure both from spawn to the first paint, alternately: the machine's drift hits both."""
    with _home() as home:
        _seconds_to_paint(OURS, home), _seconds_to_paint(BARE, home)  # warm-up
        times = [
            (_seconds_to_paint(OURS, home), _seconds_to_paint(BARE, home)) for _ in range(pairs)
        ]
    ours, bare = zip(*times, strict=True)
    name = "Start to the first painted article"
    return [Row(name, "s", ours, "bare window", bare, Bound("ratio", 2.0))]


def memory(*, runs: int) -> list[Row]:
    """Measure the proportional set size after the first paint, with the search index open."""
    name = "Memory (PSS) 2 s after the first paint"
    bound: Bound | None = Bound("median", 110)
    if not Path("/proc/self/smaps_rollup").exists():
        return [Row(name, "MB", other="bare window", bound=bound)]
    is_shared = _qt_runs_elsewhere()
    with _home() as home:
        _seconds_to_paint(OURS, home), _seconds_to_paint(BARE, home)  # warm-up
        ours = tuple(_megabytes(OURS, home, _SEARCHABLE) for _ in range(runs))
        bare = tuple(_megabytes(BARE, home) for _ in range(runs))
    if is_shared or _qt_runs_elsewhere():  # it may have been started meanwhile
        name, bound = "Memory (PSS), too low: another program shares Qt", None
    return [Row(name, "MB", ours, "bare window", bare, bound)]


def _qt_runs_elsewhere() -> bool:
    """Tell whether another program has Qt loaded: it bears its part of the shared pages."""
    return any("libQt6Core" in _maps(file) for file in Path("/proc").glob("[0-9]*/maps"))


def _maps(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:  # it ended, or belongs to somebody else
        return ""


def environment(home: str) -> dict[str, str]:
    """Return the environment of an installed program: own folders, and Python's bytecode kept."""
    own = {name: str(Path(home) / name.lower()) for name in _FOLDERS}
    kept = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(Path(home) / "bytecode")}
    quiet = {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false"}
    return os.environ | own | kept | quiet


def _home() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(ignore_cleanup_errors=True)


def _seconds_to_paint(module: str, home: str) -> float:
    start = time.perf_counter()
    with _window(module, home) as process:
        _wait_for(process, _PAINTED)
        return time.perf_counter() - start


def _megabytes(module: str, home: str, *words: str) -> float:
    with _window(module, home) as process:
        _wait_for(process, _PAINTED)
        threading.Event().wait(_AFTER_PAINT)
        for word in words:
            _wait_for(process, word)
        rollup = Path(f"/proc/{process.pid}/smaps_rollup").read_text(encoding="ascii")
    found = re.search(r"^Pss: +(\d+) kB", rollup, re.MULTILINE)
    if found is None:
        raise NotMeasuredError("the system tells no proportional set size")
    return int(found[1]) / 1024


@contextmanager
def _window(module: str, home: str) -> Iterator[subprocess.Popen[str]]:
    """Start a window in a process of its own, and end it."""
    with subprocess.Popen(
        [sys.executable, "-m", module],
        cwd=ROOT,
        env=environment(home),
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        patience = threading.Timer(_LONGEST_START, process.kill)
        patience.start()
        try:
            yield process
        finally:
            patience.cancel()
            process.kill()


def _wait_for(process: "subprocess.Popen[str]", word: str) -> None:
    line = process.stdout.readline().strip() if process.stdout else ""
    if line != word:
        raise NotMeasuredError(f"the window said “{line}” where “{word}” was due")
