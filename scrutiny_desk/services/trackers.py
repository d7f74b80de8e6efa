"""The tracker out: the rows the library follows up, as a spreadsheet with the columns trackers use."""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from scrutiny_desk.briefing import citing, register_words, spreadsheet, wording
from scrutiny_desk.domain.briefing import BriefingKind
from scrutiny_desk.domain.documents import Circulation
from scrutiny_desk.domain.questions import Question, QuestionStatus
from scrutiny_desk.domain.recommendations import Response
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.domain.tracker import Cells, Column, Tracked, TrackerRow
from scrutiny_desk.domain.undertakings import Action, Decision, DecisionKind, Undertaking
from scrutiny_desk.services import tracker_words
from scrutiny_desk.services.briefing_facts import Facts, Statement
from scrutiny_desk.store import Database, Library, questions, responses, tracker, undertakings

KINDS = {Question: "question", Undertaking: "undertaking", Action: "action", Decision: "decision"}
LETTERS = {"question": "Q", "undertaking": "U", "action": "A", "decision": "R"}
DAYS = (Column.DATE, Column.DUE)
MOST_PROGRESS = 400


def rows(library: Library, *, committee: str | None = None, circulation: Circulation) -> list[TrackerRow]:
    """What is followed up, of one committee or of all, as this circulation may see it; oldest first in each register:
    questions that were left open, undertakings, actions, recommendations."""
    with library.read() as db:
        return gathered(Facts(db, circulation), committee)


def write(
    library: Library,
    path: Path,
    *,
    today: str,
    committee: str | None = None,
    circulation: Circulation = Circulation.MEMBERS,
) -> tuple[int, dict[str, int]]:
    """Write the tracker as .xlsx or .csv; how many rows, and how many were left out by the words for why.

    What was given out is remembered, so that the spreadsheet can be taken in again later and compared.
    """
    with library.read() as db:
        facts = Facts(db, circulation)
        found = gathered(facts, committee)
    headings = [register_words.TRACKER_COLUMNS[column] for column in Column]
    table = [[row.cells.get(column, "") for column in Column] for row in found]
    days = [list(Column).index(column) for column in DAYS]
    spreadsheet.save(path, wording.TITLES[BriefingKind.TRACKER], headings, table, days, today)
    if not library.read_only:
        library.upkeep(lambda db: tracker.agree(db, ((thing(row), marks(row.cells)) for row in found)))
    return len(found), facts.left_out


def gathered(facts: Facts, committee: str | None = None) -> list[TrackerRow]:
    """The tracker's rows as `facts` may see them."""
    kept = tracker.everything(facts.db)
    return [_row(facts, row, kept) for row in _followed(facts, committee, kept)]


def thing(row: TrackerRow) -> tracker.Thing:
    """The row of the library that a row of the tracker is."""
    return row.kind, row.row_id


def marks(cells: Cells) -> dict[Column, str]:
    """The mark of each cell: what it says, in a form that cannot be read back."""
    return {column: mark(cells.get(column, "")) for column in Column if column not in (Column.REF, Column.SOURCE)}


def mark(words: str) -> str:
    """The mark of some words; spaces and capitals make no difference."""
    return sha256(" ".join(words.split()).casefold().encode()).hexdigest()[:16]


def _followed(facts: Facts, committee: str | None, kept: dict[tracker.Thing, Tracked]) -> Iterable[Statement]:
    db = facts.db
    asked = [
        q
        for q in questions.everything(db)
        if q.question_recorded and _is_followed(q, ("question", q.id) in kept) and q.review is not Review.REJECTED
    ]
    recommended = [d for d in undertakings.every_decision(db) if d.kind is DecisionKind.RECOMMENDED]
    kinds: Sequence[Sequence[Statement]] = (
        asked, undertakings.everything(db), undertakings.every_action(db), recommended,
    )  # fmt: skip
    for held in kinds:
        wanted = [row for row in held if committee is None or _of_committee(facts, row, committee)]
        yield from facts.oldest_first(facts.standing(wanted))


def _is_followed(question: Question, given_out: bool) -> bool:
    return (
        given_out or question.outstanding or bool(question.standing) or question.status is QuestionStatus.ANSWERED_LATER
    )


def _of_committee(facts: Facts, row: Statement, committee: str) -> bool:
    meeting = facts.meeting_of(row)
    return meeting is not None and (meeting.committee or "").casefold() == committee.casefold()


def _row(facts: Facts, row: Statement, kept: dict[tracker.Thing, Tracked]) -> TrackerRow:
    kind = KINDS[type(row)]
    held = kept.get((kind, row.id), Tracked())
    meeting, item = facts.meeting_of(row), facts.item(row.item_id)
    response = responses.get(facts.db, row.id) if isinstance(row, Decision) else None
    cells: Cells = {
        Column.REF: held.ref or f"{LETTERS[kind]}{row.id}",
        Column.REGISTER: register_words.REGISTERS[kind],
        Column.MEETING: (meeting.committee if meeting else None) or "",
        Column.DATE: (meeting.date if meeting else None) or "",
        Column.MINUTE: (item.number if item else None) or "",
        Column.ASKED_BY: _asker(row),
        Column.REQUEST: " ".join(row.text.split()),
        Column.OWNER: owner(facts, row, response),
        Column.DUE: _due(facts, row, response) or "",
        Column.PROGRESS: held.progress or _latest(row, response),
        Column.STATUS: _status(row, response),
        Column.SOURCE: citing.sources(facts.citations(row)),
    }
    return TrackerRow(kind, row.id, cells)


def _asker(row: Statement) -> str:
    who = row.asked_by if isinstance(row, Question) else row.made_to if isinstance(row, Undertaking) else None
    return who.words if who else ""


def owner(facts: Facts, row: Statement, response: Response | None) -> str:
    """Who owes it now, several parted by semicolons."""
    if response is not None:
        return response.put_to
    passed = facts.passed_to(KINDS[type(row)], row.id) if not isinstance(row, Decision) else None
    if passed is not None:
        return passed if isinstance(passed, str) else passed.name
    if isinstance(row, Question):
        whos = row.put_to or row.answered_by
    elif isinstance(row, Undertaking):
        whos = row.made_by
    else:
        whos = row.owners if isinstance(row, Action) else ()
    return "; ".join(who.words for who in whos if who.words)


def _due(facts: Facts, row: Statement, response: Response | None) -> str | None:
    if response is not None:
        return response.due
    if isinstance(row, Question):
        return facts.due(row)
    return None if isinstance(row, Decision) else row.due


def _status(row: Statement, response: Response | None) -> str:
    if isinstance(row, Question):
        return tracker_words.of_question(row)
    if isinstance(row, Decision):
        return tracker_words.of_response(response or Response(row.id))
    return wording.STATES[row.state]


def _latest(row: Statement, response: Response | None) -> str:
    """What was last reported or replied, where anything was, cut at a word where it is long."""
    if response is not None:
        return response.progress_words or response.reasons
    if not isinstance(row, Question) or not row.answers:
        return ""
    words = " ".join(row.answers[-1].text.split())
    return words if len(words) <= MOST_PROGRESS else words[:MOST_PROGRESS].rsplit(" ", 1)[0] + " […]"


def kept_rows(db: Database) -> list[TrackerRow]:
    """Every row of the tracker, whoever may see it: for comparing, never for giving out."""
    return gathered(Facts(db, Circulation.RESTRICTED))
