"""An undertaking as a finding: who owes it, to whom, for which question, by when."""

import re
from dataclasses import replace

from scrutiny_desk.domain.blocks import Block, Span
from scrutiny_desk.domain.findings import FoundUndertaking
from scrutiny_desk.domain.people import Who
from scrutiny_desk.recognition.cues import cue
from scrutiny_desk.recognition.dates import due_date
from scrutiny_desk.recognition.exchange import Exchange, Reply, same_who
from scrutiny_desk.recognition.inside import SAYS, stated_by
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.parties import Side
from scrutiny_desk.recognition.promise import LONGEST_QUOTE, Promise, due_words
from scrutiny_desk.recognition.sentences import sentences
from scrutiny_desk.recognition.skeleton import Skeleton
from scrutiny_desk.recognition.state import State
from scrutiny_desk.recognition.subjects import Subject, SubjectKind, subject_at, subjects_in

_TO = re.compile(
    r"\b(?:to|with|for)\s+(?P<who>(?:Councillor|Cllr\.?|Mr|Mrs|Ms|Miss|Dr|Alderman)\s+(?:[A-Z]\.?\s)*[A-Z][\w'’\-]*|"
    r"(?:all\s+|the\s+)?(?:[Mm]embers|[Cc]ouncillors|[Cc]ommittee|[Pp]anel|[Bb]oard|[Cc]ommission|[Cc]abinet|PC|"
    r"Parish Council|Council)|[A-Z]{2,3})\b"
)


def undertaking(walk: State, block: Block, promise: Promise) -> None:
    """Add the promise to the walk's undertakings, and mark the reply it stands in."""
    made_by = _made_by(walk, block, promise)
    if promise.by is not None and promise.by.kind is SubjectKind.SINGLE and made_by[0].person_id is None:
        return
    if (
        promise.by is not None
        and not promise.firm
        and like(r"[A-Z]{2,4}").fullmatch(promise.by.text)
        and not made_by[0].name
    ):
        return
    text = block.text[promise.start : promise.end]
    exchange = walk.pending[-1] if walk.pending and not walk.pending[-1].open else None
    if exchange and exchange.replies:
        reply = exchange.replies[-1]
        if any(s.block == block.order and s.start < promise.end and s.end > promise.start for s in reply.spans):
            exchange.replies[-1] = replace(reply, promise=reply.promise or promise.words)
        else:
            exchange = None
    exchange = exchange or _put_off(walk, block, promise) or _aside(walk, block, promise)
    _add(walk, block, promise, made_by, _made_to(walk, block, text, exchange.asker if exchange else None), exchange)


def _put_off(walk: State, block: Block, promise: Promise) -> Exchange | None:
    """The question that a promise without a speaker puts off: "This would be sent to Members after the meeting"."""
    last = walk.pending[-1] if walk.pending else None
    if not (last and last.open and last.block == 0 and last.plain and last.plain[-1].block == block.order):
        return None
    if last.plain[-1].start >= promise.end or last.plain[-1].end <= promise.start:
        return None
    last.replies.append(Reply(last.put_to, tuple(last.plain), implied=True, promise=promise.words))
    last.plain = []
    return last


def _aside(walk: State, block: Block, promise: Promise) -> Exchange | None:
    """The open question to which a member, not yet taken for the one who answers, makes the promise."""
    last = walk.pending[-1] if walk.pending else None
    if last is None or not last.open or not last.asides:
        return None
    said = last.asides[-1]
    if not any(s.block == block.order and s.start < promise.end and s.end > promise.start for s in said.spans):
        return None
    last.asides[-1] = replace(said, promise=said.promise or promise.words)
    return last


def promised(walk: State, block: Block, promise: Promise, made_by: tuple[Who, ...], exchange: Exchange) -> None:
    """Add a promise that stands in the answer to a question on notice."""
    _add(walk, block, promise, made_by, exchange.asker, exchange)


_SAYS_NOT_WHAT = re.compile(
    r"\b(?:agreed|undertook|offered|promised|would|will)\s+(?:to\s+)?do\s+(?:so|this|that)\b"
    r"|^(?:\S+\s+){1,6}(?:agreed|undertook\s+to)\.?$"
)
"""A promise whose own words do not tell what: the sentence before does, and belongs to its quote."""


def _add(
    walk: State,
    block: Block,
    promise: Promise,
    made_by: tuple[Who, ...],
    made_to: Who | None,
    exchange: Exchange | None,
) -> None:
    span = Span(block.order, promise.start, promise.end)
    if promise.end - promise.start > LONGEST_QUOTE:
        at = max(promise.start, block.text.find(promise.words, promise.start) - 200)
        span = Span(block.order, at, min(promise.end, at + LONGEST_QUOTE))
    elif _SAYS_NOT_WHAT.search(block.text[promise.start : promise.end]):
        before = [start for start, end in sentences(block.text) if end <= promise.start]
        begin = before[-1] if before else promise.start
        if promise.end - begin <= LONGEST_QUOTE:
            span = Span(block.order, begin, promise.end)
    if exchange:
        exchange.promises.append(len(walk.undertakings))
    text = block.text[span.start : span.end]
    words = due_words(text[text.find(promise.words) :] if promise.words in text else text)
    walk.undertakings.append(
        FoundUndertaking(
            text=text,
            made_by=made_by,
            made_to=made_to,
            spans=(span,),
            item=walk.item,
            due=due_date(words, walk.skeleton.meeting.date) if words else None,
            due_words=words,
            confidence=0.92 if promise.firm and made_by and made_by[0].name else 0.75,
            reason=f"“{promise.words}” is what somebody bound themselves to.",
        )
    )


