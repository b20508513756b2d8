"""The heartbeat of a public screen: a dot every few seconds tells its watcher that it answers.

The dots go through the pipe that the watcher gave the program as its output. They hold nothing
but their number, leave nothing on a disk, and no clock is compared with another.
"""

import os
from collections.abc import Mapping

VARIABLE = "LIVERMETS_HEARTBEAT"
EVERY_SECONDS = 5
HUNG_SECONDS = 15
_OUTPUT = 1
_DOT = b"."


class Heartbeat:
    """Beat for the watcher, if this program was started by one."""

    def __init__(self, descriptor: int | None = None) -> None:
        self._descriptor = descriptor

    @classmethod
    def of_environment(cls, environment: Mapping[str, str] = os.environ) -> "Heartbeat":
        """Return the heartbeat that the watcher asked for; without a watcher it does nothing."""
        return cls(_OUTPUT if VARIABLE in environment else None)

    def beat(self) -> bool:
        """Tell the watcher that this program answers; False if there is no watcher any more."""
        if self._descriptor is None:
            return True
        try:
            os.write(self._descriptor, _DOT)
        except OSError:
            return False
        return True
