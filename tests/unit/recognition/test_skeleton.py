"""The skeleton of whole papers: people from prose, kinds, and that nothing breaks on any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrutiny_desk.domain.blocks import Block, BlockKind
from scrutiny_desk.domain.documents import DocumentKind, ReadDocument
from scrutiny_desk.reading import read_bytes
from scrutiny_desk.recognition import recognise
from scrutiny_desk.recognition.skeleton import skeleton

HEAD = "MINUTES of the Leisure Panel held on 3 May 2016\n\nPresent: Councillors A Marl (Chairman), H Nettle and J Oakes\n\n"


def people(text, head=HEAD):
    found = skeleton(read_bytes("m.txt", (head + text).encode())).people
    return {p.name: (p.capacity.value, p.post, p.organisation) for p in found}


def test_people_who_are_welcomed():
    found = people(
        "1. POOLS\n\nThe Chairman welcomed Dana Pell, the Network Manager (West) from Ashen County Council. She spoke of pools.\n"
    )
    assert found["Dana Pell"] == ("witness", "Network Manager (West)", "Ashen County Council")


def test_people_in_attendance_for_an_item():
    found = people(
        "1. POOLS\n\nMr M Dever (Head of Pools) and Ms H Nkem were in attendance for this item.\n\n2. PARKS\n\n"
        "In attendance for this item were Phil Holm (Director of Parks) and Barbara Carl (Head of Trees).\n"
    )
    assert found["M Dever"][:2] == ("witness", "Head of Pools")
    assert found["H Nkem"][0] == "witness"
    assert found["Barbara Carl"][:2] == ("witness", "Head of Trees")


def test_people_who_answer_unlisted():
    found = people(
        "1. POOLS\n\nJohn Mackell explained that the pool was shut. Ronke Akan, Director of Pools, replied that it was cold.\n"
    )
    assert found["John Mackell"][0] == "witness"
    assert found["Ronke Akan"][:2] == ("witness", "Director of Pools")


def test_people_who_are_only_spoken_of_are_not_there():
    found = people(
        "1. POOLS\n\nA letter from Malcolm Greaves was read out. The talk given by Jenny Boyce last year was recalled. Minister S. "
        "Harrow had visited, and Mr Phipps spoke in May to the clerk of the works, it was said.\n"
    )
    assert not {"Malcolm Greaves", "Jenny Boyce", "S. Harrow"} & set(found)


@pytest.mark.parametrize(
    ("told", "names"),
    [
        (
            "Apologies were received from Mr J Wilding, for whom Mr Parget was substituting, and Mr Crouch.",
            {"J Wilding", "Mr Crouch"},
        ),
        ("Apologies for absence were intimated on behalf of Councillors A Pit and R Stob.", {"A Pit", "R Stob"}),
        (
            "An apology was received from Tom Fry due to work (TF); and County Councillor Brian Longe.",
            {"Tom Fry", "Brian Longe"},
        ),
        ("Councillor Hugh Mell sent his apologies.", {"Hugh Mell"}),
        ("There were no apologies.", set()),
        ("Apologies for lateness were received from Councillor T Rev.", set()),
    ],
)
def test_apologies(told, names):
    found = people(f"1. APOLOGIES\n\n{told}\n\n2. POOLS\n\nThe report on pools was noted.\n")
    assert {n for n, (capacity, _, _) in found.items() if capacity == "apologies"} == names


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (HEAD + "1. POOLS\n\nThe Panel noted the report.", "minutes"),
        (
            "AGENDA\n\nLeisure Panel\n\nThe meeting will be held on 3 May 2016\n\n1. Apologies\n\nTo receive apologies.\n\n2. Pools\n\nTo consider.",
            "agenda",
        ),
        (
            "Dear Councillor Marl\n\nI write about pools.\n\nYours sincerely\n\nDana Pell\nNetwork Manager",
            "correspondence",
        ),
        (
            "WRITTEN REPLIES TO QUESTIONS\n\nQuestion 1\n\nQuestion by Mr A Bell to Mrs C Dale, Leader\n\nWhy?\n\nAnswer\n\nBecause.",
            "questions",
        ),
        (
            "Police Liaison Group Meeting Minutes - 21 October 2008\n\nDr Alder opened the meeting. Sgt Dove gave an overview.",
            "minutes",
        ),
        (
            "Sorn Standards Board - Meeting 3 (25 March 2014)\n\nThe chair agreed that it was late and the Board noted it.\n\n"
            "Attendees\n\nRosa Gather, Sorn Trust\n\nBoard member apologies:\n\nTim Nudd, Sorn Mill",
            "minutes",
        ),
        (
            "101. Police Report\n\n102. To receive apologies for absence\n\n103. To receive the accounts\n\n"
            "104. To approve the minutes\n\n105. To discuss planning\n\n106. To consider the wells\n\nTo elect a chair\n\n107. Next meeting",
            "agenda",
        ),
        (
            "STANDING ORDERS\n\nADOPTED BY COUNCIL 28 SEPTEMBER 2020\n\n1 RULES OF DEBATE\n\nMotions on the agenda shall be "
            "considered in the order in which they appear unless the chairman decides otherwise.\n\nNo person shall "
            "obstruct the business of a meeting or behave offensively.",
            "other",
        ),
        ("Notes on the care of lawns. Grass is green and grows in spring. Cut it often.", "other"),
    ],
)
def test_kinds(text, kind):
    assert skeleton(read_bytes("x.txt", text.encode())).kind == kind


def test_lists_in_plain_words():
    found = people(
        "Who was there\nGroup members: Cllr Elsa Darn (Chair) / Cllr Mo Sadd / Cllr Tilda Wharr\n"
        "Council staff: Lena Brodie (Chief Accountant)\nFrom Harker & Dean (surveyors): Jocelyn Peake\n"
        "Not able to come: Cllr Basil Quill\n\n1. Last time\nSukie took the Group through the log of all that was open since the meeting in the spring.\nCllr Sadd had asked. Nobody knew.\n\n2. What we'll do next\n\nNothing.\n",
        head="Quern Borough Council\n\nNotes of the Resources Group, 4 May 2016\n\n",
    )
    assert {name: facts[0] for name, facts in found.items()} == {
        "Elsa Darn": "member",
        "Mo Sadd": "member",
        "Tilda Wharr": "member",
        "Lena Brodie": "officer",
        "Jocelyn Peake": "witness",
        "Basil Quill": "apologies",
    }
    assert found["Jocelyn Peake"][2] == "Harker & Dean"


def test_lists_at_the_close_under_labels_without_a_colon():
    found = people(
        "Declarations of interest\n\nNone were made by anyone who was there.\n\nAny other business\n\nThere was none to speak of.\n\n"
        "Panel members attending\n\n- Nicholas Orde, Health Centre\n\n- Tim Strake, Sorn Trust\n\nAdditional attendees\n\n"
        "- Warren Sloe GDS\n\nApologies\n\n- Peter Winster, Sorn Mill\n",
        head="Minutes of the Standards Panel, 20 September 2016\n\n",
    )
    assert {name: facts[0] for name, facts in found.items()} == {
        "Nicholas Orde": "member",
        "Tim Strake": "member",
        "Warren Sloe": "witness",
        "Peter Winster": "apologies",
    }


def test_members_of_the_public_who_are_named_and_who_are_counted():
    found = people(
        "1. Wells\n\nNone.\n\n2. Paths\n\nNone.\n",
        head="Minutes of Little Sorn Parish Council, 4 May 2016\n\nPresent: Cllrs Shew, Evan & Snell, County Cllr Webb & the Clerk. "
        "Members of the public - Nicola Edwin & Matt Lewin, MCC, and 5 members of the public.\n\nMr T Manly - District Councillor "
        "9 members of the public\n\nOn the phone: Ann Hare, Jo Fox\n\n",
    )
    assert found["Nicola Edwin"][0] == found["Matt Lewin"][0] == "witness"
    assert found["Cllr Webb"][:2] == ("other_member", "County Cllr")
    assert "9" not in str(found) and "5" not in str(found)


def test_whoever_was_invited_elsewhere_was_not_there():
    found = people("1. POOLS\n\nOn Friday I invited Trevor Howl, a local tree specialist, to inspect the oak.\n")
    assert "Trevor Howl" not in found


def test_a_body_before_those_it_sent():
    found = people(
        "1. POOLS\n\nThe Chair welcomed representatives from Sorn Constabulary, Inspector Rebecca Cane, and Mr Leigh Jenks, "
        "Business Manager, to the meeting.\n"
    )
    assert found["Rebecca Cane"][0] == "witness" and found["Leigh Jenks"][:2] == ("witness", "Business Manager")


def test_apologies_behind_the_title_of_their_item():
    text = "1. Apologies. District Councillor Colin Simms and County Councillor M Store\n\n2. Pools\n\nNone.\n"
    assert [n for n, facts in people(text).items() if facts[0] == "apologies"] == ["Colin Simms", "M Store"]


def test_a_table_of_who_was_there_for_which_items():
    head = "<html><body><p>Sorn Council</p><p>Minutes of the Parenting Panel, 18 March 2026</p><table><tr><td>Attendance</td></tr>"
    rows = (
        ("Cllr Bettina Crowe", "Chair", "All"),
        ("Cllr Hamid Rafe", "Member", "Items 1 to 4"),
        ("Terry Booth", "Virtual School Headteacher", "Item 4"),
    )
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    body = "</table><h2>1. Welcome</h2><p>All were welcome.</p><h2>2. Pools</h2><p>None.</p></body></html>"
    found = skeleton(read_bytes("m.html", (head + table + body).encode())).people
    assert [(p.name, p.capacity.value, p.post) for p in found] == [
        ("Bettina Crowe", "member", "Chair"),
        ("Hamid Rafe", "member", None),
        ("Terry Booth", "officer", "Virtual School Headteacher"),
    ]


def test_in_a_joint_body_a_councils_name_makes_nobody_a_visitor():
    text = (
        "Present:\nCllr Annie Boyce (Soke District Council) - Chair\nCllr Dev Chad (Farnlow City Council)\n"
        "Cllr Fergus Neve (Soke District Council)\nCllr Otto Prior (Farnlow City Council)\n\nInvited:\n"
        "Mayor of Farnlow and Soke\tConrad Whit\nOfficers:\nFarnlow City Council\nHead of Streets\tLeonie Marsh\n\n"
        "1. Trams\n\nNone.\n\n2. Buses\n\nNone.\n"
    )
    found = people(text, head="FARNLOW COMBINED AUTHORITY\n\nScrutiny Committee: Minutes\n\n20 May 2016\n\n")
    assert [facts[0] for facts in found.values()] == ["member"] * 4 + ["witness", "officer"]
    assert found["Conrad Whit"][1] == "Mayor of Farnlow and Soke"
    assert found["Leonie Marsh"][1] == "Head of Streets"


def test_in_a_full_council_the_cabinet_are_members():
    head = "ASHEN DISTRICT COUNCIL\n\nMINUTES OF THE MEETING OF FULL COUNCIL - 26 MAY 2016\n\n"
    text = (
        "Present: The Chairman (Councillor Mrs B Parget) in the Chair; Portfolio Holders: Leisure (Councillor Ravi Chan), "
        "Planning (Councillor Lin Frame); Councillors C Ash D Fern and Z Raff\n\n1. MINUTES\n\nAgreed.\n\n2. POOLS\n\nNo.\n"
    )
    assert {facts[0] for facts in people(text, head).values()} == {"member"}


def test_a_letter_names_its_writer():
    made = skeleton(
        read_bytes("l.txt", b"Dear Councillor Marl\n\nI write.\n\nYours sincerely\n\nDana Pell\nNetwork Manager\n")
    )
    assert [(p.name, p.capacity.value) for p in made.people] == [("Dana Pell", "author")]


def test_an_empty_paper():
    found = recognise(ReadDocument("empty.txt", "text", ()))
    assert found.items == () and found.people == () and found.kind == "other"


LINES = st.sampled_from(
    [
        "MINUTES",
        "Present:",
        "PRESENT: Councillors A Marl (Chairman) K Ash",
        "1.",
        "1. POOLS",
        "2.1 Parks",
        "Apologies:",
        "(Item 1)",
        "Councillor Marl asked if it was so. Mr Pell replied that it was.",
        "RESOLVED:",
        "That it be noted.",
        "CHAIRMAN",
        "Minutes:",
        "Agenda item",
        "Question 1",
        "Dear Sir",
        "Yours sincerely",
        "A",
        "(",
        ")",
        "12/3",
        "The meeting closed at 9.15pm.",
        "[10:02]",
        "EXEMPT",
        "RESOLVED that the press and public be excluded",
        "* Councillor B Cole",
        "*Present",
        "The Convener: Good morning.",
        "Date:\tMonday, 10 November 2014",
        "Committee:\tPanel\tTime:\t7 - 9 pm",
        "Name\tPost",
        "\t\t",
        "Officers: A, B; C (D (E)), F",
    ]
)


@settings(max_examples=120, deadline=None)
@given(st.lists(LINES, max_size=25))
def test_any_order_of_lines_reads_without_fault_and_every_span_lies_in_its_block(lines):
    document = read_bytes("any.txt", ("Paper\n\n" + "\n\n".join(lines)).encode())
    found = recognise(document)
    spans = [s for row in (*found.people, *found.items, *found.questions, *found.undertakings) for s in row.spans]
    for span in spans:
        assert 0 <= span.start < span.end <= len(document.blocks[span.block].text)
    for item in found.items:
        assert 0 <= item.first <= item.last < len(document.blocks)
    for one in found.restrictions:
        assert 0 <= one.first <= one.last < len(document.blocks)
    assert found == recognise(document)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=12), st.sampled_from(list(BlockKind)))
def test_any_text_reads_without_fault(texts, kind):
    texts = [" ".join(t.split()) for t in texts]
    blocks = tuple(Block(i, kind, t, marker="1." if i % 3 else "") for i, t in enumerate(t for t in texts if t))
    recognise(ReadDocument("any.txt", "text", blocks))


def test_the_others_are_members_where_only_the_chair_stands_above():
    text = (
        "Presiding: G C Shields\n\nOther Members Present: P J Bates J Campbel Mrs C Elatter\n\nOfficers Present: J A McLaugh "
        "(Chief Executive)\n\n1 Minutes\n\nAgreed.\n\n2 Planning\n\nNone.\n"
    )
    found = people(text, head="SORN DISTRICT COUNCIL\n\nMinutes of the Meeting held on 13 September 2011\n\n")
    assert [facts[0] for facts in found.values()] == ["member"] * 4 + ["officer"]


def test_apologies_told_under_their_title_alone():
    text = "1. APOLOGY FOR ABSENCE -\n\nThis was received from Councillor J.C. Birde.\n\n2. POOLS\n\nNone.\n"
    assert people(text)["J.C. Birde"][0] == "apologies"


def test_posts_in_a_column_of_their_own_under_its_heading():
    text = (
        "Present\nName\tTitle\nNicola Aldham\tIndependent Member (Chair)\nRhys Bevan\tIndependent Member\n\nIn Attendance\n"
        "Name\tRole\nDai Evans\tDirector of Nursing\n\nQS21/01 Welcome\nAll were.\n\nQS21/02 Minutes\nAgreed.\n"
    )
    found = people(text, head="Minutes of the Quality Committee\nHeld on 9 March 2021\n\n")
    assert {name: facts[:2] for name, facts in found.items()} == {
        "Nicola Aldham": ("member", "Chair"),
        "Rhys Bevan": ("member", "Independent Member"),
        "Dai Evans": ("officer", "Director of Nursing"),
    }


def test_who_chaired_a_public_meeting():
    text = (
        "About 45 residents attended. The meeting was chaired by Rev Anna Quill.\n\nParking\n\nResidents complained about vans "
        "and the noise they make.\n\nAny other business\n\nThere was nothing more to say that evening.\n\nNext meeting\n\nIn June.\n"
    )
    assert people(text, head="Notes of public meeting – 14th March 2017\n\n")["Anna Quill"][0] == "member"


def test_a_county_councillor_is_a_visitor_to_a_town():
    head = "BRACKEN TOWN COUNCIL\nMinutes of the Full Council meeting held on 11th April 2022\n\n"
    text = "Present: Cllrs A Arrow (Mayor), B Bowness\nAlso present: County Cllr I Ibis\n\n112/22 Minutes\nAgreed.\n\n113/22 Finance\nNone.\n"
    assert people(text, head=head)["I Ibis"][0] == "other_member"


def test_those_welcomed_keep_the_whole_of_a_portfolio():
    text = (
        "1. Bins\n\nThe Chair welcomed Councillor Cara Wild, Cabinet Member for Climate, Matt Wake, Director of Place, and "
        "Clare Cutler, Operational Manager, to the meeting.\n\n2. Buses\n\nNone.\n"
    )
    found = people(text)
    assert [found[name][1] for name in ("Cara Wild", "Matt Wake", "Clare Cutler")] == [
        "Cabinet Member for Climate",
        "Director of Place",
        "Operational Manager",
    ]


def test_the_star_of_a_legend_in_brackets_marks_those_who_came():
    text = (
        "Elected Members:\n(* = present)\n* Nick Darl\n* Bern Muir (Chairman)\n  Rob Ever OBE\n* Abby Kings\n\n"
        "1. Apologies\n\nApologies were received from Rob Ever.\n\n2. Buses\n\nNone.\n"
    )
    found = people(text)
    assert {name: facts[0] for name, facts in found.items()} == {
        "Nick Darl": "member",
        "Bern Muir": "member",
        "Abby Kings": "member",
        "Rob Ever": "apologies",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Agenda item\n\nFerry Stage\n\nThe Chair reported that the stage was shut. Ms Pell spoke of the two ferries.\n",
        "Issue - meetings\n\nMeeting: 05/12/2022 - Highways Panel (Item 48)\n\nTo hear any questions.\n\n"
        "Dana Pell asked if the stage would be mended. The Director confirmed that it would.\n",
        "Ferry Stage\n\nMinutes: The Committee heard from the Harbour Master about the stage at Weatherby and the two winters "
        "that it had stood empty. It was explained that the piles had rotted and that new ones were being sawn.\n",
    ],
)
def test_the_page_of_one_item_with_what_was_minuted_is_minutes(text):
    assert recognise(read_bytes("page.txt", text.encode())).kind is DocumentKind.MINUTES


def test_the_page_of_one_item_without_minutes_is_none():
    text = "Agenda item\n\nFerry Stage\n\nTo consider the state of the stage.\n"
    assert recognise(read_bytes("page.txt", text.encode())).kind is not DocumentKind.MINUTES


def test_portfolios_in_brackets_where_the_leader_bears_that_word():
    found = people(
        "1. POOLS\n\nThey were cold.\n",
        "CABINET\n\nMinutes of the meeting held on 3 May 2016\n\nPresent: Councillors Dale (Leader), Ebb (Deputy Leader, Finance), "
        "Green (Housing), Hick (Climate and Transport)\n\n",
    )
    assert found["Councillor Green"] == ("member", "Housing", None)
    assert found["Councillor Hick"] == ("member", "Climate and Transport", None)


def test_titles_of_welsh_boroughs_and_names():
    found = people(
        "1. POOLS\n\nThey were cold.\n",
        "Minutes of the Leisure Panel held on 3 May 2016\n\nPresent: County Borough Councillor M Cadwal – Chair\n\nOfficers in "
        "attendance\nMrs Non Elis – Head of Pools\n\n",
    )
    assert found["M Cadwal"][0] == "member"
    assert found["Non Elis"] == ("officer", "Head of Pools", None)


def test_representatives_on_a_pension_board_are_its_members():
    found = people(
        "1. POOLS\n\nThey were cold.\n",
        "Notes of the meeting of the Local Pension Board held on 3 May 2016\n\nScheme member representatives: Paul Denn (Chair), Gita Rave\n\n"
        "Employer representatives: Cllr Fay Wint, Miriam Acht (Sarn Academies Trust)\n\nOfficers: Sandra Mbe (Head of Pensions)\n\n",
    )
    assert {name: capacity for name, (capacity, *_) in found.items()} == {
        "Paul Denn": "member", "Gita Rave": "member", "Fay Wint": "member", "Miriam Acht": "member", "Sandra Mbe": "officer",
    }  # fmt: skip


def test_notes_of_a_session_and_a_list_that_opens_with_also():
    made = skeleton(
        read_bytes(
            "m.txt",
            b"Sarn District Council\n\nTask and Finish Group: Ponds\nEvidence session 3 - notes of discussion\nHeld on 4 November 2016, 6pm\n\n"
            b"Group members: Cllr Lucy Ard (lead member), Cllr Bob Hext\n\nAlso: Town Clerk (Mr S Blun), Deputy Town Clerk (Mrs T Even)\n\n"
            b"Ponds\n\nCllr Hext asked how deep it was. Mr Blun said that it was very deep.\n",
        )
    )
    assert made.kind is DocumentKind.MINUTES
    found = {p.name: (p.capacity.value, p.post) for p in made.people}
    assert found["Lucy Ard"][0] == found["Bob Hext"][0] == "member"
    assert found["S Blun"] == ("officer", "Town Clerk")
    assert found["T Even"] == ("officer", "Deputy Town Clerk")


def test_the_commissioner_is_not_who_works_in_the_office_of_one():
    made = skeleton(
        read_bytes(
            "m.txt",
            b"Minutes of the Sarn Police and Crime Panel held on 3 May 2016\n\nPresent: Councillors A Marl (Chairman) and H Nettle\n\nAlso in "
            b"attendance:\nDom Hall, Police and Crime Commissioner\nRuth Ebb, Chief Executive, Office of the Police and Crime Commissioner "
            b"(OPCC)\n\n1. PONDS\n\nThey were deep.\n",
        )
    )
    assert made.who("The Commissioner", 4).name == "Dom Hall"
