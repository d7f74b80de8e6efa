"""Lists: of questions, of topics on which questions were put, of answers whose questions nobody wrote down."""

import re
from dataclasses import dataclass

from scrutiny_desk.domain.blocks import Block, BlockKind, Span
from scrutiny_desk.domain.people import Who
from scrutiny_desk.recognition import asking, replying
from scrutiny_desk.recognition.direct import direct_question
from scrutiny_desk.recognition.exchange import Exchange, Reply
from scrutiny_desk.recognition.grouped import heads_replies, reply_together
from scrutiny_desk.recognition.move import Does, Move
from scrutiny_desk.recognition.moves import moves
from scrutiny_desk.recognition.parties import Side
from scrutiny_desk.recognition.sentences import sentences
from scrutiny_desk.recognition.state import Speaker, State
from scrutiny_desk.recognition.subjects import SubjectKind, subject_at

_ANSWERS_ONLY = re.compile(
    r"(?:[Ii]n\s+(?:response|reply|answer)\s+to|Responding\s+to|Replying\s+to|Answering|Following|Further\s+to|Arising\s+from|During)\s+(?:[^,.;:]{0,60}?\b)?"
    r"(?:questions?|queries|questioning)\b[^.]*:\s*$"
    r"|\b(?:asked|raised|put)\s+(?:a number of|various|several|some)?\s*questions\b[^.]*\b(?:was|"
    r"were)\s+noted[^.]*:\s*$"
)
_WHO_ANSWERS = re.compile(r",\s+(?P<by>(?:the\s+)?[A-Z][^,:;.]{3,80}|officers)\s*:\s*[-–]*\s*$")
_TOPIC_ASKED = re.compile(
    r"(?P<asked>(?:[Ww]hether|[Hh]ow|[Ww]hy|[Ww]hat|[Ww]hen|[Ww]here|[Ww]ho)\b[^?:–—]{6,160}?)\s+[-–—]\s+(?=[A-Za-z])"
)
_QUESTIONS = re.compile(r"\b(?:questions?|quer(?:y|ies)|asked|queried|sought|requested|enquired)\b", re.I)
_WORDED = re.compile(
    r"(?:and\s+)?(?:what|how|why|when|where|who|which|whether|if|is|are|was|were|can|could|do|does|did|will|would|"
    r"has|have|"
    r"should|to what extent)\b",
    re.I,
)
_RAISED_BY = re.compile(
    r"(?:raised|asked|put|posed)\s+by\s+(?P<by>(?:the\s+)?[A-Za-z]+(?:\s+[A-Z]\w+)?)"
    r"|(?P<by2>[Mm]embers|[Cc]ouncillors|[Cc]ommittee)['’]?s?['’]?\s+(?:\w+\s+)?(?:questions|queries)"
)
_POINTS = re.compile(
    r"\b(?:made\s+reference\s+to|raised|discussed|highlighted|commented\s+on|covered|referred\s+to|explored|considered)\s+"
    r"(?:\w+\s+){0,6}?following\b[^.?]*:\s*-?\s*$",
    re.I,
)
_GROUP = re.compile(r"(?:The\s+)?(?:\w+\s+){0,2}?(?:Members|Councillors|Committee|Panel|Board|Commission)\b")
_ASKS_INDIRECTLY = re.compile(
    r"(?:whether|if|clarification\s+(?:on|about|of|as\s+to)|what|how|why|when|where|who|to\s+what\s+extent)\b", re.I
)
_SUBMITTED = re.compile(
    r"(?P<who>(?:Mr|Mrs|Ms|Miss|Dr|Cllr\.?|Councillor|"
    r"Professor)\.?\s+(?:[A-Z]\.?\s)*[A-Z][\w'’\-]*(?:\s+[A-Z][\w'’\-]*)*|[A-Z][\w'’\-]*\s+[A-Z][\w'’\-]*)\s+(?:had|"
    r"has)\s+"
    r"(?:submitted|tabled|asked|put|given\s+notice\s+of|sent\s+in)\s+(?:[\w ]+\s+)?questions?\b[^.]*(?:as\s+follows|"
    r"following)\s*[.:]?"
)
_QUESTIONS_PUT = re.compile(
    r"\bquestions?\s+(?:(?:were|was)\s+)?(?:asked|raised|put|posed|made)(?:\s+by\s+(?P<by>(?:the\s+)?[A-Za-z]+(?:\s+[A-Z]\w+)?))?"
    r"[^.?:]{0,60}:\s*-?\s*$"
)
"""The head of points of which some are questions: "These comments were made and these questions asked by Members:"."""
_ASKED_FOLLOWING = re.compile(
    r"\b(?:asked|raised|put)\s+(?:a number of|the following|several|various|some)?\s*questions\b[^.]*:\s*$"
)


