"""Letters and e-mails: what they recount was asked elsewhere; only what the writer undertakes anew is found here."""

import re

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.documents import ReadDocument
from scrutiny_desk.domain.findings import FoundUndertaking
from scrutiny_desk.domain.people import Capacity, Who
from scrutiny_desk.recognition.dates import due_date
from scrutiny_desk.recognition.promise import LONGEST_QUOTE, due_words
from scrutiny_desk.recognition.sentences import sentences
from scrutiny_desk.recognition.skeleton import Skeleton

_EARLIER = re.compile(r"-{2,}\s*(?:Original|Forwarded)\b|On\s.{6,80}\swrote:$|From:\s", re.I)
_TO = re.compile(r"To:\s+(?P<who>[A-Z][^,;<]{2,60})")
_HEAD = 12
_PROMISE = re.compile(
    r"\b(?:I|[Ww]e)\b(?:[^.;?!]{0,60}?\band)?\s*(?:['’]ll|will|shall|undertake\s+to|promise\s+to)\s+"
    r"(?:also\s+|then\s+|therefore\s+|certainly\s+)?"
    r"(?:(?:send|write|provide|supply|share|forward|circulate|e-?mail|confirm|copy|let)\b"
    r"(?=[^.;?!]{0,60}\b(?:you|it|this|that|them|members|Members|Committee|Panel|Board|councillors|Councillors)\b)"
    r"|(?:come|get|report)\s+back\b|find\s+out\b|look\s+into\b|update\s+(?:you|[Mm]embers|the)\b)[^.;?!]*"
)
_REPORTED = re.compile(r"\b(?:said|told|promised|undertook|agreed|if)\b[^.;]*$")


def promises_in_letter(document: ReadDocument, skeleton: Skeleton) -> tuple[FoundUndertaking, ...]:
    """What the writer of a letter undertakes in it, owed to whom it is addressed."""
    author = next((i for i, p in enumerate(skeleton.people) if p.capacity is Capacity.AUTHOR), None)
    by = () if author is None else (Who(skeleton.people[author].name, None, author),)
    to = None
    found = []
    for block in document.blocks:
        if block.order > 1 and _EARLIER.match(block.text):
            break
        if block.order < _HEAD and to is None and (addressed := _TO.match(block.text)):
            to = skeleton.who(addressed["who"].strip(), block.order)
        for start, end in sentences(block.text):
            match = _PROMISE.search(block.text, start, end)
            if not match or _REPORTED.search(block.text[start : match.start()]) or end - start > LONGEST_QUOTE:
                continue
            words = due_words(block.text[match.start() : end])
            found.append(
                FoundUndertaking(
                    block.text[start:end],
                    by,
                    to,
                    (Span(block.order, start, end),),
                    due=due_date(words, skeleton.meeting.date) if words else None,
                    due_words=words,
                    confidence=0.9 if by else 0.8,
                    reason=f"“{match[0].strip()}” is what the writer undertakes.",
                )
            )
    return tuple(found)
