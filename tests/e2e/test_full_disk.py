"""A disk that has no room left: the program starts and reads, and keeps what was there."""

import json
import shutil
import sys

import pytest

# A disk of 3 MB with what a reader kept, filled to the last byte; the command, then what is left.
FULL = """
mount -t tmpfs -o size=3m none "$0" || exit 99
mkdir -p "$0/config/livermets-desktop" "$0/data/livermets-desktop"
printf %s "$SETTINGS" > "$0/config/livermets-desktop/settings.json"
printf %s "$MARKS" > "$0/data/livermets-desktop/bookmarks.json"
cat /dev/zero > "$0/filler" 2>/dev/null
"$@" || exit
echo; cat "$0/config/livermets-desktop/settings.json"
echo; cat "$0/data/livermets-desktop/bookmarks.json"
echo; cd "$0" && find . -type f | sort | tr '\\n' ' '
"""
SETTINGS = {"format": 1, "theme": "dark", "text_size": 125}
MARK = {"place": "blood-tests", "level": "plain", "title": "Blood tests", "heading": "", "name": ""}
MARKS = {"format": 1, "bookmarks": [MARK]}


@pytest.fixture
def full_disk(tmp_path, run_process):
    """Return a function that runs a command for a reader whose disk is full."""
    alone = ["unshare", "--map-root-user", "--mount"]
    if not shutil.which("unshare") or run_process(*alone, "true").code:
        pytest.skip("this system makes no mount namespace (unshare)")
    disk = tmp_path / "disk"
    disk.mkdir()
    places = {f"XDG_{name.upper()}_HOME": str(disk / name) for name in ("config", "data", "state")}
    places |= {"XDG_CACHE_HOME": str(disk / "cache"), "HOME": str(disk), "TMPDIR": str(disk)}

    def run(*command):
        kept = {"SETTINGS": json.dumps(SETTINGS), "MARKS": json.dumps(MARKS)}
        done = run_process(*alone, "sh", "-c", FULL, disk, *command, **places, **kept)
        if done.code == 99:
            pytest.skip(f"no disk can be made here: {done.err}")
        return done

    return run


def test_the_program_starts_reads_and_keeps_what_was_there(full_disk, library):
    done = full_disk(sys.executable, "-m", "tests.e2e.reader", "full", library)
    assert (done.code, done.err) == (0, "")
    words, settings, marks, files = done.out.strip().splitlines()
    seen = json.loads(words)
    assert seen.pop("saved").endswith("pages.pdf cannot be written: choose another folder or name.")
    assert seen == {
        "start": "",
        "theme": [
            "contrast",
            "Your preferences cannot be saved here: they last until you quit.",
        ],
        "marked": "Your bookmarks cannot be saved here: they last until you quit.",
        "found": True,
        "notice": "Your bookmarks cannot be saved here: they last until you quit.",
    }
    assert json.loads(settings) == SETTINGS
    assert json.loads(marks) == MARKS
    whole = {"./config/livermets-desktop/settings.json", "./data/livermets-desktop/bookmarks.json"}
    left = set(files.split()) - whole - {"./filler"}
    assert not [name for name in left if name.endswith((".tmp", ".bad", ".pdf", ".json"))], left


def test_the_command_line_searches(full_disk, library):
    program = (sys.executable, "-m", "livermets_desktop", "search", "scan", "--library", library)
    done = full_disk(*program)
    assert (done.code, done.err) == (0, "")
    assert "CT scan" in done.out
