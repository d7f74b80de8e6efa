"""The little state machine over a minute's sentences: lead-up, question, reply, comeback, supplementary."""

import re
from dataclasses import replace

from scrutiny_desk.domain.blocks import Block, BlockKind, Span, quote_of
from scrutiny_desk.domain.documents import ReadDocument
from scrutiny_desk.domain.findings import FoundQuestion
from scrutiny_desk.recognition import asking, listing, replying
from scrutiny_desk.recognition.actions import task_in
from scrutiny_desk.recognition.addressed import TO_ONE, addressed
from scrutiny_desk.recognition.by_rules import ByRules
from scrutiny_desk.recognition.direct import direct_question
from scrutiny_desk.recognition.exchange import Exchange, Reply
from scrutiny_desk.recognition.furniture import is_business_heading, is_residue
from scrutiny_desk.recognition.grouped import replies_in_round, replies_to_all
from scrutiny_desk.recognition.later import LateAnswer, late_answer
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.move import Does, Move
from scrutiny_desk.recognition.moves import moves, past_dash
from scrutiny_desk.recognition.names import NAME_WORD, TITLE_PATTERN
from scrutiny_desk.recognition.promise import LONGEST_QUOTE, Promise
from scrutiny_desk.recognition.promised import undertaking
from scrutiny_desk.recognition.questions import found_question
from scrutiny_desk.recognition.sentences import quotations, sentences
from scrutiny_desk.recognition.sheets import Sheets
from scrutiny_desk.recognition.skeleton import Skeleton
from scrutiny_desk.recognition.state import Speaker, State
from scrutiny_desk.recognition.subjects import SubjectKind, subject_at
from scrutiny_desk.recognition.telltales import held
from scrutiny_desk.recognition.undertakings import bare_agreement, promise_in, would_do_so
from scrutiny_desk.recognition.walk_words import ACTION, ACTION_NOTE, PARTING, REQUEST, THING_ASKED

_NAME_ALONE = re.compile(
    rf"(?:{TITLE_PATTERN}\s+)+(?:[A-Z]\.?\s*)*{NAME_WORD}(?:\s+{NAME_WORD}){{0,3}}(?:\s*\([^)]{{2,60}}\))?\s*:?"
)
_ASKS_BARE = re.compile(
    r"[\W]*(?:Asked|Sought|Queried|Questioned|Enquired|Requested|Wanted|Wondered|Highlighted|Noted|Referr(?:ed|ing)|With\s+"
    r"reference|Raised|Expressed|Commented|Welcomed|Thanked|Recognis(?:ed|ing)|In\s+relation|Regarding)\b"
)
_ASKED_THUS = re.compile(
    r"\b(?:asked|enquired|queried|question)(?:\s+(?:the\s+)?(?:following|as\s+follows))?\s*:\s*-?$"
)
_OPENING = ("“", "‘", '"', "'")


