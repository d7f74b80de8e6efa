"""Lists of people taken apart: lost separators, nested brackets, posts before and behind names."""

import pytest

from scrutiny_desk.recognition.people_lists import parse_list
from scrutiny_desk.recognition.posts import is_organisation, split_post


def rows(text, **more):
    return [(e.name.name, e.post, e.organisation) for e in parse_list(text, **more)]


def names(text, **more):
    return [e.name.name for e in parse_list(text, **more)]


def test_one_title_for_all_and_a_lost_separator_behind_a_bracket():
    text = "Councillors R Marl (Chairman, Scrutiny Committee) (Chairman) K Ash-Steel (Vice-Chairman) G Bower, Mrs J Lee and D Wix"
    found = parse_list(text)
    assert [e.name.name for e in found] == ["R Marl", "K Ash-Steel", "G Bower", "J Lee", "D Wix"]
    assert found[0].chair and found[1].vice
    assert all(e.name.councillor for e in found)


def test_nested_brackets_and_commas_stay_inside_a_post():
    assert rows(
        "D Mack (Deputy Chief Executive), S G Hall (Assistant Director (Governance & Performance)) and G. Nick (Trainee)"
    ) == [
        ("D Mack", "Deputy Chief Executive", None),
        ("S G Hall", "Assistant Director (Governance & Performance)", None),
        ("G. Nick", "Trainee", None),
    ]


def test_a_name_without_initial_ends_a_list_of_officers():
    assert rows("Ms C Inns (Director of Education) and Mackay (Acting Accountant)")[1] == (
        "Mackay",
        "Acting Accountant",
        None,
    )


def test_the_post_first_and_the_name_in_brackets():
    assert rows("Director, Community Development (Mr. G. Dell), Executive Engineer, Roads (Mr. P. Vale).") == [
        ("G. Dell", "Director, Community Development", None),
        ("P. Vale", "Executive Engineer, Roads", None),
    ]


def test_commas_within_a_post_on_a_line_of_its_own():
    text = "Mary Lorne, Cabinet Member for Children, Young People and Families\nJulie Ibbs, Director of Libraries"
    assert rows(text) == [
        ("Mary Lorne", "Cabinet Member for Children, Young People and Families", None),
        ("Julie Ibbs", "Director of Libraries", None),
    ]


def test_posts_behind_dashes_that_run_on():
    assert rows("Doreen Bell- Parish Councillor Russell Dray- Parish Councillor") == [
        ("Doreen Bell", "Parish Councillor", None),
        ("Russell Dray", "Parish Councillor", None),
    ]


def test_a_body_behind_a_name_with_no_separator():
    assert rows("Jon Mills Gravelworks Ltd") == [("Jon Mills", None, "Gravelworks Ltd")]


def test_bare_surnames():
    assert names("Councillors Collis, Galway, Rudd and Sheahy") == [
        "Councillor Collis",
        "Councillor Galway",
        "Councillor Rudd",
        "Councillor Sheahy",
    ]


def test_honours_between_commas_are_nobody():
    assert names("Mr R C Lovell, OBE, Mr D Murphy") == ["R C Lovell", "D Murphy"]


def test_initials_that_a_list_defines():
    found = parse_list("Bridget Lomas, Head of Waste Strategy (BL); Anton Reed, Service Manager (AR)")
    assert [e.initials for e in found] == ["BL", "AR"]
    assert found[0].post == "Head of Waste Strategy"


def test_a_post_before_the_name():
    assert rows("Director of Finance - Mr J Smithson\nHead of Law: Amy Stone") == [
        ("J Smithson", "Director of Finance", None),
        ("Amy Stone", "Head of Law", None),
    ]


def test_the_post_first_then_a_dash_the_name_and_a_remark():
    found = [
        parse_list(line)[0]
        for line in (
            "Lido Manager - Kathe Pursel (KP), item 3 only",
            "External Auditor - Sim Clegham (SC), Harbott LLP",
            "River Trust - Ayla Becker, Catchment Manager",
            "Ambulance Service: Chief Paramedic, Mr L Stroudley",
        )
    ]
    assert [(e.name.name, e.post, e.organisation, e.initials) for e in found] == [
        ("Kathe Pursel", "Lido Manager", None, "KP"),
        ("Sim Clegham", "External Auditor", "Harbott LLP", "SC"),
        ("Ayla Becker", "Catchment Manager", "River Trust", None),
        ("L Stroudley", "Chief Paramedic", "Ambulance Service", None),
    ]
    assert names("Director of Transport, Fenlow Buses") == []


