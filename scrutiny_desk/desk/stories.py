"""What the inspector tells of one thing: where it comes from, why it is here, and what has become of it."""

from dataclasses import dataclass, field

from scrutiny_desk.desk import register_story, words
from scrutiny_desk.desk.passages import Passage, passages
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.notings import Noting
from scrutiny_desk.domain.questions import Question
from scrutiny_desk.domain.undertakings import Action, Decision, State, Undertaking
from scrutiny_desk.services import answering, history, notes, noting, tables, tagging
from scrutiny_desk.services.answering import Offer


@dataclass(frozen=True, slots=True)
class Story:
    """Everything the inspector shows of one finding."""

    kind: Kind
    id: int
    heading: str
    title: str
    chips: tuple[tuple[str, str], ...] = ()
    passages: tuple[Passage, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    why: str = ""
    issues: tuple[tuple[str, str], ...] = ()
    history: tuple[str, ...] = ()
    thing: object = None
    notes: tuple[str, ...] = field(default=())
    seems_noted: tuple[Noting, ...] = field(default=())


def story(library, kind: Kind, thing_id: int) -> Story:  # noqa: ANN001 - the store's class, which the desk must not name
    """The story of one finding; `NotFound` where it is gone."""
    if kind is Kind.QUESTIONS:
        return _question(library, tables.question(library, thing_id))
    if kind is Kind.UNDERTAKINGS:
        return _undertaking(library, tables.undertaking(library, thing_id))
    if kind is Kind.DECISIONS:
        return _decision(library, tables.decision(library, thing_id))
    return _action(library, tables.action(library, thing_id))


def _question(library, it: Question) -> Story:  # noqa: ANN001 - see story
    names = {issue.id: (issue.name, issue.colour) for issue in tagging.issues(library)}
    tags = tagging.tags_of_question(library, it.id)
    parts = [(source, "mark") for source in it.sources]
    parts += [(answer.source, "mark_reply") for answer in it.answers]
    facts = [
        *_noted(library, Kind.QUESTIONS, it.id),
        (tr("Asked by"), words.who(it.asked_by)),
        (tr("Put to"), words.names(it.put_to)),
        (tr("Answered by"), words.names(it.answered_by, "nobody, so far as the papers say")),
    ]
    facts += [(tr("Reply") + _when(answer.date), f"“{answer.text}”") for answer in it.answers]
    facts += register_story.told(library, Kind.QUESTIONS, it.id)
    return Story(
        kind=Kind.QUESTIONS,
        id=it.id,
        heading=tr("Question"),
        title=it.text,
        chips=(
            (tr(words.STATUS_WORDS[it.status]), words.STATUS_TONES[it.status]),
            (tr(words.REVIEW_WORDS[it.review]), "quiet"),
        ),
        passages=passages(library, parts),
        facts=tuple(facts),
        why=_why(it.reason, it.confidence) if parts else "",
        seems_noted=noting.seen_in(library, Kind.QUESTIONS, it.id),
        issues=tuple(names[tag.issue_id] for tag in tags if tag.issue_id in names),
        history=_history(library, Kind.QUESTIONS, it.id),
        notes=tuple(note.text for note in notes.of(library, Kind.QUESTIONS, it.id)),
        thing=it,
    )


def _undertaking(library, it: Undertaking) -> Story:  # noqa: ANN001 - see story
    due = words.day(it.due, "no day was named")
    facts = [
        (tr("Owed by"), words.names(it.made_by)),
        (tr("Promised to"), words.who(it.made_to)),
        (tr("Due"), f"{due} (“{it.due_words}”)" if it.due_words else due),
    ]
    return Story(
        kind=Kind.UNDERTAKINGS,
        id=it.id,
        heading=tr("Undertaking"),
        title=it.text,
        chips=(
            (tr(words.STATE_WORDS[it.state]), words.STATE_TONES[it.state]),
            (tr(words.REVIEW_WORDS[it.review]), "quiet"),
        ),
        passages=passages(library, [(source, "mark_reply") for source in it.sources]),
        facts=(*facts, *register_story.told(library, Kind.UNDERTAKINGS, it.id)),
        why=_why(it.reason, it.confidence),
        history=_history(library, Kind.UNDERTAKINGS, it.id),
        thing=it,
    )


def _decision(library, it: Decision) -> Story:  # noqa: ANN001 - see story
    return Story(
        kind=Kind.DECISIONS,
        id=it.id,
        heading=tr("Decision"),
        title=it.text,
        chips=((tr(words.DECISION_WORDS[it.kind]), "accent"), (tr(words.REVIEW_WORDS[it.review]), "quiet")),
        passages=passages(library, [(source, "mark") for source in it.sources]),
        facts=tuple(register_story.told(library, Kind.DECISIONS, it.id)),
        history=_history(library, Kind.DECISIONS, it.id),
        thing=it,
    )


def _action(library, it: Action) -> Story:  # noqa: ANN001 - see story
    return Story(
        kind=Kind.ACTIONS,
        id=it.id,
        heading=tr("Action"),
        title=it.text,
        chips=((tr(words.STATE_WORDS[it.state]), words.STATE_TONES[it.state]),),
        passages=passages(library, [(source, "mark") for source in it.sources]),
        seems_noted=noting.seen_in(library, Kind.ACTIONS, it.id),
        facts=(
            *_noted(library, Kind.ACTIONS, it.id),
            (tr("Owner"), words.names(it.owners)),
            (tr("Due"), words.day(it.due, "no day was named")),
            *register_story.told(library, Kind.ACTIONS, it.id),
        ),
        history=_history(library, Kind.ACTIONS, it.id),
        thing=it,
    )


def _noted(library, kind: Kind, row_id: int) -> list[tuple[str, str]]:  # noqa: ANN001 - see story
    """What was noted of it at a live meeting: where it comes from, as a person's word."""
    lines = [noted_words(one) for one in noting.of(library, kind, row_id)]
    return [(tr("Where it comes from"), "\n".join(lines))] if lines else []


def noted_words(one: Noting) -> str:
    """A noting with its day, time and words, as a person reads it."""
    live = f"{tr('Live meeting of')} {words.day(one.day)}, {tr('noted by you at')} {one.time}"
    return f"{live}: “{one.words}”"


def _why(reason: str, confidence: float) -> str:
    sure = f"{words.sureness(confidence)}."
    return f"{reason.rstrip('.')}. {sure}" if reason else sure


def _when(date: str | None) -> str:
    return f", {words.day(date)}" if date else ""


def _history(library, kind: Kind, row_id: int) -> tuple[str, ...]:  # noqa: ANN001 - see story
    return tuple(f"{words.day(event.at)}: {event.label}" for event in history.of_row(library, kind, row_id))


@dataclass(frozen=True, slots=True)
class Offered:
    """A passage that may answer a question, or ask it again, or show that an undertaking was kept; with why it is
    offered. `undertaking` is the number of that undertaking."""

    offer: Offer
    passage: Passage
    repeats: bool
    undertaking: int | None = None


def offered(library, question_id: int) -> tuple[Offered, ...]:  # noqa: ANN001 - see story
    """What later papers seem to hold for an outstanding question; nothing for one that has its answer."""
    question = tables.question(library, question_id)
    if not question.outstanding:
        return ()
    return tuple(
        Offered(offer, passages(library, [(offer.source, "mark_reply")])[0], offer.repeat_of is not None)
        for offer in answering.offers(library, question_id, 3)
    )


def offered_to_undertaking(library, undertaking_id: int) -> tuple[Offered, ...]:  # noqa: ANN001 - see story
    """What later papers seem to hold for an open undertaking; for one with a question it is offered at the question."""
    undertaking = tables.undertaking(library, undertaking_id)
    if undertaking.question_id is not None or undertaking.state is not State.OPEN:
        return ()
    return tuple(
        Offered(offer, passages(library, [(offer.source, "mark_reply")])[0], False, undertaking_id)
        for offer in answering.offers_to_undertaking(library, undertaking_id, 3)
    )
