"""Decisions and actions, and what is neither."""

import pytest

from scrutiny_desk.domain.blocks import quote_of
from scrutiny_desk.domain.undertakings import DecisionKind
from scrutiny_desk.reading import read_bytes
from scrutiny_desk.recognition import recognise

HEAD = """LOWER SALLOW PARISH COUNCIL

Minutes of the meeting held on 4 March 2019

Present: Cllr A Marl (Chair), Cllr P Vane, Cllr H Nettle

Clerk: Mrs R Teal

1. GREEN

"""


def found(text):
    document = read_bytes("minutes.txt", (HEAD + text).encode())
    return document, recognise(document)


def decisions(text):
    return [(d.kind, d.text) for d in found(text)[1].decisions]


@pytest.mark.parametrize(
    "text, kind",
    [
        ("RESOLVED: That the fence be mended.", DecisionKind.RESOLVED),
        ("RESOLVED - that the fence be mended.", DecisionKind.RESOLVED),
        ("Resolved that the fence be mended.", DecisionKind.RESOLVED),
        ("It was agreed that the fence be mended.", DecisionKind.AGREED),
        ("The Committee agreed that the fence should be mended.", DecisionKind.AGREED),
        ("RECOMMENDED that the fence be mended.", DecisionKind.RECOMMENDED),
        ("The report was proposed by Cllr Vane, seconded by Cllr Nettle and agreed.", DecisionKind.AGREED),
        ("The minutes of the last meeting were approved.", DecisionKind.AGREED),
        ("On the proposal of Cllr Vane it was agreed to spend £40.", DecisionKind.AGREED),
    ],
)
def test_one_decision(text, kind):
    [(got, words)] = decisions(text)
    assert (got, words) == (kind, text)


@pytest.mark.parametrize(
    "text",
    [
        "Mr Ely agreed that the fence was old.",
        "At that meeting Members agreed to refer the matter to Council.",
        "The Council had agreed the plan in May.",
        "The Chief Executive agreed to circulate it.",
        "Members agreed that it was a shame.",
    ],
)
def test_agreement_on_a_view_or_of_others_is_no_decision(text):
    assert decisions(text) == []


def test_each_limb_of_a_resolution_stands_alone():
    got = decisions("RESOLVED that\n\n(a) the fence be mended; and\n\n(b) the gate be painted.")
    assert [words for _, words in got] == ["RESOLVED that the fence be mended", "the gate be painted."]


def test_limbs_in_one_paragraph_stand_alone_too():
    got = decisions("Resolved - (a) That the fence be mended; (b) that the gate be painted, and (c) that both be kept.")
    assert len(got) == 3
    assert got[1][1].startswith("(b) that the gate")


def test_a_word_of_decision_on_its_own_line_heads_the_next():
    assert decisions("RESOLVED:\n\nThat the fence be mended.") == [
        (DecisionKind.RESOLVED, "RESOLVED: That the fence be mended.")
    ]


@pytest.mark.parametrize(
    "text, owner",
    [
        ("ACTION: Cllr Vane to write to the county.", "P Vane"),
        ("The gate was broken. Clerk to obtain quotes.", "R Teal"),
        ("The Chair asked the Clerk to chase the county.", "R Teal"),
        ("The swing was worn, Cllr Nettle to get prices.", "H Nettle"),
    ],
)
def test_tasks_have_owners(text, owner):
    [action] = found(text)[1].actions
    assert [w.name for w in action.owners] == [owner]


def test_an_action_line_with_a_name_alone_goes_with_the_sentence_before():
    document, got = found("The letter was late. It should be sent again.\n\nACTION: Mrs Teal")
    [action] = got.actions
    assert quote_of(document.blocks, action.spans) == "It should be sent again. ACTION: Mrs Teal"


def test_a_list_of_actions_ends_at_the_next_heading():
    got = found("Actions:\n\n1. Clerk to write.\n\n2. Cllr Vane to call.\n\n2. WOOD\n\nThe wood was closed.")[1].actions
    assert [a.text for a in got] == ["Clerk to write.", "Cllr Vane to call."]


