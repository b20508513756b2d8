"""The questions that a reader chooses to ask: shown, printed, put into the hand-out."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject, QSizeF

from livermets_desktop.admin import Admin
from livermets_desktop.model.article import LibraryInfo, QuestionStage
from livermets_desktop.model.bookmark import clean_name
from livermets_desktop.model.handout import LONGEST_QUESTION
from livermets_desktop.ui.look_controller import LookController
from livermets_desktop.ui.main_window import MainWindow
from livermets_desktop.ui.paper import Paper
from livermets_desktop.ui.paper_desk import PaperDesk
from livermets_desktop.ui.print_dialog import PrintDialog, Wish
from livermets_desktop.ui.question_text import question_list
from livermets_desktop.ui.questions_dialog import QuestionsDialog

_MOST_OWN = 30

# Adds questions to the hand-out, and says what came of it.
AddQuestions = Callable[[Sequence[str]], str]


class QuestionsController(QObject):
    """Keep what is ticked while the window is open: nothing of it is written to the disk."""

    def __init__(
        self,
        window: MainWindow,
        stages: Sequence[QuestionStage],
        desk: PaperDesk,
        look: LookController,
        info: LibraryInfo,
        admin: Admin,
    ) -> None:
        super().__init__(window)
        self._window, self._stages, self._desk, self._look = window, stages, desk, look
        self._info, self._admin = info, admin
        self._own: tuple[str, ...] = ()
        self._chosen: tuple[str, ...] = ()
        self.add_to_handout: AddQuestions = lambda _: ""
        window.actions_["clear"].triggered.connect(self.forget)

    def show(self) -> QuestionsDialog:
        """Show the questions as they were ticked before."""
        dialog = QuestionsDialog(self._stages, self._look, self._window)
        dialog.show_questions(self._own, self._chosen)
        dialog.chosen_changed.connect(self._on_chosen)
        dialog.own_added.connect(lambda words: self._add_own(dialog, words))
        dialog.print_requested.connect(self.print)
        dialog.handout_requested.connect(lambda: dialog.tell(self.add_to_handout(self._chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def print(self) -> PrintDialog:
        """Show the page with the chosen questions."""
        return self._desk.show(self.tr("My questions"), {"all": ""}, self.paper)

    def paper(self, wish: Wish, size: QSizeF) -> Paper:
        """Lay the chosen questions out on paper of a size in millimetres."""
        text = question_list(list(self._by_stage()), self._info, self._admin)
        return self._desk.paper(text, wish, size)

    def forget(self) -> None:
        """Forget what was ticked and written."""
        self._own = self._chosen = ()

    # -- inside ------------------------------------------------------------------------------

    def _by_stage(self) -> Iterator[tuple[str, Sequence[str]]]:
        own = QuestionStage("", self.tr("Your own questions"), self._own)
        for stage in (own, *self._stages):
            chosen = [one for one in stage.questions if one in self._chosen]
            if chosen:
                yield stage.title, chosen

    def _on_chosen(self, questions: tuple[str, ...]) -> None:
        self._chosen = questions

    def _add_own(self, dialog: QuestionsDialog, words: str) -> None:
        question = clean_name(words, LONGEST_QUESTION)
        known = {one for stage in self._stages for one in stage.questions}
        if not question:
            dialog.take_own()
            return
        if question not in known and question not in self._own:
            if len(self._own) >= _MOST_OWN:
                dialog.tell(
                    self.tr("There is room for {0} questions of your own.").format(_MOST_OWN)
                )
                return
            self._own = (*self._own, question)
        self._chosen = (*(one for one in self._chosen if one != question), question)
        dialog.take_own()
        dialog.show_questions(self._own, self._chosen)
