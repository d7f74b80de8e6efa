"""Taking the council's spreadsheet in: what a person ticked, as one step that Undo takes back whole.

The spreadsheet itself is kept as a paper, so that what came from it leads to its row. What it says is held back from
public output until a person says who may see it.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from scrutiny_desk.briefing import register_words
from scrutiny_desk.domain.blocks import Block, BlockKind, Span
from scrutiny_desk.domain.changes import FOLLOWED, Change
from scrutiny_desk.domain.deadlines import DueDay
from scrutiny_desk.domain.documents import Classification, DocumentKind, ReadDocument
from scrutiny_desk.domain.people import Who, folded
from scrutiny_desk.domain.questions import Question, QuestionStatus
from scrutiny_desk.domain.recommendations import Progress, Reply, Response
from scrutiny_desk.domain.sources import Review, Source
from scrutiny_desk.domain.standings import Standing
from scrutiny_desk.domain.tracker import (
    TAKEN_IN,
    CellDifference,
    Cells,
    Column,
    Comparison,
    Finding,
    RowDifference,
    Sheet,
)
from scrutiny_desk.domain.undertakings import Action, Decision, DecisionKind, State
from scrutiny_desk.services import due_days, standings, tracker_words
from scrutiny_desk.services.times import now
from scrutiny_desk.services.tracker_compare import day_of
from scrutiny_desk.services.trackers import mark, thing
from scrutiny_desk.store import (
    Database,
    Library,
    charges,
    documents,
    meetings,
    people,
    questions,
    responses,
    tracker,
    undertakings,
)

FROM_SHEET = "It stands in the council's own spreadsheet."
MAY_BE_TAKEN = (Finding.CHANGED, Finding.CONFLICT, Finding.OURS)


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person takes: cells, as the number of their row and their column; and new rows by number."""

    cells: frozenset[tuple[int, Column]] = frozenset()
    rows: frozenset[int] = frozenset()


def usual(compared: Comparison) -> Choice:
    """What is safe to take: what changed on the spreadsheet's side only, and its new rows; nothing that closes a
    question, and no conflict, since these want a person's word."""
    cells = frozenset(
        (row.number, cell.column)
        for row in compared.differing
        for cell in row.cells
        if cell.finding is Finding.CHANGED and not closes(row, cell)
    )
    return Choice(cells, frozenset(row.number for row in compared.new if row.request))


def closes(row: RowDifference, cell: CellDifference) -> bool:
    """Whether taking this cell says of something open that nothing more is owed."""
    if cell.column is not Column.STATUS or row.ours is None:
        return False
    found = tracker_words.meaning(row.ours.kind, cell.theirs)
    return found is not None and found.closes


def take(
    library: Library, path: Path, sheets: Sequence[Sheet], compared: Comparison, choice: Choice, today: str
) -> Change:
    """Take what was chosen on a day (ISO), as one step; an empty Change where nothing was."""
    sheet = next(sheet for sheet in sheets if sheet.name == compared.name)
    data = path.read_bytes()
    taken = [
        (row, cell)
        for row in compared.differing
        for cell in row.cells
        if (row.number, cell.column) in choice.cells and cell.finding in MAY_BE_TAKEN
    ]
    new = [row for row in compared.new if row.number in choice.rows and row.request]

    def work(db: Database) -> list[tuple[tracker.Thing, RowDifference]]:
        if not taken and not new:
            return []
        paper = _Paper(db, path.name, sheet, data, today)
        for row, cell in taken:
            _take_cell(paper, row, cell)
        return [(_add(paper, row), row) for row in new]

    added, change = library.write(f"Take in {path.name}", work)
    if change:
        library.upkeep(lambda db: tracker.agree(db, _marks(taken, added)))
    return change


def _marks(
    taken: Iterable[tuple[RowDifference, CellDifference]], added: Iterable[tuple[tracker.Thing, RowDifference]]
) -> list[tuple[tracker.Thing, dict[Column, str]]]:
    found = [(thing(row.ours), {cell.column: mark(cell.theirs)}) for row, cell in taken if row.ours]
    for known, row in added:
        found.append((known, {column: mark(row.theirs.get(column, "")) for column in TAKEN_IN}))
    return found


