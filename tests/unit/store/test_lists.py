"""The lists: every column, order and filter of each."""

from dataclasses import replace

import pytest

from scrutiny_desk.domain.people import Who
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.undertakings import State
from scrutiny_desk.domain.work import View
from scrutiny_desk.store import documents, figures, issues, meetings, people, questions, whole, withdrawing
from scrutiny_desk.store.queries import ROWS
from scrutiny_desk.store.queries.statements import STATES, STATUSES

TODAY = "2031-06-02"


@pytest.fixture
def rows(library):
    """`rows(kind)` is the RowSource of a kind, on a day in June 2031."""
    return lambda kind: ROWS[kind](library.read, lambda: TODAY)


@pytest.fixture
def filled(library, ids):
    """A second meeting with a second question, asked by nobody known of nobody known; an issue on the first."""

    def add(db):
        meeting = meetings.add(db, committee="Housing Panel", date="2031-05-01")
        old = questions.get(db, ids["question"])
        bare = replace(
            old, item_id=None, text="Why is 100% of it late?", asked_by=None, put_to=(Who(None, "Officers"),),
            answers=(), answered_by=(), status="answered", review="confirmed", confidence=0.4,
        )  # fmt: skip
        second = questions.add(db, bare, meeting_id=meeting)
        transport = issues.add(db, "Transport", colour="#2b6437")
        buses = issues.add(db, "Buses", parent_id=transport, colour="#7a1f1f")
        issues.tag(db, buses, None, question_id=ids["question"])
        return ids | {"second": second, "housing": meeting, "transport": transport, "buses": buses}

    return library.write("Fill", add)[0]


@pytest.mark.parametrize("kind", ROWS)
def test_a_page_has_its_columns_for_every_order(rows, filled, kind):
    source = rows(kind)
    ids = source.ids(View())
    assert ids, kind
    for order in source.orders:
        forth, back = source.ids(View(order=order)), source.ids(View(order=f"-{order}"))
        assert sorted(forth) == sorted(back) == sorted(ids), order
    assert source.ids(View(order="nonsense")) == ids
    page = source.page([*ids, 999])
    assert page[-1] == () and [row[0] for row in page[:-1]] == ids
    assert all(len(row) == len(source.columns) for row in page[:-1])


def shown(rows, kind, row_id):
    source = rows(kind)
    return dict(zip(source.columns, source.page([row_id])[0], strict=True))


def test_a_row_of_questions(rows, filled):
    row = shown(rows, "questions", filled["question"])
    assert row | {"text": "", "reply": ""} == {
        "id": filled["question"], "date": "2031-04-02", "committee": "Roads Panel",
        "item": "38 Bus stops in Fennimore Green", "asked_by": "Siân Ombersley", "put_to": "Dunstan Pell", "text": "",
        "status": "promised", "review": "suggested", "classification": "public", "follow_up_by": None,
        "confidence": 0.9, "issues": '[["#7a1f1f","Buses"]]', "document_id": filled["document"], "page": 1,
        "paragraph": 2, "meeting_id": filled["meeting"], "item_id": filled["item"], "answers": 1, "reply": "",
        "answered_by": "Dunstan Pell", "standing": "", "closed": 0, "due": "2031-05-31", "owner": None,
    }  # fmt: skip
    bare = shown(rows, "questions", filled["second"])
    assert (bare["asked_by"], bare["put_to"], bare["item"], bare["issues"]) == (None, "Officers", "", "[]")


def test_a_row_of_witnesses_tells_what_is_owed_since_when(rows, filled):
    row = shown(rows, "witnesses", filled["witness"])
    assert (row["asked"], row["outstanding"], row["oldest"], row["undertakings"]) == (1, 1, "2031-04-02", 1)
    assert rows("witnesses").ids(View()) == [filled["witness"]]
    assert row == shown(rows, "people", filled["witness"])


def test_an_overdue_undertaking_says_so(library, filled):
    for today, overdue in (("2031-05-31", 0), (TODAY, 1)):
        source = ROWS["undertakings"](library.read, lambda day=today: day)
        page = source.page(source.ids(View()))
        assert [row[source.columns.index("overdue")] for row in page] == [overdue]


FILTERS = {
    "all": (View(), ["question", "second"]),
    "witness": (lambda f: View(witness=f["witness"]), ["question"]),
    "asker": (lambda f: View(asker=f["asker"]), ["question"]),
    "meeting": (lambda f: View(meeting=f["housing"]), ["second"]),
    "item": (lambda f: View(item=f["item"]), ["question"]),
    "document": (lambda f: View(document=f["document"]), ["question", "second"]),
    "issue above": (lambda f: View(issue=f["transport"]), ["question"]),
    "issue": (lambda f: View(issue=f["buses"]), ["question"]),
    "committee": (View(committee="housing panel"), ["second"]),
    "status": (View(status=("answered",)), ["second"]),
    "review": (View(review=("suggested", "rejected")), ["question"]),
    "outstanding": (View(outstanding=True), ["question"]),
    "overdue": (View(overdue=True), ["question"]),
    "since": (View(since="2031-05-01"), ["second"]),
    "until": (View(until="2031-04-30"), ["question"]),
    "words": (View(words="mended stop"), ["question"]),
    "per cent": (View(words="100%"), ["second"]),
    "just a per cent sign": (View(words="%"), ["second"]),
    "name": (View(words="pell"), ["question"]),
    "post": (View(words="highways"), ["question"]),
    "label": (View(words="officers"), ["second"]),
    "item's title": (View(words="fennimore"), ["question"]),
    "newest first": (View(order="-date"), ["second", "question"]),
    "nobody last": (View(order="asked_by"), ["question", "second"]),
    "nobody last still": (View(order="-asked_by"), ["question", "second"]),
}


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_of_the_questions(rows, filled, name):
    view, expected = FILTERS[name]
    view = view if isinstance(view, View) else view(filled)
    assert rows("questions").ids(view) == [filled[noun] for noun in expected]


