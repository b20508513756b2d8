import re
import subprocess
import sys
import time
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from livermets_desktop.library.control_characters import strip_control
from livermets_desktop.library.html_limits import TOKEN
from livermets_desktop.library.safe_html import clean, plain_text
from tests.library.hostile import CANARY, SNIPPETS, WEB_LINKS, endless
from tests.library.tiny import CALLOUT, FIGURE, TABLE, tiny_contents

ATTRIBUTES = re.compile(r'([^\s"=<>]+)="([^"]*)"')
ALLOWED_TAGS = {
    "a",
    "br",
    "em",
    "h2",
    "h3",
    "img",
    "li",
    "ol",
    "p",
    "span",
    "strong",
    "sub",
    "sup",
    "ul",
} | {"table", "td", "th", "tr"}
ALLOWED_ATTRIBUTES = {
    ("a", "href"): r"article:[a-z0-9-]+(#[a-z0-9-]+)?|(term|note):[a-z0-9-]+|source:[0-9]+",
    ("a", "name"): r"[a-z0-9_-]+",
    ("a", "class"): r"term|cite|unverified",
    ("img", "src"): r"icon:[a-z0-9_-]+|figure:[a-z0-9_-]+(/[a-z0-9_-]+)?",
    ("img", "alt"): r".*",
    ("img", "width"): r"[0-9]{1,4}",
    ("img", "height"): r"[0-9]{1,4}",
    ("ol", "class"): r"sources",
    ("p", "class"): r"lead|callout-title|caption|figure",
    ("span", "class"): r"address",
    ("table", "class"): r"callout (urgent|note|evidence)|data",
    ("table", "width"): r"100%",
    ("td", "class"): r"bar|icon|text",
    ("td", "align"): r"left|right",
    ("th", "align"): r"left|right",
}


def assert_within_the_contract(html):
    for token in TOKEN.finditer(html):
        tag = token[0]
        assert token["name"] in ALLOWED_TAGS, tag
        for name, value in ATTRIBUTES.findall(tag):
            pattern = ALLOWED_ATTRIBUTES.get((token["name"], name), "nothing at all")
            assert re.fullmatch(pattern, unescape(value), re.DOTALL), tag
        assert "=" not in ATTRIBUTES.sub("", tag), tag
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", html)


@pytest.mark.parametrize("kind", SNIPPETS)
def test_hostile_html_leaves_nothing_but_the_contract(kind):
    html = clean(f"<p>before</p>{SNIPPETS[kind]}<p>after</p>")
    assert_within_the_contract(html)
    assert "before" in html
    for token in TOKEN.finditer(html):
        assert CANARY not in re.sub(' alt="[^"]*"', "", token[0])


def test_the_corpus_has_at_least_thirty_snippets():
    assert len(SNIPPETS) + len(WEB_LINKS) >= 30


@pytest.mark.parametrize("kind", ["script", "iframe", "style element", "script in svg", "template"])
def test_scripts_and_the_like_go_together_with_their_text(kind):
    assert clean(SNIPPETS[kind]) == ""


@pytest.mark.parametrize("html", [CALLOUT, TABLE, FIGURE])
def test_what_our_own_articles_consist_of_stays_as_it_is(html):
    assert clean(html) == html


def test_the_articles_of_the_tiny_library_stay_as_they_are():
    for row in tiny_contents().articles:
        assert clean(row.html) == row.html


@pytest.mark.parametrize("kind", WEB_LINKS)
def test_a_web_address_is_shown_after_the_words_and_cannot_be_opened(kind):
    html = clean(f"<p>{WEB_LINKS[kind]}.</p>")
    assert "href" not in html
    assert re.fullmatch(
        rf"<p><a>words \((https?|ftp)://{CANARY}\.invalid/(a\?b=1&amp;c=2)?\)</a>\.</p>",
        html,
        re.IGNORECASE,
    )


