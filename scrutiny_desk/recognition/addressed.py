"""A reply that says to whom it is: "In response to Cllr Nettle, Mr Quince stated", when others have asked since.

Minutes of some bodies take down a round of questions first and the replies after it; each reply then names the one who
asked, and belongs to what that one asked, not to whatever was asked last.
"""

from typing import TYPE_CHECKING

from scrutiny_desk.domain.blocks import Block
from scrutiny_desk.recognition.exchange import Exchange, same_who
from scrutiny_desk.recognition.names import NAME_WORD, TITLE_PATTERN
from scrutiny_desk.recognition.telltales import Rule

if TYPE_CHECKING:
    from scrutiny_desk.recognition.state import State

_WHOM = (
    rf"(?P<whom>(?:{TITLE_PATTERN}\s+)+(?:[A-Z]\.?\s*)*{NAME_WORD}(?:\s+{NAME_WORD}){{0,2}}(?:\s+\([A-Z]\))?|"
    r"[Tt]he\s+(?:Vice-)?Chair(?:man|woman|person)?|[Tt]he\s+(?:Cathaoirleach|Convener)|An\s+Cathaoirleach)"
)
_TO_WHOM = Rule(
    rf"\b(?:(?:[Ii]n\s+(?:response|reply|answer)|[Rr]esponding|[Rr]eplying|replied|responded)\s+to|[Aa]nswering|informed|"
    rf"advised|told|assured)\s+{_WHOM}(?:['’]s?\b|\s+(?:that|and|by|on|in|regarding|it|this|there|he|she|they)\b|\s*[,(:])",
    words="response reply answer responding replying replied responded answering informed advised told assured".split(),
)
_TO_HIS_QUESTION = Rule(
    rf"\b(?:[Ww]ith\s+regard\s+to|[Rr]egarding|[Aa]s\s+(?:to|for)|[Tt]urning\s+to|[Oo]n|[Tt]o)\s+{_WHOM}['’]s?\s+(?:\w+\s+)?"
    r"(?:query|question|point|concern|request)\b",
    words=("query", "question", "point", "concern", "request"),
)
TO_ONE = _TO_WHOM.mark | _TO_HIS_QUESTION.mark
"""The mark of a sentence that may say to whom it replies."""


def addressed(walk: "State", block: Block, start: int, end: int) -> list[Exchange]:
    """The open questions, of this item and asked before, of the one to whom the sentence says that it replies.

    Those asked in one paragraph by one person stand together; an empty list where nobody is named or nothing of his or
    hers is open.
    """
    match = _TO_WHOM.search(block.text, start, end) or _TO_HIS_QUESTION.search(block.text, start, end)
    if match is None:
        return []
    whom = walk.parties.asker(match["whom"], block.order)
    asked = [e for e in walk.history if e.item == walk.item and e.open and same_who(e.asker, whom)]
    asked = [e for e in asked if e.asked[-1].block < block.order]
    return [e for e in asked if e.asked[-1].block == asked[-1].asked[-1].block]
