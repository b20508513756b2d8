"""What a library from elsewhere may hold, as the window meets it."""

import shutil
import sqlite3
import time
from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QImage, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC

from livermets_desktop.library.contents import FigureRow, SectionRow, TopicRow
from livermets_desktop.library.format import DATABASE, INDEX
from livermets_desktop.library.integrity import write_manifest
from livermets_desktop.model.history import LIMIT
from livermets_desktop.model.location import Location
from livermets_desktop.search.schema import make_schema
from tests.library.hostile import CANARY, SNIPPETS, WEB_LINKS, endless
from tests.library.tiny import tiny_contents, tiny_png, with_article_html, write_library

ADDRESSES = (
    *(
        f"{scheme}:{CANARY}"
        for scheme in ("javascript", "data", "vbscript", "file", "mailto", "qrc")
    ),
    *(f"{scheme}://{CANARY}.invalid/" for scheme in ("http", "https", "ftp", "file", "")),
    *(f"{kind}:../../{CANARY}" for kind in ("article", "term", "source", "figure", "icon")),
    *(f"/{CANARY}", f"../../{CANARY}", f"\\\\{CANARY}\\share", f"C:\\{CANARY}", f":/{CANARY}"),
    *(
        f"#{CANARY}",
        f"article:#{CANARY}",
        f"article:ct-scan#{CANARY}/..",
        "article:",
        ":",
        "\0",
        "",
    ),
    *("article:" + "a" * 100_000, "source:" + "9" * 5_000, "source:٣", "source:²"),
)
SCHEMES = ("http", "https", "ftp", "file", "javascript", "data", "vbscript", "mailto", "")


class Trap:
    """Leave a marker when it is unpickled."""

    def __init__(self, marker):
        self.marker = marker

    def __reduce__(self):
        return (type(self.marker).touch, (self.marker,))


@pytest.fixture
def opened(qapp):
    """What was given to the system to open."""
    seen = []

    class Catcher(QObject):
        @Slot(QUrl)
        def catch(self, url):
            seen.append(url.toString())

    catcher = Catcher()
    for scheme in SCHEMES:
        QDesktopServices.setUrlHandler(scheme, catcher, "catch")
    yield seen
    for scheme in SCHEMES:
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def open_foreign(open_program, tmp_path):
    """Return a function that opens a window over a library from elsewhere with these contents."""

    def make(contents, *, trusted=False):
        folder = write_library(tmp_path / "foreign", contents)
        return open_program(folder, trusted=trusted)

    return make


def text(program):
    return program.window.article.view.toPlainText()


def seconds_to_open(program, name="ct-scan"):
    start = time.process_time()
    assert program.reading.open(Location(name))
    program.window.grab()
    return time.process_time() - start


def click_every_link(view):
    """Click every link with the mouse, and return how many there were."""
    count = 0
    for position in range(view.document().characterCount() - 1):
        cursor = QTextCursor(view.document())
        cursor.setPosition(position)
        point = view.cursorRect(cursor).center() + QPoint(3, 0)
        if view.anchorAt(point):
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
            count += 1
    return count


def with_one_article_for_each(snippets):
    """Return the tiny library with one more group, of one article for each snippet."""
    tiny = tiny_contents()
    page = tiny.articles[0]
    names = {f"trap-{number}": html for number, html in enumerate(snippets)}
    return replace(
        tiny,
        topics=(
            *tiny.topics,
            TopicRow("traps", "group", "", 9, "Traps", "", "compass", len(names)),
            *(
                TopicRow(name, "article", "traps", place, name, levels=page.level)
                for place, name in enumerate(names)
            ),
        ),
        articles=(
            *tiny.articles,
            *(replace(page, id=name, html=html) for name, html in names.items()),
        ),
        sections=(
            *tiny.sections,
            *(
                SectionRow(name, page.level, 0, "in-short", "In short", 2, "Bait.")
                for name in names
            ),
        ),
    )


@pytest.mark.parametrize("trusted", [False, True], ids=["foreign", "trusted"])
def test_every_hostile_page_is_opened_and_every_link_clicked_without_effect(
    open_foreign, opened, trusted
):
    snippets = {**SNIPPETS, **WEB_LINKS}
    program = open_foreign(with_one_article_for_each(snippets.values()), trusted=trusted)
    view = program.window.article.view
    clicks = 0
    for number, kind in enumerate(snippets):
        assert seconds_to_open(program, f"trap-{number}") <= 2, kind
        shown = text(program)
        clicks += click_every_link(view)
        assert program.reading.article.id == f"trap-{number}", kind
        assert text(program) == shown, kind
        assert view.source() == QUrl(), kind
    assert opened == []
    assert program.window.isVisible()
    assert (clicks > 0) is trusted


def test_a_raw_address_is_inert_or_one_sentence(program, opened):
    program.reading.open(Location("ct-scan"))
    before = text(program)
    for address in ADDRESSES:
        program.reading.follow(address)
        assert text(program) == before, address[:80]
        assert opened == [], address[:80]
        sentence = program.window.notice.sentence
        assert sentence.count(": look for it by search.") == bool(sentence), address[:80]
        assert len(sentence) < 200
    program.reading.follow("article:blood-tests")
    assert program.reading.article.id == "blood-tests"


def test_a_web_address_is_shown_and_not_opened(open_foreign, opened):
    html = "".join(f"<p>{link}</p>" for link in WEB_LINKS.values())
    program = open_foreign(with_article_html(html))
    program.reading.open(Location("ct-scan"))
    assert text(program).count(f"{CANARY}.invalid") == len(WEB_LINKS)
    click_every_link(program.window.article.view)
    assert opened == []


