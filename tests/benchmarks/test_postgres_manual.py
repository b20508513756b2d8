import pytest

from tests.benchmarks.postgres_manual import VARIABLE, manual, sections_of
from tests.benchmarks.table import NotMeasuredError

SENTENCE = "Ten words of plain English stand here in a row. "
PAGE = f"""<html><head><title>Indexes</title></head><body>
<table><tr><th>Chapter 11. Indexes</th></tr></table>
<h2 class="title">11.1.&#160;Introduction</h2>
<p>Short &amp; <code>plain</code>,
   on two lines.</p>
<pre>CREATE INDEX;</pre>
<p class="func_signature">abs(x)</p>
<h3>Details</h3>
<p>{SENTENCE * 8}</p><p>{SENTENCE * 3}</p>
<h3>Nothing</h3>
</body></html>"""


def test_a_page_is_cut_at_its_headings_and_where_it_grows_long():
    parts = [(one.title, one.heading, len(one.body.split())) for one in sections_of("a", PAGE)]
    assert parts == [
        ("Introduction", "Introduction", 6),
        ("Introduction", "Details", 80),
        ("Introduction", "Details", 30),
    ]


def test_a_section_is_plain_text():
    first = next(sections_of("indexes", PAGE))
    assert first.body == "Short & plain, on two lines."
    assert (first.article, first.section) == ("indexes", "part-1")


def test_a_section_has_an_end():
    (only,) = sections_of("a", f"<h1>A</h1><p>{'word ' * 9_000}</p>")
    assert len(only.body) == 4_000


@pytest.fixture
def folder(tmp_path, monkeypatch):
    for name in "abcd":
        (tmp_path / f"{name}.html").write_text(PAGE, encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_sections_come_from_all_over_the_manual():
    assert [one.article for one in manual(4)] == ["a", "b", "c", "d"]
    assert len(set(manual(12))) == 12


@pytest.mark.usefixtures("folder")
def test_a_manual_that_is_too_short_is_not_measured():
    with pytest.raises(NotMeasuredError, match="only 12 sections"):
        manual(13)


def test_without_the_manual_its_package_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    with pytest.raises(NotMeasuredError, match="install Debian's package postgresql-doc-15"):
        manual(1)
