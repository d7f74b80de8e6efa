"""Questions, undertakings, decisions and actions of one document: new rows, or one more source of rows there are.

A row that a person has said a word about gains sources only. A row that is still a suggestion also learns who
asked or answered where it did not know, whichever copy came first, so that the order of imports makes no difference.
"""

from collections.abc import Callable, Collection, Sequence
from typing import Protocol, TypeVar

from scrutiny_desk.domain.documents import Classification, strictest
from scrutiny_desk.domain.findings import FoundAnswer, FoundQuestion, FoundUndertaking
from scrutiny_desk.domain.people import Who
from scrutiny_desk.domain.questions import OUTSTANDING, Answer, Question
from scrutiny_desk.domain.sources import Review, Source
from scrutiny_desk.domain.undertakings import Action, Decision, State, Undertaking
from scrutiny_desk.services import noting, suggesting
from scrutiny_desk.services.alike import bare, like
from scrutiny_desk.services.taking import Taking
from scrutiny_desk.store import Database, questions, undertakings, versions

SAME = 0.85
"""How alike two quotes of one item must be to be one statement told twice."""


class Statement(Protocol):
    """What questions, undertakings, decisions and actions have in common."""

    @property
    def id(self) -> int: ...
    @property
    def item_id(self) -> int | None: ...
    @property
    def text(self) -> str: ...
    @property
    def sources(self) -> tuple[Source, ...]: ...
    @property
    def review(self) -> Review: ...


S = TypeVar("S", bound=Statement)


def keep(taking: Taking) -> dict[str, int]:
    """Keep every statement found; how many of each were found, by the names of the lists."""
    ids = _questions(taking)
    _undertakings(taking, ids)
    _decisions(taking)
    actions = _actions(taking)
    found = taking.findings
    asked = [("question", row_id, one.text) for row_id, one in zip(ids, found.questions, strict=True)]
    to_do = [("action", row_id, one.text) for row_id, one in zip(actions, found.actions, strict=True)]
    noting.offer(taking.db, taking.meeting_id, [*asked, *to_do])
    suggesting.suggest(taking.db, ids)
    return {
        "questions": len(found.questions),
        "undertakings": len(found.undertakings),
        "decisions": len(found.decisions),
        "actions": len(found.actions),
    }


def pair(found: Sequence[tuple[str, int | None]], held: Sequence[Statement]) -> dict[int, int]:
    """Index of a found (quote, item) to the index of the held statement that is the same one, each used once."""
    scored = []
    for here, (quote, item_id) in enumerate(found):
        for there, row in enumerate(held):
            if None not in (item_id, row.item_id) and item_id != row.item_id:
                continue
            best = max((like(quote, source.quote) for source in row.sources), default=0.0)
            if best >= SAME:
                scored.append((-best, here, there))
    pairs: dict[int, int] = {}
    for _score, here, there in sorted(scored):
        if here not in pairs and there not in pairs.values():
            pairs[here] = there
    return pairs


def classification_of(taking: Taking, *passages: Source) -> Classification:
    """The strictest class of these passages: a question is held back with its answer."""
    return taking.held.classification_of({span.block for source in passages for span in source.spans})


def _questions(taking: Taking) -> list[int]:
    """The library's question for each found one."""
    db, found = taking.db, taking.findings.questions
    sources = [taking.source(question.spans) for question in found]
    held = _held(taking, questions.of_meeting)
    pairs = pair([(s.quote, taking.item(q.item)) for s, q in zip(sources, found, strict=True)], held)
    ids: dict[int, int] = {}
    added: dict[int, Question] = {}
    for index, (question, source) in enumerate(zip(found, sources, strict=True)):
        new = question_row(taking, question, source)
        if index in pairs:
            row = held[pairs[index]]
            questions.add_source(db, row.id, source)
            _note_difference(taking, "question", row.id, source, row.sources)
            _note_readings(taking, row, new)
            _teach_question(taking, row, new)
            ids[index] = row.id
        else:
            added[index] = new
    new_ids = questions.add_all(db, list(added.values()), meeting_id=taking.meeting_id)
    ids |= dict(zip(added, new_ids, strict=True))
    _note_missing(taking, held, set(ids.values()))
    return [ids[index] for index in range(len(found))]


def _held(taking: Taking, of_meeting: Callable[[Database, int], list[S]]) -> list[S]:
    """The statements the meeting had before this document came."""
    if taking.meeting_id is None or taking.place.meeting_id is None:
        return []
    return of_meeting(taking.db, taking.meeting_id)


def question_row(taking: Taking, found: FoundQuestion, source: Source) -> Question:
    """A found question as a row of the library, a suggestion still."""
    return Question(
        id=0,
        item_id=taking.item(found.item),
        text=found.text,
        asked_by=None if found.asked_by is None else taking.who(found.asked_by),
        put_to=taking.whos(found.put_to),
        answered_by=taking.whos(found.answered_by),
        status=found.status,
        question_recorded=found.question_recorded,
        sources=(source,),
        answers=tuple(_answer(taking, answer) for answer in found.answers),
        follow_up_by=None,
        confidence=found.confidence,
        review=Review.SUGGESTED,
        classification=classification_of(taking, source, *(taking.source(answer.spans) for answer in found.answers)),
        reason=found.reason,
    )


