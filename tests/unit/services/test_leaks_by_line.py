"""Each rule about who may see what, attacked once: held from the import on, inherited by all that is made of it, the
strictest wherever two come together, and lowered only with a reason that the record keeps."""

import pytest

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.briefing import BriefingKind
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.documents import Circulation, Classification, DocumentKind
from scrutiny_desk.domain.people import Capacity
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.recommendations import Reply
from scrutiny_desk.domain.standings import Standing
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.domain.undertakings import DecisionKind
from scrutiny_desk.services import (
    again,
    answering,
    briefing,
    documents,
    exporting,
    history,
    importing,
    noting,
    receiving,
    recommendations,
    reviewing,
    searching,
    tagging,
    trackers,
)
from scrutiny_desk.services.briefing import Scope
from scrutiny_desk.services.receiving import Outcome

TODAY = "2026-01-05"
CLOSED = Classification.EXEMPT


def told(library, circulation=Circulation.PUBLIC):
    """All that any briefing and the tracker say to this circulation."""
    data = exporting.as_data(library)
    ids = {"meeting": data["meetings"], "issue": data["issues"], "witness": data["people"]}
    said = [repr([row.cells for row in trackers.rows(library, circulation=circulation)])]
    for kind in BriefingKind:
        wanted = briefing.needs(kind)
        scopes = [{wanted: row["id"]} for row in ids[wanted]] if wanted else [{}]
        said += [
            briefing.preview(library, Scope(kind, circulation=circulation, **about), today=TODAY) for about in scopes
        ]
    return "\n".join(said)


@pytest.fixture
def two(library, papers):
    """Open minutes (1) and a closed letter (2) that holds an answer, a promise and a decision."""
    opened = papers.Paper("open.txt", meeting=papers.MEETING)
    opened.item("1", "Parks")
    witness = opened.there("Tom Hargreave", Capacity.WITNESS)
    opened.say("Tom Hargreave came.")
    opened.ask("What of the parks?", None, witness, "He would write.", status=QuestionStatus.PROMISED)
    opened.resolve("That the parks be mended.", DecisionKind.RECOMMENDED)
    opened.take_into(library)
    letter = papers.Paper("letter.txt", kind=DocumentKind.CORRESPONDENCE, classification=CLOSED)
    for words in ("The parks cost Secretsum.", "We shall sell Secretland.", "It was Secretly agreed."):
        letter.say(words)
    letter.take_into(library)
    return library


def passage(library, document_id, at):
    return (Span(at, 0, len(documents.blocks(library, document_id)[at].text)),)


def classes(library, kind="questions"):
    return [row.get("classification") for row in exporting.as_data(library)[kind]]


