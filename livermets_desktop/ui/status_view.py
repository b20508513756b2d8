"""The line at the foot of the window: which library, of when, and whether anyone reviewed it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from livermets_desktop.model.article import LibraryInfo
from livermets_desktop.ui.wording import long_date


class StatusView(QLabel):
    """Say what the reader should know of the library at any time."""

    def __init__(self, info: LibraryInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = (f"{info.title} {info.version}", *self._honest_words(info))
        self.setObjectName("libraryStatus")
        self.setTextFormat(Qt.TextFormat.PlainText)

    def show_room(self, *, compact: bool, tiny: bool) -> None:
        """With little room the first words go, never that nobody has reviewed the library."""
        words = self._words[-1:] if tiny else self._words[1:] if compact else self._words
        self.setText("  ·  ".join(words))

    def _honest_words(self, info: LibraryInfo) -> tuple[str, ...]:
        checked = self.tr("Content of {0}").format(long_date(info.checked))
        if not info.unreviewed_count:
            return (checked,)
        return (checked, self.tr("Not yet reviewed by a clinician"))
