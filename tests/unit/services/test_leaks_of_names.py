"""Names, posts and places that only closed papers tell: no letter, tracker, calendar or plan may give them away."""

import pytest

from scrutiny_desk.domain.briefing import BriefingKind
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.documents import Circulation, Classification
from scrutiny_desk.domain.people import Capacity, Who
from scrutiny_desk.domain.plans import PlannedQuestion
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.services import briefing, calendars, chasing, exporting, plans, posts, reviewing, trackers
from scrutiny_desk.services.briefing import Scope

TODAY = "2026-01-05"
OPEN_TO = (Circulation.PUBLIC, Circulation.MEMBERS)
HELD_FROM_PUBLIC = (Classification.EXEMPT, Classification.CONFIDENTIAL, Classification.UNKNOWN)


def told(library, circulation, kinds=tuple(BriefingKind)):
    """All that briefings of these kinds say, about everything there is."""
    data = exporting.as_data(library)
    ids = {"meeting": data["meetings"], "issue": data["issues"], "witness": data["people"]}
    said = []
    for kind in kinds:
        wanted = briefing.needs(kind)
        scopes = [{wanted: row["id"]} for row in ids[wanted]] if wanted else [{}]
        said += [
            briefing.preview(library, Scope(kind, circulation=circulation, **about), today=TODAY) for about in scopes
        ]
    return "\n".join(said)


def opened_and_closed(library, papers, held, *, named_openly="Mr Hargreave"):
    """A question of an open paper and one of a closed paper, both to one man, whom the closed paper names in full."""
    opened = papers.Paper("open.txt", meeting=papers.MEETING)
    opened.item("1", "Parks")
    if named_openly:
        opened.say(f"{named_openly} came to tell of the parks.")
    witness = opened.there(named_openly, Capacity.WITNESS) if named_openly else None
    opened.ask("What of the parks?", None, witness, "It would be written.", status=QuestionStatus.PROMISED)
    opened.promise("It would be sent.", witness, 0) if witness else None
    opened.task("The parks to be seen.", witness) if witness else None
    opened.take_into(library)
    closed = papers.Paper("closed.txt", classification=held, meeting=papers.MEETING)
    closed.item("2", "Land")
    closed.say("Tom Secretname Hargreave, Secretpost of Secretfirm, told of the land.")
    man = closed.there("Tom Secretname Hargreave", Capacity.WITNESS, post="Secretpost", organisation="Secretfirm")
    closed.ask("What of the land?", None, man, "He would write.", status=QuestionStatus.PROMISED)
    closed.take_into(library)
    (man,) = (row["id"] for row in exporting.as_data(library)["people"] if "Secretname" in row["name"])
    return man


THINGS = [(Kind.QUESTIONS, 1), (Kind.UNDERTAKINGS, 1), (Kind.ACTIONS, 1)]
STEPS = ("first-chaser", "second-chaser", "chairs-letter", "agenda-item")


@pytest.mark.parametrize("held", HELD_FROM_PUBLIC)
@pytest.mark.parametrize("step", STEPS)
def test_a_chaser_names_nobody_by_what_a_closed_paper_says(library, papers, tmp_path, held, step):
    man = opened_and_closed(library, papers, held)
    made = chasing.draft(library, step, THINGS, today=TODAY, person_id=man, circulation=Circulation.PUBLIC)
    path = chasing.save(made, tmp_path / "letter.txt")
    everything = "\n".join([made.sent_to, made.email, made.subject, repr(made.letter), path.read_text("utf-8")])
    assert "Hargreave" in everything and "parks" in everything
    assert "Secret" not in everything
    open_to_all = chasing.draft(library, step, THINGS, today=TODAY, person_id=man, circulation=Circulation.RESTRICTED)
    assert "Secretname" in repr(open_to_all.letter)


def test_a_letter_to_somebody_whom_only_closed_papers_name_names_nobody(library, papers):
    man = opened_and_closed(library, papers, Classification.EXEMPT, named_openly="")
    for circulation in OPEN_TO:
        made = chasing.draft(
            library, "first-chaser", [(Kind.QUESTIONS, 1)], today=TODAY, person_id=man, circulation=circulation
        )
        assert made.email.startswith("Dear Sir or Madam\n\n")
        assert not {"Secretname", "Hargreave"} & set((made.email + repr(made.letter) + made.sent_to).split())
        for kind in (BriefingKind.LETTER, BriefingKind.FOLLOW_UP, BriefingKind.WITNESS, BriefingKind.QUESTION_PLAN):
            said = briefing.preview(library, Scope(kind, witness=man, circulation=circulation), today=TODAY)
            assert "Secret" not in said and "Hargreave" not in said


