"""What the inspector tells of one thing: where it comes from, why it is here, and what has become of it."""

from dataclasses import dataclass, field

from scrutiny_desk.desk import words
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.blocks import Block, Span
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.documents import Document
from scrutiny_desk.domain.questions import Question
from scrutiny_desk.domain.sources import Source
from scrutiny_desk.domain.troubles import NotFound
from scrutiny_desk.domain.undertakings import Action, Decision, Undertaking
from scrutiny_desk.services import documents, history, tables, tagging

CONTEXT = 420


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage in its paragraph: `pieces` are (text, role), role "" for what stands around it."""

    where: str
    document_id: int
    spans: tuple[Span, ...]
    pieces: tuple[tuple[str, str], ...]
    block: int | None


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
    passages = [_passage(library, source, "mark") for source in it.sources]
    passages += [_passage(library, answer.source, "mark_reply") for answer in it.answers]
    facts = [
        (tr("Asked by"), words.who(it.asked_by)),
        (tr("Put to"), words.names(it.put_to)),
        (tr("Answered by"), words.names(it.answered_by, "nobody, so far as the papers say")),
    ]
    facts += [(tr("Reply") + _when(answer.date), f"“{answer.text}”") for answer in it.answers]
    if it.follow_up_by:
        facts.append((tr("Follow up by"), words.day(it.follow_up_by)))
    return Story(
        kind=Kind.QUESTIONS,
        id=it.id,
        heading=tr("Question"),
        title=it.text,
        chips=(
            (tr(words.STATUS_WORDS[it.status]), words.STATUS_TONES[it.status]),
            (tr(words.REVIEW_WORDS[it.review]), "quiet"),
        ),
        passages=_together(passages),
        facts=tuple(facts),
        why=_why(it.reason, it.confidence),
        issues=tuple(names[tag.issue_id] for tag in tags if tag.issue_id in names),
        history=_history(library, Kind.QUESTIONS, it.id),
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
        passages=_together([_passage(library, source, "mark_reply") for source in it.sources]),
        facts=tuple(facts),
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
        passages=_together([_passage(library, source, "mark") for source in it.sources]),
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
        passages=_together([_passage(library, source, "mark") for source in it.sources]),
        facts=(
            (tr("Owner"), words.names(it.owners)),
            (tr("Due"), words.day(it.due, "no day was named")),
        ),
        history=_history(library, Kind.ACTIONS, it.id),
        thing=it,
    )


def citation(document: Document, source: Source | None = None) -> str:
    """Where something comes from: "Minutes, Overview Committee, 12 June 2025, page 4, paragraph 31"."""
    parts = [tr(words.DOCUMENT_WORDS[document.kind])]
    if document.committee:
        parts.append(document.committee)
    parts.append(words.day(document.date))
    if source is not None and (where := words.page_words(source.page, source.printed_page, source.paragraph)):
        parts.append(where)
    return ", ".join(parts)


def _passage(library, source: Source, role: str) -> Passage:  # noqa: ANN001 - see story
    try:
        where = citation(documents.get(library, source.document_id), source)
        blocks = documents.blocks(library, source.document_id) if source.spans else ()
    except NotFound:
        where, blocks = tr("A document that is no longer in the library"), ()
    pieces = _pieces(blocks, source.spans, role) if blocks else ((source.quote, role),)
    block = source.spans[0].block if source.spans else (source.paragraph - 1 if source.paragraph else None)
    return Passage(where, source.document_id, source.spans, pieces, block)


def _pieces(blocks: tuple[Block, ...], spans: tuple[Span, ...], role: str) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for order in sorted({span.block for span in spans}):
        if not 0 <= order < len(blocks):
            continue
        text, at = blocks[order].text, 0
        for span in sorted(s for s in spans if s.block == order):
            if span.start > at:
                found.append((_shortened(text[at : span.start], first=at == 0), ""))
            found.append((text[max(span.start, at) : span.end], role))
            at = max(at, span.end)
        if at < len(text):
            found.append((_shortened(text[at:], first=False, last=True), ""))
        found.append((" ", ""))
    return tuple(found)


def _shortened(text: str, *, first: bool, last: bool = False) -> str:
    if len(text) <= CONTEXT:
        return text
    if last:
        return text[: CONTEXT // 2] + " …"
    return "… " + text[-CONTEXT // 2 :] if first else text[: CONTEXT // 3] + " … " + text[-CONTEXT // 3 :]


def _together(passages: list[Passage]) -> tuple[Passage, ...]:
    """Passages in one and the same paragraph are shown once, each in its colour."""
    kept: list[Passage] = []
    for passage in passages:
        twin = next((p for p in kept if p.document_id == passage.document_id and _same_blocks(p, passage)), None)
        if twin is None:
            kept.append(passage)
        else:
            kept[kept.index(twin)] = _joined(twin, passage)
    return tuple(kept)


def _same_blocks(one: Passage, other: Passage) -> bool:
    return bool(one.spans) and {s.block for s in other.spans} <= {s.block for s in one.spans}


def _joined(one: Passage, other: Passage) -> Passage:
    pieces: list[tuple[str, str]] = []
    marked = [(text, role) for text, role in other.pieces if role]
    for text, role in one.pieces:
        hit = next(((words_, r) for words_, r in marked if not role and words_ in text), None)
        if hit is None:
            pieces.append((text, role))
            continue
        before, _, after = text.partition(hit[0])
        pieces += [(before, ""), hit, (after, "")]
    return Passage(one.where, one.document_id, one.spans + other.spans, tuple(pieces), one.block)


def _why(reason: str, confidence: float) -> str:
    sure = f"{words.sureness(confidence)}."
    return f"{reason.rstrip('.')}. {sure}" if reason else sure


def _when(date: str | None) -> str:
    return f", {words.day(date)}" if date else ""


def _history(library, kind: Kind, row_id: int) -> tuple[str, ...]:  # noqa: ANN001 - see story
    return tuple(f"{words.day(event.at)}: {event.label}" for event in history.of_row(library, kind, row_id))
