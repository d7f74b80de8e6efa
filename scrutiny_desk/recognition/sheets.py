"""Questions on notice and formal sheets: a heading that says whose, the question, an answer under its own label."""

import re
from dataclasses import replace

from scrutiny_desk.domain.blocks import Block, BlockKind, Span
from scrutiny_desk.domain.people import Who
from scrutiny_desk.recognition.exchange import Exchange, Reply
from scrutiny_desk.recognition.furniture import starts_item
from scrutiny_desk.recognition.headings import all_caps
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.move import Does
from scrutiny_desk.recognition.moves import moves
from scrutiny_desk.recognition.numbering import answered_below
from scrutiny_desk.recognition.promised import promised
from scrutiny_desk.recognition.sentences import lowered, sentences
from scrutiny_desk.recognition.sheet_letters import question_letter, whole_exchange
from scrutiny_desk.recognition.sheet_talk import addressee, narrated, signer, spoken, who_alone
from scrutiny_desk.recognition.sheet_words import (
    ANOTHER_QUESTION,
    ANSWER,
    ANSWER_INSIDE,
    ASKED_BY,
    ASKED_OF,
    COMMENT,
    FOLLOWING,
    FROM_TO,
    GAVE_NOTICE,
    HEAD,
    I_WILL_ASK,
    LABELLED,
    LABELLED_ALONE,
    MANY,
    MOTION,
    NONE_GIVEN,
    NOT_THERE,
    NOTED,
    NOTED_THAT,
    NUMBER,
    NUMBERED,
    NUMBERED_PAIR,
    PAIR,
    READ_OUT,
    SENT_LATER,
    SETTLED,
    SUPPLEMENTARY,
    SUPPLEMENTARY_ANSWER,
    TITLES,
    TO,
    TO_ASK,
    TOLD,
    WHOLE,
    WRITTEN,
    A,
    Q,
)
from scrutiny_desk.recognition.state import State
from scrutiny_desk.recognition.subjects import SubjectKind, subject_at
from scrutiny_desk.recognition.undertakings import promise_in