def _answer(taking: Taking, found: FoundAnswer) -> Answer:
    return Answer(taking.whos(found.by), found.given, found.date, found.text, taking.source(found.spans))


def _named(whos: Sequence[Who]) -> int:
    return sum(who.person_id is not None for who in whos)


def _note_difference(taking: Taking, what: str, question_id: int, new: Source, held: Sequence[Source]) -> None:
    """Keep where two copies word a question or an answer differently: shown, and for a person to settle."""
    for other in held:
        if other.document_id not in (0, taking.document_id) and bare(other.quote) != bare(new.quote):
            one, two = (other.document_id, other.quote), (taking.document_id, new.quote)
            versions.add_difference(taking.db, what, one, two, question_id=question_id)


def _note_readings(taking: Taking, held: Question, new: Question) -> None:
    """Keep where two copies leave another status, asker or answerer of a question."""
    first = held.sources[0].document_id if held.sources else taking.document_id
    if first == taking.document_id:
        return
    readings = (
        ("status", str(held.status), str(new.status)),
        ("asked_by", _words([held.asked_by]), _words([new.asked_by])),
        ("answered_by", _words(held.answered_by), _words(new.answered_by)),
    )
    for what, one, other in readings:
        if one and other and one != other:
            pair = (first, one), (taking.document_id, other)
            versions.add_difference(taking.db, what, *pair, question_id=held.id)


def _words(whos: Sequence[Who | None]) -> str:
    """Who these are, by their number where they are people of the library."""
    return "; ".join(str(who.person_id or who.words) for who in whos if who is not None)


def _note_missing(taking: Taking, held: Sequence[Question], found: Collection[int]) -> None:
    """Keep which questions of the version before are not in this one; they stay, with their source in the old."""
    old = taking.place.joined_to
    if taking.place.joined_as != "version" or old is None:
        return
    for question in held:
        quotes = [source.quote for source in question.sources if source.document_id == old]
        if quotes and question.id not in found:
            one, other = (old, quotes[0]), (taking.document_id, "")
            versions.add_difference(taking.db, "missing", one, other, question_id=question.id)


def _teach_question(taking: Taking, held: Question, new: Question) -> None:
    """What a second copy adds to a question: the stricter classification always, the rest to a suggestion only."""
    db = taking.db
    strict = strictest(held.classification, new.classification)
    if strict is not held.classification:
        questions.update(db, held.id, by_person=False, classification=str(strict))
    _teach_answers(taking, held, new)
    if held.review is not Review.SUGGESTED:
        return
    fields = {}
    if new.asked_by is not None and _named([new.asked_by]) > _named([held.asked_by] if held.asked_by else []):
        fields["asked_by"] = new.asked_by
    for role in ("put_to", "answered_by"):
        if _named(getattr(new, role)) > _named(getattr(held, role)):
            fields[role] = getattr(new, role)
    if held.item_id is None and new.item_id is not None:
        fields["item_id"] = new.item_id
    if new.status in OUTSTANDING and held.status not in OUTSTANDING:
        fields["status"] = str(new.status)
    if fields:
        questions.update(db, held.id, by_person=False, **fields)


def _teach_answers(taking: Taking, held: Question, new: Question) -> None:
    """Each answer of the second copy is one more source of the same answer, or one more answer."""
    ids = questions.answer_ids(taking.db, held.id)
    for answer in new.answers:
        same = [i for i, other in enumerate(held.answers) if like(answer.text, other.text) >= SAME]
        if same:
            questions.add_answer_source(taking.db, ids[same[0]], answer.source)
            _note_difference(taking, "answer", held.id, answer.source, (held.answers[same[0]].source,))
        else:
            _note_new_answer(taking, held, answer)
            if held.review is Review.SUGGESTED:
                questions.add_answer(taking.db, held.id, answer)


def _note_new_answer(taking: Taking, held: Question, answer: Answer) -> None:
    """Keep that a later version has an answer the one before it had not, with what it had there."""
    old = taking.place.joined_to
    if taking.place.joined_as == "version" and old is not None:
        before = " ".join(each.source.quote for each in held.answers if each.source.document_id == old)
        one, other = (old, before), (taking.document_id, answer.source.quote)
        versions.add_difference(taking.db, "new_answer", one, other, question_id=held.id)


def _note_gone(taking: Taking, owner: str, held: Sequence[Statement], met: Collection[int]) -> None:
    """Keep which undertakings or decisions of the version before are not in this one; `met` are where those stand
    that are. They stay, with their source in the old."""
    old = taking.place.joined_to
    if taking.place.joined_as != "version" or old is None:
        return
    for at, row in enumerate(held):
        quotes = [source.quote for source in row.sources if source.document_id == old]
        if quotes and at not in met:
            one, other = (old, quotes[0]), (taking.document_id, "")
            versions.add_difference(taking.db, "missing", one, other, **{f"{owner}_id": row.id})


