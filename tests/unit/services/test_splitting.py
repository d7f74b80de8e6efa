"""A pack's split corrected by hand: page by page, undone in one step, and nothing that a person did is lost."""

from dataclasses import replace

import pytest

from scrutiny_desk.domain.blocks import Block, BlockKind, Span
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.documents import Classification, DocumentKind, ReadDocument
from scrutiny_desk.domain.findings import Findings, FoundItem, FoundMeeting, FoundQuestion, Restriction
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services import documents, exporting, history, keeping, packs, reviewing, splitting, tagging
from scrutiny_desk.store import documents as rows
from scrutiny_desk.store import notes, questions, restrictions

MEETING = FoundMeeting("Wexcombe County Council", "Overview and Scrutiny Committee", "2025-06-12", "10:00")
PAGES = 20


def blocks(first, last):
    """Two paragraphs a page, one of which asks something."""
    texts = [text for page in range(first, last + 1) for text in (f"Words of page {page}.", f"Who mended wall {page}?")]
    pages = [page for page in range(first, last + 1) for _ in range(2)]
    return tuple(
        Block(n, BlockKind.PARAGRAPH, text, page=page) for n, (text, page) in enumerate(zip(texts, pages, strict=True))
    )


def recognise(document, kind=None):
    """Each line with a question mark is a question; a paper from page 14 on is of an earlier meeting."""
    first = document.blocks[0].page
    found = tuple(
        FoundQuestion(
            text=b.text, asked_by=None, put_to=(), answered_by=(), status=QuestionStatus.NOT_ANSWERED,
            spans=(Span(b.order, 0, len(b.text)),), answers=(), item=None, confidence=0.9, reason="It asks.",
        )
        for b in document.blocks
        if "?" in b.text
    )  # fmt: skip
    if first == 1:
        title = next(b for b in document.blocks if b.page == 1)
        item = FoundItem("5", "River wall", 0, 1, (Span(0, 0, len(title.text)),))
        return packs.front(Findings(DocumentKind.AGENDA, meeting=MEETING, items=(item,), title="Agenda"))
    earlier = FoundMeeting("Wexcombe County Council", "Overview and Scrutiny Committee", "2025-04-10")
    meeting = earlier if first == 14 else FoundMeeting()
    return Findings(
        DocumentKind.MINUTES if first in (3, 14) else DocumentKind.REPORT, meeting=meeting, questions=found,
        classification=Classification.PUBLIC,
    )  # fmt: skip


@pytest.fixture
def pack(library):
    """A pack of three papers: pages 1 and 2, 3 to 8, 9 to 20; the documents 1, 2 and 3."""

    def work(db):
        front = ReadDocument("pack.pdf", "pdf", blocks(1, 2), pages=PAGES, searchable_pages=PAGES, notices=("Look.",))
        data = b"%PDF-1.7 of a pack"
        whole = keeping.keep(db, front, recognise(front), data, at="2025-07-01T09:00:00+00:00", path="/papers/pack.pdf")
        inside = []
        for number, (first, last, item) in enumerate(((3, 8, None), (9, 20, "5")), 2):
            read = ReadDocument(
                f"pack.pdf, part {number}", "pdf", blocks(first, last), last - first + 1, last - first + 1
            )
            inside.append(packs.Paper(read.file_name, f"{first}-{last}", item, read, recognise(read)))
        keeping.keep_papers(db, whole, inside, "0" * 64, at="2025-07-01T09:00:00+00:00")

    library.write("Import pack.pdf", work, origin="import")
    return library


def pages(library, document_id=1):
    return [(paper.first, paper.last) for paper in splitting.papers(library, document_id)]


def asked(library):
    """Each question with the file names of its sources and its meeting's date."""
    data = exporting.as_data(library)
    names = {d["id"]: d["file_name"] for d in data["documents"]}
    return {q["text"]: [names[s["document_id"]] for s in q["sources"]] for q in data["questions"]}


def number_of(library, text):
    with library.read() as db:
        return next(q.id for q in questions.everything(db) if q.text == text)


def test_a_paper_begins_on_the_page_given_and_undo_takes_it_back(pack):
    before = exporting.as_data(pack)
    splitting.begin_paper(pack, 3, 14, title="Earlier minutes", recognise=recognise)
    assert pages(pack) == [(1, 2), (3, 8), (9, 13), (14, 20)]
    new = splitting.papers(pack, 1)[3].document
    assert (new.title, new.kind, new.pages) == ("Earlier minutes", DocumentKind.MINUTES, 7)
    assert new.file_name == "pack.pdf, pages 14 to 20"
    assert [b.page for b in documents.blocks(pack, new.id)] == [page for page in range(14, 21) for _ in range(2)]
    assert [b.order for b in documents.blocks(pack, new.id)] == list(range(14))
    assert documents.original(pack, new.id) == b"%PDF-1.7 of a pack"
    meetings = {m["id"]: m["date"] for m in exporting.as_data(pack)["meetings"]}
    assert meetings[new.meeting_id] == "2025-04-10"
    assert asked(pack)["Who mended wall 14?"] == [new.file_name]
    assert asked(pack)["Who mended wall 13?"] == ["pack.pdf, part 3"]
    assert history.undo_label(pack) == "Begin a paper on page 14"
    history.undo(pack)
    assert exporting.as_data(pack) == before


