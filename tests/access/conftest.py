"""One window over the real library for all measures."""

import pytest
from PySide6.QtGui import QFontDatabase

from livermets_desktop import paths
from tests.access.lab import Lab
from tests.access.measures import Survey


@pytest.fixture(scope="package")
def survey(qapp, tmp_path_factory):
    """The walk through all screens, which is made once."""
    if not paths.shipped_library().is_dir():
        pytest.skip("the library is not compiled")
    for font in (paths.resources() / "fonts").glob("*.ttf"):
        QFontDatabase.addApplicationFont(str(font))
    lab = Lab(paths.shipped_library(), tmp_path_factory.mktemp("access"))
    yield Survey(lab)
    lab.close()
