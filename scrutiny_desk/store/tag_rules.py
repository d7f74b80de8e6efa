"""Rules in a person's own words that suggest tags, and what they suggested: waiting, taken, or refused for good."""

import json
from collections.abc import Collection, Sequence

from sqlite_utils import Database

from scrutiny_desk.domain.issues import TagOffer, TagRule
from scrutiny_desk.store import rows
from scrutiny_desk.store.questions import UNDER

RULES = "id, issue_id, words, question_id"


def add(db: Database, issue_id: int, *, words: str = "", question_id: int | None = None) -> int:
    """Enter a rule of an issue: words, or a question that others are to be like; its id. The same twice is one."""
    held = [rule for rule in of_issue(db, issue_id) if (rule.words, rule.question_id) == (words, question_id)]
    if held:
        return held[0].id
    return rows.insert(db, "tag_rule", {"issue_id": issue_id, "words": words, "question_id": question_id})


def get(db: Database, rule_id: int) -> TagRule:
    """The rule with this number, or NotFound."""
    found = [TagRule(*row) for row in db.execute(f"SELECT {RULES} FROM tag_rule WHERE id = ?", [rule_id])]
    return rows.only(found, "rule", rule_id)


def of_issue(db: Database, issue_id: int) -> list[TagRule]:
    """The rules of one issue, in the order they were made."""
    sql = f"SELECT {RULES} FROM tag_rule WHERE issue_id = ? ORDER BY id"
    return [TagRule(*row) for row in db.execute(sql, [issue_id])]


def everything(db: Database) -> list[TagRule]:
    """Every rule, in order of number."""
    return [TagRule(*row) for row in db.execute(f"SELECT {RULES} FROM tag_rule ORDER BY id")]


def remove(db: Database, rule_id: int) -> None:
    """Take a rule away with what it suggests still; what was refused stays refused."""
    db.execute("DELETE FROM tag_offer WHERE rule_id = ? AND state = 'waiting'", [rule_id])
    db.execute("DELETE FROM tag_rule WHERE id = ?", [rule_id])


def offer(db: Database, issue_id: int, question_id: int, rule_id: int, why: str) -> None:
    """Suggest an issue for a question, unless that was suggested before, whatever became of it."""
    db.execute(
        "INSERT OR IGNORE INTO tag_offer (issue_id, question_id, rule_id, why) VALUES (?, ?, ?, ?)",
        [issue_id, question_id, rule_id, why],
    )


def settle(db: Database, issue_id: int, question_ids: Sequence[int], state: str) -> None:
    """Say that what is suggested for these questions was "taken" or "refused", so that it does not come again."""
    for question_id in question_ids:
        db.execute(
            """INSERT INTO tag_offer (issue_id, question_id, state) VALUES (:issue, :question, :state)
               ON CONFLICT (issue_id, question_id) DO UPDATE SET state = :state""",
            {"issue": issue_id, "question": question_id, "state": state},
        )


def waiting(db: Database, issue_id: int) -> list[TagOffer]:
    """What is suggested for an issue and waits for a person's word; a question tagged meanwhile is not among it."""
    sql = f"""SELECT question_id, why FROM tag_offer WHERE issue_id = :issue AND state = 'waiting'
        AND question_id IN (SELECT id FROM question WHERE review <> 'rejected')
        AND question_id NOT IN (SELECT question_id FROM tag WHERE question_id IS NOT NULL AND issue_id IN ({UNDER}))
        ORDER BY id"""
    return [TagOffer(*row) for row in db.execute(sql, {"issue": issue_id})]


def settled(db: Database, issue_id: int) -> frozenset[int]:
    """The questions for which this issue was taken or refused once: it is not suggested for them again."""
    sql = "SELECT question_id FROM tag_offer WHERE issue_id = ? AND state <> 'waiting'"
    return frozenset(row[0] for row in db.execute(sql, [issue_id]))


def not_to_suggest(db: Database, issue_id: int) -> frozenset[int]:
    """The questions that bear the issue or one under it, or for which it was suggested before."""
    sql = f"""SELECT question_id FROM tag WHERE question_id IS NOT NULL AND issue_id IN ({UNDER})
        UNION SELECT question_id FROM tag_offer WHERE issue_id = :issue"""
    return frozenset(row[0] for row in db.execute(sql, {"issue": issue_id}))


def texts(db: Database, ids: Collection[int] | None = None) -> list[tuple[int, str, str]]:
    """What a rule looks at: each question that is not rejected, its words, and what belongs to them, its replies and
    the title of its item; of these questions, or of all."""
    only = f" AND q.id {rows.IN}" if ids is not None else ""
    sql = f"""SELECT json_group_array(json_array(q.id, q.text, coalesce(i.title, '') || ' ' ||
            coalesce((SELECT group_concat(text, ' ') FROM answer WHERE question_id = q.id), '')))
        FROM question q LEFT JOIN item i ON i.id = q.item_id WHERE q.review <> 'rejected'{only}"""
    found = db.execute(sql, {"ids": rows.id_list(ids)} if ids is not None else {}).fetchone()[0]
    return [(row_id, text, beside) for row_id, text, beside in json.loads(found)]
