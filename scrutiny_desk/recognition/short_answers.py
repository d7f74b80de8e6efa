"""Replies of a word or two that name nobody, straight behind a question, and what only says what is to be done."""

import re
from typing import TYPE_CHECKING

from scrutiny_desk.domain.blocks import Block
from scrutiny_desk.recognition.exchange import Exchange
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.move import Move

if TYPE_CHECKING:
    from scrutiny_desk.recognition.state import State

_ANSWERS_SHORT = re.compile(
    r"(?:Yes|No|None|Not\s+(?:known|yet|really|at\s+(?:this|the)\s+\w+)|Nobody\s+knew|Unknown|Confirmed|It\s+(?:is|was|did|does|"
    r"would|will)(?:\s+not)?|They\s+(?:are|were|did|do)(?:\s+not)?|£?\d[\d,.]*\s?(?:%|k|m|percent|per\s+cent)?)"
    r"(?:[.,;!]|\s+[–—-]\s|$)(?!\d)"
)
"""A reply of a word or two that nobody is named for, straight behind its question: "Not known.", "38%."."""

_TO_BE_DONE = re.compile(
    r"(?:[A-Z][\w'’ ]{2,50}\s+)?(?:To|to)\s+be\s+(?:"
    r"looked\s+(?:at|into)|checked|inspected|investigated|confirmed|contacted|followed\s+up|"
    r"arranged|provided|circulated|reviewed|considered|clarified|advised|raised|reported|taken\s+(?:up|back|away)|sent|examined|"
    r"ascertained|requested|chased|supplied)\b[^.]{0,80}\.?$"
)
"""What is to be done about a question, without a word of who will: "To be looked at."."""
_ELLIPSIS = re.compile(
    r"(?:It|They|There|He|She|This|These|Those|No\s+one|Nobody|Everyone|Both|All|None|Neither|Some|Most|One|Two|Three|Four|Five|Six|"
    r"\d[\d,.]*%?)\s+(?P<aux>was|were|had|did|could|would|has|have|is|are|does|do|will|can)(?:\s+not\b|n['’]t\b|[.,;]|$|"
    r"\s+[\w-]+(?:\s+[\w-]+)?\.)"
)
_THE_ANSWER = re.compile(
    r"The\s+(?:answer|reply|figure|number|total|cost|sum)\s+(?:\w+\s+){0,3}?(?:was|is|had\s+been)\b"
)
_QUANTITY = re.compile(
    r"(?:(?:Just|About|Around|Roughly|Approximately|Nearly|Almost|Over|Under|Only|Some)\s+(?:over\s+|under\s+)?(?:an?\s+)?[\w£%,.-]+"
    r"(?:\s+[\w£%-]+){0,5}|(?:Less|Fewer|More)\s+than\s+[^.]{2,40}|-?£?\d[\d,.]*(?:%|k|m|bn)?(?:\s+\w+){0,4})\.?$"
)
_HOW_MANY = re.compile(r"\b(?:how|what|number|cost|figure|percentage|proportion|rate|amount|total)\b", re.I)


def answers_shortly(walk: "State", last: Exchange, block: Block, move: Move) -> bool:
    """Whether a sentence straight behind a question answers it in short: by a word or two, by the verb of the question
    again ("Two were."), or by a quantity where one is asked for ("Just over a fifth.")."""
    if _ANSWERS_SHORT.match(block.text, move.start, move.end) or _THE_ANSWER.match(block.text, move.start, move.end):
        return True
    asked = last.asked[-1]
    words = walk.blocks[asked.block].text[asked.start : asked.end]
    if again := _ELLIPSIS.match(block.text, move.start, move.end):
        return bool(like(rf"(?i)\b{again['aux']}\b").search(words))
    said = block.text[move.start : move.end]
    return len(said) < 60 and bool(_QUANTITY.match(block.text, move.start, move.end) and _HOW_MANY.search(words))


def to_be_done(text: str, start: int, end: int) -> str:
    """The words of a sentence that only say what is to be done about a question, or none."""
    match = _TO_BE_DONE.match(text, start, end)
    return match[0].strip(" .") if match else ""
