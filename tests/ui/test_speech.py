"""Reading aloud in the window, with Qt's own engine that says nothing."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtTextToSpeech import QTextToSpeech
from PySide6.QtWidgets import QPushButton

from livermets_desktop import paths
from livermets_desktop.library.reader import Library
from livermets_desktop.model.level import Level
from livermets_desktop.model.location import Location
from livermets_desktop.spoken import SpokenWords
from livermets_desktop.ui.document_layout import fragments, span
from livermets_desktop.ui.speaker import SpeakerState
from livermets_desktop.ui.speech_controller import SpeechController
from livermets_desktop.ui.spoken_text import passages
from tests.access.status import screen_reader


@pytest.fixture
def page(open_program):
    """A window with a page and a voice."""
    return with_voice(open_program())


def with_voice(program, name="ct-scan"):
    program.make_voice = lambda: QTextToSpeech("mock")
    program.reading.open(Location(name))
    return program


def trigger(program, name="read_aloud"):
    program.window.actions_[name].trigger()
    return program.window.findChild(SpeechController)


def press(program, name):
    program.window.findChild(QPushButton, name).click()


def marked(program):
    """Return the texts that are marked: what is found, what is said."""
    return [one.cursor.selectedText() for one in program.window.article.view.extraSelections()]


def said(program):
    view = program.window.article.view
    words = SpokenWords.load(paths.resources() / "spoken.toml")
    columns = program.window.article.column_titles
    return [one.text for one in passages(view.document(), words, columns)]


# -- what is said ----------------------------------------------------------------------------


def test_a_page_is_said_with_its_figures_tables_and_call_outs(page):
    words = said(page)
    assert words[0] == "C T scan"
    assert "Figure: Two slices of one liver." in words
    row = words.index("Test: C T")
    assert words[row + 1] == "Found: 84 per cent"
    assert "Test" not in words
    page.reading.open(Location("urgent-help"))
    words = said(page)
    urgent = words.index("Urgent.")
    assert words[urgent + 1 : urgent + 3] == ["Call now", "Fever with yellow skin is an emergency."]


def test_numbers_of_sources_are_not_said(page):
    assert "[1]" in page.window.article.view.plain_text()
    body = said(page)[: said(page).index("Sources")]
    assert [one for one in body if "[" in one] == []


def test_two_texts_side_by_side_are_said_one_after_the_other(page):
    page.reading.show_side_by_side()
    words = said(page)
    first = next(n for n, one in enumerate(words) if one.startswith("Plain words. "))
    assert [one for one in words[first + 1 :] if one.startswith("For clinicians. ")]
    assert "Plain words" not in words


@pytest.mark.skipif(not paths.shipped_library().is_dir(), reason="the library is not compiled")
def test_no_word_of_the_library_is_left_out(open_program):
    library = paths.shipped_library()
    program = open_program(library)
    words = SpokenWords.load(paths.resources() / "spoken.toml")
    document, lost, count = program.window.article.view.document(), [], 0
    with Library.open(library, trusted=True) as shipped:
        texts = [(topic.id, level) for topic in shipped.articles() for level in Level]
    for name, level in texts:
        program.reading.open(Location(name), level)
        found = passages(document, words)
        read = {place for one in found for place in range(one.start, one.start + one.length)}
        lost += [f"{name}: {word}" for word, place in unread(document, read)]
        assert [one for one in found if not one.text or len(one.text) > 1_500] == []
        count += 1
    assert count >= 90
    assert lost == []


def unread(document, read):
    """Go through the words of a page that are not read, but for sources and heads of columns."""
    for block, fragment in fragments(document):
        table = span(document, block.position(), block.position()).currentTable()
        head = table and table.rows() > 1 and table.cellAt(block.position()).row() == 0
        if head or fragment.charFormat().anchorHref().startswith("source:"):
            continue
        for word in re.finditer(r"[^\W_]+", fragment.text()):
            place = fragment.position() + word.start()
            if place not in read and not is_address(block, place):
                yield word[0], place


def is_address(block, place):
    """Tell whether a place lies in an address, which nobody wants to hear."""
    text, start = block.text(), place - block.position()
    around = re.split(r"\s", text[:start])[-1] + re.split(r"\s", text[start:])[0]
    return "/" in around and "." in around


# -- how it is read --------------------------------------------------------------------------


def test_the_sentence_that_is_said_is_marked(page, qtbot):
    speech = trigger(page)
    assert speech.bar.isVisible()
    assert marked(page) == ["CT scan"]
    press(page, "nextSentence")
    assert marked(page) == ["For clinicians"]
    trigger(page, "stop_reading")
    assert marked(page) == []
    assert not speech.bar.isVisible()


def test_marks_of_a_search_stay(page):
    page.window.article.mark_words(("scan",), "")
    before = marked(page)
    trigger(page)
    assert marked(page) == ["CT scan", *before]
    page.window.article.step_hit(1)
    assert marked(page) == ["CT scan", *before]
    trigger(page, "stop_reading")
    assert marked(page) == before


def test_the_sentence_is_brought_into_sight(open_program):
    program = with_voice(open_program(size=(700, 400), text_size=200))
    trigger(program)
    view = program.window.article.view
    for _ in range(12):
        press(program, "nextSentence")
        mark = view.extraSelections()[0]
        start = mark.cursor.selectionStart()
        here = span(view.document(), start, start)
        assert 0 <= view.cursorRect(here).top() < view.viewport().height()
    assert view.verticalScrollBar().value() > 0


def test_reading_begins_at_the_section_in_view_or_at_what_is_selected(page):
    view = page.window.article.view
    names = [name for name, _ in page.window.article.outline.entries]
    view.scroll_to_section(names[1])
    trigger(page)
    heading = view.document().findBlock(view.section_start(names[1])).text()
    assert marked(page) == [heading]
    trigger(page, "stop_reading")
    start = view.plain_text().index("How many spots")
    view.setTextCursor(span(view.document(), start, start + 8))
    trigger(page)
    assert marked(page) == ["How many spots a scan finds."]


def test_sources_are_read_only_when_asked_for(page):
    speech = trigger(page)
    assert "Sources" not in [one.text for one in speech.speaker._passages]
    trigger(page, "stop_reading")
    page.window.article.view.scroll_to_section("sources")
    trigger(page)
    assert marked(page) == ["Sources"]


def test_one_key_begins_pauses_and_goes_on(page, qtbot):
    qtbot.waitUntil(page.window.isActiveWindow)
    states = []
    for _ in range(3):
        QTest.keyClick(page.window.article.view, Qt.Key.Key_F7)
        states.append(page.window.findChild(SpeechController).speaker.state)
    assert states == [SpeakerState.SPEAKING, SpeakerState.PAUSED, SpeakerState.SPEAKING]
    QTest.keyClick(page.window.article.view, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert page.window.findChild(SpeechController).speaker.state is SpeakerState.SILENT


def test_another_page_or_level_and_the_end_of_the_window_stop_the_voice(page):
    actions = page.window.actions_
    for leave in (
        lambda: page.reading.open(Location("blood-tests")),
        actions["switch_level"].trigger,
        page.window.close,
    ):
        speech = trigger(page)
        assert speech.speaker.state is SpeakerState.SPEAKING
        leave()
        assert speech.speaker.state is SpeakerState.SILENT
        assert marked(page) == []


def test_escape_in_the_bar_stops_and_goes_back_to_the_page(page, qtbot):
    qtbot.waitUntil(page.window.isActiveWindow)
    speech = trigger(page)
    for name in ("play", "speechRate"):
        trigger(page)
        speech.speaker.resume()
        page.window.findChild(QPushButton, name).setFocus()
        QTest.keyClick(page.window.focusWidget(), Qt.Key.Key_Escape)
        assert speech.speaker.state is SpeakerState.SILENT
        assert not speech.bar.isVisible()
        assert page.window.article.view.hasFocus()


def test_another_text_size_keeps_the_mark(page):
    speech = trigger(page)
    press(page, "nextSentence")
    page.window.actions_["bigger"].trigger()
    assert marked(page) == ["For clinicians"]
    assert speech.speaker.state is SpeakerState.SPEAKING


def test_another_text_on_the_same_page_stops_the_voice(page):
    speech = trigger(page)
    view = page.window.article.view
    view.show_html("<p>Something else.</p>")
    press(page, "nextSentence")
    assert speech.speaker.state is SpeakerState.SILENT
    assert marked(page) == []


def test_speed_and_voice_are_chosen_and_remembered(page):
    speech = trigger(page)
    rates = speech.bar.menu_of_rates().actions()
    assert [one.text() for one in rates] == ["0.5×", "0.75×", "1×", "1.25×", "1.5×", "2×"]
    assert [one.text() for one in rates if one.isChecked()] == ["1×"]
    rates[4].trigger()
    voices = speech.bar.menu_of_voices().actions()
    voices[1].trigger()
    kept = page.look._settings.current
    assert (kept.speech_rate, kept.speech_voice) == (150, "Anne")
    engine = speech.speaker._engine
    assert (engine.rate(), engine.voice().name()) == (0.5, "Anne")
    assert page.window.findChild(QPushButton, "speechRate").text() == "Speed 1.5×"


def test_what_was_chosen_holds_the_next_time(open_program):
    program = with_voice(open_program(speech_rate=75, speech_voice="Anne"))
    engine = trigger(program).speaker._engine
    assert (engine.rate(), engine.voice().name()) == (-0.5, "Anne")


def test_one_voice_needs_no_choice(page):
    speech = trigger(page)
    button = page.window.findChild(QPushButton, "speechVoice")
    assert button.isVisible()
    speech.bar.show_voices(["Bob"], "Bob")
    assert not button.isVisible()


def test_a_pc_without_a_voice_is_told_once_and_the_action_says_why(page):
    page.make_voice = lambda: None
    speech = trigger(page)
    action = page.window.actions_["read_aloud"]
    assert "no English voice" in page.window.notice.sentence
    assert page.window.notice.isVisible()
    assert not speech.bar.isVisible()
    for change in (lambda: page.reading.open(Location("blood-tests")), page.look.look_changed.emit):
        change()
        assert not action.isEnabled()
        assert "no English voice" in action.toolTip()
        assert action.statusTip() == action.toolTip()


def test_a_reader_who_has_to_wait_is_told_so(page, qtbot):
    page.make_voice = lambda: QTextToSpeech("mock", {"delayedInitialization": True})
    speech = trigger(page)
    assert page.window.notice.sentence == "Looking for a voice."
    assert not speech.bar.isVisible()
    qtbot.waitUntil(speech.bar.isVisible)
    assert not page.window.notice.isVisible()


def test_a_voice_that_fails_leaves_the_window_as_it_is(page):
    speech = trigger(page)
    speech.speaker._engine.errorOccurred.emit(QTextToSpeech.ErrorReason.Playback, "no sound")
    assert "failed" in page.window.notice.sentence
    assert page.window.actions_["read_aloud"].isEnabled()
    assert not speech.bar.isVisible()
    trigger(page)
    assert speech.speaker.state is SpeakerState.SPEAKING


def test_what_the_voice_does_is_announced(page):
    with screen_reader() as reader:
        trigger(page)
        trigger(page)
        press(page, "stopSpeech")
    assert [one for one in reader.said if one] == [
        "Reading aloud",
        "Paused",
        "Stopped",
    ]


def test_the_start_page_is_not_read_aloud(program):
    actions = program.window.actions_
    assert not actions["read_aloud"].isEnabled()
    assert not actions["stop_reading"].isEnabled()
