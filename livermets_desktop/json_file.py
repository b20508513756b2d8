"""Small JSON files of the user: read with care, written whole, never thrown away."""

import json
import stat
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any


def read_json(path: Path, most_bytes: int) -> Any:
    """Read a file.

    Raises:
        OSError: if it cannot be read or is no file.
        ValueError: if it is too large or no JSON.
    """
    if not stat.S_ISREG(path.stat().st_mode):  # a pipe would never end
        raise IsADirectoryError(path)
    with path.open("rb") as stream:
        data = stream.read(most_bytes + 1)
    if len(data) > most_bytes:
        raise ValueError(path)
    try:
        return json.loads(data.decode("utf-8"))
    except RecursionError as error:
        raise ValueError(path) from error


def text_of(value: Any) -> str:
    """Return a value that must be text.

    Raises:
        TypeError: if it is something else.
    """
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def as_json(data: Any) -> str:
    """Write data as text that people can read too."""
    return json.dumps(data, indent=1, ensure_ascii=False)


def write_whole(path: Path, text: str) -> None:
    """Write a file anew: temporary file, then rename; OSError leaves the old one."""
    temporary = temporary_of(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(path)
    except OSError:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def temporary_of(path: Path) -> Path:
    """Return the file that is written before it takes the place of another."""
    return path.with_name(f"{path.name}.tmp")


def set_aside(path: Path) -> None:
    """Keep a file that cannot be understood as `.bad`, beside those that were kept before."""
    names = (path.with_suffix(f".bad{number or ''}") for number in count())
    path.replace(next(name for name in names if not name.exists()))


def delete(path: Path) -> None:
    """Delete a file, and what was set aside; OSError if that cannot be."""
    for file in (path, temporary_of(path), *path.parent.glob(f"{path.stem}.bad*")):
        file.unlink(missing_ok=True)
