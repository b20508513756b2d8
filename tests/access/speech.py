"""How soon a voice begins, and how soon it is silent, with Qt's own engine for tests."""

from time import perf_counter

from PySide6.QtTextToSpeech import QTextToSpeech

from tests.access.lab import wait_until

_START, _STOP = 1.0, 0.2  # seconds


def seconds_of_speech(lab):
    """Return how long it takes until a page is read aloud, and until the voice is silent."""
    lab.reset()
    speaking, ready = QTextToSpeech.State.Speaking, QTextToSpeech.State.Ready
    start = _seconds(lab, "read_aloud", speaking)
    stop = _seconds(lab, "stop_reading", ready)
    return start, stop


def slow_speech(times):
    """Return what takes too long."""
    named = zip(("starts", "stops"), times, (_START, _STOP), strict=True)
    return [f"reading aloud {word} after {took:.2f} s" for word, took, most in named if took > most]


def _seconds(lab, action, state):
    begun = perf_counter()
    lab.window.actions_[action].trigger()
    assert wait_until(lambda: lab.voices[-1].state() == state)
    return perf_counter() - begun
