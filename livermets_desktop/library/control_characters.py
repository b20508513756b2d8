"""Takes out of texts what only misleads: control characters and overrides of direction."""

import re

_CONTROL = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u206f\ud800-\udfff"
    r"\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]+"  # invisible: marks of order, tags
)
_ODD_BREAK = re.compile(r"\r\n?|[\x0b\x0c\x85]")


def strip_control(text: str) -> str:
    """Remove control characters and those that turn the direction of writing around."""
    return _CONTROL.sub("", _ODD_BREAK.sub("\n", text))