class _Paper:
    """The spreadsheet as a paper of the library: a block for each row, and where each row stands in it."""

    def __init__(self, db: Database, name: str, sheet: Sheet, data: bytes, today: str) -> None:
        self.db, self.name, self.today = db, name, today
        rows = [(sheet.first_row + at, row) for at, row in enumerate(sheet.rows) if any(row)]
        self._blocks = [
            Block(order, BlockKind.TABLE_ROW, " ".join("\t".join(row).split("\n")), cells=row)
            for order, (_number, row) in enumerate(rows)
        ]
        self._order = {number: order for order, (number, _row) in enumerate(rows)}
        held = documents.by_sha256(db, hashlib.sha256(data).hexdigest())
        if held is not None:
            self.document_id = held.id
        else:
            suffix = Path(name).suffix.lower().lstrip(".")
            read = ReadDocument(name, suffix, tuple(self._blocks), title=sheet.name)
            self.document_id = documents.add(
                db, read, data, imported_at=now(), kind=DocumentKind.OTHER, title=Path(name).stem,
                classification=Classification.UNKNOWN,
            )  # fmt: skip

    def place(self, number: int) -> str:
        """A row of it in words, as what shows a thing."""
        return f"{self.name}, row {number}"

    def source(self, number: int) -> Source:
        """The row of this number as a passage."""
        order = self._order[number]
        text = self._blocks[order].text
        return Source(self.document_id, None, order + 1, " ".join(text.split()), (Span(order, 0, len(text)),))


def _take_cell(paper: _Paper, row: RowDifference, cell: CellDifference) -> None:
    assert row.ours is not None
    known, words = thing(row.ours), cell.theirs
    if cell.column is Column.STATUS:
        _take_status(paper, row, words)
    elif cell.column is Column.PROGRESS:
        _take_progress(paper, known, words)
    elif cell.column is Column.DUE:
        said = DueDay(day_of(words), paper.place(row.number), paper.today)
        due_days.enter(paper.db, NOUNS[row.ours.kind], row.ours.row_id, said)
    elif cell.column is Column.OWNER:
        _take_owner(paper, known, words)
    else:
        _UPDATE[row.ours.kind](paper.db, row.ours.row_id, text=words)


NOUNS = {noun: kind for kind, noun in FOLLOWED.items()}
_UPDATE = {
    "question": questions.update,
    "undertaking": undertakings.update,
    "action": undertakings.update_action,
    "decision": undertakings.update_decision,
}


def _take_status(paper: _Paper, row: RowDifference, words: str) -> None:
    """Where it stands, shown by the row; what the words leave open stays as it is."""
    assert row.ours is not None
    db, row_id, found = paper.db, row.ours.row_id, tracker_words.meaning(row.ours.kind, words)
    if found is None or not tracker_words.may_be_taken(found):
        return
    source = paper.source(row.number)
    if found.standing is not None:
        standings.enter(
            db, row_id, found.standing, day=paper.today, shown_by=paper.place(row.number), sources=(source,)
        )
    elif found.state is not None:
        settled = None if found.state is State.OPEN else paper.today
        _UPDATE[row.ours.kind](db, row_id, state=str(found.state), settled_on=settled)
    elif row.ours.kind == "decision":
        held = responses.get(db, row_id)
        fields: dict[str, Any] = {"sources": (*held.sources, source)}
        if found.reply is not None:
            fields |= {"reply": found.reply, "replied_on": None if found.reply is Reply.AWAITED else paper.today}
        if found.progress is not None:
            fields |= {"progress": found.progress, "progress_on": paper.today}
        responses.keep(db, replace(held, **fields))


def _take_progress(paper: _Paper, known: tracker.Thing, words: str) -> None:
    tracker.put(paper.db, known, progress=words)