def test_names_between_strokes():
    assert rows("Lena Brodie (Chief Accountant) / Omar Vine (Head of Property) / Sukie Trotter (Scrutiny)") == [
        ("Lena Brodie", "Chief Accountant", None),
        ("Omar Vine", "Head of Property", None),
        ("Sukie Trotter", "Scrutiny", None),
    ]


def test_a_substitute_is_listed_and_not_whom_they_stand_for():
    assert names("Cllr Brian Slade for Cllr Nigel Moor") == ["Brian Slade"]


def test_what_is_no_list_names_nobody():
    for text in ("None", "26 members of the public", "", "to be confirmed", "Homes England and Network Rail"):
        assert rows(text) == []


@pytest.mark.parametrize(
    ("words", "post", "body"),
    [
        ("Director of Children, Families and Education", "Director of Children, Families and Education", None),
        ("Chief Executive, Northmarch Hospitals NHS Trust", "Chief Executive", "Northmarch Hospitals NHS Trust"),
        ("the Flood Risk Lead at Ashen County Council", "Flood Risk Lead", "Ashen County Council"),
        ("Clerical Officer, Newbridge West", "Clerical Officer, Newbridge West", None),
        ("Contract Director, Brackwell Infrastructure", "Contract Director", "Brackwell Infrastructure"),
        ("Chair of Urban Transport, University of Caledon", "Chair of Urban Transport", "University of Caledon"),
        ("Leader of the Council", "Leader of the Council", None),
        ("Northmarch Constabulary", None, "Northmarch Constabulary"),
    ],
)
def test_post_and_body(words, post, body):
    assert split_post(words) == (post, body)


def test_a_body_is_no_post():
    assert is_organisation("Ashen County Council")
    assert not is_organisation("Council Officer")


def test_offices_before_names_with_nothing_between():
    found = rows(
        "Chairman P Amble Vice Chairman Mrs R Wick Councillors Mrs E Thorn Mrs K Moss Footpath Warden Mr B Dunn "
        "County Councillor H Vane"
    )
    assert found == [
        ("P Amble", "Chairman", None),
        ("R Wick", "Vice Chairman", None),
        ("E Thorn", None, None),
        ("K Moss", None, None),
        ("B Dunn", "Footpath Warden", None),
        ("H Vane", None, None),
    ]


def test_the_clerk_who_is_not_named_is_nobody():
    assert names("Cllrs Oram, Pyke & Tarn, County Cllr Usk & the Clerk.") == [
        "Cllr Oram",
        "Cllr Pyke",
        "Cllr Tarn",
        "Cllr Usk",
    ]
    assert rows("County Cllr R Usk & the Clerk.") == [("R Usk", None, None)]


def test_an_office_before_a_colon_ends_one_person():
    assert names("P. Mark - Chairman: D. Pick, C. Hump") == ["P. Mark", "D. Pick", "C. Hump"]


def test_two_from_one_body():
    assert rows("Cllr A Ash, Cllr B Beech, Hilda Fenn and Jack Ormond from the Harbour Trust")[2:] == [
        ("Hilda Fenn", None, "the Harbour Trust"),
        ("Jack Ormond", None, "the Harbour Trust"),
    ]


def test_a_body_in_capitals_straight_behind_a_name():
    assert rows("Warren Sloe GDS, Lena Greene, GDS (Secretariat)")[0] == ("Warren Sloe", None, "GDS")


def test_three_initials():
    assert names("Mr A H T Colbrook (Chairman), Mr S J M Clew") == ["A H T Colbrook", "S J M Clew"]


def test_initials_of_one_letter_and_the_surname():
    [found] = parse_list("Gwen Tallow (GTA) Councillor/Chairman")
    assert (found.initials, found.chair, found.name.councillor) == ("GTA", True, True)


