"""What controls are called, how large they are, and whether anything moves by itself."""

from PySide6.QtCore import QAbstractAnimation, QObject, QPoint, QRect, QTimeLine
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QScroller,
    QStyle,
    QTabBar,
    QTreeView,
    QWidget,
)

from tests.access.layout import name_of, seen_part, visible

LEAST_TARGET = 24
_DEEPEST = 12
_TARGETS = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox)


def nameless(top):
    """Return what takes the keyboard without a name that assistive technology can say."""
    found = []
    _collect_nameless(QAccessible.queryAccessibleInterface(top), found, 0)
    return found


def _collect_nameless(face, found, depth):
    if face is None or not face.isValid() or depth > _DEEPEST or face.state().invisible:
        return
    if face.state().focusable and not face.text(QAccessible.Text.Name).strip():
        part = face.object()
        # The inside of a list or of a scroll area gives the keyboard to what holds it.
        if not isinstance(part, QWidget) or not _is_inside(part):
            found.append(f"no name: {face.role().name} {name_of(part) if part else ''}")
    for number in range(face.childCount()):
        _collect_nameless(face.child(number), found, depth + 1)


def _is_inside(part):
    return part.objectName().startswith("qt_") or part.focusProxy() is not None


def small_targets(top):
    """Return what is to be clicked and is smaller than 24 px, as far as it can be seen."""
    found = [
        f"{part.width()}x{part.height()}: {name_of(part)}"
        for part in visible(top, *_TARGETS)
        if min(part.width(), part.height()) < LEAST_TARGET
        and not seen_part(part).isEmpty()
        and not isinstance(part.parentWidget(), QAbstractSpinBox | QComboBox)
    ]
    for view in visible(top, QAbstractItemView):
        found += [
            f"{place.height()} px high: row {row} of {view.objectName()}"
            for row, place in enumerate(_rows(view))
            if place.height() < LEAST_TARGET
        ]
    for bar in visible(top, QTabBar):
        tabs = [bar.tabRect(number) for number in range(bar.count())]
        found += [f"tab of {bar.objectName()}" for tab in tabs if tab.height() < LEAST_TARGET]
    return found


def _rows(view):
    """Return the places of the rows that are seen."""
    place = view.visualRect(view.indexAt(QPoint(view.viewport().width() // 2, 1)))
    inside = view.viewport().rect()
    while place.isValid() and place.top() < inside.bottom():
        if view.model().flags(view.indexAt(place.center())).value:
            yield place
        below = view.indexAt(QPoint(place.center().x(), place.bottom() + 2))
        following = view.visualRect(below) if below.isValid() else QRect()
        if following.top() <= place.top():
            return
        place = following


def small_menu_rows(window):
    """Return entries of menus, and of the bar of menus, that are lower than 24 px."""
    bar = window.menuBar()
    menus = [bar, *(action.menu() for action in bar.actions())]
    return [
        f"{menu.actionGeometry(action).height()} px high: {action.text()}"
        for menu in menus
        for action in menu.actions()
        if not action.isSeparator() and menu.actionGeometry(action).height() < LEAST_TARGET
    ]


def moving(top):
    """Return what would move by itself: nothing here does, whether the system asks or not."""
    parts = [top, *top.findChildren(QWidget)]
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    found = [f"animated tree: {name_of(one)}" for one in parts if _is_animated(one)]
    found += [f"kinetic: {name_of(one)}" for one in parts if QScroller.hasScroller(one)]
    found += [
        f"animated style: {name_of(one)}"
        for one in parts
        if one.style().styleHint(hint, None, one) and not _is_viewport(one)
    ]
    for root in (top, QApplication.instance()):
        kinds = (QAbstractAnimation, QTimeLine)
        found += [
            type(one).__name__ for one in root.findChildren(QObject) if isinstance(one, kinds)
        ]
    return found


def _is_viewport(part):
    holder = part.parentWidget()
    return isinstance(holder, QAbstractScrollArea) and holder.viewport() is part


def _is_animated(part):
    return isinstance(part, QTreeView) and part.isAnimated()
