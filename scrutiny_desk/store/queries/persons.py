"""The lists of witnesses and of all people."""

from scrutiny_desk.domain.work import View
from scrutiny_desk.store.queries.rows import OUTSTANDING, Conditions, Rows

ASKED = "FROM who w JOIN question q ON q.id = w.question_id WHERE w.person_id = t.id AND w.role = 'put_to'"
STANDING = "AND q.review <> 'rejected'"
OWED = f"{STANDING} AND q.status IN ({OUTSTANDING})"
OLDEST = f"""(SELECT min(m.date) FROM who w JOIN question q ON q.id = w.question_id
    JOIN meeting m ON m.id = q.meeting_id WHERE w.person_id = t.id AND w.role = 'put_to' {OWED})"""


class PersonRows(Rows):
    """Everybody. `asked` counts the questions put to them, `asks` those they put, `outstanding` what they still owe,
    `oldest` is the date of the oldest meeting of those; `seen` that of the last meeting they appear at;
    `undertakings` the open ones they made; `capacities` the capacities they appear in, joined by a comma."""

    columns = (
        "id", "name", "post", "organisation", "capacities", "appearances", "asked", "outstanding", "oldest",
        "undertakings", "asks", "seen",
    )  # fmt: skip
    tables = "person t"
    select = f"""t.name, t.post, t.organisation,
        (SELECT group_concat(capacity) FROM (SELECT DISTINCT capacity FROM appearance WHERE person_id = t.id
            ORDER BY capacity)),
        (SELECT count(*) FROM appearance WHERE person_id = t.id),
        (SELECT count(*) {ASKED} {STANDING}), (SELECT count(*) {ASKED} {OWED}), {OLDEST},
        (SELECT count(*) FROM who w JOIN undertaking u ON u.id = w.undertaking_id
            WHERE w.person_id = t.id AND w.role = 'made_by' AND u.state = 'open' AND u.review <> 'rejected'),
        (SELECT count(*) FROM who w JOIN question q ON q.id = w.question_id
            WHERE w.person_id = t.id AND w.role = 'asked_by' {STANDING}),
        (SELECT max(m.date) FROM appearance a JOIN meeting m ON m.id = a.meeting_id WHERE a.person_id = t.id)"""
    orders = {
        "id": "t.id",
        "name": "t.surname",
        "post": "t.post COLLATE NOCASE",
        "organisation": "t.organisation COLLATE NOCASE",
        "asked": f"(SELECT count(*) {ASKED} {STANDING})",
        "outstanding": f"(SELECT count(*) {ASKED} {OWED})",
        "oldest": OLDEST,
        "seen": "(SELECT max(m.date) FROM appearance a JOIN meeting m ON m.id = a.meeting_id WHERE a.person_id = t.id)",
    }
    default_order = "t.surname, t.name COLLATE NOCASE, t.id"

    def where(self, view: View, conditions: Conditions) -> None:
        conditions.add_if("t.id = :witness", witness=view.witness)
        conditions.add_if(
            "t.id IN (SELECT person_id FROM appearance WHERE meeting_id = :meeting)", meeting=view.meeting
        )
        conditions.add_if(
            "t.id IN (SELECT person_id FROM appearance WHERE document_id = :document)", document=view.document
        )
        conditions.add_if(
            """t.id IN (SELECT a.person_id FROM appearance a JOIN meeting m ON m.id = a.meeting_id
            WHERE m.committee = :committee COLLATE NOCASE)""",
            committee=view.committee,
        )
        for name, sign, day in (("since", ">=", view.since), ("until", "<=", view.until)):
            conditions.add_if(
                f"""t.id IN (SELECT a.person_id FROM appearance a JOIN meeting m ON m.id = a.meeting_id
                WHERE m.date {sign} :{name})""",
                **{name: day},
            )
        if view.outstanding or view.overdue:
            conditions.add(f"EXISTS (SELECT 1 {ASKED} {OWED})")
        conditions.words(
            view.words,
            """t.name LIKE :word ESCAPE '\\' OR t.surname LIKE :word ESCAPE '\\' OR t.post LIKE :word ESCAPE '\\'
            OR t.organisation LIKE :word ESCAPE '\\'
            OR t.id IN (SELECT person_id FROM alias WHERE name LIKE :word ESCAPE '\\')""",
        )


class WitnessRows(PersonRows):
    """Those who were there as witnesses, and anybody a question was put to, an answer or an undertaking came from."""

    default_order = f"{OLDEST} ASC NULLS LAST, t.surname, t.name COLLATE NOCASE, t.id"

    def where(self, view: View, conditions: Conditions) -> None:
        conditions.add(
            """t.id IN (SELECT person_id FROM appearance WHERE capacity = 'witness'
            UNION SELECT person_id FROM who WHERE role IN ('put_to', 'answered_by', 'made_by'))"""
        )
        super().where(view, conditions)
