import json
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest

from livermets_desktop.errors import (
    LibraryDamagedError,
    LibraryError,
    LibraryFormatError,
    LibraryNotFoundError,
    NotInLibraryError,
)
from livermets_desktop.library.contents import FigureRow, MetaRow, TopicRow
from livermets_desktop.library.database import Database
from livermets_desktop.library.format import FORMAT
from livermets_desktop.library.reader import Library
from livermets_desktop.model.level import Level
from livermets_desktop.model.topic import TopicKind
from tests.library.hostile import CANARY, SNIPPETS
from tests.library.tiny import META, tiny_contents, tiny_png, with_article_html, write_library

STRANGE_NAME = "a library?mode=rw#part 100%41 — naïve Ünï 肝"


@pytest.fixture
def folder(tmp_path):
    return write_library(tmp_path / "library")


@pytest.fixture
def library(folder):
    with Library.open(folder, trusted=True, today=date(2026, 11, 22)) as library:
        yield library


@pytest.fixture(params=[True, False], ids=["trusted", "foreign"])
def trusted(request):
    return request.param


def ids(topics):
    return [topic.id for topic in topics]


def change(folder, *statements):
    with closing(sqlite3.connect(folder / "library.db")) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def read_everything(library):
    """Read all that the library offers; what only one article lacks does not end it."""
    for level in Level:
        for topic in library.articles():
            library.path(topic.id)
            library.children(topic.id)
            library.article(topic.id, level)
    library.terms()
    list(library.section_texts())
    library.figure("ct-scan/two-phases", "dark")
    library.path("ct-scan")


# The tree


def test_the_top_of_the_tree_is_the_groups_in_order(library):
    assert ids(library.children()) == ["care", "tests"]
    group = library.children()[1]
    assert (group.kind, group.title, group.child_count) == (TopicKind.GROUP, "Finding out", 3)


def test_children_are_in_order(library):
    assert ids(library.children("tests")) == ["ct-scan", "blood-tests", "laparoscopy"]
    assert library.children("laparoscopy") == ()
    assert library.children("nowhere") == ()


def test_a_topic_knows_its_levels(library):
    assert library.topic("ct-scan").levels == (Level.PLAIN, Level.CLINICIAN)
    assert library.topic("laparoscopy").levels == (Level.CLINICIAN,)


def test_the_path_leads_from_the_top_to_the_topic(library):
    assert ids(library.path("ct-scan")) == ["tests", "ct-scan"]
    assert ids(library.path("care")) == ["care"]


def test_articles_come_in_the_order_of_the_tree(library):
    expected = ["urgent-help", "eating-well", "ct-scan", "blood-tests", "laparoscopy"]
    assert ids(library.articles()) == expected


def big_contents(count):
    groups = [TopicRow(f"g{n}", "group", "", n, f"Group {n}", child_count=count) for n in range(10)]
    leaves = [
        TopicRow(f"a{n}", "article", f"g{n % 10}", n, f"Article {n}", levels="plain")
        for n in range(count)
    ]
    contents = tiny_contents()
    return replace(contents, topics=(*contents.topics, *groups, *leaves))


def queries_to_open(folder):
    """Open a library, read the top of its tree, and count queries, rows and machine steps."""
    asked, steps, rows = [], [], []
    with Library.open(folder, trusted=True) as library:
        connection = library._database._connection
        connection.set_trace_callback(asked.append)
        connection.set_progress_handler(lambda: steps.append(1) or 0, 10)
        del library.info
        rows.append((library.info, library.children()))
    return len(asked), len(steps), len(rows[0][1])


def test_a_hundred_thousand_topics_cost_no_more_to_open_than_a_few(tmp_path):
    few = queries_to_open(write_library(tmp_path / "few", big_contents(30)))
    many = queries_to_open(write_library(tmp_path / "many", big_contents(100_000)))
    assert few == many
    assert few[0] == 2
    assert few[2] == 12