def test_every_paper_stands_under_its_item_still(pack):
    splitting.begin_paper(pack, 3, 14, recognise=recognise)
    (item,) = [item for item in exporting.as_data(pack)["items"] if item["title"] == "River wall"]
    assert splitting.papers(pack, 1)[2].document.id in item["document_ids"]


def test_a_paper_is_joined_with_the_one_before_it(pack):
    splitting.join_before(pack, 3, recognise=recognise)
    assert pages(pack) == [(1, 2), (3, 20)]
    joined = splitting.papers(pack, 1)[1].document
    assert [b.page for b in documents.blocks(pack, joined.id)] == [page for page in range(3, 21) for _ in range(2)]
    assert joined.file_name == "pack.pdf, part 2"
    assert set(asked(pack)["Who mended wall 20?"]) == {"pack.pdf, part 2"}


def test_the_first_paper_can_be_joined_to_the_front(pack):
    splitting.join_before(pack, 2, recognise=recognise)
    front, last = splitting.papers(pack, 3)
    assert (front.first, front.last, last.first) == (1, 8, 9)
    assert documents.original(pack, front.document.id) == b"%PDF-1.7 of a pack"
    assert (front.document.pages, front.document.notices) == (PAGES, ("Look.",))
    assert [paper.id for paper in documents.papers(pack, front.document.id)] == [3]
    history.undo(pack)
    assert pages(pack) == [(1, 2), (3, 8), (9, 20)]


def test_a_file_that_was_no_pack_becomes_one(library):
    read = ReadDocument("report.pdf", "pdf", blocks(5, 9), pages=9, searchable_pages=5)
    library.write("Import", lambda db: keeping.keep(db, read, recognise(read), b"%PDF", at="2025-07-01T09:00:00"))
    assert pages(library) == [(1, 9)]
    splitting.begin_paper(library, 1, 7, recognise=recognise)
    front, new = splitting.papers(library, splitting.papers(library, 2)[0].document.id)
    assert (front.last, new.first, front.document.kind) == (6, 7, DocumentKind.REPORT)


def test_what_a_person_has_said_keeps_its_words_in_the_new_paper(pack):
    kept = number_of(pack, "Who mended wall 15?")
    reviewing.confirm(pack, Kind.QUESTIONS, [kept])
    issue = tagging.add_issue(pack, "River wall")[0]
    at = next(b for b in documents.blocks(pack, 3) if b.text == "Words of page 16.")
    tagging.tag_passage(pack, [issue], 3, (Span(at.order, 0, len(at.text)),))
    documents.classify_passage(pack, 3, (Span(at.order, 0, 5),), Classification.EXEMPT)
    splitting.begin_paper(pack, 3, 14, recognise=recognise)
    new = splitting.papers(pack, 1)[3].document
    data = exporting.as_data(pack)
    (row,) = [q for q in data["questions"] if q["text"] == "Who mended wall 15?"]
    assert (row["id"], row["review"]) == (kept, str(Review.CONFIRMED))
    assert [s["document_id"] for s in row["sources"]] == [new.id]
    assert row["item_id"] is None
    (tag,) = data["tags"]
    assert (tag["source"]["document_id"], tag["source"]["quote"]) == (new.id, "Words of page 16.")
    (held,) = documents.restrictions(pack, new.id)
    assert documents.blocks(pack, new.id)[held.first].text == "Words of page 16."


def test_the_word_on_who_may_see_it_goes_on_in_both(pack):
    documents.classify(pack, 3, Classification.CONFIDENTIAL, "It names a child.")
    splitting.begin_paper(pack, 3, 14, recognise=recognise)
    found = [paper.document.classification for paper in splitting.papers(pack, 1)[2:]]
    assert found == [Classification.CONFIDENTIAL] * 2
    held = {q["text"]: q["classification"] for q in exporting.as_data(pack)["questions"]}
    assert [held[f"Who mended wall {page}?"] for page in (3, 13, 14)] == ["public", "confidential", "confidential"]