@pytest.mark.parametrize(
    "href",
    [
        "article:CT",
        "article:",
        "article:a#",
        "article:a b",
        "article:a/../b",
        "article:a%2e",
        "term:a#b",
        "source:x",
        "source:0",
        "icon:urgent",
        "figure:a/b",
        "#sources",
        "ct-scan",
        "mailto:a@b.invalid",
        "",
    ],
)
def test_a_link_that_is_not_strictly_written_goes_nowhere(href):
    assert clean(f'<a href="{href}">words</a>') == "<a>words</a>"


@pytest.mark.parametrize(
    "href", ["article:ct-scan", "article:ct-scan#what-it-shows", "term:5-hiaa", "source:12"]
)
def test_the_three_kinds_of_link_stay(href):
    assert clean(f'<a href="{href}">words</a>') == f'<a href="{href}">words</a>'


def test_other_images_are_replaced_by_their_words():
    assert clean('<p><img src="x.png" alt="A &lt;b&gt; photo"></p>') == "<p>A &lt;b&gt; photo</p>"
    assert clean("<p><img src='figure:a/b/c' alt='photo'></p>") == "<p>photo</p>"
    assert clean("<p><img src='icon:a@2x'></p>") == "<p></p>"


def test_unknown_classes_and_sizes_are_dropped():
    assert clean('<p class="lead big">a</p>') == "<p>a</p>"
    wide = clean('<table width="9999%"><tr><td align="center">a</td></tr></table>')
    assert wide == "<table><tr><td>a</td></tr></table>"
    assert clean('<img src="icon:a" width="99999" height="-1">') == '<img src="icon:a">'


@pytest.mark.no_cover  # tracing would be timed too
@pytest.mark.parametrize("kind", endless())
def test_a_text_without_end_is_finished_within_two_seconds(kind):
    html = endless()[kind]
    start = time.process_time()
    safe = clean(html)
    assert time.process_time() - start < 2
    assert_within_the_contract(safe[:200_000])
    assert len(safe) < 10_000_000


def nested(tag, depth):
    return f"<{tag}>" * depth + "deep" + f"</{tag}>" * depth


def test_forty_elements_may_be_nested_and_no_more():
    assert clean(nested("em", 40)) == nested("em", 40)
    assert clean(nested("em", 41)) == "<p>deep</p>"


def table(inner):
    return f"<table><tr><td>{inner}</td></tr></table>"


def test_three_tables_may_be_nested_and_no_more():
    assert clean(table(table(table("deep")))) == table(table(table("deep")))
    assert clean(table(table(table(table("deep"))))) == "<p>deep</p>"


def test_three_thousand_cells_are_a_table_and_no_more():
    def rows(count):
        return f"<table>{('<tr>' + '<td>1</td>' * 20 + '</tr>') * count}</table>"

    assert clean(rows(150)) == rows(150)
    assert "<td>" not in clean(rows(151))


@pytest.mark.parametrize(
    "unit",
    [
        "<div><object></div></object>",
        "<div><script><!--<script></script></div>--></script>",
        "<svg><style><div></style></svg>",
        "<div><a title='</div>'></a>",
        "<div></div x='>'><!-- </div> --></ div>",
        "<table></table",
        "<div><!--></div>-->",
        "<div><template></div></template>",
        "<em></p>",
    ],
)
def test_depth_cannot_be_hidden_from_the_scan(unit):
    assert depth_of(clean(unit * 500)) <= 40


def depth_of(html):
    depth = deepest = 0
    for token in TOKEN.finditer(html):
        if token["name"] not in ("br", "img"):
            depth += -1 if token["end"] else 1
            deepest = max(deepest, depth)
    return deepest


def test_a_text_over_the_limit_becomes_escaped_paragraphs():
    words = "one &amp; two &lt;b&gt; "
    html = clean(f"<script>x</script><p>{words * 60_000}</p>")
    paragraphs = html.removeprefix("<p>").removesuffix("</p>").split("</p><p>")
    assert all(len(unescape(paragraph)) == 2_000 for paragraph in paragraphs[:-1])
    assert "<b>" not in html


