import pytest

from livermets_desktop.authoring.content_source import read_content
from livermets_desktop.authoring.glossary_links import Glossary
from livermets_desktop.authoring.made_lists import MadeLists
from livermets_desktop.authoring.problem import Report
from livermets_desktop.authoring.render import Renderer, RenderError
from livermets_desktop.library.safe_html import clean
from livermets_desktop.model.level import Level
from tests.authoring.faults import CLINICIAN, PLAIN, nested_list

NO_BREAK = "\u00a0"


@pytest.fixture
def render(content):
    def render(level=Level.PLAIN, text=None, article="first-steps"):
        if text is not None:
            (content / (PLAIN if level is Level.PLAIN else CLINICIAN)).write_text(text)
        source = read_content(content, Report())
        sizes = {"first-steps/lantern": (1704, 852)}
        terms = source.glossary.terms
        lists = MadeLists(source.questions, terms)
        renderer = Renderer(source.sources, Glossary(terms), lists, sizes)
        return renderer.render(article, source.articles[article].texts[level])

    return render


def test_the_summary_leads_the_page_as_its_first_section(render):
    page = render()

    assert page.html.startswith('<p class="lead"><a name="in-short"></a>A ')
    assert (page.sections[0].id, page.sections[0].heading) == ("in-short", "In short")
    assert page.sections[0].body.splitlines() == [
        "A lantern gives light. It keeps 84 % of its oil.",
        "Do not touch the flame;",
        "A paper lantern can burn.",
        "See the second look.",
    ]


def test_headings_hold_the_places_that_links_lead_to(render):
    html = render().html

    assert '<h2><a name="how-it-works"></a>How it works</h2>' in html
    assert '<h3><a name="in-detail"></a>In detail</h3>' in html
    assert [section.depth for section in render().sections] == [2, 2, 3, 2]


def test_a_call_out_is_a_table_of_one_row(render):
    assert (
        '<table class="callout urgent" width="100%"><tr><td class="icon">'
        '<img src="icon:urgent" width="20" height="20"></td><td class="text">'
        '<p class="callout-title">Do not touch the flame</p><p>A '
    ) in render().html


def test_citations_are_numbered_in_the_order_of_the_text(render):
    page = render()

    assert page.sources == ("BETA", "ALPHA")
    assert f'burn.{NO_BREAK}<a class="cite" href="source:1">[1]</a>' in page.html
    assert (
        f'room.{NO_BREAK}<a class="cite" href="source:2">[2]</a> '
        '<a class="cite" href="source:1">[1]</a> The US'
    ) in page.html


def test_the_sources_stand_at_the_end_with_plain_addresses(render):
    assert render().html.endswith(
        '<h2><a name="sources"></a>Sources</h2>\n<ol class="sources"><li><a name="source-1"></a>'
        'Institute of Light: Are lanterns bright? <span class="address">'
        'https://example.org/bright</span></li><li><a name="source-2"></a>Lantern Society:'
        ' A page about lanterns. 2 May 2024. <span class="address">https://example.org/lanterns'
        "</span></li></ol>"
    )


def test_a_text_without_citations_has_no_list_of_sources(render):
    assert "sources" not in render(text="## A {#a}\n\nText.\n").html


def test_a_figure_is_shown_at_half_its_size_with_a_numbered_caption(render):
    assert (
        '<p class="figure"><img src="figure:first-steps/lantern" alt="A lantern on a table."'
        ' width="568" height="284"></p>\n'
        '<p class="caption"><strong>Figure 1.</strong> A lantern, drawn.</p>'
    ) in render().html


def test_a_table_keeps_its_alignment_and_gets_a_numbered_caption(render):
    html = render(Level.CLINICIAN).html

    assert (
        '<table class="data" width="100%"><tr><th align="left">Lamp</th>'
        '<th align="right">Flux</th></tr><tr><td>'
    ) in html
    assert f'</td><td align="right">84{NO_BREAK}%</td></tr>' in html
    assert f'<td align="right">0{NO_BREAK}%</td>' in html
    assert '<p class="caption"><strong>Table 1.</strong> Flux of lamps.' in html


