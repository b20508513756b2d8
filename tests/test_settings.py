import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from livermets_desktop.model.level import Level
from livermets_desktop.settings import FORMAT, Settings, SettingsFile

CHANGED = Settings(
    level=Level.CLINICIAN,
    theme="contrast",
    text_size=150,
    window=(900, 700),
    maximised=True,
    topics_width=300,
    results_width=500,
    topics_shown=False,
    outline_shown=False,
)
KEPT = "the usual ones are used, the old file is kept."


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / "settings.json"


def write(path, text):
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def as_json(**changes):
    return json.dumps({"format": FORMAT} | CHANGED._asdict() | changes)


def load(path):
    file = SettingsFile(path)
    file.load()
    return file


def test_without_a_file_the_defaults_hold_and_nothing_is_written(path):
    file = load(path)
    assert file.current == Settings()
    assert file.notice == ""
    assert not path.parent.exists()


def test_what_was_changed_is_there_the_next_time(path):
    file = load(path)
    file.update(**{name: getattr(CHANGED, name) for name in CHANGED._asdict()})
    assert load(path).current == CHANGED
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.json"]


def test_a_change_to_the_same_value_writes_nothing(path):
    load(path).update(text_size=100)
    assert not path.exists()


def test_names_that_are_missing_or_unknown_do_no_harm(path):
    write(path, json.dumps({"format": FORMAT, "text_size": 200, "of_tomorrow": [1]}))
    file = load(path)
    assert file.current == Settings(text_size=200)
    assert file.notice == ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        '"format"',
        "7",
        "{}",
        "{",
        "\0" * 100,
        b"\xff\xfe{\0}\0",
        b'{"format": 1, "theme": "\xe9"}',
        "[" * 30_000,
        '{"format": 1}' + " " * 64 * 1024,
        '{"format": 1, "text_size": ' + "1" * 5_000 + "}",
    ],
    ids=range(13),
)
def test_a_file_that_is_no_settings_is_kept_as_bad(path, text):
    write(path, text)
    before = path.read_bytes()
    file = load(path)
    assert file.current == Settings()
    assert file.notice.endswith(KEPT)
    assert not path.exists()
    assert path.with_suffix(".bad").read_bytes() == before
    file.update(text_size=125)
    assert load(path).current == Settings(text_size=125)


@pytest.mark.parametrize(
    "changes",
    [
        {"format": FORMAT + 1},
        {"format": "1"},
        {"format": None},
        {"level": "expert"},
        {"level": {}},
        {"theme": ["dark"]},
        {"theme": True},
        {"text_size": 101},
        {"text_size": 100.0},
        {"text_size": True},
        {"text_size": "100"},
        {"window": [1, 1]},
        {"window": [10**9, 10**9]},
        {"window": [800]},
        {"window": 800},
        {"window": ["800", "600"]},
        {"window": {"800": 1, "600": 2}},
        {"maximised": 1},
        {"maximised": None},
        {"topics_width": -1},
        {"topics_width": 1e400},
        {"results_width": 200.5},
        {"topics_shown": "yes"},
        {"outline_shown": []},
        {"speech_rate": 99},
        {"speech_voice": 7},
        {"speech_voice": "x" * 201},
    ],
    ids=str,
)
def test_a_newer_format_or_a_wrong_value_is_kept_as_bad(path, changes):
    write(path, as_json(**changes))
    file = load(path)
    assert file.current == Settings()
    assert file.notice.endswith(KEPT)
    assert json.loads(path.with_suffix(".bad").read_text()) == json.loads(as_json(**changes))


def test_500_flipped_bits_give_values_that_fit_or_the_defaults(path):
    dice = random.Random(3)  # noqa: S311
    right = as_json().encode()
    for _ in range(500):
        data = bytearray(right)
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        write(path, bytes(data))
        file = load(path)
        found = file.current
        assert isinstance(found.level, Level)
        assert [type(value) for value in found._asdict().values()] == [
            type(value) for value in CHANGED._asdict().values()
        ]
        if file.notice:
            assert found == Settings()
            bad = path.with_suffix(".bad")
            assert bad.read_bytes() == bytes(data)
            bad.unlink()


