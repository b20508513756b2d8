"""The relevance set itself: its sections exist, and its halves are apart."""

import pytest

from livermets_desktop import paths
from livermets_desktop.authoring.content_source import read_content
from livermets_desktop.authoring.problem import Report
from livermets_desktop.authoring.render import IN_SHORT
from tools.relevance import TEST, TUNING, read_queries


@pytest.fixture(scope="module")
def places():
    source = read_content(paths.content(), Report())
    return {
        f"{article.id}#{section}"
        for article, text in source.texts()
        for section in (IN_SHORT, *text.outline.section_ids())
    }


@pytest.mark.parametrize("half", [TUNING, TEST], ids=lambda half: half.stem)
def test_every_accepted_section_exists(half, places):
    missing = {place for query in read_queries(half) for place in query.accepted} - places

    assert missing == set()


def test_there_are_more_than_200_queries_of_every_kind():
    queries = read_queries(TUNING) + read_queries(TEST)

    assert len(queries) > 200
    assert {query.kind for query in read_queries(TUNING)} == {
        query.kind for query in read_queries(TEST)
    }


def test_no_query_stands_in_both_halves():
    halves = ({query.typed.casefold() for query in read_queries(half)} for half in (TUNING, TEST))

    assert set.intersection(*halves) == set()
