"""The voice: Qt's own engine that says nothing, and small engines that fail."""

import subprocess
import sys

import pytest
from PySide6.QtTextToSpeech import QTextToSpeech

from livermets_desktop.spoken import Passage
from livermets_desktop.ui.speaker import Speaker, SpeakerState

LONG = " ".join(["word"] * 40)  # 4 seconds
SHORT = "Hi."


def mock():
    return QTextToSpeech("mock")


def late():
    return QTextToSpeech("mock", {"delayedInitialization": True})


def texts(*words):
    return [Passage(one, 0, len(one)) for one in words]


class Heard:
    """Keep what a voice tells."""

    def __init__(self, speaker):
        self.sentences, self.states, self.failures = [], [], []
        speaker.sentence_changed.connect(self.sentences.append)
        speaker.state_changed.connect(lambda state: self.states.append(state.value))
        speaker.failed.connect(self.failures.append)


@pytest.fixture
def make(qapp):
    speakers = []

    def make_one(engine=mock, **options):
        speakers.append(Speaker(engine, **{"gap": 0} | options))
        return speakers[-1], Heard(speakers[-1])

    yield make_one
    for one in speakers:
        one.stop()
        one.deleteLater()


def test_sentences_are_said_one_after_the_other_to_the_end(make, qtbot):
    speaker, heard = make()
    speaker.set_rate(200)
    speaker.speak(texts(SHORT, SHORT, SHORT), 1)
    qtbot.waitUntil(lambda: speaker.state is SpeakerState.SILENT)
    assert heard.sentences == [1, 2]
    assert heard.states == ["preparing", "speaking", "silent"]


def test_the_engine_is_given_the_words(make):
    speaker, _ = make()
    speaker.speak(texts(LONG))
    assert speaker._engine.state() == QTextToSpeech.State.Speaking


def test_a_pause_is_silent_and_the_sentence_begins_anew(make, qtbot):
    speaker, heard = make()
    speaker.speak(texts(LONG, SHORT))
    speaker.pause()
    assert speaker._engine.state() == QTextToSpeech.State.Ready
    assert speaker.state is SpeakerState.PAUSED
    speaker.resume()
    qtbot.waitUntil(lambda: speaker._engine.state() == QTextToSpeech.State.Speaking)
    assert heard.sentences == [0, 0]


def test_nothing_is_said_after_a_stop(make, qtbot):
    speaker, heard = make()
    speaker.speak(texts(LONG, SHORT))
    speaker.stop()
    with qtbot.assertNotEmitted(speaker.sentence_changed, wait=150):
        assert speaker._engine.state() == QTextToSpeech.State.Ready
    assert heard.states[-1] == "silent"


def test_a_reader_goes_on_and_back_but_not_beyond_the_ends(make, qtbot):
    speaker, heard = make()
    speaker.speak(texts(LONG, LONG, LONG))
    for step in (1, 1, 1, -1, -1, -1, 1):
        speaker.step(step)
    qtbot.waitUntil(lambda: speaker._engine.state() == QTextToSpeech.State.Speaking)
    assert heard.sentences == [0, 1, 2, 1, 0, 1]
    assert speaker.index == 1


def test_steps_in_a_pause_say_nothing(make, qtbot):
    speaker, heard = make()
    speaker.speak(texts(LONG, LONG))
    speaker.pause()
    speaker.step(1)
    with qtbot.assertNotEmitted(speaker.state_changed, wait=100):
        pass
    assert speaker._engine.state() == QTextToSpeech.State.Ready
    assert heard.sentences == [0, 1]


def test_rate_voice_and_volume_reach_the_engine_at_once_or_when_it_is_there(make, qtbot):
    speaker, _ = make()
    speaker.set_rate(150)
    speaker.set_voice("Anne")
    speaker.set_volume(40)
    speaker.speak(texts(LONG))
    engine = speaker._engine
    assert (engine.rate(), engine.voice().name(), engine.volume()) == (0.5, "Anne", 0.4)
    speaker.set_rate(75)
    speaker.set_voice("Bob")
    speaker.set_volume(10)
    assert (engine.rate(), speaker.voice, engine.volume()) == (-0.5, "Bob", 0.1)
    qtbot.waitUntil(lambda: engine.state() == QTextToSpeech.State.Speaking)
    assert speaker.voices == ["Bob", "Anne"]


def test_an_unknown_voice_falls_back_to_the_usual_one(make):
    speaker, _ = make()
    speaker.set_voice("Nobody")
    speaker.speak(texts(LONG))
    assert speaker.voice == "Bob"


def test_an_engine_may_need_a_moment(make, qtbot):
    speaker, heard = make(late)
    speaker.speak(texts(LONG))
    assert speaker.state is SpeakerState.PREPARING
    qtbot.waitUntil(lambda: speaker.state is SpeakerState.SPEAKING)
    assert heard.failures == []


