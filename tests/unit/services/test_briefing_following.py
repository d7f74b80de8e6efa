"""The letter, matters arising and the tracker: what was asked for, who owes it, and what has become of it."""

import pytest

from scrutiny_desk.briefing import wording
from scrutiny_desk.domain.briefing import BriefingKind
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.people import Capacity
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.undertakings import State
from scrutiny_desk.services import briefing, undertakings
from scrutiny_desk.services.briefing import Scope

TODAY = "2026-01-05"


@pytest.fixture
def held(library, papers):
    """One meeting with a question, a promise and a task of Maria Okafor's."""
    paper = papers.Paper("june.txt", meeting=papers.MEETING)
    paper.item("38", "Early help")
    witness = paper.there("Maria Okafor", Capacity.WITNESS, post="Director of Early Help")
    asked = paper.ask("How many families moved?", None, witness, "She would write.", status=QuestionStatus.PROMISED)
    paper.promise("She would write to the member.", witness, asked)
    paper.task("Officers to publish the map.", witness)
    paper.take_into(library)
    return library


def gathered(library, kind, **about):
    return briefing.gather(library, Scope(kind, **about), today=TODAY)


def headings(note):
    return [section.known_as for section in note.sections if section.known_as != wording.SOURCES]


def test_the_letter_asks_for_what_is_owed_and_no_more(held):
    note = gathered(held, BriefingKind.LETTER, witness=1)
    assert headings(note) == [
        wording.REQUEST_FOR_ANSWERS,
        wording.OUTSTANDING,
        wording.OPEN_UNDERTAKINGS,
        wording.YOUR_REPLY,
    ]
    assert note.sections[0].lines[0].text == "Dear Maria Okafor"
    assert [section.heading for section in note.sections[1:3]] == [wording.QUESTIONS, wording.UNDERTAKINGS]
    asked = note.sections[1].lines[0]
    assert asked.text == "How many families moved?"
    assert [line.text for line in asked.then] == ["She would write.", "no date set."]


def test_a_letter_to_who_owes_nothing_asks_for_nothing(library, papers):
    paper = papers.Paper("june.txt", meeting=papers.MEETING)
    paper.there("Maria Okafor", Capacity.WITNESS)
    paper.take_into(library)
    text = briefing.preview(library, Scope(BriefingKind.LETTER, witness=1), today=TODAY)
    assert wording.NONE_OUTSTANDING in text
    assert wording.LETTER_ENDS not in text


def test_matters_arising_say_what_has_become_of_each(held):
    scope = {"meeting": 1}
    assert headings(gathered(held, BriefingKind.MATTERS_ARISING, **scope)) == [
        wording.OUTSTANDING,
        wording.OPEN_UNDERTAKINGS,
        wording.ACTIONS_OPEN,
    ]
    undertakings.set_state(held, Kind.UNDERTAKINGS, [1], State.DONE)
    assert wording.KEPT in headings(gathered(held, BriefingKind.MATTERS_ARISING, **scope))


def test_the_tracker_has_a_row_for_everything_asked_for(held):
    note = gathered(held, BriefingKind.TRACKER)
    rows = [[line.text for line in row] for section in note.sections if section.table for row in section.table.rows]
    assert [row[0] for row in rows] == [
        "How many families moved?",
        "She would write to the member.",
        "Officers to publish the map.",
    ]
    assert {row[2] for row in rows} == {"Maria Okafor"}
    assert [row[4] for row in rows] == ["Answer promised", "Open", "Open"]


def test_a_tracker_of_another_committee_is_empty(held):
    note = gathered(held, BriefingKind.TRACKER, committee="Audit Committee")
    assert note.sections[0].lines[0].text == wording.NONE_OUTSTANDING
