"""Complete and correct words from the vocabulary of the index."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from heapq import nlargest
from itertools import pairwise
from typing import NamedTuple

from livermets_desktop.model.kind import Kind
from livermets_desktop.search.analysis import compounds
from livermets_desktop.search.schema import Analysed
from livermets_desktop.search.word_forms import american, root, sound, stem

MAX_COMPLETIONS = 32

_LINE, _FIELD = "\n", " "

_RELATIVES = 8
_KEPT = 256
_LONGER_WORDS = (5, 9)  # letters from which one more slip is allowed
_MEASURED = 100  # words that are compared letter by letter
_SHORTEST = 3
_TRANSPOSED = 0.7  # letters in the wrong order are the most common slip
_CORRECTIONS = 3
_AS_LIKELY = 0.5  # edits more
_BY_SOUND = 0.3  # a slip of the ear is a little less likely than none
_NOT_NAMED = 0.2  # the words of the field come first
_FIRST_LETTER = 0.5  # the first letter is mostly right


class Word(NamedTuple):
    """Hold a word as it is written, its stem, its American spelling and its number of sections.

    `sound` is how it is spelled by ear, `root` what it has in common with words made of it:
    "operat" of operate, operation, operable. `sections` are those of the library's subject: a word
    of the help pages alone has none. `named`: it stands in the name of something, so it is a word
    of the field.
    """

    plain: str
    stem: str
    american: str
    root: str
    sound: str
    sections: int
    named: bool = False


class Vocabulary:
    """Know the words of an index as they are written, and in how many sections each stands."""

    def __init__(self, words: Iterable[Word]) -> None:
        self._words = {word.plain: word for word in words}
        self._stems = {word.stem for word in self._words.values() if word.sections or word.named}
        # Asked twice for each query: to search for the word that was meant, and to suggest it.
        self.corrections = lru_cache(maxsize=_KEPT)(self._corrections)
        self.completions = lru_cache(maxsize=_KEPT)(self._completions)

    @cached_property
    def _sorted(self) -> list[tuple[str, str]]:
        spelled = {(word.american, word.plain) for word in self._words.values()}
        return sorted(spelled | {(word, word) for word in self._words})

    @cached_property
    def _by_root(self) -> dict[str, list[Word]]:
        by_root: dict[str, list[Word]] = defaultdict(list)
        for word in self._words.values():
            by_root[word.root].append(word)
        return by_root

    @cached_property
    def _by_pair(self) -> dict[str, list[str]]:
        """Return the words of the subject by the pairs of sounds in them."""
        by_pair: dict[str, list[str]] = defaultdict(list)
        for word, known in self._words.items():
            if known.sections and word.isalpha() and word.isascii():
                for pair in _pairs(known.sound):
                    by_pair[pair].append(word)
        return by_pair

    def completed_stems(self, beginning: str) -> set[str]:
        """Return the stems of the completions."""
        return {self._words[word].stem for word in self.completions(beginning)}

    def _completions(self, beginning: str) -> list[str]:
        """Return the words that begin so, in either spelling, the most frequent ones first."""
        words = set(self._beginning(beginning)) | set(self._beginning(american(beginning)))
        ranked = sorted(words, key=lambda word: (-self._words[word].sections, word))
        return ranked[:MAX_COMPLETIONS]

    def relatives(self, word: str) -> list[str]:
        """Return words made of the same root, one for each stem, the most frequent ones."""
        same = self._by_root.get(root(american(word)), ())
        found: dict[str, str] = {}
        for one in sorted(same, key=lambda one: (-one.sections, one.plain)):
            found.setdefault(one.stem, one.plain)
        found.pop(stem(word), None)
        return list(found.values())[:_RELATIVES]

    def knows(self, word: str) -> bool:
        """Tell whether any section holds a form of the word."""
        return stem(word) in self._stems

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the two known words that an unknown one was made of by mistake, () for none."""
        cuts = range(_SHORTEST, len(word) - _SHORTEST + 1)
        found = [(word[:cut], word[cut:]) for cut in cuts]
        known = [pair for pair in found if all(part in self._words for part in pair)]
        return max(known, key=self._rarest, default=())

    def correct(self, word: str) -> str:
        """Return what was most likely meant by an unknown word, "" if nothing is near."""
        nearest = next(iter(self.corrections(word)), "")
        is_one_slip = nearest and _distance(word, nearest, 1)[0] <= 1
        return nearest if is_one_slip else " ".join(self.parts(word)) or nearest

    def _corrections(self, word: str) -> tuple[str, ...]:
        """Return the words that were likely meant, the most likely first."""
        if len(word) < _SHORTEST or not word.isalpha():
            return ()
        limit = 1 + sum(len(word) >= length for length in _LONGER_WORDS)
        heard = sound(word)
        ranks = []
        for candidate in self._near(heard):
            known = self._words[candidate]
            edits, cost = _distance(word, candidate, limit)
            if heard != word or known.sound != candidate:
                heard_edits, heard_cost = _distance(heard, known.sound, limit)
                edits, cost = min((edits, cost), (heard_edits, heard_cost + _BY_SOUND))
            rank = (cost + _NOT_NAMED * (not known.named), -known.sections, candidate)
            if edits <= limit and rank[0] <= limit + _NOT_NAMED:
                ranks.append(rank)
        ranks.sort()
        likely = (name for cost, _, name in ranks if cost <= ranks[0][0] + _AS_LIKELY)
        return tuple(likely)[:_CORRECTIONS]

    def _rarest(self, words: Iterable[str]) -> int:
        return min(self._words[word].sections for word in words)

    def _beginning(self, beginning: str) -> Iterator[str]:
        for place in range(bisect_left(self._sorted, (beginning, "")), len(self._sorted)):
            form, word = self._sorted[place]
            if not form.startswith(beginning):
                return
            yield word

    def _near(self, heard: str) -> list[str]:
        """Return the words with the most pairs of sounds in common with one."""
        counts: Counter[str] = Counter()
        for pair in _pairs(heard):
            counts.update(self._by_pair.get(pair, ()))
        alike = ((n - abs(len(other) - len(heard)), other) for other, n in counts.items())
        return [other for _, other in nlargest(_MEASURED, alike)]


