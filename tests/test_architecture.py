"""The shape of the code: sizes, packages, what loads what, and that its checks can fail."""

import subprocess
import sys
import tomllib
from pathlib import Path
from shutil import copy, copytree

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "livermets_desktop"
WITH_QT = ("ui", "app.py", "kiosk_app.py", "__main__.py", "__init__.py")
MODULES = sorted(PACKAGE.rglob("*.py"))
LINES = 400
LINES_OF_THE_WINDOW = 250
CORE = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for path in MODULES
    if path.relative_to(PACKAGE).parts[0] not in WITH_QT
)


def test_no_module_is_too_long():
    lengths = {path.name: len(path.read_text().splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > LINES} == {}
    assert lengths["main_window.py"] <= LINES_OF_THE_WINDOW


def test_every_folder_of_the_program_and_its_tests_is_a_package():
    for top in ("livermets_desktop", "tests", "tools"):
        folders = {path.parent for path in (ROOT / top).rglob("*.py")}
        assert [folder for folder in folders if not (folder / "__init__.py").is_file()] == []


def run_python(code, **options):
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        **options,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.split()


BLOCK_QT = """
import sys
class Block:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(f"{name} is blocked")
sys.meta_path.insert(0, Block())
"""


def test_everything_but_the_window_works_without_qt():
    assert len(CORE) > 40
    imports = "\n".join(f"import {name.removesuffix('.__init__')}" for name in CORE)
    run_python(f"{BLOCK_QT}{imports}")
    found = run_python(
        f"{BLOCK_QT}from livermets_desktop.cli import main\nmain(['--version'])",
    )
    assert found[0] == "livermets-desktop"


def test_the_block_of_qt_in_these_tests_works():
    code = f"{BLOCK_QT}try: import livermets_desktop.app\nexcept ImportError as error: print(error)"
    assert run_python(code) == ["PySide6", "is", "blocked"]


def test_the_window_loads_neither_authoring_nor_what_it_needs_later():
    loaded = run_python("import sys, livermets_desktop.app; print(*sys.modules)")
    assert "PySide6.QtWidgets" in loaded
    kept_out = ("markdown", "resvg_py", "tqdm", "defusedxml", "whoosh", "nh3")
    assert [name for name in loaded if name.partition(".")[0] in kept_out] == []
    assert [name for name in loaded if name.startswith("livermets_desktop.authoring")] == []
    network = ("PySide6.QtNetwork", "PySide6.QtPrintSupport", "ssl", "http.client")
    assert [name for name in loaded if name in network] == []


PLANTED = {
    "Imports point downwards": ("model/level.py", "import livermets_desktop.library.reader"),
    "Panels do not know each other": (
        "ui/home_panel.py",
        "import livermets_desktop.ui.article_panel",
    ),
    "Only the user interface knows Qt": ("search/analysis.py", "import PySide6.QtCore"),
    "Whoosh stays behind the search package": ("index_store.py", "import whoosh.index"),
    "SQLite stays behind the library package": ("settings.py", "import sqlite3"),
    "nh3 stays behind the library package": ("authoring/render.py", "import nh3"),
    "Markdown stays behind authoring": ("cli.py", "import markdown"),
    "No import cycles": ("library/format.py", "import livermets_desktop.library.reader"),
}


def contracts(folder):
    """Run the import checker on a copy of the package, and tell which contracts it names how."""
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=folder,
        env={"PYTHONPATH": str(folder), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    lines = done.stdout.splitlines()
    return {
        line.removesuffix(f" {state}"): state
        for line in lines
        for state in ("KEPT", "BROKEN")
        if line.endswith(f" {state}")
    }


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """A copy of the package, whose modules may be changed for a moment."""
    folder = tmp_path_factory.mktemp("package")
    copytree(PACKAGE, folder / PACKAGE.name, ignore=lambda *_: ["__pycache__"])
    copy(ROOT / "pyproject.toml", folder)
    return folder


def test_every_contract_is_kept_and_has_a_planted_violation(package):
    found = contracts(package)
    assert set(found.values()) == {"KEPT"}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named = {contract["name"] for contract in project["tool"]["importlinter"]["contracts"]}
    assert set(found) == set(PLANTED) == named


@pytest.mark.parametrize("contract", PLANTED)
def test_a_planted_violation_breaks_its_contract(package, contract):
    name, line = PLANTED[contract]
    module = package / PACKAGE.name / name
    before = module.read_text()
    module.write_text(f"{before}\n{line}\n")
    try:
        assert contracts(package).get(contract) == "BROKEN"
    finally:
        module.write_text(before)
