"""The measure itself: a scorer that cannot tell right from wrong would prove anything."""

import importlib.util
import sys
from pathlib import Path

import pytest

from scrutiny_desk.domain.blocks import Block, BlockKind, Span
from scrutiny_desk.domain.documents import DocumentKind, ReadDocument
from scrutiny_desk.domain.findings import Findings, FoundItem, FoundMeeting, FoundPerson, FoundQuestion
from scrutiny_desk.domain.people import Capacity, Who
from scrutiny_desk.domain.questions import QuestionStatus

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
TEXT = "Councillor Dell asked why the lamps were out. Mr Fenn replied that a cable had been cut."


def load_scoring():
    spec = importlib.util.spec_from_file_location("corpus_scoring_itself", CORPUS / "scoring.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


scoring = load_scoring()


def gold(**changes):
    row = {"find": "why the lamps were out", "asked_by": "Dell", "answered_by": ["Fenn"], "status": ["answered"]}
    whole = {
        "kind": "minutes",
        "meeting": {"date": None, "committee": "Lighting Panel"},
        "items": [{"number": "4", "title": "LAMPS"}],
        "people": [{"name": "R Dell", "capacity": "member"}],
        "questions": [row],
        "undertakings": [],
        "actions": [],
        "decisions": [],
    }
    return whole | changes


def found(**changes):
    question = FoundQuestion(
        text=TEXT[:45],
        asked_by=Who("R Dell", "Councillor Dell"),
        put_to=(),
        answered_by=(Who("Amos Fenn", "Mr Fenn"),),
        status=QuestionStatus.ANSWERED,
        spans=(Span(0, 0, 45),),
    )
    whole = {
        "kind": DocumentKind.MINUTES,
        "meeting": FoundMeeting(committee="Lighting Panel"),
        "items": (FoundItem("4.", "Lamps", 0, 0),),
        "people": (FoundPerson("R Dell", Capacity.MEMBER),),
        "questions": (question,),
    }
    return Findings(**(whole | changes))


def marks(gold_rows, findings):
    return scoring.mark(gold_rows, findings, (Block(0, BlockKind.PARAGRAPH, TEXT),))


def changed(**changes):
    before = found().questions[0]
    return found(questions=(FoundQuestion(**({name: getattr(before, name) for name in before.__slots__} | changes)),))


def test_what_is_right_is_marked_right():
    right = marks(gold(), found())
    assert right.faults == []
    assert right.f1("questions") == (1, 1, 1)
    assert {right.share(name) for name in ("asker", "answerer", "status", "people", "items", "meeting", "kind")} == {1}


@pytest.mark.parametrize(
    ("findings", "measure"),
    [
        (changed(asked_by=Who("P Dell")), None),
        (changed(asked_by=Who("R Moor")), "asker"),
        (changed(answered_by=()), "answerer"),
        (changed(answered_by=(Who("A Fenn"), Who("B Oak"), Who("C Ash"))), "answerer"),
        (changed(status=QuestionStatus.PROMISED), "status"),
        (found(people=(FoundPerson("R Dell", Capacity.OFFICER),)), "people"),
        (found(people=()), "people"),
        (found(items=()), "items"),
        (found(meeting=FoundMeeting(committee="Lighting Panel", date="2020-01-01")), "meeting"),
        (found(kind=DocumentKind.REPORT), "kind"),
    ],
)
def test_what_is_wrong_is_marked_wrong(findings, measure):
    wrong = marks(gold(), findings)
    assert [name for name in (measure,) if name and wrong.share(name) == 1] == []
    assert bool(wrong.faults) == bool(measure)


def test_a_missed_and_a_false_question_both_cost():
    assert marks(gold(), found(questions=())).f1("questions") == (0, 0, 0)
    precision, recall, _ = marks(gold(), found(questions=found().questions * 2)).f1("questions")
    assert (precision, recall) == (0.5, 1)


def test_an_optional_row_counts_neither_way():
    optional = gold()["questions"][0] | {"optional": True}
    assert marks(gold(questions=[optional]), found()).f1("questions") is None
    assert marks(gold(questions=[optional]), found(questions=())).f1("questions") is None


def test_nobody_may_be_guessed():
    assert scoring.asker_right(None, None)
    assert scoring.asker_right(None, Who(None, "a resident"))
    assert not scoring.asker_right(None, Who("R Dell"))
    assert scoring.asker_right("A Member", Who(None, "A Member of the Panel"))
    assert scoring.asker_right("The Chairman", Who("R Dell", "The Chairman"))
    assert not scoring.asker_right("A Member", Who(None, "Officers"))


def test_the_baseline_takes_every_question_mark_and_every_asked():
    block = Block(0, BlockKind.PARAGRAPH, "Why now? He asked. It rained.")
    assert scoring.plain_questions(ReadDocument("a.txt", "text", (block,))) == ["Why now?", "He asked."]