def test_many_articles_cost_no_more_to_describe_than_a_few(tmp_path):
    contents = tiny_contents()
    row = contents.articles[0]
    rows = tuple(replace(row, id=f"a{n}") for n in range(2_000))
    few = queries_to_open(write_library(tmp_path / "few"))
    many = queries_to_open(write_library(tmp_path / "many", replace(contents, articles=rows)))
    assert few == many


def test_opening_a_level_is_one_query(library):
    asked = []
    library._database._connection.set_trace_callback(asked.append)
    library.children("tests")
    assert len(asked) == 1


# Articles


def test_an_article_is_read_whole(library):
    article = library.article("ct-scan", Level.CLINICIAN)
    assert (article.id, article.level, article.title, article.group) == (
        "ct-scan",
        Level.CLINICIAN,
        "CT scan",
        "tests",
    )
    assert article.levels == (Level.PLAIN, Level.CLINICIAN)
    assert article.summary.startswith("Portal-venous CT")
    assert "Hypodense" in article.html
    assert [(section.id, section.depth) for section in article.sections] == [
        ("in-short", 2),
        ("what-it-shows", 2),
        ("contrast", 2),
        ("evidence", 3),
    ]
    assert [(source.number, source.key) for source in article.sources] == [
        (1, "TRIAL"),
        (2, "GUIDE"),
    ]
    assert (article.checked, article.check_due) == (date(2026, 2, 1), date(2027, 1, 15))
    assert (article.reviewed_by, article.reviewed) == ("", None)


def test_the_levels_of_an_article_are_two_texts(library):
    plain = library.article("ct-scan", Level.PLAIN)
    assert "spots" in plain.html
    assert [source.key for source in plain.sources] == ["GUIDE"]


def test_an_article_with_one_level_is_shown_at_that_one(library):
    article = library.article("laparoscopy", Level.PLAIN)
    assert (article.level, article.levels) == (Level.CLINICIAN, (Level.CLINICIAN,))
    assert library.article("eating-well", Level.CLINICIAN).level is Level.PLAIN


def test_a_review_names_who_and_when(library):
    article = library.article("urgent-help", Level.PLAIN)
    assert (article.reviewed_by, article.reviewed) == ("Dr A. Invented", date(2026, 1, 20))


def test_related_articles_that_do_not_exist_are_left_out(library):
    assert ids(library.article("ct-scan", Level.PLAIN).related) == ["laparoscopy", "blood-tests"]


def test_the_library_describes_itself(library):
    info = library.info
    assert {key: getattr(info, key) for key in META} == META
    assert info.checked == date(2026, 2, 1)
    assert (info.article_count, info.unreviewed_count) == (5, 4)


@pytest.mark.parametrize(
    ("today", "overdue"),
    [(date(2026, 6, 30), 0), (date(2026, 7, 1), 1), (date(2027, 1, 15), 1), (date(2027, 1, 16), 5)],
)
def test_an_article_is_overdue_from_the_day_after_its_date(folder, today, overdue):
    with Library.open(folder, trusted=True, today=today) as library:
        assert library.info.overdue_count == overdue


def test_a_library_without_subtitle_and_urgent_page_is_fine(tmp_path):
    contents = tiny_contents()
    meta = tuple(row for row in contents.meta if row.key not in ("subtitle", "urgent"))
    folder = write_library(tmp_path / "library", replace(contents, meta=meta))
    with Library.open(folder, trusted=True) as library:
        assert (library.info.subtitle, library.info.urgent) == ("", "")


# Figures, terms, sources, sections


def test_a_figure_has_a_bitmap_for_each_theme(library):
    light = library.figure("ct-scan/two-phases", "light")
    assert light.startswith(b"\x89PNG")
    assert library.figure("ct-scan/two-phases", "dark") != light


def test_a_figure_without_a_dark_bitmap_shows_the_light_one(library):
    assert library.figure("blood-tests/tube", "dark") == library.figure("blood-tests/tube", "light")


