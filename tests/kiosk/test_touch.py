"""A public screen under fingers, under a keyboard, and under anything."""

import random
import sys
import time
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QScroller,
    QWidget,
)

from tests.access.layout import settle
from tests.kiosk.test_locked import pages
from tests.ui.stand_in_printer import stand_in_printer

LEFT, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
SHAPES = [(1920, 1080), (1280, 1024), (1080, 1920)]


@pytest.mark.kiosk_rule(17)
@pytest.mark.parametrize("up", [True, False])
def test_the_wheel_keeps_the_text_within_bounds(kiosk, up):
    kiosk.open("ct-scan")
    view = kiosk.window.pages.reading.panel.view
    for _ in range(100):
        delta = QPoint(0, 120 if up else -120)
        event = QWheelEvent(
            QPointF(20, 20), view.mapToGlobal(QPointF(20, 20)), QPoint(), delta,
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view.viewport(), event)
    assert 100 <= kiosk.settings.current.text_size <= 300
    kiosk.reset()
    assert kiosk.settings.current.text_size == kiosk.kiosk.text_size


@pytest.mark.kiosk_rule(17)
def test_the_buttons_keep_it_within_bounds(kiosk):
    kiosk.open("ct-scan")
    bar = kiosk.window.pages.reading.bar
    for button, end in ((bar.bigger, 300), (bar.smaller, 100)):
        for _ in range(20):
            button.click()
        assert kiosk.settings.current.text_size == end


def targets(kiosk):
    """Return what can be touched now, and where."""
    kinds = (QAbstractButton, QLineEdit)
    for widget in kiosk.window.findChildren(QWidget):
        if (
            isinstance(widget, kinds)
            and widget.isVisible()
            and not widget.visibleRegion().isEmpty()
        ):
            yield widget, QRect(widget.mapTo(kiosk.window, QPoint()), widget.size())


@pytest.mark.kiosk_rule(18)
@pytest.mark.parametrize("size", SHAPES)
def test_targets_are_large_and_apart(open_kiosk, size, qtbot):
    kiosk = open_kiosk(size=size, printer="Foyer", address="https://a.example/", clinician=True)
    for name in pages(kiosk):
        settle(1)
        found = list(targets(kiosk))
        assert found, name
        for widget, place in found:
            if isinstance(widget, QLineEdit):  # its box is the target
                continue
            assert place.width() >= 44, (name, widget.accessibleName(), place)
            assert place.height() >= 44, (name, widget.accessibleName(), place)
        buttons = [(one, place) for one, place in found if isinstance(one, QAbstractButton)]
        for (one, place), (other, beside) in combinations(buttons, 2):
            if one.isAncestorOf(other) or other.isAncestorOf(one) or covered(kiosk, one, other):
                continue
            grown = place.adjusted(-7, -7, 7, 7)
            assert not grown.intersects(beside), (
                name,
                one.accessibleName(),
                other.accessibleName(),
            )


def covered(kiosk, *widgets):
    """Tell whether one of them lies below what lies over the pages."""
    over = [one for one in kiosk.window.overlays if one.isVisible()]
    return any(not over[-1].isAncestorOf(one) for one in widgets) if over else False


@pytest.mark.kiosk_rule(18)
@pytest.mark.parametrize("size", SHAPES)
def test_nothing_is_cut_off_at_the_edge_of_the_screen(open_kiosk, size):
    kiosk = open_kiosk(size=size, printer="Foyer", address="https://a.example/", clinician=True)
    for name in pages(kiosk):
        settle(1)
        assert kiosk.window.size().toTuple() == size
        bars = [kiosk.window.top, kiosk.window.pages.reading.bar]
        for bar in bars:
            if not bar.isVisible():
                continue
            buttons = [one for one in bar.findChildren(QAbstractButton) if one.isVisible()]
            places = [QRect(one.mapTo(bar, QPoint()), one.size()) for one in buttons]
            assert all(bar.rect().contains(place) for place in places), name
            assert not [1 for one, two in combinations(places, 2) if one.intersects(two)], name


