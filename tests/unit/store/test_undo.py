"""Every change a named step, undone and redone, across restarts."""

import pytest

from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.people import Who
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.store import (
    change_log,
    documents,
    history,
    issues,
    notes,
    open_library,
    people,
    questions,
    search,
    undertakings,
    withdrawing,
)
from scrutiny_desk.store.whole import whole


def everything(library):
    with library.read() as db:
        return whole(db), notes.everything(db)


EDITS = {
    "mark": lambda db, ids: questions.update(db, ids["question"], status=QuestionStatus.ANSWERED, review="confirmed"),
    "asker": lambda db, ids: questions.update(db, ids["question"], asked_by=Who(None, "A Member")),
    "no asker": lambda db, ids: questions.update(db, ids["question"], asked_by=None),
    "merge people": lambda db, ids: people.merge(db, ids["witness"], ids["asker"]),
    "split person": lambda db, ids: people.split(db, ids["witness"], "D Pell", documents=[ids["document"]]),
    "rename": lambda db, ids: people.update(db, ids["witness"], name="Dunstan Peel"),
    "remove question": lambda db, ids: questions.remove(db, ids["question"]),
    "remove answer": lambda db, ids: questions.remove_answer(db, 1),
    "change answer": lambda db, ids: questions.update_answer(db, 1, text="He wrote.", date="2031-05-02", by=()),
    "keep promise": lambda db, ids: undertakings.update(db, ids["undertaking"], state="done"),
    "owners": lambda db, ids: undertakings.update_action(db, ids["action"], owners=()),
    "decide": lambda db, ids: undertakings.update_decision(db, ids["decision"], kind="agreed"),
    "tag": lambda db, ids: issues.tag(db, issues.add(db, "Buses", colour="#2b6437"), None, question_id=ids["question"]),
    "note": lambda db, ids: notes.add(db, "Ask again", at="2031-05-01T09:00:00", person_id=ids["witness"]),
    "take out": lambda db, ids: withdrawing.withdraw(db, ids["document"]),
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_is_undone_and_redone_whole(library, ids, edit):
    before = everything(library)
    _, change = library.write(edit, lambda db: EDITS[edit](db, ids))
    after = everything(library)
    assert after != before and change.step == library.undo_label == edit
    undone = library.undo()
    assert everything(library) == before and undone.touched == change.touched
    assert library.redo_label == edit
    library.redo()
    assert everything(library) == after


def test_undo_and_redo_outlive_the_window(library, ids):
    first = everything(library)
    library.write("Rename", lambda db: people.update(db, ids["witness"], name="Dunstan Peel"))
    second = everything(library)
    path = library.path
    library.close()
    with open_library(path) as again:
        assert again.undo_label == "Rename"
        again.undo()
        assert everything(again) == first
    with open_library(path) as again:
        assert again.redo_label == "Rename"
        again.redo()
        assert everything(again) == second


def test_an_import_is_one_step_and_its_words_come_back_too(library, put):
    empty = everything(library)
    ids, _ = library.write("Import minutes.txt", put, "import")
    full = everything(library)
    library.undo()
    assert everything(library) == empty
    with library.read() as db:
        assert search.find(db, "stops") == [] and documents.by_sha256(db, full[0].documents[0].sha256) is None
    library.redo()
    assert everything(library) == full
    with library.read() as db:
        assert documents.original(db, ids["document"]) == b"the file"
        assert len(search.find(db, "stops")) == 2


def test_a_new_step_ends_what_could_be_redone(library, ids):
    library.write("One", lambda db: people.add(db, "Ida Vane"))
    library.undo()
    library.write("Two", lambda db: people.add(db, "Otto Finch"))
    assert library.redo_label is None and library.redo() == Change()
    library.undo()
    library.undo()
    assert library.undo_label is None and library.undo() == Change()
    assert everything(library)[0].people == []


def test_a_step_that_changes_nothing_is_none(library, ids):
    label = library.undo_label
    _, change = library.write("Nothing", lambda db: questions.update(db, ids["question"], by_person=False))
    assert not change and library.undo_label == label


def test_typing_is_one_step_until_something_else_is_done(library, ids):
    def typed(words):
        return lambda db: notes.update(db, note, words, at="2031-05-01T09:00:00")

    note, _ = library.write("Add note", lambda db: notes.add(db, "", at="2031-05-01T09:00:00"))
    for words in ("A", "As", "Ask"):
        library.write("Write note", typed(words), merge_key="note 1")
    library.write("Rename", lambda db: people.update(db, ids["witness"], name="Dunstan Peel"))
    library.write("Write note", typed("Ask again"), merge_key="note 1")
    assert everything(library)[1][0].text == "Ask again"
    library.undo()
    assert everything(library)[1][0].text == "Ask" and library.undo_label == "Rename"
    library.undo()
    library.undo()
    assert everything(library)[1][0].text == "" and library.undo_label == "Add note"


def test_a_change_names_the_thing_it_belongs_to(library, ids):
    _, change = library.write("Answer", lambda db: questions.update_answer(db, 1, by=[Who("Ida Vane")]))
    assert change.touched == {Kind.QUESTIONS: frozenset({ids["question"]})}


def test_a_large_step_tells_only_the_kinds(library, monkeypatch):
    monkeypatch.setattr(change_log, "MANY", 3)
    _, change = library.write("Add", lambda db: [people.add(db, f"Person {n}") for n in range(4)])
    assert change.touched == {Kind.PEOPLE: frozenset()} and change.concerns(Kind.PEOPLE)


def test_the_history_of_a_question_tells_who_set_what(library, ids):
    library.write("Mark as answered", lambda db: questions.update(db, ids["question"], status=QuestionStatus.ANSWERED))
    library.undo()
    with library.read() as db:
        events = history.of_question(db, ids["question"])
    assert [(event.label, event.origin, event.kind) for event in events] == [
        ("Import minutes.txt", "import", "do"),
        ("Mark as answered", "person", "do"),
        ("Mark as answered", "person", "undo"),
    ]
    assert [(c.field, c.old, c.new) for c in events[1].changes] == [
        ("status", "promised", "answered"),
        ("edited", "", "status"),
    ]


def test_thinning_keeps_what_can_be_undone_and_purges_what_cannot_come_back(library, put):
    library.write("Import", put, "import")
    library.undo()
    library.upkeep(change_log.thin)
    with library.read() as db:
        assert withdrawing.withdrawn(db) == [1], "the import could still be redone"
    library.write("Add", lambda db: people.add(db, "Ida Vane"))
    library.upkeep(change_log.thin)
    with library.read() as db:
        assert withdrawing.withdrawn(db) == []
        assert db.execute("SELECT count(*) FROM block").fetchone()[0] == 0
        db_checks = db.execute("PRAGMA integrity_check").fetchone()[0]
    assert db_checks == "ok"
    for number in range(6):
        library.write(f"Add {number}", lambda db, n=number: people.add(db, f"Person {n}"))
    library.upkeep(lambda db: change_log.thin(db, 2))
    library.undo()
    library.undo()
    assert library.undo_label is None
    assert len(everything(library)[0].people) == 5


def test_a_document_taken_out_stays_while_that_can_be_undone(library, ids):
    before = everything(library)
    library.write("Take out", lambda db: withdrawing.withdraw(db, ids["document"]))
    library.upkeep(change_log.thin)
    library.undo()
    assert everything(library) == before
