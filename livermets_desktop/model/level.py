"""The two reading levels."""

from enum import StrEnum


class Level(StrEnum):
    """Name the reader a text is written for."""

    PLAIN = "plain"
    CLINICIAN = "clinician"

    @property
    def other(self) -> "Level":
        """Return the other of the two levels."""
        return Level.CLINICIAN if self is Level.PLAIN else Level.PLAIN
