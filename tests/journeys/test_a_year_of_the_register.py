"""The sample's year played through: asked, promised, chased twice, part answered, asked again elsewhere, passed to a
successor, answered late by a letter, closed; what every page says on each of a dozen days.

The days are worked out by hand: 25 August 2025 is the summer bank holiday; 25 and 26 December 2025 and 1 January 2026
are bank holidays; Good Friday is 3 April 2026 and Easter Monday the 6th; 4 May 2026 is the early May bank holiday.
"""

from dataclasses import dataclass

import pytest

from scrutiny_desk.bootstrap import open_workbench
from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.deadlines import Lateness, Slippage
from scrutiny_desk.domain.people import Who
from scrutiny_desk.domain.registers import Grouping
from scrutiny_desk.domain.standings import Standing
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import (
    answering,
    chasing,
    deadlines,
    documents,
    due_days,
    importing,
    links,
    matters,
    people,
    posts,
    receiving,
    registers,
    sample,
    standings,
    tables,
)
from scrutiny_desk.services.receiving import Outcome
from scrutiny_desk.services.working_days import working_days

FIRST, PROMISE, AGAIN, ACTION = (Kind.QUESTIONS, 8), (Kind.UNDERTAKINGS, 3), (Kind.QUESTIONS, 43), (Kind.ACTIONS, 5)
"""Councillor Ames's question of 12 June 2025, what the Director undertook then, the question she put again at another
committee on 10 February 2026, and a task that committee gave."""
OVERVIEW, CHILDREN = "Overview and Scrutiny Committee", "Children and Families Select Committee"
NO_DAY, IN_TIME, LATE, VERY_LATE = Lateness.NO_DAY, Lateness.IN_TIME, Lateness.LATE, Lateness.VERY_LATE
LETTER = """Wexcombe County Council

20 April 2026

Dear Councillor Ames

Of the 412 families who had used the former children's centres 305 now use a hub. 71 families have moved away and 36
no longer need the service.

Yours sincerely

Ned Alder
Director of Early Help
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    path = sample.make(tmp_path_factory.mktemp("sample") / "Sample library.scrutiny")
    bench = open_workbench(path)
    yield bench.library
    bench.close()


@dataclass
class Day:
    """What the pages say of the first question on one day."""

    library: object
    today: str

    def entry(self, thing=FIRST):
        (found,) = registers.entries(self.library, [thing], today=self.today)
        return found

    def row(self, thing=FIRST):
        """Due, called, working days late, times moved, chasers, its age in working days."""
        held = self.entry(thing)
        age = working_days(held.asked_on, self.today)
        return held.due, held.lateness, held.late, held.moved, held.chased, age

    def heading(self, committee=OVERVIEW, thing=FIRST):
        found = matters.arising(self.library, committee, today=self.today)
        under = [n for n in ("new", "due", "late", "closed", "waiting") if thing in getattr(found, n)]
        return found.since, under

    def owed_by(self, name):
        """What of the three a person's page shows as outstanding."""
        page = people.page(self.library, people.find(self.library, name)[0].id)
        return [number for number in page.outstanding if number in self.outstanding()]

    def outstanding(self):
        ids = tables.rows(self.library, Kind.QUESTIONS).ids(View(outstanding=True, until=self.today))
        return [number for number in ids if number in (FIRST[1], AGAIN[1])]


def okafor(library):
    return people.find(library, "Maria Okafor")[0].id


def test_the_year(library):
    _asked_and_promised(library)
    _chased_and_put_off(library)
    _part_answered(library)
    _over_christmas(library)
    _asked_again_elsewhere(library)
    _passed_to_a_successor(library)
    _answered_and_closed(library)


def _asked_and_promised(library):
    held = tables.question(library, FIRST[1])
    assert (held.status, held.asked_by.name) == ("promised", "Dorothy Ames")
    # 1. The day after: nobody has said by when; new since the committee last met is what it asked.
    day = Day(library, "2025-06-13")
    assert day.row() == (None, NO_DAY, 0, 0, 0, 1)
    assert day.heading() == ("2025-06-12", ["new"])
    assert day.owed_by("Maria Okafor") == [8] and day.outstanding() == [8]
    # 2. The officer puts the council's ten working days to it: Friday 13 is the first, Thursday 26 June the tenth.
    due_days.set_by_rule(library, *PROMISE, "written-answer-10-working-days", "2025-06-12")
    day = Day(library, "2025-06-16")
    assert day.row() == ("2025-06-26", IN_TIME, 0, 0, 0, 2)
    assert day.entry(PROMISE).how.endswith("10 working days after 12 June 2025: 26 June 2025")
    assert day.heading() == ("2025-06-12", ["due"])


