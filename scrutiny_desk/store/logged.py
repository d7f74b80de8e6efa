"""Which tables the change log watches, whose row each change is, and the triggers made from their columns."""

from collections.abc import Iterator

from sqlite_utils import Database

BY_ANSWER = "(SELECT question_id FROM answer WHERE id = {row}.answer_id)"
"""The question of an answer's row; NULL where a cascade has taken the answer already."""
BY_STANDING = "(SELECT question_id FROM standing WHERE id = {row}.standing_id)"
BY_RESPONSE = "(SELECT decision_id FROM response WHERE id = {row}.response_id)"
LOOKED_UP = {BY_ANSWER: "answer_id", BY_STANDING: "standing_id", BY_RESPONSE: "response_id"}
"""Owners that are looked up in another table, each with the column that says whether there is one."""

OWNERS: dict[str, tuple[tuple[str, str], ...]] = {
    "document": (("documents", "{row}.id"),),
    "restriction": (("documents", "{row}.document_id"),),
    "meeting": (("meetings", "{row}.id"),),
    "item": (("items", "{row}.id"),),
    "item_document": (("items", "{row}.item_id"),),
    "person": (("people", "{row}.id"),),
    "alias": (("people", "{row}.person_id"),),
    "appearance": (("people", "{row}.person_id"),),
    "question": (("questions", "{row}.id"),),
    "answer": (("questions", "{row}.question_id"),),
    "undertaking": (("undertakings", "{row}.id"),),
    "decision": (("decisions", "{row}.id"),),
    "action": (("actions", "{row}.id"),),
    "who": (
        ("questions", "{row}.question_id"),
        ("questions", BY_ANSWER),
        ("undertakings", "{row}.undertaking_id"),
        ("actions", "{row}.action_id"),
    ),
    "source": (
        ("questions", "{row}.question_id"),
        ("questions", BY_ANSWER),
        ("questions", BY_STANDING),
        ("decisions", BY_RESPONSE),
        ("undertakings", "{row}.undertaking_id"),
        ("decisions", "{row}.decision_id"),
        ("actions", "{row}.action_id"),
        ("tags", "{row}.tag_id"),
        ("notes", "{row}.note_id"),
    ),
    "issue": (("issues", "{row}.id"),),
    "tag": (("tags", "{row}.id"),),
    "note": (("notes", "{row}.id"),),
    "difference": (
        ("questions", "{row}.question_id"),
        ("undertakings", "{row}.undertaking_id"),
        ("decisions", "{row}.decision_id"),
        ("documents", "{row}.one_document_id"),
    ),
    "likeness": (("people", "NULL"),),
    "proposal": (("documents", "{row}.document_id"),),
    "placing": (("documents", "{row}.document_id"),),
    "draft": (("drafts", "{row}.id"),),
    "standing": (("questions", "{row}.question_id"),),
    "response": (("decisions", "{row}.decision_id"),),
    "due_day": (
        ("questions", "{row}.question_id"),
        ("undertakings", "{row}.undertaking_id"),
        ("decisions", "{row}.decision_id"),
        ("actions", "{row}.action_id"),
    ),
    "tenure": (("people", "{row}.person_id"),),
    "charge": (
        ("questions", "{row}.question_id"),
        ("undertakings", "{row}.undertaking_id"),
        ("actions", "{row}.action_id"),
    ),
    "chaser": (("people", "{row}.person_id"),),
    "chased": (
        ("questions", "{row}.question_id"),
        ("undertakings", "{row}.undertaking_id"),
        ("decisions", "{row}.decision_id"),
        ("actions", "{row}.action_id"),
    ),
    "link": (
        ("questions", "{row}.question_id"),
        ("questions", "{row}.other_question_id"),
        ("undertakings", "{row}.undertaking_id"),
        ("decisions", "{row}.decision_id"),
        ("actions", "{row}.action_id"),
    ),
    "tracked": (
        ("questions", "{row}.question_id"),
        ("undertakings", "{row}.undertaking_id"),
        ("actions", "{row}.action_id"),
        ("decisions", "{row}.decision_id"),
    ),
    "plan": (("plans", "{row}.id"),),
    "plan_line": (("plans", "{row}.plan_id"),),
    "noting": (("questions", "{row}.question_id"), ("actions", "{row}.action_id")),
    "tag_rule": (("issues", "{row}.issue_id"),),
    "tag_offer": (("tags", "NULL"),),
    "pack": (("drafts", "NULL"),),
    "pack_paper": (("drafts", "NULL"),),
    "house_rule": (("rules", "{row}.id"),),
}
"""Table to the kinds of thing its rows belong to and the column that says which one; the first that is set counts."""

UNLOGGED = frozenset(
    "meta step change_log original block sentence_print import_report import_row agreed matching".split()
)
"""Tables outside undo: what never changes once it is there, and what is about the library itself."""


def triggers(db: Database) -> Iterator[str]:
    """The statements that lay a trigger for each watched table and each way of changing it."""
    for table in OWNERS:
        columns = [row[1] for row in db.execute(f"SELECT * FROM pragma_table_info('{table}')")]
        new, old = _json("NEW", columns), _json("OLD", columns)
        yield _trigger(table, "INSERT", "I", "NEW", "NULL", new)
        yield _trigger(table, "UPDATE", "U", "NEW", old, new, f" AND {_differs(columns)}")
        yield _trigger(table, "DELETE", "D", "OLD", old, "NULL")


def _trigger(table: str, event: str, op: str, row: str, old: str, new: str, only: str = "") -> str:
    before = f"nullif({_owner(table, 'OLD')}, {_owner(table, 'NEW')})" if op == "U" else "NULL"
    return f"""CREATE TEMP TRIGGER log_{table}_{op} AFTER {event} ON main.{table}
        WHEN (SELECT step_id FROM pen) IS NOT NULL{only} BEGIN
        INSERT INTO change_log (step_id, tbl, row_id, op, kind, owner_id, owner_before, old, new)
        VALUES ((SELECT step_id FROM pen), '{table}', {row}.id, '{op}', {_kind(table, row)}, {_owner(table, row)},
            {before}, {old}, {new}); END"""


def _kind(table: str, row: str) -> str:
    *some, (last, _) = OWNERS[table]
    if not some:
        return f"'{last}'"
    cases = " ".join(f"WHEN {_is_set(column, row)} THEN '{kind}'" for kind, column in some)
    return f"CASE {cases} ELSE '{last}' END"


def _is_set(column: str, row: str) -> str:
    return f"{row}.{LOOKED_UP[column]} IS NOT NULL" if column in LOOKED_UP else f"{column.format(row=row)} IS NOT NULL"


def _owner(table: str, row: str) -> str:
    columns = [column.format(row=row) for _, column in OWNERS[table]]
    return f"coalesce({', '.join(columns)})" if len(columns) > 1 else columns[0]


def _json(row: str, columns: list[str]) -> str:
    return f"json_object({', '.join(f'{_text(column)}, {row}.{column}' for column in columns)})"


def _differs(columns: list[str]) -> str:
    return "(" + " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in columns) + ")"


def _text(column: str) -> str:
    return f"'{column}'"
