"""The four registers: each thing in one, with who owes it, when it is due and how late; put together without blame."""

import pytest

from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.deadlines import Lateness
from scrutiny_desk.domain.people import Who
from scrutiny_desk.domain.recommendations import Reply
from scrutiny_desk.domain.registers import Grouping, Register
from scrutiny_desk.domain.standings import Standing
from scrutiny_desk.domain.undertakings import DecisionKind
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import chasing, due_days, people, posts, recommendations, registers, standings, tagging
from scrutiny_desk.services import undertakings as promises


@pytest.fixture(autouse=True)
def minutes(library, papers):
    paper = papers.full_minutes()
    paper.resolve("That Cabinet open the third centre again.", DecisionKind.RECOMMENDED)
    paper.task("Mr Hargreave to circulate the plan.", Who("Tom Hargreave", None, 2))
    return paper.take_into(library).document_id


def rows(library, which, today="2025-07-20", **view):
    return registers.entries(library, registers.ids(library, which, View(**view)), today=today)


def test_each_thing_is_in_one_register(library):
    held = {which: [(row.kind, row.id) for row in rows(library, which)] for which in Register}
    assert held[Register.QUESTIONS] == [(Kind.QUESTIONS, 1), (Kind.QUESTIONS, 2), (Kind.QUESTIONS, 3)]
    assert held[Register.REQUESTS] == [(Kind.UNDERTAKINGS, 1), (Kind.ACTIONS, 1)]
    assert held[Register.RECOMMENDATIONS] == [(Kind.DECISIONS, 2)]
    assert held[Register.DECISIONS] == [(Kind.DECISIONS, 1)]
    assert {row.register for which in Register for row in rows(library, which)} == set(Register)


def test_a_row_says_who_owes_it_and_how_late_it_is(library):
    due_days.set_due(library, Kind.QUESTIONS, 2, "2025-06-30", how="she said by the end of June")
    due_days.set_due(library, Kind.QUESTIONS, 2, "2025-07-11", how="her e-mail of 27 June")
    okafor = people.find(library, "Maria Okafor")[0].id
    chasing.record(library, "first-chaser", [(Kind.QUESTIONS, 2)], "2025-07-14", person_id=okafor)
    (row,) = [row for row in rows(library, Register.QUESTIONS, "2025-07-20", outstanding=True) if row.id == 2]
    assert row.owner == "Maria Okafor, Director of Early Help, Wexcombe Health Trust"
    assert (row.asked_on, row.asked_by, row.state, row.open) == (
        "2025-06-12", "Councillor Dorothy Ames", "promised", True,
    )  # fmt: skip
    assert (row.first_due, row.due, row.how, row.moved) == ("2025-06-30", "2025-07-11", "her e-mail of 27 June", 1)
    assert (row.lateness, row.late, row.chased, row.chased_on) == (Lateness.LATE, 5, 1, "2025-07-14")
    assert row.document_id and row.page == 1


def test_what_is_settled_is_late_no_more(library):
    due_days.set_due(library, Kind.QUESTIONS, 2, "2025-07-11")
    standings.stand(library, [2], Standing.ANSWERED_IN_FULL, day="2025-07-18", shown_by="letter of 18 July")
    row = rows(library, Register.QUESTIONS)[1]
    assert (row.open, row.standing, row.settled_on, row.lateness) == (
        False, "answered_in_full", "2025-07-18", Lateness.NO_DAY,
    )  # fmt: skip


def test_recommendations_are_open_until_there_is_a_reply(library):
    recommendations.put(library, [2], "2025-06-20", put_to="Cabinet", rule=recommendations.RULE)
    (row,) = rows(library, Register.RECOMMENDATIONS, "2025-08-20", outstanding=True)
    assert (row.owner, row.due, row.lateness, row.late) == ("Cabinet", "2025-08-19", Lateness.LATE, 1)
    recommendations.reply(library, [2], Reply.REJECTED, "2025-08-22", reasons="There is no money.")
    assert rows(library, Register.RECOMMENDATIONS, outstanding=True) == []
    (row,) = rows(library, Register.RECOMMENDATIONS, status=("rejected",))
    assert (row.state, row.reply, row.settled_on) == ("rejected", "There is no money.", "2025-08-22")


def labels(library, by, kind=Kind.QUESTIONS, today="2025-07-20", **view):
    groups = registers.grouped(library, kind, by, View(**view), today=today)
    return [(group.label, group.ids, group.late, group.oldest) for group in groups]


def test_questions_are_put_together_by_whose_they_are(library):
    day = "2025-06-12"
    assert labels(library, Grouping.PERSON) == [("Maria Okafor", (1, 2), 0, day), ("Tom Hargreave", (3,), 0, day)]
    assert labels(library, Grouping.POST) == [
        ("Director of Early Help", (1, 2), 0, day), ("Head of Leisure", (3,), 0, day),
    ]  # fmt: skip
    assert labels(library, Grouping.ORGANISATION) == [("Wexcombe Health Trust", (1, 2), 0, day), ("", (3,), 0, day)]
    assert labels(library, Grouping.ASKER) == [("Councillor Dorothy Ames", (1, 2), 0, day), ("", (3,), 0, day)]
    assert labels(library, Grouping.COMMITTEE) == [("Overview and Scrutiny Committee", (1, 2, 3), 0, day)]
    issue = tagging.add_issue(library, "Family hubs")[0]
    tagging.tag_questions(library, [issue], [2])
    assert labels(library, Grouping.ISSUE) == [("Family hubs", (2,), 0, day), ("", (1, 3), 0, day)]


def test_what_has_passed_to_somebody_is_put_under_them(library):
    okafor = people.find(library, "Maria Okafor")[0].id
    due_days.set_due(library, Kind.QUESTIONS, 2, "2025-07-11")
    posts.take_over(library, okafor, Who("Ned Alder"), "2025-07-01")
    assert labels(library, Grouping.PERSON, outstanding=True) == [("Ned Alder", (2,), 1, "2025-06-12")]
    assert labels(library, Grouping.PERSON, Kind.UNDERTAKINGS) == [("Ned Alder", (1,), 0, "2025-06-12")]
    posts.leave(library, people.find(library, "Ned Alder")[0].id, "2025-07-02")
    assert labels(library, Grouping.PERSON, outstanding=True) == [("", (2,), 1, "2025-06-12")]
    assert labels(library, Grouping.POST, outstanding=True)[0][0] == "Director of Early Help"


def test_kept_promises_say_when(library):
    from scrutiny_desk.domain.undertakings import State

    promises.set_state(library, Kind.UNDERTAKINGS, [1], State.DONE, on="2025-07-02")
    row = rows(library, Register.REQUESTS)[0]
    assert (row.open, row.settled_on) == (False, "2025-07-02")
