"""Replaces a folder as a whole, so that at every moment either the old or the new one is there."""

import ctypes
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from livermets_desktop.errors import ContentError

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_LEFTOVER_SECONDS = 24 * 60 * 60


@contextmanager
def replaced_folder(output: Path, *, needs: str) -> Iterator[Path]:
    """Offer a temporary folder beside `output` and put it there once the caller is done.

    `needs` is a file that an older folder must hold, so that no other folder is ever replaced.

    Raises:
        ContentError: if there is another folder or a file in that place.
    """
    output = output.absolute()
    _refuse_foreign(output, needs)
    output.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{output.name}-building-"
    _remove_leftovers(output.parent, prefix)
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=output.parent))
    try:
        folder.chmod(0o755)
        yield folder
        _put_in_place(folder, output)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _refuse_foreign(output: Path, needs: str) -> None:
    if not output.exists() and not output.is_symlink():
        return
    if not output.is_dir() or (any(output.iterdir()) and not (output / needs).is_file()):
        raise ContentError(f"{output} is no compiled library: choose another folder or remove it.")


def _remove_leftovers(parent: Path, prefix: str) -> None:
    """Remove what a killed build has left behind, but nothing that another one may be writing."""
    for folder in parent.glob(f"{prefix}*"):
        if time.time() - folder.stat().st_mtime > _LEFTOVER_SECONDS:
            shutil.rmtree(folder, ignore_errors=True)


def _put_in_place(folder: Path, output: Path) -> None:
    if not output.exists():
        folder.rename(output)
    elif not _exchange(folder, output):
        # Without an exchange there is a moment with no library; a failure puts the old one back.
        old = folder.with_name(f"{folder.name}-old")
        output.rename(old)
        try:
            folder.rename(output)
        except OSError:
            old.rename(output)
            raise
        shutil.rmtree(old, ignore_errors=True)


def _exchange(first: Path, second: Path) -> bool:
    """Let two folders change places in one step, where the system can (Linux)."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    names = os.fsencode(first), os.fsencode(second)
    return bool(rename(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0)
