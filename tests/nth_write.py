"""A disk that refuses the Nth thing that is asked of it."""

import builtins
import errno
import io
import os
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

_CHANGES = ("mkdir", "replace", "rename", "unlink", "rmdir")


class Disk:
    """Count what changes a disk, and refuse one of it; half of a refused text is written."""

    def __init__(self, refused):
        self.refused = refused
        self.asked = 0

    @property
    def was_refused(self):
        """Tell whether it came so far."""
        return self.asked >= self.refused

    def ask(self):
        """Count one change."""
        self.asked += 1
        return self.asked != self.refused

    @contextmanager
    def mounted(self):
        """Let all files of this process lie on the disk."""
        opened = io.open

        def open_(file, mode="r", *arguments, **options):
            writes = set(mode) & set("wax+") and not isinstance(file, int)
            if not writes:
                return opened(file, mode, *arguments, **options)
            if not self.ask():
                raise full()
            return _File(opened(file, mode, *arguments, **options), self)

        with ExitStack() as patches:
            for module in (io, builtins):
                patches.enter_context(patch.object(module, "open", open_))
            for name in _CHANGES:
                patches.enter_context(patch.object(os, name, self._asked(getattr(os, name))))
            yield self

    def _asked(self, change):
        def ask(path, *arguments, **options):
            there = change.__name__ == "mkdir" and os.path.isdir(path)  # noqa: PTH112
            if not there and not self.ask():
                raise full()
            return change(path, *arguments, **options)

        return ask


class _File:
    def __init__(self, file, disk):
        self._file, self._disk, self._begun = file, disk, False

    def __getattr__(self, name):
        return getattr(self._file, name)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._file.close()

    def write(self, data):
        """Write it, or half of what a file begins with."""
        begun, self._begun = self._begun, True
        if begun or self._disk.ask():
            return self._file.write(data)
        self._file.write(data[: len(data) // 2])
        raise full()


def full():
    """Return what a full disk says."""
    return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
