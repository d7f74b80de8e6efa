"""Issues a person follows, in a tree, and the passages and questions tagged with them."""

from collections.abc import Sequence
from typing import Any

from sqlite_utils import Database

from scrutiny_desk.domain.issues import Issue, Sitting, Tag
from scrutiny_desk.domain.sources import Source
from scrutiny_desk.store import rows, sources
from scrutiny_desk.store.queries.rows import OUTSTANDING
from scrutiny_desk.store.questions import NO_SOURCE, UNDER

COLUMNS = "id, name, parent_id, colour, note"


def add(db: Database, name: str, *, parent_id: int | None = None, colour: str, note: str = "") -> int:
    """Enter an issue; its id."""
    return rows.insert(db, "issue", {"name": name, "parent_id": parent_id, "colour": colour, "note": note})


def get(db: Database, issue_id: int) -> Issue:
    """The issue with this number, or NotFound."""
    found = db.execute(f"SELECT {COLUMNS} FROM issue WHERE id = ?", [issue_id]).fetchall()
    return Issue(*rows.only(found, "issue", issue_id))


def everything(db: Database) -> list[Issue]:
    """Every issue, in order of number."""
    return [Issue(*row) for row in db.execute(f"SELECT {COLUMNS} FROM issue ORDER BY id")]


def named(db: Database, name: str) -> list[Issue]:
    """The issues of this name, upper and lower case alike."""
    found = db.execute(f"SELECT {COLUMNS} FROM issue WHERE name = ? COLLATE NOCASE ORDER BY id", [name])
    return [Issue(*row) for row in found]


def update(db: Database, issue_id: int, **fields: Any) -> None:
    """Set name, parent_id, colour or note. Raises ValueError if the issue would come to stand under itself."""
    parent = fields.get("parent_id")
    if (
        parent is not None
        and db.execute(f"SELECT :parent IN ({UNDER})", {"parent": parent, "issue": issue_id}).fetchone()[0]
    ):
        raise ValueError("an issue cannot stand under itself")
    rows.put(db, "issue", issue_id, fields)


def remove(db: Database, issue_id: int) -> None:
    """Take an issue and its tags away; the issues under it move up to its parent."""
    db.execute("UPDATE issue SET parent_id = (SELECT parent_id FROM issue WHERE id = :id) WHERE parent_id = :id",
               {"id": issue_id})  # fmt: skip
    db.execute("DELETE FROM issue WHERE id = ?", [issue_id])


def merge(db: Database, keep: int, other: int) -> None:
    """Make two issues one: tags, notes and the issues under `other` become `keep`'s."""
    db.execute(
        """DELETE FROM tag WHERE issue_id = :other AND question_id IN
           (SELECT question_id FROM tag WHERE issue_id = :keep)""",
        {"keep": keep, "other": other},
    )
    for table, column in (
        ("tag", "issue_id"),
        ("note", "issue_id"),
        ("pack_paper", "issue_id"),
        ("tag_rule", "issue_id"),
        ("tag_offer", "issue_id"),
        ("issue", "parent_id"),
    ):
        db.execute(f"UPDATE OR IGNORE {table} SET {column} = ? WHERE {column} = ? AND id <> ?", [keep, other, keep])
    db.execute("DELETE FROM issue WHERE id = ?", [other])


def tag(db: Database, issue_id: int, source: Source | None, *, question_id: int | None = None) -> int:
    """Lay an issue on a passage or on a question; the tag's id. The same tag twice is one tag.

    A question's tag may do without a passage: the question's own first source then stands for it.
    """
    if question_id is not None:
        same = db.execute(
            "SELECT id FROM tag WHERE issue_id = ? AND question_id = ?", [issue_id, question_id]
        ).fetchone()
    else:
        same = (
            source
            and db.execute(
                """SELECT tag.id FROM tag JOIN source ON source.tag_id = tag.id
                   WHERE issue_id = ? AND tag.question_id IS NULL AND document_id = ? AND quote = ? AND spans = ?""",
                [issue_id, source.document_id, source.quote, sources.spans_text(source.spans)],
            ).fetchone()
        )
    if same:
        return int(same[0])
    new = rows.insert(db, "tag", {"issue_id": issue_id, "question_id": question_id})
    if source is not None:
        sources.add(db, "tag", new, source)
    return new


def untag(db: Database, tag_id: int) -> None:
    """Take one tag away."""
    db.execute("DELETE FROM tag WHERE id = ?", [tag_id])


def untag_question(db: Database, issue_id: int, question_id: int) -> None:
    """Take this issue off this question."""
    db.execute("DELETE FROM tag WHERE issue_id = ? AND question_id = ?", [issue_id, question_id])


def every_tag(db: Database) -> list[Tag]:
    """Every tag, in order of number."""
    return _tags(db, "1", {})


def load_tags(db: Database, ids: Sequence[int]) -> list[Tag]:
    """The tags with these numbers, in order of number."""
    return _tags(db, f"id {rows.IN}", {"ids": rows.id_list(ids)})


def tags_of_question(db: Database, question_id: int) -> list[Tag]:
    """The tags on one question."""
    return _tags(db, "question_id = :id", {"id": question_id})


def tags_of_issue(db: Database, issue_id: int, *, under: bool = True) -> list[Tag]:
    """The tags of one issue and, unless told otherwise, of the issues under it."""
    if under:
        return _tags(db, f"issue_id IN ({UNDER})", {"issue": issue_id})
    return _tags(db, "issue_id = :issue", {"issue": issue_id})


def tags_of_document(db: Database, document_id: int) -> list[Tag]:
    """The tags on passages of one document."""
    return _tags(db, "id IN (SELECT tag_id FROM source WHERE document_id = :id)", {"id": document_id})


def _tags(db: Database, where: str, params: dict[str, Any]) -> list[Tag]:
    found = db.execute(f"SELECT id, issue_id, question_id FROM tag WHERE {where} ORDER BY id", params).fetchall()
    own = sources.load(db, "tag", [row[0] for row in found])
    lent = sources.load(db, "question", [row[2] for row in found if row[2] is not None and row[0] not in own])
    return [
        Tag(tag_id, issue_id, next(iter(own.get(tag_id) or lent.get(question_id) or ()), NO_SOURCE), question_id)
        for tag_id, issue_id, question_id in found
    ]


def sittings(db: Database, issue_id: int) -> list[Sitting]:
    """What was asked on this issue and those under it, day by day and committee by committee, the oldest first."""
    sql = f"""SELECT m.date, m.body, m.committee, count(*), count(*) FILTER (WHERE +q.status IN ({OUTSTANDING}))
        FROM question q LEFT JOIN meeting m ON m.id = q.meeting_id WHERE q.review <> 'rejected'
            AND q.id IN (SELECT question_id FROM tag WHERE issue_id IN ({UNDER}))
        GROUP BY m.date, m.body, m.committee ORDER BY m.date NULLS LAST, m.committee"""
    return [Sitting(*row) for row in db.execute(sql, {"issue": issue_id})]
