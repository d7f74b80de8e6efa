"""At a live meeting: what a person types becomes entries of the registers, kept with every keystroke.

A noted question or action rests on no passage: its source is the meeting and the time it was noted. When the minutes
come, the program offers which recognised entry it may be, and joins nothing on its own account.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from secrets import token_hex

from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.documents import Classification
from scrutiny_desk.domain.notings import Noting, Settled
from scrutiny_desk.domain.people import Who
from scrutiny_desk.domain.questions import Question, QuestionStatus
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.domain.standings import Standing
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.domain.undertakings import Action, State
from scrutiny_desk.services import passages, standings
from scrutiny_desk.services.alike import like
from scrutiny_desk.services.dates import spoken
from scrutiny_desk.services.echoes import resembles
from scrutiny_desk.services.times import now
from scrutiny_desk.store import Database, Library, meetings, notes, notings, plans, questions, undertakings

ENOUGH = 0.6
"""How much of a noted entry must stand in a recognised one before they are offered as one."""
_ROWS = {Kind.QUESTIONS: "question", Kind.ACTIONS: "action"}
KINDS = {noun: kind for kind, noun in _ROWS.items()}


class Jot(StrEnum):
    """What is being typed."""

    NOTE = "note"
    QUESTION = "question"
    ACTION = "action"


_LABELS = {Jot.NOTE: "Write a note", Jot.QUESTION: "Note a question", Jot.ACTION: "Note an action"}


@dataclass
class Jotting:
    """Something being typed at a meeting at a time (10:41): what it is kept as, once a word of it is kept.

    A note is on the question with `question_id`, else on the meeting; `before` stands in front of its words.
    """

    what: Jot
    meeting_id: int
    time: str
    question_id: int | None = None
    before: str = ""
    row_id: int | None = None
    key: str = field(default_factory=lambda: f"jot {token_hex(8)}")


def keep(library: Library, jotting: Jotting, text: str, today: str) -> Change:
    """Keep what stands in the field now: the entry is made with its first letter, changed with each other, and taken
    away again where no letter is left. All that is typed in one go is one step to undo.

    To be called in one thread, in the order of the keystrokes: the jotting remembers which entry it has become.
    """
    words = " ".join(text.split())

    def work(db: Database) -> None:
        if jotting.row_id is not None and not _is_there(db, jotting):
            jotting.row_id = None  # undone meanwhile
        if not words:
            _take_away(db, jotting)
        elif jotting.row_id is None:
            jotting.row_id = _enter(db, jotting, text, today)
        elif jotting.what is Jot.NOTE:
            notes.update(db, jotting.row_id, jotting.before + text, at=now())
        else:
            notings.reword(db, str(jotting.what), jotting.row_id, words)

    return library.write(_LABELS[jotting.what], work, merge_key=jotting.key)[1]


def mark(
    library: Library, question_id: int, status: QuestionStatus, *, meeting_id: int, time: str, today: str
) -> Change:
    """Mark what became of a question while a meeting sits, as a person's word with the meeting and time as its source.

    A second key at the same meeting corrects the first. A question of an earlier meeting is answered later.
    """
    return library.write(_outcome(status), lambda db: _mark(db, question_id, status, meeting_id, time, today))[1]


def ask_planned(
    library: Library, line_id: int, status: QuestionStatus, *, meeting_id: int, time: str, today: str
) -> tuple[int, Change]:
    """Mark what became of a line of the question plan that rests on no question of the register: it becomes one."""

    def work(db: Database) -> int:
        line = next((one for one in plans.get(db, "meeting", meeting_id).lines if one.id == line_id), None)
        if line is None:
            raise Trouble("That line is no longer in the question plan.", "Go to the question before, or the next.")
        asker = passages.who(db, Who(line.asker), None) if line.asker else None
        new = _add_question(db, line.text, meeting_id, time, today, asker)
        plans.rest_on(db, line_id, new)
        _mark(db, new, status, meeting_id, time, today)
        return new

    return library.write(_outcome(status), work)


def source_words(noting: Noting) -> str:
    """What a noted entry rests on: "live meeting of 14 April 2026, noted at 10:41"."""
    return f"live meeting of {spoken(noting.day)}, noted at {noting.time}"


def of(library: Library, kind: Kind, row_id: int) -> tuple[Noting, ...]:
    """What was noted live of one question or action, in the order it was noted."""
    if kind not in _ROWS:
        return ()
    with library.read() as db:
        return tuple(notings.of(db, _ROWS[kind], row_id))


def of_meeting(library: Library, meeting_id: int) -> tuple[Noting, ...]:
    """What was noted live at one meeting."""
    with library.read() as db:
        return tuple(notings.of_meeting(db, meeting_id))


# --- when the minutes come


@dataclass(frozen=True, slots=True)
class Pair:
    """A noted entry and the recognised one it seems to be, with the words of both."""

    noting: Noting
    recognised: str
    committee: str


def offered(library: Library, meeting_id: int | None = None) -> tuple[Pair, ...]:
    """The noted entries that seem to stand in the minutes and wait for a person's word; of one meeting, or all."""
    with library.read() as db:
        found = [one for one in notings.offered(db) if meeting_id is None or one.meeting_id == meeting_id]
        return tuple(Pair(one, _text(db, one.kind, one.seems), _committee(db, one)) for one in found)


