"""Reads out of the minutes who asked what, what was said to it, what was promised, decided and given to do."""

from typing import NamedTuple

from scrutiny_desk.domain.documents import DocumentKind, ReadDocument
from scrutiny_desk.domain.findings import FoundAction, FoundDecision, FoundQuestion, FoundUndertaking
from scrutiny_desk.recognition.actions import actions_in
from scrutiny_desk.recognition.decisions import Decisions
from scrutiny_desk.recognition.letters import promises_in_letter
from scrutiny_desk.recognition.missed import Missed
from scrutiny_desk.recognition.skeleton import Skeleton
from scrutiny_desk.recognition.transcripts import transcript_exchanges
from scrutiny_desk.recognition.walk import Walk


class Exchanges(NamedTuple):
    """What a document's minutes hold, each in the order of the document."""

    questions: tuple[FoundQuestion, ...] = ()
    undertakings: tuple[FoundUndertaking, ...] = ()
    decisions: tuple[FoundDecision, ...] = ()
    actions: tuple[FoundAction, ...] = ()


_HOLD_EXCHANGES = (
    DocumentKind.MINUTES,
    DocumentKind.QUESTIONS,
    DocumentKind.TRANSCRIPT,
    DocumentKind.OTHER,
)


def _is_exchange(question: FoundQuestion) -> bool:
    """Whether somebody asks and somebody is said to reply: what shows an unknown kind of paper to be a record."""
    return question.question_recorded and question.asked_by is not None and any(a.by for a in question.answers)


def exchanges(document: ReadDocument, skeleton: Skeleton) -> Exchanges:
    """The questions, undertakings, decisions and actions of a document.

    Reports, agendas, slides and rules of procedure hold none of a meeting: all four are empty. The same blocks and
    the same style give the same findings; nothing outside the document is consulted.
    """
    if skeleton.kind is DocumentKind.CORRESPONDENCE:
        return Exchanges(undertakings=promises_in_letter(document, skeleton))
    if skeleton.kind not in _HOLD_EXCHANGES or skeleton.minutes_range[1] < skeleton.minutes_range[0]:
        return Exchanges()
    if skeleton.kind is DocumentKind.TRANSCRIPT:
        questions, undertakings = transcript_exchanges(document, skeleton)
        return Exchanges(questions, undertakings)
    decided = Decisions(document, skeleton)
    decisions = decided.run()
    walk = Walk(document, skeleton, frozenset(decided.blocks_taken))
    walk.run()
    if skeleton.kind is DocumentKind.OTHER:
        if not any(_is_exchange(q) for q in walk.questions):
            return Exchanges()
        walk.undertakings = [u for u in walk.undertakings if u.question is not None]
    found = Exchanges(tuple(walk.questions), tuple(walk.undertakings), decisions, actions_in(document, skeleton))
    missed = Missed(document, skeleton)
    return _with_missed(found, missed) if missed else found


def _with_missed(found: Exchanges, missed: Missed) -> Exchanges:
    """With what only a person's rules see."""
    return found._replace(
        undertakings=missed.undertakings(found.undertakings),
        decisions=missed.decisions(found.decisions),
        actions=missed.actions(found.actions),
    )
