"""A list that is kept in its order gives what it would give without, and nothing that has changed since."""

import pytest

from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.work import View
from scrutiny_desk.store import meetings, questions
from scrutiny_desk.store.queries import ROWS

VIEWS = (
    View(),
    View(order="put_to"),
    View(order="-text"),
    View(order="put_to", words="why"),
    View(order="-text", outstanding=True),
    View(order="put_to", review=("rejected",)),
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
        questions.update(db, made[1], status=str(QuestionStatus.NOT_ANSWERED))
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
