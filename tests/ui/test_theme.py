import json
import re

import pytest

from livermets_desktop import paths
from livermets_desktop.ui.theme import NAMES, Theme
from tests.access.colours import contrast

THEMES = json.loads((paths.resources() / "themes.json").read_text(encoding="utf-8"))

# (text, ground, least contrast): WCAG 2.2, 4.5 for text and 3 for parts of controls.
PAIRS = [
    *((ink, ground, 4.5) for ink in ("ink", "ink2", "accent") for ground in ("surface", "canvas")),
    *((ink, "hover", 4.5) for ink in ("ink", "ink2")),
    *(("ink", ground, 4.5) for ground in ("note_soft", "evid_soft", "urgent_soft", "raised")),
    ("ink2", "raised", 4.5),
    ("ink2", "evid_soft", 4.5),
    ("ink2", "sunken", 4.5),
    ("accent", "note_soft", 4.5),
    ("on_accent", "accent", 4.5),
    ("on_urgent", "urgent", 4.5),
    ("on_urgent", "urgent_hover", 4.5),
    ("urgent_ink", "urgent_soft", 4.5),
    ("on_sel", "sel", 4.5),
    ("on_chosen", "chosen", 4.5),
    ("on_mark", "mark", 4.5),
    ("on_mark_now", "mark_now", 4.5),
    ("on_spoken", "spoken", 4.5),
    ("edge", "surface", 3.0),
    ("edge", "canvas", 3.0),
    ("focus", "surface", 3.0),
    ("focus", "canvas", 3.0),
    ("urgent", "surface", 3.0),
    ("urgent", "urgent_soft", 3.0),
    ("sel_bar", "sel", 3.0),
]


def test_contrast_is_computed_as_wcag_says():
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("text", "ground", "least"), PAIRS)
def test_every_pair_of_colours_can_be_read(name, text, ground, least):
    tokens = THEMES[name]
    assert contrast(tokens[text], tokens[ground]) >= least


def test_every_theme_names_the_same_colours():
    assert {frozenset(tokens) for tokens in THEMES.values()} == {frozenset(THEMES["light"])}


@pytest.mark.parametrize("name", NAMES)
def test_style_sheets_are_filled_completely(qapp, name):
    theme = Theme.load(paths.resources(), name, 200)
    for sheet in (theme.window_style(), theme.article_style()):
        assert "@" not in sheet
        assert len(sheet) > 500


def test_no_colour_is_named_outside_the_tokens():
    for path in (paths.resources() / "styles").iterdir():
        assert not re.search(r"#[0-9A-Fa-f]{6}\b", path.read_text(encoding="utf-8")), path


def test_text_grows_with_the_size_and_gaps_grow_less(qapp):
    theme = Theme.load(paths.resources(), "light", 200)
    assert theme.box(40) == 80
    assert theme.gap(40) == 56
    assert theme.points(10.5) == 21
