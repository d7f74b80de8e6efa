"""Whose meeting, when and where; and that nothing of another meeting is taken."""

import pytest

from scrutiny_desk.reading import read_bytes
from scrutiny_desk.recognition.skeleton import skeleton

ITEMS = (
    "\n\n1. APOLOGIES\n\nThere were none.\n\n2. MINUTES\n\nRESOLVED:\n\nThat the minutes of the meeting held on 3 March 2009 be "
    "signed.\n\n3. RIVERS\n\nThe panel met on 4 April 2008 and would meet again on 9 September 2010 at 4.15 pm.\n\n"
)


def meeting(head, tail="", items=ITEMS):
    return skeleton(read_bytes("minutes.txt", (head + items + tail).encode())).meeting


def test_label_and_value_head():
    found = meeting(
        "MARLOW VALE DISTRICT COUNCIL SCRUTINY MINUTES\n\nCommittee:\tOverview Committee\tDate:\tMonday, 10 November 2014\n"
        "Place:\tCouncil Chamber, Guildhall, Marlow Vale\tTime:\t7.30 - 9.11 pm\n"
    )
    assert (found.body, found.committee, found.date) == (
        "Marlow Vale District Council",
        "Overview Committee",
        "2014-11-10",
    )
    assert (found.place, found.start, found.end) == ("Council Chamber, Guildhall, Marlow Vale", "19:30", "21:11")


@pytest.mark.parametrize(
    "head",
    [
        "MINUTES of a meeting of the Health Panel held in the Darent Room, Tannery House, Wield on Thursday, 30 January 2025.",
        "Minutes of the Health Panel meeting held on 30 January 2025 in the Darent Room, Tannery House, Wield.",
        "MINUTES OF THE HEALTH PANEL HELD IN THE DARENT ROOM, TANNERY HOUSE, WIELD ON THURSDAY 30TH JANUARY 2025",
        "Health Panel\n\nMinutes of the meeting held at 2.00 pm on 30 January 2025 in the Darent Room, Tannery House, Wield",
        "HEALTH PANEL\n\nMINUTES\n\nDate:\n30 January 2025\n\nVenue:\nDarent Room, Tannery House, Wield",
        "At a Meeting of Health Panel held in Darent Room, Tannery House, Wield on Thursday 30 January 2025 at 9.30 am",
    ],
)
def test_heads_that_tell_it_in_a_sentence(head):
    found = meeting(head + "\n\nPresent: Councillors A Bell (Chair) and B Cole")
    assert (found.committee, found.date) == ("Health Panel", "2025-01-30")
    assert found.place == "Darent Room, Tannery House, Wield"


def test_an_item_page_tells_nothing_of_its_meeting():
    text = "Agenda item\n\nRivers\n\nMinutes:\n\nAt the meeting held on 4 June 2013 at the Guildhall it was said that all was well."
    found = skeleton(read_bytes("item.txt", text.encode())).meeting
    assert (found.body, found.committee, found.date, found.start, found.end, found.place) == (None,) * 6


def test_the_link_of_an_item_page_tells_its_meeting():
    link = "Meeting of Overview and Scrutiny Committee, Thursday, 12th June, 2025 10.00 am (Item 38.)"
    text = f"Agenda item\n\nRivers\n\n{link}\n\nMinutes:\n\nMr Vane asked why."
    found = skeleton(read_bytes("item.txt", text.encode())).meeting
    assert (found.committee, found.date, found.start) == ("Overview and Scrutiny Committee", "2025-06-12", "10:00")


def test_the_close_gives_the_end():
    head = "Marlow Vale Council\n\nMinutes of the Scrutiny Panel held on 3 May 2016 at 10.00 am\n\nPresent: Councillor A Bell"
    assert meeting(head, "The meeting closed at 12.25 pm.\n").end == "12:25"


def test_two_ends_that_disagree_give_none():
    tail = "The official meeting concluded at 9.30pm.\n\nClosure. Final closure of the meeting was at 9.35pm.\n"
    assert meeting("Minutes of the Parish Meeting held on 3 May 2016", tail).end is None


