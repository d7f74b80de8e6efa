"""Who may see a document, as a person says it; what was found in it follows, the strictest of its sources winning."""

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.changes import Change
from scrutiny_desk.domain.documents import Classification, strictest
from scrutiny_desk.domain.findings import Restriction
from scrutiny_desk.domain.questions import Question
from scrutiny_desk.domain.sources import Source
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services import passages
from scrutiny_desk.store import Database, Library, documents, questions, restrictions, undertakings


def classify_document(library: Library, document_id: int, classification: Classification, reason: str) -> Change:
    """Say who may see a document and all that was found in it, in one step.

    `Trouble` where it is lowered without a reason.
    """

    def work(db: Database) -> None:
        held = documents.get(db, document_id).classification
        lowered = strictest(held, classification) is not classification
        if lowered and not reason.strip():
            raise Trouble("Opening a paper to more readers needs a reason.", "Write why it may be seen.")
        documents.update(db, document_id, classification=str(classification), classification_reason=reason.strip())
        _carry(db, document_id)

    return library.write(f"Mark document as {classification}", work)[1]


def classify_passage(
    library: Library, document_id: int, spans: tuple[Span, ...], classification: Classification, reason: str
) -> Change:
    """Say who may see the paragraphs these spans touch, before whatever the paper says of them, in one step.

    Lowering needs a reason, which the history keeps; `Trouble` without one.
    """

    def work(db: Database) -> None:
        touched = sorted({span.block for span in passages.source(db, document_id, spans).spans})
        held = restrictions.classification_of(db, document_id, touched)
        if strictest(held, classification) is not classification and not reason.strip():
            raise Trouble("Opening a passage to more readers needs a reason.", "Write why it may be seen.")
        for block in touched:
            said = Restriction(block, block, classification, None, "")
            restrictions.add(db, document_id, said, by_person=True, reason=reason.strip())
        _carry(db, document_id)

    return library.write(f"Mark passage as {classification}", work)[1]


def of_sources(db: Database, sources: tuple[Source, ...]) -> Classification:
    """The strictest classification of any of these passages."""
    found = [restrictions.classification_of(db, s.document_id, {span.block for span in s.spans}) for s in sources]
    return strictest(*found)


def _carry(db: Database, document_id: int) -> None:
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
            update(db, row.id, by_person=False, classification=str(of_sources(db, row.sources)))


def _passages(question: Question) -> tuple[Source, ...]:
    return (*question.sources, *(answer.source for answer in question.answers if answer.source.document_id))
