"""The switch between the two reading levels."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from livermets_desktop.model.level import Level


class LevelBar(QWidget):
    """Let the reader choose a level; one that an article lacks is disabled and says why."""

    level_chosen = Signal(Level)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("levelSwitch")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Reading level"))
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(0)
        self._buttons: dict[Level, QPushButton] = {}
        for level, words in (
            (Level.PLAIN, self.tr("Plain")),
            (Level.CLINICIAN, self.tr("Clinician")),
        ):
            button = QPushButton(words)
            button.setObjectName(level.value)
            button.setCheckable(True)
            button.setAccessibleName(self.tr("Reading level: {0}").format(words))
            button.clicked.connect(lambda _=False, level=level: self.level_chosen.emit(level))
            self._group.addButton(button)
            self._buttons[level] = button
            layout.addWidget(button)

    def show_level(self, level: Level, levels: tuple[Level, ...]) -> None:
        """Show the chosen level and which levels there are."""
        missing = self.tr("This topic has no text at this level")
        for name, button in self._buttons.items():
            there = name in levels
            button.setEnabled(there)
            button.setToolTip("" if there else missing)
            button.setAccessibleDescription("" if there else missing)
        self._buttons[level].setChecked(True)
