"""Small screens, and screens of other ratios of pixels."""

import json
import sys

import pytest


@pytest.fixture
def looked(run_process, library, tmp_path):
    """Return a function that looks at the window on a screen of so many pixels."""

    def run(width, height, ratio):
        screen = {"name": "only", "x": 0, "y": 0, "width": width, "height": height, "dpr": 1}
        screens = {
            "synchronousWindowSystemEvents": False,
            "windowFrameMargins": True,
            "screens": [screen | {"logicalDpi": 96, "logicalBaseDpi": 96}],
        }
        file = tmp_path / "screens.json"
        file.write_text(json.dumps(screens))
        names = ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")
        home = {name: str(tmp_path / "home" / name.lower()) for name in names}
        platform = {"QT_QPA_PLATFORM": f"offscreen:configfile={file}"}
        done = run_process(
            *(sys.executable, "-m", "tests.e2e.reader", "looks", library),
            **home | platform | {"QT_SCALE_FACTOR": str(ratio)},
        )
        assert (done.code, done.err) == (0, "")
        return json.loads(done.out)

    return run


@pytest.mark.parametrize("ratio", [1, 1.25, 2])
def test_on_800_by_600_nothing_is_clipped_at_any_ratio(looked, ratio):
    seen = looked(800 * ratio, 600 * ratio, ratio)
    assert seen == {"faults": {}, "ratio": ratio, "on_screen": True, "notice": ""}
