"""An undertaking, decision or action that a person adds by hand becomes a rule, and nothing of a person's is touched."""

import pytest

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.house_rules import HouseRule, RuleKind
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.domain.undertakings import DecisionKind
from scrutiny_desk.reading import read_bytes
from scrutiny_desk.recognition import recognise
from scrutiny_desk.services import (
    again,
    exporting,
    history,
    house_rules,
    keeping,
    links,
    reviewing,
    rule_learning,
    rule_trials,
)
from scrutiny_desk.services.rule_lessons import says_enough
from scrutiny_desk.store import documents, undertakings

BODY = "Thornmere Parish Council"
PAPER = """THORNMERE PARISH COUNCIL

Minutes of the Highways Committee held on Tuesday {day} 2025 at 7.00 pm

Present: Cllr A Marl (Chair), Cllr P Vane, Cllr H Nettle

In attendance: Dana Pell (Town Clerk), Nadia Marsh (Head of Place)

4. Lamps

{text}
"""
FIRST = """The lamps were discussed at length.

Cllr Vane bears the matter of the list of lamps by 30 May 2025.

The mind of the meeting was that the lamps stay lit until midnight.

Over to the Town Clerk: a letter about lamp 14 goes to the county.
"""
SECOND = """The lamps were discussed again.

Cllr Nettle bears the matter of the new keys by 30 June 2025.

The mind of the meeting was that the warden keeps the keys.

Over to the Town Clerk: a note about the keys goes to the warden.
"""
MISSED = {
    Kind.UNDERTAKINGS: ("bears the matter", "new keys", RuleKind.PROMISES),
    Kind.DECISIONS: ("The mind of", "warden keeps", RuleKind.DECIDES),
    Kind.ACTIONS: ("Over to", "note about the keys", RuleKind.TASKS),
}
KINDS = pytest.mark.parametrize("kind", MISSED)


@pytest.fixture
def two(library):
    """A library with two papers of Thornmere."""
    for number, (day, text) in enumerate((("4 March", FIRST), ("6 May", SECOND))):
        take(library, f"{number}.txt", PAPER.format(day=day, text=text))
    return library


def take(library, name, text):
    document = read_bytes(name, text.encode())
    found = recognise(document, rules=house_rules.holding(library))
    work = lambda db: keeping.keep(db, document, found, text.encode(), at="2025-08-01T09:00:00", path=name)  # noqa: E731
    return library.write("Import", work, origin="import")[0].document_id


def add(library, kind, **said):
    """Add by hand what the first paper holds of this kind, which the program missed."""
    words = MISSED[kind][0]
    with library.read() as db:
        block = next(b for b in documents.blocks(db, 1) if words in b.text)
    service = {
        Kind.UNDERTAKINGS: reviewing.add_undertaking,
        Kind.DECISIONS: reviewing.add_decision,
        Kind.ACTIONS: reviewing.add_action,
    }[kind]
    more = {"kind": said.get("agreed", DecisionKind.AGREED)} if kind is Kind.DECISIONS else {}
    return service(library, 1, (Span(block.order, 0, len(block.text)),), **more)[0]


def rows(library, kind):
    return exporting.as_data(library)[str(kind)]


def found(library, kind):
    return [row for row in rows(library, kind) if MISSED[kind][1] in row["text"]]


@KINDS
def test_what_was_missed_is_found_elsewhere_and_undo_restores_the_export(two, kind):
    assert not found(two, kind), "the program must not know this wording by itself"
    proposal = rule_learning.propose(two, kind, add(two, kind))
    assert proposal.rule.kind is MISSED[kind][2] and proposal.rule.body == BODY
    [effect] = proposal.trial.effects
    assert (effect.paper, effect.step.kind, effect.step.what) == ("1.txt", kind, "add")
    assert proposal.trial.right == 1.0
    before = exporting.as_data(two)
    rule_learning.keep(two, proposal)
    [row] = found(two, kind)
    assert row["review"] == str(Review.SUGGESTED) and row["sources"][0]["document_id"] == 2
    history.undo(two)
    assert exporting.as_data(two) == before


