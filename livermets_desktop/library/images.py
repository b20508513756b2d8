"""The size of a bitmap, read from its header: nothing is decoded before it is known to fit."""

import struct
from typing import NamedTuple

from livermets_desktop.library.format import MAX_FIGURE_BYTES, MAX_FIGURE_PIXELS

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
# Frame headers SOF0 to SOF15; C4, C8 and CC in between are other kinds of marker.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE = frozenset(range(0xD0, 0xD9)) | {0x01, 0xFF}


class BitmapSize(NamedTuple):
    """Give the size of a bitmap and the bits of one of its colour channels."""

    width: int
    height: int
    depth: int


def is_harmless(data: bytes) -> bool:
    """Tell whether the bytes start like a PNG or JPEG that is small enough to be decoded."""
    size = bitmap_size(data)
    if size is None or size.width < 1 or size.height < 1:
        return False
    pixels = size.width * size.height
    # Four channels, as a bitmap of the screen has them, whatever the file holds.
    decoded = pixels * 4 * (2 if size.depth > 8 else 1)  # noqa: PLR2004 - bits in a byte
    return pixels <= MAX_FIGURE_PIXELS and decoded <= MAX_FIGURE_BYTES


def bitmap_size(data: bytes) -> BitmapSize | None:
    """Read the size from the header of a PNG or JPEG, or return None for anything else."""
    try:
        if data.startswith(_PNG):
            return _png_size(data)
        if data.startswith(_JPEG):
            return _jpeg_size(data)
    except (struct.error, IndexError):
        return None
    return None


def _png_size(data: bytes) -> BitmapSize | None:
    kind, width, height, depth = struct.unpack_from(">4sIIB", data, 12)
    return BitmapSize(width, height, depth) if kind == b"IHDR" else None


def _jpeg_size(data: bytes) -> BitmapSize | None:
    place = 2
    while data[place] == 0xFF:  # noqa: PLR2004 - the start of every marker
        marker = data[place + 1]
        if marker in _ALONE:
            place += 1 if marker == 0xFF else 2  # noqa: PLR2004 - a fill byte
            continue
        length, depth, height, width = struct.unpack_from(">HBHH", data, place + 2)
        if marker in _FRAMES:
            return BitmapSize(width, height, depth)
        place += 2 + length
    return None
