"""Choosing where in a new version something belongs that fits two places, and seeing what found none."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.parts import button, card, clear, column, label, row
from scrutiny_desk.desk.words import tr
from scrutiny_desk.services import placing
from scrutiny_desk.services.placing import Choice, ToPlace

OWNER_WORDS = {
    "tag": "Tag",
    "note": "Note",
    "question": "Question",
    "undertaking": "Undertaking",
    "decision": "Decision",
    "action": "Action",
}
WIDE, HIGH = 620, 560


class PlacingDialog(QDialog):
    """Everything of one new version that waits for a place, a card each; it closes when the last is settled."""

    def __init__(self, parent: QWidget, context: Context, document_id: int) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("What wants a place in this version"))
        self._context, self._document = context, document_id
        self.waiting: tuple[ToPlace, ...] = ()
        self._heading = label("", "heading")
        inner = QWidget()
        self._lay = QVBoxLayout(inner)
        self._lay.setContentsMargins(0, 0, theme.px(8), 0)
        self._lay.setSpacing(theme.px(12))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.leave_all = button(tr("Leave all with the old version"), self._leave_all)
        close = button(tr("Close"), self.accept, primary=True)
        told = label(
            tr("What you did with the old version stays there whatever you choose. Every choice can be undone."), "soft"
        )
        self.setLayout(column(self._heading, told, scroll, row(self.leave_all, 1, close), gap=10, margin=20))
        self.resize(theme.px(WIDE), min(theme.px(HIGH), parent.window().height() - theme.px(40)))
        self._fetch()

    def _fetch(self) -> None:
        library, number = self._context.library, self._document
        self._context.jobs.read(self, lambda: placing.to_place(library, number), self._show)

    def _show(self, waiting: tuple[ToPlace, ...]) -> None:
        had = bool(self.waiting)
        self.waiting = waiting
        clear(self._lay)
        if not waiting:
            self._heading.setText(tr("Everything has its place"))
            self.leave_all.setEnabled(False)
            if had:
                self.accept()
            return
        twice = sum(1 for one in waiting if one.choices)
        parts = [words.count(twice, "fits two places", "fit more than one place")] if twice else []
        if twice < len(waiting):
            parts.append(words.count(len(waiting) - twice, "is not in this version", "are not in this version"))
        self._heading.setText(", ".join(parts))
        for one in waiting:
            self._lay.addWidget(self._card(one))
        self._lay.addStretch(1)

    def _card(self, one: ToPlace) -> QFrame:
        made = card(label(f"{tr(OWNER_WORDS[one.owner])}: {one.words}", "label"), gap=6)
        lay = made.layout()
        if one.quote != one.words:
            lay.addWidget(label(f"“{one.quote}”"))
        for number, choice in enumerate(one.choices):
            lay.addWidget(label(self._where(choice), "plain-small"))
            here = button(tr("Put it here"), lambda n=number: self._place(one, n), compact=True)
            here.setAccessibleName(f"{tr('Put it here')}: {tr('paragraph')} {choice.paragraph}")
            show = button(tr("Show"), lambda c=choice: self._go(one.document_id, c.spans[0].block), compact=True)
            show.setAccessibleName(f"{tr('Show')}: {tr('paragraph')} {choice.paragraph}")
            lay.addLayout(row(here, show, 1))
        if not one.choices:
            lay.addWidget(label(tr("These words are not in the new version."), "plain-small"))
        old = button(tr("Show the old version"), lambda: self._go(one.old_document_id, None), look="link", compact=True)
        leave = button(tr("Leave it there"), lambda: self._leave((one.id,)), compact=True)
        leave.setAccessibleName(f"{tr('Leave it there')}: {one.words}")
        old.setAccessibleName(f"{tr('Show the old version')}: {one.words}")
        lay.addLayout(row(leave, old, 1))
        return made

    def _where(self, choice: Choice) -> str:
        page = f"{tr('page')} {choice.page}, " if choice.page else ""
        before = f"… {choice.before.strip()} " if choice.before.strip() else ""
        after = f" {choice.after.strip()} …" if choice.after.strip() else ""
        return f"{page}{tr('paragraph')} {choice.paragraph}: {before}[{choice.words}]{after}"

    def _place(self, one: ToPlace, choice: int) -> None:
        library = self._context.library
        self._context.jobs.write(self, lambda: placing.place(library, one.id, choice), lambda _change: self._fetch())

    def _leave(self, ids: tuple[int, ...]) -> None:
        library = self._context.library
        self._context.jobs.write(self, lambda: placing.leave(library, ids), lambda _change: self._fetch())

    def _leave_all(self) -> None:
        self._leave(tuple(one.id for one in self.waiting))

    def _go(self, document_id: int, block: int | None) -> None:
        self._context.go(Place("reader", id=document_id, block=block))
