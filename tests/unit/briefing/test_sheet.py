"""The question plan: what stays on the sheet, and that it goes on one side of A4 as LibreOffice sets it."""

import shutil
import subprocess
from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from docx import Document

from scrutiny_desk.briefing import citing, sheet, web, word
from scrutiny_desk.briefing import wording as w
from scrutiny_desk.domain.briefing import Briefing, BriefingKind, Citation, Line, Section, Voice
from scrutiny_desk.domain.documents import Circulation

SOURCE = Citation(1, "a.pdf", "Health Panel", None, "2025-06-12", "38", 4, kind="minutes")
ASKED = "how many families had moved to another hub since April, and what had become of the rest of them"
SAID = "she had no numbers to hand and would write to the member before the next meeting of the Committee"


def plan(questions, committee="Health Panel"):
    lines = [Line(w.LEAD_MEMBER, Voice.FIXED, then=(Line(w.MINUTES, Voice.FIXED),))]
    for _ in range(questions):
        lines += [
            Line(ASKED, Voice.QUOTATION, (SOURCE,), label=w.QUESTION),
            Line(SAID, Voice.QUOTATION, (SOURCE,), label=w.WHAT_WAS_SAID),
            Line("Answer promised", label=w.STATUS),
            Line(w.SPACE_TO_WRITE, Voice.FIXED),
        ]
    sections = (
        Section(w.LINES_OF_ENQUIRY, sections=(Section("Maria Okafor", tuple(lines)),)),
        Section(w.SOURCES, (Line("a.pdf"),)),
    )
    return Briefing(
        BriefingKind.QUESTION_PLAN, "Question plan", Circulation.MEMBERS, ((w.COMMITTEE, committee),), sections
    )


def lines(briefing):
    return [line for section in briefing.sections for inner in section.sections for line in inner.lines]


def test_only_questions_and_what_was_said_stay():
    shown = sheet.condensed(plan(2), said=True)
    assert [line.text for line in lines(shown)] == [w.LEAD_MEMBER, *[ASKED, SAID] * 2]
    assert [section.heading for section in shown.sections] == [w.LINES_OF_ENQUIRY]


def test_a_source_is_named_once_and_without_the_committee_at_the_head():
    _, asked, said = lines(sheet.condensed(plan(1), said=True))
    assert citing.bracketed(asked.citations) == "[12 June 2025, minute 38, p. 4]"
    assert said.citations == ()


def test_a_source_of_another_committee_keeps_its_name():
    _, asked, _ = lines(sheet.condensed(plan(1, "Audit Committee"), said=True))
    assert citing.bracketed(asked.citations) == "[Health Panel, 12 June 2025, minute 38, p. 4]"


def test_the_more_questions_the_less_room():
    choices = [sheet.fitted(plan(count))[1] for count in (1, 3, 5, 8, 30)]
    assert choices == sorted(choices, key=sheet.CHOICES.index)
    assert choices[0] == sheet.CHOICES[0]
    assert choices[-1] == sheet.CHOICES[-1]


def test_private_notes_are_not_lost_from_the_sheet():
    noted = replace(plan(1), sections=(Section("Notes", (Line("Ask first.", Voice.OFFICER),)),))
    assert sheet.condensed(noted, said=False).sections[0].lines[0].text == "Ask first."


def test_what_does_not_fit_is_left_off_and_counted():
    own = Section("Notes", (Line("Ask first.", Voice.OFFICER),))
    many = plan(60)
    shown, choice = sheet.fitted(replace(many, sections=(*many.sections, own)))
    kept = [line for line in lines(shown) if line.text == ASKED]
    assert choice.points == 14
    assert 5 < len(kept) < 60
    assert shown.sections[-1].lines[0].text == w.more_to_ask(60 - len(kept))
    assert "Ask first." in [line.text for section in shown.sections for line in section.lines]


def test_each_theme_has_room_for_who_leads_it_and_for_how_long():
    for count in (1, 30):
        shown, _ = sheet.fitted(plan(count))
        for made in (word.document_bytes(plan(count)), word.document_bytes(plan(count), footnotes=True)):
            paragraphs = [p.text for p in Document(BytesIO(made)).paragraphs]
            assert paragraphs.count(f"{w.LEAD_MEMBER}\t{w.MINUTES}") == 1, count
        assert [line.text for line in lines(shown)][0] == w.LEAD_MEMBER
        assert f"<p>{w.LEAD_MEMBER} {w.MINUTES}</p>" in web.body(plan(count))


def test_a_theme_whose_questions_are_left_off_is_left_off_with_them():
    many = plan(60)
    inner = many.sections[0].sections[0]
    two = replace(many.sections[0], sections=(inner, replace(inner, heading="Imran Sayeed")))
    shown, _ = sheet.fitted(replace(many, sections=(two,)))
    assert "Imran Sayeed" not in web.body(shown)


def test_only_a_question_has_a_line_to_write_on():
    nothing = Section(w.LINES_OF_ENQUIRY, (Line(w.NONE_OUTSTANDING, Voice.FIXED),))
    shown, _ = sheet.fitted(replace(plan(1), sections=(nothing,)))
    assert [line.text for line in shown.sections[0].lines] == [w.NONE_OUTSTANDING]
    asked, _ = sheet.fitted(plan(2))
    assert [line.text for line in lines(asked)].count(w.SPACE_TO_WRITE) == 2


def test_in_a_pack_the_plan_has_every_question_and_what_was_said_in_its_paragraph():
    shown = sheet.in_pack(replace(plan(40), left_out={"exempt": 1}))
    asked = [line for line in lines(shown) if sheet.is_question(line)]
    assert len(asked) == 40
    assert {line.then[0].text for line in asked} == {SAID}
    assert shown.left_out == {"exempt": 1}


def test_every_plan_goes_on_one_side(tmp_path):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not on this machine, so nothing can be laid out on pages")
    made = []
    for count in (1, 3, 4, 6, 9, 11, 60):
        for footnotes in (False, True):
            made.append(tmp_path / f"{count}{footnotes}.docx")
            word.write(plan(count), made[-1], footnotes=footnotes)
    command = [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(tmp_path), *map(str, made)], check=True, capture_output=True)
    for file in made:
        document = pypdfium2.PdfDocument(file.with_suffix(".pdf"))
        pages = len(document)
        document.close()
        assert pages == 1, file.name
