"""Where the keyboard gets by Tab, Shift+Tab and F6, and whether it gets out again."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QTextEdit, QWidget

from tests.access.layout import name_of, visible

MOST_STEPS = 400  # a page of 200 links and everything around it
_PANES = {"searchField", "topics", "results", "article", "outline", "home", "handout"}


def traps(top):
    """Return what keeps the keyboard, or is left out: Tab and Shift+Tab go round everything."""
    if not top.isActiveWindow() and top is top.window() and not _is_popup(top):
        return ["the window has lost the keyboard"]
    found = []
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        stops = round_of(top, key)
        if len(stops) > MOST_STEPS:
            found.append(f"{key.name} does not come back: it stays in {stops[-1][0]}")
        found += [f"{key.name} stays in {name}" for name in _lingering(stops)]
        reached = {number for _, number, _ in stops}
        left_out = [part for part in _stops_for_tab(top) if id(part) not in reached]
        found += [f"{key.name} misses {name_of(part)}" for part in left_out]
    return found


def _lingering(stops):
    """Return what keeps the keyboard for more than one step, texts apart: they have links."""
    pairs = pairwise(stops)
    return sorted({one[0] for one, other in pairs if one[1:] == other[1:]} - {"article"})


def _is_popup(top):
    return bool(top.windowFlags() & Qt.WindowType.Popup == Qt.WindowType.Popup)


def _stops_for_tab(top):
    """Return what Tab has to come to; of buttons of which one is chosen, the chosen one."""
    for part in visible(top, QWidget):
        by_tab = part.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        group = part.group() if isinstance(part, QAbstractButton) else None
        choice = group is not None and group.exclusive() and not part.isChecked()
        if by_tab and part.isEnabled() and not choice and part.focusProxy() is None:
            yield part


def round_of(top, key):
    """Press a key until the keyboard is where it began; return the stops."""
    QTest.keyClick(QApplication.focusWidget() or top, key)  # into the round, wherever it was
    start = _stop(top)
    stops: list[tuple[str, int, int]] = []
    while len(stops) <= MOST_STEPS:
        QTest.keyClick(QApplication.focusWidget() or top, key)
        stop = _stop(top)
        stops.append(stop)
        if stop == start:
            break
    return stops


def _stop(top):
    """Name where the keyboard is; in a text its links are stops of their own."""
    part = QApplication.focusWidget()
    if part is None:
        return ("nothing", 0, 0)
    link = 0
    if isinstance(part, QTextEdit):
        cursor = part.textCursor()
        link = cursor.selectionStart() if cursor.hasSelection() else -1
    return (part.objectName() or type(part).__name__, id(part), link)


def missed_panes(window):
    """Return panes in sight that F6 and Shift+F6 do not come to."""
    wanted = {
        part.objectName()
        for part in window.findChildren(QWidget)
        if part.isVisible() and part.objectName() in _PANES
    }
    found = []
    for modifier in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        seen = set()
        for _ in range(2 * len(_PANES)):
            QTest.keyClick(window, Qt.Key.Key_F6, modifier)
            seen.add(window.focusWidget().objectName())
        found += [f"F6 misses {name}" for name in sorted(wanted - seen)]
    return found
