import pytest

from livermets_desktop.errors import LocationError
from livermets_desktop.model.location import Location


@pytest.mark.parametrize(
    ("text", "location"),
    [
        ("ct-scan", Location("ct-scan")),
        ("ct-scan#what-it-shows", Location("ct-scan", "what-it-shows")),
        ("  ct-scan#5-hiaa\n", Location("ct-scan", "5-hiaa")),
        ("y90#", Location("y90")),
    ],
)
def test_a_place_is_an_article_and_perhaps_a_section(text, location):
    assert Location.parse(text) == location


@pytest.mark.parametrize("location", [Location("ct-scan"), Location("ct-scan", "what-it-shows")])
def test_a_place_is_written_as_it_is_read(location):
    assert Location.parse(str(location)) == location


@pytest.mark.parametrize(
    "text",
    [
        "", "#", "#top", "CT", "ct scan", "ct--scan", "-ct", "ct-", "ct_scan", "a#b#c", "a#B",
        "a#b c", "../../etc/passwd", "/etc/passwd", "a/b", "a\\b", "C:/a", "file:///a", "a%2e",
        "a.b", "ä", "٣", "a\0", "a#\u202eb", "a\nb", "x" * 100_000 + "!",
    ],
)  # fmt: skip
def test_any_other_text_is_refused_in_one_short_sentence(text):
    with pytest.raises(LocationError) as caught:
        Location.parse(text)
    assert "write ARTICLE or ARTICLE#SECTION" in str(caught.value)
    assert len(str(caught.value)) < 250
