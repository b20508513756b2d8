"""Nothing leads out of a public screen but the PIN."""

import subprocess
from collections import Counter

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QMenu, QWidget

from livermets_desktop.environment import refused_variables
from livermets_desktop.errors import KioskError
from livermets_desktop.kiosk_file import load
from livermets_desktop.ui.kiosk.touch import TouchButton
from tests.e2e.hostile_library import addresses
from tests.kiosk.conftest import PIN

CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
# Keys that would lead out, print, open or show something elsewhere.
LEADING_OUT = [
    (Qt.Key.Key_F4, ALT),
    (Qt.Key.Key_Q, CONTROL),
    (Qt.Key.Key_W, CONTROL),
    (Qt.Key.Key_P, CONTROL),
    (Qt.Key.Key_O, CONTROL),
    (Qt.Key.Key_S, CONTROL),
    (Qt.Key.Key_C, CONTROL),
    (Qt.Key.Key_V, CONTROL),
    (Qt.Key.Key_A, CONTROL),
    (Qt.Key.Key_X, CONTROL),
    (Qt.Key.Key_Z, CONTROL),
    (Qt.Key.Key_Insert, SHIFT),
    (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_F12, CONTROL | SHIFT),
    (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Tab, ALT),
    (Qt.Key.Key_Delete, CONTROL | ALT),
    (Qt.Key.Key_Print, Qt.KeyboardModifier.NoModifier),
]


def pages(kiosk):
    """Go to each page in turn."""
    kiosk.begin()
    yield "home"
    kiosk.open("ct-scan")
    yield "article"
    kiosk._on_search()
    yield "search"
    kiosk.open(kiosk.library.info.questions or "questions")
    kiosk.window.show_page(kiosk.window.pages.questions)
    yield "questions"
    kiosk.window.card.tell("A", "B")
    yield "card"
    kiosk.window.card.hide()
    kiosk.window.pin_pad.ask()
    yield "pin"
    kiosk.reset()
    yield "attract"


@pytest.mark.kiosk_rule(9)
def test_it_cannot_be_closed(kiosk):
    for name in pages(kiosk):
        assert not kiosk.window.close(), name
        assert kiosk.window.isVisible(), name


@pytest.mark.kiosk_rule(9)
def test_no_action_and_no_shortcut_is_there(kiosk):
    for _ in pages(kiosk):
        for widget in [kiosk.window, *kiosk.window.findChildren(QWidget)]:
            assert [one.text() for one in widget.actions()] == []
        buttons = kiosk.window.findChildren(QAbstractButton)
        assert [one.text() for one in buttons if not one.shortcut().isEmpty()] == []


@pytest.mark.kiosk_rule(9, 10)
@pytest.mark.parametrize(("key", "modifiers"), LEADING_OUT)
def test_keys_that_lead_out_do_nothing(kiosk, key, modifiers, qtbot):
    for name in pages(kiosk):
        before = kiosk.window.page, kiosk.window.windowState()
        target = QApplication.focusWidget() or kiosk.window
        QTest.keyClick(target, key, modifiers)
        assert (kiosk.window.page, kiosk.window.windowState()) == before, name
        assert kiosk.window.isVisible(), name
        assert QApplication.activeModalWidget() is None, name
        assert QApplication.activePopupWidget() is None, name


@pytest.mark.kiosk_rule(11)
def test_no_file_dialog_opens(kiosk, monkeypatch, qtbot):
    def refuse(*_):
        raise AssertionError("a file dialog")

    monkeypatch.setattr(QFileDialog, "__init__", refuse)
    for name in ("getOpenFileName", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, name, refuse)
    for _ in pages(kiosk):
        for button in kiosk.window.findChildren(TouchButton):
            if button.isVisible() and button.isEnabled():
                button.click()
        kiosk.begin()


@pytest.mark.kiosk_rule(14)
def test_links_open_no_other_program(kiosk, monkeypatch, tmp_path):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: opened.append("program"))
    kiosk.open("ct-scan")
    view = kiosk.window.pages.reading.panel.view
    for address in addresses(tmp_path):
        kiosk.reading.follow(address)
        view.anchorClicked.emit(QUrl(address))
    assert opened == []
    assert not view.openExternalLinks()
    assert not view.openLinks()