def seen_in(library: Library, kind: Kind, row_id: int) -> tuple[Noting, ...]:
    """The noted entries that seem to be this recognised one and wait for a person's word."""
    if kind not in _ROWS:
        return ()
    with library.read() as db:
        return tuple(notings.seen_in(db, _ROWS[kind], row_id))


def join(library: Library, noting_ids: Sequence[int]) -> Change:
    """Say that noted entries are the recognised ones: each pair becomes one entry, with the passage and the note."""

    def work(db: Database) -> None:
        for noting_id in noting_ids:
            noting = notings.get(db, noting_id)
            if noting.settled is not Settled.OFFERED or noting.seems is None:
                continue
            if noting.kind == "question":
                questions.merge(db, noting.seems, noting.row_id)
            else:
                undertakings.merge_actions(db, noting.seems, noting.row_id)
            if _review(db, noting.kind, noting.seems) is Review.SUGGESTED:
                notings.UPDATE[noting.kind](db, noting.seems, review=str(Review.CONFIRMED))

    return library.write("Join with the minutes", work)[1]


def keep_apart(library: Library, noting_ids: Sequence[int]) -> Change:
    """Say that noted entries are others than the recognised ones: both stand, and it is not offered again."""

    def work(db: Database) -> None:
        for noting_id in noting_ids:
            notings.keep_apart(db, notings.get(db, noting_id))

    return library.write("Keep apart from the minutes", work)[1]


def offer(db: Database, meeting_id: int | None, found: Sequence[tuple[str, int, str]]) -> int:
    """Within an import: offer what was noted at this meeting beside the entries found in its minutes, which are given
    as kind ("question", "action"), number and words. Each is offered once, the likest first; how many were."""
    open_ones = [one for one in _noted_at(db, meeting_id) if one.settled is Settled.OPEN]
    scored = []
    for noting in open_ones:
        for kind, row_id, words in found:
            if kind == noting.kind and row_id != noting.row_id and (likeness := likeness_of(noting.words, words)):
                scored.append((-likeness, noting.id, row_id, noting))
    taken: set[tuple[str, int]] = set()
    done: set[int] = set()
    for _likeness, noting_id, row_id, noting in sorted(scored, key=lambda one: one[:3]):
        if noting_id not in done and (noting.kind, row_id) not in taken:
            notings.offer(db, noting, row_id)
            done.add(noting_id)
            taken.add((noting.kind, row_id))
    return len(done)


def likeness_of(noted: str, recognised: str) -> float:
    """How much of what was noted in haste a recognised entry holds, from 0 to 1; 0 below what is worth an offer."""
    share, words = resembles(noted, recognised)
    best = max(like(noted, recognised), share if len(words) > 1 else 0.0)
    return best if best >= ENOUGH else 0.0


def _noted_at(db: Database, meeting_id: int | None) -> list[Noting]:
    return notings.of_meeting(db, meeting_id) if meeting_id is not None else []


