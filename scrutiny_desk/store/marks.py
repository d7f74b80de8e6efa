"""Where in a document the findings and tags stand, for the marks in the reader's margin."""

from dataclasses import dataclass

from sqlite_utils import Database

from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.store import sources


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` to `end` of a block that a row rests on.

    `kind` is the row's (questions, undertakings, decisions, actions, tags, notes); an answer's passage has
    `part` "answer" and its question's id, anything else `part` "". `state` is the question's status, the
    undertaking's or action's state, the decision's kind, the issue's colour; `review` is "" for tags and notes.
    """

    block: int
    start: int
    end: int
    kind: Kind
    row_id: int
    part: str
    state: str
    review: str


def of_document(db: Database, document_id: int) -> list[Mark]:
    """Every mark in a document, in reading order; rejected findings too (`review` says so)."""
    found = db.execute(
        """
        SELECT s.spans, 'questions', q.id, '', q.status, q.review FROM source s
            JOIN question q ON q.id = s.question_id WHERE s.document_id = :id
        UNION ALL SELECT s.spans, 'questions', q.id, 'answer', q.status, q.review FROM source s
            JOIN answer a ON a.id = s.answer_id JOIN question q ON q.id = a.question_id WHERE s.document_id = :id
        UNION ALL SELECT s.spans, 'undertakings', u.id, '', u.state, u.review FROM source s
            JOIN undertaking u ON u.id = s.undertaking_id WHERE s.document_id = :id
        UNION ALL SELECT s.spans, 'decisions', d.id, '', d.kind, d.review FROM source s
            JOIN decision d ON d.id = s.decision_id WHERE s.document_id = :id
        UNION ALL SELECT s.spans, 'actions', a.id, '', a.state, a.review FROM source s
            JOIN action a ON a.id = s.action_id WHERE s.document_id = :id
        UNION ALL SELECT s.spans, 'tags', t.id, '', i.colour, '' FROM source s
            JOIN tag t ON t.id = s.tag_id JOIN issue i ON i.id = t.issue_id WHERE s.document_id = :id
        UNION ALL SELECT s.spans, 'notes', s.note_id, '', '', '' FROM source s
            WHERE s.document_id = :id AND s.note_id IS NOT NULL
        """,
        {"id": document_id},
    )
    marks = [
        Mark(span.block, span.start, span.end, Kind(kind), row_id, part, state, review)
        for spans, kind, row_id, part, state, review in found
        for span in sources.spans_of(spans)
    ]
    return sorted(marks, key=lambda mark: (mark.block, mark.start, mark.kind, mark.row_id))
