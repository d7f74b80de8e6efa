"""What a correction may teach: the wordings that could be the rule, the likeliest first, none of them tried yet."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from scrutiny_desk.domain.blocks import Block, Span
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.documents import Classification, Document
from scrutiny_desk.domain.house_rules import HouseRule, RuleKind, same_body
from scrutiny_desk.domain.people import Capacity, Who
from scrutiny_desk.domain.questions import Question, QuestionStatus
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.domain.undertakings import Action, Decision, Undertaking
from scrutiny_desk.services import again
from scrutiny_desk.store import Database, documents, meetings, people, questions, restrictions, undertakings

Row = Question | Undertaking | Decision | Action
ANSWERED = (
    QuestionStatus.ANSWERED,
    QuestionStatus.PARTLY_ANSWERED,
    QuestionStatus.PROMISED,
    QuestionStatus.ANSWERED_LATER,
)
FAR = 3
"""How many paragraphs behind a question its reply is looked for."""
ALIKE = 2
"""So many rejected findings under one heading make the heading the likelier rule than their wording."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A correction and the rules that it may teach, each without a council yet; `block` is the paragraph that shows
    them, `person_id` whom they name. `why_none` is a sentence where there are none."""

    kind: Kind
    row_id: int
    document_id: int
    block: int
    rules: tuple[HouseRule, ...] = ()
    person_id: int | None = None
    why_none: str = ""


NOT_SETTLED = "Rules are made of what you have corrected, rejected or added: this finding is as the program left it."
NO_WORDING = "Nothing in its wording tells it from others, so no rule can be made of it."
HELD_BACK = "The passage is held back, and rules are for handing on, so none is made of it."
NO_SOURCE = "It rests on no passage of a paper, so there is no wording to learn from."


def lesson(db: Database, kind: Kind, row_id: int) -> Lesson:
    """What may be learnt from what a person has said of a row of the register. Raises NotFound."""
    row = _GET[kind](db, row_id)
    source = next((s for s in row.sources if s.spans and s.document_id), None)
    if source is None:
        return Lesson(kind, row_id, 0, 0, why_none=NO_SOURCE)
    learning = _Learning(db, row, documents.get(db, source.document_id), source.spans)
    span = learning.span
    if row.review in (Review.SUGGESTED, Review.CONFIRMED):
        return Lesson(kind, row_id, source.document_id, span.block, why_none=NOT_SETTLED)
    if restrictions.classification_of(db, source.document_id, [s.block for s in source.spans]) is not PUBLIC:
        return Lesson(kind, row_id, source.document_id, span.block, why_none=HELD_BACK)
    found, person = learning.rules()
    rules = tuple(dict.fromkeys(found))
    return Lesson(kind, row_id, source.document_id, learning.block, rules, person, "" if rules else NO_WORDING)


PUBLIC = Classification.PUBLIC


_GET: dict[Kind, Callable[[Database, int], Row]] = {
    Kind.QUESTIONS: questions.get,
    Kind.UNDERTAKINGS: undertakings.get,
    Kind.DECISIONS: undertakings.decision,
    Kind.ACTIONS: undertakings.action,
}
_MISSED = {Undertaking: RuleKind.PROMISES, Decision: RuleKind.DECIDES, Action: RuleKind.TASKS}
"""The kind of rule that one teaches which was missed."""


class _Learning:
    """One correction beside the passage and beside what the program finds there by itself."""

    def __init__(self, db: Database, row: Row, document: Document, spans: Sequence[Span]) -> None:
        self.db, self.row, self.document = db, row, document
        self.blocks = documents.blocks(db, document.id)
        self.span = self._own(spans)
        self.block = self.span.block

    def _own(self, spans: Sequence[Span]) -> Span:
        """Where the question itself begins, past what led up to it."""
        for span in spans:
            at = self.blocks[span.block].text.find(self.row.text[:40], span.start, span.end)
            if at >= 0:
                return Span(span.block, at, span.end)
        return spans[0]

    def rules(self) -> tuple[list[HouseRule], int | None]:
        """The rules it may teach, and whom they name."""
        if self.row.review is Review.ADDED and type(self.row) in _MISSED:
            return list(self._openings(_MISSED[type(self.row)])), None
        if not isinstance(self.row, Question):
            none = isinstance(self.row, Undertaking) and self.row.review is Review.REJECTED
            return (list(self._openings(RuleKind.PROMISES_NOTHING)) if none else []), None
        if self.row.review is Review.REJECTED:
            return list(self._asks_nothing()), None
        found = self._found()
        if found is None:
            return list(self._openings(RuleKind.ASKS)), None
        named = self._named(found)
        if named is not None:
            return [named[0]], named[1]
        return list(self._status(found)), None

    def _found(self) -> Question | None:
        """What the program finds by itself in the passage, by the rules that hold."""
        taking = again.taking_of(self.db, self.document.id, None)
        ours = again.letters_of(self.row.sources, self.document.id)
        for question in again.found_questions(taking):
            theirs = again.letters_of(question.sources, self.document.id)
            if 2 * len(ours & theirs) >= min(len(ours), len(theirs)) and theirs:
                return question
        return None

    # --- a question that was missed, or was none

    def _openings(self, kind: RuleKind) -> Iterator[HouseRule]:
        from scrutiny_desk.recognition.house_rules import openings

        sentence = self._sentence(self.span)
        for words in openings(sentence):
            if says_enough(kind, words) and (kind is not RuleKind.ASKS_NOTHING or _past_asking(words, sentence)):
                yield HouseRule(kind, words)

    def _sentence(self, span: Span) -> str:
        from scrutiny_desk.recognition.sentences import sentences

        text = self.blocks[span.block].text
        for start, end in sentences(text):
            if start <= span.start < end:
                return text[start:end]
        return text[span.start :]

    def _asks_nothing(self) -> Iterator[HouseRule]:
        heading = self._heading()
        silent = [HouseRule(RuleKind.HOLDS_NO_QUESTION, heading[0])] if heading and not heading[2] else []
        if silent and heading and heading[1] >= ALIKE:
            yield from silent
            silent = []
        yield from self._openings(RuleKind.ASKS_NOTHING)
        yield from silent

    def _heading(self) -> tuple[str, int, int] | None:
        """The heading over the passage; how many findings a person has rejected under it, and how many they accepted,
        here and under the same heading of the council's other papers."""
        title = None
        for item, first, last in meetings.items_of_document(self.db, self.document.id):
            if item.title and first is not None and first <= self.block <= (first if last is None else last):
                title = item.title
        if title is None or len(title) > 60:
            return None
        same = {item.id for item in meetings.every_item(self.db) if same_body(item.title, title)}
        settled = [row for row in questions.everything(self.db) if row.item_id in same]
        rejected = sum(1 for row in settled if row.review is Review.REJECTED)
        accepted = sum(1 for row in settled if row.review not in (Review.REJECTED, Review.SUGGESTED))
        if len(settled) - rejected - accepted > rejected:
            return None  # more is suggested there than was rejected: the heading is none of what is no business
        return title, rejected, accepted

    # --- somebody else asked, or answered

    def _named(self, found: Question) -> tuple[HouseRule, int] | None:
        """That words of the passage stand for whom the person named."""
        assert isinstance(self.row, Question)
        pairs: list[tuple[Who | None, Who | None, Sequence[Span]]] = [(self.row.asked_by, found.asked_by, (self.span,))]
        if self.row.answered_by and len(self.row.answered_by) == 1:
            before = found.answered_by[0] if found.answered_by else None
            pairs.append((self.row.answered_by[0], before, [s for a in found.answers for s in a.source.spans[:1]]))
        for meant, before, spans in pairs:
            if meant is None or meant.person_id is None or before and before.person_id == meant.person_id:
                continue
            for words, span in self._standing(before, spans):
                rule = self._stands_for(words, meant.person_id)
                if rule is not None:
                    self.block = span.block
                    return rule, meant.person_id
        return None

    def _standing(self, before: Who | None, spans: Sequence[Span]) -> Iterator[tuple[str, Span]]:
        """Words at the head of a passage that may stand for somebody: initials, or a post the program does not know."""
        for span in spans:
            initials = re.match(r"(?:The\s+)?([A-Z]{2,4})\b", self.blocks[span.block].text[span.start :])
            if initials and not initials[1].isdigit():
                yield initials[1], span
            label = (before.label or "") if before and before.name is None else ""
            if label and label.casefold() in self._sentence(span).casefold() and re.match(r"[Tt]he [A-Z]", label):
                yield label[4:], span

    def _stands_for(self, words: str, person_id: int) -> HouseRule | None:
        """The rule that these words stand for a person, by what public papers say of them."""
        person = people.get(self.db, person_id)
        public = [a for a in people.appearances_of(self.db, person_id) if self._is_public(a.document_id)]
        if not public or not person.name:
            return None
        post = next((a.post for a in reversed(public) if a.post), "")
        capacity: Capacity | None = public[-1].capacity
        if capacity in (Capacity.APOLOGIES, Capacity.AUTHOR, Capacity.CABINET_SIGN_OFF):
            capacity = None
        return HouseRule(RuleKind.STANDS_FOR, words, name=person.name, post=post or "", capacity=capacity)

    def _is_public(self, document_id: int) -> bool:
        return documents.get(self.db, document_id).classification is PUBLIC

    # --- answered after all, or not

    def _status(self, found: Question) -> Iterator[HouseRule]:
        assert isinstance(self.row, Question)
        was, now = found.status, self.row.status
        if was is QuestionStatus.NOT_ANSWERED and now in ANSWERED:
            yield from self._answers()
        elif was in ANSWERED and now is QuestionStatus.PROMISED and was is not now:
            yield from self._puts_off(found)

    def _answers(self) -> Iterator[HouseRule]:
        """The head of a paragraph close behind the question, its label before its wording."""
        from scrutiny_desk.recognition.house_rules import openings

        last = max(span.block for source in self.row.sources for span in source.spans)
        behind: list[Block] = [b for b in self.blocks[last + 1 : last + 1 + FAR] if b.text]
        heads = [(block, words) for block in behind for words in openings(block.text)]
        labelled = [head for head in heads if head[1].endswith(":")]
        for block, words in labelled or heads:
            if says_enough(RuleKind.ANSWERS, words):
                self.block = block.order
                yield HouseRule(RuleKind.ANSWERS, words)

    def _puts_off(self, found: Question) -> Iterator[HouseRule]:
        """The last words of a short reply."""
        if not found.answers or len(found.answers[-1].text) > 300:
            return
        words = re.split(r"[.;]\s", found.answers[-1].text.strip(" ."))[-1].split()
        for number in (4, 5, 3, 6):
            tail = words[-number:]
            if len(words) > number and all(re.fullmatch(r"[a-z’'-]+", word) for word in tail):
                yield HouseRule(RuleKind.PUTS_OFF, " ".join(tail))


