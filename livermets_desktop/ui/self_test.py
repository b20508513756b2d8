"""A short run through the window that shows an installation works: start, read, search, print."""

from PySide6.QtCore import QObject, QTimer, Signal

from livermets_desktop.ui.main_window import MainWindow
from livermets_desktop.ui.reading_controller import ReadingController
from livermets_desktop.ui.tasks import Tasks

_PATIENCE = 20_000  # milliseconds


class SelfTest(QObject):
    """Open the first topic, search for its title, open the first hit, lay it out as PDF.

    `done` carries "" when all went well, else a sentence.
    """

    done = Signal(str)

    def __init__(
        self, window: MainWindow, reading: ReadingController, tasks: Tasks, topic: str
    ) -> None:
        super().__init__(window)
        self._window = window
        self._reading = reading
        self._tasks = tasks
        self._topic = topic
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._timer.timeout.connect(lambda: self.done.emit("The self test took too long."))

    def start(self) -> None:
        """Begin when the window is at rest."""
        self._timer.start()
        QTimer.singleShot(0, self, self._read)

    def _read(self) -> None:
        self._reading.open_topic(self._topic)
        article = self._reading.article
        if article is None or article.title not in self._window.article.view.toPlainText():
            self._end("The self test found no article.")
            return
        self._tasks.finished.connect(self._open)
        self._tasks.failed.connect(lambda *_: self._end("The self test found no search index."))
        self._window.navigation.field.setText(article.title)

    def _open(self) -> None:
        results = self._window.navigation.result_view
        if not self._window.navigation.shows_results:
            return
        if not results.choose_first():
            self._end("The self test found nothing by search.")
            return
        hit = results.current_hit()
        results.hit_chosen.emit(hit)
        if not self._window.article.hit_place[1]:
            self._end("The self test found no marked words.")
            return
        self._end("" if self._has_pdf() else "The self test could not make a PDF.")

    def _has_pdf(self) -> bool:
        """Lay the open page out, with the outline that another library than Qt adds."""
        # Nothing of printing is loaded before.
        from livermets_desktop.ui.pdf_file import pdf_bytes  # noqa: PLC0415
        from livermets_desktop.ui.print_dialog import PrintDialog  # noqa: PLC0415

        self._window.actions_["print"].trigger()
        dialog = self._window.findChild(PrintDialog)
        if dialog is None:
            return False
        data = pdf_bytes(dialog.paper, dialog.windowTitle())
        dialog.reject()
        return b"/Outlines" in data

    def _end(self, sentence: str) -> None:
        self._timer.stop()
        self.done.emit(sentence)
