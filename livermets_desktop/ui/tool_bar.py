"""The bar above the page: where you are, reading level, text size, help."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from livermets_desktop.ui.actions import Actions
from livermets_desktop.ui.icons import Icons
from livermets_desktop.ui.level_bar import LevelBar
from livermets_desktop.ui.place_view import PlaceView
from livermets_desktop.ui.theme import Theme

_CAN_BE_DISABLED = ("back", "forward", "print", "smaller", "bigger")
_ROOM_FOR_WORDS = 984  # pixels at 100 % text that the bar needs to name every level
# What goes under "More" when there is little room.
_MORE = (
    "bookmark",
    "print",
    "bigger",
    "smaller",
    "normal_size",
    "parent",
    "next_topic",
    "previous_topic",
)


class ToolBar(QWidget):
    """Show the actions that readers need most; buttons trigger the actions of the one list."""

    topics_requested = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.level = LevelBar()
        self._icons_of: list[tuple[QPushButton, str, str]] = []
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        self._scale = 1.0
        self._icons: Icons | None = None
        self._place, self._second_box = PlaceView(), QWidget()
        self._topics = self._topics_button()
        self._back = self._button(actions["back"], "back", self.tr("Back"))
        self._forward = self._button(actions["forward"], "forward", self.tr("Forward"))
        self._home = self._button(actions["home"], "home", self.tr("Home"))
        self._smaller = self._button(actions["smaller"], "smaller", self.tr("Smaller text"))
        self._bigger = self._button(actions["bigger"], "bigger", self.tr("Bigger text"))
        self._place.group_chosen.connect(actions["parent"].trigger)
        self._bookmark = self._bookmark_button(actions["bookmark"])
        self._print = self._button(actions["print"], "print", self.tr("Print"))
        self._more = self._more_button(actions)
        self._urgent = self._urgent_button(actions["urgent"])
        self.outline_button = QPushButton()
        self.outline_button.setAccessibleName(self.tr("On this page"))
        self.outline_button.setToolTip(self.tr("On this page"))
        self.outline_button.setObjectName("outlineButton")
        self.outline_button.setProperty("kind", "outlined")
        self._icons_of.append((self.outline_button, "open", "ink"))
        self._lay_out()

    def set_look(self, theme: Theme, icons: Icons) -> None:
        """Use these colours and sizes from now on."""
        for button, name, token in self._icons_of:
            draw = icons.two_state_icon if name in _CAN_BE_DISABLED else icons.icon
            button.setIcon(draw(name, token))
            button.setIconSize(icons.size())
        self._icons = icons
        self._show_bookmark(marked=self._bookmark.isChecked())
        self._place.set_look(theme, icons)
        self.level.set_look(theme, icons)
        self._scale = theme.scale
        self._fit_level()

    def show_place(self, group: str, title: str) -> None:
        """Show where the reader is; without a group only the title."""
        self._place.show_place(group, title)

    def show_room(self, *, compact: bool, close: bool, tiny: bool, outline: bool) -> None:
        """Fit the bar to the room there is; with little of it the outline is a button."""
        below = close or compact
        self._topics.setText("" if tiny else " " + self._topics.accessibleName())
        self.outline_button.setText("" if tiny else " " + self.outline_button.accessibleName())
        self._urgent.setText(" " + (self.tr("Help now") if tiny else self.tr("Get help now")))
        self._topics.setVisible(compact)
        self._more.setVisible(compact)
        for button in (self._smaller, self._bigger, self._bookmark, self._print, self._forward):
            button.setVisible(not compact)
        self.outline_button.setVisible(outline and close)
        row, other = (self._second, self._first) if below else (self._first, self._second)
        if row.indexOf(self.level) < 0:
            other.removeWidget(self.level)
            row.insertWidget(0 if below else self._level_place, self.level)
        self._second_box.setVisible(below)
        self._fit_level()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the level switch to the new width."""
        super().resizeEvent(event)
        self._fit_level()

    def _fit_level(self) -> None:
        on_top = self._first.indexOf(self.level) >= 0
        self.level.show_room(wide=on_top and self.width() / self._scale >= _ROOM_FOR_WORDS)

    def _lay_out(self) -> None:
        self._first.setSpacing(4)
        for widget in (self._topics, self._back, self._forward, self._home):
            self._first.addWidget(widget)
        self._first.addWidget(self._place, 1)
        self._level_place = self._first.count()
        self._first.addWidget(self.level)
        self._first.addSpacing(8)
        for widget in (self._smaller, self._bigger, self._bookmark, self._print, self._more):
            self._first.addWidget(widget)
        self._first.addSpacing(8)
        self._first.addWidget(self._urgent)
        self._second_box.setLayout(self._second)
        self._second.setContentsMargins(0, 0, 0, 0)
        self._second.addStretch()
        self._second.addWidget(self.outline_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 16, 10)
        layout.addLayout(self._first)
        layout.addWidget(self._second_box)
        self._second_box.hide()

    def _button(self, action: QAction, icon: str, name: str) -> QPushButton:
        button = QPushButton()
        button.setObjectName(f"{action.objectName()}Button")
        keys = action.shortcut().toString()
        button.setAccessibleName(name)
        button.setToolTip(f"{name} ({keys})" if keys else name)
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        button.setEnabled(action.isEnabled())
        self._icons_of.append((button, icon, "ink"))
        return button

    def _bookmark_button(self, action: QAction) -> QPushButton:
        button = self._button(action, "bookmark", self.tr("Bookmark this page"))
        button.setCheckable(True)
        action.toggled.connect(lambda marked: self._show_bookmark(marked=marked))
        return button

    def _show_bookmark(self, *, marked: bool) -> None:
        """Fill the bookmark of a place that is marked."""
        button = self._bookmark
        button.setChecked(marked)
        words = self.tr("Remove the bookmark") if marked else self.tr("Bookmark this page")
        button.setToolTip(f"{words} (Ctrl+D)")
        if self._icons is not None:
            name, ink = ("bookmarked", "accent") if marked else ("bookmark", "ink")
            button.setIcon(self._icons.two_state_icon(name, ink))

    def _urgent_button(self, action: QAction) -> QPushButton:
        button = self._button(action, "urgent", self.tr("Get help now"))
        button.setProperty("kind", "urgent")
        self._icons_of[-1] = (button, "urgent", "on_urgent")
        return button

    def _topics_button(self) -> QPushButton:
        button = QPushButton()
        button.setAccessibleName(self.tr("Topics"))
        button.setToolTip(self.tr("Topics"))
        button.setObjectName("topicsButton")
        button.setProperty("kind", "outlined")
        button.clicked.connect(self.topics_requested)
        self._icons_of.append((button, "topics", "ink"))
        return button

    def _more_button(self, actions: Actions) -> QPushButton:
        button = QPushButton()
        button.setObjectName("moreButton")
        button.setProperty("kind", "outlined")
        button.setAccessibleName(self.tr("More"))
        button.setToolTip(self.tr("More"))
        menu = QMenu(button)
        menu.addActions([actions[name] for name in _MORE])
        button.setMenu(menu)
        self._icons_of.append((button, "dots", "ink"))
        return button
