"""People, issues, tags, notes and what is kept about the library itself."""

import pytest

from scrutiny_desk.domain.people import Person
from scrutiny_desk.domain.troubles import NotFound
from scrutiny_desk.store import issues, meta, notes, people, questions, undertakings, versions


def test_people_are_found_by_surname_alias_and_name(library, ids):
    with library.read() as db:
        sian = people.get(db, ids["asker"])
        assert sian == Person(ids["asker"], "Siân Ombersley", ("Councillor Ombersley",))
        assert people.with_surname(db, "ombersley") == [sian]
        assert people.named(db, "councillor ombersley") == [sian] == people.named(db, "Siân Ombersley")
        assert people.named(db, "Ombersley") == []


def test_a_person_married_since_is_found_under_both_surnames(library, ids):
    library.write("Rename", lambda db: people.update(db, ids["asker"], name="Siân Tolland"))
    library.write("Alias", lambda db: people.add_alias(db, ids["asker"], "Siân Ombersley"))
    with library.read() as db:
        found = people.with_surname(db, "tolland")
        assert found == people.with_surname(db, "ombersley") and found[0].name == "Siân Tolland"


def test_merging_moves_everything_and_forgets_nothing(library, ids):
    other, _ = library.write(
        "Add", lambda db: people.add(db, "D. Pell", organisation="Highways Ltd", aliases=["Mr Pell"])
    )
    library.write("Note", lambda db: notes.add(db, "Ask him", at="2031-05-01", person_id=ids["witness"]))
    library.write("Merge", lambda db: people.merge(db, other, ids["witness"]))
    with library.read() as db:
        merged = people.get(db, other)
        assert merged == Person(other, "D. Pell", ("Mr Pell", "Dunstan Pell"), "Head of Highways", "Highways Ltd")
        assert questions.get(db, ids["question"]).put_to[0].person_id == other
        assert questions.get(db, ids["question"]).put_to[0].name == "D. Pell"
        assert undertakings.of_person(db, other)[0].id == ids["undertaking"]
        assert [a.capacity for a in people.appearances_of(db, other)] == ["witness"]
        assert len(notes.about(db, person_id=other)) == 1
        with pytest.raises(NotFound):
            people.get(db, ids["witness"])


def test_parting_a_person_takes_what_these_papers_say(library, ids):
    new, _ = library.write(
        "Split", lambda db: people.split(db, ids["witness"], "Dunstan Pell junior", documents=[ids["document"]])
    )
    with library.read() as db:
        assert [q.id for q in questions.of_person(db, new)] == [ids["question"]]
        assert questions.of_person(db, ids["witness"]) == []
        assert [a.post for a in people.appearances_of(db, new)] == ["Head of Highways"]


def test_an_appearance_is_entered_once(library, ids):
    with library.read() as db:
        (appearance,) = people.appearances_of(db, ids["witness"])
    _, change = library.write("Again", lambda db: people.appear(db, appearance))
    assert not change
    with library.read() as db:
        assert len(people.appearances_at(db, ids["meeting"])) == len(people.appearances_in(db, ids["document"])) == 2


@pytest.fixture
def tree(library):
    """Transport, with Buses and Trains under it."""

    def add(db):
        top = issues.add(db, "Transport", colour="#2b6437")
        return top, *(issues.add(db, name, parent_id=top, colour="#7a1f1f") for name in ("Buses", "Trains"))

    return library.write("Add issues", add)[0]


def test_tags_of_an_issue_take_in_those_under_it(library, ids, tree, at):
    transport, buses, trains = tree
    tag, _ = library.write("Tag", lambda db: issues.tag(db, buses, None, question_id=ids["question"]))
    passage, _ = library.write("Tag", lambda db: issues.tag(db, transport, at(ids["document"], 3)))
    with library.read() as db:
        assert [t.id for t in issues.tags_of_issue(db, transport)] == [tag, passage]
        assert [t.id for t in issues.tags_of_issue(db, transport, under=False)] == [passage]
        assert issues.tags_of_issue(db, trains) == []
        assert issues.tags_of_question(db, ids["question"])[0].source == at(ids["document"], 1)
        assert [t.id for t in issues.tags_of_document(db, ids["document"])] == [passage]
        assert [q.id for q in questions.of_issue(db, transport)] == [ids["question"]]
        assert [u.id for u in undertakings.of_issue(db, transport)] == [ids["undertaking"]]


