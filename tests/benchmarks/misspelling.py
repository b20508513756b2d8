"""Slips of the finger."""

import random
from string import ascii_lowercase


def misspelled(word: str, slips: int, dice: random.Random) -> str:
    """Return a word with so many letters left out, doubled, mistaken or swapped.

    The first letter stays.
    """
    for _ in range(slips):
        place = dice.randrange(1, len(word) - 1)
        before, letter, after = word[:place], word[place], word[place + 1 :]
        word = dice.choice(
            (
                before + after,
                before + 2 * letter + after,
                before + dice.choice(ascii_lowercase) + after,
                before + after[0] + letter + after[1:],
            )
        )
    return word