def test_an_overdue_question_is_not_so_before_its_day(library, filled):
    assert ROWS["questions"](library.read, lambda: "2031-05-31").ids(View(overdue=True)) == []


@pytest.mark.parametrize("kind", ROWS)
def test_every_list_takes_every_filter(rows, filled, kind):
    everything = View(
        witness=1, asker=1, meeting=1, document=1, item=1, committee="Roads Panel", issue=1, status=("x",),
        review=("confirmed",), outstanding=True, overdue=True, since="2031-01-01", until="2031-12-31", words="' \" %",
        order="-name",
    )  # fmt: skip
    assert rows(kind).ids(everything) == []


def test_rejected_findings_are_shown_only_when_asked_for(library, rows, filled):
    library.write("Reject", lambda db: questions.update(db, filled["question"], review="rejected"))
    assert rows("questions").ids(View()) == [filled["second"]]
    assert rows("questions").ids(View(review=("rejected",))) == [filled["question"]]
    assert shown(rows, "witnesses", filled["witness"])["outstanding"] == 0
    with library.read() as db:
        assert figures.counts(db, today=TODAY)["outstanding"] == 0


def test_figures(library, filled):
    with library.read() as db:
        counts = figures.counts(db, today=TODAY)
        (owed,) = figures.outstanding_by_witness(db)
        ((review,), _many) = figures.to_review(db)
        (due,) = figures.open_undertakings(db)
    expected = {
        "documents": 1,
        "questions": 2,
        "outstanding": 1,
        "undertakings_overdue": 1,
        "witnesses": 1,
        "issues": 2,
    }
    assert expected.items() <= counts.items() and counts["to_review"] == 4
    assert (owed.name, owed.outstanding, owed.oldest) == ("Dunstan Pell", 1, "2031-04-02")
    assert (review.document_id, review.waiting) == (filled["document"], 4)
    assert (due.owed_by, due.due) == ("Dunstan Pell", "2031-05-31")


def test_a_document_taken_out_takes_what_rests_on_it_alone(library, ids, paper, at):
    def second(db):
        other = documents.add(db, paper("page.html"), b"b", imported_at="", joined_to=ids["document"])
        questions.add_source(db, ids["question"], at(other, 1))
        ida = people.add(db, "Ida Vane")
        return other, ida

    (other, ida), _ = library.write("Import", second, "import")
    library.write("Take out", lambda db: withdrawing.withdraw(db, ids["document"]))
    with library.read() as db:
        left = whole.whole(db)
    assert [d.id for d in left.documents] == [other] and left.documents[0].joined_to is None
    assert [s.document_id for s in left.questions[0].sources] == [other]
    assert left.undertakings == left.decisions == left.actions == left.appearances == []
    assert {p.id for p in left.people} == {ids["asker"], ids["witness"], ida}, "whoever a question still names stays"


def test_what_a_person_changed_stays_when_its_document_goes(library, ids):
    library.write("Rename", lambda db: people.update(db, ids["witness"], name="Dunstan Peel"))
    library.write("Move", lambda db: meetings.update(db, ids["meeting"], place="Town Hall"))
    library.write("Take out", lambda db: withdrawing.withdraw(db, ids["document"]))
    with library.read() as db:
        left = whole.whole(db)
    assert [p.name for p in left.people] == ["Dunstan Peel"] and [m.place for m in left.meetings] == ["Town Hall"]
    assert left.questions == left.documents == left.items == []


@pytest.mark.parametrize("kind", ["questions", "undertakings"])
def test_groups_hold_every_row_once_and_follow_one_another(rows, filled, kind):
    source = rows(kind)
    for group in source.groups:
        ids, named = source.grouped(View(group=group))
        assert sorted(ids) == sorted(source.ids(View()))
        assert sum(count for _word, count in named) == len(ids)
        assert len({word for word, _count in named}) == len(named)


def test_a_group_keeps_the_order_and_the_filter_of_its_view(rows, filled):
    source = rows("questions")
    ids, named = source.grouped(View(group="status", order="-text"))
    assert [word for word, _count in named] == [w for w in STATUSES if w in {word for word, _ in named}]
    at = 0
    for _word, count in named:
        group = ids[at : at + count]
        assert group == [row for row in source.ids(View(order="-text")) if row in set(group)]
        at += count
    assert source.grouped(View(group="committee", words="100%"))[1] == [("Housing Panel", 1)]
    assert source.grouped(View(group="nonsense")) == (source.ids(View()), [])


def test_what_is_in_no_group_comes_last(rows, filled, library):
    library.write("Nobody", lambda db: db.execute("DELETE FROM who WHERE question_id = ?", [filled["question"]]))
    ids, named = rows("questions").grouped(View(group="put_to"))
    assert named[-1] == (None, 1)
    assert ids[-1] == filled["question"]


def test_the_places_of_groups_are_those_of_the_domain():
    assert sorted(STATUSES) == sorted(QuestionStatus)
    assert sorted(STATES) == sorted(State)


def test_who_owes_what_is_outstanding_is_counted_with_those_nobody_is_named_for(library, filled):
    def known():
        with library.read() as db:
            return figures.outstanding_by_whom(db)[1:]

    assert known() == (1, 0)
    library.write("Open", lambda db: questions.update(db, filled["second"], status="not_answered"))
    assert known() == (1, 1)