def test_the_glossary_is_read_with_all_its_forms(library):
    term = library.term("tumour-marker")
    assert (term.term, term.abbreviations, term.plurals) == (
        "tumour marker",
        ("TM",),
        ("tumour markers",),
    )
    assert (term.us, term.variants) == (("tumor marker",), ())
    assert [term.id for term in library.terms()] == ["albumin", "jaundice", "tumour-marker"]


def test_everyday_words_come_in_groups(library):
    assert library.everyday_words() == (("children", "kids"),)


@pytest.mark.parametrize("value", ["5", "[1]", "[[null]]", "{", "[[[]]]"])
def test_odd_everyday_words_are_damage(folder, value):
    change(folder, f"UPDATE meta SET value = '{value}' WHERE key = 'everyday'")
    with Library.open(folder, trusted=True) as library, pytest.raises(LibraryDamagedError):
        library.everyday_words()


def test_a_source_outside_of_an_article_has_no_number(library):
    source = library.source("TRIAL")
    assert (source.organisation, source.number) == ("Invented Journal", 0)


def test_section_texts_come_in_the_order_of_the_tree_with_the_summary_first(library):
    texts = list(library.section_texts())
    assert len(texts) == len(tiny_contents().sections)
    order = list(dict.fromkeys((text.article, text.level.value) for text in texts))
    assert order == [
        ("urgent-help", "plain"),
        ("urgent-help", "clinician"),
        ("eating-well", "plain"),
        ("ct-scan", "plain"),
        ("ct-scan", "clinician"),
        ("blood-tests", "plain"),
        ("blood-tests", "clinician"),
        ("laparoscopy", "clinician"),
    ]
    firsts = {(text.article, text.level): text.section for text in reversed(texts)}
    assert set(firsts.values()) == {"in-short"}


def test_a_section_text_says_where_it_belongs(library):
    [text] = [
        text
        for text in library.section_texts()
        if (text.article, text.section, text.level) == ("ct-scan", "contrast", Level.PLAIN)
    ]
    assert (text.title, text.heading, text.body) == (
        "CT scan",
        "The dye",
        "You may feel warm for a moment.",
    )
    assert text.aliases == ("computed tomography", "CAT scan")
    assert (text.group, text.group_title) == ("tests", "Finding out")


# Read-only, wherever it lies


def listing(folder):
    return {
        path: (path.stat().st_mtime_ns, path.stat().st_size, path.stat().st_mode)
        for path in (folder, *folder.rglob("*"))
    }


def test_reading_everything_writes_nothing(folder, trusted):
    before = listing(folder)
    with Library.open(folder, trusted=trusted) as library:
        read_everything(library)
    assert listing(folder) == before


def test_a_library_cannot_be_written_through_the_reader(library):
    with pytest.raises(LibraryDamagedError) as raised:
        library._database.rows("DELETE FROM term")
    assert "readonly" in str(raised.value.__cause__)


def test_a_database_that_vanished_is_not_made_anew(tmp_path):
    with pytest.raises(LibraryDamagedError):
        Database(tmp_path)
    assert not list(tmp_path.iterdir())


def test_no_file_beside_the_database_is_looked_for(folder):
    # Without `immutable` SQLite would take this for what a crash has left, and refuse to read.
    (folder / "library.db-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\0" * 600)
    change_to_wal(folder)
    with Library.open(folder, trusted=True) as library:
        read_everything(library)
    assert sorted(path.name for path in folder.iterdir()) == [
        "library.db",
        "library.db-journal",
        "manifest.json",
    ]


def change_to_wal(folder):
    """Mark the database as one with a write-ahead log, which a reader would have to create."""
    with (folder / "library.db").open("r+b") as file:
        file.seek(18)
        file.write(b"\x02\x02")


def test_a_path_with_strange_letters_is_the_path_that_is_read(tmp_path):
    folder = write_library(tmp_path / STRANGE_NAME)
    before = listing(tmp_path)
    with Library.open(folder, trusted=True) as library:
        read_everything(library)
    assert listing(tmp_path) == before


