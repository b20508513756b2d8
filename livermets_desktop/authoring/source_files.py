"""Reading the files of a content source: limited in size, strict about encoding."""

import re
import stat
from pathlib import Path

from livermets_desktop.authoring.problem import Place, Report, Rule

MAX_BYTES = 1_000_000

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
# Control characters do not belong into a text; those that turn the direction of writing can make it
# look different from what it says.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def read_text(file: Path, report: Report) -> str | None:
    """Return the text of a file with newlines as line ends, or None; the report says why."""
    data = _read_bytes(file, report)
    return None if data is None else _decode(data, file, report)


def _read_bytes(file: Path, report: Report) -> bytes | None:
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            report.add(Rule.UNREADABLE, Place(file), "This is not an ordinary file.")
            return None
        # The size is asked for first, so that a huge file is refused without being read.
        if status.st_size > MAX_BYTES:
            size = f"{status.st_size / 1_000_000:.1f} MB"
            report.add(Rule.TOO_LARGE, Place(file), f"The file has {size}; the limit is 1 MB.")
            return None
        return file.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        report.add(Rule.UNREADABLE, Place(file), f"The file cannot be read: {reason}.")
        return None


def _decode(data: bytes, file: Path, report: Report) -> str | None:
    if data.startswith(_UTF16_MARKS) or _looks_like_utf16(data):
        report.add(Rule.UTF16, Place(file), "The file is UTF-16; save it as UTF-8.")
        return None
    if data.startswith(_BYTE_ORDER_MARK):
        message = "The file starts with a byte order mark; save it as UTF-8 without one."
        report.add(Rule.BYTE_ORDER_MARK, Place(file), message)
        data = data.removeprefix(_BYTE_ORDER_MARK)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _position(data[: error.start])
        byte = f"0x{data[error.start]:02X}"
        message = f"The byte {byte} at column {column} is not UTF-8; save the file as UTF-8."
        report.add(Rule.NOT_UTF8, Place(file, line), message)
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _without_control_characters(text, file, report)


def _without_control_characters(text: str, file: Path, report: Report) -> str | None:
    found = _CONTROL.search(text)
    if not found:
        return text
    line, column = _position(text[: found.start()].encode())
    name = "NUL" if found.group() == "\0" else "A control character"
    message = f"{name} (U+{ord(found.group()):04X}) stands at column {column}; remove it."
    report.add(Rule.CONTROL_CHARACTER, Place(file, line), message)
    return None


def _looks_like_utf16(data: bytes) -> bool:
    """Tell UTF-16 without a mark: every second byte of western text is NUL."""
    sample = data[:512]
    half = len(sample) // 2
    return half > 1 and max(sample[0::2].count(0), sample[1::2].count(0)) > half * 0.6


def _position(before: bytes) -> tuple[int, int]:
    line_start = before.rfind(b"\n") + 1
    column = len(before[line_start:].decode("utf-8", errors="replace")) + 1
    return before.count(b"\n") + 1, column
