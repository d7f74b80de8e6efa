"""The desk: what needs attention now."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.attention import Attention, attention
from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.panes.base import Pane
from scrutiny_desk.desk.panes.keeping_card import past_keeping
from scrutiny_desk.desk.start_again import open_sample
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.bars import NewsRow, OwingRow, line_up
from scrutiny_desk.desk.widgets.cards import FigureCard
from scrutiny_desk.desk.widgets.empty import EmptyState
from scrutiny_desk.desk.widgets.parts import box, button, card, clear, column, label, row, scrolled
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.work import View

ROOM = 780


class DeskPane(Pane):
    """Four figures, who still owes an answer, what is due, what came in last and what was to be kept no longer; or the
    first steps."""

    register = "desk"
    concerns = tuple(Kind)
    inspects = False
    comfort = 0

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.body.setContentsMargins(0, 0, 0, 0)
        self._over, self._title = label("", "soft"), label(tr("What needs attention"), "title")
        self._cards = QGridLayout()
        self._cards.setSpacing(theme.px(14))
        self._lower = QGridLayout()
        self._lower.setSpacing(theme.px(14))
        self._figures: list[FigureCard] = []
        self._panels: list[QFrame] = []
        self._witnesses: list[OwingRow] = []
        self._times_left = 0
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # until what has been gathered is there to take the keyboard
        inner = QWidget()
        lay = QVBoxLayout(inner)
        lay.setContentsMargins(*(theme.px(n) for n in (24, 20, 24, 20)))
        lay.setSpacing(theme.px(16))
        lay.addWidget(box(column(self._over, self._title, gap=2)))
        lay.addLayout(self._cards)
        lay.addLayout(self._lower)
        lay.addStretch(1)
        self._scroll = scrolled(inner)
        self._first = EmptyState(
            "book", tr("Begin with the papers of one meeting"),
            tr("Import minutes, agendas, reports or letters: files or a whole folder, as Word, PDF, web page or text. "
               "The program finds who asked what of whom and what was promised, and you say whether it is right. "
               "Everything stays on this computer."),
            (tr("Import papers…"), lambda: context.go(Place("import"))),
            (tr("Look at the sample first"), open_sample),
        )  # fmt: skip
        self._first.hide()
        self.body.addWidget(self._scroll)
        self.body.addWidget(self._first)

    def show_place(self, _place: Place) -> None:
        """Gather what needs attention."""
        library, today = self.context.library, self.context.today()
        nation, times = self.context.settings["nation"], self._times_left

        def left() -> bool:
            return self._times_left != times

        self.context.jobs.read(self, lambda: attention(library, today, nation, left), self._show, key="desk")

    def hideEvent(self, event: QHideEvent) -> None:
        """What is being gathered is given up when another pane is gone to; it is gathered anew on coming back."""
        super().hideEvent(event)
        self._times_left += not event.spontaneous()

    def refresh(self, _change: Change) -> None:
        """Gather it again, if it is seen."""
        if self.isVisible():
            self.show_place(Place("desk"))

    def first_focus(self) -> QWidget:
        """Whoever has owed an answer longest, so that Enter shows it at once; else the first figure, or step."""
        stops = [*self._witnesses, *self._figures]
        return stops[0] if stops else self._first if self._first.isVisible() else self

    def resizeEvent(self, event) -> None:  # noqa: ANN001 - Qt's name and event
        """Set the cards in as many columns as there is room for."""
        super().resizeEvent(event)
        self._place_cards()

    def _show(self, found: Attention | None) -> None:
        if found is None:
            return
        empty = not found.figures.documents
        self._first.setVisible(empty)
        self._scroll.setVisible(not empty)
        if empty:
            return
        stops = [*self._witnesses, *self._figures]
        had_focus = next((n for n, stop in enumerate(stops) if stop.hasFocus()), 0 if self.hasFocus() else None)
        clear(self._cards)
        clear(self._lower)
        self._head(found)
        self._figures = self._figure_cards(found)
        self._panels = [self._owing(found), self._news(found)]
        if found.past_keeping:
            self._panels.append(past_keeping(self, self.context, found.past_keeping))
        self._place_cards()
        stops = [*self._witnesses, *self._figures]
        if had_focus is not None:
            stops[min(had_focus, len(stops) - 1)].setFocus()

    def _head(self, found: Attention) -> None:
        meeting = found.next_meeting
        self._over.setVisible(meeting is not None)
        if meeting is None:
            self._title.setText(tr("What needs attention"))
            return
        days = {0: tr("today"), 1: tr("tomorrow")}.get(
            found.days_to_it or 0, f"{tr('in')} {found.days_to_it} {tr('days')}"
        )
        self._over.setText(f"{tr('Next meeting')} · {days}")
        self._title.setText(f"{meeting.committee or tr('Committee not known')}, {words.day(meeting.date)}")

    def _figure_cards(self, found: Attention) -> list[FigureCard]:
        f, go = found.figures, self.context.go
        late = [(words.count(f.undertakings_overdue, "late", "late"), "late")] if f.undertakings_overdue else []
        oldest = next((o.age for o in found.owing if o.age is not None), None)
        return [
            FigureCard(tr("Outstanding answers"), f.outstanding, found.owed_words(), [],
                       lambda: go(Place("questions", view=View(outstanding=True)))),
            FigureCard(tr("To review"), f.to_review, found.review_words(), [], lambda: go(Place("review"))),
            FigureCard(tr("Undertakings open"), f.undertakings_open, "" if late else tr("none is past its date"), late,
                       lambda: go(Place("undertakings", view=View(outstanding=True)))),
            FigureCard(tr("Oldest unanswered"), oldest, tr("working days"), [], lambda: go(Place("witnesses"))),
        ]  # fmt: skip

    def _owing(self, found: Attention) -> QFrame:
        made = card(label(tr("Who still owes an answer"), "heading"), gap=4)
        lay = made.layout()
        self._witnesses = []
        if not found.owing:
            lay.addWidget(label(tr("Nobody: every question in the library has an answer on record."), "soft"))
            return made
        lay.addWidget(label(tr("Press Enter on a name: what they owe, with the passage where it was asked."), "small"))
        most = max(one.outstanding for one in found.owing)
        head = row(gap=8)
        for text, stretch in ((tr("Witness"), 5), (tr("Outstanding"), 4), (tr("Working days"), 2)):
            words_ = label(text, "small", wrap=True)
            if stretch == 2:
                words_.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            head.addWidget(words_, stretch)
        head.setContentsMargins(theme.px(10), theme.px(6), theme.px(10), theme.px(4))
        lay.addLayout(head)
        for one in found.owing[:6]:
            place = Place("witness", id=one.person_id)
            self._witnesses.append(OwingRow(one, most, lambda place=place: self.context.go(place)))
            lay.addWidget(self._witnesses[-1])
        if len(found.owing) > 6:
            more = button(tr("All witnesses"), lambda: self.context.go(Place("witnesses")), look="link", compact=True)
            lay.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        lay.addStretch(1)
        return made

    def _news(self, found: Attention) -> QFrame:
        made = card(label(tr("Waiting for you"), "heading"), gap=8)
        lay, go = made.layout(), self.context.go
        for number, name, waiting in found.review[:4]:
            said = f"{waiting} {tr('to review')}"
            lay.addWidget(NewsRow(said, "accent", name, "", lambda n=number: go(Place("review", id=n))))
        for number, name, count in found.noted[:3]:
            said = f"{count} {tr('noted live, in the minutes too')}"
            lay.addWidget(NewsRow(said, "accent", name, "", lambda n=number: go(Place("meeting", id=n))))
        for number, name, count in found.unplaced[:3]:
            said = f"{count} {tr('without a place')}"
            lay.addWidget(NewsRow(said, "due", name, "", lambda n=number: go(Place("reader", id=n))))
        for number, name, count in found.beside[:3]:
            said = f"{count} {tr('read otherwise')}"
            lay.addWidget(NewsRow(said, "due", name, "", lambda n=number: go(Place("reader", id=n))))
        for due in found.due:
            said = (
                f"{tr('late:')} {words.short_day(due.due)}" if due.late else f"{tr('due')} {words.short_day(due.due)}"
            )
            tone = "late" if due.late else "due"
            lay.addWidget(NewsRow(said, tone, due.owed_by, f"“{due.text}”", self._to_undertakings))
        if found.undated:
            said = words.count(found.undated, "undertaking names no day", "undertakings name no day")
            lay.addWidget(NewsRow(tr("no date"), "quiet", said, "", self._to_undertakings))
        if not (found.review or found.due or found.undated or found.unplaced or found.noted or found.beside):
            lay.addWidget(label(tr("Nothing: all that was found has your word, and nothing is due."), "soft"))
        line_up(made.findChildren(NewsRow))
        if found.latest:
            lay.addSpacing(theme.px(6))
            lay.addWidget(label(tr("Imported last"), "label"))
            for number, name, _when in found.latest:
                lay.addWidget(NewsRow("", "", name, "", lambda n=number: go(Place("reader", id=n))))
        lay.addStretch(1)
        return made

    def _to_undertakings(self) -> None:
        self.context.go(Place("undertakings", view=View(outstanding=True)))

    def _place_cards(self) -> None:
        wide = self.width() >= theme.px(ROOM)
        across = 4 if wide else 2
        for number, made in enumerate(self._figures):
            self._cards.addWidget(made, number // across, number % across)
        for number, made in enumerate(self._panels):
            at = number // 2 if wide else number
            self._lower.addWidget(made, at, number % 2 if wide else 0, 1, 2 if wide and number == 2 else 1)
        self._lower.setColumnStretch(0, 5)
        self._lower.setColumnStretch(1, 4 if wide else 0)
