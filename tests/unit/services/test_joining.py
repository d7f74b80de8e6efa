"""One meeting told twice is one meeting; two meetings are never made one."""

import itertools
from dataclasses import replace

import pytest

from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.documents import Classification, DocumentKind
from scrutiny_desk.domain.findings import FoundMeeting
from scrutiny_desk.domain.people import Capacity
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.services import documents, exporting, keeping, reviewing, tables


def held(library):
    """What the library holds, as counts: documents, meetings, items, questions, undertakings, people."""
    data = exporting.as_data(library)
    kinds = ("documents", "meetings", "items", "questions", "undertakings", "people")
    return tuple(len(data[kind]) for kind in kinds)


@pytest.mark.parametrize("order", list(itertools.permutations(["page_of_item", "full_minutes"])))
def test_page_and_minutes_give_one_meeting_in_either_order(library, papers, order):
    for maker in order:
        kept = getattr(papers, maker)().take_into(library)
    data = exporting.as_data(library)
    assert held(library) == (2, 1, 3, 3, 1, 3)
    assert data["meetings"][0]["date"] == "2025-06-12"
    both = [q for q in data["questions"] if len({s["document_id"] for s in q["sources"]}) == 2]
    assert len(both) == 2
    assert kept.joined_as == "part"
    assert kept.joined_to == 1
    shared = [item for item in data["items"] if len(item["document_ids"]) == 2]
    assert [item["title"] for item in shared] == ["Family hubs"]  # the heading that does not shout is shown


@pytest.mark.parametrize("order", list(itertools.permutations(["page_of_item", "full_minutes"])))
def test_the_one_word_in_which_copies_differ_is_shown(library, papers, order):
    for maker in order:
        getattr(papers, maker)().take_into(library)
    words = [(d.here, d.there) for d in documents.differences(library, 1, 2)]
    assert words == [("her", "she") if order[0] == "page_of_item" else ("she", "her")]
    noted = [d for q in (1, 2, 3) for d in tables.differences(library, q)]
    assert [d.what for d in noted] == ["answer"]
    assert {d.one_text.split()[3] for d in noted} | {d.other_text.split()[3] for d in noted} == {"her", "she"}


def test_two_pages_of_one_meeting_fold_when_the_minutes_come(library, papers):
    papers.page_of_item().take_into(library)
    other = papers.Paper("item 39.html")
    other.item("39", "Thornley pool")
    for prose in (
        "The roof of the pool had been looked at twice by the engineer who had built it in the first place. ",
        "He had found that four of the nine beams would have to be replaced before the clocks went back. ",
        "The cost of the new beams had been put at a sum that was to be found from the capital programme. ",
        "A notice had been hung at the door, and the schools that swim there had been told by telephone. ",
        "The Chairman thanked the engineer for coming at short notice and for the drawings he had brought. ",
        "Further visits to the pool were to be arranged for those members who had not yet seen the damage. ",
        "No swimmer had been hurt, and the insurers had been content with how it had been handled. ",
        "The next visit of the engineer was to be in the spring, and members would be told of the day by letter.",
    ):
        other.say(prose)
    other.take_into(library)
    assert held(library)[1] == 2
    minutes = papers.full_minutes()
    for block in other.blocks[1:]:
        minutes.say(block.text)
    minutes.take_into(library)
    assert held(library)[:3] == (3, 1, 3)
    assert {d["meeting_id"] for d in exporting.as_data(library)["documents"]} == {1}


def test_minutes_of_other_days_with_the_same_words_stay_apart(library, papers):
    papers.full_minutes().take_into(library)
    later = papers.full_minutes(meeting=replace(papers.MEETING, date="2025-09-11"))
    later.name = "minutes September.pdf"
    kept = later.take_into(library)
    assert kept.joined_to is None
    assert held(library)[1] == 2


def test_standing_phrases_do_not_join_undated_pages(library, papers):
    for number in (1, 2):
        page = papers.Paper(f"page {number}.html")
        page.item(str(number), "Declarations of interest")
        for prose in papers.REPLIES[:2]:
            page.say(prose)
        page.item(str(number + 10), f"Business of its own {number}")
        page.say(
            f"What was said of the matter numbered {number} was heard nowhere else in this or in another year. " * 2
        )
        for word in ["heron", "otter", "badger", "curlew", "plover", "lapwing"]:
            page.say(
                f"The {word} survey of the year {2000 + number} was laid before the members in its own volume {number}."
            )
        page.take_into(library)
    assert held(library)[1] == 2


def test_agendas_with_the_same_standing_advice_stay_apart(library, papers):
    for number in (1, 2):
        agenda = papers.Paper(f"agenda {number}.docx", kind=DocumentKind.AGENDA)
        for prose in papers.REPLIES:
            agenda.say(prose)
        agenda.item("1", f"Business of meeting {number}")
        agenda.say(f"To receive the report of the head of service on the matter that is numbered {number} this year.")
        agenda.take_into(library)
    assert held(library)[1] == 2


