"""A correction becomes a rule: proposed, tried, kept with what follows from it, switched, undone, handed on."""

from dataclasses import replace

import pytest

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.documents import Classification
from scrutiny_desk.domain.findings import Restriction
from scrutiny_desk.domain.house_rules import HouseRule, RuleKind
from scrutiny_desk.domain.people import Capacity, Who
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.reading import read_bytes
from scrutiny_desk.recognition import recognise
from scrutiny_desk.services import (
    again,
    exporting,
    history,
    house_rules,
    importing,
    keeping,
    people,
    personal,
    reviewing,
    rule_learning,
    rule_lessons,
    rule_trials,
)
from scrutiny_desk.store import create_library, documents, restrictions
from scrutiny_desk.store import house_rules as rows

BODY = "Fernhollow Town Council"
HEAD = """FERNHOLLOW TOWN COUNCIL

Minutes of the Amenities Committee held on Tuesday {day} 2025 at 7.00 pm

Present: Cllr A Marl (Chair), Cllr P Vane, Cllr H Nettle

In attendance: Dana Pell (Town Clerk), Nadia Marsh (Head of Place)

5. Play areas

"""
FIRST = """The Clerk would write to the landlord.

Cllr Vane floated whether the swings would be back by May.

Desk note: The swings were ordered in January and will be fitted in April.

Cllr Nettle asked when the bark would come.

Desk note: It came on Friday.

Cllr Marl asked what the rent was. The Clerk said that the rent was down for the spring round.

6. Public notes

Cllr Vane asked whether the fair was on Saturday.
"""
SECOND = """Cllr Nettle floated whether the lamp was paid for.

Desk note: It was paid for in March.

Cllr Vane asked who owned the shed. HoP replied that the club did.

6. Public notes

Cllr Marl asked whether the fair was dear.
"""
ELSEWHERE = HEAD.replace("FERNHOLLOW", "MARLBRIDGE") + "Cllr Vane floated whether the lamp was lit.\n"


@pytest.fixture
def two(library):
    """A library with two papers of Fernhollow and one of another council."""
    papers = (HEAD.format(day="4 March") + FIRST, HEAD.format(day="6 May") + SECOND, ELSEWHERE.format(day="1 July"))
    for number, text in enumerate(papers):
        take(library, f"{number}.txt", text)
    return library


@pytest.fixture
def library_beside(tmp_path):
    """A colleague's library, empty yet."""
    with create_library(tmp_path / "colleague.scrutiny") as made:
        yield made


def take(library, name, text):
    document = read_bytes(name, text.encode())
    found = recognise(document, rules=house_rules.holding(library))
    work = lambda db: keeping.keep(db, document, found, text.encode(), at="2025-08-01T09:00:00", path=name)  # noqa: E731
    return library.write("Import", work, origin="import")[0].document_id


def questions(library):
    return exporting.as_data(library)["questions"]


def number(library, words):
    return next(q["id"] for q in questions(library) if words in q["text"])


def mark(library, words, document_id=1):
    with library.read() as db:
        blocks = documents.blocks(db, document_id)
    block = next(b for b in blocks if words in b.text)
    return reviewing.add_question(library, document_id, (Span(block.order, 0, len(block.text)),))[0]


def propose(library, row_id, kind=Kind.QUESTIONS, **more):
    return rule_learning.propose(library, kind, row_id, **more)


def whole(library):
    return exporting.as_data(library)


def test_a_question_that_was_missed_becomes_a_rule_and_finds_the_others(two):
    proposal = propose(two, mark(two, "floated whether the swings"))
    assert proposal.rule == HouseRule(RuleKind.ASKS, "{councillor} floated", BODY)
    [effect] = proposal.trial.effects
    assert (effect.paper, effect.step.what) == ("1.txt", "add") and "lamp was paid" in effect.step.words
    assert (proposal.trial.papers, proposal.trial.fitting, proposal.trial.right) == (2, 2, 1.0)


def test_proposing_changes_nothing(two):
    marked = mark(two, "floated whether the swings")
    before = whole(two)
    propose(two, marked)
    assert whole(two) == before


def test_keeping_it_is_one_step_and_undo_restores_the_export_byte_for_byte(two, tmp_path):
    proposal = propose(two, mark(two, "floated whether the swings"))
    exporting.write(two, tmp_path / "before.json")
    rule_learning.keep(two, proposal)
    assert number(two, "lamp was paid for") and len(house_rules.rules(two)) == 1
    assert two.undo_label == f"Make a rule for {BODY}"
    history.undo(two)
    exporting.write(two, tmp_path / "after.json")
    assert (tmp_path / "after.json").read_bytes() == (tmp_path / "before.json").read_bytes()
    history.redo(two)
    assert number(two, "lamp was paid for") and len(house_rules.rules(two)) == 1


