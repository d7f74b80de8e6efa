"""Recommendations: put to the executive on a day, due a reply by rule, and what it said with its reasons and source."""

import pytest

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.deadlines import Slippage
from scrutiny_desk.domain.documents import DocumentKind
from scrutiny_desk.domain.recommendations import Progress, Reply, Response
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.domain.undertakings import DecisionKind
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import documents, due_days, history, recommendations

LETTER = "Cabinet accepts the recommendation in part, since no money is left for the third centre."


@pytest.fixture(autouse=True)
def minutes(library, papers):
    paper = papers.full_minutes()
    paper.resolve("That Cabinet open the third centre again.", DecisionKind.RECOMMENDED)
    return paper.take_into(library).document_id


@pytest.fixture
def letter(library, papers):
    paper = papers.Paper("cabinet.txt", kind=DocumentKind.CORRESPONDENCE)
    paper.say(LETTER)
    return paper.take_into(library).document_id


NUMBER = 2


def test_only_recommendations_are_in_the_register(library):
    assert recommendations.ids(library) == [NUMBER]
    assert recommendations.ids(library, View(committee="Another")) == []
    assert recommendations.response(library, NUMBER) == Response(NUMBER)
    with pytest.raises(Trouble, match="Only a recommendation"):
        recommendations.put(library, [1], "2025-06-20")


def test_the_reply_is_due_by_the_rule_that_is_chosen(library):
    recommendations.put(library, [NUMBER], "20/6/2025", put_to="Cabinet", rule=recommendations.RULE)
    held = recommendations.response(library, NUMBER)
    assert (held.put_to, held.received_on, held.due, held.reply) == (
        "Cabinet", "2025-06-20", "2025-08-19", Reply.AWAITED,
    )  # fmt: skip
    assert held.how.endswith("2 months beginning with 20 June 2025: 19 August 2025")
    due_days.set_due(library, Kind.DECISIONS, NUMBER, "2025-09-30", how="the leader asked for time")
    assert due_days.moved(library, Kind.DECISIONS, NUMBER) == Slippage("2025-08-19", "2025-09-30", 1)
    assert recommendations.response(library, NUMBER).due == "2025-09-30"


def test_without_a_rule_no_day_is_made_up(library):
    recommendations.put(library, [NUMBER], "2025-06-20")
    assert recommendations.response(library, NUMBER).due is None


def test_the_reply_is_kept_with_its_day_reasons_and_passage(library, letter):
    spans = (Span(0, 0, len(LETTER)),)
    with pytest.raises(Trouble, match="give the reasons"):
        recommendations.reply(library, [NUMBER], Reply.REJECTED, "2025-08-01")
    recommendations.reply(library, [NUMBER], Reply.PARTLY_ACCEPTED, "2025-08-01", document_id=letter, spans=spans)
    held = recommendations.response(library, NUMBER)
    assert (held.reply, held.replied_on, held.sources[0].quote) == (Reply.PARTLY_ACCEPTED, "2025-08-01", LETTER)
    documents.withdraw(library, letter)
    held = recommendations.response(library, NUMBER)
    assert (held.reply, held.replied_on, held.sources) == (Reply.AWAITED, None, ())
    history.undo(library)
    assert recommendations.response(library, NUMBER).reply is Reply.PARTLY_ACCEPTED


def test_progress_is_reported_beside_the_reply(library):
    recommendations.reply(library, [NUMBER], Reply.ACCEPTED, "2025-08-01")
    recommendations.report_progress(library, [NUMBER], Progress.UNDER_WAY, "2025-10-01", words="builders are in")
    held = recommendations.response(library, NUMBER)
    assert (held.reply, held.progress, held.progress_on, held.progress_words) == (
        Reply.ACCEPTED, Progress.UNDER_WAY, "2025-10-01", "builders are in",
    )  # fmt: skip
    history.undo(library)
    assert recommendations.response(library, NUMBER).progress is Progress.NOT_STARTED
