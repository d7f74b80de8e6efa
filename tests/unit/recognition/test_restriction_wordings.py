"""Papers in the wordings councils use: what is withheld is withheld, and what merely speaks of it stays open."""

import pytest

from scrutiny_desk.domain.documents import Classification
from scrutiny_desk.reading import read_bytes
from scrutiny_desk.recognition import recognise

MINUTES = """HALLBOROUGH BOROUGH COUNCIL

OVERVIEW AND SCRUTINY COMMITTEE

MINUTES of the meeting held on Tuesday 3 May 2016 at 7.00 pm in the Town Hall

Present: Councillors A Bell (Chair), B Cole and D Marsh

"""
LIBRARIES = """1. LIBRARIES

Councillor Cole asked how many libraries had closed. The Director replied that OPEN WORDS.

"""
MATTER = """Councillor Marsh asked what price was offered. The Director replied that SECRET WORDS were offered.

"""
LAND = f"LAND AT MILL LANE\n\n{MATTER}"
PARKS = """3. PARKS

The parks were noted: MORE OPEN WORDS.

"""
REPORT = """Report to: Cabinet

Date: 12 July 2018

Report of: Director of Place

Title: Disposal of land at Mill Lane

"""
BODY = """1. Purpose of the report

1.1 To seek approval for the sale of the land for SECRET WORDS.

2. Recommendation

2.1 That the sale be approved.

"""
OPEN_BODY = BODY.replace("SECRET", "OPEN")


def recognised(text, name="paper.txt"):
    paper = read_bytes(name, text.encode())
    return paper, recognise(paper)


def levels(text, words, name="paper.txt"):
    """How strictly each block with these words in it is held."""
    paper, found = recognised(text, name)
    order = list(Classification)
    return {
        max(
            [found.classification, *(r.classification for r in found.restrictions if r.first <= b.order <= r.last)],
            key=order.index,
        )
        for b in paper.blocks
        if words in b.text
    }


@pytest.mark.parametrize(
    "mark",
    [
        "NOT FOR PUBLICATION by virtue of paragraph 3 of Part I of Schedule 12A of the Local Government Act 1972",
        "Not for publication by virtue of paragraphs 1 and 2 of Part I of Schedule 12A",
        "RESTRICTED",
        "PRIVATE",
        "PART II",
        "(PINK PAPERS)",
        "Classification: Exempt - paragraph 3",
        "Exempt: Yes",
        "Is this report exempt from publication? Yes - Paragraph 3, Part 1 Schedule 12A Local Government Act 1972",
        "Public or Private: Private",
        "Access to Information: This report contains exempt information within paragraph 3 of Schedule 12A and is not for publication",
        "EXEMPT REASON 6",
        "Not for publication by virtue of paragraphs 6 and 8 of Part 1 of Schedule 7A of the Local Government (Scotland) Act 1973",
        "NOT FOR PUBLICATION: exempt information as defined in Paragraph 14 of Part 4 of Schedule 12A",
        "RESTRICTED: Exempt by virtue of paragraph 3 of Part 1 of Schedule 6 of the Local Government Act (Northern Ireland) 2014",
        "This report is exempt by reason of paragraph 3 of Schedule 12A",
        "EXEMPT INFORMATION",
        "OFFICIAL-SENSITIVE",
        "OFFICIAL – SENSITIVE",
        "This report is not for publication as it contains information relating to the financial affairs of a company",
        "Report status: Exempt (para 3)",
        "(EXEMPT - Paragraphs 1, 2 & 3)",
        "NOT FOR PUBLICATION UNTIL 1 JUNE 2019",
        "Exempt by virtue of Paragraph(s) 3 of Part 1 Schedule 12A of the Local Government Act 1972",
        "Agenda item 14 (Exempt)",
        "E X E M P T",
        "NID I'W GYHOEDDI",
        "Exempt/Confidential: Yes",
    ],
)
def test_a_report_that_says_so_is_exempt_as_a_whole(mark):
    for text in (f"{mark}\n\n{REPORT}{BODY}", f"{REPORT}{mark}\n\n{BODY}"):
        assert recognised(text)[1].classification is Classification.EXEMPT
        assert levels(text, "SECRET WORDS") == {Classification.EXEMPT}


