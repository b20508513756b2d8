"""Questions to ask, stage by stage, to tick and to take along."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from livermets_desktop.model.article import QuestionStage
from livermets_desktop.model.handout import LONGEST_QUESTION
from livermets_desktop.ui.close_button import close_button
from livermets_desktop.ui.focus_ring import FocusRing
from livermets_desktop.ui.look_controller import LookController
from livermets_desktop.ui.outline_view import OutlineView
from livermets_desktop.ui.tick_box import WrappedTickBox
from livermets_desktop.ui.told_line import ToldLine

_OWN = "own"
_SIZE = (820, 640)
_OF_SCREEN = 0.9
_BESIDE_UP_TO = 1.5  # of the usual text size: beyond it there is no room for the list of stages


class QuestionsDialog(QDialog):
    """Offer the questions of a library, and room for those of the reader.

    `chosen_changed` carries what is ticked, `own_added` words that were typed.
    """

    chosen_changed = Signal(object)
    own_added = Signal(str)
    print_requested = Signal()
    handout_requested = Signal()

    def __init__(
        self, stages: Sequence[QuestionStage], look: LookController, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("questionsDialog")
        self.setWindowTitle(self.tr("Questions to ask"))
        self._look = look
        self._boxes: dict[str, WrappedTickBox] = {}
        self._titles: dict[str, QLabel] = {}
        self._columns: dict[str, QVBoxLayout] = {}
        self._count = QLabel()
        self._told = ToldLine()
        self._field = QLineEdit()
        self._area = QScrollArea()
        self._stages = OutlineView("stages", self.tr("Stages"))
        self._lay_out(stages)
        look.look_changed.connect(self._show_look)
        self._show_look()
        self._show_count()

    def take_own(self) -> None:
        """Empty the field: what stood in it is one of the questions now."""
        self._field.clear()

    def show_questions(self, own: Sequence[str], chosen: Sequence[str]) -> None:
        """Show the reader's own questions above the others, and tick those that are chosen."""
        for question in own:
            if question not in self._boxes:
                self._add_box(_OWN, question)
        for question, box in self._boxes.items():
            box.blockSignals(True)
            box.setChecked(question in chosen)
            box.blockSignals(False)
        self._titles[_OWN].setVisible(bool(own))
        entries = [(name, title.text()) for name, title in self._titles.items()]
        self._stages.show_entries([one for one in entries if one[0] != _OWN or own])
        self._show_look()
        self._show_count()

    def tell(self, sentence: str) -> None:
        """Say what came of a wish."""
        self._told.tell(sentence)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Return the ticked questions in their order."""
        return tuple(question for question, box in self._boxes.items() if box.isChecked())

    # -- inside ------------------------------------------------------------------------------

    def _lay_out(self, stages: Sequence[QuestionStage]) -> None:
        self._fill_area(stages)
        self._stages.entry_chosen.connect(self._go_to)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._stages, 1)
        row.addWidget(self._area, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 12)
        layout.setSpacing(12)
        layout.addWidget(self._intro())
        layout.addLayout(row, 1)
        layout.addLayout(self._own_row())
        layout.addWidget(self._told)
        layout.addLayout(self._below())
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter in the field adds a question
        theme, screen = self._look.theme, self.screen().availableSize() * _OF_SCREEN
        width, height = (theme.gap(one) for one in _SIZE)
        self.resize(min(width, screen.width()), min(height, screen.height()))

    def _fill_area(self, stages: Sequence[QuestionStage]) -> None:
        content = QWidget()
        content.setObjectName("questions")
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 4, 16, 16)
        column.setSpacing(2)
        self._add_stage(column, _OWN, self.tr("Your own questions"))
        for stage in stages:
            self._add_stage(column, stage.id, stage.title)
            for question in stage.questions:
                self._add_box(stage.id, question)
        column.addStretch()
        self._area.setObjectName("questionArea")
        self._area.setWidgetResizable(True)
        self._area.setWidget(content)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self.windowTitle())
        FocusRing(self._area)

    def _intro(self) -> QLabel:
        words = QLabel(
            self.tr("Tick what you want to ask. The page you print has room for the answers.")
        )
        words.setWordWrap(True)
        return words

    def _own_row(self) -> QHBoxLayout:
        self._field.setObjectName("findField")
        self._field.setMaxLength(LONGEST_QUESTION)
        self._field.setPlaceholderText(self.tr("Your own question"))
        self._field.setAccessibleName(self.tr("Your own question"))
        self._field.returnPressed.connect(self._on_own)
        self._field.textChanged.connect(self._show_count)
        add = self._button(self.tr("Add"), "outlined")
        add.clicked.connect(self._on_own)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._field, 1)
        row.addWidget(add)
        return row

    def _below(self) -> QHBoxLayout:
        self._print = self._button(self.tr("Print…"), "primary")
        self._print.clicked.connect(lambda: self._go_on(self.print_requested))
        self._handout = self._button(self.tr("Add to hand-out"), "outlined")
        self._handout.clicked.connect(lambda: self._go_on(self.handout_requested))
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self._print, self._handout):
            row.addWidget(button)
        row.addWidget(self._count)
        row.addStretch()
        row.addWidget(close_button(self))
        return row

    def _button(self, words: str, kind: str) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("kind", kind)
        return button

    def _add_stage(self, column: QVBoxLayout, name: str, title: str) -> None:
        label = QLabel(title)
        label.setObjectName("columnTitle")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setContentsMargins(6, 12, 0, 2)
        column.addWidget(label)
        self._titles[name] = label
        self._columns[name] = QVBoxLayout()
        column.addLayout(self._columns[name])

    def _add_box(self, stage: str, question: str) -> None:
        box = WrappedTickBox(question)
        box.setAccessibleName(question)
        box.toggled.connect(self._on_ticked)
        self._boxes[question] = box
        self._columns[stage].addWidget(box)

    def _go_to(self, stage: str) -> None:
        bar = self._area.verticalScrollBar()
        bar.setValue(self._titles[stage].y())

    def _on_own(self) -> None:
        words = self._field.text()
        self._area.verticalScrollBar().setValue(0)  # they stand first
        if words.strip():
            self.own_added.emit(words)  # the field is emptied when it is shown

    def _go_on(self, wish: SignalInstance) -> None:
        """Take along what was typed but not yet added, if there is room for it."""
        if self._field.text().strip():
            self._on_own()
        if not self._field.text().strip():
            wish.emit()

    def _on_ticked(self) -> None:
        self.tell("")
        self._show_count()
        self.chosen_changed.emit(self.chosen)

    def _show_count(self) -> None:
        count = len(self.chosen)
        self._count.setText(self.tr("%Ln question(s) chosen", "", count))
        for button in (self._print, self._handout):
            button.setEnabled(count > 0 or bool(self._field.text().strip()))

    def _show_look(self) -> None:
        look = self._look
        self._stages.set_look(look.theme)
        self._stages.setVisible(look.theme.scale < _BESIDE_UP_TO)
        for box in self._boxes.values():
            box.set_tick(look.icons.pixmap("check", "on_accent", 14))
