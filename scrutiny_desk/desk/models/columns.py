"""The columns of every register: what each cell says, in the field's own words."""

import json
from dataclasses import dataclass

from scrutiny_desk.desk import words
from scrutiny_desk.desk.models.rows import Column, Row
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.documents import Classification, DocumentKind
from scrutiny_desk.domain.people import post_in_words
from scrutiny_desk.domain.questions import OUTSTANDING, QuestionStatus
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.domain.undertakings import DecisionKind, State
from scrutiny_desk.services.working_days import working_days


@dataclass(frozen=True, slots=True)
class Calendar:
    """What ages are counted by: today's date (ISO) and the nation whose bank holidays are kept."""

    today: str
    nation: str = "England"

    def age(self, since: str | None) -> str:
        """Working days since a date, as a figure; nothing where the date is not known."""
        days = working_days(since, self.today, self.nation)
        return "" if days is None else f"{days:,}"


def _where(row: Row) -> str:
    return words.short_day(row["date"]) or tr("date not known")


def _place(row: Row) -> str:
    parts = []
    if row.get("item"):
        number = row["item"].split(" ")[0]
        if number[:1].isdigit():
            parts.append(f"{tr('item')} {number}")
    if row.get("page"):
        parts.append(f"{tr('p.')} {row['page']}")
    elif row.get("paragraph"):
        parts.append(f"{tr('para')} {row['paragraph']}")
    elif row.get("review") == Review.ADDED:
        parts.append(tr("by your word"))
    return ", ".join(parts)


def _status(row: Row) -> str:
    return tr(words.STATUS_WORDS[QuestionStatus(row["status"])])


def _status_tone(row: Row) -> str:
    return words.STATUS_TONES[QuestionStatus(row["status"])]


def _said(row: Row) -> str:
    if row.get("reply"):
        return f"“{row['reply']}”"
    if QuestionStatus(row["status"]) is QuestionStatus.NOT_ANSWERED:
        return tr("no reply is recorded")
    return ""


def _review(row: Row) -> str:
    review = Review(row["review"])
    return tr("To review") if review is Review.SUGGESTED else tr(words.REVIEW_WORDS[review])


QUESTION_GROUPS = (
    ("put_to", "By witness"),
    ("asked_by", "By who asked"),
    ("meeting", "By meeting"),
    ("committee", "By committee"),
    ("status", "By status"),
)
UNDERTAKING_GROUPS = (
    ("made_by", "By witness"),
    ("meeting", "By meeting"),
    ("committee", "By committee"),
    ("state", "By state"),
)
NO_GROUP = {
    "put_to": "Witness not named",
    "asked_by": "Asker not named",
    "made_by": "Witness not named",
    "committee": "Committee not known",
}


def words_of_group(group: str, word: str | None) -> str:
    """What the heading of a group says: a name, a status, a meeting's committee and day."""
    if word is None:
        return tr(NO_GROUP.get(group, "Meeting not known"))
    if group == "status":
        return tr(words.STATUS_WORDS[QuestionStatus(word)])
    if group == "state":
        return tr(words.STATE_WORDS[State(word)])
    if group == "meeting":
        day, _, committee = word.partition("\t")
        return f"{committee or tr('Committee not known')}, {words.day(day) if day else tr('date not known')}"
    return word


def question_columns(calendar: Calendar, *, witness: bool = True) -> tuple[Column, ...]:
    """Questions: what was asked with the reply's words, by whom, of whom, where, how it stands, and its age."""

    def age(row: Row) -> str:
        owed = QuestionStatus(row["status"]) in OUTSTANDING and not row.get("closed")
        return calendar.age(row["date"]) if owed else ""

    def witness_of(row: Row) -> str:
        return row["put_to"] or row.get("answered_by") or tr("not named")

    to = Column("Witness", witness_of, sort="put_to", width=16, lines=2, rank=2)
    return (
        Column("Asked", lambda r: r["text"], _said, sort="text", strong=True, lines=2),
        Column("By", lambda r: r["asked_by"] or tr("not named"), sort="asked_by", width=16, lines=2, rank=3),
        *((to,) if witness else ()),
        Column("Where", _where, _place, sort="date", width=15, rank=1),
        Column("Status", _status, tone=_status_tone, sort="status", width=23),
        Column("Working days", age, sort="date", width=12, number=True, rank=1),
    )


def _owed_state(row: Row) -> str:
    if row.get("overdue"):
        return tr("Late")
    return tr(words.STATE_WORDS[State(row["state"])])


def _owed_tone(row: Row) -> str:
    return "late" if row.get("overdue") else words.STATE_TONES[State(row["state"])]


def _due(row: Row) -> str:
    return words.short_day(row["due"]) or tr("no date named")


def undertaking_columns(calendar: Calendar, *, witness: bool = True) -> tuple[Column, ...]:
    """Undertakings: the words of the promise, who owes it, by when, its state and its age."""

    def age(row: Row) -> str:
        return calendar.age(row["date"]) if State(row["state"]) is State.OPEN else ""

    by = Column("Owed by", lambda r: r["made_by"] or tr("not named"), sort="made_by", width=16, lines=2, rank=1)
    return (
        Column("Promised", lambda r: r["text"], lambda r: r["item"] or "", sort="text", strong=True, lines=2),
        *((by,) if witness else ()),
        Column("Where", _where, _place, sort="date", width=13, rank=3),
        Column("Due", _due, lambda r: r["due_words"] or "", sort="due", width=16),
        Column("State", _owed_state, tone=_owed_tone, sort="state", width=12),
        Column("Working days", age, sort="date", width=12, number=True, rank=2),
    )


