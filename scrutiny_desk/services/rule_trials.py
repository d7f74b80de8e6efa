"""A rule tried on the papers the library has: what it would change, and how it stands to what people have settled."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from scrutiny_desk.domain.blocks import Block
from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.documents import Document
from scrutiny_desk.domain.findings import Findings
from scrutiny_desk.domain.house_rules import HouseRule, RuleKind
from scrutiny_desk.domain.people import Who, may_be_same
from scrutiny_desk.domain.questions import Question, QuestionStatus
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.domain.undertakings import Action, Decision, Undertaking
from scrutiny_desk.domain.work import CancelCheck, Cancelled, never
from scrutiny_desk.locations import own_styles
from scrutiny_desk.services import again, house_rules
from scrutiny_desk.services.again import Row, Step
from scrutiny_desk.services.taking import Taking
from scrutiny_desk.store import Database, Library, documents, people
from scrutiny_desk.store import house_rules as rows

Findingses = dict[tuple[int, tuple[HouseRule, ...]], Findings]
"""What was recognised, by document and rules, so that several rules can be tried without doing it all again."""


@dataclass(frozen=True, slots=True)
class Effect:
    """One thing that a rule would change in one paper."""

    document_id: int
    paper: str
    step: Step


@dataclass(frozen=True, slots=True)
class Against:
    """Something a person has settled that a rule would contradict; it stays as it is. `why` is a sentence."""

    document_id: int
    kind: Kind
    row_id: int
    words: str
    why: str


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of trying a rule on the papers of its council.

    `agrees` are the settled rows (kind, id) that the program finds as the person settled them only with the rule;
    `against` those it would contradict. `papers` counts the council's papers, `fitting` those in which the words stand;
    `more` and `fewer` what is found with the rule alone and without it alone, in papers that share a row too.
    """

    rule: HouseRule
    effects: tuple[Effect, ...] = ()
    against: tuple[Against, ...] = ()
    agrees: frozenset[tuple[Kind, int]] = frozenset()
    papers: int = 0
    fitting: int = 0
    suggested: int = 0
    more: int = 0
    fewer: int = 0

    @property
    def right(self) -> float | None:
        """Of what people have settled and the rule speaks of, the share with which it agrees; None where that is
        nothing."""
        spoken = len(self.agrees) + len(self.against)
        return len(self.agrees) / spoken if spoken else None

    def count(self, what: str) -> int:
        """How many things it would "add", "change" or "drop"."""
        return sum(1 for effect in self.effects if effect.step.what == what)


def trial(
    library: Library,
    rule: HouseRule,
    *,
    off: bool = False,
    cancelled: CancelCheck = never,
    known: Findingses | None = None,
) -> Trial:
    """Try a rule on the papers of its council, or (`off`) try them without it; nothing is changed.

    `known` may be shared between trials of one moment. Raises `Cancelled` once a person asks for it.
    """
    with library.read() as db:
        made = _Trial(db, rule, {} if known is None else known, off)
        for document in documents.everything(db):
            if cancelled():
                raise Cancelled
            made.paper(document)
    return made.result()


