"""What matters of the differences between two versions of a paper: an answer, a status, a name, a day, a decision."""

from dataclasses import dataclass

from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.troubles import NotFound
from scrutiny_desk.store import Database, Library, people, questions, undertakings, versions
from scrutiny_desk.store.versions import Difference

__all__ = ["Changed", "in_document"]

_NAMES = frozenset({"asked_by", "answered_by", "made_by"})


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing told otherwise in another version: of which row, what of it ("status", "answer", "due", "missing",
    "new_answer", "question", "decision"...), its words in this document and in the other, "" where one has none."""

    kind: Kind
    row_id: int
    words: str
    what: str
    here: str
    there: str
    other_document_id: int


def in_document(library: Library, document_id: int) -> tuple[Changed, ...]:
    """Everything of that kind between a document and its other versions and copies, in the order it was found."""
    with library.read() as db:
        found = (_changed(db, each, document_id) for each in versions.differences_of_document(db, document_id))
        return tuple(dict.fromkeys(each for each in found if each is not None))


def _changed(db: Database, one: Difference, document_id: int) -> Changed | None:
    """A difference from the side of one of its two documents; None where its row is no more."""
    here, there = (one.one_text, one.other_text), (one.other_text, one.one_text)
    mine = one.one_document_id == document_id
    words = [_names(db, text) if one.what in _NAMES else text for text in (here if mine else there)]
    try:
        if one.question_id is not None:
            kind, row_id, said = Kind.QUESTIONS, one.question_id, questions.get(db, one.question_id).text
        elif one.undertaking_id is not None:
            kind, row_id, said = Kind.UNDERTAKINGS, one.undertaking_id, undertakings.get(db, one.undertaking_id).text
        elif one.decision_id is not None:
            kind, row_id, said = Kind.DECISIONS, one.decision_id, undertakings.decision(db, one.decision_id).text
        else:
            return None
    except NotFound:
        return None
    return Changed(kind, row_id, said, one.what, *words, one.other_document_id if mine else one.one_document_id)


def _names(db: Database, kept: str) -> str:
    """The names of people kept by number, as the library has them now; other words as they are."""
    found = []
    for part in kept.split("; "):
        held = people.load(db, [int(part)]) if part.isdecimal() else ()
        found += [person.name for person in held] or [part]
    return ", ".join(found)