def action_columns(_calendar: Calendar) -> tuple[Column, ...]:
    """Actions: the task, its owner, by when, and its state."""
    return (
        Column("Action", lambda r: r["text"], lambda r: r["item"] or "", sort="text", strong=True, lines=2),
        Column("Owner", lambda r: r["owners"] or tr("not named"), sort="owners", width=18, lines=2, rank=3),
        Column("Where", _where, _place, sort="date", width=13),
        Column("Due", _due, sort="due", width=14),
        Column("State", _owed_state, tone=_owed_tone, sort="state", width=12),
    )


def decision_columns(_calendar: Calendar) -> tuple[Column, ...]:
    """Decisions: the words of the record, of what sort, and where."""
    return (
        Column("Decided", lambda r: r["text"], lambda r: r["item"] or "", sort="text", strong=True, lines=2),
        Column("Committee", lambda r: r["committee"] or tr("not known"), sort="committee", width=24, lines=2, rank=3),
        Column("Where", _where, _place, sort="date", width=13),
        Column(
            "Kind",
            lambda r: tr(words.DECISION_WORDS[DecisionKind(r["kind"])]),
            tone=lambda _r: "accent",
            sort="kind",
            width=15,
        ),
    )


def _document_name(row: Row) -> str:
    return words.document_name(DocumentKind(row["kind"]), row["committee"], row["date"], row["title"], row["file_name"])


def _document_second(row: Row) -> str:
    parts = [tr(words.DOCUMENT_WORDS[DocumentKind(row["kind"])])]
    if row["committee"] and row["committee"] not in _document_name(row):
        parts.append(row["committee"])
    if row["file_name"] != _document_name(row):
        parts.append(row["file_name"])
    return " · ".join(parts)


def _pages(row: Row) -> str:
    return f"{row['pages']:,}" if row["pages"] else ""


def _to_review(row: Row) -> str:
    if row["joined_to"]:
        return tr("Joined copy")
    return words.count(row["to_review"], "to review", "to review") if row["to_review"] else ""


def document_columns() -> tuple[Column, ...]:
    """Documents: what it is, its date, its pages, what was found, who may see it."""
    return (
        Column("Document", _document_name, _document_second, sort="title", strong=True, least=360),
        Column("Date", lambda r: words.short_day(r["date"]) or tr("not known"), sort="date", width=13),
        Column("Pages", _pages, sort="pages", width=6, number=True, rank=3),
        Column("Questions", lambda r: f"{r['questions']:,}" if r["questions"] else "", width=9, number=True, rank=2),
        Column("Found", _to_review, tone=lambda r: "quiet" if r["joined_to"] else "accent", width=14, rank=1),
        Column(
            "For",
            lambda r: tr(words.CLASS_WORDS[Classification(r["classification"])]),
            tone=lambda r: words.CLASS_TONES[Classification(r["classification"])],
            sort="classification",
            width=16,
        ),
    )


def meeting_columns() -> tuple[Column, ...]:
    """Meetings: which committee and when, its papers, what was asked and what is outstanding."""
    return (
        Column(
            "Meeting",
            lambda r: r["committee"] or tr("Committee not known"),
            lambda r: r["body"] or tr("council not named in the papers"),
            sort="committee",
            strong=True,
            least=300,
        ),
        Column("Date", lambda r: words.short_day(r["date"]) or tr("not known"), sort="date", width=13),
        Column("Papers", lambda r: f"{r['documents']:,}", width=7, number=True, rank=2),
        Column("Questions", lambda r: f"{r['questions']:,}", width=9, number=True, rank=1),
        Column("Outstanding", lambda r: f"{r['outstanding']:,}" if r["outstanding"] else "", width=11, number=True),
        Column("Decisions", lambda r: f"{r['decisions']:,}" if r["decisions"] else "", width=9, number=True, rank=3),
    )


def witness_columns(calendar: Calendar) -> tuple[Column, ...]:
    """Witnesses: who they are, what they were asked, what is outstanding and how old the oldest is."""
    return (
        Column(
            "Witness",
            lambda r: r["name"],
            lambda r: post_in_words(r["post"], r["organisation"]) or tr("post not known"),
            sort="name",
            strong=True,
            least=300,
        ),
        Column("Asked", lambda r: f"{r['asked']:,}", sort="asked", width=7, number=True, rank=2),
        Column(
            "Outstanding",
            lambda r: f"{r['outstanding']:,}" if r["outstanding"] else "",
            sort="outstanding",
            width=11,
            number=True,
            strong=True,
        ),
        Column("Oldest (working days)", lambda r: calendar.age(r["oldest"]), sort="oldest", width=20, number=True),
        Column("Last seen", lambda r: words.short_day(r["seen"]), sort="seen", width=13, rank=3),
    )


def tag_columns() -> tuple[Column, ...]:
    """Tagged passages: the words, which issue, and where."""
    return (
        Column("Passage", lambda r: r["quote"] or "", lambda r: r["file_name"] or "", strong=False, lines=2),
        Column("Issue", lambda r: r["issue"], colour=lambda r: r["colour"], sort="issue", width=22, lines=2),
        Column("Where", _where, _place, sort="date", width=13),
    )


def issues_of(row: Row) -> list[tuple[str, str]]:
    """The issues tagged on a question, as (colour, name)."""
    return [(colour, name) for colour, name in json.loads(row.get("issues") or "[]")]


FINDING_COLUMNS = {
    Kind.QUESTIONS: question_columns,
    Kind.UNDERTAKINGS: undertaking_columns,
    Kind.ACTIONS: action_columns,
    Kind.DECISIONS: decision_columns,
}
"""Columns for each kind of finding, given a Calendar."""
