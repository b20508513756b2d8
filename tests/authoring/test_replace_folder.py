import os
import sys
import threading
import time

import pytest

from livermets_desktop.authoring.replace_folder import replaced_folder
from livermets_desktop.errors import ContentError


def write(output, text):
    with replaced_folder(output, needs="mark") as folder:
        (folder / "mark").write_text(text)


def names(folder):
    return sorted(entry.name for entry in folder.iterdir())


def test_a_folder_is_made_with_its_parents_and_then_replaced(tmp_path):
    output = tmp_path / "a" / "b"
    write(output, "old")
    write(output, "new")

    assert (output / "mark").read_text() == "new"
    assert names(output.parent) == ["b"]


def test_a_failure_keeps_the_old_folder(tmp_path):
    output = tmp_path / "a"
    write(output, "old")

    with pytest.raises(OSError, match="full"), replaced_folder(output, needs="mark") as folder:  # noqa: PT012
        (folder / "mark").write_text("half")
        raise OSError("the disk is full")

    assert (output / "mark").read_text() == "old"
    assert names(tmp_path) == ["a"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs an exchange of folders")
def test_the_old_or_the_new_folder_is_there_at_every_moment(tmp_path):
    output = tmp_path / "a"
    write(output, "old")
    missed = []
    done = threading.Event()

    def watch():
        while not done.is_set():
            if not (output / "mark").exists():
                missed.append(1)

    watcher = threading.Thread(target=watch)
    watcher.start()
    for number in range(200):
        write(output, str(number))
    done.set()
    watcher.join()

    assert not missed


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_anything_else_in_that_place_is_refused(tmp_path, kind):
    output = tmp_path / "a"
    if kind == "file":
        output.write_text("mine")
    else:
        output.mkdir()
        (output / "mine").write_text("mine")

    with pytest.raises(ContentError, match="no compiled library"):
        write(output, "new")

    assert output.exists()


def test_an_empty_folder_is_filled(tmp_path):
    (tmp_path / "a").mkdir()
    write(tmp_path / "a", "new")

    assert (tmp_path / "a" / "mark").read_text() == "new"


def test_what_a_killed_build_left_is_removed_after_a_day(tmp_path):
    old = tmp_path / ".a-building-old"
    young = tmp_path / ".a-building-young"
    old.mkdir()
    young.mkdir()
    two_days_ago = time.time() - 2 * 24 * 60 * 60
    os.utime(old, (two_days_ago, two_days_ago))

    write(tmp_path / "a", "new")

    assert names(tmp_path) == [young.name, "a"]
