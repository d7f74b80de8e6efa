"""Words that stand in one passage alone are looked for in every byte of every file that goes out.

Lists, search and the open export are the user's own view of the whole library: they hold everything, and say of each
passage how it is classified.
"""

import itertools
import json
import os
import re
import zipfile
import zlib
from dataclasses import replace

import pypdfium2 as pdfium
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Text
from pypdf.generic import IndirectObject, StreamObject

from scrutiny_desk.briefing import files
from scrutiny_desk.domain.agenda_packs import AgendaPack, PackPaper
from scrutiny_desk.domain.briefing import BriefingKind
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.documents import MAY_HOLD, Circulation, Classification
from scrutiny_desk.domain.people import Capacity
from scrutiny_desk.domain.plans import PlannedQuestion
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.services import (
    agenda_packs,
    briefing,
    calendars,
    chasing,
    drafts,
    exporting,
    notes,
    plans,
    reviewing,
    searching,
    tagging,
    trackers,
)
from scrutiny_desk.services.briefing import Scope

OF_PAPERS = [c for c in Classification if c is not Classification.PRIVATE]
PLACES = ("item", "question", "answer", "promise", "decision", "action", "passage", "asker", "post", "file")
TODAY = "2026-01-05"


def canary(held, place, how):
    """The one word that only this kind of passage in a paper of this class holds."""
    return f"Canary{held}{place}{how}"


@pytest.fixture
def cage(library, papers):
    """Of every class one paper held so as a whole and one of which a part is; a note on everything."""
    tagging.add_issue(library, "Children")
    for held, how in itertools.product(OF_PAPERS, ("whole", "part")):
        word = {place: canary(held, place, how) for place in PLACES}
        paper = papers.Paper(f"{word['file']}.txt" if how == "whole" else f"Papers {held}.txt", meeting=papers.MEETING)
        if how == "whole" or held is Classification.UNKNOWN:
            paper.classification = held
        paper.item(None, f"Business {word['item']}")
        start = len(paper.blocks) - 1
        asker = paper.there(f"Councillor {word['asker']}") if how == "whole" else None
        post = word["post"] if how == "whole" else "Chief Executive"
        witness = paper.there("Tom Hargreave", Capacity.WITNESS, post=post, organisation="Leisure Trust")
        asked = paper.ask(
            f"What of {word['question']}?", asker, witness, f"He said {word['answer']}.", status=QuestionStatus.PROMISED
        )
        paper.promise(f"He would send {word['promise']}.", witness, asked)
        paper.resolve(f"That {word['decision']} be agreed.")
        paper.task(f"Officers to write about {word['action']}.", witness)
        tagged = paper.say(f"A passage on {word['passage']}.")
        if how == "part" and held in (Classification.EXEMPT, Classification.CONFIDENTIAL):
            paper.restrict(start, len(paper.blocks) - 1, held)
        kept = paper.take_into(library)
        tagging.tag_passage(library, [1], kept.document_id, tagged)
    rows = exporting.as_data(library)
    tagging.tag_questions(library, [1], [row["id"] for row in rows["questions"]])
    lines = [
        PlannedQuestion(f"{planned(row)}?", theme=planned(row), question_id=row["id"]) for row in rows["questions"]
    ]
    plans.keep(library, Kind.MEETINGS, 1, lines)
    for row in rows["questions"]:
        reviewing.correct_question(library, row["id"], follow_up_by="2026-02-03")
    for about in notes.ABOUT:
        things = rows[{"people": "people"}.get(str(about), str(about))]
        for thing in things:
            word = canary(Classification.PRIVATE, str(about), thing["id"])
            notes.add(library, about, thing["id"], f"Remember {word}.")
    return library


def planned(row):
    """The word of the line in the plan that rests on this question."""
    return re.search(r"Canary[a-z]+", row["text"])[0].replace("question", "plan")


def scope(library, kind, circulation, **more):
    wanted = briefing.needs(kind)
    if kind is BriefingKind.QUESTION_PLAN and not more.get("with_notes"):
        more["meeting"] = 1
    people = exporting.as_data(library)["people"]
    ids = {"meeting": 1, "issue": 1, "witness": next(p["id"] for p in people if p["name"] == "Tom Hargreave")}
    return Scope(kind, circulation=circulation, **({wanted: ids[wanted]} if wanted else {}), **more)


