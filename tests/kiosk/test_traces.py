"""What a visitor leaves behind: nothing that tells what they read, typed, ticked or printed."""

import pytest

from livermets_desktop.library.reader import Library
from tests.kiosk.processes import VISITOR, Screen, real_library
from tests.kiosk.visitor import ARTICLE, CANARY

pytestmark = pytest.mark.kiosk_rule(7)


@pytest.fixture(scope="module")
def day(tmp_path_factory):
    """A screen after a whole day: a visit, a reset, and leaving by the PIN."""
    screen = Screen(tmp_path_factory.mktemp("day"))
    code = screen.run(*VISITOR, "--kiosk", "--library", real_library(), KIOSK_VISIT="day")
    assert code == 0, (screen.folder / "err").read_text()
    return screen


@pytest.fixture(scope="module")
def secrets():
    """What the visitor typed, read and ticked."""
    with Library.open(real_library(), trusted=True) as library:
        (first, *_) = [one for stage in library.question_stages() for one in stage.questions]
        title = library.topic(ARTICLE).title
    return [one.encode() for one in (CANARY, ARTICLE, title, first)]


def files(folder):
    return [file for file in folder.rglob("*") if file.is_file()]


def found(folder, secrets):
    """Return where a secret stands in the name or the text of a file."""
    return [
        (str(file), secret)
        for file in files(folder)
        for secret in secrets
        if secret in file.read_bytes() or secret in str(file.relative_to(folder)).encode()
    ]


def test_the_visitor_did_all_of_it(day):
    assert len(day.entries("printed")) == 2
    assert (day.folder / "printed.pdf").stat().st_size > 1000
    assert day.entries("leaves")


def test_nothing_is_left_after_the_reset(day, secrets):
    assert found(day.folder / "after-reset", secrets) == []


def test_nothing_is_left_after_the_end(day, secrets):
    assert found(day.home, secrets) == []


def test_no_file_but_the_log_is_written(day):
    assert [str(file.relative_to(day.home)) for file in files(day.home)] == [
        "state/livermets-desktop/kiosk.log"
    ]


def test_nothing_is_told_on_the_way(day, secrets):
    told = (day.folder / "out").read_bytes() + (day.folder / "err").read_bytes()
    assert told == b""


def test_a_trace_would_be_found(tmp_path, secrets):
    (tmp_path / "queries.json").write_bytes(b"[" + secrets[0] + b"]")
    (tmp_path / f"{ARTICLE}.html").touch()
    assert len(found(tmp_path, secrets)) == 2