def _past_asking(words: str, sentence: str) -> bool:
    """Whether an opening goes on past the words that ask in the sentence, and not with what is asked."""
    from scrutiny_desk.recognition.cues import cue
    from scrutiny_desk.recognition.house_rules import opening

    asking = cue("asking.verbs").search(sentence)
    fits = opening(words).match(sentence)
    if asking is None or fits is None or words.endswith(":"):
        return True
    beyond = sentence[asking.end() : fits.end()].casefold().split()
    return bool(beyond) and beyond[0] not in _ASKING_WORDS and not _LOOSE.issuperset(beyond)


_LOOSE = frozenset("the a an of to had has have that was were is are be been and or in on at for with by as it".split())


_TELLING = frozenset(
    "said says stated noted reported added commented remarked explained advised confirmed replied answered responded "
    "clarified informed assured thanked agreed welcomed told felt thought believed considered observed highlighted "
    "emphasised stressed outlined acknowledged accepted".split()
)
"""Verbs that tell: a wording with one of them asks only where a word of wondering stands behind."""
_SAYS_LITTLE = _LOOSE | _TELLING | frozenset("will would shall could should may might must can do did does not".split())
"""With these alone a sentence binds nobody and decides nothing: "would" by itself is reported speech."""
_WONDERING = frozenset("whether if why how what when who where which know wondered wondering question query".split())
_ASKING_WORDS = frozenset(
    "if whether what how when where who whom whose why which about is are was were can could will would do does did "
    "has have had may might should shall that".split()
)
"""With these a question goes on behind its verb, or begins: what is worded so is never said to ask nothing."""


