"""The ten searches on the help page are read as it says."""

import re

import pytest

from livermets_desktop import paths
from livermets_desktop.index_store import open_searcher
from livermets_desktop.library.reader import Library
from livermets_desktop.search.explanation import explain

PAGE = paths.content() / "help" / "search-tips" / "plain.md"
ROW = re.compile(r"^\| `(.+?)` \| (.+) \|$", re.MULTILINE)
EXAMPLES = [
    (typed, re.findall(r"\*\*(.+?)\*\*", words))
    for typed, words in ROW.findall(PAGE.read_text("utf-8"))
]


@pytest.fixture(scope="module")
def searcher(real_library):
    with Library.open(real_library, trusted=True) as library:
        opened = open_searcher(library, None)
    yield opened
    opened.close()


def test_there_are_ten_examples():
    assert len(EXAMPLES) == 10
    assert all(words for _, words in EXAMPLES)


@pytest.mark.parametrize(("typed", "words"), EXAMPLES)
def test_an_example_is_read_as_the_help_says(searcher, typed, words):
    results = searcher.search(typed)
    explained = " ".join(explain(results))
    assert [word for word in words if word not in explained] == []
    assert results.hits