def test_rows_of_an_action_table():
    got = found("| Action | Owner | Due |\n\n| --- | --- | --- |\n\n| Mend the gate | Cllr Vane | May |")[1].actions
    assert [(a.owners[0].name, a.due_words) for a in got] == [("P Vane", "May")]


def test_invitations_are_no_tasks():
    assert not found("The Chair asked members to attend the fair.")[1].actions


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED by 5 votes to 2 that the Panel support the proposed precept.",
        "Rents: to stay the same for 2026. Resolved.",
        "Payments of £3,206.41 approved.",
        "Minutes of 10th November: agreed and signed.",
    ],
)
def test_decisions_in_few_words(text):
    assert len(decisions(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Cllr Vane proposed that the hedge be cut, seconded by Cllr Nettle. Agreed by all.",
        "Cllr Vane proposed approval; Cllr Nettle seconded: four for, one against; carried.",
        "The budget was shown to all. Proposed by Cllr Vane, seconded by Cllr Nettle.",
        "It was suggested that the gate be painted. All agreed to this.",
        "The complaints form had gone round. Approved by Councillors.",
        "A resolution to exclude the public was agreed.",
        "It is agreed that a letter of thanks be sent.",
    ],
)
def test_how_small_councils_decide(text):
    assert [words for _, words in decisions(text)] == [text]


def test_a_motion_put_and_seconded_stands_in_its_own_words():
    text = "Proposed - Cllr Vane Seconded - Cllr Nettle\n\n'That the gate be kept shut until May'\n\nAll in favour\n"
    assert [words for _, words in decisions(text)] == ["'That the gate be kept shut until May'"]


@pytest.mark.parametrize(
    "text",
    [
        "Cllr Vane proposed Cllr Nettle, seconded by Cllr Marl, for the chair.",
        "Cllr Vane proposed that the hedge be cut, seconded by Cllr Nettle. This was lost by four votes to one.",
    ],
)
def test_a_name_put_forward_or_a_proposal_lost_decides_nothing(text):
    assert decisions(text) == []


def test_a_proposal_in_minutes_that_mark_their_resolutions_is_not_one_itself():
    text = "Cllr Vane moved, and Cllr Nettle seconded, the motion.\n\nRESOLVED: That the green be mown.\n"
    assert [words for _, words in decisions(text)] == ["RESOLVED: That the green be mown."]


def test_a_committee_that_agreed_heads_its_list():
    text = "The Committee agreed:-\n\n(i) to note the report; and\n\n(ii) that another come in May.\n"
    assert [words for _, words in decisions(text)] == [
        "The Committee agreed:- to note the report",
        "that another come in May.",
    ]


def test_a_stroke_and_dash_behind_resolved():
    [only] = decisions("RESOLVED /-\n\nThat the register be shared with the Panel.\n")
    assert only == (DecisionKind.RESOLVED, "RESOLVED /- That the register be shared with the Panel.")


def test_a_post_with_commas_in_it_is_one_owner():
    text = "Actions:\n\n• Director of Homes, Adults and Place to share the terms of the forum.\n"
    head = HEAD.replace("Clerk: Mrs R Teal", "Officers: Helen Coomb (Director of Homes, Adults and Place)")
    [action] = recognise(read_bytes("m.txt", (head + text).encode())).actions
    assert [owner.name for owner in action.owners] == ["Helen Coomb"]


def test_concluded_marks_a_decision():
    assert decisions("Concluded: that the update be received.\n") == [
        (DecisionKind.AGREED, "Concluded: that the update be received.")
    ]


def test_on_the_proposition_of_somebody_is_decided():
    text = "The polling cards were issued on the proposition of Cllr Vane, seconded by Cllr Nettle."
    assert [d[1] for d in decisions(f"{text}\n")] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "The Board RECEIVED the report and APPROVED the plan for the fence.",
        "The minutes of 8 January, having been circulated, were taken as read, confirmed and signed by the Chair.",
        "RESOLVED as set out in the confidential minute.",
        "The motion was put to the meeting and declared carried.",
        "Quarry hours. Cllr Vane proposed to object, all agreed.",
        "It was concluded to leave the fence as it is.",
        "25/01877/FUL The Old Forge, rear extension - no objection (Cllr Vane did not vote)",
    ],
)
def test_more_words_that_decide(text):
    assert len(decisions(text + "\n")) == 1


