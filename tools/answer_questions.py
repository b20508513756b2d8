"""Put thirty readers' questions to the window, and tell how each was answered.

Usage: python -m tools.answer_questions [--output FILE] [--library FOLDER]

The questions stand in tests/e2e/questions.toml. The window is driven by key presses and needs no
display: without one it is drawn off the screen.
"""

import argparse
import os
import re
import sys
import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from livermets_desktop import paths
from livermets_desktop.app import Program, make_application
from livermets_desktop.library.reader import Library
from livermets_desktop.model.hit import Results
from livermets_desktop.model.level import Level
from livermets_desktop.reader_files import ReaderFiles
from livermets_desktop.ui.article_view import ArticleView
from tools.screenshots import settle

QUESTIONS = Path(__file__).resolve().parents[1] / "tests" / "e2e" / "questions.toml"
SIZE = (1280, 800)
FEW = 5  # hits that a reader looks at
_PATIENCE = 10_000  # milliseconds for one answer

ABOUT = f"""\
# Thirty questions, answered through the window

Made by `make questions`: each query is typed into the search field of a window of {SIZE[0]} by
{SIZE[1]} with text at 100 %, the arrow keys lead to the first hit that holds the answer, and Enter
opens it. Keystrokes are letters, arrow keys and Enter. The first screen holds the answer when its
words can be read without scrolling. The questions stand in `tests/e2e/questions.toml`, the queries
as they were written before anyone looked at what is found.
"""


class Question(NamedTuple):
    """Ask something as a reader does; `answers` gives each place that answers it, and its words."""

    question: str
    level: Level
    typed: str
    answers: Mapping[str, str]


class Answer(NamedTuple):
    """Tell what a question led to; without a rank no shown hit answers it."""

    question: Question
    place: str = ""
    rank: int | None = None
    keystrokes: int = 0
    told: bool = False
    first_screen: bool = False

    @property
    def answered(self) -> bool:
        """Tell whether a reader who looks at few hits finds the answer."""
        return self.told and self.rank is not None and self.rank <= FEW


def read_questions(path: Path = QUESTIONS) -> list[Question]:
    """Return the questions in their order."""
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["questions"]
    return [Question(**(entry | {"level": Level(entry["level"])})) for entry in entries]


def answer(program: Program, question: Question) -> Answer:
    """Type a query, go to the first hit that answers the question, open it and look."""
    navigation = program.window.navigation
    program.reading.set_level(question.level)
    program.reading.go_home()
    results = _type(program, question.typed)
    rank = _choose(program, question, results)
    if rank is None:
        QTest.keyClick(navigation.field, Qt.Key.Key_Escape)
        return Answer(question)
    hit = navigation.result_view.current_hit() or results.hits[0]
    chosen = navigation.result_view.current_hit() is not None
    QTest.keyClick(navigation.result_view if chosen else navigation.field, Qt.Key.Key_Return)
    settle()
    place = str(hit.location)
    told, seen = _look(program.window.article.view, hit.section, question.answers[place])
    found = Answer(
        question, place, rank, len(question.typed) + rank * chosen + 1, told, first_screen=seen
    )
    QTest.keyClick(navigation.field, Qt.Key.Key_Escape)
    return found


def _type(program: Program, words: str) -> Results:
    """Type words letter by letter and wait for the answer to all of them."""
    field = program.window.navigation.field
    loop = QEventLoop()
    arrived: list[Results] = []

    def keep(_number: int, results: Results) -> None:
        if results.query == field.text():
            arrived.append(results)
            loop.quit()

    program.tasks.finished.connect(keep)
    program.tasks.failed.connect(loop.quit)
    QTimer.singleShot(_PATIENCE, loop, loop.quit)
    QTest.keyClicks(field, words)
    loop.exec()
    program.tasks.finished.disconnect(keep)
    program.tasks.failed.disconnect(loop.quit)
    return arrived[-1] if arrived else Results(words)


def _choose(program: Program, question: Question, results: Results) -> int | None:
    """Go down to the first hit that answers the question; return its rank, None without one."""
    if results.exact and str(results.hits[0].location) in question.answers:
        return 1  # Enter in the search field opens it
    navigation = program.window.navigation
    for rank in range(1, len(results.hits) + 1):
        QTest.keyClick(navigation.field if rank == 1 else navigation.result_view, Qt.Key.Key_Down)
        hit = navigation.result_view.current_hit()
        if hit is not None and str(hit.location) in question.answers:
            return rank
    return None


def _look(view: ArticleView, section: str, words: str) -> tuple[bool, bool]:
    """Tell whether words stand in the section or below it, and whether they are on the screen."""
    text = re.sub(r"\s", " ", view.plain_text())
    start = text.find(words, view.section_start(section))
    if start < 0:
        return False, False
    cursor = QTextCursor(view.document())
    seen = []
    for position in (start, start + len(words)):
        cursor.setPosition(position)
        seen.append(view.viewport().rect().contains(view.cursorRect(cursor)))
    return True, all(seen)


def report(answers: Sequence[Answer]) -> str:
    """Return totals and table as Markdown."""
    rows = [
        "| | Question | Reader | Typed | Section reached | Keystrokes | Hit | First screen |",
        "| ---: | --- | --- | --- | --- | ---: | ---: | --- |",
    ]
    rows += [_line(number, one) for number, one in enumerate(answers, start=1)]
    return "\n".join([ABOUT, *_totals(answers), "", *rows, ""])


def _totals(answers: Sequence[Answer]) -> list[str]:
    total = len(answers)
    reached = [one for one in answers if one.rank is not None]
    first = sum(one.rank == 1 for one in answers)
    few = sum(one.rank is not None and one.rank <= FEW for one in answers)
    keys = f"{median(one.keystrokes for one in reached):g}" if reached else "–"
    answered = sum(one.answered for one in answers)
    return [
        f"- Answered within the first {FEW} hits: {answered} of {total}",
        f"- Reached with the first hit: {first}; within the first {FEW}: {few}",
        f"- Keystrokes, median: {keys}",
        f"- Answer on the first screen: {sum(one.first_screen for one in answers)}",
    ]


def _line(number: int, one: Answer) -> str:
    asked = one.question
    reader = "patient" if asked.level is Level.PLAIN else "clinician"
    found = (
        (one.place, one.keystrokes, one.rank, "yes" if one.first_screen else "no")
        if one.rank is not None
        else ("none", "–", "–", "no")
    )
    cells = (number, asked.question, reader, asked.typed, *found)
    return "| " + " | ".join(map(str, cells)) + " |"


def ask_all(library_folder: Path, questions: Sequence[Question]) -> list[Answer]:
    """Open a window over a library and put questions to it, one after another."""
    library = Library.open(library_folder, trusted=True)
    with tempfile.TemporaryDirectory() as cache:
        program = Program(library, ReaderFiles(), paths.resources(), Path(cache))
        program.window.resize(*SIZE)
        program.window.show()
        settle()
        answers = [answer(program, question) for question in questions]
        program.window.close()
        program.close()
    return answers


def main() -> int:
    """Print the table; return 1 if a question stays unanswered."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path)
    parser.add_argument("--library", type=Path, default=paths.shipped_library())
    options = parser.parse_args()
    application = make_application(paths.resources())
    answers = ask_all(options.library, read_questions())
    application.quit()
    table = report(answers)
    print(table, end="")
    if options.output is not None:
        options.output.write_text(table, encoding="utf-8")
    return 0 if all(one.answered for one in answers) else 1


if __name__ == "__main__":
    sys.exit(main())
