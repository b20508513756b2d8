from collections import Counter

import pytest

from livermets_desktop.model.article import SectionText
from livermets_desktop.model.level import Level
from tests.benchmarks.recombined import recombined
from tests.benchmarks.sections_file import read_sections, write_sections


def section(number, body):
    return SectionText(
        article=f"article-{number}",
        section="in-short",
        level=Level.CLINICIAN,
        title=f"Title {number}",
        aliases=("name", "other name"),
        heading="In short",
        body=body,
        group="group",
        group_title="Group",
        entries=("entry",),
    )


@pytest.fixture
def texts():
    return [
        section(1, "The scan is short. It shows the liver. The scan is short."),
        section(2, "The scan is short! Nothing hurts."),
    ]


def test_the_sections_are_as_many_as_wanted_and_all_different(texts):
    sections = recombined(texts, 35)
    assert len({(one.article, one.section, one.level) for one in sections}) == 35


def test_the_sections_are_the_same_ones_each_time(texts):
    assert recombined(texts, 20) == recombined(texts, 20)


def test_sentences_are_drawn_as_often_as_the_library_uses_them(texts):
    words = Counter(word for one in recombined(texts, 900) for word in one.body.split())
    assert words["hurts."] / words["liver."] == pytest.approx(1, rel=0.15)
    assert words["The"] / words["liver."] == pytest.approx(3, rel=0.15)


def test_a_file_keeps_the_sections_as_they_are(texts, tmp_path):
    write_sections(tmp_path / "sections.json", texts)
    read = read_sections(tmp_path / "sections.json")
    assert read == texts
    assert [type(one.level) for one in read] == [Level, Level]
