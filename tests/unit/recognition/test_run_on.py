"""Where a title that runs on into prose ends."""

import pytest

from scrutiny_desk.reading import read_bytes
from scrutiny_desk.recognition.run_on import run_on_title, titled
from scrutiny_desk.recognition.skeleton import skeleton

PROSE = "The Council received the report and thanked the Clerk for the work that had gone into it over the year."


def found(text, head="LITTLE SORN PARISH COUNCIL\n\nMinutes of the meeting held on 4 March 2014\n\n"):
    return [(i.number, i.title) for i in skeleton(read_bytes("minutes.txt", (head + text).encode())).items]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Election of Chairman It was proposed that Cllr Gather should stay.", "Election of Chairman"),
        ("Apologies for absence Apologies had been received from T Fry.", "Apologies for absence"),
        ("Risk Assessment No issues to report other than those that were known.", "Risk Assessment"),
        ("Use of the green CG asked whether anyone would film the meeting.", "Use of the green"),
        ("Clerk’s Report • The lease has been received.", "Clerk’s Report"),
        ("Correspondence 10.1 Light pollution 10.2 Street parties", "Correspondence"),
        ("Footpaths: Cllr Hemp reported that the stile was down.", "Footpaths"),
        ("Village Hall Report - PH reported that the roof was sound.", "Village Hall Report"),
        ("Election of Committee Members There being no new names, all were elected.", "Election of Committee Members"),
    ],
)
def test_the_title_ends_where_the_telling_begins(text, title):
    assert run_on_title(text)[0] == title


@pytest.mark.parametrize(
    "text",
    [
        "What did the wall cost? Ms Pell confirmed that it was four million.",
        "Following discussion It was agreed that the wall should stay.",
        "The committee noted that the wall had been built. It was sound.",
    ],
)
def test_a_question_or_a_sentence_is_no_title(text):
    assert run_on_title(text) is None


def test_nothing_to_tell_is_no_part_of_the_title():
    assert titled("Declarations of interest:   None.", heading=False) == ("Declarations of interest", True)
    assert titled("To receive apologies None.", heading=False) is None
    assert run_on_title("To receive apologies None.")[0] == "To receive apologies"


def test_the_second_half_of_a_title_stays():
    assert titled("Young people's health: waiting times", heading=True) == (
        "Young people's health: waiting times",
        False,
    )


def test_minute_books_that_have_counted_for_years():
    text = f"3331.Declarations of interest:   None.\n\n3332. Wells: {PROSE}\n\n3333.Accounts:-\n\nPaid in full.3334.Lighting:- {PROSE}"
    assert found(text) == [
        ("3331", "Declarations of interest"),
        ("3332", "Wells"),
        ("3333", "Accounts"),
        ("3334", "Lighting"),
    ]


def test_long_numbers_that_do_not_count_up_are_sums_and_years():
    assert found(f"2016. {PROSE}\n\n4800. {PROSE}\n\n1. Wells\n\n{PROSE}\n\n2. Paths\n\n{PROSE}") == [
        ("1", "Wells"),
        ("2", "Paths"),
    ]


def test_several_items_in_one_paragraph():
    text = (
        "70/17 Apologies for absence Apologies had been received from Tom Fry. 71/17 Declaration of Interest on agenda "
        "items No declarations were made. 73/17 Minutes of the meeting held on 3 May 2017\n\n"
        + PROSE
        + f"\n\n74/17 Bus shelter\n\n{PROSE}"
    )
    assert found(text) == [
        ("70/17", "Apologies for absence"),
        ("71/17", "Declaration of Interest on agenda items"),
        ("73/17", "Minutes of the meeting held on 3 May 2017"),
        ("74/17", "Bus shelter"),
    ]


def test_a_number_with_nothing_between_it_and_its_title():
    assert found(f"1.MINUTES OF JUNE MEETING\n\n{PROSE}\n\n2.COUNCILLORS' REPORTS\n\n{PROSE}") == [
        ("1", "MINUTES OF JUNE MEETING"),
        ("2", "COUNCILLORS' REPORTS"),
    ]
