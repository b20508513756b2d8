import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from livermets_desktop.ui.tasks import Tasks


@pytest.fixture
def tasks(qapp):
    made = Tasks()
    yield made
    assert made.drain()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall)


def test_the_answer_comes_on_the_interface_thread(tasks, qtbot):
    seen = []
    tasks.finished.connect(lambda *_: seen.append(threading.current_thread()))
    with qtbot.waitSignal(tasks.finished) as answer:
        number = tasks.run(threading.get_ident)
    assert answer.args == [number, answer.args[1]]
    assert answer.args[1] != threading.get_ident()
    assert seen == [threading.main_thread()]


def test_the_newest_request_wins_and_the_waiting_ones_are_never_begun(tasks, qtbot):
    begun, go_on = [], threading.Event()

    def slow():
        begun.append("slow")
        assert go_on.wait(10)
        return "slow"

    answers = []
    tasks.finished.connect(lambda _number, result: answers.append(result))
    tasks.run(slow)
    for word in ("a", "ab", "abc"):
        tasks.run(lambda word=word: begun.append(word) or word)
    go_on.set()
    qtbot.waitUntil(lambda: bool(answers))
    assert tasks.drain()
    QCoreApplication.sendPostedEvents(tasks, QEvent.Type.MetaCall)
    assert answers == ["abc"]
    assert begun == ["slow", "abc"]


def test_a_forgotten_request_is_never_answered(tasks, qtbot):
    go_on = threading.Event()
    answers = []
    tasks.finished.connect(lambda _number, result: answers.append(result))
    tasks.run(lambda: go_on.wait(10))
    tasks.forget()
    go_on.set()
    assert tasks.drain()
    QCoreApplication.sendPostedEvents(tasks, QEvent.Type.MetaCall)
    assert answers == []


def test_an_error_is_handed_over_not_raised(tasks, qtbot):
    def fail():
        raise ValueError("no")

    with qtbot.waitSignal(tasks.failed) as failure:
        tasks.run(fail)
    assert isinstance(failure.args[1], ValueError)


def test_nothing_begins_after_the_end(tasks):
    begun = []
    tasks.close()
    tasks.run(lambda: begun.append("late"))
    assert tasks.drain()
    assert begun == []
