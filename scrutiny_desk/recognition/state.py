"""What the walk knows while it reads: who is speaking, which questions are pending, whose list is being read."""

import re
from dataclasses import dataclass, replace
from typing import Any

from scrutiny_desk.domain.blocks import Block
from scrutiny_desk.domain.documents import ReadDocument
from scrutiny_desk.domain.findings import FoundUndertaking
from scrutiny_desk.domain.people import Capacity, Who
from scrutiny_desk.recognition.exchange import Exchange, Reply, same_who
from scrutiny_desk.recognition.move import Move
from scrutiny_desk.recognition.parties import Parties, Side
from scrutiny_desk.recognition.skeleton import Skeleton

_QUESTION_TIME = re.compile(r"question|open forum|public participation|public forum|have your say|q\s*&\s*a", re.I)
GUESSED = "\x00the one witness"
"""Marks, while the walk lasts, a witness whom no words name and who was simply the only one there."""


@dataclass(slots=True)
class Speaker:
    """Who spoke last, on which side, and since where in which block; block -1 once that block is past."""

    who: Who | None
    words: str
    side: Side
    block: int
    start: int


_MOST_PENDING = 60
"""Questions of one breath or list that a reply may still answer."""


_GROUP = re.compile(
    r"(?:[Tt]he\s+)?(?:\w+\s+){0,3}(?:Board|Committee|Panel|Commission|Cabinet|Council|Members|Councillors|Group|Authority|Forum)"
)


class State:
    """The state that asking, replying and listing change; the walk fills it and turns it into findings."""

    def __init__(self, document: ReadDocument, skeleton: Skeleton) -> None:
        self.blocks = document.blocks
        self.skeleton = skeleton
        self.parties = Parties(skeleton)
        self.undertakings: list[FoundUndertaking] = []
        self.history: list[Exchange] = []
        self.pending: list[Exchange] = []
        self.speaker: Speaker | None = None
        self.called: dict[str, str] = {}
        """By which pronoun somebody was called: "she" is nobody who was "he" before."""
        self.person: Speaker | None = None
        """Who spoke last and is no body: "he" and "she" are said of nobody else."""
        self.item: int | None = None
        self.listing: Any = None
        self.update_by: Speaker | None = None
        self.request_before = False
        self.thing_asked = False
        self.promise_list: int | None = None
        self.heard: dict[int | None, set[str]] = {}
        self.lists = 0
        self._question_times: dict[int | None, bool] = {}
        self.questioner: Who | None = None
        self.opened: tuple[int, Side] = (-1, Side.UNKNOWN)

    def take(self, block: Block, move: Move) -> None:
        """Let one move change the state; the walk says how."""
        raise NotImplementedError

    def promises(self, block: Block, start: int, end: int, found: tuple[Move, ...]) -> None:
        """Note what a sentence promises; the walk says how."""
        raise NotImplementedError

    def add(self, exchange: Exchange) -> None:
        """Keep the exchange and let what follows reply to it."""
        for before in self.pending:
            if before.open and before.asides:
                self.settle(before)
        self.history.append(exchange)
        self.pending.append(exchange)
        if len(self.pending) > _MOST_PENDING:
            self.settle(self.pending.pop(0))

    def close(self) -> None:
        """No more can be said to the questions pending."""
        for exchange in self.pending:
            self.settle(exchange)
        self.pending.clear()

    def settle(self, exchange: Exchange) -> None:
        """Nobody else has spoken to it: what followed without a speaker, or from a member, may be the reply."""
        if exchange.asides and exchange.open and self._answers_elsewhere(exchange):
            exchange.asides = []
        if exchange.asides and exchange.open:
            exchange.replies += exchange.asides
            exchange.asides = []
        if exchange.plain and exchange.open and not exchange.came_back and not exchange.listed:
            by = exchange.put_to or self.witness(exchange.plain[0].block)
            exchange.replies.append(Reply(tuple(by), tuple(exchange.plain), implied=True))
            exchange.plain = []

    def _answers_elsewhere(self, exchange: Exchange) -> bool:
        """Whether what another member said to a member's question is a comment: others are there to be questioned."""
        questioned = self.skeleton.speakers.questioned.get(exchange.item, ()) if exchange.item is not None else ()
        people = self.skeleton.people
        told = [who for reply in exchange.asides for who in reply.by]
        members = all(w.person_id is not None and people[w.person_id].capacity is Capacity.MEMBER for w in told)
        asker = exchange.asker.person_id if exchange.asker else None
        asked = asker is not None and people[asker].capacity is Capacity.MEMBER
        return bool(told) and members and asked and any(people[i].capacity is not Capacity.MEMBER for i in questioned)

    def witness(self, at: int) -> tuple[Who, ...]:
        """The one person being questioned here, or nobody; in the end only where nobody else answers in the item."""
        one = self.parties.witness(at)
        return (replace(one, label=GUESSED),) if one else ()

    def hear(self, by: tuple[Who, ...]) -> None:
        """Note who answers in this item of business."""
        self.heard.setdefault(self.item, set()).update(w.words.casefold() for w in by if w.label != GUESSED)

    def certain(self, by: tuple[Who, ...], item: int | None) -> tuple[Who, ...]:
        """Those who are named, and the one witness where the record names nobody else who answers in the item."""
        heard = self.heard.get(item, set())
        kept = []
        for who in by:
            if who.label != GUESSED:
                kept.append(who)
            elif heard <= {who.words.casefold()}:
                kept.append(replace(who, label=None))
        return tuple(kept)

    def set_speaker(self, who: Who | None, words: str, at: int, start: int) -> None:
        """Note who speaks from here on; the same speaker's run goes on."""
        if self.speaker and self.speaker.block == at and same_who(self.speaker.who, who):
            return
        side = self.parties.side(who, words, at)
        if self.opened[0] != at and start <= 2:
            self.opened = (at, side)
        self.speaks(Speaker(who, words, side, at, start))

    def speaks(self, speaker: Speaker) -> None:
        """From here on this one speaks; "he" and "she" are said of nobody else, unless it is a body."""
        self.speaker = speaker
        if not _GROUP.fullmatch(speaker.words):
            self.person = speaker

    def is_question_time(self, item: int | None = None) -> bool:
        """Whether the item of business is one for questions."""
        index = self.item if item is None else item
        known = self._question_times.get(index)
        if known is None:
            title = self.skeleton.items[index].title if index is not None else ""
            known = self._question_times[index] = bool(_QUESTION_TIME.search(title or ""))
        return known
