"""The administrator's file for public screens: right in every line, or the screen stays shut."""

import os
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest

from livermets_desktop.errors import KioskError
from livermets_desktop.kiosk_file import Kiosk, can_change, check, load
from livermets_desktop.pin import hash_pin

ROOT = Path(__file__).resolve().parent.parent
HASHED = hash_pin("0042")
PIN = f'pin = "{HASHED}"\n'
NOBODY = 65534
AS_NOBODY = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
WHOLE = f"""\
{PIN}hospital = "City Hospital"

[session]
idle = 90
idle_on_article = 180
warning = 20

[reading]
clinician = true
text_size = 200

[printing]
printer = "ward-5"
pages = 3
jobs = 2

[sound]
volume = 60

[addresses]
default = "https://example.org/liver"
ct-scan = "http://example.org/ct"

[[telephones]]
label = "Oncology line"
number = "0123"
"""


@pytest.fixture
def file(tmp_path):
    return tmp_path / "kiosk.toml"


@pytest.fixture
def read(file):
    """Return a function that checks a text and gives what it says and the problems, by line."""

    def run(text):
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        kiosk, problems = check(file)
        return kiosk, [problem.removeprefix(f"{file}:") for problem in problems]

    return run


def test_every_key_is_read(read):
    assert read(WHOLE) == (
        Kiosk(
            pin=HASHED,
            idle=90,
            idle_on_article=180,
            warning=20,
            clinician=True,
            text_size=200,
            printer="ward-5",
            pages=3,
            jobs=2,
            volume=60,
            hospital="City Hospital",
            telephones=(("Oncology line", "0123"),),
            address="https://example.org/liver",
            addresses=(("ct-scan", "http://example.org/ct"),),
        ),
        [],
    )


def test_a_pin_is_all_that_is_needed(read):
    kiosk, problems = read(PIN)
    assert (kiosk, problems) == (Kiosk(pin=HASHED), [])
    assert (kiosk.idle, kiosk.idle_on_article, kiosk.warning) == (60, 120, 30)
    assert (kiosk.pages, kiosk.jobs, kiosk.text_size, kiosk.clinician) == (5, 3, 150, False)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "1: “pin” is missing: livermets-desktop kiosk pin writes the line."),
        ('\npin = "1234"', "2: “pin” is none: livermets-desktop kiosk pin writes the line."),
        ("pin = 1234", "1: “pin” is none: livermets-desktop kiosk pin writes the line."),
        ("pin = [", "1: This is not valid TOML: Invalid value (at end of document)."),
        (b"\xff", "1: This is not UTF-8 text: save the file as UTF-8."),
    ],
)
def test_a_file_without_a_pin_is_refused(read, text, problem):
    _, problems = read(text)
    assert problems == [problem]


@pytest.mark.parametrize(
    ("table", "key", "low", "high"),
    [
        ("session", "idle", 15, 3600),
        ("session", "idle_on_article", 15, 3600),
        ("session", "warning", 5, 300),
        ("printing", "pages", 1, 100),
        ("printing", "jobs", 0, 100),
        ("sound", "volume", 0, 100),
    ],
)
def test_numbers_have_bounds(read, table, key, low, high):
    others = {"idle": "idle_on_article = 3600\nwarning = 5", "warning": "idle = 3600"}
    others["idle_on_article"] = "idle = 3600\nwarning = 5"
    others["warning"] += "\nidle_on_article = 3600"
    start = f"{PIN}[{table}]\n{others.get(key, '')}\n"
    line = start.count("\n") + 1
    sentence = f"{line}: “{key}” must be a whole number from {low} to {high}."
    for number in (low, high):
        kiosk, problems = read(f"{start}{key} = {number}\n")
        assert (getattr(kiosk, key), problems) == (number, [])
    for wrong in (low - 1, high + 1, f"{low}.0", "true", f'"{low}"'):
        kiosk, problems = read(f"{start}{key} = {wrong}\n")
        assert (getattr(kiosk, key), problems) == (getattr(Kiosk(), key), [sentence])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("colour = 1", "2: The key “colour” is not known here."),
        ("[session]\nidel = 60", "3: The key “idel” is not known here."),
        ("session = 1", "2: “session” must be a table: begin it with a line [session]."),
        (
            "[session]\nwarning = 60",
            "3: “warning” must be shorter than “idle” and “idle_on_article”.",
        ),
        (
            "[session]\nidle_on_article = 30",
            "2: “warning” must be shorter than “idle” and “idle_on_article”.",
        ),
        ("[reading]\nclinician = 1", "3: “clinician” must be true or false, without quotes."),
        (
            "[reading]\ntext_size = 160",
            "3: “text_size” must be one of 100, 110, 125, 150, 175, 200, 250, 300.",
        ),
        ("[printing]\nprinter = 5", "3: “printer” must be a text in quotes."),
        ('[addresses]\n"CT scan" = "https://a.org"', "2: “CT scan” is not the id of a topic."),
        ('[addresses]\n"ct#a" = "https://a.org"', "2: “ct#a” is not the id of a topic."),
        ("[addresses]\nct-scan = 1", "3: “ct-scan” must be a text in quotes."),
        ('[addresses]\nct-scan = ""', "3: “ct-scan” is missing."),
        (
            '[addresses]\ndefault = "javascript:alert(1)"',
            "3: “default” must be an address that begins with https:// or http://.",
        ),
        (  # longer ones would make codes that no telephone reads
            f'[addresses]\ndefault = "https://a.org/{"a" * 300}"',
            "3: “default” has 314 characters: 200 are the most.",
        ),
        (
            '[addresses]\nct-scan = "https://a.org/a b"',
            "3: “ct-scan” must be an address that begins with https:// or http://.",
        ),
        ('[[telephones]]\nlabel = "Line"', "2: “number” is missing."),
    ],
)
def test_each_mistake_is_told_with_its_line(read, text, problem):
    _, problems = read(PIN + text)
    assert problems == [problem]


