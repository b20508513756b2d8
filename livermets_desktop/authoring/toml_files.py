"""TOML files with typed values: what is missing, unknown or of the wrong type is reported.

A `Table` hands out its values one by one. What nobody asked for until `finish` is an unknown key.
"""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from livermets_desktop.authoring.problem import Place, Report, Rule, quoted
from livermets_desktop.authoring.source_files import read_text
from livermets_desktop.toml_lines import Fault, KeyLines, KeyPath, parse


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
        self._lines = KeyLines(text)

    def place(self, path: KeyPath) -> Place:
        """Return where a key stands, or else the table or list around it."""
        return Place(self.file, self._lines.line(path))


def read_toml(file: Path, report: Report) -> Table | None:
    """Read a file, or return None with the reason in the report."""
    text = read_text(file, report)
    if text is None:
        return None
    values = parse(text)
    if isinstance(values, Fault):
        report.add(Rule.BAD_TOML, Place(file, values.line), values.message)
        return None
    return Table(values, TomlFile(file, text, report))
