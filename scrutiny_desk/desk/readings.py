"""Everything the reader needs of one document, fetched in one go off the main thread."""

from collections import defaultdict
from dataclasses import dataclass

from scrutiny_desk.desk import words
from scrutiny_desk.desk.passages import citation
from scrutiny_desk.desk.widgets.passage_view import Lit, MarginMark
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.blocks import Block, Span
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.documents import Document
from scrutiny_desk.domain.questions import OUTSTANDING, QuestionStatus
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.domain.undertakings import DecisionKind, State
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import changed, documents, left_off, margins, placing, proposals, tables
from scrutiny_desk.services.changed import Changed

KIND_WORD = {Kind.QUESTIONS: "Question", Kind.DECISIONS: "Decision"}
FINDINGS = (Kind.QUESTIONS, Kind.UNDERTAKINGS, Kind.DECISIONS, Kind.ACTIONS)


@dataclass(frozen=True, slots=True)
class Found:
    """A finding in a document: its stretches, those of its answers, and how it stands."""

    kind: Kind
    id: int
    spans: tuple[Span, ...]
    replies: tuple[Span, ...]
    state: str
    review: Review

    @property
    def key(self) -> tuple[Kind, int]:
        """What names it."""
        return (self.kind, self.id)

    def lit(self) -> tuple[Lit, ...]:
        """Its passage lit, the replies in their own colour."""
        role = "mark_reply" if self.kind is Kind.UNDERTAKINGS else "mark"
        return (*(Lit(span, role) for span in self.spans), *(Lit(span, "mark_reply") for span in self.replies))


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as the reader shows it. `people` are (id, name, post) of those in it."""

    document: Document
    blocks: tuple[Block, ...]
    contents: tuple[margins.Entry, ...]
    found: tuple[Found, ...]
    tags: tuple[tuple[Span, str], ...]
    people: tuple[tuple[int, str, str], ...]
    left_off: int = 0

    def finding(self, key: tuple[Kind, int]) -> Found | None:
        """The finding of this kind and id, if this document holds it."""
        return next((found for found in self.found if found.key == key), None)

    def to_review(self) -> int:
        """How many wait for a person's word."""
        return sum(1 for found in self.found if found.review is Review.SUGGESTED)

    def counts_of(self, entry: margins.Entry) -> str:
        """What was found under an item: "3 questions, 1 outstanding"."""
        inside = [f for f in self.found if f.review is not Review.REJECTED and _within(f, entry)]
        questions = [f for f in inside if f.kind is Kind.QUESTIONS]
        parts = []
        if questions:
            parts.append(words.count(len(questions), "question", "questions"))
            outstanding = sum(1 for f in questions if QuestionStatus(f.state) in OUTSTANDING)
            if outstanding:
                parts.append(f"{outstanding} {tr('outstanding')}")
        decisions = sum(1 for f in inside if f.kind is Kind.DECISIONS)
        if decisions and not questions:
            parts.append(words.count(decisions, "decision", "decisions"))
        return ", ".join(parts)


def name_of(document: Document) -> str:
    """What a person would call a document."""
    return words.document_name(document.kind, document.committee, document.date, document.title, document.file_name)


def read(library, document_id: int) -> Reading:  # noqa: ANN001 - the store's class, which the desk must not name
    """Fetch a document with all that stands in its margin; `NotFound` where it is gone."""
    people = tables.rows(library, Kind.PEOPLE)
    ids = people.ids(View(document=document_id))
    names = people.columns
    rows = [dict(zip(names, row, strict=True)) for row in people.page(ids) if row]
    marks = margins.margin(library, document_id)
    return Reading(
        document=documents.get(library, document_id),
        blocks=documents.blocks(library, document_id),
        contents=margins.contents(library, document_id),
        found=_found(marks),
        tags=tuple((Span(m.block, m.start, m.end), m.state) for m in marks if m.kind is Kind.TAGS),
        people=tuple((row["id"], row["name"], row["post"] or "") for row in rows),
        left_off=left_off.of(library, document_id),
    )


