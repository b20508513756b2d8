"""Reading aloud by one button: from the section that is read, until it is touched again."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from livermets_desktop.ui.article_panel import ArticlePanel
from livermets_desktop.ui.speaker import Speaker, SpeakerState
from livermets_desktop.ui.spoken_page import SpokenPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtTextToSpeech import QTextToSpeech


class KioskSpeech(QObject):
    """Read the page that a panel shows; `speaking` says whether it does, `failed` why not."""

    speaking = Signal(bool)
    failed = Signal(str)

    def __init__(
        self,
        panel: ArticlePanel,
        words: Path,
        volume: int,
        make_engine: "Callable[[], QTextToSpeech | None]",
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.speaker = Speaker(make_engine, self)
        self.speaker.set_volume(volume)
        self._page = SpokenPage(panel, words, self.speaker)
        self.speaker.state_changed.connect(self._on_state)
        self.speaker.failed.connect(self.failed)

    @property
    def speaks(self) -> bool:
        """Tell whether a voice reads, or is looked for."""
        return self.speaker.state is not SpeakerState.SILENT

    def toggle(self) -> None:
        """Begin where the visitor reads, or stop."""
        if self.speaks:
            self.stop()
        else:
            self._page.read()

    def stop(self) -> None:
        """Be silent."""
        self.speaker.stop()

    def mark_again(self) -> None:
        """Mark the sentence anew in a text that was loaded in another size."""
        self._page.mark_again()

    def _on_state(self, state: SpeakerState) -> None:
        self.speaking.emit(state is not SpeakerState.SILENT)
