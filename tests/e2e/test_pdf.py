"""What a reader saves as PDF: the text of the page, its pages, fonts, outline and title."""

import re
import sys
import time
import unicodedata
from collections import Counter

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QFontDatabase

from livermets_desktop import paths
from livermets_desktop.app import Program
from livermets_desktop.library.reader import Library
from livermets_desktop.model.bookmark import Bookmark
from livermets_desktop.model.handout import Handout
from livermets_desktop.model.level import Level
from livermets_desktop.model.location import Location
from livermets_desktop.reader_files import ReaderFiles
from livermets_desktop.ui.document_layout import blocks, table_of
from livermets_desktop.ui.page_breaks import _faults, page_of
from livermets_desktop.ui.paper_desk import usual_size
from livermets_desktop.ui.pdf_file import save_pdf
from livermets_desktop.ui.print_controller import PrintController
from livermets_desktop.ui.print_dialog import PrintDialog, Wish
from livermets_desktop.ui.wording import escaped

# A table, a figure, and the longest text of all; the last one also in large print.
PAGES = [
    ("symptoms-and-signs", Level.CLINICIAN, False),
    ("how-cancer-reaches-the-liver", Level.PLAIN, False),
    ("calculators", Level.CLINICIAN, False),
    ("calculators", Level.CLINICIAN, True),
]


