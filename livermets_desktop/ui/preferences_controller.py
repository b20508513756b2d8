"""What happens when a reader opens the preferences, or clears what was done."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication

from livermets_desktop.admin import Admin
from livermets_desktop.model.level import Level
from livermets_desktop.reader_files import ReaderFiles
from livermets_desktop.ui.look_controller import LookController
from livermets_desktop.ui.main_window import MainWindow
from livermets_desktop.ui.reading_controller import ReadingController
from livermets_desktop.ui.search_controller import SearchController

if TYPE_CHECKING:
    from livermets_desktop.ui.preferences_dialog import PreferencesDialog

_LEVELS = {"level_plain": Level.PLAIN, "level_clinician": Level.CLINICIAN}
# What an administrator can fix, and the actions that would change it.
_CHANGES = {
    "level": ("level_plain", "level_clinician", "switch_level", "side_by_side"),
    "text_size": ("bigger", "smaller", "normal_size"),
    "theme": ("theme_system", "theme_light", "theme_dark", "theme_contrast"),
}


class PreferencesController(QObject):
    """Let the preferences be chosen in a dialog, and forget what a reader did."""

    def __init__(
        self,
        window: MainWindow,
        reading: ReadingController,
        search: SearchController,
        look: LookController,
        files: ReaderFiles,
    ) -> None:
        super().__init__(window)
        self._window, self._reading, self._search = window, reading, search
        self._look, self._files = look, files
        self._ours: set[QClipboard.Mode] = set()
        QGuiApplication.clipboard().changed.connect(self._on_copied)
        window.actions_["preferences"].triggered.connect(self._on_preferences)
        window.actions_["clear"].triggered.connect(self.clear)
        self._lock()

    def dialog(self) -> "PreferencesDialog":
        """Make the dialog, ready to be shown."""
        # Loaded when it is asked for: the start does not wait for it.
        from livermets_desktop.ui.preferences_dialog import PreferencesDialog  # noqa: PLC0415

        actions, settings = self._window.actions_, self._files.settings
        dialog = PreferencesDialog(actions, settings, self._look, self._window)
        dialog.show_kept(self._what_is_kept(self._files.admin))
        dialog.level_chosen.connect(self._on_level_chosen)
        dialog.reset_requested.connect(self._on_reset)
        dialog.clear_requested.connect(self._window.actions_["clear"].trigger)
        return dialog

    def clear(self) -> None:
        """Forget what the reader did: on the screen, in memory, on the disk, in the clipboard."""
        self._search.forget()
        self._window.article.forget()
        self._reading.forget()
        self._reading.go_home()
        for mode in tuple(self._ours):
            QGuiApplication.clipboard().clear(mode)
        self._ours.clear()
        self._window.notice.tell(
            self.tr(
                "Cleared: pages read, searches, the hand-out, questions, marks in the text and what"
                " was copied. Bookmarks, kept hand-outs and preferences are still there."
            )
        )

    def _on_copied(self, mode: QClipboard.Mode) -> None:
        """Remember whether it was here that something was copied: not every system can tell."""
        if self._window.isActiveWindow():
            self._ours.add(mode)
        else:
            self._ours.discard(mode)

    def _on_preferences(self) -> None:
        dialog = self.dialog()
        dialog.exec()
        dialog.deleteLater()

    def _on_level_chosen(self, name: str) -> None:
        if name in _LEVELS:
            self._reading.set_level(_LEVELS[name])
        else:
            self._reading.show_side_by_side()

    def _on_reset(self) -> None:
        usual = self._files.settings.usual
        self._reading.set_level(usual.level)
        self._files.settings.reset()
        self._window.actions_["topics"].setChecked(usual.topics_shown)
        self._window.actions_["outline"].setChecked(usual.outline_shown)
        self._window.actions_[f"theme_{usual.theme}"].setChecked(True)
        self._look.apply()

    def _what_is_kept(self, admin: Admin) -> str:
        kept = [self.tr("preferences")]
        kept += [self.tr("bookmarks")] if admin.keep_bookmarks else []
        kept += [self.tr("the topics read last")] if admin.keep_history else []
        kept += [self.tr("the last searches")] if admin.keep_recent_queries else []
        return self.tr("Kept on this PC: {0}.").format(", ".join(kept))

    def _lock(self) -> None:
        """Take away the actions of what the administrator fixed."""
        reason = self.tr("Set by your hospital")
        for name in self._files.settings.fixed:
            for action in (self._window.actions_[one] for one in _CHANGES[name]):
                action.setEnabled(False)
                action.setToolTip(reason)
                action.enabledChanged.connect(lambda _, one=action: one.setEnabled(False))
        if "level" in self._files.settings.fixed:
            self._window.tool_bar.level.lock(reason)
