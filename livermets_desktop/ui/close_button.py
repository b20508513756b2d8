"""What dialogs that only show something have in common: content that scrolls, and one button."""

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QScrollArea, QVBoxLayout, QWidget

from livermets_desktop.ui.focus_ring import FocusRing

_AROUND = 80  # pixels for the edges, the frame and the scroll bar
_OF_SCREEN = 0.85


def close_button(dialog: QDialog) -> QDialogButtonBox:
    """Make the row with the button that closes a dialog."""
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    close = buttons.button(QDialogButtonBox.StandardButton.Close)
    close.setIcon(QIcon())
    close.setProperty("kind", "outlined")
    buttons.rejected.connect(dialog.reject)
    return buttons


def fill_dialog(dialog: QDialog, content: QWidget, width: int = 0) -> None:
    """Put content and button into a dialog; with large text on a small screen it scrolls."""
    area = QScrollArea()
    area.setObjectName("dialogContent")
    area.setAccessibleName(dialog.windowTitle())
    area.setWidgetResizable(True)
    area.setWidget(content)
    FocusRing(area)
    buttons = close_button(dialog)
    layout = QVBoxLayout(dialog)
    layout.addWidget(area)
    layout.addWidget(buttons)
    wanted = (width or content.sizeHint().width()) + _AROUND
    room = dialog.screen().availableSize() * _OF_SCREEN
    wide = min(wanted, room.width())
    high = content.heightForWidth(wide - _AROUND)
    if high < 0:  # the same at any width
        high = content.sizeHint().height()
    dialog.resize(wide, min(high + buttons.sizeHint().height() + _AROUND, room.height()))
