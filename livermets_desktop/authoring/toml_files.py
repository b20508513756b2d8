"""TOML files with typed values: what is missing, unknown or of the wrong type is reported.

A `Table` hands out its values one by one. What nobody asked for until `finish` is an unknown key.
"""

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from livermets_desktop.authoring.problem import Place, Report, Rule, quoted
from livermets_desktop.authoring.source_files import read_text

KeyPath = tuple[str | int, ...]

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]")
_KEY = re.compile(r"""\s*(["']?)([A-Za-z0-9_-]+)\1\s*=""")
_INLINE_TABLE = re.compile(r"\s*\{")
_ERROR_LINE = re.compile(r"\(at line (\d+), column \d+\)")


class Table:
    """A table of a TOML file that is being read."""

    def __init__(self, values: Mapping[str, Any], file: "TomlFile", path: KeyPath = ()) -> None:
        self._values = values
        self._file = file
        self._path = path
        self._asked: set[str] = set()

    def keys(self) -> list[str]:
        """Return the names of all values."""
        return list(self._values)

    def place(self, key: str = "") -> Place:
        """Return where the table or one of its values stands."""
        return self._file.place((*self._path, key) if key else self._path)

    def item_place(self, key: str, index: int) -> Place:
        """Return where an item of a list stands."""
        return self._file.place((*self._path, key, index))

    def report(self, rule: Rule, key: str, message: str) -> None:
        """Note a problem with a value."""
        self._file.report.add(rule, self.place(key), message)

    def text(self, key: str, *, required: bool = True, rule: Rule = Rule.MISSING_KEY) -> str:
        """Return a text, or "" if it is missing; a required text must not be empty."""
        value = self._take(key, str, required=required, rule=rule)
        if value is not None and required and not value.strip():
            self.report(rule, key, f"“{key}” is empty.")
            return ""
        return value or ""

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, empty if it is missing."""
        values = self._take(key, list, required=False) or []
        for value in values:
            if not isinstance(value, str) or not value.strip():
                self.report(Rule.WRONG_TYPE, key, f"“{key}” must be a list of texts.")
                return ()
        return tuple(values)

    def flag(self, key: str) -> bool:
        """Return true or false; false if it is missing."""
        return bool(self._take(key, bool, required=False))

    def day(self, key: str, *, required: bool = True, rule: Rule) -> date | None:
        """Return a date without a time, or None with the reason in the report."""
        value = self._values.get(key)
        self._asked.add(key)
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        if value is not None:
            self.report(rule, key, f"“{key}” must be a date without quotes, such as 2026-11-22.")
        elif required:
            self.report(rule, key, f"“{key}” is missing; write a date such as 2026-11-22.")
        return None

    def table(self, key: str, *, required: bool = True) -> "Table | None":
        """Return a table below this one, or None if it is missing."""
        value = self._take(key, dict, required=required)
        return None if value is None else Table(value, self._file, (*self._path, key))

    def tables(self, key: str) -> list["Table"]:
        """Return a required list of tables."""
        values = self._take(key, list, required=True) or []
        tables = []
        for index, value in enumerate(values):
            if isinstance(value, dict):
                tables.append(Table(value, self._file, (*self._path, key, index)))
            else:
                self.report(Rule.WRONG_TYPE, key, f"“{key}” must be a list of tables.")
        return tables

    def finish(self) -> None:
        """Report every value that nobody asked for."""
        for key in self._values:
            if key not in self._asked:
                self.report(Rule.UNKNOWN_KEY, key, f"The key {quoted(key)} is not known here.")

    def _take(
        self, key: str, kind: type, *, required: bool, rule: Rule = Rule.MISSING_KEY
    ) -> Any | None:
        self._asked.add(key)
        if key not in self._values:
            if required:
                self._file.report.add(rule, self.place(), f"“{key}” is missing.")
            return None
        value = self._values[key]
        if not isinstance(value, kind):
            self.report(Rule.WRONG_TYPE, key, f"“{key}” must be {_KIND_NAMES[kind]}.")
            return None
        return value


_KIND_NAMES: dict[type, str] = {
    str: "a text",
    bool: "true or false",
    list: "a list",
    dict: "a table",
}


class TomlFile:
    """A TOML file: its tables, and on which line each key stands."""

    def __init__(self, file: Path, text: str, report: Report) -> None:
        self.file = file
        self.report = report
        self._lines = _key_lines(text)

    def place(self, path: KeyPath) -> Place:
        """Return where a key stands, or else the table or list around it."""
        while path and path not in self._lines:
            path = path[:-1]
        return Place(self.file, self._lines.get(path, 1))


def read_toml(file: Path, report: Report) -> Table | None:
    """Read a file, or return None with the reason in the report."""
    text = read_text(file, report)
    if text is None:
        return None
    try:
        values = tomllib.loads(text)
    except RecursionError:
        report.add(Rule.BAD_TOML, Place(file), "The values are nested too deeply.")
    except ValueError as error:
        found = _ERROR_LINE.search(str(error))
        line = int(found.group(1)) if found else max(1, text.rstrip().count("\n") + 1)
        message = _ERROR_LINE.sub("", str(error)).strip()
        report.add(Rule.BAD_TOML, Place(file, line), f"This is not valid TOML: {message}.")
    else:
        return Table(values, TomlFile(file, text, report))
    return None


def _key_lines(text: str) -> dict[KeyPath, int]:
    """Find the lines of tables, keys and inline tables (one per line), good enough for messages."""
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
