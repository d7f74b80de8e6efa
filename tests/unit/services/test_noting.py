"""What is typed at a live meeting: an entry of the register with every keystroke, undone whole, never there twice."""

import json
from dataclasses import replace
from types import SimpleNamespace

import pytest

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.briefing import BriefingKind
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.documents import Circulation, Classification
from scrutiny_desk.domain.people import Capacity
from scrutiny_desk.domain.plans import PlannedQuestion
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.sources import Review, Source
from scrutiny_desk.domain.standings import Standing
from scrutiny_desk.domain.undertakings import State
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import (
    again,
    answering,
    briefing,
    documents,
    exporting,
    meetings,
    notes,
    noting,
    plans,
    reviewing,
    safekeeping,
    standings,
    tables,
)
from scrutiny_desk.services.briefing import Scope
from scrutiny_desk.services.noting import Jot, Jotting
from scrutiny_desk.store import meetings as meeting_rows

TODAY = "2025-06-12"
ASKED = "When will the third centre open again?"


@pytest.fixture
def meeting(library, papers):
    """A meeting of which the library has no minutes yet."""
    found = papers.MEETING
    details = {"body": found.body, "committee": found.committee, "date": found.date}
    return library.write("Meeting", lambda db: meeting_rows.add(db, **details))[0]


def type_in(library, jotting, text):
    for end in range(1, len(text) + 1):
        noting.keep(library, jotting, text[:end], TODAY)


def noted(library, meeting, text, what=Jot.QUESTION):
    jotting = Jotting(what, meeting, "10:41")
    for typed in (text[:1], text):
        noting.keep(library, jotting, typed, TODAY)
    return jotting.row_id


def listed(library, kind=Kind.QUESTIONS, **view):
    return list(tables.rows(library, kind).ids(View(**view)))


def test_every_keystroke_is_in_the_register(library, meeting):
    jotting = Jotting(Jot.QUESTION, meeting, "10:41")
    for end in range(1, len(ASKED) + 1):
        noting.keep(library, jotting, ASKED[:end], TODAY)
        (number,) = listed(library, meeting=meeting)
        assert tables.question(library, number).text == " ".join(ASKED[:end].split())


def test_a_noted_question_is_a_persons_word_with_the_meeting_and_time_as_its_source(library, meeting):
    question = tables.question(library, noted(library, meeting, ASKED))
    assert question.review is Review.ADDED and question.status is QuestionStatus.NOT_ANSWERED and question.outstanding
    assert question.sources == () and question.asked_by is None and question.put_to == ()
    assert question.classification is Classification.UNKNOWN
    (source,) = noting.of(library, Kind.QUESTIONS, question.id)
    assert noting.source_words(source) == "live meeting of 12 June 2025, noted at 10:41"
    assert source.words == ASKED
    assert question.reason == "You noted it at the live meeting of 12 June 2025, at 10:41."


def test_a_noted_action_is_an_action_of_the_meeting(library, meeting):
    number = noted(library, meeting, "Send the rota of the van", Jot.ACTION)
    action = tables.action(library, number)
    assert (action.text, action.state, action.owners) == ("Send the rota of the van", State.OPEN, ())
    assert listed(library, Kind.ACTIONS, meeting=meeting) == [number]
    assert noting.of(library, Kind.ACTIONS, number)[0].time == "10:41"


@pytest.mark.parametrize("what", list(Jot))
def test_what_is_emptied_leaves_no_letter_and_can_be_begun_again(library, meeting, what):
    def there():
        found = (*notes.of(library, Kind.MEETINGS, meeting), *listed(library), *listed(library, Kind.ACTIONS))
        return len(found) + len(noting.of_meeting(library, meeting))

    jotting = Jotting(what, meeting, "10:41", before="Note, 10:41: ")
    for text in ("W", "Wh", "W", "", " "):
        noting.keep(library, jotting, text, TODAY)
    assert there() == 0
    noting.keep(library, jotting, "Again", TODAY)
    assert there() == (1 if what is Jot.NOTE else 2)


def test_one_undo_takes_back_all_that_was_typed_and_redo_brings_it_again(library, meeting):
    number = noted(library, meeting, ASKED)
    assert library.undo_label == "Note a question"
    library.undo()
    assert listed(library) == [] and noting.of_meeting(library, meeting) == ()
    library.redo()
    assert tables.question(library, number).text == ASKED


def test_typing_on_after_an_undo_begins_anew(library, meeting):
    jotting = Jotting(Jot.QUESTION, meeting, "10:41")
    type_in(library, jotting, "Why")
    library.undo()
    noting.keep(library, jotting, "Why n", TODAY)
    assert [tables.question(library, each).text for each in listed(library)] == ["Why n"]


