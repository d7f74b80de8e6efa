"""Replies given together: a list of questions first, then "The Commissioner made the following points in response:".

Which reply goes with which question is told by words that only that question has; a reply that shares none with any is
given to nobody, and its question stays open.
"""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from scrutiny_desk.domain.blocks import Block, BlockKind, Span
from scrutiny_desk.domain.people import Who
from scrutiny_desk.recognition.exchange import Exchange, Reply
from scrutiny_desk.recognition.move import Does
from scrutiny_desk.recognition.moves import moves
from scrutiny_desk.recognition.parties import Side
from scrutiny_desk.recognition.sentences import holds, lowered, sentences
from scrutiny_desk.recognition.subjects import SubjectKind, subject_at
from scrutiny_desk.recognition.telltales import held, telltale

if TYPE_CHECKING:
    from scrutiny_desk.recognition.state import State

_SAID = (
    r"(?:advised|stated|explained|confirmed|said|reported|responded|replied|answered|informed|clarified|noted|made|gave|"
    r"provided|offered|outlined|commented)"
)
_HEAD = re.compile(
    r"^(?:in\s+(?:response|reply|answer)\b[^:.]{0,160}"
    rf"|[^:.]{{3,120}}?\b{_SAID}\b[^:.]{{0,80}}\b(?:following|as\s+follows|in\s+(?:response|reply))\b[^:.]{{0,80}}"
    r"|[^:.]{3,120}?\b(?:responded|replied|answered)\b[^:.]{0,40}"
    r"|(?:the\s+)?(?:following\s+)?(?:responses?|replies|answers)\b(?:[^:.]{0,20}\b(?:given|provided|received|noted)\b"
    r"[^:.]{0,60})?)\s*:\s*-?$",
    re.I,
)
_TO_ALL = re.compile(
    r"[^.;:]{3,110}?\b(?:replied|responded|answered)\s+(?:to\s+each\s+)?in\s+turn(?=\.)|[^.;:]{3,110}?\b(?:responded\s+to|replied\s+to|answered|addressed|dealt\s+with)\s+(?:all\s+(?:of\s+)?)?"
    r"(?:the\s+|these\s+|those\s+|members['’]\s+)?(?:various\s+|above\s+|several\s+)?(?:issues|queries|questions|points|"
    r"matters|comments|concerns)(?:\s+(?:raised|made|asked|posed|put)\b)?(?:\s+by\s+(?:the\s+)?[Mm]embers)?"
    r"(?:\s+and\b|,|(?=\.))",
    re.I,
)
_PEOPLE = (SubjectKind.NAMED, SubjectKind.POST, SubjectKind.INITIALS)
_OF_REPLYING = ("responded", "replied", "answered", "addressed", "dealt")
_OF_REPLYING_MARK = telltale(*_OF_REPLYING)
_LONGEST_GAP = 14
"""Blocks between the first question of the list and the replies to it."""
_WORD = re.compile(r"[^\W\d_][\w'’-]{2,}|[£\d][\d,.]+")
_COMMON = frozenset(
    "the and for that this with from was were had has have been would could will what when where which who why how "
    "whether asked queried questioned sought member members panel committee councillor councillors information more "
    "reassurance assurance clarification about there their they them not any all are its his her more also into than "
    "next year last being further council officers board".split()
)


def heads_replies(walk: "State", block: Block, start: int, end: int) -> tuple[tuple[Exchange, ...], tuple[Who, ...]]:
    """The open questions of the list just read, and who replies, where this sentence heads the replies to them all."""
    if start > 2 or not _HEAD.match(block.text):
        return (), ()
    asked = [e for e in walk.history[-12:] if e.item == walk.item and e.open and e.recorded]
    asked = [e for e in asked if 0 < block.order - e.asked[-1].block <= _LONGEST_GAP]
    if len(asked) < 2:
        return (), ()
    found = moves(block.text, start, end)
    speaker = found[0].speaker or subject_at(block.text, start, end)
    if speaker is None or speaker.kind in (SubjectKind.IMPERSONAL, SubjectKind.PRONOUN):
        return tuple(asked), ()
    return tuple(asked), walk.parties.answerers(speaker, block.order)


def reply_together(
    walk: "State", block: Block, start: int, end: int, asked: tuple[Exchange, ...], by: tuple[Who, ...]
) -> None:
    """Give these words, one of the replies, to the question that alone shares words with them."""
    words = [_words(" ".join(walk.blocks[s.block].text[s.start : s.end] for s in e.asked)) for e in asked]
    said = _words(block.text[start:end])
    own = [w - set().union(*(o for j, o in enumerate(words) if j != i)) for i, w in enumerate(words)]
    shared = [len(w & said) for w in own]
    best = max(shared)
    if not best or shared.count(best) > 1:
        return
    exchange = asked[shared.index(best)]
    exchange.unminuted = ""
    exchange.replies.append(Reply(by, (Span(block.order, start, end),), strong=True))
    exchange.block = 0
    walk.pending = [exchange]
    walk.hear(by)
    if by:
        walk.set_speaker(by[0], by[0].words, block.order, start)
    for a, b in sentences(block.text):
        if start <= a < end:
            walk.promises(block, a, b, moves(block.text, a, b))


