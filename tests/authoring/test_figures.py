import struct

import pytest

from livermets_desktop.authoring.figures import FigurePainter, read_colours, swap_colours
from livermets_desktop.authoring.svg import figure_size
from tests.authoring.faults import SVG, replace


def test_a_figure_is_painted_for_light_and_for_dark_pages(content, resources):
    light, dark = FigurePainter(resources).paint(content / SVG)

    assert (light.theme, dark.theme) == ("light", "dark")
    assert light.png != dark.png
    assert struct.unpack(">II", light.large_png[16:24]) == (1704, 852)
    assert (light.width, light.height) == (1704, 852)
    assert struct.unpack(">II", light.png[16:24]) == (1136, 568)


def test_the_same_figure_gives_the_same_bytes(content, resources):
    painter = FigurePainter(resources)
    assert painter.paint(content / SVG) == painter.paint(content / SVG)


def test_a_figure_that_breaks_a_rule_is_not_painted(content, resources):
    replace("<rect", "<script/><rect")(content / SVG)

    with pytest.raises(ValueError, match="Scripts are not allowed"):
        FigurePainter(resources).paint(content / SVG)


def test_words_are_drawn_with_the_shipped_font_only(content, resources, tmp_path):
    (tmp_path / "figure-colours.toml").write_text("[dark]\n")
    without_fonts = FigurePainter(tmp_path).paint(content / SVG)[0]

    replace("Atkinson Hyperlegible", "DejaVu Sans")(content / SVG)
    other_font = FigurePainter(resources).paint(content / SVG)[0]
    replace("DejaVu Sans", "Atkinson Hyperlegible")(content / SVG)
    shipped_font = FigurePainter(resources).paint(content / SVG)[0]

    assert without_fonts.png != shipped_font.png
    assert len({without_fonts.png, other_font.png}) == 1 or other_font.png == shipped_font.png


def test_colours_are_swapped_in_attributes_whatever_their_case():
    colours = {"#14211F": "#E4ECEA", "#E4ECEA": "#000000"}
    svg = """<text fill='#14211f' style="stroke:#14211F;fill:#123456">#14211F ="#14211F</text>"""

    assert swap_colours(svg, colours) == (
        """<text fill='#E4ECEA' style="stroke:#E4ECEA;fill:#123456">#14211F ="#14211F</text>"""
    )


def test_every_colour_of_the_table_is_a_colour(resources):
    colours = read_colours(resources / "figure-colours.toml")

    assert len(colours) == 18
    assert all(len(one) == 7 and one.startswith("#") for pair in colours.items() for one in pair)


@pytest.mark.parametrize(
    "view_box", ["", "0 0 1", "0 0 0 5", "0 0 -1 5", "0 0 nan 5", "0 0 inf 5", "0 0 1e-320 1e300"]
)
def test_a_view_box_without_a_size_gives_no_size(view_box):
    assert figure_size(view_box) is None