def test_an_outcome_is_an_entry_of_the_register_with_the_meeting_as_its_source(library, meeting):
    number = noted(library, meeting, ASKED)
    noting.mark(library, number, QuestionStatus.PROMISED, meeting_id=meeting, time="10:43", today=TODAY)
    (entry,) = standings.history(library, number)
    assert (entry.standing, entry.status, entry.day) == (Standing.HOLDING_REPLY, QuestionStatus.PROMISED, TODAY)
    assert entry.shown_by == "live meeting of 12 June 2025, noted at 10:43"
    library.undo()
    assert standings.history(library, number) == ()
    assert tables.question(library, number).status is QuestionStatus.NOT_ANSWERED


def test_a_second_key_at_the_same_meeting_corrects_the_first(library, meeting):
    number = noted(library, meeting, ASKED)
    for time, status in (("10:43", QuestionStatus.ANSWERED), ("10:44", QuestionStatus.NOT_ANSWERED)):
        noting.mark(library, number, status, meeting_id=meeting, time=time, today=TODAY)
    (entry,) = standings.history(library, number)
    assert entry.status is QuestionStatus.NOT_ANSWERED and entry.shown_by.endswith("10:44")
    assert tables.question(library, number).outstanding


def test_a_question_of_an_earlier_meeting_is_answered_later(library, papers):
    papers.full_minutes().take_into(library)
    later = library.write("Meeting", lambda db: meeting_rows.add(db, committee="Health", date="2025-09-01"))[0]
    (first, *_rest) = listed(library, outstanding=True)
    noting.mark(library, first, QuestionStatus.ANSWERED, meeting_id=later, time="10:00", today=TODAY)
    assert tables.question(library, first).status is QuestionStatus.ANSWERED_LATER


def test_a_planned_question_becomes_an_entry_once_its_outcome_is_known(library, meeting):
    plans.keep(library, Kind.MEETINGS, meeting, [PlannedQuestion("Who pays for the van?", asker="Cllr Ames")])
    (line,) = plans.plan(library, Kind.MEETINGS, meeting).lines
    new, _change = noting.ask_planned(
        library, line.id, QuestionStatus.ANSWERED, meeting_id=meeting, time="10:50", today=TODAY
    )
    question = tables.question(library, new)
    assert (question.text, question.status, question.asked_by.name) == (
        "Who pays for the van?", QuestionStatus.ANSWERED, "Cllr Ames",
    )  # fmt: skip
    assert plans.plan(library, Kind.MEETINGS, meeting).lines[0].question_id == new
    library.undo()
    assert listed(library) == [] and plans.plan(library, Kind.MEETINGS, meeting).lines == (line,)


# --- the minutes come


@pytest.fixture
def minuted(library, meeting, papers):
    """A question, an action and another question noted; then the minutes, which hold the first two."""
    ids = [noted(library, meeting, ASKED), noted(library, meeting, "Send the rota of the van", Jot.ACTION),
           noted(library, meeting, "Has the auditor signed the accounts?")]  # fmt: skip
    paper = papers.full_minutes()
    officer = paper.there("Nia Pugh", Capacity.OFFICER)
    paper.task("Send members the rota of the outreach van.", officer)
    document = paper.take_into(library).document_id
    assert tables.rows(library, Kind.MEETINGS).ids(View()) == [meeting]
    return library, meeting, ids, document


def test_what_the_minutes_hold_too_is_offered_and_never_in_the_register_twice(minuted):
    library, meeting, (asked, task, other), _document = minuted
    pairs = noting.offered(library, meeting)
    assert [(pair.noting.row_id, pair.recognised) for pair in pairs] == [
        (asked, "Councillor Ames wanted to know when the third centre would open again."),
        (task, "Send members the rota of the outreach van."),
    ]
    assert asked not in listed(library) and other in listed(library)
    assert len(listed(library)) == 4
    assert len(listed(library, Kind.ACTIONS)) == 1
    seems = pairs[0].noting.seems
    assert [one.row_id for one in noting.seen_in(library, Kind.QUESTIONS, seems)] == [asked]


def test_nothing_is_joined_on_the_programs_own_account(minuted):
    library, _meeting, (asked, _task, _other), _document = minuted
    assert tables.question(library, asked).text == ASKED
    (recognised, *_rest) = [pair.noting.seems for pair in noting.offered(library)]
    assert noting.of(library, Kind.QUESTIONS, recognised) == ()
    assert tables.question(library, recognised).review is Review.SUGGESTED


def test_joined_they_are_one_with_the_passage_and_the_note(minuted):
    library, meeting, (asked, task, _other), _document = minuted
    pairs = noting.offered(library)
    noting.join(library, [pair.noting.id for pair in pairs])
    one = tables.question(library, pairs[0].noting.seems)
    assert one.sources and one.review is Review.CONFIRMED
    assert [source.words for source in noting.of(library, Kind.QUESTIONS, one.id)] == [ASKED]
    assert noting.offered(library) == () and asked not in listed(library) and len(listed(library)) == 4
    assert noting.of(library, Kind.ACTIONS, pairs[1].noting.seems)[0].words == "Send the rota of the van"
    library.undo()
    assert noting.offered(library) == pairs
    assert task not in listed(library, Kind.ACTIONS)