def says_enough(kind: RuleKind, words: str) -> bool:
    """Whether an opening says more than that somebody speaks, or than half a phrase."""
    from scrutiny_desk.recognition.cues import cue

    if words.endswith(":"):
        return True
    bare = re.sub(r"^\{\w+\}\s*", "", words)
    if bare.split()[-1].casefold() in _LOOSE:
        return False
    if kind is RuleKind.ASKS:
        said = bare.casefold().split()
        if _TELLING.intersection(said) and not _WONDERING.intersection(said):
            return False
        tails = [" ".join(said[at:]) for at in range(len(said))]
        return not any(cue(name).fullmatch(tail) for tail in tails for name in ("answering.saying", "answering.reply"))
    if kind is RuleKind.ASKS_NOTHING:
        asking = cue("asking.verbs").match(bare)
        behind = bare[asking.end() :].split() if asking else bare.split()
        return bool(behind) and behind[0].casefold() not in _ASKING_WORDS
    if kind in (RuleKind.PROMISES, RuleKind.DECIDES, RuleKind.TASKS):
        said = bare.casefold().split()
        return not _SAYS_LITTLE.issuperset(said) and not cue("asking.verbs").fullmatch(" ".join(said))
    if kind is RuleKind.PROMISES_NOTHING:
        return len(bare.split()) > 1
    return True