def _take_owner(paper: _Paper, known: tracker.Thing, words: str) -> None:
    """Pass it on: the papers still say whom it was asked of, and the register whose it is now."""
    kind, row_id = known
    if kind == "decision":
        held = responses.get(paper.db, row_id)
        responses.keep(paper.db, replace(held, put_to=words))
        return
    whos = _whos(paper.db, words)
    person_id = whos[0].person_id if len(whos) == 1 else None
    reason = f"as {paper.name} says"
    if person_id is None:
        charges.add(paper.db, kind, row_id, since=paper.today, post=words, reason=reason)
        return
    person = people.get(paper.db, person_id)
    where = {"post": person.post, "organisation": person.organisation}
    charges.add(paper.db, kind, row_id, since=paper.today, person_id=person_id, reason=reason, **where)


def _whos(db: Database, words: str) -> tuple[Who, ...]:
    """The people a cell names: one of the library's where exactly one has that name, else the cell's own words."""
    found = []
    for name in filter(None, (part.strip() for part in words.replace("\n", ";").split(";"))):
        named = people.named(db, name)
        found.append(Who(named[0].name, name, named[0].id) if len(named) == 1 else Who(None, name))
    return tuple(found)


def _add(paper: _Paper, row: RowDifference) -> tracker.Thing:
    """A row the library does not have: a question, a recommendation, else an action; its passage is its row."""
    db, cells, source = paper.db, row.theirs, paper.source(row.number)
    kind = _register(cells)
    meeting_id = _meeting(db, cells)
    text, owners = cells[Column.REQUEST], _whos(db, cells.get(Column.OWNER, ""))
    due = day_of(cells.get(Column.DUE, ""))
    found = tracker_words.meaning(kind, cells.get(Column.STATUS, ""))
    if kind == "question":
        asker = _whos(db, cells.get(Column.ASKED_BY, ""))
        question = Question(
            0, None, text, asker[0] if asker else None, owners, (), QuestionStatus.NOT_ANSWERED, True, (source,), (),
            due, 1.0, Review.ADDED, Classification.UNKNOWN, FROM_SHEET,
        )  # fmt: skip
        new = questions.add(db, question, meeting_id=meeting_id, by_person=True)
        if found is not None and found.standing not in (None, Standing.OPEN) and tracker_words.may_be_taken(found):
            place = paper.place(row.number)
            standings.enter(db, new, found.standing, day=paper.today, shown_by=place, sources=(source,))
    elif kind == "decision":
        decision = Decision(0, None, DecisionKind.RECOMMENDED, text, (source,), Review.ADDED)
        new = undertakings.add_decision(db, decision, meeting_id=meeting_id, reason=FROM_SHEET)
        said = found or tracker_words.Meaning()
        responses.keep(
            db,
            Response(
                new, put_to=cells.get(Column.OWNER, ""), due=due, how=paper.place(row.number) if due else "",
                reply=said.reply or Reply.AWAITED, progress=said.progress or Progress.NOT_STARTED,
            ),
        )  # fmt: skip
    else:
        state = (found.state if found else None) or State.OPEN
        action = Action(0, None, owners, text, due, state, (source,), Review.ADDED)
        new = undertakings.add_action(db, action, meeting_id=meeting_id, reason=FROM_SHEET)
    fields = {"ref": cells.get(Column.REF, ""), "progress": cells.get(Column.PROGRESS, "")}
    tracker.put(db, (kind, new), **fields)
    return kind, new


def _register(cells: Cells) -> str:
    said = folded(cells.get(Column.REGISTER, ""))
    if said == folded(register_words.REGISTERS["question"]) or (
        not said and cells[Column.REQUEST].rstrip().endswith("?")
    ):
        return "question"
    return "decision" if "recommendation" in said else "action"


def _meeting(db: Database, cells: Cells) -> int | None:
    """The meeting of that day and committee, where the library has exactly one."""
    day = day_of(cells.get(Column.DATE, ""))
    name = folded(cells.get(Column.MEETING, ""))
    fitting = [m for m in meetings.on(db, day) if folded(m.committee or "") == name] if day and name else []
    return fitting[0].id if len(fitting) == 1 else None
