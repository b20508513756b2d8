"""The bars above and below the pages: the way back, help, text size, going on."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from livermets_desktop.ui.icons import Icons
from livermets_desktop.ui.kiosk.touch import TouchButton, chosen, look_at


class TopBar(QWidget):
    """Lead back, home, to the search and to help; on the home page it names the library."""

    back_requested = Signal()
    home_requested = Signal()
    search_requested = Signal()
    urgent_requested = Signal()
    finish_requested = Signal()
    size_step = Signal(int)
    corner_touched = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("kioskTop")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._mark = QLabel()
        self._title = QLabel(title)
        self._title.setObjectName("kioskTitle")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._back = TouchButton(self.tr("Back"), "back")
        self.home = TouchButton(self.tr("Home"), "home")
        self._size = QLabel(self.tr("Text size"))
        self._size.setObjectName("kioskNote")
        self.smaller = TouchButton(self.tr("Smaller"), "smaller")
        self.bigger = TouchButton(self.tr("Bigger"), "bigger")
        self.finish = TouchButton(self.tr("Finish"), "leave")
        self.search = TouchButton(self.tr("Search"), "search")
        self.urgent = TouchButton(self.tr("Get help now"), "urgent", kind="urgent")
        self._place = QVBoxLayout()
        self._lay_out()
        chosen(self._back, self.back_requested.emit)
        chosen(self.home, self.home_requested.emit)
        chosen(self.search, self.search_requested.emit)
        chosen(self.finish, self.finish_requested.emit)
        chosen(self.urgent, self.urgent_requested.emit)
        chosen(self.smaller, lambda: self.size_step.emit(-1))
        chosen(self.bigger, lambda: self.size_step.emit(1))

    def set_look(self, icons: Icons) -> None:
        """Use these colours and sizes from now on."""
        look_at(self.findChildren(TouchButton), icons)
        self._mark.setPixmap(icons.pixmap("liver", "accent", 26))

    def show_home(self, *, room: bool) -> None:
        """Name the library; without room there are no buttons for the size."""
        self._show(home=True, searching=False)
        for widget in (self._size, self.smaller, self.bigger):
            widget.setVisible(room)

    def show_page(self, *, searching: bool) -> None:
        """Show the way back; while searching the field stands in the bar."""
        self._show(home=False, searching=searching)

    def hold(self, field: QWidget) -> None:
        """Keep the search field in the bar, where it is shown while searching."""
        self._place.addWidget(field)
        self._field = field

    def mousePressEvent(self, event: object) -> None:
        """Tell of touches on the bar itself: staff leave by a number of them."""
        self.corner_touched.emit()

    def _show(self, *, home: bool, searching: bool) -> None:
        for widget in (self._mark, self._title, self._size, self.smaller, self.bigger, self.finish):
            widget.setVisible(home)
        for widget in (self._back, self.home):
            widget.setVisible(not home)
        self.search.setVisible(not home and not searching)
        self._field.setVisible(searching)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(48, 16, 48, 16)
        row.setSpacing(16)
        for widget in (self._mark, self._title, self._back, self.home):
            row.addWidget(widget)
        row.addLayout(self._place, 100)
        row.addStretch(1)
        for widget in (
            self._size,
            self.smaller,
            self.bigger,
            self.finish,
            self.search,
            self.urgent,
        ):
            row.addWidget(widget)


class BottomBar(QWidget):
    """Change the size of the text, go through it, take it along."""

    size_step = Signal(int)
    up_requested = Signal()
    on_requested = Signal()
    contents_requested = Signal()
    level_requested = Signal()
    speech_requested = Signal()
    print_requested = Signal()
    take_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("kioskBottom")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._size = QLabel(self.tr("Text size"))
        self._size.setObjectName("kioskNote")
        self.smaller = TouchButton(self.tr("Smaller"), "smaller", above=True)
        self.bigger = TouchButton(self.tr("Bigger"), "bigger", above=True)
        self.contents = TouchButton(self.tr("Contents"), "list", above=True)
        self.up = TouchButton(self.tr("Up"), "up", above=True)
        self.on = TouchButton(self.tr("Read on"), "down", kind="primary")
        self._wide = True
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        for widget in (self._size, self.smaller, self.bigger, self.contents):
            self._first.addWidget(widget)
        self._first.addStretch(1)
        for widget in (self.up, self.on):
            self._first.addWidget(widget)
        self._second.addStretch(1)
        self.level = self._add(self.tr("For clinicians"), "pulse", self.level_requested)
        self.speech = self._add(self.tr("Read aloud"), "speak", self.speech_requested)
        self.take = self._add(self.tr("Take home"), "cell", self.take_requested)
        self.print = self._add(self.tr("Print"), "print", self.print_requested)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(48, 16, 48, 16)
        for row in (self._rows, self._first, self._second):
            row.setSpacing(12)
        self._rows.addLayout(self._first, 1)
        self._rows.addLayout(self._second, 1)
        chosen(self.smaller, lambda: self.size_step.emit(-1))
        chosen(self.bigger, lambda: self.size_step.emit(1))
        chosen(self.contents, self.contents_requested.emit)
        chosen(self.up, self.up_requested.emit)
        chosen(self.on, self.on_requested.emit)

    def set_look(self, icons: Icons) -> None:
        """Use these colours and sizes from now on."""
        look_at(self.findChildren(TouchButton), icons)

    def show_room(self, *, wide: bool) -> None:
        """Fit the bar to the room; where contents do not stand beside the text it opens them."""
        self._wide = wide
        self._size.setVisible(False)
        self.contents.setVisible(not wide)
        needed = self._first.minimumSize().width() + self._second.minimumSize().width()
        margins = self._rows.contentsMargins()
        left = self.width() - margins.left() - margins.right() - self._rows.spacing() - needed
        directions = QBoxLayout.Direction
        self._rows.setDirection(directions.LeftToRight if left >= 0 else directions.TopToBottom)
        words = self._size.sizeHint().width() + self._rows.spacing()
        self._size.setVisible(wide and (left < 0 or left >= words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put all in one row, or in two."""
        super().resizeEvent(event)
        self.show_room(wide=self._wide)

    def show_level(self, *, clinician: bool) -> None:
        """Offer the other level."""
        words = self.tr("In plain words") if clinician else self.tr("For clinicians")
        self.level.set_words(words)

    def show_speaking(self, speaks: bool) -> None:  # a slot
        """Offer to stop while a voice reads."""
        self.speech.set_words(self.tr("Stop reading") if speaks else self.tr("Read aloud"))

    def show_no_voice(self) -> None:
        """Offer no reading aloud: this screen has no voice."""
        self.speech.hide()

    def _add(self, words: str, icon: str, wish: SignalInstance) -> TouchButton:
        button = TouchButton(words, icon, above=True)
        chosen(button, wish.emit)
        self._second.addWidget(button)
        return button
