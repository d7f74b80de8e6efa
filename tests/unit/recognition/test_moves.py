"""What a sentence does."""

import pytest

from scrutiny_desk.recognition.move import Does
from scrutiny_desk.recognition.moves import moves


def does(text):
    return [move.does for move in moves(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Councillor Marl asked if the pond was safe.",
        "Members queried the cost of the gate.",
        "The Chairman sought clarification on the lease.",
        "A Member wanted to know why.",
        "Clarification was sought on the fees.",
        "An update on the long promised resurfacing of the lane behind the old mill was also requested.",
        "It was asked whether the site had been sold.",
        "The officers were asked if they were content.",
        "Mr Oakes stated that he had not received a response to his question on dog bins.",
        "Cllr Vane went on to ask if this was known.",
        "Councillor Marl asked that the Panel be provided with a breakdown by ward.",
        "Mr Ely had been asked who owned the verge.",
        "A question was put to the Trust regarding the length of its list.",
        "The Committee requested the number of complaints.",
    ],
)
def test_asking(text):
    assert does(text)[0] is Does.ASK


@pytest.mark.parametrize(
    "text",
    [
        "Councillor Marl asked that members attend the open day.",
        "Members were asked to note the report.",
        "The Chair asked the Clerk to chase the county.",
        "The Chair asked Members to speak clearly.",
        "The strategy asked the question whether the town could grow.",
        "Residents had been asked to keep their windows shut.",
        "The Chairman asked for nominations.",
    ],
)
def test_what_only_looks_like_asking(text):
    assert Does.ASK not in does(text)


@pytest.mark.parametrize(
    "text",
    [
        "Could the County look at these",
        "Has there ever been a second survey.",
        "Cllr Marl noted that the deck was old, did he know how old it was.",
        "How much has been spent?",
    ],
)
def test_questions_in_their_own_words(text):
    assert does(text) == [Does.DIRECT]


@pytest.mark.parametrize(
    "text",
    [
        "What was told to us in May has not happened.",
        "Had it rained it would have failed.",
        "When the road is open it will be mended.",
    ],
)
def test_statements_with_the_look_of_questions(text):
    assert Does.DIRECT not in does(text)


def test_question_and_reply_in_one_sentence():
    text = "Councillor Marl asked if it was inspected and was told that it was."
    ask, told = moves(text, 0, len(text))
    assert (ask.does, told.does) == (Does.ASK, Does.TOLD)
    assert text[ask.start : ask.end] == "Councillor Marl asked if it was inspected"


def test_a_reply_that_names_its_question():
    text = "In response to a question from Cllr Marl about kerbs, Mr Pell said that they were due."
    ask, reply = moves(text, 0, len(text))
    assert (ask.asker, ask.recorded, ask.named) == ("Cllr Marl", True, True)
    assert reply.does is Does.REPLY and reply.speaker.text == "Mr Pell"


def test_a_reply_that_words_only_the_answer():
    text = "Mr Pell replied to a Member's question that kerbs were due in May."
    assert moves(text, 0, len(text))[0].recorded is False


def test_told_that_is_not_cut_out_of_the_question():
    text = "The parent was asked if families were told about the review."
    assert does(text) == [Does.ASK]


@pytest.mark.parametrize(
    ("text", "does", "by"),
    [
        (
            "In response to a question by Cllr Oakes the Director of Place advised that it would.",
            ["ASK", "REPLY"],
            "the Director of Place",
        ),
        (
            "Cllr Oakes sought an assurance that it was so and this was given by the Director.",
            ["ASK", "TOLD"],
            "the Director",
        ),
        ("Cllr Oakes asked if it was open; to which it was replied that it was.", ["ASK", "TOLD"], None),
        ("DD wondered whether it could be shorter and AV agreed to look at this.", ["ASK", "REPLY"], "AV"),
    ],
)
def test_the_reply_in_the_sentence_of_its_question(text, does, by):
    found = moves(text, 0, len(text))
    assert [m.does.name for m in found] == does
    assert (found[1].speaker and found[1].speaker.text) == by


@pytest.mark.parametrize(
    ("text", "asker"),
    [
        ("Cllr Nettle with regard to the FOIA asked if words would do.", "Cllr Nettle"),
        ("Cllr Nettle asked with regard to the FOIA if words would do.", "Cllr Nettle"),
        ("Cllr Nettle asked whether any Councillors were receiving letters.", "Cllr Nettle"),
        ("Councillor Oakes (J) also requested an update on works in relation to drains.", "Councillor Oakes (J)"),
    ],
)
def test_who_asks_with_the_matter_before_or_behind_the_verb(text, asker):
    first = moves(text, 0, len(text))[0]
    assert first.does is Does.ASK
    assert first.speaker.text == asker


def test_to_ask_whether_any_member_wished_to_speak_asks_nothing():
    assert does("The Chair asked whether any Members wished to speak.") == [Does.SAY]


def test_the_following_queries_head_what_is_asked():
    text = "Members raised the following queries: was the survey complete and who pays."
    assert does(text) == [Does.ASK]


def test_a_supplementary_question_as_to_whether():
    assert does("Mr Lomas asked a supplementary question as to whether residents could choose.") == [Does.ASK]
