"""Chasing: the council's own steps, not before their day; a letter and an e-mail from the register; a record of each."""

import pytest

from scrutiny_desk import locations
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.documents import Circulation
from scrutiny_desk.domain.people import Who
from scrutiny_desk.domain.troubles import NotFound, Trouble
from scrutiny_desk.services import chasing, due_days, history, people, posts

QUESTION, PROMISE = (Kind.QUESTIONS, 2), (Kind.UNDERTAKINGS, 1)


@pytest.fixture
def okafor(library, papers):
    papers.full_minutes().take_into(library)
    due_days.set_due(library, *QUESTION, "2025-07-11", how="she said by mid July")
    return people.find(library, "Maria Okafor")[0].id


def following(library, thing=QUESTION):
    found = chasing.next_step(library, *thing)
    return found.step and found.step.key, found.not_before


def test_the_steps_come_in_order_each_not_before_its_day(library, okafor):
    assert following(library) == ("first-chaser", "2025-07-14")
    assert following(library, PROMISE) == ("first-chaser", None)
    chasing.record(library, "first-chaser", [QUESTION], "2025-07-14", person_id=okafor)
    assert following(library) == ("second-chaser", "2025-07-28")
    chasing.record(library, "second-chaser", [QUESTION], "2025-07-28", person_id=okafor)
    assert following(library) == ("chairs-letter", "2025-08-11")
    chasing.record(library, "chairs-letter", [QUESTION], "2025-08-11", sent_to="Chief Executive")
    assert following(library) == ("agenda-item", "2025-08-26")
    chasing.record(library, "agenda-item", [QUESTION], "2025-08-26")
    assert chasing.next_step(library, *QUESTION).step is None
    assert [chaser.title for chaser in chasing.history(library, *QUESTION)] == [
        "First chaser", "Second chaser", "Chair's letter to the chief executive", "Item for the agenda",
    ]  # fmt: skip


def test_a_day_that_was_moved_is_waited_for(library, okafor):
    chasing.record(library, "first-chaser", [QUESTION], "2025-07-14", person_id=okafor)
    due_days.set_due(library, *QUESTION, "2025-08-22", how="her holding reply")
    assert following(library) == ("second-chaser", "2025-08-26")
    due_days.set_due(library, *QUESTION, "2025-07-18", how="her second thoughts")
    assert following(library) == ("second-chaser", "2025-07-28")


def test_what_may_be_chased_today_is_told(library, okafor):
    assert chasing.due_now(library, okafor, "2025-07-13") == ()
    ((step, things),) = chasing.due_now(library, okafor, "2025-07-14")
    assert (step.key, things) == ("first-chaser", (QUESTION,))


def test_two_chasers_are_not_sent_too_near_each_other(library, okafor):
    chasing.record(library, "first-chaser", [QUESTION], "2025-07-14", person_id=okafor)
    with pytest.raises(Trouble, match="may go on 21 July 2025"):
        chasing.record(library, "first-chaser", [PROMISE], "2025-07-18", person_id=okafor)
    chasing.record(library, "first-chaser", [PROMISE], "2025-07-18", person_id=okafor, anyway=True)
    assert len(chasing.of_person(library, okafor)) == 2
    history.undo(library)
    assert [chaser.day for chaser in chasing.of_person(library, okafor)] == ["2025-07-14"]
    due_days.set_due(library, *PROMISE, "2025-07-15")
    assert following(library, PROMISE) == ("first-chaser", "2025-07-21")


def test_the_letter_and_the_email_say_what_the_register_holds(library, okafor, tmp_path):
    made = chasing.draft(library, "first-chaser", [QUESTION, PROMISE], today="2025-07-14", person_id=okafor)
    assert made.sent_to == "Maria Okafor, Director of Early Help, Wexcombe Health Trust"
    assert made.email.startswith("Dear Maria Okafor\n\n")
    for words in (
        "1. “Councillor Ames wanted to know when the third centre would open again.” (12 June 2025; asked by "
        "Councillor Dorothy Ames; due 11 July 2025)",
        "2. “Ms Okafor undertook to send the figures for each of the three centres.” (12 June 2025; made by Maria "
        "Okafor; no date set)",
        "[Overview and Scrutiny Committee, 12 June 2025, minute 38",
        "   What was said: “Ms Okafor said she would find out and write to all members of the committee.”",
    ):
        assert words in made.email
    path = chasing.save(made, tmp_path / "letter.txt")
    text = path.read_text(encoding="utf-8")
    assert "Dear Maria Okafor" in text and "third centre would open again" in text and "Yours sincerely" in text