@pytest.mark.parametrize("mark", ["PRIVATE AND CONFIDENTIAL", "STRICTLY PRIVATE AND CONFIDENTIAL", "CONFIDENTIAL"])
def test_confidential_is_the_stricter_sort(mark):
    assert recognised(f"{mark}\n\n{REPORT}{BODY}")[1].classification is Classification.CONFIDENTIAL


@pytest.mark.parametrize(
    "words",
    [
        "EXEMPT: NO",
        "Exempt information: None",
        "Part 2: none",
        "Confidential: No",
        "Exempt appendices: None",
        "Is this report exempt? No",
        "FOR GENERAL RELEASE",
        "Public or Private: Public",
        "Private Sector Housing Strategy",
        "Restricted Parking Zones",
        "Confidential Reporting Policy",
        "This report does not contain exempt information.",
        "This decision is exempt from call-in.",
        "There is no exempt or confidential information in this report",
        "This report is PUBLIC",
        "NOT EXEMPT",
        "Not for publication: No",
        "PART A",
        "Part 1 - Public",
        "Reason for exemption: N/A",
        "Exemption from publication: none applies",
        "OFFICIAL",
        "Open to the public: Yes",
        "For publication [Do not include information which is exempt or confidential]",
    ],
)
def test_a_report_that_merely_speaks_of_it_stays_public(words):
    text = f"{REPORT}{words}\n\n{OPEN_BODY}"
    assert levels(text, "OPEN WORDS") == {Classification.PUBLIC}


def test_a_report_tells_it_at_its_very_end():
    told = "3. Access to information\n\n3.1 This report is exempt from publication as it tells of a company.\n\n"
    assert levels(REPORT + BODY + told, "SECRET WORDS") == {Classification.EXEMPT}
    assert levels(f"{REPORT}{BODY}NOT FOR PUBLICATION\n\n", "SECRET WORDS") == {Classification.EXEMPT}


def test_what_a_report_says_of_some_words_in_it_is_held_until_a_person_looks():
    told = "3. Legal\n\n3.1 The price is exempt information within paragraph 3 of Schedule 12A.\n\n"
    assert levels(REPORT + BODY + told, "SECRET WORDS") == {Classification.UNKNOWN}


APPENDICES = "Appendix A\n\nThe plan: OPEN WORDS.\n\nAppendix B\n\nThe bids: SECRET WORDS.\n\n"


@pytest.mark.parametrize(
    "words",
    [
        "Appendix B is exempt by virtue of paragraph 3 of Part 1 of Schedule 12A",
        "Appendix B is exempt",
        "This report is public but Appendix B is not for publication",
        "Exempt: Appendix B only (paragraph 3)",
    ],
)
def test_an_exempt_appendix_is_withheld_and_its_report_is_not(words):
    text = f"{REPORT}{words}\n\n{OPEN_BODY}{APPENDICES}"
    assert levels(text, "OPEN WORDS") == {Classification.PUBLIC}
    assert levels(text, "SECRET WORDS") == {Classification.EXEMPT}


@pytest.mark.parametrize("words", ["This report and Appendix B are exempt", "The report and its appendices are exempt"])
def test_a_report_that_is_exempt_with_its_appendix_is_exempt(words):
    assert Classification.PUBLIC not in levels(f"{REPORT}{words}\n\n{BODY}{APPENDICES}", "WORDS")


@pytest.mark.parametrize("heading", ["NOT FOR PUBLICATION - APPENDIX 2", "CONFIDENTIAL APPENDIX", "EXEMPT ANNEX 1"])
def test_an_appendix_bound_in_is_withheld_from_its_heading_on(heading):
    text = f"{REPORT}{OPEN_BODY}{heading}\n\nThe bids: SECRET WORDS.\n\n"
    assert levels(text, "OPEN WORDS") == {Classification.PUBLIC}
    assert Classification.PUBLIC not in levels(text, "SECRET WORDS")


def test_a_list_of_appendices_withholds_nothing():
    listed = "3. Appendices\n\nAppendix 1 - Site plan\n\nAppendix 2 - Bids (exempt)\n\n"
    assert levels(REPORT + OPEN_BODY + listed, "OPEN WORDS") == {Classification.PUBLIC}


