"""Each measure finds what it is there to find."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTreeView, QVBoxLayout, QWidget

from tests.access.content import hard_texts
from tests.access.controls import moving, nameless, small_targets
from tests.access.keyboard import traps
from tests.access.layout import layout_faults
from tests.access.pixels import faint_edges, faint_words, missing_rings
from tests.access.tasks import tell_tasks


@pytest.fixture
def window(qtbot):
    """A window with two buttons and nothing wrong with them."""
    window = QWidget()
    qtbot.addWidget(window)
    window.setStyleSheet(
        "* { outline: none; widget-animation-duration: 0; } QWidget { background: white; }"
        "QPushButton { border: 2px solid #666666; min-height: 24px; color: black; }"
        "QPushButton:focus { border: 3px solid black; }"
    )
    layout = QVBoxLayout(window)
    for words in ("One", "Two"):
        layout.addWidget(QPushButton(words, objectName=words))
    window.resize(300, 200)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def add(window, part):
    window.layout().addWidget(part)
    part.show()
    return part


def test_a_good_window_has_no_findings(window):
    for measure in (nameless, small_targets, layout_faults, faint_words, faint_edges, traps):
        assert measure(window) == [], measure


def test_a_control_without_a_name_is_found(window):
    add(window, QPushButton())
    assert len(nameless(window)) == 1


def test_a_small_target_is_found(window):
    add(window, QPushButton("x", styleSheet="min-height: 0")).setFixedSize(20, 20)
    assert len(small_targets(window)) == 1


def test_cut_words_are_found(window):
    add(window, QLabel("A long sentence that has no room")).setFixedWidth(40)
    assert "too narrow" in layout_faults(window)[0]


def test_controls_that_cover_each_other_are_found(window):
    QPushButton("Over", window, geometry=window.findChild(QPushButton).geometry()).show()
    assert any(fault.startswith("overlap") for fault in layout_faults(window))


def test_faint_words_and_edges_are_found(window):
    add(window, QLabel("Hardly to be read", styleSheet="color: #AAAAAA"))
    add(window, QLineEdit("words", styleSheet="border: 1px solid #EEEEEE; color: black"))
    assert len(faint_words(window)) == 1
    assert len(faint_edges(window)) == 1


def test_a_control_that_does_not_show_the_keyboard_is_found(window):
    add(window, QPushButton("No ring", styleSheet="border: 2px solid #666666"))
    thin = "QPushButton { border: 1px solid white } :focus { border: 1px solid black }"
    add(window, QPushButton("Thin ring", styleSheet=thin))
    found = missing_rings(window)
    assert [fault.split("'")[1] for fault in found] == ["No ring", "Thin ring"]


def test_what_keeps_the_keyboard_is_found(window):
    class Trap(QPushButton):
        def focusNextPrevChild(self, forward):
            return True

    add(window, Trap("Trap")).setFocus(Qt.FocusReason.TabFocusReason)
    assert traps(window)


def test_an_animated_tree_is_found(window):
    add(window, QTreeView(animated=True))
    assert len(moving(window)) >= 1


def test_hard_texts_are_found():
    assert hard_texts({"easy": 4.0, "hard": 9.1, "other": 5.0}) == ["hard: grade 9.1"]
    assert hard_texts({"one": 7.0, "two": 7.5, "three": 7.9}) == ["median 7.5"]


def test_tasks_that_fail_are_counted():
    assert tell_tasks(["by keyboard alone: find"]) == "9 of 10"
