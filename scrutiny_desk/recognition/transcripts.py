"""Verbatim hearings: who speaks stands before a colon; members ask, witnesses answer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from scrutiny_desk.domain.blocks import Block, Span
from scrutiny_desk.domain.documents import ReadDocument
from scrutiny_desk.domain.findings import FoundQuestion, FoundUndertaking
from scrutiny_desk.domain.people import Who
from scrutiny_desk.recognition.dates import due_date
from scrutiny_desk.recognition.exchange import Exchange, Reply
from scrutiny_desk.recognition.parties import Parties, Side
from scrutiny_desk.recognition.promise import LONGEST_QUOTE, due_words
from scrutiny_desk.recognition.questions import found_question
from scrutiny_desk.recognition.sentences import sentences
from scrutiny_desk.recognition.skeleton import Skeleton

_LABEL = re.compile(
    r"(?:\[\d+\]\s*|Q\s?\d{1,4}\.?\s+)?"
    r"(?P<who>(?:[A-Z][\w'’.\-]*|of|the|for|and|de|van|&)(?:[ ,]+(?:[A-Z][\w'’.\-]*|of|the|for|and|de|"
    r"van|&|\([^)]*\)))*)\s*(?P<bracket>\([^)]{1,80}\))?\s*:(?:\s+(?=\S)|\s*$)"
)
_MEMBER = re.compile(
    r"\b(?:AM|MS|MSP|MLA|MP|MHK|MLC|TD|Deputy|Connétable|Connetable|Senator|Councillor|Cllr|Chair|Chairman|Convener|"
    r"Member)\b"
)
_SMALL_TALK = re.compile(
    r"(?:okay|ok|yes|no|right|sorry|is that (?:okay|all right|right|fine)|all right|any(?: further)? questions|"
    r"can i (?:come in|just come in|ask members)|are (?:you|members|we) (?:happy|content|okay))\b[^?]{0,60}\?$",
    re.I,
)
_ONE_WORD = re.compile(r"(?:When|Why|Where|Who|How|Which)\?")
_PROMISE = re.compile(
    r"\byou\s+(?:shall|will)\s+have\s+(?:it|them|that|those|an?\s+\w+)\b[^.]*|(?:\b(?:I|we)\s*(?:['’]ll|['’]d|\s+will|\s+can|\s+could|\s+shall|\s+would|['’]m|['’]re|\s+am|\s+are|"
    r"\s+undertake)|\b[Ll]et\s+me)\s+(?:(?:certainly|of\s+course|definitely|happily|gladly|also|absolutely|then|"
    r"to)\s+){0,2}"
    r"(?:(?:be\s+)?(?:very\s+|more\s+than\s+|only\s+too\s+|quite\s+)?(?:happy|delighted|glad|pleased|willing|"
    r"content)\s+to\s+)?"
    r"(?:(?:write|send|provide|share|supply|circulate|forward|confirm|update)\b(?=[^.?!]{0,50}\b(?:you|"
    r"the\s+(?:committee|panel|board|commission|chair)|members|this|that|those|it|them|an?\s+(?:note|update|answer)|"
    r"figures|information|details|breakdown|copy|list|in\s+writing|afterwards)\b)"
    r"|make\s+sure\s+(?:that\s+)?you\s+(?:get|have|see)|get\s+(?:back\s+to|you|that\s+to|it\s+to|those\s+to)|drop\s+you|let\s+(?:you|the\s+(?:committee|panel)|"
    r"members)\s+(?:have|know|see)|come\s+back\s+(?:to|on|with)|report\s+back|look\s+into|find\s+out|check|double-check"
    r"|follow\s+(?:that\s+|it\s+|this\s+)?up|take\s+(?:that|it|this)\s+(?:away|back)|pass\s+(?:that|it)\s+on|"
    r"ask\s+(?:officials|officers|colleagues))[^.]*",
    re.I,
)


@dataclass(slots=True)
class Turn:
    """One speaker's words until the next speaks."""

    who: Who
    words: str
    spans: list[Span] = field(default_factory=list)
    asking: bool = False


def turns(document: ReadDocument, skeleton: Skeleton) -> list[Turn]:
    """The turns of a verbatim record, in order."""
    out: list[Turn] = []
    first, last = skeleton.minutes_range
    for block in document.blocks[first : last + 1]:
        label = _LABEL.match(block.text) if len(block.text) > 3 else None
        if label and len(label["who"].split()) <= 9:
            out.append(
                Turn(
                    skeleton.who(label["who"].strip(), block.order),
                    label["who"].strip(),
                    [Span(block.order, label.end(), len(block.text))],
                )
            )
        elif out and block.order not in skeleton.speakers.list_blocks:
            out[-1].spans.append(Span(block.order, 0, len(block.text)))
    return out


