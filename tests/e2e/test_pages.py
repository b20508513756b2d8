"""Every page of the library that ships, as the window shows it."""

import pytest

from livermets_desktop import paths
from livermets_desktop.app import Program
from livermets_desktop.library.reader import Library
from livermets_desktop.model.level import Level
from livermets_desktop.model.location import Location
from livermets_desktop.reader_files import ReaderFiles


@pytest.fixture
def program(qtbot, real_library):
    library = Library.open(real_library, trusted=True)
    program = Program(library, ReaderFiles(), paths.resources(), None)
    qtbot.addWidget(program.window)
    program.window.resize(1280, 800)
    program.reading.go_home()
    program.window.show()
    program.complete()
    yield program
    program.window.close()
    program.close()


def last_line(program):
    """Return the bottom of the last block and that of the whole text."""
    document = program.window.article.view.document()
    rect = document.documentLayout().blockBoundingRect(document.lastBlock())
    return rect.bottom() if rect.height() else 0.0, document.size().height()


@pytest.mark.parametrize("level", list(Level))
def test_every_page_is_shown_to_its_end(program, qtbot, level):
    program.reading.set_level(level)

    def is_whole():
        bottom, height = last_line(program)
        return height - 200 < bottom <= height

    for topic in program.library.articles():
        sections = program.library.article(topic.id, level).sections
        program.reading.open(Location(topic.id, sections[len(sections) // 2].id))
        qtbot.waitUntil(is_whole, timeout=2_000)


@pytest.mark.parametrize("level", list(Level))
def test_every_section_is_brought_to_the_top(program, level):
    program.reading.set_level(level)
    panel = program.window.article
    bar = panel.view.verticalScrollBar()

    for topic in program.library.articles():
        sections = program.library.article(topic.id, level).sections
        for section in (one for one in sections[1:] if one.depth == 2):
            program.reading.open(Location(topic.id, section.id))
            marked = panel.outline.entries[panel.outline.marked][0]
            assert marked == section.id or bar.value() == bar.maximum(), (topic.id, section.id)
