import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from livermets_desktop.ui.wrap_row import WrapRow


@pytest.fixture
def row(qtbot):
    made = WrapRow()
    qtbot.addWidget(made)
    return made


class Box(QWidget):
    def __init__(self, width, height=20):
        super().__init__()
        self._size = QSize(width, height)

    def sizeHint(self):
        return self._size


def test_widgets_wrap_into_further_lines(row):
    row.show_widgets([Box(100), Box(100), Box(100)])
    row.resize(220, 100)
    row.grab()
    places = [widget.geometry() for widget in row.findChildren(Box)]
    assert [(place.left(), place.top()) for place in places] == [(0, 0), (106, 0), (0, 26)]
    assert row.heightForWidth(220) == 46
    assert row.heightForWidth(1000) == 20


def test_lower_widgets_stand_in_the_middle_of_their_line(row):
    row.show_widgets([Box(50, 10), Box(50, 30)])
    row.resize(200, 40)
    row.grab()
    assert [widget.y() for widget in row.findChildren(Box)] == [10, 0]


def test_what_is_not_shown_any_more_is_hidden(row, qtbot):
    first, second = Box(50), Box(50)
    row.show()
    row.show_widgets([first, second])
    row.show_widgets([second])
    assert not first.isVisible()
    assert second.isVisible()
    assert second.x() == 0
    row.show_widgets([])
    assert row.heightForWidth(100) == 0
