"""The lists of witnesses and of all people."""

from scrutiny_desk.domain.work import View
from scrutiny_desk.store.queries.rows import NOT_PASSED, OUTSTANDING, Conditions, Rows
from scrutiny_desk.store.rows import IN

OWED_TABLE = f"""owed AS MATERIALIZED (
        SELECT person_id, count(DISTINCT id) AS outstanding, min(date) AS oldest FROM (
            SELECT w.person_id, q.id, m.date
            FROM question q CROSS JOIN who w ON w.question_id = q.id LEFT JOIN meeting m ON m.id = q.meeting_id
            WHERE q.status IN ({OUTSTANDING}) AND NOT q.closed AND q.review <> 'rejected'
                AND w.role IN ('put_to', 'answered_by') AND w.person_id IS NOT NULL AND {NOT_PASSED}
            UNION ALL SELECT c.person_id, q.id, m.date
            FROM charge c CROSS JOIN question q ON q.id = c.question_id LEFT JOIN meeting m ON m.id = q.meeting_id
            WHERE c.latest AND c.person_id IS NOT NULL AND +q.status IN ({OUTSTANDING}) AND NOT q.closed
                AND q.review <> 'rejected') GROUP BY person_id)"""
"""What each person owes: what was put to them and not passed on, reckoned from the index of open questions (CROSS JOIN
tells SQLite to begin there), and what was passed to them."""
TALLY = f"""WITH {OWED_TABLE}, put AS MATERIALIZED (
        SELECT person_id, count(DISTINCT question_id) AS asked FROM who
        WHERE role IN ('put_to', 'answered_by') AND person_id IS NOT NULL
            AND question_id NOT IN (SELECT id FROM question WHERE review = 'rejected')
        GROUP BY person_id)"""
"""The same, and how much was put to each; SQLite reckons only the one that a query names."""
PAGE_TALLY = f"""WITH put AS MATERIALIZED (
        SELECT person_id, count(DISTINCT id) FILTER (WHERE asked) AS asked,
            count(DISTINCT id) FILTER (WHERE owed) AS outstanding, min(date) FILTER (WHERE owed) AS oldest FROM (
            SELECT w.person_id, q.id, 1 AS asked, m.date,
                q.status IN ({OUTSTANDING}) AND NOT q.closed AND {NOT_PASSED} AS owed
            FROM who w JOIN question q ON q.id = w.question_id LEFT JOIN meeting m ON m.id = q.meeting_id
            WHERE w.role IN ('put_to', 'answered_by') AND q.review <> 'rejected' AND w.person_id {IN}
            UNION ALL SELECT c.person_id, q.id, 0, m.date, q.status IN ({OUTSTANDING}) AND NOT q.closed
            FROM charge c JOIN question q ON q.id = c.question_id LEFT JOIN meeting m ON m.id = q.meeting_id
            WHERE c.latest AND q.review <> 'rejected' AND c.person_id {IN}) GROUP BY person_id)"""
"""Both, in one pass over what was put or passed to the people of one page."""
PUT = "LEFT JOIN put ON put.person_id = t.id"
OWED = "LEFT JOIN owed ON owed.person_id = t.id"
SEEN = "(SELECT max(m.date) FROM appearance a JOIN meeting m ON m.id = a.meeting_id WHERE a.person_id = t.id)"


class PersonRows(Rows):
    """Everybody. `asked` counts the questions put to them or answered by them, `asks` those they put, `outstanding`
    what they still owe, `oldest` is the date of the oldest meeting of those; `seen` that of the last meeting they
    appear at; `undertakings` the open ones they made; `capacities` those they appear in, joined by a comma."""

    columns = (
        "id", "name", "post", "organisation", "capacities", "appearances", "asked", "outstanding", "oldest",
        "undertakings", "asks", "seen",
    )  # fmt: skip
    head = TALLY
    page_head = PAGE_TALLY
    tables = "person t"
    page_tables = PUT
    by_owed = False
    """Whether the usual order is by what is owed."""
    select = f"""t.name, t.post, t.organisation,
        (SELECT group_concat(capacity) FROM (SELECT DISTINCT capacity FROM appearance WHERE person_id = t.id
            ORDER BY capacity)),
        (SELECT count(*) FROM appearance WHERE person_id = t.id),
        coalesce(put.asked, 0), coalesce(put.outstanding, 0), put.oldest,
        (SELECT count(*) FROM who w JOIN undertaking u ON u.id = w.undertaking_id
            WHERE w.person_id = t.id AND w.role = 'made_by' AND u.state = 'open' AND u.review <> 'rejected'),
        (SELECT count(*) FROM who w WHERE w.person_id = t.id AND w.role = 'asked_by'),
        {SEEN}"""
    orders = {
        "id": "t.id",
        "name": "t.surname",
        "post": "t.post COLLATE NOCASE",
        "organisation": "t.organisation COLLATE NOCASE",
        "asked": "coalesce(put.asked, 0)",
        "outstanding": "coalesce(owed.outstanding, 0)",
        "oldest": "owed.oldest",
        "seen": SEEN,
    }
    default_order = "t.surname, t.name COLLATE NOCASE, t.id"

    def tables_for(self, view: View) -> str:
        order = view.order.lstrip("-")
        owed = self.by_owed or view.outstanding or view.overdue or order in ("outstanding", "oldest")
        return f"{OWED if owed else ''} {PUT if order == 'asked' else ''}"

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
            conditions.add("owed.outstanding > 0")
        conditions.words(
            view.words,
            """t.name LIKE :word ESCAPE '\\' OR t.surname LIKE :word ESCAPE '\\' OR t.post LIKE :word ESCAPE '\\'
            OR t.organisation LIKE :word ESCAPE '\\'
            OR t.id IN (SELECT person_id FROM alias WHERE name LIKE :word ESCAPE '\\')""",
        )


class WitnessRows(PersonRows):
    """Those who were there as witnesses, and anybody a question was put or passed to, an answer or an undertaking came
    from."""

    by_owed = True
    default_order = "owed.oldest ASC NULLS LAST, t.surname, t.name COLLATE NOCASE, t.id"

    def where(self, view: View, conditions: Conditions) -> None:
        conditions.add(
            """EXISTS (SELECT 1 FROM appearance WHERE person_id = t.id AND capacity = 'witness') OR EXISTS
            (SELECT 1 FROM who WHERE person_id = t.id AND role IN ('put_to', 'answered_by', 'made_by')) OR EXISTS
            (SELECT 1 FROM charge WHERE person_id = t.id)"""
        )
        super().where(view, conditions)