def found_in(path):
    """Every canary in a file: in its bytes, in every member of a zip, and in a document's words once its marks are
    taken away."""
    parts = [path.read_bytes(), path.name.encode()]
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            parts += [packed.read(name) for name in packed.namelist()] + [packed.comment]
            parts += [name.encode() for name in packed.namelist()]
    if path.suffix == ".pdf":
        parts += parts_of_pdf(path)
    parts += [re.sub(rb"<[^>]*>", b"", part) for part in parts]
    return {word.decode() for part in parts for word in re.findall(rb"Canary[a-z]+\d*", part)}


def parts_of_pdf(path):
    """The words on each page of a PDF, what it says of itself, and each of its streams unpacked (the tags are in
    those), with the letters of wide strings brought together; and every object it is made of, its strings read."""
    with pdfium.PdfDocument(path) as document:
        parts = [page.get_textpage().get_text_range().encode() for page in document]
        parts += [str(document.get_metadata_dict()).encode()]
        parts += [item.get_title().encode() for item in document.get_toc()]
    reader = PdfReader(path)
    for number in range(1, int(reader.trailer["/Size"])):
        made = reader.get_object(IndirectObject(number, 0, reader))
        parts.append(repr(made).encode())
        if isinstance(made, StreamObject) and made.get("/Subtype") != "/Image":
            parts.append(made.get_data().replace(b"\0", b""))
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", path.read_bytes(), re.DOTALL):
        try:
            parts.append(zlib.decompress(stream).replace(b"\0", b""))
        except zlib.error:
            continue
    return parts


def of_class(words, held):
    return {word for word in words if word.startswith(f"Canary{held}")}


FORMS = (".docx", ".html", ".txt")


@pytest.mark.parametrize(("kind", "circulation"), list(itertools.product(BriefingKind, Circulation)))
def test_no_byte_of_a_briefing_holds_what_it_may_not_and_each_holds_what_it_may(cage, tmp_path, kind, circulation):
    for form, footnotes in (*((form, False) for form in FORMS), (".docx", True)):
        path = tmp_path / f"note{form}"
        briefing.write(cage, scope(cage, kind, circulation), path, today=TODAY, footnotes=footnotes)
        words = found_in(path)
        for held in Classification:
            leaked = of_class(words, held) if held not in MAY_HOLD[circulation] else set()
            assert not leaked, (form, leaked)
        if kind is BriefingKind.FIGURES or (kind is BriefingKind.QUESTION_PLAN and form != ".txt"):
            continue  # figures quote nobody, and the plan is cut to one side
        for held in MAY_HOLD[circulation]:
            assert {word[-5:] for word in of_class(words, held)} & {"whole"}, (form, held)
            assert any(word.endswith("part") for word in of_class(words, held)), (form, held)


@pytest.mark.parametrize("form", FORMS)
def test_every_place_is_reached_by_some_briefing_that_may_hold_it(cage, tmp_path, form):
    words = set()
    for kind in BriefingKind:
        path = tmp_path / f"{kind}{form}"
        briefing.write(cage, scope(cage, kind, Circulation.RESTRICTED), path, today=TODAY)
        words |= found_in(path)
    wanted = {canary(held, place, "whole") for held in OF_PAPERS for place in PLACES if place != "post"}
    wanted |= {canary(held, place, "part") for held in OF_PAPERS for place in PLACES[:-3]}
    if form == ".txt":  # elsewhere the plan is cut to one side
        wanted |= {canary(held, "plan", how) for held in OF_PAPERS for how in ("whole", "part")}
    assert wanted <= words, sorted(wanted - words)


def keeps_to(words, circulation, *, all_of_it=True):
    """Hold what was found to what a circulation may have; with `all_of_it`, each class that it may have is there."""
    for held in Classification:
        found = of_class(words, held)
        assert not found or held in MAY_HOLD[circulation], found
        assert found or not all_of_it or held not in MAY_HOLD[circulation], held