def be_active(kiosk, qtbot):
    def ask():
        kiosk.window.activateWindow()
        return kiosk.window.isActiveWindow()

    qtbot.waitUntil(ask)


def tap(widget):
    QTest.mouseClick(widget, LEFT, pos=widget.rect().center())


@pytest.mark.kiosk_rule(19)
def test_a_word_is_typed_and_a_page_opened_by_touch_alone(kiosk, qtbot):
    search = kiosk.window.pages.search
    tap(kiosk.window.pages.tiles._field)
    assert search.keyboard.isVisible()
    for letter in "jaundixe":
        tap(search.keyboard.keys[letter])
    for _ in range(2):
        tap(search.keyboard._erase)
    for letter in "ce":
        tap(search.keyboard.keys[letter])
    assert search.query == "jaundice"
    qtbot.waitUntil(lambda: any(one.isVisible() for one in search._rows), timeout=10_000)
    tap(search._rows[0])
    assert kiosk.window.page is kiosk.window.pages.reading
    tap(kiosk.window.top.search)
    assert search.query == ""


@pytest.mark.kiosk_rule(19)
def test_a_finger_scrolls(kiosk, qtbot):
    kiosk.open("ct-scan")
    kiosk.look.step_size(3)
    kiosk.look.step_size(1)
    view = kiosk.window.pages.reading.panel.view
    assert QScroller.hasScroller(view.viewport())
    areas = [
        one
        for one in kiosk.window.findChildren(QAbstractScrollArea)
        if one.objectName() in ("tilesArea", "kioskOutline")
    ]
    assert len(areas) >= 4
    assert all(QScroller.hasScroller(one.viewport()) for one in areas)


@pytest.mark.kiosk_rule(20)
def test_finding_reading_and_printing_by_keyboard_alone(kiosk, qtbot, tmp_path):
    def go_to(wanted, most=80):
        # Whatever else showed a window meanwhile took the focus along.
        be_active(kiosk, qtbot)
        for _ in range(most):
            if QApplication.focusWidget() is wanted:
                return
            QTest.keyClick(QApplication.focusWidget() or kiosk.window, Qt.Key.Key_Tab)
        at = QApplication.focusWidget()
        raise AssertionError(f"Tab never comes to {wanted.accessibleName()}, it is at {at}")

    tiles, search = kiosk.window.pages.tiles, kiosk.window.pages.search
    go_to(tiles._field)
    QTest.keyClick(tiles._field, Qt.Key.Key_Space)
    QTest.keyClicks(search.field, "jaundice")
    # The answer to the whole word: the rows of its beginning are replaced by it.
    qtbot.waitUntil(lambda: "jaundice" in search._count.text(), timeout=10_000)
    # A layout shows what is put into it by an event that comes a little later.
    qtbot.waitUntil(search._rows[0].isVisible)
    go_to(search._rows[0], most=5)
    QTest.keyClick(search._rows[0], Qt.Key.Key_Space)
    assert kiosk.window.page is kiosk.window.pages.reading
    button = kiosk.window.pages.reading.bar.print
    go_to(button)
    with stand_in_printer(tmp_path / "pages.pdf", names=("Foyer",)):
        QTest.keyClick(button, Qt.Key.Key_Space)
        assert kiosk.window.card.isVisible()
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
        qtbot.waitUntil((tmp_path / "pages.pdf").exists)


@pytest.mark.kiosk_rule(20)
def test_the_keyboard_stays_in_what_lies_over_the_page(kiosk, qtbot):
    be_active(kiosk, qtbot)
    kiosk.open("ct-scan")
    kiosk._on_take()
    for _ in range(30):
        QTest.keyClick(QApplication.focusWidget() or kiosk.window, Qt.Key.Key_Tab)
        assert kiosk.window.card.isAncestorOf(QApplication.focusWidget())


