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

from livermets_desktop.heartbeat import VARIABLE
from livermets_desktop.pin import hash_pin

NAME = "livermets-desktop"
# What comes with the speech service of a PC, which it need not have.
OF_SPEECH = ("libspeechd", "libpulse")
MOST_MEGABYTES = 180  # with the client of the system's print service and what that needs
NOBODY = "65534"
SECONDS = 120
ALIVE = 10  # seconds of a public screen
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
        """Copy the program and check all that it must do, and whose libraries it loads."""
        self._check_size(frozen)
        shutil.copytree(frozen, self._folder, symlinks=True)
        self._make_read_only()
        self._check_search()
        self._check_article()
        self._check_window()
        self._check_kiosk()
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
        print("ok: the window opened, searched, read, made a PDF and closed")

    def _check_kiosk(self) -> None:
        """Check that the public screen takes its file, and lives with it where the system lets us.

        The file has to lie where only an administrator can write: a user of our own, seen by none.
        """
        file = self._folder.parent / "xdg" / NAME / "kiosk.toml"
        file.parent.mkdir(parents=True)
        file.write_text(f'pin = "{hash_pin("13579")}"\n', encoding="utf-8")
        self._call("kiosk", "check", str(file))
        as_root = ("unshare", "--map-root-user", "--mount")
        if sys.platform != "linux" or not self._can(*as_root):
            print("ok: kiosk check; no public screen was started here")
            return
        mounted = f'mount --bind {file.parent.parent} /etc/xdg && exec timeout {ALIVE} "$@"'
        before = (*as_root, "env", f"{VARIABLE}=1", "sh", "-c", mounted, "sh")
        answer = self._answer("--kiosk", before=before)
        said = answer.stderr.decode("utf-8", "replace").strip()
        _expect(answer.stdout.startswith(b"."), f"the public screen lives {said}".strip())

    def _can(self, *command: str) -> bool:
        tried = subprocess.run([*self._user(), *command, "true"], check=False, capture_output=True)
        return tried.returncode == 0

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
        missing = [name for name in missing if not name.startswith(OF_SPEECH)]
        _expect(not missing, f"{len(plugins)} plug-ins, libraries not found: {missing or 'none'}")
        needed = set(re.findall(rf"=> ({QT_LIBRARY})", answer.stdout))
        _expect(self._only_own(needed), f"{len(needed)} libraries of Qt needed, all its own")

    def _only_own(self, libraries: set[str]) -> bool:
        return bool(libraries) and all(name.startswith(str(self._folder)) for name in libraries)

    def _call(self, *arguments: str, before: Sequence[str] = ()) -> str:
        answer = self._answer(*arguments, before=before)
        if answer.returncode != 0:
            said = answer.stderr.decode("utf-8", "replace").strip()
            raise SmokeError(f"{' '.join(arguments)}: exit code {answer.returncode}: {said}")
        return answer.stdout.decode("utf-8")

    def _answer(
        self, *arguments: str, before: Sequence[str] = ()
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [*self._user(), *before, str(self._folder / NAME), *arguments],
            check=False,
            capture_output=True,
            cwd=self._folder.parent,
            env=self._environment,
            timeout=SECONDS,
        )

    @staticmethod
    def _user() -> Sequence[str]:
        if sys.platform == "linux" and os.geteuid() == 0:
            return "setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"
        return ()


def _expect(holds: bool, what: str) -> None:  # noqa: FBT001  # reads as a sentence
    if not holds:
        raise SmokeError(what)
    print(f"ok: {what}")


if __name__ == "__main__":
    sys.exit(main())
