"""Undertakings, decisions and actions that only a person's rules see: sentences that begin as one that was missed."""

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from scrutiny_desk.domain.blocks import Block, BlockKind, Span
from scrutiny_desk.domain.documents import ReadDocument
from scrutiny_desk.domain.findings import FoundAction, FoundDecision, FoundUndertaking
from scrutiny_desk.domain.house_rules import RuleKind
from scrutiny_desk.domain.people import Who
from scrutiny_desk.recognition.dates import due_date
from scrutiny_desk.recognition.decisions import kind_of
from scrutiny_desk.recognition.furniture import is_residue
from scrutiny_desk.recognition.house_rules import opening
from scrutiny_desk.recognition.parties import Parties
from scrutiny_desk.recognition.promise import due_words
from scrutiny_desk.recognition.promised import made_to
from scrutiny_desk.recognition.sentences import sentences
from scrutiny_desk.recognition.skeleton import Skeleton
from scrutiny_desk.recognition.subjects import Subject, SubjectKind, subject_at

SURE = 0.8
"""How sure a finding is that rests on a rule alone."""
REASON = "It begins “{words}”: by a rule of yours that is {what}."
_NOBODY = (SubjectKind.PRONOUN, SubjectKind.IMPERSONAL, SubjectKind.GROUP)


class Found(Protocol):
    """Anything found, with the passage it rests on."""

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where it stands."""
        ...


class Missed:
    """The rules of a paper for what is missed in it. False where there are none."""

    def __init__(self, document: ReadDocument, skeleton: Skeleton) -> None:
        self.blocks, self.skeleton = document.blocks, skeleton
        self.rules = {
            kind: [opening(rule.words) for rule in skeleton.rules if rule.kind is kind]
            for kind in (RuleKind.PROMISES, RuleKind.DECIDES, RuleKind.TASKS)
        }

    def __bool__(self) -> bool:
        return any(self.rules.values())

    def undertakings(self, found: Sequence[FoundUndertaking]) -> tuple[FoundUndertaking, ...]:
        """What was found and what the rules add to it, in the order of the document."""
        more = []
        for block, span, match in self._sentences(RuleKind.PROMISES, found):
            text = block.text[span.start : span.end]
            words = due_words(text)
            more.append(
                FoundUndertaking(
                    text,
                    self._whose(block, span, match),
                    made_to(self.skeleton, block, text),
                    (span,),
                    item=self.skeleton.item_at(block.order),
                    due=self._day(words),
                    due_words=words,
                    confidence=SURE,
                    reason=REASON.format(words=match[0], what="an undertaking"),
                )
            )
        return tuple(sorted((*found, *more), key=_place)) if more else tuple(found)

    def decisions(self, found: Sequence[FoundDecision]) -> tuple[FoundDecision, ...]:
        """The same for decisions; the kind is that of their words."""
        more = []
        for block, span, match in self._sentences(RuleKind.DECIDES, found):
            text, item = block.text[span.start : span.end], self.skeleton.item_at(block.order)
            reason = REASON.format(words=match[0], what="a decision")
            more.append(FoundDecision(kind_of(match[0]), text, (span,), item, SURE, reason))
        return tuple(sorted((*found, *more), key=_place)) if more else tuple(found)

    def actions(self, found: Sequence[FoundAction]) -> tuple[FoundAction, ...]:
        """The same for actions, each its whom the sentence begins with."""
        more = []
        for block, span, match in self._sentences(RuleKind.TASKS, found):
            text, item = block.text[span.start : span.end], self.skeleton.item_at(block.order)
            words, reason = due_words(text), REASON.format(words=match[0], what="an action")
            owners = self._whose(block, span, match)
            more.append(FoundAction(owners, text, (span,), item, self._day(words), words, SURE, reason))
        return tuple(sorted((*found, *more), key=_place)) if more else tuple(found)

    def _day(self, words: str | None) -> str | None:
        return due_date(words, self.skeleton.meeting.date) if words else None

    def _sentences(self, kind: RuleKind, found: Sequence[Found]) -> Iterator[tuple[Block, Span, re.Match[str]]]:
        """The sentences of the minutes that begin as a rule of this kind says and in which nothing was found yet."""
        patterns = self.rules[kind]
        if not patterns:
            return
        taken = [span for each in found for span in each.spans]
        first, last = self.skeleton.minutes_range
        for block in self.blocks[first : last + 1]:
            listed = block.order in self.skeleton.speakers.list_blocks
            if listed or block.kind in (BlockKind.FOOTNOTE, BlockKind.HEADING) or is_residue(block):
                continue
            for start, end in sentences(block.text):
                match = next((m for p in patterns if (m := p.match(block.text, start, end))), None)
                here = (s for s in taken if s.block == block.order and s.start < end and start < s.end)
                if match and not any(here):
                    yield block, Span(block.order, start, end), match

    def _whose(self, block: Block, span: Span, match: re.Match[str]) -> tuple[Who, ...]:
        """Whom the sentence names at its head; nobody is guessed."""
        named = match.groupdict().get("who")
        if named:
            start, end = match.span("who")
            initials = named.isupper() and named.isalpha() and len(named) <= 4
            kind = SubjectKind.INITIALS if initials else SubjectKind.NAMED
            by: Subject | None = Subject(named, start, end, kind, end)
        else:
            by = subject_at(block.text, span.start, span.end)
        if by is None or by.kind in _NOBODY:
            return ()
        return tuple(Parties(self.skeleton).answerers(by, block.order, speaks=False))


def _place(found: Found) -> tuple[int, int]:
    return found.spans[0].block, found.spans[0].start
