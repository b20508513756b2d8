"""The files for a public screen agree with the program, and with what they are written for."""

import re
import shutil
import subprocess
import tomllib
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from livermets_desktop.cli import main
from livermets_desktop.heartbeat import HUNG_SECONDS
from livermets_desktop.kiosk_file import Kiosk, check
from livermets_desktop.kiosk_watch import PAGE_SECONDS
from livermets_desktop.pin import hash_pin

ROOT = Path(__file__).resolve().parent.parent
DEPLOY = ROOT / "deploy"
EXAMPLE = (DEPLOY / "kiosk.example.toml").read_text(encoding="utf-8")
SERVICE = DEPLOY / "linux" / "livermets-kiosk.service"
FILTER = (DEPLOY / "windows" / "keyboard-filter.ps1").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs" / "kiosk.md").read_text(encoding="utf-8")
WINDOWS = "{http://schemas.microsoft.com/ShellLauncher/2018/Configuration}"
V2 = "{http://schemas.microsoft.com/ShellLauncher/2019/Configuration}"


def with_pin(text):
    return re.sub("^pin = .*$", f'pin = "{hash_pin("0042")}"', text, flags=re.MULTILINE)


def test_the_example_is_in_order_but_for_its_pin(tmp_path):
    file = tmp_path / "kiosk.toml"
    file.write_text(EXAMPLE, encoding="utf-8")
    _, (problem,) = check(file)
    assert "“pin” is none: livermets-desktop kiosk pin writes the line." in problem
    file.write_text(with_pin(EXAMPLE), encoding="utf-8")
    _, problems = check(file)
    assert problems == ()


def test_the_example_has_every_key_and_says_what_holds_without_it(tmp_path):
    file = tmp_path / "kiosk.toml"
    file.write_text(with_pin(EXAMPLE), encoding="utf-8")
    kiosk, _ = check(file)
    needs_a_value = {"pin", "printer", "hospital", "telephones", "address", "addresses"}
    for key in Kiosk._fields:
        assert (getattr(kiosk, key) != getattr(Kiosk(), key)) == (key in needs_a_value), key
    written = tomllib.loads(EXAMPLE)
    keys = {*written} | {key for one in written.values() if isinstance(one, dict) for key in one}
    for key in set(Kiosk._fields) - {"address"}:
        assert key in keys, key


def test_every_key_of_the_example_has_a_comment_above_it():
    lines = EXAMPLE.splitlines()
    for above, line in pairwise(lines):
        if re.match(r"[a-z-]+ = ", line) and not above.startswith(("label", "[[")):
            assert above.startswith("#"), line


def entries(file):
    """Return the keys of a unit file by section; a key may be given twice."""
    found, section = {}, ""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            key, _, value = line.partition("=")
            found.setdefault(section, {}).setdefault(key, []).append(value)
    return found


def test_the_service_is_restarted_for_ever_and_starts_the_watcher():
    unit = entries(SERVICE)
    service = unit["Service"]
    assert service["Restart"] == ["always"]
    assert unit["Unit"]["StartLimitIntervalSec"] == ["0"]
    command = service["ExecStart"][0].partition(" -- ")[2].split()
    assert command[0] == "/opt/livermets-desktop/livermets-desktop"
    with pytest.raises(SystemExit) as end:
        main([*command[1:], "--help"])
    assert end.value.code == 0
    assert service["User"] == ["kiosk"]
    assert service["PAMName"] == ["livermets-kiosk"]
    assert (DEPLOY / "linux" / "livermets-kiosk.pam").is_file()


def test_the_service_gives_few_rights_but_those_that_the_screen_needs():
    service = entries(SERVICE)["Service"]
    assert service["RestrictAddressFamilies"] == ["AF_UNIX AF_NETLINK"]
    assert service["NoNewPrivileges"] == ["yes"]
    assert not {"PrivateNetwork", "ProtectHome", "PrivateDevices"} & set(service)
    assert service["Environment"] == ["QT_QPA_PLATFORM=wayland"]  # all that children keep


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd here")
def test_systemd_understands_the_service(tmp_path):
    text = SERVICE.read_text(encoding="utf-8")
    file = tmp_path / SERVICE.name
    file.write_text(re.sub("ExecStart=.* -- .*", "ExecStart=/bin/true", text), encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", file], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_windows_starts_the_watcher_again_unless_the_pin_ended_it():
    root = ElementTree.parse(DEPLOY / "windows" / "shell-launcher.xml").getroot()  # noqa: S314
    assert root.tag == f"{WINDOWS}ShellLauncherConfiguration"
    profile = root.find(f"{WINDOWS}Profiles/{WINDOWS}Profile")
    shell = profile.find(f"{WINDOWS}Shell")
    assert shell.get("Shell").endswith("livermets-desktop.exe kiosk watch")
    assert shell.get(f"{V2}AppType") == "Desktop"
    (action,) = shell.iter(f"{WINDOWS}ReturnCodeAction")
    assert (action.get("ReturnCode"), action.get("Action")) == ("0", "DoNothing")
    assert shell.find(f"{WINDOWS}DefaultAction").get("Action") == "RestartShell"
    config = root.find(f"{WINDOWS}Configs/{WINDOWS}Config/{WINDOWS}Profile")
    assert config.get("Id") == profile.get("Id")


def test_the_keyboard_filter_names_the_ways_out_once():
    keys = re.findall('"([^"]+)"', FILTER.partition("$Blocked = @(")[2].partition("\n)")[0])
    assert len(keys) == len(set(keys))
    ways_out = {"Alt+F4", "Alt+Tab", "Ctrl+Alt+Del", "Ctrl+Esc", "Shift+Ctrl+Esc", "Windows"}
    assert ways_out <= set(keys)
    assert {"Shift", "Ctrl", "Alt"}.isdisjoint(keys)  # people type
    assert '"ForceOffAccessibility" = "true"' in FILTER  # Sticky Keys


def test_the_guide_names_every_file_and_the_times_of_the_watcher():
    for file in DEPLOY.rglob("*.*"):
        assert file.name in GUIDE or file.name == "README.md", file.name
    assert f"{HUNG_SECONDS} seconds" in GUIDE
    assert f"{PAGE_SECONDS // 60} minutes" in GUIDE