def replies_to_all(walk: "State", block: Block) -> bool:
    """Whether the paragraph replies to all the questions before it ("replied to the queries raised. He said").

    Each of its sentences goes to the question that it shares words with; of the others the record says no more than
    that they were replied to.
    """
    replied = held(block.text) & _OF_REPLYING_MARK and holds(lowered(block.text[:180]), _OF_REPLYING)
    match = _TO_ALL.match(block.text) if replied else None
    if match is None:
        return False
    asked = [e for e in walk.history[-12:] if e.item == walk.item and e.open and e.recorded]
    asked = [e for e in asked if 0 < block.order - e.asked[-1].block <= _LONGEST_GAP]
    if len(asked) < 2:
        return False
    speaker = subject_at(block.text, 0, match.end())
    named = speaker is not None and speaker.kind not in (SubjectKind.IMPERSONAL, SubjectKind.PRONOUN)
    by = walk.parties.answerers(speaker, block.order) if speaker is not None and named else ()
    for exchange in asked:
        exchange.unminuted, exchange.unminuted_by = match[0].strip(" ,"), by
    for start, end in sentences(block.text):
        if end > match.end() + 2:
            reply_together(walk, block, max(start, match.end()), end, tuple(asked), by)
    walk.pending = []
    return True


def replies_in_round(walk: "State", block: Block) -> bool:
    """Whether the paragraph replies to questions that several members asked in a round, one after the other.

    Each sentence goes to the question whose words it shares, and what follows goes on with that; where no sentence
    shares any the paragraph is read as every other is.
    """
    asked = _round(walk, block)
    if len(asked) < 2:
        return False
    said = sentences(block.text)
    first = moves(block.text, *said[0])[0]
    if first.does is Does.ASK or first.speaker is None or first.speaker.kind not in _PEOPLE:
        return False
    who = walk.parties.asker(first.speaker.text, block.order)
    if walk.parties.side(who, first.speaker.text, block.order) is Side.ASKING:
        return False
    whose = _shared_out(walk, block, asked, said)
    if all(exchange is None or exchange is asked[-1] for exchange in whose):
        return False
    by: tuple[Who, ...] = ()
    for exchange, (start, end) in zip(whose, said, strict=True):
        found = moves(block.text, start, end)
        speaker = found[-1].speaker
        if speaker is not None and speaker.kind in _PEOPLE:
            by = walk.parties.answerers(speaker, block.order)
            walk.hear(by)
            walk.set_speaker(by[0], speaker.text, block.order, start)
        if exchange is not None:
            span = Span(block.order, start, end)
            last = exchange.replies[-1] if exchange.replies else None
            if last and last.by == by:
                exchange.replies[-1] = replace(last, spans=(*last.spans, span))
            else:
                exchange.replies.append(Reply(by, (span,), strong=True))
            exchange.asides, exchange.plain, exchange.block = [], [], 0
            walk.pending = [exchange]
        walk.promises(block, start, end, found)
    return True


def _round(walk: "State", block: Block) -> list[Exchange]:
    """The open questions of the paragraph before, or of the list before, if more than one member asked them."""
    asked = [e for e in walk.history[-12:] if e.item == walk.item and e.open and e.recorded and not e.sheet]
    asked = asked if asked and asked[-1].asked[-1].block >= block.order - 2 else []
    kept: list[Exchange] = []
    for exchange in reversed(asked):
        at, after = exchange.asked[-1].block, kept[-1].asked[-1].block if kept else -1
        listed = all(walk.blocks[b].marker or walk.blocks[b].kind is BlockKind.LIST_ITEM for b in (at, after))
        if kept and at != after and not (listed and after - at == 1):
            break
        kept.append(exchange)
    asked = kept[::-1]
    askers = {(e.asker.name or e.asker.label or "").casefold() for e in asked if e.asker is not None}
    return asked if len(askers) > 1 else []


def _shared_out(
    walk: "State", block: Block, asked: list[Exchange], said: list[tuple[int, int]]
) -> list[Exchange | None]:
    """For each sentence the question that it is about: the one whose own words it shares, or that of the one before."""
    words = [
        _words(" ".join(walk.blocks[s.block].text[s.start : s.end] for s in (*e.lead_up, *e.asked))) for e in asked
    ]
    own = [w - set().union(*(o for j, o in enumerate(words) if j != i)) for i, w in enumerate(words)]
    whose: list[Exchange | None] = []
    for start, end in said:
        shared = [len(w & _words(block.text[start:end])) for w in own]
        best = max(shared)
        told = best and shared.count(best) == 1
        whose.append(asked[shared.index(best)] if told else whose[-1] if whose else None)
    return whose


def _words(text: str) -> set[str]:
    """The beginnings of a text's own words: "slipped" and "slippage" begin alike."""
    return {w[:5].casefold() for w in _WORD.findall(text) if w.casefold() not in _COMMON}
