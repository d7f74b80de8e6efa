"""A document recognised again after the program has learnt: shown first, and no person's word is touched.

Suggestions follow the new reading. A row that a person has confirmed, corrected, rejected, added, tagged or noted
stays as it is, and what the program would now say of it is kept as a proposal beside it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.changes import FOLLOWED, Change, Kind
from scrutiny_desk.domain.documents import Classification, Document, ReadDocument, strictest
from scrutiny_desk.domain.findings import Findings, Restriction
from scrutiny_desk.domain.people import Who, may_be_same
from scrutiny_desk.domain.questions import Answer, Question
from scrutiny_desk.domain.sources import Review, Source
from scrutiny_desk.domain.undertakings import Action, Decision, State, Undertaking
from scrutiny_desk.services import classifying, house_rules, noting, proposals, statements, suggesting
from scrutiny_desk.services.alike import bare
from scrutiny_desk.services.joining import Place
from scrutiny_desk.services.taking import Taking
from scrutiny_desk.services.times import now
from scrutiny_desk.store import (
    Database,
    Library,
    documents,
    laid,
    meetings,
    people,
    questions,
    restrictions,
    undertakings,
    versions,
)

Row = Question | Undertaking | Decision | Action
KINDS = {Question: Kind.QUESTIONS, Undertaking: Kind.UNDERTAKINGS, Decision: Kind.DECISIONS, Action: Kind.ACTIONS}
"""Of what kind each row is."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that reading again would do.

    `what` is "add", "change" or "drop" for a suggestion, "propose" beside a person's word, "restrict" where the paper
    says that part of it is held back and that was not known. `differs` names what would be otherwise, with the words
    before and after.
    """

    kind: Kind
    what: str
    row_id: int | None
    words: str
    differs: tuple[tuple[str, str, str], ...] = ()
    fields: dict[str, Any] = field(default_factory=dict, compare=False)
    new: Row | Restriction | None = field(default=None, compare=False)


LOADS: dict[Kind, Callable[[Database, Sequence[int]], Sequence[Row]]] = {
    Kind.QUESTIONS: questions.load,
    Kind.UNDERTAKINGS: undertakings.load,
    Kind.DECISIONS: undertakings.load_decisions,
    Kind.ACTIONS: undertakings.load_actions,
}
"""How the rows of each kind are fetched by their numbers."""

Recognise = Callable[[ReadDocument], Findings]


def compare(library: Library, document_id: int, recognise: Recognise | None = None) -> tuple[Step, ...]:
    """What recognising a document again would change; nothing is changed."""
    with library.read() as db:
        return tuple(steps_of(taking_of(db, document_id, recognise)))


def apply(library: Library, document_id: int, recognise: Recognise | None = None) -> tuple[tuple[Step, ...], Change]:
    """Recognise a document again and let its suggestions follow, as one step; what was done, and what differs."""
    name = ""

    def work(db: Database) -> tuple[Step, ...]:
        taking = taking_of(db, document_id, recognise)
        steps = tuple(steps_of(taking))
        for step in steps:
            do_step(taking, step)
        if any(step.what == "restrict" for step in steps):
            classifying.follow(db, document_id)
        return steps

    with library.read() as db:
        name = documents.get(db, document_id).file_name
    return library.write(f"Recognise {name} again", work, origin="program")


def taking_of(db: Database, document_id: int, recognise: Recognise | None) -> Taking:
    """The document with its findings of today (or as `recognise` has them), and the library's items and people."""
    document = documents.get(db, document_id)
    blocks = documents.blocks(db, document_id)
    said = document.kind if "kind" in documents.extras(db, document_id)["edited"] else None
    read = as_read(document, tuple(blocks))
    findings = house_rules.recogniser(db, document)(read, said) if recognise is None else recognise(read)
    taking = Taking(db, findings, blocks, Place(), document_id, document.meeting_id)
    held = meetings.items_of_document(db, document_id)
    for index, item in enumerate(taking.findings.items):
        same = [
            known.id
            for known, first, _last in held
            if first == item.first or bare(known.title or "") == bare(item.title or "")
        ]
        if same:
            taking.items[index] = same[0]
    there = people.load(db, sorted({a.person_id for a in people.appearances_in(db, document_id)}))
    for index, person in enumerate(taking.findings.people):
        fitting = [
            known.id for known in there if any(may_be_same(person.name, n) for n in (known.name, *known.aliases))
        ]
        if len(fitting) == 1:
            taking.people[index] = fitting[0]
    return taking


def as_read(document: Document, blocks: tuple[Any, ...]) -> ReadDocument:
    """A paper of the library as reading gave it, for recognising it again."""
    return ReadDocument(
        document.file_name,
        document.format,
        blocks,
        pages=document.pages,
        searchable_pages=document.searchable_pages,
        title=document.title,
        notices=document.notices,
    )


