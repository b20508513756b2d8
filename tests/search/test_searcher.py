import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from livermets_desktop.errors import IndexUnusableError
from livermets_desktop.model.level import Level
from livermets_desktop.model.query import Filters
from livermets_desktop.search.indexer import build_index
from livermets_desktop.search.searcher import Searcher
from tests.search.tiny import make, searcher, sections


@pytest.fixture(scope="module")
def tiny():
    with_index = searcher()
    yield with_index
    with_index.close()


def places(results):
    return [(hit.article, hit.section) for hit in results.hits]


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("ct scan", ("ct-scan", "in-short")),
        ("what is a CT scan?", ("ct-scan", "in-short")),
        ("What is a liver metastasis", ("what-is-it", "in-short")),
        ("liver mets", ("what-is-it", "in-short")),
        ("tumor marker", ("tumour-markers", "in-short")),
        ("cat scans", ("ct-scan", "in-short")),
        ("ca199", ("tumour-markers", "in-short")),
        ("5fu", ("chemotherapy", "in-short")),
    ],
)
def test_the_article_with_that_title_or_alias_comes_first(tiny, query, place):
    results = tiny.search(query)
    assert places(results)[0] == place
    assert results.exact


def test_title_words_come_before_heading_words_before_body_words():
    texts = [
        make("ct-scan", "a", Level.PLAIN, "One", "A kidney here.")._replace(
            title="Two", aliases=()
        ),
        make("ct-scan", "b", Level.PLAIN, "The kidney", "Nothing.")._replace(
            title="Two", aliases=()
        ),
        make("what-is-it", "in-short", Level.PLAIN, "In short", "Nothing.")._replace(
            title="Your kidney now",
            aliases=(),
        ),
    ]
    results = searcher(texts).search("kidney")
    assert [hit.section for hit in results.hits] == ["in-short", "b", "a"]
    assert not results.exact


@pytest.mark.parametrize("query", ["CA 19-9", "ca19-9", "CA199", "ca 19 9", "CA-19-9"])
def test_a_marker_is_found_however_it_is_written(tiny, query):
    assert ("tumour-markers", "which") in places(tiny.search(query))


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("y90", ("chemotherapy", "y90")),
        ("Y-90", ("chemotherapy", "y90")),
        ("Y 90", ("chemotherapy", "y90")),
        ("5 fu", ("chemotherapy", "in-short")),
        ("HER2", ("chemotherapy", "y90")),
        ("her 2", ("chemotherapy", "y90")),
        ("vitamin c", ("chemotherapy", "y90")),
        ("child pugh", ("chemotherapy", "dose")),
        ("child-pugh", ("chemotherapy", "dose")),
        ("childpugh", ("chemotherapy", "dose")),
        ("esophageal", ("chemotherapy", "dose")),
        ("menetrier", ("chemotherapy", "dose")),
        ("US", ("chemotherapy", "evidence")),
        ("PR", ("chemotherapy", "evidence")),
        ("can", ("chemotherapy", "side-effects")),
        ("not", ("tumour-markers", "limits")),
        ("diarrhea", ("chemotherapy", "side-effects")),
        ("alpha fetoprotein", ("tumour-markers", "which")),
        ("alphafetoprotein", ("tumour-markers", "which")),
        ("mets bowel", ("what-is-it", "spread")),
        ('"sore mouth"', ("chemotherapy", "side-effects")),
    ],
)
def test_the_section_is_found_first(tiny, query, place):
    assert places(tiny.search(query))[0] == place


def test_a_phrase_wants_its_words_side_by_side(tiny):
    assert tiny.search('"mouth sore"').hits == ()
    assert tiny.search('"sore mo', typing=True).total == 1


def test_all_words_are_wanted_first(tiny):
    assert places(tiny.search("bowel blood")) == [("what-is-it", "spread")]


def test_most_words_do_if_no_section_has_all(tiny):
    results = tiny.search("bowel blood zebra")
    assert places(results)[0] == ("what-is-it", "spread")
    assert len(tiny.search("bowel zebra").hits) == 1


def test_a_word_may_still_be_typed(tiny):
    assert tiny.search("jaun").total == 0
    results = tiny.search("jaun", typing=True)
    assert places(results) == [("tumour-markers", "which")]
    assert "jaundic" in results.words
    assert results.suggestion == ""


def test_a_section_comes_once_at_its_better_level():
    texts = [
        make("ct-scan", "dose", Level.PLAIN, "Dose", "About rays."),
        make("ct-scan", "dose", Level.CLINICIAN, "Dose", "Rays: rays and rays."),
    ]
    with_index = searcher(texts)
    assert [hit.level for hit in with_index.search("rays").hits] == [Level.CLINICIAN]


def test_the_preferred_level_wins_if_both_are_near(tiny):
    for level in Level:
        hits = tiny.search("tumour", prefer=level).hits
        assert {hit.level for hit in hits} == {level}


def test_a_preferred_level_does_not_hide_what_stands_at_the_other_only(tiny):
    hits = tiny.search("varices", prefer=Level.PLAIN).hits
    assert [(hit.section, hit.level) for hit in hits] == [("dose", Level.CLINICIAN)]


