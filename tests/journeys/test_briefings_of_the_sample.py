"""Every kind of briefing from the sample library: valid, accessible, and its facts those of the register."""

import re

import pytest
from docx import Document
from openxml_audit import OpenXmlValidator

from scrutiny_desk.bootstrap import open_workbench
from scrutiny_desk.briefing import checks
from scrutiny_desk.domain.briefing import BriefingKind
from scrutiny_desk.domain.documents import Circulation
from scrutiny_desk.domain.questions import OUTSTANDING
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.services import briefing, sample, tagging
from scrutiny_desk.services.briefing import Scope
from scrutiny_desk.store import meetings, people, questions, undertakings

TODAY = "2026-04-02"
SECRET = "640,000"
"""A figure that only the exempt item of the sample's papers gives."""


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    path = sample.make(tmp_path_factory.mktemp("sample") / "Sample library.scrutiny")
    bench = open_workbench(path)
    issue = next(issue.id for issue in tagging.issues(bench.library) if issue.name == "Early help")
    with bench.library.read() as db:
        owed = [question.id for question in questions.everything(db) if "families" in question.text]
    tagging.tag_questions(bench.library, [issue], owed)
    yield bench.library
    bench.close()


def scope_of(library, kind, circulation):
    with library.read() as db:
        witness = next(person.id for person in people.everything(db) if person.name.endswith("Okafor"))
        meeting = next(held.id for held in meetings.everything(db) if held.date == "2025-12-11")
    chosen = {
        "witness": witness,
        "meeting": meeting,
        "issue": next(issue.id for issue in tagging.issues(library) if issue.name == "Early help"),
    }
    needed = briefing.needs(kind)
    return Scope(kind, circulation=circulation, **({needed: chosen[needed]} if needed else {}))


def written(library, kind, circulation, path):
    briefing.write(library, scope_of(library, kind, circulation), path, today=TODAY)
    return Document(str(path))


def cells(document):
    return [[cell.text for cell in row.cells] for table in document.tables for row in table.rows[1:]]


def words(document):
    return "\n".join([*(p.text for p in document.paragraphs), *(text for row in cells(document) for text in row)])


@pytest.mark.parametrize("kind", BriefingKind)
@pytest.mark.parametrize("circulation", Circulation)
def test_each_kind_is_accessible_and_says_nothing_it_may_not(kind, circulation, library, tmp_path):
    document = written(library, kind, circulation, tmp_path / "note.docx")
    assert checks.troubles(tmp_path / "note.docx") == []
    if circulation is not Circulation.RESTRICTED:
        assert SECRET not in words(document)


@pytest.mark.parametrize("kind", BriefingKind)
def test_each_kind_is_valid(kind, library, tmp_path):
    written(library, kind, Circulation.RESTRICTED, tmp_path / "note.docx")
    assert OpenXmlValidator().validate(tmp_path / "note.docx").errors == []


def test_the_restricted_note_has_the_exempt_item_and_marks_it(library, tmp_path):
    text = words(written(library, BriefingKind.MEETING, Circulation.RESTRICTED, tmp_path / "note.docx"))
    assert SECRET in text
    assert re.search(r"Exempt[^\n]*Answer[^\n]*640,000", text)


def test_the_outstanding_questions_are_the_registers_and_no_others(library, tmp_path):
    rows = cells(written(library, BriefingKind.OUTSTANDING, Circulation.RESTRICTED, tmp_path / "note.docx"))
    with library.read() as db:
        owed = [q for q in questions.everything(db) if q.status in OUTSTANDING and q.review is not Review.REJECTED]
        promised = [u for u in undertakings.everything(db) if u.review is not Review.REJECTED]
    shown = [" ".join(row) for row in rows]
    for row in (*owed, *promised):
        text = " ".join(row.text.split())
        assert sum(text in cells for cells in shown) >= 1, text
    asked = [row[0] for row in rows]
    assert len(owed) <= len(shown) <= len(owed) + sum(u.state == "open" for u in promised)
    assert len(asked) == len(set(asked))


def test_every_row_and_every_quotation_has_its_source(library, tmp_path):
    for kind in BriefingKind:
        document = written(library, kind, Circulation.MEMBERS, tmp_path / "note.docx")
        for text in (p.text for p in document.paragraphs if "“" in p.text):
            assert text.endswith("]"), (kind, text)
        for row in cells(document):
            assert "“" not in "".join(row) or "]" in "".join(row), (kind, row)
