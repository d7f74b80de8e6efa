"""The tables of the registers: history that goes with its question, the latest of each, nothing of the nameless."""

from dataclasses import replace

import pytest

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.charges import Tenure
from scrutiny_desk.domain.chasing import Chaser
from scrutiny_desk.domain.deadlines import DueDay
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.recommendations import Progress, Reply, Response
from scrutiny_desk.domain.registers import Owner
from scrutiny_desk.domain.sources import Source
from scrutiny_desk.domain.standings import Standing, StandingChange
from scrutiny_desk.store import (
    charges,
    chasers,
    documents,
    due_days,
    history,
    links,
    people,
    personal,
    questions,
    responses,
    safekeeping,
    standings,
    whole,
    withdrawing,
)
from scrutiny_desk.store.queries import register

DAY = "2031-05-01"


def change(question_id, standing=Standing.HOLDING_REPLY, status=QuestionStatus.PROMISED, sources=(), **more):
    held = {"detail": "", "shown_by": "a letter", "closed": False, "answer_id": None} | more
    return StandingChange(
        0, question_id, standing, DAY, status=status, status_before=QuestionStatus.PROMISED, sources=sources, **held
    )


def write(library, work):
    return library.write("Step", work)[0]


@pytest.fixture
def full(library, ids):
    """One of everything, of the question, undertaking, action, decision and witness of the minutes."""
    other = write(library, lambda db: people.add(db, "Ada Quill"))

    def work(db):
        standings.add(db, change(ids["question"]), review="confirmed")
        due_days.add(db, "question", ids["question"], DueDay("2031-06-01", "her letter", DAY))
        due_days.add(db, "action", ids["action"], DueDay(None, "no day", None))
        charges.add_tenure(db, Tenure(0, ids["witness"], "Head of Highways", "Fennimore", None, DAY, "web page"))
        charges.add(db, "question", ids["question"], since=DAY, post="Head of Highways")
        charges.add(db, "question", ids["question"], since="2031-06-01", person_id=other, post="Head of Highways")
        charges.add(db, "undertaking", ids["undertaking"], since=DAY, person_id=ids["witness"], organisation="F")
        responses.keep(db, Response(ids["decision"], put_to="Cabinet", received_on=DAY, progress=Progress.PAUSED))
        asked = (("question", ids["question"]), ("decision", ids["decision"]))
        chasers.add(db, Chaser(0, ids["witness"], "first", "First", DAY, "Mr Pell", "Dear Mr Pell", asked))
        links.add(db, "concerns", ("question", ids["question"]), ("decision", ids["decision"]))

    write(library, work)
    return ids | {"other": other}


def test_what_is_kept_comes_back(library, full):
    with library.read() as db:
        (stands,) = standings.of_question(db, full["question"])
        assert (stands.standing, stands.shown_by) == (Standing.HOLDING_REPLY, "a letter")
        assert due_days.of(db, "question", full["question"]) == [DueDay("2031-06-01", "her letter", DAY)]
        assert [charge.latest for charge in charges.history(db, "question", full["question"])] == [False, True]
        assert charges.latest(db, "question", [full["question"]])[full["question"]].name == "Ada Quill"
        assert charges.owed_by(db, "question", full["other"]) == [full["question"]]
        assert charges.owed_by(db, "question", full["witness"]) == []
        assert charges.owed_by(db, "undertaking", full["witness"]) == [full["undertaking"]]
        assert responses.get(db, full["decision"]).progress is Progress.PAUSED
        assert chasers.tally(db, "question", [full["question"]]) == {full["question"]: (1, DAY)}
        assert links.of(db, "decision", full["decision"]) == [(1, "concerns", ("question", full["question"]))]
        assert register.owners(db, "question", [full["question"]]) == {
            full["question"]: (Owner("Ada Quill", "Head of Highways", "", full["other"]),)
        }
    assert safekeeping.check(library.path, full=True) == []


def test_a_question_that_goes_takes_its_history_along_and_undo_brings_it_back(library, full):
    with library.read() as db:
        before = whole.whole(db)
    write(library, lambda db: questions.remove(db, full["question"]))
    with library.read() as db:
        gone = whole.whole(db)
        assert (gone.standings, gone.links) == ([], [])
        assert [kind for kind, _, _ in gone.due_days] == ["action"]
        assert [charge.kind for charge in gone.charges] == ["undertaking"]
        assert gone.chasers[0].asked_for == (("decision", full["decision"]),)
    library.undo()
    with library.read() as db:
        assert whole.whole(db) == before


