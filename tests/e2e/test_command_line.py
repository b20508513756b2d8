"""The commands as a reader types them, on the library that ships."""

import json
import os
import subprocess
import sys

import pytest

from livermets_desktop import __version__
from livermets_desktop.cli import main
from livermets_desktop.library.format import FORMAT

KEYS = ["article", "section", "level", "title", "heading", "snippet", "score"]


@pytest.fixture
def ask(run_program, real_library):
    """Return a function that searches the real library in a process and reads the JSON."""

    def run(query, *options):
        done = run_program("search", query, "--json", "--library", real_library, *options)
        assert "Traceback" not in done.err
        assert done.seconds <= 2
        hits = json.loads(done.out)
        assert done.code == (0 if hits else 1)
        return hits

    return run


@pytest.fixture
def call(capsys, real_library):
    """Return a function that runs a command on the real library within this process."""

    def run(*arguments):
        try:
            code = main([*arguments, "--library", str(real_library)])
        except SystemExit as ended:
            code = ended.code
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


def test_the_article_about_the_word_comes_first(ask):
    hits = ask("jaundice")
    assert list(hits[0]) == KEYS
    assert (hits[0]["article"], hits[0]["section"]) == ("jaundice-and-itch", "in-short")
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)
    places = [(hit["article"], hit["section"]) for hit in hits]
    assert len(set(places)) == len(places)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("Y-90", ("y-90", "yttrium")),
        ("CA 19-9", ("ca 19-9",)),
        ("5-FU", ("5-fu", "fluorouracil")),
    ],
)
def test_names_with_numbers_find_the_articles_that_hold_them(ask, call, query, names):
    hits = ask(query, "--limit", "3")
    assert hits
    for hit in hits:
        _, page, _ = call("show", hit["article"], "--level", hit["level"])
        assert any(name in page.lower() for name in names), hit["article"]


@pytest.mark.parametrize(
    "query",
    [
        "**",
        "(((((",
        "x" * 10_000,
        "",
        " ",
        "*a*",
        "[a TO b]",
        "NOT " * 500,
        '"',
        "\u202e",
        "--",
        "🦠",
    ],
    ids=lambda query: f"{query[:8]!a} {len(query)}",
)
def test_a_query_that_hurts_is_answered_with_a_list(run_program, real_library, query):
    arguments = ("--json", "--library", real_library, "--", query)
    done = run_program("search", *arguments)
    assert done.code in (0, 1)
    assert (json.loads(done.out) == []) == (done.code == 1)
    assert done.err == ""
    assert done.seconds <= 2


@pytest.mark.skipif(os.name != "posix", reason="arguments are bytes on Unix only")
def test_a_query_that_is_no_text_is_answered_with_a_list(run_process, real_library):
    search = f"{sys.executable} -m livermets_desktop search --json --library {real_library}"
    done = run_process("sh", "-c", f"{search} \"$(printf 'jaundice \\377\\376')\"")
    assert done.code == 0
    assert json.loads(done.out)
    assert done.err == ""


def test_a_level_and_a_limit_hold(call):
    code, out, _ = call("search", "liver", "--json", "--limit", "3", "--level", "plain")
    assert code == 0
    assert [hit["level"] for hit in json.loads(out)] == ["plain"] * 3


def test_hits_are_lines_for_readers_without_json(call):
    code, out, err = call("search", "jaundice", "--limit", "2", "--explain")
    lines = out.splitlines()
    assert code == 0
    assert len(lines) == 4
    assert "jaundice-and-itch#in-short" in lines[0]
    assert lines[1].startswith("    ")
    wanted, also, *_ = err.splitlines()
    assert wanted == "Wanted: jaundice."
    assert also.startswith("Also searched, counting less: icterus, yellow skin, yellow eyes,")


def test_nothing_found_is_said(call):
    code, out, err = call("search", "qwxyzzy")
    assert (code, out) == (1, "")
    assert err == "Nothing found for “qwxyzzy”.\n"


def test_filters_and_what_is_near_are_told(call):
    code, out, _ = call("search", "biopsy", "--kind", "term", "--json")
    assert (code, {hit["article"] for hit in json.loads(out)}) == (0, {"glossary"})
    code, out, _ = call("search", "biopsy", "--group", "symptoms", "--json")
    assert code in (0, 1)
    assert "biopsy" not in {hit["article"] for hit in json.loads(out)}
    code, _, err = call("search", "biopsy", "--group", "nowhere")
    assert code == 2
    assert err.startswith("There is no group “nowhere”; the groups are: start-here, ")
    _, _, err = call("search", "hepatoblubberology")
    assert "Near words: hepato" in err


def test_a_slip_is_forgiven_and_the_right_spelling_offered(call):
    code, out, err = call("search", "jaundise", "--limit", "1")
    assert code == 0
    assert out.startswith("Jaundice, dark urine and itch > ")
    assert err == "Did you mean “jaundice”?\n"


