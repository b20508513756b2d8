import struct

import pytest

from livermets_desktop.library.images import BitmapSize, bitmap_size, is_harmless
from tests.library.tiny import tiny_png


def png(width, height, depth=8):
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIB", 13, b"IHDR", width, height, depth)


def jpeg(width, height, frame=0xC0):
    comment = b"\xff\xfe" + struct.pack(">H", 2 + 300) + b"\xff\xc0" * 150
    # A table of codes, whose marker looks like that of a frame.
    comment += b"\xff\xc4" + struct.pack(">H", 2 + 10) + b"\1" * 10
    return (
        b"\xff\xd8\xff\xe0\x00\x10JFIF\0\1\1\0\0\1\0\1\0\0"
        + comment
        + b"\xff\xff"
        + bytes([frame])
        + struct.pack(">HBHH", 17, 8, height, width)
    )


def test_the_size_is_read_from_the_header():
    assert bitmap_size(tiny_png(40, 30)) == BitmapSize(40, 30, 8)
    assert bitmap_size(jpeg(40, 30)) == BitmapSize(40, 30, 8)
    assert bitmap_size(jpeg(40, 30, frame=0xC2)) == BitmapSize(40, 30, 8)


@pytest.mark.parametrize("make", [png, jpeg])
def test_sixteen_million_pixels_are_the_limit(make):
    assert is_harmless(make(4_000, 4_000))
    assert not is_harmless(make(4_000, 4_001))
    assert not is_harmless(make(20_000, 20_000))


def test_sixty_four_megabytes_decoded_are_the_limit():
    assert not is_harmless(png(4_000, 4_000, depth=16))
    assert is_harmless(png(2_800, 2_900, depth=16))


@pytest.mark.parametrize("make", [png, jpeg])
def test_an_image_without_pixels_is_refused(make):
    assert not is_harmless(make(0, 10))
    assert not is_harmless(make(10, 0))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"GIF89a\1\0\1\0",
        b"RIFF\0\0\0\0WEBPVP8 ",
        b"BM\0\0",
        b"\x89PNG\r\n\x1a\n",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIDAT\0\0\0\1\0\0\0\1\x08",
        jpeg(4, 4)[:-3],
        jpeg(4, 4)[:30],
        b"\xff\xd8\xff\xe0\0\0",
        b"\xff\xd8" + b"\xff" * 1000,
        b"\xff\xd8\xff\xd9",
    ],
)
def test_anything_else_is_refused(data):
    assert not is_harmless(data)


def test_a_jpeg_that_goes_nowhere_ends():
    assert not is_harmless(b"\xff\xd8" + b"\xff\xe0\0\0" * 100_000)
