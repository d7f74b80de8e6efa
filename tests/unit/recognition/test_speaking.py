"""Who is there by the minutes' own telling, where no list in the paper says so."""

import pytest

from scrutiny_desk.reading import read_bytes
from scrutiny_desk.recognition.skeleton import skeleton

PAGE = "Agenda item\n\nPond Plan\n\nMinutes:\n\n"


def people(text, head=PAGE):
    found = skeleton(read_bytes("page.txt", (head + text + "\n").encode())).people
    return {p.name: (p.capacity.value, p.post, p.organisation) for p in found}


@pytest.mark.parametrize(
    "text",
    [
        "In reply to Councillor Sarn, it was confirmed that the pond was deep.",
        "Clarification was sought by Councillor Sarn of who had dug it.",
        "After an introduction, Councillor Sarn sought reassurance on the ducks.",
        "Councillor Sarn made the point that ducks swim.",
        "The motion, moved by Councillor Sarn, fell.",
        "Was this what the pond had been dug for, Councillor Sarn asked. Nobody said.",
    ],
)
def test_a_councillor_who_speaks_is_there(text):
    assert people(text) == {"Councillor Sarn": ("member", None, None)}


def test_a_councillor_who_is_spoken_of_is_not():
    assert (
        people("It was noted that the late Councillor Sarn had loved the pond, and that Councillor Orle would like it.")
        == {}
    )


def test_the_letters_of_a_county_councillor():
    found = people(
        "The Director, in reply to Mr. Sarn CC, said that it was deep.\n\nMrs. J. Orle CC asked that thanks be recorded."
    )
    assert found == {"Mr. Sarn": ("member", None, None), "J. Orle": ("member", None, None)}


def test_a_post_with_its_holder_in_brackets():
    assert people("The Head of Ponds (Ms D Sarn) gave the report. She said that it was late.") == {
        "D Sarn": ("witness", "Head of Ponds", None)
    }
    found = people(
        "The Cabinet Member for Water (Councillor Mo Sarn), Lead Member for Ducks (Councillor Kit Orle) and the Senior Pond "
        "Officer presented the Plan and took questions."
    )
    assert found["Mo Sarn"][:2] == ("witness", "Cabinet Member for Water")
    assert found["Kit Orle"][:2] == ("witness", "Lead Member for Ducks")


def test_who_sits_without_being_a_councillor():
    assert people("Mrs Sarn, independent member, asked whether it was deep. Councillor Orle asked too.") == {
        "Mrs Sarn": ("member", "independent member", None),
        "Councillor Orle": ("member", None, None),
    }


def test_those_who_addressed_the_meeting():
    found = people("Rosa Sarn, Derek Orle and Mr Ludd addressed the Committee. They put the points below.")
    assert {"Rosa Sarn", "Derek Orle"} <= {name for name, (capacity, *_) in found.items() if capacity == "witness"}


def test_what_stands_between_commas_need_be_no_post():
    assert people("Mr Sarn, at the Chairman’s invitation, said that it was deep.")["Mr Sarn"][1] is None
    assert (
        people("Martha Sarn, on behalf of Peter Orle, asked when it was dug.").get("Martha Sarn", ("", None))[1] is None
    )


def test_whom_a_post_comes_from():
    found = people("The Chairman welcomed Priya Sarn, Head of Ponds, from Brayle Water to the meeting.")
    assert found["Priya Sarn"] == ("witness", "Head of Ponds", "Brayle Water")


def test_lists_in_one_line_without_colon_or_comma():
    head = "Minutes of a Meeting of Slieve District Council on Tuesday, 13 November 2007\n\n"
    found = people(
        "Presiding D Sarn\n\nOther Members Present A Orle N Ludd Miss U Fenn\n\nOfficers Present S Reay (Chief Executive) B "
        "Tarn (Director of Ponds)\n\n1. POND\n\nIt was deep.",
        head,
    )
    assert {name: capacity for name, (capacity, *_) in found.items()} == {
        "D Sarn": "member", "A Orle": "member", "N Ludd": "member", "U Fenn": "member", "S Reay": "officer", "B Tarn": "officer",
    }  # fmt: skip
