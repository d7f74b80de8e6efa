"""What is held about a person, and getting rid of it."""

import pytest

from scrutiny_desk.domain.drafts import Draft
from scrutiny_desk.domain.troubles import NotFound
from scrutiny_desk.store import (
    drafts,
    history,
    meetings,
    notes,
    open_library,
    people,
    personal,
    questions,
    safekeeping,
    search,
    whole,
)


def test_everything_held_about_a_person(library, ids):
    library.write("Note", lambda db: notes.add(db, "Ask him", at="2031-05-01", person_id=ids["witness"]))
    with library.read() as db:
        held = personal.held_about(db, ids["witness"])
    assert held.person.name == "Dunstan Pell" and [note.text for note in held.notes] == ["Ask him"]
    assert [appearance.capacity for appearance in held.appearances] == ["witness"]
    assert sorted((kind, role) for kind, _, role, _ in held.named_in) == [
        ("actions", "owner"), ("answers", "by"), ("questions", "answered_by"), ("questions", "put_to"),
        ("undertakings", "made_by"),
    ]  # fmt: skip
    assert [hit.block for hit in held.passages] == [2], "the one that says Pell alone may mean another"


def test_a_nameless_person_keeps_what_they_promised_but_no_name_anywhere(library, ids):
    witness = ids["witness"]
    library.write("Rename", lambda db: people.update(db, witness, name="Dunstan Pell-Hart"))
    library.write("Alias", lambda db: people.add_alias(db, witness, "D Pell"))
    library.write("Make nameless", lambda db: personal.make_nameless(db, witness, "Officer A"))
    with library.read() as db:
        assert people.get(db, witness).name == "Officer A" and people.get(db, witness).post is None
        question = questions.get(db, ids["question"])
        assert question.put_to[0].words == "Officer A" and question.put_to[0].label is None
        kept = db.execute(
            "SELECT group_concat(old || new) FROM change_log WHERE tbl IN ('person', 'alias', 'who', 'appearance')"
        )
        assert "Pell" not in kept.fetchone()[0]
        assert "Pell" not in repr([e.changes for e in history.of(db, "people", witness)])
    assert safekeeping.check(library.path, full=True) == []
    library.undo()
    with library.read() as db:
        assert people.get(db, witness).name == "Officer A", "undo brings no name back"
    assert safekeeping.check(library.path, full=True) == []


def test_an_erased_document_is_gone_from_every_byte(library, put):
    ids, _ = library.write("Import minutes.txt", put, "import")
    library.write("Mark", lambda db: questions.update(db, ids["question"], status="answered"))
    library.write("Erase", lambda db: personal.erase_document(db, ids["document"]))
    assert library.undo_label is None and library.redo_label is None
    with library.read() as db:
        assert whole.whole(db).questions == [] and search.find(db, "stops") == []
        assert [event.label for event in history.of_question(db, ids["question"])][-1] == "Erase"
    path = library.path
    library.close()
    data = path.read_bytes()
    assert b"Fennimore" not in data and b"ombersley" not in data and b"O'Connor" not in data
    assert safekeeping.check(path, full=True) == []
    with open_library(path) as again:
        again.write("Import minutes.txt", put, "import")


def test_erasing_what_is_not_there(library):
    with pytest.raises(NotFound):
        library.write("Erase", lambda db: personal.erase_document(db, 7))


def test_meetings_past_their_keeping(library, ids):
    library.write("Keep until", lambda db: meetings.update(db, ids["meeting"], keep_until="2033-04-02"))
    with library.read() as db:
        assert meetings.past_keeping(db, "2033-04-02") == []
        assert [(m.id, day) for m, day in meetings.past_keeping(db, "2033-04-03")] == [(ids["meeting"], "2033-04-02")]


def test_an_erased_person_is_named_nowhere_and_what_they_promised_stays(library, ids):
    witness = ids["witness"]
    library.write("Note", lambda db: notes.add(db, "Ask Pell", at="2031-05-01", person_id=witness))
    library.write("Export", lambda db: drafts.keep(db, Draft("meeting 1", facts=("Dunstan Pell owes it",))))
    library.write("Erase", lambda db: personal.erase_person(db, witness))
    assert library.undo_label is None
    with library.read() as db:
        question = questions.get(db, ids["question"])
        assert [who.words for who in question.put_to] == [""] and question.text
        assert notes.everything(db) == [] and "Pell" not in repr(people.everything(db))
        assert drafts.get(db, "meeting 1").facts == ()
        kept = db.execute("SELECT coalesce(group_concat(coalesce(old, '') || coalesce(new, '')), '') FROM change_log "
                          "WHERE tbl IN ('person', 'alias', 'who', 'appearance', 'note', 'draft')")  # fmt: skip
        assert "Pell" not in kept.fetchone()[0]
        with pytest.raises(NotFound):
            people.get(db, witness)
    assert safekeeping.check(library.path, full=True) == []


def test_what_a_briefing_said_of_an_erased_document_goes_with_it(library, put):
    ids, _ = library.write("Import minutes.txt", put, "import")
    library.write("Export", lambda db: drafts.keep(db, Draft("meeting 1", facts=("said of that paper",))))
    library.write("Erase", lambda db: personal.erase_document(db, ids["document"]))
    with library.read() as db:
        assert drafts.get(db, "meeting 1").facts == ()
        kept = db.execute("SELECT group_concat(coalesce(old, '') || coalesce(new, '')) FROM change_log")
        assert "said of that paper" not in (kept.fetchone()[0] or "")
