"""What comes to its turn at a live meeting: what is outstanding before its committee, and what was planned."""

from dataclasses import dataclass, replace

from scrutiny_desk.desk import words
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.meetings import Meeting
from scrutiny_desk.domain.plans import PlannedQuestion
from scrutiny_desk.domain.questions import Question, QuestionStatus
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import meetings, noting, plans, tables
from scrutiny_desk.services.working_days import working_days


@dataclass(frozen=True, slots=True)
class Turn:
    """One question to ask: one of the register, a line of the plan in the user's own words, or both.

    `asked_on` is the day (ISO) it was asked before; `noted` is what is told of a question that was noted live;
    `outcome` what was marked at this meeting.
    """

    question: Question | None = None
    planned: PlannedQuestion | None = None
    asked_on: str | None = None
    noted: str = ""
    outcome: QuestionStatus | None = None

    @property
    def text(self) -> str:
        """The question's words, else the plan's."""
        return self.question.text if self.question else self.planned.text if self.planned else ""

    @property
    def question_id(self) -> int | None:
        """The question of the register, if it is one."""
        return self.question.id if self.question else None

    def now(self, question: Question | None) -> "Turn":
        """The same turn with its question as it is now in the register; None where it is no longer there. What was
        marked here and has been undone is no outcome any more."""
        marked = question is not None and self.outcome is not None and question.standing != ""
        return replace(self, question=question, outcome=question.status if question and marked else None)


def turns(library, number: int) -> tuple[Meeting, list[Turn]]:  # noqa: ANN001 - the store's class
    """The turns of a meeting: the plan's first and in its order, then what else is outstanding."""
    meeting = meetings.get(library, number)
    lines = plans.plan(library, Kind.MEETINGS, number).lines
    rows = tables.rows(library, Kind.QUESTIONS)
    planned = [line.question_id for line in lines if line.question_id]
    owed = list(rows.ids(View(outstanding=True, committee=meeting.committee, until=meeting.date)))
    ids = list(dict.fromkeys([*planned, *owed]))
    held = {question.id: question for question in tables.questions(library, ids)}
    day = rows.columns.index("date")
    days = {row[0]: row[day] for row in rows.page(ids) if row}
    noted = [one for one in noting.of_meeting(library, number) if one.kind == "question"]
    live = {one.row_id: noting.source_words(one) for one in noted}

    def turn(question_id: int | None, line: PlannedQuestion | None = None) -> Turn:
        question = held.get(question_id or 0)
        return Turn(question, line, days.get(question_id or 0), live.get(question_id or 0, ""))

    mine = [turn(line.question_id, line) for line in lines if line.question_id is None or line.question_id in held]
    return meeting, [*mine, *(turn(each) for each in owed if each not in planned and each in held)]


def told(turn: Turn, today: str, nation: str) -> list[str]:
    """What stands under a question in large type: who asked it and when, what is planned, what was said then."""
    it, parts = turn.question, []
    if it is not None and turn.noted:
        parts.append(f"{tr('You noted it:')} {turn.noted}")
    elif it is not None:
        asked = f"{tr('Asked by')} {words.who(it.asked_by)}, {words.day(turn.asked_on)}"
        parts.append(f"{asked} · {tr('put to')} {words.names(it.put_to)}" if it.put_to else asked)
    else:
        parts.append(tr("From your question plan"))
    parts += _planned(turn)
    if it is not None and it.answers:
        parts.append(f"{tr('Said then:')} “{it.answers[-1].text}”")
    age = working_days(turn.asked_on, today, nation) if it is not None and not turn.noted else None
    if age:
        parts.append(words.count(age, "working day ago", "working days ago"))
    return parts


def _planned(turn: Turn) -> list[str]:
    """What the question plan has for it: its own words, who asks it, and what to ask next."""
    planned = turn.planned
    if planned is None:
        return []
    said = [f"{tr('Planned')}: {planned.text}"] if planned.text != turn.text else []
    if planned.asker:
        said.append(f"{tr('To be asked by')} {planned.asker}")
    follow_ups = ((tr("If yes"), planned.if_yes), (tr("If no"), planned.if_no), (tr("If not"), planned.if_evaded))
    return said + [f"{name}: {words_}" for name, words_ in follow_ups if words_]
