"""What happens between the hand-out and the page: parts are added, ordered, kept, printed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QSizeF, QTimer

from livermets_desktop.handouts import HandoutFile
from livermets_desktop.model.bookmark import LONGEST_NAME, Bookmark, clean_name
from livermets_desktop.model.handout import MOST_PARTS, Handout
from livermets_desktop.sentence import joined
from livermets_desktop.ui.handout_panel import HandoutPanel
from livermets_desktop.ui.handout_text import HandoutWriter
from livermets_desktop.ui.main_window import MainWindow
from livermets_desktop.ui.name_dialog import NameDialog
from livermets_desktop.ui.page_list_model import PageRow
from livermets_desktop.ui.paper import Paper
from livermets_desktop.ui.paper_desk import PaperDesk, usual_size
from livermets_desktop.ui.print_dialog import Wish
from livermets_desktop.ui.reading_controller import ReadingController
from livermets_desktop.ui.wording import level_word

_REST = 400  # milliseconds after the last change, then the pages are counted


class HandoutController(QObject):
    """Hold the hand-out that is being made; it lasts as long as the window, unless it is kept.

    `here` returns the place that is read.
    """

    def __init__(
        self,
        window: MainWindow,
        reading: ReadingController,
        desk: PaperDesk,
        file: HandoutFile,
        writer: HandoutWriter,
        here: Callable[[], Bookmark | None],
    ) -> None:
        super().__init__(window)
        self._window, self._reading, self._desk = window, reading, desk
        self._file, self._writer, self._here = file, writer, here
        self._handout = Handout()
        file.load()
        self._untold = file.notice  # what was wrong with the hand-outs that are kept
        self._panel: HandoutPanel | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._count_pages)
        file.on_notice = self._tell
        window.actions_["clear"].triggered.connect(self.forget)
        reading.page_opened.connect(self._show_state)

    # -- what the reader does ----------------------------------------------------------------

    def add(self) -> None:
        """Add the section that is read; at the top of a page that is the whole of it."""
        here = self._here()
        if here is not None:
            self._add_place(here)

    def add_page(self) -> None:
        """Add the whole page."""
        here = self._here()
        if here is not None:
            self._add_place(here._replace(section="", heading=""))

    def add_questions(self, questions: Sequence[str]) -> str:
        """Add questions, and return what came of it."""
        try:
            handout = self._handout
            for question in questions:
                handout = handout.with_part(question)
        except OverflowError:
            return self._no_room()
        self.use(handout)
        return self.tr("The questions are in the hand-out (Ctrl+Shift+H).")

    def show(self) -> None:
        """Show the parts in the place of the tree."""
        if self._panel is None:
            self._panel = self._make_panel()
        self._panel.notice.let_go()
        self._show()
        self._window.show_side(self._panel)
        if self._untold:
            self._tell("")

    def print(self) -> None:
        """Show the pages."""
        self._desk.show(self.tr("Hand-out"), {"all": ""}, self.paper)

    def paper(self, wish: Wish, size: QSizeF) -> Paper:
        """Lay the hand-out out on paper of a size in millimetres."""
        return self._desk.paper(self._writer.write(self._handout), wish, size)

    def forget(self) -> None:
        """Begin a new one; those that are kept stay."""
        self.use(Handout())

    # -- its parts ---------------------------------------------------------------------------

    def _add_place(self, place: Bookmark) -> None:
        if self._handout.holds(place):
            self._tell(self.tr("Already in the hand-out: {0}").format(place.words))
            return
        try:
            handout = self._handout.with_part(place)
        except OverflowError:
            self._tell(self._no_room())
            return
        self.use(handout)
        words = self.tr("Added to the hand-out: {0}").format(place.words)
        self._tell(words, lambda: self._take_out(place))

    def _remove(self, number: int) -> None:
        part = self._handout.parts[number]
        self.use(self._handout.without(number))
        words = part if isinstance(part, str) else part.words
        self._tell(
            self.tr("Removed from the hand-out: {0}").format(words),
            lambda: self._put_back(part, number),
        )

    def _take_out(self, part: Bookmark) -> None:
        """Undo that a part was added; what was changed since then stays."""
        parts = self._handout.parts
        if part in parts:
            self.use(self._handout.without(parts.index(part)))

    def _put_back(self, part: Bookmark | str, number: int) -> None:
        """Undo that a part was removed; what was changed since then stays."""
        try:
            self.use(self._handout.with_part(part, number))
        except OverflowError:
            self._tell(self._no_room())

    def _move(self, number: int, to: int) -> None:
        self.use(self._handout.with_moved(number, to))

    def _open(self, number: int) -> None:
        part = self._handout.parts[number]
        if isinstance(part, Bookmark) and self._writer.has(part):
            self._reading.open(part.location, part.level)

    def _on_line(self, line: str) -> None:
        self.use(self._handout._replace(line=line))

    def _no_room(self) -> str:
        words = self.tr("The hand-out is full: it has room for {0} parts.")
        return words.format(MOST_PARTS)

    # -- what is kept ------------------------------------------------------------------------

    def _on_keep(self) -> None:
        dialog = NameDialog(
            self.tr("Keep this list"),
            self.tr("Name, without that of a patient"),
            self.tr("Keep"),
            self._desk.look.theme,
            self._window,
        )
        dialog.offer(self._handout.name)
        dialog.named.connect(self._keep)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _keep(self, name: str) -> None:
        """Keep the parts under a name; the line is for one person and is not kept."""
        name = clean_name(name, LONGEST_NAME)
        older = next((one for one in self._file.handouts if one.name == name), None)
        if not name or not self._file.keep(self._handout._replace(name=name, line="")):
            return
        self.use(self._handout._replace(name=name))
        if older is None or older.parts == self._handout.parts:
            self._tell(self.tr("Kept as “{0}”.").format(name))
            return
        words = self.tr("Kept as “{0}”, in the place of an older list.").format(name)
        self._tell(words, lambda: self._take_back(older))

    def _open_kept(self, name: str) -> None:
        before = self._handout
        kept = next(one for one in self._file.handouts if one.name == name)
        self.use(kept._replace(line=before.line))
        if before.parts and before.parts != kept.parts:
            words = self.tr("“{0}” takes the place of what was chosen.").format(name)
            self._tell(words, lambda: self.use(before._replace(line=self._handout.line)))

    def _delete(self, name: str) -> None:
        kept = next(one for one in self._file.handouts if one.name == name)
        if self._file.remove(name):
            self._show()
            self._tell(self.tr("Deleted: {0}").format(name), lambda: self._take_back(kept))

    def _take_back(self, kept: Handout) -> None:
        self._file.keep(kept)
        self._show()

    # -- what is shown -----------------------------------------------------------------------

    def _make_panel(self) -> HandoutPanel:
        panel = HandoutPanel(keeps=self._file.keeps)
        for signal, work in (
            (panel.page_chosen, self._open),
            (panel.removed, self._remove),
            (panel.moved, self._move),
            (panel.line_changed, self._on_line),
            (panel.section_wanted, self.add),
            (panel.page_wanted, self.add_page),
            (panel.questions_wanted, self._window.actions_["questions"].trigger),
            (panel.print_wanted, self.print),
            (panel.keep_wanted, self._on_keep),
            (panel.handout_chosen, self._open_kept),
            (panel.delete_wanted, self._delete),
            (panel.close_requested, self._window.close_side),
            (panel.shown, self._count_soon),
        ):
            signal.connect(work)
        self._desk.look.add(panel.set_look)
        return panel

    def use(self, handout: Handout) -> None:
        """Go on with another hand-out."""
        self._handout = handout
        self._show()

    def _show(self) -> None:
        if self._panel is None:
            return
        self._panel.show_rows([self._row(part) for part in self._handout.parts])
        self._panel.show_line(self._handout.line)
        self._panel.show_kept([one.name for one in self._file.handouts])
        self._show_state()
        self._count_soon()

    def _show_state(self) -> None:
        if self._panel is not None:
            self._panel.show_page_open(is_open=self._here() is not None)

    def _row(self, part: Bookmark | str) -> PageRow:
        if isinstance(part, str):
            return PageRow(part, self.tr("Question"))
        where = part.title if part.heading else self.tr("Whole page")
        there = "" if self._writer.has(part) else self.tr("not in this library")
        notes = (where, level_word(part.level), there)
        return PageRow(part.heading or part.title, " · ".join(one for one in notes if one))

    def _count_soon(self) -> None:
        if self._panel is None:
            return
        if self._handout.parts:
            self._rest.start()
        else:
            self._rest.stop()
            self._panel.show_pages(0)

    def _count_pages(self) -> None:
        # Long pages take a while: nothing is counted where nobody sees it.
        if self._panel is not None and self._panel.isVisible():
            self._panel.show_pages(len(self.paper(Wish("all"), usual_size())))

    def _tell(self, sentence: str, undo: Callable[[], object] | None = None) -> None:
        """Tell the reader a sentence: above the page, or where the list covers it.

        The first time with what was wrong with the hand-outs that are kept.
        """
        if self._untold:
            sentence, self._untold = joined(self._untold, sentence), ""
        panel, window = self._panel, self._window
        covered = panel is not None and panel.covers(window.current_page)
        (panel if panel is not None and covered else window).notice.tell(sentence, undo=undo)
