"""What kind of text a section is."""

from enum import StrEnum


class Kind(StrEnum):
    """Tell articles from glossary terms, questions to ask, and pages about the program."""

    ARTICLE = "article"
    TERM = "term"
    QUESTION = "question"
    HELP = "help"
