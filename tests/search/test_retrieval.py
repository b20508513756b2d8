import math
import random

import pytest
from whoosh.query import And, Term
from whoosh.scoring import TF_IDF

from livermets_desktop.model.query import QueryTerm
from livermets_desktop.search.indexer import build_index_in_memory
from livermets_desktop.search.lexicon import Alternative
from livermets_desktop.search.postings import WORDS
from livermets_desktop.search.query import parse
from livermets_desktop.search.retrieval import Retrieval
from livermets_desktop.search.suggestions import Vocabulary, read_words
from livermets_desktop.search.word_forms import stem
from tests.search.tiny import sections as tiny_sections
from tests.search.zipf import sections


class Rarity(TF_IDF):
    """Let Whoosh weigh a posting by the rarity of its word, as BM25 has it."""

    def idf(self, searcher, fieldname, text):
        count, found = searcher.doc_count_all(), searcher.doc_frequency(fieldname, text)
        return math.log(1 + (count - found + 0.5) / (found + 0.5))


def opened(texts):
    index = build_index_in_memory(texts)
    return index, Retrieval(index, Vocabulary(read_words(index.text(WORDS))))


@pytest.fixture(scope="module")
def many():
    index, retrieval = opened(sections(2_500))
    yield index, retrieval
    index.close()


@pytest.fixture(scope="module")
def tiny():
    index, retrieval = opened(tiny_sections())
    yield index, retrieval
    index.close()


def queries(index, count):
    """Return queries of one to three words that stand in one section, the frequent ones too."""
    dice = random.Random(3)  # noqa: S311
    for _ in range(count):
        *_, body = index.shown(dice.choice(index.docs))
        yield dice.sample(sorted(set(body.lower().rstrip(".").split())), dice.randint(1, 3))


def asked_of_whoosh(index, words):
    """Return all sections with all words and their scores, as Whoosh finds them."""
    query = And([Term("words", stem(word)) for word in words])
    with index._index.searcher(weighting=Rarity()) as searcher:
        return {hit.docnum: hit.score for hit in searcher.search(query, limit=None)}


def test_scores_of_200_queries_are_those_of_whoosh(many):
    index, retrieval = many
    most = 0
    for words in queries(index, 200):
        found = retrieval.find([QueryTerm((word,)) for word in words])
        expected = asked_of_whoosh(index, words)
        all_terms = {doc: found.scores[doc] for doc in expected}
        assert all_terms == pytest.approx(expected, rel=1e-6), words
        assert found.complete
        if len(expected) >= 20 or len(words) == 1:
            assert set(found.scores) == set(expected)
        most = max(most, len(expected))
    assert most > 1_024  # more than one block of postings


def docs_of(tiny, text, **options):
    index, retrieval = tiny
    found = retrieval.find(parse(text, **options).terms)
    return {(index.places[doc].article, index.places[doc].section) for doc in found.scores}


def test_a_phrase_is_found_where_its_words_stand_side_by_side(tiny):
    assert docs_of(tiny, '"sore mouth"') == {("chemotherapy", "side-effects")}
    assert docs_of(tiny, '"mouth sore"') == set()
    assert docs_of(tiny, '"sore mo', typing=True) == {("chemotherapy", "side-effects")}


def test_no_phrase_reaches_from_one_part_into_the_next(tiny):
    # The heading "How it spreads" stands before the text "Cells travel".
    assert docs_of(tiny, '"spreads cells"') == set()
    assert docs_of(tiny, '"cells travel"') == {("what-is-it", "spread")}


def test_other_words_count_less_than_the_typed_ones(tiny):
    _, retrieval = tiny
    (typed,) = parse("diarrhoea").terms
    (absent,) = parse("zebra").terms
    other = Alternative(0, 1, (typed,), ("diarrhoea",))
    own = retrieval.find([typed]).scores
    instead = retrieval.find([absent], [other]).scores
    assert set(own) == set(instead)
    assert all(0 < instead[doc] < own[doc] for doc in own)


def test_what_stands_for_two_terms_counts_as_both(tiny):
    _, retrieval = tiny
    terms = parse("zebra stripes").terms
    found = retrieval.find(terms, [Alternative(0, 2, parse("diarrhoea").terms, ("diarrhoea",))])
    assert len(found.scores) == 2  # at both levels
    assert found.complete
    assert all(found.counts)


def test_it_is_told_that_no_section_has_all(tiny):
    _, retrieval = tiny
    assert not retrieval.find(parse("bowel zebra").terms).complete
    assert retrieval.find(parse("bowel blood").terms).complete


def test_a_word_that_is_still_typed_counts_less_than_the_whole_word(tiny):
    _, retrieval = tiny
    whole = retrieval.find(parse("jaundice").terms).scores
    begun = retrieval.find(parse("jaun", typing=True).terms).scores
    assert set(begun) == set(whole)
    assert all(begun[doc] < whole[doc] for doc in whole)