def _note_undertaking(taking: Taking, held: Undertaking, new: Undertaking) -> None:
    """Keep where two papers name another day or another maker of an undertaking."""
    first = held.sources[0].document_id if held.sources else taking.document_id
    for what, one, other in (
        ("due", held.due or "", new.due or ""),
        ("made_by", _words(held.made_by), _words(new.made_by)),
    ):
        if first != taking.document_id and one and other and one != other:
            pair = (first, one), (taking.document_id, other)
            versions.add_difference(taking.db, what, *pair, undertaking_id=held.id)


def _undertakings(taking: Taking, question_ids: list[int]) -> None:
    db, found = taking.db, taking.findings.undertakings
    sources = [taking.source(one.spans) for one in found]
    held: list[Undertaking] = _held(taking, undertakings.of_meeting)
    pairs = pair([(s.quote, taking.item(u.item)) for s, u in zip(sources, found, strict=True)], held)
    for index, (one, source) in enumerate(zip(found, sources, strict=True)):
        question_id = None if one.question is None else question_ids[one.question]
        new = undertaking_row(taking, one, source, question_id)
        classification = classification_of(taking, source)
        if index not in pairs:
            undertakings.add(db, new, meeting_id=taking.meeting_id, classification=classification)
            continue
        row = held[pairs[index]]
        _one_more_source(taking, "undertaking", row, source, classification)
        _note_undertaking(taking, row, new)
        fields = {}
        if _named(new.made_by) > _named(row.made_by):
            fields["made_by"] = new.made_by
        if row.due is None and new.due is not None:
            fields["due"] = new.due
        if row.question_id is None and new.question_id is not None:
            fields["question_id"] = new.question_id
        if fields and row.review is Review.SUGGESTED:
            undertakings.update(db, row.id, by_person=False, **fields)
    _note_gone(taking, "undertaking", held, set(pairs.values()))


def undertaking_row(taking: Taking, found: FoundUndertaking, source: Source, question_id: int | None) -> Undertaking:
    """A found undertaking as a row of the library, a suggestion still."""
    return Undertaking(
        id=0,
        question_id=question_id,
        item_id=taking.item(found.item),
        made_by=taking.whos(found.made_by),
        made_to=None if found.made_to is None else taking.who(found.made_to),
        text=found.text,
        due=found.due,
        due_words=found.due_words,
        state=State.OPEN,
        sources=(source,),
        confidence=found.confidence,
        review=Review.SUGGESTED,
        reason=found.reason,
    )


def _one_more_source(
    taking: Taking, owner: str, row: Statement, source: Source, classification: Classification
) -> None:
    undertakings.add_source(taking.db, owner, row.id, source)
    for other in row.sources:
        if owner != "action" and other.document_id != taking.document_id and bare(other.quote) != bare(source.quote):
            one, two = (other.document_id, other.quote), (taking.document_id, source.quote)
            versions.add_difference(taking.db, owner, one, two, **{f"{owner}_id": row.id})
    held = undertakings.extras(taking.db, owner, row.id)["classification"]
    strict = strictest(held, classification)
    if strict is not held:
        update = {
            "undertaking": undertakings.update,
            "decision": undertakings.update_decision,
            "action": undertakings.update_action,
        }[owner]
        update(taking.db, row.id, by_person=False, classification=str(strict))


def _decisions(taking: Taking) -> None:
    db, found = taking.db, taking.findings.decisions
    sources = [taking.source(one.spans) for one in found]
    held: list[Decision] = _held(taking, undertakings.decisions_of_meeting)
    pairs = pair([(s.quote, taking.item(d.item)) for s, d in zip(sources, found, strict=True)], held)
    for index, (one, source) in enumerate(zip(found, sources, strict=True)):
        classification = classification_of(taking, source)
        if index in pairs:
            _one_more_source(taking, "decision", held[pairs[index]], source, classification)
            continue
        undertakings.add_decision(
            db,
            Decision(0, taking.item(one.item), one.kind, one.text, (source,), Review.SUGGESTED),
            meeting_id=taking.meeting_id,
            classification=classification,
            confidence=one.confidence,
            reason=one.reason,
        )
    _note_gone(taking, "decision", held, set(pairs.values()))


def _actions(taking: Taking) -> list[int]:
    """The library's action for each found one."""
    db, found = taking.db, taking.findings.actions
    sources = [taking.source(one.spans) for one in found]
    held: list[Action] = _held(taking, undertakings.actions_of_meeting)
    pairs = pair([(s.quote, taking.item(a.item)) for s, a in zip(sources, found, strict=True)], held)
    ids = []
    for index, (one, source) in enumerate(zip(found, sources, strict=True)):
        classification = classification_of(taking, source)
        if index in pairs:
            _one_more_source(taking, "action", held[pairs[index]], source, classification)
            ids.append(held[pairs[index]].id)
            continue
        owners = taking.whos(one.owners)
        new = undertakings.add_action(
            db,
            Action(0, taking.item(one.item), owners, one.text, one.due, State.OPEN, (source,), Review.SUGGESTED),
            meeting_id=taking.meeting_id,
            classification=classification,
            due_words=one.due_words,
            confidence=one.confidence,
            reason=one.reason,
        )
        ids.append(new)
    return ids