@dataclass(slots=True)
class Listing:
    """The head of the list being read. `head` is its exchange; None in a list of answers without questions.

    In a list of `points` that members raised only what is worded as a question is one. In a list of replies given
    together, `asked` are the questions and `by` who replies.
    """

    head: Exchange | None
    block: int
    intro: Span
    marked: bool | None = None
    points: bool = False
    asked: tuple[Exchange, ...] = ()
    by: tuple[Who, ...] = ()
    between: int = 0

    def goes_on(self, block: Block) -> bool:
        """Whether the list may hold this block: its items are alike, marked or each a question in its own words."""
        marked = bool(block.marker) or block.kind is BlockKind.LIST_ITEM
        if self.marked is None:
            self.marked = marked
        self.between = self.between + 1 if self.marked and not marked else 0
        if marked:
            return self.marked
        if self.marked:
            return self.head is not None and self.between <= 2 and not block.text[:1].islower()
        if self.head is None:
            return False
        first = sentences(block.text)[0]
        return direct_question(block.text, *first) is not None

    def holds(self, block: Block) -> bool:
        """Whether the block is an item of the list, not its head."""
        return block.order != self.block and not self.between


def head(walk: State, block: Block, start: int, end: int) -> bool:
    """Take the head of a list of questions, answers or points; False where the sentence heads none."""
    text = block.text
    if end != len(text) or not text.endswith((":", ":-", "–", "following", "following.", "follows.", "follows")):
        return False
    intro = Span(block.order, start, end)
    asked, by = heads_replies(walk, block, start, end)
    if asked:
        walk.pending = []
        walk.listing = Listing(None, block.order, intro, asked=asked, by=by)
        return True
    submitted = _SUBMITTED.match(text, start, end)
    if submitted:
        asker = walk.parties.asker(submitted["who"], block.order)
        walk.lists += 1
        walk.listing = Listing(
            Exchange(asker, walk.witness(block.order), [intro], "questions", walk.item), block.order, intro
        )
        return True
    found = moves(text, start, end)
    first = found[0]
    if first.does is Does.UNMINUTED and _QUESTIONS.search(text, start, end):
        _unminuted_list(walk, block, first, intro)
        return True
    if _ANSWERS_ONLY.search(text, start, end):
        walk.listing = Listing(None, block.order, intro)
        if speakers := _WHO_ANSWERS.search(text, start, end):
            who = walk.skeleton.who(speakers["by"].strip(), block.order)
            walk.update_by = Speaker(who, speakers["by"], Side.ANSWERING, block.order, start)
        return True
    if first.does is Does.ASK and first.recorded:
        asking.ask(walk, block, first)
        for later in found[1:]:
            walk.take(block, later)
        walk.lists += 1
        walk.listing = Listing(walk.pending[-1], block.order, intro)
        return True
    if _ASKED_FOLLOWING.search(text, start, end):
        speaker = subject_at(text, start, end)
        asker = walk.parties.asker(speaker.text, block.order) if speaker else None
        walk.lists += 1
        walk.listing = Listing(Exchange(asker, (), [intro], "asked", walk.item), block.order, intro)
        return True
    if _heads_points(walk, block, intro):
        return True
    if first.speaker and first.does in (Does.SAY, Does.REPLY) and first.speaker.kind is not SubjectKind.PRONOUN:
        replying.statement(walk, block, first)
        walk.update_by = walk.speaker
        walk.promises(block, start, end, found)
        return True
    return False


def _heads_points(walk: State, block: Block, intro: Span) -> bool:
    """Take the head of points of which only those worded as questions are questions."""
    text, at = block.text, block.order
    if put := _QUESTIONS_PUT.search(text, intro.start, intro.end):
        asker = walk.parties.asker(put["by"], at) if put["by"] else None
        exchange = Exchange(asker, (), [intro], "questions", walk.item)
    elif raised := _POINTS.search(text, intro.start, intro.end):
        words = _GROUP.match(text, intro.start)
        asker = walk.parties.asker(words[0] if words else "Members", at)
        if words is not None and walk.parties.side(asker, words[0], at) is not Side.ASKING:
            return False
        exchange = Exchange(asker, walk.witness(at), [intro], raised[0], walk.item)
    else:
        return False
    walk.lists += 1
    walk.listing = Listing(exchange, at, intro, points=True)
    return True


