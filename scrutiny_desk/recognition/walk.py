"""The little state machine over a minute's sentences: lead-up, question, reply, comeback, supplementary."""

import re
from dataclasses import dataclass

from scrutiny_desk.domain.blocks import Block, BlockKind, Span
from scrutiny_desk.domain.documents import ReadDocument
from scrutiny_desk.domain.findings import FoundQuestion, FoundUndertaking
from scrutiny_desk.domain.people import Who
from scrutiny_desk.recognition.answers import Reply
from scrutiny_desk.recognition.cues import cue
from scrutiny_desk.recognition.furniture import is_business_heading, is_residue
from scrutiny_desk.recognition.later import LateAnswer, late_answer
from scrutiny_desk.recognition.direct import direct_question
from scrutiny_desk.recognition.moves import SAYS, Does, Move, moves
from scrutiny_desk.recognition.parties import Parties, Side
from scrutiny_desk.recognition.promised import undertaking
from scrutiny_desk.recognition.questions import Exchange, found_question, same_who
from scrutiny_desk.recognition.sentences import quotations, sentences
from scrutiny_desk.recognition.sheets import Sheets
from scrutiny_desk.recognition.skeleton import Skeleton
from scrutiny_desk.recognition.subjects import Subject, SubjectKind
from scrutiny_desk.recognition.undertakings import bare_agreement, promise_in

_PROXY = re.compile(
    r"\b(?:read|put|asked|presented|posed|raised|tabled)\s+(?:out\s+)?(?:a|the|an|two|three|some|several)\s+(?:\w+\s+)?(?:questions?|quer(?:y|ies)|statement|e-?mail|letter)\b[^.“”\"]*?"
    r"\b(?:(?:sent\s+in|submitted|received|provided|tabled|put\s+forward|given|raised|supplied|written|posed)\s+(?:in\s+(?:writing|advance)\s+)?(?:by|from)|from|on\s+behalf\s+of)\s+"
    r"(?P<who>(?:an?\s+|the\s+)?(?:[A-Z][\w'’\-.]*|member|resident|parishioner)(?:\s+(?:of\s+the\s+public|[A-Z][\w'’\-.]*))*)"
    r"|\b[Oo]n\s+behalf\s+of\s+(?P<who2>(?:Councillor|Cllr\.?|Mr|Mrs|Ms|Dr|Alderman)\s+[A-Z][\w'’\-.]*(?:\s+[A-Z][\w'’\-]*)?)"
)
_MAILED = re.compile(
    r"\b(?:e-?mail|letter|message|correspondence|question|query)\s+(?:had\s+been|was|has\s+been)\s+(?:received|submitted|sent)(?:\s+in)?\s+(?:from|by)\s+(?P<who>(?:an?|the|one)?\s*(?:[A-Z][\w'’.\-]*|resident|parishioner|member)"
    r"(?:\s+(?:of\s+the\s+public|[A-Z][\w'’.\-]*|on\s+[A-Z]\w+\s+[A-Z]\w+))*)\s*(?:,\s*)?(?:asking|to\s+ask|querying|enquiring|requesting|seeking)\b"
)
_ANSWERS_ONLY = re.compile(
    r"(?:[Ii]n\s+(?:response|reply|answer)\s+to|[Ff]ollowing|[Ff]urther\s+to|[Aa]rising\s+from|[Dd]uring)\s+(?:[^,.;:]{0,60}?\b)?(?:questions?|queries|comments and questions|questioning|discussion)\b[^.]*?:\s*$"
    r"|\b(?:asked|raised|put)\s+(?:a number of|various|several|some)?\s*questions\b[^.]*\b(?:following|points)\b[^.]*:\s*$"
)
_QUESTION_LIST = re.compile(r"\b(?:question|questions|query|queries|asked|queried|sought|requested|enquired)\b", re.I)
_WH = re.compile(
    r"(?:and\s+)?(?:what|how|why|when|where|who|which|whether|if|is|are|was|were|can|could|do|does|did|will|would|has|have|should|to what extent)\b",
    re.I,
)
_UPDATE_LIST = re.compile(r"\b(?:following|updates?|points)\b[^.]*:\s*$|:\s*$")
_NEUTRAL_CHAIR = re.compile(
    r"(?:added|commented|suggested|felt|thanked|reiterated|emphasised|welcomed|reminded|expressed|noted|highlighted|stressed|hoped|agreed|considered|remarked|requested|asked|raised|referred|was|were|had|invited|moved|proposed|seconded|supported)\b"
)
_ACTION_NOTE = re.compile(r"[\[(]\s*Action\b|ACTION\b|Actions?\s*:", re.I)
_REQUEST = re.compile(r"\b(?:asked|requested)\s+(?:that|for|if)\b|\brequested\b|\bsuggested\b", re.I)


