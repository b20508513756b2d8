import logging
from contextlib import suppress
from pathlib import Path

import pytest

from livermets_desktop.errors import IndexUnusableError
from livermets_desktop.index_store import open_searcher
from livermets_desktop.library.reader import Library
from livermets_desktop.log import start_log
from tests.library.tiny import write_library

NAME = "livermets-desktop.log"


@pytest.fixture(autouse=True)
def logger():
    """The program's logger, as it was before the test afterwards."""
    logger = logging.getLogger("livermets_desktop")
    before = logger.handlers[:], logger.level, logger.propagate, logging.raiseExceptions
    yield logger
    for handler in set(logger.handlers) - set(before[0]):
        logger.removeHandler(handler)
        with suppress(OSError):
            handler.close()
    logger.level, logger.propagate, logging.raiseExceptions = before[1:]
    logger.manager._clear_cache()


def test_lines_of_every_module_arrive_in_one_file(tmp_path):
    assert start_log(tmp_path / "state")
    logging.getLogger("livermets_desktop.search.searcher").warning("Something %s", "happened")
    logging.getLogger("another_program").warning("not ours")
    [line] = (tmp_path / "state" / NAME).read_text().splitlines()
    assert line.endswith("WARNING livermets_desktop.search.searcher: Something happened")


def test_the_log_takes_two_files_of_bounded_size_and_no_more(tmp_path):
    start_log(tmp_path)
    log = logging.getLogger("livermets_desktop.test")
    for number in range(8_000):
        log.info("line %s %s", number, "x" * 80)
    files = sorted(tmp_path.iterdir())
    assert [path.name for path in files] == [NAME, f"{NAME}.1"]
    assert all(path.stat().st_size <= 256 * 1024 for path in files)
    assert f"line {number} " in files[0].read_text().splitlines()[-1]


@pytest.mark.parametrize("kind", ["below a file", "in /proc", "a folder has its name"])
def test_without_a_place_there_is_no_log_and_no_complaint(tmp_path, kind, capfd):
    (tmp_path / "file").touch()
    (tmp_path / "folder" / NAME).mkdir(parents=True)
    folders = {
        "below a file": tmp_path / "file" / "state",
        "in /proc": Path("/proc/nowhere"),
        "a folder has its name": tmp_path / "folder",
    }
    start_log(folders[kind])
    logging.getLogger("livermets_desktop.test").error("told to nobody")
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_no_reason_to_complain(tmp_path, capfd):
    (tmp_path / NAME).symlink_to("/dev/full")
    start_log(tmp_path)
    logging.getLogger("livermets_desktop.test").error("told to nobody")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("trusted", [True, False])
def test_nothing_that_a_reader_typed_is_logged(tmp_path, trusted, logger):
    start_log(tmp_path / "state")
    logger.setLevel(logging.DEBUG)
    write_library(tmp_path / "library")
    with Library.open(tmp_path / "library", trusted=trusted) as library:
        searcher = open_searcher(library, Path("/proc/nowhere"))
    for query in ("canaryword", "canaryword*", '"canaryword (', "canaryword " * 1_000):
        searcher.search(query)
        searcher.suggest(query)
    searcher._retrieval = None
    with pytest.raises(IndexUnusableError):
        searcher.search("canaryword broken")
    text = (tmp_path / "state" / NAME).read_text()
    assert "no index in /proc/nowhere" in text
    assert "canaryword" not in text
