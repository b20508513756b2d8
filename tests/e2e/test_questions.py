"""Readers' questions are answered by the library that ships, through the window."""

import pytest
from PySide6.QtCore import QThreadPool

from livermets_desktop.library.reader import Library
from livermets_desktop.model.level import Level
from tools.answer_questions import FEW, ask_all, read_questions, report


@pytest.fixture(scope="module")
def questions():
    return read_questions()


@pytest.fixture(scope="module")
def answers(qapp, real_library, questions):
    """What the window answered to each question."""
    found = ask_all(real_library, questions)
    assert QThreadPool.globalInstance().activeThreadCount() == 0
    return found


def test_each_question_is_answered_within_the_first_hits(answers):
    for one in answers:
        assert one.rank is not None, f"no hit for: {one.question.typed}"
        assert one.rank <= FEW, f"hit {one.rank} for: {one.question.typed}"
        assert one.told, f"words missing in {one.place}: {one.question.question}"


def test_the_questions_come_from_both_readers_and_all_groups(questions, real_library):
    levels = [question.level for question in questions]
    assert (levels.count(Level.CLINICIAN), levels.count(Level.PLAIN)) == (20, 10)
    places = {place.partition("#")[0] for question in questions for place in question.answers}
    with Library.open(real_library, trusted=True) as library:
        groups = {topic.id for topic in library.children()}
        asked = {library.path(article)[0].id for article in places}
    assert groups - asked == {"help"}


def test_the_table_has_a_row_for_each_question(answers, questions):
    rows = [line for line in report(answers).splitlines() if line.startswith("| ")]
    assert len(rows) == len(questions) + 2
