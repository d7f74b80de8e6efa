"""An undertaking as a finding: who owes it, to whom, for which question, by when."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from scrutiny_desk.domain.blocks import Block, Span
from scrutiny_desk.domain.findings import FoundUndertaking
from scrutiny_desk.domain.people import Who
from scrutiny_desk.recognition.cues import cue
from scrutiny_desk.recognition.parties import Side
from scrutiny_desk.recognition.subjects import SubjectKind, subject_at
from scrutiny_desk.recognition.undertakings import LONGEST_QUOTE, Promise, due_words

if TYPE_CHECKING:
    from scrutiny_desk.recognition.walk import Walk

_TO = re.compile(
    r"\b(?:to|with|for)\s+(?P<who>(?:Councillor|Cllr\.?|Mr|Mrs|Ms|Miss|Dr|Alderman)\s+(?:[A-Z]\.?\s)*[A-Z][\w'’\-]*|(?:all\s+|the\s+)?(?:[Mm]embers|[Cc]ouncillors|[Cc]ommittee|[Pp]anel|[Bb]oard|[Cc]ommission|[Cc]abinet|PC|Parish Council|Council)|[A-Z]{2,3})\b"
)


def undertaking(walk: "Walk", block: Block, promise: Promise) -> None:
    """Add the promise to the walk's undertakings, and mark the reply it stands in."""
    made_by = _made_by(walk, block, promise)
    text = block.text[promise.start : promise.end]
    exchange = walk.pending[-1] if walk.pending and not walk.pending[-1].open else None
    if exchange and exchange.replies:
        reply = exchange.replies[-1]
        if any(s.block == block.order and s.start < promise.end and s.end > promise.start for s in reply.spans):
            exchange.replies[-1] = replace(reply, promise=reply.promise or promise.words)
        else:
            exchange = None
    span = Span(block.order, promise.start, promise.end)
    if promise.end - promise.start > LONGEST_QUOTE:
        at = max(promise.start, block.text.find(promise.words, promise.start) - 200)
        span = Span(block.order, at, min(promise.end, at + LONGEST_QUOTE))
    if exchange:
        exchange.promises.append(len(walk.undertakings))
    walk.undertakings.append(
        FoundUndertaking(
            text=block.text[span.start : span.end],
            made_by=made_by,
            made_to=_made_to(walk, block, text, exchange.asker if exchange else None),
            spans=(span,),
            item=walk.item,
            due_words=due_words(text[text.find(promise.words) :] if promise.words in text else text),
            confidence=0.92 if promise.firm and made_by and made_by[0].name else 0.75,
            reason=f"“{promise.words}” is what somebody bound themselves to.",
        )
    )


def _made_by(walk: "Walk", block: Block, promise: Promise) -> tuple[Who, ...]:
    """Who owes it: the subject of the clause, else whoever is speaking; nobody is guessed."""
    by = promise.by
    if by is not None and by.kind not in (SubjectKind.PRONOUN, SubjectKind.IMPERSONAL):
        return walk.parties.answerers(by, block.order)
    leading = subject_at(block.text, promise.start, promise.end)
    if leading and leading.kind not in (SubjectKind.PRONOUN, SubjectKind.IMPERSONAL, SubjectKind.GROUP):
        return walk.parties.answerers(leading, block.order)
    if leading and leading.kind is SubjectKind.GROUP:
        return (walk.skeleton.who(leading.text, block.order),)
    pending = walk.pending[-1] if walk.pending else None
    if (
        pending
        and pending.replies
        and pending.replies[-1].spans
        and pending.replies[-1].spans[-1].block == block.order
        and pending.replies[-1].by
    ):
        return pending.replies[-1].by[-1:]
    speaker = walk.speaker if walk.speaker and walk.speaker.block == block.order else walk.update_by
    if (
        speaker
        and speaker.who
        and (speaker.side is not Side.ASKING or speaker.block == block.order or speaker is walk.update_by)
    ):
        return (speaker.who,)
    return walk._witness_tuple(block.order)


def _made_to(walk: "Walk", block: Block, text: str, asker: Who | None) -> Who | None:
    """Who is owed it: the asker it answers, else whom the words name."""
    if asker is not None:
        return asker
    named = _TO.search(text)
    if named:
        return walk.skeleton.who(named["who"], block.order)
    members = cue("promising.recipients").search(text)
    if members and re.search(r"members|committee|panel|councillors", members[0], re.I):
        return Who(None, re.sub(r"^(?:to|with|for)\s+", "", members[0]))
    return None
