"""The lists of issues and of tags."""

from scrutiny_desk.domain.work import View
from scrutiny_desk.store.queries.rows import OUTSTANDING, Conditions, Rows
from scrutiny_desk.store.questions import UNDER

BELOW = UNDER.replace(":issue", "t.id")


class IssueRows(Rows):
    """Issues; the counts take in the issues under each."""

    columns = ("id", "name", "parent_id", "colour", "note", "tags", "questions", "outstanding")
    tables = "issue t"
    select = f"""t.name, t.parent_id, t.colour, t.note,
        (SELECT count(*) FROM tag WHERE issue_id IN ({BELOW})),
        (SELECT count(DISTINCT question_id) FROM tag WHERE issue_id IN ({BELOW})),
        (SELECT count(DISTINCT q.id) FROM tag JOIN question q ON q.id = tag.question_id
            WHERE tag.issue_id IN ({BELOW}) AND q.review <> 'rejected' AND +q.status IN ({OUTSTANDING})
                AND NOT q.closed)"""
    orders = {"id": "t.id", "name": "t.name COLLATE NOCASE"}
    default_order = "t.name COLLATE NOCASE, t.id"

    def where(self, view: View, conditions: Conditions) -> None:
        conditions.add_if(f"t.id IN ({UNDER})", issue=view.issue)
        conditions.words(view.words, "t.name LIKE :word ESCAPE '\\' OR t.note LIKE :word ESCAPE '\\'")


class TagRows(Rows):
    """Tags; the passage is the tag's own, else its question's first; `block` counts from 0."""

    columns = (
        "id", "issue_id", "issue", "colour", "quote", "document_id", "file_name", "date", "page", "paragraph",
        "question_id",
    )  # fmt: skip
    tables = """tag t JOIN issue i ON i.id = t.issue_id
        LEFT JOIN source s ON s.id = coalesce((SELECT min(id) FROM source WHERE tag_id = t.id),
            (SELECT min(id) FROM source WHERE question_id = t.question_id))
        LEFT JOIN document d ON d.id = s.document_id"""
    select = """t.issue_id, i.name, i.colour, s.quote, s.document_id, d.file_name, d.date, s.page, s.paragraph,
        t.question_id"""
    orders = {
        "id": "t.id",
        "issue": "i.name COLLATE NOCASE",
        "date": "d.date",
        "file_name": "d.file_name COLLATE NOCASE",
    }
    default_order = "t.id"

    def where(self, view: View, conditions: Conditions) -> None:
        conditions.add_if(f"t.issue_id IN ({UNDER})", issue=view.issue)
        conditions.add_if("s.document_id = :document", document=view.document)
        conditions.add_if("d.meeting_id = :meeting", meeting=view.meeting)
        conditions.add_if("d.committee = :committee COLLATE NOCASE", committee=view.committee)
        conditions.add_if("d.date >= :since", since=view.since)
        conditions.add_if("d.date <= :until", until=view.until)
        conditions.words(view.words, "s.quote LIKE :word ESCAPE '\\' OR i.name LIKE :word ESCAPE '\\'")
