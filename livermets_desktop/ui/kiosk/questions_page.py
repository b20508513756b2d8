"""Questions to ask, to tick with a finger and to print."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from livermets_desktop.model.article import QuestionStage
from livermets_desktop.ui.icons import Icons
from livermets_desktop.ui.kiosk.tiles import words_label
from livermets_desktop.ui.kiosk.touch import TouchButton, chosen, column_area
from livermets_desktop.ui.look_controller import dress
from livermets_desktop.ui.theme import Theme
from livermets_desktop.ui.tick_box import WrappedTickBox

_WIDTH = 1000  # of the column at 100 %


class QuestionsPage(QWidget):
    """Offer all questions stage by stage; `print_requested` means those that are ticked."""

    print_requested = Signal()

    def __init__(self, stages: Sequence[QuestionStage], *, prints: bool) -> None:
        super().__init__()
        self.setObjectName("questionsPage")
        self._stages = stages
        self.boxes: dict[str, WrappedTickBox] = {}
        self._count = words_label("kioskNote")
        self.print = TouchButton(self.tr("Print my questions"), "print", kind="primary")
        self.clear = TouchButton(self.tr("Untick all"), "close")
        content = QWidget()
        content.setObjectName("tiles")
        self._column = QVBoxLayout(content)
        self._column.setSpacing(8)
        self._fill(prints=prints)
        self._area = column_area(content, "tilesArea")
        self._prints = prints
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._area, 1)
        layout.addWidget(self._bar())
        chosen(self.print, self.print_requested.emit)
        chosen(self.clear, self.forget)
        self._show_count()

    def chosen(self) -> Iterator[tuple[str, Sequence[str]]]:
        """Go through what is ticked: the title of a stage and its questions."""
        for stage in self._stages:
            ticked = [one for one in stage.questions if self.boxes[one].isChecked()]
            if ticked:
                yield stage.title, ticked

    def forget(self) -> None:
        """Untick all."""
        for box in self.boxes.values():
            box.setChecked(False)
        self._area.verticalScrollBar().setValue(0)

    def grow(self, style: str, theme: Theme, icons: Icons) -> None:
        """Use a style sheet of its own, "" for that of the window."""
        dress(self, style)
        self.set_look(theme, icons)

    def set_look(self, theme: Theme, icons: Icons) -> None:
        """Use these colours and sizes from now on."""
        for button in (self.print, self.clear):
            button.set_look(icons)
        for box in self.boxes.values():
            box.set_tick(icons.pixmap("check", "on_accent", 22))
        side = max(theme.box(48), (self.width() - theme.box(_WIDTH)) // 2)
        self._column.setContentsMargins(side, theme.box(28), side, theme.box(28))

    def _fill(self, *, prints: bool) -> None:
        self._column.addWidget(words_label("kioskQuestion", self.tr("Questions to ask")))
        words = (
            self.tr("Touch the questions that you want to ask, then print them.")
            if prints
            else self.tr("Touch the questions that you want to remember.")
        )
        self._column.addWidget(words_label("kioskNote", words))
        for stage in self._stages:
            self._column.addSpacing(20)
            self._column.addWidget(words_label("tileTitle", stage.title))
            for question in stage.questions:
                box = WrappedTickBox(question)
                box.setAccessibleName(question)
                box.toggled.connect(self._show_count)
                self.boxes[question] = box
                self._column.addWidget(box)
        self._column.addStretch(1)

    def _bar(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("kioskBottom")
        row = QHBoxLayout(bar)
        row.setContentsMargins(48, 16, 48, 16)
        row.setSpacing(16)
        row.addWidget(self._count, 1)
        row.addWidget(self.clear)
        row.addWidget(self.print)
        self.print.setVisible(self._prints)
        return bar

    def _show_count(self) -> None:
        count = sum(box.isChecked() for box in self.boxes.values())
        self._count.setText(self.tr("%Ln question(s) chosen", "", count))
        self.clear.setEnabled(count > 0)
        self.print.setEnabled(count > 0)
