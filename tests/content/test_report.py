from pathlib import Path

from livermets_desktop.authoring.glossary_links import Glossary
from livermets_desktop.model.level import Level
from tools.content_report import counts, report

DOCS = Path(__file__).parents[2] / "docs"


def test_the_table_in_the_docs_is_that_of_the_content(source):
    kept = (DOCS / "content.md").read_text(encoding="utf-8")

    assert kept == report(source), "run make content-report"


def test_there_are_45_articles_in_9_groups(source):
    groups = [group for group in source.library.groups if group.id != source.library.help]

    assert len(groups) == 9
    assert [entry.id for group in groups for entry in group.articles if entry.planned] == []
    assert sum(len(group.articles) for group in groups) == 45


def test_no_text_is_too_short_or_too_long(source):
    glossary = Glossary(source.glossary.terms)
    bounds = {Level.PLAIN: range(250, 901), Level.CLINICIAN: range(300, 1501)}
    words = {
        f"{article.id}, {text.level}": counts(text, glossary).words
        for article, text in source.texts()
        if article.group not in {"reference", source.library.help}
    }

    assert len(words) >= 80
    assert {
        name: count
        for name, count in words.items()
        if count not in bounds[Level(name.split(", ")[1])]
    } == {}


def test_every_figure_is_shown_by_a_text(source):
    shown = {
        (article.id, image.target)
        for article, text in source.texts()
        for image in text.outline.images
    }
    drawn = {
        (article.id, file.name) for article in source.articles.values() for file in article.figures
    }

    assert len(drawn) >= 18
    assert shown == drawn
