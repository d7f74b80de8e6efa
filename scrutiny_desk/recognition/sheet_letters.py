"""Parts of question sheets that hold question and reply in one paragraph: "Q. Will it be lit? A. Yes"."""

import re
from typing import Protocol

from scrutiny_desk.domain.blocks import Block, Span
from scrutiny_desk.domain.people import Who
from scrutiny_desk.recognition.exchange import Exchange
from scrutiny_desk.recognition.move import Does
from scrutiny_desk.recognition.moves import moves
from scrutiny_desk.recognition.sentences import sentences
from scrutiny_desk.recognition.sheet_words import ANSWER_INSIDE, Q_BY, Q_FROM
from scrutiny_desk.recognition.state import State
from scrutiny_desk.recognition.subjects import SubjectKind


class Sheet(Protocol):
    """The question sheet that is being read."""

    walk: State
    exchange: Exchange
    asker: Who | None

    def begin(self, at: int, asker: Who | None, put_to: tuple[Who, ...]) -> None: ...

    def answer(self, block: Block, who: str | None, at: int) -> bool: ...

    def say(self, block: Block, at: int, by: tuple[Who, ...]) -> None: ...

    def leave(self) -> None: ...


def whole_exchange(sheets: Sheet, block: Block, whole: re.Match[str]) -> bool:
    """Asker, question and reply in one paragraph: "Cllr Oakes - when will it open? Reply: in May"."""
    sheets.begin(block.order, sheets.walk.parties.asker(whole["who"], block.order), ())
    sheets.exchange.asked.append(Span(block.order, whole.start("asked"), whole.end("asked")))
    sheets.exchange.lead_up.append(Span(block.order, 0, whole.start("asked")))
    by = sheets.walk.update_by.who if sheets.walk.update_by else None
    sheets.say(block, whole.start("reply"), (by,) if by and by.name else ())
    sheets.leave()
    return True


def question_letter(sheets: Sheet, block: Block, q: re.Match[str]) -> bool:
    """A question marked "Q.", asked by whoever the head of its list names."""
    listing = sheets.walk.listing
    asker = listing.head.asker if listing is not None and listing.head else sheets.asker if sheets.exchange else None
    kept = sheets.walk.listing
    led = sheets.exchange is not None and not sheets.exchange.asked  # by a head that says whose it is, and to whom
    put_to = sheets.exchange.put_to if led else ()
    if q["to"]:
        put_to = (sheets.walk.skeleton.who(q["to"].strip(), block.order),)
    sheets.begin(block.order, asker, put_to)
    sheets.walk.listing = kept
    begins = q.end()
    by = Q_BY.match(block.text, begins)
    if by and sheets.walk.parties.is_listed(who := sheets.walk.parties.asker(by["who"], block.order)):
        sheets.exchange.asker, begins = who, by.end()
    elif by := Q_FROM.match(block.text, begins):
        sheets.exchange.asker, begins = sheets.walk.parties.asker(by["in"] or by["from"], block.order), by.end()
    answer = ANSWER_INSIDE.search(block.text, begins)
    ends = answer.start() if answer else len(block.text)
    asked = moves(block.text, begins, max(begins, sentences(block.text[:ends])[0][1]))[0]
    if asked.does is Does.ASK and asked.speaker and asked.speaker.kind is not SubjectKind.PRONOUN:
        # This question's own words say whose it is; the next one's may not, and then it is nobody's.
        sheets.exchange.asker = sheets.walk.parties.asker(asked.speaker.text, block.order)
    sheets.exchange.asked.append(Span(block.order, begins, ends))
    sheets.exchange.lead_up.append(Span(block.order, 0, begins))
    return sheets.answer(block, answer["who"], answer.end()) if answer else True
