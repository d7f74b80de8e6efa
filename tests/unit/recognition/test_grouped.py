"""Replies given together after a list of questions, and questions told under a heading of their own."""

from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.reading import read_bytes
from scrutiny_desk.recognition import recognise

HEAD = """ASHEN POLICE AND CRIME PANEL

Minutes of the meeting held on 5 February 2026

Present: Councillor Gill Merc (Chair), Councillor Jon Carr, Councillor Fay Cole

Also in attendance: Dana Stone, Police and Crime Commissioner, Hugh Neill, Network Manager

26/1 Precept

The Commissioner presented the report.

"""


def questions(text):
    return recognise(read_bytes("m.txt", (HEAD + text).encode())).questions


ASKED = (
    "Panel members raised the following points during the course of discussion:\n\n"
    "- Panel members asked for more information about pay awards.\n"
    "- It was questioned why the capital programme had slipped.\n"
    "- Councillor Carr asked what a referendum would cost.\n\n"
)


def test_each_reply_goes_to_the_question_that_shares_its_words():
    found = questions(
        f"{ASKED}The Commissioner made the following points in response:\n\n"
        "- Slippage was because of the new custody suite.\n- The pay assumption followed Treasury guidance.\n"
    )
    assert [(q.status, [w.name for w in q.answered_by]) for q in found] == [
        (QuestionStatus.ANSWERED, ["Dana Stone"]),
        (QuestionStatus.ANSWERED, ["Dana Stone"]),
        (QuestionStatus.NOT_ANSWERED, []),
    ]


def test_a_reply_that_shares_words_with_none_is_given_to_none():
    found = questions(f"{ASKED}In response, the Commissioner advised as follows:\n\n- She welcomed all comments.\n")
    assert {q.status for q in found} == {QuestionStatus.NOT_ANSWERED}


def test_question_and_reply_told_in_a_paragraph_under_whose_question_it_is():
    text = (
        "Question from Duncan Marsh, Chair of Loch Community Council\n\n"
        "Mr Marsh said that the path was closed and asked what could be done. The Network Manager confirmed that repairs "
        "had been made in May.\n\nMr Marsh further asked whether signs would follow. Mr Neill advised he would look into this and "
        "come back to him.\n"
    )
    first, second = questions(text)
    assert (first.status, [w.name for w in first.answered_by]) == (QuestionStatus.ANSWERED, ["Hugh Neill"])
    assert second.status is QuestionStatus.PROMISED
    assert "Network" not in first.text


def test_questions_responses_and_comments_under_their_labels():
    found = questions(
        "Members asked questions and received relevant responses from officers as follows:\n\n"
        "• Question: Why had the re-let time risen?\n• Response: Major works were needed on a third.\n"
        "• Question: How many complaints were there?\n• Response: The figures would be circulated to members after the meeting.\n"
        "• Comment: The arrears were to be commended.\n• Response: The team was thanked.\n"
    )
    assert [(q.text, q.status) for q in found] == [
        ("Why had the re-let time risen?", QuestionStatus.ANSWERED),
        ("How many complaints were there?", QuestionStatus.PROMISED),
    ]


def test_a_passive_reply_to_a_concern_of_its_own_paragraph():
    [question] = questions(
        "• Councillor Cole asked whether wards differed.\n• Concerns were raised about the depot; members were assured that it was "
        "safe.\n"
    )
    assert question.status is QuestionStatus.NOT_ANSWERED


def test_what_could_be_provided_outside_the_meeting_is_promised():
    [question] = questions(
        "Councillor Carr asked for the costs. Mr Neill said this could be provided outside of the meeting.\n"
    )
    assert question.status is QuestionStatus.PROMISED


def test_replies_after_a_round_of_questions_name_those_who_asked():
    found = questions(
        "Cllr Carr asked when the lanes would be finished.\n\nCllr Cole enquired if parking had been considered.\n\n"
        "The Chair asked who would pay.\n\nIn response to Cllr Carr, Mr Neill stated that they would be finished by June.\n\n"
        "The Commissioner informed Cllr Cole that 40 spaces were planned.\n"
    )
    assert [(q.status, [w.name for w in q.answered_by]) for q in found] == [
        (QuestionStatus.ANSWERED, ["Hugh Neill"]),
        (QuestionStatus.ANSWERED, ["Dana Stone"]),
        (QuestionStatus.NOT_ANSWERED, []),
    ]


def test_a_reply_in_numbers_and_without_a_verb():
    [question] = questions(
        "Cllr Carr asked (1) has the fund been spent? (2) is it enough?\n\nMr Hugh Neill in response to Cllr Carr (1) it has not. "
        "(2) It is.\n"
    )
    assert [w.name for w in question.answered_by] == ["Hugh Neill"]


def test_what_was_said_behind_that_it_was_replied_to():
    [question] = questions(
        "Cllr Carr raised queries on the cost.\n\nThe Network Manager replied to the queries raised and stated that it was £2m.\n"
    )
    assert question.status is QuestionStatus.ANSWERED


def test_a_paragraph_that_replies_to_all_gives_each_sentence_to_its_question():
    found = questions(
        "Members raised a number of issues including the following:\n\n- When would the library open?\n- Would the car park stay?\n"
        "- What was happening with the derelict mill?\n\n"
        "The Network Manager responded to the issues raised. He said the library would open in May.\n"
    )
    assert [q.status for q in found] == [
        QuestionStatus.ANSWERED,
        QuestionStatus.ANSWER_NOT_MINUTED,
        QuestionStatus.ANSWER_NOT_MINUTED,
    ]
    assert {q.asked_by.label for q in found} == {"Members"}


NOTICE = "26/2 Questions\n\nQuestion submitted by Councillor Carr\n\nI will ask at the next meeting when the path will be mended.\n\n"


def test_a_question_on_notice_and_the_reply_told_without_a_label():
    [question] = questions(
        f"{NOTICE}Mr. H. Neill, Network Manager, informed the Meeting that it would be mended in June.\n"
    )
    assert [w.name for w in question.answered_by] == ["Hugh Neill"]
    assert "June" not in question.text


def test_a_reply_that_was_only_noted_and_the_heading_behind_it():
    [question] = questions(f"{NOTICE}The reply was noted.\n\nNOTICES OF MOTION\n\nThere were none.\n")
    assert question.status is QuestionStatus.ANSWER_NOT_MINUTED
    assert "MOTION" not in question.text