@pytest.mark.skipif(sys.platform == "win32", reason="names there are Unicode")
def test_a_path_that_is_no_unicode_is_read(tmp_path):
    folder = write_library(tmp_path / os.fsdecode(b"caf\xe9"))
    with Library.open(folder, trusted=True) as library:
        assert library.children()


def test_a_relative_path_is_read(folder, monkeypatch):
    monkeypatch.chdir(folder.parent)
    with Library.open(folder.relative_to(folder.parent), trusted=True) as library:
        assert library.children()


READ = """
import sys
from pathlib import Path
from livermets_desktop.library.reader import Library
from livermets_desktop.model.level import Level
folder = Path(sys.argv[1])
try:
    (folder / "probe").touch()
except OSError:
    pass
else:
    sys.exit("the folder is not read-only")
with Library.open(folder, trusted=False) as library:
    for topic in library.articles():
        library.article(topic.id, Level.PLAIN)
    print(len(list(library.section_texts())))
"""


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="file modes are those of Unix")
def test_a_folder_that_may_only_be_read_is_enough(folder, tmp_path):
    # Root may write anywhere, so another user reads; pytest's folders are closed to that one.
    as_other = []
    if os.geteuid() == 0:
        if not shutil.which("setpriv"):
            pytest.skip("root cannot become another user without setpriv")
        as_other = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    for path in (tmp_path, *tmp_path.parents):
        if path.name.startswith("pytest-"):
            path.chmod(0o755)
    tmp_path.chmod(0o755)
    probe = "import os, sys, livermets_desktop; sys.exit(not os.access(sys.argv[1], os.R_OK))"
    if subprocess.run(
        [*as_other, sys.executable, "-c", probe, str(folder)], check=False
    ).returncode:
        pytest.skip("another user cannot reach the program or the folder")
    for path in folder.rglob("*"):
        path.chmod(0o444)
    folder.chmod(0o555)
    before = listing(folder)
    done = subprocess.run(
        [*as_other, sys.executable, "-B", "-c", READ, str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    folder.chmod(0o755)
    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout) == len(tiny_contents().sections)
    before.pop(folder)
    after = listing(folder)
    after.pop(folder)
    assert after == before


# What is missing


@pytest.mark.parametrize("name", ["library.db", "manifest.json"])
def test_a_folder_without_database_or_manifest_holds_no_library(folder, name):
    (folder / name).unlink()
    with pytest.raises(LibraryNotFoundError, match="no library in"):
        Library.open(folder, trusted=True)
    assert not (folder / name).exists()


def test_a_missing_folder_holds_no_library(tmp_path):
    with pytest.raises(LibraryNotFoundError):
        Library.open(tmp_path / "nowhere", trusted=True)


def test_a_name_that_no_folder_can_have_is_told_in_one_sentence(tmp_path):
    with pytest.raises(LibraryError):
        Library.open(tmp_path / ("x" * 5_000), trusted=True)


@pytest.mark.parametrize("name", ["nowhere", "", "\udcff", "'; DROP TABLE topic; --"])
@pytest.mark.parametrize(
    ("what", "ask"),
    [
        ("topic", lambda library, name: library.topic(name)),
        ("topic", lambda library, name: library.path(name)),
        ("topic", lambda library, name: library.article(name, Level.PLAIN)),
        ("figure", lambda library, name: library.figure(name, "light")),
        ("term", lambda library, name: library.term(name)),
        ("source", lambda library, name: library.source(name)),
    ],
)
def test_what_is_not_there_is_named(library, what, ask, name):
    with pytest.raises(NotInLibraryError) as raised:
        ask(library, name)
    assert (raised.value.what, raised.value.name) == (what, name)


def test_an_article_without_text_is_missing_while_its_title_stays(folder):
    change(folder, "DELETE FROM article WHERE id = 'blood-tests'")
    with Library.open(folder, trusted=True) as library:
        with pytest.raises(NotInLibraryError, match="no “blood-tests”"):
            library.article("blood-tests", Level.PLAIN)
        assert library.topic("blood-tests").title == "Blood tests"
        assert "blood-tests" in ids(library.article("ct-scan", Level.PLAIN).related)
        assert "article:blood-tests" in library.article("ct-scan", Level.PLAIN).html


def test_a_figure_without_bitmap_is_missing_while_its_article_stays(folder):
    change(folder, "DELETE FROM figure")
    with Library.open(folder, trusted=True) as library:
        with pytest.raises(NotInLibraryError, match="has no “"):
            library.figure("ct-scan/two-phases", "light")
        assert "figure:ct-scan/two-phases" in library.article("ct-scan", Level.PLAIN).html


# What is damaged or made for another version


@pytest.mark.parametrize("found", [FORMAT + 1, str(FORMAT + 1), 0, None, "x" * 1_000, [1], True])
def test_another_format_is_refused_with_a_sentence(folder, found):
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    (folder / "manifest.json").write_text(json.dumps(manifest | {"format": found}), "utf-8")
    with pytest.raises(LibraryFormatError, match=f"this program reads format {FORMAT}") as raised:
        Library.open(folder, trusted=True)
    assert len(str(raised.value)) < 200


def test_a_newer_database_is_refused_with_a_sentence_even_beside_an_old_manifest(folder):
    change(
        folder,
        f"UPDATE meta SET value = '{FORMAT + 1}' WHERE key = 'format'",
        "DROP TABLE article",
        "DELETE FROM meta WHERE key = 'checked'",
    )
    with pytest.raises(LibraryFormatError, match=f"has format {FORMAT + 1}"):
        Library.open(folder, trusted=True)


@pytest.mark.parametrize("text", ["", "{", "[]", "[" * 100_000, f'{{"format": {FORMAT}}}'])
def test_a_damaged_manifest_is_told_in_one_sentence(folder, text):
    (folder / "manifest.json").write_text(text, "utf-8")
    with pytest.raises(LibraryDamagedError, match="is damaged"):
        Library.open(folder, trusted=True)


@pytest.mark.parametrize("part", [0.0, 0.0005, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9])
def test_a_truncated_database_is_told_in_one_sentence(folder, part):
    path = folder / "library.db"
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * part)])
    with pytest.raises(LibraryDamagedError), Library.open(folder, trusted=True) as library:
        read_everything(library)


