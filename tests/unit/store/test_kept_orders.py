"""A list that is kept in its order gives what it would give without, and nothing that has changed since."""

from dataclasses import replace
from threading import Event, Thread

import pytest

from scrutiny_desk.domain.people import Who
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.work import View
from scrutiny_desk.store import meetings, questions, undertakings
from scrutiny_desk.store.queries import ROWS, rows

VIEWS = (
    View(),
    View(order="put_to"),
    View(order="-text"),
    View(order="put_to", words="why"),
    View(order="-text", outstanding=True),
    View(order="put_to", review=("rejected",)),
    View(order="-put_to"),
    View(order="asked_by"),
    View(order="text"),
    View(order="-text", review=("suggested", "confirmed")),
    View(order="status", words="why"),
    View(order="committee"),
)


@pytest.fixture
def filled(library, ids):
    def add(db):
        old = questions.get(db, ids["question"])
        meeting = meetings.add(db, committee="Housing Panel", date="2031-05-01")
        made = [questions.add(db, old, meeting_id=meeting) for _ in range(4)]
        for number, row_id in enumerate(made):
            questions.update(db, row_id, text=f"Why is number {number} late?")
        questions.update(db, made[0], review="rejected")
        questions.update(db, made[1], status=str(QuestionStatus.NOT_ANSWERED), put_to=(Who(None, "the Chair"),))
        questions.update(db, made[2], text="Why is number 1 late?", put_to=(Who(None, "The chair"), Who(None, "Clerk")))
        questions.update(db, made[3], put_to=(), asked_by=Who(None, "A resident"))
        return made

    return library.write("Fill", add)[0]


@pytest.fixture
def kept(library, filled):
    source = ROWS["questions"](library.read, kept=library.kept_orders)
    for order in ("", "put_to", "-text"):
        source.make_ready(order)
    return source


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_what_is_kept_gives_what_the_library_would(library, kept, view):
    assert list(kept.ids(view)) == ROWS["questions"](library.read).ids(view)


@pytest.mark.parametrize("order", ["", "date", "-date"])
@pytest.mark.parametrize("kind", ["questions", "undertakings"])
def test_the_order_of_days_is_the_librarys(library, ids, filled, kind, order):
    """Two meetings of one day, one without a day, what is of none, rejected ones: all where SQLite puts them."""
    module, old = (questions, ids["question"]) if kind == "questions" else (undertakings, ids["undertaking"])

    def add(db):
        days = ("2031-05-01", None, "2030-01-31", "2031-05-01")
        of = [meetings.add(db, committee=f"Panel {number}", date=day) for number, day in enumerate(days)]
        for meeting in (*reversed(of), None, *of, None):
            module.add(db, replace(module.get(db, old), item_id=None), meeting_id=meeting)
        made = module.add(db, module.get(db, old), meeting_id=of[0])
        module.update(db, made, review="rejected")
        return made

    rejected = library.write("Fill days", add)[0]
    whole = list(ROWS[kind](library.read, kept=library.kept_orders).ids(View(order=order)))
    assert whole == ROWS[kind](library.read).ids(View(order=order))
    assert len(whole) >= 10 and rejected not in whole


@pytest.mark.parametrize(("few", "ready"), [(0, False), (5_000, False), (0, True)])
@pytest.mark.parametrize("words", ["late", "number 1", "CHAIR", "housing", "resident", "number chair", "%", "zebra"])
@pytest.mark.parametrize("order", ["", "-put_to", "status"])
@pytest.mark.parametrize("kind", ["questions", "undertakings"])
def test_words_find_by_each_index_what_they_find_row_by_row(
    library, filled, monkeypatch, kind, order, words, few, ready
):
    monkeypatch.setattr(rows, "ASKED_FOR", few)
    order = order if order.lstrip("-") in ROWS[kind].orders else ""
    view = View(order=order, words=words)
    source = ROWS[kind](library.read, kept=library.kept_orders)
    if ready:
        source.make_ready("")
    assert list(source.ids(view)) == ROWS[kind](library.read).ids(view)