def test_nothing_is_made_up_where_the_head_is_silent():
    found = meeting("MINUTES")
    assert (found.body, found.committee, found.date, found.start, found.place) == (None,) * 5


def test_a_report_names_its_committee_and_date():
    text = (
        "Report to the Care Select Committee\n\nTitle:\tCentres\nCommittee date:\tTuesday 24 May 2016\nAuthor:\tColette Mack\n"
        "Cabinet Member sign-off:\tCouncillor Zahir Moss\n\nPurpose of Agenda Item\n\nTo note what was done in 2014.\n"
    )
    made = skeleton(read_bytes("report.txt", text.encode()))
    assert made.kind == "report"
    assert (made.meeting.committee, made.meeting.date) == ("Care Select Committee", "2016-05-24")
    assert {(p.name, p.capacity.value) for p in made.people} == {
        ("Colette Mack", "author"),
        ("Zahir Moss", "cabinet_sign_off"),
    }
    assert made.items == () and made.minutes == ()


@pytest.mark.parametrize(
    ("head", "body", "committee"),
    [
        ("Minutes of the December meeting of Little Sorn Parish Council", "Little Sorn Parish Council", None),
        ("MINUTES OF LITTLE SORN PARISH COUNCIL NOVEMBER MEETING", "Little Sorn Parish Council", None),
        (
            "Minutes of the Meeting of Little Sorn parish Council held on 8 March 2011",
            "Little Sorn Parish Council",
            None,
        ),
        ("Minutes of a meeting of the above Council held on 8 March 2011", None, None),
        ("MINUTES OF SORN PARISH COUNCIL MEETING HELD AT THE CHURCH MONDAY 13th MAY 2015", "Sorn Parish Council", None),
        ("Minutes of Sorn Annual General Parish Council Meeting held on 8 March 2011", "Sorn Parish Council", None),
        ("Minutes of the January meeting of the Mill Liaison Committee", None, "Mill Liaison Committee"),
        ("Sorn Standards Board - Meeting 3 (25 March 2014)", None, "Sorn Standards Board"),
    ],
)
def test_a_month_or_a_sitting_is_no_part_of_a_name(head, body, committee):
    found = meeting(head + "\n\nPresent: Councillors A Bell (Chair) and B Cole")
    assert (found.body, found.committee) == (body, committee)


def test_a_place_behind_a_date_without_a_year():
    assert (
        meeting("Minutes of a meeting held on 19 November at the Wool Office:\n\nPresent: A Bell").place
        == "Wool Office"
    )


def test_who_closed_the_meeting_and_when():
    assert meeting("Minutes, 4 May 2016", tail="Dr Alder closed the Liaison Group meeting at 8.50pm.").end == "20:50"


def test_a_date_as_a_machine_writes_it():
    assert meeting("2017-6-20 Standards Board Meeting\n\nMinutes").date == "2017-06-20"


@pytest.mark.parametrize(
    "head",
    [
        "Minutes of meeting\n\nA meeting of Ashen Council, Homes and Care Committee was held on the 13th December 2022 in the "
        "Council Chamber, Fernlea and via MS Teams.",
        "Minutes of proceedings at a meeting of the Homes Committee\n\nHeld at the Alder Hotel on Tuesday, 13th\n\nDecember, 2022, "
        "at 2.00 p.m.",
    ],
)
def test_the_day_is_told_before_the_place_or_over_two_lines(head):
    text = (
        f"{head}\n\nPresent: Cllrs A Marl and B Nettle\n\n1. Minutes\n\nThe minutes were agreed.\n\n2. Bins\n\nNone.\n"
    )
    assert skeleton(read_bytes("m.txt", text.encode())).meeting.date == "2022-12-13"


@pytest.mark.parametrize(
    "line", ["in homes where families can keep them safe and sound", "In homes where children are safe"]
)
def test_a_line_of_prose_that_begins_with_in_is_no_place(line):
    text = f"Report of the Director of Care\n\nTo the Care Committee, 24 May 2016\n\nWe want children to live\n\n{line}\n\n"
    assert skeleton(read_bytes("m.txt", text.encode())).meeting.place is None


