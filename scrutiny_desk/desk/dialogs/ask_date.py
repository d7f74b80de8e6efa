"""Asking for a day, or for none."""

from collections.abc import Callable

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QDateEdit, QDialog, QWidget

from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.parts import button, column, label, row
from scrutiny_desk.desk.words import tr


class DateDialog(QDialog):
    """`done_with` is called with the ISO day, or None for no day."""

    def __init__(self, parent: QWidget, today: str, done_with: Callable[[str | None], None]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Set a date"))
        self._done = done_with
        self.field = QDateEdit(QDate.fromString(today, Qt.DateFormat.ISODate).addDays(14))
        self.field.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self.field.setDisplayFormat("d MMMM yyyy")
        self.field.setCalendarPopup(True)
        self.field.setAccessibleName(tr("Day"))
        self.field.setMinimumWidth(theme.px(240))
        keep = button(
            tr("Set this day"), lambda: self._say(self.field.date().toString(Qt.DateFormat.ISODate)), primary=True
        )
        none, leave = button(tr("No day"), lambda: self._say(None)), button(tr("Cancel"), self.reject)
        keep.setDefault(True)
        self.setLayout(
            column(label(tr("By which day?"), "heading"), self.field, row(1, leave, none, keep), gap=12, margin=20)
        )

    def _say(self, day: str | None) -> None:
        self._done(day)
        self.accept()
