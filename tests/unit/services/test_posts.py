"""Whose an answer is: the post's once its holder has left, then whoever it is passed to; each dated and undone."""

import pytest

from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.people import Who
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import history, people, posts, tables

POST, PLACE = "Director of Early Help", "Wexcombe Health Trust"


@pytest.fixture
def okafor(library, papers):
    papers.full_minutes().take_into(library)
    return people.find(library, "Maria Okafor")[0].id


OWED = ((Kind.QUESTIONS, 2), (Kind.UNDERTAKINGS, 1))


def outstanding_by_name(library):
    source = tables.witnesses(library)
    at = source.columns.index("outstanding")
    return {row[1]: row[at] for row in source.page(source.ids(View()))}


def test_what_was_put_to_somebody_is_theirs(library, okafor):
    assert posts.owed_by(library, okafor) == OWED
    assert posts.unheld(library) == ()
    assert posts.history(library, *OWED[0]) == ()


def test_once_they_leave_the_post_owes_it_and_the_program_asks(library, okafor):
    posts.leave(library, okafor, "2025-08-01", shown_by="the trust's web page")
    assert posts.owed_by(library, okafor) == ()
    (asked,) = posts.unheld(library)
    assert (asked.words, asked.since, asked.owed) == (f"{POST}, {PLACE}", "2025-08-01", OWED)
    assert asked.left == ("Maria Okafor left on 1 August 2025",)
    assert people.page(library, okafor).outstanding == ()
    assert len(people.page(library, okafor).asked) == 2
    (tenure,) = posts.tenures(library, okafor)
    assert (tenure.post, tenure.until, tenure.shown_by) == (POST, "2025-08-01", "the trust's web page")
    assert outstanding_by_name(library)["Maria Okafor"] == 0
    history.undo(library)
    assert posts.owed_by(library, okafor) == OWED
    assert posts.tenures(library, okafor) == ()


def test_it_passes_to_whoever_comes_next_and_on_from_them(library, okafor):
    posts.leave(library, okafor, "2025-08-01")
    posts.pass_on(library, OWED, Who("Ned Alder"), "2025-09-01", reason="her successor")
    alder = people.find(library, "Ned Alder")[0].id
    assert posts.unheld(library) == ()
    assert people.page(library, alder).outstanding == (2,)
    assert outstanding_by_name(library)["Ned Alder"] == 1
    first, second = posts.history(library, *OWED[0])
    assert (first.words, first.since, first.latest) == (f"{POST}, {PLACE}", "2025-08-01", False)
    assert (second.words, second.since, second.latest) == (f"Ned Alder, {POST}, {PLACE}", "2025-09-01", True)
    posts.take_over(library, alder, Who("Iris Bell"), "2026-02-01", post=POST)
    bell = people.find(library, "Iris Bell")[0].id
    assert posts.owed_by(library, alder) == ()
    assert posts.owed_by(library, bell) == OWED
    assert [charge.name for charge in posts.history(library, *OWED[0])] == [None, "Ned Alder", None, "Iris Bell"]
    history.undo(library)
    assert posts.owed_by(library, alder) == OWED


def test_what_was_asked_after_they_left_is_not_passed_on(library, okafor):
    posts.leave(library, okafor, "2025-01-31")
    assert posts.owed_by(library, okafor) == OWED


def test_only_what_was_asked_of_that_post_is_left_behind(library, okafor):
    posts.leave(library, okafor, "2025-08-01", post="Governor")
    assert (Kind.QUESTIONS, 2) in posts.owed_by(library, okafor)


def test_the_lists_go_by_who_owes_it_now(library, okafor):
    questions = tables.rows(library, Kind.QUESTIONS)

    def ids(**view):
        return list(questions.ids(View(outstanding=True, **view)))

    assert ids(owner=okafor) == ids(post=POST.lower()) == ids(organisation=PLACE) == [2]
    posts.take_over(library, okafor, Who("Ned Alder"), "2025-08-01")
    alder = people.find(library, "Ned Alder")[0].id
    assert ids(owner=okafor) == []
    assert ids(owner=alder) == ids(post=POST) == ids(organisation=PLACE) == [2]
    promises = tables.rows(library, Kind.UNDERTAKINGS)
    assert list(promises.ids(View(owner=alder))) == list(promises.ids(View(organisation=PLACE))) == [1]
    assert list(promises.ids(View(owner=okafor))) == []
    (row,) = questions.page([2])
    assert row[questions.columns.index("owner")] == f"Ned Alder, {POST}, {PLACE}"


def test_it_is_passed_to_somebody(library, okafor):
    with pytest.raises(Trouble, match="Nobody is named"):
        posts.pass_on(library, OWED, Who(None), "2025-09-01")
    with pytest.raises(Trouble, match="can be passed on"):
        posts.pass_on(library, [(Kind.DECISIONS, 1)], Who("Ned Alder"), "2025-09-01")


def test_people_who_are_one_owe_together(library, okafor):
    posts.take_over(library, okafor, Who("N. Alder"), "2025-08-01")
    posts.pass_on(library, OWED[1:], Who("Ned Alderson"), "2025-08-02")
    one, other = people.find(library, "N. Alder")[0].id, people.find(library, "Ned Alderson")[0].id
    people.merge(library, one, [other])
    assert posts.owed_by(library, one) == OWED
