"""The commands for administrators of public screens."""

import getpass
import logging
import sys

import pytest

from livermets_desktop import paths
from livermets_desktop.children import Event
from livermets_desktop.cli import main
from livermets_desktop.errors import KioskError
from livermets_desktop.kiosk_watch import watch
from livermets_desktop.pin import hash_pin, matches
from livermets_desktop.sentence import Sentence

PIN = f'pin = "{hash_pin("0042")}"\n'


@pytest.fixture
def call(capsys):
    """Return a function that runs a command within this process."""

    def run(*arguments):
        code = main(["kiosk", *map(str, arguments)])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


@pytest.fixture
def type_in(monkeypatch):
    """Return a function that answers what the terminal asks."""

    def answer(*lines):
        left = list(lines)
        monkeypatch.setattr(getpass, "getpass", lambda _: left.pop(0))

    return answer


@pytest.fixture(autouse=True)
def foreign_file(monkeypatch):
    """Let the files of these tests be somebody else's."""
    monkeypatch.setattr("livermets_desktop.kiosk_file.can_change", lambda _: False)


def test_a_file_in_order_is_said_to_be(tmp_path, call):
    file = tmp_path / "kiosk.toml"
    file.write_text(PIN)
    assert call("check", file) == (0, f"{file} is in order.\n", "")


def test_each_problem_is_a_line(tmp_path, run_program):
    file = tmp_path / "kiosk.toml"
    file.write_text(f"{PIN}[session]\nidle = 5\nwarm = 1\n")
    done = run_program("kiosk", "check", file)
    assert (done.code, done.out) == (
        1,
        f"{file}:3: “idle” must be a whole number from 15 to 3600.\n"
        f"{file}:4: The key “warm” is not known here.\n",
    )


def test_a_file_that_is_not_there_is_one_sentence(tmp_path, call):
    file = tmp_path / "kiosk.toml"
    sentence = f"{file}:1: The file cannot be read: No such file or directory.\n"
    assert call("check", file) == (1, sentence, "")


def test_without_a_name_the_file_of_this_pc_is_checked(tmp_path, call, monkeypatch):
    file = tmp_path / "kiosk.toml"
    file.write_text(PIN)
    monkeypatch.setattr(paths, "kiosk_file", lambda: file)
    assert call("check") == (0, f"{file} is in order.\n", "")


def test_who_could_change_the_file_is_told(tmp_path, call, monkeypatch):
    monkeypatch.setattr("livermets_desktop.kiosk_file.can_change", lambda _: True)
    file = tmp_path / "kiosk.toml"
    file.write_text(PIN)
    sentence = f"You can change {file}: the kiosk does not start for a user who can.\n"
    assert call("check", file) == (0, f"{file} is in order.\n", sentence)


def test_a_new_pin_is_a_line_for_the_file(tmp_path, call, type_in):
    type_in("271828", "271828")
    code, line, told = call("pin")
    assert (code, told) == (0, "")
    assert matches("271828", line.split('"')[1])
    assert "271828" not in line
    file = tmp_path / "kiosk.toml"
    file.write_text(line)
    assert call("check", file)[0] == 0


def test_what_is_no_pin_is_refused(call, type_in):
    type_in("12ab")
    sentence = "A PIN has 4 to 12 digits and nothing else: try again.\n"
    assert call("pin") == (2, "", sentence)


def test_two_different_pins_are_refused(call, type_in):
    type_in("271828", "271829")
    assert call("pin") == (2, "", "These are two different PINs: try again.\n")


def test_where_the_pin_would_be_seen_it_is_not_asked_for(call, monkeypatch):
    monkeypatch.setattr(getpass, "getpass", getpass.fallback_getpass)
    sentence = "The PIN would be seen here: use a terminal that can hide it.\n"
    assert call("pin") == (1, "", sentence)


def test_an_action_is_needed(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["kiosk"])
    assert ended.value.code == 2
    assert "required: ACTION" in capsys.readouterr().err


