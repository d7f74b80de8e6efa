"""The heads of minutes in every layout councils print: who was there, and as what."""

import pytest

from scrutiny_desk.reading import read_bytes
from scrutiny_desk.recognition.skeleton import skeleton

TOP = (
    "ASHEN DISTRICT COUNCIL",
    "Overview Committee",
    "Minutes of the meeting held on 3 May 2024 at 6.00 pm in the Guildhall",
)
BUSINESS = (
    "1. Apologies for absence",
    "These were noted.",
    "2. Buses in the west",
    "The Committee noted the report on buses and thanked all.",
)
THERE = {"Marl": "member", "Nettle": "member", "Oakes": "member", "Pell": "officer", "Quince": "apologies"}


def made(head):
    if head.startswith("<"):
        paragraphs = ["".join(f"<p>{text}</p>" for text in texts) for texts in (TOP, BUSINESS)]
        return skeleton(
            read_bytes("m.html", f"<html><body>{paragraphs[0]}{head}{paragraphs[1]}</body></html>".encode())
        )
    return skeleton(read_bytes("m.txt", "\n\n".join((*TOP, head, *BUSINESS)).encode()))


def rows(*table):
    return (
        "<table>"
        + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in table)
        + "</table>"
    )


OFFICER = "Officers: Dan Pell (Director of Place)"
HEADS = (
    f"Present: Councillors Amy Marl (Chair), Ben Nettle and Cara Oakes\n\n{OFFICER}\n\nApologies: Councillor Eve Quince",
    "PRESENT: COUNCILLORS A MARL (CHAIR), B NETTLE AND C OAKES\n\nOFFICERS: D PELL (DIRECTOR OF PLACE)\n\nAPOLOGIES: COUNCILLOR E QUINCE",
    "Present: Councillors: Marl, A (Chair); Nettle, B; Oakes, C\n\nOfficers: Pell, D (Director of Place)\n\nApologies: Councillor Quince, E",
    "Councillors Amy Marl (Chair), Ben Nettle and Cara Oakes were present. Dan Pell, Director of Place, was in attendance. "
    "Apologies were received from Councillor Eve Quince.",
    f"Present:\n\nLabour: Councillors Marl (Chair) and Nettle\n\nConservative: Councillor Oakes\n\n{OFFICER}\n\nApologies: Councillor Quince",
    "Present:\nAM - Cllr Amy Marl (Chair)\nBN - Cllr Ben Nettle\nCO - Cllr Cara Oakes\nDP - Dan Pell, Director of Place\n"
    "Apologies: EQ - Cllr Eve Quince",
    "Present:\n1. Cllr Amy Marl (Chair)\n2. Cllr Ben Nettle\n3. Cllr Cara Oakes\n\nIn attendance:\n4. Dan Pell (Director of Place)\n\n"
    "Apologies: Cllr Eve Quince",
    "PRESENT: The Chairman (Councillor A Marl) and Councillors B Nettle and C Oakes\n\nOFFICERS: The Director of Place (Mr D Pell)"
    "\n\nAN APOLOGY for absence was submitted on behalf of Councillor E Quince",
    f"Councillor Amy Marl in the Chair\n\nPresent: Councillors Ben Nettle and Cara Oakes\n\n{OFFICER}\n\nApologies: Councillor Eve Quince",
    "Membership: Councillor Amy Marl (Chair) (P), Councillor Ben Nettle (P), Councillor Cara Oakes (P), Councillor Eve Quince (A)"
    f"\n\nP = present, A = apologies\n\n{OFFICER}",
    rows(
        ("Name", "Role", "Attendance"),
        ("Cllr Amy Marl", "Chair", "Present"),
        ("Cllr Ben Nettle", "Committee Member", "Present, as expected"),
        ("Cllr Cara Oakes", "Committee Member", "Present, virtual"),
        ("Cllr Eve Quince", "Committee Member", "Apologies"),
        ("Dan Pell", "Director of Place", "In attendance"),
    ),
    rows(("Councillor Amy Marl (Chair)", "Councillor Ben Nettle"), ("Councillor Cara Oakes", ""))
    + f"<p>{OFFICER}</p><p>Apologies: Councillor Eve Quince</p>",
)


@pytest.mark.parametrize("head", HEADS)
def test_who_was_there(head):
    found = made(head)
    people = {p.name.split()[-1].title(): p.capacity.value for p in found.people}
    assert people == THERE
    assert [(p.post or "").casefold() for p in found.people if p.capacity.value == "officer"] == ["director of place"]
    assert found.people[found.speakers.chairs[0]].name.casefold().endswith("marl")
    assert [i.number for i in found.items] == ["1", "2"]


