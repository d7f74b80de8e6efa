"""The lists of issues and of tags."""

from scrutiny_desk.domain.work import View
from scrutiny_desk.store.queries.rows import OUTSTANDING, Conditions, Rows
from scrutiny_desk.store.questions import UNDER

TALLY = f"""WITH RECURSIVE below (top, id) AS (SELECT value, value FROM json_each(:ids)
        UNION SELECT below.top, issue.id FROM below JOIN issue ON issue.parent_id = below.id),
    tally AS MATERIALIZED (SELECT below.top AS top, count(*) AS tags, count(DISTINCT tag.question_id) AS questions,
        count(DISTINCT q.id) AS outstanding
        FROM below CROSS JOIN tag ON tag.issue_id = below.id LEFT JOIN question q ON q.id = tag.question_id
            AND q.review <> 'rejected' AND +q.status IN ({OUTSTANDING}) AND NOT q.closed
        GROUP BY below.top)"""
"""What is tagged with each issue of a page and with those under it, in one walk over their tags."""


class IssueRows(Rows):
    """Issues; the counts take in the issues under each."""

    columns = ("id", "name", "parent_id", "colour", "note", "tags", "questions", "outstanding")
    page_head = TALLY
    tables = "issue t"
    page_tables = "LEFT JOIN tally ON tally.top = t.id"
    select = """t.name, t.parent_id, t.colour, t.note, coalesce(tally.tags, 0), coalesce(tally.questions, 0),
        coalesce(tally.outstanding, 0)"""
    orders = {"id": "t.id", "name": "t.name COLLATE NOCASE"}
    default_order = "t.name COLLATE NOCASE, t.id"

    def where(self, view: View, conditions: Conditions) -> None:
        conditions.add_if(f"t.id IN ({UNDER})", issue=view.issue)
        conditions.words(view.words, "t.name LIKE :word ESCAPE '\\' OR t.note LIKE :word ESCAPE '\\'")


ISSUE = "JOIN issue i ON i.id = t.issue_id"
SOURCE = """LEFT JOIN source s ON s.id = coalesce((SELECT min(id) FROM source WHERE tag_id = t.id),
            (SELECT min(id) FROM source WHERE question_id = t.question_id))"""
DOCUMENT = """LEFT JOIN document d ON d.id = coalesce(
            (SELECT document_id FROM source WHERE tag_id = t.id ORDER BY id LIMIT 1),
            (SELECT document_id FROM source WHERE question_id = t.question_id ORDER BY id LIMIT 1))"""
"""The document of the same source, straight away."""


class TagRows(Rows):
    """Tags; the passage is the tag's own, else its question's first; `block` counts from 0."""

    columns = (
        "id", "issue_id", "issue", "colour", "quote", "document_id", "file_name", "date", "page", "paragraph",
        "question_id",
    )  # fmt: skip
    table = "tag"
    joined = {"i": ISSUE, "s": SOURCE, "d": DOCUMENT}
    tables = f"tag t {ISSUE} {SOURCE} LEFT JOIN document d ON d.id = s.document_id"
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
        conditions.add_if("d.id = :document", document=view.document)
        conditions.add_if("d.meeting_id = :meeting", meeting=view.meeting)
        conditions.add_if("d.committee = :committee COLLATE NOCASE", committee=view.committee)
        conditions.add_if("d.date >= :since", since=view.since)
        conditions.add_if("d.date <= :until", until=view.until)
        conditions.words(view.words, "s.quote LIKE :word ESCAPE '\\' OR i.name LIKE :word ESCAPE '\\'")
