"""A note kept to a few sides: what goes to its appendix, and that nothing is lost and everything is counted."""

from dataclasses import replace

import pytest
from docx import Document

from scrutiny_desk.briefing import paging, plain, room, web, word
from scrutiny_desk.briefing import wording as w
from scrutiny_desk.briefing.content import in_order, is_appendix
from scrutiny_desk.domain.briefing import Briefing, BriefingKind, Citation, Line, Section
from scrutiny_desk.domain.documents import Circulation

HERE = Citation(1, "a.pdf", "Health Panel", date="2025-06-12", item_number="38", page=4, kind="minutes")
SAID = "The Director said that the two centres had been kept open through the winter and would be again."


def told(count, name):
    return tuple(Line(f"{name} {number}. {SAID * 2}", citations=(HERE,), label=w.QUESTION) for number in range(count))


def note(owed, answered=0, promised=0):
    half = owed // 2
    sections = [
        Section(w.PURPOSE, (Line(w.PURPOSE_BEFORE),)),
        Section(
            w.OUTSTANDING_BY_WITNESS,
            sections=(
                Section("Ann Bell", told(half, "Owed by Bell")),
                Section("Cy Dale", told(owed - half, "Owed by Dale")),
            ),
        ),
        Section(w.OPEN_UNDERTAKINGS, (Line(w.TOLD_ABOVE), *told(promised, "Promised"))),
        Section(w.HEARD_BEFORE, told(answered, "Answered")),
        Section(w.SOURCES, (Line("a.pdf"),)),
    ]
    held = tuple(section for section in sections if not section.is_empty)
    return Briefing(
        BriefingKind.MEETING, "Note", Circulation.MEMBERS, sections=held, left_out={"exempt": 2}, made_on="2026-04-02"
    )


def statements(sections):
    for section in sections:
        yield from (line.text for line in section.lines if line.citations)
        yield from statements(section.sections)


def parts(briefing):
    before = [section for section in briefing.sections if not is_appendix(section)]
    return before, [section for section in briefing.sections if is_appendix(section)]


def test_a_note_that_fits_is_left_alone():
    made = note(4, 2)
    assert room.fitted(made) is made


@pytest.mark.parametrize(("owed", "answered", "promised"), [(30, 0, 0), (6, 60, 3), (40, 25, 30), (200, 5, 0)])
def test_a_long_note_goes_on_four_sides_and_loses_nothing(owed, answered, promised):
    made = note(owed, answered, promised)
    fitted = room.fitted(made)
    before, appendix = parts(fitted)
    shown = replace(fitted, sections=tuple(before))
    for footnotes in (False, True):
        assert max(paging.pages(shown, footnotes=footnotes)) <= room.SIDES
    assert sorted([*statements(before), *statements(appendix)]) == sorted(statements(made.sections))
    assert len(list(statements(before))) > 5


def test_the_note_says_how_much_is_in_the_appendix_and_where():
    fitted = room.fitted(note(40, 25))
    _, (appendix,) = parts(fitted)
    moved = {section.heading: len(list(statements([section]))) for section in appendix.sections}
    for text in (plain.text(fitted), web.body(fitted)):
        assert f"{moved[w.OUTSTANDING_BY_WITNESS]} further questions are outstanding (see the appendix)." in text
        assert f"{moved[w.HEARD_BEFORE]} further questions were answered (see the appendix)." in text


def test_what_was_answered_goes_before_what_is_owed():
    before, (appendix,) = parts(room.fitted(note(16, 25)))
    assert [section.heading for section in appendix.sections] == [w.HEARD_BEFORE]
    assert len(list(statements(section for section in before if section.heading == w.OUTSTANDING_BY_WITNESS))) == 16


def test_without_its_appendix_the_note_points_at_none_and_still_counts():
    fitted = room.fitted(note(40))
    before, _ = parts(fitted)
    text = plain.text(replace(fitted, sections=tuple(before)))
    assert "appendix" not in text.casefold()
    assert "further questions are outstanding." in text


def test_the_appendix_comes_last_on_a_page_of_its_own_and_makes_no_pack(tmp_path):
    fitted = room.fitted(note(40))
    assert [section.heading for section in in_order(fitted)][-2:] == [w.LEFT_OUT, w.APPENDIX]
    word.write(fitted, tmp_path / "note.docx")
    shown = [paragraph.text for paragraph in Document(str(tmp_path / "note.docx")).paragraphs]
    assert w.APPENDIX in shown
    assert w.CONTENTS not in shown
    shown = [paragraph.text for paragraph in Document(str(tmp_path / "note.docx")).paragraphs]
    assert w.APPENDIX in shown
    assert w.CONTENTS not in shown
