"""Collect the words of the window in resources/translations, and compile the translations.

Usage: python -m tools.translations [--folder FOLDER] [LANGUAGE ...]

A language that has no file yet, such as `de` or `pt_BR`, gets one. `livermets-desktop_en.ts` is the
template; it translates nothing but the forms of one and of many.
"""

import argparse
import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree.ElementTree import Element

import PySide6
from defusedxml.ElementTree import parse

from livermets_desktop import paths
from livermets_desktop.ui.actions import ACTIONS, MENUS

NAME = "livermets-desktop"
PACKAGE = Path(__file__).resolve().parent.parent / "livermets_desktop"
_TOOLS = Path(PySide6.__file__).parent
_PLACEHOLDER = re.compile(r"\{\d\}|%L?n")


def collect(folder: Path, languages: set[str]) -> None:
    """Write all words into the file of each language; what is translated stays."""
    with TemporaryDirectory() as temporary:
        listed = Path(temporary) / "listed.py"
        listed.write_text("\n".join(_listed()), encoding="utf-8")
        sources = [*sorted(PACKAGE.rglob("*.py")), listed]
        for language in sorted(languages):
            file = folder / f"{NAME}_{language}.ts"
            options = ["-silent", "-extensions", "py", "-locations", "none", "-sort-messages"]
            options += ["-no-obsolete", "-source-language", "en", "-target-language", language]
            _run("lupdate", *options, *sources, "-ts", file)


def compile_all(folder: Path) -> None:
    """Compile each translation; what is not translated yet is shown in English."""
    for file in sorted(folder.glob("*.ts")):
        _run("lrelease", "-silent", file, "-qm", file.with_suffix(".qm"))


def faults(file: Path) -> Iterator[str]:
    """Yield a sentence for each translation that loses or invents a place for a value."""
    for message in parse(file).iter("message"):
        source = message.findtext("source") or ""
        for text in _texts(message):
            if text and _places(text) != _places(source):
                yield f"{file.name}: “{text}” must have the places {{0}}, %n … of “{source}”."


def _texts(message: Element) -> list[str]:
    translation = message.find("translation")
    if translation is None:
        return []
    forms = [form.text or "" for form in translation.iter("numerusform")]
    return forms or [translation.text or ""]


def _places(text: str) -> set[str]:
    return {place.replace("%Ln", "%n") for place in _PLACEHOLDER.findall(text)}


def _listed() -> Iterator[str]:
    """Write as calls what lupdate does not see: the list of actions, sentences of the core."""
    words = {*MENUS, *(spec.text for spec in ACTIONS), *(spec.submenu for spec in ACTIONS)}
    for text in sorted(words - {""}):
        yield f"QT_TRANSLATE_NOOP({_quoted('Actions')}, {_quoted(text)})"
    for text in sorted(_sentences()):
        yield f"QT_TRANSLATE_NOOP({_quoted('Sentences')}, {_quoted(text)})"


def _sentences() -> set[str]:
    """Find the pattern of each Sentence in the code."""
    found = set()
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "Sentence":
                pattern = node.args[0]
                if isinstance(pattern, ast.Constant):
                    found.add(str(pattern.value))
    return found


def _quoted(text: str) -> str:
    """Write a text as lupdate reads it: with double quotes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _run(tool: str, *arguments: object) -> None:
    subprocess.run([str(_TOOLS / tool), *map(str, arguments)], check=True)


def main() -> int:
    """Bring all translations up to date; return 1 if one of them cannot be used."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folder", type=Path, default=paths.resources() / "translations")
    parser.add_argument("languages", nargs="*")
    options = parser.parse_args()
    folder: Path = options.folder
    known = {file.stem.removeprefix(f"{NAME}_") for file in folder.glob("*.ts")}
    collect(folder, known | {"en"} | set(options.languages))
    wrong = [fault for file in sorted(folder.glob("*.ts")) for fault in faults(file)]
    for fault in wrong:
        print(fault)
    if wrong:
        return 1
    compile_all(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
