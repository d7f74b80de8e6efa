"""Small minutes, read whole: who asked, who answered, where it stands, and the words it rests on."""

import pytest

from scrutiny_desk.domain.blocks import quote_of
from scrutiny_desk.domain.people import Capacity
from scrutiny_desk.domain.questions import Given, QuestionStatus
from scrutiny_desk.reading import read_bytes
from scrutiny_desk.recognition import recognise

HEAD = """WEATHERBY VALE DISTRICT COUNCIL OVERVIEW AND SCRUTINY MINUTES

Committee:\tOverview and Scrutiny Committee\tDate:\tTuesday, 4 June 2019
Members Present:\tCouncillors A Marl (Chairman), P Vane, H Nettle and J Oakes
Officers Present:\tR Teal (Director of Place), S Ashdown (Parks Manager)
By Invitation:\tD Pell (Vale Water)

4. RESERVOIR

The Chairman welcomed Dana Pell, the Network Manager from Vale Water. She had come to speak about the reservoir, which
had been built by the town and was now in the care of the company, and about the works that were planned for the summer.

"""


def minutes(text, head=HEAD):
    document = read_bytes("minutes.txt", (head + text).encode())
    return document, recognise(document)


def questions(text, head=HEAD):
    return minutes(text, head)[1].questions


def test_question_and_reply_in_a_paragraph():
    text = "Councillor Vane asked if the wall was safe. Ms Pell replied that it was. It had been seen in May."
    document, found = minutes(text)
    [question] = found.questions
    assert question.asked_by.name == "P Vane"
    assert [w.name for w in question.answered_by] == ["Dana Pell"]
    assert question.status is QuestionStatus.ANSWERED
    assert quote_of(document.blocks, question.spans) == "Councillor Vane asked if the wall was safe."
    assert question.answers[0].text == "Ms Pell replied that it was. It had been seen in May."


def test_the_statement_that_leads_up_belongs_to_the_question():
    [question] = questions(
        "Councillor Vane noted that the wall had moved. It was seen from the road. Could Ms Pell say how far. Ms "
        "Pell said four inches."
    )
    assert question.text == "Could Ms Pell say how far."
    assert question.asked_by.name == "P Vane"
    assert [w.name for w in question.put_to] == ["Dana Pell"]


def test_asked_again_after_a_reply_is_a_second_question():
    found = questions(
        "Councillor Vane asked when it was built. Ms Pell said 1921. Councillor Vane asked who by. Ms Pell did not "
        "know."
    )
    assert [q.text for q in found] == ["Councillor Vane asked when it was built.", "Councillor Vane asked who by."]
    assert found[1].status is QuestionStatus.PARTLY_ANSWERED


def test_two_requests_in_one_breath_are_one_question():
    [question] = questions(
        "Councillor Vane asked when it was built. She also asked who by. Ms Pell said 1921, by the town itself."
    )
    assert "who by" in question.text


def test_a_question_read_out_is_the_absent_members():
    [question] = questions(
        "The Chairman read out a question from Councillor Nettle: “Having walked the dam last week I was struck by "
        "how little of the grass was cut. Can you say who cuts it?” Ms Pell said that a contractor did."
    )
    assert question.asked_by.name == "H Nettle"
    assert question.status is QuestionStatus.ANSWERED


def test_a_passive_reply_means_the_only_witness():
    [question] = questions("Councillor Oakes wanted to know if it leaked. He was told that it did not.")
    assert [w.name for w in question.answered_by] == ["Dana Pell"]


def test_nobody_is_guessed_where_others_answer_too():
    found = questions(
        "Councillor Oakes asked if it leaked. It was confirmed that it did not.\n\n"
        "Councillor Vane asked about the grass. The Parks Manager explained that it was cut in June."
    )
    assert found[0].answered_by == ()


def test_no_reply_is_no_answer():
    [question] = questions(
        "Councillor Oakes asked whether the path would open.\n\nCouncillor Vane thanked the wardens."
    )
    assert question.status is QuestionStatus.NOT_ANSWERED
    assert question.answered_by == ()


def test_a_promise_puts_the_question_off_and_says_to_whom_it_is_owed():
    _, found = minutes(
        "Councillor Oakes asked how many valves had failed. Ms Pell did not have the figures with her and would get "
        "back to him."
    )
    assert found.questions[0].status is QuestionStatus.PROMISED
    [promise] = found.undertakings
    assert promise.question == 0
    assert ([w.name for w in promise.made_by], promise.made_to.name) == (["Dana Pell"], "J Oakes")


def test_the_day_by_which_it_is_owed_is_worked_out_from_the_meetings_date():
    _, found = minutes(
        "Councillor Oakes asked for the survey. Ms Pell undertook to send it to Members by the end of the month.\n\n"
        "Councillor Vane asked for the plan. Ms Pell undertook to send it to Members."
    )
    assert [(u.due, u.due_words) for u in found.undertakings] == [
        ("2019-06-30", "by the end of the month"),
        (None, None),
    ]


def test_an_answer_sent_after_the_meeting_is_tied_to_its_question():
    _, found = minutes(
        "Councillor Oakes asked how many valves had failed. Ms Pell said that she would find out.\n\n"
        "Councillor Vane asked who owned the boat. Ms Pell said the anglers did.\n\n"
        "Since the meeting Ms Pell has sent in the following as a follow up to the question from Councillor Oakes:\n\n"
        "‘Eleven valves failed last year.\n\nAll have been mended.’\n\n"
        "Councillor Nettle asked if ducks came. Ms Pell said that they did."
    )
    first, second, third = found.questions
    assert first.status is QuestionStatus.ANSWERED_LATER
    assert first.answers[-1].given is Given.LATER
    assert "All have been mended" in first.answers[-1].text
    assert second.status is third.status is QuestionStatus.ANSWERED


def test_a_later_answer_that_misses_a_named_part_leaves_it_open():
    found = questions(
        "Councillor Oakes asked whether there had been a second survey and who paid. Ms Pell was not aware of one.\n\n"
        "Since the meeting Ms Pell has sent in the following in reply to the question from Councillor Oakes: "
        "The survey was paid for by the company."
    )
    assert found[0].status is QuestionStatus.PARTLY_ANSWERED
    assert "second survey" in found[0].reason


def test_questions_whose_answers_nobody_minuted():
    found = questions(
        "Ms Pell responded in detail to the following questions raised by the Committee:\n\n"
        "- How old is the dam?\n\n- Who checks it?\n\n"
        "Councillor Vane said that he was content."
    )
    assert [q.text for q in found] == ["How old is the dam?", "Who checks it?"]
    assert {q.status for q in found} == {QuestionStatus.ANSWER_NOT_MINUTED}
    assert found[0].asked_by.name is None and "Committee" in found[0].asked_by.label


def test_a_list_of_questions_with_the_answer_in_each():
    found = questions(
        "The Committee asked the following questions:\n\n"
        "1. What did it cost? Ms Pell confirmed that it cost £4m.\n\n"
        "2. Who paid? The Director advised that the company had."
    )
    assert [(q.text, q.answered_by[0].name) for q in found] == [
        ("What did it cost?", "Dana Pell"),
        ("Who paid?", "R Teal"),
    ]


