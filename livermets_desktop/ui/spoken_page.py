"""The page that is read aloud: what the voice says of it, and the mark on the sentence it says."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from livermets_desktop.spoken import Passage, SpokenWords
from livermets_desktop.ui.article_panel import ArticlePanel
from livermets_desktop.ui.speaker import Speaker, SpeakerState
from livermets_desktop.ui.spoken_text import passages

if TYPE_CHECKING:
    from collections.abc import Sequence

_SOURCES = "sources"


class SpokenPage(QObject):
    """Let a voice read what a panel shows; `words` is the file of what is said otherwise."""

    def __init__(self, panel: ArticlePanel, words: Path, speaker: Speaker) -> None:
        super().__init__(speaker)
        self._panel, self._speaker = panel, speaker
        self._words = SpokenWords.load(words)
        self._passages: Sequence[Passage] = ()
        self._length = 0  # of the text that is read
        speaker.sentence_changed.connect(self._on_sentence)
        speaker.state_changed.connect(self._on_state)

    def read(self) -> None:
        """Begin at what is selected, or at the section that is read; leave out the sources."""
        view = self._panel.view
        cursor = view.textCursor()
        start = view.section_start(view.section)
        if cursor.hasSelection():
            start = cursor.selectionStart()
        sources = view.section_start(_SOURCES)
        self._length = view.document().characterCount()
        found = passages(view.document(), self._words, self._panel.column_titles)
        self._passages = [one for one in found if start >= sources or one.start < sources]
        later = (number for number, one in enumerate(self._passages) if one.end > start)
        self._speaker.speak(self._passages, next(later, 0))

    def mark_again(self) -> None:
        """Mark the sentence anew: the text was loaded in another size or other colours."""
        if self._speaker.state in (SpeakerState.SPEAKING, SpeakerState.PAUSED):
            self._on_sentence(self._speaker.index)

    def _on_sentence(self, index: int) -> None:
        """Mark the sentence; a page that shows another text than it did is not read on."""
        if self._panel.view.document().characterCount() != self._length:
            self._speaker.stop()
            return
        passage = self._passages[index]
        self._panel.view.mark_spoken(passage.start, passage.end)

    def _on_state(self, state: SpeakerState) -> None:
        if state is SpeakerState.SILENT:
            self._panel.view.mark_spoken(0, 0)