def _unminuted_list(walk: State, block: Block, first: Move, intro: Span) -> None:
    """A list of questions of which the record says only that they were answered."""
    named = _RAISED_BY.search(block.text, intro.start, intro.end)
    label = (named["by"] or named["by2"]) if named else None
    who = walk.parties.asker(label, block.order) if label else None
    exchange = Exchange(who, (), [intro], first.cue, walk.item)
    if first.speaker and first.speaker.kind not in (SubjectKind.IMPERSONAL, SubjectKind.PRONOUN):
        exchange.unminuted_by = walk.parties.answerers(first.speaker, block.order, speaks=False)
    exchange.unminuted = first.cue
    walk.lists += 1
    walk.listing = Listing(exchange, block.order, intro)


def item(walk: State, block: Block, start: int, end: int) -> bool:
    """One sentence of an item of the list; False where the walk should read it as any other sentence."""
    listing = walk.listing
    if listing.asked:
        if start <= 2:
            reply_together(walk, block, 0, len(block.text), listing.asked, listing.by)
        return True
    found = moves(block.text, start, end)
    first = found[0]
    if (topic := _TOPIC_ASKED.match(block.text, start, end)) and start <= 2:
        return _topic_asked(walk, block, topic, end)
    if listing.head is None:
        return _answer_only(walk, block, first, start, end)
    if first.does in (Does.REPLY, Does.TOLD, Does.ASK) or (first.does is Does.SAY and first.speaker):
        if first.does is Does.ASK and first.speaker is not None:
            _heads_only(walk, listing.head)
        return False
    head_exchange = listing.head
    mine = walk.pending[-1] if walk.pending and walk.pending[-1].listed == walk.lists else None
    if mine and mine.asked[0].block == block.order:
        if first.does is Does.DIRECT and mine.open and not mine.plain:
            mine.ask_more(Span(block.order, start, end))
            return True
        return False
    if start > 0 and sentences(block.text)[0][0] != start:
        return False
    worded = (
        first.does is Does.DIRECT or _WORDED.match(block.text, start, end) or "question" in head_exchange.cue.casefold()
    )
    if listing.points:
        if first.does is not Does.DIRECT and not _ASKS_INDIRECTLY.match(block.text, start, end):
            return False
    elif not worded:
        head_exchange.asked.append(Span(block.order, start, end))
        if head_exchange not in walk.history:
            walk.add(head_exchange)
        head_exchange.block = 0
        return True
    _heads_only(walk, head_exchange)
    exchange = Exchange(
        head_exchange.asker,
        head_exchange.put_to,
        [Span(block.order, start, end)],
        head_exchange.cue,
        walk.item,
        listed=walk.lists,
    )
    exchange.unminuted, exchange.unminuted_by = head_exchange.unminuted, head_exchange.unminuted_by
    walk.add(exchange)
    return True


def _heads_only(walk: State, head_exchange: Exchange) -> None:
    """The head of a list asks nothing itself once an item of the list is a question of its own."""
    if head_exchange in walk.history and len(head_exchange.asked) == 1 and not head_exchange.replies:
        walk.history.remove(head_exchange)
        walk.pending = [e for e in walk.pending if e is not head_exchange]


def _topic_asked(walk: State, block: Block, topic: re.Match[str], end: int) -> bool:
    """A point that words the topic as a question and gives the answer behind a dash."""
    head, intro = walk.listing.head, walk.listing.intro
    named = _RAISED_BY.search(walk.blocks[intro.block].text, intro.start, intro.end)
    by = (named["by"] or named["by2"]) if named else None
    asker = head.asker if head else walk.parties.asker(by, block.order) if by else None
    put_to = head.put_to if head else ()
    span = Span(block.order, topic.start("asked"), topic.end("asked"))
    walk.add(Exchange(asker, put_to, [span], topic["asked"][:40], walk.item, listed=walk.lists))
    found = moves(block.text, topic.end(), end)
    for move in found:
        walk.take(block, move)
    walk.promises(block, topic.end(), end, found)
    return True


def _answer_only(walk: State, block: Block, first: Move, start: int, end: int) -> bool:
    """An answer whose question nobody wrote down, kept as such: the first sentence of an item that a speaker leads."""
    if sentences(block.text)[0][0] != start or first.does not in (Does.SAY, Does.REPLY) or first.speaker is None:
        return False
    if first.speaker.kind in (SubjectKind.PRONOUN, SubjectKind.IMPERSONAL, SubjectKind.GROUP):
        return False
    by = walk.parties.answerers(first.speaker, block.order)
    if not by[0].name or walk.parties.side(by[0], first.speaker.text, block.order) is Side.ASKING:
        return False
    span = Span(block.order, start, end)
    exchange = Exchange(None, (), [walk.listing.intro], block.text[start:end][:40], walk.item, recorded=False)
    exchange.replies.append(Reply(by, (span,), strong=True))
    walk.add(exchange)
    walk.set_speaker(by[0], first.speaker.text, block.order, start)
    walk.promises(block, start, end, (first,))
    return True
