import shutil
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def today():
    return date(2026, 11, 22)


@pytest.fixture
def resources():
    return ROOT / "resources"


@pytest.fixture
def content(tmp_path):
    """A small valid content source of invented articles, free to be changed."""
    return Path(shutil.copytree(Path(__file__).parent / "tiny", tmp_path / "content"))
