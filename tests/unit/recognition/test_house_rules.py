"""Rules made from corrections: each kind on small minutes, for its own council alone, and never more than its words."""

import pytest

from scrutiny_desk.domain.house_rules import HouseRule, RuleKind
from scrutiny_desk.domain.people import Capacity
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.reading import read_bytes
from scrutiny_desk.recognition import house_style, recognise
from scrutiny_desk.recognition.house_rules import opening, openings

BODY = "Fernhollow Town Council"
HEAD = """FERNHOLLOW TOWN COUNCIL

Minutes of the Amenities Committee held on Tuesday 4 March 2025 at 7.00 pm

Present: Cllr A Marl (Chair), Cllr P Vane, Cllr H Nettle

In attendance: Dana Pell (Town Clerk)

5. Play areas

"""


def read(text, *rules, head=HEAD):
    return recognise(read_bytes("m.txt", (head + text).encode()), rules=rules)


def rule(kind, words, **more):
    return HouseRule(kind, words, **{"body": BODY, **more})


def test_a_wording_of_the_councils_own_asks():
    text = "Cllr Vane floated whether the swings would be back. The Clerk replied that they would be in May.\n"
    floated = rule(RuleKind.ASKS, "{councillor} floated")
    assert read(text).questions == ()
    [question] = read(text, floated).questions
    assert question.asked_by.name == "P Vane" and [w.name for w in question.answered_by] == ["Dana Pell"]
    assert question.status is QuestionStatus.ANSWERED
    assert "“Cllr Vane floated” asks, by a rule of yours" in question.reason


def test_a_rule_holds_for_its_council_and_committee_alone():
    text = "Cllr Vane floated whether the swings would be back.\n"
    assert read(text, rule(RuleKind.ASKS, "{councillor} floated", body="Marlbridge Town Council")).questions == ()
    assert read(text, rule(RuleKind.ASKS, "{councillor} floated", committee="Planning Committee")).questions == ()
    assert len(read(text, rule(RuleKind.ASKS, "{councillor} floated", committee="amenities committee")).questions) == 1
    assert len(read(text, rule(RuleKind.ASKS, "{councillor} floated", body=None)).questions) == 1


def test_a_label_of_its_own_answers_the_question_before_it():
    text = "Cllr Vane asked whether the swings would be back.\n\nThe lamp was broken.\n\nDesk note: They will be back in May.\n"
    assert read(text).questions[0].status is QuestionStatus.NOT_ANSWERED
    [question] = read(text, rule(RuleKind.ANSWERS, "Desk note:")).questions
    assert question.status is QuestionStatus.ANSWERED
    assert question.answers[0].text == "They will be back in May."


def test_a_label_on_a_line_of_its_own_answers_with_the_paragraph_below_it():
    text = "Cllr Vane asked whether the swings would be back.\n\nDesk note:\n\nThey will be back in May.\n"
    [question] = read(text, rule(RuleKind.ANSWERS, "Desk note:")).questions
    assert question.answers[0].text == "They will be back in May."


def test_a_label_without_a_question_before_it_answers_nothing():
    assert read("Desk note: They will be back in May.\n", rule(RuleKind.ANSWERS, "Desk note:")).questions == ()


def test_a_wording_that_asks_nothing():
    text = "Cllr Nettle asked for the lamp's history. Cllr Nettle asked whether the gate was locked.\n"
    asked = [q.text for q in read(text).questions]
    kept = [q.text for q in read(text, rule(RuleKind.ASKS_NOTHING, "{councillor} asked for")).questions]
    assert any("lamp" in words for words in asked)
    assert kept == ["Cllr Nettle asked whether the gate was locked."]


def test_a_heading_under_which_nothing_is_asked():
    fair = "Cllr Vane asked whether the fair was on Saturday.\n"
    for text in ("All was noted.\n\n6. Public notes\n\n" + fair, "All was noted.\n\nPublic notes\n\n" + fair):
        assert len(read(text).questions) == 1
        assert read(text, rule(RuleKind.HOLDS_NO_QUESTION, "PUBLIC NOTES")).questions == ()
    after = read(
        text + "\nOther matters\n\nCllr Marl asked what the rent was.\n",
        rule(RuleKind.HOLDS_NO_QUESTION, "Public notes"),
    )
    assert [q.asked_by.name for q in after.questions] == ["A Marl"]


def test_a_wording_that_only_puts_off():
    text = "Cllr Marl asked what the rent was. The Clerk said that the rent was down for the spring round.\n"
    assert read(text).questions[0].status is QuestionStatus.ANSWERED
    off = rule(RuleKind.PUTS_OFF, "down for the spring round")
    assert read(text, off).questions[0].status is QuestionStatus.PROMISED


