"""The finding that an exchange comes to: its words, quoted whole where there is room, and where it stands."""

from scrutiny_desk.domain.blocks import Block, Span, quote_of
from scrutiny_desk.domain.findings import FoundAnswer, FoundQuestion
from scrutiny_desk.domain.people import Who
from scrutiny_desk.domain.questions import Given, QuestionStatus
from scrutiny_desk.recognition.answers import status_of
from scrutiny_desk.recognition.confidence import certainty
from scrutiny_desk.recognition.exchange import Exchange, same_who

LONGEST_QUOTE = 1900


def merged(spans: list[Span]) -> tuple[Span, ...]:
    """The spans in order, those that touch or lie a few spaces apart made one."""
    out: list[Span] = []
    for span in sorted(s for s in spans if s.end > s.start):
        if out and out[-1].block == span.block and span.start <= out[-1].end + 2:
            out[-1] = Span(span.block, out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def trimmed(blocks: tuple[Block, ...], spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans without white space at their ends; empty ones fall away."""
    out = []
    for span in spans:
        text = blocks[span.block].text
        start, end = span.start, min(span.end, len(text))
        while start < end and text[start] in " ,;":
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if end > start:
            out.append(Span(span.block, start, end))
    return tuple(out)


def quoted(blocks: tuple[Block, ...], asked: list[Span], lead_up: list[Span]) -> tuple[Span, ...]:
    """What the register quotes: lead-up and question, or the question with what of the lead-up there is room for."""
    whole = trimmed(blocks, merged([*lead_up, *asked]))
    if sum(s.end - s.start + 1 for s in whole) <= LONGEST_QUOTE:
        return whole
    bare = trimmed(blocks, merged(asked))
    while len(bare) > 1 and sum(s.end - s.start + 1 for s in bare) > LONGEST_QUOTE:
        bare = bare[:-1]
    first = bare[0]
    if first.end - first.start > LONGEST_QUOTE:
        return (Span(first.block, first.start, first.start + LONGEST_QUOTE),)
    return bare


def found_question(exchange: Exchange, blocks: tuple[Block, ...]) -> FoundQuestion:
    """The finding an exchange comes to."""
    status, why = status_of(exchange, blocks)
    answers = [
        FoundAnswer(reply.by, Given.AT_MEETING, quote_of(blocks, spans), spans)
        for reply in exchange.replies
        if (spans := trimmed(blocks, merged(list(reply.spans))))
    ]
    answers += [
        FoundAnswer(reply.by, Given.LATER, quote_of(blocks, spans), spans, reply.date)
        for reply in exchange.late
        if (spans := trimmed(blocks, merged(list(reply.spans))))
    ]
    answered_by: list[Who] = []
    for reply in [*exchange.replies, *exchange.late]:
        answered_by += [w for w in reply.by if not any(same_who(w, known) for known in answered_by)]
    answered_by = answered_by or list(exchange.unminuted_by)
    if status is QuestionStatus.NOT_ANSWERED and not exchange.replies:
        answered_by = []
    spans = quoted(blocks, exchange.asked, exchange.lead_up)
    confidence, reason = certainty(exchange, status, why)
    asked = trimmed(blocks, merged(exchange.asked))
    return FoundQuestion(
        text=quote_of(blocks, asked),
        asked_by=exchange.asker,
        put_to=exchange.put_to,
        answered_by=tuple(answered_by),
        status=status,
        spans=spans,
        answers=tuple(answers),
        item=exchange.item,
        question_recorded=exchange.recorded,
        confidence=confidence,
        reason=reason,
    )
