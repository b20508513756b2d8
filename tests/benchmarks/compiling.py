"""Compiling the real content, as an author does it."""

import subprocess
import sys
import tempfile
import time

from tests.benchmarks.start import ROOT
from tests.benchmarks.table import Row


def compiling(*, runs: int) -> list[Row]:
    """Run the command that compiles the content, from spawn to end."""
    return [
        Row("Compiling the content (whole command)", "s", tuple(_seconds() for _ in range(runs)))
    ]


def _seconds() -> float:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "livermets_desktop", "content", "build", "content"]
        start = time.perf_counter()
        subprocess.run(
            [*command, "--output", f"{folder}/library"], cwd=ROOT, check=True, capture_output=True
        )
        return time.perf_counter() - start
