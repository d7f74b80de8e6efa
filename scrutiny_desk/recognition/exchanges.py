"""Walks the minutes, sentence by sentence, and reads out who asked what, what was said to it, and what was promised."""

import re

from scrutiny_desk.domain.blocks import Block, BlockKind, Span
from scrutiny_desk.domain.documents import DocumentKind, ReadDocument
from scrutiny_desk.domain.findings import FoundAction, FoundDecision, FoundQuestion, FoundUndertaking
from scrutiny_desk.recognition.decisions import decisions_in
from scrutiny_desk.recognition.actions import actions_in
from scrutiny_desk.recognition.skeleton import Skeleton
from scrutiny_desk.recognition.transcripts import transcript_exchanges
from scrutiny_desk.recognition.walk import Walk

Found = tuple[
    tuple[FoundQuestion, ...], tuple[FoundUndertaking, ...], tuple[FoundDecision, ...], tuple[FoundAction, ...]
]
_HOLD_EXCHANGES = (DocumentKind.MINUTES, DocumentKind.QUESTIONS, DocumentKind.TRANSCRIPT, DocumentKind.CORRESPONDENCE)


def exchanges(document: ReadDocument, skeleton: Skeleton) -> Found:
    """The questions, undertakings, decisions and actions of a document, in its order.

    Reports, agendas, slides and rules of procedure hold none of a meeting: their tuples are empty. The same words in
    give the same findings out; nothing outside the document is consulted.
    """
    if skeleton.kind not in _HOLD_EXCHANGES or skeleton.minutes_range[1] < skeleton.minutes_range[0]:
        return (), (), (), ()
    if skeleton.kind is DocumentKind.TRANSCRIPT:
        questions, undertakings = transcript_exchanges(document, skeleton)
        return questions, undertakings, (), ()
    walk = Walk(document, skeleton)
    walk.run()
    decisions = decisions_in(document, skeleton)
    actions = actions_in(document, skeleton)
    return tuple(walk.questions), tuple(walk.undertakings), decisions, actions
