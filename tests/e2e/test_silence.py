"""No network and no foreign file, as the system sees it.

A visitor opens every page of a hostile library, clicks every link, searches, and opens what else
shows words of the library. It does so twice: as a library from elsewhere, whose HTML is cleaned,
and as one that is trusted, whose HTML reaches the window as it is.
"""

import os
import re
import shutil
import sys
from pathlib import Path

import pytest

from tests.e2e.hostile_library import texts, write_hostile_library
from tests.library.hostile import CANARY

ROOT = Path(__file__).resolve().parent.parent.parent
OPENED = re.compile(
    r'\b(?:open|openat|openat2|creat)\((?:[^"]*?)"((?:[^"\\]|\\.)*)".*(?:\) = \d|<unfinished)'
)
WRITING = re.compile(
    r"O_(?:WRONLY|RDWR|CREAT|TRUNC)|\b(?:mkdir|unlink|rename|link|symlink)(?:at)?2?\("
)
PATH = re.compile(r'"((?:[^"\\]|\\.)*)"')
# Python, Qt, fonts and what the system's C library reads for every program.
SYSTEM = ("/usr/", "/lib", "/etc/", "/proc/", "/sys/", "/dev/", "/var/cache/fontconfig", "/nix/")
MACHINE = "/var/lib/dbus/machine-id"  # stands in a lock, for folders that several machines share


@pytest.fixture(scope="module", params=["foreign", "trusted"])
def visit(request, tmp_path_factory, run_process):
    """What a visit to the hostile library did: the folder of the visit, the output, the trace."""
    if not shutil.which("strace"):
        pytest.skip("strace is not installed: what the program opens cannot be seen")
    folder = tmp_path_factory.mktemp("visit")
    library = write_hostile_library(folder / "library", folder / "bait")
    home = folder / "home"
    done = run_process(
        *(
            "strace",
            "-f",
            "-qq",
            "-s",
            "4096",
            "-e",
            "trace=%network,%file",
            "-o",
            folder / "trace",
        ),
        *(sys.executable, "-B", "-m", "tests.e2e.visitor"),
        *(library, request.param, folder / "bait"),
        HOME=str(home),
        XDG_CONFIG_HOME=str(home / "config"),
        XDG_CACHE_HOME=str(home / "cache"),
        XDG_STATE_HOME=str(home / "state"),
        XDG_DATA_HOME=str(home / "data"),
        QT_SCALE_FACTOR="2" if request.param == "foreign" else "1",
    )
    if "ptrace" in done.err and not done.out:
        pytest.skip("this system lets nobody trace a program")
    trace = (folder / "trace").read_text(errors="replace").splitlines()
    return folder, done, trace


def test_the_whole_library_was_visited(visit, request):
    folder, done, _ = visit
    assert (done.code, done.err) == (0, "")
    words, pages, _, clicks = done.out.split()
    assert (words, int(pages)) == ("pages", len(texts(folder / "bait")))
    if "trusted" in request.node.name:
        assert int(clicks) > 30


def test_nothing_that_the_library_names_is_opened_or_looked_for(visit):
    _, _, trace = visit
    named = [line for line in trace if CANARY in line]
    assert named == []


def test_no_socket_is_opened(visit):
    _, _, trace = visit
    calls = r"\b(?:socket|connect|bind|sendto|sendmsg|getaddrinfo)\("
    assert [line for line in trace if re.search(calls, line)] == []


def test_no_other_program_is_started(visit):
    _, _, trace = visit
    assert len([line for line in trace if re.search(r"\bexecve(?:at)?\(", line)]) == 1


def test_every_file_that_is_opened_is_known(visit):
    folder, _, trace = visit
    own = [ROOT, sys.prefix, sys.base_prefix, folder / "library", folder / "home"]
    known = (*SYSTEM, MACHINE, *(f"{place}" for place in own))
    opened = {found[1] for line in trace if (found := OPENED.search(line))}
    assert any(path.endswith("library.db") for path in opened)
    assert {path for path in opened if path.startswith("/") and not path.startswith(known)} == set()


def test_only_the_users_folders_are_written_to(visit):
    folder, _, trace = visit
    lines = [line for line in trace if WRITING.search(line) and "ENOENT" not in line]
    paths = {path for line in lines for path in PATH.findall(line) if path.startswith("/")}
    assert paths
    home = str(folder / "home")
    assert {path for path in paths if not path.startswith((home, "/dev/", "/proc/self"))} == set()


def test_the_program_works_without_any_network_interface(run_process, real_library):
    alone = ["unshare", "--map-root-user", "--net"]
    if not shutil.which("unshare") or run_process(*alone, "true").code:
        pytest.skip("this system makes no network namespace (unshare)")
    python = [*alone, sys.executable, "-m", "livermets_desktop"]
    done = run_process(*python, "--self-test", "--library", real_library)
    assert (done.code, done.out, done.err) == (0, "", "")
    found = run_process(*python, "search", "jaundice", "--library", real_library)
    assert found.code == 0
    assert "jaundice" in found.out


def test_a_trace_would_show_what_is_opened(tmp_path, run_process):
    if not shutil.which("strace"):
        pytest.skip("strace is not installed: what the program opens cannot be seen")
    bait = tmp_path / CANARY
    bait.touch()
    code = f"import os, socket; os.stat({str(bait)!r}); socket.socket(); os.system('true')"
    trace = ("strace", "-f", "-qq", "-e", "trace=%network,%file", "-o", tmp_path / "trace")
    done = run_process(*trace, sys.executable, "-c", code)
    if "ptrace" in done.err:
        pytest.skip("this system lets nobody trace a program")
    seen = (tmp_path / "trace").read_text()
    assert os.fspath(bait) in seen
    assert "socket(AF_INET" in seen
    assert seen.count("execve(") > 1
