import pytest

from livermets_desktop.library.html_limits import is_too_complex
from tests.library.tiny import tiny_contents

# Each opens something that a parser keeps open, and closes it only for a careless reader.
HIDING = [
    "<div><marquee></div></marquee>",
    "<table><td><b></table></b>",
    "<b><div></b>",
    "<div><script></div></script>",
    "<div><!-- </div> -->",
    "<div></ div>",
    "<xmp><a title='</xmp><div>'></a></xmp>",
    "<div><!-- > </div> -->",
    "<div><script><!--<script></script></div>--></script>",
    "<div><? </div> ?>",
    "<svg><style><div></style></svg>",
    "<div><a title='</div>'></a>",
    "<div><template></div></template>",
    "<em></p>",
    "<div/>",
]


@pytest.mark.parametrize("unit", HIDING)
def test_depth_cannot_be_hidden(unit):
    assert is_too_complex(unit * 100)


def test_what_is_closed_in_order_may_repeat():
    assert not is_too_complex("<p>a<br><em title='</p>'>b</em></p><img alt='>'>" * 1_000)


def test_the_articles_of_the_tiny_library_are_within_the_limits():
    assert not any(is_too_complex(row.html) for row in tiny_contents().articles)


def test_a_tag_may_not_be_endless():
    assert not is_too_complex(f"<img alt='{'a' * 3_000}'>")
    assert is_too_complex(f"<img alt='{'a' * 4_000}'>")
