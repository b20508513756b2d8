"""Compiling the real content, as an author does it."""

import subprocess
import sys
import tempfile
import time

from tests.benchmarks.start import ROOT, environment
from tests.benchmarks.table import Row


def compiling(*, runs: int) -> list[Row]:
    """Run the command that compiles the content, from spawn to end."""
    with tempfile.TemporaryDirectory() as home:
        _seconds(home)  # warm-up
        times = tuple(_seconds(home) for _ in range(runs))
    return [Row("Compiling the content (whole command)", "s", times)]


def _seconds(home: str) -> float:
    command = [sys.executable, "-m", "livermets_desktop", "content", "build", "content"]
    output = ["--output", f"{home}/library"]
    env = environment(home)
    start = time.perf_counter()
    subprocess.run([*command, *output], cwd=ROOT, env=env, check=True, capture_output=True)
    return time.perf_counter() - start