@pytest.fixture(scope="module")
def program(qapp, real_library):
    for font in sorted((paths.resources() / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(font))
    library = Library.open(real_library, trusted=True)
    program = Program(library, ReaderFiles(), paths.resources(), None)
    program.window.resize(1280, 800)
    program.complete()
    yield program
    program.window.close()
    program.close()


def laid_out(program, name, level, *, large):
    """Return the whole page as the print dialog lays it out."""
    program.reading.open(Location(name), level)
    program.window.actions_["print"].trigger()
    dialog = program.window.findChildren(PrintDialog)[-1]
    paper = dialog.lay_out(Wish("all", large))
    dialog.reject()
    return paper


def words_of(text):
    """Count the words; ligatures are their letters, pictures and signs are none."""
    return Counter(re.findall(r"\w+", unicodedata.normalize("NFKC", text)))


@pytest.mark.parametrize(("name", "level", "large"), PAGES)
def test_the_file_holds_the_text_and_what_a_viewer_needs(program, tmp_path, name, level, large):
    check(laid_out(program, name, level, large=large), tmp_path)


@pytest.mark.parametrize("large", [False, True])
def test_so_does_a_hand_out_of_ten_sections(program, tmp_path, large):
    check(hand_out(program, large=large), tmp_path)


@pytest.mark.parametrize("large", [False, True])
def test_so_does_a_list_of_questions(program, tmp_path, large):
    questions = program._questions
    stages = program.library.question_stages()
    questions._own = ("May I travel to the wedding in June, and whom would I call there?",)
    chosen = [one for stage in stages for one in stage.questions]
    assert len(set(chosen)) == len(chosen)
    questions._chosen = (*questions._own, *chosen)
    paper = questions.paper(Wish("all", large), usual_size())
    check(paper, tmp_path)
    assert list(_faults(paper._document, set())) == []


def hand_out(program, *, large):
    """Lay out ten sections of five pages, and three questions."""
    places = [
        (topic.id, part)
        for topic in program.library.articles()[5:10]
        for part in program.library.article(topic.id, Level.PLAIN).sections[1:3]
    ]
    marks = [Bookmark(name, part.id, Level.PLAIN, name, part.heading) for name, part in places]
    assert len(marks) == 10
    questions = program.library.question_stages()[0].questions[:3]
    program.handout.use(Handout((*marks, *questions), "Tuesday, 10.30"))
    return program.handout.paper(Wish("all", large), usual_size())


def check(paper, tmp_path):
    """Save pages, and compare the file with them."""
    file = tmp_path / "page.pdf"
    assert save_pdf(paper, "A title", str(file))
    pdf = PdfReader(file)
    assert len(pdf.pages) == len(paper)
    found = sum((words_of(page.extract_text()) for page in pdf.pages), Counter())
    for number, page in enumerate(pdf.pages):
        assert paper.page_words(number) in " ".join(page.extract_text().split())
        assert not page.annotations
    expected = words_of("\n".join(texts_of(paper)))
    assert expected - found == Counter()
    # The head of a table stands on every page that it goes on to.
    assert set(found - expected) <= set(words_of(heads(paper)))
    assert (found - expected).total() < 0.02 * found.total()
    assert pdf.metadata.title == "A title"
    assert pdf.root_object["/Lang"] == "en-GB"
    outline = [item.title for item in flat(pdf.outline)]
    assert outline == [words for _, words, _ in paper.headings()]
    assert all("AtkinsonHyperlegible" in font for font in fonts(pdf))


def texts_of(paper):
    """Go through the paragraphs with the numbers of lists, and what stands below each page."""
    block = paper._document.begin()
    while block.isValid():
        items = block.textList()
        yield (items.itemText(block) if items else "") + " " + block.text().replace("\u2028", " ")
        block = block.next()
    for number in range(len(paper)):
        yield f"{paper._text.foot}\n{paper.page_words(number)}"


def heads(paper):
    """Return the words in the heads of the tables."""
    tables = [one for one in paper._document.rootFrame().childFrames() if hasattr(one, "rows")]
    cells = [one.cellAt(0, column) for one in tables for column in range(one.columns())]
    return " ".join(cell.firstCursorPosition().block().text() for cell in cells)


def flat(items):
    for item in items:
        if isinstance(item, list):
            yield from flat(item)
        else:
            yield item


def fonts(pdf):
    for page in pdf.pages:
        for reference in page["/Resources"].get("/Font", {}).values():
            font = reference.get_object()
            part = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
            descriptor = part["/FontDescriptor"].get_object()
            assert any(f"/FontFile{kind}" in descriptor for kind in ("", "2", "3")), "not embedded"
            yield font["/BaseFont"]


@pytest.mark.no_cover
def test_the_longest_page_is_a_file_within_a_second(program, tmp_path):
    begun = time.process_time()
    for large in (False, True):
        paper = laid_out(program, "calculators", Level.CLINICIAN, large=large)
        assert save_pdf(paper, "Scores", str(tmp_path / f"{large}.pdf"))
    assert time.process_time() - begun < 2
    assert "pypdf" in sys.modules


@pytest.mark.no_cover
def test_a_hand_out_of_ten_sections_is_a_file_within_two_seconds(program, tmp_path):
    begun = time.process_time()
    assert save_pdf(hand_out(program, large=True), "Hand-out", str(tmp_path / "pages.pdf"))
    assert time.process_time() - begun < 2


def test_headings_rows_and_call_outs_stay_together(program):
    for topic in program.library.articles():
        for level in program.library.article(topic.id, Level.PLAIN).levels:
            for large in (False, True):
                paper = laid_out(program, topic.id, level, large=large)
                assert list(_faults(paper._document, set())) == [], (topic.id, level, large)
                assert list(cut_lines(paper)) == [], (topic.id, level, large)


def test_the_last_page_is_never_empty(program):
    letter = QSizeF(215.9, 279.4)
    for topic in program.library.articles():
        for level in program.library.article(topic.id, Level.PLAIN).levels:
            laid_out(program, topic.id, level, large=False)
            for large in (False, True):
                printing = program.window.findChild(PrintController)
                paper = printing.paper(Wish("all", large), letter)
                last = page_of(paper._document, paper._document.lastBlock())
                assert last == len(paper) - 1, (topic.id, level, large)


def cut_lines(paper):
    """Go through the lines outside tables that stand on two pages; a dot is none."""
    layout, height = paper._document.documentLayout(), paper._body.height()
    for block in blocks(paper._document.begin()):
        top = layout.blockBoundingRect(block).top()
        lines = [block.layout().lineAt(number) for number in range(block.layout().lineCount())]
        for line in lines if table_of(block) is None else ():
            start, end = top + line.y() + 1, top + line.y() + line.height() - 1
            if start // height != end // height and block.text().strip():
                yield block.text()


def test_every_section_of_every_text_can_go_on_paper_alone(program):
    count = 0
    for topic in program.library.articles():
        for level in program.library.article(topic.id, Level.PLAIN).levels:
            article = program.library.article(topic.id, level)
            parts = [(part.id, part.heading) for part in article.sections[1:]]
            for name, heading in parts + ([("sources", "Sources")] if article.sources else []):
                mark = Bookmark(topic.id, name, level, topic.id, heading)
                assert program.handout._writer.has(mark)
                text = program.handout._writer.write(Handout((mark,)))
                html = text.html.partition('class="review"')[2].partition("</p>")[2]
                assert escaped(heading) in html, (topic.id, level, name)
                count += "<h4>" in html
    assert count > 10  # parts of sections


def test_a_part_of_a_section_is_printed_alone(program):
    program.reading.open(Location("when-to-get-help"), Level.PLAIN)
    article = program.reading.article
    part = next(one for one in article.sections if one.depth == 3)
    program.reading.open(Location(article.id, part.id), Level.PLAIN)
    program.window.actions_["print"].trigger()
    dialog = program.window.findChildren(PrintDialog)[-1]
    text = dialog.lay_out(Wish("section"))._document.toPlainText()
    dialog.reject()
    assert part.heading in text.splitlines()
    others = [one.heading for one in article.sections[1:] if one.id != part.id]
    assert not any(heading in text.splitlines() for heading in others)