def test_answers_without_questions_are_kept_apart():
    found = questions(
        "In response to Members' questions several points were raised:\n\n"
        "- Ms Pell explained that the water was clean.\n\n- Ms Pell outlined the works to come."
    )
    assert len(found) == 2
    assert not any(q.question_recorded for q in found)


def test_questions_on_notice_and_their_supplementaries():
    found = questions(
        "Question from Councillor Vane to the Director of Place\n\nHow many benches are there?\n\n"
        "Answer: There are forty.\n\nSupplementary question: And how many are broken?\n\nAnswer: None."
    )
    assert [q.text for q in found] == ["How many benches are there?", "And how many are broken?"]
    assert {q.asked_by.name for q in found} == {"P Vane"}
    assert [q.answers[0].text for q in found] == ["There are forty.", "None."]


def test_a_speakers_own_question_is_put_to_nobody():
    assert not questions(
        "Ms Pell gave a presentation. What would this mean for the town? It would mean more water. She thanked the "
        "Committee."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Members were asked to note the report.",
        "Councillor Vane asked that members attend the open day.",
        "RESOLVED: That the Director be asked whether the wall is safe.",
        "Questions must be received by noon, and no more than one supplementary question may be put.",
    ],
)
def test_formal_words_ask_nothing(text):
    assert not questions(text)


def test_reports_hold_no_questions():
    report = (
        "Report to the Parks Select Committee\n\nTitle: Ponds\nCommittee date: Tuesday 3 May 2022\nAuthor: Ann Teal\n\n"
        "Purpose of Agenda Item\n\nTo describe the ponds.\n\nWhat does a pond need?\n\nWater. Councillor Vane asked "
        "if it was deep. "
        "Ms Pell said that it was.\n"
    )
    assert not questions(report, head="")


def test_every_quotation_stands_in_its_document_word_for_word():
    document, found = minutes(
        "Councillor Vane asked if the wall was safe. Ms Pell replied that it was and undertook to send the survey to "
        "Members.\n\n"
        "RESOLVED: That the survey be published.\n\nACTION: R Teal to write to the anglers."
    )
    rows = [*found.questions, *found.undertakings, *found.decisions, *found.actions]
    assert len(rows) == 4
    for row in rows:
        for span in row.spans:
            text = document.blocks[span.block].text
            assert 0 <= span.start < span.end <= len(text)
        assert row.reason.endswith(".")
        assert 0 < row.confidence <= 1
    assert found.undertakings[0].text == quote_of(document.blocks, found.undertakings[0].spans)


def test_the_same_words_give_the_same_findings():
    text = "Councillor Vane asked if the wall was safe. Ms Pell replied that it was."
    assert minutes(text)[1] == minutes(text)[1]


@pytest.mark.parametrize(
    ("reply", "who", "status"),
    [
        ("The rent lost was £1.2m, said Ms Pell.", ["Dana Pell"], QuestionStatus.ANSWERED),
        ("It would cost £210,000, the Director of Place said; nothing was owed before then.", ["R Teal"], "answered"),
        ("There followed an exchange of views upon walls.", ["Dana Pell"], QuestionStatus.ANSWER_NOT_MINUTED),
        ("We talked about this for a while.", ["Dana Pell"], QuestionStatus.ANSWER_NOT_MINUTED),
        ("Ms Pell had no idea. She would ask and let him know.", ["Dana Pell"], QuestionStatus.PROMISED),
    ],
)
def test_replies_told_in_other_ways(reply, who, status):
    [question] = questions(f"Councillor Vane asked what it had cost. {reply}")
    assert [w.name for w in question.answered_by] == who
    assert question.status == status


def test_what_was_asked_at_an_earlier_meeting_is_not_asked_again():
    assert not questions("At the last meeting a resident asked why the brook had not been dredged.")
    assert not questions("Councillor Vane had asked how many there were and Ms Pell had said that she would find out.")


def test_a_question_in_two_parts_of_which_one_is_promised_is_partly_answered():
    [question] = questions(
        "Councillor Vane asked what it had cost and who would pay. It had cost £18,000. Ms Pell was not sure about the "
        "second part and would ask her lawyers."
    )
    assert question.status is QuestionStatus.PARTLY_ANSWERED


def test_a_later_reply_may_bring_its_question_with_it():
    [question] = questions(
        "The following reply to the written question from Councillor Oakes, which there had not been time to reach "
        '("How old is the wall?"), was received from Ms Pell on 2 July and is added:\n\n"It is a hundred years old."'
    )
    assert question.asked_by.name == "J Oakes"
    assert question.status is QuestionStatus.ANSWERED_LATER
    assert [w.name for w in question.answered_by] == ["Dana Pell"]


def test_purposes_of_reports_and_questions_of_papers_ask_nothing():
    assert not questions("Purpose of the report: To review how the wall was built and what is being done.")
    assert not questions("The Director ran through the paper. Does the town need a wall? That was its first question.")


OPEN_MINUTES = """LITTLE SALLOW PARISH COUNCIL

Minutes of the meeting held on 4 March 2019

Present: Cllr A Marl (Chair), Cllr P Vane, Cllr H Nettle, Mrs R Teal (Clerk)

"""


@pytest.mark.parametrize(
    ("text", "asker", "status"),
    [
        ("Cllr Vane asked when the bench would come, the Clerk said in May.", "P Vane", "answered"),
        ("Cllr Vane asked why there was no bench, it was explained that the grant had lapsed.", "P Vane", "answered"),
        ("Cllr Vane asked if bins would be free - yes, one for each house.", "P Vane", "answered"),
        ("Cllr Vane asked whether the path was public. The Clerk to look at the map.", "P Vane", "promised"),
        ("Cllr Vane asked what the bench had cost. PCSO Holt was thanked for attending.", "P Vane", "not_answered"),
        (
            "Cllr Vane, referring to paragraph 4.2, enquired if the fee was fixed. The Clerk said it was.",
            "P Vane",
            "answered",
        ),
        ("Cllr Vane asked will the council be told. The Clerk said it would.", "P Vane", "answered"),
        ("A query was raised as to why the fee is so high. Chair will consider this.", None, "promised"),
    ],
)
def test_small_councils_ask_and_answer_in_one_breath(text, asker, status):
    [question] = questions(text, OPEN_MINUTES)
    assert (question.asked_by.name if question.asked_by else None) == asker
    assert question.status == status


def test_a_question_and_its_answer_behind_a_dash():
    found = questions(
        "1. POLICE\n\nThe officer gave an outline of the figures for the year and took questions from the floor.\n\n"
        "Is a wait of 90 minutes usual here - she had no figures with her but would look into this\n\n"
        "Will the wardens stay on after the summer - two have been chosen and will begin in May\n",
        OPEN_MINUTES,
    )
    assert [(q.text, q.status) for q in found] == [
        ("Is a wait of 90 minutes usual here", QuestionStatus.PROMISED),
        ("Will the wardens stay on after the summer", QuestionStatus.ANSWERED),
    ]


def test_a_reply_to_what_another_member_says_does_not_answer_the_question_before():
    found = questions(
        "Councillor Vane asked if the wall was safe.\n\nCouncillor Nettle spoke of the ferry, which was late again. Ms "
        "Pell said that the timetable was new."
    )
    assert [q.status for q in found] == [QuestionStatus.NOT_ANSWERED]


