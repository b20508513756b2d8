"""How values are written for readers."""

from datetime import date
from unicodedata import normalize

LONGEST = 300  # characters of a title or heading that are shown in one place


def long_date(day: date) -> str:
    """Write a date in full: 3 November 2026."""
    return f"{day.day} {day:%B %Y}"


def escaped(text: str) -> str:
    """Write text as HTML; the standard library's way loads a table of every entity there is."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def typed_part(name: str, typed: str) -> tuple[int, int]:
    """Return where in a name its typed beginning, or that of one of its words, stands.

    Only letters and digits count, without accents: "ca199" is found in "CA 19-9". (0, 0) for none.
    """
    letters, wanted = _letters(name[:LONGEST]), [letter for _, letter in _letters(typed)]
    for first, (start, _) in enumerate(letters):
        if start and name[start - 1].isalnum():
            continue
        part = letters[first : first + len(wanted)]
        if wanted and [letter for _, letter in part] == wanted:
            return start, part[-1][0] + 1
    return 0, 0


def _letters(text: str) -> list[tuple[int, str]]:
    return [(n, normalize("NFD", one)[0].casefold()) for n, one in enumerate(text) if one.isalnum()]