@dataclass(slots=True)
class Speaker:
    """Who spoke last, on which side, and since where in which block."""

    who: Who | None
    words: str
    side: Side
    block: int
    start: int


class Walk:
    """One pass over the minutes. `questions` and `undertakings` are filled by `run`, in the order of the document."""

    def __init__(self, document: ReadDocument, skeleton: Skeleton, decided: frozenset[int] = frozenset()) -> None:
        self.blocks = document.blocks
        self.skeleton = skeleton
        self.parties = Parties(skeleton)
        self.sheets = Sheets(self)
        self.questions: list[FoundQuestion] = []
        self.undertakings: list[FoundUndertaking] = []
        self.history: list[Exchange] = []
        self.pending: list[Exchange] = []
        self.speaker: Speaker | None = None
        self.item: int | None = None
        self.listing: tuple[str, Exchange] | None = None
        self.answers_only: Span | None = None
        self.update_by: Speaker | None = None
        self.late: LateAnswer | None = None
        self.request_before = False
        self.lists = 0
        self.quotes: tuple[tuple[int, int], ...] = ()
        self.decided = decided

    def run(self) -> None:
        """Walk every block of the minutes."""
        first, last = self.skeleton.minutes_range
        for block in self.blocks[first : last + 1]:
            self._block(block)
        self.close()
        self.sheets.finish()
        self._finish()

    # -- blocks

    def _block(self, block: Block) -> None:
        if block.order in self.skeleton.speakers.list_blocks or block.kind is BlockKind.FOOTNOTE or is_residue(block):
            return
        item = self.skeleton.item_at(block.order)
        heading = is_business_heading(block, self.skeleton)
        if item != self.item or heading:
            self._new_business(item)
        if self.sheets.take(block) or heading:
            return
        if block.order in self.decided:
            self.close()
            self.speaker = self.listing = self.answers_only = None
            return
        if self._late_block(block):
            return
        self._fresh_block(block)
        self.quotes = quotations(block.text)
        for start, end in sentences(block.text):
            self._sentence(block, start, end)
        self._end_of_block(block)

    def _new_business(self, item: int | None) -> None:
        self.close()
        self.item = item
        self.speaker = self.listing = self.answers_only = self.update_by = self.late = None

    def _fresh_block(self, block: Block) -> None:
        """What carries over into a new block, and what does not."""
        if self.speaker:
            self.speaker = Speaker(self.speaker.who, self.speaker.words, self.speaker.side, -1, 0)
        if self.listing and block.kind is not BlockKind.LIST_ITEM and not block.marker:
            if any(e.listed for e in self.pending) or block.text[:1].isupper():
                self.listing = None
        for exchange in self.pending:
            exchange.block += 1
        self.pending = [e for e in self.pending if e.block <= (2 if e.open else 1) or e.listed and e.open]

    def close(self) -> None:
        """No more can be said to the questions pending."""
        self.pending.clear()

    def _end_of_block(self, block: Block) -> None:
        for exchange in self.pending:
            if exchange.block == 0 and not exchange.replies:
                self._settle(exchange)

    def _settle(self, exchange: Exchange) -> None:
        """At the end of its block: what followed without a speaker may be the reply."""
        if exchange.asides and exchange.open:
            exchange.replies += exchange.asides
            exchange.asides = []
        if exchange.plain and exchange.open and not exchange.came_back and not exchange.listed:
            by = exchange.put_to or self._witness_tuple(exchange.plain[0].block)
            exchange.replies.append(Reply(by, tuple(exchange.plain), implied=True))
            exchange.plain = []

    def _witness_tuple(self, at: int) -> tuple[Who, ...]:
        one = self.parties.witness(at)
        return (one,) if one else ()

    # -- sentences

    def _sentence(self, block: Block, start: int, end: int) -> None:
        text = block.text
        if self._proxy(block, start, end) or self._list_head(block, start, end):
            return
        if any(a < start < b for a, b in self.quotes):
            self._quoted(block, start, end)
            return
        if _ACTION_NOTE.match(text, start):
            self._action_note(block, start, end)
            return
        found = moves(text, start, end)
        for move in found:
            self._move(block, move)
        self._promises(block, start, end, found)
        self.request_before = bool(_REQUEST.search(text, start, end))

    def _quoted(self, block: Block, start: int, end: int) -> None:
        """A sentence inside a quotation: only a question that is being read out asks there."""
        last = self.pending[-1] if self.pending else None
        question = direct_question(block.text, start, end)
        if question is not None and last and last.open and last.block == 0 and last.proxy:
            last.ask_more(Span(block.order, start, end))
            return
        self._plain(block, Move(Does.PLAIN, start, end))

    def _action_note(self, block: Block, start: int, end: int) -> None:
        """An action noted behind a question shows that it was taken up."""
        last = self.pending[-1] if self.pending else None
        if last and last.open and last.block == 0 and not last.plain:
            span = Span(block.order, start, end)
            last.replies.append(Reply((), (span,), promise=block.text[start:end].strip("()[] .")))

    def _move(self, block: Block, move: Move) -> None:
        handler = {
            Does.ASK: self._ask,
            Does.DIRECT: self._direct,
            Does.REPLY: self._statement,
            Does.SAY: self._statement,
            Does.TOLD: self._told,
            Does.UNMINUTED: self._unminuted,
            Does.PLAIN: self._plain,
        }[move.does]
        handler(block, move)

    def _ask(self, block: Block, move: Move) -> None:
        at = block.order
        span = Span(at, move.start, move.end)
        asker, words = self._asker(move, at)
        last = self.pending[-1] if self.pending else None
        put_to = self._put_to(move, at)
        if (
            last
            and last.open
            and last.block == 0
            and not last.asides
            and not move.named
            and not last.listed
            and (same_who(last.asker, asker) if asker else last.asker is None and last.asked[-1].end >= move.start - 2)
        ):
            last.ask_more(span)
            last.put_to = last.put_to or put_to
            return
        exchange = Exchange(asker, put_to, [span], move.cue, self.item, recorded=move.recorded)
        exchange.from_witness = asker is not None and asker.person_id is not None and self.parties.side(asker, words, at) is Side.ANSWERING
        self._add_lead_up(exchange, block, move, asker)
        if not (move.many and not move.recorded and asker is None):
            self._add(exchange)
        if asker is not None and move.speaker is not None:
            side = self.parties.side(asker, words, at)
            self.speaker = Speaker(asker, words, Side.ASKING if side is Side.UNKNOWN else side, at, move.start)
        elif asker is not None:
            self.speaker = Speaker(asker, words, Side.ASKING, at, move.start)

    def _add(self, exchange: Exchange) -> None:
        self.history.append(exchange)
        self.pending.append(exchange)

    def _add_lead_up(self, exchange: Exchange, block: Block, move: Move, asker: Who | None) -> None:
        speaker = self.speaker
        if speaker and speaker.block == block.order and speaker.start < move.start and same_who(speaker.who, asker):
            exchange.lead_up.append(Span(block.order, speaker.start, move.start))

    def _asker(self, move: Move, at: int) -> tuple[Who | None, str]:
        """Who asks by this move; a pronoun is whoever spoke last."""
        if move.asker:
            return self.parties.asker(move.asker, at), move.asker
        subject = move.speaker
        if subject is None or subject.kind is SubjectKind.IMPERSONAL:
            return None, ""
        if subject.kind is SubjectKind.PRONOUN:
            if self.speaker and self.speaker.side is not Side.ANSWERING:
                return self.speaker.who, self.speaker.words
            last = self.history[-1] if self.history else None
            return (last.asker, "") if last and last.item == self.item else (None, "")
        who = self.parties.asker(subject.text, at)
        if subject.kind is SubjectKind.SINGLE and who.person_id is None:
            return None, ""
        return who, subject.text

    def _put_to(self, move: Move, at: int) -> tuple[Who, ...]:
        if move.put_to and not re.fullmatch(r"(?:him|her|them|it|this|that|the)\s*", move.put_to, re.I):
            return (self.skeleton.who(move.put_to, at),)
        return self._witness_tuple(at)

    def _direct(self, block: Block, move: Move) -> None:
        """A question in its own words: whose it is depends on who is speaking."""
        at = block.order
        span = Span(at, move.start, move.end)
        if move.speaker and move.speaker.kind is not SubjectKind.IMPERSONAL:
            if move.speaker.kind is not SubjectKind.PRONOUN or not self.speaker:
                who = self.parties.asker(move.speaker.text, at)
                side = self.parties.side(who, move.speaker.text, at)
                if side is Side.ANSWERING and self.pending and not self.pending[-1].came_back:
                    return self._statement(block, move)
                self._set_speaker(who, move.speaker.text, at, move.start)
            return self._asks_on(block, move, span, self.speaker.who if self.speaker else None)
        if self.listing:
            return self._asks_on(block, move, span, self.listing[1].asker)
        speaker = self.speaker if self.speaker and self.speaker.block == at else None
        if speaker and speaker.side is Side.ANSWERING:
            return self._plain(block, move)
        return self._asks_on(block, move, span, speaker.who if speaker else None)

    def _asks_on(self, block: Block, move: Move, span: Span, asker: Who | None) -> None:
        last = self.pending[-1] if self.pending else None
        if (
            last
            and last.open
            and last.block == 0
            and not last.listed
            and (same_who(last.asker, asker) or (asker is None and not last.plain))
        ):
            last.ask_more(span)
            return
        exchange = Exchange(asker, self._put_to(move, block.order), [span], move.cue, self.item, direct=True)
        exchange.anonymous = asker is None
        exchange.ends_block = move.end >= len(block.text) - 1
        exchange.from_witness = asker is not None and asker.person_id is not None and self.parties.side(asker, "", block.order) is Side.ANSWERING
        if (
            asker is None
            and not self.listing
            and self.speaker is None
            or (self.speaker and self.speaker.block != block.order)
        ):
            exchange.lead_up.append(Span(block.order, 0, move.start))
        else:
            self._add_lead_up(exchange, block, move, asker)
        self._add(exchange)

    def _set_speaker(self, who: Who | None, words: str, at: int, start: int) -> None:
        side = self.parties.side(who, words, at)
        if self.speaker and self.speaker.block == at and same_who(self.speaker.who, who):
            return
        self.speaker = Speaker(who, words, side, at, start)

    def _statement(self, block: Block, move: Move) -> None:
        """Somebody says something: a reply, a comeback, a comment or a lead-up."""
        at = block.order
        strong = move.does is Does.REPLY
        subject = move.speaker
        last = self.pending[-1] if self.pending else None
        if subject is not None and subject.kind is SubjectKind.SINGLE and self.parties.asker(subject.text, at).person_id is None:
            return self._plain(block, move)
        if subject is None or (subject.kind is SubjectKind.PRONOUN):
            self._pronoun_statement(block, move, last, strong)
            return
        who = self.parties.asker(subject.text, at)
        side = self.parties.side(who, subject.text, at)
        if last and same_who(last.asker, who) and not (last.open and strong and not last.asker):
            last.came_back = last.came_back or bool(last.plain) or last.block > 0
            last.plain.clear()
            self._set_speaker(who, subject.text, at, move.start)
            return
        self._set_speaker(who, subject.text, at, move.start)
        if last is None:
            return
        if last.block > 1 and not strong:
            return
        if side is not Side.ASKING or strong:
            whos = self.parties.answerers(subject, at, speaks=strong or bool(SAYS.match(block.text, subject.predicate)))
            if whos and whos[0].person_id is not None:
                self._set_speaker(whos[0] if len(whos) == 1 else who, subject.text, at, move.start)
            if side is Side.ASKING and strong and last.replies and last.block == 0:
                return
            self._reply(block, move, whos, strong)
        elif last.open and (
            last.block == 0
            or not re.match(r"(?:Cllr|Councillor|Councilor|Alderman|A |The |Another |One )", subject.text)
            and last.block <= 1
        ):
            if _NEUTRAL_CHAIR.match(block.text, subject.predicate) and (
                last.block > 0 or not re.match(r"agreed|noted", block.text[subject.predicate :])
            ):
                return
            last.asides.append(Reply(self.parties.answerers(subject, at), (Span(at, move.start, move.end),)))
            if last.block > 0:
                self._settle(last)

    def _pronoun_statement(self, block: Block, move: Move, last: Exchange | None, strong: bool) -> None:
        speaker = self.speaker
        span = Span(block.order, move.start, move.end)
        if last is None:
            return
        if speaker and speaker.side is Side.ASKING and last.open and not strong:
            last.came_back = True
            last.answers_himself = "answer" in block.text[move.start : move.end]
            return
        if last.open:
            by = (
                (speaker.who,)
                if speaker and speaker.who and speaker.side is not Side.ASKING
                else last.put_to or self._witness_tuple(block.order)
            )
            self._reply(block, move, tuple(by), strong)
            return
        if last.replies and last.block == 0:
            last.replies[-1] = _longer(last.replies[-1], span)

    def _reply(self, block: Block, move: Move, by: tuple[Who, ...], strong: bool) -> None:
        """These words answer the question pending, and others that were asked with it."""
        span = Span(block.order, move.start, move.end)
        last = self.pending[-1]
        if (
            not last.open
            and last.block > 0
            and not any(same_who(w, k) for w in by for r in last.replies[-1:] for k in r.by)
        ):
            return
        answered = [last]
        if last.open:
            answered += [
                e
                for e in self.pending[:-1]
                if e.open and (e.block == 0 and last.block == 0 or (e.listed and e.listed == last.listed))
            ]
        for exchange in answered:
            exchange.asides = []
            known = exchange.replies[-1] if exchange.replies else None
            if known and {w.words for w in known.by} == {w.words for w in by}:
                exchange.replies[-1] = _longer(known, span)
            else:
                plain = exchange.plain if exchange.asker is None or not exchange.asker.name else []
                exchange.replies.append(Reply(by, (*plain, span), strong=strong))
            if exchange.plain and exchange.asker and exchange.asker.name and not exchange.came_back:
                exchange.lead_up += [p for p in exchange.plain if p.end - p.start < 400][:4]
            exchange.plain = []
            exchange.block = 0

    def _told(self, block: Block, move: Move) -> None:
        last = self.pending[-1] if self.pending else None
        if last is None:
            return
        if not last.open and last.block > 0:
            return
        if move.speaker is not None:
            by = self.parties.answerers(move.speaker, block.order)
        elif last.open:
            by = self._witness_tuple(block.order) or tuple(w for w in last.put_to if w.name)
        else:
            by = last.replies[-1].by if last.replies else ()
        self._reply(block, move, by, strong=True)

    def _unminuted(self, block: Block, move: Move) -> None:
        by: tuple[Who, ...] = ()
        if move.speaker and move.speaker.kind not in (SubjectKind.IMPERSONAL, SubjectKind.PRONOUN):
            by = self.parties.answerers(move.speaker, block.order)
        for exchange in self.pending:
            if exchange.open:
                exchange.unminuted = move.cue
                exchange.unminuted_by = by

    def _plain(self, block: Block, move: Move) -> None:
        """A sentence that names no speaker goes on with what was being said."""
        span = Span(block.order, move.start, move.end)
        last = self.pending[-1] if self.pending else None
        if last is None:
            return
        if last.replies and last.block == 0:
            last.replies[-1] = _longer(last.replies[-1], span)
        elif last.open and last.asides:
            last.asides[-1] = _longer(last.asides[-1], span)
        elif last.open and last.block == 0:
            last.plain.append(span)
        elif last.open and last.block == 1 and not last.listed and self._may_answer_plainly(last, block):
            by = last.put_to or self._witness_tuple(block.order)
            last.replies.append(Reply(tuple(by), (span,), implied=True))
            last.block = 0

    def _may_answer_plainly(self, last: Exchange, block: Block) -> bool:
        """Whether a block that names no speaker may be the reply to the block before it."""
        if last.direct and last.anonymous:
            return True
        before = self.blocks[last.asked[-1].block]
        if block.marker and before.marker:
            return bool(re.match(r"\d+\.\d", block.marker) and re.match(r"\d+\.\d", before.marker))
        return False

    # -- special heads

    def _proxy(self, block: Block, start: int, end: int) -> bool:
        """A question read out or sent in for somebody: the question is theirs."""
        match = _PROXY.search(block.text, start, end) or _MAILED.search(block.text, start, end)
        if not match:
            return False
        label = match["who"] if "who" in match.groupdict() and match["who"] else match.groupdict().get("who2")
        if not label:
            return False
        if match.groupdict().get("who2") and not re.search(
            r"\b(?:asked|question|queried|enquired)\b", block.text[start:end]
        ):
            return False
        who = self.parties.asker(label, block.order)
        exchange = Exchange(
            who, self._witness_tuple(block.order), [Span(block.order, start, end)], match[0][:60], self.item
        )
        self._add(exchange)
        self.speaker = Speaker(who, label, Side.ASKING, block.order, start)
        return True

    def _list_head(self, block: Block, start: int, end: int) -> bool:
        """The head of a list of questions, of answers, or of somebody's points."""
        text = block.text
        if end != len(text) or not text.endswith((":", ":-", "–", "following", "following.")):
            if self.listing and self.listing[0] == "items" and block.order != self.listing[1].asked[0].block:
                return self._list_item(block, start, end)
            return False
        found = moves(text, start, end)
        first = found[0]
        if first.does is Does.ASK and first.recorded:
            self._ask(block, first)
            exchange = self.pending[-1]
            self.lists += 1
            for later in found[1:]:
                if later.does is Does.UNMINUTED:
                    self._unminuted(block, later)
            self.listing = ("items", exchange)
            exchange.listed = 0
            return True
        if first.does is Does.UNMINUTED and _QUESTION_LIST.search(text, start, end):
            asker = re.search(
                r"(?:raised|asked|put|posed)\s+by\s+(?P<by>(?:the\s+)?[A-Za-z]+(?:\s+[A-Z]\w+)?)|(?P<by2>[Mm]embers|[Cc]ouncillors|[Cc]ommittee)['’]?s?['’]?\s+(?:\w+\s+)?questions",
                text[start:end],
            )
            label = (asker["by"] or asker["by2"]) if asker else None
            who = self.parties.asker(label, block.order) if label else None
            exchange = Exchange(who, (), [Span(block.order, start, end)], first.cue, self.item)
            by = (
                self.parties.answerers(first.speaker, block.order)
                if first.speaker and first.speaker.kind is not SubjectKind.IMPERSONAL
                else ()
            )
            exchange.unminuted, exchange.unminuted_by = first.cue, by
            self.lists += 1
            self.listing = ("items", exchange)
            return True
        if _ANSWERS_ONLY.search(text, start, end):
            self.answers_only = Span(block.order, start, end)
            return False
        if first.speaker and first.does in (Does.SAY, Does.REPLY):
            self._statement(block, first)
            self.update_by = self.speaker
            return True
        return False

    def _list_item(self, block: Block, start: int, end: int) -> bool:
        """One item of a list of questions: a question of its own where it is worded as one, else part of the head's."""
        head = self.listing[1]
        found = moves(block.text, start, end)
        if (
            found[0].does in (Does.REPLY, Does.TOLD)
            or (found[0].does is Does.SAY and found[0].speaker)
            or found[0].does is Does.ASK
        ):
            return False
        at = block.order
        mine = self.pending[-1] if self.pending and self.pending[-1].listed == self.lists else None
        if mine and mine.asked[0].block == at:
            if found[0].does is Does.DIRECT and mine.open:
                mine.ask_more(Span(at, start, end))
                return True
            return False
        worded = found[0].does is Does.DIRECT or _WH.match(block.text, start, end) or "question" in head.cue.casefold()
        if not worded:
            if head in self.history:
                head.asked.append(Span(at, start, end))
            else:
                head.asked.append(Span(at, start, end))
                self._add(head)
            head.block = 0
            return True
        if head in self.history and len(head.asked) == 1 and head.open | bool(head.unminuted):
            self.history.remove(head)
            self.pending = [e for e in self.pending if e is not head]
        exchange = Exchange(head.asker, head.put_to, [Span(at, start, end)], head.cue, self.item, listed=self.lists)
        exchange.unminuted, exchange.unminuted_by = head.unminuted, head.unminuted_by
        self._add(exchange)
        return True

    # -- later answers and promises

    def _late_block(self, block: Block) -> bool:
        if self.late is not None:
            if self.late.goes_on(block, self):
                self.late.add(block)
                return True
            self.late = None
        self.late = late_answer(block, self)
        return self.late is not None

    def _promises(self, block: Block, start: int, end: int, found: tuple[Move, ...]) -> None:
        text = block.text
        promise = promise_in(text, start, end)
        if promise is None and self.request_before and bare_agreement(text, start, end):
            from scrutiny_desk.recognition.undertakings import Promise

            subject = found[0].speaker
            promise = (
                Promise(start, end, "agreed", subject) if subject and subject.kind is not SubjectKind.GROUP else None
            )
        if promise is None or found[0].does is Does.DIRECT or (found[0].does is Does.ASK and len(found) == 1):
            return
        undertaking(self, block, promise)

    def _finish(self) -> None:
        """Turn every exchange into a finding, in the order of the document."""
        self.history.sort(key=lambda e: (e.asked[0].block, e.asked[0].start))
        number: dict[int, int] = {}
        for exchange in self.history:
            if self._is_rhetorical(exchange):
                continue
            for promised in exchange.promises:
                number[promised] = len(self.questions)
            self.questions.append(found_question(exchange, self.blocks))
        from dataclasses import replace

        self.undertakings = [replace(u, question=number.get(i)) for i, u in enumerate(self.undertakings)]

    def _is_rhetorical(self, exchange: Exchange) -> bool:
        """A question nobody was asked: a speaker's own, or one in a passage that nobody answers."""
        explicit = any(not r.implied for r in exchange.replies) or bool(exchange.unminuted) or bool(exchange.late)
        if exchange.from_witness and not explicit:
            return True
        if exchange.came_back and exchange.direct and not explicit and exchange.answers_himself:
            return True
        if not exchange.anonymous or self._is_question_time(exchange):
            return False
        return exchange.open or not explicit and not exchange.ends_block

    def _is_question_time(self, exchange: Exchange) -> bool:
        if exchange.listed or exchange.sheet:
            return True
        title = self.skeleton.items[exchange.item].title if exchange.item is not None else ""
        return bool(re.search(r"question|open forum|public participation|q\s*&\s*a", title or "", re.I))


def _longer(reply: Reply, span: Span) -> Reply:
    from dataclasses import replace

    return replace(reply, spans=(*reply.spans, span))
