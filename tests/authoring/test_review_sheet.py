import re
from html.parser import HTMLParser

import pytest

from livermets_desktop.authoring.review_sheet import write_review_sheet
from livermets_desktop.cli import FOUND, NOT_FOUND, main
from livermets_desktop.errors import ContentError


class Elements(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


@pytest.fixture
def sheet(content, today, tmp_path):
    def sheet():
        file = tmp_path / "review.html"
        write_review_sheet(content, file, today=today)
        return file.read_text(encoding="utf-8")

    return sheet


def rows(html):
    return {found[1]: found[0] for found in re.finditer(r'<tr><td class="id">(\w+)</td>.*', html)}


def test_a_claim_stands_with_its_status_its_sources_and_where_it_is_used(sheet):
    row = rows(sheet())["F002"]

    assert "Paper burns." in row
    assert ">seen, clarified<" in row
    assert "[ALPHA]" in row
    assert "[BETA]" in row
    assert "plain: In short" in row
    assert "clinician: In detail" in row
    assert row.count('type="checkbox"') == 3


def test_an_article_ends_with_a_line_to_sign(sheet):
    html = sheet()

    assert html.count("<h3>") == html.count('<p class="sign">') == 2
    assert "Signature" in html


def test_a_claim_that_no_article_states_is_not_forgotten(sheet, content):
    with (content / "claims.tsv").open("a", encoding="utf-8") as register:
        register.write("X1\tB\tOil burns.\tseen\tBETA\t\t\n")

    html = sheet()

    assert html.index("Claims that no article states") < html.index(">X1<")


def test_the_sheet_needs_nothing_from_elsewhere(sheet):
    elements = Elements(sheet()).found

    assert not {tag for tag, _ in elements} & {"script", "link", "img", "iframe", "a"}
    assert not any({"src", "href"} & set(attributes) for _, attributes in elements)


def test_what_stands_in_the_register_is_text(sheet, content):
    register = content / "claims.tsv"
    register.write_text(register.read_text().replace("Paper burns.", "<script>a</script>&"))

    assert "&lt;script&gt;a&lt;/script&gt;&amp;" in sheet()


def test_the_command_writes_the_sheet(content, tmp_path):
    file = tmp_path / "sheet.html"

    assert main(["content", "review", str(content), "--output", str(file)]) == FOUND
    assert file.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_a_file_that_cannot_be_written_is_a_sentence(content, tmp_path, capsys):
    folder = str(tmp_path / "none" / "sheet.html")

    assert main(["content", "review", str(content), "--output", folder]) == NOT_FOUND
    assert capsys.readouterr().err == (
        f"The sheet cannot be written to {folder}: No such file or directory.\n"
    )


def test_a_source_that_cannot_be_read_gets_no_sheet(content, today, tmp_path):
    (content / "claims.tsv").unlink()

    with pytest.raises(ContentError, match="content check says why"):
        write_review_sheet(content, tmp_path / "sheet.html", today=today)
