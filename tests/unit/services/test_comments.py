"""What somebody remarked on a paper in Word becomes a private note on the passage; no output holds it unasked."""

from dataclasses import replace

from scrutiny_desk.domain.documents import Comment
from scrutiny_desk.services import exporting, history, keeping
from scrutiny_desk.store import notes


def test_a_comment_becomes_a_note_on_its_passage(library, papers):
    paper = papers.full_minutes()
    remark = Comment("Which two?", "Rhys Nuttall", "2025-06-13T09:00:00", 2)
    read = replace(paper.document, comments=(remark, Comment("And when?")))

    def work(db):
        return keeping.keep(db, read, paper.findings, b"words", at="2025-07-01T09:00:00+00:00")

    number = library.write("Import", work, origin="import")[0].document_id
    with library.read() as db:
        first, second = notes.about(db, document_id=number)
    assert first.text == "Comment in the file by Rhys Nuttall, 2025-06-13: Which two?"
    assert (first.source.document_id, first.source.spans[0].block) == (number, 2)
    assert first.source.quote == paper.blocks[2].text
    assert (second.text, second.source) == ("Comment in the file: And when?", None)
    assert "Which two" not in str(exporting.as_data(library))
    history.undo(library)
    with library.read() as db:
        assert notes.everything(db) == []
