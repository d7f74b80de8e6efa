"""Approved minutes over a draft, as councils write them: what matters of the differences is told, and a person's work
is carried to the same words, asked about where two places fit, and listed where none does."""

import pytest

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.services import (
    again,
    changed,
    documents,
    exporting,
    history,
    importing,
    passages,
    placing,
    reviewing,
    tables,
    tagging,
)
from scrutiny_desk.store import notes, sources

DRAFT = """WEXCOMBE COUNTY COUNCIL

OVERVIEW AND SCRUTINY COMMITTEE

{draft}MINUTES of the meeting held on Thursday 12 June 2025 at 10.00 am at County Hall

Present: Councillors Dorothy Ames (Chair), Ned Vickers and Ida Pell

Officers present: Maria Okafor (Director of Early Help), Tom Hargreave (Head of Leisure)

1. APOLOGIES

Apologies were received from Councillor Rook.

2. FAMILY HUBS

Councillor Ames asked how many families had moved to the new centres. {families}

Councillor Vickers asked when the third centre would open again. {opening}

{asker} asked whether the rota of the van was kept to. Ms Okafor replied that it was printed every month and kept to.

{promise}

The outreach van had visited eleven villages, and its readers had been written to by the Council in the spring.

{spring}

{decision}

3. THORNLEY POOL

Councillor Pell asked what the new roof would cost. Mr Hargreave said that it would cost two million pounds.

{gone}RESOLVED: That the roof be mended before the winter.

{close}
"""
OLD = {
    "draft": "DRAFT ",
    "families": "Ms Okafor said that forty families had moved.",
    "opening": "Ms Okafor said she would find out and write to all members of the committee.",
    "asker": "Councillor Vickers",
    "promise": "Ms Okafor undertook to send the figures for each of the three centres by 30 September 2025.",
    "spring": "It was noted.",
    "decision": "RESOLVED: That the report be noted.",
    "gone": "Members spoke at length of the car park behind the pool, which floods.\n\n",
    "close": "The meeting ended at 12.15 pm.",
}
NEW = OLD | {
    "draft": "",
    "opening": "Ms Okafor said that it had opened on 2 June and was full on every day of the week.",
    "asker": "Councillor Pell",
    "promise": "Ms Okafor undertook to send the figures for each of the three centres by 31 October 2025.",
    "decision": "RESOLVED: That the report be referred back to the Cabinet with the committee's reasons.",
    "gone": "",
}


@pytest.fixture
def write(tmp_path):
    """Write a version to a file; the file."""

    def written(name, words):
        path = tmp_path / name
        path.write_text(DRAFT.format(**words), encoding="utf-8")
        return path

    return written


@pytest.fixture
def draft(library, write):
    """The draft, taken in by the program as a person would; its number is 1."""
    assert importing.import_paths(library, [write("draft minutes.txt", OLD)]).rows[0].document_id == 1
    tagging.add_issue(library, "Hubs")
    return library


def question(library, words):
    return next(row for row in exporting.as_data(library)["questions"] if words in row["text"])


def place(library, document_id, words):
    (block,) = [b for b in documents.blocks(library, document_id) if words in b.text]
    at = block.text.index(words)
    return (Span(block.order, at, at + len(words)),)


def approve(library, write, words=NEW):
    row = importing.import_paths(library, [write("approved minutes.txt", words)]).rows[0]
    assert row.outcome == "joined"
    return row.document_id


