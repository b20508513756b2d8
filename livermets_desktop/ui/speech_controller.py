"""Reads the open page aloud, and shows where in it the voice is."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from livermets_desktop.settings import SettingsFile
from livermets_desktop.ui.look_controller import LookController
from livermets_desktop.ui.main_window import MainWindow
from livermets_desktop.ui.reading_controller import ReadingController
from livermets_desktop.ui.speaker import Speaker, SpeakerState
from livermets_desktop.ui.speech_bar import SpeechBar
from livermets_desktop.ui.spoken_page import SpokenPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtTextToSpeech import QTextToSpeech


class SpeechController(QObject):
    """Join the voice, the bar and the page; `words` is the file of what is said otherwise."""

    def __init__(
        self,
        window: MainWindow,
        reading: ReadingController,
        look: LookController,
        settings: SettingsFile,
        words: Path,
        make_engine: "Callable[[], QTextToSpeech | None]",
    ) -> None:
        super().__init__(window)
        self._window, self._reading, self._settings = window, reading, settings
        self.speaker = Speaker(make_engine, self)
        self._page = SpokenPage(window.article, words, self.speaker)
        self.bar = SpeechBar()
        window.article.show_below(self.bar)
        look.add(self.bar.set_look)
        self.bar.show_rate(settings.current.speech_rate)
        self.speaker.set_rate(settings.current.speech_rate)
        self.speaker.set_voice(settings.current.speech_voice)
        self._connect(look)

    def _connect(self, look: LookController) -> None:
        bar, speaker, window = self.bar, self.speaker, self._window
        bar.play_requested.connect(self.toggle)
        bar.stop_requested.connect(speaker.stop)
        bar.step_requested.connect(speaker.step)
        bar.rate_chosen.connect(self._on_rate)
        bar.voice_chosen.connect(self._on_voice)
        bar.close_requested.connect(self.close)
        speaker.state_changed.connect(self._on_state)
        speaker.ready.connect(self._on_ready)
        speaker.failed.connect(self._on_failed)
        window.actions_["stop_reading"].triggered.connect(self.close)
        window.geometry_kept.connect(speaker.stop)
        self._reading.page_opened.connect(self._on_page_opened)
        look.look_changed.connect(self._on_look_changed)

    # -- what the reader does ----------------------------------------------------------------

    def toggle(self) -> None:
        """Begin, pause or go on."""
        state = self.speaker.state
        if state is SpeakerState.SPEAKING:
            self.speaker.pause()
        elif state is SpeakerState.PAUSED:
            self.speaker.resume()
        elif state is SpeakerState.SILENT and self._reading.article is not None:
            self._start()

    def close(self) -> None:
        """Stop, and take the bar away."""
        had_keyboard = self.bar.isAncestorOf(self._window.focusWidget())
        self.speaker.stop()
        self.bar.hide()
        if had_keyboard:
            self._window.show_page()

    def _start(self) -> None:
        self._page.read()
        if self.speaker.state is SpeakerState.PREPARING:
            self._window.notice.tell(self.tr("Looking for a voice."))

    def _on_rate(self, per_cent: int) -> None:
        self._settings.update(speech_rate=per_cent)
        self.speaker.set_rate(per_cent)

    def _on_voice(self, name: str) -> None:
        self._settings.update(speech_voice=name)
        self.speaker.set_voice(name)

    # -- what the voice does -----------------------------------------------------------------

    def _on_ready(self) -> None:
        self._window.notice.let_go()
        self.bar.show_voices(self.speaker.voices, self.speaker.voice)

    def _on_state(self, state: SpeakerState) -> None:
        if state is SpeakerState.PREPARING:
            return
        words = {
            SpeakerState.SPEAKING: self.tr("Reading aloud"),
            SpeakerState.PAUSED: self.tr("Paused"),
            SpeakerState.SILENT: self.tr("Stopped"),
        }[state]
        self.bar.show_state(words, playing=state is SpeakerState.SPEAKING)
        silent = state is SpeakerState.SILENT
        self._window.actions_["stop_reading"].setEnabled(not silent)
        if state is SpeakerState.SPEAKING:
            self.bar.show()

    def _on_failed(self, sentence: str) -> None:
        self.close()
        self._window.notice.tell(sentence)
        self._show_reason()

    # -- what the window does ----------------------------------------------------------------

    def _on_page_opened(self) -> None:
        self.close()
        self._show_reason()

    def _on_look_changed(self) -> None:
        self._page.mark_again()
        self._show_reason()

    def _show_reason(self) -> None:
        """Offer no reading aloud where there is no voice, and say why."""
        if not self.speaker.is_usable:
            action = self._window.actions_["read_aloud"]
            action.setEnabled(False)
            action.setToolTip(self.speaker.no_voice_words())
            action.setStatusTip(self.speaker.no_voice_words())