def test_a_name_is_given_as_far_as_open_papers_tell_it(library, papers):
    man = opened_and_closed(library, papers, Classification.EXEMPT, named_openly="")
    paper = papers.Paper("list.txt", meeting=papers.MEETING)
    paper.item("3", "Attendance")
    paper.say("HARGREAVE, Tom, was there.")
    paper.take_into(library)
    said = briefing.preview(
        library, Scope(BriefingKind.WITNESS, witness=man, circulation=Circulation.PUBLIC), today=TODAY
    )
    assert "Tom Hargreave" in said and "Secret" not in said


@pytest.mark.parametrize("circulation", OPEN_TO)
def test_what_was_passed_on_goes_under_no_closed_name_or_post(library, papers, circulation):
    man = opened_and_closed(library, papers, Classification.EXEMPT)
    posts.pass_on(library, THINGS, Who("Tom Secretname Hargreave", None, man), "2025-07-01")
    rows = trackers.rows(library, circulation=circulation)
    assert len(rows) == 3 and all("Hargreave" in repr(row.cells) for row in rows)
    assert "Secret" not in repr([row.cells for row in rows]) + told(library, circulation)
    posts.leave(library, man, "2025-08-01")
    rows = trackers.rows(library, circulation=circulation)
    assert "Secret" not in repr([row.cells for row in rows]) + told(library, circulation)
    assert "Secretpost" in repr([row.cells for row in trackers.rows(library, circulation=Circulation.RESTRICTED)])


def test_a_post_that_the_user_wrote_stays(library, papers):
    man = opened_and_closed(library, papers, Classification.EXEMPT)
    posts.pass_on(library, THINGS, Who("Tom Secretname Hargreave", None, man), "2025-07-01", post="Head of Parks")
    posts.leave(library, man, "2025-08-01", post="Head of Parks")
    rows = trackers.rows(library, circulation=Circulation.PUBLIC)
    assert "Head of Parks" in repr([row.cells for row in rows])


def test_a_calendar_names_nobody_by_what_a_closed_paper_says(library, papers):
    opened_and_closed(library, papers, Classification.EXEMPT)
    reviewing.correct_question(library, 1, follow_up_by="2026-03-04")
    reviewing.correct_undertaking(library, 1, due="2026-03-05")
    reviewing.correct_action(library, 1, due="2026-03-06")
    said = calendars.text(library, "2026-01-05T09:00:00")
    assert said.count("Hargreave") == 3 and "Secret" not in said


def test_a_theme_of_the_plan_names_nobody_by_what_a_closed_paper_says(library, papers):
    opened_and_closed(library, papers, Classification.EXEMPT)
    line = PlannedQuestion("And what of the parks now?", theme="Tom Secretname Hargreave", question_id=1)
    plans.keep(library, Kind.MEETINGS, 1, [line])
    for circulation in OPEN_TO:
        said = briefing.preview(
            library, Scope(BriefingKind.QUESTION_PLAN, meeting=1, circulation=circulation), today=TODAY
        )
        assert "parks now" in said and "Secret" not in said


@pytest.mark.parametrize("circulation", OPEN_TO)
def test_the_title_of_an_item_and_the_place_of_a_meeting_that_closed_papers_tell(library, papers, circulation):
    from dataclasses import replace

    opened = papers.Paper("open.txt", meeting=replace(papers.MEETING, place=None))
    papers.exchange(opened, titled="FAMILY HUBS")
    opened.take_into(library)
    closed = papers.Paper(
        "closed.txt", classification=Classification.EXEMPT, meeting=replace(papers.MEETING, place="Secretplace")
    )
    papers.exchange(closed, titled="Family hubs")
    closed.items[0] = replace(closed.items[0], title="Family hubs, with the sale to Secretfirm")
    closed.take_into(library)
    other = papers.Paper("third.txt", meeting=replace(papers.MEETING, place=None))
    other.item("99", "Bridges")
    other.ask("What of the bridges?", None, None, "Nothing was said.")
    other.take_into(library)
    said = told(library, circulation)
    assert "bridges" in said and "Secret" not in said
