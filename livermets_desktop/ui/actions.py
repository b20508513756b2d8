"""Everything a reader can do, in one list: menus, tool bar, keys and help are made from it."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar


class ActionSpec(NamedTuple):
    """Describe one action; `group` joins checkable actions of which one is chosen."""

    id: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    group: str = ""
    checkable: bool = False
    separator: bool = False
    submenu: str = ""


MENUS = ("&File", "&Edit", "&View", "&Go", "&Bookmarks", "&Help")

ACTIONS = (
    ActionSpec("print", "&File", "&Print…", ("Ctrl+P",)),
    ActionSpec("add_to_handout", "&File", "&Add to Hand-out", ("Ctrl+Shift+A",), separator=True),
    ActionSpec("handout", "&File", "&Hand-out…", ("Ctrl+Shift+H",)),
    ActionSpec("questions", "&File", "Questions to As&k…", ("Ctrl+Shift+Q",)),
    ActionSpec("clear", "&File", "C&lear What I Did", separator=True),
    ActionSpec("quit", "&File", "&Quit", ("Ctrl+Q",), separator=True),
    ActionSpec("copy", "&Edit", "&Copy", ("Ctrl+C",)),
    ActionSpec("copy_cited", "&Edit", "Copy with C&itation", ("Ctrl+Shift+C",)),
    ActionSpec("search", "&Edit", "&Search All Topics", ("Ctrl+K", "Ctrl+L", "/"), separator=True),
    ActionSpec("find", "&Edit", "&Find on This Page", ("Ctrl+F",)),
    ActionSpec("next_hit", "&Edit", "Find &Next", ("F3",)),
    ActionSpec("previous_hit", "&Edit", "Find &Previous", ("Shift+F3",)),
    ActionSpec("preferences", "&Edit", "Pr&eferences…", ("Ctrl+,",), separator=True),
    ActionSpec("topics", "&View", "&Topic Tree", ("F9",), checkable=True),
    ActionSpec("outline", "&View", "&On This Page", ("Ctrl+M",), checkable=True),
    ActionSpec("figure", "&View", "Show Fi&gure Large", ("Ctrl+Shift+F",)),
    ActionSpec("read_aloud", "&View", "Read &Aloud", ("F7",)),
    ActionSpec("stop_reading", "&View", "Stop R&eading Aloud", ("Shift+F7",)),
    ActionSpec("bigger", "&View", "&Bigger Text", ("Ctrl++", "Ctrl+="), separator=True),
    ActionSpec("smaller", "&View", "&Smaller Text", ("Ctrl+-",)),
    ActionSpec("normal_size", "&View", "&Normal Text Size", ("Ctrl+0",)),
    ActionSpec("theme_system", "&View", "&Follow the System", group="theme", submenu="T&heme"),
    ActionSpec("theme_light", "&View", "&Light", group="theme", submenu="T&heme"),
    ActionSpec("theme_dark", "&View", "&Dark", group="theme", submenu="T&heme"),
    ActionSpec("theme_contrast", "&View", "&High Contrast", group="theme", submenu="T&heme"),
    ActionSpec("level_plain", "&View", "&Plain", group="level", submenu="&Reading Level"),
    ActionSpec("level_clinician", "&View", "&Clinician", group="level", submenu="&Reading Level"),
    ActionSpec(
        "side_by_side", "&View", "Side &by Side", ("Shift+F8",), "level", submenu="&Reading Level"
    ),
    ActionSpec("switch_level", "&View", "&Switch Reading Level", ("F8",), submenu="&Reading Level"),
    ActionSpec("next_pane", "&View", "Ne&xt Pane", ("F6",), separator=True),
    ActionSpec("previous_pane", "&View", "Pre&vious Pane", ("Shift+F6",)),
    ActionSpec("full_screen", "&View", "F&ull Screen", ("F11",), checkable=True),
    ActionSpec("back", "&Go", "&Back", ("Alt+Left",)),
    ActionSpec("forward", "&Go", "&Forward", ("Alt+Right",)),
    ActionSpec("home", "&Go", "&Home", ("Alt+Home",)),
    ActionSpec("parent", "&Go", "&Parent Topic", ("Alt+Up",), separator=True),
    ActionSpec("next_topic", "&Go", "&Next Topic", ("Alt+PgDown",)),
    ActionSpec("previous_topic", "&Go", "Pre&vious Topic", ("Alt+PgUp",)),
    ActionSpec("links", "&Go", "&Links on This Page", ("Ctrl+Shift+L",)),
    ActionSpec("urgent", "&Go", "&Get Help Now", separator=True),
    ActionSpec("history", "&Go", "H&istory", ("Ctrl+H",), separator=True),
    ActionSpec("bookmark", "&Bookmarks", "&Bookmark This Page", ("Ctrl+D",), checkable=True),
    ActionSpec("bookmarks", "&Bookmarks", "&Show All Bookmarks", ("Ctrl+B",)),
    ActionSpec("export_bookmarks", "&Bookmarks", "&Export…", separator=True),
    ActionSpec("import_bookmarks", "&Bookmarks", "&Import…"),
    ActionSpec("help", "&Help", "&Help", ("F1",)),
    ActionSpec("keys", "&Help", "&Keyboard Shortcuts", ("Shift+F1",)),
    ActionSpec("about_library", "&Help", "About This &Library"),
    ActionSpec("about", "&Help", "&About LiverMets Desktop"),
)


class Actions(QObject):
    """Hold one QAction for each entry of the list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: dict[str, QActionGroup] = {}
        self._actions = {spec.id: self._make(spec) for spec in ACTIONS}

    def __getitem__(self, name: str) -> QAction:
        """Return one action by its id."""
        return self._actions[name]

    def __iter__(self) -> Iterator[QAction]:
        """Go through all actions in the order of the list."""
        return iter(self._actions.values())

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(QCoreApplication.translate("Actions", spec.text), self)
        action.setObjectName(spec.id)
        action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
        action.setCheckable(spec.checkable or bool(spec.group))
        if spec.group:
            group = self._groups.setdefault(spec.group, QActionGroup(self))
            group.addAction(action)
        return action


def fill_menu_bar(bar: QMenuBar, actions: Actions) -> None:
    """Make the menus from the list."""
    menus = {name: bar.addMenu(QCoreApplication.translate("Actions", name)) for name in MENUS}
    for name, menu in menus.items():
        menu.setObjectName(name)
    below: dict[str, QMenu] = {}
    for spec in ACTIONS:
        menu = menus[spec.menu]
        if spec.separator:
            menu.addSeparator()
        if spec.submenu:
            if spec.submenu not in below:
                below[spec.submenu] = menu.addMenu(
                    QCoreApplication.translate("Actions", spec.submenu)
                )
            menu = below[spec.submenu]
        menu.addAction(actions[spec.id])


def menu_of(bar: QMenuBar, name: str) -> QMenu:
    """Return a menu by its name in `MENUS`."""
    return next(menu for menu in bar.findChildren(QMenu) if menu.objectName() == name)
