"""Copies what is read together with where it is from."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication, QTextCursor

from livermets_desktop.model.article import Article, LibraryInfo
from livermets_desktop.ui.copied_text import cited_sources, copied_text
from livermets_desktop.ui.main_window import MainWindow
from livermets_desktop.ui.review_line import review_words
from livermets_desktop.ui.wording import escaped, level_word


class CopyController(QObject):
    """Put the selected text, or the section that is read, on the clipboard with its citation."""

    def __init__(self, window: MainWindow, info: LibraryInfo, today: Callable[[], date]) -> None:
        super().__init__(window)
        self._window, self._info, self._today = window, info, today

    def copy(self) -> None:
        """Copy plain and rich text."""
        panel = self._window.article
        texts = [article for article, _ in panel.shown_texts()]
        if not texts:
            return
        cursor = panel.view.textCursor()
        if not cursor.hasSelection():
            cursor = panel.section_cursor()
        copied = copied_text(cursor, panel.column_titles)
        lines = list(self._citation(texts, cursor, copied.sources))
        data = QMimeData()
        data.setText("\n".join((copied.text, "", *lines)))
        data.setHtml(f"{copied.html}<p>{'<br>'.join(escaped(line) for line in lines)}</p>")
        QGuiApplication.clipboard().setMimeData(data)
        self._window.notice.tell(self.tr("Copied with its citation."))

    def _citation(
        self, texts: Sequence[Article], cursor: QTextCursor, numbers: Sequence[str]
    ) -> Iterator[str]:
        """Yield place, library, state of review, and the sources with these numbers."""
        section = self._window.article.view.section_before(cursor.selectionStart())
        headings = [part.heading for one in texts for part in one.sections if part.id == section]
        place = " – ".join(words for words in (texts[0].title, *headings[:1]) if words)
        levels = ", ".join(level_word(one.level) for one in texts)
        yield f"{place} ({levels})"
        library = self.tr("{0}, version {1}, in LiverMets Desktop")
        yield library.format(self._info.title, self._info.version)
        yield from review_words(texts, self._today())
        yield from cited_sources(texts, numbers)
