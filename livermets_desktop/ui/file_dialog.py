"""The dialog that asks for a file."""

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QFileDialog, QWidget


def file_dialog(parent: QWidget, title: str, kinds: str, area: QWidget) -> QFileDialog:
    """Make a dialog of our own look, with the room over an area that big text needs."""
    dialog = QFileDialog(parent, title, QDir.homePath(), kinds)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.finished.connect(dialog.deleteLater)
    dialog.resize(area.size() * 0.8)
    return dialog