@pytest.mark.kiosk_rule(20)
@pytest.mark.parametrize("name", ["card", "pin", "warning"])
def test_the_keyboard_comes_back_from_what_lay_over_the_page(kiosk, qtbot, clock, name):
    be_active(kiosk, qtbot)
    kiosk.open("ct-scan")
    button = kiosk.window.pages.reading.bar.print
    button.setFocus()
    if name == "warning":
        clock.now += 100
        kiosk.session.look()
    else:
        kiosk._on_take() if name == "card" else kiosk.window.pin_pad.ask()
    assert any(one.isVisible() for one in kiosk.window.overlays)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert not any(one.isVisible() for one in kiosk.window.overlays)
    assert QApplication.focusWidget() is button
    QTest.keyClick(button, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not button
    assert QApplication.focusWidget().isVisible()


@pytest.mark.kiosk_rule(19)
def test_the_keys_on_the_screen_come_back_by_touching_the_field(kiosk):
    kiosk._on_search()
    search = kiosk.window.pages.search
    tap(search.keyboard.keys["a"])
    for hide in (search.keyboard.hidden, search.keyboard.entered):
        hide.emit()
        assert not search.keyboard.isVisible()
        tap(search.field)
        assert search.keyboard.isVisible()
    assert search.query == "a"


@pytest.mark.kiosk_rule(20)
def test_a_key_closes_the_card_of_a_term(kiosk, qtbot):
    be_active(kiosk, qtbot)
    kiosk.open("ct-scan")
    kiosk.reading.follow("term:jaundice")
    card = QApplication.activePopupWidget()
    assert card is not None
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert kiosk.window.page is kiosk.window.pages.reading


KEYS = [*range(32, 91), Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F4]
MODIFIERS = [Qt.KeyboardModifier.NoModifier, SHIFT, Qt.KeyboardModifier.ControlModifier]


def do_anything(kiosk, dice):
    """Touch, drag or type somewhere, by chance."""
    place = QPoint(dice.randrange(kiosk.window.width()), dice.randrange(kiosk.window.height()))
    under = kiosk.window.childAt(place) or kiosk.window
    kind = dice.random()
    if kind < 0.7:
        QTest.mouseClick(under, LEFT, pos=under.mapFrom(kiosk.window, place))
    elif kind < 0.8:
        QTest.mousePress(under, LEFT, pos=under.mapFrom(kiosk.window, place))
        QTest.mouseMove(under, QPoint(dice.randrange(99), dice.randrange(99)))
        QTest.mouseRelease(under, LEFT)
    else:
        target = QApplication.focusWidget() or kiosk.window
        QTest.keyClick(target, Qt.Key(dice.choice(KEYS)), dice.choice(MODIFIERS))


@pytest.mark.kiosk_rule(21)
@pytest.mark.no_cover
@pytest.mark.qt_log_ignore("QGestureManager::deliverEvents")
@pytest.mark.timeout(120)
def test_ten_thousand_random_events_leave_it_alive(open_kiosk, monkeypatch, tmp_path):
    dice = random.Random(20261122)  # noqa: S311 - no secret
    kiosk = open_kiosk(size=(1280, 1024), printer="Foyer", address="https://a.example/")
    kiosk.begin()
    failures = []
    monkeypatch.setattr(sys, "excepthook", lambda *error: failures.append(error))
    begun = time.monotonic()
    with stand_in_printer(tmp_path / "pages.pdf", names=("Foyer",)):
        for number in range(10_000):
            do_anything(kiosk, dice)
            if number % 50 == 0:
                settle(1)
    assert time.monotonic() - begun < 60
    assert failures == []
    assert kiosk.window.isVisible()
    assert QApplication.activeModalWidget() is None
    kiosk.reset()
    kiosk.begin()
    kiosk.open("ct-scan")
    assert kiosk.reading.article.id == "ct-scan"
