"""The one connection to the database of a compiled library; it never writes."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from livermets_desktop.errors import LibraryDamagedError
from livermets_desktop.library.format import DATABASE, MAX_FIGURE_BYTES

# What a value raises that is not what it should be.
_DAMAGE = (ValueError, TypeError, AttributeError, KeyError, RecursionError)


class Database:
    """Answer queries on one database; it belongs to the thread that made it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with self.guard():
            self._connection = sqlite3.connect(
                _address(folder / DATABASE), uri=True, isolation_level=None
            )
            try:
                self._harden()
            except BaseException:
                self._connection.close()
                raise

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def rows(self, sql: str, *values: str) -> list[tuple[Any, ...]]:
        """Return all rows of a query; no row bears a name that UTF-8 cannot hold."""
        with self.guard():
            try:
                return self._connection.execute(sql, values).fetchall()
            except UnicodeEncodeError:
                return []

    @contextmanager
    def guard(self) -> Iterator[None]:
        """Turn what damaged or foreign data brings about into one error of this program."""
        try:
            yield
        except sqlite3.ProgrammingError:
            raise  # a closed connection or a foreign thread: our mistake, not the library's
        except (sqlite3.Error, OSError, *_DAMAGE) as error:
            raise LibraryDamagedError(self._folder) from error

    def _harden(self) -> None:
        self._connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_FIGURE_BYTES)
        self._connection.execute("PRAGMA trusted_schema = OFF")
        # Views, triggers and virtual tables have no page of their own: a query on a view runs the
        # library's code, without end if it likes.
        if self._connection.execute("SELECT 1 FROM sqlite_schema WHERE rootpage = 0").fetchone():
            raise ValueError("more than tables")


def _address(path: Path) -> str:
    # `as_uri` makes the server of a UNC path the authority, which SQLite refuses.
    text = path.absolute().as_posix()
    start = "file://" if text.startswith("/") else "file:///"
    return f"{start}{quote(os.fsencode(text), safe='/:')}?mode=ro&immutable=1"