LABELS = (
    *(
        ("Members who attended", "member"),
        ("Task Group Members", "member"),
        ("The following councillors attended", "member"),
    ),
    *(("Trustees present", "member"), ("Supporting officers", "officer"), ("Council staff in attendance", "officer")),
    *(("Observing members", "other_member"), ("Ward members attending", "other_member"), ("Absences", "apologies")),
    *(("Cabinet Members also present", "other_member"), ("Apologies were received from", "apologies")),
)


@pytest.mark.parametrize(("label", "capacity"), LABELS)
@pytest.mark.parametrize("behind", [": {0}, {1}", ":\n\n{0}\n\n{1}", "\n\n{0}\n\n{1}", " - {0}, {1}"])
def test_labels_that_no_style_knows(label, capacity, behind):
    named = (
        ("Dan Varne (Director of Place)", "Una Quell (Clerk)")
        if capacity == "officer"
        else ("Councillor Rhea Varne", "Councillor Bo Quell")
    )
    above = "" if capacity == "member" else "Present: Councillors Zoe Flint (Chair), Max Gorse and Ned Hale\n\n"
    found = {p.name.split()[-1]: p.capacity.value for p in made(above + label + behind.format(*named)).people}
    assert (found.get("Varne"), found.get("Quell")) == (capacity, capacity)


def test_political_groups_before_lines_of_surnames():
    found = made("Present – Councillors\nLABOUR: Marl, Nettle\nGREEN: Oakes\n").people
    assert [(p.name, p.capacity.value) for p in found][:3] == [
        ("Councillor Marl", "member"),
        ("Councillor Nettle", "member"),
        ("Councillor Oakes", "member"),
    ]


def test_a_nominated_substitute_and_others_who_were_also_present_have_no_such_post():
    found = made(
        "Present: Cllr A Marl (Chair), Cllr B Nettle (as nominated substitute for Councillor C Quince)\n"
        "In attendance: Councillors D Oakes and Mrs E Pell were also present pursuant to Rule 15.\n"
    ).people
    assert {p.name: p.post for p in found if p.name in ("B Nettle", "E Pell")} == {"B Nettle": None, "E Pell": None}


def test_an_action_of_one_word_before_a_name_heads_no_list_of_people():
    text = "\n\n".join(
        (*TOP, "Present: Cllrs A Marl and B Nettle", *BUSINESS, "ACTION: Ann Pell to provide a breakdown.")
    )
    read = skeleton(read_bytes("m.txt", text.encode()))
    assert "Ann Pell" not in [p.name for p in read.people]


def test_two_names_joined_by_and_are_two():
    found = made(
        "Present: Cllrs A Marl and B Nettle\n\nOfficers in attendance virtually: Ann Pell and Lin Fergus\n"
    ).people
    assert [(p.name, p.post) for p in found if p.capacity.value == "officer"] == [
        ("Ann Pell", None),
        ("Lin Fergus", None),
    ]


def test_letters_before_names_that_a_key_explains():
    found = made("Councillors:\nP Wendy Marl (Chair)\nP Ann Nettle\nA Mark Quince\nP Ruth Oakes\nAB John Pell\n").people
    assert {p.name: p.capacity.value for p in found} == {
        "Wendy Marl": "member",
        "Ann Nettle": "member",
        "Mark Quince": "apologies",
        "Ruth Oakes": "member",
        "John Pell": "apologies",
    }


def test_a_label_with_its_letters_apart():
    found = made("P R E S E N T :\nCouncillor Marl - Chair\nCouncillor Nettle\n").people
    assert [(p.name, p.capacity.value) for p in found] == [
        ("Councillor Marl", "member"),
        ("Councillor Nettle", "member"),
    ]


def test_a_cabinet_member_told_of_again_without_the_forename_is_the_same():
    business = (
        "2. Buses\n\nCouncillor Jones, Cabinet Member for Finance, advised that the grant was gone.\n\n3. Bins\n\nNone."
    )
    text = "\n\n".join(
        (*TOP, "Present: Cllrs A Marl and B Nettle\nAlso in attendance: Councillor Lynne Jones", business)
    )
    found = skeleton(read_bytes("m.txt", text.encode())).people
    assert [(p.name, p.post) for p in found if "Jones" in p.name] == [("Lynne Jones", "Cabinet Member for Finance")]


def test_the_one_in_the_chair_who_is_listed_as_attending_is_a_member():
    found = made(
        "In Attendance: An Cathaoirleach, Cllr. Ann Marl\nMembers Present: Cllr. B Nettle, Cllr. C Oakes\n"
    ).people
    assert {p.name: p.capacity.value for p in found}["Ann Marl"] == "member"


def test_a_list_whose_lines_break_inside_a_name_goes_on():
    found = made(
        "Present: Cllrs A Marl and B Nettle\nApologies: Cllr. Brid Quince, Mr. Mike Vane, Ms.\n\nUna Burr, Ms. Dee Rowe, Mr. "
        "Bernard\n\nTrow, Mr. Brian Birch, Ms. Ann Cole\n"
    ).people
    sent = [p.name for p in found if p.capacity.value == "apologies"]
    assert sent == ["Brid Quince", "Mike Vane", "Una Burr", "Dee Rowe", "Bernard Trow", "Brian Birch", "Ann Cole"]