@pytest.mark.parametrize(
    "words",
    [
        "2. EXCLUSION OF PRESS AND PUBLIC\n\nRESOLVED: That the press and public be excluded for the following item\n\n3. ",
        "2. Exclusion of the Public\n\nIt was resolved that under Section 100A(4) of the Local Government Act 1972 the public be excluded from the meeting during consideration of the following items on the grounds that they involve the likely disclosure of exempt information as defined in Part I of Schedule 12A\n\n3. ",
        "PART II\n\n2. ",
        "PART 2 - PRIVATE\n\n2. ",
        "SECTION B - CLOSED\n\n2. ",
        "2. PRIVATE SESSION\n\nThe Committee went into private session.\n\n3. ",
        "The meeting then continued in private.\n\n2. ",
        "Members of the public and the press left the meeting at this point.\n\n2. ",
        "PART B - ITEMS NOT OPEN TO THE PUBLIC\n\n2. ",
        "ITEMS CONSIDERED IN PRIVATE\n\n2. ",
        "The Committee resolved in terms of Section 50A(4) of the Local Government (Scotland) Act 1973 to exclude the public from the meeting on the grounds that it involved the likely disclosure of exempt information as defined in paragraphs 6 and 8 of Part 1 of Schedule 7A\n\n2. ",
        "It was agreed to go into committee. Members of the public and press left.\n\n2. ",
        "CONFIDENTIAL MINUTES\n\n2. ",
        "NOT FOR PUBLICATION\n\n2. ",
        "The Committee resolved to go into confidential session.\n\n2. ",
    ],
)
def test_what_follows_is_closed(words):
    text = f"{MINUTES}{LIBRARIES}{words}{LAND}"
    assert levels(text, "OPEN WORDS") == {Classification.PUBLIC}
    assert Classification.PUBLIC not in levels(text, "SECRET WORDS")


@pytest.mark.parametrize(
    "back",
    ["The Committee resumed in open session.", "The public were re-admitted.", "The Council came out of committee."],
)
def test_until_the_public_come_back(back):
    text = f"{MINUTES}{LIBRARIES}The Committee moved into closed session.\n\n2. {LAND}{back}\n\n{PARKS}"
    assert levels(text, "OPEN WORDS") == {Classification.PUBLIC}
    assert levels(text, "SECRET WORDS") == {Classification.EXEMPT}


def test_whether_the_public_were_sent_out_or_went_home_is_for_a_person_to_say():
    text = f"{MINUTES}{LIBRARIES}The members of the public left the meeting.\n\n2. {LAND}"
    assert levels(text, "SECRET WORDS") == {Classification.UNKNOWN}


@pytest.mark.parametrize(
    "heading",
    [
        "LAND AT MILL LANE (pink papers)",
        "LAND AT MILL LANE - RESTRICTED",
        "LAND AT MILL LANE [Exempt Information - Category 3]",
        "LAND AT MILL LANE (Not for publication under paragraph 5)",
        "PRIVATE ITEM: LAND AT MILL LANE",
        "* EXEMPT: LAND AT MILL LANE",
    ],
)
def test_an_item_that_bears_a_mark_is_closed_and_the_next_is_not(heading):
    text = f"{MINUTES}{LIBRARIES}2. {heading}\n\n{MATTER}{PARKS}"
    assert levels(text, "OPEN WORDS") == {Classification.PUBLIC}
    assert levels(text, "SECRET WORDS") == {Classification.EXEMPT}


@pytest.mark.parametrize(
    "told",
    [
        "(Not for publication by virtue of paragraph 3 of Part I of Schedule 12A)",
        "[This minute contains exempt information.]",
        "(This minute is exempt from publication under paragraph 3 of Schedule 12A)",
    ],
)
def test_so_is_one_that_says_so_below_its_heading_or_at_its_end(told):
    for within in (f"{told}\n\n{MATTER}", f"{MATTER}{told}\n\n"):
        text = f"{MINUTES}{LIBRARIES}2. LAND AT MILL LANE\n\n{within}{PARKS}"
        assert levels(text, "OPEN WORDS") == {Classification.PUBLIC}
        assert levels(text, "SECRET WORDS") == {Classification.EXEMPT}