def test_the_same_tag_twice_is_one(library, ids, tree, at):
    def tag(db):
        return (
            issues.tag(db, tree[1], None, question_id=ids["question"]),
            issues.tag(db, tree[1], at(ids["document"], 3)),
        )

    assert library.write("Tag", tag)[0] == library.write("Tag again", tag)[0]


def test_an_issue_cannot_come_to_stand_under_itself(library, tree):
    with pytest.raises(ValueError, match="under itself"):
        library.write("Move", lambda db: issues.update(db, tree[0], parent_id=tree[1]))


def test_an_issue_removed_leaves_those_under_it_to_its_parent(library, tree):
    transport, buses, trains = tree
    library.write("Move", lambda db: issues.update(db, trains, parent_id=buses))
    library.write("Remove", lambda db: issues.remove(db, buses))
    with library.read() as db:
        assert issues.get(db, trains).parent_id == transport
        assert issues.named(db, "buses") == []


def test_merged_issues_tag_a_question_once(library, ids, tree):
    for issue in tree[1:]:
        library.write("Tag", lambda db, i=issue: issues.tag(db, i, None, question_id=ids["question"]))
    library.write("Merge", lambda db: issues.merge(db, tree[1], tree[2]))
    with library.read() as db:
        assert [t.issue_id for t in issues.tags_of_question(db, ids["question"])] == [tree[1]]
        assert [issue.id for issue in issues.everything(db)] == list(tree[:2])


def test_notes_about_things_and_on_passages(library, ids, at):
    def add(db):
        return (
            notes.add(db, "Who owns the 20% cut?", at="2031-05-01", question_id=ids["question"]),
            notes.add(db, "See here", at="2031-05-02", source=at(ids["document"], 3)),
        )

    (first, second), _ = library.write("Add notes", add)
    library.write("Write", lambda db: notes.update(db, first, "Who owns it?", at="2031-05-03"))
    with library.read() as db:
        (note,) = notes.about(db, question_id=ids["question"])
        assert (note.text, note.made_at, note.changed_at) == ("Who owns it?", "2031-05-01", "2031-05-03")
        assert notes.get(db, second).source == at(ids["document"], 3)
        assert notes.holding(db, "OWNS") == [note] and notes.holding(db, "%") == []
    with pytest.raises(ValueError, match="no note is about"), library.read() as db:
        notes.about(db, colour=3)


def test_a_pair_judged_is_not_asked_about_again(library, ids):
    def alike(db):
        versions.add_likeness(db, "people", ids["witness"], ids["asker"], score=0.5, reason="same surname")

    library.write("Compare", alike, "program")
    library.write("Judge", lambda db: versions.judge(db, "people", ids["asker"], ids["witness"], "different"))
    library.write("Compare again", alike, "program")
    with library.read() as db:
        assert versions.likenesses(db, "people") == []
        (pair,) = versions.likenesses(db, "people", open_only=False)
        assert (pair.one_id, pair.other_id, pair.verdict) == (ids["asker"], ids["witness"], "different")


def test_a_proposal_waits_until_it_is_decided(library, ids):
    def propose(db):
        finding = {"status": "answered"}
        return versions.propose(db, ids["document"], "questions", ids["question"], finding, at="2031-05-01")

    proposal, _ = library.write("Read again", propose, "program")
    assert library.write("Read again", propose, "program")[0] == proposal
    with library.read() as db:
        assert [p.finding for p in versions.proposals(db, ids["document"])] == [{"status": "answered"}]
    library.write("Refuse", lambda db: versions.decide_proposal(db, proposal, "refused"))
    with library.read() as db:
        assert versions.proposals(db) == [] and len(versions.proposals(db, open_only=False)) == 1


def test_facts_about_the_library_and_its_imports(library, ids):
    def keep(db):
        meta.put(db, "last_backup", "2031-05-01")
        meta.put(db, "last_backup", "2031-05-02")
        meta.put(db, "gone", "x")
        meta.put(db, "gone", None)
        rows = [meta.ImportRow("a.txt", "imported", "", ids["document"]), meta.ImportRow("b.pdf", "failed", "Broken.")]
        meta.add_report(db, "2031-05-02T10:00:00", rows, "2 files")

    library.upkeep(keep)
    with library.read() as db:
        assert meta.value(db, "last_backup") == "2031-05-02" and meta.value(db, "gone") is None
        (report,) = meta.reports(db)
    assert [row.outcome for row in report.rows] == ["imported", "failed"] and report.rows[1].reason == "Broken."
