"""The moves that reply: statements of those who answer, passive replies, replies that nobody is named for."""

import re

from scrutiny_desk.domain.blocks import Block, Span
from scrutiny_desk.domain.people import Capacity, Who
from scrutiny_desk.recognition.cues import phrase_in
from scrutiny_desk.recognition.exchange import Exchange, Reply, same_who
from scrutiny_desk.recognition.inside import SAYS, reply_inside
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.move import Does, Move
from scrutiny_desk.recognition.names import NAME_WORD, TITLE_PATTERN
from scrutiny_desk.recognition.parties import Side
from scrutiny_desk.recognition.short_answers import answers_shortly, to_be_done
from scrutiny_desk.recognition.state import Speaker, State
from scrutiny_desk.recognition.subjects import Subject, SubjectKind
from scrutiny_desk.recognition.telltales import telltale

_COMMENTS = re.compile(
    r"(?:added|commented|suggested|felt|thanked|reiterated|emphasised|welcomed|reminded|expressed|highlighted|"
    r"stressed|hoped|"
    r"considered|remarked|requested|asked|raised|referred|was|were|had|invited|moved|proposed|seconded|supported|"
    r"noted|agreed)\b"
)
_TAKES_UP = re.compile(
    r"(?:said|agreed|replied|undertook|offered|promised|thought|confirmed|would|will|did|had|has|was|is|stated|advised|"
    r"explained|could|can)\b"
)
_TABLE = re.compile(
    r"\b(?:members?|councillors?|committee|panel|board|commission|officers?|officials?|witness\w*|representatives?)\b",
    re.I,
)
_SPEAKS_UP = re.compile(r"(?:raised|asked|queried|introduced|presented|shared|spoke|updated|welcomed)\b")
_TELLS = re.compile(r"(?:had\s+(?:no|not|the|put)|knew|expected|did|could|would)\b")
_KNOWS = re.compile(r"(?:knew|did\s+not|had\s+(?:no|not)|could\s+not|would|was\s+not|thought)\b")
_HOW_MUCH = re.compile(
    r"\b(?:how (?:much|many|long|often)|what\b.*\b(?:cost|spent|paid|rate|number|sum|budget)|for the \w+)\b"
)
_FLOOR = re.compile(
    r"(?:invited|welcomed|called\s+(?:up)?on|asked)\s+(?P<who>(?:the\s+)?(?:[A-Z][\w'’.\-]*\s+|of\s+|for\s+|and\s+|"
    r"the\s+){1,8})to\s+"
    r"(?:speak|address|present|introduce|give|outline|comment|respond|update)\b"
)
_RAISED = re.compile(r"\b(?:concerns?|comments?|points?|issues?|suggest\w+|commented|raised|felt|worr\w+)\b", re.I)
"""What a paragraph brings up of its own: a passive reply behind it is to that, not to the paragraph before."""
_MEMBER_WORDS = re.compile(r"(?:Cllr|Councillor|Councilor|Alderman|A |The |Another |One |Members)")


def statement(walk: State, block: Block, move: Move) -> None:
    """Somebody says something: a reply, a comeback, a comment or a lead-up."""
    at = block.order
    strong = move.does is Does.REPLY
    subject = move.speaker
    last = walk.pending[-1] if walk.pending else None
    if subject is not None and not _is_somebody(walk, block, subject):
        plain(walk, block, move)
        return
    if subject is None or subject.kind is SubjectKind.PRONOUN:
        _pronoun_statement(walk, block, move, last, strong)
        return
    who = walk.parties.asker(subject.text, at)
    side = walk.parties.side(who, subject.text, at)
    if last and same_who(last.asker, who):
        last.came_back = True
        last.plain.clear()
        walk.set_speaker(who, subject.text, at, move.start)
        return
    walk.set_speaker(who, subject.text, at, move.start)
    _gives_the_floor(walk, block, move)
    if last is None and side is Side.ANSWERING and who.name:
        walk.hear((who,))
    if last is None or not strong and (last.block > 1 or last.came_back and last.block > 0):
        return
    if side is not Side.ASKING or strong:
        _explicit(walk, block, move, who, side, strong)
    elif not last.open and last.block > 0:
        walk.pending.clear()
    elif last.open and (_answers_the_public(walk, last, subject) or _visits(walk, who, block, subject)):
        _explicit(walk, block, move, who, side, strong)
    elif last.open:
        _member_says(walk, block, move, subject, last)


