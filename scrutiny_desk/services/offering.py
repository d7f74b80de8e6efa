"""What later papers may say to an open question or undertaking: offered with its passage, never taken on its own."""

from collections.abc import Iterable
from dataclasses import dataclass

from scrutiny_desk.domain.blocks import Block, Span
from scrutiny_desk.domain.documents import Document, DocumentKind
from scrutiny_desk.domain.people import Capacity, Who, folded, name_parts
from scrutiny_desk.domain.questions import Question
from scrutiny_desk.domain.sources import Source
from scrutiny_desk.domain.undertakings import Undertaking
from scrutiny_desk.services.alike import like
from scrutiny_desk.services.dates import spoken
from scrutiny_desk.services.echoes import Echo, echoes, share
from scrutiny_desk.store import Database, documents, meetings, people, questions, versions

_ENOUGH_SHARED = 4
"""So many telling words both must hold before the shorter of two questions is measured against the longer."""
_REPEATED = 0.6
"""How alike two questions must be, in words or in matter, to be one question asked twice."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A passage that may answer an open question, or ask it again: offered, never taken on its own account.

    `likeness` is from 0 to 1; `reason` says in a sentence why it is offered; `repeat_of` is the other question
    where the passage asks the same again.
    """

    question_id: int
    source: Source
    likeness: float
    reason: str
    by: tuple[Who, ...] = ()
    repeat_of: int | None = None


def offers_to_question(db: Database, question_id: int, limit: int) -> tuple[Offer, ...]:
    """Passages of other papers that may answer this question or ask it again, the likeliest first."""
    question = questions.get(db, question_id)
    own = {source.document_id for source in question.sources}
    own |= {answer.source.document_id for answer in question.answers}
    asked, refused = _Asked.of(db, question), Refused(db, question_id)
    found = [
        _offer(db, question_id, asked, echo)
        for echo in echoes(db, question.text, without=own, limit=4 * limit)
        if asked.may_answer(db, documents.get(db, echo.document_id)) and not refused.holds(echo.document_id, echo.block)
    ]
    return _best(found, limit)


def offers_to_undertaking(db: Database, undertaking: Undertaking, limit: int) -> tuple[Offer, ...]:
    """Passages of other papers that may show that an undertaking was kept; `question_id` is its question's, else 0."""
    own = {source.document_id for source in undertaking.sources}
    asked = _Asked.of(db, undertaking)
    texts = [undertaking.text]
    if undertaking.question_id is not None:
        # "Would look into this and let members know" tells nothing of the matter: its question alone is held beside it.
        question = questions.get(db, undertaking.question_id).text
        texts = [f"{undertaking.text} {question}", question]
    found = [
        _offer(db, undertaking.question_id or 0, asked, echo)
        for text in texts
        for echo in echoes(db, text, without=own, limit=4 * limit)
        if asked.may_answer(db, documents.get(db, echo.document_id))
    ]
    return _best([offer for offer in found if offer.repeat_of is None], limit)


def repeats(db: Database, question: Question) -> list[tuple[int, float]]:
    """Questions of other meetings that ask the same again, each with how alike they are."""
    own = {source.document_id for source in question.sources}
    mine = questions.meeting_of(db, question.item_id, next(iter(own), None))
    found: dict[int, float] = {}
    refused = Refused(db, question.id)
    for echo in echoes(db, question.text, without=own, limit=20):
        other = question_at(db, echo.document_id, echo.block)
        if other is None or other.id == question.id or refused.holds(echo.document_id, echo.block):
            continue
        theirs = questions.meeting_of(db, other.item_id, echo.document_id)
        # Each way round: the one that asks in fewer words is as much a repeat of the longer as the longer is of it.
        back = share(db, other.text, question.text)[0] if len(echo.shared) >= _ENOUGH_SHARED else 0.0
        likeness = max(echo.likeness, back, like(question.text, other.text))
        if likeness >= _REPEATED and (mine is None or mine != theirs):
            found[other.id] = max(found.get(other.id, 0.0), round(likeness, 3))
    return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))


class Refused:
    """The passages of which a person has said that they are no answer to a question, nor ask it again."""

    def __init__(self, db: Database, question_id: int) -> None:
        self._db, self._question = db, question_id
        self._blocks: dict[int, frozenset[int]] = {}

    def holds(self, document_id: int, block: int) -> bool:
        """Whether the passage that begins with this block was refused."""
        if document_id not in self._blocks:
            kept = versions.proposals(self._db, document_id, open_only=False)
            self._blocks[document_id] = frozenset(
                each.finding[PASSAGE]
                for each in kept
                if each.verdict == "refused" and each.row_id == self._question and PASSAGE in each.finding
            )
        return block in self._blocks[document_id]