def steps_of(taking: Taking) -> list[Step]:
    """What reading the document again would do, in the order of kinds; nothing is done."""
    db = taking.db
    steps = _compared(taking, Kind.QUESTIONS, found_questions(taking), questions.of_document(db, taking.document_id))
    steps += _compared(
        taking, Kind.UNDERTAKINGS, found_undertakings(taking), undertakings.of_document(db, taking.document_id)
    )
    for kind, found, held in (
        (Kind.DECISIONS, found_decisions(taking), undertakings.decisions_of_document(db, taking.document_id)),
        (Kind.ACTIONS, found_actions(taking), undertakings.actions_of_document(db, taking.document_id)),
    ):
        steps += [step for step in _compared(taking, kind, found, held) if step.what in ("add", "drop")]
    return [*_tighter(taking), *steps]


def rows_of_document(db: Database, document_id: int) -> list[Row]:
    """Every question, undertaking, decision and action that rests on a document."""
    return [
        *questions.of_document(db, document_id),
        *undertakings.of_document(db, document_id),
        *undertakings.decisions_of_document(db, document_id),
        *undertakings.actions_of_document(db, document_id),
    ]


def found_questions(taking: Taking) -> list[Question]:
    """The questions found, as rows of the library."""
    return [statements.question_row(taking, q, taking.source(q.spans)) for q in taking.findings.questions]


def found_undertakings(taking: Taking) -> list[Undertaking]:
    """The undertakings found, as rows of the library."""
    return [statements.undertaking_row(taking, u, taking.source(u.spans), None) for u in taking.findings.undertakings]


def found_decisions(taking: Taking) -> list[Decision]:
    """The decisions found, as rows of the library."""
    return [
        Decision(0, taking.item(d.item), d.kind, d.text, (taking.source(d.spans),), Review.SUGGESTED)
        for d in taking.findings.decisions
    ]


def found_actions(taking: Taking) -> list[Action]:
    """The actions found, as rows of the library."""
    return [
        Action(
            0,
            taking.item(a.item),
            taking.whos(a.owners),
            a.text,
            a.due,
            State.OPEN,
            (taking.source(a.spans),),
            Review.SUGGESTED,
        )
        for a in taking.findings.actions
    ]


def _tighter(taking: Taking) -> list[Step]:
    """The parts held back more strictly than was known. Nothing is ever opened up: that is a person's to do."""
    held = restrictions.held(taking.db, taking.document_id)
    return [
        Step(Kind.DOCUMENTS, "restrict", taking.document_id, found.words, _held_back(found), new=found)
        for found in taking.findings.restrictions
        if any(_is_looser(held, order, found.classification) for order in range(found.first, found.last + 1))
    ]


def _is_looser(held: restrictions.Held, order: int, wanted: Classification) -> bool:
    now = held.classification_of([order])
    return not held.is_spoken_of(order) and strictest(now, wanted) is not now


def _held_back(found: Restriction) -> tuple[tuple[str, str, str], ...]:
    where = f"{found.first + 1}" if found.first == found.last else f"{found.first + 1} to {found.last + 1}"
    return (("classification", f"paragraph {where}", str(found.classification)),)


def _compared(taking: Taking, kind: Kind, new: Sequence[Row], held: Sequence[Row]) -> list[Step]:
    pairs: dict[int, int] = {}
    for index, row in enumerate(new):
        fitting = [n for n, old in enumerate(held) if n not in pairs.values() and _overlap(taking, row, old)]
        if fitting:
            pairs[index] = fitting[0]
    steps = []
    for index, row in enumerate(new):
        if index not in pairs:
            steps.append(Step(kind, "add", None, row.text, new=row))
            continue
        old = held[pairs[index]]
        fields = differing(old, row)
        if fields:
            what = "change" if is_ours(taking.db, kind, old) else "propose"
            if what == "propose" and _is_refused(taking, kind, old, row, fields):
                continue
            differs = tuple((name, _words(getattr(old, name)), _words(value)) for name, value in fields.items())
            steps.append(Step(kind, what, old.id, old.text, differs, fields, row))
    gone = [old for n, old in enumerate(held) if n not in pairs.values()]
    alone = [old for old in gone if {source.document_id for source in old.sources} == {taking.document_id}]
    return steps + [Step(kind, "drop", old.id, old.text) for old in alone if is_ours(taking.db, kind, old)]


def _overlap(taking: Taking, new: Row, old: Row) -> bool:
    """Whether two rows rest on the same words of this document, or on half of the shorter's at the least."""
    ours, theirs = letters_of(new.sources, taking.document_id), letters_of(old.sources, taking.document_id)
    return bool(ours and theirs) and 2 * len(ours & theirs) >= min(len(ours), len(theirs))


def letters_of(sources: Sequence[Source], document_id: int) -> set[tuple[int, int]]:
    """The letters of a document that these passages cover."""
    spans: list[Span] = [span for source in sources if source.document_id == document_id for span in source.spans]
    return {(span.block, at) for span in spans for at in range(span.start, span.end)}


