import doctest

from livermets_desktop.ui import text_pairs
from livermets_desktop.ui.text_pairs import paired_html

TITLES = ("Plain words", "For clinicians")


def rows(plain, clinician):
    html = paired_html(plain, clinician, TITLES)
    cells = [row.split("</td>") for row in html.split("<tr>")[1:]]
    return [(row[0].partition(">")[2], row[2].partition(">")[2]) for row in cells][1:]


def section(name, text):
    return f'<h2><a name="{name}"></a>{name}</h2><p>{text}</p>'


def test_the_examples_are_true():
    assert doctest.testmod(text_pairs).failed == 0


def test_sections_of_the_same_name_stand_in_one_row():
    plain = "<p>Lead</p>" + section("risks", "Bleeding")
    clinician = "<p>Summary</p>" + section("risks", "Haemorrhage 2 %")
    assert rows(plain, clinician) == [
        ("<p>Lead</p>", "<p>Summary</p>"),
        (section("risks", "Bleeding"), section("risks", "Haemorrhage 2 %")),
    ]


def test_a_section_of_one_text_stands_alone_and_in_its_place():
    plain = "<p>1</p>" + section("a", "a") + section("b", "b")
    clinician = "<p>2</p>" + section("x", "x") + section("b", "B") + section("y", "y")
    assert rows(plain, clinician)[1:] == [
        (section("a", "a"), ""),
        ("", section("x", "x")),
        (section("b", "b"), section("b", "B")),
        ("", section("y", "y")),
    ]


def test_nothing_is_lost_when_the_texts_disagree_about_the_order():
    left = "".join(section(name, name) for name in "abcab")
    right = "".join(section(name, name.upper()) for name in "cabba")
    html = paired_html(left, right, TITLES)
    assert sorted(html.count(f"<p>{name}</p>") for name in "abcABC") == [1, 1, 2, 2, 2, 2]


def test_a_heading_inside_a_table_or_a_tag_does_not_cut_the_text():
    hidden = f"<table><tr><td>{section('a', 'in a table')}</td></tr></table>"
    quoted = '<p><img src="figure:x" alt="<h2><a name=&quot;b&quot;> >"></p>'
    html = paired_html(f"<p>1</p><br>{hidden}{quoted}", "<p>2</p>", TITLES)
    assert f'<td class="pair" width="48%"><p>1</p><br>{hidden}{quoted}</td>' in html


def test_numbers_of_sources_say_whose_they_are():
    text = '<p>So.<a class="cite" href="source:3">[3]</a><a name="source-3"></a></p>'
    [(plain, clinician)] = rows(text, text)
    assert 'href="source:plain-3"' in plain
    assert 'name="source-plain-3"' in plain
    assert 'href="source:clinician-3"' in clinician
    assert 'name="source-clinician-3"' in clinician
