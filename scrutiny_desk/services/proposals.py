"""What a later reading says otherwise of a row that a person has settled: shown beside it, taken or refused by them."""

from dataclasses import dataclass
from typing import Any

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.documents import strictest
from scrutiny_desk.domain.people import Who
from scrutiny_desk.domain.questions import Answer, Given, Question
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.domain.troubles import NotFound, Trouble
from scrutiny_desk.domain.undertakings import Undertaking
from scrutiny_desk.services import passages
from scrutiny_desk.services.alike import bare
from scrutiny_desk.store import Database, Library, people, questions, restrictions, undertakings, versions
from scrutiny_desk.store.versions import Proposal

__all__ = ["Beside", "as_finding", "beside", "refuse", "take", "waiting"]

Row = Question | Undertaking
_WHOS = frozenset({"asked_by", "put_to", "answered_by", "made_by"})
_ORDER = ("text", "status", "asked_by", "put_to", "answered_by", "made_by", "due", "answers")
"""In which order fields are shown."""
_ONE = frozenset({"asked_by"})
_ANSWERS = "answers"
_GET = {Kind.QUESTIONS: questions.get, Kind.UNDERTAKINGS: undertakings.get}
_UPDATE = {Kind.QUESTIONS: questions.update, Kind.UNDERTAKINGS: undertakings.update}


@dataclass(frozen=True, slots=True)
class Beside:
    """One row that a person settled, and what reading its paper again would change of it: each field with its words
    now and then ("answers" has those that the row lacks). `may_take` is false where an older program kept too little.
    """

    id: int
    kind: Kind
    row_id: int
    words: str
    document_id: int
    differs: tuple[tuple[str, str, str], ...]
    may_take: bool = True


def as_finding(fields: dict[str, Any], answers: tuple[Answer, ...] = ()) -> dict[str, Any]:
    """The fields of a reading as plain data, from which they can be taken later."""
    found = {name: _as_data(value) for name, value in fields.items()}
    return found | ({_ANSWERS: [_answer_as_data(answer) for answer in answers]} if answers else {})


def beside(library: Library, document_id: int | None = None) -> tuple[Beside, ...]:
    """All that waits for a person's word, of one paper or of the whole library; what no longer differs is left out."""
    with library.read() as db:
        found = (_beside(db, each) for each in versions.proposals(db, document_id))
        return tuple(each for each in found if each is not None)


def waiting(library: Library) -> dict[int, int]:
    """How many wait, by the number of their paper."""
    counted: dict[int, int] = {}
    for each in beside(library):
        counted[each.document_id] = counted.get(each.document_id, 0) + 1
    return counted


def take(library: Library, proposal_id: int) -> Change:
    """Let the row say what the later reading says, as the person's own correction, in one step.

    `Trouble` where it was decided before, and where an older program did not keep enough to take it.
    """

    def work(db: Database) -> None:
        proposal, shown = _open(db, proposal_id)
        if not shown.may_take:
            raise Trouble(
                "An older program kept too little of this reading.", "Read the paper again, and take it then."
            )
        row = _GET[shown.kind](db, shown.row_id)
        fields = {name: _ready(db, name, proposal.finding[name]) for name, _now, _then in shown.differs}
        fields.pop(_ANSWERS, None)
        review = row.review if row.review in (Review.ADDED, Review.REJECTED) else Review.CORRECTED
        _UPDATE[shown.kind](db, shown.row_id, **fields, review=str(review))
        if isinstance(row, Question):
            _add_answers(db, row, proposal)
        versions.decide_proposal(db, proposal_id, "taken")

    return library.write("Take the later reading", work)[1]


def refuse(library: Library, proposal_id: int) -> Change:
    """Keep the row as it is; the same reading is not offered again."""

    def work(db: Database) -> None:
        versions.decide_proposal(db, _open(db, proposal_id)[0].id, "refused")

    return library.write("Keep what was settled", work)[1]


