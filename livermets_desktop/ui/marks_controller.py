"""What happens between the bookmarks of the reader and the page."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from livermets_desktop.bookmarks import BookmarkFile
from livermets_desktop.errors import LiverMetsError
from livermets_desktop.model.bookmark import Bookmark, clean_name
from livermets_desktop.model.location import Location
from livermets_desktop.ui.actions import menu_of
from livermets_desktop.ui.look_controller import LookController
from livermets_desktop.ui.main_window import MainWindow
from livermets_desktop.ui.reading_controller import ReadableLibrary, ReadingController
from livermets_desktop.ui.wording import level_word, told

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QFileDialog

    from livermets_desktop.model.level import Level
    from livermets_desktop.ui.bookmarks_panel import BookmarksPanel
    from livermets_desktop.ui.page_list_model import PageRow

_IN_MENU = 10
_SOURCES = "sources"  # a place on the page that is no section of the article
_Page = tuple[str, str, frozenset[str]]  # title, group, and the ids of the sections


class MarksController(QObject):
    """Set, show, open and change bookmarks."""

    def __init__(
        self,
        window: MainWindow,
        library: ReadableLibrary,
        reading: ReadingController,
        look: LookController,
        marks: BookmarkFile,
    ) -> None:
        super().__init__(window)
        self._window, self._library, self._reading, self._look = window, library, reading, look
        self._marks = marks
        self._pages: dict[tuple[str, Level], _Page | None] = {}
        self._panel: BookmarksPanel | None = None
        self._menu = menu_of(window.menuBar(), "&Bookmarks")
        self._entries: list[QAction] = []
        self._menu.aboutToShow.connect(self._fill_menu)
        marks.on_change, marks.on_notice = self._on_changed, self._tell
        reading.page_opened.connect(self._show_state)
        window.article.view.section_reached.connect(self._show_state)
        window.article.outline.entry_chosen.connect(self._show_state)
        window.home.bookmark_chosen.connect(self.open)
        window.home.bookmarks_requested.connect(self.show_panel)
        for name, work in (
            ("bookmark", self.toggle),
            ("bookmarks", self.show_panel),
            ("export_bookmarks", self._on_export),
            ("import_bookmarks", self._on_import),
        ):
            window.actions_[name].triggered.connect(lambda _=False, work=work: work())
        self._on_changed()

    # -- what the reader does ----------------------------------------------------------------

    def toggle(self) -> None:
        """Mark the place where the reader is, or take its mark away."""
        here = self.here()
        if here is None:
            return
        number = self._marks.place_of(here)
        if number >= 0:
            self._remove(number)
        else:
            # Told first: when there is no room, or nothing is saved, that sentence takes its place.
            self._tell(self.tr("Bookmarked: {0}").format(here.words))
            self._marks.add(here)
        self._show_state()

    def show_panel(self) -> None:
        """Show the list, and go there."""
        if self._panel is None:
            self._panel = self._make_panel()
        self._panel.notice.let_go()
        self._panel.show_rows(self._rows())
        self._window.show_side(self._panel)

    def open(self, number: int) -> None:
        """Open the place of a bookmark; one that is not there any more is kept."""
        mark = self._marks.bookmarks[number]
        found = self._find(mark)
        if found is None:
            words = self.tr("“{0}” is not in this library. The bookmark is kept.")
            self._tell(words.format(mark.words))
            return
        title, _, sections = found
        if mark.section in sections:
            self._reading.open(mark.location, mark.level)
        elif self._reading.open(Location(mark.article), mark.level):
            words = self.tr("“{0}” is no part of “{1}” any more: this is its top.")
            self._tell(words.format(mark.heading or mark.section, title))

    def _remove(self, number: int) -> None:
        mark = self._marks.bookmarks[number]
        words = self.tr("Bookmark removed: {0}").format(mark.words)
        self._tell(words, lambda: self._marks.add(mark, number))
        self._marks.remove(number)

    def _rename(self, number: int, name: str) -> None:
        """Give a bookmark a name; that of the library is none of the reader's."""
        own = name.strip() != self._marks.bookmarks[number].title
        self._marks.rename(number, name if own else "")

    # -- where the reader is -----------------------------------------------------------------

    def here(self) -> Bookmark | None:
        """Return the bookmark of the section that is read; the first one is the whole page."""
        article, place = self._reading.article, self._reading.place
        if article is None or place.location is None:
            return None
        # At its top a page is read from there, however near the second section is.
        at_top = not place.scroll and not isinstance(self._window.article.view.place(), str)
        wanted = "" if at_top else place.location.section
        headings = {part.id: part.heading for part in article.sections[1:]}
        headings[_SOURCES] = self.tr("Sources")
        heading = clean_name(headings.get(wanted, ""))
        section = wanted if wanted in headings else ""
        title = clean_name(article.title) or article.id
        return Bookmark(article.id, section, self._reading.shown_level, title, heading)

    def _show_state(self) -> None:
        """Let the action tell whether the place is marked."""
        here, action = self.here(), self._window.actions_["bookmark"]
        action.setEnabled(here is not None)
        action.setChecked(here is not None and self._marks.is_marked(here))

    def _on_changed(self) -> None:
        self._show_state()
        marks = self._marks.bookmarks
        self._window.actions_["export_bookmarks"].setEnabled(bool(marks))
        self._window.home.show_bookmarks([mark.words for mark in marks])
        if self._panel is not None:
            self._panel.show_rows(self._rows())

    # -- what is shown -----------------------------------------------------------------------

    def _make_panel(self) -> "BookmarksPanel":
        # Loaded when it is asked for: the start does not wait for it.
        from livermets_desktop.ui.bookmarks_panel import BookmarksPanel  # noqa: PLC0415

        actions = self._window.actions_
        panel = BookmarksPanel(actions["export_bookmarks"], actions["import_bookmarks"])
        panel.page_chosen.connect(self.open)
        panel.removed.connect(self._remove)
        panel.renamed.connect(self._rename)
        panel.moved.connect(self._marks.move)
        panel.close_requested.connect(self._window.close_side)
        self._look.add(panel.set_look)
        return panel

    def _rows(self) -> "list[PageRow]":
        from livermets_desktop.ui.page_list_model import PageRow  # noqa: PLC0415 - as above

        return [
            PageRow(mark.name or mark.title, self._note(mark, self._find(mark)))
            for mark in self._marks.bookmarks
        ]

    def _note(self, mark: Bookmark, found: _Page | None) -> str:
        """Say what a bookmark marks, and whether it is there."""
        _, group, sections = found or ("", self.tr("Not in this library"), {mark.section})
        parts = [mark.title if mark.name else "", "" if mark.name and found else group]
        parts.append(mark.heading)
        if mark.section not in sections:
            parts.append(self.tr("no part of this page any more"))
        return " · ".join(part for part in (*parts, level_word(mark.level)) if part)

    def _find(self, mark: Bookmark) -> _Page | None:
        """Return what the library has of the page of a bookmark; asked once for each page."""
        key = mark.article, mark.level
        if key not in self._pages:
            self._pages[key] = self._look_up(mark)
        return self._pages[key]

    def _look_up(self, mark: Bookmark) -> _Page | None:
        try:
            article = self._library.article(mark.article, mark.level)
            groups = self._library.path(mark.article)[:-1]
        except LiverMetsError:
            return None
        sections = {"", _SOURCES, *(part.id for part in article.sections)}
        return article.title, groups[-1].title if groups else "", frozenset(sections)

    def _fill_menu(self) -> None:
        """List the first bookmarks below the actions."""
        for entry in self._entries:
            self._menu.removeAction(entry)
        self._entries = [self._menu.addSeparator()]
        for number, mark in enumerate(self._marks.bookmarks[:_IN_MENU]):
            entry = self._menu.addAction(mark.words.replace("&", "&&"))
            entry.triggered.connect(partial(self.open, number))
            self._entries.append(entry)

    def _tell(self, sentence: str, undo: Callable[[], object] | None = None) -> None:
        """Tell the reader a sentence: above the page, or where the list covers it."""
        panel, window = self._panel, self._window
        covered = panel is not None and panel.covers(window.current_page)
        (panel if panel is not None and covered else window).notice.tell(sentence, undo=undo)

    # -- files -------------------------------------------------------------------------------

    def _on_export(self) -> None:
        dialog = self._dialog(self.tr("Export bookmarks"))
        dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile("bookmarks.json")
        dialog.fileSelected.connect(self._export)
        dialog.open()

    def _on_import(self) -> None:
        dialog = self._dialog(self.tr("Import bookmarks"))
        dialog.setFileMode(dialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._import)
        dialog.open()

    def _dialog(self, title: str) -> "QFileDialog":
        # Seldom needed.
        from livermets_desktop.ui.file_dialog import file_dialog  # noqa: PLC0415

        return file_dialog(self._window, title, self.tr("Bookmarks (*.json)"), self._window)

    def _export(self, file: str) -> None:
        try:
            self._marks.export_to(Path(file))
        except LiverMetsError as error:
            self._tell(told(error))
        else:
            self._tell(self.tr("Your bookmarks are written to {0}.").format(file))

    def _import(self, file: str) -> None:
        before = self._marks.notice
        try:
            done = self._marks.import_from(Path(file))
        except LiverMetsError as error:
            self._tell(told(error))
            return
        words = self.tr("Bookmarks added: {0}. There already: {1}.").format(done.added, done.known)
        if done.left_out:
            left = self.tr("Left out, as unreadable or too many: {0}.").format(done.left_out)
            words = f"{words} {left}"
        if self._marks.notice == before:  # they are saved
            self._tell(words)
