"""The window and everything in it."""

import builtins

import PySide6.QtCore  # noqa: F401

# From here on PySide would search the source of each module that is imported for its switch of
# names in another style, which no module here uses: a twentieth of the start.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
