"""What can be done with findings, wherever they are listed: each deed once, on whatever is chosen."""

from collections.abc import Callable

from scrutiny_desk.desk.context import Place
from scrutiny_desk.desk.panes.base import Pane
from scrutiny_desk.desk.widgets.lesson_line import LessonLine
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.notings import Noting
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.registers import Entry
from scrutiny_desk.domain.undertakings import State
from scrutiny_desk.services import answering, noting, registers, reviewing, tables, tagging, undertakings

QUESTION_DEEDS = ("answered", "stand", "due", "pass", "chase", "tag", "confirm", "correct", "reject", "brief")
OWED_DEEDS = ("kept", "due", "pass", "chase", "confirm", "correct", "reject")
OTHER_DEEDS = ("confirm", "correct", "reject")


class FindingDeeds(Pane):
    """A pane that lists findings. `chosen` gives the kind and the ids that the deeds are done on.

    `lesson`, where a pane has one, is the line that offers a rule of what was corrected last.
    """

    lesson: LessonLine

    def chosen(self) -> tuple[Kind, list[int]]:
        """The kind of what is chosen, and the ids."""
        raise NotImplementedError

    def deeds(self) -> tuple[str, ...]:
        """What the inspector offers."""
        kind = self.chosen()[0]
        if kind is Kind.QUESTIONS:
            return QUESTION_DEEDS
        return OWED_DEEDS if kind in (Kind.UNDERTAKINGS, Kind.ACTIONS) else OTHER_DEEDS

    def able(self) -> frozenset[str]:
        """Every deed of the kind, where something is chosen."""
        return frozenset({*self.deeds(), "open_passage"}) if self.chosen()[1] else frozenset()

    def open_finding(self, kind: Kind, thing_id: int, pane: str = "reader") -> None:
        """Open the reader, or the review, at a finding's passage."""
        library = self.context.library
        ask = {
            Kind.QUESTIONS: tables.question,
            Kind.UNDERTAKINGS: tables.undertaking,
            Kind.DECISIONS: tables.decision,
            Kind.ACTIONS: tables.action,
        }[kind]
        self.context.jobs.read(
            self, lambda: ask(library, thing_id).sources, lambda found: self._arrive(kind, thing_id, found, pane)
        )

    def _arrive(self, kind: Kind, thing_id: int, sources: tuple, pane: str) -> None:
        if sources:
            first = sources[0]
            block = first.spans[0].block if first.spans else (first.paragraph or 1) - 1
            self.context.go(Place(pane, id=first.document_id, finding=(kind, thing_id), block=block))
            return
        library = self.context.library
        self.context.jobs.read(self, lambda: noting.of(library, kind, thing_id), self._arrive_live)

    def _arrive_live(self, notings: tuple[Noting, ...]) -> None:
        """What rests on no passage but was noted at a meeting leads to that meeting."""
        if notings and notings[0].meeting_id is not None:
            self.context.go(Place("meeting", id=notings[0].meeting_id))

    def do_open_passage(self) -> None:
        """Open the passage of what is chosen."""
        kind, ids = self.chosen()
        if ids:
            self.open_finding(kind, ids[0])

    def do_correct(self) -> None:
        """Correct it where one reviews."""
        kind, ids = self.chosen()
        if ids:
            self.open_finding(kind, ids[0], "review")

    def do_rule(self) -> None:
        """Make a rule of what was corrected last."""
        from scrutiny_desk.desk.dialogs.house_rule import RuleDialog

        if self.lesson.about is not None:
            RuleDialog(self, self.context, self.lesson.about, self.lesson.leave).open()

    def do_answered(self) -> None:
        """Mark as answered."""
        self._write(lambda library, _kind, ids: answering.set_status(library, ids, QuestionStatus.ANSWERED_LATER))

    def do_kept(self) -> None:
        """Mark as kept."""
        self._write(lambda library, kind, ids: undertakings.set_state(library, kind, ids, State.DONE))

    def do_confirm(self) -> None:
        """Say that it is right."""
        self._write(reviewing.confirm)

    def do_reject(self) -> None:
        """Say that it is none."""
        self._write(reviewing.reject)

    def do_tag(self) -> None:
        """Choose the issues to lay on it."""
        from scrutiny_desk.desk.dialogs.tagging import TagDialog

        _kind, ids = self.chosen()
        TagDialog(self.context, self, lambda issues: self._tag(issues, ids), question=ids[0]).open()

    def _tag(self, issues: list[int], ids: list[int]) -> None:
        library = self.context.library
        if issues:
            self.context.jobs.write(self, lambda: tagging.tag_questions(library, issues, ids))

    def do_due(self) -> None:
        """Set the day it is to be followed up, or is due."""
        from scrutiny_desk.desk.dialogs.ask_date import DateDialog

        kind, ids = self.chosen()
        DateDialog(self, self.context.today(), lambda day: self._date(kind, ids[0], day)).open()

    def do_stand(self) -> None:
        """Say what has become of the questions, with what shows it."""
        from scrutiny_desk.desk.dialogs.standing import StandingDialog

        kind, ids = self.chosen()
        library = self.context.library
        if kind is Kind.QUESTIONS and ids:
            self.context.jobs.read(
                self,
                lambda: tables.question(library, ids[0]),
                lambda question: StandingDialog(self.context, self, ids, question).open(),
            )

    def do_pass(self) -> None:
        """Pass it to a successor or somebody else."""
        from scrutiny_desk.desk.dialogs.passing import PassDialog

        kind, ids = self.chosen()
        if ids:
            PassDialog(self.context, self, [(kind, number) for number in ids]).open()

    def do_chase(self) -> None:
        """Chase what is chosen, of whoever owes the first of it."""
        from scrutiny_desk.desk.dialogs.chasing import ChaseDialog

        kind, ids = self.chosen()
        library, today = self.context.library, self.context.today()
        if ids:
            things = [(kind, number) for number in ids]
            self.context.jobs.read(
                self,
                lambda: registers.entries(library, things[:1], today=today),
                lambda found: ChaseDialog(self.context, self, things, _first_owner(found)).open(),
            )

    def _date(self, kind: Kind, thing_id: int, day: str | None) -> None:
        library = self.context.library
        if kind is Kind.QUESTIONS:
            self.context.jobs.write(self, lambda: answering.set_follow_up(library, thing_id, day))
        else:
            self.context.jobs.write(self, lambda: undertakings.set_due(library, kind, thing_id, day))

    def _write(self, service: Callable) -> None:
        kind, ids = self.chosen()
        library = self.context.library
        if ids:
            self.context.jobs.write(self, lambda: service(library, kind, ids))

    def do_brief(self) -> None:
        """Make a briefing from here."""
        self.context.go(Place("briefings"))

    def tell(self, kind: Kind, thing_id: int) -> None:
        """Let the inspector tell of a finding."""
        self.told.emit((kind, thing_id))
        self.abilities.emit()


def _first_owner(entries: list[Entry]) -> int | None:
    """The person who owes the first of these, where that is one of the library's."""
    owners = entries[0].owners if entries else ()
    return owners[0].person_id if owners else None