def test_a_resident_who_only_asks_is_nobody_to_be_asked():
    found = questions(
        "1. OPEN FORUM\n\nMr Perry asked when the lane would be mended. Cllr Nettle said in June.\n\n"
        "Cllr Vane asked if the bins would be free.\n",
        OPEN_MINUTES,
    )
    assert [q.asked_by.name for q in found] == ["Mr Perry", "P Vane"]
    assert found[1].put_to == ()


def test_a_committee_that_hears_the_answer_did_not_give_it():
    [question] = questions(
        "Councillor Vane questioned what was being done. The Committee heard that a nurse had come.", OPEN_MINUTES
    )
    assert question.status is QuestionStatus.ANSWERED
    assert question.answered_by == ()


def test_questions_and_answers_by_letter_name_their_own_speakers():
    found = questions(
        "Q. Councillor Vane wished to know when the sluice would be mended.\n\n"
        "A. Ms Pell did not have the date to hand but would email Councillor Vane after the meeting.\n\n"
        "Q. Was the wall safe?\n\n"
        "A. It was. The Director of Place explained that it had been seen in May.\n"
    )
    assert [q.asked_by and q.asked_by.name for q in found] == ["P Vane", None]
    assert [[w.name for w in q.answered_by] for q in found] == [["Dana Pell"], ["R Teal"]]
    assert [q.status for q in found] == [QuestionStatus.PROMISED, QuestionStatus.ANSWERED]


def test_an_answer_that_will_be_written_is_owed_by_whom_it_was_put_to_and_nobody_else():
    found = questions(
        "5. QUESTIONS\n\nCouncillor Vane had given notice of the following question to the Leader of the Council:\n\n"
        '"When will the review of the Trust be published?"\n\n'
        "As the Leader was not there a written answer would be provided within five working days.\n"
    )
    assert [(q.asked_by.name, [w.label for w in q.put_to], q.answered_by) for q in found] == [
        ("P Vane", ["Leader of the Council"], ())
    ]
    assert found[0].status is QuestionStatus.PROMISED


def test_points_that_members_raised_are_questions_where_they_are_worded_so():
    found = questions(
        "Members in discussing the report made reference to the following:-\n\n"
        "- the number of routes\n- whether budgets were being offered. It was explained that they were\n"
    )
    assert [(q.asked_by.label, q.text) for q in found] == [("Members", "whether budgets were being offered.")]


def test_a_topic_worded_as_a_question_is_one():
    found = questions(
        "Following the presentation, Members asked a number of questions and the following was noted:\n\n"
        "- Pool closure - It was noted that it would open in May.\n"
        "- How the contract was watched - it was explained that officers met each quarter.\n"
    )
    assert [q.text for q in found if q.question_recorded] == ["How the contract was watched"]


def test_minutes_that_begin_before_their_first_heading_and_close_twice_are_read_whole():
    found = questions(
        "The Constable gave an update and Cllr Vane asked if the patrols would go on. The Constable said they would.\n\n"
        "1. FINANCE\n\nThe accounts were shown to all.\n\n2. PUBLIC\n\nThe meeting then closed and opened to the "
        "public\n\nCllr Nettle queried the state of the bin. The Clerk advised that it was emptied.\n\nMr Perry reported "
        "that the hedge was high.\n\nThe meeting closed at 8.40pm\n",
        OPEN_MINUTES,
    )
    assert [q.asked_by.name for q in found] == ["P Vane", "H Nettle"]


def test_what_was_promised_by_nobody_named_is_not_laid_on_the_asker():
    _, found = minutes(
        "Councillor Vane submitted further questions. It was confirmed that answers to these questions would be sent to "
        "Councillor Vane in due course."
    )
    assert [[w.name for w in u.made_by] for u in found.undertakings if any(w.name == "P Vane" for w in u.made_by)] == []


def test_points_under_a_members_name_alone_are_that_members():
    found = questions(
        "Members of the Panel questioned the Director on a range of issues, including:\n\n"
        "Cllr Nettle:\n\nAsked if the date had been too soon. Ms Pell said that it had not.\n\n"
        "With reference to the figures, asked whether a note could be added. Ms Pell agreed to add one.\n\n"
        "Mr Perry\n\nSought clarification over the fee. Ms Pell said it was fixed.\n"
    )
    assert [q.asked_by.name for q in found] == ["H Nettle", "H Nettle", "Mr Perry"]


def test_a_reply_that_cannot_yet_say_leaves_the_question_open():
    [question] = questions(
        "Councillor Vane asked for the timetable. Ms Pell advised that she was not in a position at the present time to "
        "provide any firm dates."
    )
    assert question.status is QuestionStatus.PARTLY_ANSWERED


@pytest.mark.parametrize(
    "lead",
    ["In the discussion, the following queries were raised and answers given:", "The following questions were asked:"],
)
def test_the_head_of_a_list_of_questions_is_none(lead):
    found = questions(f"{lead}\n\n• Councillor Vane asked if the wall was safe. Ms Pell replied that it was.\n")
    assert [q.text for q in found] == ["Councillor Vane asked if the wall was safe."]


def test_asking_by_following_up():
    [question] = questions("Councillor Vane followed up by asking if the wall was safe. Ms Pell said it was.\n")
    assert question.asked_by.name == "P Vane"


def test_that_it_is_an_operational_matter_answers_nothing():
    [question] = questions("Councillor Vane asked who mows. Ms Pell stated that this was an operational matter.\n")
    assert question.status is not QuestionStatus.ANSWERED


def test_a_post_with_letters_in_it_is_whom_the_list_names():
    head = HEAD.replace("D Pell (Vale Water)", "Chief Superintendent James Conn (BCU Commander)")
    text = "Members asked about vetting. In response the BCU Commander explained that all had been vetted.\n"
    found = minutes(text, head)[1]
    assert [w.name for w in found.questions[0].answered_by] == ["James Conn"]
    assert "BCU Commander" not in [p.name for p in found.people]


def test_the_leader_is_whom_the_question_was_put_to():
    head = HEAD.replace("By Invitation:", "Also Present:\tCouncillor Sue Colt\nBy Invitation:")
    text = "Ms Jane Norris asked the Leader of the Council, Councillor Colt, what it had cost.\n\nThe Leader replied that it was £3m.\n"
    [question] = questions(text, head)
    assert [w.name for w in question.answered_by] == ["Sue Colt"]


def test_a_written_reply_to_somebody_absent_is_not_promised_by_the_last_to_answer():
    text = (
        'Mr Peter Lomas asked the following question of Councillor Oakes:\n\n"When will the trees be replaced?"\n\nCouncillor Oakes '
        'responded as follows:\n\n"In November."\n\nMs Jane Norris asked Councillor Nettle what it would cost.\n\nCouncillor '
        "Nettle replied that it was £2m.\n\nIn the absence of the questioner, the question from Mr R Old would receive a written "
        "response.\n"
    )
    assert not any(who.name == "J Oakes" for u in minutes(text)[1].undertakings for who in u.made_by)


