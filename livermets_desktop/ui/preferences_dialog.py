"""The preferences in one dialog, applied as they are chosen."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from livermets_desktop.settings import SettingsFile
from livermets_desktop.ui.actions import Actions
from livermets_desktop.ui.close_button import close_button
from livermets_desktop.ui.look_controller import LookController
from livermets_desktop.ui.tick_box import TickBox


class PreferencesDialog(QDialog):
    """Offer what can be chosen; what the administrator fixed says so.

    `level_chosen` carries the id of an action: one of the levels, or both side by side.
    """

    level_chosen = Signal(str)
    reset_requested = Signal()
    clear_requested = Signal()

    def __init__(
        self, actions: Actions, settings: SettingsFile, look: LookController, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("preferencesDialog")
        self.setWindowTitle(self.tr("Preferences"))
        self._actions, self._settings, self._look = actions, settings, look
        self._levels: dict[str, QAbstractButton] = {}
        self._size, self._kept = QLabel(), _words("")
        self._column = QVBoxLayout()
        self._add_levels()
        self._add_size()
        self._add_themes()
        self._add_panels()
        self._add_kept()
        self._lay_out()
        look.look_changed.connect(self.show_values)
        self.show_values()

    def show_kept(self, words: str) -> None:
        """Say what is kept on this PC."""
        self._kept.setText(words)
        self.show_values()

    def show_values(self) -> None:
        """Show the values as they are now, in a size that the words fit in."""
        for box in self.findChildren(TickBox):
            box.set_tick(self._look.icons.pixmap("check", "on_accent", 14))
        current = self._settings.current
        self._size.setText(self.tr("{0} %").format(current.text_size))
        chosen = "side_by_side" if current.side_by_side else f"level_{current.level.value}"
        self._levels[chosen].setChecked(True)
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Return the size of all that is offered, as far as the screen has room for it."""
        wanted = self._content.sizeHint() + QSize(40, self._below.sizeHint().height() + 24)
        return wanted.boundedTo(self.screen().availableSize() * 0.9)

    # -- what is offered ---------------------------------------------------------------------

    def _add_levels(self) -> None:
        self._add_title(self.tr("Reading level"), "level")
        group = QButtonGroup(self)
        for name, words in (
            ("level_plain", self.tr("Plain words")),
            ("level_clinician", self.tr("For clinicians")),
            ("side_by_side", self.tr("Both side by side")),
        ):
            button = self._add_button(QRadioButton(words), partial(self.level_chosen.emit, name))
            button.setEnabled("level" not in self._settings.fixed)
            group.addButton(button)
            self._levels[name] = button

    def _add_size(self) -> None:
        self._add_title(self.tr("Text size"), "text_size")
        row = QHBoxLayout()
        row.setSpacing(8)
        self._size.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for name, words in (("smaller", self.tr("Smaller")), ("bigger", self.tr("Bigger"))):
            action = self._actions[name]
            button = _outlined(words)
            button.setAccessibleName(self.tr("{0} text").format(words))
            button.setEnabled(action.isEnabled())
            button.clicked.connect(action.trigger)
            action.enabledChanged.connect(button.setEnabled)
            row.addWidget(button)
        row.insertWidget(1, self._size)
        row.addStretch()
        self._column.addLayout(row)

    def _add_themes(self) -> None:
        self._add_title(self.tr("Colours"), "theme")
        group = QButtonGroup(self)
        for name, words in (
            ("theme_system", self.tr("As the system")),
            ("theme_light", self.tr("Light")),
            ("theme_dark", self.tr("Dark")),
            ("theme_contrast", self.tr("High contrast")),
        ):
            group.addButton(self._mirror(name, QRadioButton(words)))

    def _add_panels(self) -> None:
        self._add_title(self.tr("Beside the text"))
        self._mirror("topics", TickBox(self.tr("Topics")))
        self._mirror("outline", TickBox(self.tr("On this page")))

    def _add_kept(self) -> None:
        self._add_title(self.tr("What you did"))
        self._column.addWidget(self._kept)
        clear = _outlined(self.tr("Clear what I did"))
        clear.clicked.connect(self.clear_requested)
        self._column.addWidget(clear, 0, Qt.AlignmentFlag.AlignLeft)

    # -- building ----------------------------------------------------------------------------

    def _add_title(self, words: str, preference: str = "") -> None:
        title = _words(words)
        title.setObjectName("columnTitle")
        if self._column.count():
            self._column.addSpacing(12)
        self._column.addWidget(title)
        if preference in self._settings.fixed:
            self._column.addWidget(_words(self.tr("Set by your hospital")))

    def _mirror(self, name: str, button: QAbstractButton) -> QAbstractButton:
        """Let a button show and trigger an action that is on or off."""
        action = self._actions[name]
        button.setChecked(action.isChecked())
        button.setEnabled(action.isEnabled())
        action.toggled.connect(button.setChecked)
        return self._add_button(button, action.trigger)

    def _add_button(self, button: QAbstractButton, work: Callable[[], object]) -> QAbstractButton:
        button.clicked.connect(lambda _=False: work())
        self._column.addWidget(button)
        return button

    def _lay_out(self) -> None:
        self._content = QWidget()
        self._content.setLayout(self._column)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.addStretch()
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setAccessibleName(self.tr("Preferences"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._content)
        reset = _outlined(self.tr("Reset to defaults"))
        reset.clicked.connect(self.reset_requested)
        self._below = QWidget()
        row = QHBoxLayout(self._below)
        row.setContentsMargins(16, 0, 16, 4)
        row.addWidget(reset)
        row.addStretch()
        row.addWidget(close_button(self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.addWidget(area, 1)
        layout.addWidget(self._below)


def _words(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _outlined(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("kind", "outlined")
    button.setAutoDefault(False)
    return button
