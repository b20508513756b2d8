import sys

from PySide6.QtWidgets import QLabel, QTextBrowser


def test_calls_into_qt_lose_no_reference_to_none(qtbot):
    """A binding that does ends the program after some minutes, on Python before 3.12."""
    label, browser = QLabel(), QTextBrowser()
    qtbot.addWidget(label)
    qtbot.addWidget(browser)
    before = sys.getrefcount(None)
    for _ in range(500):
        label.setText("a")
        browser.setHtml("<p>a</p>")
        browser.setExtraSelections([])
    assert abs(sys.getrefcount(None) - before) < 250