@pytest.mark.parametrize("promise", ["Mr Ashdown agreed to do this.", "Mr Ashdown agreed."])
def test_a_promise_that_says_not_what_is_quoted_with_what_was_asked(promise):
    request = "Councillor Vane asked that the survey be sent to all members."
    [owed] = minutes(f"The survey was done in May. {request} {promise}\n")[1].undertakings
    assert owed.text == f"{request} {promise}"


def test_an_answer_of_which_nothing_is_told_is_not_minuted():
    [question] = questions("Ms Pell answered a question from Councillor Vane about the wall.")
    assert question.status is QuestionStatus.ANSWER_NOT_MINUTED
    [question] = questions(
        "Ms Pell answered a question from Councillor Vane about the wall. She said that it was safe."
    )
    assert question.status is QuestionStatus.ANSWERED


def test_what_was_sought_and_received_is_told_where_its_words_follow():
    text = "Councillor Vane sought, and received, an assurance from Ms Pell that the wall would stand."
    [question] = questions(text)
    assert question.status is QuestionStatus.ANSWERED
    assert [w.name for w in question.answered_by] == ["Dana Pell"]
    [question] = questions("Councillor Vane sought, and received, clarification from Ms Pell on the wall.")
    assert question.status is QuestionStatus.ANSWER_NOT_MINUTED


def test_a_passive_reply_in_the_sentence_is_nobodys_called_it():
    text = "Councillor Vane asked if it was open; to which it was replied that it was, though not at night."
    [question] = questions(text.replace("it was replied", "it was responded"))
    assert question.status is QuestionStatus.ANSWERED
    assert all(who.words.casefold() != "it" for who in question.answered_by)


def test_an_action_in_the_cell_beside_its_label():
    _, found = minutes("ACTION:\tThe Parks Manager to send the Committee the list of gates.")
    [action] = found.actions
    assert [w.name for w in action.owners] == ["S Ashdown"]


def test_a_question_whose_asker_stands_between_label_and_words():
    text = "Question: Councillor Vane – Has the company a view on the wall?\n\nResponse: Ms Pell commented that it was sound."
    [question] = questions(text)
    assert question.asked_by.name == "P Vane"
    assert [w.name for w in question.answered_by] == ["Dana Pell"]


def test_an_undertaking_is_given_that_a_thing_would_be_done():
    _, found = minutes(
        "The Director of Place gave an undertaking that a plan would be drawn up and shared with Members."
    )
    [undertaking] = found.undertakings
    assert [w.name for w in undertaking.made_by] == ["R Teal"]


@pytest.mark.parametrize(
    ("text", "asker", "answerers", "status"),
    [
        (  # a reply to one who had asked
            "In reply to Councillor Nettle, who had asked when the gate was due, Ms Pell confirmed that it would come in May.",
            "H Nettle",
            ["Dana Pell"],
            "answered",
        ),
        (  # heard from somebody in response
            "Having heard from Ms Pell in response to a question from Councillor Nettle regarding the gate that it would come in "
            "May, the Committee noted the report.",
            "H Nettle",
            ["Dana Pell"],
            "answered",
        ),
        (  # figures awaited, to be sent
            "Councillor Vane wished to know how the rate compared and was advised that figures from the Board were awaited, and "
            "that these would be circulated to Members once received.",
            "P Vane",
            ["Dana Pell"],
            "promised",
        ),
        (  # a post with "and" in it that merely agrees
            "Councillor Vane asked for the figures to be broken down by parish. The Director of Place and Water agreed to "
            "provide this.",
            "P Vane",
            None,
            "promised",
        ),
        (  # "this" not to hand
            "Councillor Vane asked how many had failed. Ms Pell did not have this but would include it in the year end report.",
            "P Vane",
            ["Dana Pell"],
            "promised",
        ),
        (  # a short answer that nobody is named for
            "Councillor Vane: when exactly? Not known. Councillor Nettle said that it had been so each year.",
            "P Vane",
            [],
            None,
        ),
        (  # a copy asked for, and promised in the sentence
            "Councillor Vane requested a copy of the model and Ms Pell undertook to send it to all Members.",
            "P Vane",
            ["Dana Pell"],
            "promised",
        ),
        (  # a list that asks, put to the company
            "Councillor Vane asked the company: (1) when it last walked the wall; and (2) whether it would do so. Ms Pell "
            "replied that it had in March.",
            "P Vane",
            ["Dana Pell"],
            None,
        ),
        (  # who speaks stands between commas
            "Councillor Vane asked if it leaked. Ms Pell, who was in the gallery, said that it did not.",
            "P Vane",
            ["Dana Pell"],
            "answered",
        ),
        (  # an unnamed asker whose name follows
            "A resident, Mrs Ivy Tansley, asked whether it leaked. Ms Pell said that it did not.",
            "Mrs Ivy Tansley",
            ["Dana Pell"],
            "answered",
        ),
        (  # a paragraph that begins with a decision
            "RESOLVED that the minutes be signed. Councillor Vane asked when the wall was walked. Ms Pell said in March.",
            "P Vane",
            ["Dana Pell"],
            "answered",
        ),
        (  # an assurance given by somebody
            "Councillor Vane asked for an assurance that gates would continue to open free. Ms Pell gave this.",
            "P Vane",
            None,
            None,
        ),
        (  # who has just spoken answers on
            "Councillor Vane pointed out that it had failed. Ms Pell said that this was known. In answer to a further question "
            "from Councillor Vane about penalties, she said that there were some.",
            "P Vane",
            ["Dana Pell"],
            "answered",
        ),
        (  # an office behind "in answer to which"
            "Councillor Vane enquired whether it was known, in answer to which Ms Pell conceded that it was.",
            "P Vane",
            ["Dana Pell"],
            "answered",
        ),
        (  # shared with him outside the meeting
            "Councillor Vane sought further detail of the wall. It was agreed that this would be shared with him outside the "
            "meeting.",
            "P Vane",
            None,
            "promised",
        ),
        (  # somebody whom nobody could name
            "A man at the back wanted to know what it cost. Ms Pell said £40.",
            "A man at the back",
            ["Dana Pell"],
            "answered",
        ),
    ],
)
def test_more_ways_in_which_minutes_tell_an_exchange(text, asker, answerers, status):
    [question] = questions(text)
    assert asker in (question.asked_by.name, question.asked_by.label)
    assert answerers is None or [w.name for w in question.answered_by] == answerers
    assert status is None or question.status.value == status


def test_questions_and_answers_in_letters_on_one_line():
    text = (
        "Q. Will the wall be lit? A. Yes, it has to be.\n\nQ. (PV) How many loads a day? A. Ms Pell said that there were ten.\n\n"
        "Q. Online, from Ivy Tansley: who decides? A. DP - the council does.\n\nCouncillor Nettle asked why. Ms Pell said so."
    )
    found = questions(text)
    assert [q.status.value for q in found] == ["answered"] * 4
    assert [q.asked_by.words if q.asked_by else None for q in found[2:]] == ["Ivy Tansley", "H Nettle"]


def test_a_name_said_last_asks_the_question_before_it():
    text = "Ms Pell said that it was safe. And after that? Councillor Vane asked. Ms Pell said that nothing was agreed."
    found = questions(text)
    assert [q.asked_by.name for q in found] == ["P Vane"]
    assert [w.name for w in found[0].answered_by] == ["Dana Pell"]