_THE_CHAIR = re.compile(r"(?:The\s+)?(?:Chair(?:man|woman|person)?|Convener|Mayor|Leader)\b", re.I)


def _answers_the_public(walk: State, last: Exchange, subject: Subject) -> bool:
    """Whether a member speaks to a question of the public: then it is the members who answer."""
    asker = last.asker
    listed = walk.parties.is_listed(asker) and not walk.parties.is_lay(asker)
    near = last.block == 0 or last.block == 1 and _THE_CHAIR.match(subject.text) and walk.is_question_time()
    if asker is None or not near or listed or subject.kind is SubjectKind.GROUP:
        return False
    words = asker.label or asker.name or ""
    return not like(
        r"(?i)\b(?:members?|councillors?|cllr|committee|panel|board|chair\w*|alderman)\b(?! of the public)"
    ).search(words)


def _visits(walk: State, who: Who, block: Block, subject: Subject) -> bool:
    """Whether somebody of another council or of the executive says something: they are there to answer."""
    if who.person_id is None or not (
        SAYS.match(block.text, subject.predicate) or _TELLS.match(block.text, subject.predicate)
    ):
        return False
    if walk.skeleton.people[who.person_id].capacity is not Capacity.OTHER_MEMBER:
        return False
    return not _COMMENTS.match(block.text, subject.predicate)


def _gives_the_floor(walk: State, block: Block, move: Move) -> None:
    """ "The Chairman invited Ms Pell to speak": from here on it is she who speaks."""
    match = _FLOOR.search(block.text, move.speaker.predicate, move.end)
    if match:
        who = walk.skeleton.who(match["who"].strip(), block.order)
        walk.speaks(Speaker(who, match["who"], Side.ANSWERING, block.order, move.end))


_AT_WORK = re.compile(r"\b(?:services?|teams?|trusts?|company|police|council|units?|contractors?)$", re.I)
"""A body that does its work as often as it says something."""
_THE_PUBLIC = re.compile(r"\bof\s+the\s+public$|^(?:residents|constituents)$", re.I)


def _is_somebody(walk: State, block: Block, subject: Subject) -> bool:
    """Whether the words are a person or group: initials and bare names must be somebody's, or say something."""
    if subject.kind in (SubjectKind.SINGLE, SubjectKind.INITIALS):
        known = walk.parties.asker(subject.text.split("/")[0], block.order).person_id is not None
        acts = SAYS.match(block.text, subject.predicate) or _SPEAKS_UP.match(block.text, subject.predicate)
        return known or subject.kind is SubjectKind.INITIALS and bool(acts)
    if subject.kind is SubjectKind.POST and _AT_WORK.search(subject.text):
        return bool(SAYS.match(block.text, subject.predicate))
    if subject.kind is SubjectKind.GROUP and _THE_PUBLIC.search(subject.text):
        return bool(SAYS.match(block.text, subject.predicate))
    if subject.kind is SubjectKind.GROUP:
        return bool(SAYS.match(block.text, subject.predicate)) or bool(_TABLE.search(subject.text))
    if subject.kind is SubjectKind.NAMED and not like(r"(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Coun|Prof|Ald|Sir|Dame)").match(
        subject.text
    ):
        return (
            bool(SAYS.match(block.text, subject.predicate))
            or walk.parties.asker(subject.text, block.order).person_id is not None
        )
    return True


