"""Sentences for readers, ready to be said in another language by the window."""


class Sentence(str):
    """Be a sentence in English that remembers its pattern and what was put into it.

    The pattern is written out where a sentence is made: `make translations` looks for it there.

    >>> Sentence("The file {0} cannot be read.", "a.json")
    'The file a.json cannot be read.'
    """

    pattern: str
    values: tuple[object, ...]

    def __new__(cls, pattern: str, *values: object) -> "Sentence":
        """Put the values into the pattern."""
        sentence = super().__new__(cls, pattern.format(*values))
        sentence.pattern, sentence.values = pattern, values
        return sentence


def joined(*sentences: str) -> str:
    """Join sentences, leaving out what is empty."""
    told = [one for one in sentences if one]
    return Sentence(" ".join(f"{{{number}}}" for number in range(len(told))), *told)