def test_replies_to_a_round_of_questions_go_each_to_the_one_whose_words_they_share():
    text = (
        "Councillor Vane asked why pupils with special needs were so many of those excluded. Councillor Nettle asked what "
        "alternatives were tried before that step.\n\nMs Pell said that each school tried alternatives, and had to exhaust "
        "them. On special needs, she took advice on every case."
    )
    found = questions(text)
    assert [q.status.value for q in found] == ["answered", "answered"]
    replies = [" ".join(answer.text for answer in q.answers) for q in found]
    assert "special needs, she took advice" in replies[0] and "exhaust" not in replies[0]
    assert "exhaust" in replies[1] and "advice" not in replies[1]


def test_a_reply_with_regard_to_ones_query_goes_to_what_that_one_asked():
    text = (
        "Councillor Vane asked what the place cost. Councillor Nettle wished to know whether money followed.\n\n"
        "Ms Pell replied that the cost of a place was £400.\n\nWith regard to Councillor Nettle's query, Mr Teal advised that it did."
    )
    found = questions(text)
    assert [[w.name for w in q.answered_by] for q in found] == [["Dana Pell"], ["R Teal"]]


def test_what_another_member_says_where_a_witness_is_questioned_is_no_answer():
    text = (
        "Councillor Vane asked why the wall had cracked. Councillor Nettle said that she had seen walls all her life. "
        "\n\nCouncillor Oakes asked when it would be mended. Ms Pell said in May."
    )
    found = questions(text)
    assert [w.name for w in found[0].answered_by] == []
    assert found[0].status is QuestionStatus.NOT_ANSWERED


def test_an_answer_under_its_label_is_nobodys_by_name():
    text = (
        "Councillor Vane asked how many staff would go.\n\nAnswer: The budget assumes 46, with volunteers sought first."
    )
    [question] = questions(text)
    assert question.status is QuestionStatus.ANSWERED


@pytest.mark.parametrize(
    "promise",
    [
        "Mr Teal agreed that this would be arranged ahead of the next meeting.",
        "Mr Teal said that he would, however, pass the question to the Cabinet Member.",
        "This was taken away by Mr Teal to look into.",
        "Mr Teal was happy to do so and would make the arrangements.",
        "Mr Teal said it would be emailed round the following day.",
    ],
)
def test_more_ways_of_binding_oneself(promise):
    _, found = minutes(f"Councillor Vane asked why it was so. {promise}")
    [undertaking] = found.undertakings
    assert [w.name for w in undertaking.made_by] == ["R Teal"]
    assert found.questions[0].status in (QuestionStatus.PROMISED, QuestionStatus.PARTLY_ANSWERED)


def test_the_mayor_is_not_who_chairs_the_committee():
    head = HEAD.replace("By Invitation:\tD Pell (Vale Water)", "By Invitation:\tMayor Kath Brodie")
    [question] = questions("Councillor Vane asked why it was so. The Mayor said that it had begun.", head)
    assert [w.name for w in question.answered_by] == ["Kath Brodie"]


@pytest.mark.parametrize(
    ("text", "asker", "answerer"),
    [
        (
            "Ms Pell gave a talk. Pressed by Councillor Vane as to when it would end, Ms Pell said in May.",
            "P Vane",
            "Dana Pell",
        ),
        ("Councillor Vane – so how do your staff cope? Ms Pell answered that they did not.", "P Vane", "Dana Pell"),
        ("Councillor Vane wanted to hear what one change would help most. Ms Pell said a gate.", "P Vane", "Dana Pell"),
    ],
)
def test_askers_told_in_more_places(text, asker, answerer):
    [question] = questions(text)
    assert question.asked_by.name == asker
    assert [w.name for w in question.answered_by] == [answerer]


def test_a_question_quoted_under_the_words_that_say_who_asked_it():
    text = (
        "One question had been received. Councillor Vane asked:\n\n“The wall has leaked since May. Will the company mend it "
        "before the winter?”\n\nMs Pell responded that it would."
    )
    [question] = questions(text)
    assert question.asked_by.name == "P Vane"
    assert "mend it before the winter" in question.text
    assert question.status is QuestionStatus.ANSWERED


def test_it_was_noted_under_a_question_on_notice_answers_it():
    text = (
        "“I will ask on Monday as to how the company means to fell those leaning poplars by its dam”.\n\n"
        "It was noted that the poplars had been felled."
    )
    [question] = questions(text)
    assert question.status is QuestionStatus.ANSWERED
    assert question.answered_by == ()


def test_the_mayor_of_a_town_is_the_member_who_is_its_mayor():
    head = HEAD.replace("Members Present:\t", "Members Present:\tMayor Kath Brodie, ")
    _, found = minutes("Councillor Vane asked why it was so.\n\nThe Mayor of Weatherby said that it had begun.", head)
    [question] = found.questions
    assert [w.name for w in question.answered_by] == ["Kath Brodie"]
    assert "Mayor of Weatherby" not in {person.name for person in found.people}


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Councillor Vane said that this did not answer his question.", QuestionStatus.NOT_ANSWERED),
        ("He pointed out that his question had not been answered.", QuestionStatus.NOT_ANSWERED),
        ("Members were not satisfied with the response.", QuestionStatus.PARTLY_ANSWERED),
        ("Councillor Vane thanked her for the answer.", QuestionStatus.ANSWERED),
    ],
)
def test_a_reply_that_the_asker_does_not_take_leaves_the_question_open(said, status):
    text = f"Councillor Vane asked why the wall was wet. Ms Pell replied that it had rained. {said}"
    [question] = questions(text)
    assert question.status is status


def test_a_reply_after_the_comeback_closes_it():
    text = (
        "Councillor Vane asked why the wall was wet. Ms Pell replied that walls were looked after. Councillor Vane felt "
        "that his question had not been answered and Ms Pell then said that a drain was blocked."
    )
    [question] = questions(text)
    assert question.status is QuestionStatus.ANSWERED
    assert "drain was blocked" in question.answers[-1].text


@pytest.mark.parametrize(
    ("said", "by", "to"),
    [
        ("Councillor Nettle was informed that a note would be circulated to members.", [], "H Nettle"),
        ("The Committee was advised that a report would be brought to its next meeting.", [], "The Committee"),
        ("Members were assured by the Director that they would be given a breakdown.", ["R Teal"], "Members"),
    ],
)
def test_who_was_told_of_a_promise_is_owed_it_and_owes_nothing(said, by, to):
    head = HEAD.replace("By Invitation:\tD Pell (Vale Water)\n", "").split("The Chairman welcomed")[0]
    [promise] = minutes(said, head)[1].undertakings
    assert [w.name for w in promise.made_by] == by
    assert to in (promise.made_to.name, promise.made_to.label)