def test_posts_in_square_brackets_and_a_surname_in_two_parts():
    found = made("Present: Ellie Marl [Treasurer] (EM), Katherine Nettle [Chair] (KN), Cllr V O’ Darrell\n").people
    assert [p.name for p in found][:3] == ["Ellie Marl", "Katherine Nettle", "V O’Darrell"]


def test_those_together_with_cabinet_members_are_no_councillors():
    found = made(
        "PRESENT: Councillor A Marl (Chair)\n\nCABINET MEMBER: Councillor E Vane (Care)\n\n"
        "Together with:\n\nD Pell (Director of Care), G Fox (Manager)"
    )
    assert {p.name: p.capacity.value for p in found.people}["D Pell"] == "officer"


def test_a_police_and_crime_commissioner_is_there_to_answer():
    found = made("PRESENT: Councillor A Marl (Chair)\n\nIN ATTENDANCE: Zoe Pell (Police and Crime Commissioner)")
    assert {p.name: p.capacity.value for p in found.people}["Zoe Pell"] == "witness"


def test_those_of_whom_it_is_only_said_that_they_attended():
    found = made(
        "PRESENT: Councillor A Marl (Chair)\n\nHugh Ely (Head of Teeth, NHS North) and Dan Oram (Place Director) attended."
    )
    assert {"Hugh Ely", "Dan Oram"} <= {p.name for p in found.people}


def test_apologies_in_the_name_of():
    found = made(
        "PRESENT: Councillor A Marl (Chair)\n\nIt was agreed to record apologies in the name of Councillor A Quince."
    )
    assert {p.name: p.capacity.value for p in found.people}["A Quince"] == "apologies"


@pytest.mark.parametrize("label", ["Members of the Sub-Committee", "PRESENT IN THE CHAMBER:", "Schools members:"])
def test_other_words_for_those_present(label):
    found = made(
        f"{label}\n\nCllr A Marl (Chair)\n\nCllr B Nettle\n\nOthers in attendance\n\nDan Pell, Director of Place"
    )
    assert {p.name: p.capacity.value for p in found.people}["B Nettle"] == "member"


def test_a_cabinet_listed_under_the_one_in_the_chair():
    found = made(
        "Councillor A. Marl (Leader) in the Chair\n\nCouncillor B. Nettle (Housing)\n\nAlso present: Councillor Oakes"
    )
    there = {p.name: p.capacity.value for p in found.people}
    assert there["A. Marl"] == there["B. Nettle"] == "member"


def test_posts_before_initials_the_clerk_behind_the_members_and_those_of_a_licensing_panel():
    found = made("Officers: Chief Fire Officer K Lane, Assistant Chief Officer M North")
    assert [(p.name, p.post) for p in found.people] == [
        ("K Lane", "Chief Fire Officer"),
        ("M North", "Assistant Chief Officer"),
    ]
    found = made("In attendance: Cllrs: Alan Beck (Chair), Gina Holt, Ian Jubb Clerk: Kath Lowe")
    assert {p.name: p.capacity.value for p in found.people} == {
        "Alan Beck": "member",
        "Gina Holt": "member",
        "Ian Jubb": "member",
        "Kath Lowe": "officer",
    }
    found = made("Chair: Councillor Pat Quill\n\nApplicant: Mr Ali Birch\n\nHost Authority: Mrs R Ives (Clerk)")
    assert [p.capacity.value for p in found.people] == ["member", "witness", "officer"]


def test_the_office_of_a_commissioner_answers_to_the_panel():
    found = made(
        "Panel Members: Cllr J Abel (Chair), Cllr K Bright\n\n"
        "Office of the Police and Crime Commissioner: Mr Owen Frith (Commissioner), Ms P Gale (Chief Executive)"
    )
    assert {p.name: p.capacity.value for p in found.people}["P Gale"] == "witness"


def test_a_chair_before_the_titled_name_is_no_person():
    found = made("Present: Chair, Councillor Ciara Adair\n\nCouncillors: Una Farrell, Pat Gormley")
    assert [p.name for p in found.people] == ["Ciara Adair", "Una Farrell", "Pat Gormley"]


def test_members_behind_the_council_that_sent_them():
    found = made(
        "Present:\n\nNorth Tarne Borough Council - Councillor Ames (Chairman) and Councillor Beech\n\n"
        "South Tarne District Council - Councillor Crane and Councillor Doyle"
    )
    assert {p.name.split()[-1]: p.capacity.value for p in found.people} == {
        "Ames": "member",
        "Beech": "member",
        "Crane": "member",
        "Doyle": "member",
    }