def test_a_promise_that_is_the_reply_is_asked_for_once(library, papers):
    paper = papers.Paper("minutes.txt", meeting=papers.MEETING)
    paper.item("1", "The pool")
    witness = paper.there("Ada Quill")
    question = paper.ask("Councillor Ames asked what the roof would cost.", None, witness, "She would write.")
    paper.promise("She would write.", witness, question)
    paper.take_into(library)
    made = chasing.draft(
        library, "first-chaser", [(Kind.QUESTIONS, 1), (Kind.UNDERTAKINGS, 1)], today="2025-07-14", person_id=1
    )
    assert made.email.count("She would write.") == 1 and "\n\n2. " not in made.email
    assert sum(bool(line.citations) for section in made.letter.sections for line in section.lines) == 1


def test_a_later_step_tells_of_the_ones_before(library, okafor):
    chasing.record(library, "first-chaser", [QUESTION], "2025-07-14", person_id=okafor)
    made = chasing.draft(library, "second-chaser", [QUESTION], today="2025-07-28", person_id=okafor)
    assert "We wrote about this on 14 July 2025." in made.email
    chair = chasing.draft(library, "chairs-letter", [QUESTION], today="2025-08-11", person_id=okafor)
    assert chair.email.startswith("Dear Chief Executive\n\n")
    assert ("Owner", "Maria Okafor, Director of Early Help, Wexcombe Health Trust") in chair.letter.header
    agenda = chasing.draft(library, "agenda-item", [QUESTION], today="2025-08-26", person_id=okafor)
    assert "Dear" not in agenda.email and "Yours" not in agenda.email and agenda.sent_to == ""


def test_what_may_not_be_seen_is_not_in_a_chaser(library, papers):
    paper = papers.full_minutes()
    paper.restrict(0, len(paper.blocks) - 1)
    paper.take_into(library)
    made = chasing.draft(library, "first-chaser", [QUESTION], today="2025-07-14", circulation=Circulation.PUBLIC)
    assert "third centre" not in made.email
    assert sum(made.letter.left_out.values()) == 1


def test_who_took_the_post_over_is_chased(library, okafor):
    posts.take_over(library, okafor, Who("Ned Alder"), "2025-07-12")
    alder = people.find(library, "Ned Alder")[0].id
    assert chasing.due_now(library, okafor, "2025-07-14") == ()
    assert [things for _step, things in chasing.due_now(library, alder, "2025-07-14")] == [(QUESTION,)]


def test_a_council_names_its_own_steps(library, okafor):
    own = locations.data_folder() / "chasing.toml"
    own.write_text(
        'minimum_working_days = 2\n[[step]]\nkey = "nudge"\ntitle = "A word in the corridor"\nafter = 0\nto = "owner"\n'
        'subject = "s"\nopening = "o"\nclosing = "c"\n',
        encoding="utf-8",
    )
    assert [step.title for step in chasing.steps()] == ["A word in the corridor"]
    assert following(library) == ("nudge", "2025-07-11")
    with pytest.raises(NotFound, match="Choose from: nudge"):
        chasing.step("first-chaser")
    own.write_text('[[step]]\nkey = "nudge"\n', encoding="utf-8")
    with pytest.raises(Trouble, match="is not complete"):
        chasing.steps()


def test_nothing_is_recorded_for_nothing(library, okafor):
    with pytest.raises(Trouble, match="Nothing is chosen"):
        chasing.record(library, "first-chaser", [], "2025-07-14", person_id=okafor)