def test_an_undertaking_by_rule_is_owed_by_whom_it_names_by_the_day_it_names(two):
    proposal = rule_learning.propose(two, Kind.UNDERTAKINGS, add(two, Kind.UNDERTAKINGS))
    assert proposal.rule == HouseRule(RuleKind.PROMISES, "{councillor} bears", BODY)
    assert (
        proposal.rule.sentence
        == f"In papers of {BODY}, a sentence that begins “Councillor NAME bears” is an undertaking."
    )
    rule_learning.keep(two, proposal)
    [row] = found(two, Kind.UNDERTAKINGS)
    assert [who["name"] for who in row["made_by"]] == ["H Nettle"] and row["due"] == "2025-06-30"
    with two.read() as db:
        kept = undertakings.get(db, row["id"])
    assert kept.confidence < 0.9 and "by a rule of yours that is an undertaking" in kept.reason


def test_nobody_is_guessed_where_the_sentence_names_nobody():
    text = "Cllr Vane spoke of lamps.\n\nPledge: the lamps are mended.\n\nTask: the keys are found.\n"
    kinds = ((RuleKind.PROMISES, "Pledge:"), (RuleKind.TASKS, "Task:"))
    made = tuple(HouseRule(kind, words) for kind, words in kinds)
    result = recognise(read_bytes("a.txt", PAPER.format(day="4 March", text=text).encode()), rules=made)
    [promise], [task] = result.undertakings, result.actions
    assert promise.made_by == () and task.owners == ()


@KINDS
def test_switched_off_the_suggestions_go_but_not_what_a_person_has_made_something_of(two, kind):
    rule_learning.keep(two, rule_learning.propose(two, kind, add(two, kind)))
    [number] = [kept.id for kept in house_rules.rules(two)]
    rule_trials.switch(two, number, False)
    assert not found(two, kind)
    rule_trials.switch(two, number, True)
    [row] = found(two, kind)
    other = Kind.ACTIONS if kind is not Kind.ACTIONS else Kind.DECISIONS
    links.concerns(two, (kind, row["id"]), (other, add(two, other)))
    rule_trials.switch(two, number, False)
    assert found(two, kind), "a person has linked it"


@KINDS
def test_refused_where_it_speaks_against_what_was_settled(two, kind):
    added = add(two, kind)
    rule_learning.keep(two, rule_learning.propose(two, kind, added))
    reviewing.reject(two, kind, [found(two, kind)[0]["id"]])
    [number] = [kept.id for kept in house_rules.rules(two)]
    rule_trials.remove(two, number)
    proposal = rule_learning.propose(two, kind, added)
    assert proposal.trial is None and proposal.why_none == rule_learning.CONTRADICTS


def test_a_decision_of_another_kind_than_its_words_teaches_none(two):
    added = add(two, Kind.DECISIONS, agreed=DecisionKind.RECOMMENDED)
    assert rule_learning.propose(two, Kind.DECISIONS, added).why_none == rule_learning.STILL


def test_a_question_that_a_person_has_linked_is_not_dropped_by_reading_again(two):
    text = PAPER.format(
        day="1 July", text="Cllr Vane asked whether the lamps were paid for. The Clerk said they were.\n"
    )
    document = take(two, "2.txt", text)
    [question] = rows(two, Kind.QUESTIONS)
    silent = lambda read: recognise(read, rules=(HouseRule(RuleKind.HOLDS_NO_QUESTION, "Lamps"),))  # noqa: E731
    assert [step.what for step in again.compare(two, document, silent)] == ["drop"]
    links.concerns(two, (Kind.QUESTIONS, question["id"]), (Kind.DECISIONS, add(two, Kind.DECISIONS)))
    assert again.compare(two, document, silent) == ()


@pytest.mark.parametrize("words", ["{councillor} would", "{councillor} said that", "{councillor} asked", "was to"])
def test_words_that_bind_nobody_are_no_rule(words):
    assert not says_enough(RuleKind.PROMISES, words)


def test_a_wording_that_says_something_may_be_one():
    assert says_enough(RuleKind.PROMISES, "{councillor} would fetch")
