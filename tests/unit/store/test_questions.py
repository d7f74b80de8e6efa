"""Questions, answers, undertakings, decisions and actions: kept whole, changed by field, never over a person's word."""

from dataclasses import replace

import pytest

from scrutiny_desk.domain.people import Who
from scrutiny_desk.domain.questions import Answer, Given, QuestionStatus
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.domain.troubles import NotFound
from scrutiny_desk.domain.undertakings import DecisionKind, State
from scrutiny_desk.store import documents, questions, undertakings, versions


def get(library, question_id):
    with library.read() as db:
        return questions.get(db, question_id)


def test_a_question_comes_back_whole(library, ids, words, at):
    question = get(library, ids["question"])
    pell = Who("Dunstan Pell", "Mr Dunstan Pell", ids["witness"])
    assert question.asked_by == Who("Siân Ombersley", "Councillor Siân Ombersley", ids["asker"])
    assert question.put_to == question.answered_by == (pell,)
    assert question.sources == (at(ids["document"], 1),)
    assert question.answers == (Answer((pell,), Given.AT_MEETING, None, words[2], at(ids["document"], 2)),)
    assert (question.status, question.review, question.item_id) == (
        QuestionStatus.PROMISED, Review.SUGGESTED, ids["item"],
    )  # fmt: skip
    assert question.question_recorded is True and question.reason == "asked when"


def test_entered_again_it_is_the_same_but_for_its_number(library, ids):
    first = get(library, ids["question"])
    again, _ = library.write("Add", lambda db: questions.add(db, first))
    assert get(library, again) == replace(first, id=again)


def test_nobody_and_a_label_stay_as_they_are(library, ids):
    member = Who(None, "A Member")

    def change(db):
        questions.update(db, ids["question"], asked_by=member, put_to=(), answered_by=[Who("Ida Vane")])

    library.write("Correct", change)
    question = get(library, ids["question"])
    assert (question.asked_by, question.put_to, question.answered_by) == (member, (), (Who("Ida Vane"),))


def test_the_program_never_overwrites_what_a_person_set(library, ids):
    question = ids["question"]
    library.write("Correct", lambda db: questions.update(db, question, status="answered", asked_by=Who("Ida Vane")))

    def program(db):
        return questions.update(
            db, question, by_person=False, status="not_answered", asked_by=None, put_to=(), reason="read again"
        )

    done, _ = library.write("Read again", program, "program")
    found = get(library, question)
    assert set(done) == {"put_to", "reason"}
    assert (found.status, found.asked_by, found.put_to, found.reason) == (
        QuestionStatus.ANSWERED, Who("Ida Vane"), (), "read again",
    )  # fmt: skip
    with library.read() as db:
        assert questions.edited(db, question) == {"status", "asked_by"}


def test_a_column_that_is_none_is_a_fault_of_ours(library, ids):
    with pytest.raises(Exception, match="no such column"):
        library.write("Set", lambda db: questions.update(db, ids["question"], colour="red"))


def test_a_question_that_is_gone(library, ids):
    with pytest.raises(NotFound, match="no question with the number 9"):
        library.write("Set", lambda db: questions.update(db, 9, status="answered"))


def test_one_question_in_two_papers_has_two_sources_and_their_difference(library, ids, paper, at):
    def join(db):
        other = documents.add(db, paper("page.html"), b"<html>", imported_at="", meeting_id=ids["meeting"])
        source = replace(at(other, 1), quote="Councillor Ombersley asked when")
        questions.add_source(db, ids["question"], source)
        questions.add_source(db, ids["question"], source)
        pair = (ids["document"], "asked when the stop"), (other, "asked when")
        for _ in range(2):
            versions.add_difference(db, "question", *pair, question_id=ids["question"])
        return other

    other, _ = library.write("Import", join, "import")
    assert [source.document_id for source in get(library, ids["question"]).sources] == [ids["document"], other]
    with library.read() as db:
        (difference,) = versions.differences_of_question(db, ids["question"])
        assert (difference.one_text, difference.other_text) == ("asked when the stop", "asked when")
        assert versions.differences_of_document(db, other) == [difference]
        assert [q.id for q in questions.of_document(db, other)] == [ids["question"]]
        assert questions.spans_in(db, other)[ids["question"]] == at(other, 1).spans