def test_limbs_behind_agreed_and_two_in_one_line():
    assert len(decisions("Agreed (1) That it be noted.\n\n(2) That the Panel be told.\n")) == 2
    text = "RESOLVED\n\n(a) that the plan be approved; and (b) that the Chair write to the Minister.\n"
    assert [d[1] for d in decisions(text)] == [
        "that the plan be approved",
        "(b) that the Chair write to the Minister.",
    ]


def test_who_moved_a_motion_decides_nothing_by_itself():
    text = "Motion\n\nThat the fence be mended.\n\nMoved by Cllr Vane, seconded by Cllr Nettle.\n\nIt was not put."
    assert decisions(text) == []


def test_a_motion_in_its_own_words_is_one_decision():
    text = 'Proposed by Cllr Vane, seconded by Cllr Nettle and resolved:\n\n"That the minutes be taken as read and adopted."'
    assert len(decisions(text)) == 1


def test_the_words_before_resolved_where_hardly_any_follow():
    text = "Land off Wold Road, six dwellings. RESOLVED - no objections."
    assert [d[1] for d in decisions(f"There were two. {text}\n")] == [text]


def test_a_label_in_two_languages():
    text = "PENDERFYNWYD / RESOLVED:\n\ni) to accept the report;\n\nii) to ask for another.\n"
    assert len(decisions(text)) == 2


def test_a_board_that_received_and_approved_in_bullets():
    assert len(decisions("The Board:\n\n• RECEIVED the report\n\n• APPROVED the plan\n")) == 2


def test_what_was_granted_is_the_decision_though_its_terms_follow():
    text = (
        "Decision\n\nThat the licence be GRANTED with the following hours:\n\nSale of Alcohol: 10:00 to 00:30 Sunday\n"
    )
    assert [d[1] for d in decisions(text)] == ["That the licence be GRANTED with the following hours:"]


def test_somebody_duly_elected():
    assert len(decisions("There being no other nominations, Cllr Vane was duly elected.\n")) == 1


def test_recommendations_of_another_committee_that_were_adopted():
    assert len(decisions("The recommendations of the Amenities Committee of 20 October were adopted.\n")) == 1


def test_a_column_of_actions_beside_the_discussion_and_next_steps():
    rows = "Item | Discussion | Action\n\n1 | Welcome. |\n\n2 | Buses. Cllr Vane was told in May. | Cllr Vane to draft a letter\n"
    [action] = found(rows)[1].actions
    assert [owner.name for owner in action.owners] == ["P Vane"]
    assert len(found("Next steps\n\n- Cllr Vane to draft it\n\n- Visit to be arranged\n")[1].actions) == 2


@pytest.mark.parametrize(
    "text, owner",
    [
        ("The gate was broken. Vane to ask for a price.", "P Vane"),
        ("Nobody could say; officers to look this up.", None),
        ("The gate was broken - ACTION: the Clerk to share the price.", "R Teal"),
        ("Actions/further information to be provided:\n\nA1/19 – Cllr Nettle to send the price.", "H Nettle"),
        ("The gate was broken. Gate Manager to send the price.", None),
    ],
)
def test_tasks_given_in_passing(text, owner):
    [action] = found(text)[1].actions
    assert [w.name for w in action.owners] == [owner]


def test_what_an_agenda_says_of_people_is_no_task():
    assert found("Gate Manager to present. Peter Vane to attend.")[1].actions == ()


def test_how_it_was_moved_is_no_decision_of_its_own():
    text = (
        "Decision\n\nIt was moved by Cllr Vane, seconded by Cllr Nettle and, on a vote of two to one,\n\nRESOLVED –\n\n(a) that the "
        "gate be mended;\n\nand\n\n(b) a group be set up."
    )
    assert [d for _, d in decisions(text)] == ["that the gate be mended", "a group be set up."]
