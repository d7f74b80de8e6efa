"""The fields of the small forms in which a person says something of the register: a day, a choice, words."""

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QComboBox, QDateEdit, QDialog, QFormLayout, QLineEdit, QWidget

from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.drop_down import DropDown
from scrutiny_desk.desk.widgets.parts import button, column, label, row
from scrutiny_desk.desk.words import tr

WIDE = 380


class FormDialog(QDialog):
    """A heading, fields under one another, what is wrong in words, and two buttons; `keep` is for the dialog to say."""

    def __init__(self, parent: QWidget, title: str, heading: str, done: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.form = QFormLayout()
        self.form.setSpacing(theme.px(10))
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.wrong = label("", "small")
        self.wrong.hide()
        self.done_button = button(done, self.keep, primary=True)
        self.done_button.setDefault(True)
        self.foot = row(1, button(tr("Cancel"), self.reject), self.done_button)
        inner = column(label(heading, "heading"), gap=12, margin=20)
        inner.addLayout(self.form)
        inner.addWidget(self.wrong)
        inner.addLayout(self.foot)
        self.setLayout(inner)
        self.setMinimumWidth(theme.px(WIDE + 160))

    def keep(self) -> None:
        """Keep what was said."""
        raise NotImplementedError

    def add(self, name: str, field: QWidget) -> QWidget:
        """Put a field in under its name."""
        field.setAccessibleName(name)
        self.form.addRow(name, field)
        return field

    def say_wrong(self, sentence: str) -> None:
        """Say what is missing."""
        self.wrong.setText(sentence)
        self.wrong.show()


def words_field(present: str = "", hint: str = "") -> QLineEdit:
    """A line of words."""
    made = QLineEdit(present)
    made.setPlaceholderText(hint)
    made.setMinimumWidth(theme.px(WIDE))
    return made


def choice(said: Mapping[StrEnum, str], present: StrEnum | None = None) -> QComboBox:
    """A choice of one of these."""
    made = DropDown()
    for value, words in said.items():
        made.addItem(tr(words[:1].upper() + words[1:]), value)
    if present is not None:
        made.setCurrentIndex(max(made.findData(present), 0))
    return made


def day_field(today: str) -> QDateEdit:
    """A day, today at first."""
    made = QDateEdit(QDate.fromString(today, Qt.DateFormat.ISODate))
    made.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    made.setDisplayFormat("d MMMM yyyy")
    made.setCalendarPopup(True)
    return made


def day_of(field: QDateEdit) -> str:
    """The day in a field, as ISO."""
    return field.date().toString(Qt.DateFormat.ISODate)