@dataclass(slots=True)
class _Trial:
    """A trial on its way through the papers."""

    db: Database
    rule: HouseRule
    known: Findingses
    off: bool = False
    effects: list[Effect] = field(default_factory=list)
    against: list[Against] = field(default_factory=list)
    agrees: set[tuple[Kind, int]] = field(default_factory=set)
    papers: int = 0
    fitting: int = 0
    suggested: int = 0
    more: int = 0
    fewer: int = 0

    def paper(self, document: Document) -> None:
        """Try it on one paper, if that is of the council and the words stand in it."""
        own = house_rules.of_paper(self.db, document, (self.rule,))
        if not own:
            return
        self.papers += 1
        asked = (row for row in self._settled(document) if isinstance(row, Question | Undertaking))
        self.suggested += sum(1 for row in asked if row.review is Review.SUGGESTED)
        if not fits(self.rule, documents.blocks(self.db, document.id)):
            return
        self.fitting += 1
        held = house_rules.of_paper(self.db, document)
        without = [rule for rule in held if rule != own[0]]
        before, after = self._taking(document, tuple(without)), self._taking(document, (*without, *own))
        if self.off:
            before, after = after, before
        was, now = _spans(before), _spans(after)
        self.more, self.fewer = self.more + len(now - was), self.fewer + len(was - now)
        same = {_key(step) for step in again.steps_of(before)}
        fresh = [step for step in again.steps_of(after) if _key(step) not in same]
        fresh += self._capacities(document, before, after)
        self.effects += [Effect(document.id, document.file_name, step) for step in fresh if step.what != "propose"]
        self._judge(document, before, after)

    def _taking(self, document: Document, rules: tuple[HouseRule, ...]) -> Taking:
        from scrutiny_desk.recognition import recognise

        key = (document.id, rules)

        def found(read: again.ReadDocument) -> Findings:
            if key not in self.known:
                said = document.kind if "kind" in documents.extras(self.db, document.id)["edited"] else None
                self.known[key] = recognise(read, own_styles=own_styles(), kind=said, rules=rules)
            return self.known[key]

        taking = again.taking_of(self.db, document.id, found)
        for index, person in enumerate(taking.findings.people):
            if person.name == self.rule.name and index not in taking.people:
                named = people.named(self.db, person.name)
                if len(named) == 1:
                    taking.people[index] = named[0].id
        return taking

    def _settled(self, document: Document) -> list[Row]:
        return again.rows_of_document(self.db, document.id)

    def _judge(self, document: Document, before: Taking, after: Taking) -> None:
        """Hold what the program would find, without the rule and with it, against what a person settled."""
        ours, new = _rows(before), _rows(after)
        for row in self._settled(document):
            if row.review is Review.SUGGESTED:
                continue
            kind = again.KINDS[type(row)]
            was, now = _distance(row, ours, document.id), _distance(row, new, document.id)
            if now < was:
                self.agrees.add((kind, row.id))
            elif now > was:
                why = WHY[row.review is Review.REJECTED, now == MISSED]
                self.against.append(Against(document.id, kind, row.id, row.text, why))

    def _capacities(self, document: Document, before: Taking, after: Taking) -> list[Step]:
        """Whose capacity in the paper would be otherwise, of those the library has in it.

        As what the library has somebody otherwise than the program would say without the rule, a person settled.
        """
        was = {person.name: person.capacity for person in before.findings.people}
        there = {a.person_id: a.capacity for a in people.appearances_in(self.db, document.id)}
        steps = []
        for index, person in enumerate(after.findings.people):
            number = after.people.get(index)
            held = there.get(number or 0)
            if number is None or held is None or was.get(person.name) is person.capacity:
                continue
            if person.name in was and held is not was[person.name]:
                if held is person.capacity:
                    self.agrees.add((Kind.PEOPLE, number))
                else:
                    self.against.append(Against(document.id, Kind.PEOPLE, number, person.name, WHY[False, False]))
            elif held is not person.capacity:
                differs = (("capacity", str(held), str(person.capacity)),)
                steps.append(Step(Kind.PEOPLE, "capacity", number, person.name, differs, {"capacity": person.capacity}))
        return steps

    def result(self) -> Trial:
        """What came of it."""
        return Trial(
            self.rule,
            tuple(self.effects),
            tuple(self.against),
            frozenset(self.agrees),
            self.papers,
            self.fitting,
            self.suggested,
            self.more,
            self.fewer,
        )


MISSED = 100
"""How far from a person's word it is not to find what they say is there, or to find what they say is none."""
WHY = {
    (True, True): "You rejected it; with the rule the program would find it again.",
    (False, True): "You settled it; with the rule the program would no longer find it.",
    (False, False): "You settled it otherwise than the program would say with the rule.",
}


def _distance(row: Row, found: Sequence[Row], document_id: int) -> int:
    """How far what is found is from what a person says of this row."""
    pairs = [each for each in found if type(each) is type(row) and _meet(row, each, document_id)]
    if row.review is Review.REJECTED:
        return MISSED if pairs else 0
    if not pairs:
        return MISSED
    return min(_otherwise(row, each) for each in pairs)


def _otherwise(row: Row, found: Row) -> int:
    """In how many respects what is found says otherwise than a person; what they left open when they added a row is no
    word of theirs."""
    if isinstance(row, Undertaking) and isinstance(found, Undertaking):
        left_open = row.review is Review.ADDED and not row.made_by
        return int(not left_open and not _same(row.made_by, found.made_by))
    if isinstance(row, Decision) and isinstance(found, Decision):
        return 0 if row.kind is found.kind else MISSED
    if isinstance(row, Action) and isinstance(found, Action):
        return int(bool(row.owners) and not _same(row.owners, found.owners))
    if not isinstance(row, Question) or not isinstance(found, Question):
        return MISSED
    added = row.review is Review.ADDED
    askers = [[each.asked_by] if each.asked_by else [] for each in (row, found)]
    return sum(
        (
            row.status is not found.status and not (added and row.status is QuestionStatus.NOT_ANSWERED),
            not _same(*askers) and not (added and row.asked_by is None),
            not _same(row.answered_by, found.answered_by) and not (added and not row.answered_by),
        )
    )


def _same(one: Sequence[Who], other: Sequence[Who]) -> bool:
    """Whether the same people are named, or the same words where nobody is."""
    if len(one) != len(other):
        return False
    return all(any(_is(a, b) for b in other) for a in one)