def test_a_file_in_order_is_loaded(file, monkeypatch):
    monkeypatch.setattr("livermets_desktop.kiosk_file.can_change", lambda _: False)
    file.write_text(WHOLE)
    assert load(file) == check(file)[0]


def test_a_file_that_is_not_there_is_refused(file):
    with pytest.raises(KioskError, match=f"There is no file {file}: the kiosk does not start"):
        load(file)


def test_a_file_that_this_user_can_change_is_refused(file, monkeypatch):
    monkeypatch.setattr("livermets_desktop.kiosk_file.can_change", lambda _: True)
    file.write_text(WHOLE)
    with pytest.raises(KioskError, match=f"This user can change {file}: give the file"):
        load(file)


def test_a_file_with_mistakes_is_refused_and_the_way_to_them_told(file, monkeypatch):
    monkeypatch.setattr("livermets_desktop.kiosk_file.can_change", lambda _: False)
    file.write_text("[session]\nidle = 1\n")
    with pytest.raises(KioskError, match=f"livermets-desktop kiosk check {file} names them"):
        load(file)


ASK = "from pathlib import Path; from livermets_desktop.kiosk_file import can_change; import sys; "
ASK += "print(can_change(Path(sys.argv[1])))"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can be others")
@pytest.mark.parametrize(
    ("folder_mode", "file_mode", "owner", "changes"),
    [
        (0o755, 0o644, 0, False),
        (0o755, 0o640, 0, False),
        (0o755, 0o646, 0, True),
        (0o777, 0o644, 0, True),
        (0o755, 0o444, NOBODY, True),
    ],
)
def test_who_may_write_or_owns_or_exchanges_the_file_can_change_it(
    folder_mode, file_mode, owner, changes
):
    folder = Path("/etc") / f"livermets-test-{os.getpid()}"
    folder.mkdir()
    try:
        file = folder / "kiosk.toml"
        file.write_text(PIN)
        os.chown(file, owner, owner)
        file.chmod(file_mode)
        folder.chmod(folder_mode)
        done = subprocess.run(
            [*AS_NOBODY, sys.executable, "-B", "-c", ASK, file],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert not can_change(file)  # root is not asked
    finally:
        (folder / "kiosk.toml").unlink()
        folder.rmdir()
    assert (done.stdout, done.stderr) == (f"{changes}\n", "")


LOAD = "from pathlib import Path; from livermets_desktop import errors, kiosk_file; import sys\n"
LOAD += "try: kiosk_file.load(Path(sys.argv[1]))\nexcept errors.KioskError as error: print(error)"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can be others")
@pytest.mark.parametrize(("folder_mode", "file_mode"), [(0o755, 0o600), (0o700, 0o644)])
def test_a_file_that_the_kiosks_user_cannot_read_is_said_to_be_that(folder_mode, file_mode):
    folder = Path("/etc") / f"livermets-test-{os.getpid()}"
    folder.mkdir()
    try:
        file = folder / "kiosk.toml"
        file.write_text(PIN)
        file.chmod(file_mode)
        folder.chmod(folder_mode)
        done = subprocess.run(
            [*AS_NOBODY, sys.executable, "-B", "-c", LOAD, file],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        (folder / "kiosk.toml").unlink()
        folder.rmdir()
    assert done.stdout.startswith(f"The kiosk's user cannot read {file}: ")
    assert done.stderr == ""


class ReadOnly:
    """A file that opens for reading alone."""

    def open(self, mode):
        if "+" in mode:
            raise PermissionError
        return nullcontext()


def test_where_the_system_tells_no_rights_a_try_tells_them(file, monkeypatch):
    file.write_text(PIN)
    monkeypatch.setattr(sys, "platform", "win32")
    assert can_change(file)
    assert file.read_text() == PIN
    assert not can_change(ReadOnly())
