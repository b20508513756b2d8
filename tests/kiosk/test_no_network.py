"""A public screen without any network: it works, and asks for none; printing is left out."""

import re
import shutil
import subprocess

import pytest

from tests.kiosk.processes import VISITOR, Screen, real_library

pytestmark = pytest.mark.kiosk_rule(25)
ALONE = ("unshare", "--map-root-user", "--net")
TRACE = ("strace", "-f", "-qq", "-e", "trace=%network,%file", "-o")
WRITING = re.compile(r'\bopen(?:at|at2)?\([^"]*"([^"]*)", [^)]*O_(?:WRONLY|RDWR|CREAT)[^)]*\) = \d')


def works(*command):
    """Tell whether the system lets this user do this."""
    if not shutil.which(command[0]):
        return False
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.fixture(scope="module")
def visit(tmp_path_factory):
    """A visit to a screen without a network, and what the system saw of it."""
    screen = Screen(tmp_path_factory.mktemp("alone"))
    trace = screen.folder / "trace"
    for command in ((*ALONE, "true"), (*TRACE, trace, "true")):
        if not works(*command):
            pytest.skip(f"this system does not allow it, or it is not installed: {command[0]}")
    kiosk = (*VISITOR, "--kiosk", "--library", real_library())
    code = screen.run(*ALONE, *TRACE, trace, *kiosk, KIOSK_VISIT="quiet_day")
    assert code == 0, (screen.folder / "err").read_text()
    return screen, trace.read_text(errors="replace").splitlines()


def test_a_screen_without_a_network_does_all_but_print(visit):
    screen, _ = visit
    assert screen.entries("visited")
    assert screen.entries("leaves")


def test_no_socket_is_opened(visit):
    _, trace = visit
    calls = r"\b(?:socket|connect|bind|sendto|sendmsg|getaddrinfo)\("
    assert [line for line in trace if re.search(calls, line)] == []


def test_no_other_program_is_started(visit):
    _, trace = visit
    assert len([line for line in trace if re.search(r"\bexecve(?:at)?\(", line)]) == 1


@pytest.mark.kiosk_rule(7)
def test_no_file_but_the_log_is_opened_for_writing(visit):
    screen, trace = visit
    written = {found[1] for line in trace if (found := WRITING.search(line))}
    log = str(screen.home / "state" / "livermets-desktop" / "kiosk.log")
    assert log in written
    assert {one for one in written if not one.startswith(("/dev/", "/proc/"))} == {
        log,
        str(screen.journal),
    }