def test_a_changed_answer_day_name_and_decision_are_told(draft, write):
    confirmed = question(draft, "third centre")["id"]
    reviewing.confirm(draft, Kind.QUESTIONS, [confirmed])
    new = approve(draft, write)
    told = changed.in_document(draft, new)
    by_what = {(one.kind, one.what): (one.there, one.here) for one in told}
    assert by_what[Kind.QUESTIONS, "status"] == ("promised", "answered")
    assert any("opened on 2 June" in one.here for one in told if one.what in ("answer", "new_answer"))
    assert by_what[Kind.QUESTIONS, "asked_by"] == ("Ned Vickers", "Ida Pell")
    assert by_what[Kind.UNDERTAKINGS, "due"] == ("2025-09-30", "2025-10-31")
    assert any(one.kind is Kind.DECISIONS and "be noted" in one.there and not one.here for one in told)
    row = tables.question(draft, confirmed)
    assert (row.status, row.review) == (QuestionStatus.PROMISED, Review.CONFIRMED), "a person's word stands"
    from_the_draft = changed.in_document(draft, 1)
    assert {(one.here, one.there) for one in from_the_draft} == {(one.there, one.here) for one in told}


def test_what_did_not_change_is_not_told(draft, write):
    new = approve(draft, write, OLD | {"draft": ""})
    assert changed.in_document(draft, new) == () and placing.to_place(draft, new) == ()


def test_a_persons_work_is_carried_to_the_same_words(draft, write):
    families, roof = question(draft, "how many families")["id"], question(draft, "new roof")["id"]
    reviewing.confirm(draft, Kind.QUESTIONS, [families])
    reviewing.correct_question(draft, roof, status=QuestionStatus.PARTLY_ANSWERED, text="What will the roof cost?")
    tagging.tag_questions(draft, [1], [families])
    tagging.tag_passage(draft, [1], 1, place(draft, 1, "The outreach van had visited eleven villages"))
    noted = place(draft, 1, "its readers had been written to")
    draft.write("x", lambda db: notes.add(db, "Whom?", at="x", source=passages.source(db, 1, noted), document_id=1))
    new = approve(draft, write)
    rows = {row["id"]: row for row in exporting.as_data(draft)["questions"]}
    assert rows[families]["review"] == "confirmed" and rows[roof]["review"] == "corrected"
    assert rows[roof]["status"] == "partly_answered" and rows[roof]["text"] == "What will the roof cost?"
    for each in (families, roof):
        assert {source["document_id"] for source in rows[each]["sources"]} == {1, new}
    assert len([row for row in rows.values() if "roof" in row["text"]]) == 1, "no second row of the same question"
    (tag,) = [t for t in tagging.tags_of_document(draft, new) if t.question_id is None]
    assert tag.issue_id == 1
    with draft.read() as db:
        places = sources.load(db, "note", [1])[1]
    assert {(source.document_id, source.quote) for source in places} == {
        (1, "its readers had been written to"), (new, "its readers had been written to"),
    }  # fmt: skip
    assert "car park behind the pool" in " ".join(b.text for b in documents.blocks(draft, 1)), "the old stays readable"


def test_two_places_are_asked_about_and_what_has_none_is_listed(draft, write):
    tagging.tag_passage(draft, [1], 1, place(draft, 1, "It was noted."))
    tagging.tag_passage(draft, [1], 1, place(draft, 1, "the car park behind the pool"))
    around = (
        "The report went on.\n\nIt told of the year.\n\nIt was noted.\n\nThe report went on.\n\nIt told of the year."
    )
    new = approve(draft, write, NEW | {"spring": "Nothing more.", "close": f"{around}\n\n{around}"})
    waiting = {one.quote: len(one.choices) for one in placing.to_place(draft, new)}
    assert waiting == {"It was noted.": 2, "the car park behind the pool": 0}
    history.undo(draft)
    assert placing.to_place(draft) == ()


def test_read_again_nothing_a_person_did_is_lost(draft, write):
    new = approve(draft, write)
    reviewing.confirm(draft, Kind.QUESTIONS, [question(draft, "how many families")["id"]])
    tagging.tag_passage(draft, [1], new, place(draft, new, "The outreach van"))
    before = exporting.as_data(draft)
    for each in (1, new):
        again.apply(draft, each)
    after = exporting.as_data(draft)
    assert after["tags"] == before["tags"]
    kept = {row["id"]: row for row in after["questions"]}
    for row in before["questions"]:
        if row["review"] != "suggested":
            assert kept[row["id"]] == row
