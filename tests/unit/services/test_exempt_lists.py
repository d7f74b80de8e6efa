"""What may be held back, nation by nation: data that the user may correct, and that says how surely it was checked."""

import pytest

from scrutiny_desk import locations
from scrutiny_desk.domain.documents import Classification
from scrutiny_desk.domain.exemptions import Nation, nation_named, numbers
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services import documents, exempt_lists
from scrutiny_desk.services.documents import Under
from scrutiny_desk.store import restrictions

COUNTED = {"england": ["1", "7"], "wales": ["12", "18"], "scotland": ["1", "15"], "northern_ireland": ["1", "7"]}


def test_every_nation_has_its_list_and_says_how_it_was_checked():
    held = {each.nation.value: each for each in exempt_lists.lists()}
    assert set(held) == {nation.value for nation in Nation}
    for nation, (first, last) in COUNTED.items():
        printed = [one.number for one in held[nation].paragraphs]
        assert printed == [str(n) for n in range(int(first), int(last) + 1)]
        assert held[nation].verified in exempt_lists.CHECKED and held[nation].source
        assert all(one.about and len(one.about) < 90 for one in held[nation].paragraphs)


@pytest.mark.parametrize(
    ("paragraph", "nation", "told"),
    [
        ("3", "england", "paragraph 3 (about the money or business of any person, the council among them)"),
        ("13 and 99", "wales", "paragraphs 13 (likely to show who an individual is) and 99"),
        ("3", "", "paragraph 3"),
        (None, "england", ""),
    ],
)
def test_a_paragraph_explained(paragraph, nation, told):
    assert exempt_lists.explained(paragraph, nation) == told


def test_numbers_as_papers_print_them():
    assert numbers("1, 2 and 3") == ("1", "2", "3")
    assert numbers("12 to 14") == ("12", "13", "14") and numbers("1 & 3(a)") == ("1", "3")
    assert numbers(None) == () and numbers("the whole") == ()


def test_a_list_is_named_by_its_act():
    assert nation_named("paragraph 3 of Part 1 of Schedule 12A") == "england"
    assert nation_named("paragraph 14 of Schedule 12A") == "wales"
    assert nation_named("paragraph 6 of Schedule 7A") == "scotland"
    assert nation_named("Schedule 6 to the Local Government Act (Northern Ireland) 2014") == "northern_ireland"
    assert nation_named("paragraph 3") == ""


def test_the_users_own_list_is_taken_and_a_broken_one_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(locations, "data_folder", lambda: tmp_path)
    own = tmp_path / "exempt_information.toml"
    own.write_text(
        '[[list]]\nnation = "england"\nschedule = "S"\nsource = "x"\nverified = "source"\nparagraphs = [["3", "money"]]\n',
        encoding="utf-8",
    )
    assert exempt_lists.explained("3", "england") == "paragraph 3 (money)"
    own.write_text('[[list]]\nnation = "atlantis"\n', encoding="utf-8")
    with pytest.raises(Trouble, match="not complete"):
        exempt_lists.lists()


def test_a_person_names_the_paragraph_for_a_paper_and_for_some_of_its_words(library, papers):
    made = papers.full_minutes()
    made.restrict(3, 4, Classification.CONFIDENTIAL)
    made.take_into(library)
    documents.classify(library, 1, Classification.EXEMPT, under=Under("7", "england"))
    with library.read() as db:
        assert set(restrictions.paragraphs_of(db, 1, [0])) == {"7"}
        assert restrictions.classification_of(db, 1, [3]) is Classification.CONFIDENTIAL, "the stricter part stays so"
        assert restrictions.classification_of(db, 1, [5]) is Classification.EXEMPT
    documents.classify(library, 1, Classification.PUBLIC, "Published since.")
    with library.read() as db:
        assert restrictions.classification_of(db, 1, [5]) is Classification.PUBLIC
        assert restrictions.classification_of(db, 1, [3]) is Classification.CONFIDENTIAL
        assert restrictions.paragraphs_of(db, 1, [5]) == ()
    (block,) = documents.blocks(library, 1)[6:7]
    from scrutiny_desk.domain.blocks import Span

    spans = (Span(6, 0, len(block.text)),)
    documents.classify_passage(library, 1, spans, Classification.EXEMPT, under=Under("6", "scotland"))
    assert documents.class_of_passage(library, 1, spans) is Classification.EXEMPT
    (said,) = [one for one in documents.restrictions(library, 1) if one.first == 6]
    assert (said.paragraph, said.nation) == ("6", "scotland")
    library.undo()
    assert documents.class_of_passage(library, 1, spans) is Classification.PUBLIC
