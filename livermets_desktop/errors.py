"""The errors that this program raises itself.

LiverMetsError
 x LocationError            a place is not written as ARTICLE or ARTICLE#SECTION
 + LibraryError             the library as a whole cannot be used
    x LibraryNotFoundError
    x LibraryFormatError     newer or unknown format
    x LibraryDamagedError
 + NotInLibraryError        one article, section, figure or term is missing
 + SearchError
    x QueryTooComplexError
    x IndexUnusableError
 x BookmarksError           bookmarks cannot be written to a file or read from one
 x KioskError               the program does not start for a public screen
 x TerminalError            a secret cannot be asked for without showing it
 + ContentError             the content source cannot be compiled

`str(error)` is one sentence for a reader: what is wrong, where, and what to do.
"""

from livermets_desktop.sentence import Sentence


class LiverMetsError(Exception):
    """Stand above all errors of this program."""


class LocationError(LiverMetsError):
    """Refuse a text that names no place in a library."""

    def __init__(self, text: str) -> None:
        super().__init__(
            Sentence(
                "“{0}” is not a place in the library: write ARTICLE or ARTICLE#SECTION,"
                " for example ct-scan#what-it-shows.",
                text[:80],
            )
        )


class LibraryError(LiverMetsError):
    """Stand above the errors of a library as a whole."""


class LibraryNotFoundError(LibraryError):
    """Report a folder that holds no library."""

    def __init__(self, folder: object) -> None:
        super().__init__(
            Sentence(
                "There is no library in {0}: choose a folder that holds library.db"
                " and manifest.json.",
                folder,
            )
        )


class LibraryFormatError(LibraryError):
    """Report a library made for another version of the program."""

    def __init__(self, found: object, known: int) -> None:
        super().__init__(
            Sentence(
                "The library has format {0}, this program reads format {1}:"
                " install a program and a library that belong together.",
                found,
                known,
            )
        )


class LibraryDamagedError(LibraryError):
    """Report a library whose files cannot be read."""

    def __init__(self, folder: object) -> None:
        super().__init__(Sentence("The library in {0} is damaged: install it again.", folder))


class NotInLibraryError(LiverMetsError):
    """Report one thing that the library does not hold."""

    def __init__(self, what: str, name: str) -> None:
        super().__init__(Sentence("The library has no “{0}”: look for it by search.", name[:80]))
        self.what = what
        self.name = name


class SearchError(LiverMetsError):
    """Stand above the errors of the search."""


class QueryTooComplexError(SearchError):
    """Report a query that took too long to answer."""

    def __init__(self) -> None:
        super().__init__(Sentence("This search is too complex: use fewer or longer words."))


class IndexUnusableError(SearchError):
    """Report a search index that is damaged, missing or not to be trusted."""

    def __init__(self) -> None:
        super().__init__(
            Sentence("The search index cannot be used: it is built anew, topics stay readable.")
        )


class BookmarksError(LiverMetsError):
    """Report, in one sentence, bookmarks that cannot be exported or imported."""


class KioskError(LiverMetsError):
    """Refuse, in one sentence, to start for a public screen."""


class TerminalError(LiverMetsError):
    """Report that there is no terminal that hides what is typed."""

    def __init__(self) -> None:
        super().__init__(Sentence("The PIN would be seen here: use a terminal that can hide it."))


class ContentError(LiverMetsError):
    """Report a content source that cannot be compiled; `problems` are lines for its authors."""

    def __init__(self, message: str, problems: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.problems = problems