def test_terms_are_linked_in_the_text_but_not_in_headings_links_captions_and_titles(render):
    html = render(
        text='!!! note "A lantern"\n    Note.\n\n## A lantern {#a}\n\n'
        "[a lantern](article:second-look)\n\n| LN |\n| --- |\n| x |\n\nTable: A lantern.\n\n"
        '![A](lantern.svg "A lantern")\n\n`lantern` is **lantern**.\n'
    ).html

    assert html.count('class="term"') == 1
    assert '<a class="term"' not in html.split("<h2>")[1]


def test_claims_code_and_escaped_signs_are_treated_as_such(render):
    page = render()

    assert "claims" not in page.html
    assert "[@NOT](a.key) and [@NOT]." in page.html


def test_fenced_code_is_shown_as_it_was_written(render):
    page = render(text="## A {#a}\n\n```\n<b>[@ALPHA]</b> ## no\n```\n\nEnd.\n")

    assert "&lt;b&gt;[@ALPHA]&lt;/b&gt; ## no" in page.html
    assert page.sources == ()


def test_html_in_a_text_is_shown_and_never_obeyed(render):
    html = render(
        text='<script>x</script> <img src="file:///etc/passwd"> &lt;b&gt; <http://a.b>\n'
    ).html

    assert "&lt;script&gt;x&lt;/script&gt;" in html
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;b&gt;" in html


def test_the_page_is_already_clean(render):
    for level in Level:
        html = render(level).html
        assert clean(html) == html


def test_a_text_that_would_be_too_complex_is_refused(render):
    with pytest.raises(RenderError):
        render(text=nested_list(20))


def test_the_key_of_a_source_is_no_term(render, content):
    with (content / "sources.toml").open("a") as sources:
        sources.write(
            '\n[LN]\ntitle = "T"\norganisation = "O"\naddress = "https://a.org"\nread = "all"\n'
        )

    page = render(text="## How it works {#how-it-works}\n\nThey burn. [@ALPHA; @LN]\n")

    assert page.sources == ("ALPHA", "LN")


def test_the_questions_of_a_stage_are_a_list(render):
    html = render(article="second-look").html

    assert "<ul><li>How bright is it?</li><li>Who lights it?</li></ul>" in html


def test_the_terms_of_a_letter_are_entries_to_jump_to(render):
    html = render(article="second-look").html

    assert (
        '<p class="entry"><a name="term-lantern"></a><strong>lantern (LN)</strong>:'
        " A light that can be carried. Also: lamp.</p>"
    ) in html
    assert "term-paper-lantern" not in html


def test_figures_of_a_section_that_asks_first_wait_for_the_reader(render):
    page = render(article="second-look")

    assert "others do not.</p>" in page.html
    assert '<p class="ask"><a href="ask:how-long">Show the figures</a></p>' in page.html
    assert "3 of 4" not in page.html
    assert "3 of 4" in page.asked_html
    assert "Show the figures" not in page.asked_html
    assert not any("3 of 4" in section.body for section in page.sections)


def test_a_source_keeps_its_number_while_its_figure_waits(render):
    page = render(article="second-look")

    assert page.sources == ("BETA",)
    assert page.html.count("source-1") == page.asked_html.count("source-1") == 1


def test_a_text_that_asks_nothing_has_one_page(render):
    assert render().asked_html == ""


def test_the_mark_of_what_is_not_verified_is_a_link_to_its_meaning(render):
    text = (
        "## How it works {#how-it-works}\n\nOil (rare; not verified), wax (not verified). "
        "It was not verified.\n\n## (not verified) {#more}\n\n`(not verified)` [@GUIDE]\n"
    )
    page = render(Level.CLINICIAN, text)

    mark = '<a class="unverified" href="note:unverified">not verified</a>'
    marked = f"Oil (rare; {mark}), wax ({mark}). It was not verified."
    assert marked in page.html
    assert page.html.count("note:unverified") == 2
    assert "wax (not verified)" in page.sections[1].body
