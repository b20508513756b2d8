"""Tell assistive technology what is shown without taking the keyboard."""

from PySide6.QtWidgets import QWidget


def announce(place: QWidget, words: str) -> None:
    """Have a sentence said when the screen reader pauses; without one it costs nothing."""
    # Loaded when the first sentence is shown: the start does not wait for it.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415

    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(place, words))