PASSAGE = "passage"
"""What a refused offer is kept by: the block with which its passage begins."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """When and where something was asked or promised, and by whom, as later papers speak of it."""

    day: str | None
    number: str | None
    surnames: frozenset[str]

    @classmethod
    def of(cls, db: Database, row: Question | Undertaking) -> "_Asked":
        first = row.sources[0].document_id if row.sources else None
        meeting_id = questions.meeting_of(db, row.item_id, first)
        day = meetings.get(db, meeting_id).date if meeting_id is not None else None
        number = meetings.item(db, row.item_id).number if row.item_id is not None else None
        whos = (*row.put_to, *row.answered_by, row.asked_by) if isinstance(row, Question) else row.made_by
        names = (name_parts(who.name).surname for who in whos if who is not None and who.name)
        return cls(day, number, frozenset(name for name in names if len(name) > 2))

    def may_answer(self, db: Database, document: Document) -> bool:
        """Whether a paper came after what was asked, as far as both their days are known."""
        day = _day_of(db, document)
        return not (self.day and day) or day >= self.day

    def signs(self, texts: Iterable[str]) -> list[str]:
        """How these words point back at the meeting: by its day, by the minute, by those who spoke."""
        text = folded(" ".join(texts))
        found = []
        if self.day:
            said = spoken(self.day)
            if said.rsplit(" ", 1)[0].lower() in text:
                found.append(f"names the meeting of {said}")
        if self.number and f"minute {self.number.strip('. ')}" in text:
            found.append(f"names minute {self.number.strip('. ')}")
        if any(name in text for name in self.surnames):
            found.append("names somebody who spoke then")
        return found


def _offer(db: Database, question_id: int, asked: _Asked, echo: Echo) -> Offer:
    document = documents.get(db, echo.document_id)
    other = question_at(db, echo.document_id, echo.block)
    held = _passage(db, document, echo, repeated=other is not None)
    signs = asked.signs(
        block.text for block in documents.blocks(db, document.id, max(0, echo.block - 2), echo.block + 1)
    )
    likeness = min(1.0, round(echo.likeness + 0.1 * len(signs), 3))
    words = ", ".join(echo.shared[:4])
    paper = "A letter" if document.kind is DocumentKind.CORRESPONDENCE else "A paper"
    day = _day_of(db, document)
    when = f"{paper} of {spoken(day)}" if day else f"{paper} of no known date"
    reason = "; it ".join([f"{when} speaks of the same matter ({words})", *signs]) + "."
    by: tuple[Who, ...] = ()
    if other is not None:
        reason = f"Asked again, in much the same words ({words})." if not other.answers else reason
        by = other.answered_by
    elif document.kind is DocumentKind.CORRESPONDENCE:
        by = authors(db, document.id)
    source = Source(
        document.id, held[0].page, held[0].paragraph, " ".join(" ".join(b.text for b in held).split()),
        tuple(Span(b.order, 0, len(b.text)) for b in held), held[0].printed_page,
    )  # fmt: skip
    return Offer(question_id, source, likeness, reason, by, other.id if other else None)


def _passage(db: Database, document: Document, echo: Echo, *, repeated: bool) -> list[Block]:
    """The paragraph; in a letter, where it recounts what was asked, the one after it too, which is the reply."""
    letter = document.kind is DocumentKind.CORRESPONDENCE and not repeated
    return documents.blocks(db, document.id, echo.block, echo.block + (1 if letter else 0))


def question_at(db: Database, document_id: int, block: int) -> Question | None:
    """The question whose words or reply stand in a paragraph."""
    for question in questions.of_document(db, document_id):
        sources = (*question.sources, *(answer.source for answer in question.answers))
        spans = [span for source in sources if source.document_id == document_id for span in source.spans]
        if any(span.block == block for span in spans):
            return question
    return None


def _day_of(db: Database, document: Document) -> str | None:
    if document.date or document.meeting_id is None:
        return document.date
    return meetings.get(db, document.meeting_id).date


def authors(db: Database, document_id: int) -> tuple[Who, ...]:
    """Those who wrote a document."""
    found = [a.person_id for a in people.appearances_in(db, document_id) if a.capacity is Capacity.AUTHOR]
    return tuple(Who(person.name, None, person.id) for person in people.load(db, found))


def _best(found: list[Offer], limit: int) -> tuple[Offer, ...]:
    """The likeliest, no passage twice."""
    kept: list[Offer] = []
    for offer in sorted(found, key=lambda offer: (-offer.likeness, offer.source.document_id, offer.source.spans)):
        taken = {(o.source.document_id, span.block) for o in kept for span in o.source.spans}
        if not any((offer.source.document_id, span.block) in taken for span in offer.source.spans):
            kept.append(offer)
    return tuple(kept[:limit])