@pytest.mark.parametrize(("form", "circulation"), list(itertools.product((".xlsx", ".csv"), Circulation)))
def test_no_byte_of_a_tracker_holds_what_it_may_not(cage, tmp_path, form, circulation):
    path = tmp_path / f"tracker{form}"
    trackers.write(cage, path, today=TODAY, circulation=circulation)
    keeps_to(found_in(path), circulation)


@pytest.mark.parametrize(
    ("step", "circulation"), list(itertools.product([step.key for step in chasing.steps()], Circulation))
)
def test_no_byte_of_a_chaser_holds_what_it_may_not(cage, tmp_path, step, circulation):
    rows = exporting.as_data(cage)
    kinds = (Kind.QUESTIONS, Kind.UNDERTAKINGS, Kind.ACTIONS, Kind.DECISIONS)
    things = [(kind, row["id"]) for kind in kinds for row in rows[str(kind)]]
    for person in [row["id"] for row in rows["people"]]:
        made = chasing.draft(cage, step, things, today=TODAY, person_id=person, circulation=circulation)
        told = tmp_path / "email.txt"
        told.write_text(f"{made.sent_to}\n{made.subject}\n{made.email}", encoding="utf-8")
        keeps_to(found_in(told), circulation)
    keeps_to(found_in(chasing.save(made, tmp_path / "letter.docx")), circulation)


def test_no_byte_of_a_calendar_holds_a_word_of_closed_business(cage, tmp_path):
    path = tmp_path / "dates.ics"
    calendars.write(cage, path, "2026-01-05T09:00:00")
    unfolded = tmp_path / "unfolded.txt"
    unfolded.write_bytes(path.read_bytes().replace(b"\r\n ", b""))
    keeps_to(found_in(unfolded), Circulation.MEMBERS)


def everything_in_a_pack(library, circulation):
    """A pack of a briefing of every kind and of every paper there is."""
    scopes = [scope(library, kind, circulation) for kind in BriefingKind]
    papers = [PackPaper(briefing=s.kind, meeting=s.meeting, witness=s.witness, issue=s.issue) for s in scopes]
    papers += [PackPaper(document=row["id"]) for row in exporting.as_data(library)["documents"]]
    return AgendaPack(1, "Committee", circulation, tuple(papers))


@pytest.mark.parametrize("circulation", list(Circulation))
def test_no_byte_of_a_pack_in_word_holds_what_it_may_not(cage, tmp_path, circulation):
    path = tmp_path / "pack.docx"
    agenda_packs.write(cage, everything_in_a_pack(cage, circulation), path, today=TODAY)
    words = found_in(path)
    keeps_to(words, circulation)
    said = f"{agenda_packs.gathered(cage, everything_in_a_pack(cage, circulation), today=TODAY).left_out}"
    assert "Canary" not in said


TO_A_WITNESS = {BriefingKind.FOLLOW_UP, BriefingKind.LETTER}


@pytest.mark.parametrize("kind", list(BriefingKind))
def test_notes_go_out_by_name_alone_and_never_to_a_witness(cage, tmp_path, kind):
    path = tmp_path / "note.docx"
    briefing.write(cage, scope(cage, kind, Circulation.RESTRICTED), path, today=TODAY)
    assert not of_class(found_in(path), Classification.PRIVATE)
    briefing.write(cage, scope(cage, kind, Circulation.MEMBERS, with_notes=True), path, today=TODAY)
    noted = of_class(found_in(path), Classification.PRIVATE)
    assert bool(noted) == (briefing.needs(kind) is not None and kind not in TO_A_WITNESS)


def test_a_draft_leads_no_word_from_a_restricted_note_into_a_public_one(cage, tmp_path):
    held = scope(cage, BriefingKind.MEETING, Circulation.RESTRICTED)
    drafts.name(cage, held, "On Canaryexempttitle")
    drafts.write(cage, held, tmp_path / "restricted.docx", today=TODAY, now="2026-01-05T09:00:00")
    assert "Canaryexempttitle" in found_in(tmp_path / "restricted.docx")
    for circulation in (Circulation.PUBLIC, Circulation.MEMBERS):
        path = tmp_path / f"{circulation}.docx"
        asked = scope(cage, BriefingKind.MEETING, circulation)
        drafts.write(cage, asked, path, today=TODAY, now="2026-01-05T09:00:00")
        assert not of_class(found_in(path), Classification.EXEMPT)


