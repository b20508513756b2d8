"""The heartbeat of a public screen, on the side of the program that beats."""

import os

import pytest

from livermets_desktop.heartbeat import EVERY_SECONDS, HUNG_SECONDS, VARIABLE, Heartbeat


@pytest.fixture
def pipe():
    """The two ends of a pipe; what is left open is closed."""
    ends = list(os.pipe())
    yield ends
    for end in ends:
        os.close(end)


def test_a_beat_is_one_dot(pipe):
    heartbeat = Heartbeat(pipe[1])
    assert [heartbeat.beat(), heartbeat.beat()] == [True, True]
    assert os.read(pipe[0], 9) == b".."


def test_a_beat_that_nobody_hears_is_told(pipe):
    os.close(pipe.pop(0))
    assert not Heartbeat(pipe[0]).beat()


def test_without_a_watcher_nothing_is_written(capfd):
    heartbeat = Heartbeat.of_environment({})
    assert heartbeat.beat()
    assert capfd.readouterr().out == ""


def test_a_watcher_is_known_by_the_environment_and_hears_the_output(capfd):
    heartbeat = Heartbeat.of_environment({VARIABLE: "1"})
    heartbeat.beat()
    assert capfd.readouterr().out == "."


def test_two_beats_may_be_lost_before_a_program_counts_as_hung():
    assert (EVERY_SECONDS, HUNG_SECONDS) == (5, 15)
