"""What is outstanding put together by person, post, organisation and so on; and posts that nobody is known to hold."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.dialogs.passing import PassDialog
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.bars import NewsRow
from scrutiny_desk.desk.widgets.choices import ChoiceList
from scrutiny_desk.desk.widgets.drop_down import DropDown
from scrutiny_desk.desk.widgets.parts import card, clear, label, row
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.registers import Group, Grouping
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import people, posts, registers
from scrutiny_desk.services.posts import Unheld

GROUPED = (
    (Grouping.PERSON, "By person"),
    (Grouping.POST, "By post"),
    (Grouping.ORGANISATION, "By organisation"),
    (Grouping.ASKER, "By who asked"),
    (Grouping.COMMITTEE, "By committee"),
    (Grouping.ISSUE, "By issue"),
)


class OwnersPage(QWidget):
    """Outstanding questions by whose they are; a choice leads to their list."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._committee: str | None = None
        self._groups: tuple[Group, ...] = ()
        self.by = DropDown()
        self.by.setAccessibleName(tr("Put together"))
        for grouping, said in GROUPED:
            self.by.addItem(tr(said), grouping)
        self.by.currentIndexChanged.connect(lambda _n: self.ask(self._committee))
        self.list = ChoiceList(tr("Outstanding questions, put together"))
        self.list.picked.connect(self._open)
        self._unheld = card(gap=4)
        self._unheld.hide()
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, theme.px(10), 0, 0)
        lay.setSpacing(theme.px(10))
        lay.addWidget(self._unheld)
        lay.addLayout(row(self.by, 1))
        lay.addWidget(self.list, 1)

    def ask(self, committee: str | None) -> None:
        """Put together anew, for a committee or for all."""
        self._committee = committee
        library, today, by = self._context.library, self._context.today(), Grouping(self.by.currentData())
        view = View(outstanding=True, committee=committee)
        self._context.jobs.read(
            self,
            lambda: (registers.grouped(library, Kind.QUESTIONS, by, view, today=today), posts.unheld(library)),
            lambda found: self._fill(*found),
            key="owners",
        )

    def _fill(self, groups: tuple[Group, ...], unheld: tuple[Unheld, ...]) -> None:
        self._groups = groups
        self.list.fill([(n, group.label or tr("Not recorded"), _told(group)) for n, group in enumerate(groups)])
        lay = self._unheld.layout()
        clear(lay)
        self._unheld.setVisible(bool(unheld))
        if unheld:
            lay.addWidget(label(tr("To whom does this pass?"), "heading"))
        for one in unheld:
            owed = words.count(len(one.owed), "thing is owed", "things are owed")
            under = f"{owed} · {'; '.join(one.left)}"
            lay.addWidget(NewsRow(tr("nobody known"), "due", one.words, under, lambda one=one: self._pass(one)))

    def _pass(self, one: Unheld) -> None:
        PassDialog(self._context, self, one.owed, one.words).open()

    def _open(self, number: object) -> None:
        group = self._groups[int(str(number))]
        by, view = Grouping(self.by.currentData()), View(outstanding=True, committee=self._committee)
        if by is Grouping.PERSON:
            self._witness(group.label)
            return
        if by is Grouping.COMMITTEE:
            view = View(outstanding=True, committee=group.label or None)
        elif by is Grouping.POST:
            view = View(outstanding=True, committee=self._committee, post=group.label)
        elif by is Grouping.ORGANISATION:
            view = View(outstanding=True, committee=self._committee, organisation=group.label)
        else:
            view = View(outstanding=True, committee=self._committee, words=group.label)
        self._context.go(Place("questions", view=view, words=group.label or tr("Not recorded")))

    def _witness(self, name: str) -> None:
        library = self._context.library
        self._context.jobs.read(self, lambda: people.find(library, name) if name else (), self._go)

    def _go(self, found: tuple) -> None:
        if found:
            self._context.go(Place("witness", id=found[0].id))


def _told(group: Group) -> str:
    parts = [words.count(len(group.ids), "outstanding", "outstanding")]
    if group.late:
        parts.append(words.count(group.late, "late", "late"))
    if group.oldest:
        parts.append(f"{tr('the oldest asked on')} {words.day(group.oldest)}")
    return " · ".join(parts)
