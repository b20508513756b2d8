"""The plain page of a public screen that does not work."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from livermets_desktop.heartbeat import VARIABLE
from livermets_desktop.ui.out_of_order import OutOfOrderPage

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def page(qtbot):
    one = OutOfOrderPage()
    one.showFullScreen()
    qtbot.waitExposed(one)
    yield one
    one.hide()
    one.deleteLater()


def test_the_page_says_two_sentences_and_fills_the_screen(page):
    assert page.text() == "This screen is out of order. Please tell a member of staff."
    assert page.isFullScreen()
    assert page.size() == page.screen().size()
    assert page.font().pointSizeF() >= 24


def test_no_close_no_key_and_no_menu_ends_the_page(page, qtbot):
    assert not page.close()
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F11, Qt.Key.Key_Return):
        qtbot.keyClick(page, key)
    qtbot.keyClick(page, Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(page, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert page.isFullScreen()
    assert page.contextMenuPolicy() == Qt.ContextMenuPolicy.NoContextMenu


@pytest.mark.parametrize("smaller", ["showMinimized", "showNormal", "showMaximized"])
def test_made_smaller_the_page_fills_the_screen_again(page, qtbot, smaller):
    getattr(page, smaller)()
    qtbot.waitUntil(lambda: page.windowState() == Qt.WindowState.WindowFullScreen)


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_the_page_beats_knows_no_library_and_ends_with_its_watcher():
    code = (
        "import sys; sys.modules['livermets_desktop.library.reader'] = None\n"
        "import livermets_desktop.ui.out_of_order as page\n"
        "page.EVERY_SECONDS = 0.1\n"
        "sys.exit(page.show_out_of_order())"
    )
    program = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, VARIABLE: "1"},
        stdout=subprocess.PIPE,
    )
    try:
        assert program.stdout.read(2) == b".."
        program.stdout.close()
        assert program.wait(10) == 1
    finally:
        program.send_signal(signal.SIGKILL)
        program.wait()
