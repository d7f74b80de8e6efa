"""Which printed names are one person, and above all which are not."""

from dataclasses import replace

import pytest

from scrutiny_desk.domain.documents import DocumentKind
from scrutiny_desk.domain.findings import FoundMeeting, FoundPerson
from scrutiny_desk.domain.people import Capacity, Person
from scrutiny_desk.services import exporting, people
from scrutiny_desk.services.identities import Known, Setting, better_name, company_of, identify

WEXCOMBE = "wexcombe county council"


def found(name, **more):
    return FoundPerson(name, more.pop("capacity", Capacity.MEMBER), **more)


def known(number, name, **more):
    sets = {key: frozenset(value) if isinstance(value, set) else value for key, value in more.items()}
    return Known(Person(number, name, sets.pop("aliases", ())), **sets)


SAME = {
    "a title and surname at the same meeting": (
        found("Mr Hargreave"),
        known(1, "Tom Hargreave", meetings={7}),
        Setting(7),
    ),
    "an initial in the same council": (
        found("Cllr D Ames"),
        known(1, "Dorothy Ames", bodies={WEXCOMBE}),
        Setting(None, "Wexcombe County Council"),
    ),
    "a witness of the same organisation before another council": (
        found("Maria Okafor", capacity=Capacity.WITNESS, organisation="Wexcombe Health Trust"),
        known(1, "Maria Okafor", bodies={"sandbridge borough council"}, organisations={"wexcombe health trust"}),
        Setting(None, "Wexcombe County Council"),
    ),
    "a letter that names the organisation": (
        found("Tom Hargreave", capacity=Capacity.AUTHOR),
        known(1, "Tom Hargreave", bodies={WEXCOMBE}, organisations={"wexcombe leisure trust"}),
        Setting(text="yours faithfully tom hargreave wexcombe leisure trust"),
    ),
    "minutes that give the post a letter named": (
        found("Tom Hargreave", capacity=Capacity.WITNESS, organisation="Wexcombe Leisure Trust"),
        known(1, "Tom Hargreave", text="yours faithfully tom hargreave wexcombe leisure trust"),
        Setting(9, "Wexcombe County Council"),
    ),
    "a name the user joined to it": (
        found("Christine Lowther"),
        known(1, "Christine Nuttall", aliases=("Christine Lowther",), bodies={WEXCOMBE}),
        Setting(None, "Wexcombe County Council"),
    ),
}
OTHER = {
    "a surname alone in another council": (
        found("Mr Hargreave"),
        known(1, "Tom Hargreave", bodies={"sandbridge borough council"}),
        Setting(None, "Wexcombe County Council"),
    ),
    "a surname alone where no council is named": (found("Councillor Ames"), known(1, "Dorothy Ames"), Setting()),
    "a full name in another council": (
        found("Dorothy Ames"),
        known(1, "Dorothy Ames", bodies={"sandbridge borough council"}),
        Setting(None, "Wexcombe County Council"),
    ),
    "another forename at the same meeting": (
        found("Tina Ames"),
        known(1, "Dorothy Ames", meetings={7}),
        Setting(7),
    ),
    "another initial in the same council": (
        found("Cllr P Ames"),
        known(1, "Dorothy Ames", bodies={WEXCOMBE}),
        Setting(None, "Wexcombe County Council"),
    ),
    "a full name of another organisation": (
        found("Maria Okafor", organisation="Wexcombe Health Trust"),
        known(1, "Maria Okafor", organisations={"teale coaches ltd"}),
        Setting(),
    ),
    "somebody whom another name of the same paper is already": (
        found("Mr Hargreave"),
        known(1, "Tom Hargreave", meetings={7}),
        Setting(7, taken=frozenset({1})),
    ),
    "a letter that names only a short word of the post": (
        found("Tom Hargreave"),
        known(1, "Tom Hargreave", posts={"clerk"}, bodies={WEXCOMBE}),
        Setting(text="the clerk wrote to tom hargreave"),
    ),
}


@pytest.mark.parametrize("case", SAME)
def test_one_person(case):
    person, candidate, setting = SAME[case]
    assert identify(person, [candidate], setting) == 1


@pytest.mark.parametrize("case", OTHER)
def test_two_people(case):
    person, candidate, setting = OTHER[case]
    assert identify(person, [candidate], setting) is None


def test_where_two_fit_nobody_is_chosen():
    candidates = [known(1, "Tom Hargreave", meetings={7}), known(2, "Tina Hargreave", meetings={7})]
    assert identify(found("T Hargreave"), candidates, Setting(7)) is None
    assert identify(found("Tom Hargreave"), candidates, Setting(7)) == 1


def test_company_shows_one_body_where_no_paper_names_it():
    names = ["Dorothy Ames", "E Vickers", "Harriet Quince", "Siân Yorath"]
    members = [found(name) for name in names]
    candidates = [[known(number, name, meetings={3})] for number, name in enumerate(names)]
    assert company_of(members, candidates) == {3}
    assert company_of(members[:3], candidates[:3]) == frozenset()
    setting = Setting(company=frozenset({3}))
    assert identify(members[1], candidates[1], setting) == 1
    assert (
        identify(
            replace(members[1], organisation="Police"), [replace(candidates[1][0], organisations={"trust"})], setting
        )
        is None
    )