def words_of(sections: Iterable[Analysed]) -> list[Word]:
    """Return the words of sections in order."""
    counts: Counter[str] = Counter()
    stems: dict[str, str] = {}
    named: set[str] = set()
    for section in sections:
        words = {word.plain: word.text for part in section.parts for word in part.words}
        # What help pages show as examples is no better spelling of anything.
        counts.update(dict.fromkeys(words, int(section.section.kind is not Kind.HELP)))
        stems.update(words)
        named.update(word.plain for part in section.parts[:-1] for word in part.words)
    return [
        Word(
            word,
            stems[word],
            american(word),
            root(american(word)),
            sound(word),
            counts[word],
            word in named,
        )
        for word in sorted(counts)
    ]


def write_words(words: Iterable[Word]) -> str:
    """Write words line by line."""
    return _LINE.join(
        _FIELD.join((*word[:5], str(word.sections), str(int(word.named)))) for word in words
    )


def read_words(text: str) -> list[Word]:
    """Read what `write_words` wrote."""
    return [_read(line) for line in text.split(_LINE) if line]


def _read(line: str) -> Word:
    *texts, count, named = line.split(_FIELD)
    plain, stem_, other, root_, heard = texts
    return Word(plain, stem_, other, root_, heard, int(count), named == "1")


def corrected(text: str, vocabulary: Vocabulary) -> str:
    """Return a query with its unknown words corrected, "" if there is nothing to correct."""
    parts = [part for compound in compounds(text) for part in compound]
    better = text
    for part in reversed(parts):
        if not vocabulary.knows(part.plain):
            correction = vocabulary.correct(part.plain)
            if correction:
                better = better[: part.start] + correction + better[part.end :]
    return "" if better == text else better.strip()


def _pairs(word: str) -> set[str]:
    """Return the pairs of letters of a word, its beginning and end marked: "^o", "or", "r$"."""
    marked = f"^{word}$"
    return {left + right for left, right in pairwise(marked)}


def _distance(left: str, right: str, limit: int) -> tuple[int, float]:
    """Return the number of edits (Damerau) and their cost; gives up above the limit."""
    before: list[tuple[int, float]] = []
    above = [(place, float(place)) for place in range(len(right) + 1)]
    for row, letter in enumerate(left, start=1):
        current = [(row, float(row))]
        for column, other in enumerate(right, start=1):
            same = letter == other
            best = min(
                _plus(above[column], 1.0),
                _plus(current[column - 1], 1.0),
                above[column - 1] if same else _plus(above[column - 1], 1.0),
            )
            swapped = (
                row > 1 and column > 1 and letter == right[column - 2] and left[row - 2] == other
            )
            if swapped and not same:
                best = min(best, _plus(before[column - 2], _TRANSPOSED))
            current.append(best)
        if min(current)[0] > limit:
            return limit + 1, limit + 1.0
        before, above = above, current
    edits, cost = above[-1]
    return edits, cost + (_FIRST_LETTER if left[0] != right[0] else 0.0)


def _plus(step: tuple[int, float], cost: float) -> tuple[int, float]:
    return step[0] + 1, step[1] + cost
