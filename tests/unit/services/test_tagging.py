"""Issues in their tree, what they are laid on, and the user's own notes."""

import pytest

from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services import documents, exporting, history, notes, tagging


@pytest.fixture
def taken(library, papers):
    papers.full_minutes().take_into(library)
    return library


def test_a_tree_of_issues_in_order(library):
    top, _ = tagging.add_issue(library, "Children")
    tagging.add_issue(library, "  Buses  ")
    under, _ = tagging.add_issue(library, "Family hubs", parent_id=top)
    assert [issue.name for issue in tagging.issues(library)] == ["Buses", "Children", "Family hubs"]
    assert len({issue.colour for issue in tagging.issues(library)}) == 3
    with pytest.raises(Trouble, match="already"):
        tagging.add_issue(library, "buses")
    with pytest.raises(Trouble, match="name"):
        tagging.add_issue(library, " ")
    with pytest.raises(Trouble, match="under itself"):
        tagging.move_issue(library, top, under)
    tagging.move_issue(library, under, None)
    tagging.change_issue(library, under, name="Hubs", note="since 2024")
    assert [(i.name, i.parent_id, i.note) for i in tagging.issues(library)][-1] == ("Hubs", None, "since 2024")


def test_passages_and_questions_are_tagged_once(taken):
    issue, _ = tagging.add_issue(taken, "Children")
    other, _ = tagging.add_issue(taken, "Buses")
    spans = (documents.marks(taken, 1)[0]).spans
    for _ in range(2):
        tagging.tag_questions(taken, [issue, other], [1, 2])
        tagging.tag_passage(taken, [issue], 1, spans)
    assert tagging.counts(taken) == {issue: 3, other: 2}
    assert [tag.issue_id for tag in tagging.tags_of_question(taken, 1)] == [issue, other]
    (passage,) = tagging.tags_of_document(taken, 1)
    assert passage.source.spans == spans
    tagging.untag_questions(taken, [other], [1, 2])
    tagging.untag(taken, [passage.id])
    assert tagging.counts(taken) == {issue: 2}
    above, _ = tagging.add_issue(taken, "People")
    tagging.move_issue(taken, issue, above)
    tagging.tag_questions(taken, [above], [1])
    assert tagging.counts(taken) == {issue: 2, above: 2}, "with what is under it, each question once"
    tagging.untag_questions(taken, [above], [1])
    exported = exporting.as_data(taken)["tags"]
    assert {tag["question_id"] for tag in exported} == {1, 2}
    assert all(tag["source"]["quote"] for tag in exported)


def test_deleting_an_issue_is_undone_whole(taken):
    issue, _ = tagging.add_issue(taken, "Children")
    under, _ = tagging.add_issue(taken, "Hubs", parent_id=issue)
    tagging.tag_questions(taken, [issue, under], [1])
    before = exporting.as_data(taken)
    tagging.delete_issue(taken, issue)
    assert len(tagging.issues(taken)) == 1
    history.undo(taken)
    assert exporting.as_data(taken) == before


def test_colours_can_be_read_on_white():
    def linear(value):
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    for colour in tagging.COLOURS:
        red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
        assert 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= 4.5, colour


@pytest.mark.parametrize("about", notes.ABOUT)
def test_notes_are_about_things_and_in_no_export(taken, about):
    tagging.add_issue(taken, "Children")
    number, change = notes.add(taken, about, 1, "Ask him about the winter.")
    assert change.concerns(Kind.NOTES)
    notes.change(taken, number, "Ask him about the")
    notes.change(taken, number, "Ask him about the spring.")
    (note,) = notes.of(taken, about, 1)
    assert (note.text, note.about, note.about_id) == ("Ask him about the spring.", about, 1)
    assert "spring" not in str(exporting.as_data(taken))
    history.undo(taken)
    assert notes.of(taken, about, 1)[0].text == "Ask him about the winter."
    notes.delete(taken, number)
    assert notes.of(taken, about, 1) == ()
    with pytest.raises(Trouble, match="empty"):
        notes.add(taken, about, 1, " ")
