"""People: their names, posts, and which rows are one person; all of it the user's word."""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass

from scrutiny_desk.domain.changes import Change
from scrutiny_desk.domain.documents import Document
from scrutiny_desk.domain.meetings import Meeting
from scrutiny_desk.domain.people import Appearance, Capacity, Person, folded, may_be_same, name_parts
from scrutiny_desk.domain.questions import Question
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.domain.work import View
from scrutiny_desk.services.letters import is_e_mail
from scrutiny_desk.store import Database, Library, documents, meetings, questions, undertakings
from scrutiny_desk.store import people as rows
from scrutiny_desk.store.queries import ROWS


@dataclass(frozen=True, slots=True)
class WitnessPage:
    """Everything held of one person, for the witness page: outstanding questions oldest first, those that passed to
    them with the post among them and those that they left behind not.

    The ids are of questions and undertakings; `meetings` are those the appearances are at, by id,
    `papers` those that are of no meeting; `e_mails` are the ids of the e-mails among them.
    """

    person: Person
    appearances: tuple[Appearance, ...]
    meetings: dict[int, Meeting]
    outstanding: tuple[int, ...]
    asked: tuple[int, ...]
    undertakings: tuple[int, ...]
    papers: dict[int, Document]
    e_mails: frozenset[int]


def get(library: Library, person_id: int) -> Person:
    """The person; `NotFound` where there is none."""
    with library.read() as db:
        return rows.get(db, person_id)


def find(library: Library, words: str) -> tuple[Person, ...]:
    """The people who may be meant by a typed name, the surest first; none where nobody fits.

    Those of exactly that name stand alone; then those whose name it may be; then those whose name holds the words.
    """
    typed = folded(words).strip()
    if not typed:
        return ()
    with library.read() as db:
        exact = rows.named(db, words.strip())
        if exact:
            return tuple(exact)
        surname = name_parts(words).surname
        fitting = [p for p in rows.with_surname(db, surname) if any(may_be_same(words, n) for n in _names(p))]
        if fitting:
            return tuple(fitting)
        return tuple(p for p in rows.everything(db) if any(typed in folded(name) for name in _names(p)))


def page(library: Library, person_id: int) -> WitnessPage:
    """Everything held of one person."""
    with library.read() as db:
        person = rows.get(db, person_id)
        appearances = tuple(rows.appearances_of(db, person_id))
        held = meetings.load(db, sorted({a.meeting_id for a in appearances if a.meeting_id is not None}))
        alone = documents.load(db, sorted({a.document_id for a in appearances if a.meeting_id is None}))
        mails = frozenset(paper.id for paper in alone if is_e_mail(db, paper))
        asked = asked_of(db, person_id)
        owed = tuple(q.id for q in owed_by(db, person_id))
        promised = [u.id for u in undertakings.of_person(db, person_id) if u.review is not Review.REJECTED]
    found = {meeting.id: meeting for meeting in held}
    papers = {paper.id: paper for paper in alone}
    return WitnessPage(person, appearances, found, owed, tuple(q.id for q in asked), tuple(promised), papers, mails)


def asked_of(db: Database, person_id: int) -> list[Question]:
    """The questions put to a person or answered by them, oldest meeting first; those rejected are left out."""
    ids = ROWS["questions"](lambda: nullcontext(db)).ids(View(witness=person_id, order="date"))
    held = {question.id: question for question in questions.load(db, ids)}
    return [held[each] for each in ids if held[each].question_recorded]


def owed_by(db: Database, person_id: int) -> list[Question]:
    """The questions a person still owes an answer to, oldest meeting first: put to them and not passed on, or passed
    to them from somebody before them in the post."""
    ids = ROWS["questions"](lambda: nullcontext(db)).ids(View(owner=person_id, outstanding=True, order="date"))
    held = {question.id: question for question in questions.load(db, ids)}
    return [held[each] for each in ids if held[each].question_recorded]


def rename(library: Library, person_id: int, name: str) -> Change:
    """Set the name a person is shown by; the old one stays as an alias."""
    if not name_parts(name).surname:
        raise Trouble("A person needs a name.", "Write the name as you want it shown.")

    def work(db: Database) -> None:
        old = rows.get(db, person_id).name
        rows.update(db, person_id, name=" ".join(name.split()))
        rows.add_alias(db, person_id, old)

    return library.write("Rename person", work)[1]


def set_post(library: Library, person_id: int, post: str | None, organisation: str | None) -> Change:
    """Set the post and organisation a person is shown with; each appearance keeps its own."""
    fields = {"post": post or None, "organisation": organisation or None}
    return library.write("Set post", lambda db: rows.update(db, person_id, **fields))[1]


def set_capacity(library: Library, person_id: int, document_id: int, capacity: Capacity) -> Change:
    """Say in what capacity somebody was at the meeting that a paper tells of, where the paper was misread."""
    return library.write("Say who was there", lambda db: rows.set_capacity(db, person_id, document_id, capacity))[1]


def merge(library: Library, keep: int, others: Sequence[int]) -> Change:
    """Make several people one; the others' names become aliases, and the next import remembers it."""

    def work(db: Database) -> None:
        for other in others:
            if other != keep:
                rows.merge(db, keep, other)

    return library.write("Join people", work)[1]


def split(library: Library, person_id: int, alias: str) -> tuple[int, Change]:
    """Make another person of one of a person's aliases, with what was said under that name; remembered."""

    def work(db: Database) -> int:
        person = rows.get(db, person_id)
        if alias not in person.aliases:
            raise Trouble(f"{person.name} is not known as {alias}.", "Choose one of the other names shown.")
        return rows.split(db, person_id, alias, documents=_documents_naming(db, person_id, alias))

    return library.write("Part people", work)


def _documents_naming(db: Database, person_id: int, name: str) -> list[int]:
    """The documents in which this person goes by this name."""
    typed = folded(name)
    found = sorted({appearance.document_id for appearance in rows.appearances_of(db, person_id)})
    return [d for d in found if any(typed in folded(block.text) for block in documents.blocks(db, d))]


def _names(person: Person) -> tuple[str, ...]:
    return (person.name, *person.aliases)
