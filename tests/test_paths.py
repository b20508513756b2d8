"""Where files are found; each way to start the program is tried in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from platformdirs import windows

from livermets_desktop import paths

ROOT = Path(__file__).resolve().parent.parent
USER = ("settings_file", "bookmarks_file", "state_folder", "index_cache")


def test_a_checkout_reads_resources_and_library_beside_the_package():
    assert paths.resources() == ROOT / "resources"
    assert paths.content() == ROOT / "content"
    assert (paths.resources() / "themes.json").is_file()
    built = ROOT / "build" / "library"
    assert paths.shipped_library() == (built if built.is_dir() else ROOT / "library")


def test_an_installed_program_reads_its_own_data(tmp_path, monkeypatch):
    package = tmp_path / "livermets_desktop"
    (package / "_data").mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(package / "paths.py"))
    assert paths.resources() == package / "_data" / "resources"
    assert paths.shipped_library() == package / "_data" / "library"


def test_a_frozen_program_reads_what_was_frozen_with_it(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources() == tmp_path / "resources"
    assert paths.shipped_library() == tmp_path / "library"


def test_what_belongs_to_the_user_stays_in_the_users_folders(tmp_path):
    home = tmp_path / "home"
    config = home / "xdg_config_home" / "livermets-desktop"
    data = home / "xdg_data_home" / "livermets-desktop"
    assert paths.settings_file() == config / "settings.json"
    assert paths.bookmarks_file() == data / "bookmarks.json"
    assert paths.state_folder() == home / "xdg_state_home" / "livermets-desktop"
    assert paths.index_cache() == home / "xdg_cache_home" / "livermets-desktop" / "indexes"
    assert not home.exists()


def test_no_variable_of_the_reader_moves_the_administrators_file(tmp_path, monkeypatch):
    before = paths.admin_file()
    for name in ("XDG_CONFIG_DIRS", "XDG_CONFIG_HOME", "HOME", "PROGRAMDATA", "ALLUSERSPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("WIN_PD_OVERRIDE_COMMON_APPDATA", str(tmp_path))
    assert paths.admin_file() == before
    assert before.parts[-2:] == ("livermets-desktop", "admin.toml")


@pytest.mark.parametrize(
    ("platform", "folder"),
    [("linux", "/etc/xdg"), ("darwin", "/Library/Application Support"), ("win32", "/shared")],
)
def test_the_administrators_file_is_machine_wide(monkeypatch, platform, folder):
    known = {"CSIDL_COMMON_APPDATA": "/shared"}
    monkeypatch.setattr(windows, "get_win_folder_via_ctypes", known.__getitem__)
    monkeypatch.setattr(sys, "platform", platform)
    assert paths.admin_file() == Path(folder) / "livermets-desktop" / "admin.toml"


TELL = f"from livermets_desktop import paths\nfor name in {USER}: print(getattr(paths, name)())"
STRANGER = ("unshare", "--user", "--map-user=12345", "--map-group=12345")


def user_folders(folder, *as_other, **environment):
    done = subprocess.run(
        [*as_other, sys.executable, "-B", "-c", TELL],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"]} | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert list(folder.iterdir()) == []
    return [Path(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("home", [{"HOME": "/nowhere/at/all"}, {"HOME": ""}, {}])
def test_an_odd_home_folder_still_gives_whole_paths(tmp_path, home):
    folders = user_folders(tmp_path, **home)
    assert len(folders) == len(USER)
    assert all(folder.is_absolute() for folder in folders)


def test_a_user_without_any_home_folder_gets_places_where_nothing_can_be_written(tmp_path):
    if subprocess.run([*STRANGER, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system makes no user without a home folder (unshare --user)")
    folders = user_folders(tmp_path, *STRANGER)
    assert [folder.parts[:3] for folder in folders] == [("/", "dev", "null")] * len(USER)