def test_a_reader_may_stop_while_the_engine_gets_ready(make, qtbot):
    speaker, heard = make(late)
    speaker.set_volume(20)
    speaker.speak(texts(LONG))
    engine = speaker._engine
    speaker.stop()
    qtbot.waitUntil(lambda: engine.state() == QTextToSpeech.State.Ready)
    assert heard.sentences == []
    speaker.speak(texts(LONG))
    assert heard.sentences == [0]
    assert engine.volume() == pytest.approx(0.2)
    assert engine.locale().name().startswith("en")


def test_stopping_does_not_hide_an_engine_that_never_gets_ready(make, qtbot):
    speaker, heard = make(late, patience=1)
    speaker.speak(texts(LONG))
    speaker.stop()
    speaker.speak(texts(LONG))
    assert speaker.state is SpeakerState.PREPARING
    qtbot.waitUntil(lambda: heard.failures != [])
    assert speaker.state is SpeakerState.SILENT


@pytest.mark.parametrize("no_engine", [lambda: None, lambda: QTextToSpeech("nosuch")])
def test_a_pc_without_a_voice_says_so(make, no_engine, qtbot, qtlog):
    speaker, heard = make(no_engine, patience=1)
    with qtlog.disabled():
        speaker.speak(texts(SHORT))
    qtbot.waitUntil(lambda: heard.failures != [])
    assert not speaker.is_usable
    assert speaker.state is SpeakerState.SILENT
    assert "no English voice" in heard.failures[0]


def test_an_engine_that_does_not_get_ready_counts_as_none(make, qtbot):
    speaker, heard = make(late, patience=1)
    speaker.speak(texts(SHORT))
    qtbot.waitUntil(lambda: heard.failures != [])
    assert not speaker.is_usable
    assert speaker.state is SpeakerState.SILENT


def test_an_engine_without_english_counts_as_none(make):
    class Finnish(QTextToSpeech):
        def availableLocales(self):  # noqa: N802 - Qt's name
            return [one for one in super().availableLocales() if one.name() == "fi_FI"]

    speaker, heard = make(lambda: Finnish("mock"))
    speaker.speak(texts(SHORT))
    assert (len(heard.failures), speaker.is_usable) == (1, False)


def test_an_engine_that_fails_before_it_is_ready_counts_as_none_at_once(make):
    speaker, heard = make(late)
    speaker.speak(texts(SHORT))
    speaker._engine.errorOccurred.emit(QTextToSpeech.ErrorReason.Initialization, "no server")
    assert (len(heard.failures), speaker.is_usable) == (1, False)


def test_a_voice_that_fails_is_told_once_and_asked_for_anew(make):
    speaker, heard = make()
    speaker.speak(texts(LONG))
    failed = speaker._engine
    for _ in range(2):
        failed.errorOccurred.emit(QTextToSpeech.ErrorReason.Playback, "no sound")
    assert heard.failures == ["The voice of this PC failed: reading aloud has stopped."]
    assert speaker.is_usable
    speaker.speak(texts(LONG))
    assert speaker._engine is not failed
    assert speaker.state is SpeakerState.SPEAKING


def test_nothing_to_say_is_no_fault(make):
    speaker, heard = make()
    speaker.speak([])
    assert (heard.states, heard.failures) == ([], [])


def test_only_one_form_of_a_voice_is_offered(make):
    class Voice:
        def __init__(self, name):
            self.name = lambda: name

    speaker, _ = make()
    speaker.speak(texts(LONG))
    engine = speaker._engine

    class Many:
        def availableVoices(self):  # noqa: N802 - Qt's name
            return [Voice(name) for name in ("Ann", "Ann+Adam", "Ann+f2", "Rob+Roy")]

    speaker._engine = Many()
    assert speaker.voices == ["Ann", "Rob+Roy"]
    speaker._engine = engine


WINDOW = """
import sys
from pathlib import Path
from livermets_desktop import paths
from livermets_desktop.app import Program, make_application
from livermets_desktop.library.reader import Library
from livermets_desktop.reader_files import ReaderFiles
from livermets_desktop.model.location import Location
application = make_application(paths.resources())
library = Library.open(Path(sys.argv[1]), trusted=True)
program = Program(library, ReaderFiles(), paths.resources(), None)
program.window.show()
program.reading.open(Location("ct-scan"))
program.complete()
print([name for name in sys.modules if "TextToSpeech" in name or "spoken" in name])
program.close()
"""


def test_the_start_of_the_window_does_not_load_the_engine(tiny_folder):
    run = [sys.executable, "-c", WINDOW, tiny_folder]
    done = subprocess.run(run, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
