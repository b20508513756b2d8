"""A place in a library: an article and, if wanted, one of its sections."""

import re
from typing import NamedTuple, Self

from livermets_desktop.errors import LocationError

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Location(NamedTuple):
    """Name an article by its id and a section of it by the id of its heading ("" for the top)."""

    article: str
    section: str = ""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "ct-scan" or "ct-scan#what-it-shows".

        Raises:
            LocationError: if the text is not of that form.
        """
        article, _, section = text.strip().partition("#")
        if not _ID.fullmatch(article) or (section and not _ID.fullmatch(section)):
            raise LocationError(text)
        return cls(article, section)

    def __str__(self) -> str:
        """Write the location in the form that `parse` reads."""
        return f"{self.article}#{self.section}" if self.section else self.article