def test_a_level_finds_only_texts_of_that_level(tiny):
    assert tiny.search("varices", filters=Filters(level=Level.PLAIN)).total == 0
    assert {
        hit.level for hit in tiny.search("liver", filters=Filters(level=Level.CLINICIAN)).hits
    } == {Level.CLINICIAN}


def test_scores_fall_along_the_list_and_the_order_never_changes(tiny):
    first = tiny.search("liver tumour cancer")
    scores = [hit.score for hit in first.hits]
    assert scores == sorted(scores, reverse=True)
    assert searcher().search("liver tumour cancer") == first


def test_the_limit_holds_and_the_total_is_told(tiny):
    results = tiny.search("tumour", limit=2)
    assert len(results.hits) == 2
    assert results.total > 2


def test_a_hit_can_be_shown_without_the_library(tiny):
    hit = tiny.search("jaundice").hits[0]
    assert (hit.title, hit.heading, hit.group_title) == (
        "Tumour markers",
        "Which are measured",
        "All of it",
    )
    (mark,) = hit.snippet.marks
    assert hit.snippet.text[slice(*mark)] == "jaundice"


@pytest.mark.parametrize(
    ("query", "better"),
    [
        ("jaundcie", "jaundice"),
        ("metastsis of the liver", "metastasis of the liver"),
        ("chemothreapy", "chemotherapy"),
        ("jaundice", ""),
        ("CA 19-9", ""),
        ("zzzzzzz", ""),
    ],
)
def test_a_better_spelling_is_suggested(tiny, query, better):
    assert tiny.search(query).suggestion == better
    assert tiny.suggest(query) == better


HOSTILE = [
    "",
    " ",
    "x" * 10_000,
    "x" * 1_000_000,
    "é" * 1_000_000,
    "(" * 5_000,
    "(" * 2_500 + "liver" + ")" * 2_500,
    "NOT " * 1_000 + "liver",
    "**",
    "*",
    "*a*",
    "[a TO b]",
    "[a TO",
    "{a TO b}",
    "a^1000 b~9",
    "title:liver AND",
    '"' + "liver " * 1_000 + '"',
    '"' * 1_000,
    "\ud800\udfff\ud800",
    "liver\0metastases",
    "\N{ZERO WIDTH JOINER}" * 1_000,
    "🙂🙃 👩‍⚕️",
    "?!.,;:-–—/\\'’",
    "\u202eliver\u202c",
    "1/" * 10_000,
    "a " * 10_000,
    "'s",
    "ʹ ˈ ͅ",
    "e" + "\u0301" * 10_000,
]


@pytest.mark.no_cover
@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("typing", [False, True])
def test_a_hostile_query_is_answered_at_once(tiny, query, typing):
    start = time.process_time()
    results = tiny.search(query, typing=typing)
    tiny.suggest(query)
    assert time.process_time() - start < 0.5
    assert len(results.query) <= 257


@settings(max_examples=1000, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.one_of(
        st.text(max_size=300),
        st.lists(
            st.sampled_from(
                [*"\"'*()[]-/ 0159ca", "liver", "CA 19-9", "α", "NOT", "tum", "\ud800"]
            ),
            max_size=40,
        ).map("".join),
    ),
    st.booleans(),
)
def test_any_query_is_answered(tiny, query, typing):
    results = tiny.search(query, typing=typing)
    for hit in results.hits:
        assert hit.score > 0
        assert all(0 <= start < end <= len(hit.snippet.text) for start, end in hit.snippet.marks)


def test_an_empty_library_is_searched():
    assert searcher([]).search("liver").hits == ()


def test_an_index_on_the_disk_answers_like_one_in_memory(tmp_path, tiny):
    done = []
    build_index(tmp_path / "index", sections(), progress=done.append)
    on_disk = Searcher.open(tmp_path / "index")
    assert done[-1] == len(list(sections()))
    for query in ("liver", "ca199", "side effects", "tum"):
        assert on_disk.search(query) == tiny.search(query)
    on_disk.close()


def test_a_broken_source_of_sections_leaves_no_index(tmp_path):
    def broken():
        yield next(sections())
        raise IndexUnusableError

    with pytest.raises(IndexUnusableError):
        build_index(tmp_path, broken())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.filterwarnings(
    # Whoosh leaves the damaged file to the garbage collector.
    "ignore::pytest.PytestUnraisableExceptionWarning"
)
def test_an_index_that_is_missing_or_damaged_cannot_be_used(tmp_path):
    with pytest.raises(IndexUnusableError):
        Searcher.open(tmp_path / "missing")
    build_index(tmp_path, sections())
    for path in tmp_path.iterdir():
        path.write_bytes(path.read_bytes()[:20])
    with pytest.raises(IndexUnusableError):
        Searcher.open(tmp_path)


@pytest.mark.parametrize("error", [MemoryError, RecursionError, IndexError, EOFError])
def test_whatever_breaks_while_searching_is_told_as_one_error(error):
    class Broken:
        def find(self, *_):
            raise error

    broken = searcher()
    broken._retrieval = Broken()
    with pytest.raises(IndexUnusableError):
        broken.search("liver")
