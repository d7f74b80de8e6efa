"""Matters arising: each thing that is open, or was closed since, stands under one heading on each day."""

import pytest

from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.findings import FoundMeeting
from scrutiny_desk.domain.recommendations import Reply
from scrutiny_desk.domain.standings import Standing
from scrutiny_desk.domain.undertakings import DecisionKind, State
from scrutiny_desk.services import due_days, matters, recommendations, standings
from scrutiny_desk.services import undertakings as promises

QUESTION, PROMISE, RECOMMENDATION = (Kind.QUESTIONS, 2), (Kind.UNDERTAKINGS, 1), (Kind.DECISIONS, 2)
COMMITTEE = "Overview and Scrutiny Committee"


@pytest.fixture(autouse=True)
def minutes(library, papers):
    paper = papers.full_minutes()
    paper.resolve("That Cabinet open the third centre again.", DecisionKind.RECOMMENDED)
    paper.take_into(library)
    later = papers.Paper("later.pdf", meeting=FoundMeeting("Wexcombe County Council", COMMITTEE, "2025-07-24"))
    later.item("5", "Any other business")
    later.say("Nothing was asked.")
    later.take_into(library)


def under(library, today="2025-07-30", **more):
    found = matters.arising(library, COMMITTEE, today=today, **more)
    return {
        name: [thing for thing in getattr(found, name) if thing in (QUESTION, PROMISE, RECOMMENDATION)]
        for name in ("new", "due", "late", "closed", "waiting")
    }


def nothing(**but):
    return {name: but.get(name, []) for name in ("new", "due", "late", "closed", "waiting")}


def test_what_was_raised_at_the_last_meeting_is_new(library):
    assert matters.arising(library, COMMITTEE, today="2025-07-24").since == "2025-06-12"
    assert under(library, "2025-07-24") == nothing(new=[QUESTION, PROMISE, RECOMMENDATION])
    assert under(library) == nothing(waiting=[QUESTION, PROMISE, RECOMMENDATION])
    assert matters.arising(library, None, today="2025-07-30").since == "2025-07-24"


def test_what_falls_due_and_what_is_late(library):
    due_days.set_due(library, Kind.QUESTIONS, 2, "2025-08-27")
    due_days.set_due(library, Kind.UNDERTAKINGS, 1, "2025-07-29")
    assert under(library, "2025-07-30") == nothing(due=[QUESTION], late=[PROMISE], waiting=[RECOMMENDATION])
    assert under(library, "2025-07-29") == nothing(waiting=[QUESTION, RECOMMENDATION], due=[PROMISE])
    assert under(library, until="2025-08-26") == nothing(late=[PROMISE], waiting=[QUESTION, RECOMMENDATION])


def test_what_was_settled_since_is_closed_and_then_gone(library):
    standings.stand(library, [2], Standing.ANSWERED_IN_FULL, day="2025-07-28", shown_by="letter")
    promises.set_state(library, Kind.UNDERTAKINGS, [1], State.DONE, on="2025-07-24")
    recommendations.reply(library, [2], Reply.ACCEPTED, "2025-07-25")
    assert under(library) == nothing(closed=[QUESTION, PROMISE, RECOMMENDATION])
    assert under(library, "2025-07-27", since="2025-07-25") == nothing(closed=[RECOMMENDATION])
    assert under(library, since="2025-07-29") == nothing()


def test_a_holding_reply_closes_nothing(library):
    standings.stand(library, [2], Standing.HOLDING_REPLY, day="2025-07-28", shown_by="letter")
    assert under(library)["waiting"][0] == QUESTION


def test_another_committee_is_another_matter(library):
    found = matters.arising(library, "Health Panel", today="2025-07-30")
    assert (found.new, found.due, found.late, found.closed, found.waiting) == ((),) * 5
