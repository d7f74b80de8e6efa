"""What a person makes of a briefing stays; its facts are gathered anew, and what changed is told."""

from dataclasses import replace

import pytest

from scrutiny_desk.domain.briefing import Briefing, BriefingKind, Citation, Line, Section, Table, Voice
from scrutiny_desk.domain.documents import Circulation
from scrutiny_desk.domain.drafts import Chosen, Draft, arranged, choices, difference, exported, facts, subject_of

HERE = Citation(1, "a.pdf", "Panel", date="2025-06-12", page=2)


def note(*sections):
    return Briefing(BriefingKind.WITNESS, "Witness briefing: Maria Okafor", Circulation.MEMBERS, sections=sections)


def section(heading, *words):
    return Section(heading, tuple(Line(each, Voice.QUOTATION, (HERE,)) for each in words))


@pytest.fixture
def briefing():
    return note(section("Outstanding questions", "how many"), section("Everything asked", "why"), section("Sources"))


def headings(made):
    return [each.heading for each in made.sections]


def test_a_new_draft_changes_nothing_but_leaves_empty_sections_out(briefing):
    assert headings(arranged(briefing, Draft("x"))) == ["Outstanding questions", "Everything asked"]


def test_sections_are_ordered_renamed_and_left_out(briefing):
    draft = Draft(
        "x", sections=(Chosen("Everything asked", "Heard before"), Chosen("Outstanding questions", shown=False))
    )
    assert headings(arranged(briefing, draft)) == ["Heard before"]


def test_a_section_that_is_new_comes_last(briefing):
    draft = Draft("x", sections=(Chosen("Everything asked"),))
    assert headings(arranged(briefing, draft)) == ["Everything asked", "Outstanding questions"]


def test_own_words_are_the_officers_and_stand_first(briefing):
    draft = Draft(
        "x",
        sections=(Chosen("", "Purpose", own=("To prepare members.",)), Chosen("Everything asked", own=("Note.", " "))),
    )
    made = arranged(briefing, draft)
    assert headings(made)[:2] == ["Purpose", "Everything asked"]
    assert made.sections[0].lines == (Line("To prepare members.", Voice.OFFICER),)
    assert [line.voice for line in made.sections[1].lines] == [Voice.OFFICER, Voice.QUOTATION]


def test_own_words_outlive_the_facts_they_stood_with(briefing):
    draft = Draft("x", sections=(Chosen("Gone section", own=("Keep this.",)),))
    assert choices(briefing, draft)[0].own == ("Keep this.",)
    assert arranged(briefing, draft).sections[0].lines[0].text == "Keep this."


def test_title_and_final_are_the_persons(briefing):
    made = arranged(briefing, Draft("x", title="Early help", final=True))
    assert (made.title, made.draft) == ("Early help", False)


def test_before_the_first_export_nothing_has_changed(briefing):
    assert difference(briefing, Draft("x")).count == 0


def test_what_changed_since_the_last_export_is_told(briefing):
    draft = exported(Draft("x"), briefing, "2026-04-02T10:00")
    assert (draft.number, draft.exported_at) == (1, "2026-04-02T10:00")
    assert difference(briefing, draft).count == 0
    later = replace(briefing, sections=(section("Outstanding questions", "how many", "when"), *briefing.sections[1:]))
    assert difference(later, draft).new == ("when",)
    assert difference(note(), draft).gone == ("how many", "why")


def test_a_row_that_reads_otherwise_is_one_change():
    def with_status(status):
        table = Table(("Question", "Status"), ((Line("how many", citations=(HERE,)), Line(status)),))
        return note(Section("Outstanding questions", table=table))

    draft = exported(Draft("x"), with_status("Answer promised"), "2026-04-02")
    changed = difference(with_status("Part answered"), draft)
    assert (changed.new, changed.gone) == (("how many; Part answered",), ("how many; Answer promised",))
    assert changed.count == 1


def test_order_and_the_persons_own_words_are_no_change_of_fact(briefing):
    draft = exported(Draft("x", sections=(Chosen("Everything asked", own=("Mine.",)),)), briefing, "2026-04-02")
    assert difference(arranged(briefing, draft), draft).count == 0


def test_facts_are_what_has_a_source():
    mine = Section("Notes", (Line("mine", Voice.OFFICER), Line("said", Voice.QUOTATION, (HERE,), label="Answer")))
    assert facts(note(mine)) == ("Answer: said",)


def test_each_briefing_has_its_own_draft():
    assert subject_of("witness", witness=3, issue=None) == "witness, witness 3"
    assert subject_of("witness", witness=3, committee="Audit") != subject_of("witness", witness=3)
