import random
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager

import pytest

from livermets_desktop.authoring.build import build
from livermets_desktop.errors import ContentError
from livermets_desktop.library.integrity import verify_database, verify_index
from livermets_desktop.library.reader import Library
from livermets_desktop.model.level import Level
from tests.authoring.conftest import ROOT
from tests.authoring.faults import ARTICLE, PLAIN, replace

PROGRAM = """
import sys
from datetime import date
from pathlib import Path
from livermets_desktop.authoring.build import build
print("ready", flush=True)
content, output, resources = map(Path, sys.argv[1:])
build(content, output, resources=resources, today=date(2026, 11, 22))
"""


@pytest.fixture
def library(content, tmp_path, today, resources):
    output = tmp_path / "out" / "library"
    build(content, output, resources=resources, today=today)
    return output


def test_a_compiled_library_is_complete_and_can_be_read(library):
    assert verify_database(library)
    assert verify_index(library)
    with Library.open(library, trusted=True) as opened:
        article = opened.article("first-steps", Level.PLAIN)
        assert [section.id for section in article.sections] == [
            "in-short",
            "how-it-works",
            "in-detail",
            "what-to-do-now",
        ]
        assert [source.key for source in article.sources] == ["BETA", "ALPHA"]
        assert [topic.id for topic in article.related] == ["second-look"]
        assert article.reviewed_by == ""
        assert opened.figure("first-steps/lantern", "dark").startswith(b"\x89PNG")
        assert opened.term("colour-temperature").us == ("color temperature",)
        assert opened.everyday_words() == (("children", "kids", "little ones"),)


def test_planned_articles_and_empty_groups_do_not_appear(library):
    with Library.open(library, trusted=True) as opened:
        assert [topic.id for topic in opened.children()] == ["start"]
        assert [topic.id for topic in opened.articles()] == ["first-steps", "second-look"]


def test_nothing_is_left_beside_the_library(library):
    assert [entry.name for entry in library.parent.iterdir()] == ["library"]


def test_the_same_source_gives_the_same_database(library, content, tmp_path, today, resources):
    again = tmp_path / "again"
    build(content, again, resources=resources, today=today)

    assert (again / "library.db").read_bytes() == (library / "library.db").read_bytes()


def test_a_new_library_replaces_the_old_one(library, content, today, resources):
    replace("First steps", "First strides")(content / ARTICLE)
    build(content, library, resources=resources, today=today)

    with Library.open(library, trusted=True) as opened:
        assert opened.topic("first-steps").title == "First strides"


def test_problems_keep_the_old_library_and_are_told(library, content, today, resources):
    before = (library / "library.db").read_bytes()
    replace("[@BETA]", "[@NOBODY]")(content / PLAIN)

    with pytest.raises(ContentError) as caught:
        build(content, library, resources=resources, today=today)

    assert caught.value.problems == (
        f"{content / PLAIN}:2: The source “NOBODY” is not in sources.toml.",
    )
    assert (library / "library.db").read_bytes() == before


def test_a_warning_does_not_stop_a_build(content, tmp_path, today, resources):
    replace("2027-11-01", "2026-11-02")(content / ARTICLE)

    build(content, tmp_path / "library", resources=resources, today=today)

    assert verify_database(tmp_path / "library")


def test_a_folder_that_is_no_library_is_never_replaced(content, tmp_path, today, resources):
    output = tmp_path / "precious"
    output.mkdir()
    (output / "letter.txt").write_text("Dear reader")

    with pytest.raises(ContentError, match="no compiled library"):
        build(content, output, resources=resources, today=today)

    assert (output / "letter.txt").read_text() == "Dear reader"


def test_progress_counts_every_figure_text_and_section(content, tmp_path, today, resources):
    counts = {}

    @contextmanager
    def progress(label, total):
        counts[label] = [total, 0]

        def advance():
            counts[label][1] += 1

        yield advance

    build(content, tmp_path / "library", resources=resources, today=today, progress=progress)

    assert counts == {"Figures": [1, 1], "Articles": [3, 3], "Index": [11, 11]}


def test_nothing_is_written_to_stderr_without_a_terminal(content, tmp_path):
    done = _run(content, tmp_path / "library")

    assert done.wait() == 0
    with done.stderr as stderr:
        assert stderr.read() == b""


def test_a_killed_build_leaves_the_old_or_the_new_library(content, tmp_path, today, resources):
    output = tmp_path / "out" / "library"
    build(content, output, resources=resources, today=today)
    whole = _seconds(content, output)
    chance = random.Random(7)  # noqa: S311 - a repeatable series, no secret
    killed = 0
    for number in range(20):
        replace(_title(content), f'title = "Round {number}"')(content / ARTICLE)
        process = _run(content, output)
        try:
            process.wait(chance.uniform(0.05, whole))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            killed += 1
        process.wait()
        process.stderr.close()
        assert verify_database(output)
        assert verify_index(output)
        with Library.open(output, trusted=True) as opened:
            assert opened.article("first-steps", Level.PLAIN).sections
    assert killed
    shutil.rmtree(output.parent)


def _run(content, output):
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, content, output, ROOT / "resources"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    process.stdout.readline()
    process.stdout.close()
    return process


def _seconds(content, output):
    import time

    start = time.process_time()
    process = _run(content, output)
    process.wait()
    process.stderr.close()
    return time.process_time() - start


def _title(content):
    return (content / ARTICLE).read_text(encoding="utf-8").splitlines()[0]