def _made_by(walk: State, block: Block, promise: Promise) -> tuple[Who, ...]:
    """Who owes it: the subject of the clause, else whoever is speaking; nobody is guessed."""
    by = promise.by
    if by is None:
        named = _last_named(block.text, promise)
        if named is not None:
            return walk.parties.answerers(named, block.order)
    if by is not None and by.kind not in (SubjectKind.PRONOUN, SubjectKind.IMPERSONAL):
        return walk.parties.answerers(by, block.order)
    leading = subject_at(block.text, promise.start, promise.end)
    if leading and (told := _WAS_TOLD.match(block.text, leading.predicate, promise.end)):
        teller = stated_by(block.text, told, promise.end)
        return walk.parties.answerers(teller, block.order) if teller else walk.witness(block.order)
    if (
        leading
        and leading.kind is SubjectKind.PRONOUN
        and walk.speaker
        and walk.speaker.who
        and walk.speaker.side is not Side.ASKING
    ):
        return (walk.speaker.who,)
    if leading and leading.kind is SubjectKind.GROUP and not promise.firm and (answerer := _answering(walk, block)):
        return answerer
    at = block.text.find(promise.words, promise.start, promise.end)
    speaks = leading is not None and (
        bool(SAYS.match(block.text, leading.predicate)) or abs(leading.predicate - at) < 3
    )
    if leading and speaks and leading.kind not in (SubjectKind.PRONOUN, SubjectKind.IMPERSONAL, SubjectKind.GROUP):
        return walk.parties.answerers(leading, block.order)
    here = walk.speaker if walk.speaker and walk.speaker.block == block.order else None
    if leading and leading.kind is SubjectKind.GROUP and not promise.firm and here and here.side is Side.ANSWERING:
        return (here.who,)
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
    told_by = walk.update_by
    if told_by and walk.speaker and walk.speaker.who and not same_who(walk.speaker.who, told_by.who):
        told_by = None  # others have spoken since the one who "reported as follows"
    speaker = walk.speaker if walk.speaker and walk.speaker.block == block.order else told_by
    asked_it = speaker is not None and pending is not None and same_who(speaker.who, pending.asker)
    if speaker and speaker.side is Side.ASKING and leading and leading.kind is SubjectKind.IMPERSONAL:
        asked_it = True  # "it was confirmed that answers would be sent": not by the member who spoke before
    if (
        speaker
        and not asked_it
        and speaker.who
        and (speaker.side is not Side.ASKING or speaker.block == block.order or speaker is told_by)
    ):
        return (speaker.who,)
    return walk.witness(block.order)


_WAS_TOLD = re.compile(
    r"(?:was|were|had\s+been|have\s+been)\s+(?:then\s+|also\s+|further\s+)?(?:told|informed|advised|assured|reassured|notified|"
    r"promised|given\s+(?:an?\s+)?(?:assurance|undertaking|commitment))\b"
)
"""What is done to those who are owed, not by those who owe: "Councillor Pell was advised that it would be sent"."""


def _last_named(text: str, promise: Promise) -> Subject | None:
    """The person named last before the promise in its sentence: "the fans were noisy and Mr Oakes said he would"."""
    verb = text.find(promise.words, promise.start, promise.end)
    best = None
    for subject in subjects_in(text, promise.start, promise.end):
        if subject.predicate > (verb if verb >= 0 else promise.end):
            break
        said = SAYS.match(text, subject.predicate) and not _WAS_TOLD.match(text, subject.predicate)
        if said and subject.kind in (SubjectKind.NAMED, SubjectKind.POST, SubjectKind.INITIALS):
            best = subject
    return best


def _answering(walk: State, block: Block) -> tuple[Who, ...]:
    pending = walk.pending[-1] if walk.pending else None
    if pending and pending.replies and pending.replies[-1].spans and pending.replies[-1].spans[-1].block == block.order:
        return tuple(w for reply in pending.replies for w in reply.by if w.name)[-1:]
    return ()


def _made_to(walk: State, block: Block, text: str, asker: Who | None) -> Who | None:
    """Who is owed it: the asker it answers, else whom the words name, or who was told of it."""
    if asker is not None:
        return asker
    told = subject_at(text, 0, len(text))
    if told is None or not _WAS_TOLD.match(text, told.predicate):
        return made_to(walk.skeleton, block, text)
    return (
        None
        if told.kind in (SubjectKind.PRONOUN, SubjectKind.IMPERSONAL)
        else walk.skeleton.who(told.text, block.order)
    )


def made_to(skeleton: Skeleton, block: Block, text: str) -> Who | None:
    """To whom a promise is made by its own words."""
    named = _TO.search(text)
    if named:
        return skeleton.who(named["who"], block.order)
    members = cue("promising.recipients").search(text)
    if members and like(r"(?i)members|committee|panel|councillors").search(members[0]):
        return Who(None, like(r"^(?:to|with|for)\s+").sub("", members[0]))
    return None