def _explicit(walk: State, block: Block, move: Move, who: Who, side: Side, strong: bool) -> None:
    """A statement that answers by who makes it or by its verb."""
    subject, last = move.speaker, walk.pending[-1]
    speaks = strong or bool(SAYS.match(block.text, subject.predicate))
    if not speaks and who.person_id is None and subject.kind is SubjectKind.NAMED:
        return
    whos = walk.parties.answerers(subject, block.order, speaks=speaks)
    if len(whos) == 1 and whos[0].person_id is not None:
        walk.set_speaker(whos[0], subject.text, block.order, move.start)
    if side is Side.ASKING and last.replies and last.block == 0:
        return
    reply(walk, block, move, whos, strong)


def _member_says(walk: State, block: Block, move: Move, subject: Subject, last: Exchange) -> None:
    """Another member's words after a question: a reply only where nobody else's follows."""
    if last.block > 0 and _MEMBER_WORDS.match(subject.text):
        return
    if _COMMENTS.match(block.text, subject.predicate) and (
        last.block > 0 or not like(r"agreed|noted").match(block.text[subject.predicate :])
    ):
        return
    last.asides.append(Reply(walk.parties.answerers(subject, block.order), (Span(block.order, move.start, move.end),)))
    if last.block > 0:
        walk.settle(last)


def _pronoun_statement(walk: State, block: Block, move: Move, last: Exchange | None, strong: bool) -> None:
    speaker = walk.speaker
    if last is None:
        return
    near = last.open and last.block == 0 and not last.plain and move.start - last.asked[-1].end <= 2
    if near and not strong and answers_shortly(walk, last, block, move):
        last.replies.append(Reply((), (Span(block.order, move.start, move.end),), strong=True))
        return
    if last.open and last.block == 1 and _behind_a_dash(walk, last, block):
        reply(walk, block, move, last.put_to, strong=True)
        return
    if (
        last.addressed
        and last.open
        and last.block == 0
        and not last.came_back
        and _TAKES_UP.match(block.text, move.speaker.predicate if move.speaker else move.start)
    ):
        reply(walk, block, move, last.put_to, strong)
        return
    if last.open and last.block == 1 and move.start <= 2 and _ends_its_block(walk, last):
        before = next((e for e in reversed(walk.history[:-1]) if e.item == walk.item and e.replies), None)
        reply(walk, block, move, before.replies[-1].by if before else (), strong)
        return
    if near and move.speaker and _SURE.match(block.text, move.speaker.predicate) and (by := _replied_before(walk)):
        walk.called[by[0].words] = move.speaker.text.casefold()
        reply(walk, block, move, by, strong)
        return
    knows = move.speaker is not None and bool(_KNOWS.match(block.text, move.speaker.predicate))
    if speaker and speaker.side is Side.ASKING and last.open and not strong and not (last.plain and knows):
        last.came_back = True
        if move.speaker and like(r"said|stated").match(block.text[move.speaker.predicate :]):
            last.own.append(Span(block.order, move.start, move.end))
        last.answers_himself = last.answers_himself or "answer" in block.text[move.start : move.end]
        return
    if last.open:
        if last.block > 1:
            return
        answering = speaker and speaker.who and speaker.side is not Side.ASKING
        by = (speaker.who,) if answering else last.put_to or walk.witness(block.order)
        reply(walk, block, move, tuple(by), strong)
    elif last.replies and last.block == 0:
        last.replies[-1] = _longer(last.replies[-1], Span(block.order, move.start, move.end))


_SURE = re.compile(
    r"(?:was|were)\s+(?:quite\s+|not\s+|very\s+|fairly\s+)?(?:confident|sure|certain|unsure|unable|able|aware|unaware|satisfied|doubtful)\b|"
    r"(?:did|could|would)\s+not\s+(?:know|say|be\s+drawn|think|recall|remember)\b"
)
"""What is said of who was asked, not of who has just asked."""


def _replied_before(walk: State) -> tuple[Who, ...]:
    """Who replied to the question before the last of this item, where that is one person with a name."""
    before = next((e for e in reversed(walk.history[:-1]) if e.item == walk.item and e.replies), None)
    by = before.replies[-1].by if before else ()
    return by if len(by) == 1 and by[0].name else ()


def _ends_its_block(walk: State, exchange: Exchange) -> bool:
    asked = exchange.asked[-1]
    return exchange.direct and asked.end >= len(walk.blocks[asked.block].text) - 1


