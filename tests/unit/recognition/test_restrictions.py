"""Words of restriction: what they cover, and who may see the paper."""

import pytest

from scrutiny_desk.domain.documents import Classification
from scrutiny_desk.reading import read_bytes
from scrutiny_desk.recognition.skeleton import skeleton

HEAD = "MINUTES of the Scrutiny Committee held on 3 May 2016\n\nPresent: Councillors A Bell (Chair) and B Cole\n\n"
OPEN = "1. RIVERS\n\nThe Committee noted the report, which was public.\n\n"
SECRET = "3. LAND AT MILL LANE\n\nThe Committee considered the price of the land.\n\n"


def made(text, head=HEAD, name="m.txt"):
    return skeleton(read_bytes(name, (head + text).encode()))


def covered(text, head=HEAD):
    paper = made(text, head)
    return {paper.document.blocks[o].text for r in paper.restrictions for o in range(r.first, r.last + 1)}, paper


def test_minutes_without_a_word_of_restriction_are_public():
    paper = made(OPEN)
    assert paper.classification is Classification.PUBLIC and paper.restrictions == ()


def test_excluding_the_public_covers_what_follows():
    text = OPEN + (
        "2. EXCLUSION OF THE PRESS AND PUBLIC\n\nRESOLVED that the press and public be excluded for the following item since it "
        "involved exempt information as defined in paragraph 3 of Part 1 of Schedule 12A to the Act.\n\n"
    )
    blocks, paper = covered(text + SECRET)
    assert "The Committee considered the price of the land." in blocks
    assert "LAND AT MILL LANE" in blocks
    assert "The Committee noted the report, which was public." not in blocks
    [one] = paper.restrictions
    assert one.classification is Classification.EXEMPT and one.paragraph == "3"
    assert paper.classification is Classification.PUBLIC


def test_nothing_excluded_nothing_covered():
    text = (
        OPEN
        + "2. EXCLUSION OF THE PRESS AND PUBLIC\n\nThere were no exempt items and the public remained.\n\n"
        + SECRET
    )
    assert covered(text)[0] == set()


def test_the_public_come_back():
    text = OPEN + (
        "2. PRIVATE MATTERS\n\nRESOLVED: That the public be excluded from the meeting.\n\n" + SECRET + "4. CLOSE\n\n"
        "The press and public were readmitted to the meeting.\n\nThe Chair thanked all.\n\n"
    )
    blocks, _ = covered(text)
    assert "The Committee considered the price of the land." in blocks
    assert "The Chair thanked all." not in blocks


@pytest.mark.parametrize(
    ("mark", "level"),
    [
        (
            "NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972",
            "exempt",
        ),
        ("EXEMPT MINUTES", "exempt"),
        ("CONFIDENTIAL", "confidential"),
        ("Part 2 (Private)", "exempt"),
    ],
)
def test_a_mark_in_the_head_covers_the_whole_paper(mark, level):
    paper = made(OPEN, head=f"{mark}\n\n{HEAD}")
    assert paper.classification.value == level
    assert (paper.restrictions[0].first, paper.restrictions[0].last) == (0, len(paper.document.blocks) - 1)


def test_a_marked_item_covers_itself():
    blocks, paper = covered(
        OPEN + "2. LEASE OF THE DEPOT (EXEMPT)\n\nThe rent was agreed.\n\n" + "3. PARKS\n\nThe parks were noted.\n\n"
    )
    assert "The rent was agreed." in blocks and "The parks were noted." not in blocks


def test_talk_of_confidence_restricts_nothing():
    text = (
        OPEN
        + "2. HELPLINE\n\nThe helpline was confidential, and its numbers were not exempt from scrutiny by the public.\n\n"
    )
    assert covered(text)[0] == set()


def test_letters_and_hearings_are_unknown_until_a_person_says():
    letter = "Dear Councillor Bell\n\nI write about the rivers.\n\nYours sincerely\n\nDana Pell\nNetwork Manager\n"
    paper = made(letter, head="")
    assert paper.kind == "correspondence" and paper.classification is Classification.UNKNOWN