@pytest.mark.parametrize(
    ("kept", "printed", "shown"),
    [
        ("Mr Hargreave", "T Hargreave", "T Hargreave"),
        ("T Hargreave", "Tom Hargreave", "Tom Hargreave"),
        ("Tom Hargreave", "T J Hargreave", "Tom Hargreave"),
        ("Tom Hargreave", "Mr Hargreave", "Tom Hargreave"),
    ],
)
def test_the_fuller_name_is_shown(kept, printed, shown):
    assert better_name(kept, printed) == shown


def attended(papers, name, *people_there, **meeting):
    paper = papers.Paper(name, meeting=FoundMeeting(**meeting))
    paper.item("1", f"Business of {name}")
    for person, capacity, more in people_there:
        paper.there(person, capacity, **more)
    return paper


def test_people_are_matched_across_meetings_of_one_council_and_keep_each_post(library, papers):
    council = {"body": "Wexcombe County Council", "committee": "Overview and Scrutiny Committee"}
    attended(
        papers, "june", ("Cllr D Ames", Capacity.MEMBER, {"post": "Vice-Chairman"}), date="2025-06-12", **council
    ).take_into(library)
    attended(
        papers, "july", ("Dorothy Ames", Capacity.MEMBER, {"post": "Chairman"}), date="2025-07-10", **council
    ).take_into(library)
    (person,) = exporting.as_data(library)["people"]
    assert (person["name"], person["post"]) == ("Dorothy Ames", "Chairman")
    assert "Cllr D Ames" in person["aliases"]
    assert [a["post"] for a in exporting.as_data(library)["appearances"]] == ["Vice-Chairman", "Chairman"]


def test_joining_people_is_remembered_by_the_next_import(library, papers):
    council = {"body": "Wexcombe County Council", "committee": "Cabinet"}
    attended(papers, "june", ("Christine Nuttall", Capacity.MEMBER, {}), date="2025-06-12", **council).take_into(
        library
    )
    attended(papers, "july", ("Christine Lowther", Capacity.MEMBER, {}), date="2025-07-10", **council).take_into(
        library
    )
    people.merge(library, 1, [2])
    attended(papers, "august", ("Christine Lowther", Capacity.MEMBER, {}), date="2025-08-14", **council).take_into(
        library
    )
    (person,) = exporting.as_data(library)["people"]
    assert person["name"] == "Christine Nuttall"
    assert len(people.page(library, 1).appearances) == 3


def test_parting_people_gives_each_their_own_papers(library, papers):
    council = {"body": "Wexcombe County Council", "committee": "Cabinet"}
    june = attended(papers, "june", ("Christine Nuttall", Capacity.MEMBER, {}), date="2025-06-12", **council)
    june.say("Christine Nuttall spoke.")
    june.take_into(library)
    july = attended(papers, "july", ("C Nuttall", Capacity.MEMBER, {}), date="2025-07-10", **council)
    july.say("C Nuttall spoke.")
    july.take_into(library)
    assert len(exporting.as_data(library)["people"]) == 1
    new, _change = people.split(library, 1, "C Nuttall")
    assert [a.document_id for a in people.page(library, new).appearances] == [2]
    assert [a.document_id for a in people.page(library, 1).appearances] == [1]
    library.undo()
    assert len(people.page(library, 1).appearances) == 2


def test_a_renamed_person_keeps_the_printed_name_as_an_alias(library, papers):
    attended(papers, "june", ("C Nuttall", Capacity.MEMBER, {}), date="2025-06-12", committee="Cabinet").take_into(
        library
    )
    people.rename(library, 1, "  Christine   Nuttall ")
    person = people.get(library, 1)
    assert (person.name, person.aliases) == ("Christine Nuttall", ("C Nuttall",))
    assert people.find(library, "c nuttall") == (person,)
    assert people.find(library, "Nuttall") == (person,)
    assert people.find(library, "Zebedee") == ()


def test_a_name_given_by_hand_stays_when_another_paper_prints_more(library, papers):
    council = {"body": "Wexcombe County Council", "committee": "Cabinet"}
    attended(papers, "june", ("C Nuttall", Capacity.MEMBER, {}), date="2025-06-12", **council).take_into(library)
    people.rename(library, 1, "C. Nuttall (Marl ward)")
    people.rename(library, 1, "C Nuttall")
    attended(papers, "july", ("Christine Nuttall", Capacity.MEMBER, {}), date="2025-07-10", **council).take_into(
        library
    )
    assert people.get(library, 1).name == "C Nuttall"


def test_reports_and_letters_make_no_meeting_and_keep_their_people(library, papers):
    letter = papers.Paper("letter.txt", kind=DocumentKind.CORRESPONDENCE)
    letter.say("Dear Chairman, yours faithfully, Tom Hargreave")
    letter.there("Tom Hargreave", Capacity.AUTHOR)
    letter.take_into(library)
    data = exporting.as_data(library)
    assert data["meetings"] == []
    assert data["appearances"][0]["document_id"] == 1