def differing(old: Row, new: Row) -> dict[str, Any]:
    """What the new reading says otherwise. Nobody named where somebody was is no news, nor is no day where there was
    one, which another copy may have told: neither is taken away."""
    if isinstance(old, Decision | Action):
        return {}
    names = ("asked_by", "put_to", "answered_by") if isinstance(old, Question) else ("made_by",)
    plain = ("text", "status") if isinstance(old, Question) else ("text", "due")
    fields = {name: getattr(new, name) for name in plain if getattr(new, name) not in (None, getattr(old, name))}
    for name in names:
        before, after = _ids(getattr(old, name)), _ids(getattr(new, name))
        if after and before != after:
            fields[name] = getattr(new, name)
    return fields


def _ids(who: Who | Sequence[Who] | None) -> list[int]:
    whos = [who] if isinstance(who, Who) else who or []
    return [each.person_id for each in whos if each.person_id is not None]


def is_ours(db: Database, kind: Kind, row: Row) -> bool:
    """Whether no person has said or laid anything on a row."""
    if row.review is not Review.SUGGESTED:
        return False
    if laid.is_laid(db, FOLLOWED[kind], row.id):
        return False
    if kind is Kind.QUESTIONS:
        return not questions.edited(db, row.id)
    return not undertakings.extras(db, FOLLOWED[kind], row.id)["edited"]


def _words(value: object) -> str:
    if isinstance(value, Who):
        return value.words
    if isinstance(value, tuple):
        return ", ".join(_words(each) for each in value)
    return "" if value is None else str(value)


def do_step(taking: Taking, step: Step) -> None:
    """Do one of the steps, inside a write; only the database, the document and its meeting are asked of `taking`."""
    db = taking.db
    if step.what == "restrict" and isinstance(step.new, Restriction):
        restrictions.add(db, taking.document_id, step.new)
        if step.new.first == 0 and step.new.last == len(taking.blocks) - 1:
            level = str(step.new.classification)
            documents.update(db, taking.document_id, by_person=False, classification=level)
        return
    asked = step.kind is Kind.QUESTIONS
    plain = {name: str(value) if name == "status" else value for name, value in step.fields.items()}
    if step.what == "add" and isinstance(step.new, Question):
        new = questions.add(db, step.new, meeting_id=taking.meeting_id)
        noting.offer(db, taking.meeting_id, [("question", new, step.new.text)])
        suggesting.suggest(db, [new])
    elif step.what == "add" and isinstance(step.new, Undertaking):
        held = statements.classification_of(taking, *step.new.sources)
        undertakings.add(db, step.new, meeting_id=taking.meeting_id, classification=held)
    elif step.what == "add" and isinstance(step.new, Decision | Action):
        _add_business(taking, step.new)
    elif step.what == "drop" and step.row_id is not None:
        questions.remove(db, step.row_id) if asked else undertakings.remove(db, FOLLOWED[step.kind], step.row_id)
    elif step.what == "change" and step.row_id is not None:
        (questions.update if asked else undertakings.update)(db, step.row_id, by_person=False, **plain)
        _new_answers(taking, step)
    elif step.what == "propose":
        finding = _finding(taking, step.row_id, step.new, step.fields)
        versions.propose(db, taking.document_id, str(step.kind), step.row_id, finding, at=now(), reason="Read again.")


def _add_business(taking: Taking, new: Decision | Action) -> None:
    """A decision or an action that was not there, with what the program says of it."""
    held, among = statements.classification_of(taking, *new.sources), taking.findings
    found = among.decisions if isinstance(new, Decision) else among.actions
    told = next((each for each in found if each.spans == new.sources[0].spans), None)
    more = {"confidence": told.confidence, "reason": told.reason} if told else {}
    if isinstance(new, Decision):
        undertakings.add_decision(taking.db, new, meeting_id=taking.meeting_id, classification=held, **more)
    else:
        undertakings.add_action(taking.db, new, meeting_id=taking.meeting_id, classification=held, **more)


def _finding(
    taking: Taking, row_id: int | None, new: Row | Restriction | None, fields: dict[str, Any]
) -> dict[str, Any]:
    """What is kept of a reading beside a settled row: the fields that differ, and the answers that row lacks."""
    return proposals.as_finding(fields, tuple(_lacking(taking, row_id, new)))


def _is_refused(taking: Taking, kind: Kind, old: Row, new: Row, fields: dict[str, Any]) -> bool:
    """Whether a person has been shown this very reading of the row, and kept to their own."""
    finding = _finding(taking, old.id, new, fields)
    return any(
        each.verdict == "refused" and (each.kind, each.row_id, each.finding) == (str(kind), old.id, finding)
        for each in versions.proposals(taking.db, taking.document_id, open_only=False)
    )


def _new_answers(taking: Taking, step: Step) -> None:
    """Answers the row did not have; those it has stay, since a person may have read them."""
    for answer in _lacking(taking, step.row_id, step.new):
        questions.add_answer(taking.db, step.row_id or 0, replace(answer))


def _lacking(taking: Taking, row_id: int | None, new: Row | Restriction | None) -> list[Answer]:
    if not isinstance(new, Question) or row_id is None:
        return []
    held = {bare(answer.text) for answer in questions.get(taking.db, row_id).answers}
    return [answer for answer in new.answers if bare(answer.text) not in held]
