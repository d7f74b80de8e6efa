"""Pages of a committee system: headings without numbers, references of any form, and pages of a single item."""

import pytest

from scrutiny_desk.reading import read_bytes
from scrutiny_desk.recognition.skeleton import skeleton


def made(text):
    return skeleton(read_bytes("page.txt", text.encode()))


def found(text):
    return [(i.number, i.title) for i in made(text).items]


HEAD = (
    "Agenda and minutes\n\nOverview Board - Monday 22nd April 2024 6.00 p.m.\n\nVenue: Park Suite - Parkview. View directions\n\n"
    "Contact: Petra Lowe\n\nNo. Item\n\n"
)


def test_titles_without_numbers_or_the_word_minutes():
    text = HEAD + (
        "Apologies for Absence and Named Substitutes\n\nApologies were submitted on behalf of Councillor M. E. Orchard.\n\n"
        "Housing Repairs - Progress Update pdf icon PDF 166 KB\n\nAdditional documents:\n\nThe Head of Housing introduced the "
        "report which provided details of the last six months.\n\nWork Programme\n\nTo consider the work programme.\n\n"
        "Members agreed that a site visit be added.\n"
    )
    assert found(text) == [
        (None, "Apologies for Absence and Named Substitutes"),
        (None, "Housing Repairs - Progress Update"),
        (None, "Work Programme"),
    ]


def test_titles_run_together_with_the_agendas_words():
    text = (
        "Agenda, decisions and minutes\n\nVenue: Town Hall, Whitecliff\n\nNo. | Item | |\n---|---|---|\n"
        "APOLOGIES FOR ABSENCE To receive any apologies for absence. Additional documents: Minutes: There were none. |\n||\n"
        "DECLARATIONS OF INTERESTS PDF 215 KB Members are reminded to consider the categories of interest.\n"
        "Additional documents: Minutes: There were no declarations. |\n||\n"
        "ANNOUNCEMENTS FROM THE MAYOR Additional documents: Minutes: Councillor Una Field asked when the count would end. |\n"
    )
    assert [title for _, title in found(text)] == [
        "APOLOGIES FOR ABSENCE",
        "DECLARATIONS OF INTERESTS",
        "ANNOUNCEMENTS FROM THE MAYOR",
    ]


def test_references_with_letters_on_a_line_of_their_own():
    text = (
        HEAD
        + "18-19/FRA/1\n\nApologies\n\nMinutes:\n\nThere were none.\n\n18-19/FRA/2\n\nMembership\n\nMinutes:\n\nNo change.\n"
    )
    assert found(text) == [("18-19/FRA/1", "Apologies"), ("18-19/FRA/2", "Membership")]


def test_the_page_of_one_issue():
    page = made(
        "Issue - meetings\n\nTree Strategy Review\n\nMeeting: 03/12/2014 - Overview Board (Item 78)\n\n78 Tree Strategy Review "
        "pdf icon PDF 154 KB\n\nMinutes:\n\nCouncillor A. Vine asked how many trees had been felled."
    )
    assert [(i.number, i.title) for i in page.items] == [("78", "Tree Strategy Review")]
    assert (page.meeting.committee, page.meeting.date) == ("Overview Board", "2014-12-03")


def test_an_issue_of_several_meetings_is_of_none_for_sure():
    page = made(
        "Issue - meetings\n\nTree Strategy Review\n\nMeeting: 03/12/2014 - Overview Board (Item 78)\n\nMinutes:\n\nNoted.\n\n"
        "Meeting: 04/02/2015 - Cabinet (Item 9)\n\nMinutes:\n\nAgreed."
    )
    assert (page.meeting.committee, page.meeting.date) == (None, None)


@pytest.mark.parametrize("prefix", ["ITEM 1: ", "Item 1: ", "Agenda Item 1 "])
def test_the_word_item_is_no_part_of_a_number(prefix):
    text = f"Notes of the Sorn Panel\nAttendance:\nCllr Jo Amber (Chair)\n\n{prefix}WELCOME\n\nAll were welcome.\n\n{prefix.replace('1', '2')}WORK PROGRAMME\n\nNoted.\n"
    assert found(text) == [("1", "WELCOME"), ("2", "WORK PROGRAMME")]


def test_a_page_that_opens_with_the_number_of_its_item():
    text = "84 Questions from Members PDF 122 KB\n\nTo deal with questions of which notice has been given.\n\nMinutes:\n\nThere were none.\n"
    assert found(text) == [("84", "Questions from Members")]


def test_the_number_that_the_link_names_tells_the_title():
    text = (
        "Issue - meetings\n\nMAIN ITEM 3\n\nMeeting: 19/06/2019 - Audit Committee (Item 22)\n\n22 Half Year Report pdf icon PDF 140 "
        "KB\n\nMinutes:\n\nThe report was noted.\n"
    )
    assert found(text) == [("22", "Half Year Report")]


def test_the_first_words_of_a_sentence_on_a_line_of_their_own_are_no_title():
    text = HEAD + "1.\n\nHow will\n\nthe fund help those who look after ponds?\n\n2.\n\nHow can\n\nthe pond be kept?\n"
    assert all(title not in ("How will", "How can") for _, title in found(text))
