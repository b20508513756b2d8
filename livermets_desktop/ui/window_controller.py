"""What the actions do, and what follows when a page was opened."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from livermets_desktop.model.article import Article
from livermets_desktop.model.level import Level
from livermets_desktop.model.location import Location
from livermets_desktop.settings import THEMES, SettingsFile
from livermets_desktop.ui.look_controller import LookController
from livermets_desktop.ui.main_window import MainWindow
from livermets_desktop.ui.reading_controller import ReadableLibrary, ReadingController
from livermets_desktop.ui.search_controller import SearchController

if TYPE_CHECKING:
    from collections.abc import Callable

_ABOUT_LIBRARY = "about-this-library"


class WindowController(QObject):
    """Join actions, controllers and panels of the window."""

    def __init__(
        self,
        window: MainWindow,
        library: ReadableLibrary,
        reading: ReadingController,
        search: SearchController,
        look: LookController,
        settings: SettingsFile,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._reading = reading
        self._search = search
        self._look = look
        self._settings = settings
        self._connect_actions()
        self._connect_panels()
        window.restore(settings.current)
        window.actions_[f"theme_{settings.current.theme}"].setChecked(True)
        look.add(window.set_look)
        look.look_changed.connect(self._show_state)

    def tell(self, sentence: str) -> None:
        """Show the reader a sentence; "" shows nothing."""
        if sentence:
            self._window.notice.tell(sentence)

    def _connect_actions(self) -> None:
        window, reading, look = self._window, self._reading, self._look
        article = window.article
        does: dict[str, Callable[[], object]] = {
            "quit": window.close,
            "copy": article.view.copy,
            "search": self._on_search,
            "find": self._on_find,
            "next_hit": lambda: article.step_hit(1),
            "previous_hit": lambda: article.step_hit(-1),
            "bigger": lambda: look.step_size(1),
            "smaller": lambda: look.step_size(-1),
            "normal_size": lambda: look.set_size(100),
            "level_plain": lambda: reading.set_level(Level.PLAIN),
            "level_clinician": lambda: reading.set_level(Level.CLINICIAN),
            "switch_level": lambda: reading.set_level(reading.shown_level.other),
            "side_by_side": reading.show_side_by_side,
            "next_pane": lambda: window.step_pane(1),
            "previous_pane": lambda: window.step_pane(-1),
            "back": reading.go_back,
            "forward": reading.go_forward,
            "home": reading.go_home,
            "parent": self._on_parent,
            "next_topic": lambda: reading.go_beside(1),
            "previous_topic": lambda: reading.go_beside(-1),
            "urgent": self._on_urgent,
            "help": self._on_help,
            "keys": self._on_keys,
            "about": self._on_about,
            "about_library": lambda: reading.open_topic(_ABOUT_LIBRARY),
        }
        for theme in THEMES:
            does[f"theme_{theme}"] = partial(look.set_theme, theme)
        for name, work in does.items():
            window.actions_[name].triggered.connect(lambda _=False, work=work: work())
        window.actions_["full_screen"].toggled.connect(self._on_full_screen)

    def _connect_panels(self) -> None:
        window, reading, search = self._window, self._reading, self._search
        window.navigation.topic_view.topic_chosen.connect(reading.open_topic)
        if glossary := self._library.info.glossary:
            window.navigation.offer_glossary()
            window.navigation.glossary_requested.connect(partial(reading.open_topic, glossary))
        window.home.topic_chosen.connect(reading.open_topic)
        window.home.group_chosen.connect(self._on_group)
        window.home.urgent_chosen.connect(self._on_urgent)
        window.tool_bar.level.level_chosen.connect(reading.set_level)
        window.tool_bar.level.side_by_side_chosen.connect(reading.show_side_by_side)
        window.article.size_step.connect(self._look.step_size)
        window.article.search_requested.connect(self._on_escape)
        window.geometry_kept.connect(lambda kept: self._settings.update(**kept))
        reading.page_opened.connect(self._on_page_opened)
        reading.failed.connect(self.tell)
        reading.forgotten.connect(self._show_state)
        search.opened.connect(window.article.mark_words)
        search.closed.connect(window.show_page)
        search.noticed.connect(self.tell)

    # -- actions -----------------------------------------------------------------------------

    def _on_search(self) -> None:
        self._window.show_navigation()
        self._window.navigation.focus_search()

    def _on_find(self) -> None:
        """Find on the page of the article; the start page has nothing to be found."""
        if self._reading.article is not None:
            self._window.show_page()
            self._window.article.start_finding()

    def _on_escape(self) -> None:
        """Go from the page back to the results; without results let go of the marks."""
        self._window.article.clear_marks()
        if self._window.navigation.shows_results:
            self._window.show_navigation()
            if not self._window.navigation.focus_results():
                self._window.navigation.focus_search()

    def _on_group(self, group: str) -> None:
        self._window.actions_["topics"].setChecked(True)
        self._window.show_navigation()
        self._window.navigation.open_group(group)

    def _on_parent(self) -> None:
        """Go to the group of the topic in the tree."""
        path = self._reading.path
        if len(path) > 1:
            self._on_group(path[-2].id)

    def _on_urgent(self) -> None:
        if self._library.info.urgent:
            self._reading.open(Location(self._library.info.urgent))

    def _on_help(self) -> None:
        """Open the first page of help; a library without one has the sheet of keys."""
        pages = [one for one in self._library.articles() if one.parent == self._library.info.help]
        if pages:
            self._reading.open_topic(pages[0].id)
        else:
            self._on_keys()

    # Dialogs are loaded when they are asked for: the start does not wait for them.

    def _on_keys(self) -> None:
        from livermets_desktop.ui.keys_dialog import KeysDialog  # noqa: PLC0415

        KeysDialog(self._window.actions_, self._window).exec()

    def _on_about(self) -> None:
        from livermets_desktop.ui.about_dialog import AboutDialog  # noqa: PLC0415

        AboutDialog(self._library.info, self._look.icons, self._window).exec()

    def _on_full_screen(self, wanted: bool) -> None:
        if wanted != self._window.isFullScreen():
            if wanted:
                self._window.showFullScreen()
            else:
                self._window.showNormal()

    # -- pages -------------------------------------------------------------------------------

    def _on_page_opened(self, article: Article | None) -> None:
        window = self._window
        if article is None:
            window.home.show_recent(self._reading.recent)
            window.show_home()
        else:
            window.show_article()
        window.notice.let_go()
        window.show_page()
        self._show_state()

    def _show_state(self) -> None:
        """Let title, tree, breadcrumb, level switch and actions tell where the reader is."""
        window, reading = self._window, self._reading
        article, path = reading.article, reading.path
        window.navigation.show_place(path)
        title = article.title if article else self.tr("Home")
        window.tool_bar.show_place(path[-2].title if len(path) > 1 else "", title)
        program = self.tr("LiverMets Desktop")
        window.setWindowTitle(f"{article.title} – {program}" if article else program)
        levels = article.levels if article else (Level.PLAIN, Level.CLINICIAN)
        level = reading.shown_level
        both = reading.shows_both
        window.tool_bar.level.show_level(level, levels, both=both)
        actions = window.actions_
        for name in Level:
            actions[f"level_{name.value}"].setEnabled(name in levels)
        actions["side_by_side" if both else f"level_{level.value}"].setChecked(True)
        actions["side_by_side"].setEnabled(len(levels) > 1)
        actions["switch_level"].setEnabled(len(levels) > 1)
        actions["back"].setEnabled(reading.can_go_back)
        actions["forward"].setEnabled(reading.can_go_forward)
        for action in ("find", "print", "copy_cited", "add_to_handout", "read_aloud"):
            actions[action].setEnabled(article is not None)
        actions["parent"].setEnabled(len(path) > 1)
        actions["urgent"].setEnabled(bool(self._library.info.urgent))
        actions["bigger"].setEnabled(self._look.text_size < 300)
        actions["smaller"].setEnabled(self._look.text_size > 100)