def _chased_and_put_off(library):
    # 3. The first day late: the first chaser is due, and no other.
    day = Day(library, "2025-06-27")
    assert day.row() == ("2025-06-26", LATE, 1, 0, 0, 11)
    assert day.heading() == ("2025-06-12", ["late"])
    assert chasing.due_now(library, okafor(library), "2025-06-26") == ()
    _chase(library, "first-chaser", "2025-06-27", "due 26 June 2025")
    # 4. She telephones: by the end of July. A holding reply answers nothing, and the day is moved, not forgotten.
    note, spans, _ = receiving.note_conversation(
        library, "Ms Okafor said that the figures would be with members by 31 July.", with_whom=Who("Maria Okafor"),
        on="2025-07-04", at="2025-07-04T15:00:00+00:00",
    )  # fmt: skip
    receiving.receive(library, [Outcome(8, Standing.HOLDING_REPLY)], note, spans, today="2025-07-04")
    due_days.set_due(library, *PROMISE, "2025-07-31", how="her telephone call of 4 July 2025", said_on="2025-07-04")
    day = Day(library, "2025-07-07")
    assert day.row() == ("2025-07-31", IN_TIME, 0, 1, 1, 17)
    assert day.entry().standing == "holding_reply" and day.outstanding() == [8]
    assert due_days.moved(library, *FIRST) == Slippage("2025-06-26", "2025-07-31", 1)
    # 5. The second chaser waits for the new day to pass: Friday 1 August.
    following = chasing.next_step(library, *PROMISE)
    assert (following.step.key, following.not_before) == ("second-chaser", "2025-08-01")
    day = Day(library, "2025-08-01")
    assert day.row() == ("2025-07-31", LATE, 1, 1, 1, 36)
    _chase(library, "second-chaser", "2025-08-01", "We wrote about this on 27 June 2025.")
    # 6. The day after the bank holiday is the 17th working day late, 29 August the 20th: very late.
    assert Day(library, "2025-08-26").row() == ("2025-07-31", LATE, 17, 1, 2, 52)
    assert Day(library, "2025-08-29").row() == ("2025-07-31", VERY_LATE, 20, 1, 2, 55)


def _chase(library, key, on, words):
    """Take the step that is due, for the question and for the promise; what it says."""
    ((step, things),) = chasing.due_now(library, okafor(library), on)
    assert (step.key, set(things)) == (key, {FIRST, PROMISE})
    made = chasing.draft(library, key, things, today=on, person_id=okafor(library))
    assert words in made.email and "how many families had moved" in made.email
    chasing.record(library, key, things, on, person_id=okafor(library), words=made.email)


def _part_answered(library):
    # 7. An e-mail answers the first half of it.
    note, spans, _ = receiving.note_conversation(
        library, "212 families have moved to a hub. We do not yet know about the rest of the families.",
        with_whom=Who("Maria Okafor"), on="2025-09-15", at="2025-09-15T09:00:00+00:00",
    )  # fmt: skip
    assert receiving.likely(library, note, spans)[0].question_id == 8
    receiving.receive(
        library, [Outcome(8, Standing.PART_ANSWERED, "what had become of the rest")], note, spans, today="2025-09-16"
    )
    day = Day(library, "2025-09-16")
    assert day.row()[1:4] == (VERY_LATE, 32, 1)
    assert (day.entry().state, day.entry().open, day.outstanding()) == ("partly_answered", True, [8])
    assert standings.history(library, 8)[-1].detail == "what had become of the rest"
    # 8. When the committee meets again it arises as late since June; at the other committee it does not.
    day = Day(library, "2025-12-11")
    assert day.heading() == ("2025-06-12", ["late"])
    assert day.heading(CHILDREN) == ("2025-09-23", [])


def _over_christmas(library):
    due_days.set_due(library, *PROMISE, "2025-12-31", how="said at the meeting of 11 December 2025")
    # 9. Wednesday 31 December is the day itself; 2 January, after the bank holiday, is the first day late.
    assert Day(library, "2025-12-31").row()[:4] == ("2025-12-31", IN_TIME, 0, 2)
    assert Day(library, "2026-01-01").row()[1:3] == (IN_TIME, 0)
    day = Day(library, "2026-01-02")
    assert day.row() == ("2025-12-31", LATE, 1, 2, 2, 142)
    assert due_days.moved(library, *FIRST) == Slippage("2025-06-26", "2025-12-31", 2)
    assert day.heading() == ("2025-12-11", ["late"])