def _whom_asked(exchange: Exchange, by: tuple[Who, ...]) -> tuple[Who, ...]:
    """Who replies: "the Leader" is the one the question was put to as "the Leader of the Council, Cllr Coltrane"."""
    if len(by) != 1 or by[0].name or not by[0].label or len(exchange.put_to) != 1 or not exchange.put_to[0].name:
        return by
    post = by[0].label.casefold().removeprefix("the ")
    put_to = (exchange.put_to[0].label or "").casefold().removeprefix("the ")
    return exchange.put_to if put_to.startswith(post) else by


def reply(walk: State, block: Block, move: Move, by: tuple[Who, ...], strong: bool) -> None:
    """These words answer the question pending, and others that were asked with it."""
    span = Span(block.order, move.start, move.end)
    last = walk.pending[-1]
    by = _whom_asked(last, by)
    if strong or by and by[0].name:
        walk.hear(by)
    if last.block > 0 and move.start > 2 and (not last.open or walk.opened == (block.order, Side.ASKING)):
        return
    if (
        not last.open
        and last.block > 0
        and not any(same_who(w, k) for w in by for r in last.replies[-1:] for k in r.by)
    ):
        return
    answered = [last]
    if last.open:
        answered += [e for e in walk.pending[:-1] if e.open and _asked_with(e, last)]
    for exchange in answered:
        exchange.asides = []
        exchange.reopened = ""
        known = exchange.replies[-1] if exchange.replies else None
        named = exchange.asker is not None and exchange.asker.name is not None and not _tells_already(walk, exchange)
        if known and [w.words for w in known.by] == [w.words for w in by]:
            exchange.replies[-1] = _longer(known, span)
        else:
            exchange.replies.append(Reply(by, (*([] if named else exchange.plain), span), strong=strong))
        if exchange.plain and named and not exchange.came_back:
            exchange.lead_up += [p for p in exchange.plain if p.end - p.start < 400][:4]
        exchange.plain = []
        exchange.block = 0


def _tells_already(walk: State, exchange: Exchange) -> bool:
    """Whether the words between the question and the named reply are the answer: "It had cost £18,000"."""
    if not exchange.plain or exchange.plain[0].block != exchange.asked[-1].block:
        return False
    first = exchange.plain[0]
    asked = exchange.asked[-1]
    words = walk.blocks[asked.block].text[asked.start : asked.end]
    return bool(_HOW_MUCH.search(words)) and bool(
        like(r"\d").search(walk.blocks[first.block].text[first.start : first.end])
    )


def _asked_with(one: Exchange, last: Exchange) -> bool:
    """Whether two open questions stand in one breath or one list, so that one reply may serve both."""
    return one.block == 0 and last.block == 0 or bool(one.listed) and one.listed == last.listed


OF_COMING_BACK = telltale("answer", "asked", "address", "satisf", "content", "happy", "assured", "convinced")


def reopen(walk: State, block: Block, start: int, end: int) -> None:
    """Note that the asker, or another member, says of the reply before that it does not answer the question."""
    last = walk.pending[-1] if walk.pending else None
    if last is None or not last.replies or last.block > 1:
        return
    match = phrase_in("open.came_back", block.text[start:end])
    if match:
        last.reopened = match[0]
        last.block = 0
        for move in reply_inside(block.text, start + match.end(), end, first=False)[1]:
            reply(walk, block, move, walk.parties.answerers(move.speaker, block.order) if move.speaker else (), True)


def told(walk: State, block: Block, move: Move) -> None:
    """A passive reply: "She was told that", "It was explained by Mr Oakes that"."""
    last = walk.pending[-1] if walk.pending else None
    if last is None or not last.open and last.block > 0 or last.block > 1:
        return
    tells = block.text.find(move.cue, move.start)
    if last.block > 0 and tells > 2 and _RAISED.search(block.text, 0, tells):
        return
    if move.speaker is not None:
        by = walk.parties.answerers(move.speaker, block.order)
    elif last.open:
        by = walk.witness(block.order) or tuple(w for w in last.put_to if w.name)
    else:
        by = last.replies[-1].by if last.replies else ()
    reply(walk, block, move, by, strong=True)