def test_it_holds_for_papers_imported_later_and_for_reading_again(two):
    rule_learning.keep(two, propose(two, mark(two, "floated whether the swings")), follow=False)
    new = take(two, "9.txt", HEAD.format(day="2 September") + "Cllr Marl floated whether the gate was shut.\n")
    assert number(two, "gate was shut")
    assert again.compare(two, new) == ()
    assert [step.what for step in again.compare(two, 2) if "lamp" in step.words] == ["add"]
    assert again.compare(two, 3) == (), "of another council"


def test_a_file_is_imported_by_the_rules_that_hold(two, tmp_path):
    rule_learning.keep(two, propose(two, mark(two, "floated whether the swings")))
    file = tmp_path / "new.txt"
    file.write_text(HEAD.format(day="2 September") + "Cllr Marl floated whether the gate was shut.\n")
    [row] = importing.import_paths(two, [file]).rows
    assert row.found["questions"] == 1


def test_a_status_teaches_what_answers(two):
    bark = number(two, "bark")
    reviewing.correct_question(two, bark, status=QuestionStatus.ANSWERED)
    assert propose(two, bark).rule == HouseRule(RuleKind.ANSWERS, "Desk note:", BODY)


def test_a_status_teaches_what_only_puts_off(two):
    rent = number(two, "rent")
    reviewing.correct_question(two, rent, status=QuestionStatus.PROMISED)
    rule = propose(two, rent).rule
    assert rule.kind is RuleKind.PUTS_OFF and rule.words.endswith("the spring round")


def test_letters_no_list_explains_stand_for_whom_a_person_names(two):
    shed = number(two, "who owned the shed")
    marsh = next(p["id"] for p in whole(two)["people"] if p["name"] == "Nadia Marsh")
    text = (
        HEAD.replace("Nadia Marsh (Head of Place)", "A Clerk")
        + "Cllr Vane asked who owned it. NX replied that it was the club.\n"
    )
    new = take(two, "8.txt", text.format(day="3 June"))
    asked = number(two, "who owned it")
    reviewing.correct_question(two, asked, answered_by=(Who("Nadia Marsh", None, marsh),))
    proposal = propose(two, asked)
    assert proposal.rule == HouseRule(
        RuleKind.STANDS_FOR, "NX", BODY, None, "Nadia Marsh", "Head of Place", Capacity.OFFICER
    )
    assert proposal.rule.sentence.endswith("“NX” stands for Nadia Marsh, Head of Place.")
    rule_learning.keep(two, proposal)
    assert new and shed
    later = take(two, "7.txt", text.format(day="4 July"))
    row = next(q for q in questions(two) if any(s["document_id"] == later for s in q["sources"]))
    assert [who["name"] for who in row["answered_by"]] == ["Nadia Marsh"]


def test_a_rejected_question_teaches_its_heading_and_never_its_asking_words(two):
    fair = number(two, "fair was on Saturday")
    reviewing.reject(two, Kind.QUESTIONS, [fair])
    proposal = propose(two, fair)
    assert proposal.rule == HouseRule(RuleKind.HOLDS_NO_QUESTION, "Public notes", BODY)
    assert [(e.step.what, "dear" in e.step.words) for e in proposal.trial.effects] == [("drop", True)]


def test_a_heading_under_which_a_person_confirmed_a_question_is_not_proposed(two):
    fair = number(two, "fair was on Saturday")
    reviewing.confirm(two, Kind.QUESTIONS, [number(two, "fair was dear")])
    reviewing.reject(two, Kind.QUESTIONS, [fair])
    assert propose(two, fair).rule is None


@pytest.mark.parametrize("asks", ["wanted to know how the", "sought an assurance that the", "asked whether the"])
def test_a_usual_way_of_asking_is_never_said_to_ask_nothing(two, asks):
    text = "".join(f"\n\nCllr Vane {asks} {thing} was kept." for thing in ("gate", "lamp", "hedge"))
    take(two, "8.txt", HEAD.format(day="3 June") + "All was noted." + text + "\n")
    gate = number(two, "gate was kept")
    reviewing.reject(two, Kind.QUESTIONS, [gate])
    assert propose(two, gate).rule is None