def _open(db: Database, proposal_id: int) -> tuple[Proposal, Beside]:
    proposal = next((each for each in versions.proposals(db) if each.id == proposal_id), None)
    shown = _beside(db, proposal) if proposal is not None else None
    if proposal is None or shown is None:
        raise NotFound("This no longer waits for your word.", "It may have been settled; look at the paper again.")
    return proposal, shown


def _beside(db: Database, proposal: Proposal) -> Beside | None:
    kind = Kind(proposal.kind)
    if kind not in _GET or proposal.row_id is None:
        return None
    try:
        row: Row = _GET[kind](db, proposal.row_id)
    except NotFound:
        return None
    differs = tuple(
        (name, _words(db, name, _as_data(getattr(row, name))), _words(db, name, value))
        for name, value in sorted(proposal.finding.items(), key=lambda each: _ORDER.index(each[0]))
        if name != _ANSWERS and not _same(_as_data(getattr(row, name)), value)
    )
    lacking = [answer["text"] for answer in _lacking(row, proposal)]
    if lacking:
        differs += ((_ANSWERS, "", " ".join(lacking)),)
    if not differs:
        return None
    may_take = not any(name in _WHOS and isinstance(proposal.finding[name], str) for name, _now, _then in differs)
    return Beside(proposal.id, kind, proposal.row_id, row.text, proposal.document_id, differs, may_take)


def _lacking(row: Row, proposal: Proposal) -> list[dict[str, Any]]:
    held = {bare(answer.text) for answer in row.answers} if isinstance(row, Question) else set()
    return [answer for answer in proposal.finding.get(_ANSWERS, ()) if bare(answer["text"]) not in held]


def _add_answers(db: Database, row: Question, proposal: Proposal) -> None:
    """Put the answers that the row lacks under it; it is from then on as strictly held as the strictest of them."""
    strict = row.classification
    for kept in _lacking(row, proposal):
        spans = tuple(Span(*span) for span in kept["spans"])
        source = passages.source(db, proposal.document_id, spans)
        by = tuple(_who(db, who) for who in kept["by"])
        answer = Answer(by, Given(kept["given"]), kept["date"], kept["text"], source)
        questions.add_answer(db, row.id, answer, by_person=True)
        held = restrictions.classification_of(db, proposal.document_id, {span.block for span in spans})
        strict = strictest(strict, held)
    if strict is not row.classification:
        questions.update(db, row.id, by_person=False, classification=str(strict))


def _as_data(value: object) -> Any:
    if isinstance(value, Who):
        return {"name": value.name, "label": value.label, "person_id": value.person_id}
    if isinstance(value, tuple):
        return [_as_data(each) for each in value]
    return None if value is None else str(value)


def _answer_as_data(answer: Answer) -> dict[str, Any]:
    return {
        "text": answer.text,
        "given": str(answer.given),
        "date": answer.date,
        "by": _as_data(answer.by),
        "spans": [[span.block, span.start, span.end] for span in answer.source.spans],
    }


def _same(now: Any, then: Any) -> bool:
    """Whether two values say the same; people are told by who they are, their labels apart."""
    return bool(_people(now) == _people(then) if isinstance(then, list | dict) else now == then)


def _people(value: Any) -> Any:
    whos = [value] if isinstance(value, dict) else value or []
    return [who["person_id"] if who["person_id"] is not None else who["name"] or who["label"] for who in whos]


def _ready(db: Database, name: str, value: Any) -> Any:
    if name not in _WHOS:
        return value
    whos = [value] if isinstance(value, dict) else value
    found = tuple(_who(db, who) for who in whos)
    return found[0] if name in _ONE and found else found


def _who(db: Database, kept: dict[str, Any]) -> Who:
    """Who was meant: the person, where the library still has them, else the words alone."""
    there = kept["person_id"] is not None and people.load(db, [kept["person_id"]])
    return Who(kept["name"], kept["label"], kept["person_id"] if there else None)


def _words(db: Database, name: str, value: Any) -> str:
    if name not in _WHOS or isinstance(value, str):
        return value or ""
    whos = [value] if isinstance(value, dict) else value or []
    return ", ".join(_who(db, who).words for who in whos)