def test_two_councils_with_a_committee_of_one_name_on_one_day_stay_apart(library, papers):
    first = papers.Paper("one.txt", meeting=FoundMeeting(None, "Planning Committee", "2025-03-04"))
    first.item("1", "Barn at Nether Lane")
    first.say("The barn was refused.")
    first.there("Councillor A Pettifer")
    second = papers.Paper(
        "two.txt", meeting=FoundMeeting("Sandbridge Borough Council", "Planning Committee", "2025-03-04")
    )
    second.item("1", "Shop at Upper Street")
    second.say("The shop was allowed.")
    second.there("Councillor Z Lark")
    first.take_into(library)
    second.take_into(library)
    assert held(library)[1] == 2


def test_agenda_and_minutes_of_one_day_committee_and_council_share_the_meeting_and_its_items(library, papers):
    agenda = papers.Paper("agenda.docx", kind=DocumentKind.AGENDA, meeting=papers.MEETING)
    for number, title in (("5", "Minutes of the last meeting"), ("6", "Family hubs"), ("7", "Thornley pool")):
        agenda.item(number, title)
    agenda.take_into(library)
    kept = papers.full_minutes().take_into(library)
    assert kept.joined_to is None
    assert held(library)[:3] == (2, 1, 3)


def test_other_starting_times_are_other_meetings(library, papers):
    papers.full_minutes().take_into(library)
    second = papers.Paper("evening.txt", meeting=replace(papers.MEETING, start="19:30"))
    second.item("1", "Evening business")
    second.there("Councillor Dorothy Ames")
    second.take_into(library)
    assert held(library)[1] == 2


def test_the_same_words_in_another_file_are_a_copy(library, papers):
    papers.full_minutes().take_into(library)
    copy = papers.full_minutes()
    copy.name = "minutes.docx"
    assert copy.take_into(library).joined_as == "copy"
    assert held(library)[:5] == (2, 1, 3, 3, 1)


def test_two_askers_of_much_the_same_stay_two_rows(library, papers):
    def paper(name):
        made = papers.full_minutes()
        made.name = name
        made.ask("Councillor Ames asked how many families had moved to Marl Street.", None, None)
        made.ask("Councillor Ames asked how many families had moved to Quay Road.", None, None)
        return made

    paper("one.txt").take_into(library)
    paper("two.txt").take_into(library)
    rows = exporting.as_data(library)["questions"]
    assert len(rows) == 5
    assert all(len(row["sources"]) == 2 for row in rows)
    for row in rows:
        assert len({source["quote"] for source in row["sources"]}) == 1


def test_nothing_a_person_said_is_changed_by_another_copy(library, papers):
    papers.page_of_item().take_into(library)
    reviewing.correct_question(library, 1, status=QuestionStatus.NOT_ANSWERED, text="How many families moved?")
    reviewing.confirm(library, Kind.QUESTIONS, [2])
    reviewing.reject(library, Kind.UNDERTAKINGS, [1])
    before = [tables.question(library, q) for q in (1, 2)]
    papers.full_minutes().take_into(library)
    for old in before:
        new = tables.question(library, old.id)
        assert len(new.sources) == 2
        assert replace(new, sources=old.sources, answers=old.answers) == old
    assert tables.undertaking(library, 1).review is Review.REJECTED
    assert held(library)[4] == 1


def test_the_stricter_class_wins_when_copies_join(library, papers):
    papers.page_of_item().take_into(library)
    strict = papers.full_minutes()
    strict.restrict(0, len(strict.blocks) - 1)
    strict.take_into(library)
    assert tables.question(library, 1).classification is Classification.EXEMPT


def test_a_second_copy_teaches_who_answered(library, papers):
    page = papers.page_of_item()
    page.questions[0] = replace(page.questions[0], asked_by=None, put_to=(), answered_by=())
    page.take_into(library)
    papers.full_minutes().take_into(library)
    question = tables.question(library, 1)
    assert question.asked_by is not None
    assert (question.asked_by.name, [who.name for who in question.answered_by]) == (
        "Councillor Dorothy Ames",
        ["Maria Okafor"],
    )


def test_a_question_still_open_in_one_copy_is_open(library, papers):
    page = papers.page_of_item()
    page.take_into(library)
    minutes = papers.full_minutes()
    at = next(i for i, q in enumerate(minutes.questions) if q.text.endswith("moved."))
    minutes.questions[at] = replace(minutes.questions[at], status=QuestionStatus.PARTLY_ANSWERED)
    minutes.take_into(library)
    assert tables.question(library, 1).status is QuestionStatus.PARTLY_ANSWERED


def test_sources_quote_the_very_words(library, papers):
    papers.full_minutes().take_into(library)
    for question in tables.questions(library, [1, 2, 3]):
        for source in question.sources:
            blocks = documents.blocks(library, source.document_id)
            span = source.spans[0]
            assert isinstance(span, Span)
            assert blocks[span.block].text[span.start : span.end] == source.quote
            assert blocks[span.block].paragraph == source.paragraph


def test_a_report_without_a_meeting_of_its_own_has_none(library, papers):
    report = papers.Paper("report.docx", kind=DocumentKind.REPORT)
    report.say("What has been done since the move.")
    report.there("Maria Okafor", Capacity.AUTHOR)
    report.take_into(library)
    assert held(library)[1] == 0


def test_copies_in_a_library_from_before_the_prints_are_known(library, papers):
    papers.full_minutes().take_into(library)

    def as_before(db):
        db.execute("DELETE FROM sentence_print")

    library.upkeep(as_before)
    keeping.take_prints(library)
    assert papers.page_of_item().take_into(library).joined_to == 1
