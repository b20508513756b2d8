"""The bar below an article that reads it aloud."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QActionGroup, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from livermets_desktop.settings import SPEECH_RATES
from livermets_desktop.ui.announce import announce
from livermets_desktop.ui.icons import Icons
from livermets_desktop.ui.theme import Theme
from livermets_desktop.ui.wrap_row import WrapRow


class SpeechBar(QWidget):
    """Show how the reading goes; wishes are signals."""

    play_requested = Signal()
    stop_requested = Signal()
    step_requested = Signal(int)
    rate_chosen = Signal(int)
    voice_chosen = Signal(str)
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("speechBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icons: Icons | None = None
        self._playing = False
        self._state = QLabel()
        self._state.setObjectName("speechState")
        self._play = self._button("", "play", self.play_requested)
        self._buttons = {
            self._play: "play",
            self._button(self.tr("Stop"), "stopSpeech", self.stop_requested): "stop",
            self._step(self.tr("Previous sentence"), "previousSentence", -1): "left",
            self._step(self.tr("Next sentence"), "nextSentence", 1): "right",
        }
        self._close = self._button(
            self.tr("Close reading aloud"), "closeSpeech", self.close_requested
        )
        self._rate_now, self._voice_now = 100, ""
        self._voices: Sequence[str] = ()
        self._rate = self._choice("speechRate")
        self._rate.clicked.connect(lambda: self._pop_up(self._rate, self.menu_of_rates()))
        self._voice = self._choice("speechVoice")
        self._voice.setText(self.tr("Voice"))
        self._voice.clicked.connect(lambda: self._pop_up(self._voice, self.menu_of_voices()))
        self._row = WrapRow()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 4, 16, 4)
        layout.addWidget(self._row, 1)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.show_rate(self._rate_now)
        self.show_voices((), "")
        self.hide()

    def set_look(self, theme: Theme, icons: Icons) -> None:
        """Use these colours and sizes from now on."""
        self._icons = icons
        self._row.set_look(theme)
        self._draw_icons()

    def show_state(self, words: str, *, playing: bool) -> None:
        """Say what the voice does, and offer to play or to pause."""
        self._playing = playing
        if words != self._state.text():
            announce(self, words)
        self._state.setText(words)
        offer = self.tr("Pause") if playing else self.tr("Play")
        self._play.setAccessibleName(offer)
        self._play.setToolTip(offer)
        self._draw_icons()

    def show_rate(self, per_cent: int) -> None:
        """Show the speed that is used."""
        self._rate_now = per_cent
        self._rate.setText(self.tr("Speed {0}").format(self._times(per_cent)))

    def show_voices(self, names: Sequence[str], chosen: str) -> None:
        """Offer voices, if there is more than one."""
        self._voices, self._voice_now = names, chosen
        words = self.tr("Voice: {0}").format(chosen)
        self._voice.setAccessibleName(words)
        self._voice.setToolTip(words)
        voice = (self._voice,) if len(names) > 1 else ()
        # Last, so that no button moves when the words change.
        self._row.show_widgets((*self._buttons, self._rate, *voice, self._state))

    def menu_of_rates(self) -> QMenu:
        """Make the menu of the speeds."""
        choices = {self._times(rate): partial(self._on_rate, rate) for rate in SPEECH_RATES}
        return self._menu(choices, self._times(self._rate_now))

    def menu_of_voices(self) -> QMenu:
        """Make the menu of the voices."""
        choices = {name: partial(self._on_voice, name) for name in self._voices}
        return self._menu(choices, self._voice_now)

    def start(self) -> None:
        """Take the keyboard to the first button."""
        self._play.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)

    def _draw_icons(self) -> None:
        if self._icons is None:
            return
        names = {**self._buttons, self._close: "close"}
        names[self._play] = "pause" if self._playing else "play"
        for button, name in names.items():
            button.setIcon(self._icons.two_state_icon(name, "ink"))
            button.setIconSize(self._icons.size())

    def _step(self, words: str, name: str, step: int) -> QPushButton:
        button = self._button(words, name)
        button.clicked.connect(lambda: self.step_requested.emit(step))
        return button

    def _button(self, words: str, name: str, wish: SignalInstance | None = None) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.setAccessibleName(words)
        button.setToolTip(words)
        if wish is not None:
            button.clicked.connect(wish)
        return button

    def _choice(self, name: str) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.setProperty("kind", "outlined")
        return button

    def _menu(self, choices: Mapping[str, Callable[[], None]], chosen: str) -> QMenu:
        menu = QMenu(self.window())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        for words, work in choices.items():
            action = group.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(words == chosen)
            action.triggered.connect(work)
            menu.addAction(action)
        return menu

    def _pop_up(self, button: QPushButton, menu: QMenu) -> None:
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _on_rate(self, per_cent: int) -> None:
        self.show_rate(per_cent)
        self.rate_chosen.emit(per_cent)

    def _on_voice(self, name: str) -> None:
        self.show_voices(self._voices, name)
        self.voice_chosen.emit(name)

    def _times(self, per_cent: int) -> str:
        return self.tr("{0}×").format(f"{per_cent / 100:g}")