def _found(marks: tuple[margins.Mark, ...]) -> tuple[Found, ...]:
    spans: dict[tuple[Kind, int], list[Span]] = defaultdict(list)
    replies: dict[tuple[Kind, int], list[Span]] = defaultdict(list)
    told: dict[tuple[Kind, int], tuple[str, Review]] = {}
    for mark in marks:
        if mark.kind not in FINDINGS:
            continue
        key = (mark.kind, mark.row_id)
        (replies if mark.part else spans)[key].append(Span(mark.block, mark.start, mark.end))
        told[key] = (mark.state, Review(mark.review))
    return tuple(
        Found(kind, row_id, tuple(spans[kind, row_id]), tuple(replies[kind, row_id]), *told[kind, row_id])
        for kind, row_id in told
    )


@dataclass(frozen=True, slots=True)
class Copy:
    """Another document that holds some of the same business, where the two are worded differently, and what of that
    matters."""

    document_id: int
    where: str
    differences: tuple[documents.Difference, ...]
    matters: tuple[Changed, ...] = ()


@dataclass(frozen=True, slots=True)
class Joined:
    """What a document is joined with, how many things wait for a place in it, and how many are read otherwise than a
    person settled them."""

    document_id: int
    copies: tuple[Copy, ...]
    unplaced: int
    beside: int = 0


def joined(library, document_id: int) -> Joined:  # noqa: ANN001 - see read
    """Its copies and what wants a place in it."""
    unplaced = len(placing.to_place(library, document_id))
    return Joined(document_id, copies(library, document_id), unplaced, len(proposals.beside(library, document_id)))


def copies(library, document_id: int) -> tuple[Copy, ...]:  # noqa: ANN001 - see read
    """The other documents that tell what this one tells."""
    matters = changed.in_document(library, document_id)
    return tuple(
        Copy(
            other.id,
            f"{citation(other)} ({other.file_name})",
            documents.differences(library, document_id, other.id),
            tuple(each for each in matters if each.other_document_id == other.id),
        )
        for other in documents.copies(library, document_id)
    )


def margin_marks(found: tuple[Found, ...], shown: frozenset[str]) -> list[MarginMark]:
    """What the margin shows of these: `shown` names the kinds wanted, "answers" among them."""
    made = []
    for one in found:
        if one.review is Review.REJECTED:
            continue
        if one.kind.value in shown:
            role = words.FINDING_ROLES[one.kind]
            made.append(MarginMark(one.key, one.spans, (_words(one),), role, _told(one)))
        if one.replies and "answers" in shown:
            made.append(MarginMark(one.key, one.replies, (), "answer", tr("Answer")))
    return made


def _words(one: Found) -> str:
    if one.kind is Kind.QUESTIONS:
        return tr(words.STATUS_WORDS[QuestionStatus(one.state)]).lower()
    if one.kind is Kind.DECISIONS:
        return tr(words.DECISION_WORDS[DecisionKind(one.state)]).lower()
    if one.kind is Kind.UNDERTAKINGS:
        state = State(one.state)
        return (
            tr("undertaking") if state is State.OPEN else f"{tr('undertaking')}, {tr(words.STATE_WORDS[state]).lower()}"
        )
    return tr("action")


def _told(one: Found) -> str:
    """A finding in words alone: "Question, promised, to review"."""
    parts = [_words(one)] if one.kind in (Kind.UNDERTAKINGS, Kind.ACTIONS) else [tr(KIND_WORD[one.kind]), _words(one)]
    if one.review is Review.SUGGESTED:
        parts.append(tr("To review").lower())
    said = ", ".join(parts)
    return said[:1].upper() + said[1:]


def _within(found: Found, entry: margins.Entry) -> bool:
    return any(entry.first <= span.block <= entry.last for span in found.spans[:1])
