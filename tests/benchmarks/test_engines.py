import json
import subprocess
import sys

import pytest

from livermets_desktop.model.article import SectionText
from livermets_desktop.model.level import Level
from tests.benchmarks.engine import ENGINES, FTS5, KINDS, OURS, TANTIVY, Kind, load
from tests.benchmarks.fts5 import match
from tests.benchmarks.quoting import quote
from tests.benchmarks.start import ROOT

BODIES = (
    "The scanner takes pictures of the liver.",
    "Pictures of the liver & the bowel are taken by a scanner.",
    "Tablets against sickness help most people.",
    "A biopsy takes a little tissue.",
)
SECTIONS = [
    SectionText(f"article-{number}", "part", Level.PLAIN, "Title", (), "Heading", body, "g", "G")
    for number, body in enumerate(BODIES)
]
OTHERS = [engine for engine in ENGINES if engine != OURS]  # ours needs the compiled library
FOUND = {
    Kind.COMMON: (("scanner",), 2),
    Kind.RARE: (("biopsy",), 1),
    Kind.AND: (("scanner", "liver", "bowel"), 1),
    Kind.OR: (("scanner", "sickness", "tissue"), 4),
    Kind.PHRASE: (("takes", "pictures"), 1),
    Kind.PREFIX: (("sca",), 2),
    Kind.WORD_AND_PREFIX: (("liver", "bow"), 1),
    Kind.MISSPELLED: (("bipsy",), 1),
}


@pytest.mark.parametrize(
    ("engine", "kind"), [(engine, kind) for engine in OTHERS for kind in KINDS[engine]]
)
def test_every_engine_finds_the_same_with_snippets(engine, kind, tmp_path):
    words, count = FOUND[kind]
    maker = load(engine)
    maker.build(tmp_path / "index", SECTIONS)
    answer = maker.open(tmp_path / "index").answer(kind, words)
    assert len(answer) == count
    assert all(section[-1] for section in answer)
    if kind is Kind.RARE:
        assert "little tissue" in answer[0][-1]


@pytest.mark.parametrize(
    ("kind", "words", "query"),
    [
        (Kind.COMMON, ("liver",), '"liver"'),
        (Kind.AND, ("a", "b", "c"), '"a" "b" "c"'),
        (Kind.OR, ("a", "b", "c"), '"a" OR "b" OR "c"'),
        (Kind.PHRASE, ("a", "b"), '"a b"'),
        (Kind.WORD_AND_PREFIX, ("a", "b"), '"a" "b"*'),
    ],
)
def test_queries_are_written_in_the_language_of_fts5(kind, words, query):
    assert match(kind, words) == query


def test_a_quotation_begins_a_little_before_the_first_word_found():
    text = "x" * 100 + " the liver and the Liver"
    assert quote(text, ["liver", "bowel"], 60) == "x" * 35 + " the [liver] and the [Liver]"


def test_without_the_words_a_quotation_is_the_beginning():
    assert quote("Pictures of the liver", ["bowel"], 8) == "Pictures"


def call(folder, request):
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.engine_process", folder / "reply"],
        input=json.dumps(request),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads((folder / "reply").read_text())


def test_a_process_opens_an_index_and_asks_each_query_twice(tmp_path):
    load(FTS5).build(tmp_path / "index", SECTIONS)
    request = {"act": "ask", "engine": FTS5, "folder": str(tmp_path / "index"), "first": ["help"]}
    reply = call(
        tmp_path, request | {"kind": "phrase", "queries": [["the", "liver"], ["no", "such"]]}
    )
    assert reply["found"] == [2, 0]
    assert [len(reply[times]) for times in ("cold", "warm")] == [2, 2]
    assert min(reply["open"], reply["first"], *reply["cold"], *reply["warm"]) > 0


def test_an_engine_needs_more_memory_than_none(tmp_path):
    load(TANTIVY).build(tmp_path / "index", SECTIONS)
    request = {"act": "memory", "folder": str(tmp_path / "index")}
    queries = {kind: [words] for kind, (words, _) in FOUND.items()}
    bare = call(tmp_path, request | {"engine": "", "queries": {}})["memory"]
    loaded = call(tmp_path, request | {"engine": TANTIVY, "queries": queries})["memory"]
    assert bare == 0 or 1 < loaded - bare < 100
