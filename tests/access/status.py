"""What is announced to assistive technology: real events, received by a small fake."""

from contextlib import contextmanager
from unittest.mock import patch

from PySide6 import QtGui

_POLITE = QtGui.QAccessible.AnnouncementPoliteness.Polite


class Receiver:
    """Stands in the place of the system's bridge to screen readers."""

    def __init__(self):
        self.active = True
        self.said = []

    def isActive(self):  # noqa: N802 - Qt's name
        return self.active

    def updateAccessibility(self, event):  # noqa: N802 - Qt's name
        assert event.politeness() is _POLITE
        self.said.append(event.message())


@contextmanager
def screen_reader():
    """Let a fake receive the events; the rest of Qt is as it is."""
    receiver = Receiver()
    with patch.object(QtGui, "QAccessible", receiver):
        yield receiver


def unannounced(lab):
    """Return the status messages that nobody hears who does not see them."""
    actions, window = lab.window.actions_, lab.window
    lab.reset()
    done = {
        "page opened": lab.program.reading.go_home,
        "page opened again": lab.program.reading.go_back,
        "level switched": actions["switch_level"].trigger,
        "both levels": actions["side_by_side"].trigger,
        "text size": actions["bigger"].trigger,
        "count of results": lambda: lab.search("jaundice"),
        "no results": lambda: lab.search("qqzzxx"),
        "found on the page": lab._find,
        "next hit": actions["next_hit"].trigger,
        "notice": lambda: window.notice.tell("Something that the reader has to know."),
        "reading aloud": actions["read_aloud"].trigger,
        "reading aloud paused": actions["read_aloud"].trigger,
        "bookmark added": actions["bookmark"].trigger,
        "bookmark taken away": actions["bookmark"].trigger,
        "part of a hand-out added": actions["add_to_handout"].trigger,
        "part of a hand-out there already": actions["add_to_handout"].trigger,
        "questions in the hand-out": lab._questions,
    }
    silent = []
    for status, work in done.items():
        with screen_reader() as reader:
            work()
        if not any(reader.said):
            silent.append(f"not announced: {status}")
    actions["normal_size"].trigger()
    lab.reset()
    return silent
