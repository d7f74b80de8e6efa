"""The lists of questions, undertakings, decisions and actions."""

from typing import Any

from scrutiny_desk.domain.work import View
from scrutiny_desk.store.queries.belonging import By
from scrutiny_desk.store.queries.owing import owing_where
from scrutiny_desk.store.queries.rows import (
    BY_DAY,
    FIRST_PERSON,
    ITEM,
    MEETING,
    OUTSTANDING,
    PLACES,
    Conditions,
    Rows,
    by_first,
    by_meeting,
    first_in,
    in_role,
    people_of,
    statement_page,
    statement_where,
    words_of_statement,
)
from scrutiny_desk.store.queries.texts import holding_elsewhere
from scrutiny_desk.store.questions import UNDER

JOINS = {"m": "LEFT JOIN meeting m ON m.id = t.meeting_id", "i": "LEFT JOIN item i ON i.id = t.item_id"}
JOINED = " ".join(JOINS.values())
STATUSES = ("not_answered", "promised", "partly_answered", "answer_not_minuted", "answered", "answered_later")
STATES = ("open", "done", "overtaken")
COMMON_ORDERS = {
    "id": "t.id",
    "date": "m.date",
    "committee": "m.committee COLLATE NOCASE",
    "item": "i.position",
    "text": "t.text COLLATE NOCASE",
    "review": "t.review",
    "classification": "t.classification",
}

DUE = """coalesce(t.follow_up_by, (SELECT min(due) FROM undertaking
            WHERE question_id = t.id AND state = 'open' AND review <> 'rejected'))"""
"""The day an answer is due: the one a person set, else the nearest that its open undertakings name."""


class QuestionRows(Rows):
    """Questions. `asked_by` and `put_to` are names (else labels) joined by "; "; `issues` is the colours and names of
    the issues tagged on it, JSON [[colour, name], ...]; `document_id`, `page`, `paragraph` are its first source's;
    `reply` is the text of its latest answer; `standing` is what a person said has become of it, `closed` whether that
    closes it unanswered; `due` is the day an answer is due; `owner` is whom it was passed to. Rejected ones are shown
    only where the view asks for them."""

    name = "questions"
    keeps_orders = True
    groups = {
        "put_to": by_first("question", "put_to"),
        "asked_by": by_first("question", "asked_by"),
        "committee": by_meeting("question", "m.committee"),
        "meeting": by_meeting("question", MEETING),
        "status": By(("SELECT id, status AS code FROM question",)),
    }
    group_places = {"status": STATUSES}
    elsewhere = holding_elsewhere("question")
    by_index = {"text": "SELECT id FROM question ORDER BY text COLLATE NOCASE {way}, id"}
    columns = (
        "id", "date", "committee", "item", "asked_by", "put_to", "text", "status", "review", "classification",
        "follow_up_by", "confidence", "issues", "document_id", "page", "paragraph", "meeting_id", "item_id", "answers",
        "reply", "answered_by", "standing", "closed", "due", "owner",
    )  # fmt: skip
    head = PLACES
    table = "question"
    tables = f"question t {JOINED}"
    joined = JOINS
    select = f"""m.date, m.committee, {ITEM}, {people_of("question", "asked_by")}, {people_of("question", "put_to")},
        t.text, t.status, t.review, t.classification, t.follow_up_by, t.confidence,
        (SELECT json_group_array(json_array(colour, name)) FROM (SELECT DISTINCT issue.colour, issue.name
            FROM tag JOIN issue ON issue.id = tag.issue_id WHERE tag.question_id = t.id ORDER BY issue.name)) || '',
        {statement_page("question")}, t.meeting_id, t.item_id,
        (SELECT count(*) FROM answer WHERE question_id = t.id),
        (SELECT text FROM answer WHERE question_id = t.id ORDER BY date DESC NULLS LAST, id DESC LIMIT 1),
        {people_of("question", "answered_by")}, t.standing, t.closed, {DUE},
        (SELECT ltrim(coalesce(', ' || p.name, '') || coalesce(', ' || c.post, '')
            || coalesce(', ' || c.organisation, ''), ', ') FROM charge c LEFT JOIN person p ON p.id = c.person_id
            WHERE c.question_id = t.id AND c.latest)"""
    orders = {
        **COMMON_ORDERS,
        "asked_by": FIRST_PERSON,
        "put_to": FIRST_PERSON,
        "status": "t.status",
        "follow_up_by": "t.follow_up_by",
        "confidence": "t.confidence",
    }
    order_tables = {role: first_in("question", role) for role in ("asked_by", "put_to")}
    default_order = BY_DAY

    def where(self, view: View, conditions: Conditions) -> None:
        statement_where("question", view, conditions)
        conditions.add_if(
            f"{in_role('question', 'put_to', 'witness')} OR {in_role('question', 'answered_by', 'witness')}",
            witness=view.witness,
        )
        conditions.add_if(in_role("question", "asked_by", "asker"), asker=view.asker)
        conditions.one_of("t.status", view.status)
        conditions.add_if(f"t.id IN (SELECT question_id FROM tag WHERE issue_id IN ({UNDER}))", issue=view.issue)
        conditions.one_of("t.standing", view.standing)
        owing_where("question", view, conditions)
        if view.outstanding or view.overdue:
            conditions.add(f"t.status IN ({OUTSTANDING}) AND NOT t.closed")
        if view.overdue:
            conditions.add(
                """t.follow_up_by < :today OR t.follow_up_by IS NULL AND t.id IN
                (SELECT question_id FROM undertaking WHERE state = 'open' AND due < :today AND review <> 'rejected')""",
                today=self._today(),
            )
        conditions.words(view.words, words_of_statement("question"))