def test_a_wording_that_promises_nothing():
    text = "The Clerk would write to the landlord.\n"
    assert len(read(text).undertakings) == 1
    assert read(text, rule(RuleKind.PROMISES_NOTHING, "The Clerk would")).undertakings == ()


def test_initials_stand_for_whom_the_rule_names():
    text = "Cllr Vane asked what the bark cost. NM replied that it was £90.\n"
    stands = rule(RuleKind.STANDS_FOR, "NM", name="Nadia Marsh", post="Head of Place", capacity=Capacity.OFFICER)
    found = read(text, stands)
    assert [w.name for w in found.questions[0].answered_by] == ["Nadia Marsh"]
    [person] = [p for p in found.people if p.name == "Nadia Marsh"]
    assert (person.post, person.capacity) == ("Head of Place", Capacity.OFFICER)


def test_a_papers_own_key_of_initials_outweighs_the_rule():
    text = "Cllr Vane asked what the bark cost. NM replied that it was £90.\n"
    stands = rule(RuleKind.STANDS_FOR, "NM", name="Nadia Marsh")
    own = HEAD.replace("Dana Pell (Town Clerk)", "Dana Pell, Town Clerk; Noel Mott, Surveyor (NM)")
    assert [w.name for w in read(text, stands, head=own).questions[0].answered_by] == ["Noel Mott"]


def test_a_name_that_the_paper_does_not_use_is_not_brought_in():
    stands = rule(RuleKind.STANDS_FOR, "NM", name="Nadia Marsh")
    assert all(p.name != "Nadia Marsh" for p in read("All was noted.\n", stands).people)


def test_the_head_of_a_list_says_who_is_in_it():
    head = HEAD.replace("In attendance:", "Round the table:")
    lists = rule(RuleKind.HEADS_LIST, "Round the table", capacity=Capacity.WITNESS)

    def capacities(*rules):
        return [p.capacity for p in read("All was noted.\n", *rules, head=head).people if p.name == "Dana Pell"]

    assert capacities() != [Capacity.WITNESS]
    assert capacities(lists) == [Capacity.WITNESS]


@pytest.mark.parametrize(
    ("sentence", "first"),
    [
        ("Cllr Vane floated whether the swings would be back.", "{councillor} floated"),
        ("Councillor Mrs J Nettle also floated a date.", "{councillor} floated"),
        ("Desk note: They will be back.", "Desk note:"),
        ("Question from Cllr Vane: why?", "Question from {councillor}:"),
        ("NM queried the price.", "{initials} queried"),
        ("Ms Pell mooted 3 May.", "{person} mooted"),
        ("Members were of a mind to know.", "Members were"),
        ("The Head of Place floated a date.", "The Head of Place floated"),
        ("A Member floated a date.", "A Member floated"),
    ],
)
def test_names_become_slots_and_the_verb_or_label_stays(sentence, first):
    assert openings(sentence)[0] == first
    assert opening(first).match(sentence)


def test_an_opening_holds_no_name_of_anybody():
    assert openings("Cllr Vane told Dana Pell that it was late.") == ("{councillor} told",)
    assert openings("The Mayor Cllr Vane floated a date.") == ()
    assert openings("Dana Pell") == () and openings("") == ()


@pytest.mark.parametrize("text", ["Cllr Vane floats whether", "Mr Vane floated whether", "She floated whether"])
def test_an_opening_fits_no_more_than_its_words(text):
    assert not opening("{councillor} floated").match(text)


def test_a_style_file_may_hold_rules(tmp_path):
    data = f'name = "ours"\nbody = "{BODY}"\n[[rules]]\nkind = "asks"\nwords = "{{councillor}} floated"\n'
    (tmp_path / "ours.toml").write_text(data)
    assert house_style.load(tmp_path / "ours.toml").rules == (rule(RuleKind.ASKS, "{councillor} floated"),)


@pytest.mark.parametrize("row", ['kind = "sings"\nwords = "x"', 'kind = "asks"', 'kind = "asks"\nwords = " - "'])
def test_a_rule_that_cannot_be_used_is_said_in_a_sentence(tmp_path, row):
    (tmp_path / "ours.toml").write_text(f'name = "ours"\n[[rules]]\n{row}\n')
    with pytest.raises(Trouble, match=r"A rule of the house style “ours.toml” cannot be used"):
        house_style.load(tmp_path / "ours.toml")


def test_the_rule_in_a_sentence():
    said = rule(RuleKind.ASKS, "{councillor} floated", committee="Amenities Committee").sentence
    assert said == (
        "In papers of Amenities Committee of the Fernhollow Town Council, "
        "a sentence that begins “Councillor NAME floated” is a question."
    )
