"""What the papers do not say of a meeting, a person may."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QWidget

from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.parts import button, column, label, row
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.meetings import Meeting

FIELDS = (
    ("committee", "Committee"),
    ("body", "Council"),
    ("date", "Date (year-month-day)"),
    ("start", "Began at"),
    ("end", "Ended at"),
    ("place", "Place"),
)


class MeetingDialog(QDialog):
    """`keep` is called with what was changed, `retention` where the person would say how long to keep the papers."""

    def __init__(
        self, parent: QWidget, meeting: Meeting, keep: Callable[[dict], None], retention: Callable[[], None]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Date and committee"))
        self._meeting, self._keep = meeting, keep
        self.fields: dict[str, QLineEdit] = {}
        form = QFormLayout()
        form.setSpacing(theme.px(10))
        for name, words in FIELDS:
            field = QLineEdit(getattr(meeting, name) or "")
            field.setPlaceholderText(tr("not known"))
            field.setAccessibleName(tr(words))
            field.setMinimumWidth(theme.px(300))
            self.fields[name] = field
            form.addRow(tr(words), field)
        done, leave = button(tr("Keep"), self._done, primary=True), button(tr("Cancel"), self.reject)
        done.setDefault(True)
        inner = column(label(tr("What do you know of this meeting?"), "heading"), gap=12, margin=20)
        inner.addLayout(form)
        self.until = button(tr("Keep its papers until…"), lambda: (self.reject(), retention()))
        self.until.setAutoDefault(False)
        inner.addLayout(row(self.until, 1, leave, done))
        self.setLayout(inner)

    def _done(self) -> None:
        values = {name: field.text().strip() or None for name, field in self.fields.items()}
        changed = {name: value for name, value in values.items() if value != getattr(self._meeting, name)}
        if changed:
            self._keep(changed)
        self.accept()
