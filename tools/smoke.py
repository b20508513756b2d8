"""Try the frozen program as a stranger would: read-only, no home folder, no Python, no system Qt.

Usage: python -m tools.smoke FROZEN_FOLDER

On Linux, run as root, the program runs as the user "nobody" from a copy that it cannot write to.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

NAME = "livermets-desktop"
MOST_MEGABYTES = 180  # with the client of the system's print service and what that needs
NOBODY = "65534"
SECONDS = 120
QT_LIBRARY = r"\S*/lib(?:Qt6|pyside6|shiboken6)\S*"


def main() -> int:
    """Run every check, print what was checked, and return 1 if one failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("frozen", type=Path)
    frozen = parser.parse_args().frozen
    with tempfile.TemporaryDirectory(prefix="smoke-") as name:
        place = Path(name).resolve()
        place.chmod(0o755)
        smoke = Smoke(place)
        try:
            smoke.run(frozen)
        except SmokeError as error:
            print(f"FAILED: {error}")
            return 1
    return 0


class SmokeError(Exception):
    """Say what the frozen program does not do."""


class Smoke:
    """Hold a read-only copy of the frozen program and the environment it runs in."""

    def __init__(self, place: Path) -> None:
        self._folder = place / NAME
        self._traces = place / "traces"
        self._environment = {
            "HOME": str(place / "no-home"),
            "LANG": "C.UTF-8",
            "PATH": os.defpath,
            "QT_QPA_PLATFORM": "offscreen",
        }
        if sys.platform == "win32":
            self._environment |= {"SYSTEMROOT": os.environ["SYSTEMROOT"]}

    def run(self, frozen: Path) -> None:
        """Copy the program and check size, search, article, window and loaded libraries."""
        self._check_size(frozen)
        shutil.copytree(frozen, self._folder, symlinks=True)
        self._make_read_only()
        self._check_search()
        self._check_article()
        self._check_window()
        if sys.platform == "linux":
            self._check_loaded_libraries()
            self._check_needed_libraries()

    def _check_size(self, frozen: Path) -> None:
        files = [path for path in frozen.rglob("*") if path.is_file() and not path.is_symlink()]
        megabytes = sum(path.stat().st_size for path in files) / 1_000_000
        _expect(megabytes <= MOST_MEGABYTES, f"{megabytes:.0f} MB, at most {MOST_MEGABYTES}")

    def _make_read_only(self) -> None:
        for path in [self._folder, *self._folder.rglob("*")]:
            if not path.is_symlink():
                path.chmod(path.stat().st_mode & 0o555)
        self._traces.mkdir()
        self._traces.chmod(0o777)

    def _check_search(self) -> None:
        hits = json.loads(self._call("search", "jaundice", "--json"))
        first = hits[0] if hits else {}
        about = " ".join(str(first.get(key)) for key in ("title", "heading", "snippet"))
        _expect("jaundice" in about.lower(), f"search jaundice: {first.get('title')}")

    def _check_article(self) -> None:
        text = self._call("show", "ct-scan")
        _expect("CT" in text, f"show ct-scan: {len(text)} characters")

    def _check_window(self) -> None:
        self._call("--self-test")
        print("ok: the window opened, searched, read and closed")

    def _check_loaded_libraries(self) -> None:
        """Check that no library of Qt comes from the system."""
        tracing = ["env", "LD_DEBUG=libs", f"LD_DEBUG_OUTPUT={self._traces}/libraries"]
        self._call("--self-test", before=tracing)
        traces = "".join(path.read_text() for path in self._traces.iterdir())
        loaded = set(re.findall(rf"calling init: ({QT_LIBRARY})", traces))
        _expect(self._only_own(loaded), f"{len(loaded)} libraries of Qt loaded, all its own")

    def _check_needed_libraries(self) -> None:
        """Check the same for what every plug-in would load, those for other displays included."""
        plugins = [str(path) for path in self._folder.rglob("plugins/*/*.so")]
        answer = subprocess.run(["ldd", *plugins], check=True, capture_output=True, text=True)
        missing = sorted(set(re.findall(r"(\S+) => not found", answer.stdout)))
        _expect(not missing, f"{len(plugins)} plug-ins, libraries not found: {missing or 'none'}")
        needed = set(re.findall(rf"=> ({QT_LIBRARY})", answer.stdout))
        _expect(self._only_own(needed), f"{len(needed)} libraries of Qt needed, all its own")

    def _only_own(self, libraries: set[str]) -> bool:
        return bool(libraries) and all(name.startswith(str(self._folder)) for name in libraries)

    def _call(self, *arguments: str, before: Sequence[str] = ()) -> str:
        command = [*before, str(self._folder / NAME), *arguments]
        if sys.platform == "linux" and os.geteuid() == 0:
            user = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
            command = [*user, *command]
        answer = subprocess.run(
            command,
            check=False,
            capture_output=True,
            cwd=self._folder.parent,
            env=self._environment,
            timeout=SECONDS,
        )
        if answer.returncode != 0:
            said = answer.stderr.decode("utf-8", "replace").strip()
            raise SmokeError(f"{' '.join(arguments)}: exit code {answer.returncode}: {said}")
        return answer.stdout.decode("utf-8")


def _expect(holds: bool, what: str) -> None:  # noqa: FBT001  # reads as a sentence
    if not holds:
        raise SmokeError(what)
    print(f"ok: {what}")


if __name__ == "__main__":
    sys.exit(main())
