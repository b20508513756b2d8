"""What a release holds, and what installs it."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from tools.checksums import checksum_lines
from tools.runtime import runtime_packages
from tools.sbom import runtime_part

ROOT = Path(__file__).resolve().parent.parent
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
RUNTIME = {canonicalize_name(package.name) for package in runtime_packages()}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    subprocess.run([*build, "--directory", folder], cwd=ROOT, check=True, capture_output=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as archive:
        return archive.namelist()


def test_the_wheel_holds_code_resources_and_licences(wheel):
    assert "livermets_desktop/cli.py" in wheel
    assert "livermets_desktop/_data/resources/themes.json" in wheel
    licences = {Path(name).name for name in wheel if ".dist-info/licenses/" in name}
    assert licences == {"LICENSE", "CC-BY-4.0.txt", "OFL-1.1.txt"}


@pytest.mark.skipif(not (ROOT / "build/library").is_dir(), reason="the library is not compiled")
def test_the_wheel_holds_the_compiled_library(wheel):
    library = {name for name in wheel if name.startswith("livermets_desktop/_data/library/")}
    assert {Path(name).name for name in library} >= {"library.db", "manifest.json"}
    assert any("/index/" in name for name in library)


def test_the_wheel_holds_nothing_of_the_workshop(wheel):
    tops = {name.split("/")[0] for name in wheel}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"livermets_desktop"}
    assert not [name for name in wheel if name.endswith((".pyc", ".md", ".svg.orig"))]


def test_the_program_runs_without_the_tools_of_authors_and_developers():
    tools = {"markdown", "resvg-py", "defusedxml", "tqdm", "pytest", "ruff", "mypy", "pyinstaller"}
    assert {
        "pyside6-essentials",
        "pyside6-addons",
        "whoosh-reloaded",
        "nh3",
        "platformdirs",
    } <= RUNTIME
    assert not RUNTIME & tools


def test_every_package_in_the_lock_has_one_version_and_a_hash():
    entries = re.split(r"\n(?=[a-z0-9])", re.sub(r"^#.*\n", "", LOCK, flags=re.MULTILINE))
    for entry in entries:
        assert re.match(r"[a-z0-9-]+==[^ ]+ ", entry), entry[:60]
        assert "--hash=sha256:" in entry, entry[:60]


def test_the_lock_holds_the_versions_of_the_project_file():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    wanted += project["project"]["optional-dependencies"]["authoring"]
    locked = set(re.findall(r"^[a-z0-9-]+==[^ ]+", LOCK, flags=re.MULTILINE))
    names = {canonicalize_name(entry.split("==")[0]) for entry in locked}
    for requirement in wanted:
        name, version = requirement.split("==")
        assert f"{canonicalize_name(name)}=={version}" in locked
    assert names >= RUNTIME


def test_the_lock_names_no_host():
    assert not re.search(r"https?://|file:|--(extra-)?index-url|--find-links| @ ", LOCK)


def test_the_bill_of_materials_keeps_only_what_runs():
    document = {
        "metadata": {"component": {"bom-ref": "root"}},
        "components": [{"name": "nh3", "bom-ref": "n"}, {"name": "ruff", "bom-ref": "r"}],
        "dependencies": [{"ref": "root", "dependsOn": ["n", "r"]}, {"ref": "r"}],
    }
    part = runtime_part(document, {"nh3"})
    assert [component["name"] for component in part["components"]] == ["nh3"]
    assert part["dependencies"] == [{"ref": "root", "dependsOn": ["n"]}]


def test_checksums_are_those_of_sha256sum(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "abc.txt").write_text("abc")
    abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert checksum_lines(tmp_path) == [f"{abc}  b/abc.txt\n"]


def test_help_lists_every_target_of_the_makefile():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):.*## ", makefile, flags=re.MULTILINE))
    wanted = {
        "run",
        "test",
        "check",
        "bench",
        "dist",
        "screenshots",
        "questions",
        "relevance",
        "access",
        "kiosk",
        "translations",
        "lock",
        "clean",
    }
    assert targets == wanted | {"help"}
