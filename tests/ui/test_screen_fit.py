import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from livermets_desktop.ui.screen_fit import ScreenFit


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    window.fit = ScreenFit(window)
    return window


@pytest.fixture
def room():
    return QGuiApplication.primaryScreen().availableGeometry()


@pytest.mark.parametrize(
    "place",
    [
        QRect(5000, 4000, 600, 400),
        QRect(-3000, 20, 600, 400),
        QRect(40, 40, 5000, 4000),
        QRect(-20, -300, 600, 400),
        QRect(700, 700, 600, 400),
    ],
    ids=["gone", "left", "too large", "above", "half off"],
)
def test_a_window_comes_back_when_its_screen_goes(window, room, place):
    window.setGeometry(place)
    QGuiApplication.instance().screenRemoved.emit(QGuiApplication.primaryScreen())
    assert room.contains(window.frameGeometry())
    edges = window.frameGeometry().width() - window.width()
    assert window.frameGeometry().width() == min(place.width() + edges, room.width())


def test_a_window_that_fits_stays_where_it_is(window, room):
    window.setGeometry(QRect(30, 40, 500, 300))
    QGuiApplication.primaryScreen().availableGeometryChanged.emit(room)
    assert window.geometry() == QRect(30, 40, 500, 300)


def test_a_maximised_window_is_left_to_the_system(window):
    window.showMaximized()
    before = window.geometry()
    window.fit.fit()
    assert window.geometry() == before
    assert window.isMaximized()