class Walk(State):
    """One pass over the minutes. `questions` and `undertakings` are filled by `run`, in the order of the document.

    `decided` are the blocks that are nothing but decisions: nothing is asked or answered in them.
    """

    def __init__(self, document: ReadDocument, skeleton: Skeleton, decided: frozenset[int] = frozenset()) -> None:
        super().__init__(document, skeleton)
        self.decided = decided
        self.sheets = Sheets(self)
        self.rules = ByRules(skeleton.rules)
        self.questions: list[FoundQuestion] = []
        self.late: LateAnswer | None = None
        self.quotes: tuple[tuple[int, int], ...] = ()

    def run(self) -> None:
        """Walk every block of the minutes."""
        first, last = self.skeleton.minutes_range
        for block in self.blocks[first : last + 1]:
            self._block(block)
        self.close()
        self.sheets.leave()
        self._appendices(last)
        self._finish()

    def _appendices(self, last: int) -> None:
        """Questions with written answers that stand behind the minutes, each under a heading of its own."""
        for block in self.blocks[last + 1 :]:
            if block.order not in self.skeleton.speakers.list_blocks:
                self.sheets.take_appended(block)
        self.sheets.leave()

    # -- blocks

    def _block(self, block: Block) -> None:
        if block.order in self.skeleton.speakers.list_blocks or block.kind is BlockKind.FOOTNOTE or is_residue(block):
            return
        item = self.skeleton.item_at(block.order)
        listed_question = self.listing is not None and bool(block.marker) and "?" in block.text
        heading = is_business_heading(block, self.skeleton) and not listed_question
        if item == self.item and self._led_by_name(block):
            return
        if item != self.item or heading:
            self._new_business(item)
        if self.rules and self.rules.reply(self, block):
            return
        if self.sheets.take(block) or heading:
            return
        if block.order in self.decided and not self._asks_besides(block):
            self._new_business(item)
            return
        if self._late_block(block) or self._read_out(block):
            return
        if self._more_promised(block):
            return
        if replies_to_all(self, block) or replies_in_round(self, block):
            return
        self._fresh_block(block)
        self.quotes = quotations(block.text)
        for start, end in sentences(block.text):
            self._sentence(block, start, end)
        self._end_of_block(block)

    def _asks_besides(self, block: Block) -> bool:
        """Whether a paragraph that begins with what was decided goes on to tell who asked something."""
        found = (moves(block.text, start, end)[0] for start, end in sentences(block.text)[1:])
        return any(move.does is Does.ASK and move.speaker is not None for move in found)

    def _new_business(self, item: int | None) -> None:
        self.close()
        self.item = item
        self.speaker = self.listing = self.update_by = self.late = self.promise_list = self.questioner = None

    def _led_by_name(self, block: Block) -> bool:
        """Whether the block is a member's name alone, over points ("Asked if...", "Sought...") that are all theirs."""
        if not _NAME_ALONE.fullmatch(block.text) or block.order + 1 >= len(self.blocks):
            return False
        if not _ASKS_BARE.match(self.blocks[block.order + 1].text):
            return False
        self.close()
        self.speaker = self.listing = None
        self.questioner = self.parties.asker(block.text.rstrip(": "), block.order)
        return True

    def _fresh_block(self, block: Block) -> None:
        """What carries over into a new block, and what does not."""
        if self.speaker:
            last = self.speaker
            self.speaker = Speaker(last.who, last.words, last.side, -1, last.start)
        if self.listing and not self.listing.goes_on(block):
            self.listing = None
        for exchange in self.pending:
            exchange.block += 1
        lapsed = [e for e in self.pending if not (e.block <= (2 if e.open else 1) or e.listed and e.open)]
        for exchange in lapsed:
            self.settle(exchange)
        self.pending = [e for e in self.pending if e not in lapsed]

    def _read_out(self, block: Block) -> bool:
        """The words of a question that the block before says was read out or sent in."""
        last = self.pending[-1] if self.pending else None
        if not last or not last.open or not block.text.startswith(_OPENING):
            return False
        before = self.blocks[last.asked[-1].block].text
        if not last.proxy and not _ASKED_THUS.search(before):
            return False
        if last.asked[-1].block != block.order - 1 or not before.rstrip().endswith((":", ":-", "following", ",", ".")):
            return False
        last.asked.append(Span(block.order, 0, len(block.text)))
        last.block = 0
        return True

    def _end_of_block(self, block: Block) -> None:
        for exchange in self.pending:
            if exchange.block == 0 and exchange.open and exchange.own and not exchange.asides:
                before = next((e for e in reversed(self.history) if e.item == self.item and e.replies), None)
                by = before.replies[-1].by if before else ()
                exchange.replies.append(Reply(by, tuple(exchange.own), implied=True))
            if exchange.block == 0 and not exchange.replies and not exchange.anonymous:
                self.settle(exchange)
        if (
            block.marker
            and self.is_question_time()
            and not any(e.asked[-1].block == block.order for e in self.history[-3:])
        ):
            asking.run_on(self, block)

    # -- sentences

    def _sentence(self, block: Block, start: int, end: int) -> None:
        text, start = block.text, past_dash(block.text, start, end)
        if self.quotes and any(a < start < b for a, b in self.quotes):
            self._quoted(block, start, end)
            return
        if self.rules and self.rules.sentence(self, block, start, end):
            return
        tells = held(text, start, end)
        if tells & asking.MAY_BE_PROXY and asking.proxy(self, block, start, end):
            return
        if end == len(text) and listing.head(self, block, start, end):
            return
        if self.listing and self.listing.holds(block) and listing.item(self, block, start, end):
            return
        if tells & ACTION and ACTION_NOTE.match(text, start):
            self._action_note(block, start, end)
            return
        if tells & PARTING.mark and PARTING.search(text, start, end):
            self._speaks_only(block, start, end)
            return
        if self._task(block, start, end):
            return
        if tells & replying.OF_COMING_BACK:
            replying.reopen(self, block, start, end)
        if tells & TO_ONE:
            self._call_up(block, start, end)
        found = moves(text, start, end)
        for move in found:
            self.take(block, move)
        self.promises(block, start, end, found)
        self.request_before = bool(tells & REQUEST.mark and REQUEST.search(text, start, end))
        self.thing_asked = bool(tells & THING_ASKED.mark and THING_ASKED.search(text, start, end))

    def _speaks_only(self, block: Block, start: int, end: int) -> None:
        """Who says thanks or goodbye speaks from there on, and says nothing to any question."""
        subject = subject_at(block.text, start, end)
        thanks = subject is not None and block.text.startswith("thanked ", subject.predicate)
        if thanks and subject.kind in (SubjectKind.NAMED, SubjectKind.POST, SubjectKind.INITIALS):
            self.set_speaker(self.parties.asker(subject.text, block.order), subject.text, block.order, start)

    def _call_up(self, block: Block, start: int, end: int) -> None:
        """Where the sentence says to whom it replies, let it reply to what that one asked and nothing since."""
        named = addressed(self, block, start, end)
        if named and (not self.pending or self.pending[-1] is not named[-1]):
            for exchange in named:
                exchange.block = 0
            self.pending = named

    def take(self, block: Block, move: Move) -> None:
        """Let one move change the state."""
        _HANDLERS[move.does](self, block, move)

    def _quoted(self, block: Block, start: int, end: int) -> None:
        """A sentence inside a quotation: only a question that is being read out asks there."""
        last = self.pending[-1] if self.pending else None
        question = direct_question(block.text, start, end)
        if question is not None and last and last.open and last.block == 0 and last.proxy:
            last.ask_more(Span(block.order, start, end))
            return
        replying.plain(self, block, Move(Does.PLAIN, start, end))

    def _action_note(self, block: Block, start: int, end: int) -> None:
        """An action noted behind a question shows that it was taken up."""
        last = self.pending[-1] if self.pending else None
        if last and last.open and last.block == 0 and not last.plain:
            note = block.text[start:end].strip("()[] .")
            last.replies.append(Reply((), (Span(block.order, start, end),), promise=note))

    def _task(self, block: Block, start: int, end: int) -> bool:
        """Whether the sentence only gives somebody the task of finding out what was asked: the question stays open."""
        last = self.pending[-1] if self.pending else None
        if not last or not last.open or last.block or last.plain or last.asides:
            return False
        task = task_in(block.text, start, end)
        if task is None or task.start("who") != start:
            return False
        last.replies.append(Reply((), (Span(block.order, start, end),), promise=block.text[start:end]))
        return True

    # -- later answers and promises

    def _late_block(self, block: Block) -> bool:
        if self.late is not None:
            if self.late.goes_on(block):
                self.late.add(block)
                return True
            self.late = None
        self.late = late_answer(block, self)
        return self.late is not None

    def _more_promised(self, block: Block) -> bool:
        """An item of a list of what somebody undertook to do."""
        if self.promise_list is None:
            return False
        promised = self.undertakings[self.promise_list]
        room = LONGEST_QUOTE - len(promised.text) - len(block.text) - 1
        own = _marker_class(self.blocks[promised.spans[0].block].marker)
        listed = bool(block.marker) or block.kind is BlockKind.LIST_ITEM
        if not listed or room < 0 or own and _marker_class(block.marker) == own:
            self.promise_list = None
            return False
        spans = (*promised.spans, Span(block.order, 0, len(block.text)))
        self.undertakings[self.promise_list] = replace(promised, spans=spans, text=quote_of(self.blocks, spans))
        return True

    def promises(self, block: Block, start: int, end: int, found: tuple[Move, ...]) -> None:
        """Note what the sentence promises, be it in the reply that follows the question in it."""
        if len(found) > 1 and found[-1].start > start and found[-1].does is not Does.ASK:
            start = found[-1].start
            while start < end and block.text[start] in " ,;–-":
                start += 1
            found = found[-1:]
        before = len(self.undertakings)
        self._promise(block, start, end, found)
        if len(self.undertakings) > before and block.text[start:end].endswith((":", ":-")):
            self.promise_list = before

    def _promise(self, block: Block, start: int, end: int, found: tuple[Move, ...]) -> None:
        last = self.pending[-1] if self.pending else None
        replying = last is not None and (not last.open or bool(last.plain)) and last.block <= 1
        promise = promise_in(block.text, start, end, replying=replying)
        if promise is None and self.request_before and self._agrees(block.text, start, end):
            subject = found[0].speaker
            if subject and subject.kind is not SubjectKind.GROUP:
                promise = Promise(start, end, "agreed" if "agreed" in block.text[start:end] else "would", subject)
        if promise is None or found[0].does is Does.DIRECT or (found[0].does is Does.ASK and len(found) == 1):
            return
        undertaking(self, block, promise)

    def _agrees(self, text: str, start: int, end: int) -> bool:
        return bare_agreement(text, start, end) or self.thing_asked and would_do_so(text, start, end)

    # -- findings

    def _finish(self) -> None:
        """Turn every exchange into a finding, in the order of the document."""
        self.history.sort(key=lambda e: (e.asked[0].block, e.asked[0].start))
        self.rules.settle(self)
        number: dict[int, int] = {}
        for exchange in self.history:
            if self._is_rhetorical(exchange) or self.rules.drops(self, exchange):
                continue
            for promised in exchange.promises:
                number[promised] = len(self.questions)
            exchange.unminuted_by = self.certain(exchange.unminuted_by, exchange.item)
            exchange.put_to = self.certain(exchange.put_to, exchange.item)
            exchange.replies = [self._by_certain(reply, exchange.item) for reply in exchange.replies]
            exchange.late = [self._by_certain(reply, exchange.item) for reply in exchange.late]
            self.questions.append(found_question(exchange, self.blocks))
        self.undertakings = [
            replace(u, question=number.get(i), made_by=self.certain(u.made_by, u.item))
            for i, u in enumerate(self.undertakings)
            if not self.rules.drops_promise(self, u)
        ]

    def _by_certain(self, reply: Reply, item: int | None) -> Reply:
        by = self.certain(reply.by, item)
        return reply if by == reply.by else replace(reply, by=by)

    def _told_away(self, exchange: Exchange) -> bool:
        """Whether the record says that the question was a report's, or one that somebody put to himself."""
        asked = exchange.asked[-1]
        text = self.blocks[asked.block].text
        return bool(
            _TOLD_AWAY.match(text, asked.end) or _WONDERED.search(text, asked.start, asked.end) and exchange.open
        )

    def _is_rhetorical(self, exchange: Exchange) -> bool:
        """A question nobody was asked: a speaker's own, or one in a passage that nobody answers."""
        explicit = any(not r.implied for r in exchange.replies) or bool(exchange.unminuted) or bool(exchange.late)
        if exchange.from_witness and not explicit:
            return True
        if not explicit and self._told_away(exchange):
            return True
        if exchange.direct and exchange.answers_himself and not explicit:
            return True
        if exchange.anonymous and not (
            exchange.ends_block
            or exchange.listed
            or exchange.sheet
            or exchange.heads_point
            and explicit
            or self.is_question_time(exchange.item)
        ):
            return True
        if not exchange.anonymous or exchange.listed or exchange.sheet or self.is_question_time(exchange.item):
            return False
        return exchange.open


_TOLD_AWAY = re.compile(r"\s*(?:That|This|It)\s+(?:was|is)\s+(?:the|a|one\s+of\s+the)\s+(?:\w+\s+){0,2}questions?\b")
_WONDERED = re.compile(r",\s+(?:he|she)\s+(?:wondered|asked\s+(?:himself|herself))\.?$")


def _marker_class(marker: str) -> str:
    """The kind of a list mark, digits and letters aside: that of "2.1" is "0.0", that of "(a)" is "(x)"."""
    return like(r"[a-z]+").sub("x", like(r"\d+").sub("0", marker.casefold()))


_HANDLERS = {
    Does.ASK: asking.ask,
    Does.DIRECT: asking.direct,
    Does.REPLY: replying.statement,
    Does.SAY: replying.statement,
    Does.TOLD: replying.told,
    Does.UNMINUTED: replying.unminuted,
    Does.PLAIN: replying.plain,
}