def test_the_end_of_a_text_that_is_far_too_long_is_cut_off_visibly():
    html = clean("word " * 2_000_000)
    assert html.endswith("…</p>")
    assert len(html) < 2_100_000


def test_an_endless_word_gets_places_to_break():
    assert clean("a" * 200) == "a" * 200
    assert clean("a" * 201) == "\u200b".join(("a" * 80, "a" * 80, "a" * 41))
    parts = clean(f"<p>{'a' * 1_000}</p>").split("\u200b")
    assert max(map(len, parts)) <= 80 + len("<p></p>")


def test_an_endless_word_is_seen_across_inline_tags_but_not_across_blocks():
    assert "\u200b" in clean("<em>aaaaaaaaaa</em>" * 21)
    assert "\u200b" not in clean("<p>aaaaaaaaaa</p>" * 21)


def test_what_looks_like_a_tag_in_words_stays_words():
    html = "<p>p &lt; 0.05 &amp; r &gt; 1 &amp;lt;</p>"
    assert clean(html) == html


def test_a_text_that_grows_over_the_limit_by_cleaning_comes_in_paragraphs():
    assert clean("<" * 900_000).startswith("<p>&lt;")


def test_a_dropped_element_that_others_leave_behind_is_dropped_with_its_words():
    assert clean("<ifr<script></script>ame>words</iframe>") == ""


def test_an_entity_is_never_broken():
    assert clean("&amp;" * 201) == "\u200b".join("&amp;" * count for count in (80, 80, 41))


def test_breaks_stay_out_of_tags():
    alt = "a" * 300
    assert f'alt="{alt}"' in clean(f'<img src="icon:a" alt="{alt}">')


def test_many_spaces_collapse():
    assert clean(f"a{' ' * 8}b") == f"a{' ' * 8}b"
    assert clean(f"a{' ' * 9}b") == "a b"
    assert clean(f"a{'&nbsp;' * 9}b") == "a b"
    pieces = TOKEN.sub("", clean(f"a{'<em>&nbsp;</em>' * 20}b"))
    assert pieces == f"a{chr(0xA0) * 8}b"


def test_overrides_of_the_direction_are_stripped_from_html():
    assert clean("<p>a\u202eb&#x202e;c&#x2066;d</p>") == "<p>abcd</p>"


def test_control_characters_are_stripped_from_plain_text():
    assert strip_control("a\0b\x1bc\x85d\u202ee\u2067f\ud800g\th") == "abc\ndefg\th"
    assert strip_control("a\r\nb\rc\x0cd") == "a\nb\nc\nd"
    assert strip_control("naïve العربية\u200e x") == "naïve العربية\u200e x"


def test_plain_text_keeps_words_and_lines_and_nothing_else():
    html = (
        "<h2><a name='a'></a>Head</h2><p>one <em>two</em>&nbsp;&lt;3<br>four</p><script>x</script>"
    )
    assert plain_text(html) == "Head\none two <3\nfour"
    assert plain_text("p < 0.05 & r > 1") == "p < 0.05 & r > 1"


FRAGMENTS = (
    *("<p>", "</p>", "<em>", "</em>", "<table>", "<td>", "</table>", "<a href='", "'>", "</a>"),
    *("<script>", "</script>", "<!--", "-->", "&", "&lt;", "<", ">", "http://a/", "\0", "\u202e"),
    *("<img alt='a'>", "<svg>", "<style>", "javascript:", "<select>", "<embed src='file:///a'>"),
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(FRAGMENTS),
            st.text(max_size=5),
            st.characters(),
        ),
        max_size=30,
    )
)
def test_anything_is_cleaned_and_cleaning_again_changes_nothing_for_the_worse(parts):
    safe = clean("".join(parts))
    assert_within_the_contract(safe)
    assert_within_the_contract(clean(safe))


def test_a_trusted_library_never_loads_the_cleaner():
    code = "import sys; import livermets_desktop.library.reader; sys.exit('nh3' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_mark_of_what_is_not_verified_is_kept():
    mark = '<p><a class="unverified" href="note:unverified">not verified</a></p>'
    assert clean(mark) == mark