def test_flipped_bits_bring_a_text_or_an_error_of_our_own(folder):
    path = folder / "library.db"
    data = path.read_bytes()
    outcomes = {"read": 0, "told": 0}
    for step in range(200):
        place = step * len(data) // 200
        flipped = bytearray(data)
        flipped[place] ^= 1 << step % 8
        path.write_bytes(flipped)
        try:
            with Library.open(folder, trusted=False) as library:
                read_everything(library)
            outcomes["read"] += 1
        except (LibraryError, NotInLibraryError):
            outcomes["told"] += 1
    assert outcomes["told"] > 10


def test_a_file_that_is_no_database_is_told_in_one_sentence(folder):
    (folder / "library.db").write_bytes(b"no database at all " * 1_000)
    with pytest.raises(LibraryDamagedError):
        Library.open(folder, trusted=True)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE meta SET value = x'00ff' WHERE key = 'title'",
        "DELETE FROM meta WHERE key = 'licence'",
        "UPDATE meta SET value = 'soon' WHERE key = 'checked'",
        "UPDATE meta SET value = 'many' WHERE key = 'article_count'",
        "UPDATE meta SET value = '[]' WHERE key = 'check_due'",
        "UPDATE meta SET value = '{\"2026-01-01\": null}' WHERE key = 'check_due'",
        "DROP TABLE meta",
    ],
)
def test_wrong_values_in_the_description_are_damage(folder, statement):
    change(folder, statement)
    with pytest.raises(LibraryDamagedError):
        Library.open(folder, trusted=True)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE topic SET title = x'ff' WHERE id = 'ct-scan'",
        "UPDATE topic SET kind = 'book' WHERE id = 'ct-scan'",
        "UPDATE topic SET levels = 'expert' WHERE id = 'ct-scan'",
        "UPDATE topic SET child_count = 'many' WHERE id = 'ct-scan'",
        "UPDATE topic SET title = CAST(x'ff' AS TEXT) WHERE id = 'ct-scan'",
        "UPDATE topic SET parent = 'ct-scan' WHERE id = 'tests'",
        "INSERT INTO topic VALUES ('', 'group', '', 0, 'circle', '', '', 1, '')",
        "UPDATE topic SET id = 'ct' || char(8238) WHERE id = 'ct-scan'",
        "UPDATE article SET html = x'00' WHERE id = 'ct-scan'",
        "UPDATE article SET checked = 'yesterday' WHERE id = 'ct-scan'",
        "UPDATE article SET reviewed = 'never' WHERE id = 'ct-scan'",
        "UPDATE article SET level = 'expert' WHERE id = 'ct-scan' AND level = 'plain'",
        "UPDATE section SET depth = 'deep' WHERE article = 'ct-scan'",
        "UPDATE section SET body = x'00' WHERE article = 'ct-scan'",
        "UPDATE alias SET alias = x'00' WHERE article = 'ct-scan'",
        "UPDATE source SET title = x'00'",
        "UPDATE citation SET number = 'one' WHERE article = 'ct-scan' AND number = 1",
        "UPDATE term SET forms = 'no JSON' WHERE id = 'albumin'",
        "UPDATE term SET forms = '[]' WHERE id = 'albumin'",
        "UPDATE term SET forms = '{\"us\": [1]}' WHERE id = 'albumin'",
        "UPDATE term SET forms = replace(hex(zeroblob(50000)), '0', '[') WHERE id = 'albumin'",
        "DROP TABLE section",
    ],
)
def test_wrong_values_in_the_rows_are_damage(folder, statement, trusted):
    change(folder, statement)
    with pytest.raises(LibraryDamagedError), Library.open(folder, trusted=trusted) as library:
        read_everything(library)


