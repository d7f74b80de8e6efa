"""Whatever a person has said, and whatever the rule: their words stay, and undo restores the export byte for byte."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.house_rules import HouseRule, RuleKind
from scrutiny_desk.domain.people import Capacity
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.reading import read_bytes
from scrutiny_desk.recognition import recognise
from scrutiny_desk.services import again, exporting, history, keeping, reviewing, rule_learning, rule_trials
from scrutiny_desk.services.rule_lessons import Lesson
from scrutiny_desk.store import create_library, documents

BODY = "Fernhollow Town Council"
TEXT = """FERNHOLLOW TOWN COUNCIL

Minutes of the Amenities Committee held on Tuesday 4 March 2025 at 7.00 pm

Present: Cllr A Marl (Chair), Cllr P Vane, Cllr H Nettle

In attendance: Dana Pell (Town Clerk), Nadia Marsh (Head of Place)

5. Play areas

Cllr Vane floated whether the swings would be back by May.

Desk note: The swings will be fitted in April.

Cllr Nettle asked when the bark would come.

Desk note: It came on Friday.

Cllr Marl asked what the rent was. The Clerk said that it was down for the spring round.

Cllr Vane asked for the lamp's history. NX replied that it was old. The Clerk would write to the landlord.

6. Public notes

Cllr Vane asked whether the fair was on Saturday.
"""
RULES = [
    HouseRule(RuleKind.ASKS, "{councillor} floated", BODY),
    HouseRule(RuleKind.ASKS, "The Clerk said", BODY),
    HouseRule(RuleKind.ASKS_NOTHING, "{councillor} asked", BODY),
    HouseRule(RuleKind.ASKS_NOTHING, "{councillor} asked for", BODY),
    HouseRule(RuleKind.ANSWERS, "Desk note:", BODY),
    HouseRule(RuleKind.PUTS_OFF, "down for the spring round", BODY),
    HouseRule(RuleKind.PROMISES_NOTHING, "The Clerk would", BODY),
    HouseRule(RuleKind.STANDS_FOR, "NX", BODY, None, "Nadia Marsh", "Head of Place", Capacity.OFFICER),
    HouseRule(RuleKind.HOLDS_NO_QUESTION, "Public notes", BODY),
    HouseRule(RuleKind.HEADS_LIST, "In attendance", BODY, capacity=Capacity.WITNESS),
]
SAYINGS = st.lists(
    st.tuples(
        st.integers(0, 5),
        st.sampled_from(["confirm", "reject", "promised", "not_answered", "answered", "mark"]),
    ),
    max_size=5,
)


def filled(path):
    library = create_library(path)
    document = read_bytes("m.txt", TEXT.encode())
    found = recognise(document)
    work = lambda db: keeping.keep(db, document, found, TEXT.encode(), at="2025-08-01T09:00:00", path="m.txt")  # noqa: E731
    library.write("Import", work, origin="import")
    return library


def say(library, nth, what):
    """Say one thing of one question, or mark a paragraph as one that was missed."""
    ids = [q["id"] for q in exporting.as_data(library)["questions"]]
    row = ids[nth % len(ids)]
    if what == "mark":
        with library.read() as db:
            block = documents.blocks(db, 1)[5 + nth]
        reviewing.add_question(library, 1, (Span(block.order, 0, len(block.text)),))
    elif what == "confirm":
        reviewing.confirm(library, Kind.QUESTIONS, [row])
    elif what == "reject":
        reviewing.reject(library, Kind.QUESTIONS, [row])
    else:
        reviewing.correct_question(library, row, status=QuestionStatus(what))


def settled(library):
    """Every row that has a person's word."""
    data = exporting.as_data(library)
    return {
        (kind, row["id"]): row for kind in ("questions", "undertakings") for row in data[kind]
        if row["review"] != "suggested"
    }  # fmt: skip


def as_bytes(library):
    return json.dumps(exporting.as_data(library), ensure_ascii=False).encode()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SAYINGS, st.lists(st.sampled_from(RULES), min_size=1, max_size=3, unique=True), st.booleans())
def test_a_rule_never_changes_a_persons_word_and_undo_restores_everything(tmp_path_factory, sayings, rules, off):
    with filled(tmp_path_factory.mktemp("rules") / "a.scrutiny") as library:
        for nth, what in sayings:
            say(library, nth, what)
        theirs, before = settled(library), [as_bytes(library)]
        numbers = []
        for rule in rules:
            tried = rule_trials.trial(library, rule)
            lesson = Lesson(Kind.QUESTIONS, 1, 1, 8)
            numbers.append(rule_learning.keep(library, rule_learning.Proposal(lesson, tried))[0])
            before.append(as_bytes(library))
            assert settled(library) == theirs
        if off:
            rule_trials.switch(library, numbers[0], False)
            before.append(as_bytes(library))
            assert settled(library) == theirs
        _steps, change = again.apply(library, 1)
        assert settled(library) == theirs
        if change:
            history.undo(library)
        for expected in reversed(before):
            assert as_bytes(library) == expected
            history.undo(library)
