"""The staff's PIN for leaving a public screen: how it is kept, and how often it may be tried.

A file keeps `scrypt$n$r$p$salt$hash`, salt and hash in base64. Hashing is loaded when it is used.
"""

import time
from collections.abc import Callable

SHORTEST, LONGEST = 4, 12
TRIES = 5
LOCKED_SECONDS = 60
_N, _R, _P = 2**14, 8, 1
_SALT_BYTES, _HASH_BYTES = 16, 32
_START = f"scrypt${_N}${_R}${_P}$"


def is_pin(digits: str) -> bool:
    """Tell whether a text could be a PIN.

    >>> is_pin("0042"), is_pin("12"), is_pin("12a4")
    (True, False, False)
    """
    return digits.isascii() and digits.isdigit() and SHORTEST <= len(digits) <= LONGEST


def hash_pin(digits: str) -> str:
    """Return what a file may keep of a PIN, with a salt of its own."""
    import base64  # noqa: PLC0415
    import secrets  # noqa: PLC0415

    salt = secrets.token_bytes(_SALT_BYTES)
    parts = (base64.b64encode(part).decode() for part in (salt, _scrypt(digits, salt)))
    return _START + "$".join(parts)


def is_hash(text: str) -> bool:
    """Tell whether a text is what `hash_pin` returns."""
    return bool(_salt_and_hash(text))


def matches(digits: str, hashed: str) -> bool:
    """Tell whether this is the PIN, in a time that does not tell how nearly it is."""
    import hmac  # noqa: PLC0415

    parts = _salt_and_hash(hashed)
    if not parts or not is_pin(digits):
        return False
    salt, wanted = parts
    return hmac.compare_digest(_scrypt(digits, salt), wanted)


class PinLock:
    """Let a PIN be tried five times; then nothing opens for a minute, not even the PIN."""

    def __init__(self, hashed: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._hashed, self._clock = hashed, clock
        self._wrong = 0
        self._locked_until = clock()

    @property
    def seconds_left(self) -> float:
        """Return how long it is locked, 0 if it is not."""
        return max(self._locked_until - self._clock(), 0.0)

    def opens(self, digits: str) -> bool:
        """Try a PIN."""
        if self.seconds_left:
            return False
        if matches(digits, self._hashed):
            self._wrong = 0
            return True
        self._wrong += 1
        if self._wrong == TRIES:
            self._wrong = 0
            self._locked_until = self._clock() + LOCKED_SECONDS
        return False


def _scrypt(digits: str, salt: bytes) -> bytes:
    import hashlib  # noqa: PLC0415

    return hashlib.scrypt(digits.encode(), salt=salt, n=_N, r=_R, p=_P, dklen=_HASH_BYTES)


def _salt_and_hash(text: str) -> tuple[bytes, bytes] | None:
    import base64  # noqa: PLC0415

    if not text.startswith(_START):
        return None
    try:
        salt, hashed = (
            base64.b64decode(part, validate=True) for part in text.removeprefix(_START).split("$")
        )
    except ValueError:
        return None
    return (salt, hashed) if (len(salt), len(hashed)) == (_SALT_BYTES, _HASH_BYTES) else None
