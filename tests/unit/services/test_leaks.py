"""Ways by which a word of a closed paper could come into an open one: each is tried, and must fail."""

import pytest

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.briefing import BriefingKind
from scrutiny_desk.domain.documents import Circulation, Classification
from scrutiny_desk.domain.people import Capacity
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.services import briefing, calendars, exporting, personal, reviewing, tagging
from scrutiny_desk.services.briefing import Scope
from scrutiny_desk.services.classifying import classify_document

TODAY = "2026-01-05"
OPEN_TO = (Circulation.PUBLIC, Circulation.MEMBERS)


def every_word(library, circulation):
    """All that any briefing of this circulation says of anybody and anything."""
    data = exporting.as_data(library)
    told = []
    for kind in BriefingKind:
        wanted = briefing.needs(kind)
        ids = {"meeting": data["meetings"], "issue": data["issues"], "witness": data["people"]}
        scopes = [{wanted: row["id"]} for row in ids[wanted]] if wanted else [{}]
        told += [
            briefing.preview(library, Scope(kind, circulation=circulation, **about), today=TODAY) for about in scopes
        ]
    return "\n".join(told)


def paper(papers, name, held=Classification.PUBLIC, meeting=None):
    return papers.Paper(name, classification=held, meeting=meeting or papers.MEETING)


@pytest.fixture
def two(library, papers):
    """An open paper and a closed one of the same meeting, each with the same witness under another item."""
    opened = paper(papers, "open.txt")
    opened.item("1", "Parks")
    opened.say("Mr Hargreave came to tell of the parks.")
    witness = opened.there("Mr Hargreave", Capacity.WITNESS)
    opened.ask("What of the parks?", None, witness, "He would write.", status=QuestionStatus.PROMISED)
    opened.take_into(library)
    closed = paper(papers, "closed.txt", Classification.EXEMPT)
    closed.item("2", "Land")
    closed.say("Tom Secretname Hargreave, Secretpost, came to tell of the land.")
    named = closed.there("Tom Secretname Hargreave", Capacity.WITNESS, post="Secretpost", organisation="Secretfirm")
    closed.ask("What of the land?", None, named, "He would write.", status=QuestionStatus.PROMISED)
    closed.take_into(library)
    return library


def test_what_only_a_closed_paper_tells_of_somebody(two):
    (person,) = exporting.as_data(two)["people"]
    assert person["name"] == "Tom Secretname Hargreave" and person["post"] == "Secretpost"
    for circulation in OPEN_TO:
        said = every_word(two, circulation)
        assert "Hargreave" in said and "Secret" not in said
    assert "Secretpost" in every_word(two, Circulation.RESTRICTED)


def test_what_the_user_has_set_is_the_users(two):
    from scrutiny_desk.services import people

    people.set_post(two, 1, "Head of Parks", "Wexcombe County Council")
    people.rename(two, 1, "Tom Hargreave")
    said = every_word(two, Circulation.PUBLIC)
    assert "Head of Parks" in said and "Tom Hargreave" in said


def test_who_came_for_a_closed_item_of_open_minutes(library, papers):
    made = paper(papers, "minutes.txt")
    made.item("1", "Parks")
    made.say("The parks were noted.")
    made.item("2", "Land")
    made.there("Ida Secretname", Capacity.WITNESS, post="Secretpost", item=1)
    made.say("The land was valued.")
    made.restrict(2, 3)
    made.take_into(library)
    for circulation in OPEN_TO:
        for kind in (BriefingKind.MEETING, BriefingKind.OUTSTANDING, BriefingKind.TRACKER):
            about = {"meeting": 1} if kind is BriefingKind.MEETING else {}
            assert "Secret" not in briefing.preview(library, Scope(kind, circulation=circulation, **about), today=TODAY)
    assert "Secretpost" in every_word(library, Circulation.RESTRICTED)


def test_the_day_that_a_closed_undertaking_names(two):
    rows = exporting.as_data(two)["questions"]
    (opened,) = (row["id"] for row in rows if "parks" in row["text"])
    with two.read() as db:
        from scrutiny_desk.store import documents

        (block,) = [b for b in documents.blocks(db, 2) if "land" in b.text and "What" in b.text]
    spans = (Span(block.order, 0, len(block.text)),)
    reviewing.add_undertaking(two, 2, spans, due="2026-02-03", question_id=opened)
    for circulation in OPEN_TO:
        assert "3 February 2026" not in every_word(two, circulation)
    assert "3 February 2026" in every_word(two, Circulation.RESTRICTED)


def test_a_copy_of_the_same_item_that_is_closed_closes_both(library, papers):
    papers.full_minutes().take_into(library)
    assert "families had moved" in every_word(library, Circulation.PUBLIC)
    closed = papers.page_of_item(classification=Classification.EXEMPT)
    assert closed.take_into(library).joined_to == 1
    for circulation in OPEN_TO:
        assert "families had moved" not in every_word(library, circulation)
    assert "families had moved" in every_word(library, Circulation.RESTRICTED)


@pytest.mark.parametrize("first", [Classification.EXEMPT, Classification.PUBLIC])
def test_a_tag_carried_between_a_closed_and_an_open_version_brings_open_words_alone(library, papers, first):
    other = Classification.PUBLIC if first is Classification.EXEMPT else Classification.EXEMPT
    tagging.add_issue(library, "Children")
    draft = papers.full_minutes(classification=first)
    draft.say("The outreach van will call at the Secretplace every Monday morning at nine, and on Fridays.")
    draft.take_into(library)
    last = len(draft.blocks) - 1
    tagging.tag_passage(library, [1], 1, (Span(last, 0, len(draft.blocks[last].text)),))
    final = papers.full_minutes(classification=other)
    final.name = "approved.pdf"
    words = "The outreach van will call at the Openplace every Monday morning at nine, and on Fridays."
    if other is Classification.EXEMPT:
        words = draft.blocks[last].text
    final.say(words)
    assert final.take_into(library).joined_to == 1
    for circulation in OPEN_TO:
        said = every_word(library, circulation)
        assert ("Secretplace" in said) == (first is Classification.PUBLIC)


def test_questions_joined_by_hand_are_as_strict_as_the_stricter(two):
    rows = {row["text"]: row["id"] for row in exporting.as_data(two)["questions"]}
    reviewing.merge_questions(two, rows["What of the parks?"], [rows["What of the land?"]])
    (row,) = exporting.as_data(two)["questions"]
    assert row["classification"] == "exempt"
    assert "parks" not in every_word(two, Circulation.PUBLIC)


def test_a_calendar_holds_the_day_of_closed_business_and_no_word_of_it(two):
    for row in exporting.as_data(two)["questions"]:
        reviewing.correct_question(two, row["id"], follow_up_by="2026-03-04")
    told = calendars.text(two, "2026-01-05T09:00:00")
    assert "What of the parks?" in told and "What of the land?" not in told
    assert told.count("20260304") == 2 and calendars.CLOSED in told


def test_the_same_file_again_lowers_nothing(library, papers):
    made = papers.full_minutes()
    made.take_into(library)
    classify_document(library, 1, Classification.EXEMPT, "")
    assert made.take_into(library).document_id
    for circulation in OPEN_TO:
        assert "families had moved" not in every_word(library, circulation)


def test_a_nameless_person_is_in_no_briefing(two):
    personal.make_nameless(two, 1, "A resident")
    said = every_word(two, Circulation.RESTRICTED)
    assert "Secretname" not in said and "A resident" in said