def test_an_outcome_marked_live_goes_with_the_join(library, meeting, papers):
    number = noted(library, meeting, "Councillor Vickers: what will the new roof cost?")
    noting.mark(library, number, QuestionStatus.PROMISED, meeting_id=meeting, time="11:00", today=TODAY)
    papers.full_minutes().take_into(library)
    (pair,) = noting.offered(library)
    noting.join(library, [pair.noting.id])
    assert tables.question(library, pair.noting.seems).status is QuestionStatus.PROMISED


def test_kept_apart_both_stand_and_it_is_not_offered_again(minuted, papers):
    library, _meeting, (asked, _task, _other), _document = minuted
    pair = noting.offered(library)[0]
    noting.keep_apart(library, [pair.noting.id])
    assert asked in listed(library) and pair.noting.seems in listed(library)
    papers.page_of_item().take_into(library)
    assert [each.noting.kind for each in noting.offered(library)] == ["action"]
    library.undo()
    library.undo()
    assert asked not in listed(library)


def test_a_noted_question_comes_back_where_the_recognised_one_is_rejected(minuted):
    library, _meeting, (asked, _task, _other), _document = minuted
    reviewing.reject(library, Kind.QUESTIONS, [noting.offered(library)[0].noting.seems])
    assert asked in listed(library) and tables.question(library, asked).review is Review.ADDED
    library.undo()
    assert asked not in listed(library)


def test_a_noted_question_comes_back_where_the_minutes_are_taken_out(minuted):
    library, meeting, (asked, task, other), _document = minuted
    library.undo()
    assert sorted(listed(library)) == sorted([asked, other]) and listed(library, Kind.ACTIONS) == [task]
    assert meetings.get(library, meeting).date == TODAY
    assert safekeeping.check(library, full=True).well


def test_minutes_erased_for_good_leave_what_was_noted(minuted):
    from scrutiny_desk.services import personal

    library, meeting, (asked, task, other), document = minuted
    personal.erase_document(library, document)
    assert sorted(listed(library)) == sorted([asked, other]) and listed(library, Kind.ACTIONS) == [task]
    assert [one.row_id for one in noting.of_meeting(library, meeting)] == [asked, task, other]


def test_joining_by_hand_settles_the_offer(minuted):
    library, _meeting, (asked, _task, _other), _document = minuted
    seems = noting.offered(library)[0].noting.seems
    reviewing.merge_questions(library, asked, [seems])
    assert asked in listed(library) and [pair.noting.kind for pair in noting.offered(library)] == ["action"]
    assert answering.repeats(library, asked) == []


def test_what_a_paper_read_again_newly_shows_is_offered_too(library, meeting, papers):
    number = noted(library, meeting, ASKED)
    paper = papers.Paper("minutes.pdf", meeting=papers.MEETING)
    paper.item("38", "Hubs")
    paper.say("Councillor Ames wanted to know when the third centre would open again.")
    document = paper.take_into(library).document_id
    assert noting.offered(library) == ()
    quote = documents.blocks(library, document)[1].text
    source = Source(document, 1, 2, quote, (Span(1, 0, len(quote)),))
    found = replace(tables.question(library, number), text=quote, sources=(source,), review=Review.SUGGESTED)
    step = again.Step(Kind.QUESTIONS, "add", None, quote, new=found)

    def work(db):
        taking = SimpleNamespace(db=db, document_id=document, meeting_id=meeting)
        again.do_step(taking, step)

    library.write("Read again", work)
    (pair,) = noting.offered(library)
    assert (pair.noting.row_id, pair.recognised) == (number, quote) and listed(library) == [pair.noting.seems]


# --- what goes out


def text_of(made) -> str:
    def lines(sections):
        for section in sections:
            for row in section.table.rows if section.table else ():
                yield from row
            yield from section.lines
            yield from lines(section.sections)

    from scrutiny_desk.briefing import citing

    return "\n".join(f"{line.text} {citing.bracketed(line.citations)}" for line in lines(made.sections))


def test_a_briefing_cites_the_live_meeting_and_public_ones_leave_it_out(library, meeting):
    noted(library, meeting, ASKED)
    members, public = (
        Scope(BriefingKind.OUTSTANDING, circulation=c) for c in (Circulation.MEMBERS, Circulation.PUBLIC)
    )
    told = text_of(briefing.gather(library, members, today=TODAY))
    assert ASKED in told
    source = "[Overview and Scrutiny Committee, live meeting of 12 June 2025, noted at 10:41]"
    assert source in told
    assert ASKED not in text_of(briefing.gather(library, public, today=TODAY))


def test_the_export_tells_what_was_noted(library, meeting):
    number = noted(library, meeting, ASKED)
    (row,) = exporting.as_data(library)["register"]["noted"]
    assert row["of"] == ["question", number] and (row["day"], row["time"], row["words"]) == (TODAY, "10:41", ASKED)
    assert json.dumps(row)
