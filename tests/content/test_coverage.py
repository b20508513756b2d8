import pytest

from livermets_desktop.authoring.article_files import read_article
from livermets_desktop.authoring.library_files import ArticleEntry
from livermets_desktop.authoring.problem import Place, Report
from tests.content.coverage import FILE, read_coverage, sentences_of, stating

COVERAGE = read_coverage()


def test_every_core_fact_has_its_place(source):
    core = {claim.id for claim in source.claims.values() if claim.is_core}

    assert len(core) == 122
    assert {row.fact for row in COVERAGE} == core


def test_both_terms_differ():
    assert [row.fact for row in COVERAGE if len({*map(str.casefold, row.terms)}) < 2] == []


@pytest.mark.parametrize("row", COVERAGE, ids=lambda row: row.fact)
def test_a_core_fact_is_stated_once_in_its_section(row, source):
    text = source.articles[row.article].texts[row.level]

    assert len(stating(sentences_of(text, row.section), row.terms)) == 1


@pytest.mark.parametrize("row", COVERAGE, ids=lambda row: row.fact)
def test_the_section_names_the_core_fact_it_states(row, source):
    text = source.articles[row.article].texts[row.level]
    main = dict(text.outline.main_sections())
    above = {
        comment.line: next(
            (name for line, name in reversed(main.items()) if line < comment.line), ""
        )
        for comment in text.outline.claims
    }

    assert any(
        row.fact in comment.ids and above[comment.line] == row.section
        for comment in text.outline.claims
    )


def test_a_sentence_taken_out_of_an_article_is_missed(source, tmp_path):
    row = next(row for row in COVERAGE if row.fact == "F059")
    article = source.articles[row.article]
    folder = tmp_path / article.id
    folder.mkdir()
    for file in article.folder.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    [sentence] = stating(sentences_of(article.texts[row.level], row.section), row.terms)
    file = folder / f"{row.level}.md"
    text = file.read_text(encoding="utf-8")
    assert sentence in text, f"choose another sentence than that of {FILE}"
    file.write_text(text.replace(sentence, ""), encoding="utf-8")
    entry = ArticleEntry(article.id, article.group, planned=False, place=Place(folder))

    shorter = read_article(folder, entry, Report())

    assert stating(sentences_of(shorter.texts[row.level], row.section), row.terms) == []