@pytest.mark.parametrize(
    "words",
    [
        "2. EXEMPT ITEMS\n\nThere were no exempt items.\n\n",
        "2. EXEMPT BUSINESS\n\nNone.\n\n",
        "2. EXCLUSION OF PUBLIC AND PRESS\n\nThere was no need to exclude the public and press.\n\n",
        "2. EXEMPT INFORMATION\n\nNo resolution was required as no exempt information was to be discussed.\n\n",
        "PART 2 - none\n\n",
        "2. LAND AT MILL LANE (EXEMPT - OPEN MINUTE)\n\nThe Committee noted the confidential report: OPEN WORDS.\n\n",
        "2. MINUTES\n\nRESOLVED: That the minutes and the exempt minutes of the meeting held on 1 April 2016 be approved.\n\n",
        "2. BUSINESS RATES EXEMPTIONS\n\nMr Lamb replied that four hundred premises were exempt under the scheme: OPEN WORDS.\n\n",
        "2. CONFIDENTIAL REPORTING\n\nCouncillor Hale asked how many calls the confidential line had: OPEN WORDS.\n\n",
        "2. PARK CLOSURES\n\nThe park was closed to the public since trees were unsafe: OPEN WORDS.\n\n",
        "2. PART 2 OF THE HOUSING ACT\n\nFour hundred were licensed: OPEN WORDS.\n\n",
        "2. PRIVATE RENTED SECTOR\n\nFour hundred landlords were registered: OPEN WORDS.\n\n",
        "2. RESTRICTED MOBILITY\n\nThe lifts were new: OPEN WORDS.\n\n",
        "2. PRESS RELEASE\n\nA press release and public notice had been issued: OPEN WORDS.\n\n",
        "2. INTERESTS\n\nCouncillor Cole declared an interest and left the meeting: OPEN WORDS.\n\n",
        "2. GUIDANCE\n\nConfidential information should never be shared by staff, the Director said: OPEN WORDS.\n\n",
        "Members of the public may be excluded from the meeting where exempt information is discussed.\n\n",
    ],
)
def test_minutes_that_merely_speak_of_it_stay_public(words):
    text = f"{MINUTES}{LIBRARIES}{words}{PARKS}"
    assert levels(text, "OPEN WORDS") == {Classification.PUBLIC}


@pytest.mark.parametrize("name", ["Exempt Appendix 2.pdf.txt", "item_9_part_ii_report.txt", "CONFIDENTIAL minutes.txt"])
def test_a_file_that_is_called_closed_is_not_taken_for_open(name):
    assert levels(REPORT + BODY, "SECRET WORDS", name) == {Classification.UNKNOWN}


@pytest.mark.parametrize(
    "name", ["Private sector housing.txt", "Non-exempt report.txt", "Public minutes of exempt item.txt"]
)
def test_a_file_whose_name_merely_sounds_like_it_is_open(name):
    assert levels(REPORT + OPEN_BODY, "OPEN WORDS", name) == {Classification.PUBLIC}


@pytest.mark.parametrize(
    ("mark", "nation", "paragraph"),
    [
        ("NOT FOR PUBLICATION by virtue of paragraph 3 of Part I of Schedule 12A", "england", "3"),
        ("NOT FOR PUBLICATION: exempt information as defined in Paragraph 14 of Part 4 of Schedule 12A", "wales", "14"),
        ("Not for publication: paragraphs 6 and 8 of Part 1 of Schedule 7A of the 1973 Act", "scotland", "6 and 8"),
        (
            "EXEMPT by virtue of paragraph 3 of Schedule 6 of the Local Government Act (Northern Ireland) 2014",
            "northern_ireland",
            "3",
        ),
        ("EXEMPT (paragraph 3)", "", "3"),
    ],
)
def test_whose_list_the_words_name(mark, nation, paragraph):
    [one] = recognised(f"{mark}\n\n{REPORT}{BODY}")[1].restrictions
    assert (one.nation, one.paragraph) == (nation, paragraph)