def test_what_an_import_holds_back_is_held_before_anybody_has_answered_the_question(library, tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(
        "WEXCOMBE COUNTY COUNCIL\n\nOVERVIEW AND SCRUTINY COMMITTEE\n\nMINUTES of the meeting held on 12 June 2025\n\n"
        "NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972\n\n"
        "Present: Councillor Ida Secretname\n\n1. LAND\n\nCouncillor Secretname asked what Secretland would fetch. "
        "The Director replied that it would fetch a Secretsum.\n\nRESOLVED: That Secretland be sold.\n",
        encoding="utf-8",
    )
    (row,) = importing.import_paths(library, [path]).rows
    assert row.document_id and "check who may see it" in " ".join(row.notices)
    for circulation in (Circulation.PUBLIC, Circulation.MEMBERS):
        assert "Secret" not in told(library, circulation)
    assert "Secret" in told(library, Circulation.RESTRICTED)


@pytest.mark.parametrize("way", ["attach", "receive", "receive in part"])
def test_a_question_is_as_closed_as_an_answer_that_is_put_to_it(two, way):
    spans = passage(two, 2, 0)
    if way == "attach":
        answering.attach(two, [1], 2, spans, status=QuestionStatus.ANSWERED_LATER)
    else:
        standing, detail = (Standing.ANSWERED_IN_FULL, "") if way == "receive" else (Standing.PART_ANSWERED, "the sum")
        receiving.receive(two, [Outcome(1, standing, detail)], 2, spans, today=TODAY)
    assert classes(two) == ["exempt"]
    assert "Secret" not in told(two) and "Secret" not in told(two, Circulation.MEMBERS)
    documents.classify(two, 1, Classification.PUBLIC, "Published.")
    assert classes(two) == ["exempt"], "the letter is as closed as it was"
    assert "Secret" not in told(two)


def test_a_recommendation_is_as_closed_as_the_reply_to_it(two):
    recommendations.reply(two, [1], Reply.REJECTED, "2025-09-01", document_id=2, spans=passage(two, 2, 2))
    assert "Secret" not in told(two)
    documents.classify(two, 1, Classification.PUBLIC, "Published.")
    assert "parks be mended" not in told(two), "what was replied in a closed letter keeps the recommendation closed"


def test_what_a_person_marks_in_a_closed_passage_is_closed_whatever_they_write(two):
    made, _ = reviewing.add_question(two, 2, passage(two, 2, 0), text="What did it cost, Secretsum?")
    reviewing.add_undertaking(two, 2, passage(two, 2, 1))
    reviewing.add_decision(two, 2, passage(two, 2, 2), kind=DecisionKind.RESOLVED)
    reviewing.correct_question(two, made, text="Another wording of Secretsum")
    reviewing.confirm(two, Kind.QUESTIONS, [made])
    reviewing.split_question(two, made, passage(two, 2, 0), "And Secretsum again")
    for circulation in (Circulation.PUBLIC, Circulation.MEMBERS):
        assert "Secret" not in told(two, circulation)
    assert told(two, Circulation.RESTRICTED).count("Secret") > 3


def test_a_tag_and_what_is_searched_for_say_how_a_passage_is_held(two):
    tagging.add_issue(two, "Money")
    tagging.tag_passage(two, [1], 2, passage(two, 2, 0))
    tagging.tag_questions(two, [1], [1])
    assert "parks" in told(two) and "Secret" not in told(two)
    assert [hit.classification for hit in searching.search(two, "Secretsum")] == [CLOSED]


def test_the_strictest_wins_and_taking_the_closed_one_away_opens_nothing(two):
    made, _ = reviewing.add_question(two, 2, passage(two, 2, 0), text="What of the parks, Secretsum?")
    reviewing.merge_questions(two, 1, [made])
    assert classes(two) == ["exempt"] and "parks?" not in told(two)
    documents.withdraw(two, 2)
    assert "Secret" not in told(two)
    history.undo(two)
    assert "Secret" not in told(two)


@pytest.mark.parametrize("reason", ["", "   ", "\n"])
@pytest.mark.parametrize("level", [Classification.PUBLIC, Classification.UNKNOWN])
def test_nothing_is_lowered_without_a_reason(two, reason, level):
    with pytest.raises(Trouble, match="needs a reason"):
        documents.classify(two, 2, level, reason)
    with pytest.raises(Trouble, match="needs a reason"):
        documents.classify_passage(two, 2, passage(two, 2, 0), level, reason)
    assert exporting.as_data(two)["documents"][1]["classification"] == "exempt"


def test_the_reason_is_in_the_record_and_an_undo_takes_the_opening_back(two):
    reviewing.add_question(two, 2, passage(two, 2, 0), text="Secretsum?")
    documents.classify(two, 2, Classification.PUBLIC, "The court published it.")
    assert "Secret" in told(two)
    with two.read() as db:
        kept = db.execute("SELECT new FROM change_log WHERE tbl = 'document' ORDER BY id DESC").fetchall()
    assert any("The court published it." in (row[0] or "") for row in kept)
    history.undo(two)
    assert "Secret" not in told(two)


def test_reading_again_and_importing_again_lower_nothing(two, papers):
    documents.classify(two, 1, CLOSED)
    again.apply(two, 1)
    made = papers.Paper("open.txt", meeting=papers.MEETING)
    made.item("1", "Parks")
    made.ask("What of the parks?", None, None, "He would write.")
    made.take_into(two)
    assert exporting.as_data(two)["documents"][0]["classification"] == "exempt"


def test_what_is_noted_at_a_live_meeting_is_in_nothing_public(two):
    for what in noting.Jot:
        noting.keep(two, noting.Jotting(what, 1, "10:41"), f"What of Secretland, {what}?", TODAY)
    assert "Secret" not in told(two)