def test_a_view_is_refused_because_it_could_run_without_end(folder):
    change(
        folder,
        "DROP TABLE term",
        "CREATE VIEW term AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n)"
        " SELECT 'a' AS id, 'a' AS term, 'a' AS definition, '{}' AS forms FROM n",
    )
    with pytest.raises(LibraryDamagedError):
        Library.open(folder, trusted=False)


def test_topics_in_a_circle_have_no_path(folder):
    change(
        folder,
        "UPDATE topic SET parent = 'care' WHERE id = 'tests'",
        "UPDATE topic SET parent = 'tests' WHERE id = 'care'",
    )
    with Library.open(folder, trusted=True) as library:
        with pytest.raises(LibraryDamagedError):
            library.path("ct-scan")
        assert library.articles() == ()


def test_our_own_mistakes_are_not_told_as_damage(library):
    raised = []

    def read_in_another_thread():
        try:
            library.children()
        except sqlite3.ProgrammingError as error:
            raised.append(error)

    thread = threading.Thread(target=read_in_another_thread)
    thread.start()
    thread.join()
    assert raised
    library.close()
    with pytest.raises(sqlite3.ProgrammingError):
        library.children()


# A library from elsewhere


@pytest.mark.parametrize("kind", ["script", "file image", "style attribute", "javascript link"])
def test_the_html_of_a_foreign_library_is_cleaned(tmp_path, kind):
    folder = write_library(tmp_path / "library", with_article_html(f"<p>a</p>{SNIPPETS[kind]}"))
    with Library.open(folder, trusted=False) as library:
        assert CANARY not in library.article("ct-scan", Level.PLAIN).html
    with Library.open(folder, trusted=True) as library:
        assert CANARY in library.article("ct-scan", Level.PLAIN).html