def _is(one: Who, other: Who) -> bool:
    if one.person_id is not None and other.person_id is not None:
        return one.person_id == other.person_id
    if one.name and other.name:
        return may_be_same(one.name, other.name)
    return one.words.casefold() == other.words.casefold()


def _meet(one: Row, other: Row, document_id: int) -> bool:
    ours, theirs = again.letters_of(one.sources, document_id), again.letters_of(other.sources, document_id)
    return bool(ours and theirs) and 2 * len(ours & theirs) >= min(len(ours), len(theirs))


def _rows(taking: Taking) -> list[Row]:
    return [
        *again.found_questions(taking),
        *again.found_undertakings(taking),
        *again.found_decisions(taking),
        *again.found_actions(taking),
    ]


def _spans(taking: Taking) -> set[tuple[str, object]]:
    """What is found, by its place and how it begins, so that a longer quote is no other finding."""
    found = taking.findings
    asked = {("question", (q.spans[-1].block, q.text[:40])) for q in found.questions}
    business = (("undertaking", found.undertakings), ("decision", found.decisions), ("action", found.actions))
    return asked | {(noun, (u.spans[0].block, u.spans[0].start)) for noun, those in business for u in those}


def _key(step: Step) -> tuple[object, ...]:
    return (step.kind, step.what, step.row_id, step.words, step.differs)


def fits(rule: HouseRule, blocks: Sequence[Block]) -> bool:
    """Whether the words of a rule stand in a paper where they would count, so that it need be recognised anew."""
    return any(map(_fitting(rule), blocks))


def _fitting(rule: HouseRule) -> Callable[[Block], bool]:
    from scrutiny_desk.recognition.house_rules import ending, opening
    from scrutiny_desk.recognition.sentences import sentences

    words = rule.words.casefold()
    if rule.kind in (RuleKind.STANDS_FOR, RuleKind.HOLDS_NO_QUESTION, RuleKind.HEADS_LIST):
        return lambda block: words in block.text.casefold()
    if rule.kind is RuleKind.ANSWERS:
        return lambda block: bool(opening(rule.words).match(block.text))
    if rule.kind is RuleKind.PUTS_OFF:
        pattern = ending(rule.words)
        return lambda block: any(pattern.search(block.text[a:b]) for a, b in sentences(block.text))
    begins = opening(rule.words)
    return lambda block: any(begins.match(block.text, a, b) for a, b in sentences(block.text))


def follow(db: Database, effects: Sequence[Effect]) -> int:
    """Do, inside a write, what a trial has shown; what a person has settled or changed since is passed over. How much
    was done."""
    done = 0
    for document_id in dict.fromkeys(effect.document_id for effect in effects):
        document = documents.get(db, document_id)
        blocks = documents.blocks(db, document_id)
        taking = Taking(db, Findings(document.kind), blocks, again.Place(), document_id, document.meeting_id)
        for effect in effects:
            if effect.document_id != document_id or not _still(taking, effect.step):
                continue
            if effect.step.what == "capacity" and effect.step.row_id is not None:
                people.set_capacity(db, effect.step.row_id, document_id, effect.step.fields["capacity"])
            else:
                again.do_step(taking, effect.step)
            done += 1
    return done


def _still(taking: Taking, step: Step) -> bool:
    """Whether a step can be done as it was shown."""
    if step.what == "add":
        new = step.new
        held = [row for row in again.rows_of_document(taking.db, taking.document_id) if type(row) is type(new)]
        return isinstance(new, Row) and not any(_meet(new, row, taking.document_id) for row in held)
    if step.what not in ("change", "drop"):
        return step.what == "capacity"
    found = again.LOADS[step.kind](taking.db, [step.row_id or 0])
    return bool(found) and again.is_ours(taking.db, step.kind, found[0])


def switch(library: Library, rule_id: int, on: bool, *, cancelled: CancelCheck = never) -> tuple[int, Change]:
    """Let a kept rule hold, or no longer, and let the suggestions in its papers follow, in one step; how many did."""
    with library.read() as db:
        kept = rows.get(db, rule_id)
    found = trial(library, kept.rule, off=not on, cancelled=cancelled)

    def work(db: Database) -> int:
        rows.switch(db, rule_id, on)
        return follow(db, found.effects)

    return library.write("Switch a rule on" if on else "Switch a rule off", work)


def remove(library: Library, rule_id: int, *, cancelled: CancelCheck = never) -> tuple[int, Change]:
    """Take a rule out, and let the suggestions in its papers follow, in one step; how many did."""
    with library.read() as db:
        kept = rows.get(db, rule_id)
    found = trial(library, kept.rule, off=True, cancelled=cancelled) if kept.active else Trial(kept.rule)

    def work(db: Database) -> int:
        rows.remove(db, rule_id)
        return follow(db, found.effects)

    return library.write("Remove a rule", work)
