"""Dates for a calendar program: meetings, and what falls due, as an .ics file that any of them takes in."""

from datetime import date, timedelta
from pathlib import Path

from scrutiny_desk.domain.documents import Circulation
from scrutiny_desk.domain.questions import Question
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.domain.undertakings import Action, State, Undertaking
from scrutiny_desk.services.briefing_facts import Facts
from scrutiny_desk.store import Database, Library, meetings, questions, undertakings

_OWNERS = 3
CLOSED = "a matter not for publication"
"""What stands for the words and names of closed business: a calendar is shared, synced and shown on a telephone."""


def text(library: Library, stamp: str) -> str:
    """The calendar (RFC 5545); `stamp` is the moment it is made (ISO, UTC). The same library gives the same text."""
    with library.read() as db:
        events = [*_meetings(db), *_due(Facts(db, Circulation.MEMBERS))]
    when = stamp.replace("-", "").replace(":", "")[:15] + "Z"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Scrutiny Desk//EN", "CALSCALE:GREGORIAN"]
    for uid, day, summary, description in events:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{uid}@scrutiny-desk",
            f"DTSTAMP:{when}",
            f"DTSTART;VALUE=DATE:{day.strftime('%Y%m%d')}",
            f"DTEND;VALUE=DATE:{(day + timedelta(days=1)).strftime('%Y%m%d')}",
            f"SUMMARY:{_escaped(summary)}",
            *([f"DESCRIPTION:{_escaped(description)}"] if description else []),
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(_folded(line) + "\r\n" for line in lines)


def write(library: Library, path: Path, stamp: str) -> None:
    """Write the calendar to a file. `Trouble` where it cannot be written."""
    try:
        path.write_bytes(text(library, stamp).encode())
    except OSError as fault:
        raise Trouble(
            f"The calendar could not be written to {path}: {fault.strerror or 'the system refused'}.",
            "Choose another folder.",
        ) from fault


_Event = tuple[str, date, str, str]


def _meetings(db: Database) -> list[_Event]:
    found = []
    for meeting in meetings.everything(db):
        if meeting.date:
            name = ", ".join(filter(None, (meeting.committee, meeting.body))) or "Meeting"
            when = ", ".join(filter(None, (meeting.start, meeting.place)))
            found.append((f"meeting-{meeting.id}", date.fromisoformat(meeting.date), name, when))
    return found


def _due(facts: Facts) -> list[_Event]:
    """What an open question, undertaking or action is due, with who owes it; of closed business the day alone."""
    found: list[_Event] = []
    for question in questions.everything(facts.db):
        if question.follow_up_by and question.outstanding and question.review is not Review.REJECTED:
            told = _told(facts, "Follow up", question)
            found.append((f"question-{question.id}", _day(question.follow_up_by), *told))
    promised, tasks = undertakings.everything(facts.db), undertakings.every_action(facts.db)
    for noun, rows in (("undertaking", promised), ("action", tasks)):
        found += [
            (f"{noun}-{row.id}", _day(row.due), *_told(facts, "Due", row))
            for row in rows
            if row.due and row.state is State.OPEN and row.review is not Review.REJECTED
        ]
    return found


def _told(facts: Facts, verb: str, row: Question | Undertaking | Action) -> tuple[str, str]:
    """What stands in the calendar of a row, and under it."""
    seen = next(iter(facts.standing([row])), None)
    if seen is None:
        return f"{verb}: {CLOSED}", ""
    if isinstance(seen, Question):
        whos = seen.put_to or seen.answered_by
    else:
        whos = seen.made_by if isinstance(seen, Undertaking) else seen.owners if isinstance(seen, Action) else ()
    named = ", ".join([who.words for who in whos if who.words][:_OWNERS])
    return verb + (f": {named}" if named else ""), row.text


def _day(iso: str) -> date:
    return date.fromisoformat(iso)


def _escaped(words: str) -> str:
    plain = words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return " ".join(plain.split())


def _folded(line: str, most: int = 75) -> str:
    """A line of at most 75 bytes, longer ones going on after a space on the next; no letter is cut in two."""
    parts, part = [], ""
    for letter in line:
        if len((part + letter).encode()) > most:
            parts.append(part)
            part = " "
        part += letter
    return "\r\n".join([*parts, part])
