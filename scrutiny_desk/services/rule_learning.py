"""A rule proposed from a correction, tried before it is shown, and kept with one click."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.documents import Classification
from scrutiny_desk.domain.house_rules import LISTED, HouseRule, RuleKind
from scrutiny_desk.domain.people import Capacity, may_be_same
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.domain.work import CancelCheck, never
from scrutiny_desk.services import house_rules, rule_trials
from scrutiny_desk.services.rule_lessons import HELD_BACK, NO_WORDING, Lesson, lesson
from scrutiny_desk.services.rule_trials import Findingses, Trial
from scrutiny_desk.services.times import now
from scrutiny_desk.store import Database, Library, documents, people, restrictions
from scrutiny_desk.store import house_rules as rows

SURE = 0.9
"""Of what people have settled and a rule speaks of, it must agree with this share at the least."""
FEW = 5
"""So many findings a rule may bring or take away in any library; beyond them only in proportion to those there are."""
SHARE = {
    RuleKind.ASKS: 1.0,
    RuleKind.ASKS_NOTHING: 0.1,
    RuleKind.PROMISES_NOTHING: 0.1,
    RuleKind.HOLDS_NO_QUESTION: 0.1,
    RuleKind.PROMISES: 0.5,
    RuleKind.DECIDES: 0.5,
    RuleKind.TASKS: 0.5,
}
"""What share of the suggestions there are a rule may bring or take away."""

NO_COUNCIL = "The paper does not say of which council it is: enter that with its meeting first."
STILL = "The program would not come to what you said by any rule of its wording alone."
CONTRADICTS = "Any rule of its wording would contradict too much of what you have settled."
TOO_MUCH = "Its wording is too usual: a rule of it would change too many other findings."
KEPT = "There is such a rule already: {sentence}"


@dataclass(frozen=True, slots=True)
class Proposal:
    """The one rule that a correction teaches, with its trial; or why there is none, in a sentence."""

    lesson: Lesson
    trial: Trial | None = None
    why_none: str = ""

    @property
    def rule(self) -> HouseRule | None:
        """The rule, with its council."""
        return self.trial.rule if self.trial else None


def propose(
    library: Library, kind: Kind, row_id: int, *, only_committee: bool = False, cancelled: CancelCheck = never
) -> Proposal:
    """The rule that a person's word on a row of the register teaches, tried on the library's papers.

    The shortest wording that comes to what the person said, agrees with what people have settled and does not change
    too much else; for the paper's council, or only its committee. Nothing is changed.
    """
    with library.read() as db:
        learnt = lesson(db, kind, row_id)
        learnt = learnt if learnt.why_none else _with_council(db, learnt, only_committee)
    if learnt.why_none:
        return Proposal(learnt, why_none=learnt.why_none)
    why, known = STILL, Findingses()
    for rule in learnt.rules:
        found = rule_trials.trial(library, rule, cancelled=cancelled, known=known)
        reason = refused(found, (kind, row_id))
        if not reason:
            return Proposal(learnt, found)
        why = reason if reason != STILL or why == STILL else why
    return Proposal(learnt, why_none=why)


def propose_list(
    library: Library,
    document_id: int,
    person_id: int,
    capacity: Capacity,
    *,
    only_committee: bool = False,
    cancelled: CancelCheck = never,
) -> Proposal:
    """The rule that those under the head of a list are of this capacity, from one who is in it; whether or not the
    library has them so already."""
    with library.read() as db:
        person = people.get(db, person_id)
        learnt = _list_lesson(db, document_id, person_id, capacity)
        learnt = learnt if learnt.why_none else _with_council(db, learnt, only_committee)
    if learnt.why_none:
        return Proposal(learnt, why_none=learnt.why_none)
    why = STILL
    for rule in learnt.rules:
        found = rule_trials.trial(library, rule, cancelled=cancelled)
        listed = any(e.step.what == "capacity" and may_be_same(e.step.words, person.name) for e in found.effects)
        if not listed and (Kind.PEOPLE, person_id) not in found.agrees:
            continue
        if found.right is None or found.right >= SURE:
            return Proposal(learnt, found)
        why = CONTRADICTS
    return Proposal(learnt, why_none=why)


def refused(found: Trial, taught_by: tuple[Kind, int]) -> str:
    """Why a rule is not to be proposed, in a sentence; nothing where it may be."""
    if taught_by not in found.agrees:
        return STILL
    if found.right is not None and found.right < SURE:
        return CONTRADICTS
    share = SHARE.get(found.rule.kind)
    if share is not None and found.more + found.fewer > max(FEW, share * found.suggested):
        return TOO_MUCH
    return ""


def keep(library: Library, proposal: Proposal, *, follow: bool = True) -> tuple[int, Change]:
    """Keep the rule, and let the suggestions in the library's papers follow as was shown, in one step; its number.

    What a person has settled is not touched. `Trouble` where there is no rule to keep, or it is kept already.
    """
    found, learnt = proposal.trial, proposal.lesson
    if found is None:
        raise Trouble(proposal.why_none or NO_WORDING, "Correct the finding itself; that is kept.")

    def work(db: Database) -> int:
        for kept in rows.everything(db):
            if kept.rule == found.rule:
                raise Trouble(KEPT.format(sentence=kept.rule.sentence), "Switch it on in the list of rules.")
        number = rows.add(
            db,
            found.rule,
            made_at=now(),
            person_id=learnt.person_id,
            document_id=learnt.document_id,
            block=learnt.block,
        )
        if follow:
            rule_trials.follow(db, found.effects)
        return number

    return library.write(f"Make a rule for {found.rule.committee or found.rule.body}", work)


def _with_council(db: Database, learnt: Lesson, only_committee: bool) -> Lesson:
    """The lesson with its rules for the paper's council; those that are kept and hold already fall away."""
    body, committee = house_rules.council_of(db, documents.get(db, learnt.document_id))
    if not body or only_committee and not committee:
        return replace(learnt, why_none=NO_COUNCIL)
    wanted = [replace(rule, body=body, committee=committee if only_committee else None) for rule in learnt.rules]
    held = {kept.rule: kept for kept in rows.everything(db)}
    if all(rule in held for rule in wanted):
        return replace(learnt, why_none=KEPT.format(sentence=wanted[0].sentence))
    return replace(learnt, rules=tuple(rule for rule in wanted if rule not in held))