@pytest.mark.parametrize("word", ["Ängste", "ängste", "STRASSE", "straße", "ICEBERG", "İce", "a\\b", "50%", "_"])
def test_texts_in_memory_compare_letters_as_the_library_does(library, filled, word):
    texts = ("ÄNGSTE", "Ängste der Straße", "iceberg \u0130ce", "A\\B", "50% of it", "snake_case", "strasse")

    def change(db):
        for row_id, text in zip([filled[0], filled[1], filled[2], filled[3]] * 2, texts, strict=False):
            questions.update(db, row_id, text=f"{questions.get(db, row_id).text} {text}")

    library.write("Change", change)
    source = ROWS["questions"](library.read, kept=library.kept_orders)
    source.make_ready("")
    assert list(source.ids(View(words=word))) == ROWS["questions"](library.read).ids(View(words=word))


def test_texts_in_memory_are_those_of_now(library, kept, filled):
    assert kept.ids(View(words="done")) == []
    library.write("Change", lambda db: questions.update(db, filled[2], text="All done?"))
    assert kept.ids(View(words="done")) == [filled[2]]
    kept.make_ready("")
    assert kept.ids(View(words="done")) == [filled[2]]


def test_words_that_should_find_something_do(library, filled):
    source = ROWS["questions"](library.read, kept=library.kept_orders)
    assert [len(source.ids(View(words=words))) for words in ("late", "CHAIR", "resident", "%")] == [3, 2, 1, 0]


@pytest.mark.parametrize("few", [0, 5_000])
@pytest.mark.parametrize("group", ["put_to", "asked_by", "committee", "meeting", "status"])
def test_the_groups_of_a_whole_list_are_those_of_its_rows(library, kept, group, few, monkeypatch):
    monkeypatch.setattr(rows, "ASKED_FOR", few)
    plain = ROWS["questions"](library.read)
    for view in (View(group=group), View(group=group, order="-text", words="why")):
        ids, named = kept.grouped(view)
        assert (list(ids), named) == plain.grouped(view)
        assert sum(many for _word, many in named) == len(ids) == len(kept.ids(view))


def test_names_of_one_person_but_for_capitals_are_one_group_and_nobody_comes_last(kept, filled):
    named = kept.grouped(View(group="put_to"))[1]
    assert [many for word, many in named if word and word.casefold() == "the chair"] == [2]
    assert named[-1] == (None, 1)


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_of_a_large_part_the_order_of_the_whole_is_taken(library, filled, view, monkeypatch):
    monkeypatch.setattr(rows, "ASKED_FOR", 0)
    source = ROWS["questions"](library.read, kept=library.kept_orders)
    assert list(source.ids(view)) == ROWS["questions"](library.read).ids(view)


def test_two_who_want_one_order_at_once_have_it_found_once(library, filled):
    found, given, begun, go_on = [], [], Event(), Event()

    def find():
        found.append(1)
        begun.set()
        go_on.wait(10)
        return found

    def ask():
        with library.read() as db:
            given.append(library.kept_orders.found(db, "questions", "an order", find))

    threads = [Thread(target=ask) for _ in range(2)]
    threads[0].start()
    begun.wait(10)
    threads[1].start()
    go_on.set()
    for thread in threads:
        thread.join(10)
    assert found == [1] and given[0] is given[1]


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_a_change_is_seen_at_once_and_so_is_its_undoing(library, kept, filled, view):
    plain = ROWS["questions"](library.read)
    library.write("Change", lambda db: questions.update(db, filled[2], text="All done?", review="rejected"))
    assert list(kept.ids(view)) == plain.ids(view)
    library.undo()
    assert list(kept.ids(view)) == plain.ids(view)


def test_what_no_order_depends_on_leaves_it_in_place(library, kept, filled):
    first = kept.ids(View(order="put_to"))
    library.write("Note", lambda db: db.execute("INSERT INTO issue (name, colour) VALUES ('Roads', '#2b6437')"))
    assert kept.ids(View(order="put_to")) is first
    library.write("Change", lambda db: questions.update(db, filled[2], text="All done?"))
    assert kept.ids(View(order="put_to")) is not first


def test_a_list_nobody_keeps_is_not_kept(library, filled):
    source = ROWS["questions"](library.read)
    source.make_ready("put_to")
    assert source.ids(View(order="put_to")) is not source.ids(View(order="put_to"))
