import pytest

from livermets_desktop.errors import IndexUnusableError
from livermets_desktop.model.kind import Kind
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


def test_an_excluded_word_stands_in_no_hit(tiny):
    assert ("chemotherapy", "y90") in places(tiny.search("tumour"))
    results = tiny.search("tumour -beads")
    assert results.hits
    assert ("chemotherapy", "y90") not in places(results)
    assert tiny.search("-beads").hits == ()


def test_a_word_of_a_title_is_wanted_there(tiny):
    assert {hit.article for hit in tiny.search("title:scan").hits} == {"ct-scan"}
    assert places(tiny.search("title:spreads")) == [("what-is-it", "spread")]
    assert len(tiny.search("title:scan slices").hits) == 1


def test_a_group_and_a_kind_are_left_and_counted():
    texts = [
        make("ct-scan", "a", Level.PLAIN, "One", "A kidney here."),
        make("ct-scan", "b", Level.PLAIN, "Two", "A kidney here.")._replace(group="other"),
        make("ct-scan", "c", Level.PLAIN, "Three", "A kidney.")._replace(kind=Kind.TERM),
        make("ct-scan", "c", Level.CLINICIAN, "Three", "A kidney.")._replace(kind=Kind.TERM),
    ]
    asked = searcher(texts)

    def found(**filters):
        results = asked.search("kidney", filters=Filters(**filters), typing=True)
        return {hit.section for hit in results.hits}, results.groups, results.kinds

    counted = (("all", 2), ("other", 1)), ((Kind.ARTICLE, 2), (Kind.TERM, 1))
    assert found() == ({"a", "b", "c"}, *counted)
    assert found(group="other") == ({"b"}, counted[0], ((Kind.ARTICLE, 1),))
    assert found(kind=Kind.TERM) == ({"c"}, (("all", 1),), counted[1])
    assert found(level=Level.CLINICIAN) == ({"c"}, (("all", 1),), ((Kind.TERM, 1),))
    assert found(group="nowhere")[0] == set()


def test_a_term_comes_below_a_section_of_that_name_and_help_comes_last():
    texts = [
        make("ct-scan", "a", Level.PLAIN, "Kidney", "Of a page.")._replace(kind=Kind.HELP),
        make("ct-scan", "b", Level.PLAIN, "Kidney", "A word.")._replace(kind=Kind.TERM),
        make("ct-scan", "c", Level.PLAIN, "Your kidney", "A text."),
    ]
    assert [hit.section for hit in searcher(texts).search("kidney").hits] == ["c", "b", "a"]


def test_help_comes_first_if_nothing_else_answers_or_it_is_asked_for_by_name():
    texts = [
        make("ct-scan", "in-short", Level.PLAIN, "In short", "How to print a page.")._replace(
            title="Copying", aliases=("printing a page",), kind=Kind.HELP
        ),
        make("ct-scan", "b", Level.PLAIN, "Kidney", "A page to turn."),
        make("ct-scan", "c", Level.PLAIN, "Other", "Finger print a page."),
    ]
    assert searcher(texts).search("print page how").hits[-1].section == "in-short"
    assert searcher(texts[:2]).search("print the page").hits[0].section == "in-short"
    assert searcher(texts).search("printing a page").hits[0].section == "in-short"


@pytest.mark.parametrize("typed", ["chemother", "Chemotherapy", "ct sca", "tumour mark"])
def test_a_title_of_which_the_beginning_was_typed_comes_first(tiny, typed):
    assert tiny.search(typed, typing=True).hits[0].section == "in-short"
    assert tiny.search(typed, typing=True).hits[0].title.casefold().startswith(typed.casefold())


def test_an_index_entry_names_the_section():
    texts = [
        make("ct-scan", "a", Level.PLAIN, "One", "Eggs and toast."),
        make("ct-scan", "b", Level.PLAIN, "Two", "Nothing.")._replace(entries=("no appetite",)),
        make("ct-scan", "c", Level.PLAIN, "Three", "No appetite, no appetite for eggs."),
    ]
    assert [hit.section for hit in searcher(texts).search("no appetite").hits] == ["b", "c"]


def test_snippets_are_cut_for_as_many_hits_as_are_shown(tiny):
    results = tiny.search("tumour", quoted=2)
    assert [bool(hit.snippet.text) for hit in results.hits[:3]] == [True, True, False]
    assert tiny.quote(results.hits, results.words) == tiny.search("tumour").hits


def test_what_is_found_nowhere_is_told(tiny):
    results = tiny.search("jaundice qwxyzzy")
    assert results.ignored == ("qwxyzzy",)
    assert results.partial
    assert tiny.search("chemotheropods").nearest == ("chemotherapy",)
    assert tiny.search("jaundise").corrected == (("jaundise", "jaundice"),)


def test_words_that_were_parted_or_joined_by_mistake_are_found(tiny):
    assert places(tiny.search("chemo therapy"))[0] == ("chemotherapy", "in-short")
    results = tiny.search("soremouth")
    assert places(results) == [("chemotherapy", "side-effects")]
    assert results.suggestion == "sore mouth"
    assert results.corrected == (("soremouth", "sore mouth"),)


def test_a_word_of_the_same_root_is_found_too(tiny):
    assert ("chemotherapy", "side-effects") in places(tiny.search("driving tiring"))
    assert tiny.search('"driver"').hits == ()


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
