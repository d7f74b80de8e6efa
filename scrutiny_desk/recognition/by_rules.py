"""What a person's rules do while the minutes are read: what asks, what answers, what does neither."""

import re
from collections.abc import Sequence
from dataclasses import replace

from scrutiny_desk.domain.blocks import Block, BlockKind, Span, quote_of
from scrutiny_desk.domain.findings import FoundUndertaking
from scrutiny_desk.domain.house_rules import HouseRule, RuleKind, same_body
from scrutiny_desk.recognition import replying
from scrutiny_desk.recognition.exchange import Exchange
from scrutiny_desk.recognition.house_rules import ending, opening
from scrutiny_desk.recognition.inside import reply_inside
from scrutiny_desk.recognition.move import Does, Move
from scrutiny_desk.recognition.moves import moves
from scrutiny_desk.recognition.state import State
from scrutiny_desk.recognition.subjects import Subject, SubjectKind, subject_at


class ByRules:
    """The rules that hold for a paper, ready for the walk over its minutes. False where there are none."""

    def __init__(self, rules: Sequence[HouseRule]) -> None:
        of = {kind: [rule.words for rule in rules if rule.kind is kind] for kind in RuleKind}
        self.asks = [opening(words) for words in of[RuleKind.ASKS]]
        self.no_question = [opening(words) for words in of[RuleKind.ASKS_NOTHING]]
        self.no_promise = [opening(words) for words in of[RuleKind.PROMISES_NOTHING]]
        self.answers = [opening(words) for words in of[RuleKind.ANSWERS]]
        self.puts_off = [ending(words) for words in of[RuleKind.PUTS_OFF]]
        self.silent = of[RuleKind.HOLDS_NO_QUESTION]
        self._reply_below: tuple[int, Subject | None] | None = None
        self._under: bool = False
        self._silent_blocks: set[int] = set()
        self._any = any(of.values())

    def __bool__(self) -> bool:
        return self._any

    def sentence(self, walk: State, block: Block, start: int, end: int) -> bool:
        """Take a sentence of which a rule says that it asks, or that it asks nothing; whether there is such a rule."""
        text = block.text
        for pattern in self.asks:
            match = pattern.match(text, start, end)
            if match:
                self._ask(walk, block, start, end, match.end(), self._named(match))
                return True
        if not any(pattern.match(text, start, end) for pattern in self.no_question):
            return False
        found = moves(text, start, end)
        asks = any(move.does in (Does.ASK, Does.DIRECT) for move in found)
        for move in (Move(Does.PLAIN, start, end),) if asks else found:
            walk.take(block, move)
        walk.promises(block, start, end, found)
        return True

    def _ask(self, walk: State, block: Block, start: int, end: int, at: int, by: Subject | None) -> None:
        speaker = by or subject_at(block.text, start, end)
        stop, tail = reply_inside(block.text, at, end, False)
        found = (Move(Does.ASK, start, stop, speaker, cue=block.text[start:at].strip(" ,:")), *tail)
        for move in found:
            before = len(walk.history)
            walk.take(block, move)
            for exchange in walk.history[before:] if move.does is Does.ASK else ():
                exchange.by_rule = True
        walk.promises(block, start, end, found)

    @staticmethod
    def _named(match: re.Match[str]) -> Subject | None:
        """Whom the pattern's slot names, with the verb behind it."""
        groups = match.groupdict()
        if not groups.get("who"):
            return None
        start, end = match.span("who")
        initials = groups["who"].isupper() and groups["who"].isalpha() and len(groups["who"]) <= 4
        kind = SubjectKind.INITIALS if initials else SubjectKind.NAMED
        return Subject(groups["who"], start, end, kind, min(end + 1, match.end()))

    def reply(self, walk: State, block: Block) -> bool:
        """Take a paragraph of which a rule says that it answers the question before; whether there is such a rule."""
        text = block.text
        self._heed(block)
        below, self._reply_below = self._reply_below, None
        if below is not None and below[0] == block.order:
            return self._answer(walk, block, 0, below[1])
        for pattern in self.answers:
            match = pattern.match(text)
            if match is None or not self._asked_before(walk):
                continue
            by = self._named(match)
            if not text[match.end() :].strip(" :–-"):
                self._reply_below = (block.order + 1, by)
                return True
            return self._answer(walk, block, match.end() if text[: match.end()].endswith(":") else 0, by)
        return False

    def _heed(self, block: Block) -> None:
        """Note where the blocks lie under a heading under which nothing is asked, be it an item's or none."""
        if not self.silent:
            return
        if block.kind is BlockKind.HEADING or len(block.text) < 60 and block.text[-1:] not in ".?!;,":
            self._under = any(same_body(block.text, words) for words in self.silent)
        elif self._under:
            self._silent_blocks.add(block.order)

    @staticmethod
    def _asked_before(walk: State) -> bool:
        """Whether a question of this item of business waits for a reply; one that lapsed is taken up again."""
        if not walk.pending and walk.history and walk.history[-1].item == walk.item:
            walk.pending.append(walk.history[-1])
        return bool(walk.pending)

    @staticmethod
    def _answer(walk: State, block: Block, at: int, by: Subject | None) -> bool:
        if not ByRules._asked_before(walk):
            return False
        last = walk.pending[-1]
        whos = walk.parties.answerers(by, block.order) if by else last.put_to or walk.witness(block.order)
        start = at + len(block.text[at:]) - len(block.text[at:].lstrip())
        last.block = 0
        replying.reply(walk, block, Move(Does.REPLY, start, len(block.text)), tuple(whos), strong=True)
        walk.promises(block, start, len(block.text), (Move(Does.REPLY, start, len(block.text), by),))
        return True

    def settle(self, walk: State) -> None:
        """Say of the replies that rules call mere promises that they are."""
        for exchange in walk.history if self.puts_off else ():
            for number, said in enumerate(exchange.replies):
                words = quote_of(walk.blocks, said.spans)
                match = next((m for pattern in self.puts_off if (m := pattern.search(words))), None)
                if match and not said.promise:
                    exchange.replies[number] = replace(said, promise=match[0].strip(" ."))

    def drops(self, walk: State, exchange: Exchange) -> bool:
        """Whether a rule says that an exchange is no question."""
        if exchange.asked[0].block in self._silent_blocks or self._is_silent(walk, exchange.item):
            return True
        return any(self._begins(self.no_question, walk, span) for span in exchange.asked[:1])

    def _is_silent(self, walk: State, item: int | None) -> bool:
        title = walk.skeleton.items[item].title if self.silent and item is not None else None
        return any(same_body(title, words) for words in self.silent)

    def drops_promise(self, walk: State, promised: FoundUndertaking) -> bool:
        """Whether a rule says that an undertaking is none."""
        return any(self._begins(self.no_promise, walk, span) for span in promised.spans[:1])

    @staticmethod
    def _begins(patterns: Sequence[re.Pattern[str]], walk: State, span: Span) -> bool:
        text = walk.blocks[span.block].text
        return any(pattern.match(text, span.start) for pattern in patterns)
