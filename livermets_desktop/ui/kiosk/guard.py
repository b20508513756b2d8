"""What is taken away from every widget of a public screen: keys that lead out, drops, menus."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

_REFUSED = frozenset(
    (
        QEvent.Type.ContextMenu,
        QEvent.Type.DragEnter,
        QEvent.Type.DragMove,
        QEvent.Type.Drop,
        QEvent.Type.ToolTip,
        QEvent.Type.WhatsThis,
    )
)
_KEYS_PRESSED = frozenset((QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride))
# Keys that type and move; every other key and every combination but with Shift is ignored.
_KEYS = frozenset(
    (
        Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space,
        Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up,
        Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
    )
)  # fmt: skip


class Guard(QObject):
    """Refuse these events wherever they fall."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        program = QApplication.instance()
        if program is not None:
            program.installEventFilter(self)

    def stop(self) -> None:
        """Refuse nothing any more."""
        program = QApplication.instance()
        if program is not None:
            program.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let through what is harmless."""
        kind = event.type()
        if kind in _REFUSED:
            event.ignore()
            return True
        if kind not in _KEYS_PRESSED or not isinstance(event, QKeyEvent) or is_harmless(event):
            return False
        # The card of a term can be closed by it.
        return event.key() != Qt.Key.Key_Escape or QApplication.activePopupWidget() is None


def is_harmless(event: QKeyEvent) -> bool:
    """Tell whether a key only types or moves."""
    modifiers = event.modifiers() & ~(
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    )
    if modifiers != Qt.KeyboardModifier.NoModifier:
        return False
    return event.key() in _KEYS or (len(event.text()) == 1 and event.text().isprintable())