def test_without_a_path_the_preferences_live_in_memory():
    file = load(None)
    file.update(theme="dark")
    file.save()
    assert file.current.theme == "dark"
    assert file.notice == ""


def test_a_place_that_cannot_be_written_keeps_them_in_memory_and_says_so(tmp_path):
    (tmp_path / "file").touch()
    for path in (tmp_path / "file" / "settings.json", Path("/proc/nowhere/settings.json")):
        file = load(path)
        assert file.current == Settings()
        file.update(theme="dark")
        assert file.current.theme == "dark"
        assert file.notice == "Your preferences cannot be saved here: they last until you quit."
        file.update(theme="light")
        assert file.current.theme == "light"


def test_a_folder_in_the_place_of_the_file_is_left_alone(path):
    path.mkdir(parents=True)
    file = load(path)
    assert file.notice == "Your preferences cannot be read: the usual ones are used."
    file.update(theme="dark")
    assert "cannot be saved" in file.notice
    assert path.is_dir()


@pytest.mark.parametrize("step", ["write_text", "replace"])
def test_a_disk_that_refuses_leaves_the_old_file(path, step, monkeypatch):
    load(path).update(text_size=150)

    def refuse(*_, **__):
        raise OSError(28, "No space left on device")

    file = load(path)
    with monkeypatch.context() as patch:
        patch.setattr(Path, step, refuse)
        file.update(text_size=200)
    assert "cannot be saved" in file.notice
    assert load(path).current == Settings(text_size=150)


def test_a_bad_file_that_cannot_be_moved_is_not_written_over(path, monkeypatch):
    write(path, "{")

    def refuse(*_, **__):
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        file = load(path)
        file.update(text_size=200)
    assert file.current.text_size == 200
    assert path.read_text() == "{"


SAVE = """
import sys
from pathlib import Path
from livermets_desktop.settings import SettingsFile
file = SettingsFile(Path(sys.argv[1]))
file.load()
print("ready", flush=True)
while True:
    for size in (100, 125, 150, 175):
        file.update(text_size=size)
"""


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is a thing of Unix")
def test_a_program_killed_while_saving_leaves_whole_settings(path):
    dice = random.Random(4)  # noqa: S311
    for _ in range(5):
        saver = subprocess.Popen([sys.executable, "-c", SAVE, path], stdout=subprocess.PIPE)
        saver.stdout.readline()
        with pytest.raises(subprocess.TimeoutExpired):
            saver.wait(dice.random() * 0.05)
        saver.kill()
        saver.wait()
        saver.stdout.close()
        assert load(path).notice == ""


def test_a_reader_is_told_when_preferences_cannot_be_kept(tmp_path):
    told = []
    (tmp_path / "file").touch()
    settings = SettingsFile(tmp_path / "file" / "settings.json")
    settings.on_notice = told.append
    settings.update(text_size=150)
    settings.update(text_size=200)
    assert told == ["Your preferences cannot be saved here: they last until you quit."]
    assert settings.current.text_size == 200


USUAL = Settings(theme="dark", text_size=150)


def test_usual_values_hold_until_the_reader_chooses_others(path):
    file = SettingsFile(path, USUAL)
    file.load()
    assert file.current == USUAL
    file.update(theme="light")
    again = SettingsFile(path, USUAL._replace(text_size=200))
    assert again.load() == USUAL._replace(theme="light", text_size=200)


def test_fixed_values_cannot_be_changed_by_anything(path):
    write(path, as_json())
    file = SettingsFile(path, USUAL, frozenset({"theme"}))
    assert file.load() == CHANGED._replace(theme="dark")
    file.update(theme="light", text_size=175)
    assert (file.current.theme, file.current.text_size) == ("dark", 175)
    assert file.reset().theme == "dark"


def test_a_reset_brings_the_usual_values_and_leaves_the_window_its_size(path):
    write(path, as_json())
    file = SettingsFile(path, USUAL)
    file.load()
    file.reset()
    size = {"window": (900, 700), "maximised": True, "topics_width": 300, "results_width": 500}
    assert file.current == USUAL._replace(**size)
    assert load(path).current == Settings(**size)