def _outcome(status: QuestionStatus) -> str:
    return f"Mark as {standings.WORDS[standings.UNDER_STATUS.get(status, Standing.OPEN)]}"


def _mark(db: Database, question_id: int, status: QuestionStatus, meeting_id: int, time: str, today: str) -> None:
    meeting = meetings.get(db, meeting_id)
    day = meeting.date or today
    live = f"live meeting of {spoken(day)}, noted at "
    held = standings.rows.of_question(db, question_id)
    if held and held[-1].shown_by.startswith(live):
        standings.rows.forget(db, [held[-1].id])
    question = questions.get(db, question_id)
    if status is QuestionStatus.ANSWERED and not _asked_at(db, question, meeting_id):
        status = QuestionStatus.ANSWERED_LATER
    standing = standings.UNDER_STATUS.get(status, Standing.OPEN)
    standings.enter(db, question_id, standing, day=day, shown_by=live + time, status=status)


def _asked_at(db: Database, question: Question, meeting_id: int) -> bool:
    if any(one.meeting_id == meeting_id for one in notings.of(db, "question", question.id)):
        return True
    first = question.sources[0].document_id if question.sources else None
    return questions.meeting_of(db, question.item_id, first) == meeting_id


def _is_there(db: Database, jotting: Jotting) -> bool:
    return notings.is_there(db, str(jotting.what), jotting.row_id or 0)


def _take_away(db: Database, jotting: Jotting) -> None:
    if jotting.row_id is not None:
        notings.remove(db, str(jotting.what), jotting.row_id)
        jotting.row_id = None


def _enter(db: Database, jotting: Jotting, text: str, today: str) -> int:
    words = " ".join(text.split())
    if jotting.what is Jot.QUESTION:
        return _add_question(db, words, jotting.meeting_id, jotting.time, today)
    if jotting.what is Jot.ACTION:
        return _add_action(db, words, jotting.meeting_id, jotting.time, today)
    on = jotting.question_id  # unless that has been undone meanwhile
    asked = on is not None and notings.is_there(db, "question", on)
    about = {"question_id": on} if on is not None and asked else {"meeting_id": jotting.meeting_id}
    return notes.add(db, jotting.before + text, at=now(), **about)


def _add_question(db: Database, words: str, meeting_id: int, time: str, today: str, asker: Who | None = None) -> int:
    question = Question(
        0, None, words, asker, (), (), QuestionStatus.NOT_ANSWERED, True, (), (), None, 1.0, Review.ADDED,
        Classification.UNKNOWN, _reason(db, meeting_id, time, today),
    )  # fmt: skip
    new = questions.add(db, question, meeting_id=meeting_id, by_person=True)
    _note(db, "question", new, words, meeting_id, time, today)
    return new


def _add_action(db: Database, words: str, meeting_id: int, time: str, today: str) -> int:
    action = Action(0, None, (), words, None, State.OPEN, (), Review.ADDED)
    reason = _reason(db, meeting_id, time, today)
    new = undertakings.add_action(db, action, meeting_id=meeting_id, reason=reason)
    _note(db, "action", new, words, meeting_id, time, today)
    return new


def _note(db: Database, kind: str, row_id: int, words: str, meeting_id: int, time: str, today: str) -> None:
    day = meetings.get(db, meeting_id).date or today
    notings.add(db, kind, row_id, meeting_id=meeting_id, day=day, time=time, words=words)


def _reason(db: Database, meeting_id: int, time: str, today: str) -> str:
    return f"You noted it at the live meeting of {spoken(meetings.get(db, meeting_id).date or today)}, at {time}."


def _review(db: Database, kind: str, row_id: int) -> Review:
    return questions.get(db, row_id).review if kind == "question" else undertakings.action(db, row_id).review


def _text(db: Database, kind: str, row_id: int | None) -> str:
    if row_id is None:
        return ""
    return questions.get(db, row_id).text if kind == "question" else undertakings.action(db, row_id).text


def _committee(db: Database, noting: Noting) -> str:
    return (meetings.get(db, noting.meeting_id).committee or "") if noting.meeting_id is not None else ""
