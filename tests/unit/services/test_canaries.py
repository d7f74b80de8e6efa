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

import pypdfium2 as pdfium
import pytest

from scrutiny_desk.briefing import files
from scrutiny_desk.domain.briefing import BriefingKind
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.documents import MAY_HOLD, Circulation, Classification
from scrutiny_desk.domain.people import Capacity
from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.services import briefing, drafts, exporting, notes, searching, tagging
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
    for about in notes.ABOUT:
        things = rows[{"people": "people"}.get(str(about), str(about))]
        for thing in things:
            word = canary(Classification.PRIVATE, str(about), thing["id"])
            notes.add(library, about, thing["id"], f"Remember {word}.")
    return library


def scope(library, kind, circulation, **more):
    wanted = briefing.needs(kind)
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
    those), with the letters of wide strings brought together."""
    with pdfium.PdfDocument(path) as document:
        parts = [page.get_textpage().get_text_range().encode() for page in document]
        parts += [str(document.get_metadata_dict()).encode()]
        parts += [item.get_title().encode() for item in document.get_toc()]
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
        for held in MAY_HOLD[circulation] if kind is not BriefingKind.FIGURES else ():  # figures quote nobody
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
    assert wanted <= words, sorted(wanted - words)


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
PRINTED = list(itertools.product(BriefingKind, Circulation)) if LONG else USUAL


@pytest.mark.skipif(files.office() is None, reason="LibreOffice, which prints the PDF, is not on this machine")
@pytest.mark.parametrize(("kind", "circulation"), PRINTED)
def test_no_byte_of_a_pdf_holds_what_it_may_not_and_each_holds_what_it_may(cage, tmp_path, kind, circulation):
    """The long mode (SCRUTINY_CRASHES=500) prints every kind."""
    path = tmp_path / "note.pdf"
    briefing.write(cage, scope(cage, kind, circulation), path, today=TODAY)
    words = found_in(path)
    for held in Classification:
        found = of_class(words, held)
        assert bool(found) == (held in MAY_HOLD[circulation]), (held, found)
