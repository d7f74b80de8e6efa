"""Figures of the register: counted right, told neutrally, and pictured with words for those who cannot see them."""

import io
import zipfile

import pytest
from PIL import Image

from scrutiny_desk.domain.briefing import BriefingKind
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.documents import Circulation
from scrutiny_desk.domain.findings import FoundMeeting
from scrutiny_desk.domain.people import Capacity
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.standings import Standing
from scrutiny_desk.services import briefing, charts, due_days, standings
from scrutiny_desk.services.briefing import Scope

TODAY = "2026-01-05"
OPEN = QuestionStatus.NOT_ANSWERED


@pytest.fixture
def held(library, papers):
    """Two meetings; five questions to two witnesses: one at once answered, one in time, one late, two outstanding."""
    for name, day, asked in (
        ("june.txt", "2025-06-12", (("Maria Okafor", "Early help?"), ("Tom Hargreave", "The pool?"))),
        ("november.txt", "2025-11-20", (("Maria Okafor", "The survey?"), ("Maria Okafor", "The hubs?"))),
    ):
        paper = papers.Paper(name, meeting=FoundMeeting("Wexcombe County Council", "Overview Committee", day))
        paper.item("1", "Business")
        for who, text in asked:
            post = {"organisation": "Health Trust" if who == "Maria Okafor" else "Borough Council"}
            paper.ask(text, None, paper.there(who, Capacity.WITNESS, **post), status=OPEN)
        if name == "june.txt":
            paper.ask("Was it raining?", None, None, "It was.")
        paper.take_into(library)
    for number, due in ((1, "2025-07-01"), (2, "2025-07-01"), (4, "2025-12-01")):
        due_days.set_due(library, Kind.QUESTIONS, number, due)
    standings.stand(library, [1], Standing.ANSWERED_IN_FULL, day="2025-06-30", shown_by="letter of 30 June")
    standings.stand(library, [2], Standing.ANSWERED_IN_FULL, day="2025-08-01", shown_by="letter of 1 August")
    return library


def chart(library, key, **more):
    return next(each for each in charts.charts(library, today=TODAY, **more) if each.key == key)


def bars(found):
    return [(bar.label, bar.values) for bar in found.bars]


def test_what_is_outstanding_is_counted_by_witness_and_by_age(held):
    assert bars(chart(held, "witness")) == [("Maria Okafor", (2,))]
    assert chart(held, "witness").bars[0].person_id is not None
    by_age = dict(bars(chart(held, "age")))
    assert by_age == {
        "Under a month": (0,), "One to three months": (2,), "Three to six months": (0,),
        "Six months to a year": (0,), "More than a year": (0,),
    }  # fmt: skip


def test_answers_are_counted_by_the_day_first_named_and_what_is_not_counted_is_said(held):
    due_days.set_due(held, Kind.QUESTIONS, 2, "2025-09-01", how="asked for more time")
    found = chart(held, "in-time")
    assert bars(found) == [("Borough Council", (0, 1, 0)), ("Health Trust", (1, 0, 1))]
    assert "1 for which no day was named" in found.note


def test_time_runs_in_quarters_to_today(held):
    assert bars(chart(held, "time")) == [
        ("April to June 2025", (3, 0)),
        ("July to September 2025", (0, 0)),
        ("October to December 2025", (2, 2)),
        ("January to March 2026", (0, 0)),
    ]


def test_names_stand_in_order_of_the_alphabet_and_nothing_judges(held):
    text = " ".join(each.told for each in charts.charts(held, today=TODAY)).casefold()
    assert not {"worst", "best", "fail", "poor", "league", "rank", "blame"} & set(text.split())


def test_a_picture_has_the_words_that_tell_all_it_shows(held, tmp_path):
    found = chart(held, "in-time")
    assert "Health Trust: Answered in time 1, Answered after the day 0, Past the day, not answered 1" in found.told
    charts.save(found, tmp_path / "chart.png")
    with Image.open(tmp_path / "chart.png") as image:
        assert image.width == 1800 and len(image.getcolors(100_000)) > 3
    briefing.write(held, Scope(BriefingKind.FIGURES), tmp_path / "figures.docx", today=TODAY)
    with zipfile.ZipFile(tmp_path / "figures.docx") as archive:
        body = archive.read("word/document.xml").decode()
        pictures = [name for name in archive.namelist() if name.endswith(".png")]
    assert len(pictures) == 4 and body.count("Bar chart.") == 4
    assert Image.open(io.BytesIO(zipfile.ZipFile(tmp_path / "figures.docx").read(pictures[0]))).width == 1800


def test_a_public_picture_counts_only_what_is_public(library, papers):
    paper = papers.Paper("june.txt", meeting=papers.MEETING)
    for text in ("Open?", "Closed?"):
        paper.ask(text, None, paper.there("Maria Okafor", Capacity.WITNESS), status=OPEN)
    paper.restrict(1, 1)
    paper.say("Maria Okafor was there.")
    paper.take_into(library)
    scope = Scope(BriefingKind.FIGURES, circulation=Circulation.PUBLIC)
    assert "Maria Okafor: 1." in briefing.preview(library, scope, today=TODAY)
    assert "Maria Okafor: 2" in chart(library, "witness").told
