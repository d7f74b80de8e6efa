"""Where pages will end: every part has a page, what holds together stays together, and print agrees near enough."""

import re
import shutil
import subprocess

import pypdfium2
import pytest

from scrutiny_desk.briefing import measure, paging, web, word
from scrutiny_desk.domain.briefing import Briefing, BriefingKind, Citation, Line, Section, Table
from scrutiny_desk.domain.documents import Circulation

HERE = Citation(1, "a.pdf", "Health Panel", date="2025-06-12", item_number="38", page=4, kind="minutes")
SAID = "The Director said that the two centres had been kept open through the winter and would be again. "


def note(*sections):
    return Briefing(BriefingKind.MEETING, "Briefing note", Circulation.PUBLIC, sections=sections, made_on="2026-04-02")


def said(count, times=3):
    return tuple(Line(SAID * times, citations=(HERE,)) for _ in range(count))


def test_words_take_more_lines_in_less_room():
    assert measure.lines("one", 12, 400) == 1
    assert measure.lines(SAID * 4, 12, 400) < measure.lines(SAID * 4, 12, 200) < measure.lines(SAID * 4, 18, 200)
    assert measure.width("iii", 12) < measure.width("WWW", 12) < measure.width("WWW", 12, bold=True)


def test_every_part_has_a_page_and_pages_only_go_up():
    table = Table(("A", "B"), tuple((Line("a"), Line("b" * 40)) for _ in range(60)), caption="60 rows")
    made = note(Section("First", said(20)), Section("Second", table=table))
    pages = paging.pages(made)
    assert len(pages) == 1 + 3 + 1 + 20 + 1 + 1 + 1 + 60
    assert pages == sorted(pages)
    assert pages[0] == 1
    assert pages[-1] > 2


def test_a_heading_is_never_left_alone_at_the_foot():
    for count in range(1, 14):
        pages = paging.pages(note(Section("First", said(count)), Section("Second", said(3))))
        assert pages[4 + 1 + count] == pages[4 + 1 + count + 1], count


def test_footnotes_take_room_from_the_page():
    made = note(Section("First", said(40, times=1)))
    assert paging.pages(made, footnotes=True)[-1] > paging.pages(made)[-1] - 1
    assert sum(block.notes for block in paging.blocks(made, footnotes=True)) > 0


def test_a_paper_of_a_pack_begins_a_page():
    made = note(Section("First", said(1), new_page=True), Section("Second", said(1), new_page=True))
    assert paging.of_sections(made) == [2, 3]


def test_the_preview_shows_where_a_page_begins():
    table = Table(("A", "B"), tuple((Line("a"), Line(SAID)) for _ in range(60)))
    made = note(Section("First", said(12)), Section("Second", table=table))
    shown = web.body(made, paged=True)
    found = [int(number) for number in re.findall(r'<p class="page">Page (\d+)</p>', shown)]
    assert found == list(range(2, paging.pages(made)[-1] + 1))
    assert 'class="page"' not in web.body(made)
    assert shown.count("<th scope") == 2 * shown.count("<table>") > 2


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine to print with")
def test_print_begins_its_sections_on_the_pages_thought_of(tmp_path):
    sections = [Section(f"Section number {n}", said(3 + n, times=n % 4 + 3)) for n in range(1, 9)]
    made = note(*sections)
    word.write(made, tmp_path / "note.docx", footnotes=True)
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(tmp_path / "note.docx")], check=True, capture_output=True)
    document = pypdfium2.PdfDocument(tmp_path / "note.pdf")
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    printed = [max(at for at, text in enumerate(texts, 1) if section.heading in text) for section in sections]
    thought = paging.of_sections(made, footnotes=True)
    assert all(abs(one - other) <= 1 for one, other in zip(printed, thought, strict=True)), (printed, thought)
    contents = re.findall(r"Section number \d[.\s]+?(\d+)\s*$", texts[0], re.M)
    assert [int(page) for page in contents] == printed, texts[0]