def test_the_watcher_hands_on_the_library(monkeypatch, tmp_path):
    seen = []
    monkeypatch.setattr("livermets_desktop.kiosk_watch.watch", lambda one: seen.append(one) or 0)
    assert main(["kiosk", "watch", "--library", str(tmp_path)]) == 0
    assert main(["kiosk", "watch"]) == 0
    assert seen == [tmp_path, None]


def test_the_watcher_starts_this_program_again_and_keeps_a_log(monkeypatch, tmp_path, capsys):
    started = []

    class Children:
        clock = staticmethod(lambda: 0)

        def stop_on_signals(self):
            pass

        def start(self, command):
            started.append(command)
            return 1

        def event(self, _seconds):
            return Event(1, 0)

        def kill(self, child):
            pass

    monkeypatch.setattr("livermets_desktop.kiosk_watch.Processes", Children)
    logger = logging.getLogger("livermets_desktop")
    monkeypatch.setattr(logger, "handlers", [])
    assert watch(tmp_path) == 0
    assert watch(None) == 0
    for handler in logger.handlers:
        handler.close()
    this = [sys.executable, "-m", "livermets_desktop", "--kiosk"]
    assert started == [[*this, "--library", str(tmp_path)], this]
    log = (paths.state_folder() / "kiosk-watch.log").read_text()
    assert "The screen ended with exit code 0" in log
    assert str(tmp_path) not in log
    assert "The screen ended with exit code 0" in capsys.readouterr().err


def test_a_kiosk_that_may_not_start_says_why_with_the_code_of_a_mistake(monkeypatch, call):
    def refuse(*_):
        raise KioskError(Sentence("No."))

    monkeypatch.setattr("livermets_desktop.kiosk_watch.watch", refuse)
    assert call("watch") == (2, "", "No.\n")


@pytest.fixture
def start(monkeypatch, tmp_path, capsys):
    """Return a function that starts the public screen with a file in order."""
    file = tmp_path / "kiosk.toml"
    file.write_text(PIN)
    monkeypatch.setattr(paths, "kiosk_file", lambda: file)
    monkeypatch.setattr(
        "livermets_desktop.kiosk_app.make_application", lambda _: pytest.fail("It starts.")
    )

    def run(*arguments):
        code = main(["--kiosk", *arguments])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


@pytest.mark.kiosk_rule(24)
def test_without_a_file_the_screen_does_not_start(start):
    paths.kiosk_file().unlink()
    sentence = f"There is no file {paths.kiosk_file()}: the kiosk does not start without one.\n"
    assert start() == (2, "", sentence)


@pytest.mark.kiosk_rule(24)
def test_without_a_pin_the_screen_does_not_start(start):
    paths.kiosk_file().write_text('hospital = "City Hospital"\n')
    code, out, err = start()
    assert (code, out) == (2, "")
    assert err.startswith("There are mistakes in the kiosk's file")


@pytest.mark.parametrize(
    "names",
    [
        ("QT_PLUGIN_PATH",),
        ("QT_QPA_PLATFORMTHEME",),
        ("QT_LOGGING_RULES", "QT_STYLE_OVERRIDE"),
        ("QML_IMPORT_TRACE",),
    ],
    ids="-".join,
)
def test_the_screen_does_not_start_with_other_switches_of_qt(start, monkeypatch, names):
    monkeypatch.setenv("QT_SCALE_FACTOR", "1")  # this one is allowed
    for name in names:
        monkeypatch.setenv(name, "1")
    told = ", ".join(names)
    sentence = f"The kiosk does not start with these variables of the environment: {told}.\n"
    assert start() == (2, "", sentence)


@pytest.mark.parametrize(
    "switch",
    [("--self-test",), ("--article", "ct-scan"), ("--level", "clinician")],
    ids=lambda one: one[0],
)
def test_the_screen_takes_no_other_switch(start, switch):
    assert start(*switch) == (2, "", "The public screen takes --library and nothing else.\n")


def test_what_qt_would_take_as_a_switch_is_refused(start):
    with pytest.raises(SystemExit) as ended:
        start("-platform", "vnc")
    assert ended.value.code == 2