@pytest.mark.parametrize(
    ("text", "asker", "answerer", "status"),
    [
        (
            "Asked by Councillor Vane for clarification about the wall, Ms Pell explained that it was wet.",
            "P Vane",
            ["Dana Pell"],
            QuestionStatus.ANSWERED,
        ),
        (
            "Upon a further question from Councillor Nettle as to whether it was safe, it was confirmed that it was.",
            "H Nettle",
            [],
            QuestionStatus.ANSWERED,
        ),
        (
            "Councillor Vane, on behalf of Councillor H Nettle, asked why it was wet. Ms Pell said that it had rained.",
            "H Nettle",
            ["Dana Pell"],
            QuestionStatus.ANSWERED,
        ),
        (
            "Councillor Vane asked for assurance that it was safe. - Ms D Pell, Network Manager, responded.",
            "P Vane",
            ["Dana Pell"],
            QuestionStatus.ANSWER_NOT_MINUTED,
        ),
        (
            "Councillor Nettle in respect of the dam. He asked what had changed – Ms Pell said that the price had.",
            "H Nettle",
            ["Dana Pell"],
            QuestionStatus.ANSWERED,
        ),
        (
            "Councillor Oakes asked about the fish. - The question was deferred as nobody from the river was there.",
            "J Oakes",
            [],
            QuestionStatus.NOT_ANSWERED,
        ),
    ],
)
def test_more_ways_to_say_who_asked_and_who_replied(text, asker, answerer, status):
    head = HEAD.replace("By Invitation:\tD Pell (Vale Water)\n", "").split("The Chairman welcomed")[0]
    [question] = questions(text, HEAD if answerer else head)
    assert question.asked_by.name == asker
    assert [w.name for w in question.answered_by if w.name] == answerer
    assert question.status is status


@pytest.mark.parametrize(
    "text",
    [
        "Ms Pell responded that they had, where asked for.",
        "The Committee then asked further questions of the witness, which were answered in turn.",
    ],
)
def test_what_only_speaks_of_asking_is_no_question(text):
    assert questions(text) == ()


def test_the_head_of_a_list_whose_points_ask_asks_nothing_itself():
    text = (
        "The following questions were asked by Members:-\n\n1.\tCouncillor Vane asked why it was wet. - Ms Pell said that it "
        "had rained.\n\n2.\tCouncillor Nettle asked when it would be dry. - Ms Pell said that it would be in May."
    )
    found = questions(text)
    assert [(q.asked_by.name, q.status) for q in found] == [
        ("P Vane", QuestionStatus.ANSWERED),
        ("H Nettle", QuestionStatus.ANSWERED),
    ]


def test_numbered_questions_with_their_responses_under_them_are_no_items():
    text = (
        "The points put are set out with what the company said to them.\n\n1.\tWhen will the wall be dry?\n\nResponse: It would "
        "be dry by May.\n\n2.\tThe price of the drain.\n\nResponse: It had been paid.\n\n3.\tWhy was nobody told, and who will "
        "write to them?\n\nResponse: It was accepted that nobody had been. The second point would be answered in writing.\n"
    )
    _, found = minutes(text)
    assert [item.number for item in found.items] == ["4"]
    assert [q.status for q in found.questions] == [QuestionStatus.ANSWERED, QuestionStatus.PARTLY_ANSWERED]


def test_in_response_to_somebody_it_is_the_other_who_replies():
    text = "Councillor Vane asked why it was wet.\n\nIn response to Councillor Vane, the Parks Manager advised that it had rained."
    [question] = questions(text)
    assert [w.name for w in question.answered_by] == ["S Ashdown"]


def test_councillors_who_speak_are_there_where_no_list_says_who_was():
    text = (
        "Minutes:\n\nCouncillor Vane asked why the wall was wet. The Director said that it had rained.\n\n"
        "Cllr Nettle, there as a visitor, queried the cost. Dana Pell, Network Manager, was not sure and agreed to check.\n"
    )
    _, found = minutes(text, "Agenda item\n\nThe Reservoir\n\n")
    assert [(person.name, person.capacity) for person in found.people] == [
        ("Dana Pell", Capacity.WITNESS),
        ("Councillor Vane", Capacity.MEMBER),
        ("Cllr Nettle", Capacity.MEMBER),
    ]


def test_one_resolution_for_each_point_under_that_the_committee():
    text = "RESOLVED (by majority):\n\nThat the Committee\n\n1.\tNote the state of the wall.\n\n2.\tApprove the works."
    assert len(minutes(text)[1].decisions) == 2
    assert [item.number for item in minutes(text)[1].items] == ["4"]


def test_of_comments_and_questions_put_those_worded_as_questions_are_questions():
    text = (
        "These remarks were made and these questions asked by the Committee:\n\n1.\tWhat had the leak cost? Ms Pell said that "
        "it had cost £900.\n\n2.\tThe gate was hard to open in winter.\n\n3.\tClarification on when the drain would be done. Ms "
        "Pell did not have the date.\n"
    )
    found = questions(text)
    assert [q.asked_by.label for q in found] == ["the Committee"] * 2
    assert [q.status for q in found] == [QuestionStatus.ANSWERED, QuestionStatus.PARTLY_ANSWERED]


def test_the_page_of_a_decision_tells_what_was_decided():
    text = (
        "Issue - decisions\n\nThe Gate\n\n15/03/2023 - The Gate\n\n(1)\tThat the state of the gate be noted; and\n\n(2)\tThat a "
        "new gate be bought.\n\nReasons for decision:\n\nTo keep the sheep out.\n"
    )
    found = minutes(text, "")[1]
    assert [d.text for d in found.decisions] == [
        "That the state of the gate be noted; and",
        "That a new gate be bought.",
    ]


@pytest.mark.parametrize(
    "label", ["UNANIMOUSLY AGREED:", "RESOLVED: (Unanimously)\n\nThat the Committee", "RESOLVED that the Committee"]
)
def test_labels_of_decisions_that_stand_over_points(label):
    assert len(minutes(f"{label}\n\n1.\tNotes the wall;\n\n2.\tAsks for a new gate in May.")[1].decisions) == 2


def test_in_reply_to_one_who_asked_names_question_and_asker():
    text = "In reply to Councillor Vane, who asked how wet it was, Ms Pell said that it was very wet."
    [question] = questions(text)
    assert question.asked_by.name == "P Vane"
    assert [w.name for w in question.answered_by] == ["Dana Pell"]
    assert question.status is QuestionStatus.ANSWERED


def test_a_reply_on_a_line_of_its_own_behind_a_dash():
    text = (
        "Councillor Vane asked whether the farmers had been told.\n\n– They had, twice.\n\nCouncillor Nettle asked for the "
        "figures by farm.\n\n– These would be sent round after the meeting.\n\nThe report was noted.\n"
    )
    head = HEAD.replace("By Invitation:\tD Pell (Vale Water)\n", "").split("The Chairman welcomed")[0]
    found = minutes(text, head)[1]
    assert [q.status for q in found.questions] == [QuestionStatus.ANSWERED, QuestionStatus.PROMISED]
    assert [u.made_by for u in found.undertakings] == [()]


def test_what_is_still_to_be_sent_after_the_meeting_is_no_later_answer():
    text = "Councillor Vane asked for the figures.\n\nFigures would be circulated to Members after the meeting.\n"
    [question] = questions(text)
    assert question.status is not QuestionStatus.ANSWERED_LATER


def test_that_questions_were_put_is_no_question():
    assert questions("Questions were raised by Members, the responses being these.") == ()
    assert questions("Ms Pell was welcomed and the Chairman asked her to give her presentation.") == ()


