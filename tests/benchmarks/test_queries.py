import random
import re

import pytest

from livermets_desktop.model.article import SectionText
from livermets_desktop.model.level import Level
from tests.benchmarks.engine import Kind
from tests.benchmarks.misspelling import misspelled
from tests.benchmarks.queries import Vocabulary, queries
from tests.benchmarks.spelling import misspelled_queries
from tests.benchmarks.typed_queries import QUERIES

COUNT = 8
LETTERS = "bcdfghjklmnprstvw"
WORDS = [f"{one}{vowel}{two}ation" for one in LETTERS for vowel in "aeiou" for two in LETTERS]


def section(number, body):
    return SectionText(
        f"article-{number}", "part", Level.PLAIN, "Title", (), "Heading", body, "group", "Group"
    )


@pytest.fixture(scope="module")
def vocabulary():
    dice = random.Random(3)  # noqa: S311  # no secret
    # Zipf's law: the first words stand nearly everywhere.
    weights = [1 / (rank + 1) for rank in range(len(WORDS))]
    bodies = (" ".join(dice.choices(WORDS, weights, k=40)) for _ in range(300))
    return Vocabulary([section(number, body) for number, body in enumerate(bodies)])


@pytest.fixture(scope="module")
def asked(vocabulary):
    return queries(vocabulary, COUNT)


def test_there_are_as_many_queries_of_each_kind_as_wanted(asked):
    assert {kind: len(words) for kind, words in asked.items()} == dict.fromkeys(Kind, COUNT)


def test_the_queries_are_the_same_ones_each_time(vocabulary, asked):
    assert queries(Vocabulary(vocabulary.sections), COUNT) == asked


@pytest.mark.parametrize("kind", Kind)
def test_each_query_is_the_first_of_its_kind_to_use_its_words(vocabulary, asked, kind):
    words = [word[:3] for query in asked[kind] for word in query]
    assert len(set(words)) == len(words)
    assert vocabulary.first[:3] not in words


def bodies_with(vocabulary, words):
    texts = (one.body.split() for one in vocabulary.sections)
    return [text for text in texts if all(word in text for word in words)]


def test_common_words_stand_in_more_sections_than_rare_ones(vocabulary, asked):
    common, rare = (
        [len(bodies_with(vocabulary, words)) for words in asked[kind]]
        for kind in (Kind.COMMON, Kind.RARE)
    )
    assert min(common) > 10 * max(rare)
    assert min(rare) == 1


def test_three_terms_stand_together_somewhere(vocabulary, asked):
    assert all(bodies_with(vocabulary, words) for words in asked[Kind.AND])


def test_three_other_terms_stand_together_nowhere(vocabulary, asked):
    assert not any(bodies_with(vocabulary, words) for words in asked[Kind.OR])
    assert all(bodies_with(vocabulary, [word]) for words in asked[Kind.OR] for word in words)


def test_a_phrase_stands_in_a_section(vocabulary, asked):
    texts = [one.body for one in vocabulary.sections]
    assert all(any(" ".join(words) in text for text in texts) for words in asked[Kind.PHRASE])


def test_a_word_and_a_beginning_stand_together_somewhere(vocabulary, asked):
    for word, beginning in asked[Kind.WORD_AND_PREFIX]:
        texts = bodies_with(vocabulary, [word])
        assert any(other.startswith(beginning) for text in texts for other in text)


def test_no_misspelled_word_is_a_word():
    # Leave out a letter or write it twice: that is the next word.
    words = [letter * length for letter in LETTERS for length in range(4, 15)]
    vocabulary = Vocabulary([section(1, " ".join(words))])
    written = {word for (word,) in queries(vocabulary, COUNT)[Kind.MISSPELLED]}
    assert len(written) == COUNT
    assert not written & set(words)


def test_words_of_grammar_are_not_searched_for():
    assert Vocabulary([section(1, "what does this scan show their")]).by_use == ["scan", "show"]


def distance(one, other):
    """Return the number of letters to add, leave out or replace."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        above, row = row, [i]
        for j, wanted in enumerate(other, 1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + (letter != wanted)))
    return row[-1]


@pytest.mark.parametrize("slips", [1, 2])
def test_slips_are_few_and_spare_the_first_letter(slips):
    dice = random.Random(1)  # noqa: S311  # no secret
    written = {misspelled("metastasis", slips, dice) for _ in range(300)}
    assert all(re.fullmatch("m[a-z]+", word) for word in written)
    # Two letters swapped are two letters replaced.
    assert max(distance("metastasis", word) for word in written) == 2 * slips
    assert len(written) > 50


def test_misspelled_queries_are_queries_but_for_one_word():
    queries_ = misspelled_queries()
    assert len(queries_) > 50
    assert len(set(queries_) - set(QUERIES)) > 0.8 * len(queries_)
    assert {len(query.split()) for query in queries_} >= {1, 2, 3}