def test_answers_keep_their_order_and_can_be_changed(library, ids, at):
    late = Answer((Who(None, "Officers"),), Given.LATER, "2031-05-30", "The stop was mended.", at(ids["document"], 4))
    library.write("Attach", lambda db: questions.add_answer(db, ids["question"], late, by_person=True))
    assert get(library, ids["question"]).answers[1] == late
    with library.read() as db:
        first, second = questions.answer_ids(db, ids["question"])
    library.write("Correct", lambda db: questions.update_answer(db, second, date="2031-05-29", by=[Who("Ida Vane")]))
    library.write("Remove", lambda db: questions.remove_answer(db, first))
    assert get(library, ids["question"]).answers == (replace(late, date="2031-05-29", by=(Who("Ida Vane"),)),)


def test_merged_questions_keep_everything(library, ids, at):
    first = get(library, ids["question"])
    extra = replace(first, sources=(at(ids["document"], 3),))
    other, _ = library.write("Add", lambda db: questions.add(db, extra))
    library.write("Merge", lambda db: questions.merge(db, ids["question"], other))
    merged = get(library, ids["question"])
    assert merged.sources == first.sources + extra.sources and len(merged.answers) == 2
    with library.read() as db, pytest.raises(NotFound):
        questions.get(db, other)


def test_questions_of_a_meeting_an_item_a_person(library, ids):
    with library.read() as db:
        one = [questions.get(db, ids["question"])]
        assert questions.of_meeting(db, ids["meeting"]) == one == questions.of_item(db, ids["item"])
        assert questions.of_person(db, ids["witness"]) == one == questions.of_person(db, ids["asker"], "asked_by")
        assert questions.of_person(db, ids["asker"]) == []


def test_an_undertaking_comes_back_whole(library, ids, at):
    with library.read() as db:
        found = undertakings.get(db, ids["undertaking"])
        assert undertakings.of_question(db, ids["question"]) == [found] == undertakings.of_person(db, ids["witness"])
        assert undertakings.of_document(db, ids["document"]) == [found] == undertakings.of_meeting(db, ids["meeting"])
        assert undertakings.extras(db, "undertaking", found.id)["meeting_id"] == ids["meeting"]
    assert (found.due, found.due_words, found.state) == ("2031-05-31", "by the end of May", State.OPEN)
    assert found.made_by == (Who("Dunstan Pell", "Mr Dunstan Pell", ids["witness"]),)
    assert found.made_to == Who("Siân Ombersley", None, ids["asker"])
    assert found.sources == (at(ids["document"], 2),)


def test_decisions_and_actions_come_back_whole(library, ids, at):
    with library.read() as db:
        decision, action = undertakings.decision(db, ids["decision"]), undertakings.action(db, ids["action"])
        assert undertakings.decisions_of_document(db, ids["document"]) == [decision]
        assert undertakings.decisions_of_meeting(db, ids["meeting"]) == [decision]
        assert undertakings.actions_of_document(db, ids["document"]) == [action]
        assert undertakings.actions_of_meeting(db, ids["meeting"]) == [action]
    assert (decision.kind, decision.sources) == (DecisionKind.NOTED, (at(ids["document"], 3),))
    assert [who.person_id for who in action.owners] == [ids["witness"]]
    assert action.due is None and action.state is State.OPEN


def test_the_program_passes_over_a_persons_undertaking_decision_and_action(library, ids):
    def by_person(db):
        undertakings.update(db, ids["undertaking"], state="done", made_to=None)
        undertakings.update_decision(db, ids["decision"], kind="agreed")
        undertakings.update_action(db, ids["action"], owners=[Who("Ida Vane")])

    def by_program(db):
        return (
            undertakings.update(db, ids["undertaking"], by_person=False, state="open", made_to=Who("Otto Finch")),
            undertakings.update_decision(db, ids["decision"], by_person=False, kind="noted"),
            undertakings.update_action(db, ids["action"], by_person=False, owners=[]),
        )

    library.write("Correct", by_person)
    done, change = library.write("Read again", by_program, "program")
    assert done == ((), (), ()) and not change