def test_would_need_to_go_and_look_leaves_it_open():
    text = "Councillor Vane asked if it had been sent before May. The Network Manager of Vale Water thought before, but would need to go and look at the file."
    [question] = questions(text)
    assert question.status is QuestionStatus.PARTLY_ANSWERED


ON_NOTICE = (
    "Councillor Paul Vane had given notice of this question to the Member for Water:\n\n“The Leader said it was safe. Why then is "
    "it shut?”\n\nCouncillor Joan Oakes:\n\n“It is shut because it leaks.”\n\nSupplementary: in response to a further question "
    "from him as to who paid, Councillor Oakes said that the company did.\n\nCouncillor Hilda Nettle had given notice of this "
    "question to the Leader:\n\n“What has it cost?”\n\nCouncillor Alan Marl:\n\n“£31,400.”\n"
)


def test_questions_of_which_notice_was_given_with_the_reply_under_a_name():
    found = questions(ON_NOTICE)
    told = [(q.asked_by.name, [w.name for w in q.answered_by], q.status.value) for q in found]
    assert told == [
        ("P Vane", ["J Oakes"], "answered"),
        ("P Vane", ["J Oakes"], "answered"),
        ("H Nettle", ["A Marl"], "answered"),
    ]
    assert found[0].text.endswith("Why then is it shut?”")


def test_questions_by_name_with_replies_under_a_post_and_a_name():
    text = (
        "(1) Question by Councillor Vane\n\n“When will they be mended?”\n\nReply – the Cabinet Member for Signs, Councillor Joan "
        "Oakes\n\n“In July.”\n\nA supplementary question by Councillor Vane\n\n“Who passed them?”\n\nReply – the Cabinet Member "
        "for Signs, Councillor Joan Oakes\n\n“I have no wish to name anybody.”\n"
    )
    found = questions(text)
    assert [(q.asked_by.name, [w.name for w in q.answered_by]) for q in found] == [("P Vane", ["J Oakes"])] * 2


def test_public_questions_numbered_with_a_dash():
    text = (
        "PQ1 – Ferry Lane: when is it to be looked at again?\n\nIt was agreed to come back to this later in the year.\n\n"
        "PQ2 – Many of the staff have left. How many are there now?\n\nMs Pell replied that there were 310.\n\nPQ3 – Dogs.\n"
    )
    found = minutes(text)[1]
    assert [q.text for q in found.questions] == [
        "Ferry Lane: when is it to be looked at again?",
        "Many of the staff have left. How many are there now?",
    ]
    assert [i.number for i in found.items] == ["4"]


def test_a_question_asked_by_somebody_named_behind_it():
    [question] = questions(
        "In reply to a further question, asked by Councillor Vane, on depth, Ms Pell said that it was deep."
    )
    assert question.asked_by.name == "P Vane"


def test_the_words_over_a_list_of_questions_are_none():
    assert questions("The supplementary questions, and what was said to them, were:") == ()


def test_the_next_question_of_a_list_ends_a_later_answer():
    text = (
        "1. Councillor Vane asked how deep it was. Ms Pell would write to him.\n\nThe reply given after the meeting was:\n\nIt is "
        "deep.\n\n2. Councillor Nettle asked who had dug it. Ms Pell said that the town had."
    )
    assert [q.status.value for q in questions(text)] == ["answered_later", "answered"]


def test_at_question_time_the_chair_answers_in_the_next_paragraph():
    head = HEAD.replace("4. RESERVOIR", "4. PUBLIC QUESTIONS")
    [question] = questions(
        "Kate Lorne asked by what date the outcomes would come.\n\nThe Chairman said that it was May.", head
    )
    assert question.status is QuestionStatus.ANSWERED


@pytest.mark.parametrize("said", ["Dana did not know.", "Nobody could say; Parks Manager to check."])
def test_not_to_know_is_no_answer(said):
    [question] = questions(f"Councillor Vane asked how deep it was. {said}")
    assert question.status in (QuestionStatus.PARTLY_ANSWERED, QuestionStatus.PROMISED)


STANDS = (
    HEAD.replace("S Ashdown (Parks Manager)", "S Ashdown (Parks Manager), M Prender (Head of Planning)")
    .replace("By Invitation:\tD Pell (Vale Water)\n", "")
    .split("The Chairman welcomed")[0]
)


@pytest.mark.parametrize(
    ("said", "status", "by"),
    [
        ("asked if it could be open on Sundays. To be looked at.", "promised", []),
        ("asked why it was shut. Ms Ashdown would need to speak with others and provide a response outside the meeting.", "promised", ["S Ashdown"]),
        ("asked how many posts that meant, and where. R Teal said 84. He did not wish to say any more about where.", "partly_answered", ["R Teal"]),
        ("asked for the percentage lost. It was not in the data set. S Ashdown would work this out and send it round.", "promised", ["S Ashdown"]),
        ("asked how many there were and where. S Ashdown said 29; as to where she would rather share that later.", "partly_answered", ["S Ashdown"]),
        ("asked for a list of them. S Ashdown did not have one but she could have it prepared for the next meeting.", "promised", ["S Ashdown"]),
        ("asked for a list of them. R Teal said that some were secret but that he would see what could be shared.", "promised", ["R Teal"]),
        ("asked for the research to be sent to him. This was agreed.", "promised", []),
        ("asked whether he would commit to giving notice. R Teal gave that commitment.", "answered", ["R Teal"]),
        ("asked what the take-up was, and what it cost. Ms Ashdown had the latter figure (£20) but not the former, and would obtain it.", "partly_answered", ["S Ashdown"]),
        ("asked how much of it was lost. Just over a fifth.", "answered", []),
        ("asked whether anybody had been told. They had not, and R Teal was sorry.", "answered", []),
        ("sought an undertaking that it would stay. R Teal was happy to give that undertaking.", "answered", ["R Teal"]),
        ("pressed the Head of Planning to say how many were old. M Prender thought perhaps ten.", "answered", ["M Prender"]),
    ],
)  # fmt: skip
def test_where_replies_leave_a_question(said, status, by):
    [question] = questions(f"Councillor Vane {said}", STANDS)
    assert (question.status.value, [w.name for w in question.answered_by]) == (status, by)


def test_a_short_answer_parts_two_questions_of_one_asker():
    text = "Members asked if any were unsafe. Two were. Members sought assurance that these were seen to. R Teal said that they were."
    assert [q.status.value for q in questions(text, STANDS)] == ["answered", "answered"]


def test_who_is_asked_in_the_passive_and_is_sure():
    [question] = questions(
        "R Teal was asked whether it would be green by the end of the year, and was confident that it would.", STANDS
    )
    assert question.status is QuestionStatus.ANSWERED
    assert question.asked_by is None or question.asked_by.name is None


def test_replies_in_turn_to_a_list_of_questions():
    text = (
        "The following questions were raised:\n\n-   Why only three notices had been served.\n\n-   Whether the reduction was a result of "
        "the freeze.\n\nM Prender replied in turn. On notices, they were a last resort. The reduction had other causes.\n"
    )
    assert [[w.name for w in q.answered_by] for q in questions(text, STANDS)] == [["M Prender"], ["M Prender"]]


def test_she_is_a_person_and_no_board():
    text = "Councillor Vane presented the report. The Board had made nine points. She was grateful and asked why one had gone. R Teal said that it had not."
    [question] = questions(text, STANDS)
    assert question.asked_by.name == "P Vane"


