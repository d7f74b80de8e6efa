"""The lists of documents and meetings."""

from scrutiny_desk.domain.work import View
from scrutiny_desk.store.queries.rows import OUTSTANDING, Conditions, Rows


class DocumentRows(Rows):
    """Documents; `to_review` counts questions and undertakings that wait for a person's word."""

    columns = (
        "id", "file_name", "title", "kind", "body", "committee", "date", "pages", "searchable_pages", "classification",
        "joined_to", "imported_at", "meeting_id", "questions", "to_review", "format",
    )  # fmt: skip
    tables = "document t"
    select = """t.file_name, t.title, t.kind, t.body, t.committee, t.date, t.pages, t.searchable_pages,
        t.classification, t.joined_to, t.imported_at, t.meeting_id,
        (SELECT count(DISTINCT question_id) FROM source WHERE document_id = t.id),
        (SELECT count(DISTINCT q.id) FROM source s JOIN question q ON q.id = s.question_id
            WHERE s.document_id = t.id AND q.review = 'suggested')
        + (SELECT count(DISTINCT u.id) FROM source s JOIN undertaking u ON u.id = s.undertaking_id
            WHERE s.document_id = t.id AND u.review = 'suggested'), t.format"""
    orders = {
        "id": "t.id",
        "file_name": "t.file_name COLLATE NOCASE",
        "title": "coalesce(t.title, t.file_name) COLLATE NOCASE",
        "kind": "t.kind",
        "body": "t.body COLLATE NOCASE",
        "committee": "t.committee COLLATE NOCASE",
        "date": "t.date",
        "pages": "t.pages",
        "classification": "t.classification",
        "imported_at": "t.imported_at",
    }
    default_order = "t.date DESC NULLS LAST, t.id"

    def where(self, view: View, conditions: Conditions) -> None:
        conditions.add("NOT t.withdrawn")
        conditions.add_if("t.meeting_id = :meeting", meeting=view.meeting)
        conditions.add_if("t.id = :document", document=view.document)
        conditions.add_if("t.committee = :committee COLLATE NOCASE", committee=view.committee)
        conditions.add_if("t.date >= :since", since=view.since)
        conditions.add_if("t.date <= :until", until=view.until)
        conditions.add_if(
            "t.id IN (SELECT document_id FROM appearance WHERE person_id = :witness)", witness=view.witness
        )
        conditions.one_of("t.kind", view.status)
        conditions.words(
            view.words,
            """t.file_name LIKE :word ESCAPE '\\' OR t.title LIKE :word ESCAPE '\\'
            OR t.committee LIKE :word ESCAPE '\\' OR t.body LIKE :word ESCAPE '\\'""",
        )


class MeetingRows(Rows):
    """Meetings; rejected findings are not counted."""

    columns = (
        "id", "date", "committee", "body", "start", "end", "place", "documents", "questions", "outstanding",
        "undertakings", "decisions",
    )  # fmt: skip
    tables = "meeting t"
    select = f"""t.date, t.committee, t.body, t.starts, t.ends, t.place,
        (SELECT count(*) FROM document WHERE meeting_id = t.id AND NOT withdrawn),
        (SELECT count(*) FROM question WHERE meeting_id = t.id AND review <> 'rejected'),
        (SELECT count(*) FROM question WHERE meeting_id = t.id AND review <> 'rejected'
            AND +status IN ({OUTSTANDING}) AND NOT closed),
        (SELECT count(*) FROM undertaking WHERE meeting_id = t.id AND review <> 'rejected'),
        (SELECT count(*) FROM decision WHERE meeting_id = t.id AND review <> 'rejected')"""
    orders = {
        "id": "t.id",
        "date": "t.date",
        "committee": "t.committee COLLATE NOCASE",
        "body": "t.body COLLATE NOCASE",
        "place": "t.place COLLATE NOCASE",
    }
    default_order = "t.date DESC NULLS LAST, t.id"

    def where(self, view: View, conditions: Conditions) -> None:
        conditions.add_if("t.id = :meeting", meeting=view.meeting)
        conditions.add_if("t.committee = :committee COLLATE NOCASE", committee=view.committee)
        conditions.add_if("t.date >= :since", since=view.since)
        conditions.add_if("t.date <= :until", until=view.until)
        conditions.add_if(
            "t.id IN (SELECT meeting_id FROM appearance WHERE person_id = :witness)", witness=view.witness
        )
        if view.outstanding:
            conditions.add(
                f"""t.id IN (SELECT meeting_id FROM question WHERE status IN ({OUTSTANDING}) AND NOT closed
                AND review <> 'rejected')"""
            )
        conditions.words(
            view.words,
            """t.committee LIKE :word ESCAPE '\\' OR t.body LIKE :word ESCAPE '\\'
            OR t.date LIKE :word ESCAPE '\\' OR t.place LIKE :word ESCAPE '\\'""",
        )