def _asked_again_elsewhere(library):
    # 10. The same is asked at another committee, and linked; each stays a question of its own meeting.
    assert 43 in [question.id for question, _likeness in answering.repeats(library, 8)]
    links.repeats(library, 43, 8)
    day = Day(library, "2026-02-11")
    assert [link.thing for link in links.of(library, *FIRST)] == [AGAIN]
    assert day.outstanding() == day.owed_by("Maria Okafor") == [8, 43]
    assert day.heading(CHILDREN, AGAIN) == ("2026-02-10", ["new"])
    assert day.row(AGAIN)[-1] == 1


def _passed_to_a_successor(library):
    # 11. The Director leaves on the last day of March; until a name is given the post owes it all.
    posts.leave(library, okafor(library), "2026-03-31", shown_by="the agenda of 14 April")
    day = Day(library, "2026-04-01")
    assert day.owed_by("Maria Okafor") == [] and day.outstanding() == [8, 43]
    (asked,) = posts.unheld(library)
    assert asked.words == "Director of Early Help" and {FIRST, AGAIN, PROMISE, ACTION} <= set(asked.owed)
    posts.pass_on(library, asked.owed, Who("Ned Alder"), "2026-04-01", reason="her successor")
    assert posts.unheld(library) == ()
    assert day.owed_by("Ned Alder") == [8, 43]
    assert day.entry().owner == "Ned Alder, Director of Early Help"
    people_owing = registers.grouped(library, Kind.QUESTIONS, Grouping.PERSON, View(outstanding=True), today=day.today)
    assert "Ned Alder" in {group.label for group in people_owing}
    # 12. Clear days over Easter: ten whole days between, without Good Friday and Easter Monday.
    due_days.set_by_rule(library, *ACTION, "member-document-request", "2026-03-30")
    assert Day(library, "2026-04-16").row(ACTION)[:3] == ("2026-04-16", IN_TIME, 0)
    assert Day(library, "2026-04-17").row(ACTION)[:3] == ("2026-04-16", LATE, 1)
    assert deadlines.work_out("agenda-england", _date("2026-04-14")).due == _date("2026-04-02")


def _answered_and_closed(library):
    letter = _import(library)
    block = next(b for b in documents.blocks(library, letter) if "305 now use a hub" in b.text)
    spans = (Span(block.order, 0, len(block.text)),)
    # 13. The successor's letter answers both questions; one reply, two rows, each with its passage.
    assert {offer.question_id for offer in receiving.likely(library, letter, spans)} >= {8, 43}
    closing = [Outcome(8, Standing.ANSWERED_IN_FULL), Outcome(43, Standing.ANSWERED_IN_FULL)]
    receiving.receive(library, closing, letter, spans, by=(Who("Ned Alder"),), date="2026-04-20", today="2026-04-21")
    day = Day(library, "2026-04-21")
    assert day.outstanding() == day.owed_by("Ned Alder") == []
    entry = day.entry()
    assert (entry.state, entry.standing, entry.settled_on, entry.lateness) == (
        "answered_later", "answered_in_full", "2026-04-20", NO_DAY,
    )  # fmt: skip
    assert entry.reply.startswith("Of the 412 families")
    assert day.heading() == ("2025-12-11", ["closed"])
    assert day.heading(CHILDREN, AGAIN) == ("2026-04-14", ["closed"])
    assert [change.standing for change in standings.history(library, 8)] == [
        Standing.HOLDING_REPLY, Standing.PART_ANSWERED, Standing.ANSWERED_IN_FULL,
    ]  # fmt: skip
    # 14. After the committees' next meetings it arises no more; its history stays.
    assert matters.arising(library, OVERVIEW, today="2026-05-05", since="2026-05-04").closed == ()
    assert [chaser.day for chaser in chasing.history(library, *FIRST)] == ["2025-06-27", "2025-08-01"]
    # Undone to the last step of the year, it is owed again.
    library.undo()
    assert Day(library, "2026-04-21").outstanding() == [8, 43]


def _import(library):
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        from pathlib import Path

        path = Path(folder) / "2026-04-20 Letter from the Director.txt"
        path.write_text(LETTER, encoding="utf-8")
        (row,) = importing.import_paths(library, [path]).rows
    return row.document_id


def _date(iso):
    from datetime import date

    return date.fromisoformat(iso)