def test_the_page_is_given_an_empty_picture_for_every_address(program):
    view = program.window.article.view
    kinds = [QTextDocument.ResourceType(number).value for number in (1, 2, 3, 4)]
    for kind, address in product(kinds, ADDRESSES):
        for name in (address, QUrl(address)):
            picture = view.loadResource(kind, name)
            assert isinstance(picture, QImage), address[:80]
            assert (picture.width(), picture.height()) == (1, 1), address[:80]
            assert picture.pixelColor(0, 0).alpha() == 0, address[:80]


@pytest.mark.no_cover  # tracing would be timed too
@pytest.mark.timeout(180)
def test_a_page_without_end_is_shown_within_two_seconds(open_foreign):
    texts = endless()
    program = open_foreign(with_one_article_for_each(texts.values()))
    for number, kind in enumerate(texts):
        assert seconds_to_open(program, f"trap-{number}") <= 2, kind
        assert program.window.isVisible()


def test_the_index_of_a_foreign_library_is_never_opened(
    open_program, tiny_folder, tmp_path, search
):
    folder = tmp_path / "foreign"
    shutil.copytree(tiny_folder, folder)
    marker = tmp_path / "marker"
    TOC(make_schema(), [Trap(marker)], 9).write(FileStorage(str(folder / INDEX)), "MAIN")
    write_manifest(folder, library_id="tiny", version="2026.1")
    program = open_program(folder, trusted=False)
    search(program, "hypodense")
    assert program.search._results.hits
    assert not marker.exists()


def remove(folder, statement):
    """Change the database behind the back of the window."""
    with sqlite3.connect(folder / DATABASE) as connection:
        connection.execute(statement)
    connection.close()


def test_a_missing_article_is_told_and_the_window_lives(open_program, tiny_folder, tmp_path):
    folder = tmp_path / "library"
    shutil.copytree(tiny_folder, folder)
    remove(folder, "DELETE FROM article WHERE id = 'blood-tests'")
    program = open_program(folder)
    program.reading.open(Location("ct-scan"))
    program.reading.follow("article:blood-tests#which-tests")
    assert program.window.notice.isVisible()
    assert "has no “blood-tests”" in program.window.notice.sentence
    assert program.reading.article.id == "ct-scan"
    assert "blood tests" in text(program)
    program.reading.open_topic("laparoscopy")
    assert program.reading.article.id == "laparoscopy"


def test_a_missing_figure_leaves_its_place_and_the_page(open_program, tiny_folder, tmp_path):
    folder = tmp_path / "library"
    shutil.copytree(tiny_folder, folder)
    remove(folder, "DELETE FROM figure")
    program = open_program(folder)
    assert seconds_to_open(program) <= 2
    assert "Figure 1. Two phases." in text(program)
    assert program.reading.figure("ct-scan/two-phases", "light").width() == 1


def test_a_figure_that_is_a_bomb_is_never_decoded(open_foreign):
    bombs = {
        "more than 16 million pixels": tiny_png(4_001, 4_000),
        "a strip": tiny_png(16_000_001, 1),
        "not a picture": b"\x89PNG\r\n\x1a\n" + b"\0" * 1_000,
        "an SVG": b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
        "broken": tiny_png()[:-20] + b"\0" * 20,
        "empty": b"",
    }
    figures = tuple(
        FigureRow(f"ct-scan/{number}", "light", 4, 2, data)
        for number, data in enumerate(bombs.values())
    )
    html = "".join(f'<p><img src="figure:{figure.name}" alt="x"></p>' for figure in figures)
    contents = replace(with_article_html(f"{html}<p>The end.</p>"), figures=figures)
    program = open_foreign(contents, trusted=True)
    assert seconds_to_open(program) <= 2
    assert "The end." in text(program)
    for number, kind in enumerate(bombs):
        if kind != "broken":
            assert program.reading.figure(f"ct-scan/{number}", "light").width() == 1, kind


def test_an_icon_that_is_none_of_ours_is_a_book(open_foreign):
    tiny = tiny_contents()
    topics = tuple(
        replace(row, icon=f"../../{CANARY}") if row.kind == "group" else row for row in tiny.topics
    )
    icons = open_foreign(replace(tiny, topics=topics)).look.icons
    for icon in ("", "no-such-icon", "../icons/urgent", f"/{CANARY}", "a" * 300):
        assert icons.pixmap(icon).toImage() == icons.pixmap("book").toImage()


def test_articles_outside_the_tree_can_be_read_and_left(open_foreign):
    tiny = tiny_contents()
    topics = tuple(
        replace(row, parent="nowhere") if row.id == "ct-scan" else row for row in tiny.topics
    )
    program = open_foreign(replace(tiny, topics=topics))
    program.reading.follow("article:ct-scan")
    program.reading.go_beside(1)
    program.reading.go_beside(-1)
    program.reading.open_topic("laparoscopy")
    assert program.reading.article.id == "laparoscopy"


@pytest.mark.no_cover
def test_titles_of_a_page_each_are_shown_within_two_seconds(open_foreign):
    tiny = tiny_contents()
    start = time.process_time()
    letters, words = "a" * 1_000_000, "a " * 500_000
    topics = tuple(replace(row, title=letters, summary=words) for row in tiny.topics)
    sections = tuple(replace(row, heading=letters) for row in tiny.sections)
    program = open_foreign(replace(tiny, topics=topics, sections=sections))
    program.window.grab()
    assert time.process_time() - start <= 2
    assert seconds_to_open(program) <= 2


def test_a_circle_of_links_keeps_the_history_bounded(open_foreign):
    html = '<p><a href="article:ct-scan">round</a></p>'
    program = open_foreign(with_article_html(html))
    program.reading.open(Location("ct-scan"))
    for _ in range(LIMIT + 20):
        click_every_link(program.window.article.view)
    assert len(program.reading._history) == LIMIT