def test_the_officer_is_the_one_last_spoken_of():
    text = "Councillor Vane asked how many there were. M Prender thought ten. Councillor Vane asked when they would go. The officer said in May."
    assert [[w.name for w in q.answered_by] for q in questions(text, STANDS)] == [["M Prender"], ["M Prender"]]
    two = "R Teal was Director of Place.\n\nCouncillor Vane asked when they would go. The Manager said in May."
    assert [w.name for w in questions(two, STANDS)[0].answered_by] in (["S Ashdown"], [None])


@pytest.mark.parametrize(
    ("said", "status", "by"),
    [
        ("asked how many were left. R Teal did not have the number to hand but would let the Committee Services Officer have it by May.", "promised", ["R Teal"]),
        ("asked whether flats would be included. R Teal said that this was still being worked through and that a report would be brought to this Committee in May.", "promised", ["R Teal"]),
        ("asked what had become of the survey. There was no officer present who was able to answer.", "not_answered", []),
        ("asked what it would cost. Neither officer was in a position to say.", "not_answered", [None]),
        ("questioned the assumption that they would stay. No direct answer was given although R Teal spoke of a campaign.", "not_answered", []),
        ("asked why in that case there was a price. This was, M Prender said, in order to meet the rules.", "answered", ["M Prender"]),
        ("asked how many were out. Three, according to S Ashdown.", "answered", ["S Ashdown"]),
        ("asked what it cost per child. £11 a year, S Ashdown replied.", "answered", ["S Ashdown"]),
        ("asked whether thought had been given to it; it had, and a trial was under way.", "answered", []),
        ("asked to see the findings. S Ashdown was unsure if they could be released.", "partly_answered", ["S Ashdown"]),
        ("asked for the names of the farms to which they had gone. M Prender gave them as Upper and Lower Sarn.", "answered", ["M Prender"]),
        ("queried whether they had been told. R Teal believed that most had but could not say with certainty.", "partly_answered", ["R Teal"]),
        ("requested that the matrix be made available to members. R Teal undertook to do so.", "promised", ["R Teal"]),
        ("asked was there any likelihood of more. R Teal said that there was none.", "answered", ["R Teal"]),
        ("asked what it is spent on. None of those in the room knew. S Ashdown will find out.", "promised", ["S Ashdown"]),
        ("enquired about splitting plots. Deputy Clerk to report to the next meeting.", "promised", []),
    ],
)  # fmt: skip
def test_more_ways_in_which_replies_leave_a_question(said, status, by):
    [question] = questions(f"Councillor Vane {said}", STANDS)
    assert (question.status.value, [w.name for w in question.answered_by]) == (status, by)


def test_who_was_asked_is_confident_and_the_asker_is_she():
    text = (
        "Councillor Vane asked what was different. R Teal said that the team had grown. Councillor Vane asked whether anybody had been "
        "left out. He was confident that no one had. She further asked how many had complained. There had been six complaints, none upheld."
    )
    found = questions(text, STANDS)
    assert [q.asked_by.name for q in found] == ["P Vane"] * 3
    assert [w.name for w in found[1].answered_by] == ["R Teal"]


def test_asked_by_the_same_member():
    found = questions(
        "Councillor Vane asked how deep it was. R Teal said six feet. Asked by the same Member how wide, he said ten.",
        STANDS,
    )
    assert [q.asked_by.name for q in found] == ["P Vane", "P Vane"]


def test_a_service_at_work_says_nothing():
    [question] = questions(
        "Councillor Vane asked how deep it was. R Teal said six feet. A service was planned. The team had grown.",
        STANDS,
    )
    assert [w.name for w in question.answered_by] == ["R Teal"]


def test_a_short_answer_before_a_request_of_the_same_member():
    text = "Councillor Vane asked whether the advice was in-house. It was in-house. He requested that it be made available to the Board. S Ashdown would write to him."
    assert [q.status.value for q in questions(text, STANDS)] == ["answered", "promised"]


def test_replies_under_labels_below_questions_that_are_told():
    text = (
        "Councillor Vane asked what it cost.\n\nReply from Gary Whit, Asset Manager: £9.85 a yard.\n\nCouncillor Nettle asked how many there "
        "were.\n\nReply from Gary Whit: I will let the Committee have it.\n"
    )
    found = minutes(text, STANDS)[1]
    assert [[w.name for w in q.answered_by] for q in found.questions] == [["Gary Whit"], ["Gary Whit"]]
    assert [q.status.value for q in found.questions] == ["answered", "promised"]
    assert [w.name for u in found.undertakings for w in u.made_by] == ["Gary Whit"]


def test_a_question_on_notice_put_to_a_post_with_its_holder_in_brackets():
    text = (
        "(a) From Councillor Vane to the Leader of the Council (Councillor Oakes)\n\nQuestion: “Would he tell us what he meant?”\n\n"
        "Answer: “I am happy to do so. It will open in June.”\n\nSupplementary: Councillor Vane asked whether he would say sorry.\n\nAnswer: "
        "The Leader said he had already done so.\n"
    )
    head = STANDS.replace("4. RESERVOIR", "4. QUESTIONS FROM MEMBERS ON NOTICE")
    assert [[w.name for w in q.answered_by] for q in questions(text, head)] == [["J Oakes"], ["J Oakes"]]


def test_a_reply_that_lay_before_the_meeting_and_one_still_to_come():
    text = (
        "(i) Councillor Vane asked – “What is the backlog?”\n\nThe reply by the Head of Roads had been tabled and read as follows – “It "
        "was £18 million.”\n\n(ii) Councillor Nettle asked – “Will it be mended?”\n\nIt was noted that a reply had not been available in "
        "time and would be issued to all members.\n"
    )
    head = STANDS.replace("4. RESERVOIR", "4. WRITTEN QUESTIONS")
    found = questions(text, head)
    assert [q.status.value for q in found][0] == "answered"
    assert found[1].status is not QuestionStatus.ANSWERED


def test_replies_to_members_behind_a_list_of_their_questions():
    text = (
        "•  Cllr Vane queried if the Council would take up the option on the mill.\n\n•  Cllr Nettle asked how many of the tenancies were "
        "transfers.\n\nReplying to members Ms Ashdown stated that nineteen of the tenancies were transfers. The option on the mill expired "
        "in May.\n"
    )
    found = questions(text, STANDS)
    assert [[w.name for w in q.answered_by] for q in found] == [["S Ashdown"], ["S Ashdown"]]
    assert [q.answers[0].text.split()[0] for q in found] == ["The", "Replying"]


def test_she_who_asks_on_is_not_the_one_who_replied():
    text = (
        "Councillor Vane asked when it would open. R Teal said in May. Councillor Vane asked what it had cost. £8.7m. She further queried "
        "whether it would stay. R Teal said that it would."
    )
    assert [q.asked_by.name for q in questions(text, STANDS)] == ["P Vane"] * 3


def test_who_replies_where_another_turns_to_them():
    text = "Councillor Vane asked what it had cost. R Teal turned to the Head of Planning, who said £1.1m so far."
    [question] = questions(text, STANDS)
    assert [w.name for w in question.answered_by] == ["M Prender"]
