"""Take the measures and print the table; exit with 1 when a bound is broken.

Usage: python -m tests.access [--output FILE]
The table in the file, between its two marks, is written anew.
"""

import argparse
import os
import re
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import qInstallMessageHandler

from livermets_desktop import paths
from livermets_desktop.app import make_application
from tests.access.lab import Lab
from tests.access.measures import MEASURES, Survey

_PLACE = re.compile(r"(<!-- table -->\n).*(<!-- end of table -->)", re.DOTALL)


def table(survey):
    """Return the table as Markdown and the lines that say what broke a bound."""
    lines = ["| # | Measure | Bound | Found | Verdict |", "| --- | --- | ---: | ---: | --- |"]
    faults = []
    for measure in MEASURES:
        found = measure.find(survey)
        told = measure.tell(survey, found)
        verdict = "broken" if found else measure.verdict(survey)
        lines.append(f"| {measure.id} | {measure.words} | {measure.bound} | {told} | {verdict} |")
        faults += [f"{measure.id}: {fault}" for fault in found]
    return "\n".join(lines) + "\n", faults


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path)
    options = parser.parse_args()
    qInstallMessageHandler(lambda *_: None)
    application = make_application(paths.resources())
    with tempfile.TemporaryDirectory() as cache:
        lab = Lab(paths.shipped_library(), Path(cache))
        text, faults = table(Survey(lab))
        lab.close()
    application.quit()
    sys.stdout.write(text)
    sys.stderr.writelines(f"{fault}\n" for fault in faults)
    if options.output:
        page = options.output.read_text(encoding="utf-8")
        words = _PLACE.sub(lambda match: f"{match[1]}{text}{match[2]}", page)
        options.output.write_text(words, encoding="utf-8")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
