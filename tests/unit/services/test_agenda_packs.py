"""Packs keep their papers in order, and hold nothing their circulation may not have."""

from dataclasses import replace

import pytest
from docx import Document

from scrutiny_desk.briefing import files
from scrutiny_desk.domain.agenda_packs import AgendaPack, PackPaper
from scrutiny_desk.domain.briefing import BriefingKind
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.documents import Circulation, Classification, DocumentKind
from scrutiny_desk.domain.drafts import Chosen
from scrutiny_desk.domain.people import Capacity
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services import agenda_packs, documents, drafts, people
from scrutiny_desk.services.briefing import Scope

TODAY = "2026-01-05"
SECRET = "The price was six hundred pounds."
OWED = PackPaper(briefing=BriefingKind.OUTSTANDING)


@pytest.fixture
def held(library, papers):
    """A library with minutes of which one passage is exempt, and a report that is exempt whole."""
    paper = papers.Paper("june.txt", meeting=papers.MEETING)
    paper.item("38", "Early help")
    witness = paper.there("Maria Okafor", Capacity.WITNESS)
    paper.ask("How many families moved?", None, witness, "")
    (span,) = paper.say(SECRET)
    paper.restrict(span.block, span.block, Classification.EXEMPT)
    paper.take_into(library)
    report = papers.Paper("report.txt", kind=DocumentKind.REPORT, meeting=papers.MEETING)
    report.say("All of it is exempt.")
    report.classification = Classification.EXEMPT
    report.take_into(library)
    return library


def pack_of(library, *papers, circulation=Circulation.PUBLIC):
    number, _ = agenda_packs.add(library, "Pack for January", circulation)
    agenda_packs.keep(library, AgendaPack(number, "Pack for January", circulation, papers))
    return agenda_packs.everything(library)[0]


def words_of(path):
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def test_papers_keep_their_order_and_moving_one_is_undone(held):
    pack = pack_of(held, OWED, PackPaper(document=1))
    change = agenda_packs.keep(held, replace(pack, papers=tuple(reversed(pack.papers))))
    assert change.concerns(Kind.DRAFTS)
    assert [paper.document for paper in agenda_packs.everything(held)[0].papers] == [1, None]
    held.undo()
    held.redo()
    assert [paper.document for paper in agenda_packs.everything(held)[0].papers] == [1, None]
    agenda_packs.keep(held, replace(pack, papers=(OWED,)))
    assert agenda_packs.everything(held)[0].papers == (OWED,)


def test_a_pack_removed_comes_back_with_its_papers(held):
    pack = pack_of(held, OWED, PackPaper(document=1, title="The minutes"))
    agenda_packs.remove(held, pack.id)
    assert agenda_packs.everything(held) == ()
    held.undo()
    assert agenda_packs.everything(held) == (pack,)


@pytest.mark.parametrize("circulation", Circulation)
def test_a_paper_goes_in_without_what_this_circulation_may_not_have(held, circulation, tmp_path):
    pack = pack_of(held, PackPaper(document=1), PackPaper(document=2), OWED, circulation=circulation)
    written = agenda_packs.write(held, pack, tmp_path / "pack.docx", today=TODAY)
    text = words_of(tmp_path / "pack.docx")
    is_restricted = circulation is Circulation.RESTRICTED
    assert "How many families moved?" in text
    assert (SECRET in text) == ("All of it is exempt." in text) == is_restricted
    assert written.papers == (3 if is_restricted else 2)
    assert sum(written.left_out.values()) == (0 if is_restricted else 2)
    assert written.broken_rules == ()
    assert ("been left out" in text) == (not is_restricted)


def test_a_paper_with_a_part_held_back_never_brings_its_own_pages(held):
    pack = pack_of(held, PackPaper(document=1))
    (made,) = agenda_packs.gathered(held, pack, today=TODAY).papers
    assert made.original == b""
    whole = agenda_packs.gathered(held, replace(pack, circulation=Circulation.RESTRICTED), today=TODAY).papers[0]
    assert whole.original == documents.original(held, 1)


def test_the_officers_words_go_into_the_pack_with_the_briefing(held, tmp_path):
    drafts.arrange(held, Scope(BriefingKind.OUTSTANDING), [Chosen("", "Purpose", own=("To prepare members.",))])
    pack = pack_of(held, OWED, circulation=Circulation.MEMBERS)
    agenda_packs.write(held, pack, tmp_path / "pack.docx", today=TODAY)
    assert "Officer comment: To prepare members." in words_of(tmp_path / "pack.docx")


def test_the_papers_of_a_meeting_come_in_agenda_order(library, papers):
    for name, kind in (("minutes", DocumentKind.MINUTES), ("agenda", DocumentKind.AGENDA)):
        paper = papers.Paper(f"{name}.txt", kind=kind, meeting=papers.MEETING)
        paper.item("1", f"Business of the {name}")
        paper.take_into(library)
    assert [paper.document for paper in agenda_packs.papers_of(library, 1)] == [2, 1]


def test_two_people_made_one_stay_in_the_pack(held):
    drafts_of = PackPaper(briefing=BriefingKind.WITNESS, witness=people.find(held, "Maria Okafor")[0].id)
    pack_of(held, drafts_of)
    with held.read() as db:
        other = db.execute("SELECT max(id) FROM person").fetchone()[0]
    assert other == drafts_of.witness
    kept = held.write("Add", lambda db: db.execute("INSERT INTO person (name) VALUES ('M Okafor')").lastrowid)[0]
    people.merge(held, kept, [other])
    assert agenda_packs.everything(held)[0].papers[0].witness == kept


def test_an_empty_pack_and_one_without_a_name_are_plain_troubles(held, tmp_path):
    with pytest.raises(Trouble, match="no paper"):
        agenda_packs.write(held, pack_of(held), tmp_path / "pack.docx", today=TODAY)
    with pytest.raises(Trouble, match="name"):
        agenda_packs.add(held, "  ", Circulation.PUBLIC)
    with pytest.raises(Trouble, match="written as"):
        agenda_packs.write(held, pack_of(held, OWED), tmp_path / "pack.odt", today=TODAY)


def test_a_pdf_tells_how_far_it_is(held, tmp_path, monkeypatch):
    monkeypatch.setattr(files, "as_pdf", lambda _paper, _look=None: blank_pdf())
    heard = []
    pack = pack_of(held, OWED, PackPaper(document=1))
    written = agenda_packs.write(
        held, pack, tmp_path / "pack.pdf", today=TODAY, told=lambda *far: heard.append(far[:2])
    )
    assert written.papers == 2
    assert heard[:2] == [(0, 2), (1, 2)]
    assert (tmp_path / "pack.pdf").read_bytes().startswith(b"%PDF")


def blank_pdf():
    import io

    from pypdf import PdfWriter

    writer, buffer = PdfWriter(), io.BytesIO()
    writer.add_blank_page(300, 400)
    writer.write(buffer)
    return buffer.getvalue()
