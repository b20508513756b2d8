"""A voice of this PC that says one sentence after the other."""

from collections.abc import Callable, Sequence
from enum import Enum
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QLocale, QObject, QSysInfo, QTimer, Signal

from livermets_desktop.spoken import Passage

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

_STAND_IN = "mock"  # Qt's own engine for tests: it says nothing
_PATIENCE = 3_000
# A voice that is cut off needs a moment, and a reader who goes on and on hears only the last.
_GAP = 120


class SpeakerState(Enum):
    """Say what a voice does."""

    SILENT = "silent"
    PREPARING = "preparing"
    SPEAKING = "speaking"
    PAUSED = "paused"


def system_engine() -> "QTextToSpeech | None":
    """Return the engine of this PC, None if it has none."""
    try:
        # Loaded when something is read aloud for the first time.
        from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415
    except ImportError:
        return None
    names = [name for name in QTextToSpeech.availableEngines() if name != _STAND_IN]
    return QTextToSpeech() if names else None


class Speaker(QObject):
    """Say passages; `sentence_changed` carries the number of the one that is said.

    `state_changed` carries the state; `ready` comes once the voices are known; `failed` carries
    one sentence. What is paused begins its sentence anew: engines lose the words in between.
    """

    sentence_changed = Signal(int)
    state_changed = Signal(object)
    ready = Signal()
    failed = Signal(str)

    def __init__(
        self,
        make_engine: "Callable[[], QTextToSpeech | None]" = system_engine,
        parent: QObject | None = None,
        *,
        patience: int = _PATIENCE,
        gap: int = _GAP,
    ) -> None:
        super().__init__(parent)
        self._make_engine, self._gap = make_engine, gap
        self._engine: QTextToSpeech | None = None
        self._in_use = False  # the engine is ready, and speaks as is wanted
        self._state = SpeakerState.SILENT
        self._passages: Sequence[Passage] = ()
        self._index = 0
        self._said = False  # the engine says the current sentence, or was given it
        self._rate, self._voice, self._volume = 100, "", 100
        self._usable = True
        self._patience = self._timer(patience, self._give_up)
        self._next = self._timer(gap, self._say)

    # -- what is told ------------------------------------------------------------------------

    @property
    def state(self) -> SpeakerState:
        """Return what the voice does."""
        return self._state

    @property
    def index(self) -> int:
        """Return the number of the sentence that is said, or was said last."""
        return self._index

    @property
    def is_usable(self) -> bool:
        """Tell whether this PC has a voice, as far as is known."""
        return self._usable

    @property
    def voices(self) -> list[str]:
        """Return the names of the voices; none before the first sentence.

        Those of eSpeak come in a hundred forms each, as "English+Adam": only the voice is named.
        """
        if self._engine is None:
            return []
        names = [voice.name() for voice in self._engine.availableVoices()]
        known = set(names)
        forms = {name for name in names if name.partition("+")[0] in known - {name}}
        return [name for name in dict.fromkeys(names) if name not in forms]

    @property
    def voice(self) -> str:
        """Return the name of the voice that speaks."""
        return self._engine.voice().name() if self._engine is not None else ""

    # -- what it does ------------------------------------------------------------------------

    def speak(self, passages: Sequence[Passage], first: int = 0) -> None:
        """Say passages from one of them to the end."""
        self.stop()
        self._passages, self._index = passages, first
        if not 0 <= first < len(passages):
            return
        if self._in_use:
            self._begin()
        else:
            self._set_state(SpeakerState.PREPARING)
            self._open()

    def pause(self) -> None:
        """Be silent; `resume` says the sentence again."""
        if self._state is SpeakerState.SPEAKING:
            self._set_state(SpeakerState.PAUSED)
            self._silence()

    def resume(self) -> None:
        """Go on after a pause."""
        if self._state is SpeakerState.PAUSED:
            self._set_state(SpeakerState.SPEAKING)
            self._go(self._index)

    def stop(self) -> None:
        """Be silent, and forget where the voice was."""
        self._patience.stop()
        if self._state is not SpeakerState.SILENT:
            self._set_state(SpeakerState.SILENT)
            self._silence()

    def step(self, step: int) -> None:
        """Go to the next (+1) or previous (-1) sentence."""
        wanted = self._index + step
        busy = self._state in (SpeakerState.SPEAKING, SpeakerState.PAUSED)
        if busy and 0 <= wanted < len(self._passages):
            self._silence()
            self._go(wanted)

    def set_rate(self, per_cent: int) -> None:
        """Speak at half (50) to twice (200) the usual speed from now on."""
        self._rate = per_cent
        self._apply(lambda engine: engine.setRate(_engine_rate(per_cent)))

    def set_volume(self, per_cent: int) -> None:
        """Speak as loud as this, 0 to 100, from the next sentence on."""
        self._volume = per_cent
        if self._engine is not None:
            self._engine.setVolume(per_cent / 100)

    def set_voice(self, name: str) -> None:
        """Speak with a voice; one that this PC does not have changes nothing."""
        self._voice = name
        self._apply(lambda engine: _choose_voice(engine, name))

    # -- inside ------------------------------------------------------------------------------

    def _open(self) -> None:
        """Ask the system for its engine; what is to be said waits until it is ready."""
        engine = self._engine  # there is one if the reader stopped before it was ready
        if engine is None:
            self._engine = engine = self._make_engine()
            if engine is None:
                self._give_up()
                return
            engine.setParent(self)
            engine.stateChanged.connect(self._on_engine_state)
            engine.errorOccurred.connect(self._on_error)
        if engine.state() == engine.State.Ready:
            self._use()
        else:  # in the state of an error, too, it may only need a moment
            self._patience.start()

    def _use(self) -> None:
        """Use the engine, which is ready."""
        self._patience.stop()
        engine = cast("QTextToSpeech", self._engine)
        if not _choose_english(engine):
            self._give_up()
            return
        _choose_voice(engine, self._voice)
        engine.setRate(_engine_rate(self._rate))
        engine.setVolume(self._volume / 100)
        self._in_use = True
        self.ready.emit()
        self._begin()

    def _begin(self) -> None:
        self._set_state(SpeakerState.SPEAKING)
        self.sentence_changed.emit(self._index)
        self._say()

    def _go(self, index: int) -> None:
        """Go to a sentence, and say it after a moment unless the reader has paused."""
        self._index = index
        self.sentence_changed.emit(index)
        if self._state is SpeakerState.SPEAKING:
            self._next.start(self._gap)

    def _say(self) -> None:
        """Give the sentence to the engine; one that still falls silent gets it when it has."""
        engine = self._engine
        if self._state is not SpeakerState.SPEAKING or engine is None:
            return
        if engine.state() == engine.State.Ready:
            self._said = True
            engine.say(self._passages[self._index].text)

    def _silence(self) -> None:
        self._said = False
        self._next.stop()
        if self._engine is not None:
            self._engine.stop()

    def _apply(self, change: "Callable[[QTextToSpeech], object]") -> None:
        """Change how the engine speaks; the sentence that is said begins anew."""
        if self._engine is None or self._state is SpeakerState.PREPARING:
            return
        speaking = self._state is SpeakerState.SPEAKING
        if speaking:
            self._silence()
        change(self._engine)
        if speaking:
            self._go(self._index)

    def _on_engine_state(self) -> None:
        engine = self._engine
        if engine is None or engine.state() != engine.State.Ready:
            return
        if self._state is SpeakerState.PREPARING:
            self._use()
        elif self._state is SpeakerState.SPEAKING and not self._next.isActive():
            self._on_silent()

    def _on_silent(self) -> None:
        """Go on to the next sentence, or say the one that had to wait."""
        if not self._said:
            self._next.start(0)
        elif self._index + 1 < len(self._passages):
            self._said = False
            self._index += 1
            self.sentence_changed.emit(self._index)
            self._next.start(0)
        else:
            self._set_state(SpeakerState.SILENT)

    def _on_error(self) -> None:
        """Tell once that the voice failed; the next time another engine is asked for."""
        if self._state is SpeakerState.PREPARING:
            self._give_up()
        elif self._state is not SpeakerState.SILENT:
            self.stop()
            self._drop()
            self.failed.emit(self.tr("The voice of this PC failed: reading aloud has stopped."))

    def _give_up(self) -> None:
        """Tell that this PC has no voice."""
        self._usable = False
        self.stop()
        self._drop()
        self.failed.emit(self.no_voice_words())

    def no_voice_words(self) -> str:
        """Say that there is no voice, and who can add one."""
        if QSysInfo.kernelType() == "linux":
            return self.tr(
                "This PC has no English voice for reading aloud. Whoever looks after it can add "
                "one: speech-dispatcher with a voice such as espeak-ng."
            )
        return self.tr(
            "This PC has no English voice for reading aloud. Whoever looks after it can add one "
            "in the settings of the system."
        )

    def _drop(self) -> None:
        engine, self._engine, self._in_use = self._engine, None, False
        if engine is not None:
            engine.disconnect(self)
            engine.deleteLater()

    def _set_state(self, state: SpeakerState) -> None:
        if state is not self._state:
            self._state = state
            self.state_changed.emit(state)

    def _timer(self, milliseconds: int, work: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=milliseconds)
        timer.timeout.connect(work)
        return timer


def _engine_rate(per_cent: int) -> float:
    """Return the rate of an engine, which goes from -1 to 1.

    >>> [_engine_rate(one) for one in (50, 75, 100, 150, 200)]
    [-1.0, -0.5, 0.0, 0.5, 1.0]
    """
    return (per_cent - 100) / (100 if per_cent > 100 else 50)


def _choose_english(engine: "QTextToSpeech") -> bool:
    """Let an engine speak English, the British one if it can; return whether it can."""
    english = QLocale.Language.English
    locales = [one for one in engine.availableLocales() if one.language() == english]
    british = [one for one in locales if one.name() == "en_GB"]
    if not locales:
        return False
    engine.setLocale((british or locales)[0])
    return bool(engine.availableVoices())


def _choose_voice(engine: "QTextToSpeech", name: str) -> None:
    found = next((voice for voice in engine.availableVoices() if voice.name() == name), None)
    if found is not None:
        engine.setVoice(found)
