"""Printed words and who they mean: one person only, and nobody guessed."""

import pytest

from scrutiny_desk.domain.people import Capacity
from scrutiny_desk.recognition.names import printed_name
from scrutiny_desk.recognition.speakers import Speakers


@pytest.fixture
def speakers():
    made = Speakers()
    rows = [
        ("Councillor R Marl", Capacity.MEMBER, "Chairman"),
        ("Councillor J H Tolland", Capacity.MEMBER, None),
        ("Councillor P Vane", Capacity.MEMBER, None),
        ("Councillor T Vane", Capacity.MEMBER, None),
        ("Mr C Marten", Capacity.WITNESS, "Commissioning Director (West)"),
        ("Ms A Deane", Capacity.OFFICER, "Assistant Director of Parks"),
        ("Nigel Den", Capacity.WITNESS, "Interim Consultant for Early Help"),
        ("Mr P Vale", Capacity.OFFICER, "Executive Engineer, Roads"),
        ("Mr D Toom", Capacity.OFFICER, "Senior Executive Engineer, Housing"),
        ("Mr R Marl", Capacity.OFFICER, "Clerk"),
    ]
    for name, capacity, post in rows:
        made.add(printed_name(name), capacity, post=post)
    made.chairs.append(0)
    for index, person in enumerate(made.people):
        made.default_initials(index, person.name)
    return made


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Councillor Janet Tolland", "J H Tolland"),
        ("Mrs Tolland", "J H Tolland"),
        ("Mr Marten", "C Marten"),
        ("Chris Marten, the Commissioning Director (West)", "C Marten"),
        ("Cllr P. Vane", "P Vane"),
        ("The Director", "C Marten"),
        ("the Director's", "C Marten"),
        ("The consultant", "Nigel Den"),
        ("the Interim Consultant", "Nigel Den"),
        ("the Assistant Director", "A Deane"),
        ("The Executive Engineer", "P Vale"),
        ("the Senior Executive Engineer", "D Toom"),
        ("ND", "Nigel Den"),
        ("Nigel", "Nigel Den"),
        ("Councillor Marl", "R Marl"),
        ("The Chairman", "R Marl"),
    ],
)
def test_words_that_mean_one_person(speakers, label, name):
    who = speakers.who(label, None)
    assert (who.name, who.label) == (name, label)
    assert speakers.people[who.person_id].name == name


@pytest.mark.parametrize(
    "label", ["A Member", "Members", "The Committee", "officers", "Councillor Vane", "Witnesses", "the Engineer"]
)
def test_words_that_mean_nobody_for_sure(speakers, label):
    who = speakers.who(label, None)
    assert who.name is None and who.person_id is None and who.label == label


def test_a_councillor_and_an_officer_of_one_name_stay_two(speakers):
    assert speakers.who("Councillor Marl", None).person_id == 0
    assert speakers.who("Mr Marl", None).person_id == 9


def test_a_name_that_no_list_holds_is_its_own(speakers):
    who = speakers.who("Councillor Quill", None)
    assert (who.name, who.person_id) == ("Councillor Quill", None)


def test_an_unlisted_answerer_becomes_a_witness(speakers):
    who = speakers.answerer("Ms Harper", None)
    assert speakers.people[who.person_id].capacity is Capacity.WITNESS
    assert speakers.answerer("Ms Harper", None).person_id == who.person_id


def test_a_chair_that_changed_hands_names_nobody(speakers):
    speakers.chair_changed = True
    assert speakers.who("The Chairman", None).name is None


def test_a_slip_of_the_pen_is_the_same_person(speakers):
    speakers.add(printed_name("John Eastley"), Capacity.WITNESS)
    assert speakers.who("Jon Eastley", None).name == "John Eastley"
    assert speakers.who("Simon Eastley", None).name == "Simon Eastley"


def test_the_fuller_name_wins_and_the_other_stays_an_alias(speakers):
    index = speakers.add(
        printed_name("Christopher Marten"), Capacity.WITNESS, post="Director", organisation="Vale County Council"
    )
    person = speakers.people[index]
    assert index == 4 and person.name == "Christopher Marten" and "C Marten" in person.aliases
    assert person.post == "Commissioning Director (West)" and person.organisation == "Vale County Council"


def test_those_there_outweigh_apologies(speakers):
    first = speakers.add(printed_name("Councillor S Murr"), Capacity.APOLOGIES)
    speakers.add(printed_name("Councillor S Murr"), Capacity.MEMBER)
    assert speakers.people[first].capacity is Capacity.MEMBER


def test_who_is_being_questioned(speakers):
    assert set(speakers.witnesses_in(3)) == {4, 6}
    speakers.question(3, 5)
    assert speakers.witnesses_in(3) == (5,)
    assert speakers.witnesses_in(4) == ()


def test_letters_stand_for_the_one_post_that_they_shorten(speakers):
    index = speakers.add(printed_name("Donna Marsh"), Capacity.WITNESS, post="Police and Crime Commissioner")
    assert speakers.who("PCC", None).person_id == index
    speakers.add(printed_name("Dan Orr"), Capacity.WITNESS, post="Planning and Climate Coordinator")
    assert speakers.who("PCC", None).name is None


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("The PCC", "John Tarn"),
        ("the Deputy PCC", "Ann Crick"),
        ("The ACC", "Mark Fair"),
        ("the Assistant Chief Constable", "Mark Fair"),
        ("The Section 151 Officer", "L Vaughan"),
        ("ACFO", "G Frob"),
        ("the DCFO", "Ian Rush"),
        ("the s151 Officer", "L Vaughan"),
        ("The Democratic Services Officer", "C Tull"),
    ],
)
def test_posts_by_letters_rank_or_one_of_two_joined(label, name):
    made = Speakers()
    for words, post in [
        ("John Tarn", "Police and Crime Commissioner (PCC)"),
        ("Ann Crick", "Deputy PCC"),
        ("ACC Mark Fair", None),
        ("Mr L Vaughan", "Chief Officer, Finance and Section 151 Officer"),
        ("C Tull", "Senior Democratic Services Officer"),
        ("G Frob", "Assistant Chief Fire Officer (Service Support)"),
        ("DCFO Ian Rush", None),
    ]:
        made.add(printed_name(words), Capacity.OFFICER, post=post)
    assert made.who(label, None).name == name


def test_a_deputy_by_letters_is_no_name():
    assert printed_name("Deputy PCC") is None
    assert printed_name("Deputy Le Brun") is not None