@pytest.mark.kiosk_rule(15)
def test_nothing_can_be_dropped(kiosk, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    data.setHtml("<b>canary</b>")
    data.setText("canary")
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for name in pages(kiosk):
        for widget in [kiosk.window, *kiosk.window.findChildren(QWidget)]:
            enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
            QApplication.sendEvent(widget, enter)
            assert not enter.isAccepted() or not widget.acceptDrops(), (name, widget)
            drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
            QApplication.sendEvent(widget, drop)
        assert "canary" not in kiosk.window.pages.search.query
        assert "canary" not in kiosk.window.pages.reading.panel.view.toPlainText()


@pytest.mark.kiosk_rule(15)
def test_nothing_can_be_pasted(kiosk, qtbot):
    clipboard = QGuiApplication.clipboard()
    data = QMimeData()
    data.setHtml("<img src='file:///etc/passwd'><b>canary</b>")
    data.setText("canary")
    clipboard.setMimeData(data)
    kiosk._on_search()
    field = kiosk.window.pages.search.field
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_V, CONTROL)
    QTest.keyClick(field, Qt.Key.Key_Insert, SHIFT)
    QTest.mouseClick(field, Qt.MouseButton.MiddleButton)
    assert field.text() == ""


@pytest.mark.kiosk_rule(16)
def test_there_are_no_context_menus(kiosk):
    for name in pages(kiosk):
        for widget in [kiosk.window, *kiosk.window.findChildren(QWidget)]:
            place = QPoint(3, 3)
            event = QContextMenuEvent(
                QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place)
            )
            QApplication.sendEvent(widget, event)
            assert QApplication.activePopupWidget() is None, (name, widget)
    assert not [one for one in kiosk.window.findChildren(QMenu) if one.isVisible()]


def touch_corner(kiosk, times, clock, apart=0.2):
    for _ in range(times):
        clock.now += apart
        QTest.mousePress(kiosk.window.top, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))


def type_pin(kiosk, digits):
    for digit in digits:
        kiosk.window.pin_pad.keys[digit].click()
    kiosk.window.pin_pad.enter.click()


@pytest.mark.kiosk_rule(24)
def test_staff_leave_by_touches_and_the_pin(kiosk, clock, qtbot):
    touch_corner(kiosk, 6, clock)
    assert not kiosk.window.pin_pad.isVisible()
    touch_corner(kiosk, 1, clock)
    assert kiosk.window.pin_pad.isVisible()
    with qtbot.waitSignal(kiosk.left):
        type_pin(kiosk, PIN)
    assert not kiosk.window.isVisible()


@pytest.mark.kiosk_rule(24)
def test_slow_touches_open_nothing(kiosk, clock):
    touch_corner(kiosk, 20, clock, apart=1.0)
    assert not kiosk.window.pin_pad.isVisible()


@pytest.mark.kiosk_rule(24)
def test_five_wrong_tries_lock_it_for_a_minute(kiosk, clock):
    left = []
    kiosk.left.connect(lambda: left.append(1))
    kiosk.window.pin_pad.ask()
    for number in range(5):
        assert kiosk.window.pin_pad._told.text() == ("" if not number else "That is not the PIN.")
        type_pin(kiosk, "0000")
    assert kiosk.window.pin_pad._told.text() == "Too many tries: wait 60 seconds."
    type_pin(kiosk, PIN)
    clock.now += 59
    type_pin(kiosk, PIN)
    assert left == []
    assert kiosk.window.isVisible()
    clock.now += 1.5
    type_pin(kiosk, PIN)
    assert left == [1]


@pytest.mark.kiosk_rule(24)
def test_a_real_keyboard_types_the_pin_too(kiosk, qtbot):
    kiosk.window.pin_pad.ask()
    pad = kiosk.window.pin_pad
    for key in (*"99", Qt.Key.Key_Backspace, Qt.Key.Key_Backspace, *PIN):
        QTest.keyClick(pad, key if isinstance(key, Qt.Key) else Qt.Key(ord(key)))
    with qtbot.waitSignal(kiosk.left):
        QTest.keyClick(pad, Qt.Key.Key_Return)


@pytest.mark.kiosk_rule(24)
def test_without_a_file_or_a_pin_it_does_not_start(tmp_path):
    with pytest.raises(KioskError, match="does not start without one"):
        load(tmp_path / "kiosk.toml")
    (tmp_path / "kiosk.toml").write_text('hospital = "City Hospital"\n')
    with pytest.raises(KioskError):
        load(tmp_path / "kiosk.toml")


def test_variables_of_qt_are_refused_but_two():
    names = ("QT_STYLE_OVERRIDE", "QT_PLUGIN_PATH", "QML_IMPORT_PATH", "qt_debug_plugins")
    allowed = ("QT_QPA_PLATFORM", "QT_SCALE_FACTOR", "HOME")
    assert refused_variables((*names, *allowed)) == sorted(names)


def test_no_tool_tip_shows_a_path(kiosk):
    for _ in pages(kiosk):
        tips = Counter(one.toolTip() for one in kiosk.window.findChildren(QWidget))
        assert not [tip for tip in tips if "/" in tip or "\\" in tip]