def test_a_rejected_undertaking_teaches_its_wording(two):
    [promised] = [u["id"] for u in whole(two)["undertakings"] if "landlord" in u["text"]]
    reviewing.reject(two, Kind.UNDERTAKINGS, [promised])
    rule = propose(two, promised, Kind.UNDERTAKINGS).rule
    assert rule.kind is RuleKind.PROMISES_NOTHING


def test_what_a_person_settled_is_never_touched_and_speaks_against_a_rule(two):
    reviewing.confirm(two, Kind.QUESTIONS, [number(two, "bark")])
    before = next(q for q in questions(two) if "bark" in q["text"])
    rule = HouseRule(RuleKind.ANSWERS, "Desk note:", BODY)
    tried = rule_trials.trial(two, rule)
    [against] = tried.against
    assert against.row_id == before["id"] and "settled it otherwise" in against.why and tried.right == 0.0
    lesson = propose(two, mark(two, "floated whether the swings")).lesson
    rule_learning.keep(two, rule_learning.Proposal(lesson, tried))
    assert next(q for q in questions(two) if "bark" in q["text"]) == before


def test_a_rule_that_contradicts_what_was_settled_is_not_proposed(two):
    reviewing.confirm(two, Kind.QUESTIONS, [number(two, "bark")])
    shed = number(two, "who owned the shed")
    text = HEAD.format(day="3 June") + "Cllr Vane asked who mowed it.\n\nDesk note: It was the club.\n"
    take(two, "8.txt", text)
    mowed = number(two, "who mowed it")
    reviewing.correct_question(two, mowed, status=QuestionStatus.ANSWERED)
    proposal = propose(two, mowed)
    assert shed and proposal.rule is None and proposal.why_none == rule_learning.CONTRADICTS


def test_a_word_of_telling_is_never_made_to_ask(two):
    take(two, "8.txt", HEAD.format(day="3 June") + "Cllr Vane said that the gate was shut.\n")
    marked = mark(two, "gate was shut", 4)
    rule = propose(two, marked).rule
    assert rule is None or rule.words != "{councillor} said"


@pytest.mark.parametrize(
    ("kind", "words", "enough"),
    [
        (RuleKind.ASKS, "{councillor} floated", True),
        (RuleKind.ASKS, "{councillor} said", False),
        (RuleKind.ASKS, "Members noted", False),
        (RuleKind.ASKS, "{councillor} said that he", False),
        (RuleKind.ASKS, "{councillor} said he wondered whether", True),
        (RuleKind.ASKS, "{councillor} raised concerns", True),
        (RuleKind.ASKS, "{councillor} was of the", False),
        (RuleKind.ASKS, "Query:", True),
        (RuleKind.ASKS_NOTHING, "{councillor} asked", False),
        (RuleKind.ASKS_NOTHING, "{councillor} asked whether the", False),
        (RuleKind.ASKS_NOTHING, "What was", False),
        (RuleKind.ASKS_NOTHING, "{councillor} asked for the lamp", True),
        (RuleKind.PROMISES_NOTHING, "{person} would", False),
    ],
)
def test_a_wording_must_say_enough(kind, words, enough):
    assert rule_lessons.says_enough(kind, words) is enough


def test_a_wording_that_would_change_too_much_is_not_proposed(two):
    many = "\n\n".join(f"Cllr Vane mooted the {thing}." for thing in "gate lamp shed hedge wall pond path".split())
    paper = take(two, "8.txt", HEAD.format(day="3 June") + many + "\n")
    marked = mark(two, "mooted the gate", paper)
    tried = rule_trials.trial(two, HouseRule(RuleKind.ASKS, "{councillor} mooted", BODY))
    assert (tried.more, tried.fewer) == (7, 0)
    assert rule_learning.refused(replace(tried, suggested=4), (Kind.QUESTIONS, marked)) == rule_learning.TOO_MUCH
    assert rule_learning.refused(replace(tried, suggested=40), (Kind.QUESTIONS, marked)) == ""


def test_nothing_is_learnt_from_what_is_held_back(two):
    marked = mark(two, "floated whether the swings")
    held = Restriction(0, 40, Classification.EXEMPT, None, "exempt")
    two.write("Hold back", lambda db: restrictions.add(db, 1, held))
    assert "held back" in propose(two, marked).why_none


def test_what_is_no_correction_teaches_nothing(two):
    assert propose(two, number(two, "bark")).why_none.startswith("Rules are made of what you have corrected")
    with pytest.raises(Trouble):
        rule_learning.keep(two, propose(two, number(two, "bark")))