def transcript_exchanges(
    document: ReadDocument, skeleton: Skeleton
) -> tuple[tuple[FoundQuestion, ...], tuple[FoundUndertaking, ...]]:
    """One question a turn in which a member asks and a witness answers; promises in the witnesses' own words."""
    said = turns(document, skeleton)
    _tell_sides(said, document.blocks, skeleton)
    questions: list[FoundQuestion] = []
    undertakings: list[FoundUndertaking] = []
    for index, turn in enumerate(said):
        if turn.asking:
            exchange = _exchange(said, index, document.blocks, skeleton)
            if exchange:
                questions.append(found_question(exchange, document.blocks))
        else:
            undertakings += _promises(
                turn, _asker_before(said, index), document.blocks, skeleton, len(questions) - 1 if questions else None
            )
    return tuple(questions), tuple(undertakings)


def _tell_sides(said: list[Turn], blocks: tuple[Block, ...], skeleton: Skeleton) -> None:
    """Say of each turn whether a member's: by the lists, else by title, else by how often its speaker asks."""
    parties = Parties(skeleton)
    asks: dict[str, list[int]] = {}
    for turn in said:
        tally = asks.setdefault(turn.words, [0, 0])
        tally[0] += any("?" in blocks[s.block].text[s.start : s.end] for s in turn.spans)
        tally[1] += 1
    for turn in said:
        asked, of = asks[turn.words]
        if turn.who.person_id is not None:
            turn.asking = parties.side(turn.who, turn.words) is Side.ASKING
        else:
            turn.asking = bool(_MEMBER.search(turn.words)) or asked * 2 > of
        if not turn.asking and turn.who.person_id is None:
            turn.who = skeleton.answerer(turn.words, turn.spans[0].block)


def _said(turn: Turn, blocks: tuple[Block, ...]) -> Iterator[Span]:
    """The sentences of a turn."""
    for span in turn.spans:
        text = blocks[span.block].text[span.start : span.end]
        for start, end in sentences(text):
            yield Span(span.block, span.start + start, span.start + end)


def _is_asked(text: str) -> bool:
    if not text.rstrip("\"'”’) ").endswith("?") or _SMALL_TALK.match(text):
        return False
    return len(text.split()) > 1 or bool(_ONE_WORD.match(text))


def _exchange(said: list[Turn], index: int, blocks: tuple[Block, ...], skeleton: Skeleton) -> Exchange | None:
    """The question a member's turn puts, with the turns of those who answer it; None where nobody does."""
    turn = said[index]
    asked = [s for s in _said(turn, blocks) if _is_asked(blocks[s.block].text[s.start : s.end])]
    if not asked:
        return None
    exchange = Exchange(turn.who, (), asked, "", skeleton.item_at(turn.spans[0].block), direct=True)
    exchange.lead_up = [
        Span(s.block, s.start, asked[-1].end if s.block == asked[-1].block else s.end)
        for s in turn.spans
        if s.block <= asked[-1].block
    ]
    for later in said[index + 1 :]:
        if not later.asking:
            promise = _promise_words(later, blocks)
            exchange.replies.append(Reply((later.who,), tuple(later.spans), strong=True, promise=promise))
        elif exchange.replies or sum(s.end - s.start for s in later.spans) > 160:
            break
    return exchange if exchange.replies else None


def _promise_words(turn: Turn, blocks: tuple[Block, ...]) -> str:
    for span in turn.spans:
        match = _PROMISE.search(blocks[span.block].text, span.start, span.end)
        if match:
            return match[0].strip()
    return ""


def _asker_before(said: list[Turn], index: int) -> Who | None:
    return next((t.who for t in reversed(said[:index]) if t.asking), None)


def _promises(
    turn: Turn, asker: Who | None, blocks: tuple[Block, ...], skeleton: Skeleton, question: int | None
) -> list[FoundUndertaking]:
    found = []
    for span in _said(turn, blocks):
        text = blocks[span.block].text[span.start : span.end]
        match = _PROMISE.search(text)
        if match and len(text) < LONGEST_QUOTE:
            found.append(
                FoundUndertaking(
                    text,
                    (turn.who,),
                    asker,
                    (span,),
                    question,
                    skeleton.item_at(span.block),
                    due=due_date(words, skeleton.meeting.date) if (words := due_words(text)) else None,
                    due_words=words,
                    confidence=0.85,
                    reason=f"“{match[0].strip()}” is what the witness bound themselves to.",
                )
            )
    return found
