"""Printed names: which words are a person, and what stays of them."""

import pytest

from scrutiny_desk.recognition.names import is_honour, printed_name


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Councillor R Penrose MBE", "R Penrose"),
        ("Cllr Mrs J H Tolland", "J H Tolland"),
        ("Siân ap Llewellyn", "Siân ap Llewellyn"),
        ("Mary-Ann O'Connor", "Mary-Ann O'Connor"),
        ("Mrs O’Brien", "Mrs O’Brien"),
        ("Baroness Finch of Hadley", "Baroness Finch of Hadley"),
        ("Ms Sekhon-Vane", "Ms Sekhon-Vane"),
        ("P.Brown", "P. Brown"),
        ("Mr. T. J. Ashby CC", "T. J. Ashby"),
        ("Lewis Fenn AM", "Lewis Fenn"),
        ("Victoria Young", "Victoria Young"),
        ("Mrs C Head", "C Head"),
        ("Tolland (J)", "J Tolland"),
        ("Deputy M.R. Le Quartier of St. Bride", "M.R. Le Quartier"),
        ("Deputy Chief Constable Moira Lennox", "Moira Lennox"),
        ("Cllr Dean Ackerby", "Dean Ackerby"),
        ("Earl Trennick", "Earl Trennick"),
    ],
)
def test_names_keep_forename_and_surname(printed, name):
    assert printed_name(printed).name == name


@pytest.mark.parametrize(
    "words",
    [
        "Young People",
        "Adult Social Care",
        "Head of Service",
        "NHS Northmarch",
        "Deputy Director",
        "the Committee",
        "Area Commander",
        "26 members of the public",
        "",
        "A",
        "Families and Education",
    ],
)
def test_posts_and_bodies_are_no_names(words):
    assert printed_name(words) is None


def test_a_shared_title_makes_a_bare_surname_a_councillor():
    assert printed_name("Galloway", titled="Councillor").name == "Councillor Galloway"
    assert not printed_name("Galloway").strong


def test_initials_follow_the_habit_of_minutes():
    assert printed_name("Siobhan Pugh-Morris").initials == "SP"
    assert printed_name("J H Tolland").initials == "JHT"


def test_title_that_is_a_post():
    assert printed_name("Borough Councillor Sandra Quill").post == "Borough Councillor"
    assert printed_name("PCSO Kerry Blaxland").post == "PCSO"
    assert printed_name("Mrs Kerry Blaxland").post is None


def test_honours():
    assert is_honour("OBE")
    assert not is_honour("NCC")
