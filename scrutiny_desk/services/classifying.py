"""Who may see a document, as a person says it; what was found in it follows, the strictest of its sources winning."""

from collections.abc import Sequence
from dataclasses import dataclass

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.changes import Change
from scrutiny_desk.domain.documents import Classification, strictest
from scrutiny_desk.domain.findings import Restriction
from scrutiny_desk.domain.questions import Question
from scrutiny_desk.domain.sources import Source
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.domain.undertakings import Decision
from scrutiny_desk.services import passages
from scrutiny_desk.store import Database, Library, documents, questions, responses, restrictions, undertakings


@dataclass(frozen=True, slots=True)
class Under:
    """The paragraph of the law that something is held back under, and whose law; None and "" where nobody says."""

    paragraph: str | None = None
    nation: str = ""


NOWHERE = Under()
WHOLE = "the whole paper"
"""The words of what a person laid down for a paper as a whole."""


def classify_document(
    library: Library, document_id: int, classification: Classification, reason: str, under: Under = NOWHERE
) -> Change:
    """Say who may see a document and all that was found in it, in one step; `under` is the paragraph of the law.

    `Trouble` where it is lowered without a reason.
    """

    def work(db: Database) -> None:
        held = documents.get(db, document_id).classification
        lowered = strictest(held, classification) is not classification
        if lowered and not reason.strip():
            raise Trouble("Opening a paper to more readers needs a reason.", "Write why it may be seen.")
        documents.update(db, document_id, classification=str(classification), classification_reason=reason.strip())
        restrictions.lift(db, document_id, WHOLE)
        if under.paragraph:
            _hold_whole(db, document_id, classification, reason.strip(), under)
        follow(db, document_id)

    return library.write(f"Mark document as {classification}", work)[1]


def classify_passage(
    library: Library,
    document_id: int,
    spans: tuple[Span, ...],
    classification: Classification,
    reason: str,
    under: Under = NOWHERE,
) -> Change:
    """Say who may see the paragraphs these spans touch, before whatever the paper says of them, in one step.

    Lowering needs a reason, which the history keeps; `Trouble` without one. `under` is the paragraph of the law.
    """

    def work(db: Database) -> None:
        touched = sorted({span.block for span in passages.source(db, document_id, spans).spans})
        held = restrictions.classification_of(db, document_id, touched)
        if strictest(held, classification) is not classification and not reason.strip():
            raise Trouble("Opening a passage to more readers needs a reason.", "Write why it may be seen.")
        for block in touched:
            said = Restriction(block, block, classification, under.paragraph, "", under.nation)
            restrictions.add(db, document_id, said, by_person=True, reason=reason.strip())
        follow(db, document_id)

    return library.write(f"Mark passage as {classification}", work)[1]


def _hold_whole(db: Database, document_id: int, level: Classification, reason: str, under: Under) -> None:
    """Note the paragraph of the law on every stretch of the paper that nothing stricter holds and nobody spoke of."""
    spoken = restrictions.held(db, document_id)
    free = [
        block.order
        for block in documents.blocks(db, document_id)
        if spoken.classification_of([block.order]) is level and not spoken.is_spoken_of(block.order)
    ]
    for first, last in _stretches(free):
        said = Restriction(first, last, level, under.paragraph, WHOLE, under.nation)
        restrictions.add(db, document_id, said, by_person=True, reason=reason)


def _stretches(orders: Sequence[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for order in orders:
        if found and found[-1][1] == order - 1:
            found[-1] = (found[-1][0], order)
        else:
            found.append((order, order))
    return found


def of_sources(db: Database, sources: tuple[Source, ...]) -> Classification:
    """The strictest classification of any of these passages."""
    found = [restrictions.classification_of(db, s.document_id, {span.block for span in s.spans}) for s in sources]
    return strictest(*found)


def follow(db: Database, document_id: int) -> None:
    """Give everything found in a document the classification its passages have now."""
    for question in questions.of_document(db, document_id):
        strict = of_sources(db, _passages(question))
        questions.update(db, question.id, by_person=False, classification=str(strict))
    for held, update in (
        (undertakings.of_document(db, document_id), undertakings.update),
        (undertakings.decisions_of_document(db, document_id), undertakings.update_decision),
        (undertakings.actions_of_document(db, document_id), undertakings.update_action),
    ):
        for row in held:
            reply = responses.get(db, row.id).sources if isinstance(row, Decision) else ()
            update(db, row.id, by_person=False, classification=str(of_sources(db, (*row.sources, *reply))))


def _passages(question: Question) -> tuple[Source, ...]:
    return (*question.sources, *(answer.source for answer in question.answers if answer.source.document_id))