def with_summary(summary):
    contents = tiny_contents()
    rows = tuple(replace(row, summary=summary) for row in contents.articles)
    return replace(contents, articles=rows)


def test_the_summary_of_a_foreign_library_is_cleaned_plain_text(tmp_path):
    summary = f"A &amp; B: p < 0.05 <em>and</em> {SNIPPETS['script']}more<img src='file:///x'>"
    folder = write_library(tmp_path / "library", with_summary(summary))
    with Library.open(folder, trusted=False) as library:
        article = library.article("ct-scan", Level.PLAIN)
    assert article.summary == "A & B: p < 0.05 and more"


def test_control_and_override_characters_are_stripped_from_plain_text(tmp_path, trusted):
    odd = "t\u202ee\u2066x\x00\x1b\ufeff\ufff9\U000e0041t"
    contents = tiny_contents()
    contents = replace(
        contents,
        meta=tuple(
            MetaRow(row.key, odd if row.key == "title" else row.value) for row in contents.meta
        ),
        topics=tuple(replace(row, title=odd, summary=odd) for row in contents.topics),
        sections=tuple(replace(row, heading=odd, body=odd) for row in contents.sections),
        aliases=tuple(replace(row, alias=odd) for row in contents.aliases),
        sources=tuple(replace(row, title=odd, address=odd) for row in contents.sources),
        terms=tuple(replace(row, term=odd, definition=odd) for row in contents.terms),
        articles=tuple(replace(row, summary=odd, reviewed_by=odd) for row in contents.articles),
    )
    folder = write_library(tmp_path / "library", contents)
    with Library.open(folder, trusted=trusted) as library:
        article = library.article("ct-scan", Level.PLAIN)
        text = next(text for text in library.section_texts() if text.aliases)
        found = {
            *(library.info.title, library.children()[0].title, library.children()[0].summary),
            *(article.title, article.summary, article.reviewed_by, article.sections[0].heading),
            *(article.sources[0].title, article.sources[0].address, article.related[0].title),
            *(text.title, text.heading, text.body, text.aliases[0], text.group_title),
            *(library.terms()[0].term, library.terms()[0].definition),
        }
    assert found == {"text"}


def with_figure(data, large=b""):
    return replace(tiny_contents(), figures=(FigureRow("a/b", "light", 4, 2, data, large),))


def test_a_figure_has_a_large_bitmap_or_the_same_for_both(tmp_path, trusted):
    page, large = tiny_png(2, 1), tiny_png(4, 2)
    for name, rows, expected in (("two", (page, large), large), ("one", (page,), page)):
        folder = write_library(tmp_path / name, with_figure(*rows))
        with Library.open(folder, trusted=trusted) as library:
            assert library.figure("a/b", "light") == page
            assert library.figure("a/b", "light", large=True) == expected


@pytest.mark.parametrize(
    "data",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
        tiny_png(20_000, 1)[:16] + (20_000).to_bytes(4, "big") * 2 + tiny_png()[24:],
        b"GIF89a",
        b"",
        "text",
    ],
)
def test_a_figure_that_is_too_large_or_no_bitmap_is_not_given_out(tmp_path, data, trusted):
    folder = write_library(tmp_path / "library", with_figure(data, data))
    for large in (False, True):
        with (
            Library.open(folder, trusted=trusted) as library,
            pytest.raises(NotInLibraryError, match="a/b"),
        ):
            library.figure("a/b", "light", large=large)


def test_a_foreign_text_larger_than_memory_is_never_loaded(tmp_path):
    folder = write_library(tmp_path / "library", with_figure(b"\x89PNG"))
    change(folder, "UPDATE figure SET png = zeroblob(70000000)")
    with (
        Library.open(folder, trusted=False) as library,
        pytest.raises(LibraryDamagedError) as raised,
    ):
        library.figure("a/b", "light")
    assert "too big" in str(raised.value.__cause__)
