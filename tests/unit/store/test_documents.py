"""Documents with their bytes and blocks, and the marks and restrictions on them."""

import hashlib

import pytest

from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.documents import Classification, DocumentKind
from scrutiny_desk.domain.findings import Restriction
from scrutiny_desk.domain.troubles import LibraryTrouble, NotFound
from scrutiny_desk.store import documents, issues, marks, meetings, restrictions


def test_a_document_comes_back_as_it_went_in(library, ids, words, paper):
    with library.read() as db:
        document = documents.get(db, ids["document"])
        assert document.file_name == "minutes.txt" and document.kind is DocumentKind.MINUTES
        assert document.sha256 == hashlib.sha256(b"the file").hexdigest()
        assert document.notices == ("One notice.",) and document.classification is Classification.PUBLIC
        assert documents.original(db, document.id) == b"the file"
        assert tuple(documents.blocks(db, document.id)) == paper().blocks
        assert documents.blocks(db, document.id, 1, 2) == list(paper().blocks[1:3])
        assert documents.block_count(db, document.id) == len(words)
        assert documents.by_sha256(db, document.sha256) == document
        assert documents.of_meeting(db, ids["meeting"]) == [document]
        assert documents.extras(db, document.id)["edited"] == ()


def test_a_document_that_is_not_there(library):
    with library.read() as db, pytest.raises(NotFound, match="no document with the number 5"):
        documents.get(db, 5)


def test_a_damaged_original_is_told_of(library, ids):
    library.upkeep(lambda db: db.execute("UPDATE original SET data = x'00ff'"))
    with library.read() as db, pytest.raises(LibraryTrouble, match="damaged"):
        documents.original(db, ids["document"])


def test_the_text_of_a_document_never_changes(library, ids):
    with pytest.raises(Exception, match="never changes"):
        library.write("Tamper", lambda db: db.execute("UPDATE block SET text = 'other'"))


def test_the_program_passes_over_what_a_person_set(library, ids):
    document = ids["document"]
    library.write("Set title", lambda db: documents.update(db, document, title="Roads, April"))

    def program(db):
        return documents.update(db, document, by_person=False, title="MINUTES OF", date="2031-04-03")

    done, _ = library.write("Read again", program, "program")
    with library.read() as db:
        found = documents.get(db, document)
        assert (found.title, found.date, done) == ("Roads, April", "2031-04-03", ("date",))
        assert documents.extras(db, document)["edited"] == ("title",)


def test_copies_know_each_other(library, ids, paper):
    def add(db):
        return [
            documents.add(db, paper(name), name.encode(), imported_at="", joined_to=ids["document"])
            for name in ("page.html", "draft.docx")
        ]

    (page, draft), _ = library.write("Import copies", add, "import")
    with library.read() as db:
        assert [d.id for d in documents.joined_with(db, ids["document"])] == [page, draft]
        assert [d.id for d in documents.joined_with(db, page)] == [ids["document"], draft]


def test_marks_stand_where_the_findings_are(library, ids, words, at):
    issue, _ = library.write("Add issue", lambda db: issues.add(db, "Buses", colour="#2b6437"))
    tag, _ = library.write("Tag", lambda db: issues.tag(db, issue, at(ids["document"], 0)))
    with library.read() as db:
        found = marks.of_document(db, ids["document"])
    assert [(m.block, m.end, m.kind, m.row_id, m.part, m.state) for m in found] == [
        (0, len(words[0]), Kind.TAGS, tag, "", "#2b6437"),
        (1, len(words[1]), Kind.QUESTIONS, ids["question"], "", "promised"),
        (2, len(words[2]), Kind.QUESTIONS, ids["question"], "answer", "promised"),
        (2, len(words[2]), Kind.UNDERTAKINGS, ids["undertaking"], "", "open"),
        (3, len(words[3]), Kind.DECISIONS, ids["decision"], "", "noted"),
        (4, len(words[4]), Kind.ACTIONS, ids["action"], "", "open"),
    ]


EXEMPT = Restriction(1, 2, Classification.EXEMPT, "3", "NOT FOR PUBLICATION")


def test_a_passage_is_as_strict_as_the_strictest_word_over_it(library, ids):
    document = ids["document"]
    library.write("Restrict", lambda db: restrictions.replace(db, document, [EXEMPT]), "program")
    with library.read() as db:
        assert restrictions.of_document(db, document) == [EXEMPT]
        assert restrictions.classification_of(db, document, [0]) is Classification.PUBLIC
        assert restrictions.classification_of(db, document, [0, 2]) is Classification.EXEMPT
        assert restrictions.classification_of(db, document, []) is Classification.EXEMPT
        assert restrictions.classification_of(db, 99, [0]) is Classification.UNKNOWN


def test_a_persons_word_on_a_passage_stands_before_the_programs(library, ids):
    document = ids["document"]
    opened = Restriction(1, 1, Classification.PUBLIC, None, "")
    library.write("Restrict", lambda db: restrictions.replace(db, document, [EXEMPT]), "program")
    library.write("Open", lambda db: restrictions.add(db, document, opened, by_person=True, reason="published since"))
    library.write("Read again", lambda db: restrictions.replace(db, document, [EXEMPT]), "program")
    with library.read() as db:
        assert restrictions.classification_of(db, document, [1]) is Classification.PUBLIC
        assert restrictions.classification_of(db, document, [2]) is Classification.EXEMPT
        reasons = [reason for _, _, by_person, reason in restrictions.rows_of_document(db, document) if by_person]
    assert reasons == ["published since"]


def test_items_in_the_order_of_business_and_of_the_document(library, ids):
    def add(db):
        first = meetings.add_item(db, meeting_id=ids["meeting"], number="37", title="Apologies", position=-1)
        meetings.put_item_in(db, first, ids["document"], 5, 6)
        meetings.put_item_in(db, first, ids["document"], 5, 7)
        return first

    first, _ = library.write("Add item", add)
    with library.read() as db:
        assert [item.id for item in meetings.items_of_meeting(db, ids["meeting"])] == [first, ids["item"]]
        placed = meetings.items_of_document(db, ids["document"])
        assert [(item.id, a, b) for item, a, b in placed] == [(ids["item"], 0, 4), (first, 5, 7)]
        assert meetings.item(db, first).document_ids == (ids["document"],)
        assert [meeting.id for meeting in meetings.on(db, "2031-04-02")] == [ids["meeting"]]
