"""One reader, two days: the whole program is started twice, as a process of its own."""

import json
import sys

import pytest


@pytest.fixture
def day(run_process, library):
    """Return a function that starts the program for a reader and returns what that one saw."""

    def run(name, **environment):
        done = run_process(sys.executable, "-m", "tests.e2e.reader", name, library, **environment)
        assert (done.code, done.err) == (0, "")
        return json.loads(done.out)

    return run


def test_a_reader_searches_opens_follows_a_link_and_goes_back(day):
    assert day("first") == {
        "start": "LiverMets Desktop",
        "found": True,
        "opened": ["ct-scan", "what-it-shows"],
        "marked": ["Hypodense"],
        "followed": "blood-tests",
        "back": "ct-scan",
        "forward": "blood-tests",
        "home": "LiverMets Desktop",
        "notice": "",
    }


def test_preferences_and_topics_are_there_the_next_day_and_places_are_not(day, tmp_path):
    day("first")
    kept = json.loads(
        (tmp_path / "home/xdg_config_home/livermets-desktop/settings.json").read_text()
    )
    assert (kept["level"], kept["theme"], kept["text_size"]) == ("clinician", "dark", 125)
    assert kept["window"] == [700, 560]
    assert kept["outline_shown"] is False
    assert day("second") == {
        "level": "clinician",
        "theme": "dark",
        "text_size": 125,
        "size": [700, 560],
        "outline": False,
        "back": False,
        "recent": ["blood-tests", "ct-scan"],
        "query": "",
        "notice": "",
    }


def test_nothing_that_was_typed_stays_on_the_disk_and_of_what_was_read_the_topics(day, tmp_path):
    day("first")
    files = [path for path in (tmp_path / "home").rglob("*") if path.is_file()]
    assert {path.name for path in files} >= {"settings.json", "livermets-desktop.log"}
    for path in files:
        assert b"hypodense" not in path.read_bytes().lower(), path
        assert (b"blood-tests" in path.read_bytes()) == (path.name == "topics.json"), path
        assert b"what-it-shows" not in path.read_bytes(), path
        assert b"ERROR" not in path.read_bytes(), path


def test_corrupt_preferences_are_set_aside_with_a_notice(day, tmp_path):
    folder = tmp_path / "home/xdg_config_home/livermets-desktop"
    folder.mkdir(parents=True)
    (folder / "settings.json").write_text('{"format": 1, "text_size": ')
    second = day("second")
    assert (second["level"], second["text_size"]) == ("plain", 100)
    assert second["notice"].endswith("the old file is kept.")
    assert (folder / "settings.bad").read_text() == '{"format": 1, "text_size": '


def test_without_a_home_folder_the_program_works(day):
    nowhere = dict.fromkeys(
        ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"), "/proc/nowhere"
    )
    assert day("first", **nowhere)["opened"] == ["ct-scan", "what-it-shows"]
    assert day("second", **nowhere)["level"] == "plain"


def test_the_self_test_passes_on_the_library_that_ships(run_program, real_library):
    done = run_program("--self-test", "--library", real_library)
    assert (done.code, done.out, done.err) == (0, "", "")


def test_the_self_test_fails_with_a_sentence_where_nothing_can_be_read(run_program, tmp_path):
    (tmp_path / "empty").mkdir()
    done = run_program("--self-test", "--library", tmp_path / "empty")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("There is no library in ")
    assert done.err.count("\n") == 1


def test_an_article_may_be_named_at_the_start(run_program, real_library):
    place = ("--article", "symptoms-and-signs#jaundice", "--level", "clinician")
    done = run_program("--self-test", *place, "--library", real_library)
    assert (done.code, done.err) == (0, "")
    done = run_program("--self-test", "--article", "../x", "--library", real_library)
    assert done.code == 1
    assert "“../x” is not a place in the library" in done.err