class UndertakingRows(Rows):
    """Undertakings; `overdue` is 1 where an open one's day has passed."""

    name = "undertakings"
    keeps_orders = True
    groups = {
        "made_by": by_first("undertaking", "made_by"),
        "made_to": by_first("undertaking", "made_to"),
        "committee": by_meeting("undertaking", "m.committee"),
        "meeting": by_meeting("undertaking", MEETING),
        "state": By(("SELECT id, state AS code FROM undertaking",)),
    }
    group_places = {"state": STATES}
    elsewhere = holding_elsewhere("undertaking")
    columns = (
        "id", "date", "committee", "item", "made_by", "made_to", "text", "due", "due_words", "state", "review",
        "classification", "overdue", "question_id", "document_id", "page", "paragraph", "meeting_id", "confidence",
        "settled_on",
    )  # fmt: skip
    head = PLACES
    table = "undertaking"
    tables = f"undertaking t {JOINED}"
    joined = JOINS
    select = f"""m.date, m.committee, {ITEM}, {people_of("undertaking", "made_by")},
        {people_of("undertaking", "made_to")}, t.text, t.due, t.due_words, t.state, t.review, t.classification,
        t.state = 'open' AND t.due IS NOT NULL AND t.due < :today, t.question_id, {statement_page("undertaking")},
        t.meeting_id, t.confidence, t.settled_on"""
    orders = {
        **COMMON_ORDERS,
        "made_by": FIRST_PERSON,
        "made_to": FIRST_PERSON,
        "due": "t.due",
        "state": "t.state",
        "confidence": "t.confidence",
    }
    order_tables = {role: first_in("undertaking", role) for role in ("made_by", "made_to")}
    default_order = BY_DAY

    def page_params(self) -> dict[str, Any]:
        return {"today": self._today()}

    def where(self, view: View, conditions: Conditions) -> None:
        statement_where("undertaking", view, conditions)
        conditions.add_if(in_role("undertaking", "made_by", "witness"), witness=view.witness)
        owing_where("undertaking", view, conditions)
        conditions.add_if(in_role("undertaking", "made_to", "asker"), asker=view.asker)
        conditions.one_of("t.state", view.status)
        conditions.add_if(
            f"t.question_id IN (SELECT question_id FROM tag WHERE issue_id IN ({UNDER}))", issue=view.issue
        )
        if view.outstanding or view.overdue:
            conditions.add("t.state = 'open'")
        if view.overdue:
            conditions.add("t.due < :today", today=self._today())
        conditions.words(view.words, words_of_statement("undertaking"))


class DecisionRows(Rows):
    """Decisions."""

    columns = (
        "id", "date", "committee", "item", "kind", "text", "review", "classification", "document_id", "page",
        "paragraph", "meeting_id",
    )  # fmt: skip
    table = "decision"
    tables = f"decision t {JOINED}"
    joined = JOINS
    select = f"""m.date, m.committee, {ITEM}, t.kind, t.text, t.review, t.classification,
        {statement_page("decision")}, t.meeting_id"""
    orders = {**COMMON_ORDERS, "kind": "t.kind"}
    default_order = BY_DAY

    def where(self, view: View, conditions: Conditions) -> None:
        statement_where("decision", view, conditions)
        conditions.one_of("t.kind", view.status)
        conditions.words(
            view.words,
            """t.text LIKE :word ESCAPE '\\' OR m.committee LIKE :word ESCAPE '\\'
            OR i.title LIKE :word ESCAPE '\\'""",
        )


class ActionRows(Rows):
    """Actions; `overdue` is 1 where an open one's day has passed."""

    columns = (
        "id", "date", "committee", "item", "owners", "text", "due", "state", "review", "classification", "overdue",
        "document_id", "page", "paragraph", "meeting_id", "settled_on",
    )  # fmt: skip
    head = PLACES
    table = "action"
    tables = f"action t {JOINED}"
    joined = JOINS
    select = f"""m.date, m.committee, {ITEM}, {people_of("action", "owner")}, t.text, t.due, t.state, t.review,
        t.classification, t.state = 'open' AND t.due IS NOT NULL AND t.due < :today, {statement_page("action")},
        t.meeting_id, t.settled_on"""
    orders = {
        **COMMON_ORDERS,
        "owners": FIRST_PERSON,
        "due": "t.due",
        "state": "t.state",
    }
    order_tables = {"owners": first_in("action", "owner")}
    default_order = BY_DAY

    def page_params(self) -> dict[str, Any]:
        return {"today": self._today()}

    def where(self, view: View, conditions: Conditions) -> None:
        statement_where("action", view, conditions)
        conditions.add_if(in_role("action", "owner", "witness"), witness=view.witness)
        owing_where("action", view, conditions)
        conditions.one_of("t.state", view.status)
        if view.outstanding or view.overdue:
            conditions.add("t.state = 'open'")
        if view.overdue:
            conditions.add("t.due < :today", today=self._today())
        conditions.words(view.words, words_of_statement("action"))