def test_words_of_restriction_hold_what_stood_after_them_still(pack):
    held = Restriction(0, 23, Classification.EXEMPT, "3", "NOT FOR PUBLICATION")
    pack.write("Hold back", lambda db: restrictions.replace(db, 3, [held]))
    splitting.begin_paper(pack, 3, 14, recognise=recognise)
    new = splitting.papers(pack, 1)[3].document
    assert {r.classification for r in documents.restrictions(pack, new.id)} == {Classification.EXEMPT}
    (row,) = [q for q in exporting.as_data(pack)["questions"] if q["text"] == "Who mended wall 15?"]
    assert row["classification"] == "exempt"


def as_said(document, kind=None):
    """As `recognise`, but nothing is asked in a letter."""
    found = recognise(document)
    return replace(found, kind=kind, questions=()) if kind is DocumentKind.CORRESPONDENCE else found


def test_the_kind_can_be_said_and_the_paper_is_recognised_again_as_such(pack):
    before = exporting.as_data(pack)
    kept = number_of(pack, "Who mended wall 15?")
    reviewing.confirm(pack, Kind.QUESTIONS, [kept])
    confirmed = exporting.as_data(pack)
    number, _change = splitting.change_kind(pack, 3, DocumentKind.CORRESPONDENCE, recognise=as_said)
    assert documents.get(pack, number).kind is DocumentKind.CORRESPONDENCE
    here = [q for q in exporting.as_data(pack)["questions"] if number in [s["document_id"] for s in q["sources"]]]
    assert [(q["id"], q["text"], q["review"]) for q in here] == [(kept, "Who mended wall 15?", "confirmed")]
    assert pages(pack) == [(1, 2), (3, 8), (9, 20)]
    history.undo(pack)
    assert exporting.as_data(pack) == confirmed
    history.undo(pack)
    assert exporting.as_data(pack) == before


def test_a_kind_that_a_person_said_stays_when_the_split_is_corrected(pack):
    number, _change = splitting.change_kind(pack, 3, DocumentKind.CORRESPONDENCE, recognise=as_said)
    splitting.begin_paper(pack, number, 14, recognise=as_said)
    old, new = (paper.document for paper in splitting.papers(pack, 1)[2:])
    assert (old.kind, new.kind) == (DocumentKind.CORRESPONDENCE, DocumentKind.MINUTES)
    assert "Who mended wall 13?" not in asked(pack)


def test_what_was_asked_in_a_report_is_found_once_it_is_said_to_be_minutes(library):
    words = ("12. RIVER WALL", "Councillor A Heron asked who had paid for it. The Director replied that nobody had.")
    held = tuple(Block(n, BlockKind.PARAGRAPH, text, page=1) for n, text in enumerate(("REPORT", *words)))
    read = ReadDocument("wall.docx", "docx", held, sender="Ann Heron", subject="The wall")
    found = Findings(DocumentKind.REPORT, classification=Classification.PUBLIC)
    library.write(
        "Import", lambda db: keeping.keep(db, read, found, b"PK", at="2025-07-01T09:00:00", path="/p/wall.docx")
    )
    library.write("Note", lambda db: notes.add(db, "Look at this again.", at="2025-07-02T09:00:00", document_id=1))
    number, _change = splitting.change_kind(library, 1, DocumentKind.MINUTES)
    assert [q["sources"][0]["document_id"] for q in exporting.as_data(library)["questions"]] == [number]
    assert documents.original(library, number) == b"PK"
    with library.read() as db:
        assert [note.text for note in notes.about(db, document_id=number)] == ["Look at this again."]
        extras = rows.extras(db, number)
    assert (extras["sender"], extras["subject"], extras["path"]) == ("Ann Heron", "The wall", "/p/wall.docx")


def test_a_document_without_words_only_gets_its_kind(library):
    read = ReadDocument("scan.pdf", "pdf", (), pages=2, searchable_pages=0)
    found = Findings(DocumentKind.OTHER)
    library.write("Import", lambda db: keeping.keep(db, read, found, b"%PDF", at="2025-07-01T09:00:00"))
    assert splitting.change_kind(library, 1, DocumentKind.CORRESPONDENCE)[0] == 1
    assert documents.get(library, 1).kind is DocumentKind.CORRESPONDENCE


@pytest.mark.parametrize("page", [9, 21, 3])
def test_a_page_that_is_not_inside_is_refused(pack, page):
    with pytest.raises(Trouble, match="No new paper can begin"):
        splitting.begin_paper(pack, 3, page, recognise=recognise)


def test_the_front_has_nothing_before_it_and_a_letter_no_pages(pack):
    with pytest.raises(Trouble, match="first paper"):
        splitting.join_before(pack, 1, recognise=recognise)
    letter = ReadDocument("letter.txt", "text", blocks(1, 1))
    pack.write("Import", lambda db: keeping.keep(db, letter, recognise(letter), b"x", at="2025-07-01T09:00:00"))
    with pytest.raises(Trouble, match=r"letter\.txt is no PDF"):
        splitting.begin_paper(pack, 4, 1, recognise=recognise)
