"""Promises, and what is none."""

import pytest

from scrutiny_desk.recognition.promise import due_words
from scrutiny_desk.recognition.undertakings import bare_agreement, promise_in


@pytest.mark.parametrize(
    "text",
    [
        "He would get back to her with an answer.",
        "Mr Pell said she would find out and get back to him.",
        "Mr Pell noted that this seemed sensible and he would take this idea back.",
        "Mr Pell said he could supply specific answers later.",
        "The Director undertook to send the figures to Members.",
        "In replying, the Engineer agreed to look into this.",
        "Officers would re-score the road and come back to the Member.",
        "A detailed update would be brought back to Cabinet in due course.",
        "The Contract Director did not have that to hand and would provide it after the meeting.",
        "Officers stated that this would be circulated to Members following the meeting.",
        "The Director said he would be happy to provide this outside of the meeting.",
        "Ms Vane said that when the options were known details would be given to the Committee.",
        "It was agreed by Ms Vane that those results would be forwarded to the Director.",
        "Cllr Oakes will order the bench.",
        "Cllrs Vane and Oakes will advertise the meeting.",
        "The Clerk will enquire what the rules are.",
        "Chair will consider this.",
        "undertook to provide members with the timetable for their wards.",
    ],
)
def test_promises(text):
    assert promise_in(text, 0, len(text)) is not None


@pytest.mark.parametrize(
    "text",
    [
        "New hubs would open in May.",
        "They would be working towards a single vision.",
        "The Committee agreed to note the report.",
        "It was agreed that letters would be written.",
        "If they rang him he would look into it.",
        "He would be happy to attend.",
        "The service would provide support to families.",
        "He was still waiting for the figures promised to him.",
        "Ms Vane has agreed to chair the meeting.",
        "A report on this would be going to the April meeting.",
        "He would like to thank the team.",
    ],
)
def test_reported_speech_plans_offers_and_decisions_are_no_promises(text):
    assert promise_in(text, 0, len(text)) is None


def test_a_bare_agreement():
    text = "In replying, the Senior Engineer agreed."
    assert bare_agreement(text, 0, len(text))
    assert not bare_agreement("He agreed with that.", 0, 20)


@pytest.mark.parametrize(
    "text, words",
    [
        ("would send it by the end of the month", "by the end of the month"),
        ("would bring it to the April meeting", "to the April meeting"),
        ("would write within ten days", "within ten days"),
        ("would send it in due course", "in due course"),
        ("would send it", None),
    ],
)
def test_words_that_say_by_when(text, words):
    assert due_words(text) == words


@pytest.mark.parametrize(
    "said",
    [
        "If the Councillor let her have the address she would look into it and report back to him.",
        "The Panel would have the reasons in a paper for the May meeting.",
        "Foot passengers were not counted; the others would be supplied.",
        "Dr Sayeed said that the Trust's finance team would write to the Committee.",
        "He would set the detail out in a note.",
    ],
)
def test_promises_in_a_reply(said):
    assert promise_in(said, 0, len(said), replying=True)


@pytest.mark.parametrize(
    "said",
    [
        "Councillor Bexon had asked how many stood empty, and the Director had said that he would find out.",
        "A new system would send reminders to borrowers.",
    ],
)
def test_what_was_promised_before_or_is_merely_planned_binds_nobody(said):
    assert promise_in(said, 0, len(said)) is None


@pytest.mark.parametrize(
    "text",
    [
        "The Chairman welcomed Ms Pell, who had kindly agreed to give a talk.",
        "OCDS would provide a common means of publishing data.",
        "The Mayor would order the bench.",
    ],
)
def test_what_is_past_or_nobody_said_of_himself_is_no_promise(text):
    assert promise_in(text, 0, len(text)) is None


def test_a_time_inside_a_why_is_not_when_it_is_owed():
    assert due_words("agreed to write asking why the minutes could not be ready prior to April") is None
    assert due_words("agreed to say why the wall was wet, by the end of April") == "by the end of April"


@pytest.mark.parametrize(
    "said",
    [
        "The Head of Strategy confirmed that this would be done.",
        "It was agreed that it would be attached to the minutes.",
        "The score sheet would be circulated to the Committee.",
        "DP will also give the Panel's staff an account of what was seen.",
        "He would do a manual trawl of the last six months and provide the result to the officer.",
        "He would dig the figures out for the next meeting.",
        "R Teal said that he would have a paragraph inserted.",
    ],
)
def test_more_promises_in_a_reply(said):
    assert promise_in(said, 0, len(said), replying=True)


def test_what_will_be_done_one_day_is_no_promise():
    said = "He said that this would be done when money allowed."
    assert promise_in(said, 0, len(said), replying=True) is None
