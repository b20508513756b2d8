"""What the library says about itself is counted from the library."""

import re
from collections import Counter

import pytest

from livermets_desktop.model.level import Level

COUNTS = re.compile(
    r"Of the (\d+) statements in the register (\d+) are seen, (\d+) definitions,"
    r" (\d+) editorial and (\d+) unverified"
)
FURTHER = re.compile(r"(\d+) further facts .* with (\d+) sources in all")


@pytest.fixture
def about(source):
    return source.articles["about-this-library"].texts[Level.CLINICIAN]


def test_the_counts_of_the_register_are_true(source, about):
    statuses = Counter(claim.status for claim in source.claims.values())

    counts = [int(count) for count in COUNTS.search(about.text).groups()]

    kinds = ("seen", "definition", "editorial", "unverified")
    assert counts == [len(source.claims), *(statuses[kind] for kind in kinds)]


def test_the_counts_of_further_facts_and_sources_are_true(source, about):
    further = [claim for claim in source.claims.values() if not claim.is_core]

    counts = [int(count) for count in FURTHER.search(about.text).groups()]

    assert counts == [len(further), len(source.sources)]


def test_every_fact_that_differs_from_the_starting_article_is_named(source, about):
    changed = {
        claim.id for claim in source.claims.values() if claim.change in {"corrected", "clarified"}
    }

    assert len(changed) == 79
    assert changed <= named(about)


def test_every_unverified_row_is_named(source, about):
    unverified = {claim.id for claim in source.claims.values() if claim.status == "unverified"}

    assert unverified <= named(about)


def named(about):
    return {name for comment in about.outline.claims for name in comment.ids}