def test_for_a_committee_alone(two):
    proposal = propose(two, mark(two, "floated whether the swings"), only_committee=True)
    assert proposal.rule.committee == "Amenities Committee"


def test_a_rule_that_is_kept_is_not_kept_twice(two):
    proposal = propose(two, mark(two, "floated whether the swings"))
    rule_learning.keep(two, proposal)
    with pytest.raises(Trouble, match="such a rule already"):
        rule_learning.keep(two, proposal)


def test_a_list_teaches_who_is_under_its_head(two):
    head = HEAD.replace("In attendance:", "Round the table:")
    paper = take(two, "8.txt", head.format(day="3 June") + "All was noted.\n")
    pell = next(p["id"] for p in whole(two)["people"] if p["name"] == "Dana Pell")
    proposal = rule_learning.propose_list(two, paper, pell, Capacity.WITNESS)
    assert proposal.rule == HouseRule(RuleKind.HEADS_LIST, "Round the table", BODY, capacity=Capacity.WITNESS)
    before = whole(two)
    rule_learning.keep(two, proposal)
    of_pell = [a for a in whole(two)["appearances"] if (a["person_id"], a["document_id"]) == (pell, paper)]
    assert [a["capacity"] for a in of_pell] == ["witness"]
    history.undo(two)
    assert whole(two) == before


def test_switched_off_the_suggestions_go_and_on_again_they_come(two):
    marked = mark(two, "floated whether the swings")
    rule_id, _change = rule_learning.keep(two, propose(two, marked))
    before = whole(two)
    assert rule_trials.switch(two, rule_id, False)[0] == 1
    assert all("lamp was paid" not in q["text"] for q in questions(two))
    assert number(two, "swings") == marked, "a person's own stays"
    assert house_rules.holding(two) == ()
    history.undo(two)
    assert whole(two) == before
    rule_trials.switch(two, rule_id, False)
    assert rule_trials.switch(two, rule_id, True)[0] == 1 and number(two, "lamp was paid")


def test_removed_it_is_gone_and_so_are_its_suggestions(two):
    rule_id, _change = rule_learning.keep(two, propose(two, mark(two, "floated whether the swings")))
    rule_trials.remove(two, rule_id)
    assert house_rules.rules(two) == () and all("lamp was paid" not in q["text"] for q in questions(two))


def test_what_a_person_confirmed_stays_when_the_rule_that_found_it_is_switched_off(two):
    rule_id, _change = rule_learning.keep(two, propose(two, mark(two, "floated whether the swings")))
    lamp = number(two, "lamp was paid for")
    reviewing.confirm(two, Kind.QUESTIONS, [lamp])
    assert rule_trials.switch(two, rule_id, False)[0] == 0
    assert next(q for q in questions(two) if q["id"] == lamp)["review"] == str(Review.CONFIRMED)


def test_what_was_settled_between_showing_and_keeping_stays(two):
    bark = number(two, "bark")
    reviewing.correct_question(two, bark, status=QuestionStatus.ANSWERED)
    take(two, "8.txt", HEAD.format(day="3 June") + "Cllr Vane asked who mowed it.\n\nDesk note: It was the club.\n")
    proposal = propose(two, bark)
    mowed = number(two, "who mowed it")
    assert any(e.step.row_id == mowed for e in proposal.trial.effects)
    reviewing.confirm(two, Kind.QUESTIONS, [mowed])
    rule_learning.keep(two, proposal)
    assert next(q for q in questions(two) if q["id"] == mowed)["status"] == "not_answered"


def test_rules_are_handed_on_as_a_house_style_file(two, library_beside, tmp_path):
    rule_learning.keep(two, propose(two, mark(two, "floated whether the swings")))
    bark = number(two, "bark")
    reviewing.correct_question(two, bark, status=QuestionStatus.ANSWERED)
    rule_learning.keep(two, propose(two, bark))
    file = tmp_path / "ours.toml"
    assert house_rules.write_style(two, file) == (2, 0)
    new, _change = house_rules.take_in(library_beside, file)
    assert new == 2 and house_rules.holding(library_beside) == house_rules.holding(two)
    assert house_rules.take_in(library_beside, file)[0] == 0
    assert house_rules.write_style(two, tmp_path / "none.toml", BODY.upper()) == (2, 0)
    with pytest.raises(Trouble, match="no rules for"):
        house_rules.write_style(two, file, "Nowhere Council")


