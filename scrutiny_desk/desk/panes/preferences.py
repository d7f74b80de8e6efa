"""Preferences, made from the settings as they are declared, so that none is missing and none is said twice."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.panes.base import Pane, header
from scrutiny_desk.desk.theme import SIZES, theme
from scrutiny_desk.desk.widgets.drop_down import DropDown
from scrutiny_desk.desk.widgets.parts import card, label
from scrutiny_desk.desk.words import tr
from scrutiny_desk.settings import Option

HEADINGS = {
    "theme": "Colours",
    "text_size": "Text size",
    "own_name": "Your name",
    "body": "Your council",
    "nation": "Nation",
    "briefing_template": "Word template",
    "circulation": "Briefings are for",
    "briefings_folder": "Folder for briefings",
    "lock_after": "Lock when left alone",
}
MINUTES = (0, 5, 15, 30, 60)
CHOICES = {
    "system": "As the system has it",
    "light": "Light",
    "dark": "Dark",
    "contrast": "High contrast",
    "public": "The public",
    "members": "Members",
    "restricted": "Restricted",
}


class PreferencesPane(Pane):
    """A change is in force and kept as soon as it is made."""

    register = "preferences"
    inspects = False

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        head, _title, _under = header(tr("Preferences"), tr("Each is in force, and kept, as soon as you change it."))
        self.body.addWidget(head)
        inner = QWidget()
        lay = QVBoxLayout(inner)
        lay.setContentsMargins(0, 0, theme.px(12), 0)
        lay.setSpacing(theme.px(10))
        self._first: QWidget | None = None
        for option in context.settings:
            if option.name in HEADINGS:
                field = self._field(option)
                field.setAccessibleName(tr(HEADINGS[option.name]))
                field.setMaximumWidth(theme.px(420))
                self._first = self._first or field
                lay.addWidget(
                    card(label(tr(HEADINGS[option.name]), "strong"), label(tr(option.sentence), "small"), field, gap=4)
                )
        lay.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        self.body.addWidget(scroll, 1)

    def show_place(self, _place: Place) -> None:
        """There is nothing to fetch."""

    def first_focus(self) -> QWidget:
        """The first field."""
        return self._first or self

    def _field(self, option: Option) -> QWidget:
        present = self.context.settings[option.name]
        if option.kind is bool:
            made = QCheckBox(tr(HEADINGS[option.name]))
            made.setChecked(present)
            made.toggled.connect(lambda on: self._keep(option.name, on))
            return made
        choices = [(choice, tr(CHOICES.get(choice, choice))) for choice in option.choices]
        if option.name == "text_size":
            choices = [(size, f"{size}%") for size in SIZES]
        if option.name == "lock_after":
            choices = [(n, f"{n} {tr('minutes')}" if n else tr("Never")) for n in MINUTES]
        if choices:
            return self._combo(option, choices, present)
        field = QLineEdit(str(present))
        field.editingFinished.connect(lambda: self._keep(option.name, field.text().strip()))
        return field

    def _combo(self, option: Option, choices: list[tuple[object, str]], present: object) -> QComboBox:
        made = DropDown()
        for value, said in choices:
            made.addItem(said, value)
        made.setCurrentIndex(max(made.findData(present), 0))
        made.activated.connect(lambda _n: self._keep(option.name, made.currentData()))
        return made

    def _keep(self, name: str, value: object) -> None:
        if self.context.settings[name] == value:
            return
        self.context.settings.set(name, value)
        if name in ("theme", "text_size", "nation"):
            from scrutiny_desk.desk.look import put_look_on

            QTimer.singleShot(0, lambda: put_look_on(self.context.settings))
