"""Recognition on our own corpus: a floor under its figures, and what must hold for every document whatever they are."""

import importlib.util
import json
import re
import sys
from pathlib import Path

import pytest

from scrutiny_desk.domain.blocks import quote_of
from scrutiny_desk.reading import read
from scrutiny_desk.recognition import recognise

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
SLACK = 0.01
"""One hundredth: what a rule may cost elsewhere while it is being made better."""


def load_scoring():
    spec = importlib.util.spec_from_file_location("corpus_scoring", CORPUS / "scoring.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


scoring = load_scoring()
ALL = [case for half in scoring.HALVES for case in scoring.cases(half)]
WITHOUT_QUESTIONS = [case for case in ALL if case.style == 26]


def named(case):
    return f"{case.half}-{case.name}"


@pytest.fixture(scope="module")
def recognised():
    """The blocks and findings of each document, read once."""
    documents = {named(case): read(case.path) for case in ALL}
    return {name: (document, recognise(document)) for name, document in documents.items()}


def quoted(findings):
    """Every finding that quotes: its spans, and the words it says it rests on (None where it keeps only spans)."""
    for question in findings.questions:
        yield question.spans, None
        for answer in question.answers:
            yield answer.spans, answer.text
    for row in (*findings.undertakings, *findings.decisions, *findings.actions, *findings.items, *findings.people):
        yield row.spans, None


def test_every_style_has_a_document_in_either_half():
    for half in scoring.HALVES:
        assert {case.style for case in scoring.cases(half)} == set(range(1, 27))


@pytest.mark.parametrize("case", ALL, ids=named)
def test_the_gold_stands_in_the_document(case):
    text = scoring.folded(" ".join(f"{block.marker} {block.text}" for block in read(case.path).blocks))
    finds = [row["find"] for kind in ("questions", "undertakings", "actions", "decisions") for row in case.gold[kind]]
    assert [find for find in finds if scoring.folded(find) not in text] == []


@pytest.mark.parametrize("case", ALL, ids=named)
def test_every_quote_stands_where_it_says(case, recognised):
    document, findings = recognised[named(case)]
    for spans, text in quoted(findings):
        for span in spans:
            assert 0 <= span.start < span.end <= len(document.blocks[span.block].text)
        if text is not None:
            assert text == quote_of(document.blocks, spans)


@pytest.mark.parametrize("case", ALL, ids=named)
def test_every_question_is_words_of_the_document(case, recognised):
    document, findings = recognised[named(case)]
    for question in findings.questions:
        quote = scoring.folded(quote_of(document.blocks, question.spans))
        assert [
            piece for piece in re.split(r"(?<=[.?!])\s+", scoring.folded(question.text)) if piece not in quote
        ] == []


@pytest.mark.parametrize("case", ALL, ids=named)
def test_no_field_of_a_meeting_is_made_up(case, recognised):
    meeting = recognised[named(case)][1].meeting
    unsaid = [name for name, said in case.gold["meeting"].items() if said is None]
    assert {name: getattr(meeting, name) for name in unsaid} == dict.fromkeys(unsaid)


@pytest.mark.parametrize("case", WITHOUT_QUESTIONS, ids=named)
def test_papers_that_are_no_minutes_hold_no_question(case, recognised):
    assert [question.text for question in recognised[named(case)][1].questions] == []


@pytest.mark.parametrize("case", ALL, ids=named)
def test_the_same_document_gives_the_same_findings(case, recognised):
    assert recognise(read(case.path)) == recognised[named(case)][1]


RECORDED = json.loads((CORPUS / "figures.json").read_text(encoding="utf-8"))["seen"]


def test_no_figure_falls_below_the_record():
    now = scoring.figures("seen")
    fallen = {
        name: (floor, now[name])
        for name, floor in RECORDED.items()
        if (floor - now[name] if name not in scoring.FEWER_IS_BETTER else now[name] - floor) > SLACK
    }
    assert not fallen


def test_the_rules_are_worth_more_than_the_baseline():
    now = scoring.figures("seen")
    assert now["questions F1"] > now["baseline questions F1"]


ENOUGH = 20
"""Findings a band must hold before its share means anything."""


@pytest.mark.parametrize("half", scoring.HALVES)
def test_confidence_means_something(half):
    """Of the findings at 0.9, nine in ten are right; a less confident band is not the more reliable one."""
    bands = {low: share for low, found, share in scoring.calibration(half) if found >= ENOUGH}
    surest = max(bands)
    assert surest >= 0.9
    assert bands[surest] >= 0.9
    assert all(share <= bands[surest] + SLACK for share in bands.values())
