"""A language that nobody speaks, made of the template: ⟦Ţöþíčš ····⟧ shows what is translated.

Each text has accents, brackets around it and is 40 % longer: as long as in other languages.
"""

import re
import subprocess
from pathlib import Path

import PySide6
from defusedxml.ElementTree import parse

from livermets_desktop import paths

_ACCENTS = str.maketrans(
    "abcdefghijklmnoprstuwyzACDEGHIKLNOPRSTUWYZ",
    "åƀčðéƒĝĥíĵķĺɱñöþŕšţûŵýžÅČÐÉĜĤÎĶĻÑÖÞŔŠŢÛŴÝŽ",
)
# What is no word: places for values, filters of file names, keys of the keyboard as they stand.
_KEPT = re.compile(r"(\{\d\}|%L?n|\(\*[^)]*\))")
_LONGER = 0.4


def pseudo(text):
    """Write a text in the language that nobody speaks."""
    parts = _KEPT.split(text)
    accented = "".join(
        part if number % 2 else part.translate(_ACCENTS) for number, part in enumerate(parts)
    )
    more = round(len(_KEPT.sub("", text)) * _LONGER) - 2
    words = "".join("·" if number % 6 else " " for number in range(max(more, 0)))
    tail = parts[-2] if len(parts) > 1 and parts[-2].startswith("(*") else ""
    return f"⟦{accented.removesuffix(tail)}{words}⟧{tail}"


def make_pseudo(folder, language):
    """Make the translation file of a language into which everything is put so."""
    template = parse(paths.resources() / "translations" / "livermets-desktop_en.ts")
    template.getroot().set("language", language)
    for message in template.iter("message"):
        translation = message.find("translation")
        translation.attrib.pop("type", None)
        for form in list(translation) or [translation]:
            form.text = pseudo(form.text or message.findtext("source"))
    folder.mkdir(exist_ok=True)
    file = folder / f"livermets-desktop_{language}.ts"
    template.write(file, encoding="utf-8")
    tool = Path(PySide6.__file__).parent / "lrelease"
    compiled = file.with_suffix(".qm")
    subprocess.run([tool, "-silent", file, "-qm", compiled], check=True)
    return compiled
