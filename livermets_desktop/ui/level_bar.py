"""The switch between the two reading levels, and both side by side."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from livermets_desktop.model.level import Level
from livermets_desktop.ui.icons import Icons
from livermets_desktop.ui.theme import Theme

_PADDING = 16
_ICON = 16
_AFTER_ICON = 4


class LevelBar(QWidget):
    """Let the reader choose a level; one that an article lacks is disabled and says why."""

    level_chosen = Signal(Level)
    side_by_side_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("levelSwitch")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Reading level"))
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2, 2, 2, 2)
        self._row.setSpacing(0)
        self._buttons: dict[Level, QPushButton] = {}
        self._theme: Theme | None = None
        self._icons: Icons | None = None
        self._wide = True
        self._reason = ""
        for level, words in (
            (Level.PLAIN, self.tr("Plain")),
            (Level.CLINICIAN, self.tr("Clinician")),
        ):
            button = self._segment(level.value, words)
            button.clicked.connect(lambda _=False, level=level: self.level_chosen.emit(level))
            self._buttons[level] = button
        self._both_words = self.tr("Side by side")
        self._both = self._segment("both", self._both_words)
        self._both.clicked.connect(self.side_by_side_chosen)

    def set_look(self, theme: Theme, icons: Icons) -> None:
        """Use these colours and sizes from now on."""
        self._theme, self._icons = theme, icons
        self._show_words()

    def lock(self, reason: str) -> None:
        """Let nothing be chosen, and say why."""
        self._reason = reason
        for button in (*self._buttons.values(), self._both):
            self._enable(button, False, reason)

    def show_room(self, *, wide: bool) -> None:
        """With little room the third segment has its icon alone."""
        self._wide = wide
        self._show_words()

    def show_level(self, level: Level, levels: tuple[Level, ...], *, both: bool) -> None:
        """Show what is chosen, one level or both, and which levels there are."""
        for name, button in self._buttons.items():
            self._enable(button, name in levels, self.tr("This topic has no text at this level"))
        missing = self.tr("This topic has a text at one level only")
        self._enable(self._both, len(levels) > 1, missing)
        (self._both if both else self._buttons[level]).setChecked(True)
        self._show_words()

    def _segment(self, name: str, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.setCheckable(True)
        button.setAccessibleName(self.tr("Reading level: {0}").format(words))
        self._group.addButton(button)
        self._row.addWidget(button)
        return button

    def _enable(self, button: QPushButton, there: bool, missing: str) -> None:
        there, missing = there and not self._reason, self._reason or missing
        button.setEnabled(there)
        button.setToolTip("" if there else missing)
        button.setAccessibleDescription("" if there else missing)

    def _show_words(self) -> None:
        """Write the third segment; it has its icon where it is chosen, or no words."""
        if self._theme is None or self._icons is None:
            return
        chosen = self._both.isChecked()
        with_icon = chosen or not self._wide
        ink = "on_chosen" if chosen else "ink2"
        self._both.setIcon(self._icons.two_state_icon("columns", ink) if with_icon else QIcon())
        self._both.setIconSize(self._icons.size(_ICON))
        self._both.setText(f" {self._both_words}" if self._wide and chosen else self._both_words)
        if not self._wide:
            self._both.setText("")
            if self._both.isEnabled():
                self._both.setToolTip(self._both_words)
        self._keep_room(self._theme)

    def _keep_room(self, theme: Theme) -> None:
        """Give each segment the room of its bold words: chosen or not, it stays as wide."""
        font = self.font()
        font.setBold(True)
        metrics = QFontMetrics(font)
        for button in (*self._buttons.values(), self._both):
            width = metrics.horizontalAdvance(button.text()) + 2 * theme.gap(_PADDING) + 4
            if not button.icon().isNull():
                width += theme.box(_ICON) + _AFTER_ICON
            button.setMinimumWidth(width)
