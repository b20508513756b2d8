"""TOML texts: their values, what is wrong with them, and on which line each key stands."""

import re
import tomllib
from typing import Any, NamedTuple

KeyPath = tuple[str | int, ...]

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]")
_KEY = re.compile(r"""\s*(["']?)([A-Za-z0-9_-]+)\1\s*=""")
_INLINE_TABLE = re.compile(r"\s*\{")
_ERROR_LINE = re.compile(r"\(at line (\d+), column \d+\)")


class Fault(NamedTuple):
    """Say why a text cannot be read, and on which line that shows."""

    line: int
    message: str


def parse(text: str) -> dict[str, Any] | Fault:
    """Return the values of a text, or why there are none."""
    try:
        return tomllib.loads(text)
    except RecursionError:
        return Fault(1, "The values are nested too deeply.")
    except ValueError as error:
        found = _ERROR_LINE.search(str(error))
        line = int(found.group(1)) if found else max(1, text.rstrip().count("\n") + 1)
        message = _ERROR_LINE.sub("", str(error)).strip()
        return Fault(line, f"This is not valid TOML: {message}.")


class KeyLines:
    """Know the lines of tables, keys and inline tables (one per line), well enough for messages."""

    def __init__(self, text: str) -> None:
        self._lines = _key_lines(text)

    def line(self, path: KeyPath) -> int:
        """Return where a key stands, or else the table or list around it."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 1)


def _key_lines(text: str) -> dict[KeyPath, int]:
    lines: dict[KeyPath, int] = {}
    counts: dict[KeyPath, int] = {}
    table: KeyPath = ()
    key: KeyPath = ()
    for number, line in enumerate(text.split("\n"), start=1):
        if header := _HEADER.match(line):
            table = key = _header_path(header, counts)
            lines.setdefault(table, number)
        elif found := _KEY.match(line):
            key = (*table, found.group(2))
            lines.setdefault(key, number)
        elif _INLINE_TABLE.match(line):
            counts[key] = counts.get(key, -1) + 1
            lines.setdefault((*key, counts[key]), number)
    return lines


def _header_path(header: re.Match[str], counts: dict[KeyPath, int]) -> KeyPath:
    brackets, name = header.groups()
    path: KeyPath = tuple(part.strip().strip("\"'") for part in name.split("."))
    if brackets == "[":
        return path
    counts[path] = counts.get(path, -1) + 1
    return (*path, counts[path])