def test_bodies_behind_names_with_lost_separators():
    found = rows(
        "Cllr T Quill, North Wexcombe District Council Cllr Mrs S Larch, Wallow Council Cllr P D Rook, Marlow Vale Borough "
        "Council (Chairman) L Heron, Wexcombe Police Authority C Swift, Marlow Vale Borough Council"
    )
    assert found == [
        ("T Quill", None, "North Wexcombe District Council"),
        ("S Larch", None, "Wallow Council"),
        ("P D Rook", "Chairman", "Marlow Vale Borough Council"),
        ("L Heron", None, "Wexcombe Police Authority"),
        ("C Swift", None, "Marlow Vale Borough Council"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Right Worshipful the Mayor Councillor O P Finch", ["O P Finch"]),
        ("Aldermen – E Teal, N Plover", ["E Teal", "N Plover"]),
        ("Y Cynghorydd / Councillor Nia Gwyn-Prys (Cadeirydd / Chair)", ["Nia Gwyn-Prys"]),
        ("PC 1234 Jackdaw, Mrs D Dace", ["Jackdaw", "D Dace"]),
        ("Cllr K Holm and B Cllr D W Ash", ["K Holm", "D W Ash"]),
        ("Metro Mayor Ed Eller", ["Ed Eller"]),
    ],
)
def test_words_before_a_title_are_no_part_of_the_name(text, expected):
    assert names(text) == expected


def test_capitals_of_an_office_are_no_initials():
    assert rows("ICT Change Officer – A Coll") == [("A Coll", "ICT Change Officer", None)]


def test_a_school_is_where_somebody_comes_from():
    assert rows("Jane Abbott (Oak Primary), Mike Dent (Fir High) – Chair") == [
        ("Jane Abbott", None, "Oak Primary"),
        ("Mike Dent", "Chair", "Fir High"),
    ]


def test_a_reason_in_brackets_is_no_post():
    assert rows("Cllr K Knott (holiday), Cllr L Linnet (Northpool)") == [
        ("K Knott", None, None),
        ("L Linnet", None, None),
    ]


@pytest.mark.parametrize(
    ("line", "name", "post"),
    [
        ("Sally Brand Head of Flood and Water Management", "Sally Brand", "Head of Flood and Water Management"),
        ("Nick Parr Flood and Water Manager", "Nick Parr", "Flood and Water Manager"),
    ],
)
def test_the_gap_before_a_post_with_and_in_it_is_lost(line, name, post):
    assert rows(line) == [(name, post, None)]


def test_two_who_share_a_bracket_behind_one_post():
    assert rows("County Manager (Mr. C. Moss), Directors of Service (Mr. P. Dole and Ms. C. Curl)") == [
        ("C. Moss", "County Manager", None),
        ("P. Dole", "Director of Service", None),
        ("C. Curl", "Director of Service", None),
    ]


def test_what_all_of_a_list_share_is_told_behind_the_last():
    assert rows("S Devane, Director; J Pell and L Gow (both Education Services)") == [
        ("S Devane", "Director", None),
        ("J Pell", None, "Education Services"),
        ("L Gow", None, "Education Services"),
    ]


def test_an_office_at_the_head_of_a_line_is_where_its_people_come_from():
    line = "Office of the Police, Fire and Crime Commissioner: Simon Dene (Chief Executive), Ann Hare (Treasurer)"
    office = "Office of the Police, Fire and Crime Commissioner"
    assert rows(line) == [("Simon Dene", "Chief Executive", office), ("Ann Hare", "Treasurer", office)]


def test_posts_with_brackets_of_their_own_before_the_names():
    text = (
        "Director of Ponds (Mrs E Carl)\nHead of Service (Ducks) (Mr D Teag)\nHead of Service (Geese) (Ms B Shan)\nMember Services "
        "Officer (CK)"
    )
    assert [(e.name.name, e.post) for e in parse_list(text)][:3] == [
        ("E Carl", "Director of Ponds"),
        ("D Teag", "Head of Service (Ducks)"),
        ("B Shan", "Head of Service (Geese)"),
    ]