def test_an_article_is_shown_whole_or_one_section_of_it(call):
    code, page, err = call("show", "symptoms-and-signs")
    assert (code, err) == (0, "")
    title, state, *_ = page.splitlines()
    assert title == "Symptoms and signs"
    assert state.startswith("Level: plain. Checked 20")
    assert "not yet reviewed by a clinician" in state
    code, section, err = call("show", "symptoms-and-signs#jaundice", "--level", "clinician")
    assert (code, err) == (0, "")
    assert "Level: clinician" in section
    assert "jaundice" in section.lower()
    assert len(section) < len(page)


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("ct-scan#y", "The library has no “ct-scan#y”: look for it by search."),
        ("nothing", "The library has no “nothing”: look for it by search."),
        ("../../etc/passwd", "“../../etc/passwd” is not a place in the library: write ARTICLE or"),
        ("", "“” is not a place in the library"),
        ("A" * 10_000, "is not a place in the library"),
    ],
)
def test_a_place_that_is_not_there_is_one_sentence(call, place, sentence):
    code, out, err = call("show", place)
    assert (code, out) == (1, "")
    assert sentence in err
    assert err.count("\n") == 1
    assert len(err) < 300


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["search", "liver", "--level", "expert"], "write plain or clinician"),
        (["search", "liver", "--limit", "0"], "write a number from 1 to 200"),
        (["search", "liver", "--limit", "201"], "write a number from 1 to 200"),
        (["search", "liver", "--limit", "-1"], "write a number from 1 to 200"),
        (["search", "liver", "--limit", "9" * 5_000], "write a number from 1 to 200"),
        (["search", "liver", "--limit", "many"], "write a number from 1 to 200"),
        (["search"], "required: QUERY"),
        (["search", "one", "two"], "unrecognized arguments: two"),
        (["show"], "required: ARTICLE[#SECTION]"),
        (["find", "liver"], "invalid choice"),
        (["content"], "required: ACTION"),
        (["content", "build"], "required: --output"),
        (["content", "review"], "required: --output"),
    ],
    ids=lambda value: " ".join(value)[:30] if isinstance(value, list) else "",
)
def test_bad_usage_is_told_and_ends_with_2(capsys, arguments, words):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    told = capsys.readouterr()
    assert (ended.value.code, told.out) == (2, "")
    assert words in told.err.splitlines()[-1]


def test_the_version_is_told(run_program):
    done = run_program("--version")
    assert (done.code, done.out, done.err) == (0, f"livermets-desktop {__version__}\n", "")


def broken_libraries(folder):
    for name in ("empty", "newer", "damaged", "without tables"):
        (folder / name).mkdir()
    (folder / "file").touch()
    manifest = '{"format": %s, "id": "x", "version": "1", "files": {}}'
    for name, number in (("newer", FORMAT + 1), ("damaged", FORMAT), ("without tables", FORMAT)):
        (folder / name / "manifest.json").write_text(manifest % number)
        (folder / name / "library.db").touch()
    (folder / "damaged" / "library.db").write_bytes(b"no database" * 1_000)
    return {
        "nowhere": "There is no library in",
        "file": "There is no library in",
        "empty": "There is no library in",
        "newer": f"has format {FORMAT + 1}, this program reads format {FORMAT}",
        "damaged": "is damaged: install it again",
        "without tables": "is damaged: install it again",
    }


@pytest.mark.parametrize("command", [["search", "liver"], ["show", "ct-scan"]])
def test_a_folder_without_a_usable_library_is_one_sentence(tmp_path, capsys, command):
    for name, words in broken_libraries(tmp_path).items():
        code = main([*command, "--library", str(tmp_path / name)])
        told = capsys.readouterr()
        assert (code, told.out) == (1, ""), name
        assert words in told.err, name
        assert told.err.count("\n") == 1, name


def test_a_build_names_the_problems_that_stop_it(tmp_path, capsys):
    output = tmp_path / "library"

    assert main(["content", "build", str(tmp_path), "--output", str(output)]) == 1
    captured = capsys.readouterr()
    assert f"{tmp_path / 'library.toml'}:1: " in captured.out
    assert captured.err.startswith(f"The library is not compiled: {tmp_path} has ")
    assert not output.exists()


def test_problems_of_a_content_source_are_lines_with_file_and_place(tmp_path, capsys):
    assert main(["content", "check", str(tmp_path)]) == 1
    told = capsys.readouterr()
    assert f"{tmp_path}/library.toml:1: " in told.out
    assert told.err == ""
    assert main(["content", "build", str(tmp_path), "--output", str(tmp_path / "library")]) == 1
    told = capsys.readouterr()
    assert told.err.count("\n") == 1
    assert not (tmp_path / "library").exists()


@pytest.mark.skipif(os.name != "posix", reason="the shell is that of Unix")
@pytest.mark.parametrize(
    ("output", "code", "words"),
    [
        ("> /dev/full", 1, "This cannot be read or written: No space left on device (output).\n"),
        (">&-", 0, ""),
        ("| true; exit ${PIPESTATUS[0]}", 0, ""),
    ],
)
def test_an_output_that_takes_nothing_is_no_traceback(real_library, output, code, words):
    search = f"{sys.executable} -m livermets_desktop search liver --limit 200 --library"
    done = subprocess.run(
        ["bash", "-c", f"{search} '{real_library}' {output}"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (code, words)
