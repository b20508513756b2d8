"""Write the notices of everything by others that is in the frozen program.

Usage: python -m tools.notices FROZEN_FOLDER --output FILE
"""

import argparse
import json
import platform
import shutil
import subprocess
import sysconfig
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Any

from tools.runtime import runtime_packages

LICENCES = Path(__file__).resolve().parent / "licences"
RULE = "=" * 80

ABOUT = """\
LiverMets Desktop: notices of the software and fonts by others in this folder

Each part below stays under its own licence. LiverMets Desktop itself is under Apache-2.0
(LICENSE), its articles and figures under CC-BY-4.0 (LICENSES/CC-BY-4.0.txt), the typeface
Atkinson Hyperlegible under OFL-1.1 (LICENSES/OFL-1.1.txt).
"""

QT = """\
Qt and PySide6 under the GNU Lesser General Public License, version 3

This program uses Qt, PySide6 and Shiboken6, Copyright (C) The Qt Company Ltd. and other
contributors, under the LGPL-3.0. They are used unmodified, as published in the packages
PySide6-Essentials and PySide6-Addons {pyside} and shiboken6 {shiboken} on the Python Package Index.

What this means for you:
- The libraries are separate files in this folder (_internal/PySide6 and _internal/shiboken6).
  You may replace each of them by another build of the same version series, your own included;
  the program loads what it finds there. Nothing prevents it or asks for a key.
- You may study and take apart this program as far as needed to make such a change work.
- The source code is to be had from the publisher of the libraries:
  https://download.qt.io/official_releases/qt/ and
  https://download.qt.io/official_releases/QtForPython/ (version {pyside}).
- Qt contains code by others under their own licences, listed at
  https://doc.qt.io/qt-6/licenses-used-in-qt.html

The texts of the LGPL-3.0 and of the GPL-3.0, on which it builds, stand at the end of this file.
"""


def main() -> None:
    """Write the notices and say how many parts they name."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("frozen", type=Path)
    parser.add_argument("--output", type=Path, required=True)
    arguments = parser.parse_args()
    parts = list(_parts(arguments.frozen))
    text = f"\n{RULE}\n".join(part.strip() + "\n" for part in parts)
    arguments.output.write_text(text, encoding="utf-8", newline="\n")
    print(f"{arguments.output}: {len(parts)} parts")


def _parts(frozen: Path) -> Iterator[str]:
    packages = runtime_packages()
    versions = {package.name.lower(): package.version for package in packages}
    yield ABOUT
    yield QT.format(pyside=versions["pyside6_essentials"], shiboken=versions["shiboken6"])
    yield f"Python {platform.python_version()}\n\n{_python_licence()}"
    for package in [*packages, distribution("pyinstaller")]:
        yield package_notice(package)
    yield from _system_notices(frozen)
    for name in ("LGPL-3.0", "GPL-3.0"):
        yield (LICENCES / f"{name}.txt").read_text(encoding="utf-8")


def package_notice(package: Distribution) -> str:
    """Return name, version, licence and home page of a package, and its licence files."""
    about = package.metadata.json
    licence = about.get("license_expression") or about.get("license") or "see below"
    lines = [f"{package.name} {package.version}", f"Licence: {licence}"]
    home = about.get("home_page") or next(iter(about.get("project_url", ())), "")
    lines += [f"Home page: {str(home).split(', ')[-1]}"] if home else []
    lines += [f"\n{text}" for text in _licence_texts(package)]
    lines += [f"\nCompiled into it:\n{crates}" for crates in _compiled_in(package)]
    return "\n".join(lines)


def _licence_texts(package: Distribution) -> Iterator[str]:
    for name in package.metadata.get_all("License-File") or ():
        for file in package.files or ():
            if file.name == Path(name).name and ".dist-info" in str(file.parent):
                yield file.read_text(encoding="utf-8")


def _compiled_in(package: Distribution) -> Iterator[str]:
    """Name the libraries of a package's own bill of materials, with their licences."""
    for file in package.files or ():
        if file.name.endswith(".cyclonedx.json"):
            parts = json.loads(file.read_text(encoding="utf-8")).get("components", ())
            yield "\n".join(_line(part) for part in parts)


def _line(part: dict[str, Any]) -> str:
    licences = ", ".join(str(entry.get("expression") or entry) for entry in part["licenses"])
    return f"  {part['name']} {part['version']}: {licences}"


def _python_licence() -> str:
    """Return Python's licence; Debian keeps it with the package's other papers."""
    beside = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    if not beside.is_file():
        beside = Path(f"/usr/share/doc/python{sysconfig.get_python_version()}/copyright")
    return beside.read_text(encoding="utf-8")


def _system_notices(frozen: Path) -> Iterator[str]:
    """Return the papers of the Debian packages whose libraries are in the folder."""
    if shutil.which("dpkg-query") is None:
        return
    libraries = sorted(path.name for path in (frozen / "_internal").glob("*.so*"))
    for package, files in sorted(_debian_packages(libraries).items()):
        papers = Path("/usr/share/doc") / package / "copyright"
        yield f"{', '.join(files)}\nfrom Debian's package {package}\n\n{_text(papers)}"


def _debian_packages(libraries: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for library in libraries:
        asked = ["dpkg-query", "--search", f"*/{library}"]
        answer = subprocess.run(asked, check=False, capture_output=True, text=True)
        if answer.stdout:
            package = answer.stdout.split(":", maxsplit=1)[0]
            found.setdefault(package, []).append(library)
    return found


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    main()