class Sheets:
    """Reads question sheets block by block for the walk; `take` says whether a block was part of one."""

    def __init__(self, walk: State) -> None:
        self.walk = walk
        self.exchange: Exchange | None = None
        self.answering: tuple[Who, ...] | None = None
        self.asker: Who | None = None
        self.to: tuple[Who, ...] = ()
        self.motion = False
        self.numbered = False
        self.awaits = False
        self.questions_ahead = False
        self.signed = False
        self.later = False

    def take(self, block: Block) -> bool:
        """Read the block if it belongs to a sheet; True where the walk need not look at it."""
        text = block.text
        self._looks_ahead(block)
        if self.questions_ahead and (given := FROM_TO.match(text)) and like(r"\bto\b").search(given[0]):
            return self._head(block, given)
        inline = text[:160].find(": ")
        if block.kind is BlockKind.HEADING or len(text) < 160 or block.strong or inline > 0:
            head = HEAD.match(text) if (asks := "question" in lowered(text)) else None
            if (
                head
                and MANY.match(head["who"]) is None
                and not like(r"\b(?:asked|whether|if)\b").search(head["rest"].split(":")[0])
            ):
                return self._head(block, head)
            numbered = NUMBERED.match(text) if asks else None
            if numbered:
                return self._head(block, numbered)
            if (asks or text[:1] == "Q") and NUMBER.match(text):
                self.begin(block.order, None, ())
                self.numbered = True
                return True
        titled = text.startswith(TITLES)
        if titled and (whole := WHOLE.match(text)) is not None:
            return whole_exchange(self, block, whole)
        if titled and len(text) < 160 and (pair := PAIR.match(text) or TO_ASK.match(text)):
            return self._head(block, pair)
        if len(text) < 120 and self.walk.is_question_time() and (pair := NUMBERED_PAIR.match(f"{block.marker} {text}")):
            return self._head(block, pair)
        if (q := Q.match(text)) and (text.rstrip("\"'”’) ").endswith(("?", ".")) or ANSWER_INSIDE.search(text)):
            return question_letter(self, block, q)
        if self.exchange is not None and COMMENT.match(text):
            self.leave()
            self.motion = True
            return True
        if ":" in text and (sender := ASKED_BY.match(text)) and self._is_addressed(block):
            self.begin(block.order, self.walk.parties.asker(sender["who"].split(",")[0].strip(), block.order), ())
            return True
        following = None
        if text.endswith(":") and "question" in text:
            following = FOLLOWING.search(text) or GAVE_NOTICE.match(text)
        if following:
            return self._head(block, following)
        if ("otion" in text[:80] or "OTION" in text[:80] or " move" in text[:80]) and MOTION.search(text[:80]):
            self.leave()
            self.motion = True
            return False
        if self._asks_by_itself(block):
            return True
        if self.exchange is None:
            label = ANSWER.match(text) if self.motion else None
            if label and label["colon"]:
                return True  # a reply under a motion answers no question
            return self._below_a_question(block)
        if starts_item(block, self.walk.skeleton):
            self.leave()
            return False
        return self._inside(block)

    def _asks_by_itself(self, block: Block) -> bool:
        """A question without a head: "I will ask why", or a numbered one with "Response:" under it."""
        text = block.text
        if "ask" in lowered(text[:60]) and I_WILL_ASK.match(text):
            if self.exchange is None or self.exchange.asked:
                self.begin(block.order, None, ())
        elif block.marker and text.endswith("?") and answered_below(self.walk.blocks, block.order):
            self.begin(block.order, self.asker if self.exchange else None, ())
        else:
            return False
        self.exchange.asked.append(Span(block.order, 0, len(text)))
        return True

    def _is_addressed(self, block: Block) -> bool:
        """Whether the block after "From: ..." says to whom, as the head of a question sheet does."""
        after = block.order + 1
        return after < len(self.walk.blocks) and bool(ASKED_OF.match(self.walk.blocks[after].text))

    def _looks_ahead(self, block: Block) -> None:
        """Whether a heading has said that questions follow."""
        if block.text.startswith("From") and FROM_TO.match(block.text):
            return
        if len(block.text) < 160 and (block.kind is BlockKind.HEADING or block.strong or block.text.isupper()):
            self.questions_ahead = bool(like(r"(?i)\bquestions?\b").search(block.text))

    def take_appended(self, block: Block) -> None:
        """Read a block behind the minutes: only formal questions and what belongs to them count there."""
        text = block.text
        head = HEAD.match(text) or (FROM_TO.match(text) if self.questions_ahead else None)
        if head and MANY.match(head["who"]) is None:
            self._head(block, head)
        elif self.exchange is not None:
            self._inside(block)
        elif like(r"(?i)\bquestions?\b").search(text[:120]) and len(text) < 160:
            self.questions_ahead = True

    def _head(self, block: Block, head: re.Match[str]) -> bool:
        """A heading that says whose question it is, to whom, and may go on with the question itself."""
        label = like(r"\s+(?:to|of|from|OF|FROM|TO)(?:\s+|$)|,").split(head["who"].strip())[0].rstrip(" .:")
        who = self.walk.parties.asker(label, block.order)
        rest, colon, words = (head["who"][len(label) :] + head["rest"]).partition(":")
        to = TO.search(rest)
        put_to = (addressee(self.walk, to["to"], block.order),) if to else ()
        self.begin(block.order, who, put_to)
        self.awaits = not to and bool(like(r"\bto\s*$").search(rest))
        if colon and words.strip():
            self.exchange.asked.append(Span(block.order, len(block.text) - len(words.lstrip()), len(block.text)))
        return True

    def begin(self, at: int, asker: Who | None, put_to: tuple[Who, ...]) -> None:
        """A new question of the sheet begins at a block."""
        self.leave()
        self.walk.close()
        self.walk.item = self.walk.skeleton.item_at(at)
        self.to = ()
        self.motion = self.numbered = self.awaits = self.signed = self.later = False
        self.exchange = Exchange(asker, put_to, [], "", self.walk.item, sheet=True)
        self.asker = asker
        self.answering = None

    def leave(self) -> None:
        """The sheet is over: keep its question if it holds one."""
        if self.exchange and self.exchange.asked and not (self.numbered and not self.exchange.replies):
            self.walk.history.append(self.exchange)
        self.exchange = None
        self.answering = None

    def _inside(self, block: Block) -> bool:
        text = block.text
        if self.awaits and not self.exchange.asked and len(text) < 140:
            self.awaits = False
            self.exchange.put_to = (addressee(self.walk, text, block.order),)
            return True
        if self.exchange.asked and (letter := A.match(text)):
            return self.answer(block, letter["in"] or letter["who"], letter.end())
        if self.exchange.asked and (labelled := LABELLED.match(text) or LABELLED_ALONE.match(text)):
            return self.answer(block, labelled["who"], labelled.end())
        supplementary = SUPPLEMENTARY_ANSWER.match(text)
        if supplementary:
            return self.answer(block, supplementary["who"], supplementary.end())
        follow = SUPPLEMENTARY.match(text)
        if follow and (follow["colon"] or len(text) < 60):
            return self._supplementary(block, follow)
        if self.exchange.asked and text.endswith(":") and SENT_LATER.search(text):
            self.later = True
            self.answering = tuple(w for w in self.exchange.put_to if w.name)
            return True
        label = ANSWER.match(text)
        if label and (label["colon"] or label.end() == len(text)) and self.exchange.asked:
            named = who_alone(text, label.end())
            return self.answer(block, label["who"] or named, len(text) if named else label.end())
        if not self.exchange.asked and self.answering is None:
            for pattern, field in ((ASKED_BY, "asker"), (ASKED_OF, "put_to")):
                if found := pattern.match(text):
                    who = self.walk.parties.asker(found["who"].split(",")[0].strip(), block.order)
                    setattr(self.exchange, field, who if field == "asker" else (who,))
                    self.asker = self.exchange.asker
                    return True
        if block.kind is BlockKind.HEADING and self.exchange.asked:
            self.leave()
            return False
        if self.answering is None:
            return self._question_text(block)
        return self._answer_text(block)

    def _below_a_question(self, block: Block) -> bool:
        """A reply under its own label ("Reply from Jo Fox, Engineer: ...") below a question told in reported speech."""
        last = self.walk.pending[-1] if self.walk.pending else None
        if last is None or not last.open or block.order - last.asked[-1].block > 1:
            return False
        label = ANSWER.match(block.text)
        label = label if label and label["colon"] else READ_OUT.match(block.text)
        if label is None and not (NOTED_THAT.match(block.text) and WRITTEN.search(block.text)):
            return False
        self.exchange = last
        last.put_to = last.put_to or self.to
        self.answer(block, label["who"] if label else None, label.end() if label else 0)
        self.exchange = self.answering = None
        self.walk.pending = []
        return True

    def _question_text(self, block: Block) -> bool:
        if not self.exchange.asked and narrated(block):
            self.leave()
            return False
        if self.exchange.asked and (NOTED.match(block.text) or all_caps(block.text) and len(block.text) < 90):
            self.exchange.unminuted = block.text if NOTED.match(block.text) else ""
            self.leave()
            return bool(NOTED.match(block.text))
        if (SETTLED if self.exchange.asked else NOT_THERE).match(block.text):
            self.leave()
            return False
        if self.exchange.asked and (read := READ_OUT.match(block.text)):
            return self.answer(block, read["who"], read.end())
        if self.exchange.asked and NOTED_THAT.match(block.text):
            return self._answer_text(block, ())
        if self.exchange.asked and WRITTEN.search(block.text) and "?" not in block.text:
            return self.answer(block, None, 0)
        subject = subject_at(block.text, 0, min(len(block.text), 300))
        if self.exchange.asked and subject and subject.kind in (SubjectKind.NAMED, SubjectKind.POST):
            words = block.text[subject.predicate : subject.predicate + 20]
            if TOLD.match(words):
                by = self.walk.parties.answerers(subject, block.order)
                self.answering = by
                return self._answer_text(block, by)
        self.exchange.asked.append(Span(block.order, 0, len(block.text)))
        return True

    def answer(self, block: Block, who: str | None, at: int) -> bool:
        """The answer begins at a place of a block, given by whom its label says."""
        by: tuple[Who, ...] = ()
        if who:
            by = (self._answerer(who, block.order),)
        elif self.exchange.put_to:
            by = tuple(w for w in self.exchange.put_to if w.name)
        by = by or spoken(self.walk, block, at)
        self.answering = by
        if at < len(block.text):
            self.say(block, at, by)
        return True

    def _answerer(self, label: str, at: int) -> Who:
        """Who answers by the label over the answer; a body stays a body, though one person of it be there."""
        bare = like(r",|\s\(").split(label)[0].strip()
        who = self.walk.skeleton.answerer(bare, at)
        if who.name is None and "," in label:
            who = self.walk.skeleton.who(label, at)
        if who.person_id is not None:
            body = self.walk.skeleton.people[who.person_id].organisation
            if body and body.casefold() in bare.casefold():
                return Who(None, bare)
        return who

    def say(self, block: Block, at: int, by: tuple[Who, ...]) -> None:
        """What stands in a block from a place on belongs to the answer."""
        span = Span(block.order, at, len(block.text))
        promise = ""
        written = WRITTEN.search(block.text, at)
        if written:
            by, promise = (), written[0]
        if NONE_GIVEN.search(block.text, at, at + 60):
            by = ()
        for start, end in sentences(block.text):
            found = promise_in(block.text, max(start, at), end, replying=True) if end > at else None
            if found:
                promise = promise or found.words
                made_by = (
                    self.walk.parties.answerers(found.by, block.order, speaks=False)
                    if found.by
                    else by or self.exchange.put_to
                )
                promised(self.walk, block, found, made_by, self.exchange)
        replies = self.exchange.late if self.later else self.exchange.replies
        if replies and replies[-1].by == by:
            replies[-1] = Reply(by, (*replies[-1].spans, span), True, False, replies[-1].promise or promise)
        else:
            replies.append(Reply(by, (span,), True, False, promise))

    def _answer_text(self, block: Block, by: tuple[Who, ...] | None = None) -> bool:
        """A block after the answer's label: more of the answer, unless the minutes take up their tale again."""
        if self.signed or by is None and self.exchange.replies and self._signature(block):
            self.signed = True
            return len(block.text) < 80
        if ANOTHER_QUESTION.match(block.text):
            self.leave()
            return False
        if by is None and self.exchange.replies and moves(block.text, *sentences(block.text)[0])[0].does is Does.ASK:
            self.leave()
            return False
        subject = subject_at(block.text, 0, min(len(block.text), 300))
        if (
            by is None
            and self.exchange.replies
            and subject
            and subject.start == 0
            and subject.kind in (SubjectKind.NAMED, SubjectKind.GROUP, SubjectKind.INITIALS)
        ):
            self.leave()
            self.walk.speaker = None
            return False
        if SETTLED.match(block.text) or self.exchange.replies and block.text.startswith("It was noted"):
            self.leave()
            return False
        if by is None and not self.exchange.replies:
            by = self.answering = self.answering or spoken(self.walk, block, 0)
        self.say(block, 0, by if by is not None else self.answering or ())
        return True

    def _signature(self, block: Block) -> bool:
        """Whether the block is the name under an answer: then it says who gave it."""
        who = signer(self.walk, block)
        if who is None:
            return False
        self.exchange.replies = [replace(r, by=(who,)) for r in self.exchange.replies]
        self.answering = (who,)
        return True

    def _supplementary(self, block: Block, label: re.Match[str]) -> bool:
        if label.end() < len(block.text) and moves(block.text, *sentences(block.text)[0])[0].does is Does.ASK:
            self.to = tuple(who for who in self.exchange.put_to if who.name)
            self.leave()
            return False
        asker, put_to = self.asker, self.exchange.put_to
        by = self.answering
        self.leave()
        if label["who"]:
            asker = self.walk.parties.asker(label["who"].split(",")[0].strip(), block.order)
        self.exchange = Exchange(asker, put_to or (by or ()), [], "", self.walk.item, sheet=True)
        self.asker = asker
        if label.end() < len(block.text):
            self.exchange.asked.append(Span(block.order, label.end(), len(block.text)))
        return True