def test_a_line_in_capitals_that_begins_with_in_is_one():
    text = "ASHEN PARISH COUNCIL\n\nMINUTES OF THE MEETING HELD ON 3 MAY 2016\n\nIN THE VILLAGE HALL\n\n1. BINS\n\nNone.\n\n2. BUSES\n\nNone.\n"
    assert skeleton(read_bytes("m.txt", text.encode())).meeting.place == "Village Hall"


def test_both_times_at_the_close_and_a_pause_before_it():
    head = "ASHEN COUNCIL\n\nCare Committee\n\nMinutes of the meeting held on 3 May 2016"
    found = meeting(
        head, "The Committee adjourned at 5.20 p.m.\n\nMeeting commenced: 5.00 p.m.\n\nMeeting ended: 7.20 p.m."
    )
    assert (found.start, found.end) == ("17:00", "19:20")


def test_a_place_with_a_house_number_its_article_and_a_screen():
    head = "Minutes of the Care Committee held in {} on Tuesday 3 June 2025 at 7.00 pm"
    long = "the Council Chamber, Civic Centre, 4 Mill Brae, Ashen and by remote access"
    assert meeting(head.format(long)).place == "Council Chamber, Civic Centre, 4 Mill Brae, Ashen"
    assert meeting(head.format("The Old Toll House, Ashen")).place == "The Old Toll House, Ashen"


@pytest.mark.parametrize("body", ["Ashen Schools Forum", "Ashen Integration Joint Board", "South Ashen Pension Fund"])
def test_a_body_that_is_no_council_has_its_own_name(body):
    head = f"{body.upper()}\n\nAUDIT COMMITTEE\n\nMinutes of the meeting held on 3 June 2025"
    found = meeting(head)
    assert (found.body, found.committee) == (body, "Audit Committee")


def test_a_board_held_in_public():
    head = "NHS Wyre Integrated Care Board\n\nMinutes of the Board Meeting held in Public\n\nThursday 27 March 2025\n\nLune Suite, County Hotel, Garstead"
    found = meeting(head)
    assert (found.body, found.committee) == ("NHS Wyre Integrated Care Board", None)
    assert found.place == "Lune Suite, County Hotel, Garstead"


def test_a_committee_with_was_at_the_head_of_a_word():
    head = (
        "NORTH TARNE WASTE JOINT COMMITTEE\n\nMINUTES of the Meeting held at the Civic Suite on Friday 28 February 2025"
    )
    assert meeting(head).committee == "North Tarne Waste Joint Committee"


def test_both_times_and_a_pause_in_one_line_at_the_close():
    head = "ASHEN COUNCIL\n\nCare Committee\n\nMinutes of the meeting held on 3 May 2016"
    line = "The meeting commenced at 10.00am and adjourned for five minutes at 11.20am. It concluded at 12.40pm."
    found = meeting(head, line)
    assert (found.start, found.end) == ("10:00", "12:40")


@pytest.mark.parametrize(
    ("head", "body", "committee"),
    [
        ("Minutes:\n\nThe Committee considered a report on the Lower Mill.\n", None, None),
        ("BUSINESS RAISED\n\nSeat on the Safety Group\n\nMinutes:\n", None, None),
        ("84 Questions from Members of the Council\n\nMinutes:\n", None, None),
        (
            "Minutes of a Meeting of Slievemore District Council in the Council Chamber, Castle Road on Tuesday 13 May 2008\n",
            "Slievemore District Council",
            None,
        ),
        (
            "Marlow Vale District Council\n\nCommittee on the Environment\n",
            "Marlow Vale District Council",
            "Committee on the Environment",
        ),
    ],
)
def test_what_names_no_body_and_no_committee_is_none(head, body, committee):
    found = meeting(head)
    assert (found.body, found.committee) == (body, committee)