def unminuted(walk: State, block: Block, move: Move) -> None:
    """The record says that it was answered or discussed, not what was said."""
    by: tuple[Who, ...] = ()
    if move.speaker and move.speaker.kind not in (SubjectKind.IMPERSONAL, SubjectKind.PRONOUN):
        by = walk.parties.answerers(move.speaker, block.order, speaks=False)
    by = by or walk.witness(block.order)
    fresh = any(exchange.open and exchange.block == 0 for exchange in walk.pending)
    for exchange in walk.pending:
        if exchange.open and exchange.block <= (0 if fresh else 1):
            exchange.unminuted = move.cue
            exchange.unminuted_by = by


_NAME_LEADS = re.compile(
    rf"(?P<who>(?:{TITLE_PATTERN}\s+)+(?:[A-Z]\.?\s*)*{NAME_WORD}(?:\s+{NAME_WORD}){{0,2}}),?\s+(?:in\s+respect\s+of|regarding|concerning|"
    r"in\s+relation\s+to|with\s+re(?:gard|ference)\s+to|on\s+the\s+(?:subject|matter|question)\s+of|in\s+connection\s+with)\s"
)
"""A name and what its owner speaks about, without a verb: "Cllr Fenn in respect of the depot."."""


def plain(walk: State, block: Block, move: Move) -> None:
    """A sentence that names no speaker goes on with what was being said."""
    span = Span(block.order, move.start, move.end)
    last = walk.pending[-1] if walk.pending else None
    if move.start <= 2 and (led := _NAME_LEADS.match(block.text, move.start, move.end)):
        walk.set_speaker(walk.parties.asker(led["who"], block.order), led["who"], block.order, move.start)
        return
    if last is None:
        return
    if last.replies and (last.block == 0 or last.block == 1 and walk.blocks[block.order - 1].text.endswith(":")):
        last.replies[-1] = _longer(last.replies[-1], span)
        last.block = 0
    elif last.open and last.asides:
        last.asides[-1] = _longer(last.asides[-1], span)
    elif last.open and last.block == 0 and (put_off := to_be_done(block.text, move.start, move.end)):
        last.replies.append(Reply((), (span,), promise=put_off))
    elif last.open and last.block == 0 and not last.plain and answers_shortly(walk, last, block, move):
        last.replies.append(Reply((), (span,), strong=True))
    elif last.open and last.block == 0:
        last.plain.append(span)
    elif last.open and last.block == 1 and not last.listed and _may_answer_plainly(walk, last, block):
        by = last.put_to or walk.witness(block.order)
        last.replies.append(Reply(tuple(by), (span,), implied=True))
        last.block = 0


def _may_answer_plainly(walk: State, last: Exchange, block: Block) -> bool:
    """Whether a block that names no speaker may be the reply to the block before it."""
    if last.direct and last.anonymous:
        return True
    before = walk.blocks[last.asked[-1].block]
    if _behind_a_dash(walk, last, block):
        return True
    if before.marker and not block.marker and last.asked[-1].end >= len(before.text) - 1:
        return True
    return bool(like(r"\d+\.\d").match(block.marker) and like(r"\d+\.\d").match(before.marker))


def _behind_a_dash(walk: State, last: Exchange, block: Block) -> bool:
    """Whether the block is a reply on a line of its own behind a dash, under the paragraph that asks."""
    before = walk.blocks[last.asked[-1].block]
    after = walk.blocks[block.order + 1] if block.order + 1 < len(walk.blocks) else None
    alone = after is None or not after.marker
    dashed = block.marker[:1] in ("-", "–", "—") and not before.marker and before.order == block.order - 1
    return dashed and alone and last.asked[-1].end >= len(before.text) - 1


def _longer(said: Reply, span: Span) -> Reply:
    return Reply(said.by, (*said.spans, span), said.strong, said.implied, said.promise, said.date)
