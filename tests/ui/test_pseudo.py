"""The window in a language that nobody speaks: what is not in brackets was not translated.

Each text is 40 % longer than in English, and has to find room.
"""

import re
from contextlib import suppress
from dataclasses import astuple, is_dataclass

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QWidget,
)

from livermets_desktop import __version__
from livermets_desktop.model.level import Level
from livermets_desktop.model.location import Location
from tests.library.tiny import tiny_contents

TRANSLATED = re.compile(r"⟦[^⟦⟧]*⟧")
JOINTS = re.compile(r"\s*(?:[,:·•\n()–›…\u2028]|\s{2,})\s*")
KEYS = re.compile(r"(?:Ctrl|Alt|Shift)\+[^\s)]+|\bF\d+\b")
# Not from the library, and the same in every language: names of things, keys, addresses.
NAMES = {"LiverMets Desktop", "LiverMets", __version__, "Esc", "Enter", "A tiny library 2026.1"}
# They end the program, or change only how it looks.
NOT_TRIGGERED = ("quit", "full_screen", "theme_")


def texts_of(value):
    """Go through all texts of the library."""
    if isinstance(value, str):
        yield re.sub(r"<[^>]*>", " ", value)
    elif is_dataclass(value):
        yield from texts_of(astuple(value))
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from texts_of(one)


LIBRARY = " ".join(" ".join(texts_of(tiny_contents())).split())


def shown_by(widget):
    """Go through the texts of one widget."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    if widget.isWindow():
        yield widget.windowTitle()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text().replace("&&", "&")
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QGroupBox):
        yield widget.title()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(number) for number in range(widget.count()))
    elif isinstance(widget, QMenu):
        yield from (action.text().replace("&&", "&") for action in widget.actions())
    elif isinstance(widget, QListView) and widget.model() is not None:
        model = widget.model()
        yield from (str(model.index(row, 0).data() or "") for row in range(model.rowCount()))


def is_translated(text):
    """Tell whether what stands outside of brackets is from the library, or no words."""
    rest = KEYS.sub("\n", re.sub(r"<[^>]*>", " ", text))
    while TRANSLATED.search(rest):  # sentences stand in sentences
        rest = TRANSLATED.sub("", rest)
    pieces = (" ".join(piece.split()) for piece in JOINTS.split(rest))
    return all(
        not re.search("[A-Za-zÀ-ž]{2}", piece) or piece in NAMES or piece in LIBRARY
        for piece in pieces
    )


def visible(widget):
    within = [widget, *widget.findChildren(QWidget)]
    own = (one for one in within if one.isVisible() and one.window() is widget)
    # Qt's own words have translations of their own.
    if isinstance(widget, QFileDialog):
        return []
    return [one for one in own if not isinstance(one.parent(), QDialogButtonBox)]


def untranslated(widget):
    found = {
        (type(one).__name__, one.objectName(), text)
        for one in visible(widget)
        for text in shown_by(one)
    }
    return sorted(one for one in found if not is_translated(one[2]))


def clipped(widget):
    """Go through labels and buttons that have less room than their words need."""
    for one in visible(widget):
        if (
            not isinstance(one, QLabel | QAbstractButton)
            or not one.text()
            or one.visibleRegion().isEmpty()
        ):
            continue
        needed = one.minimumSizeHint()
        wraps = isinstance(one, QLabel) and one.wordWrap()
        height = one.heightForWidth(one.width()) if wraps else needed.height()
        if one.width() < (0 if wraps else needed.width()) or one.height() < height:
            yield type(one).__name__, one.objectName(), one.text(), one.size(), needed


@pytest.fixture
def look(qtbot):
    """Return a function that looks at all windows that are shown."""

    def at(*windows):
        windows = windows or [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        for window in windows:
            assert untranslated(window) == []
            wait_for(lambda window=window: not list(clipped(window)))
            assert list(clipped(window)) == []

    def wait_for(done):
        with suppress(qtbot.TimeoutError):  # what is still wrong is told below
            qtbot.waitUntil(done, timeout=500)

    return at


@pytest.fixture(params=[100, 200])
def spoken(request, pseudo, open_program):
    """A window in the language that nobody speaks."""
    return open_program(text_size=request.param)


def test_every_page_is_translated_and_has_room(spoken, look):
    look()
    for level in Level:
        spoken.reading.set_level(level)
        spoken.reading.open(Location("ct-scan"))
        look()
    spoken.reading.show_side_by_side()
    look()
    spoken.window.article.start_finding()
    spoken.window.article.find_on_page("scan")
    look()
    spoken.window.notice.tell(spoken.window.tr("Home"))
    assert (spoken.window.width(), spoken.window.height()) == (1280, 800)


@pytest.mark.parametrize(
    "query", ["scan", "scna", "zzzz", '"blood tests" -liver title:tests', "hypodense xqzk"]
)
def test_every_answer_to_a_search_is_translated_and_has_room(spoken, look, search, query):
    search(spoken, query)
    look()


def test_menus_and_what_actions_open_are_translated_and_have_room(spoken, look):
    for menu in spoken.window.menuBar().findChildren(QMenu):
        menu.aboutToShow.emit()
        assert [text for text in shown_by(menu) if not is_translated(text)] == []
    spoken.reading.open(Location("ct-scan"))
    looked = []

    def look_at_dialog():
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            looked.append(dialog.objectName())
            try:
                look(dialog)
            finally:
                dialog.close()

    for action in spoken.window.actions_:
        if action.isEnabled() and not action.objectName().startswith(NOT_TRIGGERED):
            QTimer.singleShot(0, look_at_dialog)
            action.trigger()
            look_at_dialog()
            look(spoken.window)
    assert {"keysDialog", "aboutDialog"} <= set(looked)


def test_a_text_that_is_not_translated_is_found(spoken):
    label = QLabel("Not translated", spoken.window)
    label.show()
    assert [found[2] for found in untranslated(spoken.window)] == ["Not translated"]
