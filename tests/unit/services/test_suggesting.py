"""Rules in words of one's own: what they find, that they only suggest, and that what is refused does not come again."""

import pytest

from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import safekeeping, suggesting, tables, tagging
from scrutiny_desk.services.suggesting import holds

MOVED, REOPENED, ROOF = 1, 2, 3
"""The questions of the minutes: families moved, the third centre, the roof of the pool."""


@pytest.fixture
def held(library, papers):
    papers.full_minutes().take_into(library)
    issue, _change = tagging.add_issue(library, "Hubs")
    return library, issue


def waiting(library, issue):
    return [offer.question_id for offer in suggesting.waiting(library, issue)]


@pytest.mark.parametrize(
    ("words", "text", "way"),
    [
        ("school transport", "The transport of pupils to school", "school transport"),
        ("“school transport”", "The transport of pupils to school", ""),
        ("“school transport”", "What does School Transport cost?", "“school transport”"),
        ('"home to school", bus pass', "the price of bus passes", "bus pass"),
        ("family", "how many families had moved", "family"),
        ("families", "each family was written to", "families"),
        ("buses", "the bus no longer calls", "buses"),
        ("cycl*", "a cycling route", "cycl*"),
        ("cycl", "a cycling route", ""),
        ("art", "the start of the party", ""),
        ("Siân", "sian replied", "Siân"),
        ("25/0124", "application 25/0124 was refused", "25/0124"),
        (" , ;", "anything", ""),
    ],
)
def test_a_rule_finds_words_as_a_person_means_them(words, text, way):
    assert holds(words, text) == way


def test_a_rule_suggests_at_once_says_why_and_tags_nothing(held):
    library, issue = held
    suggesting.add_rule(library, issue, "third centre, “new roof”")
    assert [(o.question_id, o.why) for o in suggesting.waiting(library, issue)] == [
        (REOPENED, "It holds third centre."),
        (ROOF, "It holds “new roof”."),
    ]
    assert tables.rows(library, Kind.QUESTIONS).ids(View(issue=issue)) == []
    library.undo()
    assert suggesting.waiting(library, issue) == () and suggesting.rules(library, issue) == ()


def test_the_reply_and_the_item_are_looked_at_too(held):
    library, issue = held
    suggesting.add_rule(library, issue, "family hubs")
    assert waiting(library, issue) == [MOVED, REOPENED]


def test_a_paper_that_comes_in_is_looked_at_in_the_same_step(library, papers):
    issue, _change = tagging.add_issue(library, "Hubs")
    suggesting.add_rule(library, issue, "“third centre”")
    assert waiting(library, issue) == []
    papers.full_minutes().take_into(library)
    assert waiting(library, issue) == [REOPENED]
    library.undo()
    assert waiting(library, issue) == [] and library.undo_label == "Add a rule"


def test_what_is_refused_does_not_come_again(held, papers):
    library, issue = held
    suggesting.add_rule(library, issue, '"third centre", roof')
    suggesting.refuse(library, issue, [REOPENED])
    assert waiting(library, issue) == [ROOF]
    suggesting.add_rule(library, issue, "third centre")
    assert suggesting.look(library)[0] == 0
    papers.page_of_item().take_into(library)
    assert waiting(library, issue) == [ROOF]
    assert suggesting.settled(library, issue) == {REOPENED}


def test_refusing_is_undone(held):
    library, issue = held
    suggesting.add_rule(library, issue, '"third centre", roof')
    suggesting.refuse(library, issue, [REOPENED, ROOF])
    assert waiting(library, issue) == [] and library.undo_label == "Refuse 2 suggestions"
    library.undo()
    assert waiting(library, issue) == [REOPENED, ROOF]


def test_all_are_taken_in_one_step_and_a_tag_taken_off_again_is_not_suggested_anew(held):
    library, issue = held
    suggesting.add_rule(library, issue, '"third centre", roof')
    suggesting.accept(library, issue, waiting(library, issue))
    assert sorted(tables.rows(library, Kind.QUESTIONS).ids(View(issue=issue))) == [REOPENED, ROOF]
    tagging.untag_questions(library, [issue], [ROOF])
    suggesting.look(library, issue)
    assert waiting(library, issue) == []
    library.undo()
    library.undo()
    assert waiting(library, issue) == [REOPENED, ROOF]


def test_what_is_tagged_by_hand_waits_no_longer(held):
    library, issue = held
    suggesting.add_rule(library, issue, '"third centre", roof')
    tagging.tag_questions(library, [issue], [ROOF])
    assert waiting(library, issue) == [REOPENED]


def test_questions_like_these_are_suggested_with_the_words_they_share(held, papers):
    library, issue = held
    again = papers.Paper("later.txt")
    again.item("4", "Centres")
    again.ask("A member asked when the third centre was to open.")
    again.ask("A member asked about the cost of parking in the town.")
    again.take_into(library)
    suggesting.add_likeness(library, issue, [REOPENED])
    (offer,) = suggesting.waiting(library, issue)
    assert tables.question(library, offer.question_id).text == "A member asked when the third centre was to open."
    assert offer.why.startswith("It is like “Councillor Ames wanted to know when the third centre would open again.”: ")
    assert "third, centre, open" in offer.why
    assert [told.words for told in suggesting.rules(library, issue)] == [tables.question(library, REOPENED).text]


def test_a_rule_that_is_removed_takes_its_suggestions_along_but_no_refusal(held):
    library, issue = held
    suggesting.add_rule(library, issue, '"third centre", roof')
    suggesting.refuse(library, issue, [ROOF])
    (told,) = suggesting.rules(library, issue)
    suggesting.remove_rule(library, told.rule.id)
    assert waiting(library, issue) == [] and suggesting.settled(library, issue) == {ROOF}
    library.undo()
    assert waiting(library, issue) == [REOPENED]
    assert safekeeping.check(library, full=True).well


def test_an_issue_that_goes_takes_its_rules_along(held):
    library, issue = held
    suggesting.add_rule(library, issue, "third centre")
    tagging.delete_issue(library, issue)
    assert suggesting.rules(library, issue) == () and waiting(library, issue) == []
    library.undo()
    assert len(suggesting.rules(library, issue)) == 1 and waiting(library, issue) == [REOPENED]


def test_a_rule_without_a_word_is_refused(held):
    library, issue = held
    with pytest.raises(Trouble, match="no word"):
        suggesting.add_rule(library, issue, " , “” ")


def test_what_is_tagged_with_an_issue_under_it_is_not_suggested(held):
    library, issue = held
    under, _change = tagging.add_issue(library, "Third centre", parent_id=issue)
    tagging.tag_questions(library, [under], [REOPENED])
    suggesting.add_rule(library, issue, '"third centre", roof')
    assert waiting(library, issue) == [ROOF]
