from pathlib import Path

import pytest

from livermets_desktop.authoring.content_source import read_content
from livermets_desktop.authoring.problem import Report

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture(scope="session")
def source():
    """The content source of the library as it stands."""
    return read_content(CONTENT, Report())