def test_a_file_in_the_users_own_folder_holds_too(two, tmp_path):
    rule_learning.keep(two, propose(two, mark(two, "floated whether the swings")))
    house_rules.write_style(two, tmp_path / "ours.toml")
    text = HEAD.format(day="3 June") + "Cllr Vane floated whether it was shut.\n"
    assert len(recognise(read_bytes("m.txt", text.encode()), own_styles=tmp_path).questions) == 1


def test_what_is_held_back_since_is_not_handed_on(two):
    rule_learning.keep(two, propose(two, mark(two, "floated whether the swings")))
    two.write("Hold back", lambda db: restrictions.add(db, 1, Restriction(0, 40, Classification.EXEMPT, None, "x")))
    text, left_out = house_rules.as_style(two)
    assert left_out == 1 and "floated" not in text


def test_a_file_without_rules_or_without_a_council_is_said_so(two, tmp_path):
    file = tmp_path / "x.toml"
    file.write_text('name = "x"\n')
    with pytest.raises(Trouble, match="holds no rules"):
        house_rules.take_in(two, file)
    file.write_text('name = "x"\n[[rules]]\nkind = "asks"\nwords = "{councillor} mooted"\n')
    with pytest.raises(Trouble, match="does not say for which council"):
        house_rules.take_in(two, file)
    assert house_rules.take_in(two, file, BODY)[0] == 1


def test_a_person_erased_takes_the_rules_that_name_them_along(two):
    rule = HouseRule(RuleKind.STANDS_FOR, "NX", BODY, None, "Nadia Marsh", "Head of Place")
    marsh = next(p["id"] for p in whole(two)["people"] if p["name"] == "Nadia Marsh")
    two.write("Keep", lambda db: rows.add(db, rule, made_at="2025-01-01", person_id=marsh))
    assert any(held["held"] == "stands_for" for held in personal.held_rows(two, marsh))
    personal.erase_person(two, marsh)
    assert house_rules.rules(two) == ()
    with two.read() as db:
        kept = db.execute("SELECT coalesce(old, '') || coalesce(new, '') FROM change_log WHERE tbl = 'house_rule'")
        assert all("Marsh" not in row[0] for row in kept)


def test_a_person_merged_is_followed_by_the_rule(two):
    rule = HouseRule(RuleKind.STANDS_FOR, "NX", BODY, None, "Nadia Marsh")
    ids = {p["name"]: p["id"] for p in whole(two)["people"]}
    two.write("Keep", lambda db: rows.add(db, rule, made_at="2025-01-01", person_id=ids["Nadia Marsh"]))
    people.merge(two, ids["Dana Pell"], [ids["Nadia Marsh"]])
    assert house_rules.rules(two)[0].person_id == ids["Dana Pell"]


def test_somebody_put_right_already_teaches_what_the_others_of_the_list_are(two):
    """The person's word stays as it is; the rule is for the rest of the list, and for the next papers."""
    head = HEAD.replace("In attendance:", "Round the table:")
    paper = take(two, "8.txt", head.format(day="3 June") + "All was noted.\n")
    named = {p["name"]: p["id"] for p in whole(two)["people"]}
    people.set_capacity(two, named["Dana Pell"], paper, Capacity.WITNESS)
    proposal = rule_learning.propose_list(two, paper, named["Dana Pell"], Capacity.WITNESS)
    assert proposal.rule == HouseRule(RuleKind.HEADS_LIST, "Round the table", BODY, capacity=Capacity.WITNESS)
    assert proposal.trial.agrees == {(Kind.PEOPLE, named["Dana Pell"])}
    assert [effect.step.words for effect in proposal.trial.effects] == ["Nadia Marsh"]


def test_a_rule_of_a_list_never_changes_as_what_a_person_said_somebody_was_there(two):
    head = HEAD.replace("In attendance:", "Round the table:")
    paper = take(two, "8.txt", head.format(day="3 June") + "All was noted.\n")
    named = {p["name"]: p["id"] for p in whole(two)["people"]}
    people.set_capacity(two, named["Nadia Marsh"], paper, Capacity.OTHER_MEMBER)
    people.set_capacity(two, named["Dana Pell"], paper, Capacity.WITNESS)
    proposal = rule_learning.propose_list(two, paper, named["Dana Pell"], Capacity.WITNESS)
    assert proposal.trial is None and proposal.why_none == rule_learning.CONTRADICTS
    found = rule_trials.trial(two, HouseRule(RuleKind.HEADS_LIST, "Round the table", BODY, capacity=Capacity.WITNESS))
    assert found.effects == () and [one.words for one in found.against] == ["Nadia Marsh"]
