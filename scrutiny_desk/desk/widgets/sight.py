"""Keeps what the keyboard is at in sight where a pane is higher than the window, and tells it to a screen reader."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QScrollArea, QWidget


def keep_in_sight(widget: QWidget, part: QRect) -> None:
    """Scroll whatever scrolls the widget as a whole so far that this part of it can be seen, if it cannot be yet."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is None or above.widget() is None:
        return
    if above.viewport().rect().contains(QRect(widget.mapTo(above.viewport(), part.topLeft()), part.size())):
        return
    middle = widget.mapTo(above.widget(), part.center())
    above.ensureVisible(middle.x(), middle.y(), 0, part.height() // 2 + above.fontMetrics().height())


def show_whole(widget: QWidget) -> None:
    """Scroll whatever holds the widget, one inside the other, until it can be seen: a field that the keyboard is put in
    by a key may be far from where one was."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea) and above.widget() is not None and above.widget().isAncestorOf(widget):
            place = QRect(widget.mapTo(above.viewport(), widget.rect().topLeft()), widget.size())
            if not above.viewport().rect().contains(place):
                above.ensureWidgetVisible(widget, 0, above.fontMetrics().height())
        above = above.parentWidget()


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say this once it has finished; nothing where none is running."""
    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