def _list_lesson(db: Database, document_id: int, person_id: int, capacity: Capacity) -> Lesson:
    nothing = Lesson(Kind.PEOPLE, person_id, document_id, 0, why_none=NO_WORDING)
    names = people.get(db, person_id)
    blocks = documents.blocks(db, document_id)
    for block in blocks[:80]:
        if capacity not in LISTED or not any(_stands(name, block.text) for name in (names.name, *names.aliases)):
            continue
        if restrictions.classification_of(db, document_id, [block.order]) is not Classification.PUBLIC:
            return replace(nothing, why_none=HELD_BACK)
        labels = tuple(_labels(block.text, [b.text for b in blocks[max(0, block.order - 8) : block.order]]))
        rules = tuple(HouseRule(RuleKind.HEADS_LIST, words, capacity=capacity) for words in labels)
        return replace(nothing, block=block.order, rules=rules, why_none="" if rules else NO_WORDING)
    return nothing


def _stands(name: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))


def _labels(text: str, before: list[str]) -> Iterator[str]:
    """The words that head a list: before a colon or a tab in its line, else a short line of their own above it."""
    own = re.match(r"([A-Z][^:\t.,;]{2,40}?)\s*[:\t]", text)
    if own:
        yield own[1].strip()
        return
    for line in reversed(before):
        head = re.fullmatch(r"([A-Z][^:\t.,;]{2,40}?)\s*:?", line)
        if head:
            yield head[1].strip()