def test_only_the_standing_that_was_not_overruled_is_the_latest(library, full):
    with library.read() as db:
        assert standings.latest(db, [full["question"]]).keys() == {full["question"]}
    write(library, lambda db: questions.update(db, full["question"], status="not_answered"))
    with library.read() as db:
        assert standings.latest(db, [full["question"]]) == {}
        assert len(standings.of_question(db, full["question"])) == 1


def test_what_rests_on_a_letter_that_goes_is_taken_back(library, full, paper):
    def work(db):
        read = paper("letter.txt", ("It was mended in May.",))
        letter = documents.add(db, read, b"letter", imported_at=DAY)
        passage = (Source(letter, 1, 1, "It was mended", (Span(0, 0, 13),)),)
        answered = change(
            full["question"], Standing.ANSWERED_IN_FULL, QuestionStatus.ANSWERED_LATER, passage, shown_by=""
        )
        standings.add(db, answered, review="corrected")
        responses.keep(db, Response(full["decision"], reply=Reply.REJECTED, replied_on=DAY, sources=passage))
        return letter

    letter = write(library, work)
    write(library, lambda db: withdrawing.withdraw(db, letter))
    with library.read() as db:
        held = questions.get(db, full["question"])
        assert (held.status, held.standing) == (QuestionStatus.PROMISED, "holding_reply")
        response = responses.get(db, full["decision"])
        assert (response.reply, response.replied_on, response.sources) == (Reply.AWAITED, None, ())
    library.undo()
    with library.read() as db:
        assert questions.get(db, full["question"]).status is QuestionStatus.ANSWERED_LATER
        assert responses.get(db, full["decision"]).reply is Reply.REJECTED
    assert safekeeping.check(library.path, full=True) == []


def test_questions_that_are_one_stand_as_somebody_said(library, full):
    twin = write(library, lambda db: questions.add(db, questions.get(db, full["question"])))
    write(library, lambda db: questions.merge(db, twin, full["question"]))
    with library.read() as db:
        held = questions.get(db, twin)
        assert (held.standing, held.status) == ("holding_reply", QuestionStatus.PROMISED)
        assert standings.latest(db, [twin]).keys() == {twin}
        assert [charge.latest for charge in charges.history(db, "question", twin)] == [False, True]
        assert charges.owed_by(db, "question", full["other"]) == [twin]
        assert chasers.tally(db, "question", [twin]) == {twin: (1, DAY)}
    other = write(library, lambda db: questions.add(db, replace(questions.get(db, twin), standing="", closed=False)))

    def overtaken(db):
        change_ = change(other, Standing.OVERTAKEN, closed=True)
        standings.add(db, change_, review="confirmed")
        charges.add(db, "question", other, since=DAY, person_id=full["asker"])
        questions.merge(db, twin, other)

    write(library, overtaken)
    with library.read() as db:
        held = questions.get(db, twin)
        assert (held.standing, held.closed) == ("holding_reply", False)
        assert charges.latest(db, "question", [twin])[twin].name == "Ada Quill"


def test_people_who_are_one_keep_what_passed_to_either(library, full):
    write(library, lambda db: people.merge(db, full["witness"], full["other"]))
    with library.read() as db:
        assert charges.owed_by(db, "question", full["witness"]) == [full["question"]]
        assert chasers.of_person(db, full["witness"])


def test_nothing_in_the_registers_names_who_is_nameless(library, full):
    with library.read() as db:
        held = personal.held_about(db, full["witness"])
    roles = {(kind, role) for kind, _, role, _ in held.named_in}
    assert {("tenures", "held"), ("chasers", "sent"), ("undertakings", "passed_to")} <= roles
    write(library, lambda db: personal.make_nameless(db, full["witness"], "Officer A"))
    with library.read() as db:
        kept = whole.whole(db)
        assert "Pell" not in repr((kept.chasers, kept.charges, kept.tenures))
        assert kept.tenures[0].post is None
        log = "SELECT group_concat(coalesce(old, '') || coalesce(new, '')) FROM change_log WHERE tbl = 'chaser'"
        assert "Pell" not in db.execute(log).fetchone()[0]
    assert safekeeping.check(library.path, full=True) == []


def test_the_history_of_a_question_tells_of_all_of_it(library, full):
    with library.read() as db:
        tables = {change.table for event in history.of_question(db, full["question"]) for change in event.changes}
    assert {"question", "standing", "due_day", "charge", "chased", "link"} <= tables
