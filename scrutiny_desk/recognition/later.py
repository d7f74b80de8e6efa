"""Answers that came after the meeting and stand in the minutes: tied to the question they answer."""

import re
from dataclasses import dataclass

from scrutiny_desk.domain.blocks import Block, BlockKind, Span
from scrutiny_desk.domain.people import Who
from scrutiny_desk.recognition.cues import cue, phrase_in
from scrutiny_desk.recognition.exchange import Exchange, Reply, same_who
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.move import Does
from scrutiny_desk.recognition.moves import moves
from scrutiny_desk.recognition.sentences import holds, sentences
from scrutiny_desk.recognition.state import State
from scrutiny_desk.recognition.subjects import SubjectKind, subject_at, subjects_in
from scrutiny_desk.recognition.telltales import held, telltale

_ASKER = re.compile(
    r"(?:question|query|request|enquiry|point|issue|matter|concern)s?\b[^.:]{0,60}?\b(?:from|by|of|asked by|"
    r"raised by|put by)\s+(?P<who>(?:(?:Councillor|Cllr\.?|Mr|Mrs|Ms|Miss|Dr|"
    r"Alderman)\s+)?[A-Z][\w'’\-.]*(?:\s+[A-Z][\w'’\-]*)*)"
    r"|(?P<owner>(?:Councillor|Cllr\.?|Mr|Mrs|Ms|Dr)\s+(?:[A-Z]\.?\s)*[A-Z][\w'’\-]*?)(?:’s|'s)\s+(?:question|query|"
    r"request|enquiry)"
)
_QUOTED = re.compile(r"\(\s*[“\"‘'](?P<asked>[^”\"’]{8,300}\?)\s*[”\"’']\s*\)")
_RECEIVED = re.compile(
    r"\b(?:reply|response|answer)\b.*\b(?:received|sent|given|provided|supplied)\s+(?:from|by)\s+"
    r"(?P<by>(?:the\s+)?[A-Z][\w'’.-]*(?:\s+(?:of\s+|for\s+)?[A-Z][\w'’-]*){0,5})"
)
_STEMS = ("meeting", "note", "since", "subsequent", "response", "reply", "answer", "circulat", "script", "request of")
_OF_STEMS = telltale(*_STEMS)
_TO_COME = re.compile(r"\b(?:would|will|shall|could|should)\b[^.;]{0,80}$")
"""What is still to come when the minutes are written: "these would be sent round after the meeting"."""
_OPENERS = {"‘": "’", "“": "”", "'": "'", '"': '"'}
_MOST = 60


@dataclass(slots=True)
class LateAnswer:
    """A later answer while it is being read: which exchanges it answers, and the quotation mark it opened."""

    exchanges: list[Exchange]
    by: tuple[Who, ...]
    closing: str = ""
    count: int = 0
    head_only: bool = False

    def add(self, block: Block) -> None:
        """Take the block as part of the answer."""
        self.count += 1
        if self.count == 1 and not self.closing and block.text[:1] in _OPENERS:
            closer = _OPENERS[block.text[0]]
            if not block.text.rstrip().endswith(closer):
                self.closing = closer
        span = Span(block.order, 0, len(block.text))
        for exchange in self.exchanges:
            reply = exchange.late[-1]
            exchange.late[-1] = Reply(reply.by, (*reply.spans, span), True, False, "", reply.date)
        if self.closing and block.text.rstrip(" .").endswith(self.closing):
            self.closing = "done"

    def goes_on(self, block: Block) -> bool:
        """Whether the next block still belongs to the answer."""
        if self.closing == "done" or self.count >= _MOST:
            return False
        if self.closing:
            return True
        if not self.head_only and self.count == 0:
            return False
        if block.kind is BlockKind.LIST_ITEM:
            first = moves(block.text, *sentences(block.text)[0])[0]
            return first.does is not Does.ASK or first.speaker is None
        subject = subject_at(block.text, 0, min(len(block.text), 400))
        if (
            subject
            and subject.start == 0
            and subject.kind in (SubjectKind.NAMED, SubjectKind.POST, SubjectKind.GROUP, SubjectKind.INITIALS)
        ):
            return self.count == 0 and self.head_only
        return self.count == 0 or block.text[:1].islower()


def late_answer(block: Block, walk: State) -> LateAnswer | None:
    """The later answer that this block begins, or None; an exchange it closes must have been found before."""
    text = block.text
    if "?" in text and (quoted := _QUOTED.search(text)) and (given := _RECEIVED.search(text)):
        return _with_its_question(block, walk, quoted, given)
    if not walk.history or not held(text) & _OF_STEMS or not holds(text[:260].casefold(), _STEMS):
        return None
    match = phrase_in("later.note", text, 0, 260)
    if not match or (
        match.start() > 4
        and not like(r"[\[(*]").match(text)
        and not cue("later.note").search(text, 0, 60)
        and "since" not in match[0].casefold()
        and "subsequently" not in match[0].casefold()
    ):
        return None
    if like(r"(?i)(?:after|following|since|subsequent to) the meeting\b").match(match[0]) and like(
        r"[^.]{0,12}\bof\b"
    ).match(text[match.end() : match.end() + 14]):
        return None
    if _TO_COME.search(text, 0, match.start()):
        return None
    closes = _closes(text, walk, block.order)
    if not closes:
        return None
    by = _by(text, walk, block.order) or tuple(w for e in closes for r in e.replies[-1:] for w in r.by)
    late = LateAnswer(closes, by, head_only=text.rstrip().endswith((":", ":-")) or len(text) < 60)
    opened = like(r"[:]\s*([‘“'\"])").search(text)
    if opened and not text.rstrip(" .").endswith(_OPENERS[opened[1]]):
        late.closing = _OPENERS[opened[1]]
        late.count = 1
    for exchange in closes:
        exchange.late.append(Reply(by, () if late.head_only else (Span(block.order, 0, len(text)),), True))
        exchange.late[-1] = Reply(by, (Span(block.order, 0, len(text)),), True)
    return late


def _with_its_question(block: Block, walk: State, quoted: re.Match[str], given: re.Match[str]) -> LateAnswer:
    """A reply that came later to a question which only its own heading quotes."""
    named = _ASKER.search(block.text, 0, quoted.start())
    asker = walk.parties.asker(named["who"] or named["owner"], block.order) if named else None
    asked = Span(block.order, quoted.start("asked"), quoted.end("asked"))
    exchange = Exchange(asker, (), [asked], "", walk.item, sheet=True)
    exchange.lead_up.append(Span(block.order, 0, quoted.start()))
    by = (walk.skeleton.answerer(given["by"], block.order),)
    exchange.late.append(Reply(by, (), True))
    walk.history.append(exchange)
    return LateAnswer([exchange], by, head_only=True)


def _closes(text: str, walk: State, at: int) -> list[Exchange]:
    """The exchanges the note answers: those of the asker it names, else the last that is still owed a reply."""
    here = [e for e in walk.history if e.item == walk.item]
    named = _ASKER.search(text[:400])
    if named:
        who = walk.parties.asker(named["who"] or named["owner"], at)
        theirs = [e for e in here if same_who(e.asker, who)]
        if theirs:
            return theirs[-1:]
    owed = [e for e in here if e.open or any(r.promise for r in e.replies) or e.promises]
    return (owed or here)[-1:]


def _by(text: str, walk: State, at: int) -> tuple[Who, ...]:
    for subject in subjects_in(text, 0, min(len(text), 300)):
        if subject.kind in (SubjectKind.NAMED, SubjectKind.POST, SubjectKind.INITIALS):
            return walk.parties.answerers(subject, at)
    return ()
