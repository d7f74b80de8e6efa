"""One meeting: its papers, its business, what was asked, promised and decided, and who was there."""

from PySide6.QtWidgets import QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.models.columns import FINDING_COLUMNS, document_columns
from scrutiny_desk.desk.panes.base import header
from scrutiny_desk.desk.panes.deeds import FindingDeeds
from scrutiny_desk.desk.panes.notes import NotesPage
from scrutiny_desk.desk.panes.register import Register
from scrutiny_desk.desk.panes.tabs import Tab, Tabs
from scrutiny_desk.desk.widgets.choices import ChoiceList
from scrutiny_desk.desk.widgets.empty import EmptyState
from scrutiny_desk.desk.widgets.parts import button
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.meetings import Meeting
from scrutiny_desk.domain.people import Appearance, post_in_words
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import meetings, noting, people, personal, retention, tables
from scrutiny_desk.services.noting import Pair

LISTED = (
    ("Questions", Kind.QUESTIONS, "No questions in its papers"),
    ("Undertakings", Kind.UNDERTAKINGS, "No undertakings in its papers"),
    ("Decisions", Kind.DECISIONS, "No decisions in its papers"),
    ("Actions", Kind.ACTIONS, "No actions in its papers"),
)


class MeetingPane(FindingDeeds):
    """Tabs: Questions, Undertakings, Decisions, Actions, Papers, Who was there."""

    register = "meetings"
    concerns = (Kind.MEETINGS, Kind.QUESTIONS, Kind.UNDERTAKINGS, Kind.DECISIONS, Kind.ACTIONS, Kind.DOCUMENTS)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._meeting: int | None = None
        self._committee = ""
        details = button(tr("Date and committee…"), self._details, icon_name="pencil")
        live = button(tr("At the meeting"), self._go_live, icon_name="presentation")
        plan = button(tr("Question plan"), self._go_plan)
        matters = button(tr("Matters arising"), self._go_matters)
        brief = button(tr("Brief for this meeting"), self.do_brief, primary=True)
        self.noted = button("", self._join_noted, icon_name="arrow-merge")
        self.noted.hide()
        head, self._title, self._under = header("", " ", self.noted, details, plan, matters, live, brief)
        self._under.setVisible(True)
        self.body.addWidget(head)
        self.people = ChoiceList(tr("Who was there"))
        self.people.picked.connect(lambda person: self.context.go(Place("witness", id=person)))
        self.papers = self._papers()
        self.notes = NotesPage(context, Kind.MEETINGS)
        self.tabs = Tabs(
            (
                *(Tab(name, self._register(kind, empty), kind) for name, kind, empty in LISTED),
                Tab("Papers", self.papers),
                Tab("Who was there", self.people),
                Tab("Notes", self.notes),
            ),
            tr("What is held of this meeting"),
        )
        self.body.addWidget(self.tabs, 1)
        self.tabs.turned.connect(self._turned)

    def _register(self, kind: Kind, heading: str) -> Register:
        empty = EmptyState("info-circle", tr(heading), tr("If you know of one, add it where you read the minutes."))
        source, columns = tables.rows(self.context.library, kind), FINDING_COLUMNS[kind](self.calendar())
        made = Register(self.context, source, columns, tr(kind.value.title()), empty)
        made.list.chosen.connect(lambda item: self.tell(kind, item))
        made.list.opened.connect(lambda item: self.open_finding(kind, item))
        return made

    def _papers(self) -> Register:
        empty = EmptyState("files", tr("No papers"), tr("Its papers are no longer in the library."))
        made = Register(
            self.context, tables.rows(self.context.library, Kind.DOCUMENTS), document_columns(), tr("Papers"), empty
        )
        made.list.opened.connect(lambda item: self.context.go(Place("reader", id=item)))
        return made

    def show_place(self, place: Place) -> None:
        """Show the meeting the place names."""
        if place.id != self._meeting:
            self.tabs.bar.setCurrentIndex(0)
        self._meeting = place.id
        self._fetch()

    def refresh(self, _change: Change) -> None:
        """Fetch it again."""
        if self._meeting is not None:
            self._fetch()

    def _fetch(self) -> None:
        library, meeting = self.context.library, self._meeting
        if meeting is None:
            return
        self.context.jobs.read(
            self,
            lambda: (meetings.get(library, meeting), _attendance(library, meeting), noting.offered(library, meeting)),
            lambda found: self._take(*found),
            key="meeting",
            failed=self._gone,
        )
        self.notes.show_of(meeting)
        for tab in self.tabs.tabs[:5]:
            tab.widget.ask(View(meeting=meeting))

    def _gone(self, trouble: Trouble) -> None:
        self._title.setText(trouble.sentence)
        self._under.setText(trouble.remedy)

    def _take(self, meeting: Meeting, there: list[tuple[Appearance, str]], noted: tuple[Pair, ...]) -> None:
        self.noted.setText(f"{words.count(len(noted), 'noted live', 'noted live')}, {tr('in the minutes too')}…")
        self.noted.setAccessibleName(self.noted.text())
        self.noted.setVisible(bool(noted))
        self._committee = meeting.committee or ""
        self._title.setText(f"{meeting.committee or tr('Committee not known')}, {words.day(meeting.date)}")
        times = "–".join(t for t in (meeting.start, meeting.end) if t)
        parts = [p for p in (meeting.body, meeting.place, times) if p]
        self._under.setText(" · ".join(parts) or tr("The papers do not say where it was held."))
        choices, seen = [], set()
        for appearance, name in there:
            key = (appearance.person_id, appearance.capacity)
            if key not in seen:
                seen.add(key)
                post = post_in_words(appearance.post, appearance.organisation)
                role = tr(words.CAPACITY_WORDS[appearance.capacity])
                choices.append((appearance.person_id, name, f"{role} · {post}" if post else role))
        self.people.fill(choices)
        self.tabs.say_count(5, len(choices))

    def _turned(self) -> None:
        kind, ids = self.chosen()
        if ids and self.tabs.shown.kind is not None:
            self.tell(kind, ids[0])
        else:
            self.told.emit(None)
            self.abilities.emit()

    def _go_live(self) -> None:
        if self._meeting is not None:
            self.context.go(Place("live", id=self._meeting))

    def _join_noted(self) -> None:
        from scrutiny_desk.desk.dialogs.noted import NotedDialog

        if self._meeting is not None:
            NotedDialog(self, self.context, self._meeting).open()

    def _go_plan(self) -> None:
        if self._meeting is not None:
            self.context.go(Place("plan", id=self._meeting, tab="meeting"))

    def _go_matters(self) -> None:
        self.context.go(Place("following", tab="Matters arising", words=self._committee))

    def _details(self) -> None:
        from scrutiny_desk.desk.dialogs.meeting_details import MeetingDialog

        library, number = self.context.library, self._meeting
        if number is None:
            return

        def keep(values: dict) -> None:
            self.context.jobs.write(self, lambda: meetings.set_details(library, number, **values))

        self.context.jobs.read(
            self,
            lambda: meetings.get(library, number),
            lambda meeting: MeetingDialog(self, meeting, keep, self._keep_until).open(),
        )

    def _keep_until(self) -> None:
        from scrutiny_desk.desk.dialogs.retention import KeepUntilDialog

        library, number = self.context.library, self._meeting
        if number is None:
            return

        def keep(day: str | None) -> None:
            self.context.jobs.write(self, lambda: retention.keep_several(library, [number], day))

        self.context.jobs.read(
            self, lambda: personal.kept_until(library, number), lambda day: KeepUntilDialog(self, day, keep).open()
        )

    def chosen(self) -> tuple[Kind, list[int]]:
        """The selected rows of the tab shown."""
        tab = self.tabs.shown
        return (tab.kind, tab.widget.list.chosen_ids()) if tab.kind else (Kind.QUESTIONS, [])

    def able(self) -> frozenset[str]:
        """A briefing can always be made."""
        return super().able() | {"brief", "export"}

    def do_brief(self) -> None:
        """Brief for this meeting."""
        if self._meeting is not None:
            self.context.go(Place("briefings", id=self._meeting, tab="meeting"))

    do_export = do_brief

    def leave(self) -> None:
        """Keep a note that is being written."""
        self.notes.keep()

    def first_focus(self) -> QWidget:
        """The list of the tab shown."""
        widget = self.tabs.shown.widget
        if isinstance(widget, Register):
            return widget.entrance(self.tabs.bar)
        return self.notes.field if widget is self.notes else widget


def _attendance(library, meeting: int) -> list[tuple[Appearance, str]]:  # noqa: ANN001 - the store's class
    found = meetings.attendance(library, meeting)
    names = {number: people.get(library, number).name for number in {a.person_id for a in found}}
    return [(appearance, names[appearance.person_id]) for appearance in found]
