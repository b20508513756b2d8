"""What a hand-out holds, in the place of the topic tree: its parts, a line, how many pages."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QShowEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPushButton, QWidget

from livermets_desktop.model.handout import LONGEST_LINE
from livermets_desktop.ui.icons import Icons
from livermets_desktop.ui.page_list_model import PageRow
from livermets_desktop.ui.side_panel import SidePanel
from livermets_desktop.ui.theme import Theme

_LONGEST = 400  # of a name in the menu


class HandoutPanel(SidePanel):
    """Show the parts of a hand-out in their order; signals with numbers mean rows."""

    line_changed = Signal(str)
    section_wanted = Signal()
    page_wanted = Signal()
    questions_wanted = Signal()
    print_wanted = Signal()
    keep_wanted = Signal()
    handout_chosen = Signal(str)
    delete_wanted = Signal(str)
    shown = Signal()

    def __init__(self, *, keeps: bool, parent: QWidget | None = None) -> None:
        """Offer to keep hand-outs by name only where something is kept."""
        super().__init__("handout", self.tr("Hand-out"), editable=True, parent=parent)
        self.view.setEditTriggers(self.view.EditTrigger.NoEditTriggers)
        self._say_when_empty(
            self.tr(
                "Nothing chosen yet.\n\n"
                "Open a page and press Ctrl+Shift+A, or a button below: the section you read is"
                " added, and can be printed together with others."
            )
        )
        self._section = self._button("addSection", self.tr("Add section"))
        self._page = self._button("addPage", self.tr("Add whole page"))
        self._questions = self._button("addQuestions", self.tr("Questions…"))
        self._lists = self._button("keptHandouts", self.tr("Kept lists"))
        self._line = QLineEdit()
        self._count = QLabel()
        self._print = QPushButton(self.tr("Preview and print…"))
        self._menu = QMenu(self)
        self._longest = 0
        self._fill(keeps=keeps)
        self._connect()
        self.show_rows(())
        self.show_pages(0)

    def set_look(self, theme: Theme, icons: Icons) -> None:
        """Use these colours and sizes from now on."""
        super().set_look(theme, icons)
        self._longest = theme.gap(_LONGEST)

    def show_rows(self, rows: Sequence[PageRow]) -> None:
        """Show the parts, which can be printed if there are any."""
        super().show_rows(rows)
        self._print.setEnabled(bool(rows))

    def show_line(self, line: str) -> None:
        """Show the line that stands at the top of the hand-out."""
        if self._line.text() != line:
            self._line.setText(line)

    def show_pages(self, count: int) -> None:
        """Say on how many pages it will be printed."""
        self._count.setText(self.tr("%Ln page(s)", "", count) if count else "")
        self._count.setVisible(count > 0)

    def show_page_open(self, *, is_open: bool) -> None:
        """Let something be added only if there is a page to add from."""
        self._section.setEnabled(is_open)
        self._page.setEnabled(is_open)

    def show_kept(self, names: Sequence[str]) -> None:
        """Offer the hand-outs that are kept, to open and to delete."""
        self._menu.clear()
        keep = self._menu.addAction(self.tr("Keep this list as…"))
        keep.setEnabled(bool(self.view.rows))
        keep.triggered.connect(self.keep_wanted)
        if names:
            self._menu.addSeparator()
            below = QMenu(self.tr("Delete"), self._menu)
            for name in names:
                words = self._short(name).replace("&", "&&")
                opened = self._menu.addAction(words)
                opened.triggered.connect(lambda _=False, name=name: self.handout_chosen.emit(name))
                deleted = below.addAction(words)
                deleted.triggered.connect(lambda _=False, name=name: self.delete_wanted.emit(name))
            self._menu.addSeparator()
            self._menu.addMenu(below)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that it is seen, by whatever way it came back."""
        super().showEvent(event)
        self.shown.emit()

    # -- inside ------------------------------------------------------------------------------

    def _short(self, name: str) -> str:
        """Leave out the middle of a name that would make the menu wider than a screen."""
        metrics = QFontMetrics(self._menu.font())
        return metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, self._longest)

    def _fill(self, *, keeps: bool) -> None:
        lists = [self._lists] if keeps else []
        self._lists.setMenu(self._menu)
        adding = [self._section, self._page, self._questions, *lists]
        self._show_buttons([*adding, *self._row_buttons()])
        self._line.setObjectName("findField")
        self._line.setMaxLength(LONGEST_LINE)
        self._line.setPlaceholderText(self.tr("Line at the top, such as an appointment"))
        self._line.setAccessibleName(self.tr("Line at the top of the hand-out"))
        self._count.setObjectName("small")
        self._print.setProperty("kind", "primary")
        for widget in (self._line, self._count, self._print):
            self._foot.addWidget(widget)

    def _connect(self) -> None:
        self._section.clicked.connect(self.section_wanted)
        self._page.clicked.connect(self.page_wanted)
        self._questions.clicked.connect(self.questions_wanted)
        self._line.textEdited.connect(self.line_changed)
        self._print.clicked.connect(self.print_wanted)
