"""How sure a finding is, and why, in a sentence that a person understands."""

from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.recognition.exchange import Exchange


def certainty(exchange: Exchange, status: QuestionStatus, why: str) -> tuple[float, str]:
    """The confidence of a question, between 0 and 1, and the reason for it."""
    cue = exchange.cue.strip(" ,:")
    if not exchange.recorded:
        return 0.7, f"Only the answer is recorded (“{cue}”)."
    how = f"“{cue}” asks" if cue else "It is worded as a question"
    if exchange.by_rule:
        how += ", by a rule of yours"
    if exchange.sheet:
        how = "It stands as a question on notice"
    if exchange.direct:
        how = "It is worded as a question"
    confidence = 0.95
    if exchange.asker is None or exchange.asker.name is None:
        confidence -= 0.02
    if status is QuestionStatus.NOT_ANSWERED:
        confidence -= 0.1
    if any(r.implied for r in exchange.replies):
        confidence -= 0.2
        why += ", though the record does not say that it is one"
    elif exchange.replies and not any(r.strong for r in exchange.replies):
        confidence -= 0.03
    if exchange.replies and not any(who.name for reply in exchange.replies for who in reply.by):
        confidence -= 0.06
        why += ", by nobody whom the lists name"
    if exchange.anonymous:
        confidence -= 0.1
    return round(max(0.3, confidence), 2), f"{how}; {why}."
