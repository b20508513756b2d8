"""What finds words in a page: loaded when something is searched for the first time."""

from collections.abc import Sequence


def find_words(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Find the words of a search in a page."""
    from livermets_desktop.search.snippets import find_words as find  # noqa: PLC0415

    return find(text, words)


def find_text(text: str, wanted: str) -> list[tuple[int, int]]:
    """Find what a reader typed in a page."""
    from livermets_desktop.search.find_in_page import find_text as find  # noqa: PLC0415

    return find(text, wanted)
