"""What is clipped, covered or reaches out of its place: facts of geometry, no pixels."""

from PySide6.QtCore import QEventLoop, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)


def visible(top, *kinds):
    """Return what is shown inside a window, a dialog or a panel."""
    return [
        part for part in top.findChildren(QWidget) if part.isVisible() and isinstance(part, kinds)
    ]


def settle(milliseconds=0):
    """Let everything find its place."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def name_of(part):
    """Name a widget so that its place in the code is found."""
    words = getattr(part, "text", str)()
    return f"{type(part).__name__} {part.objectName()} {words!r}"


def seen_part(part):
    """Return the rectangle of a widget in its window that nothing around it cuts off."""
    seen = QRect(part.mapTo(part.window(), QPoint(0, 0)), part.size())
    holder = part.parentWidget()
    while holder is not None and not part.isWindow():
        seen &= QRect(holder.mapTo(part.window(), QPoint(0, 0)), holder.size())
        if holder.isWindow():
            break
        holder = holder.parentWidget()
    return seen


def crowded(top):
    """Return what is narrower or lower than its words need, or reaches out of what holds it."""
    found = []
    for part in visible(top, QAbstractButton, QLabel, QLineEdit):
        wraps = isinstance(part, QLabel) and part.wordWrap()
        if not wraps and part.width() < part.minimumSizeHint().width():
            found.append(f"too narrow: {name_of(part)}")
        needed = part.heightForWidth(part.width()) if wraps else part.minimumSizeHint().height()
        if part.height() < needed:
            found.append(f"too low: {name_of(part)}")
        parent = part.parentWidget()
        if parent is not None and not parent.rect().contains(part.geometry()):
            found.append(f"reaches out: {name_of(part)}")
    return found


def overlapping(top):
    """Return pairs of controls and words that cover each other."""
    parts = visible(top, QAbstractButton, QLineEdit, QLabel, QAbstractItemView)
    places = [(part, seen_part(part)) for part in parts]
    return [
        f"overlap: {name_of(one)}, {name_of(other)}"
        for number, (one, place) in enumerate(places)
        for other, there in places[number + 1 :]
        if place.intersects(there)
        and one.window() is other.window()
        and not (one.isAncestorOf(other) or other.isAncestorOf(one))
    ]


def cut_rows(top):
    """Return rows of lists that are wider than the list that cannot be scrolled sideways."""
    found = []
    off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    for view in visible(top, QAbstractItemView):
        if view.model() is None or view.horizontalScrollBarPolicy() != off:
            continue
        for row in range(view.model().rowCount(view.rootIndex())):
            place = view.visualRect(view.model().index(row, 0, view.rootIndex()))
            if place.width() > view.maximumViewportSize().width():
                found.append(f"row too wide: {view.objectName()} {row}")
    return found


def hidden_widgets(top):
    """Return what a scroll area that cannot be scrolled sideways holds beyond its edge."""
    off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    return [
        f"wider than its scroll area: {area.objectName()}"
        for area in visible(top, QScrollArea)
        if area.horizontalScrollBarPolicy() == off
        and area.widget() is not None
        and area.widget().width() > area.viewport().width()
    ]


def layout_faults(top):
    """Return everything that stays clipped, covered or out of place in a window or a dialog."""
    settle()
    faults = []
    for milliseconds in (0, 20, 100):  # widgets that follow each other need several turns
        settle(milliseconds)
        faults = [*crowded(top), *overlapping(top), *cut_rows(top), *hidden_widgets(top)]
        if not faults:
            break
    return faults