def test_the_users_own_views_say_of_each_passage_how_it_is_held(cage):
    for held in OF_PAPERS:
        for how in ("whole", "part"):
            for place in ("question", "answer", "passage"):
                (hit,) = searching.search(cage, canary(held, place, how))
                assert hit.classification is held and canary(held, place, how) in hit.snippet
    rows = exporting.as_data(cage)["questions"]
    assert {row["classification"] for row in rows if "Canaryexempt" in row["text"]} == {"exempt"}
    assert not re.findall("Canaryprivate", json.dumps(exporting.as_data(cage))), "notes are in no export"
    listed = exporting.rows(cage, Kind.QUESTIONS, [row["id"] for row in rows])
    assert [row["classification"] for row in listed] == [row["classification"] for row in rows]


LONG = int(os.environ.get("SCRUTINY_CRASHES", "40")) > 40
USUAL = [(BriefingKind.MEETING, Circulation.PUBLIC), (BriefingKind.ISSUE, Circulation.RESTRICTED)]
PACKED = list(Circulation) if LONG else [Circulation.PUBLIC]
PRINTED = list(itertools.product(BriefingKind, Circulation)) if LONG else USUAL


@pytest.mark.skipif(files.office() is None, reason="LibreOffice, which prints the PDF, is not on this machine")
@pytest.mark.parametrize(("kind", "circulation"), PRINTED)
def test_no_byte_of_a_pdf_holds_what_it_may_not_and_each_holds_what_it_may(cage, tmp_path, kind, circulation):
    """The long mode (SCRUTINY_CRASHES=500) prints every kind."""
    path = tmp_path / "note.pdf"
    briefing.write(cage, scope(cage, kind, circulation), path, today=TODAY)
    quotes = kind not in (BriefingKind.FIGURES, BriefingKind.QUESTION_PLAN)  # nobody; cut to one side
    keeps_to(found_in(path), circulation, all_of_it=quotes)


@pytest.mark.skipif(files.office() is None, reason="LibreOffice, which prints the PDF, is not on this machine")
@pytest.mark.parametrize("circulation", PACKED)
def test_no_byte_of_a_pack_in_pdf_holds_what_it_may_not(cage, tmp_path, circulation):
    """The long mode (SCRUTINY_CRASHES=500) makes one for each circulation, of every kind of briefing and every paper."""
    wanted = everything_in_a_pack(cage, circulation)
    if not LONG:
        usual = {BriefingKind.MEETING, BriefingKind.QUESTION_PLAN, None}
        wanted = replace(wanted, papers=tuple(paper for paper in wanted.papers if paper.briefing in usual)[:5])
    path = tmp_path / "pack.pdf"
    agenda_packs.write(cage, wanted, path, today=TODAY)
    keeps_to(found_in(path), circulation, all_of_it=LONG)


def test_a_word_is_found_wherever_a_file_may_hold_it(tmp_path):
    """What looks for the words sees them in every part of a PDF and of a Word file: else nothing above shows anything."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.add_metadata({"/Subject": "Canarymetadata"})
    writer.add_outline_item(title="Canarybookmark", page_number=0)
    writer.add_attachment("Canaryattached.txt", b"Canaryinside")
    writer.add_annotation(0, Text(rect=(9, 9, 99, 99), text="Canaryremark"))
    writer.write(tmp_path / "a.pdf")
    wanted = {f"Canary{word}" for word in ("metadata", "bookmark", "attached", "inside", "remark")}
    assert wanted <= found_in(tmp_path / "a.pdf")
    with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/Canaryname.xml", "<w:t>Cana</w:t><w:t>rysplit</w:t><wp:docPr descr='Canaryalternative'/>")
        packed.comment = b"Canaryend"
    wanted = {f"Canary{word}" for word in ("name", "split", "alternative", "end")}
    assert wanted <= found_in(tmp_path / "a.docx")
